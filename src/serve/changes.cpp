// SPDX-License-Identifier: Apache-2.0
// What changed and why, and what does not fit together: in windows, since both grow with the case.
#include <algorithm>
#include <array>
#include <iterator>

#include "base/json_text.h"
#include "model/find.h"
#include "report/ledger.h"
#include "serve/answers.h"
#include "serve/asked.h"
#include "serve/version.h"

namespace entente::serve {
namespace {

bool is_asked(const std::string& asked, const std::string& value) {
  return asked.empty() || asked == value;
}

struct ChangesAsked {
  explicit ChangesAsked(const Request& request)
      : party(request.text("party")),
        issue(request.text("issue")),
        cause(word_asked<Cause>(request, "cause")),
        since(day_in(request.text("since"))) {}

  bool holds(const CellChange& change) const {
    return is_asked(party, change.party) && is_asked(issue, change.issue) &&
           (!cause || *cause == change.cause) && (!since || is_since(change));
  }
  bool is_since(const CellChange& change) const {
    const auto day = day_of(change);
    return day && !(*day < *since);
  }

  std::string party, issue;
  std::optional<Cause> cause;
  std::optional<Date> since;
};

std::string changes_json(const Request& request, const Snapshot& snapshot) {
  const ChangesAsked asked(request);
  const Window window = Window::asked(request);
  std::vector<const CellChange*> found;
  for (const CellChange& change : snapshot.ledger().changes)
    if (asked.holds(change)) found.push_back(&change);
  if (word_asked(request, "order", {"oldest", "newest"}) == "newest")
    std::reverse(found.begin(), found.end());
  Ledger shown{snapshot.ledger().as_of, {}, {}};
  for (const CellChange* change : window.of(found)) shown.changes.push_back(*change);
  for (const IssueCourse& course : snapshot.ledger().issues)
    if (is_asked(asked.issue, course.issue)) shown.issues.push_back(course);
  return with_members(report::ledger_json(snapshot.contents(), shown),
                      JsonObject{}
                          .number("from", window.from)
                          .number("total", found.size())
                          .number("log", snapshot.number()));
}

// ---- what does not fit together

constexpr std::array kinds{"within_party", "quotations", "paraphrases", "utterances", "coloured"};

class DisputesAsked {
 public:
  DisputesAsked(const Request& request, const Snapshot& snapshot)
      : contents_(snapshot.contents()),
        party_(request.text("party")),
        kind_(word_asked(request, "kind", {kinds.begin(), kinds.end()})),
        window_(Window::asked(request)) {}

  std::string json(const Snapshot& snapshot) {
    const Disputes& all = snapshot.disputes();
    const auto of_party = [](const auto& one) { return one.party; };
    Disputes shown;
    shown.within_party = part("within_party", all.within_party, of_party);
    shown.variants =
        part("quotations", all.variants, [&](const auto& one) { return party_of(one.left); });
    shown.departures =
        part("paraphrases", all.departures, [&](const auto& one) { return party_of(one.quote); });
    shown.retellings =
        part("utterances", all.retellings, [&](const auto& one) { return party_of(one.left); });
    shown.colours = part("coloured", all.colours, of_party);
    return with_members(report::disputes_json(contents_, shown),
                        JsonObject{}
                            .raw("totals", totals_.text())
                            .number("from", window_.from)
                            .number("total", most_)
                            .number("log", snapshot.number()));
  }

 private:
  std::string party_of(StatementId id) const {
    const Statement* statement = find_item(contents_.statements, id);
    return statement ? statement->party : "";
  }

  template <class Item, class Party>
  std::vector<Item> part(const std::string& kind, const std::vector<Item>& all,
                         const Party& party) {
    std::vector<const Item*> found;
    for (const Item& one : all)
      if (is_asked(kind_, kind) && is_asked(party_, party(one))) found.push_back(&one);
    totals_.number(kind, found.size());
    most_ = std::max(most_, found.size());
    std::vector<Item> out;
    for (const Item* one : window_.of(found)) out.push_back(*one);
    return out;
  }

  const Case& contents_;
  std::string party_, kind_;
  Window window_;
  JsonObject totals_;
  std::size_t most_ = 0;
};

}  // namespace

Reply get_movements(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    return reply_json(changes_json(request, snapshot));
  });
}

Reply get_contradictions(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    return reply_json(DisputesAsked(request, snapshot).json(snapshot));
  });
}

}  // namespace entente::serve

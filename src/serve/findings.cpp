// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "base/json_text.h"
#include "exchange/json.h"
#include "model/find.h"
#include "report/ledger.h"
#include "report/terminal.h"
#include "serve/answers.h"
#include "serve/version.h"

namespace entente::serve {
namespace {

Reply kept_answer(Door& door, const Request& request, const std::string& name,
                  const std::function<std::string(const Workbench&, const Case&)>& make) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    Reply out;
    out.body = snapshot.kept(name, [&] {
      return with_log(snapshot.with_bench(
                          [&](const Workbench& bench) { return make(bench, snapshot.contents()); }),
                      snapshot.number());
    });
    return out;
  });
}

// Of each cell the last few: the home page has to stay small however long the talks last.
constexpr std::size_t most_in_cell = 20;

using CellName = std::pair<std::string, std::string>;

template <class Found>
CellName cell_of(const Found& found, const Case&) {
  return {found.party, found.issue};
}
CellName cell_of(const Crossing& crossing, const Case& contents) {
  const Position* line = find_item(contents.positions, crossing.red_line);
  return line ? CellName{line->party, line->issue} : CellName{};
}

template <class Found>
std::vector<Found> last_of_each_cell(std::vector<Found> all, const Case& contents) {
  std::map<CellName, std::size_t> counts;
  std::vector<Found> out;
  for (auto found = all.rbegin(); found != all.rend(); ++found)
    if (++counts[cell_of(*found, contents)] <= most_in_cell) out.push_back(std::move(*found));
  std::reverse(out.begin(), out.end());
  return out;
}

std::string object_of(const std::string& name, const std::string& list) {
  return JsonObject{}.raw(name, list).text();
}

std::string accounts_with_places(const Case& contents, const std::vector<AccountPair>& accounts,
                                 const std::function<Document(DocumentId)>& text_of) {
  std::set<MeetingId> meetings;
  for (const AccountPair& pair : accounts) meetings.insert({pair.left, pair.right});
  const exchange::ItemWriter write(contents.documents);
  std::vector<std::string> told, cards;
  std::set<DocumentId> documents;
  for (MeetingId id : meetings)
    if (const Meeting* meeting = find_item(contents.meetings, id)) {
      told.push_back(write(*meeting));
      documents.insert(meeting->document);
    }
  for (DocumentId id : documents)
    if (const DocumentCard* card = find_item(contents.documents, id)) cards.push_back(write(*card));
  return with_members(
      report::accounts_json(contents, accounts, text_of),
      JsonObject{}.raw("meetings", json_array(told)).raw("documents", json_array(cards)));
}

}  // namespace

Reply get_matrix(Door& door, const Request& request) {
  return kept_answer(door, request, "matrix", [](const Workbench& bench, const Case& contents) {
    return report::matrix_json(
        contents, bench.matrix(), last_of_each_cell(bench.movements(), contents),
        last_of_each_cell(bench.contradictions(), contents),
        last_of_each_cell(bench.crossings(), contents), report::Behind::counted);
  });
}

Reply get_crossings(Door& door, const Request& request) {
  return kept_answer(door, request, "crossings", [](const Workbench& bench, const Case& contents) {
    return object_of("crossings", report::crossings_json(contents, bench.crossings()));
  });
}

Reply get_tracks(Door& door, const Request& request) {
  return kept_answer(door, request, "tracks", [](const Workbench& bench, const Case& contents) {
    return report::tracks_json(contents, bench.tracks());
  });
}

Reply get_accounts(Door& door, const Request& request) {
  return kept_answer(door, request, "accounts", [](const Workbench& bench, const Case& contents) {
    return accounts_with_places(contents, bench.accounts(),
                                [&](DocumentId id) { return bench.document(id); });
  });
}

}  // namespace entente::serve

// SPDX-License-Identifier: Apache-2.0
#include "analyze/accounts/accounts.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyze/accounts/alignment.h"

namespace entente::analyze {
namespace {

// Beyond this many accounts of one event each is set beside the first only, so that the work stays
// linear.
constexpr std::size_t most_for_all_pairs = 8;

std::set<std::string> party_set(const Meeting& meeting) {
  return {meeting.parties.begin(), meeting.parties.end()};
}

bool parties_agree(const Meeting& a, const Meeting& b) {
  const auto x = party_set(a), y = party_set(b);
  const auto both = static_cast<std::size_t>(
      std::count_if(x.begin(), x.end(), [&](const auto& p) { return y.contains(p); }));
  return both >= 2 && 2 * both >= x.size() + y.size() - both;
}

enum class Match { yes, no, unknown };

template <class Value>
Match match_of(const Value& a, const Value& b, bool known) {
  return !known ? Match::unknown : a == b ? Match::yes : Match::no;
}

// "On Friday" twice is no day: only dates, or different words, tell.
Match day_match(const Meeting& a, const Meeting& b) {
  if (a.when && b.when) return match_of(*a.when, *b.when, true);
  const bool differ =
      !a.when_words.empty() && !b.when_words.empty() && a.when_words != b.when_words;
  return differ && !a.when && !b.when ? Match::no : Match::unknown;
}

bool took_place(const Meeting& meeting) {
  return meeting.review.status != Status::rejected &&
         (meeting.status == MeetingStatus::held || meeting.status == MeetingStatus::reported);
}

// Parties agree, and of place and day at least one agrees and neither differs.
bool same_event(const Meeting& a, const Meeting& b) {
  if (!parties_agree(a, b)) return false;
  const Match place = match_of(a.place, b.place, !a.place.empty() && !b.place.empty()),
              day = day_match(a, b);
  return place != Match::no && day != Match::no && (place == Match::yes || day == Match::yes);
}

using Event =
    std::vector<const Meeting*>;  // one meeting a document; the first stands for the event

bool has_document(const Event& event, DocumentId document) {
  return std::any_of(event.begin(), event.end(),
                     [&](const Meeting* m) { return m->document == document; });
}

std::set<DocumentId> copies(const Case& whole) {
  std::set<DocumentId> found;
  for (const DocumentCard& card : whole.documents)
    if (card.same_account_as) found.insert(card.id);
  return found;
}

std::vector<Event> events_of(const Case& whole) {
  const std::set<DocumentId> skipped = copies(whole);
  std::vector<Event> events;
  for (const Meeting& meeting : whole.meetings) {
    if (!took_place(meeting) || skipped.contains(meeting.document)) continue;
    const auto known = std::find_if(events.begin(), events.end(), [&](const Event& e) {
      return same_event(*e.front(), meeting);
    });
    if (known == events.end())
      events.push_back({&meeting});
    else if (!has_document(*known, meeting.document))
      known->push_back(&meeting);
  }
  return events;
}

std::vector<std::pair<const Meeting*, const Meeting*>> pairs_of(const Event& event) {
  std::vector<std::pair<const Meeting*, const Meeting*>> pairs;
  const std::size_t lefts = event.size() > most_for_all_pairs ? 1 : event.size();
  for (std::size_t i = 0; i < lefts; ++i)
    for (std::size_t j = i + 1; j < event.size(); ++j) pairs.emplace_back(event[i], event[j]);
  return pairs;
}

// Two texts without one sentence in common are not two accounts of one thing.
bool has_common_line(const AccountPair& pair) {
  return std::any_of(pair.lines.begin(), pair.lines.end(),
                     [](const AccountLine& l) { return l.left && l.right; });
}

}  // namespace

std::vector<AccountPair> accounts(const Case& whole, const TextOf& text_of) {
  std::vector<AccountPair> found;
  for (const Event& event : events_of(whole)) {
    if (event.size() < 2) continue;
    std::map<DocumentId, Account> read;
    for (const Meeting* meeting : event)
      read.emplace(meeting->document, read_account(text_of(meeting->document), meeting->evidence));
    for (const auto& [left, right] : pairs_of(event)) {
      AccountPair pair{left->id, right->id,
                       align(read.at(left->document), read.at(right->document))};
      if (has_common_line(pair)) found.push_back(std::move(pair));
    }
  }
  return found;
}

}  // namespace entente::analyze

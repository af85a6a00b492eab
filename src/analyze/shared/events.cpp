// SPDX-License-Identifier: Apache-2.0
#include "analyze/shared/events.h"

#include <algorithm>
#include <set>

namespace entente::analyze {
namespace {

std::set<std::string_view> party_set(const Meeting& meeting) {
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

// What stands between the parts of a key, and in no name.
constexpr char between_parts = '\x1f';

std::string key_of(char kind, std::string_view value, std::string_view one,
                   std::string_view other) {
  std::string key(1, kind);
  for (const std::string_view part : {value, one, other}) (key += between_parts) += part;
  return key;
}

// Calls `use` with each two of the parties.
template <class Use>
void each_pair(const Meeting& meeting, const Use& use) {
  const auto parties = party_set(meeting);
  for (auto one = parties.begin(); one != parties.end(); ++one)
    for (auto other = std::next(one); other != parties.end(); ++other) use(*one, *other);
}

// By their day; by their place; by their place those that have no day.
constexpr char by_day = 'd', by_place = 'p', by_place_alone = 'n';

}  // namespace

bool same_event(const Meeting& a, const Meeting& b) {
  if (!parties_agree(a, b)) return false;
  const Match place = match_of(a.place, b.place, !a.place.empty() && !b.place.empty()),
              day = day_match(a, b);
  return place != Match::no && day != Match::no && (place == Match::yes || day == Match::yes);
}

void EventIndex::add(const Meeting& front, std::size_t event) {
  each_pair(front, [&](auto one, auto other) {
    const auto put = [&](char kind, std::string_view value) {
      by_key_[key_of(kind, value, one, other)].push_back(event);
    };
    if (front.when) put(by_day, to_string(*front.when));
    if (front.place.empty()) return;
    put(by_place, front.place);
    if (!front.when) put(by_place_alone, front.place);
  });
}

std::size_t EventIndex::find(const Meeting& meeting, const std::vector<Event>& events,
                             const std::function<bool(const Meeting&)>& may_be) const {
  std::size_t best = events.size();
  const auto look = [&](const std::string& key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return;
    for (const std::size_t event : found->second) {
      if (event >= best) return;
      const Meeting& front = *events[event].front();
      if (same_event(front, meeting) && may_be(front)) best = event;
    }
  };
  each_pair(meeting, [&](auto one, auto other) {
    if (meeting.when) look(key_of(by_day, to_string(*meeting.when), one, other));
    if (meeting.place.empty()) return;
    look(key_of(meeting.when ? by_place_alone : by_place, meeting.place, one, other));
  });
  return best;
}

}  // namespace entente::analyze

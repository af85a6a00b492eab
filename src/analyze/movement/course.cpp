// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/course.h"

#include <algorithm>
#include <set>

#include "analyze/movement/change.h"

namespace entente::analyze {
namespace {

using Positions = std::vector<const Position*>;

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

// How far two parties' words are apart; nothing where they do not speak of one thing.
class Distance {
 public:
  Distance(const Comparison& comparison, const Change& change)
      : comparison_(comparison), change_(change) {}

  std::optional<std::size_t> of(const Position& a, const Position& b) const {
    if (const auto steps = on_the_ladder(a, b)) return steps;
    if (change_.exclude(a, b)) return 1;
    if (change_.one_thing(a, b)) return 0;
    return std::nullopt;
  }

 private:
  // Two wishes on an ordered issue: the steps between them.
  std::optional<std::size_t> on_the_ladder(const Position& a, const Position& b) const {
    const auto x = comparison_.steps(a.issue, a.option), y = comparison_.steps(b.issue, b.option);
    const bool wishes = side_of(a.stance) == Side::for_it && side_of(b.stance) == Side::for_it;
    if (!x || !y || !wishes || !change_.is_ordered(a.issue)) return std::nullopt;
    if (x->meets(*y)) return 0;
    return x->low > y->high ? x->low - y->high : y->low - x->high;
  }

  const Comparison& comparison_;
  const Change& change_;
};

// Follows one issue through the days.
class Follower {
 public:
  explicit Follower(const Distance& distance) : distance_(distance) {}

  // All that was said on one day; the last word of each party stands.
  void take(Date day, const Positions& said) {
    std::set<std::string_view> spoke;
    for (const Position* position : said) {
      standing_[position->party] = position;
      spoke.insert(position->party);
    }
    std::vector<CoursePair> changed;
    for (auto one = standing_.begin(); one != standing_.end(); ++one)
      for (auto other = std::next(one); other != standing_.end(); ++other)
        if (spoke.contains(one->first) || spoke.contains(other->first))
          compare(day, *one->second, *other->second, changed);
    last_word_ = day;
    if (changed.empty()) return;
    changed_ = std::move(changed);
    changed_on_ = day;
  }

  IssueCourse course(const std::string& issue, std::optional<Date> as_of) const {
    IssueCourse out{.issue = issue};
    out.last_word = last_word_;
    out.silent = last_word_ && as_of && days_between(*last_word_, *as_of) > days_of_silence;
    for (const auto& [pair, steps] : apart_)
      if (steps > 0)
        for (const std::string_view party : {pair.first, pair.second})
          if (std::find(out.apart.begin(), out.apart.end(), party) == out.apart.end())
            out.apart.emplace_back(party);
    std::sort(out.apart.begin(), out.apart.end());
    if (changed_on_ && days_between(*changed_on_, *last_word_) <= days_of_silence)
      tell_change(out);
    else if (changed_on_ || (comparable_since_ && *comparable_since_ != *last_word_))
      out = stuck(std::move(out));
    return out;
  }

 private:
  using Pair = std::pair<std::string_view, std::string_view>;

  void compare(Date day, const Position& one, const Position& other,
               std::vector<CoursePair>& changed) {
    const auto now = distance_.of(one, other);
    if (!now) return;
    if (!comparable_since_) comparable_since_ = day;
    const auto [known, is_new] = apart_.try_emplace({one.party, other.party}, *now);
    if (is_new || known->second == *now) return;
    changed.push_back({std::min(one.id, other.id), std::max(one.id, other.id), *now < known->second,
                       known->second, *now});
    known->second = *now;
  }

  void tell_change(IssueCourse& out) const {
    const auto nearer = std::count_if(changed_.begin(), changed_.end(),
                                      [](const CoursePair& pair) { return pair.nearer; });
    out.course = nearer == 0                                              ? Course::widening
                 : nearer == static_cast<std::ptrdiff_t>(changed_.size()) ? Course::narrowing
                                                                          : Course::mixed;
    out.since = changed_on_;
    out.pairs = changed_;
  }

  IssueCourse stuck(IssueCourse out) const {
    out.course = Course::stuck;
    out.since = changed_on_ ? changed_on_ : comparable_since_;
    return out;
  }

  const Distance& distance_;
  std::map<std::string_view, const Position*> standing_;
  std::map<Pair, std::size_t> apart_;
  std::vector<CoursePair> changed_;
  std::optional<Date> changed_on_, comparable_since_, last_word_;
};

std::set<std::string_view> asked_for_no_consent(const Codebook& codebook) {
  std::set<std::string_view> out;
  for (const Party& party : codebook.parties)
    if (party.consent == Consent::not_required) out.insert(party.name);
  return out;
}

}  // namespace

std::vector<IssueCourse> courses(const Case& whole, const Comparison& comparison,
                                 const std::map<CellKey, Positions>& cells,
                                 std::optional<Date> as_of) {
  const Change change(whole, comparison);
  const Distance distance(comparison, change);
  const auto left_out = asked_for_no_consent(whole.codebook);
  std::map<std::string_view, std::map<Date, Positions>> said;  // by issue and day
  for (const auto& [key, cell] : cells) {
    if (!comparison.arguable(key.second) || left_out.contains(key.first)) continue;
    for (const Position* position : cell)
      if (day_of(*position) && side_of(position->stance) != Side::neutral &&
          comparison.own(*position))
        said[key.second][*day_of(*position)].push_back(position);
  }
  std::vector<IssueCourse> out;
  for (const Issue& issue : whole.codebook.issues) {
    const auto days = said.find(issue.id);
    if (days == said.end()) continue;
    Follower follower(distance);
    for (const auto& [day, positions] : days->second) follower.take(day, positions);
    out.push_back(follower.course(issue.id, as_of));
  }
  return out;
}

}  // namespace entente::analyze

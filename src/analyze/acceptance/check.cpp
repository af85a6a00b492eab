// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analyze/acceptance/acceptance.h"
#include "analyze/shared/comparison.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

bool asks_for(const Position& position) {
  return position.stance == Stance::demands || position.stance == Stance::wants;
}

class DraftReader {
 public:
  DraftReader(const Case& whole, const Acceptance& acceptance,
              const std::vector<Crossing>& crossings)
      : comparison_(whole), acceptance_(acceptance), own_(by_cell(whole, comparison_)) {
    for (auto& [cell, positions] : own_) {
      std::erase_if(positions, [&](const Position* one) { return !comparison_.own(*one); });
      for (const Position* position : positions) note_if_asked(*position);
    }
    for (const Crossing& crossing : crossings)
      if (const Position* line = find_item(whole.positions, crossing.red_line))
        lines_[crossing.clause].push_back(line);
  }

  DraftCheck read(Draft draft) const {
    DraftCheck out{
        std::move(draft.name), std::move(draft.clauses), acceptance_.parties, {}, {}, {}, {}, {}};
    out.balances.resize(out.parties.size());
    for (const Clause& clause : out.clauses) {
      std::vector<Word> words;
      for (std::size_t p = 0; p < out.parties.size(); ++p) {
        words.push_back(word(clause, p));
        out.balances[p].bearings.push_back(bearing(clause, p, words.back()));
      }
      out.words.push_back(std::move(words));
    }
    out.outcome = outcome(out);
    weigh(out);
    return out;
  }

 private:
  void note_if_asked(const Position& position) {
    const auto placed = comparison_.steps(position.issue, position.option);
    if (asks_for(position) && placed && placed->low == placed->high)
      asked_.emplace(position.party, position.issue, placed->low);
  }

  const std::string& party(std::size_t p) const { return acceptance_.parties[p].party; }

  // ---- what a party has said to a clause

  Word word(const Clause& clause, std::size_t p) const {
    if (const Position* line = crossed_line(clause, p))
      return {Answer::red_line, Doubt::none, line->id, std::nullopt,
              side_of(line->stance) == Side::for_it};
    const auto settled = comparison_.steps(clause.issue, clause.option);
    const auto issue =
        std::find_if(acceptance_.issues.begin(), acceptance_.issues.end(),
                     [&](const IssueAnswers& one) { return one.issue == clause.issue; });
    if (!settled || issue == acceptance_.issues.end()) return unplaced(clause, p);
    Word out = issue->words[p][settled->low];
    for (std::size_t o = settled->low; o <= settled->high; ++o)
      if (issue->words[p][o].answer != out.answer) return unplaced(clause, p);
    if (out.answer == Answer::unknown && !out.position)
      if (const Position* wish = newest_wish(clause, p))
        return {Answer::unknown, Doubt::silent, wish->id, std::nullopt, true};
    return out;
  }

  const Position* crossed_line(const Clause& clause, std::size_t p) const {
    const auto lines = lines_.find(clause.id);
    const Position* newest = nullptr;
    if (lines != lines_.end())
      for (const Position* line : lines->second)
        if (line->party == party(p) && (!newest || day_of(*newest) <= day_of(*line))) newest = line;
    return newest;
  }

  Word unplaced(const Clause& clause, std::size_t p) const {
    const Position* newest = newest_own(clause, p, [](const Position& position) {
      return side_of(position.stance) != Side::neutral;
    });
    return {Answer::unknown, Doubt::clause, newest ? std::optional(newest->id) : std::nullopt,
            std::nullopt, false};
  }

  // The party's newest own word on the clause's issue that `test` finds; nullptr: none.
  template <class Test>
  const Position* newest_own(const Clause& clause, std::size_t p, Test test) const {
    const auto own = own_.find({party(p), clause.issue});
    if (own == own_.end()) return nullptr;
    const auto found = std::find_if(own->second.rbegin(), own->second.rend(),
                                    [&](const Position* position) { return test(*position); });
    return found == own->second.rend() ? nullptr : *found;
  }

  // ---- what a clause is to a party

  Bearing bearing(const Clause& clause, std::size_t p, const Word& word) const {
    switch (word.answer) {
      case Answer::red_line:
        return Bearing::crossed;
      case Answer::against:
        return Bearing::against;
      case Answer::open_to:
      case Answer::conditional:
        return Bearing::open;
      case Answer::accepts:
        return asked_for(clause, p) ? Bearing::wanted : Bearing::offered;
      case Answer::unknown:
        break;
    }
    return word.instead && word.doubt == Doubt::silent ? Bearing::against : Bearing::unknown;
  }

  bool asked_for(const Clause& clause, std::size_t p) const {
    const auto settled = comparison_.steps(clause.issue, clause.option);
    if (!settled) return false;
    for (std::size_t o = settled->low; o <= settled->high; ++o)
      if (asked_.contains({party(p), clause.issue, o})) return true;
    return false;
  }

  // Of a party that has not spoken of this option: what it asks for in its place.
  const Position* newest_wish(const Clause& clause, std::size_t p) const {
    return newest_own(clause, p, [&](const Position& position) {
      return asks_for(position) && comparison_.steps(position.issue, position.option);
    });
  }

  // ---- the whole

  static bool says(const DraftCheck& check, Answer answer, bool needed_only) {
    for (const auto& words : check.words)
      for (std::size_t p = 0; p < words.size(); ++p)
        if (words[p].answer == answer && (check.parties[p].needed || !needed_only)) return true;
    return false;
  }

  static Outcome outcome(const DraftCheck& check) {
    if (says(check, Answer::red_line, false)) return Outcome::crosses;
    if (says(check, Answer::against, true)) return Outcome::opposed;
    const bool asked = !check.parties.empty() && check.parties.front().needed;
    const bool lacking = says(check, Answer::unknown, true) || says(check, Answer::open_to, true) ||
                         says(check, Answer::conditional, true);
    return asked && !check.clauses.empty() && !lacking ? Outcome::accepted : Outcome::unknown;
  }

  static void weigh(DraftCheck& check) {
    for (std::size_t p = 0; p < check.parties.size(); ++p) {
      if (!check.parties[p].needed) continue;
      const Balance& balance = check.balances[p];
      if (balance.gives() > 0)
        check.gives_way.push_back(p);
      else if (balance.count(Bearing::wanted) > 0)
        check.gets_all.push_back(p);
    }
    if (check.gets_all.empty() || check.gives_way.empty()) {
      check.gets_all.clear();
      check.gives_way.clear();
    }
  }

  Comparison comparison_;
  const Acceptance& acceptance_;
  std::map<CellKey, std::vector<const Position*>> own_;                // in order of time
  std::set<std::tuple<std::string, std::string, std::size_t>> asked_;  // party, issue, option
  std::map<ClauseId, std::vector<const Position*>> lines_;             // that a clause crosses
};

}  // namespace

std::vector<DraftCheck> checks(const Case& whole, const Acceptance& acceptance,
                               std::vector<Draft> drafts, const std::vector<Crossing>& crossings) {
  const DraftReader reader(whole, acceptance, crossings);
  std::vector<DraftCheck> out;
  for (Draft& draft : drafts) out.push_back(reader.read(std::move(draft)));
  return out;
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "analyze/shared/comparison.h"

#include <algorithm>
#include <tuple>

#include "model/find.h"
#include "model/telling.h"

namespace entente::analyze {

Side side_of(Stance stance) {
  if (stance == Stance::rejects) return Side::against;
  if (stance == Stance::reports || stance == Stance::undecided) return Side::neutral;
  return Side::for_it;
}

Comparison::Comparison(const Case& whole) : whole_(whole) {
  for (const Issue& issue : whole.codebook.issues) issues_.emplace(issue.id, &issue);
  for (const Party& party : whole.codebook.parties) parties_.insert(party.name);
  for (const Statement& statement : whole.statements) parties_.insert(statement.party);
  for (const Position& position : whole.positions) parties_.insert(position.party);
  for (const Person& person : whole.people) parties_.insert(person.party);
}

bool Comparison::counts(const Position& position) const {
  if (position.review.status == Status::rejected) return false;
  const DocumentCard* card = find_item(whole_.documents, position.document);
  return !card || !card->same_account_as;
}

bool Comparison::own(const Position& position) const {
  for (const Statement* statement :
       telling(position, [&](StatementId id) { return find_item(whole_.statements, id); }))
    if (statement->party != position.party) return false;
  const std::string& by = position.reported_by;
  if (by == position.party || by.empty() || by == "narrator") return true;
  return position.statement && !parties_.contains(by);
}

bool Comparison::guessed(const Position& position) const {
  if (!position.statement || position.review.status == Status::confirmed) return false;
  const Statement* said = find_item(whole_.statements, *position.statement);
  if (!said || !said->person || said->review.status == Status::confirmed) return false;
  const Person* speaker = find_item(whole_.people, *said->person);
  if (speaker && speaker->party.empty() && speaker->same_as)
    speaker = find_item(whole_.people, *speaker->same_as);
  return speaker && party_is_guess(*speaker) && speaker->party == position.party;
}

bool Comparison::arguable(const std::string& issue) const {
  const auto found = issues_.find(issue);
  if (found == issues_.end()) return true;
  return found->second->kind == IssueKind::substance || found->second->kind == IssueKind::process;
}

std::optional<OptionSteps> Comparison::steps(const std::string& issue,
                                             const std::optional<OptionRange>& range) const {
  const auto found = issues_.find(issue);
  if (!range || found == issues_.end()) return std::nullopt;
  const auto& options = found->second->options;
  const auto index = [&](const std::string& id) {
    const auto at =
        std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
    return static_cast<std::size_t>(at - options.begin());
  };
  const std::size_t low = index(range->low), high = index(range->high);
  if (low == options.size() || high == options.size()) return std::nullopt;
  const bool says_nothing =
      low != high && std::min(low, high) == 0 && std::max(low, high) + 1 == options.size();
  if (says_nothing) return std::nullopt;
  return OptionSteps{std::min(low, high), std::max(low, high)};
}

std::map<CellKey, std::vector<const Position*>> by_cell(const Case& whole,
                                                        const Comparison& comparison) {
  std::map<CellKey, std::vector<const Position*>> cells;
  for (const Position& position : whole.positions)
    if (comparison.counts(position)) cells[{position.party, position.issue}].push_back(&position);
  const auto when = [](const Position* p) { return std::tuple(day_of(*p), p->id); };
  for (auto& [key, positions] : cells)
    std::sort(positions.begin(), positions.end(),
              [&](auto* a, auto* b) { return when(a) < when(b); });
  return cells;
}

}  // namespace entente::analyze

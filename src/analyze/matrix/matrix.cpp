// SPDX-License-Identifier: Apache-2.0
#include "analyze/matrix/matrix.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyze/shared/comparison.h"

namespace entente::analyze {
namespace {

int consent_rank(const Codebook& codebook, const std::string& name) {
  const auto party = std::find_if(codebook.parties.begin(), codebook.parties.end(),
                                  [&](const Party& each) { return each.name == name; });
  if (party == codebook.parties.end()) return 1;
  return party->consent == Consent::required ? 0 : party->consent == Consent::not_required ? 2 : 1;
}

std::vector<std::string> rows(const Codebook& codebook,
                              const std::map<std::string, std::size_t>& positions_of) {
  std::vector<std::string> parties;
  for (const auto& [party, count] : positions_of) parties.push_back(party);
  const auto place = [&](const std::string& party) {
    return std::pair{consent_rank(codebook, party),
                     -static_cast<std::ptrdiff_t>(positions_of.at(party))};
  };
  std::stable_sort(parties.begin(), parties.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return parties;
}

std::vector<std::string> columns(const Codebook& codebook, std::set<std::string> used) {
  std::vector<std::string> issues;
  for (const Issue& issue : codebook.issues)
    if (used.erase(issue.id)) issues.push_back(issue.id);
  issues.insert(issues.end(), used.begin(), used.end());
  return issues;
}

using Positions = std::vector<const Position*>;

template <class Test>
const Position* last(const Positions& positions, Test test) {
  const auto found = std::find_if(positions.rbegin(), positions.rend(), test);
  return found == positions.rend() ? nullptr : *found;
}

// A remark does not hide the stand that was taken before, nor another's account of a party what it
// said itself.
const Position& shown(const Positions& positions, const Comparison& comparison) {
  const auto stand = [](const Position* p) { return side_of(p->stance) != Side::neutral; };
  const auto own = [&](const Position* p) { return comparison.own(*p); };
  if (const Position* found = last(positions, [&](auto* p) { return stand(p) && own(p); }))
    return *found;
  if (const Position* found = last(positions, own)) return *found;
  const Position* told = last(positions, stand);
  return told ? *told : *positions.back();
}

Cell cell_of(const CellKey& key, const Positions& positions, const Comparison& comparison) {
  const Position& newest = shown(positions, comparison);
  Cell cell{.party = key.first,
            .issue = key.second,
            .newest = newest.id,
            .all = {},
            .red_line = {},
            .own = comparison.own(newest)};
  for (const Position* position : positions) cell.all.push_back(position->id);
  const auto line = [&](const Position* p) {
    return p->firmness == Firmness::red_line && comparison.own(*p);
  };
  if (const Position* drawn = last(positions, line)) cell.red_line = drawn->id;
  return cell;
}

void mark_unsure(const Case& whole, std::vector<Cell>& cells) {
  std::set<StatementId> unsure;
  for (const Statement& statement : whole.statements)
    if (is_unsure(statement)) unsure.insert(statement.id);
  std::set<PositionId> resting;
  for (const Position& position : whole.positions)
    if (position.statement && is_suggested(position.review) && unsure.contains(*position.statement))
      resting.insert(position.id);
  for (Cell& cell : cells) cell.unsure = resting.contains(cell.newest);
}

}  // namespace

Matrix matrix(const Case& whole) {
  const Comparison comparison(whole);
  const auto cells = by_cell(whole, comparison);
  std::map<std::string, std::size_t> positions_of;
  std::set<std::string> used;
  for (const auto& [key, positions] : cells) {
    positions_of[key.first] += positions.size();
    used.insert(key.second);
  }
  Matrix out{rows(whole.codebook, positions_of), columns(whole.codebook, used), {}};
  for (const std::string& party : out.parties)
    for (const std::string& issue : out.issues)
      if (const auto found = cells.find({party, issue}); found != cells.end())
        out.cells.push_back(cell_of(found->first, found->second, comparison));
  mark_unsure(whole, out.cells);
  return out;
}

void mark(Matrix& matrix, const std::vector<Movement>& movements,
          const std::vector<Contradiction>& contradictions, const std::vector<Recoded>& recodings) {
  std::set<PositionId> edited;
  for (const Recoded& one : recodings)
    if (one.verb != "confirm") edited.insert(one.position);
  const auto names = [](const Cell& cell) {
    return [&](const auto& finding) {
      return finding.party == cell.party && finding.issue == cell.issue;
    };
  };
  for (Cell& cell : matrix.cells) {
    cell.moved = std::any_of(movements.begin(), movements.end(), names(cell));
    cell.contradicted = std::any_of(contradictions.begin(), contradictions.end(), names(cell));
    cell.recoded = std::any_of(cell.all.begin(), cell.all.end(),
                               [&](PositionId id) { return edited.contains(id); });
  }
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "analyze/shared/comparison.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "model/telling.h"
#include "text/prose.h"

namespace entente::analyze {

Side side_of(Stance stance) {
  if (stance == Stance::rejects) return Side::against;
  if (stance == Stance::reports || stance == Stance::undecided) return Side::neutral;
  return Side::for_it;
}

Comparison::Comparison(const Case& whole) {
  for (const Issue& issue : whole.codebook.issues) issues_.emplace(issue.id, &issue);
  for (const DocumentCard& card : whole.documents) documents_.emplace(card.id, &card);
  for (const Statement& statement : whole.statements) statements_.emplace(statement.id, &statement);
  for (const Person& person : whole.people) people_.emplace(person.id, &person);
  for (const Party& party : whole.codebook.parties) parties_.insert(party.name);
  for (const Statement& statement : whole.statements) parties_.insert(statement.party);
  for (const Position& position : whole.positions) parties_.insert(position.party);
  for (const Person& person : whole.people) parties_.insert(person.party);
}

bool Comparison::counts(const Position& position) const {
  if (position.review.status == Status::rejected) return false;
  const auto card = documents_.find(position.document);
  return card == documents_.end() || !card->second->same_account_as;
}

bool Comparison::own(const Position& position) const {
  const auto statement_with = [&](StatementId id) {
    const auto found = statements_.find(id);
    return found == statements_.end() ? nullptr : found->second;
  };
  for (const Statement* statement : telling(position, statement_with))
    if (statement->party != position.party) return false;
  const std::string& by = position.reported_by;
  if (by == position.party || by.empty() || by == "narrator") return true;
  return position.statement && !parties_.contains(by);
}

bool Comparison::guessed(const Position& position) const {
  if (!position.statement || position.review.status == Status::confirmed) return false;
  const auto said = statements_.find(*position.statement);
  if (said == statements_.end() || !said->second->person ||
      said->second->review.status == Status::confirmed)
    return false;
  auto speaker = people_.find(*said->second->person);
  if (speaker != people_.end() && speaker->second->party.empty() && speaker->second->same_as)
    speaker = people_.find(*speaker->second->same_as);
  return speaker != people_.end() && party_is_guess(*speaker->second) &&
         speaker->second->party == position.party;
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

ContentWords content_words(std::u32string_view text) {
  const text::Prose prose = text::read_prose(text, {});
  ContentWords words;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i) {
    const text::Token& token = prose.tokens[i];
    if (token.kind == text::TokenKind::number ||
        (token.kind == text::TokenKind::word && token.span.size() >= 4))
      words.emplace_back(prose.folded_word(i));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
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

// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/left_over.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

// Where the positions of a document begin, ascending.
using Beginnings = std::map<DocumentId, std::vector<std::size_t>>;

Beginnings beginnings_of(const std::vector<Position>& positions) {
  Beginnings out;
  for (const Position& one : positions)
    if (!is_rejected(one.review)) out[one.document].push_back(one.evidence.begin);
  for (auto& [document, begins] : out) std::sort(begins.begin(), begins.end());
  return out;
}

bool holds_one(const Statement& statement, const Beginnings& all) {
  const auto found = all.find(statement.document);
  if (found == all.end()) return false;
  return std::any_of(statement.content.begin(), statement.content.end(), [&](Span span) {
    const auto next = std::lower_bound(found->second.begin(), found->second.end(), span.begin);
    return next != found->second.end() && *next < span.end;
  });
}

std::set<StatementId> with_a_position(const Case& contents) {
  std::set<StatementId> out;
  for (const Position& one : contents.positions)
    if (one.statement && !is_rejected(one.review)) out.insert(*one.statement);
  return out;
}

bool is_copy(const Case& contents, DocumentId id) {
  const DocumentCard* card = find_item(contents.documents, id);
  return card && card->same_account_as.has_value();
}

// The words of a statement are those of its places, with " … " between.
std::vector<Stretch> stretches_of(const Statement& statement, const Vocabulary& vocabulary) {
  constexpr std::size_t between = 3;
  const std::u32string words = from_utf8(statement.words);
  std::vector<Stretch> out;
  std::size_t at = 0;
  for (Span span : statement.content) {
    if (at + span.size() > words.size()) break;
    Stretch one{words.substr(at, span.size()), span.begin, {}, {}};
    one.heard = heard_in(one.text);
    one.kinds = kinds_of(one.heard, vocabulary);
    out.push_back(std::move(one));
    at += span.size() + between;
  }
  return out;
}

}  // namespace

Fit fit_of(const Case& contents, const std::set<StatementId>& spoken_of) {
  const Beginnings beginnings = beginnings_of(contents.positions);
  const std::set<StatementId> carrying = with_a_position(contents);
  Fit fit;
  for (const Statement& one : contents.statements) {
    if (is_rejected(one.review) || is_copy(contents, one.document)) continue;
    const bool fits =
        spoken_of.contains(one.id) || carrying.contains(one.id) || holds_one(one, beginnings);
    (fits ? fit.fitting : fit.left_over).push_back(&one);
  }
  return fit;
}

std::vector<Saying> sayings_of(const std::vector<const Statement*>& statements,
                               const Vocabulary& vocabulary) {
  std::set<StatementId> listed;
  for (const Statement* one : statements) listed.insert(one->id);
  std::vector<Saying> out;
  for (const Statement* one : statements)
    if (!one->within || !listed.contains(*one->within))
      out.push_back({one, stretches_of(*one, vocabulary)});
  return out;
}

const std::string& voice_of(const Statement& statement) {
  return statement.party.empty() ? statement.speaker : statement.party;
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "store/numbering.h"

#include <fmt/format.h>

#include <map>

namespace entente::store {
namespace {

using NewIds = std::map<StatementId, StatementId>;

template <class Item>
void number_items(std::vector<Item>& items, DocumentId document, std::uint32_t& last) {
  for (Item& item : items) {
    item.id = {++last};
    item.document = document;
  }
}

// The statement's number within its entry: that it brings along, else its place.
NewIds new_ids(const std::vector<Statement>& statements, std::uint32_t last) {
  NewIds ids;
  std::uint32_t place = 0;
  for (const Statement& statement : statements) {
    ++place;
    ids.emplace(statement.id.given() ? statement.id : StatementId{place},
                StatementId{last + place});
  }
  return ids;
}

void carry_over(std::optional<StatementId>& reference, const NewIds& ids,
                const Document& document) {
  if (!reference) return;
  const auto found = ids.find(*reference);
  if (found == ids.end())
    throw Failed({FailureKind::internal,
                  fmt::format("Nothing in {} is {}, which another item names", document.card.name,
                              reference->text()),
                  "Please report this"});
  reference = found->second;
}

}  // namespace

void number_anew(Entry& entry, LastIds& last) {
  const NewIds ids = new_ids(entry.statements, last.statement);
  const DocumentId document = entry.document.card.id = {++last.document};
  number_items(entry.statements, document, last.statement);
  number_items(entry.positions, document, last.position);
  number_items(entry.meetings, document, last.meeting);
  number_items(entry.clauses, document, last.clause);
  number_items(entry.levers, document, last.lever);
  for (Statement& statement : entry.statements) {
    carry_over(statement.continues, ids, entry.document);
    carry_over(statement.within, ids, entry.document);
  }
  for (Position& position : entry.positions) carry_over(position.statement, ids, entry.document);
  for (Lever& lever : entry.levers) carry_over(lever.statement, ids, entry.document);
}

}  // namespace entente::store

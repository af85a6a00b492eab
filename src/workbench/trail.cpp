// SPDX-License-Identifier: Apache-2.0
#include "workbench/trail.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "model/quote.h"
#include "workbench/items.h"
#include "workbench/prose.h"
#include "workbench/trail_reader.h"
#include "workbench/verify.h"

namespace entente {
TrailReader::TrailReader(const Case& contents, std::function<Document(DocumentId)> text_of)
    : contents_(contents), text_of_(std::move(text_of)) {}

Trail TrailReader::read(const std::string& item, const std::vector<LogEntry>& log) {
  trail_ = {};
  trail_.unchanged = true;
  with_item(contents_, item, [&](const auto& one) { take(one); });
  for (const LogEntry& entry : log)
    if (entry.item == item) trail_.history.push_back(entry);
  return std::move(trail_);
}

void TrailReader::take(const Statement& statement) {
  trail_.statement = statement;
  for (Span span : statement.content) add_passage({statement.document, span});
  hold(statement.words == words_at(text(statement.document).text, statement.content));
}

void TrailReader::take(const Position& position) {
  trail_.position = position;
  add_passage({position.document, position.evidence}, position.words);
  if (!position.statement) return;
  const auto statement = find_item(contents_.statements, *position.statement);
  if (statement) take(*statement);
}

void TrailReader::take(const Meeting& meeting) {
  trail_.meeting = meeting;
  add_passage({meeting.document, meeting.evidence}, meeting.words);
}

void TrailReader::take(const Clause& clause) {
  trail_.clause = clause;
  add_passage({clause.document, clause.evidence}, clause.words);
}

void TrailReader::take(const Lever& lever) {
  trail_.lever = lever;
  add_passage({lever.document, lever.evidence}, lever.words);
  const auto statement =
      lever.statement ? find_item(contents_.statements, *lever.statement) : nullptr;
  if (statement) take(*statement);
}

void TrailReader::take(const Person& person) {
  trail_.person = person;
  for (const Evidence& evidence : person.evidence) add_passage(evidence);
}

void TrailReader::add_passage(Evidence evidence, const std::string& words) {
  hold(words == slice_utf8(text(evidence.document).text, evidence.span));
  add_passage(evidence);
}

// A place that an earlier passage shows already is not shown again.
void TrailReader::add_passage(Evidence evidence) {
  for (const Passage& passage : trail_.passages)
    if (passage.evidence.document == evidence.document && passage.sentences.contains(evidence.span))
      return;
  trail_.passages.push_back(passage_of(prose_of(text(evidence.document)), evidence));
}

Passage TrailReader::passage_of(const text::Prose& prose, Evidence evidence) {
  std::size_t first = prose.sentence_at(evidence.span.begin), last = first;
  while (last < prose.sentences.size() && prose.sentences[last].span.begin < evidence.span.end)
    ++last;
  Passage passage{evidence, evidence.span, "", "", ""};
  for (std::size_t i = first; i < last; ++i)
    passage.sentences = hull(passage.sentences, prose.sentences[i].span);
  passage.text = slice_utf8(prose.text, passage.sentences);
  if (first > 0) passage.before = slice_utf8(prose.text, prose.sentences[first - 1].span);
  if (last < prose.sentences.size())
    passage.after = slice_utf8(prose.text, prose.sentences[last].span);
  return passage;
}

const Document& TrailReader::text(DocumentId id) {
  if (const auto known = texts_.find(id); known != texts_.end()) return known->second;
  const Document& document = texts_.emplace(id, text_of_(id)).first->second;
  trail_.documents.push_back(document.card);
  hold(sha256_hex(to_utf8(document.text)) == document.card.sha256);
  return document;
}

void TrailReader::hold(bool holds) { trail_.unchanged = trail_.unchanged && holds; }

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/failure.h"
#include "base/file.h"
#include "model/find.h"
#include "model/quote.h"

namespace entente {
namespace {

// Words that an item quotes; those of a person are not kept apart from the text.
struct Quote {
  DocumentId document;
  const Span* begin = nullptr;  // its places
  const Span* end = nullptr;
  const std::string* words = nullptr;
  const void* item = nullptr;
  std::string (*name)(const void* item) = nullptr;  // of the item; made only where it is needed
};

template <class Item>
std::string name_of(const void* item) {
  return static_cast<const Item*>(item)->id.text();
}

template <class Item>
Quote quote_of(const Item& item, DocumentId document, const Span* begin, std::size_t count,
               const std::string* words) {
  return {document, begin, begin + count, words, &item, name_of<Item>};
}

template <class Items>
void take_quotes(const Items& items, std::vector<Quote>& out) {
  for (const auto& item : items)
    out.push_back(quote_of(item, item.document, &item.evidence, 1, &item.words));
}

// Of whatever has statements, positions, meetings, clauses and levers.
template <class Contents>
void take_all(const Contents& contents, std::vector<Quote>& out) {
  for (const Statement& s : contents.statements)
    out.push_back(quote_of(s, s.document, s.content.data(), s.content.size(), &s.words));
  take_quotes(contents.positions, out);
  take_quotes(contents.meetings, out);
  take_quotes(contents.clauses, out);
  take_quotes(contents.levers, out);
}

void take_places(const std::vector<Person>& people, std::vector<Quote>& out) {
  for (const Person& person : people)
    for (const Evidence& evidence : person.evidence)
      out.push_back(quote_of(person, evidence.document, &evidence.span, 1, nullptr));
}

std::vector<Quote> quotes_of(const Case& contents) {
  std::vector<Quote> quotes;
  quotes.reserve(contents.statements.size() + contents.positions.size());
  take_all(contents, quotes);
  take_places(contents.people, quotes);
  return quotes;
}

bool holds(const Quote& quote, const std::u32string& text) {
  const bool inside = std::all_of(quote.begin, quote.end, [&](Span span) {
    return span.begin <= span.end && span.end <= text.size();
  });
  return inside && (!quote.words || *quote.words == words_at(text, {quote.begin, quote.end}));
}

Failed damaged(const std::filesystem::path& path, const Quote& quote) {
  return Failed({FailureKind::damaged,
                 fmt::format("{} is damaged: the words of {} are not those of the text of {}",
                             quoted(path), quote.name(quote.item), quote.document.text()),
                 "Restore it from a copy; the file was left as it is"});
}

Failed misquoted(const Quote& quote) {
  return Failed({FailureKind::internal,
                 fmt::format("The words of {} are not those of its text, and are not written",
                             quote.name(quote.item)),
                 "The case was left as it is; this is a fault of the program"});
}

// Calls `refuse` with the first quote that its text does not hold.
template <class Refuse>
void hold(std::vector<Quote> quotes, const DocumentsOf& documents_of, const Refuse& refuse) {
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& a, const Quote& b) { return a.document < b.document; });
  std::vector<DocumentId> ids;
  for (const Quote& quote : quotes)
    if (ids.empty() || ids.back() != quote.document) ids.push_back(quote.document);
  auto quote = quotes.begin();
  documents_of(ids, [&](const Document& document) {
    for (; quote != quotes.end() && quote->document == document.card.id; ++quote)
      if (!holds(*quote, document.text)) refuse(*quote);
  });
}

}  // namespace

void hold_to_texts(const Case& contents, const std::filesystem::path& path,
                   const DocumentsOf& documents_of) {
  const std::vector<Quote> quotes = quotes_of(contents);
  for (const Quote& quote : quotes)
    if (!find_item(contents.documents, quote.document)) throw damaged(path, quote);
  hold(quotes, documents_of, [&](const Quote& quote) { throw damaged(path, quote); });
}

// Its items get their numbers, and that of the document, when they are written.
void hold_before_writing(const store::Entry& entry) {
  std::vector<Quote> quotes;
  take_all(entry, quotes);
  for (const Quote& quote : quotes)
    if (!holds(quote, entry.document.text)) throw misquoted(quote);
}

void hold_before_writing(const store::Store::Change& change, const DocumentsOf& documents_of) {
  std::vector<Quote> quotes;
  take_all(change, quotes);
  take_all(change.added, quotes);
  hold(std::move(quotes), documents_of, [](const Quote& quote) { throw misquoted(quote); });
}

void hold_before_writing(const exchange::Whole& whole) {
  std::map<DocumentId, const Document*> texts;
  for (const Document& document : whole.documents) texts[document.card.id] = &document;
  const auto documents_of = [&](const std::vector<DocumentId>& ids, const auto& use) {
    for (DocumentId id : ids)
      if (const auto text = texts.find(id); text != texts.end()) use(*text->second);
  };
  const std::vector<Quote> quotes = quotes_of(whole.contents);
  for (const Quote& quote : quotes)
    if (!texts.contains(quote.document)) throw misquoted(quote);
  hold(quotes, documents_of, [](const Quote& quote) { throw misquoted(quote); });
}

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/verify.h"

#include <fmt/format.h>

#include <algorithm>

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

std::vector<Quote> quotes_of(const Case& contents) {
  std::vector<Quote> quotes;
  quotes.reserve(contents.statements.size() + contents.positions.size());
  for (const Statement& s : contents.statements)
    quotes.push_back(quote_of(s, s.document, s.content.data(), s.content.size(), &s.words));
  take_quotes(contents.positions, quotes);
  take_quotes(contents.meetings, quotes);
  take_quotes(contents.clauses, quotes);
  take_quotes(contents.levers, quotes);
  for (const Person& person : contents.people)
    for (const Evidence& evidence : person.evidence)
      quotes.push_back(quote_of(person, evidence.document, &evidence.span, 1, nullptr));
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& a, const Quote& b) { return a.document < b.document; });
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

}  // namespace

void hold_to_texts(const Case& contents, const std::filesystem::path& path,
                   const DocumentsOf& documents_of) {
  const std::vector<Quote> quotes = quotes_of(contents);
  std::vector<DocumentId> ids;
  for (const Quote& quote : quotes) {
    if (!ids.empty() && ids.back() == quote.document) continue;
    if (!find_item(contents.documents, quote.document)) throw damaged(path, quote);
    ids.push_back(quote.document);
  }
  auto quote = quotes.begin();
  documents_of(ids, [&](const Document& document) {
    for (; quote != quotes.end() && quote->document == document.card.id; ++quote)
      if (!holds(*quote, document.text)) throw damaged(path, *quote);
  });
}

}  // namespace entente

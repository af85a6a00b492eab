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
  std::string item;
  std::vector<Span> spans;
  const std::string* words = nullptr;
};

template <class Items>
void take_quotes(const Items& items, std::vector<Quote>& out) {
  for (const auto& item : items)
    out.push_back({item.document, item.id.text(), {item.evidence}, &item.words});
}

std::vector<Quote> quotes_of(const Case& contents) {
  std::vector<Quote> quotes;
  for (const Statement& statement : contents.statements)
    quotes.push_back(
        {statement.document, statement.id.text(), statement.content, &statement.words});
  take_quotes(contents.positions, quotes);
  take_quotes(contents.meetings, quotes);
  take_quotes(contents.clauses, quotes);
  for (const Person& person : contents.people)
    for (const Evidence& evidence : person.evidence)
      quotes.push_back({evidence.document, person.id.text(), {evidence.span}, nullptr});
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& a, const Quote& b) { return a.document < b.document; });
  return quotes;
}

bool holds(const Quote& quote, const std::u32string& text) {
  const bool inside = std::all_of(quote.spans.begin(), quote.spans.end(), [&](Span span) {
    return span.begin <= span.end && span.end <= text.size();
  });
  return inside && (!quote.words || *quote.words == words_at(text, quote.spans));
}

Failed damaged(const std::filesystem::path& path, const Quote& quote) {
  return Failed({FailureKind::damaged,
                 fmt::format("{} is damaged: the words of {} are not those of the text of {}",
                             quoted(path), quote.item, quote.document.text()),
                 "Restore it from a copy; the file was left as it is"});
}

}  // namespace

void hold_to_texts(const Case& contents, const std::filesystem::path& path,
                   const std::function<Document(DocumentId)>& text_of) {
  DocumentId at;
  std::u32string text;
  for (const Quote& quote : quotes_of(contents)) {
    if (quote.document != at || text.empty()) {
      if (!find_item(contents.documents, quote.document)) throw damaged(path, quote);
      at = quote.document;
      text = text_of(at).text;
    }
    if (!holds(quote, text)) throw damaged(path, quote);
  }
}

}  // namespace entente

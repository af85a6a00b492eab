// SPDX-License-Identifier: Apache-2.0
#include "report/excerpts.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/prose.h"

namespace entente::report {
namespace {

constexpr std::size_t most_context = 320;  // code points on each side of a quote

std::vector<Span> unread(const Document& document) {
  std::vector<Span> spans = document.headings;
  for (const Noise& noise : document.noise) spans.push_back(noise.span);
  std::sort(spans.begin(), spans.end());
  return spans;
}

// From the start of the sentence where the quote begins to the end of the one where it ends.
Span sentences_around(const text::Prose& prose, Span quote) {
  Span around = quote;
  const std::size_t first = prose.sentence_at(quote.begin), last = prose.sentence_at(quote.end - 1);
  if (first < prose.sentences.size() && prose.sentences[first].span.meets(quote))
    around = hull(around, prose.sentences[first].span);
  if (last < prose.sentences.size() && prose.sentences[last].span.meets(quote))
    around = hull(around, prose.sentences[last].span);
  return around;
}

Excerpt excerpt_of(const Document& document, const text::Prose& prose, Span quote) {
  quote.end = std::min(quote.end, document.text.size());
  if (quote.empty()) return {};
  const Span around = sentences_around(prose, quote);
  const std::size_t begin =
      std::max(around.begin, quote.begin - std::min(quote.begin, most_context));
  const std::size_t end = std::min(around.end, quote.end + most_context);
  return {(begin > around.begin ? "… " : "") + slice_utf8(document.text, {begin, quote.begin}),
          slice_utf8(document.text, quote),
          slice_utf8(document.text, {quote.end, end}) + (end < around.end ? " …" : ""),
          document.card.language};
}

}  // namespace

Excerpts::Excerpts(std::vector<Evidence> places,
                   const std::function<Document(DocumentId)>& text_of) {
  std::sort(places.begin(), places.end());
  for (auto at = places.begin(); at != places.end();) {
    const Document document = text_of(at->document);
    const text::Prose prose = text::read_prose(document.text, unread(document));
    for (const DocumentId id = at->document; at != places.end() && at->document == id; ++at)
      excerpts_.emplace(*at, excerpt_of(document, prose, at->span));
  }
}

const Excerpt& Excerpts::at(const Evidence& place) const {
  static const Excerpt none;
  const auto found = excerpts_.find(place);
  return found == excerpts_.end() ? none : found->second;
}

}  // namespace entente::report

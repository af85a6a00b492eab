// SPDX-License-Identifier: Apache-2.0
#include "text/prose.h"

#include <algorithm>

#include "text/characters.h"
#include "text/cut.h"

namespace entente::text {
namespace {

char32_t folded_mark(char32_t c) {
  if (is_double_mark(c)) return '"';
  return is_single_mark(c) ? U'\'' : lower(c);
}

std::u32string folded_text(std::u32string_view text) {
  std::u32string folded(text);
  for (char32_t& c : folded) c = is_ascii(c) ? lower(c) : folded_mark(c);
  return folded;
}

void add_paragraph(Prose& prose, Span span) {
  const std::size_t number = prose.paragraphs.size(), sentences = prose.sentences.size(),
                    tokens = prose.tokens.size();
  cut_tokens(prose.text, span, prose.tokens);
  cut_sentences(prose, tokens, number);
  cut_quotations(prose.text, span, number, prose.quotations);
  prose.paragraphs.push_back({span, sentences, prose.sentences.size()});
}

template <class Items>
std::size_t first_ending_after(const Items& items, std::size_t at) {
  const auto found = std::partition_point(items.begin(), items.end(),
                                          [&](const auto& item) { return item.span.end <= at; });
  return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::size_t Prose::token_at(std::size_t at) const { return first_ending_after(tokens, at); }

std::size_t Prose::sentence_at(std::size_t at) const { return first_ending_after(sentences, at); }

const Quotation* Prose::quotation_at(std::size_t at) const {
  auto found =
      std::partition_point(quotations.begin(), quotations.end(),
                           [&](const Quotation& quotation) { return quotation.outer.begin <= at; });
  if (found == quotations.begin()) return nullptr;
  const Quotation& outermost = quotations[std::prev(found)->host];
  return outermost.outer.contains(at) ? &outermost : nullptr;
}

Prose read_prose(std::u32string_view text, const std::vector<Span>& skip) {
  Prose prose;
  prose.text = text;
  prose.folded = folded_text(text);
  for (Span paragraph : cut_paragraphs(text, skip)) add_paragraph(prose, paragraph);
  return prose;
}

}  // namespace entente::text

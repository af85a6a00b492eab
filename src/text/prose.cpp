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

// What an apostrophe becomes where an encoding was misread on the way.
bool is_broken_apostrophe(char32_t c) { return c == 0xFFFD || c == 0x92 || c == 0xB4 || c == U'`'; }

// "s" of "the state"s envoy", "t" of "don"t": what follows an apostrophe and ends its word.
bool ends_as_after_apostrophe(std::u32string_view text, std::size_t at) {
  for (std::u32string_view ending : {U"s", U"t", U"d", U"m", U"re", U"ve", U"ll"})
    if (text.substr(at).starts_with(ending) &&
        (at + ending.size() == text.size() || !is_alnum(text[at + ending.size()])))
      return true;
  return false;
}

bool stands_for_apostrophe(std::u32string_view text, std::size_t i) {
  if (i == 0 || i + 1 >= text.size() || !is_letter(text[i - 1]) || !is_letter(text[i + 1]))
    return false;
  if (is_broken_apostrophe(text[i])) return true;
  return (text[i] == U'"' || text[i] == U'?') && ends_as_after_apostrophe(text, i + 1);
}

std::u32string with_apostrophes(std::u32string_view text) {
  std::u32string mended(text);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (stands_for_apostrophe(text, i)) mended[i] = U'\'';
  return mended;
}

void add_paragraph(Prose& prose, std::u32string_view mended, Span span) {
  const std::size_t number = prose.paragraphs.size(), sentences = prose.sentences.size(),
                    tokens = prose.tokens.size();
  cut_tokens(mended, span, prose.tokens);
  cut_sentences(prose, tokens, number);
  cut_quotations(mended, span, number, prose.quotations);
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

Prose read_tokens(std::u32string_view text) {
  Prose prose;
  prose.text = text;
  const std::u32string mended = with_apostrophes(text);
  prose.folded = folded_text(mended);
  cut_tokens(mended, {0, text.size()}, prose.tokens);
  return prose;
}

Prose read_prose(std::u32string_view text, const std::vector<Span>& skip) {
  Prose prose;
  prose.text = text;
  const std::u32string mended = with_apostrophes(text);
  prose.folded = folded_text(mended);
  for (Span paragraph : cut_paragraphs(text, skip)) add_paragraph(prose, mended, paragraph);
  prose.tokens.shrink_to_fit();
  return prose;
}

}  // namespace entente::text

// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/units.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::extract::learned {
namespace {

constexpr std::array<std::u32string_view, 6> endings{U"'s", U"'re", U"'ve", U"'ll", U"'d", U"'m"};

// A passage costs more than its length: past the first number it ends with its sentence, past the
// second at once.
constexpr std::size_t long_passage = 400, longest_passage = 1000;

// Where the clitic begins that ends this word; its end where it has none.
std::size_t clitic_of(std::u32string_view word) {
  for (std::u32string_view ending : endings)
    if (word.size() > ending.size() && word.ends_with(ending)) return word.size() - ending.size();
  return word.size();
}

void add_word(const text::Prose& prose, std::size_t token, std::uint32_t sentence,
              std::vector<Unit>& units) {
  const Span span = prose.tokens[token].span;
  const std::size_t cut = span.begin + clitic_of(prose.folded_word(token));
  units.push_back({{span.begin, cut}, sentence});
  if (cut < span.end) units.push_back({{cut, span.end}, sentence});
}

QuoteState state_in(const text::Quotation& quotation, Span unit) {
  if (unit.begin < quotation.inner.begin) return QuoteState::opening;
  return unit.begin >= quotation.inner.end ? QuoteState::closing : QuoteState::inside;
}

void mark_quotations(const text::Prose& prose, std::vector<Unit>& units) {
  std::size_t next = 0;
  for (std::size_t q = 0; q < prose.quotations.size(); ++q) {
    const text::Quotation& quotation = prose.quotations[q];
    if (quotation.host != q) continue;
    while (next < units.size() && units[next].span.end <= quotation.outer.begin) ++next;
    for (; next < units.size() && units[next].span.begin < quotation.outer.end; ++next) {
      units[next].quotation = static_cast<std::uint32_t>(q + 1);
      units[next].quote = state_in(quotation, units[next].span);
    }
  }
}

}  // namespace

Units cut_units(const text::Prose& prose) {
  Units out;
  out.units.reserve(prose.tokens.size() + prose.tokens.size() / 32);
  for (const text::Paragraph& paragraph : prose.paragraphs) {
    std::size_t first = out.units.size();
    const auto end_passage = [&] {
      if (first < out.units.size()) out.passages.push_back({first, out.units.size()});
      first = out.units.size();
    };
    for (std::size_t s = paragraph.first; s < paragraph.last; ++s) {
      if (out.units.size() - first >= long_passage) end_passage();
      for (std::size_t t = prose.sentences[s].first; t < prose.sentences[s].last; ++t) {
        if (out.units.size() - first >= longest_passage) end_passage();
        add_word(prose, t, static_cast<std::uint32_t>(s), out.units);
      }
    }
    end_passage();
  }
  mark_quotations(prose, out.units);
  return out;
}

}  // namespace entente::extract::learned

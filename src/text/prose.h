// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente::text {

enum class TokenKind { word, number, mark };

// A run of letters, digits and inner apostrophes, dots or hyphens ("U.S.", "Article", "follow-up",
// "they're"), or one other mark.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
};

struct Sentence {
  Span span;              // without surrounding white space
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t paragraph = 0;
};

struct Paragraph {
  Span span;
  std::size_t first = 0;  // sentences [first, last)
  std::size_t last = 0;
};

// What stands between quotation marks, never across a paragraph. Where a paragraph ends with the
// quotation still open (the press leaves it so when the next paragraph goes on), it runs to the
// paragraph's end and is not closed.
struct Quotation {
  Span inner;  // marks excluded
  Span outer;  // marks included
  std::size_t paragraph = 0;
  bool closed = true;
  bool nested = false;   // stands inside another one
  std::size_t host = 0;  // index of the outermost quotation it stands in; its own where not nested
};

// A text cut into paragraphs, sentences and tokens, with what is to be left out left out.
// Offsets are those of the text given; all lists ascend.
struct Prose {
  std::u32string_view text;  // must outlive the prose
  // Same length: lower case; typographic apostrophes and quotation marks made plain; what stands
  // for an apostrophe since an encoding was misread ("the state"s envoy") made one.
  std::u32string folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;
  std::vector<Quotation> quotations;

  std::u32string_view word(std::size_t token) const { return slice_of(text, tokens[token].span); }
  std::u32string_view folded_word(std::size_t token) const {
    return slice_of(folded, tokens[token].span);
  }

  // The first token that ends after `at`; tokens.size() past the last.
  std::size_t token_at(std::size_t at) const;
  // The sentence that holds `at`, else the first one after it; sentences.size() past the last.
  std::size_t sentence_at(std::size_t at) const;
  const Quotation* quotation_at(
      std::size_t at) const;  // the outermost; nullptr: outside quotation marks

 private:
  static std::u32string_view slice_of(std::u32string_view whole, Span span) {
    return whole.substr(span.begin, span.size());
  }
};

// Cuts `text`. `skip` (noise, headings; ascending) yields no tokens, and ends a paragraph where it
// stands. Linear in the text's length; never fails.
Prose read_prose(std::u32string_view text, const std::vector<Span>& skip);

// The same tokens and nothing else: no sentences, paragraphs, quotations.
Prose read_tokens(std::u32string_view text);

}  // namespace entente::text

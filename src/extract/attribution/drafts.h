// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "extract/attribution/phrases.h"
#include "model/statement.h"

namespace entente::extract::speech {

inline constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

// A statement before it has a number.
struct Draft {
  std::vector<Span> content;
  std::vector<Span> source;
  std::vector<Span> cue;
  Speech speech = Speech::indirect;
  Polarity polarity = Polarity::asserted;
  bool nestable = false;         // clear enough to stand inside another statement
  std::size_t continues = none;  // index of a draft
  std::size_t paragraph = 0;
};

Span span_of(const std::vector<Item>& items, Range range);
// Without the 's of a possessor.
Span source_span(const Stream& stream, Range range);

// Direct where the range is one quotation, mixed where it holds one.
void set_content(Draft& draft, const Stream& stream, Range range);
void add_quote(Draft& draft, const Stream& stream, std::size_t item);

// What one sentence reports, in the order found. A sentence that is only a quotation reports
// nothing by itself.
std::vector<Draft> drafts_of(const Stream& stream, Clause clause);

// Who is said to speak in the text that follows the colon at the sentence's end.
struct Introduction {
  std::vector<Span> source;
  std::vector<Span> cue;
};
std::optional<Introduction> introduction_of(const Stream& stream, Clause clause);

// Whether the sentence is nothing but quotations; their items.
std::vector<std::size_t> bare_quotes(const Stream& stream, Clause clause);

// Transcript turns and block quotes. Marks the paragraphs whose sentences are therewith read.
std::vector<Draft> turns_and_blocks(const Stream& stream, std::vector<bool>& read_paragraphs);

}  // namespace entente::extract::speech

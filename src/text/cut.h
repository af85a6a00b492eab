// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/prose.h"

// The steps of read_prose, each linear in the stretch it is given.
namespace entente::text {

// Lines with something in them, without surrounding white space; a hard-wrapped text's lines
// joined.
std::vector<Span> cut_paragraphs(std::u32string_view text, const std::vector<Span>& skip);

void cut_tokens(std::u32string_view text, Span paragraph, std::vector<Token>& tokens);

// Sentences of the tokens [first, end of `prose.tokens`), which are one paragraph's.
void cut_sentences(Prose& prose, std::size_t first, std::size_t paragraph);

void cut_quotations(std::u32string_view text, Span paragraph, std::size_t number,
                    std::vector<Quotation>& quotations);

}  // namespace entente::text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/positions/marked_text.h"

namespace entente::extract::coding {

// Paragraphs of one quotation are one utterance. For each statement the index of its utterance's
// first.
std::vector<std::size_t> utterances_of(const std::vector<Statement>& statements);

// The part's sentence ends as a question.
bool is_question(const text::Prose& prose, const Part& part);

// "which alliances it could have", "whether to accept"
bool asks_indirectly(const text::Prose& prose, const Part& part);

// The verb stands under "whether" or "asked ... if", "asked ... what".
bool is_asked_about(const text::Prose& prose, const Part& part, std::size_t verb);

// "accepted a truce in 2029", "In May 2029 X accepted ...": the verb's past is dated by a year
// before that of `printed`. `last` ends the verb's object.
bool is_past_deed(const text::Prose& prose, const Part& part, std::size_t verb, std::size_t last,
                  std::optional<Date> printed);

// "Never", "Not before spring"
bool is_flat_no(const text::Prose& prose, const Part& part);

// After a statement's cue: "when asked about X", "of X".
bool names_request(const text::Prose& prose, std::size_t from, std::size_t sentence);

// Of a quotation's clause what is the speaker's own: the stretch that holds the token `named`, else
// the longest. "X," he said, "Y" has words of the narrator in it.
Span own_words(const text::Prose& prose, const Statement& statement, Span whole, std::size_t named);

// "the offer", "it"; not "those demands", "them".
bool names_one(const text::Prose& prose, const StanceMark& mark);

// The statement's speaker, else its party, else its source's words; "": nobody is named.
std::string reporter(const text::Prose& prose, const Statement& statement);

// The parties that the span names one after the other, "X and Y", "X, Y"; none where one of those
// named has no party or they are not joined.
std::vector<std::string> joined_parties(const text::Prose& prose,
                                        const std::vector<Mention>& mentions, Span span);

// The clause has a word for what did not come about: "in an ideal world", "would have accepted".
bool is_unreal(const MarkedText& marked, const Part& part);

}  // namespace entente::extract::coding

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "model/document.h"
#include "read/lines.h"

namespace entente::read {

// Words that can stand in a name or a credit though they are no names: "of", "via", "de".
bool is_joiner(WordKey key);
// A capitalised word that opens a sentence and no name: "The", "On", "After".
bool is_opener(WordKey key);
// Nouns in the names of agencies and papers: "Images", "Courier".
bool is_media_noun(WordKey key);
bool is_month(WordKey key);
bool is_weekday(WordKey key);

// A word that begins with a capital letter, or joins such words.
bool is_namelike(const Lines& lines, std::size_t word);

// Lines that show by their shape, in any language, that they belong to the page and not to the
// report: telephone and licence numbers, addresses of the web, bars of links, foreign script in a
// document of another, copyright signs, times of update.
std::optional<NoiseKind> shape_hit(const Lines& lines, const Line& line, bool latin_document);

// Whether most letters are Latin.
bool is_latin(std::u32string_view text);

// "NAME is a correspondent for ..." among the last lines
bool is_author_note(const Lines& lines, const Line& line);

// "Jane Doe in Skarrow", under a title
bool is_place_byline(const Lines& lines, const Line& line);

// "News | Canal talks", over a title
bool is_kicker(const Lines& lines, const Line& line);

// "A weekly newsletter from NAME | Issue 214", over a title
bool is_issue_line(const Lines& lines, const Line& line);

// No small letter in it.
bool is_all_capitals(const Lines& lines, const Line& line);

// A copyright line: it says whose page this is.
bool names_owner(const Lines& lines, const Line& line);

// "By JANE DOE, Staff Writer"
bool is_byline(const Lines& lines, const Line& line);

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "read/lines.h"

namespace entente::read {

// What a line may be where it stands at the head or the foot of a report; none of these is sure in
// the middle of one.

// "KINGDOM OF VELAND", "Office of the Spokesperson"
bool is_body_name(const Lines& lines, const Line& line);
// "443 Harbour Road, Alwen 10400"
bool is_street_address(const Lines& lines, const Line& line);
// "No. 412/2031", "Press Release No. 17", "PR/2031/14"
bool is_reference_number(const Lines& lines, const Line& line);
// "OPINION", "World news"
bool is_section_label(const Lines& lines, const Line& line);
// Short parts between bars, one of them a section or a date: "NAME | Commentary | 3 March"
bool is_section_bar(const Lines& lines, const Line& line);
// "Home / Research / Europe", "World > Europe"
bool is_path(const Lines& lines, const Line& line);
// Only a date, with no year or with one.
bool is_bare_date(const Lines& lines, const Line& line);
// "(Adds quotes in third paragraph)"
bool is_wire_note(const Lines& lines, const Line& line);
// "(The briefing was concluded at 2:41 p.m.)"
bool is_closing_note(const Lines& lines, const Line& line);
// "Sources: news agencies", "Attachment: photographs (4)"
bool is_foot_label(const Lines& lines, const Line& line);
// "Correction, 3 March: ..."
bool is_dated_correction(const Lines& lines, const Line& line);
// "MORE FROM OPINION: ... | ..."
bool is_more_label(const Lines& lines, const Line& line);
// "The views expressed here are her own."
bool disclaims_views(const Lines& lines, const Line& line);

// A quotation, or a verb of saying.
bool reports_speech(const Lines& lines, const Line& line);

// The persons of a line that holds nothing but names of two to four words, joined by commas or
// "and", perhaps with "by" before them and a job behind a comma. Each is [first, last) of words.
struct PersonName {
  std::size_t first = 0;
  std::size_t last = 0;
};
struct Persons {
  std::vector<PersonName> names;
  bool job = false;
};
Persons persons_in(const Lines& lines, const Line& line);

}  // namespace entente::read

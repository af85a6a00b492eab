// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/lines.h"

namespace entente::read {

// Lines that a web page puts around and into a report, told by their shape.

// "18 min ago": how long ago an entry was printed, and nothing else.
bool is_age(const Lines& lines, const Line& line);

// "Story published 9 months ago": a page on its own age.
bool tells_own_age(const Lines& lines, const Line& line);

// "By JANE ROE and JOHN DOE IN STRELSAU", alone on a line.
bool is_author_line(const Lines& lines, const Line& line);

// "From LNN's Jane Roe", alone on a line.
bool is_desk_byline(const Lines& lines, const Line& line);

// A picture's own words between the name of its agency and the same name again, which may be
// joined to the last word: "AGENCY Two ministers shake handsAGENCY".
bool is_framed_picture(const Lines& lines, const Line& line);

// What may stand under a picture: words that end with no stop and quote nobody.
bool is_picture_text(const Lines& lines, const Line& line);

}  // namespace entente::read

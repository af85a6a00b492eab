// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/span.h"
#include "read/lines.h"
#include "read/noise.h"

namespace entente::read {

// What a file says of itself. Empty: it does not say.
struct Metadata {
  std::optional<Date> date;
  std::string outlet;
  std::string language;
  std::string title;

  void fill_from(const Metadata& other);  // where it does not say
};

// A block of "Key: value" lines at the very top, ended by an empty line or the end of the text.
struct Header {
  Span span;  // empty: none
  Metadata says;
};
Header read_header(const Lines& lines);

// Date and outlet from the first lines: "By NAME, The Paper | March 3, 2031", "PLACE, March 3, 2031
// (Agency) -", "Published: 3 March 2031". Only a full date that is plainly that of publication; two
// that differ are none.
Metadata read_first_lines(const Lines& lines);

}  // namespace entente::read

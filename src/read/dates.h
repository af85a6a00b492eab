// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "read/lines.h"

namespace entente::read {

struct DateInText {
  Date date;
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
};

// Full dates with the month as an English word or in ISO form: "3 March 2031", "March 3rd, 2031",
// "2031-03-03". Forms of numbers only ("3/4/2031") are left: the day and the month cannot be told
// apart.
std::vector<DateInText> dates_in(const Lines& lines, const Line& line);

// The date of a metadata value: one of the forms above, or an ISO date with a time behind it.
std::optional<Date> date_in(std::u32string_view value);
std::optional<Date> date_in(std::string_view utf8);

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

using Date = std::chrono::year_month_day;

// "2031-03-05" and nothing else; nothing for a day that does not exist.
std::optional<Date> parse_date(std::string_view iso);
std::string to_string(Date date);  // ISO 8601

}  // namespace entente

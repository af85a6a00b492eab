// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr const char* months[] = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};

std::string_view month_name(Date day) { return months[static_cast<unsigned>(day.month()) - 1]; }

std::string day_with(Date day, std::string_view month) {
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month,
                     static_cast<int>(day.year()));
}

unsigned hex_digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1]));
  return bytes;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k)
      out += k <= left ? digits[group >> (18 - 6 * k) & 63u] : '=';
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (char c : to_utf8(visible_characters(from_utf8(utf8)))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Html bdi(std::string_view text) { return html("<bdi>{}</bdi>", text); }

Html day_html(const std::optional<Date>& day) {
  if (!day) return Html::raw("<span class=\"none\">no date</span>");
  return html("<time datetime=\"{}\">{}</time>", to_string(*day), day_text(*day));
}

std::string day_text(Date day) { return day_with(day, month_name(day)); }
std::string short_day_text(Date day) { return day_with(day, month_name(day).substr(0, 3)); }

std::string csp_hash(std::string_view content) {
  return "sha256-" + base64(bytes_of_hex(sha256_hex(content)));
}

}  // namespace entente::report

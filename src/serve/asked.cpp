// SPDX-License-Identifier: Apache-2.0
#include "serve/asked.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace entente::serve {
namespace {

std::u32string folded(const std::string& utf8) {
  std::u32string text = from_utf8(utf8);
  for (char32_t& c : text) c = text::lower(c);
  return text;
}

}  // namespace

std::uint64_t number_asked(const Request& request, const std::string& name, std::uint64_t otherwise,
                           std::uint64_t least, std::uint64_t most) {
  const std::string text = request.text(name);
  if (text.empty()) return otherwise;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most)
    return number;
  throw Failed({FailureKind::usage, fmt::format("{} cannot be '{}'", name, printable(text)),
                fmt::format("Give a number from {} to {}", least, most)});
}

std::string word_asked(const Request& request, const std::string& name,
                       const std::vector<std::string>& words) {
  const std::string word = request.text(name);
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return word;
  throw Failed({FailureKind::usage, fmt::format("{} cannot be '{}'", name, printable(word)),
                fmt::format("Take one of: {}", fmt::join(words, ", "))});
}

std::optional<Date> day_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  throw Failed(
      {FailureKind::usage, "'" + printable(text) + "' is no day", "Write it as 2031-03-05"});
}

Letters::Letters(const std::string& wanted) : wanted_(folded(wanted)) {}

bool Letters::has(const std::string& text) const {
  return folded(text).find(wanted_) != std::u32string::npos;
}

bool Letters::has(const std::vector<std::string>& texts) const {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& one) { return has(one); });
}

}  // namespace entente::serve

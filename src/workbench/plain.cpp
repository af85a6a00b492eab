// SPDX-License-Identifier: Apache-2.0
#include "workbench/plain.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/visible.h"

namespace entente {
namespace {

bool is_plain(char32_t c) {
  const bool ends_line = (c >= 9 && c <= 13) || c == 0x85 || c == 0x2028 || c == 0x2029;
  return !ends_line && report::visible_characters({&c, 1}) == std::u32string_view(&c, 1);
}

void hold_length(const std::string& what, const std::u32string& text, std::size_t most) {
  if (text.size() > most)
    throw Failed({FailureKind::usage,
                  fmt::format("{} has {} characters, and {} are the most", what, text.size(), most),
                  "Make it shorter"});
}

void hold_characters(const std::string& what, const std::u32string& text) {
  const auto harm = std::find_if_not(text.begin(), text.end(), is_plain);
  if (harm != text.end())
    throw Failed({FailureKind::usage,
                  fmt::format("{} holds the character U+{:04X}, which is not seen", what,
                              static_cast<std::uint32_t>(*harm)),
                  "Write it without"});
}

// By these words the log tells what followed from a change, and what took it back.
void hold_own_words(const std::string& why) {
  for (const std::string_view mark : {"follows ", "undoes line "})
    if (why.starts_with(mark))
      throw Failed({FailureKind::usage,
                    fmt::format("A reason may not begin with '{}', as the program's own do", mark),
                    "Word it otherwise"});
}

}  // namespace

void hold_plain(const std::string& what, const std::string& utf8, std::size_t most) {
  const std::u32string text = from_utf8(utf8);
  hold_length(what, text, most);
  hold_characters(what, text);
}

void hold_plain(const Signature& by) {
  hold_plain("The name that signs", by.who, most_letters_of_name);
  hold_own_words(by.why);
  std::u32string why = from_utf8(by.why);
  hold_length("The reason", why, most_letters_of_text);
  std::erase_if(why, [](char32_t c) { return c == '\n' || c == '\r' || c == '\t'; });
  hold_characters("The reason", why);
}

}  // namespace entente

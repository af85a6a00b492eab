// SPDX-License-Identifier: Apache-2.0
#include "extract/word_classes.h"

#include <algorithm>
#include <fstream>

namespace entente::extract {
namespace {

std::string_view without_space_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

Result<std::size_t> read_word_classes(
    const std::filesystem::path& file,
    const std::function<bool(std::string_view name, std::string_view phrase)>& use) {
  std::ifstream in(file);
  if (!in)
    return fail(FailureKind::missing, "No word list " + file.string(),
                "Give the folder that holds the program's data");
  std::string name;
  std::size_t number = 0, phrases = 0;
  const auto bad_line = [&] {
    return fail(FailureKind::bad_input,
                file.string() + ":" + std::to_string(number) + ": no known class of words",
                "Begin the line with a class and a colon, or with two blanks to go on with the one "
                "before");
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::string_view rest = without_space_around(line);
    if (rest.empty() || rest.front() == '#') continue;
    if (line.front() != ' ') {
      const std::size_t colon = rest.find(':');
      if (colon == rest.npos) return bad_line();
      name = rest.substr(0, colon);
      rest.remove_prefix(colon + 1);
    }
    for (std::size_t begin = 0; begin < rest.size();) {
      const std::size_t comma = std::min(rest.find(',', begin), rest.size());
      const auto phrase = without_space_around(rest.substr(begin, comma - begin));
      begin = comma + 1;
      if (phrase.empty()) continue;
      if (!use(name, phrase)) return bad_line();
      ++phrases;
    }
  }
  return phrases;
}

}  // namespace entente::extract

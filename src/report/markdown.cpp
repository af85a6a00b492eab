// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include "report/visible.h"

namespace entente::report {
namespace {

// What begins a mark anywhere in a line. A full stop and a colon make an address out of a word.
bool marks_up(char c) {
  return std::string_view("\\`*_[]<>|~$&^@#!{}").find(c) != std::string_view::npos;
}

bool makes_address(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at, 3) == "://" || text.substr(0, at).ends_with("mailto");
  if (text[at] != '.' || at < 3) return false;
  const std::string_view before = text.substr(at - 3, 3);
  return before == "www" || before == "WWW" || before == "Www";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + (cell.empty() ? "–" : cell) + " |";
  return out + "\n";
}

}  // namespace

std::string in_markdown(std::string_view utf8) {
  const std::string line = visible(utf8);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (marks_up(line[i]) || makes_address(line, i)) out += '\\';
    out += line[i];
  }
  return out;
}

std::string markdown_table(const std::vector<std::string>& heads,
                           const std::vector<std::vector<std::string>>& rows) {
  std::string out = row_of(heads) + "|";
  for (std::size_t i = 0; i < heads.size(); ++i) out += " --- |";
  out += "\n";
  for (const auto& row : rows) out += row_of(row);
  return out + "\n";
}

}  // namespace entente::report

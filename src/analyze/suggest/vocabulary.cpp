// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/utf8.h"

namespace entente::analyze {
namespace {

std::vector<std::string_view> cut_at(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The number of the first line that `take` refuses; 0: none.
template <class Take>
std::size_t refused_line(std::string_view text, const Take& take) {
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view row = text.substr(0, end);
    if (!row.empty() && row.front() != '#' && !take(row)) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return 0;
}

auto refusal(std::string_view file, std::size_t line) {
  return fail(FailureKind::bad_input, fmt::format("{} line {} does not fit", file, line),
              "Install the data files again");
}

bool ends_in_any(std::u32string_view word, std::initializer_list<std::u32string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::u32string_view ending) { return word.ends_with(ending); });
}

struct Ending {
  std::u32string_view cut, put;
};

constexpr std::array<Ending, 10> verb_endings{{{U"", U""},
                                               {U"s", U""},
                                               {U"es", U""},
                                               {U"ies", U"y"},
                                               {U"ied", U"y"},
                                               {U"ed", U""},
                                               {U"ed", U"e"},
                                               {U"d", U""},
                                               {U"ing", U""},
                                               {U"ing", U"e"}}};

}  // namespace

Result<Vocabulary> Vocabulary::read(std::string_view uses, std::string_view parts) {
  Vocabulary made;
  if (const auto line = refused_line(uses, [&](auto row) { return made.take_uses(row); }))
    return refusal("words.tsv", line);
  if (const auto line = refused_line(parts, [&](auto row) { return made.take_parts(row); }))
    return refusal("topic.words", line);
  return made;
}

bool Vocabulary::take_uses(std::string_view row) {
  const auto cells = cut_at(row, '\t');
  if (cells.size() != 5) return false;
  std::array<std::uint32_t, 4> counts{};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string_view cell = cells[i + 1];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), counts[i]);
    if (error != std::errc{} || end != cell.data() + cell.size()) return false;
  }
  Entry& entry = words_[from_utf8(cells[0])];
  entry.uses = {counts[0], counts[1], counts[2], counts[3]};
  entry.listed = true;
  counted_ += entry.uses.all();
  return true;
}

bool Vocabulary::take_parts(std::string_view row) {
  const std::size_t colon = row.find(':');
  if (colon == row.npos) return false;
  const auto part = from_word<WordPart>(row.substr(0, colon));
  if (!part) return false;
  for (std::string_view word : cut_at(row.substr(colon + 1), ' '))
    words_[from_utf8(word)].parts |= 1u << static_cast<unsigned>(*part);
  return true;
}

const Vocabulary::Entry* Vocabulary::find(std::u32string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

bool Vocabulary::is(std::u32string_view word, WordPart part) const {
  const Entry* entry = find(word);
  return entry && (entry->parts >> static_cast<unsigned>(part) & 1u) != 0;
}

const WordUses* Vocabulary::uses(std::u32string_view word) const {
  const Entry* entry = find(word);
  return entry && entry->listed ? &entry->uses : nullptr;
}

const WordUses* Vocabulary::verb_uses(std::u32string_view form) const {
  constexpr std::size_t shortest = 2;
  const WordUses* best = nullptr;
  const auto consider = [&](std::u32string_view base) {
    const WordUses* found = uses(base);
    if (found && found->verb > 0 && (!best || best->verb < found->verb)) best = found;
  };
  for (const Ending& ending : verb_endings) {
    if (!form.ends_with(ending.cut) || form.size() < ending.cut.size() + shortest) continue;
    std::u32string base(form.substr(0, form.size() - ending.cut.size()));
    base += ending.put;
    consider(base);
    const bool doubled = base.size() > 3 && base[base.size() - 1] == base[base.size() - 2];
    if (!ending.cut.empty() && doubled)
      consider(std::u32string_view(base).substr(0, base.size() - 1));
  }
  return best;
}

std::u32string singular_of(std::u32string_view word) {
  const auto without = [&](std::size_t letters) {
    return std::u32string(word.substr(0, word.size() - letters));
  };
  if (word.size() > 4 && word.ends_with(U"ies")) return without(3) + U"y";
  if (word.size() > 4 && ends_in_any(word, {U"ches", U"shes", U"xes", U"sses", U"zzes"}))
    return without(2);
  if (word.size() > 3 && word.ends_with(U"men")) return without(2) + U"an";
  if (word.size() > 3 && word.ends_with(U"s") && !ends_in_any(word, {U"ss", U"us", U"is"}))
    return without(1);
  return std::u32string(word);
}

}  // namespace entente::analyze

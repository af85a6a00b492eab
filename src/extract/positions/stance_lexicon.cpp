// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <string>
#include <type_traits>
#include <utility>

#include "extract/positions.h"

namespace entente::extract {
namespace {

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Calls `use` with each phrase between commas.
template <class Use>
void each_phrase(std::string_view list, const Use& use) {
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    if (const auto phrase = without_blanks(list.substr(begin, comma - begin)); !phrase.empty())
      use(phrase);
    begin = comma + 1;
  }
}

auto bad_line(const std::filesystem::path& file, std::size_t number) {
  return fail(
      FailureKind::bad_input,
      file.string() + ":" + std::to_string(number) + ": no known class of words",
      "Begin the line with a class and a colon, or with two blanks to go on with the one before");
}

// "May" with its capital is the month; at a sentence's start, or in a heading in capitals, who
// knows.
bool is_month(const text::Prose& prose, const PatternHit& hit) {
  if (hit.last != hit.first + 1 || prose.word(hit.first) != U"May") return false;
  const text::Sentence& sentence = prose.sentences[prose.sentence_at(hit.span.begin)];
  const bool heading =
      hit.last < sentence.last && prose.word(hit.last) != prose.folded_word(hit.last);
  return hit.first > sentence.first && !heading;
}

// Longer phrases come first: what begins with the idle one and is no longer has yet to come, what
// reaches into it goes.
template <class Mark>
void drop_from(std::vector<Mark>& found, std::size_t last, std::size_t first) {
  while (!found.empty() && found.back().first >= first && found.back().last <= last)
    found.pop_back();
}

}  // namespace

// "rejects/firm"
template <class Class>
std::optional<StanceLexicon::Entry> StanceLexicon::entry_of(std::string_view name) {
  const std::size_t slash = name.find('/');
  const auto what = from_word<Class>(name.substr(0, slash));
  if (!what) return std::nullopt;
  Entry entry{static_cast<std::uint8_t>(*what), Firmness::unstated};
  if (slash == name.npos) return entry;
  const auto firmness = from_word<Firmness>(name.substr(slash + 1));
  if (!firmness) return std::nullopt;
  entry.firmness = *firmness;
  return entry;
}

template <class Class>
Result<StanceLexicon::Classes> StanceLexicon::read_classes(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in)
    return fail(FailureKind::missing, "No word list " + file.string(),
                "Give the folder that holds the program's data");
  Classes classes;
  std::optional<Entry> entry;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::string_view rest = without_blanks(line);
    if (rest.empty() || rest.front() == '#') continue;
    if (line.front() != ' ') {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      entry = entry_of<Class>(rest.substr(0, colon));
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    if (!entry) return bad_line(file, number);
    each_phrase(rest, [&](std::string_view phrase) {
      if (classes.patterns.add(phrase, static_cast<std::uint32_t>(classes.entries.size())))
        classes.entries.push_back(*entry);
    });
  }
  return classes;
}

template <class Class>
std::vector<Marked<Class>> StanceLexicon::marks(const Classes& classes, const text::Prose& prose) {
  std::vector<Marked<Class>> found;
  std::array<std::size_t, words<Class>.size()> taken{};  // by class: the token after its last mark
  std::size_t idle_until = 0;
  for (const PatternHit& hit : classes.patterns.find(prose)) {
    const Entry& entry = classes.entries[hit.pattern];
    if (hit.first < taken[entry.what] || hit.last <= idle_until) continue;
    if (std::is_same_v<Class, StanceWord> && is_month(prose, hit)) continue;
    taken[entry.what] = hit.last;
    if (static_cast<Class>(entry.what) == Class::idle)
      drop_from(found, idle_until = hit.last, hit.first);
    else
      found.push_back(
          {hit.span, hit.first, hit.last, static_cast<Class>(entry.what), entry.firmness});
  }
  return found;
}

Result<StanceLexicon> StanceLexicon::load(const std::filesystem::path& english_folder) {
  auto stance = read_classes<StanceWord>(english_folder / "stance.words");
  if (!stance) return tl::unexpected(stance.error());
  auto meeting = read_classes<MeetingWord>(english_folder / "meeting.words");
  if (!meeting) return tl::unexpected(meeting.error());
  StanceLexicon lexicon;
  lexicon.stance_ = std::move(*stance);
  lexicon.meeting_ = std::move(*meeting);
  return lexicon;
}

std::vector<StanceMark> StanceLexicon::stance_marks(const text::Prose& prose) const {
  return marks<StanceWord>(stance_, prose);
}

std::vector<MeetingMark> StanceLexicon::meeting_marks(const text::Prose& prose) const {
  return marks<MeetingWord>(meeting_, prose);
}

}  // namespace entente::extract

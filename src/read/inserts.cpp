// SPDX-License-Identifier: Apache-2.0
#include "read/inserts.h"

#include <algorithm>
#include <optional>

#include "read/captions.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

using Phrases = std::vector<std::vector<WordKey>>;

Phrases phrases_of(std::initializer_list<std::string_view> written) {
  Phrases phrases;
  for (std::string_view phrase : written) phrases.push_back(keys_of(phrase));
  return phrases;
}

// The word behind the longest of the phrases that begins at `at`.
std::optional<std::size_t> behind_phrase(const Lines& lines, const Line& line, std::size_t at,
                                         const Phrases& phrases) {
  std::optional<std::size_t> end;
  for (const std::vector<WordKey>& phrase : phrases) {
    const bool stands = line.last - at >= phrase.size() &&
                        std::equal(phrase.begin(), phrase.end(),
                                   lines.words.begin() + static_cast<std::ptrdiff_t>(at),
                                   [](WordKey key, const Word& word) { return key == word.key; });
    if (stands) end = std::max(end.value_or(0), at + phrase.size());
  }
  return end;
}

const Phrases& links() {
  static const Phrases phrases = phrases_of(
      {"read more", "read also", "also read", "see also", "also see", "read this", "related story",
       "related article", "must read", "watch also", "more on this", "read next"});
  return phrases;
}

const Phrases& closings() {
  static const Phrases phrases = phrases_of(
      {"read more", "read more here", "continue reading", "continue reading here",
       "read full story", "read the full story", "read the full story here", "read full article",
       "learn more", "read the full article", "read the full article here", "click here",
       "click here for more", "click here to read more", "show more", "sign up here",
       "subscribe now", "advertisement"});
  return phrases;
}

bool parts(std::u32string_view gap) {
  return has(gap, U':') || has(gap, U'|') || has(gap, U'\u2013') || has(gap, U'\u2014') ||
         has(gap, U'>');
}

// The bracket that opens before the first word of a link, with what it holds.
std::optional<Span> bracket_around(const Lines& lines, const Line& line, std::size_t word,
                                   std::size_t behind) {
  const std::u32string_view gap = lines.gap(line, word);
  if (gap.empty() || !has(U"([", gap.back()) || behind >= line.last ||
      !parts(lines.gap(line, behind)))
    return std::nullopt;
  const std::size_t begin = lines.words[word].span.begin - 1;
  const char32_t closing = lines.text[begin] == U'(' ? U')' : U']';
  const std::size_t end = lines.text.substr(0, line.span.end).find(closing, begin);
  return end == std::u32string_view::npos ? std::nullopt : std::optional{Span{begin, end + 1}};
}

// A label behind a sentence, with a headline up to the end of the line.
bool opens_last_headline(const Lines& lines, const Line& line, std::size_t word,
                         std::size_t behind) {
  constexpr std::size_t longest_headline = 25;
  if (word == line.first || behind >= line.last || line.last - behind > longest_headline ||
      ends_stopped(lines.of(line)))
    return false;
  const bool small = !is_capital(lines.initial(word));
  return !small && breaks_sentence(lines, line, word) && parts(lines.gap(line, behind)) &&
         !has_quote(lines.of(Span{lines.words[word].span.begin, line.span.end}));
}

// "... on Monday. Read more"
std::optional<std::size_t> closing_word(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 5, least_text = 5;
  for (std::size_t word = line.last; word-- > line.first + least_text;) {
    if (line.last - word > longest) break;
    const auto behind = behind_phrase(lines, line, word, closings());
    if (behind == line.last && is_capital(lines.initial(word)) &&
        breaks_sentence(lines, line, word) && !ends_stopped(lines.of(line)))
      return word;
  }
  return std::nullopt;
}

// "ADVERTISEMENT The ministers met ..."
bool opens_with_notice(const Lines& lines, const Line& line) {
  constexpr std::size_t least_text = 5;
  if (line.words() <= least_text || lines.words[line.first].key != key_of("advertisement"))
    return false;
  const std::u32string_view word = lines.of(lines.words[line.first].span);
  return std::all_of(word.begin(), word.end(), is_capital) &&
         is_capital(lines.initial(line.first + 1)) && ends_stopped(lines.of(line));
}

}  // namespace

std::vector<Noise> inserts_in(const Lines& lines, const Line& line) {
  std::vector<Noise> found;
  if (line.words() == 0) return found;
  if (opens_with_notice(lines, line))
    found.push_back({{line.span.begin, lines.words[line.first].span.end}, NoiseKind::boilerplate});
  for (std::size_t word = line.first; word < line.last; ++word) {
    const auto behind = behind_phrase(lines, line, word, links());
    if (!behind) continue;
    if (const auto bracket = bracket_around(lines, line, word, *behind)) {
      if (found.empty() || found.back().span.end <= bracket->begin)
        found.push_back({*bracket, NoiseKind::menu});
    } else if (opens_last_headline(lines, line, word, *behind)) {
      found.push_back({{lines.words[word].span.begin, line.span.end}, NoiseKind::menu});
      return found;
    }
  }
  if (const auto word = closing_word(lines, line);
      word && (found.empty() || found.back().span.end <= lines.words[*word].span.begin))
    found.push_back({{lines.words[*word].span.begin, line.span.end}, NoiseKind::menu});
  return found;
}

}  // namespace entente::read

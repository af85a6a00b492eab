// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/cut.h"

namespace entente::text {
namespace {

// Shortened words that stand before a name or a number, so that their stop ends nothing.
constexpr std::array leading_abbreviations = std::to_array<std::u32string_view>(
    {U"adm",    U"amb",  U"art",  U"atty", U"brig", U"capt", U"cmdr", U"col", U"cpl",
     U"dr",     U"fig",  U"fr",   U"ft",   U"gen",  U"gov",  U"hon",  U"lt",  U"maj",
     U"messrs", U"mr",   U"mrs",  U"ms",   U"msgr", U"mt",   U"mx",   U"no",  U"nos",
     U"pfc",    U"pp",   U"pres", U"prof", U"pvt",  U"rep",  U"reps", U"rev", U"sec",
     U"sen",    U"sens", U"sgt",  U"st",   U"supt", U"vol",  U"vs"});

// Shortened words that may also end a sentence: they do when the next word seldom stands inside one
// in capitals.
constexpr std::array trailing_abbreviations = std::to_array<std::u32string_view>(
    {U"al",  U"apr",  U"assn", U"aug", U"ave", U"blvd", U"bros", U"cf", U"co",  U"corp",
     U"dec", U"dept", U"est",  U"etc", U"feb", U"inc",  U"jan",  U"jr", U"jul", U"jun",
     U"ltd", U"mar",  U"nov",  U"oct", U"sep", U"sept", U"sr",   U"v"});

constexpr std::array openers = std::to_array<std::u32string_view>(
    {U"a",         U"after",  U"also",  U"although", U"an",    U"and",    U"as",      U"asked",
     U"at",        U"before", U"both",  U"but",      U"by",    U"during", U"earlier", U"even",
     U"for",       U"from",   U"he",    U"her",      U"here",  U"his",    U"how",     U"however",
     U"i",         U"if",     U"in",    U"it",       U"its",   U"last",   U"later",   U"many",
     U"meanwhile", U"more",   U"most",  U"no",       U"not",   U"now",    U"of",      U"on",
     U"one",       U"our",    U"she",   U"since",    U"so",    U"some",   U"still",   U"such",
     U"that",      U"the",    U"their", U"then",     U"there", U"these",  U"they",    U"this",
     U"those",     U"though", U"to",    U"under",    U"we",    U"what",   U"when",    U"where",
     U"while",     U"who",    U"why",   U"with",     U"yet",   U"you"});

template <class List>
bool holds(const List& list, std::u32string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

struct SentenceCutter {
  Prose& prose;
  std::size_t first, last;  // tokens of the paragraph

  char32_t mark(std::size_t token) const {
    return prose.tokens[token].kind == TokenKind::mark ? prose.text[prose.tokens[token].span.begin]
                                                       : 0;
  }
  bool touches_next(std::size_t token) const {
    return token + 1 < last && prose.tokens[token].span.end == prose.tokens[token + 1].span.begin;
  }
  char32_t first_letter(std::size_t token) const {
    return prose.text[prose.tokens[token].span.begin];
  }
  bool owns_stop(std::size_t token) const {
    return prose.tokens[token].kind == TokenKind::word &&
           prose.text[prose.tokens[token].span.end - 1] == '.';
  }

  bool is_initial(std::size_t token) const {
    const Span span = prose.tokens[token].span;
    return span.size() == 1 && is_upper(prose.text[span.begin]) && prose.text[span.begin] != 'I';
  }

  // The word that the stop at `token` belongs to, were it an abbreviation's.
  std::u32string_view word_before(std::size_t token) const {
    if (token == first || prose.tokens[token - 1].span.end != prose.tokens[token].span.begin)
      return {};
    return prose.folded_word(token - 1);
  }

  bool starts_anew(std::size_t next) const { return holds(openers, prose.folded_word(next)); }

  bool is_abbreviation(std::size_t stop, std::size_t next) const {
    if (owns_stop(stop)) return !starts_anew(next) || is_lower(first_letter(next));
    if (mark(stop) != '.') return false;
    const std::u32string_view word = word_before(stop);
    if (word.empty()) return false;
    if (holds(trailing_abbreviations, word) && is_upper(first_letter(stop - 1)))
      return !starts_anew(next);
    if (is_initial(stop - 1)) return !starts_anew(next);
    // "no" and "art" are words of their own where no number follows.
    if (word == U"no" || word == U"nos" || word == U"art" || word == U"fig" || word == U"sec" ||
        word == U"st")
      return prose.tokens[next].kind == TokenKind::number ||
             (is_upper(first_letter(stop - 1)) && !starts_anew(next));
    return holds(leading_abbreviations, word);
  }

  bool is_closer(std::size_t token) const {
    const char32_t c = mark(token);
    return c != 0 && (is_double_closer(c) || is_bracket_closer(c) || c == '"' || is_apostrophe(c));
  }

  // The token after the stop and all that belongs to it: further stops, closing marks that touch.
  std::size_t after_stop(std::size_t stop) const {
    std::size_t i = stop;
    while (touches_next(i) && (is_stop(mark(i + 1)) || is_closer(i + 1))) ++i;
    return i + 1;
  }

  // The first token that is a word, past opening marks.
  std::size_t next_word(std::size_t token) const {
    while (token < last && prose.tokens[token].kind == TokenKind::mark && !is_stop(mark(token)) &&
           (is_quote_mark(mark(token)) || is_bracket_opener(mark(token))))
      ++token;
    return token;
  }

  // "They left.The talks failed": a space was lost.
  bool is_glued(std::size_t stop) const {
    return stop > first && touches_next(stop) && is_upper(first_letter(stop + 1)) &&
           is_lower(prose.text[prose.tokens[stop].span.begin - 1]);
  }

  bool breaks(std::size_t stop, std::size_t after) const {
    if (after >= last) return true;
    if (touches_next(after - 1) && !is_quote_mark(mark(after)) && !is_quote_mark(mark(after - 1)) &&
        !is_glued(stop))
      return false;
    const std::size_t next = next_word(after);
    if (next >= last) return true;
    if (prose.tokens[next].kind == TokenKind::mark)
      return mark(next) != ',' && mark(next) != ';' && !is_stop(mark(next));
    if (is_lower(first_letter(next))) return false;
    return after != stop + 1 || !is_abbreviation(stop, next);
  }

  void close(std::size_t begin, std::size_t end, std::size_t paragraph) {
    if (begin < end)
      prose.sentences.push_back({{prose.tokens[begin].span.begin, prose.tokens[end - 1].span.end},
                                 begin,
                                 end,
                                 paragraph});
  }

  void cut(std::size_t paragraph) {
    std::size_t begin = first;
    for (std::size_t i = first; i < last;) {
      if (!is_stop(mark(i)) && !owns_stop(i)) {
        ++i;
        continue;
      }
      const std::size_t after = after_stop(i);
      if (breaks(i, after)) {
        close(begin, after, paragraph);
        begin = after;
      }
      i = after;
    }
    close(begin, last, paragraph);
  }
};

}  // namespace

void cut_sentences(Prose& prose, std::size_t first, std::size_t paragraph) {
  SentenceCutter{prose, first, prose.tokens.size()}.cut(paragraph);
}

}  // namespace entente::text

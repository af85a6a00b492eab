// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/word_patterns.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_gap = 4;

// Verbs whose past a stem does not show: "withdraw*" finds "withdrew".
struct Irregular {
  std::u32string_view stem, past;
};
constexpr std::array<Irregular, 33> irregulars{{
    {U"withdraw", U"withdrew"}, {U"draw", U"drew"},    {U"giv", U"gave"},
    {U"give", U"gave"},         {U"hold", U"held"},    {U"withhold", U"withheld"},
    {U"send", U"sent"},         {U"sell", U"sold"},    {U"buy", U"bought"},
    {U"bring", U"brought"},     {U"keep", U"kept"},    {U"leav", U"left"},
    {U"pay", U"paid"},          {U"lay", U"laid"},     {U"tak", U"took"},
    {U"take", U"took"},         {U"break", U"broke"},  {U"freez", U"froze"},
    {U"unfreez", U"unfroze"},   {U"tear", U"tore"},    {U"throw", U"threw"},
    {U"shoot", U"shot"},        {U"fight", U"fought"}, {U"choos", U"chose"},
    {U"stand", U"stood"},       {U"begin", U"began"},  {U"meet", U"met"},
    {U"com", U"came"},          {U"come", U"came"},    {U"build", U"built"},
    {U"spend", U"spent"},       {U"lend", U"lent"},    {U"los", U"lost"},
}};

bool is_stop(char32_t c) {
  return std::u32string_view(U",;:.!?()").find(c) != std::u32string_view::npos;
}

bool parts_words(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

// A word as patterns see it, and how many of them a token gives.
struct Parts {
  std::array<std::u32string_view, 2> words;
  std::size_t count = 0;

  void add(std::u32string_view word) {
    if (!word.empty() && count < words.size()) words[count++] = word;
  }
};

std::u32string_view whole_verb(std::u32string_view clipped) {
  if (clipped == U"wo") return U"will";
  if (clipped == U"ca") return U"can";
  if (clipped == U"sha") return U"shall";
  return clipped;
}

std::u32string_view written_out(std::u32string_view ending) {
  if (ending == U"ll") return U"will";
  if (ending == U"d") return U"would";
  if (ending == U"re") return U"are";
  if (ending == U"m") return U"am";
  if (ending == U"ve") return U"have";
  return {};
}

Parts parts_of(std::u32string_view word) {
  Parts parts;
  if (word == U"cannot") {
    parts.add(U"can");
    parts.add(U"not");
    return parts;
  }
  if (word.size() > 3 && word.ends_with(U"n't")) {
    parts.add(whole_verb(word.substr(0, word.size() - 3)));
    parts.add(U"not");
    return parts;
  }
  const std::size_t apostrophe = word.find(U'\'');
  parts.add(word.substr(0, apostrophe));
  if (apostrophe != word.npos) parts.add(written_out(word.substr(apostrophe + 1)));
  return parts;
}

// Calls `use` with each stretch between hyphens.
template <class Use>
void each_part(std::u32string_view token, const Use& use) {
  for (std::size_t begin = 0; begin < token.size();) {
    const auto hyphen =
        std::find_if(token.begin() + static_cast<std::ptrdiff_t>(begin), token.end(), parts_words);
    const auto end = static_cast<std::size_t>(hyphen - token.begin());
    if (end > begin) use(begin, end);
    begin = end + 1;
  }
}

template <class Use>
void each_word(std::u32string_view phrase, const Use& use) {
  for (std::size_t begin = phrase.find_first_not_of(U' '); begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(U' ', begin), phrase.size());
    use(phrase.substr(begin, end - begin));
    begin = phrase.find_first_not_of(U' ', end);
  }
}

std::u32string folded_pattern(std::string_view phrase) {
  const std::u32string text = from_utf8(phrase);
  return text::read_prose(text, {}).folded;
}

}  // namespace

// The words of a text with the elements that each fits: those of word i are fit[from[i]] to
// fit[from[i + 1]].
struct WordPatterns::Words {
  std::vector<Span> spans;
  std::vector<std::size_t> tokens;
  std::vector<std::size_t> sentence_end;  // for each sentence of the text
  std::vector<bool> after_stop;           // a comma or the like stands before the word
  std::vector<Element> fit;
  std::vector<std::size_t> from{0};

  bool fits(std::size_t word, const Step& step) const {
    const auto begin = fit.begin() + static_cast<std::ptrdiff_t>(from[word]);
    const auto end = fit.begin() + static_cast<std::ptrdiff_t>(from[word + 1]);
    return std::find(begin, end, step.element) != end;
  }

  // The word after the phrase's last, where its steps from `step` on fit from `word` on; 0 where
  // they do not.
  std::size_t match(const Phrase& phrase, std::size_t step, std::size_t word,
                    std::size_t end) const {
    if (step == phrase.steps.size()) return word;
    const Step& next = phrase.steps[step];
    const std::size_t last =
        next.gap ? std::min(end, word + longest_gap + 1) : std::min(end, word + 1);
    for (std::size_t at = word; at < last && !after_stop[at]; ++at) {
      if (!fits(at, next)) continue;
      if (const std::size_t past = match(phrase, step + 1, at + 1, end)) return past;
    }
    return 0;
  }
};

void WordPatterns::add_alternative(std::u32string_view alternative, Element element) {
  const bool prefix = alternative.ends_with(U'*');
  if (prefix) alternative.remove_suffix(1);
  if (alternative.empty()) return;
  words_.add(alternative, prefix ? WordTrie::Key::beginning : WordTrie::Key::whole, element);
  if (!prefix) return;
  for (const Irregular& verb : irregulars)
    if (verb.stem == alternative) add_alternative(verb.past, element);
}

WordPatterns::Element WordPatterns::element_of(std::u32string_view alternatives) {
  const auto [found, added] =
      elements_.try_emplace(std::u32string(alternatives), static_cast<Element>(elements_.size()));
  if (!added) return found->second;
  starting_.emplace_back();
  for (std::size_t begin = 0; begin <= alternatives.size();) {
    const std::size_t bar = std::min(alternatives.find(U'|', begin), alternatives.size());
    add_alternative(alternatives.substr(begin, bar - begin), found->second);
    begin = bar + 1;
  }
  return found->second;
}

// A pattern word is parted as a text's words are; one with alternatives stands for one word.
void WordPatterns::add_words(std::u32string_view phrase, Phrase& out) {
  bool gap = false;
  const auto add_step = [&](std::u32string_view word) {
    out.steps.push_back({element_of(word), gap && !out.steps.empty()});
    gap = false;
  };
  each_word(phrase, [&](std::u32string_view word) {
    if (word == U"~") {
      gap = true;
    } else if (word.find(U'|') != word.npos) {
      add_step(word);
    } else {
      each_part(word, [&](std::size_t begin, std::size_t end) {
        const Parts parts = parts_of(word.substr(begin, end - begin));
        for (std::size_t i = 0; i < parts.count; ++i) add_step(parts.words[i]);
      });
    }
  });
}

bool WordPatterns::add(std::string_view phrase, std::uint32_t pattern) {
  Phrase added{{}, pattern};
  add_words(folded_pattern(phrase), added);
  if (added.steps.empty()) return false;
  starting_[added.steps.front().element].push_back(static_cast<std::uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(added));
  return true;
}

WordPatterns::Words WordPatterns::words_of(const text::Prose& prose) const {
  Words words;
  words.spans.reserve(prose.tokens.size());
  words.tokens.reserve(prose.tokens.size());
  words.from.reserve(prose.tokens.size() + 1);
  bool stop = false;
  const auto add = [&](std::u32string_view word, Span span, std::size_t token) {
    words.spans.push_back(span);
    words.tokens.push_back(token);
    words.after_stop.push_back(std::exchange(stop, false));
    words_.find(word, words.fit);
    words.from.push_back(words.fit.size());
  };
  for (const text::Sentence& sentence : prose.sentences) {
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      if (prose.tokens[token].kind == text::TokenKind::mark) {
        const char32_t mark = prose.text[prose.tokens[token].span.begin];
        stop = stop || is_stop(mark);
        if (mark == U'%') add(U"percent", prose.tokens[token].span, token);
        continue;
      }
      const std::u32string_view folded = prose.folded_word(token);
      const std::size_t start = prose.tokens[token].span.begin;
      each_part(folded, [&](std::size_t begin, std::size_t end) {
        const Parts parts = parts_of(folded.substr(begin, end - begin));
        for (std::size_t i = 0; i < parts.count; ++i)
          add(parts.words[i], {start + begin, start + end}, token);
      });
    }
    words.sentence_end.push_back(words.spans.size());
  }
  return words;
}

void WordPatterns::find_between(const Words& words, std::size_t begin, std::size_t end,
                                std::vector<PatternHit>& hits) const {
  for (std::size_t word = begin; word < end; ++word) {
    const std::size_t first_hit = hits.size();
    for (std::size_t i = words.from[word]; i < words.from[word + 1]; ++i) {
      for (const std::uint32_t number : starting_[words.fit[i]]) {
        const std::size_t past = words.match(phrases_[number], 1, word + 1, end);
        if (past == 0) continue;
        hits.push_back({{words.spans[word].begin, words.spans[past - 1].end},
                        words.tokens[word],
                        words.tokens[past - 1] + 1,
                        phrases_[number].pattern});
      }
    }
    const auto fresh = hits.begin() + static_cast<std::ptrdiff_t>(first_hit);
    std::sort(fresh, hits.end(), [](const PatternHit& a, const PatternHit& b) {
      return std::tuple(b.span.end, a.pattern) < std::tuple(a.span.end, b.pattern);
    });
    hits.erase(std::unique(fresh, hits.end()), hits.end());
  }
}

std::vector<PatternHit> WordPatterns::find(const text::Prose& prose) const {
  const Words words = words_of(prose);
  std::vector<PatternHit> hits;
  std::size_t begin = 0;
  for (const std::size_t end : words.sentence_end) {
    find_between(words, begin, end, hits);
    begin = end;
  }
  return hits;
}

}  // namespace entente::extract

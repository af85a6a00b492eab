// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/wording.h"

#include "text/characters.h"
#include "text/prose.h"

namespace entente::analyze {
namespace {

bool parts_words(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2014); }

// "workers'": the mark stands right behind a word that ends in s.
bool is_plural_owner(const Heard& word, const text::Token& mark, std::u32string_view text) {
  return text::is_apostrophe(text[mark.span.begin]) && word.span.end == mark.span.begin &&
         word.word.ends_with(U's');
}

class Hearing {
 public:
  explicit Hearing(std::u32string_view text) : text_(text), prose_(text::read_tokens(text)) {}

  std::vector<Heard> all() {
    for (std::size_t i = 0; i < prose_.tokens.size(); ++i)
      if (prose_.tokens[i].kind == text::TokenKind::mark)
        take_mark(prose_.tokens[i]);
      else
        take_word(i);
    return std::move(heard_);
  }

 private:
  void take_mark(const text::Token& mark) {
    if (!heard_.empty() && !apart_ && is_plural_owner(heard_.back(), mark, text_)) {
      heard_.back().owner = true;
      return;
    }
    const char32_t c = text_[mark.span.begin];
    apart_ = true;
    if (text::is_stop(c)) ++sentence_;
    starts_ = starts_ || text::is_stop(c) || text::is_quote_mark(c) || c == U':' || c == U';' ||
              text::is_bracket_opener(c);
  }

  void take_word(std::size_t token) {
    const Span span = prose_.tokens[token].span;
    const std::u32string_view folded = prose_.folded_word(token);
    const bool number = prose_.tokens[token].kind == text::TokenKind::number;
    for (std::size_t begin = 0; begin < folded.size();) {
      std::size_t end = begin;
      while (end < folded.size() && !parts_words(folded[end])) ++end;
      if (end > begin) {
        add(folded.substr(begin, end - begin), span.begin + begin, number);
        heard_.back().glued = begin > 0;
      }
      begin = end + 1;
    }
  }

  void add(std::u32string_view word, std::size_t begin, bool number) {
    Heard heard;
    const std::size_t apostrophe = word.find(U'\'');
    heard.owner = word.ends_with(U"'s");
    heard.word = std::u32string(word.substr(0, apostrophe));
    if (apostrophe != word.npos && !heard.owner && apostrophe > 1) heard.word = U"n't";
    heard.span = {begin, begin + (heard.owner ? word.size() - 2 : word.size())};
    heard.sentence = sentence_;
    heard.capital = text::is_upper(text_[begin]);
    heard.starts = starts_;
    heard.apart = apart_;
    heard.number = number;
    heard_.push_back(std::move(heard));
    apart_ = starts_ = false;
  }

  std::u32string_view text_;
  text::Prose prose_;
  std::vector<Heard> heard_;
  std::size_t sentence_ = 0;
  bool apart_ = false, starts_ = true;
};

constexpr WordUses no_uses{};

struct Neighbours {
  const Heard* before;
  const Heard* after;
};

class Judge {
 public:
  explicit Judge(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  WordKind kind(const Heard& heard, Neighbours beside) const {
    const std::u32string& word = heard.word;
    if (heard.number || text::is_digit(word.front()) || is(word, WordPart::function) ||
        is(word, WordPart::number))
      return WordKind::other;
    const WordUses& as_noun = noun_uses(word);
    const WordUses* as_verb = vocabulary_.verb_uses(word);
    const WordUses& as_is = vocabulary_.uses(word) ? *vocabulary_.uses(word) : no_uses;
    const std::uint32_t noun = as_noun.noun, verb = as_verb ? as_verb->verb : 0,
                        adjective = as_is.adjective, adverb = as_is.adverb;
    if (!as_verb && noun + adjective + adverb == 0) return kind_by_ending(word);
    if (adverb > noun && adverb > verb && adverb > adjective) return WordKind::other;
    const bool in_phrase = beside.before && opens_phrase(*beside.before);
    if (noun == 0 && as_verb && word.ends_with(U"ed"))
      return in_phrase ? WordKind::adjective : WordKind::other;
    const bool mostly_verb = verb > 5 * noun;
    if (noun > 0 && in_phrase && !is_describing(adjective, noun, beside.after) &&
        !(mostly_verb && word.ends_with(U"ing")))
      return WordKind::noun;
    if (as_verb && beside.before && is(beside.before->word, WordPart::verbal) && !heard.apart)
      return WordKind::other;
    if (noun > 0 && noun >= adjective && !mostly_verb &&
        !takes_object(word, noun, verb, beside.after))
      return WordKind::noun;
    if (adjective > 0 && adjective >= verb) return WordKind::adjective;
    return in_phrase && word.ends_with(U"ing") ? WordKind::adjective : WordKind::other;
  }

 private:
  bool is(std::u32string_view word, WordPart part) const { return vocabulary_.is(word, part); }

  const WordUses& noun_uses(const std::u32string& word) const {
    if (const WordUses* one = vocabulary_.uses(singular_of(word))) return *one;
    const WordUses* same = vocabulary_.uses(word);
    return same ? *same : no_uses;
  }

  // Of a word that no list has.
  WordKind kind_by_ending(const std::u32string& word) const {
    constexpr std::size_t shortest = 5;
    for (const std::u32string_view comparing : {U"er", U"est"}) {
      if (word.size() < shortest || !word.ends_with(comparing)) continue;
      const std::u32string base = word.substr(0, word.size() - comparing.size());
      for (const std::u32string& one : {base, base + U"e"})
        if (const WordUses* uses = vocabulary_.uses(one); uses && uses->adjective > uses->noun)
          return WordKind::adjective;
    }
    return word.size() >= shortest && word.ends_with(U"ly") ? WordKind::other : WordKind::noun;
  }

  // Behind it stands a noun or what describes one.
  bool opens_phrase(const Heard& before) const {
    if (is(before.word, WordPart::determiner) || before.owner) return true;
    const WordUses* uses = vocabulary_.uses(before.word);
    return uses && uses->adjective > uses->noun && !is(before.word, WordPart::function);
  }

  bool is_describing(std::uint32_t adjective, std::uint32_t noun, const Heard* after) const {
    return adjective > noun && after && !after->apart && !after->number &&
           !is(after->word, WordPart::function);
  }

  bool takes_object(const std::u32string& word, std::uint32_t noun, std::uint32_t verb,
                    const Heard* after) const {
    return verb > noun && word.ends_with(U's') && after && !after->apart &&
           is(after->word, WordPart::object);
  }

  const Vocabulary& vocabulary_;
};

}  // namespace

std::vector<Heard> heard_in(std::u32string_view text) { return Hearing(text).all(); }

std::vector<WordKind> kinds_of(const std::vector<Heard>& heard, const Vocabulary& vocabulary) {
  const Judge judge(vocabulary);
  std::vector<WordKind> kinds;
  kinds.reserve(heard.size());
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const bool follows = i > 0 && !heard[i].apart;
    const Neighbours beside{follows ? &heard[i - 1] : nullptr,
                            i + 1 < heard.size() ? &heard[i + 1] : nullptr};
    kinds.push_back(judge.kind(heard[i], beside));
  }
  return kinds;
}

void Capitals::take(const std::vector<Heard>& heard) {
  for (const Heard& one : heard) {
    if (one.number || (one.starts && one.capital)) continue;
    Times& times = times_[singular_of(one.word)];
    ++(one.capital ? times.capital : times.small);
  }
}

bool Capitals::is_name(const Heard& heard) const {
  if (!heard.capital) return false;
  const auto found = times_.find(singular_of(heard.word));
  return found != times_.end() && found->second.capital > 0 && found->second.small == 0;
}

}  // namespace entente::analyze

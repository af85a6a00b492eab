// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/objects.h"

#include <algorithm>
#include <array>

#include "extract/positions/function_words.h"

namespace entente::extract::coding {
namespace {

// Before "of" they only say how much there is of a thing, or that it begins.
constexpr std::array<std::u32string_view, 14> beginnings{
    U"start",   U"launch",  U"resumption", U"opening", U"reopening", U"extension", U"beginning",
    U"renewal", U"release", U"package",    U"series",  U"round",     U"exchange",  U"restoration"};
constexpr std::array<std::u32string_view, 7> easings{
    U"lifting", U"easing", U"end", U"removal", U"waiver", U"release", U"suspension"};
constexpr std::array<std::u32string_view, 13> endings{
    U"end",    U"fail",    U"collaps", U"break",  U"broke",   U"breach", U"suspen",
    U"withdr", U"boycott", U"violat",  U"cancel", U"postpon", U"halt"};
constexpr std::array<std::u32string_view, 34> followers{
    U"and",   U"but",    U"or",       U"on",      U"in",    U"at",      U"if",
    U"when",  U"once",   U"after",    U"before",  U"until", U"now",     U"later",
    U"by",    U"to",     U"for",      U"with",    U"from",  U"because", U"today",
    U"soon",  U"then",   U"next",     U"further", U"again", U"only",    U"provided",
    U"under", U"during", U"outright", U"that",    U"which", U"while"};
constexpr std::array<std::u32string_view, 15> texts{
    U"text",     U"draft",     U"deal",      U"plan",       U"proposal",
    U"document", U"agreement", U"accord",    U"resolution", U"package",
    U"treaty",   U"truce",     U"ceasefire", U"settlement", U"formula"};
constexpr std::size_t farthest_text = 3;  // tokens

bool has_stem(const text::Prose& prose, std::size_t token) {
  return std::any_of(endings.begin(), endings.end(), [&](std::u32string_view stem) {
    return prose.folded_word(token).starts_with(stem);
  });
}

bool has_mark(const MarkedText& marked, std::size_t first, std::size_t last, StanceWord what) {
  const auto marks = between(marked.stances, first, last);
  return std::any_of(marks.begin(), marks.end(), [&](auto& mark) { return mark.what == what; });
}

// "40 million for schools", "aid for schools"
bool is_sum(const text::Prose& prose, std::size_t token) {
  constexpr std::array<std::u32string_view, 8> sums{U"aid",     U"funds", U"funding", U"money",
                                                    U"support", U"help",  U"million", U"billion"};
  const auto word = prose.folded_word(token);
  return is_any(prose, token, sums) || word.find_first_of(U"0123456789") != word.npos;
}

// Determiners and adjectives, and heads such as "the start of".
bool leads_to(const text::Prose& prose, std::size_t from, std::size_t first, bool coercive) {
  for (std::size_t token = from; token < first; ++token) {
    if (is_mark(prose, token, U",;:.()—–")) return false;
    const bool head = token + 1 < first && is_word(prose, token + 1, U"of");
    const bool counts = coercive ? is_any(prose, token, easings) : is_any(prose, token, beginnings);
    const bool spent =
        token + 1 < first && is_word(prose, token + 1, U"for") && is_sum(prose, token);
    if ((head && counts) || spent) {
      ++token;
      continue;
    }
    if (is_any(prose, token, prepositions) || has_stem(prose, token)) return false;
  }
  return true;
}

bool has_easing_head(const text::Prose& prose, std::size_t from, std::size_t first) {
  for (std::size_t token = from; token + 1 < first; ++token)
    if (is_any(prose, token, easings) && is_word(prose, token + 1, U"of")) return true;
  return false;
}

// "the truce's collapse", "the truce has failed"
bool goes_on_after(const MarkedText& marked, std::size_t last) {
  const text::Prose& prose = marked.prose;
  if (prose.folded_word(last - 1).find(U'\'') != std::u32string_view::npos) return true;
  if (last >= prose.tokens.size()) return false;
  if (prose.tokens[last].kind == text::TokenKind::word && has_stem(prose, last)) return true;
  const auto verbs = between(marked.stances, last, last + 1);
  return std::any_of(verbs.begin(), verbs.end(),
                     [](auto& verb) { return is_verb_sign(verb.what); });
}

}  // namespace

bool names_a_thing(const MarkedText& marked, std::size_t first, std::size_t last) {
  if (first >= marked.prose.tokens.size() || is_word(marked.prose, first, U"that")) return false;
  const auto inner = between(marked.stances, first, last);
  return std::none_of(inner.begin(), inner.end(),
                      [](auto& verb) { return is_verb_sign(verb.what); });
}

bool is_its_object(const MarkedText& marked, std::size_t from, std::size_t first, std::size_t last,
                   bool eases) {
  if (first < from || !names_a_thing(marked, from, first)) return false;
  const bool coercive = has_mark(marked, from, last, StanceWord::coerces);
  const text::Prose& prose = marked.prose;
  if (coercive && !eases && !has_easing_head(prose, from, first)) return false;
  return !has_mark(marked, from, first, StanceWord::negation) && !goes_on_after(marked, last) &&
         leads_to(prose, from, first, coercive);
}

bool names_its_end(const text::Prose& prose, std::size_t first, std::size_t last) {
  for (std::size_t token = first; token < last; ++token)
    if (has_stem(prose, token)) return true;
  return false;
}

bool ends_there(const text::Prose& prose, std::size_t token, std::size_t last) {
  return token >= last || prose.tokens[token].kind == text::TokenKind::mark ||
         is_any(prose, token, followers) || prose.folded_word(token).ends_with(U"ly");
}

Lack lack_of(const MarkedText& marked, std::size_t from, std::size_t first) {
  const text::Prose& prose = marked.prose;
  for (const StanceMark& mark : between(marked.stances, from, first)) {
    if (mark.what != StanceWord::lacks || mark.last > first) continue;
    for (std::size_t token = mark.first; token-- > from && mark.first - token <= farthest_text;)
      if (is_any(prose, token, texts) && names_a_thing(marked, mark.last, first) &&
          leads_to(prose, mark.last, first, false))
        return Lack::asked;
    return Lack::other;
  }
  return Lack::none;
}

}  // namespace entente::extract::coding

// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/stream.h"

#include <algorithm>

#include "extract/attribution/verbs.h"
#include "text/characters.h"

namespace entente::extract::speech {
namespace {

// No sentence of prose is longer; in texts that are no prose the limit keeps the reading linear.
constexpr std::size_t longest_clause = 500;
constexpr std::size_t farthest_tail_verb = 12;

struct StreamBuilder {
  const text::Prose& prose;
  const Lexicon& lexicon;
  Stream stream;
  std::size_t quotation = 0;  // the next one that is not nested

  Item word_item(std::size_t token) const {
    Item item;
    item.span = prose.tokens[token].span;
    item.folded = prose.folded_word(token);
    const char32_t first = prose.text[item.span.begin];
    if (prose.tokens[token].kind == text::TokenKind::mark) {
      item.kind = ItemKind::mark;
      item.mark = first;
      return item;
    }
    item.capital = text::is_upper(first) || text::is_digit(first);
    if (const WordEntry* entry = lexicon.find(item.folded)) {
      item.classes =
          item.capital && (entry->classes & class_calendar) ? class_time : entry->classes;
      if (!entry->uses.empty()) item.uses = &entry->uses;
      if (is_acronym(item)) item.classes &= class_person | class_time;
    }
    return item;
  }

  // "US", "WHO" and "IT" are no pronouns.
  bool is_acronym(const Item& item) const {
    return item.span.size() > 1 && item.classes && text::is_upper(prose.text[item.span.begin]) &&
           text::is_upper(prose.text[item.span.begin + 1]);
  }

  Item quote_item(std::size_t first, std::size_t last) const {
    Item item;
    item.kind = ItemKind::quote;
    item.span = prose.quotations[quotation].outer;
    item.quotation = static_cast<std::uint32_t>(quotation);
    for (std::size_t i = first; i < last; ++i) {
      const bool mark = prose.tokens[i].kind == text::TokenKind::mark;
      if (!mark) ++item.words;
      const char32_t c = prose.text[prose.tokens[i].span.end - 1];
      if (prose.quotations[quotation].inner.contains(prose.tokens[i].span) &&
          !text::is_quote_mark(c))
        item.last = mark || c == '.' ? c : 0;
    }
    if (first < last) item.capital = starts_with_capital(first, last);
    return item;
  }

  bool starts_with_capital(std::size_t first, std::size_t last) const {
    while (first < last && prose.tokens[first].kind == text::TokenKind::mark) ++first;
    return first < last && text::is_upper(prose.text[prose.tokens[first].span.begin]);
  }

  void next_quotation() {
    do ++quotation;
    while (quotation < prose.quotations.size() && prose.quotations[quotation].nested);
  }

  bool in_quotation(std::size_t token) const {
    return quotation < prose.quotations.size() &&
           prose.quotations[quotation].outer.begin <= prose.tokens[token].span.begin;
  }

  std::size_t quotation_end(std::size_t token, std::size_t last) const {
    while (token < last && prose.tokens[token].span.begin < prose.quotations[quotation].outer.end)
      ++token;
    return token;
  }

  void add_items(std::size_t first, std::size_t last, std::vector<std::size_t>& token_of) {
    for (std::size_t token = first; token < last;) {
      if (!in_quotation(token)) {
        stream.items.push_back(word_item(token));
        token_of.push_back(token++);
      } else {
        const std::size_t end = quotation_end(token, last);
        if (end > token) {
          stream.items.push_back(quote_item(token, end));
          token_of.push_back(end - 1);
        }
        token = end;
        next_quotation();
      }
    }
  }

  // `"Is it over?" the minister asked.`: what follows the quotation belongs to it.
  bool is_tail(std::size_t item, std::size_t last) const {
    const std::size_t limit = std::min(last, item + farthest_tail_verb);
    const bool stopped = stream.items[item - 1].last == '.';
    if (stopped && stream.items[item].capital && stream.items[item].is(class_first)) return false;
    for (std::size_t i = item; i < limit; ++i) {
      const Item& at = stream.items[i];
      if (at.is_quote() || is_stop(at.mark) || at.is_mark(':') || at.is_mark(',') ||
          at.is(class_adversative))
        return false;
      if (at.uses && is_tail_verb(stream.items, i, last))
        return !stopped || !is_followed_by_quote(i, last);
    }
    return false;
  }

  // `She adds, "..."` after a full stop starts a sentence of its own.
  bool is_followed_by_quote(std::size_t verb, std::size_t last) const {
    return verb + 2 < last && stream.items[verb + 1].kind == ItemKind::mark &&
           stream.items[verb + 2].is_quote();
  }

  bool ends_clause(std::size_t item, std::size_t last, bool breaks_here) const {
    if (item + 1 == last) return true;
    const Item &at = stream.items[item], &next = stream.items[item + 1];
    if (!breaks_here) return false;
    return !at.is_quote() || next.is_quote() || !is_tail(item + 1, last);
  }

  void add_paragraph(std::size_t number) {
    stream.first_clause.push_back(stream.clauses.size());
    const text::Paragraph& paragraph = prose.paragraphs[number];
    if (paragraph.first == paragraph.last) return;
    const std::size_t start = stream.items.size();
    std::vector<std::size_t> token_of;
    add_items(prose.sentences[paragraph.first].first, prose.sentences[paragraph.last - 1].last,
              token_of);
    std::size_t first = start, sentence = paragraph.first;
    for (std::size_t i = start; i < stream.items.size(); ++i) {
      const std::size_t token = token_of[i - start];
      while (sentence + 1 < paragraph.last && prose.sentences[sentence].last <= token) ++sentence;
      if (i - first < longest_clause &&
          !ends_clause(i, stream.items.size(), prose.sentences[sentence].last == token + 1))
        continue;
      stream.clauses.push_back({first, i + 1, number});
      first = i + 1;
    }
  }
};

bool ends_in_ly(std::u32string_view word) { return word.size() > 4 && word.ends_with(U"ly"); }

}  // namespace

Stream read_stream(const text::Prose& prose, const Lexicon& lexicon) {
  StreamBuilder builder{prose, lexicon, {prose, lexicon, {}, {}, {}}};
  builder.stream.items.reserve(prose.tokens.size());  // grown, it would be held twice
  for (std::size_t i = 0; i < prose.paragraphs.size(); ++i) builder.add_paragraph(i);
  builder.stream.first_clause.push_back(builder.stream.clauses.size());
  return std::move(builder.stream);
}

bool is_stop(char32_t mark) { return mark != 0 && text::is_stop(mark); }

bool is_dash(const Item& item) {
  return item.kind == ItemKind::mark &&
         (item.mark == 0x2013 || item.mark == 0x2014 || item.mark == 0x2015 || item.mark == '-');
}

bool is_adverb(const Item& item) {
  return item.is_word() && (item.is(class_adverb) || (!item.capital && ends_in_ly(item.folded) &&
                                                      !item.is(class_adjective) && !item.uses));
}

bool is_possessive(const Item& item) {
  return item.is_word() && (item.folded.ends_with(U"'s") || item.folded.ends_with(U"s'")) &&
         !item.is(class_contracted);
}

bool is_capital_word(const Item& item) { return item.is_word() && item.capital; }

}  // namespace entente::extract::speech

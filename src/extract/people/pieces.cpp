// SPDX-License-Identifier: Apache-2.0
#include "extract/people/pieces.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace entente::extract {
namespace {

bool is_joining_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }
bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool ends_in_possessive(std::u32string_view folded) {
  return folded.size() > 2 && folded.ends_with(U"'s");
}

// "d'Ivoire"
bool is_elision(std::u32string_view word) {
  return (word[1] == U'\'' || word[1] == 0x2019) && is_upper(word[2]);
}

bool is_shouted(std::u32string_view word) {
  int letters = 0;
  for (char32_t c : word) {
    if (!u_isalpha(static_cast<UChar32>(c))) continue;
    if (!is_upper(c)) return false;
    ++letters;
  }
  return letters >= 2;
}

class Cutter {
 public:
  explicit Cutter(Pieces& out) : out_(out) {}

  void cut() {
    out_.all.reserve(out_.prose.tokens.size() + out_.prose.tokens.size() / 8);
    for (std::size_t s = 0; s < out_.prose.sentences.size(); ++s) {
      out_.sentence_first.push_back(out_.all.size());
      const auto& sentence = out_.prose.sentences[s];
      for (std::size_t t = sentence.first; t < sentence.last; ++t)
        cut_token(out_.prose.tokens[t], s);
    }
    out_.sentence_first.push_back(out_.all.size());
  }

 private:
  void cut_token(const text::Token& token, std::size_t sentence) {
    if (is_abbreviation_stop(token, sentence)) return;
    if (token.kind == text::TokenKind::mark) {
      Piece piece;
      piece.mark = out_.prose.folded[token.span.begin];
      piece.word = out_.index.word({&piece.mark, 1});
      add(token.span, sentence, piece);
      mark_possessive_plural(piece.mark);
      return;
    }
    Span rest = token.span;
    bool possessive = false;
    if (ends_in_possessive(slice(out_.prose.folded, rest))) {
      rest.end -= 2;
      possessive = true;
    }
    bool glued = false;
    for (std::size_t i = rest.begin, from = rest.begin; i <= rest.end; ++i) {
      if (i < rest.end && !is_joining_hyphen(out_.prose.text[i])) continue;
      if (i > from) add_word({from, i}, sentence, glued, possessive && i == rest.end);
      glued = glued || i > from;
      from = i + 1;
    }
  }

  // "Mr. Roe", "J. Roe": a stop inside a sentence that ends a word.
  bool is_abbreviation_stop(const text::Token& token, std::size_t sentence) const {
    if (token.kind != text::TokenKind::mark || out_.prose.text[token.span.begin] != U'.')
      return false;
    if (out_.all.empty() || !out_.all.back().capital ||
        out_.all.back().span.end != token.span.begin)
      return false;
    const std::size_t next = out_.prose.token_at(token.span.end);
    return next < out_.prose.sentences[sentence].last &&
           out_.prose.tokens[next].kind == text::TokenKind::word &&
           out_.prose.tokens[next].span.begin > token.span.end;
  }

  void add_word(Span span, std::size_t sentence, bool glued, bool possessive) {
    const std::u32string_view written = slice(out_.prose.text, span);
    Piece piece;
    piece.glued = glued;
    piece.possessive = possessive;
    piece.capital = is_upper(written[0]) || (written.size() > 2 && is_elision(written));
    piece.shouted = piece.capital && is_shouted(written);
    piece.word = look_up(slice(out_.prose.folded, span));
    piece.lists = out_.index.lists(piece.word);
    add(span, sentence, piece);
  }

  WordId look_up(std::u32string_view folded) const {
    for (char32_t c : folded)
      if (c >= 128 || c == U'.') return out_.index.word(key_of(folded));
    return out_.index.word(folded);
  }

  void add(Span span, std::size_t sentence, Piece piece) {
    piece.span = span;
    piece.sentence = sentence;
    piece.quoted = in_quotation(span.begin);
    out_.all.push_back(piece);
  }

  // "the Ruritanians' demands": an apostrophe right behind an s.
  void mark_possessive_plural(char32_t mark) {
    if (mark != U'\'' || out_.all.size() < 2) return;
    Piece& before = out_.all[out_.all.size() - 2];
    if (before.is_word() && before.span.end == out_.all.back().span.begin && !before.quoted &&
        out_.prose.folded[before.span.end - 1] == U's')
      before.possessive = true;
  }

  bool in_quotation(std::size_t at) {
    const auto& quotations = out_.prose.quotations;
    while (next_ < quotations.size() && quotations[next_].inner.end <= at) ++next_;
    return next_ < quotations.size() && quotations[next_].inner.contains(at);
  }

  Pieces& out_;
  std::size_t next_ = 0;
};

}  // namespace

bool Pieces::starts_paragraph(std::size_t i) const {
  const std::size_t s = all[i].sentence;
  return i == sentence_first[s] && prose.paragraphs[prose.sentences[s].paragraph].first == s;
}

std::u32string Pieces::key(std::size_t i) const { return key_of(slice(prose.folded, all[i].span)); }

Pieces cut_pieces(const text::Prose& prose, const NameIndex& index) {
  Pieces out{prose, index, {}, {}};
  out.all.reserve(prose.tokens.size() + prose.tokens.size() / 16);  // grown, it is held twice
  Cutter(out).cut();
  return out;
}

}  // namespace entente::extract

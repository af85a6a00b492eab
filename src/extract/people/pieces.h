// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/people/name_index.h"
#include "text/prose.h"

namespace entente::extract {

// A token, or the part of one that names something: "Ruritania-Freedonia talks" has four, and
// "Roe's" loses its "'s".
struct Piece {
  Span span;
  ListSet lists = 0;
  std::size_t sentence = 0;
  WordId word = 0;
  char32_t mark = 0;        // of a token that is no word
  bool capital = false;     // begins with a capital letter
  bool shouted = false;     // two letters or more, all capitals
  bool glued = false;       // a hyphen joins it to the piece before
  bool possessive = false;  // "'s" follows
  bool quoted = false;      // inside quotation marks

  bool is(List list) const { return (lists & bit(list)) != 0; }
  // No small word, nor one that tells what stands beside it; it may well be a noun.
  bool plain() const { return (lists & ~noun_lists) == 0; }
  bool is_word() const { return mark == 0; }
};

// The pieces of a prose, in order, with sentence and paragraph bounds.
struct Pieces {
  const text::Prose& prose;
  const NameIndex& index;
  std::vector<Piece> all;
  std::vector<std::size_t> sentence_first;  // one more than there are sentences

  const Piece& operator[](std::size_t i) const { return all[i]; }
  std::size_t size() const { return all.size(); }
  std::size_t end_of_sentence(std::size_t i) const { return sentence_first[all[i].sentence + 1]; }
  std::size_t start_of_sentence(std::size_t i) const { return sentence_first[all[i].sentence]; }
  bool starts_paragraph(std::size_t i) const;
  Span span(std::size_t first, std::size_t last) const {
    return {all[first].span.begin, all[last - 1].span.end};
  }
  std::u32string key(std::size_t i) const;
};

Pieces cut_pieces(const text::Prose& prose, const NameIndex& index);

// The words of a form as keys, cut where cut_pieces cuts.
std::vector<std::u32string> words_of_form(std::u32string_view form);

}  // namespace entente::extract

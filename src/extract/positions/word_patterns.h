// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "extract/positions/word_trie.h"
#include "text/prose.h"

namespace entente::extract {

struct PatternHit {
  Span span;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::uint32_t pattern = 0;  // what add() was given

  friend bool operator==(const PatternHit&, const PatternHit&) = default;
};

// Many phrases of word patterns, searched for in one pass. The language is that of a codebook's
// cues (docs/codebooks.md).
class WordPatterns {
 public:
  // False, and nothing is added, where the phrase names no word.
  bool add(std::string_view phrase, std::uint32_t pattern);

  // Every place of every phrase, none across a comma, a stop or a sentence's end; ascending by
  // begin, the longer first, then by pattern.
  std::vector<PatternHit> find(const text::Prose& prose) const;

 private:
  using Element = std::uint32_t;  // the alternatives of one word of a phrase; equal ones are shared
  struct Step {
    Element element = 0;
    bool gap = false;  // "~" stands before it
  };
  struct Phrase {
    std::vector<Step> steps;
    std::uint32_t pattern = 0;
  };
  struct Words;

  Element element_of(std::u32string_view alternatives);
  void add_alternative(std::u32string_view alternative, Element element);
  void add_words(std::u32string_view phrase, Phrase& out);
  Words words_of(const text::Prose& prose) const;
  void find_between(const Words& words, std::size_t begin, std::size_t end,
                    std::vector<PatternHit>& hits) const;

  std::unordered_map<std::u32string, Element> elements_;
  WordTrie words_;
  std::vector<std::vector<std::uint32_t>> starting_;  // element -> phrases that begin with it
  std::vector<Phrase> phrases_;
};

}  // namespace entente::extract

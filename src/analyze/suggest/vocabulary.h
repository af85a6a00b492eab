// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/failure.h"
#include "base/words.h"

namespace entente::analyze {

// The parts that a word plays in finding issues and parties: the classes of
// data/english/topic.words, where each is explained.
enum class WordPart : std::uint8_t {
  function,
  determiner,
  verbal,
  object,
  number,
  bound,
  half_bound,
  bound_end,
  unit,
  extent,
  generic,
  agent,
  office,
  portfolio,
  body,
  place,
  unnamed,
};

// What English uses a word for, and how often, by data/english/words.tsv.
struct WordUses {
  std::uint32_t noun = 0, verb = 0, adjective = 0, adverb = 0;

  std::uint64_t all() const { return std::uint64_t{noun} + verb + adjective + adverb; }
};

// Words in small letters and base form.
class Vocabulary {
 public:
  // The texts of words.tsv and topic.words. bad_input, with the line, where one does not fit.
  static Result<Vocabulary> read(std::string_view uses, std::string_view parts);

  bool is(std::u32string_view word, WordPart part) const;
  const WordUses* uses(std::u32string_view word) const;  // nullptr: the list does not have it
  // The uses of the verb of which this is a form ("reopened" of "reopen"); nullptr: of none.
  const WordUses* verb_uses(std::u32string_view form) const;
  std::uint64_t counted() const { return counted_; }  // the sum of all uses

 private:
  struct Entry {
    WordUses uses;
    std::uint32_t parts = 0;
    bool listed = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view word) const {
      return std::hash<std::u32string_view>{}(word);
    }
  };
  bool take_uses(std::string_view row);
  bool take_parts(std::string_view row);
  const Entry* find(std::u32string_view word) const;

  std::unordered_map<std::u32string, Entry, Hash, std::equal_to<>> words_;
  std::uint64_t counted_ = 0;
};

// "armies" -> "army", "monitors" -> "monitor"; a word that is no plural stays.
std::u32string singular_of(std::u32string_view word);

}  // namespace entente::analyze

namespace entente {

template <>
inline constexpr std::array words<analyze::WordPart>{
    std::string_view{"function"},   std::string_view{"determiner"}, std::string_view{"verbal"},
    std::string_view{"object"},     std::string_view{"number"},     std::string_view{"bound"},
    std::string_view{"half_bound"}, std::string_view{"bound_end"},  std::string_view{"unit"},
    std::string_view{"extent"},     std::string_view{"generic"},    std::string_view{"agent"},
    std::string_view{"office"},     std::string_view{"portfolio"},  std::string_view{"body"},
    std::string_view{"place"},      std::string_view{"unnamed"}};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/failure.h"

namespace entente::extract::speech {

// What may follow a verb, and what is to be known of it. The letters are those of
// data/english/speech.verbs.
enum Frame : std::uint32_t {
  frame_clause = 1u << 0,       // c
  frame_that = 1u << 1,         // t
  frame_quote = 1u << 2,        // q
  frame_told = 1u << 3,         // r
  frame_noun = 1u << 4,         // n
  frame_infinitive = 1u << 5,   // i
  frame_somebody_to = 1u << 6,  // o
  frame_name = 1u << 7,         // a
  frame_as = 1u << 8,           // s
  frame_question = 1u << 9,     // w
  frame_rejected = 1u << 10,    // -
  frame_personal = 1u << 11,    // h
  frame_ambiguous = 1u << 12,   // m
};

enum Form : std::uint8_t {
  form_base = 1u << 0,
  form_s = 1u << 1,
  form_past = 1u << 2,
  form_participle = 1u << 3,
  form_ing = 1u << 4,
};

// One reading of a word as a verb: "called" as the past of "call for".
struct VerbUse {
  std::uint32_t frames = 0;
  std::uint8_t forms = 0;
  std::vector<std::u32string> rest;  // the words that follow
};

// Classes of speech.words.
enum Class : std::uint64_t {
  class_determiner = 1ull << 0,
  class_pronoun = 1ull << 1,
  class_contracted = 1ull << 2,
  class_object = 1ull << 3,
  class_first = 1ull << 4,
  class_preposition = 1ull << 5,
  class_joiner = 1ull << 6,
  class_adversative = 1ull << 7,
  class_subordinator = 1ull << 8,
  class_relative = 1ull << 9,
  class_auxiliary = 1ull << 10,
  class_be = 1ull << 11,
  class_have = 1ull << 12,
  class_modal = 1ull << 13,
  class_negation = 1ull << 14,
  class_nobody = 1ull << 15,
  class_adverb = 1ull << 16,
  class_adjective = 1ull << 17,
  class_time = 1ull << 18,
  class_timing = 1ull << 19,
  class_venue = 1ull << 20,
  class_person = 1ull << 21,
  class_named = 1ull << 22,
  class_claim = 1ull << 23,
  class_pledge = 1ull << 24,
  class_minded = 1ull << 25,
  class_ready = 1ull << 26,
  class_unwilling = 1ull << 27,
  class_mute = 1ull << 28,
  class_weak = 1ull << 29,
  class_manner = 1ull << 30,
  class_unheard = 1ull << 31,
  class_vacant = 1ull << 32,
  class_titles = 1ull << 33,
  class_calendar = 1ull << 34,  // times where they are written with a capital
  class_calling = 1ull << 35,
  class_acquainted = 1ull << 36,  // what may stand behind a person: "close to", "familiar with"
};

struct WordEntry {
  std::uint64_t classes = 0;
  std::vector<VerbUse> uses;  // those with the most further words first
};

struct Lexicon {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view word) const {
      return std::hash<std::u32string_view>{}(word);
    }
  };
  std::unordered_map<std::u32string, WordEntry, Hash, std::equal_to<>> words;

  const WordEntry* find(std::u32string_view folded) const {
    const auto found = words.find(folded);
    return found == words.end() ? nullptr : &found->second;
  }
};

// Each adds the file's lines to `lexicon`, or says which line it cannot read. `name` is for the
// message.
Result<Lexicon> read_lexicon(std::string_view verbs, std::string_view words);

}  // namespace entente::extract::speech

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/failure.h"
#include "extract/attribution/stream.h"

namespace entente::extract::actors {

using speech::Item;
using speech::Range;

// Classes of data/english/actors.words, whose head says what each is.
enum class ActorWord : std::uint8_t {
  same,
  behind,
  against,
  among,
  aside,
  people,
  alone,
  from,
  title,
  contrast,
  judged,
  toward,
  degree,
  proposed,
  linked,
  quantity,
  reply,
};

// Phrases by their first word, the longest first.
class ActorWords {
 public:
  // Fails with `bad_input`, naming the line.
  static Result<ActorWords> read(std::string_view text);

  // Where the longest phrase of the class that starts at `at` ends; `at` itself where none does.
  std::size_t past(ActorWord what, const std::vector<Item>& items, std::size_t at,
                   std::size_t last) const;
  bool at(ActorWord what, const std::vector<Item>& items, std::size_t at, std::size_t last) const {
    return past(what, items, at, last) > at;
  }

 private:
  struct Phrase {
    ActorWord what;
    std::vector<std::u32string> rest;
  };
  std::unordered_map<std::u32string, std::vector<Phrase>> phrases_;
};

}  // namespace entente::extract::actors

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution/stream.h"

namespace entente::extract::speech {

// "has repeatedly ruled out": items [begin, end), the verb itself at `head`.
struct VerbGroup {
  std::size_t begin = 0, head = 0, end = 0;
  std::uint32_t frames = 0;
  std::uint8_t forms = 0;
  bool negated = false;
  bool modal = false;
  bool infinitive = false;  // "to say"
  bool passive = false;     // "was rejected"
  bool participle = false;  // "saying" without an auxiliary

  bool may(std::uint32_t wanted) const { return (frames & wanted) != 0; }
};

// The group whose verb stands at `head`, where the word can be one there; nothing for nouns and
// adjectives.
std::optional<VerbGroup> verb_group_at(const std::vector<Item>& items, Clause clause,
                                       std::size_t head);

// The verb at `i` ends a sentence about a quotation: nothing it could introduce follows.
bool is_tail_verb(const std::vector<Item>& items, std::size_t i, std::size_t last);

}  // namespace entente::extract::speech

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/positions.h"

namespace entente::extract::coding {

// Who "both sides" and "the delegations" are: those between whom the text's talks go on.
class Sides {
 public:
  explicit Sides(const Reading& reading);

  // The text's mentions, with words for all sides as mentions of one party that stands for all
  // sides; without them where the text does not tell whose sides they are.
  const std::vector<Mention>& mentions() const { return mentions_; }

  // The same parties, each once, with the one that stands for all sides told apart.
  std::vector<std::string> told_apart(const std::vector<std::string>& parties) const;

 private:
  void add(Span words, const std::string& party);
  void add_pronoun(const Reading& reading, std::size_t sentence);

  std::vector<std::string> table_;
  std::vector<Mention> mentions_;
};

}  // namespace entente::extract::coding

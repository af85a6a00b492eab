// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/case.h"

namespace entente::analyze {

// What a text speaks of: its words with their endings off, without function words, words of saying
// and of taking sides, and the names of parties. In the order of the text, each once.
using ObjectWords = std::vector<std::u32string>;

std::size_t shared_objects(const ObjectWords& a, const ObjectWords& b);

// Words with their endings off, to look up by what they are.
struct StemHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view word) const {
    return std::hash<std::u32string_view>{}(word);
  }
};
using Stems = std::unordered_set<std::u32string, StemHash, std::equal_to<>>;

// Finds the object words of a case's texts: knows the names of its parties.
class Objects {
 public:
  explicit Objects(const Case& whole);
  ObjectWords of(std::string_view text) const;

 private:
  void leave_out(std::string_view name);

  Stems names_;
};

}  // namespace entente::analyze

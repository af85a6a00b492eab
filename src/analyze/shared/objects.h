// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace entente::analyze {

// What a text speaks of: its words with their endings off, without function words, words of saying
// and of taking sides, and the names of parties. In the order of the text, each once.
using ObjectWords = std::vector<std::u32string>;

std::size_t shared_objects(const ObjectWords& a, const ObjectWords& b);

// Finds the object words of a case's texts: knows the names of its parties.
class Objects {
 public:
  explicit Objects(const Case& whole);
  ObjectWords of(std::string_view text) const;

 private:
  void leave_out(std::string_view name);

  std::set<std::u32string> names_;  // endings off
};

}  // namespace entente::analyze

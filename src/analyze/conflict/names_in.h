// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codebook.h"

namespace entente::analyze {

// Whether `name` stands in `text` as whole words.
bool stands_in(std::string_view name, std::string_view text);

// Tells which of some parties a sentence names, by name, alias, demonym or seat.
class NamesIn {
 public:
  NamesIn(const Codebook& codebook, const std::vector<std::string>& parties);

  // The one party other than `speaker` that the words name; none where none or several are.
  std::optional<std::string> only_other(std::string_view speaker, std::string_view words) const;
  // Whether the words name any party other than `speaker`.
  bool any_other(std::string_view speaker, std::string_view words) const;

 private:
  std::vector<std::string> others(std::string_view speaker, std::string_view words) const;

  std::map<std::string, std::vector<std::string>> forms_;  // by party
};

}  // namespace entente::analyze

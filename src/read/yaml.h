// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"

namespace entente::read {

// A node of a YAML document as a plain value.
struct Yaml {
  enum class Kind { nothing, scalar, list, map };

  Kind kind = Kind::nothing;
  std::size_t line = 0;  // from 1
  std::string scalar;
  bool plain = false;       // a scalar without quotation marks
  std::vector<Yaml> items;  // of a list; the values of a map
  std::vector<Yaml> keys;   // of a map, as many as items: scalars, none stands twice

  const Yaml* find(std::string_view key) const;  // of a map
};

inline constexpr std::size_t most_yaml_nodes =
    100'000;  // aliases counted as often as they are used
inline constexpr std::size_t deepest_yaml = 32;

// The one document that `text` holds. A fault is named as "NAME:LINE: what was expected".
Result<Yaml> parse_yaml(std::string_view text, const std::string& name);

tl::unexpected<Failure> yaml_fault(const std::string& name, std::size_t line, std::string_view what,
                                   std::string cure);

}  // namespace entente::read

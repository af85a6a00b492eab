// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace entente::kit {

using NamePairs = std::vector<std::pair<std::string, std::string>>;  // longer ones first

// The text in which the two names of each pair have changed places.
inline std::string exchanged(const std::string& text, const NamePairs& names) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::string put(1, text[at]);
    std::size_t size = 1;
    for (const auto& [a, b] : names) {
      if (text.compare(at, a.size(), a) == 0)
        put = b, size = a.size();
      else if (text.compare(at, b.size(), b) == 0)
        put = a, size = b.size();
      else
        continue;
      break;
    }
    out += put;
    at += size;
  }
  return out;
}

}  // namespace entente::kit

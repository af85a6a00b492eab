// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The known word that `typed` was most likely meant to be: at most a third of its letters added,
// left out, changed or swapped with their neighbour; nothing if none is that near.
std::optional<std::string> near_word(std::string_view typed, const std::vector<std::string>& known);

// "Did you mean X?", or `otherwise` where nothing is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known,
                         const std::string& otherwise);

}  // namespace entente

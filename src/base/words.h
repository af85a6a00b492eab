// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace entente {

// The words of an enum, in the order of its values: the one place from which files, JSON and
// screens take them. Specialise `words<Enum>` beside the enum.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words{};

template <class Enum>
constexpr std::string_view word_of(Enum value) {
  return words<Enum>[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> from_word(std::string_view word) {
  for (std::size_t i = 0; i < words<Enum>.size(); ++i)
    if (words<Enum>[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace entente

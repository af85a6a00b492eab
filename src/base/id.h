// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// The name of an item in a case: a letter and a number, short enough to type ("p12").
// Numbers are given in the order of the input, from 1; 0 is "not given yet".
template <char Letter>
struct Id {
  static constexpr char letter = Letter;
  std::uint32_t number = 0;

  bool given() const { return number != 0; }
  std::string text() const { return Letter + std::to_string(number); }

  static std::optional<Id> parse(std::string_view text) {
    Id id;
    if (text.size() < 2 || text[0] != Letter || text[1] < '1' || text[1] > '9') return std::nullopt;
    const auto [end, error] =
        std::from_chars(text.data() + 1, text.data() + text.size(), id.number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return id;
  }

  friend bool operator==(Id, Id) = default;
  friend auto operator<=>(Id, Id) = default;
};

using DocumentId = Id<'d'>;
using StatementId = Id<'s'>;
using PositionId = Id<'p'>;
using MeetingId = Id<'m'>;
using PersonId = Id<'w'>;  // who
using ClauseId = Id<'c'>;
using LeverId = Id<'l'>;

}  // namespace entente

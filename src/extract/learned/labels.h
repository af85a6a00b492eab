// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace entente::extract::learned {

// What a unit is. "left": the cue it belongs to stands before it in the text; "right": after it.
// `b_` begins a span, `i_` goes on in it.
enum class Label : std::uint8_t {
  none,
  b_cue,
  i_cue,
  b_source_left,
  i_source_left,
  b_source_right,
  i_source_right,
  b_content_left,
  i_content_left,
  b_content_right,
  i_content_right,
};

inline constexpr std::size_t label_count = 11;
inline constexpr std::size_t cue_label_count = 3;  // the first stage knows only none and cue

constexpr std::size_t index_of(Label label) { return static_cast<std::size_t>(label); }
constexpr bool begins(Label label) { return index_of(label) % 2 == 1; }
constexpr bool goes_on(Label label) { return label != Label::none && !begins(label); }
constexpr bool is_cue(Label label) { return label == Label::b_cue || label == Label::i_cue; }
constexpr bool is_source(Label label) { return index_of(label) >= 3 && index_of(label) <= 6; }
constexpr bool is_content(Label label) { return index_of(label) >= 7; }
constexpr bool cue_is_left(Label label) {
  return index_of(label) >= 3 && (index_of(label) - 3) % 4 < 2;
}

// A span goes on only where it has begun.
constexpr bool may_follow(std::size_t before, std::size_t after) {
  const bool inner = after != 0 && after % 2 == 0;
  return !inner || before == after || before + 1 == after;
}
constexpr bool may_start(std::size_t label) { return label == 0 || label % 2 == 1; }

}  // namespace entente::extract::learned

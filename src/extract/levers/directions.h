// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

// What is done with a lever, as data/english/lever.words names it.
namespace entente::extract::coding {

inline constexpr std::string_view applying = "apply", easing = "ease";

}  // namespace entente::extract::coding

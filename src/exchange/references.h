// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/case.h"

namespace entente::exchange {

// Throws Failed, bad_input: "<file>: <place>: <why>".
[[noreturn]] void refuse(const std::string& file, std::string_view place, std::string_view why);

// Refuses references to items that are not there, a position's statement in another document, and
// chains (same_as, continues, within) that come back to themselves. Every list must be in the order
// of its ids.
void hold_references(const Case& contents, const std::string& file);

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "workbench/workbench.h"

// What people write into a case is read by others, on terminals too.
namespace entente {

inline constexpr std::size_t most_letters_of_name = 200, most_letters_of_text = 4000;

// Throws Failed (usage) where the text, called `what`, is longer than so many characters, or holds
// one that is not seen and turns the reading direction around or steers a terminal.
void hold_plain(const std::string& what, const std::string& utf8,
                std::size_t most = most_letters_of_text);

// The same of who signs, and of the reason, which may go over several lines, and does not begin as
// the program's own reasons do.
void hold_plain(const Signature& by);

}  // namespace entente

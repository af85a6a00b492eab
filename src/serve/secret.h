// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::serve {

std::string random_token();  // 128 bits of the system's randomness, as 32 hexadecimal digits

// Whether two texts are the same, in a time that tells nothing of how much of them is.
bool same_secret(std::string_view one, std::string_view other);

std::string from_base64(std::string_view text);  // "" where it is none

}  // namespace entente::serve

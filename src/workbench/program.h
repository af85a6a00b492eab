// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente {

std::string program();  // "entente 0.1.0": signs what the program suggests

}  // namespace entente

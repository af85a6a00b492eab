// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.h"

namespace entente::cli {

std::string help_of_all();
std::string help_of(const Verb& verb);

}  // namespace entente::cli

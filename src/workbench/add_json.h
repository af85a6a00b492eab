// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "workbench/workbench.h"

namespace entente {

std::string add_json(const AddReport& report);  // one JSON object (docs/formats.md)

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/program.h"

namespace entente {

std::string program() { return "entente " ENTENTE_VERSION; }

}  // namespace entente

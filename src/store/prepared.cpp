// SPDX-License-Identifier: Apache-2.0
#include "store/prepared.h"

namespace entente::store {

std::string joined(const std::vector<std::string>& names, const char* before) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + (before + name);
  return out;
}

}  // namespace entente::store

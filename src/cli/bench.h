// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "workbench/workbench.h"

namespace entente::cli {

Share share();  // of this program; throws Failed

inline Workbench to_read(const Request& request) {
  return Workbench::open(request.case_file(), share(), false);
}
inline Workbench to_write(const Request& request) {
  return Workbench::open(request.case_file(), share(), true);
}

// Who changes the case, and why: --who and --why.
Signature signature(const Request& request);

}  // namespace entente::cli

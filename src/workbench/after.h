// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

namespace entente {

// The case as it is when the store has applied the change to it; the log is not looked at.
Case after(Case contents, const store::Store::Change& change);

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente {

// The time now, UTC, to the second, as the log keeps it: "2031-03-07T09:30:00Z".
std::string now_utc();

}  // namespace entente

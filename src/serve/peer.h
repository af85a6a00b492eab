// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace entente::serve {

// Whether the other end of the connection that comes from this address and port to ours has hung
// up. To be called only while the connection is open on our side.
std::function<bool()> hangs_up(const std::string& address, int port, int our_port);

}  // namespace entente::serve

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace entente {

// How a long verb speaks to its caller, and how the caller stops it.
struct Progress {
  std::function<void(std::size_t done, std::size_t total)> report;  // may be empty
  std::stop_token stop;

  void at(std::size_t done, std::size_t total) const {
    if (report) report(done, total);
  }
  bool stopped() const { return stop.stop_requested(); }
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string_view>

namespace entente {

// How a long verb speaks to its caller, and how the caller stops it.
struct Progress {
  std::function<void(std::size_t done, std::size_t total)> report;  // may be empty
  std::stop_token stop;
  // The same of what goes before that work or after it, as "looking who is named"; may be empty. A
  // total of 0: nobody knows how much there is.
  std::function<void(std::string_view doing, std::size_t done, std::size_t total)> prepares =
      nullptr;

  void at(std::size_t done, std::size_t total) const {
    if (report) report(done, total);
  }
  void preparing(std::string_view doing, std::size_t done, std::size_t total) const {
    if (prepares) prepares(doing, done, total);
  }
  bool stopped() const { return stop.stop_requested(); }
};

}  // namespace entente

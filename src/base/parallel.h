// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace entente {

// Calls work(0) ... work(count - 1), each once, on up to `threads` threads (0: one per core). What
// one of them throws is thrown again, the lowest index first.
template <class Work>
void for_each_index(std::size_t count, unsigned threads, const Work& work) {
  const std::size_t wanted =
      threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::exception_ptr> thrown(count);
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(wanted, count); ++i) helpers.emplace_back(run);
    run();
  }
  for (const auto& one : thrown)
    if (one) std::rethrow_exception(one);
}

}  // namespace entente

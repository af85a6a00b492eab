// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>

#include "base/date.h"

namespace entente {

std::string now_utc() {
  using namespace std::chrono;
  const auto time = floor<seconds>(system_clock::now());
  const auto day = floor<days>(time);
  const hh_mm_ss clock{time - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(Date{day}), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace entente

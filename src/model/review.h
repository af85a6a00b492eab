// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/words.h"

namespace entente {

// Whatever the program codes is suggested until a person has looked at it.
enum class Status { suggested, confirmed, rejected };
template <>
inline constexpr std::array words<Status>{
    std::string_view{"suggested"}, std::string_view{"confirmed"}, std::string_view{"rejected"}};

struct Review {
  Status status = Status::suggested;
  std::string by;  // "entente 0.1.0" or a person's name

  friend bool operator==(const Review&, const Review&) = default;
};

inline bool is_suggested(const Review& review) { return review.status == Status::suggested; }
inline bool is_rejected(const Review& review) { return review.status == Status::rejected; }

}  // namespace entente

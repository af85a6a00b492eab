// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace entente {

// A natural number of any size: how many packages there are.
class Natural {
 public:
  Natural() = default;
  Natural(std::uint64_t value) { *this += value; }

  Natural& operator*=(std::uint64_t factor);  // below 2^64 / 10^9
  Natural& operator+=(std::uint64_t more);

  // 2^64 - 1 where it is more.
  std::uint64_t capped() const;

  std::string text() const;

  friend bool operator==(const Natural&, const Natural&) = default;

 private:
  static constexpr std::uint64_t base = 1'000'000'000;
  std::vector<std::uint32_t> digits_;  // lowest first, none is zero
};

inline Natural& Natural::operator*=(std::uint64_t factor) {
  std::uint64_t carry = 0;
  for (std::uint32_t& digit : digits_) {
    carry += digit * factor;
    digit = static_cast<std::uint32_t>(carry % base);
    carry /= base;
  }
  for (; carry != 0; carry /= base) digits_.push_back(static_cast<std::uint32_t>(carry % base));
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  return *this;
}

inline Natural& Natural::operator+=(std::uint64_t more) {
  for (std::size_t i = 0; more != 0; ++i) {
    if (i == digits_.size()) digits_.push_back(0);
    const std::uint64_t sum = digits_[i] + more % base;
    digits_[i] = static_cast<std::uint32_t>(sum % base);
    more = more / base + sum / base;
  }
  return *this;
}

inline std::uint64_t Natural::capped() const {
  std::uint64_t value = 0;
  for (auto digit = digits_.rbegin(); digit != digits_.rend(); ++digit)
    if (__builtin_mul_overflow(value, base, &value) ||
        __builtin_add_overflow(value, *digit, &value))
      return std::numeric_limits<std::uint64_t>::max();
  return value;
}

inline std::string Natural::text() const {
  if (digits_.empty()) return "0";
  std::string out = std::to_string(digits_.back());
  for (std::size_t i = digits_.size() - 1; i-- > 0;) {
    const std::string part = std::to_string(digits_[i]);
    out.append(9 - part.size(), '0').append(part);
  }
  return out;
}

}  // namespace entente

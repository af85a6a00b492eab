// SPDX-License-Identifier: Apache-2.0
#include "serve/secret.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "base/failure.h"
#include "base/sha256.h"

namespace entente::serve {

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw Failed({FailureKind::internal, "The system gives no random numbers", ""});
  std::string out;
  for (unsigned char byte : bytes)
    (out += "0123456789abcdef"[byte >> 4]) += "0123456789abcdef"[byte & 15];
  return out;
}

// The checksums are of one length whatever the texts are.
bool same_secret(std::string_view one, std::string_view other) {
  const std::string a = sha256_hex(one), b = sha256_hex(other);
  unsigned differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    differ |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return differ == 0;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    const auto digit = digits.find(c);
    if (digit == digits.npos) return "";
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    if ((count += 6) < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

}  // namespace entente::serve

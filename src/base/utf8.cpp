// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <cstdint>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_scalar(char32_t c) { return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF); }

void append(std::string& out, char32_t c) {
  const auto byte = [&](char32_t value) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
  };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    return byte(0x80 | (c & 0x3F));
  }
  if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
  }
  byte(0x80 | ((c >> 6) & 0x3F));
  byte(0x80 | (c & 0x3F));
}

struct Decoded {
  char32_t value;
  std::size_t length;  // 0: not well-formed
};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

Decoded decode(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || length > bytes.size()) return {replacement, 0};
  if (length == 1) return {lead, 1};
  char32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(bytes[i]);
    if ((next & 0xC0) != 0x80) return {replacement, 0};
    value = (value << 6) | (next & 0x3F);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[length] && is_scalar(value) ? Decoded{value, length}
                                                    : Decoded{replacement, 0};
}

}  // namespace

// Most of most texts is ASCII, which is copied as it is.
std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= 0x80) {
      append(out, is_scalar(text[at]) ? text[at] : replacement);
      ++at;
      continue;
    }
    const std::size_t begin = at, old = out.size();
    while (at < text.size() && text[at] < 0x80) ++at;
    out.resize(old + at - begin);
    for (std::size_t i = begin; i < at; ++i) out[old + i - begin] = static_cast<char>(text[i]);
  }
  return out;
}

std::u32string from_utf8(std::string_view bytes) {
  std::u32string out(bytes.size(), U'\0');
  std::size_t size = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (const auto lead = static_cast<unsigned char>(bytes[at]); lead < 0x80) {
      out[size++] = lead;
      ++at;
      continue;
    }
    const Decoded next = decode(bytes.substr(at));
    out[size++] = next.value;
    at += next.length ? next.length : 1;
  }
  out.resize(size);
  return out;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = decode(bytes).length;
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

}  // namespace entente

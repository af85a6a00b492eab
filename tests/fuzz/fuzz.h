// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Run from the repository's root, or with ENTENTE_SOURCE_DIR defined.
#ifndef ENTENTE_SOURCE_DIR
#define ENTENTE_SOURCE_DIR "."
#endif

// What the fuzz targets share. A broken claim ends the program, which the fuzzer reports with the
// input.
namespace entente::fuzz {

inline void hold(bool claim) {
  if (!claim) std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace entente::fuzz

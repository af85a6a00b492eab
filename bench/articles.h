// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace entente::bench {

// Articles for measuring: paragraphs of the shipped example drawn in an order that the seed fixes.
// The files in other encodings are left out.
class Articles {
 public:
  explicit Articles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) take(file);
  }

  std::string make(std::uint64_t seed, std::size_t bytes) const {
    std::string text = "Report " + std::to_string(seed) + "\n";
    std::uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
    while (text.size() < bytes) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += paragraphs_[(state >> 33) % paragraphs_.size()] + "\n";
    }
    return text;
  }

 private:
  void take(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);)
      if (line.size() > 80 && is_utf8(line) && line.find('\0') == std::string::npos)
        paragraphs_.push_back(line);
  }

  std::vector<std::string> paragraphs_;
};

}  // namespace entente::bench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {

inline bool ascend(const std::vector<Span>& spans, std::size_t size) {
  std::size_t end = 0;
  for (Span span : spans) {
    if (span.begin < end || span.empty() || span.end > size) return false;
    end = span.end;
  }
  return true;
}

inline bool is_sound(const Document& document) {
  std::vector<Span> noise, both = document.headings;
  for (const Noise& n : document.noise) noise.push_back(n.span);
  both.insert(both.end(), noise.begin(), noise.end());
  std::sort(both.begin(), both.end());
  return ascend(noise, document.text.size()) && ascend(document.headings, document.text.size()) &&
         ascend(both, document.text.size());
}

inline void expect_whole_noise(const std::string& line, const std::string& kind) {
  EXPECT_EQ(noise_of(between(line)), Strings{kind + ": " + line});
}

inline void expect_kept(const std::string& line) {
  const std::string rest =
      third_paragraph + "\n" +
      "The talks go on.\nThe host is content.\nSo are the guests.\nNobody left early.\n";
  EXPECT_EQ(noise_of(between(line) + rest), Strings{}) << line;
}

inline const std::string report =
    first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n" +
    "The hosts said that the canal would stay open to all during the talks.\n";

}  // namespace entente::read_test

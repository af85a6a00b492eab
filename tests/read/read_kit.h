// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "read/read.h"

namespace entente::read_test {

inline Document document_of(std::string_view bytes, const std::string& name = "a.txt",
                            const read::Given& given = {}) {
  auto document = read::read_bytes(bytes, name, given);
  EXPECT_TRUE(document) << (document ? "" : document.error().sentence());
  return document ? *document : Document{};
}

// Each noise as "kind: text"
inline std::vector<std::string> noise_of(const Document& document) {
  std::vector<std::string> found;
  for (const Noise& noise : document.noise)
    found.push_back(std::string(word_of(noise.kind)) + ": " +
                    slice_utf8(document.text, noise.span));
  return found;
}

inline std::vector<std::string> noise_of(std::string_view text) {
  return noise_of(document_of(text));
}

inline std::vector<std::string> headings_of(const Document& document) {
  std::vector<std::string> found;
  for (Span span : document.headings) found.push_back(slice_utf8(document.text, span));
  return found;
}

inline Failure failure_of(std::string_view bytes, const std::string& name = "a.txt") {
  const auto document = read::read_bytes(bytes, name);
  EXPECT_FALSE(document);
  return document ? Failure{} : document.error();
}

using Strings = std::vector<std::string>;

// Two paragraphs that are good text whatever stands around them.
inline const std::string first_paragraph =
    "The envoys of Meldria and Dorvane met in Whitharbour on Monday and spoke for three hours "
    "about the canal, officials said.";
inline const std::string second_paragraph =
    "Neither side has said when the next round will be held, but both described the meeting as "
    "useful and frank.";
inline const std::string third_paragraph =
    "\"We shall come back when there is something to sign,\" Jorun Estay told reporters on the "
    "steps of the Customs House.";

inline std::string between(const std::string& line) {
  return first_paragraph + "\n" + line + "\n" + second_paragraph + "\n";
}

}  // namespace entente::read_test

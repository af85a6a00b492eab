// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::report {

// A run of words of one sentence, and whether the other sentence has them in the same order.
struct WordRun {
  std::string text;
  bool shared = true;
};

// Both sentences cut into runs by a longest common subsequence of their words, case and marks
// aside. The runs of a side, joined, are the sentence with its white space made single. Very long
// sentences are taken as one run each, not shared.
std::pair<std::vector<WordRun>, std::vector<WordRun>> word_diff(std::string_view left,
                                                                std::string_view right);

}  // namespace entente::report

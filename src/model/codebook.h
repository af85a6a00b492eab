// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "model/party.h"

namespace entente {

enum class IssueKind { substance, process, assessment, context };
template <>
inline constexpr std::array words<IssueKind>{
    std::string_view{"substance"}, std::string_view{"process"}, std::string_view{"assessment"},
    std::string_view{"context"}};

// A cue is a phrase of word patterns, matched without regard to case:
//   word    that word;   word*   any ending;   ~   up to four words between;   a|b   either;
//   (cue)   weak: counts only where no issue has another cue in the same clause.
using Cue = std::string;

struct Option {
  std::string id;
  std::string label;  // the named anchor on the ladder
  std::vector<Cue> cues;

  friend bool operator==(const Option&, const Option&) = default;
};

struct Issue {
  std::string id;
  std::string label;
  IssueKind kind = IssueKind::substance;
  std::string description;
  std::vector<Cue> cues;
  std::vector<Cue> except;  // a sentence part that matches one of these is no cue
  bool ordered = false;     // options stand from one end to the other
  std::vector<Option> options;

  friend bool operator==(const Issue&, const Issue&) = default;
};

struct Codebook {
  std::string name;
  std::vector<Issue> issues;
  std::vector<Party> parties;

  friend bool operator==(const Codebook&, const Codebook&) = default;
};

}  // namespace entente

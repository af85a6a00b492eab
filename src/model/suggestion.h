// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/id.h"
#include "model/codebook.h"
#include "model/evidence.h"
#include "model/party.h"

namespace entente {

// Words of a statement, and where they stand.
struct Sample {
  StatementId statement;
  Evidence at;
  std::string words;  // the text at `at`, exactly

  friend bool operator==(const Sample&, const Sample&) = default;
};

// On how much a suggestion rests. A copy of a document counts with its original, and what one
// statement reports of another counts once.
struct Support {
  std::size_t statements = 0;
  std::size_t voices = 0;  // parties, and speakers whose party is unknown
  std::size_t documents = 0;

  friend bool operator==(const Support&, const Support&) = default;
};

// What several statements that fit no issue of the codebook speak of.
struct SuggestedIssue {
  Issue issue;  // id, label, cues; options are for a person to make
  Support support;
  std::vector<Sample> examples;
  // Words that may stand for options: amounts, "no monitors", "all prisoners". Each once, those
  // said most often first.
  std::vector<Sample> wordings;

  friend bool operator==(const SuggestedIssue&, const SuggestedIssue&) = default;
};

// Who speaks, or is spoken for, and is no party of the codebook.
struct SuggestedParty {
  Party party;          // name, aliases, demonyms as the texts have them
  // Somebody of whom no text says for whom they speak; or a name that may be a person's.
  bool person = false;
  std::string role;     // of a person, as printed
  Support support;
  std::size_t offices = 0;  // places that name somebody's office in it: "X's foreign minister"
  std::vector<std::string> speakers;  // the people who speak for it
  std::vector<Sample> examples;       // none: nobody is quoted for it

  friend bool operator==(const SuggestedParty&, const SuggestedParty&) = default;
};

struct Suggestions {
  std::size_t statements = 0;          // of the case, but for rejected ones and those of copies
  std::size_t fitting = 0;             // of these, those with a position, or that speak of an issue
  std::vector<SuggestedIssue> issues;  // the best first
  std::vector<SuggestedParty> parties;  // the most heard first; people after all others
  std::vector<StatementId> left_over;   // speak of no issue, suggested ones included

  friend bool operator==(const Suggestions&, const Suggestions&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/words.h"
#include "model/finding.h"
#include "model/statement.h"

namespace entente {

// One quotation that two documents print with different words.
struct QuoteVariant {
  StatementId left, right;

  friend bool operator==(const QuoteVariant&, const QuoteVariant&) = default;
};

// In what a paraphrase departs from the quotation beside it.
enum class Departs { numbers, negation, modality };
template <>
inline constexpr std::array words<Departs>{
    std::string_view{"numbers"}, std::string_view{"negation"}, std::string_view{"modality"}};

struct Departure {
  StatementId paraphrase, quote;  // of one document
  Departs in = Departs::numbers;

  friend bool operator==(const Departure&, const Departure&) = default;
};

// What two documents tell of one utterance. The first statement of each stands for its document.
struct Retelling {
  StatementId left, right;
  std::vector<AccountLine> lines;
};

// How often an outlet's narrator colours statements of a party with a word.
struct ColourCount {
  std::string outlet;  // "" where the documents name none
  Colour colour = Colour::doubt;
  std::string party;  // whose statement it is; "": unknown
  std::size_t count = 0;
  std::vector<StatementId> statements;

  friend bool operator==(const ColourCount&, const ColourCount&) = default;
};

// All that does not fit together, but for the accounts of meetings, which are long.
struct Disputes {
  std::vector<Contradiction> within_party;
  std::vector<QuoteVariant> variants;
  std::vector<Departure> departures;
  std::vector<Retelling> retellings;
  std::vector<ColourCount> colours;
};

}  // namespace entente

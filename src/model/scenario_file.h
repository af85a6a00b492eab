// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/position.h"
#include "model/quoted_words.h"
#include "model/scenario.h"

namespace entente {

// What a number or a limit of a party rests on. With neither issue nor red line: its reservation
// value, and what it would do without a deal.
struct ScenarioBasis {
  std::size_t party = 0;
  std::optional<std::size_t> issue;     // alone: the weight of that issue
  std::optional<std::uint32_t> option;  // of the issue: what it is worth
  std::optional<std::size_t> red_line;  // one of the party's; then there is no issue
  std::vector<PositionId> evidence;

  friend bool operator==(const ScenarioBasis&, const ScenarioBasis&) = default;
};

// A scenario as it is written down for people: with the sentences that it rests on, and with what
// was left out of it. Weights and values are numbers from 0 to 1; what nobody knows is the whole
// interval [0, 1]. Weights are independent of each other: they need not add up to 1.
struct ScenarioFile {
  Scenario scenario;
  std::map<PositionId, QuotedWords> quotes;
  std::vector<ScenarioBasis> bases;
  std::vector<std::string> remarks;  // sentences
};

}  // namespace entente

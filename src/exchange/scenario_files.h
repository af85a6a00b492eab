// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/failure.h"
#include "model/scenario.h"

namespace entente::exchange {

inline constexpr std::size_t most_scenario_issues = 1000;

// One file of a scenario's folder: its name without the folder, and its bytes.
struct FileBytes {
  std::string name, bytes;
};

// What the numbers in the files mean.
//   genius   as GENIUS 10 computes: evaluations are divided by the largest of their issue, linear
//            ones held to 0..1, totals to at most 1, boxes divided by maxutility.
//   negmas   as NegMAS 0.15 reads the same files: none of these, EXCLUDES taken for INCLUDES,
//            weights of boxes ignored, no reservation where there is a discount. To compare with.
enum class Semantics { genius, negmas };

struct ReadScenario {
  Scenario scenario;
  std::vector<std::string> repairs;  // one line for each thing that was not as it should be
};

// GENIUS where a file is XML, else GeniusWeb. The parties stand in the order of their files' names
// (bytes). Other files are named among the repairs. bad_input where there is no domain or no
// profile, or where a file says something that no repair can mend.
Result<ReadScenario> read_scenario(std::vector<FileBytes> files, Semantics semantics);

}  // namespace entente::exchange

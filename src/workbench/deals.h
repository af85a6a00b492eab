// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "exchange/scenario_files.h"
#include "model/case.h"
#include "model/deals.h"
#include "model/scenario_file.h"

namespace entente {

// A scenario with where it comes from.
struct OpenedScenario {
  ScenarioFile file;
  std::vector<std::string> repairs;  // what was mended on import, one line each
  std::optional<Case> contents;      // the case that its evidence stands in, where one was given
  bool suggested = false;            // made by the program out of the case
  double seconds = 0;                // that reading took
};

struct DealsRequest {
  std::size_t shown = 1;  // packages listed for each point of the frontier, at most
  unsigned threads = 0;   // 0: one per core
  // Where trades start: an option for each issue, in their order, with commas or semicolons
  // between them; "" for the issue-by-issue compromise.
  std::string from;
  bool neighbours = false;  // of the package where trades start
};

// Another number for a party: of an option, of an issue (its weight), or, with neither, its
// reservation value. Options and issues by name.
struct NumberChange {
  std::string party, issue, option;
  Interval to;
};

struct ScenarioDeals {
  OpenedScenario opened;
  Deals deals;
  std::optional<Neighbourhood> neighbours;
};

// The scenario that a folder of GENIUS or GeniusWeb files holds. Throws Failed.
exchange::ReadScenario read_scenario_folder(const std::filesystem::path& folder,
                                            exchange::Semantics semantics);

bool is_scenario_file(const std::filesystem::path& path);  // YAML, by its ending

// Such a folder, or YAML by the file's ending; with a case, each position that the file names has
// to stand there with the same words, under whatever id, and not be rejected. Throws Failed.
OpenedScenario scenario_in(const std::filesystem::path& path, exchange::Semantics semantics,
                           std::optional<Case> contents = std::nullopt);

// Throws Failed (usage) where the scenario has no such number: utilities that are boxes or
// functions have none of their own for an option.
void change_numbers(Scenario& scenario, const std::vector<NumberChange>& changes);

// The scenario as the files of a GENIUS folder. Throws Failed: usage where the format cannot say
// it.
std::vector<exchange::FileBytes> genius_files(const Scenario& scenario);

// What the parties of that scenario could sign, how sure that is, and what could be traded. Throws
// Failed.
ScenarioDeals deals_of(OpenedScenario opened, const DealsRequest& request,
                       const Progress& progress);

}  // namespace entente

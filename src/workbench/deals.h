// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "exchange/scenario_files.h"
#include "model/deals.h"

namespace entente {

struct DealsRequest {
  exchange::Semantics semantics = exchange::Semantics::genius;
  std::size_t shown = 1;  // packages listed for each point of the frontier, at most
  unsigned threads = 0;   // 0: one per core
};

struct ScenarioDeals {
  exchange::ReadScenario read;
  Deals deals;
};

// The scenario that a folder of GENIUS or GeniusWeb files holds. Throws Failed.
exchange::ReadScenario read_scenario_folder(const std::filesystem::path& folder,
                                            exchange::Semantics semantics);

// What the parties of that scenario could sign. Throws Failed.
ScenarioDeals deals_of(const std::filesystem::path& folder, const DealsRequest& request,
                       const Progress& progress);

}  // namespace entente

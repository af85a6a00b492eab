// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "exchange/json.h"
#include "kit/failure_of.h"
#include "kit/folder.h"
#include "workbench/workbench.h"

namespace entente {

inline const Share& source_share() {
  static const std::filesystem::path source = ENTENTE_SOURCE_DIR;
  static const Share share{source / "data", source / "codebooks"};
  return share;
}

inline const std::filesystem::path& example() {
  static const std::filesystem::path folder =
      std::filesystem::path(ENTENTE_SOURCE_DIR) / "examples/ellowan-canal";
  return folder;
}

inline Workbench new_case(const std::filesystem::path& path) {
  return Workbench::create(path, {"peace-talks", example() / "parties.yaml"}, source_share());
}

using kit::failure_of;

// All that a case holds but for the times in its log.
inline std::string export_without_times(const Workbench& bench) {
  exchange::Whole whole = bench.whole();
  for (LogEntry& entry : whole.log) entry.at = "";
  return exchange::write_json(whole);
}

// A short article of its own for each number.
inline std::string article(int number) {
  const std::string n = std::to_string(number);
  return "Talks report " + n + "\n\nMeldria will not accept limit " + n +
         " on its army, Foreign Minister Ansel Torvey of Meldria said on day " + n +
         " of the talks.\n\nThe delegation of Dorvane met envoys from Skarrow in Whitharbour and "
         "asked for convoy " +
         n + " to pass the upper locks before winter, a spokesman said.\n";
}

}  // namespace entente

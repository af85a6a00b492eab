// SPDX-License-Identifier: Apache-2.0
#include "exchange/scenario_files.h"

#include <algorithm>

#include "exchange/genius.h"
#include "exchange/geniusweb.h"

namespace entente::exchange {

Result<ReadScenario> read_scenario(std::vector<FileBytes> files, Semantics semantics) {
  std::sort(files.begin(), files.end(), [](auto& a, auto& b) { return a.name < b.name; });
  const auto any = [&](const char* ending) {
    return std::any_of(files.begin(), files.end(),
                       [&](const FileBytes& file) { return file.name.ends_with(ending); });
  };
  if (any(".xml")) return read_genius(files, semantics);
  if (any(".json")) return read_geniusweb(files, semantics);
  return fail(FailureKind::bad_input, "The folder holds no scenario: neither .xml nor .json files",
              "Give a folder with a GENIUS or GeniusWeb domain and its profiles");
}

}  // namespace entente::exchange

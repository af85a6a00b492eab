// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes of a domain and a profile (a blank line between them): they are refused with a
// sentence, or every package of a small scenario has finite utilities and what is written of it is
// read back.
#include <cmath>
#include <string_view>

#include "exchange/genius.h"
#include "fuzz.h"

using namespace entente::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes = bytes_of(data, size);
  const std::size_t cut = std::min(bytes.find("\n\n"), bytes.size());
  const std::vector<exchange::FileBytes> files{{"domain.xml", std::string(bytes.substr(0, cut))},
                                               {"party.xml", std::string(bytes.substr(cut))}};
  const auto read = exchange::read_genius(files, exchange::Semantics::genius);
  if (!read) {
    hold(!read.error().what.empty() && read.error().kind == FailureKind::bad_input);
    return 0;
  }
  const Scenario& scenario = read->scenario;
  hold(!scenario.packages().text().empty());
  for (const Profile& profile : scenario.profiles)
    hold(!std::isnan(utility(profile, scenario.issues, Package(scenario.issues.size()))));
  for (const ScenarioIssue& issue : scenario.issues)
    if (issue.count() > 1000) return 0;
  if (const auto written = exchange::write_genius(scenario))
    hold(exchange::read_genius(*written, exchange::Semantics::genius).has_value());
  return 0;
}

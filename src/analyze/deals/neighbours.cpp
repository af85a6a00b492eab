// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/neighbours.h"

#include <algorithm>

#include "analyze/deals/readings.h"

namespace entente::analyze {
namespace {

bool possible(const Scenario& scenario, const Package& package) {
  return std::none_of(scenario.links.begin(), scenario.links.end(),
                      [&](const Link& link) { return holds(link.never, package); });
}

std::vector<Certainty> acceptable_to_each(const Readings& readings, const Package& package) {
  std::vector<Certainty> out;
  for (std::size_t p = 0; p < readings.parties(); ++p)
    out.push_back(readings.acceptable(p, package));
  return out;
}

OptionMove move_to(const Readings& readings, const Package& from, std::size_t issue,
                   std::uint32_t option) {
  Package to = from;
  to[issue] = option;
  OptionMove out{{issue, from[issue], option},
                 {},
                 acceptable_to_each(readings, to),
                 possible(readings.scenario(), to)};
  for (std::size_t p = 0; p < readings.parties(); ++p)
    out.gains.push_back(readings.difference(p, to, from));
  return out;
}

}  // namespace

Neighbourhood neighbours(const Scenario& scenario, const Package& package, std::size_t most_moves) {
  const Readings readings(scenario);
  Neighbourhood out{
      package, {}, acceptable_to_each(readings, package), possible(scenario, package), {}, true};
  for (std::size_t p = 0; p < readings.parties(); ++p)
    out.worth.push_back(readings.worth(p, package));
  for (std::size_t issue = 0; issue < scenario.issues.size(); ++issue)
    for (std::uint64_t option = 0; option < scenario.issues[issue].count(); ++option) {
      if (option == package[issue]) continue;
      if (out.moves.size() == most_moves) {
        out.every_option = false;
        return out;
      }
      out.moves.push_back(move_to(readings, package, issue, static_cast<std::uint32_t>(option)));
    }
  return out;
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
// Any bytes as a scenario: numbers in their ranges, limits that name only options, what it rests on
// in its place, or a fault that names the file.
#include "read/scenario.h"

#include "fuzz.h"

namespace {

using namespace entente;
using fuzz::hold;

void hold(const Combination& never, const Scenario& scenario) {
  for (const Combination::Term& term : never.all) {
    hold(term.issue < scenario.issues.size() && !term.options.empty());
    for (const std::uint32_t option : term.options)
      hold(option < scenario.issues[term.issue].count());
  }
}

void hold(const Additive& sum, const Scenario& scenario) {
  hold(sum.issues.size() == scenario.issues.size());
  for (std::size_t i = 0; i < sum.issues.size(); ++i) {
    const auto& values = std::get<OptionTable>(sum.issues[i].evaluator).values;
    hold(values.size() == scenario.issues[i].count());
    for (const Interval one : values) hold(0 <= one.low && one.low <= one.high && one.high <= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = read::read_scenario(fuzz::bytes_of(data, size), "fuzz.yaml");
  if (!file) {
    hold(!file.error().what.empty());
    return 0;
  }
  const Scenario& scenario = file->scenario;
  hold(!scenario.issues.empty() && !scenario.profiles.empty());
  for (const Link& link : scenario.links) hold(link.never, scenario);
  for (const Profile& profile : scenario.profiles) {
    hold(std::get<Additive>(profile.utility), scenario);
    hold(!profile.reservation || profile.reservation->low >= 0);
    for (const RedLine& line : profile.red_lines) hold(line.never, scenario);
  }
  for (const ScenarioBasis& basis : file->bases) {
    hold(basis.party < scenario.profiles.size() && !basis.evidence.empty());
    if (basis.red_line) hold(*basis.red_line < scenario.profiles[basis.party].red_lines.size());
    if (basis.option) hold(basis.issue && *basis.option < scenario.issues[*basis.issue].count());
  }
  return 0;
}

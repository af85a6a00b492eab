// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/threads.h"
#include "report/deals.h"
#include "workbench/conflicts.h"
#include "workbench/deals.h"
#include "workbench/workbench.h"

namespace entente::cli {
namespace {

constexpr std::size_t most_packages = 1000;  // listed for one point of the frontier

void hold_to_scenario(const Request& request) {
  if (request.has("--model"))
    throw Failed({FailureKind::usage, quoted(request.case_file()) + " is a scenario already",
                  "--model goes with a case"});
}

OpenedScenario opened(const Request& request) {
  const std::filesystem::path path = request.operands.front();
  const auto semantics = request.text("--semantics") == "negmas" ? exchange::Semantics::negmas
                                                                 : exchange::Semantics::genius;
  if (!request.has("--case")) return scenario_in(path, semantics);
  if (!is_scenario_file(path))
    throw Failed({FailureKind::usage, quoted(path) + " is no scenario in YAML",
                  "--case goes with one that names positions of the case"});
  return scenario_in(path, semantics,
                     Workbench::open(request.text("--case"), share(), false).contents());
}

}  // namespace

int run_deals(const Request& request, Console& console) {
  if (is_case(request.case_file())) return run_deals_of_case(request, console);
  hold_to_scenario(request);
  DealsRequest wanted;
  const bool all_packages = request.has("--packages");
  if (all_packages) wanted.shown = most_packages;
  wanted.threads = threads_of(request);
  wanted.from = request.text("--from");
  const ScenarioDeals found =
      deals_of(opened(request), wanted, console.progress("looking at packages"));
  const auto& [file, repairs, contents, suggested, seconds] = found.opened;
  print_or_write(request, console,
                 request.json() ? report::deals_json(file, repairs, found.deals, all_packages)
                                : report::deals_text(file, repairs, found.deals, all_packages,
                                                     console.screen()));
  return found.deals.complete ? 0 : row_of(FailureKind::interrupted).exit_code;
}

}  // namespace entente::cli

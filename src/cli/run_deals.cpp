// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/run.h"
#include "cli/threads.h"
#include "report/deals.h"
#include "workbench/deals.h"

namespace entente::cli {
namespace {

constexpr std::size_t most_packages = 1000;  // listed for one point of the frontier

}  // namespace

int run_deals(const Request& request, Console& console) {
  DealsRequest wanted;
  const bool all_packages = request.has("--packages");
  if (request.text("--semantics") == "negmas") wanted.semantics = exchange::Semantics::negmas;
  if (all_packages) wanted.shown = most_packages;
  wanted.threads = threads_of(request);
  const ScenarioDeals found =
      deals_of(request.case_file(), wanted, console.progress("looking at packages"));
  const auto& [scenario, repairs] = found.read;
  console.print(request.json() ? report::deals_json(scenario, repairs, found.deals, all_packages)
                               : report::deals_text(scenario, repairs, found.deals, all_packages,
                                                    console.screen()));
  return found.deals.complete ? 0 : row_of(FailureKind::interrupted).exit_code;
}

}  // namespace entente::cli

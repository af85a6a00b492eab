// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "base/json_text.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/threads.h"
#include "report/deals.h"
#include "report/visible.h"
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

// One folder, one scenario: what lies there already would be read with it.
int write_folder(const Request& request, Console& console) {
  const std::filesystem::path folder = request.text("--genius");
  const auto files = genius_files(opened(request).file.scenario);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const bool empty = !error && std::filesystem::is_empty(folder, error);
  if (error) throw Failed(failure_of(error.value(), folder));
  if (!empty)
    throw Failed({FailureKind::usage, quoted(folder) + " is not empty", "Name a new folder"});
  std::vector<std::string> names;
  for (const exchange::FileBytes& file : files) {
    write_output(folder / file.name, file.bytes);
    names.push_back((folder / file.name).string());
  }
  if (request.json())
    console.print(JsonObject{}.raw("wrote", json_strings(names)).text() + "\n");
  else
    for (const std::string& name : names) console.print("wrote " + report::visible(name) + "\n");
  return 0;
}

}  // namespace

int run_deals(const Request& request, Console& console) {
  if (is_case(request.case_file())) return run_deals_of_case(request, console);
  hold_to_scenario(request);
  if (request.has("--genius")) return write_folder(request, console);
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

// SPDX-License-Identifier: Apache-2.0
// What the parties' own words say of deals and drafts.
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "report/acceptance.h"

namespace entente::cli {
namespace {

void hold_to_case(const Request& request) {
  for (const char* option :
       {"--packages", "--semantics", "--threads", "--from", "--case", "--genius"})
    if (request.has(option))
      throw Failed({FailureKind::usage,
                    std::string(option) + " goes with a scenario in numbers, and this is a case",
                    "Leave it out, or write the scenario that the case suggests with --model"});
}

std::string deals_text_of(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  if (request.has("--model")) return bench.scenario_yaml();
  const Case contents = bench.contents();
  const CaseDeals found = bench.deals();
  return request.json()
             ? report::leeway_json(contents, found.acceptance, found.leeway)
             : report::leeway_text(contents, found.acceptance, found.leeway, console.page());
}

}  // namespace

int run_deals_of_case(const Request& request, Console& console) {
  hold_to_case(request);
  print_or_write(request, console, deals_text_of(request, console));
  return 0;
}

int run_check(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  const DraftCheck found = bench.check(request.operands[1]);
  const Case contents = bench.contents();
  console.print(request.json() ? report::check_json(contents, found)
                               : report::check_text(contents, found, console.page()));
  return 0;
}

}  // namespace entente::cli

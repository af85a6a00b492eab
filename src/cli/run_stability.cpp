// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "report/stability.h"
#include "workbench/workbench.h"

namespace entente::cli {

int run_stability(const Request& request, Console& console) {
  StabilityOptions options;
  if (request.has("--today")) options.today = request.text("--today");
  if (request.has("--want")) options.want = request.text("--want");
  options.how = *from_word<Concept>(request.text("--concept", "SEQ"));
  options.threads = threads_of(request);
  const StabilityFindings found = Workbench::stability(request.operands.front(), options,
                                                       console.progress("looking at states"));
  console.print(request.json() ? report::stability_json(found)
                               : report::stability_text(found, console.page()));
  return 0;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "model/learning.h"
#include "report/learning.h"

namespace entente::cli {

int run_learn(const Request& request, Console& console) {
  const bool dry_run = request.has("--dry-run");
  Workbench bench = dry_run ? to_read(request) : to_write(request);
  const LearnReport found = bench.learn(dry_run);
  console.print(request.json()
                    ? report::learning_json(found, dry_run)
                    : report::learning_text(bench.contents(), found, dry_run, console.screen()));
  return 0;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "cli/bench.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "report/suggestions.h"

namespace entente::cli {

int run_suggest(const Request& request, Console& console) {
  std::optional<Console::Busy> busy(std::in_place, "looking for issues");
  const Workbench bench = to_read(request);
  const Suggestions found = bench.suggestions();
  busy.reset();
  const std::string format = request.text("--format", "text");
  const std::string page =
      format == "json" ? report::suggestions_json(bench.contents(), found)
      : format == "yaml"
          ? bench.suggested_codebook(found)
          : report::suggestions_text(bench.contents(), found,
                                     request.has("--output") ? report::Screen{} : console.screen());
  print_or_write(request, console, page);
  return 0;
}

}  // namespace entente::cli

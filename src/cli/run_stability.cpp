// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "cli/asked_of_stability.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "report/stability.h"
#include "workbench/workbench.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

bool ends_in(const std::string& path, std::initializer_list<std::string_view> endings) {
  const std::string ending = fs::path(path).extension().string();
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

OpenedConflict opened(const Request& request) {
  const fs::path file = request.operands.front();
  const bool with_case = request.has("--case");
  if (with_case && is_case(file))
    throw Failed({FailureKind::usage, quoted(file) + " is a case itself",
                  "--case goes with a conflict that was written to a file"});
  std::optional<fs::path> evidence;
  if (with_case) evidence = request.text("--case");
  const bool needs_share = with_case || is_case(file);
  return Workbench::conflict(file, evidence, needs_share ? share() : Share{});
}

std::string model_text(const OpenedConflict& conflict, const std::string& output) {
  return ends_in(output, {".gmcr"}) ? Workbench::conflict_gmcr(conflict.file)
                                    : Workbench::conflict_yaml(conflict.file);
}

std::string findings_text(const Request& request, const OpenedConflict& conflict,
                          const std::string& output, Console& console) {
  const StabilityFindings found = Workbench::stability(conflict, asked_of_stability(request),
                                                       console.progress("looking at states"));
  if (request.json()) return report::stability_json(found);
  if (ends_in(output, {".html", ".htm"}))
    return Workbench::stability_page(
        conflict, found,
        request.text("--title", fs::path(request.operands.front()).stem().string()));
  return report::stability_text(found, console.page());
}

}  // namespace

int run_stability(const Request& request, Console& console) {
  const OpenedConflict conflict = opened(request);
  const std::string output = request.text("--output");
  const std::string text = request.has("--model")
                               ? model_text(conflict, output)
                               : findings_text(request, conflict, output, console);
  if (output.empty()) {
    console.print(text);
    return 0;
  }
  write_output(output, text);
  console.print("wrote " + output + "\n");
  return 0;
}

}  // namespace entente::cli

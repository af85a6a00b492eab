// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <vector>

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

// What a person edited is not written over by what the program makes: YAML, and the file that was
// just read.
void keep_edited(const fs::path& path, const fs::path& source, const std::string& text) {
  constexpr std::size_t most_bytes = std::size_t{64} << 20;
  if (!fs::is_regular_file(path) || fs::file_size(path) == 0) return;
  if (!ends_in(path.string(), {".yaml", ".yml"}) && !fs::equivalent(path, source)) return;
  const auto there = read_all(path, most_bytes);
  if (there && *there == text) return;
  throw Failed({FailureKind::usage,
                quoted(path) + " is there already, and what was changed in it would be lost",
                "Give another name to -o"});
}

// A .gmcr file has no room for all of it.
std::vector<std::string> left_out(const Conflict& conflict, const std::string& output) {
  std::vector<std::string> out;
  if (!ends_in(output, {".gmcr"})) return out;
  const auto any = [&](const auto& items, const auto& has) {
    return std::any_of(items.begin(), items.end(), has);
  };
  if (any(conflict.options, [](const auto& one) { return !one.evidence.empty(); }) ||
      any(conflict.decision_makers, [&](const auto& who) {
        return any(who.statements, [](const auto& one) { return !one.evidence.empty(); });
      }))
    out.push_back("the sentences it rests on");
  if (any(conflict.decision_makers, [](const auto& who) { return !who.unknown.empty(); }))
    out.push_back("which preferences are unknown");
  if (conflict.status_quo) out.push_back("today's state");
  return out;
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
  if (request.has("--model")) keep_edited(output, request.operands.front(), text);
  write_output(output, text);
  console.print("wrote " + output + "\n");
  if (!request.has("--model")) return 0;
  for (const std::string& what : left_out(conflict.file.conflict, output))
    console.print("not in it, since the format has no place for it: " + what + "\n");
  return 0;
}

}  // namespace entente::cli

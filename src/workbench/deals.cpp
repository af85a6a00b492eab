// SPDX-License-Identifier: Apache-2.0
#include "workbench/deals.h"

#include <cerrno>
#include <chrono>
#include <system_error>

#include "analyze/deals/deals.h"
#include "base/file.h"

namespace entente {
namespace {

constexpr std::size_t most_bytes = 64 << 20;  // of one file

std::vector<exchange::FileBytes> files_in(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  if (error.value() == ENOTDIR)
    throw Failed({FailureKind::usage, quoted(folder) + " is no folder",
                  "Give the folder that holds the domain and its profiles"});
  if (error) throw Failed(failure_of(error.value(), folder));
  std::vector<exchange::FileBytes> files;
  for (; entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.') || !entry->is_regular_file(unknown)) continue;
    const bool scenario = name.ends_with(".xml") || name.ends_with(".json");
    files.push_back({name, scenario ? or_throw(read_all(entry->path(), most_bytes)) : ""});
  }
  if (error) throw Failed(failure_of(error.value(), folder));
  return files;
}

}  // namespace

exchange::ReadScenario read_scenario_folder(const std::filesystem::path& folder,
                                            exchange::Semantics semantics) {
  auto read = or_throw(exchange::read_scenario(files_in(folder), semantics));
  if (const auto name = std::filesystem::weakly_canonical(folder).filename().string();
      !name.empty())
    read.scenario.name = name;
  return read;
}

ScenarioDeals deals_of(const std::filesystem::path& folder, const DealsRequest& request,
                       const Progress& progress) {
  const auto start = std::chrono::steady_clock::now();
  ScenarioDeals out{read_scenario_folder(folder, request.semantics), {}};
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  analyze::DealsOptions options;
  options.threads = request.threads;
  options.shown = request.shown;
  out.deals = analyze::deals(out.read.scenario, options, progress);
  out.deals.parts.insert(out.deals.parts.begin(), {"read", seconds});
  return out;
}

}  // namespace entente

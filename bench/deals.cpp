// SPDX-License-Identifier: Apache-2.0
// The deal engine's two ways over scenario folders: seconds, packages a second, peak memory so far.
//   bench_deals FOLDER...
#include "analyze/deals/deals.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <ctime>

#include "workbench/deals.h"

namespace {

using namespace entente;

double peak_mb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void run(const Scenario& scenario, const char* name, analyze::Search search, unsigned threads) {
  analyze::DealsOptions options;
  options.search = search;
  options.threads = threads;
  const std::clock_t cpu = std::clock();
  const auto start = std::chrono::steady_clock::now();
  const Deals found = analyze::deals(scenario, options);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print(
      "  {:8} {:9} {} thread(s)  {:9.4f} s  cpu {:9.4f} s  {:8.1f} M packages/s  frontier {:6}  "
      "peak {:.0f} MB\n",
      name, found.method, threads, seconds,
      static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC,
      static_cast<double>(found.packages.capped()) / seconds / 1e6, found.frontier.size(),
      peak_mb());
}

void measure(const char* folder) {
  const Scenario scenario = read_scenario_folder(folder, exchange::Semantics::genius).scenario;
  fmt::print("{}: {} packages, {} parties\n", scenario.name, scenario.packages().text(),
             scenario.profiles.size());
  if (scenario.packages().capped() <= analyze::DealsOptions().most_swept) {
    run(scenario, "sweep", analyze::Search::sweep, 1);
    run(scenario, "sweep", analyze::Search::sweep, 2);
  }
  run(scenario, "fastest", analyze::Search::fastest, 2);
}

}  // namespace

int main(int argc, char** argv) try {
  for (int i = 1; i < argc; ++i) measure(argv[i]);
} catch (const Failed& failed) {
  fmt::print(stderr, "{}\n", failed.what());
  return row_of(failed.failure().kind).exit_code;
}

// SPDX-License-Identifier: Apache-2.0
// How long the verbs take on a case of N articles (10,000 articles have some 100,000 statements):
// each on a case that is opened anew, the shortest of three.
//   bench_ledger [N [FOLDER]]    FOLDER/ledger-N.entente is made where it is not there, and stays
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "articles.h"
#include "base/date.h"
#include "workbench/workbench.h"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

const std::filesystem::path source = ENTENTE_SOURCE_DIR;
const Share share{source / "data", source / "codebooks"};
constexpr std::size_t article_bytes = 1650;

std::string day_text(std::size_t day) {
  using namespace std::chrono;
  return to_string(Date{sys_days{2030y / January / 1} + days{day}});
}

// Eight articles a day. As HTML, whose head tells the day.
void make(const std::filesystem::path& file, std::size_t count) {
  const bench::Articles articles(source / "examples/ellowan-canal/articles");
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    const std::string text = articles.make(i, article_bytes);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      body += "<p>" + text.substr(at, end - at) + "</p>\n";
      at = end + 1;
    }
    inputs.push_back({fmt::format("{:06}.html", i),
                      fmt::format("<html><head><title>Report {}</title><meta "
                                  "property=\"article:published_time\" content=\"{}\"></head><body>"
                                  "<article>{}</article></body></html>",
                                  i, day_text(i / 8), body)});
  }
  auto bench = Workbench::create(
      file, {"peace-talks", source / "examples/ellowan-canal/parties.yaml"}, share);
  bench.add(inputs, {}, {});
}

template <class Verb>
void measure(const char* name, const std::filesystem::path& file, Verb verb) {
  double best = 1e9, cpu = 1e9;
  std::size_t found = 0;
  for (int round = 0; round < 3; ++round) {
    const auto start = Clock::now();
    const std::clock_t worked = std::clock();
    const Workbench bench = Workbench::open(file, share, false);
    found = verb(bench);
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    cpu = std::min(cpu, static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC);
  }
  fmt::print("{:16} {:8} found  {:6.3f} s  (cpu {:6.3f} s)\n", name, found, best, cpu);
}

}  // namespace

int main(int argc, char** argv) {
  const auto count =
      static_cast<std::size_t>(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000);
  const std::filesystem::path folder =
      argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path();
  const auto file = folder / fmt::format("ledger-{}.entente", count);
  if (!std::filesystem::exists(file)) make(file, count);
  {
    const Case contents = Workbench::open(file, share, false).contents();
    const auto copies =
        std::count_if(contents.documents.begin(), contents.documents.end(),
                      [](const DocumentCard& card) { return card.same_account_as.has_value(); });
    fmt::print("{} documents ({} of them copies), {} statements, {} positions, {} meetings\n",
               contents.documents.size(), copies, contents.statements.size(),
               contents.positions.size(), contents.meetings.size());
  }
  measure("contents", file, [](const Workbench& b) { return b.contents().positions.size(); });
  measure("matrix", file, [](const Workbench& b) { return b.matrix().cells.size(); });
  measure("movements", file, [](const Workbench& b) { return b.movements().size(); });
  measure("contradictions", file, [](const Workbench& b) { return b.contradictions().size(); });
  measure("ledger", file, [](const Workbench& b) { return b.ledger().changes.size(); });
  measure("meetings", file, [](const Workbench& b) { return b.tracks().size(); });
  measure("levers", file, [](const Workbench& b) { return b.contents().levers.size(); });
  measure("disputes", file, [](const Workbench& b) {
    const Disputes found = b.disputes();
    return found.variants.size() + found.departures.size() + found.retellings.size();
  });
  measure("accounts", file, [](const Workbench& b) { return b.accounts().size(); });
}

// SPDX-License-Identifier: Apache-2.0
// Peak memory and time of `add` on N articles of 5 kB (one process a size, so that peaks are their
// own):
//   bench_memory N
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "articles.h"
#include "workbench/workbench.h"

int main(int argc, char** argv) {
  using namespace entente;
  const auto count =
      static_cast<std::size_t>(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000);
  const std::filesystem::path source = ENTENTE_SOURCE_DIR;
  const auto folder =
      std::filesystem::temp_directory_path() / ("entente-memory-" + std::to_string(count));
  std::filesystem::create_directories(folder / "articles");
  {
    const bench::Articles articles(source / "examples/ellowan-canal/articles");
    for (std::size_t i = 0; i < count; ++i)
      std::ofstream(folder / "articles" / fmt::format("{:06}.txt", i), std::ios::binary)
          << articles.make(i, 5000);
  }
  const auto start = std::chrono::steady_clock::now();
  {
    const Share share{source / "data", source / "codebooks"};
    auto bench =
        Workbench::create(folder / "case.entente",
                          {"peace-talks", source / "examples/ellowan-canal/parties.yaml"}, share);
    bench.add({{folder / "articles", {}}}, {.threads = 1}, {});
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} articles: {:.0f} articles/s, peak {:.0f} MB, case file {:.1f} MB\n", count,
             static_cast<double>(count) / seconds, static_cast<double>(usage.ru_maxrss) / 1024,
             static_cast<double>(std::filesystem::file_size(folder / "case.entente")) / 1e6);
  std::filesystem::remove_all(folder);
}

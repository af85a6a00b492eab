// SPDX-License-Identifier: Apache-2.0
// Throughput of every stage of `add` and of the whole, on one core: articles/s and MB/s of article
// text.
//   make bench
#include <benchmark/benchmark.h>

#include <filesystem>

#include "articles.h"
#include "base/utf8.h"
#include "extract/attribution.h"
#include "extract/extract.h"
#include "extract/people.h"
#include "read/codebook.h"
#include "read/read.h"
#include "read/sketch.h"
#include "text/prose.h"
#include "workbench/workbench.h"

namespace {

using namespace entente;

const std::filesystem::path source = ENTENTE_SOURCE_DIR;
constexpr std::size_t article_bytes = 5000, article_count = 200;

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    const bench::Articles articles(source / "examples/ellowan-canal/articles");
    std::vector<std::string> made;
    for (std::uint64_t i = 0; i < article_count; ++i)
      made.push_back(articles.make(i, article_bytes));
    return made;
  }();
  return all;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> all = [] {
    std::vector<Document> read;
    for (const std::string& text : texts())
      read.push_back(or_throw(read::read_bytes(text, "article.txt")));
    return read;
  }();
  return all;
}

const Codebook& codebook() {
  static const Codebook book = [] {
    Codebook read = or_throw(read::read_codebook_file(source / "codebooks/peace-talks.yaml"));
    read.parties =
        or_throw(read::read_parties_file(source / "examples/ellowan-canal/parties.yaml"));
    return read;
  }();
  return book;
}

// Runs `stage` on each article in turn and counts articles and bytes.
template <class Stage>
void measure(benchmark::State& state, Stage stage) {
  std::size_t done = 0, bytes = 0;
  for (auto _ : state) {
    const std::size_t i = done++ % article_count;
    stage(i);
    bytes += texts()[i].size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(done));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void read_stage(benchmark::State& state) {
  measure(state, [](std::size_t i) {
    benchmark::DoNotOptimize(read::read_bytes(texts()[i], "article.txt"));
  });
}
BENCHMARK(read_stage);

void sketch_stage(benchmark::State& state) {
  documents();
  measure(state, [](std::size_t i) { benchmark::DoNotOptimize(read::sketch(documents()[i])); });
}
BENCHMARK(sketch_stage);

void prose_stage(benchmark::State& state) {
  documents();
  measure(state, [](std::size_t i) {
    benchmark::DoNotOptimize(text::read_prose(documents()[i].text, {}));
  });
}
BENCHMARK(prose_stage);

void attribution_stage(benchmark::State& state) {
  const auto lexicon = or_throw(extract::SpeechLexicon::load(source / "data/english"));
  std::vector<text::Prose> prose;
  for (const Document& document : documents()) prose.push_back(text::read_prose(document.text, {}));
  measure(state,
          [&](std::size_t i) { benchmark::DoNotOptimize(extract::attribute(prose[i], lexicon)); });
}
BENCHMARK(attribution_stage);

void mentions_stage(benchmark::State& state) {
  const auto gazetteer =
      or_throw(extract::Gazetteer::load(source / "data/names", codebook().parties));
  std::vector<text::Prose> prose;
  for (const Document& document : documents()) prose.push_back(text::read_prose(document.text, {}));
  extract::Roster roster;
  for (const text::Prose& one : prose) roster.learn(DocumentId{1}, one, gazetteer);
  measure(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(extract::find_mentions(prose[i], gazetteer, roster));
  });
}
BENCHMARK(mentions_stage);

// A name that no other number has.
std::string name_of(std::size_t number) {
  static constexpr const char* syllables[] = {"bar", "kod", "rit", "ten", "mul", "sov", "vek",
                                              "dal", "pon", "gus", "fim", "zor", "hel", "wax"};
  std::string out;
  for (int n = 0; n < 4; ++n, number /= std::size(syllables))
    out += syllables[number % std::size(syllables)];
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

// One text that names ever more people: the complexity printed last should be near N.
void people_of_one_text(benchmark::State& state) {
  const auto gazetteer = or_throw(extract::Gazetteer::load(source / "data/names", {}));
  const auto names = static_cast<std::size_t>(state.range(0));
  std::string text;
  for (std::size_t i = 0; i < names; ++i)
    text += "Envoy " + name_of(3 * i + 7) + " " + name_of(5 * i + 11) +
            " said that the road was shut.\n\n";
  const std::u32string wide = from_utf8(text);
  const text::Prose prose = text::read_prose(wide, {});
  for (auto _ : state) {
    extract::Roster roster;
    roster.learn(DocumentId{1}, prose, gazetteer);
    benchmark::DoNotOptimize(extract::find_mentions(prose, gazetteer, roster));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(people_of_one_text)
    ->RangeMultiplier(2)
    ->Range(500, 8000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void extract_stage(benchmark::State& state) {
  const auto extractor = or_throw(extract::Extractor::load(source / "data", codebook()));
  extract::Roster roster;
  for (const Document& document : documents()) extractor.learn(document, roster);
  measure(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(extractor.extract(documents()[i], roster));
  });
}
BENCHMARK(extract_stage);

std::vector<Input> inputs() {
  std::vector<Input> all;
  for (std::size_t i = 0; i < article_count; ++i)
    all.push_back({"article" + std::to_string(i) + ".txt", texts()[i]});
  return all;
}

// The whole verb on 200 articles into a new case, the disk included.
void add_verb(benchmark::State& state) {
  const auto folder = std::filesystem::temp_directory_path() / "entente-bench";
  std::filesystem::create_directories(folder);
  const Share share{source / "data", source / "codebooks"};
  std::size_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove(folder / "case.entente");
    auto all = inputs();
    state.ResumeTiming();
    auto bench =
        Workbench::create(folder / "case.entente",
                          {"peace-talks", source / "examples/ellowan-canal/parties.yaml"}, share);
    bench.add(all, {.threads = 1}, {});
  }
  for (const std::string& text : texts()) bytes += text.size();
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(article_count));
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
  std::filesystem::remove_all(folder);
}
BENCHMARK(add_verb)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

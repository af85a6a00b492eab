// SPDX-License-Identifier: Apache-2.0
// The stability engine on random conflicts of 8 to 20 options: the whole of graph_model() and
// stability(), every party, state and concept, on as many threads as there are cores. One size a
// process tells its own peak:
//   bench_stability --benchmark_filter=16/5
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "analyze/stability/inverse.h"
#include "analyze/stability/stability.h"

namespace {

using namespace entente;

// The same numbers on every machine.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

Pattern any_pattern(Draw& draw, std::size_t options) {
  Pattern out;
  for (std::size_t left = 1 + draw.below(3); left > 0; --left) {
    const State option = bit(draw.below(options));
    out.named |= option;
    if (draw.below(2)) out.taken |= option;
  }
  return out;
}

Conflict shared_out(std::size_t options, std::size_t parties) {
  Conflict out;
  for (std::size_t i = 0; i < parties; ++i)
    out.decision_makers.push_back({"party " + std::to_string(i), {}, {}, {}});
  for (std::size_t i = 0; i < options; ++i)
    out.options.push_back({"option " + std::to_string(i), i % parties, Direction::both, {}});
  return out;
}

// options + 4 statements each, three in ten of them with an "or"; everything is feasible.
Conflict mixed(std::size_t options, std::size_t parties) {
  Draw draw(7 * options + parties);
  Conflict out = shared_out(options, parties);
  for (DecisionMaker& who : out.decision_makers)
    for (std::size_t k = 0; k < options + 4; ++k) {
      PreferenceStatement statement;
      statement.wanted.any_of.push_back(any_pattern(draw, options));
      if (draw.below(10) < 3) statement.wanted.any_of.push_back(any_pattern(draw, options));
      who.statements.push_back(std::move(statement));
    }
  return out;
}

// Each party cares for its own options alone: nobody can answer anybody.
Conflict own(std::size_t options, std::size_t parties) {
  Draw draw(7 * options + parties);
  Conflict out = shared_out(options, parties);
  for (std::size_t i = 0; i < options; ++i)
    out.decision_makers[i % parties].statements.push_back(
        {{{{bit(i), draw.below(2) ? bit(i) : 0}}}, {}, {}});
  return out;
}

enum class Others { last, first };

// As own(), with what the other parties like added before or after what a party likes of its own.
Conflict with_others(std::size_t options, std::size_t parties, Others where) {
  Conflict out = own(options, parties);
  std::vector<std::vector<PreferenceStatement>> all;
  for (const DecisionMaker& who : out.decision_makers) all.push_back(who.statements);
  for (std::size_t i = 0; i < parties; ++i) {
    auto& statements = out.decision_makers[i].statements;
    for (std::size_t other = 0; other < parties; ++other)
      if (other != i)
        statements.insert(where == Others::first ? statements.begin() : statements.end(),
                          all[other].begin(), all[other].end());
  }
  return out;
}

// Its own options first, then those of the others, who all gain by what it would like of them.
Conflict own_first(std::size_t options, std::size_t parties) {
  return with_others(options, parties, Others::last);
}

// What everybody likes in the others comes first, and is what they themselves like: no answer
// hurts.
Conflict others_first(std::size_t options, std::size_t parties) {
  return with_others(options, parties, Others::first);
}

// The first party has all options but two, and cannot take any of them back.
Conflict one_way(std::size_t options, std::size_t parties) {
  Conflict out = mixed(options, parties);
  for (std::size_t i = 0; i < options; ++i) {
    out.options[i].owner = i + 2 < options ? 0 : 1;
    out.options[i].direction = i + 2 < options ? Direction::forward : Direction::both;
  }
  return out;
}

template <Conflict (*make)(std::size_t, std::size_t)>
void solve(benchmark::State& state) {
  const Conflict conflict =
      make(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  std::size_t states = 0;
  for (auto _ : state) {
    const analyze::GraphModel model = or_throw(analyze::graph_model(conflict));
    benchmark::DoNotOptimize(analyze::stability(model));
    states += model.states.size();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.SetItemsProcessed(static_cast<std::int64_t>(states));
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void sizes(benchmark::internal::Benchmark* all) {
  for (const auto& [options, parties] :
       {std::pair{8, 3}, {10, 3}, {10, 6}, {12, 3}, {13, 3}, {14, 3}, {16, 5}, {18, 4}, {20, 4}})
    all->Args({options, parties});
  all->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
}
BENCHMARK(solve<mixed>)->Name("mixed")->Apply(sizes);

void hard_sizes(benchmark::internal::Benchmark* all) {
  for (const auto& [options, parties] : {std::pair{16, 5}, {20, 4}}) all->Args({options, parties});
  all->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Iterations(1);
}
BENCHMARK(solve<own>)->Name("own")->Apply(hard_sizes);
BENCHMARK(solve<own_first>)->Name("own_first")->Apply(hard_sizes);
BENCHMARK(solve<others_first>)
    ->Name("others_first")
    ->Args({16, 5})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(1);
BENCHMARK(solve<one_way>)
    ->Name("one_way")
    ->Args({14, 2})
    ->Args({18, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(1);

// What would make the state hold in which everybody does everything.
template <Concept how>
void reversals(benchmark::State& state) {
  const analyze::GraphModel model =
      or_throw(analyze::graph_model(mixed(static_cast<std::size_t>(state.range(0)), 3)));
  for (auto _ : state)
    benchmark::DoNotOptimize(
        analyze::inverse(model, static_cast<StateIndex>(model.states.size() - 1), how));
}
BENCHMARK(reversals<Concept::smr>)->Name("reversals_smr")->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(reversals<Concept::seq>)->Name("reversals_seq")->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(reversals<Concept::sim>)->Name("reversals_sim")->Arg(12)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

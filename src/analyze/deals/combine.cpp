// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/combine.h"

#include <algorithm>
#include <numeric>

namespace entente::analyze {

// Packages that agree on the issues so far in all that matters are one state.
class Combiner {
 public:
  Combiner(const PackagePayoffs& payoffs, Limits limits, const Effort& effort)
      : payoffs_(payoffs), limits_(limits), effort_(effort), parties_(payoffs.parties.size()) {
    find_last_issues();
    find_rests();
    totals_.assign(parties_, 0);
    open_ = {payoffs.links | payoffs.red_lines};
    counts_ = {1};
  }

  bool add_issue(std::size_t issue, std::size_t most) {
    issue_ = issue;
    if (!grow(most)) return false;
    settle();
    return open_.size() <= most && !effort_.stopped();
  }

  Combined finished() {
    Combined out;
    out.rows.parties = parties_;
    for (const std::uint32_t state : final_order()) {
      out.rows.add(keys_[state]);
      out.counts.push_back(counts_[state]);
      out.held.push_back(open_[state]);
      out.ends_.push_back(state);
    }
    out.stages_ = std::move(stages_);
    return out;
  }

  // Some of the states, each led to its end in a few ways: on each issue that is left, what is best
  // for all together, or for one of the parties, as far as no rule is broken.
  Combined so_far() const {
    const std::size_t states = std::min(most_begun, open_.size());
    std::vector<Package> packages;
    Skyline best(parties_);
    for (const Choices& way : ways_to_end())
      for (std::size_t i = 0; i < states; ++i)
        if (auto package = led_to_end(i * open_.size() / states, way)) {
          best.add(keys_of(*package), packages.size());
          packages.push_back(std::move(*package));
        }
    best.settle();
    Combined out;
    out.complete = false;
    out.rows = best.rows();
    out.counts.assign(best.size(), 0);
    for (std::size_t row = 0; row < best.size(); ++row)
      out.begun_.push_back(packages[best.first(row)]);
    return out;
  }

 private:
  static constexpr std::size_t most_begun = 4096;  // states that a stop leads to their end

  struct Candidate {
    std::uint32_t before, option;
  };

  using Choices = std::vector<std::vector<std::uint32_t>>;  // [issue]: options, the best first

  std::vector<Choices> ways_to_end() const {
    std::vector<Choices> ways(1 + parties_, Choices(payoffs_.counts.size()));
    for (std::size_t way = 0; way <= parties_; ++way)
      for (std::size_t issue = stages_.size(); issue < payoffs_.counts.size(); ++issue)
        ways[way][issue] = best_first(issue, way);
    return ways;
  }

  // For all parties together; from way 1 on for one of them.
  std::vector<std::uint32_t> best_first(std::size_t issue, std::size_t way) const {
    std::vector<double> worth(payoffs_.counts[issue]);
    for (std::size_t p = 0; p < parties_; ++p)
      for (std::size_t option = 0; option < worth.size(); ++option)
        if (way == 0 || way == p + 1) worth[option] += payoffs_.parties[p].steps[issue][option];
    std::vector<std::uint32_t> order(worth.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
    return order;
  }

  // Nothing where a rule is broken on the way, or some party would not take it.
  std::optional<Package> led_to_end(std::size_t state, const Choices& way) const {
    Package package = package_of(state);
    std::uint64_t open = open_[state];
    for (std::size_t issue = package.size(); issue < payoffs_.counts.size(); ++issue) {
      const auto& options = way[issue];
      const auto free = std::find_if(options.begin(), options.end(), [&](std::uint32_t option) {
        return (open & payoffs_.rules_left(issue, option) & closing_[issue]) == 0;
      });
      if (free == options.end()) return std::nullopt;
      open &= payoffs_.rules_left(issue, *free);
      package.push_back(*free);
    }
    const std::vector<Key> keys = keys_of(package);
    for (std::size_t p = 0; p < parties_; ++p)
      if (keys[p] < payoffs_.parties[p].least) return std::nullopt;
    return package;
  }

  // The first of those that the state stands for, as far as it goes.
  Package package_of(std::size_t state) const {
    Package package(stages_.size());
    for (std::size_t issue = stages_.size(); issue-- > 0;) {
      const Combined::Edge& edge = stages_[issue].edges[stages_[issue].begins[state]];
      package[issue] = edge.option;
      state = edge.before;
    }
    return package;
  }

  std::vector<Key> keys_of(const Package& package) const {
    std::vector<Key> keys;
    for (const PartyPayoff& party : payoffs_.parties) {
      double total = 0;
      for (std::size_t issue = 0; issue < package.size(); ++issue)
        total += party.steps[issue][package[issue]];
      keys.push_back(party.key(total));
    }
    return keys;
  }

  // rules whose last issue it is
  void find_last_issues() {
    closing_.assign(payoffs_.counts.size(), 0);
    for (std::size_t rule = 0; rule < payoffs_.rules.size(); ++rule) {
      std::size_t last = 0;
      for (const auto& term : payoffs_.rules[rule].never.all) last = std::max(last, term.issue);
      closing_[last] |= std::uint64_t{1} << rule;
    }
  }

  // rests_[issue][party]: the most that the issues after it can add
  void find_rests() {
    rests_.assign(payoffs_.counts.size() + 1, std::vector<double>(parties_, 0));
    for (std::size_t issue = payoffs_.counts.size(); issue-- > 0;)
      for (std::size_t p = 0; p < parties_; ++p) {
        const auto& steps = payoffs_.parties[p].steps[issue];
        rests_[issue][p] = rests_[issue + 1][p] + *std::max_element(steps.begin(), steps.end());
      }
  }

  bool last() const { return issue_ + 1 == payoffs_.counts.size(); }

  // All states with all options of the issue, but what is ruled out.
  bool grow(std::size_t most) {
    const std::uint64_t barred =
        closing_[issue_] & (limits_ == Limits::kept ? ~std::uint64_t{0} : payoffs_.links);
    candidates_.clear();
    next_totals_.clear();
    next_open_.clear();
    keys_ = {parties_, {}};
    for (std::uint32_t option = 0; option < payoffs_.counts[issue_]; ++option) {
      if (effort_.stopped()) return false;
      const std::uint64_t left = payoffs_.rules_left(issue_, option);
      for (std::uint32_t state = 0; state < open_.size(); ++state) {
        if (open_[state] & left & barred) continue;
        if (!place(state, option)) continue;
        next_open_.push_back(open_[state] & left);
        candidates_.push_back({state, option});
        if (candidates_.size() > 8 * most) return false;
      }
    }
    return true;
  }

  // False where some party could not be brought up to its reservation value any more.
  bool place(std::uint32_t state, std::uint32_t option) {
    const std::size_t begin = next_totals_.size();
    for (std::size_t p = 0; p < parties_; ++p) {
      const PartyPayoff& party = payoffs_.parties[p];
      const double total = totals_[state * parties_ + p] + party.steps[issue_][option];
      if (limits_ == Limits::kept && party.key(total + rests_[issue_ + 1][p]) < party.least) {
        next_totals_.resize(begin);
        keys_.keys.resize(begin);
        return false;
      }
      next_totals_.push_back(total);
      keys_.keys.push_back(last() ? party.key(total)
                                  : static_cast<Key>(total * (1 / steps_per_key) + 0.5));
    }
    return true;
  }

  // Candidates by the rules they leave open, then by keys from the highest, then by package.
  std::vector<std::uint32_t> sorted() const {
    std::vector<std::uint32_t> order(candidates_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (next_open_[a] != next_open_[b]) return next_open_[a] < next_open_[b];
      const auto order_of_keys = std::lexicographical_compare_three_way(
          keys_[a].begin(), keys_[a].end(), keys_[b].begin(), keys_[b].end());
      return order_of_keys != 0 ? order_of_keys > 0 : a < b;
    });
    return order;
  }

  void settle() {
    const std::vector<std::uint32_t> order = sorted();
    Combined::Stage stage;
    std::vector<double> totals;
    std::vector<std::uint64_t> open, counts;
    KeyRows keys{parties_, {}};
    for (std::size_t begin = 0; begin < order.size();) {
      const auto end = run(order, begin, [&](std::uint32_t a, std::uint32_t b) {
        return next_open_[a] == next_open_[b];
      });
      for (const std::size_t place : kept_of(order, begin, end)) {
        const std::uint32_t head = order[place];
        const auto same_end = run(order, place, [&](std::uint32_t a, std::uint32_t b) {
          return next_open_[a] == next_open_[b] && std::ranges::equal(keys_[a], keys_[b]);
        });
        stage.begins.push_back(static_cast<std::uint32_t>(stage.edges.size()));
        std::uint64_t count = 0;
        for (std::size_t i = place; i < same_end; ++i) {
          stage.edges.push_back({candidates_[order[i]].before, candidates_[order[i]].option});
          count = added(count, counts_[candidates_[order[i]].before]);
        }
        totals.insert(totals.end(),
                      next_totals_.begin() + static_cast<std::ptrdiff_t>(head * parties_),
                      next_totals_.begin() + static_cast<std::ptrdiff_t>((head + 1) * parties_));
        open.push_back(next_open_[head]);
        counts.push_back(count);
        keys.add(keys_[head]);
      }
      begin = end;
    }
    stage.begins.push_back(static_cast<std::uint32_t>(stage.edges.size()));
    stages_.push_back(std::move(stage));
    totals_ = std::move(totals);
    open_ = std::move(open);
    counts_ = std::move(counts);
    keys_ = std::move(keys);
  }

  // Where the candidates that are like the one at `begin` end.
  template <class Like>
  std::size_t run(const std::vector<std::uint32_t>& order, std::size_t begin,
                  const Like& like) const {
    std::size_t end = begin + 1;
    while (end < order.size() && like(order[begin], order[end])) ++end;
    return end;
  }

  // Places in `order`, from `begin` to `end`, of the first of each undominated row.
  std::vector<std::size_t> kept_of(const std::vector<std::uint32_t>& order, std::size_t begin,
                                   std::size_t end) const {
    std::vector<std::uint32_t> distinct;
    std::vector<std::size_t> places;
    for (std::size_t i = begin; i < end; ++i)
      if (i == begin || !std::ranges::equal(keys_[order[i]], keys_[order[i - 1]])) {
        distinct.push_back(order[i]);
        places.push_back(i);
      }
    std::vector<std::size_t> kept;
    std::size_t next = 0;
    for (const std::uint32_t row : undominated(keys_, distinct, effort_)) {
      while (distinct[next] != row) ++next;
      kept.push_back(places[next]);
    }
    return kept;
  }

  std::vector<std::uint32_t> final_order() const {
    std::vector<std::uint32_t> order(open_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::lexicographical_compare(keys_[b].begin(), keys_[b].end(), keys_[a].begin(),
                                          keys_[a].end());
    });
    return order;
  }

  const PackagePayoffs& payoffs_;
  Limits limits_;
  const Effort& effort_;
  std::size_t parties_, issue_ = 0;
  std::vector<std::uint64_t> closing_;
  std::vector<std::vector<double>> rests_;
  std::vector<Combined::Stage> stages_;

  std::vector<double> totals_;                // of the states, party by party
  std::vector<std::uint64_t> open_, counts_;  // rules that may still hold; packages
  KeyRows keys_;                              // of the candidates, then of the states

  std::vector<Candidate> candidates_;
  std::vector<double> next_totals_;
  std::vector<std::uint64_t> next_open_;
};

std::vector<Package> Combined::packages(std::size_t row, std::size_t most) const {
  if (!complete) return {begun_[row]};
  std::vector<std::pair<std::uint32_t, Package>> open{{ends_[row], Package(stages_.size())}};
  for (std::size_t issue = stages_.size(); issue-- > 0;) {
    std::vector<std::pair<std::uint32_t, Package>> next;
    for (const auto& [state, package] : open)
      for (std::uint32_t edge = stages_[issue].begins[state];
           edge < stages_[issue].begins[state + 1] && next.size() < most; ++edge) {
        next.emplace_back(stages_[issue].edges[edge].before, package);
        next.back().second[issue] = stages_[issue].edges[edge].option;
      }
    open = std::move(next);
  }
  std::vector<Package> out;
  for (auto& [state, package] : open) out.push_back(std::move(package));
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Combined> combine(const PackagePayoffs& payoffs, Limits limits, std::size_t most,
                                const Progress& progress, unsigned threads) {
  const Effort effort{threads, progress.stop};
  Combiner combiner(payoffs, limits, effort);
  for (std::size_t issue = 0; issue < payoffs.counts.size(); ++issue) {
    const bool grown = !progress.stopped() && combiner.add_issue(issue, most);
    if (progress.stopped() && limits == Limits::kept) return combiner.so_far();
    if (!grown) return std::nullopt;
    progress.at(issue + 1, payoffs.counts.size());
  }
  return combiner.finished();
}

}  // namespace entente::analyze

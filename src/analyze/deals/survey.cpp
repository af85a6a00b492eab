// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/survey.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "base/parallel.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_champions =
    12;                  // that a block is held against before it is gone through
constexpr Key yes = -1;  // all bits, so that answers are joined by & and |

// Marks the packages of a block that every party could accept.
void mark_rational(const PackagePayoffs& payoffs, const Sweep::View& view,
                   std::vector<Key>& marks) {
  marks.assign(view.size(), yes);
  for (std::size_t p = 0; p < payoffs.parties.size(); ++p) {
    const Key least = payoffs.parties[p].least;
    if (least <= 0) continue;
    const Key* keys = view.keys(p);
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i] &= keys[i] >= least ? yes : 0;
  }
  if (const std::uint64_t* rules = view.rules())
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i] &= rules[i] == 0 ? yes : 0;
}

// One worker: its view, its findings, and room to work in.
class Surveyor {
 public:
  Surveyor(const PackagePayoffs& payoffs, const Sweep& sweep, Wanted wanted)
      : found(payoffs.parties.size()),
        payoffs_(payoffs),
        wanted_(wanted),
        view_(sweep),
        row_(payoffs.parties.size()) {}

  void look_at(std::uint64_t block) {
    view_.turn_to(block);
    found.seen += view_.size();
    if (const std::uint64_t* rules = view_.rules())
      for (std::size_t i = 0; i < view_.size(); ++i)
        found.linked += (rules[i] & payoffs_.links) != 0;
    if (wanted_.ranges)
      for (std::size_t p = 0; p < row_.size(); ++p) widen(p);
    mark_rational(payoffs_, view_, open_);
    for (const Key mark : open_) found.rational += mark != 0;
    if (wanted_.frontier) collect();
  }

  Survey found;

 private:
  void widen(std::size_t party) {
    const Key* keys = view_.keys(party);
    if (view_.rules()) return widen_within_links(party);
    const auto [low, high] = std::minmax_element(keys, keys + view_.size());
    note(party, *low, static_cast<std::uint64_t>(low - keys));
    note(party, *high,
         static_cast<std::uint64_t>(std::find(keys, keys + view_.size(), *high) - keys));
  }

  void widen_within_links(std::size_t party) {
    for (std::size_t i = 0; i < view_.size(); ++i)
      if ((view_.rules()[i] & payoffs_.links) == 0) note(party, view_.keys(party)[i], i);
  }

  void note(std::size_t party, Key key, std::uint64_t place) {
    Survey::Extreme& low = found.lowest[party];
    Survey::Extreme& high = found.highest[party];
    if (low.key < 0 || key < low.key) low = {key, view_.first() + place};
    if (key > high.key) high = {key, view_.first() + place};
  }

  void collect() {
    for (std::size_t p = 0; p < row_.size(); ++p)
      row_[p] = *std::max_element(view_.keys(p), view_.keys(p) + view_.size());
    const KeyRows champions = found.frontier.nearest(row_, most_champions);
    for (std::size_t c = 0; c < champions.size(); ++c) close_beaten(champions[c]);
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i] == 0) continue;
      for (std::size_t p = 0; p < row_.size(); ++p) row_[p] = view_.keys(p)[i];
      found.frontier.add(row_, view_.first() + i);
    }
    if (found.frontier.unsettled()) found.frontier.settle();
  }

  // Takes out what `champion` dominates; its equals stay, to be counted.
  void close_beaten(std::span<const Key> champion) {
    covered_.assign(open_.size(), yes);
    above_.assign(open_.size(), 0);
    for (std::size_t p = 0; p < row_.size(); ++p) {
      const Key* keys = view_.keys(p);
      const Key bar = champion[p];
      for (std::size_t i = 0; i < open_.size(); ++i) {
        covered_[i] &= bar >= keys[i] ? yes : 0;
        above_[i] |= bar > keys[i] ? yes : 0;
      }
    }
    for (std::size_t i = 0; i < open_.size(); ++i) open_[i] &= ~(covered_[i] & above_[i]);
  }

  const PackagePayoffs& payoffs_;
  Wanted wanted_;
  Sweep::View view_;
  std::vector<Key> open_, covered_, above_, row_;
};

unsigned workers(unsigned threads) {
  return threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

void take_better(Survey::Extreme& mine, const Survey::Extreme& other, bool lower) {
  if (other.key < 0) return;
  const bool better = mine.key < 0 || (lower ? other.key < mine.key : other.key > mine.key);
  if (better || (other.key == mine.key && other.package < mine.package)) mine = other;
}

}  // namespace

void Survey::add(const Survey& other) {
  seen += other.seen;
  linked += other.linked;
  rational += other.rational;
  frontier.add(other.frontier);
  for (std::size_t p = 0; p < lowest.size(); ++p) {
    take_better(lowest[p], other.lowest[p], true);
    take_better(highest[p], other.highest[p], false);
  }
}

Survey survey(const PackagePayoffs& payoffs, const Sweep& sweep, Wanted wanted, unsigned threads,
              const Progress& progress) {
  const std::uint64_t portion = std::max<std::uint64_t>(
      1, 65536 / std::max<std::uint64_t>(1, sweep.packages() / sweep.blocks()));
  const std::uint64_t portions = (sweep.blocks() + portion - 1) / portion;
  const unsigned count = static_cast<unsigned>(std::min<std::uint64_t>(workers(threads), portions));
  std::vector<Surveyor> surveyors;
  for (unsigned i = 0; i < count; ++i) surveyors.emplace_back(payoffs, sweep, wanted);
  std::atomic<std::uint64_t> next = 0;
  std::mutex reporting;
  for_each_index(count, count, [&](std::size_t worker) {
    for (std::uint64_t i = next++; i < portions && !progress.stopped(); i = next++) {
      for (std::uint64_t block = i * portion; block < std::min(sweep.blocks(), (i + 1) * portion);
           ++block)
        surveyors[worker].look_at(block);
      const std::scoped_lock lock(reporting);
      progress.at(i + 1, portions);
    }
    surveyors[worker].found.frontier.settle({1, progress.stop});
  });
  Survey all(payoffs.parties.size());
  for (const Surveyor& surveyor : surveyors) all.add(surveyor.found);
  all.frontier.settle({threads, progress.stop});
  return all;
}

std::vector<std::vector<std::uint64_t>> packages_at(const PackagePayoffs& payoffs,
                                                    const Sweep& sweep, const KeyRows& rows,
                                                    std::size_t most, const Progress& progress) {
  std::map<std::vector<Key>, std::size_t> row_of;
  for (std::size_t i = 0; i < rows.size(); ++i) row_of[{rows[i].begin(), rows[i].end()}] = i;
  // Most packages have a first key that no row has.
  std::vector<Key> first_keys;
  for (std::size_t i = 0; i < rows.size(); ++i) first_keys.push_back(rows[i][0]);
  std::sort(first_keys.begin(), first_keys.end());
  std::vector<std::vector<std::uint64_t>> found(rows.size());
  Sweep::View view(sweep);
  std::vector<Key> marks, row(payoffs.parties.size());
  for (std::uint64_t block = 0; block < sweep.blocks() && !progress.stopped(); ++block) {
    view.turn_to(block);
    mark_rational(payoffs, view, marks);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i] == 0 ||
          !std::binary_search(first_keys.begin(), first_keys.end(), view.keys(0)[i]))
        continue;
      for (std::size_t p = 0; p < row.size(); ++p) row[p] = view.keys(p)[i];
      const auto at = row_of.find(row);
      if (at != row_of.end() && found[at->second].size() < most)
        found[at->second].push_back(view.first() + i);
    }
  }
  return found;
}

}  // namespace entente::analyze

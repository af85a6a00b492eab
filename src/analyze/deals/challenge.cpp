// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/challenge.h"

#include <algorithm>
#include <limits>

namespace entente::analyze {
namespace {

class Challenger {
 public:
  Challenger(const Readings& readings, const Stakes& stakes, std::size_t most_steps)
      : readings_(readings),
        stakes_(stakes),
        steps_left_(most_steps),
        issues_(readings.scenario().issues.size()),
        package_(issues_, 0),
        so_far_(issues_ + 1, std::vector<double>(readings.parties(), 0)),
        so_far_together_(issues_ + 1, 0),
        closing_(issues_) {
    for (const auto& gains : stakes.gains) sums_ = sums_ && !gains.empty();
    for (const Link& link : readings.scenario().links) close(link.never);
    for (const Profile& profile : readings.scenario().profiles)
      for (const RedLine& line : profile.red_lines) close(line.never);
    add_up_what_is_left();
  }

  Challenged ask() {
    const bool found = !ruled_out_ && from(0);
    return found ? Challenged::yes : out_of_steps_ ? Challenged::unknown : Challenged::no;
  }

 private:
  // Each limit is looked at once its last issue is chosen.
  void close(const Combination& never) {
    std::size_t last = 0;
    for (const auto& term : never.all) last = std::max(last, term.issue);
    if (never.all.empty()) ruled_out_ = true;
    closing_[last].push_back(&never);
  }

  void add_up_what_is_left() {
    left_.assign(issues_ + 1, std::vector<double>(readings_.parties(), 0));
    left_together_.assign(issues_ + 1, 0);
    for (std::size_t i = issues_; i > 0; --i)
      left_together_[i - 1] = left_together_[i] + most_together(i - 1);
    for (std::size_t p = 0; p < readings_.parties(); ++p)
      for (std::size_t i = issues_; i > 0; --i) {
        if (stakes_.gains[p].empty()) continue;
        const auto& gains = stakes_.gains[p][i - 1];
        left_[i - 1][p] = left_[i][p] + *std::max_element(gains.begin(), gains.end());
      }
  }

  // What an option brings all parties, counted in what counts as nothing to each. Who dominates
  // brings more than one for some party; half of it is left to rounding.
  double together(std::size_t issue, std::uint64_t option) const {
    double sum = 0;
    for (std::size_t p = 0; p < readings_.parties(); ++p)
      if (!stakes_.gains[p].empty() && readings_.hair(p) > 0)
        sum += stakes_.gains[p][issue][option] / readings_.hair(p);
    return sum;
  }

  double most_together(std::size_t issue) const {
    double most = together(issue, 0);
    for (std::uint64_t o = 1; o < readings_.scenario().issues[issue].count(); ++o)
      most = std::max(most, together(issue, o));
    return most;
  }

  bool worth_going_on(std::size_t issue) const {
    bool gain = false;
    if (sums_ && so_far_together_[issue] + left_together_[issue] < 0.5) return false;
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      if (stakes_.gains[p].empty()) {
        gain = true;
        continue;
      }
      const double best = so_far_[issue][p] + left_[issue][p], hair = readings_.hair(p);
      if (best < -hair) return false;
      gain |= best > hair;
    }
    return gain;
  }

  bool wins() const {
    bool gain = false;
    for (std::size_t p = 0; p < readings_.parties(); ++p) {
      const double total =
          stakes_.gains[p].empty() ? stakes_.whole(p, package_) : so_far_[issues_][p];
      if (total < -readings_.hair(p)) return false;
      gain |= total > readings_.hair(p);
    }
    return gain;
  }

  bool from(std::size_t issue) {
    if (issue == issues_) return wins();
    const std::uint64_t count = readings_.scenario().issues[issue].count();
    for (std::uint64_t option = 0; option < count; ++option) {
      if (steps_left_ == 0) {
        out_of_steps_ = true;
        return false;
      }
      --steps_left_;
      package_[issue] = static_cast<std::uint32_t>(option);
      for (std::size_t p = 0; p < readings_.parties(); ++p)
        so_far_[issue + 1][p] =
            so_far_[issue][p] + (stakes_.gains[p].empty() ? 0 : stakes_.gains[p][issue][option]);
      so_far_together_[issue + 1] = so_far_together_[issue] + together(issue, option);
      if (open(issue) && worth_going_on(issue + 1) && from(issue + 1)) return true;
    }
    return false;
  }

  bool open(std::size_t issue) const {
    return std::none_of(closing_[issue].begin(), closing_[issue].end(),
                        [&](const Combination* never) { return holds(*never, package_); });
  }

  const Readings& readings_;
  const Stakes& stakes_;
  std::size_t steps_left_;
  std::size_t issues_;
  Package package_;
  std::vector<std::vector<double>> so_far_, left_;       // [issue][party]
  std::vector<double> so_far_together_, left_together_;  // of all parties
  bool sums_ = true;                                     // every party's utility is one
  std::vector<std::vector<const Combination*>> closing_;
  bool out_of_steps_ = false, ruled_out_ = false;
};

}  // namespace

Challenged challenged(const Readings& readings, const Stakes& stakes, std::size_t most_steps) {
  return Challenger(readings, stakes, most_steps).ask();
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "analyze/acceptance/acceptance.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_pivots = 40, most_covers = 8, most_looks = 4'000'000;

using Options = std::vector<std::size_t>;

bool closes(const Limit& limit, std::size_t option) {
  return std::binary_search(limit.closes.begin(), limit.closes.end(), option);
}

// The smallest sets of limits that together close every option: each option in turn is given to one
// of those that close it, with one limit more allowed each time until some set is enough.
class SmallestCovers {
 public:
  SmallestCovers(const std::vector<Limit>& limits, std::size_t options)
      : limits_(limits), options_(options) {
    for (std::size_t size = 1; size <= limits.size() && found_.empty() && exact(); ++size)
      search(size);
    if (!exact()) found_ = {greedy()};
  }

  bool exact() const { return looked_ < most_looks; }
  std::vector<Options> sets() const { return {found_.begin(), found_.end()}; }

 private:
  void search(std::size_t left) {
    const std::size_t open = first_open();
    if (open == options_) {
      Options set = chosen_;
      std::sort(set.begin(), set.end());
      found_.insert(std::move(set));
      return;
    }
    if (left == 0) return;
    for (std::size_t i = 0; i < limits_.size() && found_.size() < most_covers; ++i) {
      if (++looked_ >= most_looks) return;
      if (!closes(limits_[i], open)) continue;
      chosen_.push_back(i);
      search(left - 1);
      chosen_.pop_back();
    }
  }

  // Whatever closes most of what is still open.
  Options greedy() const {
    Options set;
    std::set<std::size_t> open;
    for (std::size_t o = 0; o < options_; ++o) open.insert(o);
    while (!open.empty()) {
      const auto gain = [&](std::size_t i) {
        return std::count_if(open.begin(), open.end(),
                             [&](std::size_t o) { return closes(limits_[i], o); });
      };
      std::size_t best = 0;
      for (std::size_t i = 1; i < limits_.size(); ++i)
        if (gain(i) > gain(best)) best = i;
      for (std::size_t o : limits_[best].closes) open.erase(o);
      set.push_back(best);
    }
    std::sort(set.begin(), set.end());
    return set;
  }

  std::size_t first_open() const {
    std::size_t option = 0;
    while (option < options_ && std::any_of(
                                    chosen_.begin(), chosen_.end(),
                                    [&](std::size_t i) { return closes(limits_[i], option); }))
      ++option;
    return option;
  }

  const std::vector<Limit>& limits_;
  std::size_t options_;
  std::size_t looked_ = 0;
  Options chosen_;
  std::set<Options> found_;
};

class Counting {
 public:
  explicit Counting(const Acceptance& acceptance) : in_(acceptance) {
    for (std::size_t i = 0; i < in_.issues.size(); ++i) {
      inside_.push_back(count(i, [&](std::size_t o) { return inside(i, o); }));
      unopposed_.push_back(count(i, [&](std::size_t o) { return unopposed(i, o); }));
      accepted_.push_back(count(i, [&](std::size_t o) { return accepted(i, o); }));
    }
  }

  Leeway all() {
    Leeway out;
    if (in_.issues.empty()) return out;
    std::vector<std::size_t> options;
    for (const IssueAnswers& issue : in_.issues) options.push_back(issue.options);
    out.packages = product(options);
    out.inside = product(inside_);
    out.unopposed = product(unopposed_);
    out.accepted = product(accepted_);
    find_bars(out);
    if (out.inside != Natural{})
      for (std::size_t i = 0; i < in_.issues.size(); ++i) out.nearest.push_back(nearest(i));
    find_pivots(out);
    return out;
  }

 private:
  template <class Test>
  std::size_t count(std::size_t issue, Test test) const {
    std::size_t found = 0;
    for (std::size_t o = 0; o < in_.issues[issue].options; ++o) found += test(o);
    return found;
  }

  static Natural product(const std::vector<std::size_t>& factors) {
    Natural out = 1;
    for (std::size_t factor : factors) out *= factor;
    return out;
  }
  static Natural product_with(std::vector<std::size_t> factors, std::size_t at,
                              std::size_t factor) {
    factors[at] = factor;
    return product(factors);
  }

  Answer answer(std::size_t p, std::size_t issue, std::size_t option) const {
    return in_.issues[issue].words[p][option].answer;
  }

  template <class Test>
  Options needed(Test test) const {
    Options out;
    for (std::size_t p = 0; p < in_.parties.size() && in_.parties[p].needed; ++p)
      if (test(p)) out.push_back(p);
    return out;
  }
  Options opposing(std::size_t issue, std::size_t option) const {
    return needed([&](std::size_t p) { return answer(p, issue, option) == Answer::against; });
  }
  Options missing(std::size_t issue, std::size_t option) const {
    return needed([&](std::size_t p) {
      const Answer said = answer(p, issue, option);
      return said != Answer::accepts && said != Answer::against;
    });
  }

  bool inside(std::size_t issue, std::size_t option) const {
    return !in_.issues[issue].crossed(option);
  }
  bool unopposed(std::size_t issue, std::size_t option) const {
    return inside(issue, option) && opposing(issue, option).empty();
  }
  // Where nobody's yes is known to be needed, nobody can have given it.
  bool accepted(std::size_t issue, std::size_t option) const {
    return !in_.parties.empty() && in_.parties.front().needed && unopposed(issue, option) &&
           missing(issue, option).empty();
  }

  // ---- who blocks

  void find_bars(Leeway& out) const {
    for (std::size_t i = 0; i < in_.issues.size(); ++i)
      if (inside_[i] == 0)
        out.bars.push_back(bar(i, true, in_.issues[i].red_lines));
      else if (unopposed_[i] == 0)
        out.bars.push_back(bar(i, false, all_limits(i)));
  }

  std::vector<Limit> all_limits(std::size_t issue) const {
    std::vector<Limit> out = in_.issues[issue].red_lines;
    for (std::size_t p : needed([](std::size_t) { return true; }))
      for (std::size_t o = 0; o < in_.issues[issue].options; ++o)
        if (answer(p, issue, o) == Answer::against)
          add_against(p, in_.issues[issue].words[p][o], o, out);
    return out;
  }

  static void add_against(std::size_t party, const Word& word, std::size_t option,
                          std::vector<Limit>& limits) {
    const auto same = std::find_if(limits.begin(), limits.end(), [&](const Limit& limit) {
      return !limit.red_line && limit.party == party && limit.positions.front() == *word.position;
    });
    if (same != limits.end())
      same->closes.push_back(option);
    else
      limits.push_back({party, false, {*word.position}, {option}});
  }

  Bar bar(std::size_t issue, bool by_red_lines, std::vector<Limit> limits) const {
    const std::size_t options = in_.issues[issue].options;
    Bar out{issue, by_red_lines, std::move(limits), {}, true, {}};
    const SmallestCovers covers(out.limits, options);
    out.sets = covers.sets();
    out.smallest = covers.exact();
    std::size_t fewest = out.limits.size() + 1;
    for (std::size_t o = 0; o < options; ++o) {
      if (!by_red_lines && !inside(issue, o)) continue;
      Bar::Opening opening{o, {}};
      for (std::size_t i = 0; i < out.limits.size(); ++i)
        if (closes(out.limits[i], o)) opening.limits.push_back(i);
      fewest = std::min(fewest, opening.limits.size());
      out.openings.push_back(std::move(opening));
    }
    std::erase_if(out.openings,
                  [&](const Bar::Opening& one) { return one.limits.size() > fewest; });
    return out;
  }

  // ---- what is nearest, and what decides

  Nearest nearest(std::size_t issue) const {
    std::vector<Nearest::Lack> all;
    for (std::size_t o = 0; o < in_.issues[issue].options; ++o)
      if (inside(issue, o)) all.push_back({o, opposing(issue, o), missing(issue, o)});
    const auto cost = [](const Nearest::Lack& one) {
      return std::pair(one.against.size(), one.missing.size());
    };
    const auto least = cost(*std::min_element(all.begin(), all.end(),
                                              [&](auto& a, auto& b) { return cost(a) < cost(b); }));
    std::erase_if(all, [&](const Nearest::Lack& one) { return cost(one) != least; });
    return {issue, std::move(all)};
  }

  void find_pivots(Leeway& out) const {
    for (std::size_t i = 0; i < in_.issues.size(); ++i)
      for (std::size_t o = 0; o < in_.issues[i].options; ++o) {
        if (!unopposed(i, o)) continue;
        const Options lacking = missing(i, o);
        for (std::size_t p : lacking) out.pivots.push_back(pivot_of(p, i, o, lacking.size()));
      }
    const auto place = [](const Pivot& one) {
      return std::tuple(one.opens == Natural{}, !one.settles, !one.blocks, one.lacking);
    };
    std::stable_sort(out.pivots.begin(), out.pivots.end(),
                     [&](auto& a, auto& b) { return place(a) < place(b); });
    if (out.pivots.size() > most_pivots) out.pivots.resize(most_pivots);
  }

  // A yes gives the packages with this option every needed yes where it was the last one missing;
  // a no takes them from those that nobody speaks against.
  Pivot pivot_of(std::size_t party, std::size_t issue, std::size_t option,
                 std::size_t lacking) const {
    Pivot out{party, issue, option, {}, product_with(unopposed_, issue, 1), false, false, lacking};
    if (lacking == 1) out.opens = product_with(accepted_, issue, 1);
    out.settles = lacking == 1 && accepted_[issue] == 0;
    out.blocks = unopposed_[issue] == 1;
    return out;
  }

  const Acceptance& in_;
  std::vector<std::size_t> inside_, unopposed_, accepted_;  // options, by issue
};

}  // namespace

Leeway leeway(const Acceptance& acceptance) { return Counting(acceptance).all(); }

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_model.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::analyze {
namespace {

// What is smaller comes from rounding.
constexpr double noise = 4096;

// What is inside on an issue, option by option.
using Slabs = std::map<std::uint32_t, std::vector<bool>>;

bool empty(const std::vector<bool>& inside) {
  return std::find(inside.begin(), inside.end(), true) == inside.end();
}
bool full(const std::vector<bool>& inside) {
  return std::find(inside.begin(), inside.end(), false) == inside.end();
}

bool holds_never(const Slabs& slabs) {
  return std::any_of(slabs.begin(), slabs.end(),
                     [](const auto& slab) { return empty(slab.second); });
}

// The parts of `within` that are outside `hole`, by the first issue on which they are.
std::vector<Slabs> outside(const Slabs& within, const Slabs& hole) {
  std::vector<Slabs> parts;
  Slabs so_far = within;
  for (const auto& [issue, inside] : hole) {
    const auto at = so_far.try_emplace(issue, inside.size(), true).first;
    Slabs part = so_far;
    for (std::size_t i = 0; i < inside.size(); ++i)
      if (inside[i]) part[issue][i] = false;
    if (!empty(part[issue])) parts.push_back(std::move(part));
    for (std::size_t i = 0; i < inside.size(); ++i)
      if (!inside[i]) at->second[i] = false;
    if (empty(at->second)) break;
  }
  return parts;
}

std::uint64_t all_kinds(std::size_t count) { return ~std::uint64_t{0} >> (64 - count); }

class BoxWriter {
 public:
  explicit BoxWriter(const PackagePayoffs& payoffs)
      : payoffs_(payoffs), scenario_(*payoffs.scenario) {
    out_.constants.assign(payoffs.parties.size(), 0);
  }

  std::optional<BoxModel> write(std::uint64_t kept, std::uint64_t wished) {
    for (party_ = 0; party_ < payoffs_.parties.size(); ++party_)
      if (!write_party()) return std::nullopt;
    for (std::size_t rule = 0; rule < payoffs_.rules.size(); ++rule) {
      const Slabs never = slabs(payoffs_.rules[rule].never);
      if (kept >> rule & 1 && !holds_never(never)) rules_.push_back(never);
      if (wished >> rule & 1) wish_out_of(never);
    }
    if (!find_kinds()) return std::nullopt;
    for (const Pay& pay : pays_) add(pay);
    for (const Slabs& rule : rules_) out_.barred.push_back(region(rule));
    if (!drop_noise()) return std::nullopt;
    return std::move(out_);
  }

 private:
  struct Pay {
    Slabs slabs;
    std::size_t party;
    double steps;
    bool outside = false;
  };

  bool write_party() {
    const PartyPayoff& party = payoffs_.parties[party_];
    if (party.additive()) {
      for (std::uint32_t issue = 0; issue < party.steps.size(); ++issue)
        write_options(issue, party.steps[issue]);
      return true;
    }
    const auto& boxes = std::get<Boxes>(scenario_.profiles[party_].utility);
    constant_ = 0;
    if (!write_group(boxes.group, 1 / boxes.divisor)) return false;
    out_.constants[party_] = party.steps_of(constant_);
    return true;
  }

  void write_options(std::uint32_t issue, const std::vector<double>& steps) {
    std::map<double, std::vector<bool>> alike;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      auto& options = alike.try_emplace(steps[i], steps.size(), false).first->second;
      options[i] = true;
    }
    const double least = alike.begin()->first;
    out_.constants[party_] += least;
    for (const auto& [worth, options] : alike)
      if (worth > least) pays_.push_back({{{issue, options}}, party_, worth - least});
  }

  bool write_group(const BoxGroup& group, double weight) {
    const bool sum = group.aggregation == Aggregation::sum;
    if (!sum && group.boxes.size() + group.groups.size() > 1) return false;
    for (const Box& box : group.boxes) write_box(box, weight * group.weight);
    return std::all_of(group.groups.begin(), group.groups.end(), [&](const BoxGroup& inner) {
      return write_group(inner, weight * group.weight);
    });
  }

  void write_box(const Box& box, double weight) {
    const double worth = box.utility * box.weight * weight;
    const Slabs within = slabs(box.includes);
    if (box.excludes.empty()) return write_pay(within, worth);
    if (box.includes.empty() && worth > 0) return write_pay_outside(slabs(box.excludes), worth);
    if (worth > 0) {
      for (const Slabs& part : outside(within, slabs(box.excludes))) write_pay(part, worth);
      return;
    }
    write_pay(within, worth);
    Slabs both = within;
    for (const auto& [issue, inside] : slabs(box.excludes)) {
      const auto at = both.try_emplace(issue, inside.size(), true).first;
      for (std::size_t i = 0; i < inside.size(); ++i)
        if (!inside[i]) at->second[i] = false;
    }
    write_pay(both, -worth);
  }

  void write_pay(const Slabs& slabs, double worth) {
    if (holds_never(slabs)) return;
    if (worth > 0) pays_.push_back({slabs, party_, steps(worth)});
    if (worth >= 0) return;
    constant_ += worth;
    write_pay_outside(slabs, -worth);
  }

  void write_pay_outside(const Slabs& hole, double worth) {
    if (holds_never(hole))
      write_pay({}, worth);
    else
      pays_.push_back({hole, party_, steps(worth), true});
  }

  void wish_out_of(const Slabs& never) {
    const std::size_t party = out_.constants.size();
    out_.constants.push_back(holds_never(never) ? steps_per_span : 0);
    if (!holds_never(never)) pays_.push_back({never, party, steps_per_span, true});
  }

  double steps(double worth) const { return std::nearbyint(worth / payoffs_.parties[party_].unit); }

  Slabs slabs(const std::vector<Bounds>& bounds) const {
    Slabs out;
    for (const Bounds& bound : bounds) {
      const ScenarioIssue& issue = scenario_.issues[bound.issue];
      const auto at = out.try_emplace(static_cast<std::uint32_t>(bound.issue),
                                      payoffs_.counts[bound.issue], true)
                          .first;
      for (std::size_t i = 0; i < at->second.size(); ++i)
        if (issue.number(i) < bound.low || bound.high < issue.number(i)) at->second[i] = false;
    }
    return out;
  }

  Slabs slabs(const Combination& condition) const {
    Slabs out;
    for (const Combination::Term& term : condition.all) {
      std::vector<bool> listed(payoffs_.counts[term.issue]);
      for (const std::uint32_t option : term.options)
        if (option < listed.size()) listed[option] = true;
      const auto [at, is_new] = out.try_emplace(static_cast<std::uint32_t>(term.issue), listed);
      for (std::size_t i = 0; !is_new && i < listed.size(); ++i)
        at->second[i] = at->second[i] && listed[i];
    }
    return out;
  }

  // Cuts the options of each issue apart wherever a box does.
  bool find_kinds() {
    for (const std::uint64_t count : payoffs_.counts) {
      kind_of_.emplace_back(count, 0u);
      kind_count_.push_back(1);
    }
    const auto cut_by = [&](const Slabs& slabs) {
      for (const auto& [issue, inside] : slabs) cut(issue, inside);
    };
    for (const Pay& pay : pays_) cut_by(pay.slabs);
    std::for_each(rules_.begin(), rules_.end(), cut_by);
    for (std::size_t issue = 0; issue < kind_of_.size(); ++issue) {
      if (kind_count_[issue] > BoxModel::most_kinds) return false;
      out_.kinds.emplace_back(kind_count_[issue]);
      for (std::uint32_t option = 0; option < kind_of_[issue].size(); ++option)
        out_.kinds[issue][kind_of_[issue][option]].push_back(option);
    }
    return true;
  }

  // Kinds stay numbered by their first options.
  void cut(std::uint32_t issue, const std::vector<bool>& inside) {
    if (kind_count_[issue] > BoxModel::most_kinds) return;
    std::map<std::pair<std::uint32_t, bool>, std::uint32_t> next;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      std::uint32_t& kind = kind_of_[issue][i];
      kind = next.try_emplace({kind, inside[i]}, static_cast<std::uint32_t>(next.size()))
                 .first->second;
    }
    kind_count_[issue] = next.size();
  }

  Region region(const Slabs& slabs) const {
    Region out;
    for (const auto& [issue, inside] : slabs) {
      if (full(inside)) continue;
      out.push_back({issue, 0});
      for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i]) out.back().inside |= std::uint64_t{1} << kind_of_[issue][i];
    }
    return out;
  }

  void add(const Pay& pay) {
    Region region = this->region(pay.slabs);
    if (region.empty()) {
      if (!pay.outside) out_.constants[pay.party] += pay.steps;
      return;
    }
    const bool outside = pay.outside && region.size() > 1;
    if (pay.outside && !outside)
      region[0].inside = ~region[0].inside & all_kinds(kind_count_[region[0].issue]);
    const auto [at, is_new] = place_.try_emplace({region, outside}, out_.boxes.size());
    if (is_new)
      out_.boxes.push_back(
          {std::move(region), outside, std::vector<double>(out_.constants.size(), 0)});
    out_.boxes[at->second].pays[pay.party] += pay.steps;
  }

  bool drop_noise() {
    const auto most = [](const PayBox& box) {
      return *std::max_element(box.pays.begin(), box.pays.end());
    };
    std::erase_if(out_.boxes, [&](const PayBox& box) { return most(box) < noise; });
    return std::all_of(out_.boxes.begin(), out_.boxes.end(),
                       [&](const PayBox& box) { return most(box) >= steps_per_key; });
  }

  const PackagePayoffs& payoffs_;
  const Scenario& scenario_;
  std::size_t party_ = 0;
  double constant_ = 0;
  std::vector<Pay> pays_;
  std::vector<Slabs> rules_;
  std::vector<std::vector<std::uint32_t>> kind_of_;  // [issue][option]
  std::vector<std::size_t> kind_count_;
  std::map<std::pair<Region, bool>, std::size_t> place_;
  BoxModel out_;
};

}  // namespace

std::optional<BoxModel> box_model(const PackagePayoffs& payoffs, std::uint64_t kept,
                                  std::uint64_t wished) {
  return BoxWriter(payoffs).write(kept, wished);
}

BoxModel for_one(const BoxModel& model, std::size_t party) {
  BoxModel out{model.kinds, {model.constants[party]}, {}, model.barred};
  for (const PayBox& box : model.boxes)
    if (box.pays[party] > 0) out.boxes.push_back({box.region, box.outside, {box.pays[party]}});
  return out;
}

BoxModel against_one(const BoxModel& model, std::size_t party) {
  BoxModel out = for_one(model, party);
  out.constants = {steps_per_span};
  for (PayBox& box : out.boxes) {
    out.constants[0] -= box.pays[0];
    box.outside = !box.outside;
    if (box.region.size() > 1) continue;
    BoxSide& side = box.region[0];
    side.inside = ~side.inside & all_kinds(model.kinds[side.issue].size());
    box.outside = false;
  }
  return out;
}

}  // namespace entente::analyze

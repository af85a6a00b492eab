// SPDX-License-Identifier: Apache-2.0
#include "analyze/deals/box_climb.h"

#include <random>

namespace entente::analyze {
namespace {

class Climber {
 public:
  Climber(const PointGround& ground, std::uint64_t seed)
      : ground_(ground), chance_(seed), price_(ground.boxes.size()) {}

  void climb(const std::vector<double>& weights, std::size_t pushes, PointSet& found) {
    for (std::size_t box = 0; box < price_.size(); ++box) {
      price_[box] = ground_.barred(box) ? 4 : 0;
      for (std::size_t p = 0; p < weights.size(); ++p)
        price_[box] += weights[p] * ground_.boxes[box].pays[p];
    }
    start();
    uphill(found);
    Kinds best = package_;
    double most = value();
    for (std::size_t push = 0; push < pushes; ++push) {
      push_into(draw(price_.size()));
      uphill(found);
      const double now = value();
      if (now >= most)
        most = now, best = package_;
      else if (draw(4) != 0)
        move_to(best);
    }
  }

 private:
  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(chance_() % below); }

  void start() {
    package_.clear();
    for (const auto& kinds : ground_.model.kinds)
      package_.push_back(static_cast<std::uint8_t>(draw(kinds.size())));
    met_.assign(ground_.boxes.size(), 0);
    for (std::size_t s = 0; s < ground_.sides.size(); ++s)
      met_[ground_.box_of[s]] += is_wanted(s, package_[ground_.sides[s].issue]);
  }

  bool is_wanted(std::size_t side, std::size_t kind) const {
    return ground_.sides[side].wanted >> kind & 1;
  }
  std::size_t side_count(std::size_t box) const {
    return ground_.first_side[box + 1] - ground_.first_side[box];
  }
  bool pays(std::size_t box) const {
    return ground_.outside(box) ? met_[box] > 0 : met_[box] == side_count(box);
  }
  double value() const {
    double sum = 0;
    for (std::size_t box = 0; box < price_.size(); ++box) sum += pays(box) ? price_[box] : 0;
    return sum;
  }

  void move_to(const Kinds& package) {
    for (std::uint32_t issue = 0; issue < package.size(); ++issue) turn(issue, package[issue]);
  }

  void turn(std::uint32_t issue, std::size_t kind) {
    if (package_[issue] == kind) return;
    for (const std::size_t s : ground_.sides_of[issue]) {
      met_[ground_.box_of[s]] += is_wanted(s, kind);
      met_[ground_.box_of[s]] -= is_wanted(s, package_[issue]);
    }
    package_[issue] = static_cast<std::uint8_t>(kind);
  }

  // The best option among `among`; where several are, the one it has, or any.
  std::size_t best_on(std::uint32_t issue, std::uint64_t among) {
    gain_.assign(ground_.model.kinds[issue].size(), 0);
    for (const std::size_t s : ground_.sides_of[issue]) {
      const std::size_t box = ground_.box_of[s];
      const std::size_t others = met_[box] - is_wanted(s, package_[issue]);
      if (others != (ground_.outside(box) ? 0 : side_count(box) - 1)) continue;
      for_each_kind(ground_.sides[s].wanted & among,
                    [&](std::size_t kind) { gain_[kind] += price_[box]; });
    }
    std::size_t best = 64, equals = 0;
    double most = 0;
    for_each_kind(among, [&](std::size_t kind) {
      if (best == 64 || gain_[kind] > most + 1e-12)
        best = kind, most = gain_[kind], equals = 1;
      else if (gain_[kind] > most - 1e-12 && draw(++equals) == 0)
        best = kind;
    });
    const std::size_t now = package_[issue];
    if (among >> now & 1 && gain_[now] > most - 1e-12 && draw(2) == 0) return now;
    return best;
  }

  void uphill(PointSet& found) {
    double before = value();
    for (int still = 0; still < 2;) {
      for (std::uint32_t issue = 0; issue < package_.size(); ++issue) {
        const std::size_t kinds = ground_.model.kinds[issue].size();
        if (kinds > 1) turn(issue, best_on(issue, ~std::uint64_t{0} >> (64 - kinds)));
      }
      const double now = value();
      still = now > before + 1e-12 ? 0 : still + 1;
      before = now;
    }
    const std::vector<Key> keys = ground_.keys_of(ground_.worth(package_));
    if (ground_.enough(keys)) found.add(keys, package_);
  }

  void push_into(std::size_t box) {
    if (ground_.outside(box) || pays(box)) box = draw(price_.size());
    for (std::size_t s = ground_.first_side[box]; s < ground_.first_side[box + 1]; ++s) {
      const PointGround::Side& side = ground_.sides[s];
      if (!is_wanted(s, package_[side.issue]) && side.wanted != 0)
        turn(side.issue, best_on(side.issue, side.wanted));
    }
  }

  const PointGround& ground_;
  std::mt19937_64 chance_;
  std::vector<double> price_, gain_;
  Kinds package_;
  std::vector<std::size_t> met_;  // [box]: sides that are wanted and had
};

}  // namespace

void climb_boxes(const PointGround& ground, std::uint64_t seed, const std::vector<double>& weights,
                 std::size_t pushes, PointSet& found) {
  Climber(ground, seed).climb(weights, pushes, found);
}

}  // namespace entente::analyze

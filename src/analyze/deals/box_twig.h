// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "analyze/deals/box_ground.h"

namespace entente::analyze {

enum class Stand : std::uint8_t { open, held, left, done };

// A branch: the packages it still holds, and what they are paid.
struct Twig {
  std::vector<std::uint64_t> domain;
  // Of each box: not decided on; to be stayed out of, but not left yet; set aside, but could still
  // be had; or of no more concern.
  std::vector<Stand> stand;
  std::vector<std::uint64_t> live, left;  // of each issue: boxes open or held; boxes set aside
  std::vector<double> paid;               // steps, for each party
  std::vector<Row> shares;                // [side], of what is open or held
  double part = 1;                        // of the whole search
};

// Follows up what is decided on a branch.
class TwigKeeper {
 public:
  explicit TwigKeeper(const PointGround& ground) : ground_(ground), changed_(ground.words.size()) {}

  Twig root() const {
    Twig root;
    for (const auto& kinds : ground_.model.kinds)
      root.domain.push_back(~std::uint64_t{0} >> (64 - kinds.size()));
    root.live.assign(ground_.word_count, 0);
    root.left.assign(ground_.word_count, 0);
    root.paid = ground_.model.constants;
    root.shares.assign(ground_.sides.size(), Row{});
    for (std::size_t box = 0; box < ground_.boxes.size(); ++box) {
      root.stand.push_back(ground_.barred(box) ? Stand::held : Stand::open);
      const auto sides = static_cast<float>(last(box) - first(box));
      for (std::size_t s = first(box); s < last(box); ++s) {
        word_of(root.live, s) |= ground_.sides[s].bit;
        for (std::size_t k = 0; k < ways; ++k)
          root.shares[s][k] = ground_.outside(box) ? 0 : ground_.pay[box][k] / sides;
      }
    }
    return root;
  }

 protected:
  std::size_t first(std::size_t box) const { return ground_.first_side[box]; }
  std::size_t last(std::size_t box) const { return ground_.first_side[box + 1]; }
  static bool alive(Stand stand) { return stand == Stand::open || stand == Stand::held; }

  std::uint64_t& word_of(std::vector<std::uint64_t>& bits, std::size_t side) const {
    const PointGround::Side& at = ground_.sides[side];
    return bits[ground_.first_word[at.issue] + at.word];
  }

  // Kinds still possible for which the side is met; not met.
  std::uint64_t met(const Twig& twig, std::size_t side) const {
    return twig.domain[ground_.sides[side].issue] & ground_.sides[side].wanted;
  }
  std::uint64_t unmet(const Twig& twig, std::size_t side) const {
    return twig.domain[ground_.sides[side].issue] & ~ground_.sides[side].wanted;
  }

  // A box pays where all sides are met, or of one to stay out of, one side.
  enum class Outlook { never, open, always };
  Outlook outlook(const Twig& twig, std::size_t box) const {
    bool never = false, always = false, each_met = true, none_met = true;
    for (std::size_t s = first(box); s < last(box); ++s) {
      const bool some = met(twig, s) != 0, all = unmet(twig, s) == 0;
      never |= !some, always |= all, each_met &= all, none_met &= !some;
    }
    if (ground_.outside(box))
      never = none_met;
    else
      always = each_met;
    return never ? Outlook::never : always ? Outlook::always : Outlook::open;
  }

  // ---- deciding

  void touch(std::size_t side) { changed_[ground_.sides[side].issue] = true; }

  void drop(Twig& twig, std::size_t box) {
    const bool was_left = twig.stand[box] == Stand::left;
    for (std::size_t s = first(box); s < last(box); ++s) {
      word_of(was_left ? twig.left : twig.live, s) &= ~ground_.sides[s].bit;
      if (!was_left) touch(s);
    }
    twig.stand[box] = Stand::done;
  }

  void be_paid(Twig& twig, std::size_t box) const {
    for (std::size_t p = 0; p < ground_.parties; ++p) twig.paid[p] += ground_.boxes[box].pays[p];
  }

  void enter(Twig& twig, std::size_t box) {
    be_paid(twig, box);
    if (ground_.outside(box)) {
      twig.stand[box] = Stand::held;
      return;
    }
    for (std::size_t s = first(box); s < last(box); ++s)
      twig.domain[ground_.sides[s].issue] &= ground_.sides[s].wanted;
    drop(twig, box);
  }

  void set_aside(Twig& twig, std::size_t box) {
    drop(twig, box);
    twig.stand[box] = Stand::left;
    for (std::size_t s = first(box); s < last(box); ++s)
      word_of(twig.left, s) |= ground_.sides[s].bit;
  }

  // Follows up what is decided. False where nothing is left, or only what is better with a box that
  // was set aside.
  bool narrow(Twig& twig) {
    std::fill(changed_.begin(), changed_.end(), true);
    for (bool again = true; again;) {
      again = false;
      for (std::size_t box = 0; box < twig.stand.size(); ++box)
        if (twig.stand[box] != Stand::done && !look_at(twig, box, again)) return false;
      for (std::uint32_t issue = 0; issue < twig.domain.size(); ++issue)
        if (changed_[issue]) again |= pass_over(twig, issue);
    }
    return true;
  }

  bool look_at(Twig& twig, std::size_t box, bool& again) {
    const Outlook outlook = this->outlook(twig, box);
    switch (twig.stand[box]) {
      case Stand::open:
        if (outlook == Outlook::always) be_paid(twig, box);
        if (outlook != Outlook::open) drop(twig, box);
        return true;
      case Stand::held:
        if (outlook == Outlook::always) drop(twig, box);
        return outlook == Outlook::always || hold(twig, box, again);
      case Stand::left:
        if (outlook == Outlook::never) drop(twig, box);
        return outlook == Outlook::never || (outlook == Outlook::open && !could_be_had(twig, box));
      case Stand::done:
        break;
    }
    return true;
  }

  // Leaves a box where there is one way only.
  bool hold(Twig& twig, std::size_t box, bool& again) {
    std::size_t way = last(box), count = 0;
    for (std::size_t s = first(box); s < last(box); ++s)
      if (met(twig, s) != 0) way = s, ++count;
    if (count != 1) return count != 0;
    twig.domain[ground_.sides[way].issue] = met(twig, way);
    drop(twig, box);
    again = true;
    return true;
  }

  // Whether every box open or held that wants kind `a` wants kind `b`, too.
  bool no_better(const Twig& twig, std::uint32_t issue, std::size_t a, std::size_t b) const {
    const std::size_t words = ground_.words[issue];
    const std::uint64_t* want = ground_.want[issue].data();
    const std::uint64_t* live = twig.live.data() + ground_.first_word[issue];
    for (std::size_t word = 0; word < words; ++word)
      if (want[a * words + word] & ~want[b * words + word] & live[word]) return false;
    return true;
  }

  int left_wanting(const Twig& twig, std::uint32_t issue, std::size_t kind) const {
    const std::size_t words = ground_.words[issue];
    int count = 0;
    for (std::size_t word = 0; word < words; ++word)
      count += std::popcount(ground_.want[issue][kind * words + word] &
                             twig.left[ground_.first_word[issue] + word]);
    return count;
  }

  // Whether any package could just as well meet the side.
  bool meets_freely(const Twig& twig, std::size_t side) const {
    const std::uint32_t issue = ground_.sides[side].issue;
    for (std::uint64_t bad = unmet(twig, side); bad != 0; bad &= bad - 1) {
      bool some = false;
      for_each_kind(met(twig, side), [&](std::size_t kind) {
        some =
            some || no_better(twig, issue, static_cast<std::size_t>(std::countr_zero(bad)), kind);
      });
      if (!some) return false;
    }
    return true;
  }

  bool could_be_had(const Twig& twig, std::size_t box) const {
    for (std::size_t s = first(box); s < last(box); ++s)
      if (meets_freely(twig, s) == ground_.outside(box)) return ground_.outside(box);
    return !ground_.outside(box);
  }

  // Takes out options that are no better than others; of equals those stay that more boxes set
  // aside want, so that the branch is given up the sooner.
  bool pass_over(Twig& twig, std::uint32_t issue) {
    changed_[issue] = false;
    std::uint64_t& domain = twig.domain[issue];
    const std::uint64_t before = domain;
    for_each_kind(before, [&](std::size_t a) {
      bool out = false;
      for_each_kind(domain, [&](std::size_t b) {
        if (out || a == b || !no_better(twig, issue, a, b)) return;
        if (no_better(twig, issue, b, a)) {
          const int of_a = left_wanting(twig, issue, a), of_b = left_wanting(twig, issue, b);
          if (of_a > of_b || (of_a == of_b && a < b)) return;
        }
        out = true;
      });
      if (out) domain &= ~(std::uint64_t{1} << a);
    });
    return domain != before;
  }

  const PointGround& ground_;

 private:
  std::vector<std::uint8_t> changed_;  // issues to be looked at again
};

}  // namespace entente::analyze

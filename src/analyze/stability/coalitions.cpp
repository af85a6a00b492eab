// SPDX-License-Identifier: Apache-2.0
#include "analyze/stability/coalitions.h"

#include <algorithm>

#include "analyze/stability/spread.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_for_all = 10;
constexpr std::size_t most_work_for_all = std::size_t{1} << 25;  // coalitions x states

std::vector<Coalition> pairs_all_and_named(const GraphModel& model) {
  std::vector<Coalition> out = model.conflict.coalitions;
  std::erase_if(out, [](const Coalition& one) { return one.size() < 2; });
  for (std::size_t a = 0; a < model.decision_makers(); ++a)
    for (std::size_t b = a + 1; b < model.decision_makers(); ++b) out.push_back({a, b});
  if (model.decision_makers() > 1) out.push_back(all_of(model));
  return out;
}

Coalition members_of(std::size_t bits, std::size_t count) {
  Coalition out;
  for (std::size_t who = 0; who < count; ++who)
    if (bits >> who & 1) out.push_back(who);
  return out;
}

}  // namespace

std::vector<Coalition> coalitions_of(const GraphModel& model) {
  const std::size_t count = model.decision_makers();
  std::vector<Coalition> out;
  if (count > most_for_all || model.states.size() << count > most_work_for_all)
    out = pairs_all_and_named(model);
  else
    for (std::size_t bits = 0; bits < std::size_t{1} << count; ++bits)
      if (Coalition members = members_of(bits, count); members.size() >= 2)
        out.push_back(std::move(members));
  std::sort(out.begin(), out.end(), [](const Coalition& a, const Coalition& b) {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<JointMove> joint_move(const GraphModel& model, const Coalition& coalition,
                                    StateIndex from) {
  Spread spread(model, from, coalition, By::moves);
  const auto to = spread.find([&](StateIndex there) {
    return std::all_of(coalition.begin(), coalition.end(),
                       [&](std::size_t who) { return model.prefers(who, there, from); });
  });
  if (!to) return std::nullopt;
  return JointMove{coalition, from, *to, spread.steps_to(*to)};
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "report/stability_graph.h"

#include <algorithm>
#include <set>

namespace entente::report {
namespace {

bool may_move(const Conflict& conflict, std::size_t who, State from, State to) {
  const State changed = from ^ to;
  if (changed == 0 || (changed & ~options_of(conflict, who)) != 0) return false;
  for (std::size_t i = 0; i < conflict.options.size(); ++i) {
    const Direction direction = conflict.options[i].direction;
    if (!(changed & bit(i)) || direction == Direction::both) continue;
    if ((direction == Direction::forward) != ((to & bit(i)) != 0)) return false;
  }
  return true;
}

class GraphChoice {
 public:
  explicit GraphChoice(const StabilityFindings& found) : found_(found) {}

  StateGraph graph() {
    if (found_.status_quo) add(found_.status_quo->state);
    if (found_.wanted) add(found_.wanted->state);
    for (StateIndex state : found_.looked_at)
      if (out_.states.size() < few_states || holds_firmly(state)) add_equilibrium(state);
    add_ways();
    for (const JointMove* upset : least_joint_moves())
      if (drawn(upset->from)) add(upset->to);
    add_edges();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t few_states = 5, most_equilibria = 10;

  // Under more than the two concepts that let a party reckon with answers that hurt who gives them.
  bool holds_firmly(StateIndex state) const {
    const Verdict all = found_.stability.equilibria[state];
    return all.stable(Concept::nash) || all.stable(Concept::seq) || all.stable(Concept::sim);
  }

  void add_equilibrium(StateIndex state) {
    if (out_.states.size() < most_equilibria)
      add(state);
    else
      out_.complete = false;
  }

  bool drawn(StateIndex state) const {
    return std::find(out_.states.begin(), out_.states.end(), state) != out_.states.end();
  }

  void add(StateIndex state) {
    if (drawn(state)) return;
    if (out_.states.size() < most_drawn_states)
      out_.states.push_back(state);
    else
      out_.complete = false;
  }

  void add_ways() {
    if (!found_.status_quo) return;
    for (const Route& route : found_.status_quo->by_improvements)
      if (drawn(route.to))
        for (const Step& step : route.steps) add(step.to);
    for (StateIndex state : found_.status_quo->stops) add(state);
  }

  bool improves(std::size_t who, StateIndex from, StateIndex to) const {
    return found_.payoffs[who][to] > found_.payoffs[who][from] &&
           may_move(found_.conflict, who, found_.states[from], found_.states[to]);
  }

  bool in_two_steps(std::size_t who, StateIndex from, StateIndex to) const {
    return std::any_of(out_.states.begin(), out_.states.end(), [&](StateIndex between) {
      return improves(who, from, between) && improves(who, between, to);
    });
  }

  void add_edges() {
    for (std::size_t who = 0; who < found_.conflict.decision_makers.size(); ++who)
      for (StateIndex from : out_.states)
        for (StateIndex to : out_.states)
          if (improves(who, from, to) && !in_two_steps(who, from, to))
            out_.edges.push_back({from, to, {who}, EdgeKind::improvement});
    add_joint_moves();
    add_other_steps();
  }

  // Only what no part of the coalition brings about.
  std::vector<const JointMove*> least_joint_moves() const {
    std::vector<const JointMove*> least;
    for (const CoalitionFinding& finding : found_.coalitions)
      for (const JointMove& upset : finding.upsets) {
        const bool covered = std::any_of(least.begin(), least.end(), [&](const JointMove* part) {
          return part->from == upset.from &&
                 std::includes(upset.coalition.begin(), upset.coalition.end(),
                               part->coalition.begin(), part->coalition.end());
        });
        if (upset.steps.size() > 1 && !covered) least.push_back(&upset);
      }
    return least;
  }

  void add_joint_moves() {
    for (const JointMove* upset : least_joint_moves())
      if (drawn(upset->from) && drawn(upset->to))
        out_.edges.push_back({upset->from, upset->to, upset->coalition, EdgeKind::joint});
  }

  // Today's way to what no arrow leads to yet.
  void add_other_steps() {
    if (!found_.status_quo) return;
    for (const Route& route : found_.status_quo->by_moves) {
      StateIndex at = found_.status_quo->state;
      if (reached(route.to)) continue;
      for (const Step& step : route.steps) {
        if (drawn(at) && drawn(step.to) && !improves(step.mover, at, step.to))
          add_other({at, step.to, {step.mover}, EdgeKind::other});
        at = step.to;
      }
    }
  }

  bool reached(StateIndex goal) const {
    std::vector<StateIndex> seen{found_.status_quo->state};
    for (std::size_t i = 0; i < seen.size(); ++i)
      for (const StateEdge& edge : out_.edges)
        if (edge.from == seen[i] && std::find(seen.begin(), seen.end(), edge.to) == seen.end())
          seen.push_back(edge.to);
    return std::find(seen.begin(), seen.end(), goal) != seen.end();
  }

  void add_other(const StateEdge& edge) {
    const bool there = std::any_of(out_.edges.begin(), out_.edges.end(), [&](const StateEdge& one) {
      return one.from == edge.from && one.to == edge.to && one.movers == edge.movers;
    });
    if (!there) out_.edges.push_back(edge);
  }

  const StabilityFindings& found_;
  StateGraph out_;
};

}  // namespace

StateGraph state_graph(const StabilityFindings& found) { return GraphChoice(found).graph(); }

std::string mover_letter(std::size_t who) {
  return who < 26 ? std::string(1, static_cast<char>('A' + who)) : fmt::format("{}.", who + 1);
}

std::vector<std::string> mover_letters(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t who = 0; who < count; ++who) out.push_back(mover_letter(who));
  return out;
}

}  // namespace entente::report

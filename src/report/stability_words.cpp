// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/lookup.h"
#include "report/stability.h"
#include "report/visible.h"

namespace entente::report {
namespace {

std::string quoted_option(const ConflictOption& option) { return "“" + visible(option.name) + "”"; }

template <class Text>
std::string listed(const std::vector<Text>& items) {
  if (items.size() < 2) return items.empty() ? "" : std::string(items.front());
  return fmt::format("{} and {}", fmt::join(items.begin(), items.end() - 1, ", "), items.back());
}

std::vector<std::string> options_in(const Conflict& conflict, State chosen) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    if (chosen & bit(i)) out.push_back(quoted_option(conflict.options[i]));
  return out;
}

// Speaks of one decision maker in one state.
class ReasonWords {
 public:
  ReasonWords(const StabilityFindings& found, const std::vector<Reason>& group)
      : found_(found), first_(group.front()), name_(name_of(first_.decision_maker)) {
    for (const Reason& reason : group) names_.emplace_back(word_of(reason.how));
  }

  std::string sentence() const {
    if (first_.improvements == 0) return "Stays: nothing that it can do alone is better for it.";
    return fmt::format("{} under {}: {}.", first_.stable ? "Stays" : "Leaves", listed(names_),
                       first_.stable ? answered() : unanswered());
  }

 private:
  bool has(Concept how) const {
    return std::find(names_.begin(), names_.end(), word_of(how)) != names_.end();
  }
  std::string name_of(std::size_t who) const {
    return visible(found_.conflict.decision_makers[who].name);
  }
  std::string move(StateIndex from, StateIndex to, Verb verb) const {
    return move_words(found_.conflict, found_.states[from], found_.states[to], verb);
  }

  std::string answered() const {
    const Improvement& best = first_.shown.front();
    std::string out = fmt::format("if {} {} (state {}), {}, which leaves {} {} than now", name_,
                                  move(first_.state, best.to, Verb::takes), number_of(best.to),
                                  first_.how == Concept::sim ? at_once(best) : in_turn(best), name_,
                                  best.worse ? "worse off" : "no better off");
    if (has(Concept::smr)) out += ", with no further move that helps it";
    if (first_.improvements > 1)
      out += first_.improvements == 2
                 ? "; its other improvement can be answered too"
                 : fmt::format("; its {} other improvements can be answered too",
                               grouped(first_.improvements - 1));
    return out;
  }

  std::string in_turn(const Improvement& best) const {
    std::vector<std::string> parts;
    StateIndex at = best.to;
    for (const Step& step : best.answer) {
      parts.push_back(fmt::format("{} can{} {}{} (state {})", name_of(step.mover),
                                  has(Concept::seq) ? "," : "",
                                  has(Concept::seq) ? "to its own gain, " : "",
                                  move(at, step.to, Verb::take), number_of(step.to)));
      at = step.to;
    }
    return fmt::format("{}", fmt::join(parts, ", then "));
  }

  std::string at_once(const Improvement& best) const {
    std::vector<std::string> parts;
    for (const Step& step : best.answer)
      parts.push_back(
          fmt::format("{} {}", name_of(step.mover), move(first_.state, step.to, Verb::takes)));
    return fmt::format("while {} to better its own lot, they end in state {}", listed(parts),
                       number_of(best.ends));
  }

  // Whoever leaves under GMR leaves under Nash, SMR and SEQ too, so the last clause says it all.
  std::string unanswered() const {
    const Improvement& best = first_.shown.front();
    std::string out = fmt::format("{} can {} (state {}), which it likes better than now", name_,
                                  move(first_.state, best.to, Verb::take), number_of(best.to));
    if (has(Concept::gmr)) {
      out += "; no answer of the others takes that away";
    } else {
      if (has(Concept::smr))
        out += "; whatever the others answer, it is then better off or can be so by moving again";
      if (has(Concept::seq))
        out += "; no answer that is a gain for those who give it takes that away";
    }
    if (has(Concept::sim))
      out += "; nothing that the others gain by doing it at the same time takes that away";
    return out;
  }

  const StabilityFindings& found_;
  const Reason& first_;
  std::string name_;
  std::vector<std::string_view> names_;
};

// Whether one sentence can tell both: the same move, and the same answer to it or none.
bool told_together(const Reason& a, const Reason& b) {
  if (a.improvements == 0) return true;
  if (a.stable != b.stable || a.shown.front().to != b.shown.front().to) return false;
  if (!a.stable) return true;
  return a.how != Concept::sim && b.how != Concept::sim &&
         a.shown.front().answer == b.shown.front().answer;
}

std::vector<std::vector<Reason>> groups_of(const std::vector<Reason>& reasons) {
  std::vector<std::vector<Reason>> groups;
  for (const Reason& reason : reasons) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return told_together(group.front(), reason);
    });
    if (same == groups.end())
      groups.push_back({reason});
    else
      same->push_back(reason);
  }
  return groups;
}

}  // namespace

std::string move_words(const Conflict& conflict, State from, State to, Verb verb) {
  const auto taken = options_in(conflict, to & ~from), dropped = options_in(conflict, from & ~to);
  std::vector<std::string> parts;
  if (!taken.empty())
    parts.push_back((verb == Verb::takes ? "takes up " : "take up ") + listed(taken));
  if (!dropped.empty())
    parts.push_back((verb == Verb::takes ? "drops " : "drop ") + listed(dropped));
  return listed(parts);
}

std::string state_words(const Conflict& conflict, State state) {
  std::vector<std::string> parts;
  for (std::size_t who = 0; who < conflict.decision_makers.size(); ++who)
    if (const auto taken = options_in(conflict, state & options_of(conflict, who)); !taken.empty())
      parts.push_back(visible(conflict.decision_makers[who].name) + ": " + listed(taken));
  return parts.empty() ? "no option is taken" : fmt::format("{}", fmt::join(parts, "; "));
}

std::vector<std::string> reason_words(const StabilityFindings& found,
                                      const std::vector<Reason>& reasons) {
  std::vector<std::string> out;
  for (const auto& group : groups_of(reasons)) out.push_back(ReasonWords(found, group).sentence());
  return out;
}

std::string steps_words(const StabilityFindings& found, StateIndex from,
                        const std::vector<Step>& steps) {
  std::vector<std::string> parts;
  for (const Step& step : steps) {
    parts.push_back(fmt::format(
        "{} {} (state {})", visible(found.conflict.decision_makers[step.mover].name),
        move_words(found.conflict, found.states[from], found.states[step.to], Verb::takes),
        number_of(step.to)));
    from = step.to;
  }
  return fmt::format("{}", fmt::join(parts, ", then "));
}

namespace {

std::string stops_words(const StatusQuo& now) {
  constexpr std::size_t most_stops = 12;
  std::vector<std::size_t> numbers;
  for (StateIndex state : now.stops)
    if (numbers.size() < most_stops) numbers.push_back(number_of(state));
  if (numbers.empty()) return "nowhere: they go around in circles";
  return fmt::format("in {} {}{}", numbers.size() == 1 ? "state" : "states",
                     fmt::join(numbers, ", "), now.stops.size() > numbers.size() ? ", ..." : "");
}

// The joint move away from today of the fewest.
const JointMove* way_out_together(const StabilityFindings& found) {
  const JointMove* best = nullptr;
  for (const CoalitionFinding& finding : found.coalitions)
    for (const JointMove& upset : finding.upsets)
      if (upset.from == found.status_quo->state &&
          (!best || upset.coalition.size() < best->coalition.size()))
        best = &upset;
  return best;
}

bool all_coalitions_asked(const StabilityFindings& found) {
  const std::size_t parties = found.conflict.decision_makers.size();
  return parties < 32 && found.coalitions.size() + parties + 1 >= std::size_t{1} << parties;
}

std::string trap_words(const StabilityFindings& found) {
  const JointMove* out = way_out_together(found);
  if (!out && !all_coalitions_asked(found))
    return "Nobody can better its lot by moving alone, and no coalition that was asked about the "
           "lot of all its members. Not all were: there are too many.";
  if (!out)
    return "Nobody can better its lot by moving alone, and no coalition the lot of all its "
           "members: today's state stays as it is unless somebody moves against its own "
           "preference.";
  std::vector<std::string> names;
  for (std::size_t who : out->coalition)
    names.push_back(visible(found.conflict.decision_makers[who].name));
  return fmt::format(
      "Today is a trap: nobody can better its lot by moving alone, but {} together can, in state "
      "{}: {}.",
      listed(names), number_of(out->to), steps_words(found, out->from, out->steps));
}

// The steps that do their movers no good.
std::string no_gain_words(const StabilityFindings& found, const std::vector<Step>& steps) {
  std::vector<std::string> parts;
  StateIndex from = found.status_quo->state;
  for (const Step& step : steps) {
    const auto& payoffs = found.payoffs[step.mover];
    if (payoffs[step.to] <= payoffs[from])
      parts.push_back(fmt::format("to state {} ({})", number_of(step.to),
                                  visible(found.conflict.decision_makers[step.mover].name)));
    from = step.to;
  }
  return fmt::format("No gain for who makes {}: the {} {}.", parts.size() == 1 ? "it" : "them",
                     parts.size() == 1 ? "move" : "moves", listed(parts));
}

}  // namespace

std::string no_joint_move_words(const StabilityFindings& found, std::string_view states) {
  return fmt::format(
      "In none of {} does it take moves of several parties to better the lot of all members of a "
      "coalition{}.",
      states, all_coalitions_asked(found) ? "" : " that was asked about");
}

std::string from_today_words(const StabilityFindings& found) {
  const StatusQuo& now = *found.status_quo;
  if (now.reachable == 1) return trap_words(found);
  return fmt::format(
      "If everybody moves only to what it likes better, things can go through {} and stop {}.",
      counted(now.reachable, "state", "states"), stops_words(now));
}

std::string way_words(const StabilityFindings& found, const Route& route) {
  const StatusQuo& now = *found.status_quo;
  const auto better = std::find_if(now.by_improvements.begin(), now.by_improvements.end(),
                                   [&](const Route& one) { return one.to == route.to; });
  const bool gains = better != now.by_improvements.end();
  const Route& told = gains ? *better : route;
  return fmt::format("To state {}, {}: {}. {} {}", number_of(route.to),
                     counted(told.steps.size(), "move", "moves"),
                     steps_words(found, now.state, told.steps),
                     visible(found.conflict.decision_makers[told.steps.front().mover].name),
                     gains ? "moves first; every move is a gain for who makes it."
                           : "moves first. " + no_gain_words(found, told.steps));
}

std::string option_words(const Conflict& conflict, State options) {
  return listed(options_in(conflict, options));
}

}  // namespace entente::report

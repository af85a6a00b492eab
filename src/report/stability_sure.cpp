// SPDX-License-Identifier: Apache-2.0
// How sure it is, and what would make it hold.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/lookup.h"
#include "report/stability.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_listed = 12;    // states in a sentence
constexpr std::size_t most_sentences = 8;  // on pairs, reversals or guarantees

std::string who_is(const StabilityFindings& found, std::size_t who) {
  return visible(found.conflict.decision_makers[who].name);
}

template <class Items, class Write>
std::string in_a_row(const Items& items, std::string_view between, const Write& write) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(write(item));
  return fmt::format("{}", fmt::join(out, between));
}

std::string concept_words(const StabilityFindings& found, Concept how) {
  const std::string open = certain_words(found, how, Certainty::open);
  return fmt::format("{}: equilibria whatever they turn out to be: {}; in some cases: {}{}.",
                     word_of(how), certain_words(found, how, Certainty::all),
                     certain_words(found, how, Certainty::some),
                     open == "none" ? "" : "; too many cases to tell: " + open);
}

std::string pair_words(const StabilityFindings& found, const Settled& one) {
  const auto state = [&](StateIndex s) {
    return fmt::format("state {} ({})", number_of(s), state_words(found.conflict, found.states[s]));
  };
  return fmt::format(
      "Ask whether {} prefers {} or {}: either answer makes certain at least {} and {}.",
      who_is(found, one.pair.decision_maker), state(one.pair.one), state(one.pair.other),
      counted(one.equilibria, "equilibrium or its absence", "equilibria or their absence"),
      counted(one.verdicts, "stay or departure of one party", "stays or departures of one party"));
}

class WantedWords {
 public:
  explicit WantedWords(const StabilityFindings& found) : found_(found), want_(*found.wanted) {}

  std::vector<std::string> sentences() const {
    if (want_.holds) return {fmt::format("It holds as it is: nobody leaves it under {}.", how())};
    std::vector<std::string> out;
    for (const Reason& why : want_.leaves)
      out.push_back(
          fmt::format("{}. {}", name(why.decision_maker), reason_words(found_, {why}).front()));
    out.push_back(reversals());
    std::size_t told = 0;
    for (const Guarantee& one : want_.guarantees)
      if (told++ < most_sentences) out.push_back(guarantee(one));
    if (told > most_sentences)
      out.push_back(fmt::format("{} more of this kind: --format json.", told - most_sentences));
    if (want_.guarantees.empty())
      out.push_back("No option of another party, nor any two, makes it hold.");
    return out;
  }

 private:
  std::string how() const { return std::string(word_of(want_.how)); }
  std::string name(std::size_t who) const { return who_is(found_, who); }

  std::string reversals() const {
    const std::size_t count = want_.reversals.size(), more = std::min(count, most_sentences);
    const std::vector<Reversal> told(want_.reversals.begin(),
                                     want_.reversals.begin() + static_cast<std::ptrdiff_t>(more));
    std::string out =
        fmt::format("It would hold if {}{}.",
                    in_a_row(told, ", and ",
                             [&](const Reversal& one) {
                               return fmt::format("{} came to prefer state {} to state {}{}",
                                                  name(one.decision_maker), number_of(one.over),
                                                  number_of(one.under), where(one));
                             }),
                    count > more ? fmt::format(", and {} more", count - more) : "");
    if (count == 1) return out + " One preference is all that would have to turn around.";
    return out + (want_.at_least == count
                      ? " No fewer preferences would do."
                      : fmt::format(" At least {} would have to turn around; whether fewer than {} "
                                    "are enough was not found out.",
                                    counted(want_.at_least, "preference", "preferences"), count));
  }

  // What it would do to get there, where it can by itself.
  std::string where(const Reversal& one) const {
    const State from = found_.states[one.over], to = found_.states[one.under];
    if (((from ^ to) & ~options_of(found_.conflict, one.decision_maker)) != 0) return "";
    return ", where it " + move_words(found_.conflict, from, to, Verb::takes);
  }

  std::string owners(State options) const {
    std::vector<std::string> out;
    for (std::size_t who = 0; who < found_.conflict.decision_makers.size(); ++who)
      if (options & options_of(found_.conflict, who)) out.push_back(name(who));
    return fmt::format("{}", fmt::join(out, " and "));
  }

  std::string change(State options, Verb verb) const {
    return in_a_row(all_owners(options), " and ", [&](std::size_t who) {
      const State now = found_.states[want_.state],
                  own = options & options_of(found_.conflict, who);
      return name(who) + " " + move_words(found_.conflict, now, now ^ own, verb);
    });
  }

  Coalition all_owners(State options) const {
    Coalition out;
    for (std::size_t who = 0; who < found_.conflict.decision_makers.size(); ++who)
      if (options & options_of(found_.conflict, who)) out.push_back(who);
    return out;
  }

  std::string guarantee(const Guarantee& one) const {
    return one.credible ? credible(one) : added(one);
  }

  std::string added(const Guarantee& one) const {
    std::string out =
        fmt::format("If {} (state {}), ", change(one.options, Verb::takes), number_of(one.state));
    out += one.unwilling.empty()
               ? "that state holds."
               : fmt::format(
                     "nobody else leaves that state; but {} would, so that only a binding "
                     "promise keeps it.",
                     in_a_row(one.unwilling, " and ", [&](auto who) { return name(who); }));
    for (const Reason& why : one.holds)
      out += fmt::format(" {}. {}", name(why.decision_maker), reason_words(found_, {why}).front());
    return out;
  }

  std::string credible(const Guarantee& one) const {
    std::string out = fmt::format("If it were sure that {} would answer with {}, it would hold:",
                                  owners(one.options), option_words(found_.conflict, one.options));
    return out + in_a_row(one.holds, ";", [&](const Reason& why) { return answered(why); }) + ".";
  }

  std::string answered(const Reason& why) const {
    const Improvement& best = why.shown.front();
    const State now = found_.states[want_.state];
    return fmt::format(" if {} {} (state {}), {}, which leaves {} {} than now",
                       name(why.decision_maker),
                       move_words(found_.conflict, now, found_.states[best.to], Verb::takes),
                       number_of(best.to), steps_words(found_, best.to, best.answer),
                       name(why.decision_maker), best.worse ? "worse off" : "no better off");
  }

  const StabilityFindings& found_;
  const Wanted& want_;
};

std::string asked_for(const StabilityFindings& found) {
  const Missing& missing = *found.missing;
  const std::string name = who_is(found, missing.decision_maker);
  if (missing.removed > 0)
    return fmt::format(
        "Ask {} whether, other things equal, it would rather see “{}” taken up or "
        "not: either answer leaves at least {} fewer.",
        name, visible(found.conflict.options[missing.option].name), grouped(missing.removed));
  const auto& payoffs = found.payoffs[missing.decision_maker];
  return fmt::format("{} tells only {} apart: what this party would rather have is missing most.",
                     name,
                     counted(*std::max_element(payoffs.begin(), payoffs.end()) + std::size_t{1},
                             "kind of state", "kinds of states"));
}

}  // namespace

std::string doubt_words(const StabilityFindings& found) {
  if (!found.missing) return "";
  const Missing& missing = *found.missing;
  const bool all = missing.how == Concept::nash;  // what is Nash stable is so under the others
  return fmt::format(
      "Under {} nearly every state is an equilibrium ({} of {} under {}): {}. {}",
      in_a_row(missing.concepts, ", ", [](Concept how) { return std::string(word_of(how)); }),
      grouped(missing.equilibria), grouped(found.states.size()), word_of(missing.how),
      all ? "this model tells almost nothing apart" : "asked in this way it tells little apart",
      asked_for(found));
}

std::string certain_words(const StabilityFindings& found, Concept how, Certainty certainty) {
  std::vector<std::size_t> numbers;
  std::size_t all = 0;
  for (StateIndex s = 0; s < found.states.size(); ++s)
    if (found.unknown->equilibria[s][static_cast<std::size_t>(how)] == certainty &&
        ++all <= most_listed)
      numbers.push_back(number_of(s));
  if (numbers.empty()) return "none";
  return fmt::format(
      "{}{}", fmt::join(numbers, ", "),
      all > numbers.size() ? fmt::format(" and {} more", grouped(all - numbers.size())) : "");
}

std::vector<std::string> pair_sentences(const StabilityFindings& found) {
  std::vector<std::string> out;
  for (const Settled& one : found.unknown->settled)
    if (one.equilibria + one.verdicts > 0 && out.size() < most_sentences)
      out.push_back(pair_words(found, one));
  if (out.empty()) out.push_back("Settling one of them alone makes nothing more certain.");
  return out;
}

std::vector<std::string> unknown_words(const StabilityFindings& found) {
  if (!found.unknown) return {};
  std::vector<std::string> out{fmt::format(
      "{} between two states. Each may turn out either way, or to be none.",
      counted(found.unknown->pairs.size(), "preference is unknown", "preferences are unknown"))};
  for (Concept how : concepts) out.push_back(concept_words(found, how));
  if (!found.unknown->seq_asked)
    out.push_back("SEQ is as the other preferences have it: the model has too many states to ask.");
  for (std::string& sentence : pair_sentences(found)) out.push_back(std::move(sentence));
  return out;
}

std::vector<std::string> wanted_words(const StabilityFindings& found) {
  if (!found.wanted) return {};
  return WantedWords(found).sentences();
}

}  // namespace entente::report

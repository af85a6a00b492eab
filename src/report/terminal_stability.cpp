// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/lookup.h"
#include "report/stability.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_columns = 32;  // states in the table
constexpr std::size_t most_told = 8;      // states whose reasons are told
constexpr const char* no_equilibrium = "no equilibrium";
constexpr const char* suggestion =
    "A suggestion: the program made this model out of what the parties said; no person has looked "
    "at it. Write it down with --model, edit it, and ask again.";
constexpr std::size_t label_width = 34, least_cell = 3, column_space = 2;

class StabilityPage {
 public:
  StabilityPage(const StabilityFindings& found, const Screen& screen)
      : found_(found), screen_(screen) {
    for (const auto& payoffs : found.payoffs)
      best_.push_back(*std::max_element(payoffs.begin(), payoffs.end()));
  }

  std::string text() const {
    std::string out = head() + "\n" + tables() + legend();
    for (const std::string& sentence : found_.passed_over)
      out += paragraph(visible(sentence), screen_);
    if (const std::string doubt = doubt_words(found_); !doubt.empty())
      out += "\n" + paragraph(doubt, screen_);
    return out + unknown() + wanted() + reasons() + status_quo() + coalitions();
  }

 private:
  const Conflict& conflict() const { return found_.conflict; }
  std::string name(std::size_t who) const { return visible(conflict().decision_makers[who].name); }
  static std::string letter(std::size_t who) {
    return who < 26 ? std::string(1, static_cast<char>('A' + who)) : fmt::format("{}.", who + 1);
  }
  bool today(StateIndex state) const {
    return found_.status_quo && found_.status_quo->state == state;
  }

  std::string head() const {
    return paragraph(
               fmt::format(
                   "{}, {}, {}.",
                   counted(conflict().decision_makers.size(), "decision maker", "decision makers"),
                   counted(conflict().options.size(), "option", "options"),
                   counted(found_.states.size(), "feasible state", "feasible states")),
               screen_) +
           (found_.suggested ? paragraph(suggestion, screen_) : "") + rests_on() +
           (found_.status_quo ? paragraph(today_words(found_.status_quo->state), screen_) : "");
  }

  std::string rests_on() const {
    if (found_.positions == 0) return "";
    return paragraph(
        fmt::format("It rests on {}{}.", counted(found_.positions, "position", "positions"),
                    found_.unseen == 0 ? ", each looked at by a person"
                    : found_.unseen == found_.positions
                        ? ", none of them looked at by a person yet"
                        : fmt::format(", {} of them not yet looked at by a person", found_.unseen)),
        screen_);
  }

  std::string today_words(StateIndex state) const {
    Verdict all;  // under what it is an equilibrium for certain
    for (Concept how : concepts)
      if (holds(state, how) == Certainty::all) all.hold(how);
    return fmt::format(
        "Today, state {}, is {}{}.", number_of(state), under(state),
        all.stable(Concept::nash) ? ": nobody gains by moving alone"
        : all.stable(Concept::seq)
            ? ": who moves away has to reckon with answers that are a gain for others"
        : under(state) == no_equilibrium ? ": somebody has reason to leave it"
                                         : "");
  }

  Certainty holds(StateIndex state, Concept how) const {
    if (found_.unknown) return found_.unknown->equilibria[state][static_cast<std::size_t>(how)];
    return found_.stability.equilibria[state].stable(how) ? Certainty::all : Certainty::none;
  }
  Certainty stays(std::size_t who, StateIndex state, Concept how) const {
    if (found_.unknown) return found_.unknown->verdicts[who][state][static_cast<std::size_t>(how)];
    return found_.stability.verdicts[who][state].stable(how) ? Certainty::all : Certainty::none;
  }

  // All states where they are few, else those looked at.
  std::vector<StateIndex> shown() const {
    std::vector<StateIndex> out = found_.looked_at;
    if (found_.states.size() <= most_columns) {
      out.resize(found_.states.size());
      for (StateIndex i = 0; i < out.size(); ++i) out[i] = i;
    }
    if (out.size() > most_columns) out.resize(most_columns);
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string tables() const {
    const std::vector<StateIndex> all = shown();
    const std::size_t cell = cell_width(all) + column_space,
                      room = screen_.width > label_width ? screen_.width - label_width : 0,
                      at_once =
                          screen_.width == 0 ? all.size() : std::max<std::size_t>(1, room / cell);
    std::string out;
    for (std::size_t i = 0; i < all.size(); i += at_once)
      out += table({all.begin() + static_cast<std::ptrdiff_t>(i),
                    all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), i + at_once))}) +
             "\n";
    if (all.size() < found_.states.size())
      out += paragraph(fmt::format("Shown: {}equilibria, {} of {} states; --format json lists all.",
                                   found_.status_quo ? "today's state and " : "", all.size(),
                                   grouped(found_.states.size())),
                       screen_);
    return out;
  }

  std::size_t cell_width(const std::vector<StateIndex>& states) const {
    std::size_t width = std::max(least_cell, conflict().decision_makers.size() - 1);
    for (StateIndex state : states) {
      width = std::max(width, fmt::format("{}", number_of(state)).size() + today(state));
      for (std::size_t who = 0; who < best_.size(); ++who)
        width = std::max(width, place(who, state).size());
      for (Concept how : concepts) width = std::max(width, stayers(state, how).size());
    }
    return width;
  }

  std::string table(const std::vector<StateIndex>& states) const {
    std::vector<Column> columns{{"state", std::min<std::size_t>(label_width - column_space, 20)}};
    for (StateIndex state : states)
      columns.push_back(
          {fmt::format("{}{}", number_of(state), today(state) ? "*" : ""), least_cell});
    Table out(columns);
    const auto add = [&](const std::string& label, const auto& cell) {
      std::vector<std::string> row{shortened(label, label_width - column_space)};
      for (StateIndex state : states) row.push_back(cell(state));
      out.add(row);
    };
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who)
      for (std::size_t i = 0; i < conflict().options.size(); ++i)
        if (conflict().options[i].owner == who)
          add(letter(who) + " " + conflict().options[i].name,
              [&](StateIndex state) { return found_.states[state] & bit(i) ? "Y" : "."; });
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who)
      add(letter(who) + " likes it (1: best)", [&](StateIndex state) { return place(who, state); });
    for (Concept how : concepts)
      add(std::string(word_of(how)), [&](StateIndex state) { return stayers(state, how); });
    return out.text(screen_);
  }

  std::string place(std::size_t who, StateIndex state) const {
    return fmt::format("{}", best_[who] - found_.payoffs[who][state] + 1);
  }

  std::string stayers(StateIndex state, Concept how) const {
    if (holds(state, how) == Certainty::all) return "ALL";
    std::string out;
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who)
      if (const Certainty sure = stays(who, state, how); sure != Certainty::none)
        out += letter(who) + (sure == Certainty::all ? "" : "?");
    return out.empty() ? "-" : out;
  }

  std::string legend() const {
    std::vector<std::string> letters;
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who)
      letters.push_back(letter(who) + " " + name(who));
    std::string out = paragraph(fmt::format("{}.", fmt::join(letters, ", ")), screen_);
    out += paragraph(
        "Y: the option is taken. Rows below: who would stay in the state, by what is reckoned "
        "with: Nash nothing; GMR "
        "any answer of the others; SMR one that no further move escapes; SEQ answers that are a "
        "gain for those who "
        "give them; SIM gains that the others seek at the same time. ALL: an equilibrium, nobody "
        "has reason to leave.",
        screen_);
    if (found_.unknown)
      out += paragraph(
          "?: stays or leaves, depending on what nobody knows. The reasons and ways below read it "
          "as the party's other preferences have it.",
          screen_);
    if (found_.status_quo) out += paragraph("*: today's state.", screen_);
    return out;
  }

  std::string under(StateIndex state) const {
    std::vector<std::string> sure, perhaps;
    for (Concept how : concepts)
      if (const Certainty found = holds(state, how); found != Certainty::none)
        (found == Certainty::all ? sure : perhaps).emplace_back(word_of(how));
    if (sure.empty() && perhaps.empty()) return no_equilibrium;
    if (perhaps.empty()) return fmt::format("an equilibrium under {}", fmt::join(sure, ", "));
    const std::string rest = fmt::format("perhaps under {}, which depends on what nobody knows",
                                         fmt::join(perhaps, ", "));
    if (sure.empty()) return "an equilibrium " + rest;
    return fmt::format("an equilibrium under {}, and {}", fmt::join(sure, ", "), rest);
  }

  std::string unknown() const { return section("What nobody knows", unknown_words(found_)); }

  std::string wanted() const {
    if (!found_.wanted) return "";
    const Wanted& want = *found_.wanted;
    return section(
        fmt::format("What would make state {} hold under {}: {}", number_of(want.state),
                    word_of(want.how), state_words(conflict(), found_.states[want.state])),
        wanted_words(found_));
  }

  std::string section(const std::string& title, const std::vector<std::string>& sentences) const {
    std::string out = sentences.empty() ? "" : "\n" + heading(title, screen_);
    for (const std::string& sentence : sentences) out += paragraph("  " + sentence, screen_, 4);
    return out;
  }

  std::string reasons() const {
    std::string out = "\n" + heading("Why", screen_);
    for (std::size_t i = 0; i < std::min(most_told, found_.looked_at.size()); ++i)
      out += reasons_of(found_.looked_at[i]);
    if (found_.looked_at.empty())
      out += paragraph("No state is an equilibrium under any of the five.", screen_);
    if (found_.looked_at.size() > most_told)
      out += paragraph("More equilibria and their reasons: --format json.", screen_) + "\n";
    return out;
  }

  std::string reasons_of(StateIndex state) const {
    std::string out = paragraph(
        fmt::format("State {}{}, {}: {}.", number_of(state), today(state) ? " (today)" : "",
                    under(state), state_words(conflict(), found_.states[state])),
        screen_, 2);
    std::vector<std::string> content;
    for (std::size_t who = 0; who < conflict().decision_makers.size(); ++who) {
      const std::vector<Reason> own = reasons_of(state, who);
      if (own.empty() || own.front().improvements == 0) {
        content.push_back(name(who));
        continue;
      }
      std::string line = "  " + name(who) + ".";
      for (const std::string& sentence : reason_words(found_, own)) line += " " + sentence;
      out += paragraph(line, screen_, 4);
    }
    if (!content.empty())
      out += paragraph(
          fmt::format("  {} {}", fmt::join(content, ", "),
                      content.size() == 1
                          ? "stays: nothing that it can do alone is better for it."
                          : "stay: nothing that any of them can do alone is better for it."),
          screen_, 4);
    return out + "\n";
  }

  std::vector<Reason> reasons_of(StateIndex state, std::size_t who) const {
    std::vector<Reason> own;
    for (const Reason& reason : found_.reasons)
      if (reason.state == state && reason.decision_maker == who) own.push_back(reason);
    return own;
  }

  std::string status_quo() const {
    if (!found_.status_quo) return "";
    const StatusQuo& now = *found_.status_quo;
    std::string out = heading(fmt::format("From today, state {}", number_of(now.state)), screen_);
    out += paragraph(from_today_words(found_), screen_);
    std::size_t told = 0;
    for (const Route& route : now.by_moves)
      if (route.to != now.state && told++ < most_told)
        out += paragraph("  " + way_words(found_, route), screen_, 4);
    if (told > most_told) out += paragraph("More ways: --format json.", screen_);
    return out + out_of_reach() + "\n";
  }

  std::string out_of_reach() const {
    std::vector<std::string> numbers;
    for (StateIndex state : found_.looked_at)
      if (std::none_of(found_.status_quo->by_moves.begin(), found_.status_quo->by_moves.end(),
                       [&](const Route& route) { return route.to == state; }))
        numbers.push_back(fmt::format("{}", number_of(state)));
    if (numbers.empty()) return "";
    return paragraph(
        fmt::format("  No moves lead to {} {}: what cannot be taken back, or cannot be together, "
                    "stands between.",
                    numbers.size() == 1 ? "state" : "states", fmt::join(numbers, ", ")),
        screen_, 4);
  }

  // Of the joint moves away from a state, those that no part of the coalition could bring about.
  std::string coalitions() const {
    std::string out = heading("Together", screen_);
    std::size_t told = 0;
    for (StateIndex state : found_.looked_at) {
      std::vector<const JointMove*> least;
      for (const CoalitionFinding& finding : found_.coalitions)
        for (const JointMove& upset : finding.upsets)
          if (upset.from == state && upset.steps.size() > 1 &&
              !holds_one_of(upset.coalition, least))
            least.push_back(&upset);
      for (const JointMove* upset : least)
        if (told++ < 2 * most_told) out += joint(*upset);
    }
    if (told == 0) out += paragraph(no_joint_move_words(found_, "these states"), screen_);
    return out;
  }

  static bool holds_one_of(const Coalition& whole, const std::vector<const JointMove*>& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const JointMove* part) {
      return std::includes(whole.begin(), whole.end(), part->coalition.begin(),
                           part->coalition.end());
    });
  }

  std::string joint(const JointMove& upset) const {
    std::vector<std::string> names;
    for (std::size_t who : upset.coalition) names.push_back(name(who));
    return paragraph(
        fmt::format("  From state {} to state {}, better for {}: {}.", number_of(upset.from),
                    number_of(upset.to), fmt::join(names, " and "),
                    steps_words(found_, upset.from, upset.steps)),
        screen_, 4);
  }

  const StabilityFindings& found_;
  const Screen& screen_;
  std::vector<std::uint32_t> best_;  // by decision maker, the payoff of its best state
};

}  // namespace

std::string stability_text(const StabilityFindings& found, const Screen& screen) {
  return StabilityPage(found, screen).text();
}

}  // namespace entente::report

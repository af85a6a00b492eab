// SPDX-License-Identifier: Apache-2.0
#include "report/stability.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "kit/conflicts.h"
#include "kit/says.h"
#include "report/visible.h"

namespace entente::report {
namespace {

using kit::says;

Verdict stable_under(std::initializer_list<Concept> names) {
  Verdict out;
  for (Concept how : names) out.hold(how);
  return out;
}

// Two parties that could cooperate, as analyze/stability finds them; the last state has its
// reasons.
StabilityFindings prisoners() {
  StabilityFindings found;
  found.conflict.decision_makers = {{"Arvenia", {}, {}, {}}, {"Borland", {}, {}, {}}};
  found.conflict.options = {{"disarm", 0, Direction::both, {}},
                            {"open the port", 1, Direction::both, {}}};
  found.states = States({0, 1, 2, 3});
  found.payoffs = {{1, 0, 3, 2}, {1, 3, 0, 2}};
  const Verdict all = Verdict::all(), none,
                ahead = stable_under({Concept::gmr, Concept::smr, Concept::seq, Concept::sim});
  found.stability.verdicts = {{all, none, all, ahead}, {all, all, none, ahead}};
  found.stability.equilibria = {all, none, none, ahead};
  found.looked_at = {0, 3};
  for (std::size_t who : {0, 1})
    for (Concept how : concepts) {
      const StateIndex to = who == 0 ? 2 : 1;
      Improvement improvement{
          to, how != Concept::nash, {{1 - who, how == Concept::sim ? 3 - to : 0}}, 0, true};
      if (how == Concept::nash) improvement = {to, false, {}, to, false};
      found.reasons.push_back({who, 3, how, how != Concept::nash, 1, {improvement}});
    }
  found.coalitions = {
      {{0, 1}, std::vector<StateIndex>{1, 2, 3}, {{{0, 1}, 0, 3, {{0, 1}, {1, 3}}}}}};
  found.status_quo = StatusQuo{0, {{0, {}}, {3, {{0, 1}, {1, 3}}}}, {{0, {}}}, {0}, 1};
  return found;
}

TEST(Stability, a_sanction_is_told_in_words_that_name_who_does_what) {
  const StabilityFindings found = prisoners();
  const auto words = reason_words(found, {found.reasons.begin(), found.reasons.begin() + 5});
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(
      words[0],
      "Leaves under Nash: Arvenia can drop “disarm” (state 3), which it likes better than now.");
  EXPECT_EQ(words[1],
            "Stays under GMR, SMR and SEQ: if Arvenia drops “disarm” (state 3), Borland can, to "
            "its own gain, drop "
            "“open the port” (state 1), which leaves Arvenia worse off than now, with no further "
            "move that helps it.");
  EXPECT_EQ(words[2],
            "Stays under SIM: if Arvenia drops “disarm” (state 3), while Borland drops “open the "
            "port” to better its own "
            "lot, they end in state 1, which leaves Arvenia worse off than now.");
}

TEST(Stability, an_improvement_without_an_answer_is_told_with_what_was_reckoned_with) {
  const StabilityFindings found = prisoners();
  const auto told = [&](std::vector<Concept> names) {
    std::vector<Reason> reasons;
    for (Concept how : names) reasons.push_back({0, 3, how, false, 1, {{2, false, {}, 2, false}}});
    const auto words = reason_words(found, reasons);
    return words.size() == 1 ? words.front() : "not one sentence";
  };
  EXPECT_TRUE(says(told({Concept::nash, Concept::gmr, Concept::smr, Concept::seq}),
                   "Leaves under Nash, GMR, SMR and SEQ: Arvenia can drop “disarm” (state 3), "
                   "which it likes better than "
                   "now; no answer of the others takes that away."));
  EXPECT_TRUE(
      says(told({Concept::nash, Concept::seq}), "no answer that is a gain for those who give it"));
  EXPECT_TRUE(says(told({Concept::smr}), "or can be so by moving again"));
  EXPECT_TRUE(says(told({Concept::sim}), "at the same time takes that away"));
}

TEST(Stability, moves_are_told_as_what_is_taken_up_and_dropped) {
  Conflict conflict;
  conflict.decision_makers = {{"Arvenia", {}, {}, {}}};
  for (const char* name : {"talk", "shell\x1b", "trade"})
    conflict.options.push_back({name, 0, Direction::both, {}});
  EXPECT_EQ(move_words(conflict, 2, 5, Verb::take),
            "take up “talk” and “trade” and drop “shell<U+001B>”");
  EXPECT_EQ(move_words(conflict, 0, 1, Verb::takes), "takes up “talk”");
  EXPECT_EQ(state_words(conflict, 5), "Arvenia: “talk” and “trade”");
  EXPECT_EQ(state_words(conflict, 0), "no option is taken");
}

TEST(Stability, the_table_fits_the_screen_and_says_who_stays) {
  for (std::size_t width : {60u, 80u, 120u}) {
    std::istringstream lines(stability_text(prisoners(), {width, false}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), width) << line;
  }
  const std::string text = stability_text(prisoners(), {0, false});
  EXPECT_TRUE(says(text, "2 decision makers, 2 options, 4 feasible states."));
  EXPECT_TRUE(says(text, "Today, state 1, is an equilibrium under Nash, GMR, SMR, SEQ, SIM"));
  EXPECT_TRUE(says(text, "state                 1*   2  3  4"));
  EXPECT_TRUE(says(text, "A disarm              .    Y  .  Y"));
  EXPECT_TRUE(says(text, "Nash                  ALL  B  A  -"));
  EXPECT_TRUE(says(text,
                   "From state 1 to state 4, better for Arvenia and Borland: Arvenia takes up "
                   "“disarm” (state 2), then "
                   "Borland takes up “open the port” (state 4)."));
  EXPECT_TRUE(says(text, "Today is a trap: nobody can better its lot by moving alone"));
  EXPECT_TRUE(says(text,
                   "Arvenia moves first. No gain for who makes them: the moves to state 2 "
                   "(Arvenia) and to state 4 (Borland)."));
  EXPECT_TRUE(says(text, "To state 4, 2 moves: "));
}

TEST(Stability, a_model_that_tells_nothing_apart_says_whose_preference_is_missing) {
  StabilityFindings found = prisoners();
  EXPECT_EQ(doubt_words(found), "");
  found.payoffs[1] = {0, 0, 0, 0};
  found.missing = Missing{Concept::nash, 4, {Concept::nash, Concept::gmr}, 1, 0, 0};
  EXPECT_EQ(doubt_words(found),
            "Under Nash, GMR nearly every state is an equilibrium (4 of 4 under Nash): this model "
            "tells almost nothing apart. Borland tells only 1 kind of state apart: what this party "
            "would rather have is missing most.");
  found.missing->how = Concept::gmr;
  EXPECT_TRUE(says(doubt_words(found), "asked in this way it tells little apart"));
  found.missing->removed = 2;
  EXPECT_TRUE(says(doubt_words(found),
                   "Ask Borland whether, other things equal, it would rather see “disarm” taken up "
                   "or not: either answer leaves at least 2 fewer."));
}

StabilityFindings unsure() {
  StabilityFindings found = prisoners();
  Unknowns unknown;
  unknown.pairs = {{1, 0, 2}};
  Certainties none{}, some{}, all{};
  some.fill(Certainty::some);
  all.fill(Certainty::all);
  unknown.verdicts = {{all, none, all, all}, {some, all, none, all}};
  unknown.equilibria = {some, none, none, all};
  unknown.settled = {{{1, 0, 2}, 5, 5}};
  found.unknown = unknown;
  return found;
}

TEST(Stability, what_hangs_on_what_nobody_knows_is_told_with_what_to_ask) {
  EXPECT_TRUE(unknown_words(prisoners()).empty());
  const auto words = unknown_words(unsure());
  ASSERT_EQ(words.size(), 7u);
  EXPECT_TRUE(says(words[0], "1 preference is unknown between two states."));
  EXPECT_EQ(words[1], "Nash: equilibria whatever they turn out to be: 4; in some cases: 1.");
  EXPECT_TRUE(says(words[6],
                   "Ask whether Borland prefers state 1 (no option is taken) or state 3 (Borland: "
                   "“open the port”): either answer makes certain at least 5 equilibria"));
  const auto json = nlohmann::json::parse(stability_json(unsure()));
  EXPECT_EQ(json["unknown"]["equilibria"]["SEQ"]["all"], nlohmann::json({4}));
  EXPECT_EQ(json["unknown"]["stable"]["Nash"]["Borland"]["some"], nlohmann::json({1}));
  EXPECT_EQ(json["unknown"]["pairs"][0]["other"], 3);
}

TEST(Stability, the_table_marks_what_hangs_on_what_nobody_knows) {
  const std::string text = stability_text(unsure(), {0, false});
  EXPECT_TRUE(says(text, "Nash                  AB?  B  A  ALL"));
  EXPECT_TRUE(says(text, "?: stays or leaves, depending on what nobody knows."));
  EXPECT_TRUE(
      says(text,
           "Today, state 1, is an equilibrium perhaps under Nash, GMR, SMR, SEQ, SIM, which "
           "depends on what nobody knows."));
  EXPECT_FALSE(says(text, "state 1, is an equilibrium under Nash"));
  EXPECT_FALSE(says(stability_text(prisoners(), {0, false}), "?: stays"));
}

TEST(Stability, a_model_that_the_program_made_says_so_and_how_much_is_unseen) {
  StabilityFindings found = prisoners();
  EXPECT_FALSE(says(stability_text(found, {0, false}), "suggestion"));
  found.suggested = true;
  found.positions = found.unseen = 7;
  EXPECT_TRUE(says(stability_text(found, {0, false}),
                   "A suggestion: the program made this model out of what the parties said; no "
                   "person has looked at it."));
  EXPECT_TRUE(says(stability_text(found, {0, false}),
                   "It rests on 7 positions, none of them looked at by a person yet."));
  const auto json = nlohmann::json::parse(stability_json(found));
  EXPECT_EQ(json["suggested"], true);
  EXPECT_EQ(json["rests_on"], (nlohmann::json{{"positions", 7}, {"unseen", 7}}));
}

TEST(Stability, what_no_moves_lead_to_is_told) {
  StabilityFindings found = prisoners();
  EXPECT_FALSE(says(stability_text(found, {0, false}), "No moves lead to"));
  found.status_quo->by_moves.pop_back();
  EXPECT_TRUE(says(stability_text(found, {0, false}), "No moves lead to state 4: what cannot be"));
}

TEST(Stability, nothing_is_said_of_coalitions_that_were_not_asked_about) {
  StabilityFindings found = prisoners();
  found.coalitions[0].upsets.clear();
  EXPECT_TRUE(says(from_today_words(found), "and no coalition the lot of all its members"));
  EXPECT_TRUE(says(stability_text(found, {0, false}),
                   "In none of these states does it take moves of several parties to better the "
                   "lot of all members of a coalition."));
  found.conflict.decision_makers.push_back({"Cessia", {}, {}, {}});
  EXPECT_TRUE(says(from_today_words(found), "no coalition that was asked about"));
  EXPECT_TRUE(says(no_joint_move_words(found, "these states"), "that was asked about."));
}

TEST(Stability, what_would_make_a_state_hold_is_told_in_words) {
  StabilityFindings found = prisoners();
  Wanted want;
  want.state = 3;
  want.how = Concept::seq;
  want.leaves = {{0, 3, Concept::seq, false, 1, {{2, false, {}, 2, false}}}};
  want.reversals = {{0, 3, 2}, {1, 0, 2}};
  want.at_least = 1;
  Guarantee promise{
      2, 3, true, {}, {{0, 3, Concept::seq, true, 1, {{2, true, {{1, 0}}, 0, true}}}}};
  Guarantee gift{2, 1, false, {1}, {{0, 1, Concept::seq, true, 0, {}}}};
  want.guarantees = {gift, promise};
  found.wanted = want;
  const auto words = wanted_words(found);
  ASSERT_EQ(words.size(), 4u);
  EXPECT_TRUE(says(words[0], "Arvenia. Leaves under SEQ: Arvenia can drop “disarm”"));
  EXPECT_EQ(words[1],
            "It would hold if Arvenia came to prefer state 4 to state 3, where it drops “disarm”, "
            "and Borland came to prefer state 1 to state 3, where it takes up “open the port”. At "
            "least 1 preference would have to turn around; whether fewer than 2 are enough was not "
            "found out.");
  EXPECT_TRUE(says(words[2],
                   "If Borland drops “open the port” (state 2), nobody else leaves that state; but "
                   "Borland would, so that only a binding promise keeps it. Arvenia. Stays"));
  EXPECT_EQ(words[3],
            "If it were sure that Borland would answer with “open the port”, it would hold: if "
            "Arvenia drops “disarm” (state 3), Borland drops “open the port” (state 1), which "
            "leaves Arvenia worse off than now.");
  EXPECT_TRUE(says(stability_text(found, {0, false}), "What would make state 4 hold under SEQ: "));
  const auto json = nlohmann::json::parse(stability_json(found))["wanted"];
  EXPECT_EQ(json["reversals"][1],
            (nlohmann::json{{"decision_maker", "Borland"}, {"over", 1}, {"under", 3}}));
  EXPECT_EQ(json["guarantees"][0]["unwilling"], nlohmann::json({"Borland"}));
  EXPECT_EQ(json["guarantees"][1]["kind"], "credible");
}

TEST(Stability, json_counts_states_from_1_and_names_everybody) {
  const auto json = nlohmann::json::parse(stability_json(prisoners()));
  EXPECT_EQ(json["decision_makers"], (nlohmann::json{"Arvenia", "Borland"}));
  EXPECT_EQ(json["options"][1]["owner"], "Borland");
  EXPECT_EQ(json["states"][1], (nlohmann::json{{"number", 2}, {"decimal", 1}, {"pattern", "YN"}}));
  EXPECT_EQ(json["equilibria"]["Nash"], nlohmann::json({1}));
  EXPECT_EQ(json["equilibria"]["SEQ"], (nlohmann::json{1, 4}));
  EXPECT_EQ(json["stable"]["Nash"]["Arvenia"], (nlohmann::json{1, 3}));
  EXPECT_EQ(json["coalitions"][0]["Nash"], (nlohmann::json{2, 3, 4}));
  EXPECT_EQ(json["coalitions"][0]["upsets"][0]["steps"][1],
            (nlohmann::json{{"mover", "Borland"}, {"to", 4}}));
  EXPECT_EQ(json["status_quo"]["stops"], nlohmann::json({1}));
  EXPECT_EQ(json["reasons"].size(), 10u);
  EXPECT_EQ(json["reasons"][1]["shown"][0]["ends"], 1);
  EXPECT_TRUE(json["reasons"][0]["shown"][0]["ends"].is_null());
}

}  // namespace
}  // namespace entente::report

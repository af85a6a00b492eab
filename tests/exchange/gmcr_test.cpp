// SPDX-License-Identifier: Apache-2.0
#include "exchange/gmcr.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/conflicts.h"
#include "kit/says.h"
#include "model/states.h"

namespace entente::exchange {
namespace {

using kit::pattern;
using kit::says;

const std::string options = R"("options": [{"name": "withdraw", "permittedDirection": "fwd"},
  {"name": "sanction", "permittedDirection": "both"}, {"name": "talk", "permittedDirection": "back"}])";

std::string with(const std::string& parts, const std::string& first = "[0]",
                 const std::string& second = "[1, 2]") {
  return "{" + options + R"(, "decisionMakers": [{"name": "Arvenia", "options": )" + first +
         R"(, "preferences": [[[0, "N"]], {"compound": true, "members": [[[1, "N"], [2, "Y"]], [[0, "Y"]]]}]},
            {"name": "Borland", "options": )" +
         second + R"(, "preferences": []}])" + parts + "}";
}

Conflict read(const std::string& text) {
  const auto found = read_gmcr(text, "talks.gmcr");
  EXPECT_TRUE(found) << found.error().sentence();
  return found ? found->conflict : Conflict{};
}

std::string refusal(const std::string& text) {
  const auto found = read_gmcr(text, "talks.gmcr");
  if (found) return "it was read";
  EXPECT_EQ(found.error().kind, FailureKind::bad_input);
  EXPECT_FALSE(found.error().cure.empty());
  return found.error().what;
}

TEST(Gmcr, options_owners_directions_statements_and_patterns_are_read) {
  const Conflict conflict =
      read(with(R"(, "infeasibles": [[[0, "Y"], [1, "Y"]]], "coalitions": [0, [1, 0]])"));
  ASSERT_EQ(conflict.options.size(), 3u);
  EXPECT_EQ(conflict.options[0], (ConflictOption{"withdraw", 0, Direction::forward, {}}));
  EXPECT_EQ(conflict.options[2], (ConflictOption{"talk", 1, Direction::back, {}}));
  EXPECT_EQ(conflict.infeasible, std::vector<Pattern>{pattern("YY-")});
  ASSERT_EQ(conflict.decision_makers.size(), 2u);
  EXPECT_EQ(conflict.decision_makers[0].statements,
            (std::vector<PreferenceStatement>{kit::wants({"N--"}), kit::wants({"-NY", "Y--"})}));
  EXPECT_EQ(conflict.coalitions, (std::vector<Coalition>{{0}, {0, 1}}));
}

TEST(Gmcr, rankings_of_both_spellings_are_read_and_ties_stand_together) {
  const std::string rules = R"(, "infeasibles": [[[1, "Y"]], [[2, "Y"]]], )";
  for (const auto& [flag, key] : {std::pair{"useManualPreferenceRanking", "preferenceRanking"},
                                  std::pair{"useManualPreferenceVectors", "preferenceVector"}}) {
    const std::string ranked = std::string("[0], \"") + key + "\": [2, 1]",
                      tied = std::string("[1, 2], \"") + key + "\": [[1, 2]]";
    const Conflict conflict = read(with(rules + "\"" + flag + "\": true", ranked, tied));
    EXPECT_EQ(conflict.decision_makers[0].ranking, (Ranking{{1}, {0}}));
    EXPECT_EQ(conflict.decision_makers[1].ranking, (Ranking{{0, 1}}));
    EXPECT_TRUE(read(with(rules + "\"" + flag + "\": false", ranked, tied))
                    .decision_makers[0]
                    .ranking.empty());
  }
}

// As programs on other systems write it: another line ending, a mark at the beginning, tabs, no
// line ending at the end; keys that are null.
TEST(Gmcr, the_same_conflict_is_read_from_files_that_look_different) {
  const std::string plain = with(R"(, "infeasibles": [[[0, "Y"], [1, "Y"]]])");
  std::string windows = "\xef\xbb\xbf";
  for (char c : plain) windows += c == '\n' ? "\r\n" : c == ' ' ? " \t" : std::string(1, c);
  EXPECT_EQ(read(windows), read(plain));
  EXPECT_EQ(read(plain + "\n\n"), read(plain));
  EXPECT_EQ(read(with(R"(, "infeasibles": null, "coalitions": null)"
                      R"(, "useManualPreferenceRanking": null)")),
            read(with("")));
}

TEST(Gmcr, a_file_with_both_spellings_is_read_by_the_one_that_ranks_something) {
  const std::string rules =
      R"(, "infeasibles": [[[1, "Y"]], [[2, "Y"]]], "useManualPreferenceVectors": true)";
  const std::string one = R"([0], "preferenceRanking": [], "preferenceVector": [2, 1])",
                    other = R"([1, 2], "preferenceRanking": [1, [2]], "preferenceVector": null)";
  const Conflict conflict = read(with(rules, one, other));
  EXPECT_EQ(conflict.decision_makers[0].ranking, (Ranking{{1}, {0}}));
  EXPECT_EQ(conflict.decision_makers[1].ranking, (Ranking{{0}, {1}}));
}

TEST(Gmcr, misperceptions_are_passed_over_and_said_so) {
  const auto found = read_gmcr(with("", R"([0], "misperceptions": [[[0, "Y"]]])"), "talks.gmcr");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->passed_over.size(), 1u);
  EXPECT_TRUE(says(found->passed_over[0], "Misperceptions of 'Arvenia'"));
}

TEST(Gmcr, what_is_wrong_is_named_with_its_place) {
  EXPECT_TRUE(says(refusal(with("", "[0]", "[1]")), "nobody owns the option 'talk'"));
  EXPECT_TRUE(says(refusal(with("", "[0, 1]")),
                   "decisionMakers[1].options[0]: the option 'sanction' is owned twice, by "
                   "'Arvenia' and by 'Borland'"));
  EXPECT_TRUE(
      says(refusal(with("", "[0, 7]")), "decisionMakers[0].options[1]: there is no option 7"));
  EXPECT_TRUE(says(refusal(with(R"(, "infeasibles": [[[0, "Y"], [0, "N"]]])")),
                   "infeasibles[0][1]: the option 'withdraw' would have to be both Y and N"));
  EXPECT_TRUE(
      says(refusal(with(R"(, "infeasibles": [[[0, "Y"], [0, "N"], [0, "N"]]])")), "both Y and N"));
  EXPECT_TRUE(says(refusal(with(R"(, "infeasibles": [[]])")), "would rule out every state"));
  EXPECT_TRUE(says(refusal(with(R"(, "infeasibles": [[[0, "X"]]])")),
                   "infeasibles[0][0][1]: \"Y\" or \"N\""));
  EXPECT_TRUE(says(refusal(with(R"(, "infeasibles": [3])")), "infeasibles[0]: a condition"));
  EXPECT_TRUE(says(refusal(with(R"(, "coalitions": [[0, 0]])")), "twice"));
  EXPECT_TRUE(says(refusal(R"({"decisionMakers": []})"), "\"options\" is missing"));
  EXPECT_TRUE(says(refusal("[]"), "an object is expected"));
  EXPECT_TRUE(says(refusal(R"({"options": [{"name": "a", "permittedDirection": "up"}]})"),
                   "options[0].permittedDirection: \"up\" is none of"));
  std::string many = R"({"options": [{"name": "a"})";
  for (int i = 0; i < 64; ++i) many += R"(, {"name": "a"})";
  EXPECT_TRUE(says(refusal(many + "], \"decisionMakers\": []}"), "65 options are more than 64"));
}

TEST(Gmcr, a_ranking_that_does_not_fit_the_states_is_named) {
  const auto ranked = [](const std::string& ranking) {
    return with(R"(, "infeasibles": [[[1, "Y"]]], "useManualPreferenceRanking": true)",
                R"([0], "preferenceRanking": )" + ranking,
                R"([1, 2], "preferenceRanking": [1, 2, 3, 4])");
  };
  EXPECT_EQ(read(ranked("[1, [2, 3], 4]")).decision_makers[0].ranking.size(), 3u);
  EXPECT_TRUE(says(refusal(ranked("[1, 2, 4]")),
                   "decisionMakers[0].preferenceRanking: the ranking leaves out state 3"));
  EXPECT_TRUE(says(refusal(ranked("[1, [2, 1], 3, 4]")),
                   "preferenceRanking[1][1]: state 1 is ranked twice"));
  EXPECT_TRUE(
      says(refusal(ranked("[1, 2, 3, 4, 5]")), "there is no state 5: they count from 1 to 4"));
  EXPECT_TRUE(says(refusal(with(R"(, "useManualPreferenceRanking": true)")),
                   "\"preferenceRanking\" is missing"));
  EXPECT_TRUE(says(
      refusal(
          with(R"(, "infeasibles": [[[0, "Y"]], [[0, "N"]]], "useManualPreferenceRanking": true)")),
      "No state is feasible"));
}

TEST(Gmcr, an_option_or_a_member_where_there_are_none_is_refused_without_a_range) {
  EXPECT_EQ(refusal(R"({"options": [], "decisionMakers": [{"name": "A", "options": [0]}]})"),
            "talks.gmcr: decisionMakers[0].options[0]: there is no option 0: there is none at all");
  EXPECT_EQ(refusal(R"({"options": [], "decisionMakers": [], "coalitions": [2]})"),
            "talks.gmcr: coalitions[0]: there is no decision maker 2: there is none at all");
}

TEST(Gmcr, damaged_and_deep_files_are_refused) {
  const std::string whole = with("");
  for (std::size_t cut = 0; cut < whole.size(); ++cut)
    EXPECT_TRUE(says(refusal(whole.substr(0, cut)), "talks.gmcr"));
  EXPECT_TRUE(
      says(refusal("{" + options + "\n  oops"), "talks.gmcr is not JSON: line 3, column 3"));
  EXPECT_TRUE(says(refusal(std::string(2000000, '[')), "more than 32 deep"));
  EXPECT_TRUE(says(refusal("\xff\xfe{}"), "not JSON"));
}

bool has_states(const Conflict& conflict) { return feasible_states(conflict).has_value(); }

RC_GTEST_PROP(Gmcr, what_is_written_is_read_back_with_the_same_states_and_wishes, ()) {
  const Conflict conflict = kit::any_conflict();
  RC_PRE(has_states(conflict));
  const Conflict again = read(write_gmcr(conflict).value());
  RC_ASSERT(again.options == conflict.options);
  RC_ASSERT(again.infeasible == conflict.infeasible);
  const States states = *feasible_states(conflict);
  for (std::size_t who = 0; who < conflict.decision_makers.size(); ++who) {
    const DecisionMaker &before = conflict.decision_makers[who],
                        &after = again.decision_makers[who];
    RC_ASSERT(after.name == before.name);
    RC_ASSERT(after.statements.size() == before.statements.size());
    for (std::size_t i = 0; i < before.statements.size(); ++i)
      for (State state : states)
        RC_ASSERT(after.statements[i].holds(state) == before.statements[i].holds(state));
  }
  RC_ASSERT(read(write_gmcr(again).value()) == again);
}

TEST(Gmcr, where_one_party_has_a_ranking_all_get_one) {
  Conflict conflict = read(with(R"(, "infeasibles": [[[1, "Y"]], [[2, "Y"]]])"));
  conflict.decision_makers[1].ranking = {{1}, {0}};
  const Conflict again = read(write_gmcr(conflict).value());
  EXPECT_EQ(again.decision_makers[0].ranking, (Ranking{{0}, {1}}));
  EXPECT_EQ(again.decision_makers[1].ranking, conflict.decision_makers[1].ranking);
}

}  // namespace
}  // namespace entente::exchange

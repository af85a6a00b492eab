// SPDX-License-Identifier: Apache-2.0
// What is told of two coders, and of what a case learned.
#include <gtest/gtest.h>

#include "kit/sample_case.h"
#include "kit/says.h"
#include "report/agreement.h"
#include "report/learning.h"

namespace entente::report {
namespace {

using kit::says;

CoderAgreement agreement() {
  CoderAgreement found;
  Alpha alpha;
  alpha.alpha = 0.5;
  alpha.units = 9;
  alpha.values = 18;
  alpha.differing = 2;
  alpha.interval = {0.25, 0.75};
  Alpha same;
  same.units = 4;
  found.fields = {
      {"position", "issue", alpha}, {"position", "review", same}, {"meeting", "status", {}}};
  found.differences = {{"p1", "issue", "territory", "", "Ann", "Bob", ""}};
  found.alike = {"p2", "p3"};
  return found;
}

TEST(AgreementText, gives_alpha_its_range_and_each_difference_with_both_values) {
  const std::string text = agreement_text(agreement(), "one.entente", "two.entente", {});
  for (const char* part : {"issue of a position", "0.500", "0.250 to 0.750", "territory (Ann)",
                           "none (Bob)", "2 items looked at by both"})
    EXPECT_TRUE(says(text, part));
}

TEST(AgreementText, tells_no_variation_from_nothing_to_compare) {
  const std::string text = agreement_text(agreement(), "one", "two", {});
  EXPECT_TRUE(says(text, "no variation"));
  EXPECT_TRUE(says(text, "nothing to compare"));
}

TEST(AgreementText, shows_no_control_characters_of_names) {
  CoderAgreement found = agreement();
  found.differences[0].one = "a\x1b[31m";
  EXPECT_EQ(agreement_text(found, "one\x1b", "two", {}).find('\x1b'), std::string::npos);
}

TEST(AgreementJson, has_null_where_alpha_is_not_known) {
  const std::string json = agreement_json(agreement(), "one", "two");
  EXPECT_TRUE(says(json, "\"alpha\": 0.5, \"interval\": [0.25, 0.75]"));
  EXPECT_TRUE(says(json, "\"no_variation\": true, \"alpha\": null, \"interval\": null"));
}

LearnReport learned() {
  return {{{"issue", 20, 5, 4, 4}, {"stance", 20, 0, 0, 0}},
          {{"p1", "issue", "territory", "force_limits", "corridor*", 4, 5},
           {"p9", "issue", "", "progress", "useful*", 3, 3},
           {"p3", "stance", "offers", "concedes", "", 0, 0}}};
}

TEST(LearningText, tells_each_change_with_its_words_and_how_often_they_were_corrected) {
  const std::string text = learning_text(kit::small_case(), learned(), false, {});
  for (const char* part :
       {"Territory", "Force limits", "\"corridor*\": corrected so in 4 of 5 judged", "new",
        "what was learned before holds no more", "makes 4 of them right"})
    EXPECT_TRUE(says(text, part));
  EXPECT_FALSE(says(text, "--dry-run"));
}

TEST(LearningText, says_where_nothing_is_sure_enough_and_what_a_dry_run_is) {
  const std::string text = learning_text(kit::small_case(), learned(), true, {});
  EXPECT_TRUE(says(text, "sure enough"));
  EXPECT_TRUE(says(text, "Nothing was changed"));
  EXPECT_TRUE(says(learning_text(kit::small_case(), {}, true, {}), "No position is coded anew."));
}

TEST(LearningJson, has_every_key_of_the_format) {
  const std::string json = learning_json(learned(), true);
  EXPECT_TRUE(says(json,
                   "{\"field\": \"issue\", \"judged\": 20, \"wrong\": 5, \"changed\": 4, "
                   "\"mended\": 4}"));
  EXPECT_TRUE(says(json, "\"before\": \"\", \"after\": \"progress\""));
  EXPECT_TRUE(says(json, "\"dry_run\": true"));
}

}  // namespace
}  // namespace entente::report

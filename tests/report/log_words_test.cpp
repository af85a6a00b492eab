// SPDX-License-Identifier: Apache-2.0
#include "report/log_words.h"

#include <gtest/gtest.h>

namespace entente::report {
namespace {

std::string words_for(const std::string& before, const std::string& after) {
  return change_words({1, "2031-03-07T09:30:00Z", "A. Reader", "edit", "p4", before, after, ""});
}

TEST(LogWords, a_change_is_told_from_before_to_after_field_by_field) {
  EXPECT_EQ(words_for(R"({"stance": "open_to", "condition": ""})",
                      R"({"stance": "rejects", "condition": "if it rains"})"),
            "stance: open to -> rejects; condition: none -> if it rains");
  EXPECT_EQ(words_for(R"({"when_words": "on Monday"})", R"({"when_words": ""})"),
            "when words: on Monday -> none");
}

TEST(LogWords, a_review_says_what_it_was_and_leaves_out_who_signed) {
  EXPECT_EQ(words_for(R"({"review": "suggested", "by": "entente 0.1.0"})",
                      R"({"review": "confirmed", "by": "A. Reader"})"),
            "suggested -> confirmed");
  EXPECT_EQ(words_for(R"({"by": "A. Reader"})", R"({"by": "B. Reader"})"),
            "by: A. Reader -> B. Reader");
}

TEST(LogWords, what_is_new_has_no_before) {
  EXPECT_EQ(words_for("", R"({"name": "a.txt", "sha256": "0123456789abcdef0123456789abcdef"})"),
            "name: a.txt; sha256: 0123456789ab...");
  EXPECT_EQ(words_for("", ""), "");
  EXPECT_EQ(words_for("{}", "{}"), "");
}

TEST(LogWords, an_option_keeps_its_id_and_a_name_its_letters) {
  EXPECT_EQ(words_for(R"({"option": "full_stop", "party": "Snow_Hill"})",
                      R"({"option": "full_stop..patrols", "party": "Nórdal “North”"})"),
            "option: full_stop -> full_stop..patrols; party: Snow_Hill -> Nórdal “North”");
}

TEST(LogWords, what_another_program_wrote_there_is_shown_as_it_stands) {
  EXPECT_EQ(words_for("suggested", "rejected"), "suggested -> rejected");
  EXPECT_EQ(words_for("", "[1, 2]"), "[1, 2]");
  EXPECT_EQ(words_for("", R"({"stance": 3})"), R"({"stance": 3})");
  EXPECT_EQ(words_for("", R"({"stance": )"), R"({"stance": )");
  const std::string deep(1 << 17, '[');
  EXPECT_EQ(words_for("", deep), deep);
}

}  // namespace
}  // namespace entente::report

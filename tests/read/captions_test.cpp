// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

TEST(Captions, a_line_with_a_credit_at_its_end_is_a_caption) {
  for (const char* line :
       {"Jorun Estay (L) meets Mirele Tandrach and Sorley Quill (R) in Whitharbour on Monday. /Ivo "
        "Tarn/Pool via Northwater",
        "The delegations arrive at the Customs House /Ivo Tarn/Northwater",
        "Villagers collect water below the pumping station. (Ivo Tarn/Northwater Pictures)",
        "Villagers collect water below the pumping station. (Photo by Ivo Tarn)",
        "Villagers collect water below the pumping station. (Northwater Photo/Ivo Tarn)",
        "Villagers collect water below the pumping station [File: Ivo Tarn/Northwater]",
        "Villagers collect water below the pumping station. Photograph: Ivo Tarn/Northwater "
        "Pictures",
        "Villagers collect water below the pumping station. Ivo Tarn/Pool via Northwater",
        "Villagers collect water below the pumping station. Ivo Tarn | Northwater",
        "FILE PHOTO: The locks in January, before the war",
        "FILE - The locks in January, before the war.",
        "Estay, left, and Tandrach, right, shake hands in Whitharbour.",
        "Estay (left) and Tandrach at the Customs House.",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour, "
        "Skarrow, March 3, 2031.",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour. "
        "NORTHWATER/Ivo Tarn",
        "Meldrian Foreign Minister Jorun Estay speaks at a news conference in Whitharbour. NWP",
        "Estay and Tandrach shake hands at the Customs House | Photo Credit: NORTHWATER",
        "The third lock in spring. File photo",
        "Mr. Estay greets J. Tandrach on the steps, Sept. 3, 2031."})
    expect_whole_noise(line, "caption");
}

TEST(Captions, a_line_that_is_only_a_credit_is_a_credit) {
  for (const char* line :
       {"Photo: Ivo Tarn/Northwater", "Image credit: Ivo Tarn / Stringer / Northwater",
        "Ivo Tarn/Northwater Pictures", "Pool via Northwater", "Northwater Images",
        "(Photo: Ivo Tarn)", "Credit: Ivo Tarn", "NORTHWATER/Ivo Tarn",
        "Image: Jorun Estay. Pic: Northwater"})
    expect_whole_noise(line, "credit");
}

TEST(Captions, a_credit_joined_to_a_sentence_ends_where_the_sentence_begins) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Image Credit: IVO TARN / Contributor / Northwater",
       " On Monday the envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn/Northwater Pictures",
       "The envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn/Northwater Images",
       " Meldrian ministers met the envoys in Whitharbour on Monday."},
      {"Photo credit: Ivo Tarn/Northwater",
       " Officials said on Monday that the envoys would meet again."},
      {"Photo by Ivo Tarn", " The envoys met again in Whitharbour, officials said."},
      {"Photo: Ivo Tarn.", " Meldrian ministers met the envoys in Whitharbour on Monday."},
      {"Photo: Ivo Tarn", " \"We shall sign nothing,\" Estay said on Monday in Whitharbour."},
      {"Picture: Ivo Tarn via The Harbour Post",
       " In Whitharbour the envoys met again, officials said."},
      {"Photo: Ivo Tarn", " Ministers met the envoys in Whitharbour on Monday."}};
  for (const auto& [credit, sentence] : cases)
    EXPECT_EQ(noise_of(between(credit + sentence)), Strings{"credit: " + credit})
        << credit + sentence;
}

TEST(Captions, a_credit_in_brackets_after_a_long_paragraph_takes_no_sentence_with_it) {
  std::string paragraph;
  for (int i = 0; i < 8; ++i)
    paragraph += "The envoys spoke about the third lock and about the fate of the barges. ";
  EXPECT_EQ(noise_of(between(paragraph + "(Photo by Ivo Tarn)")),
            Strings{"credit: (Photo by Ivo Tarn)"});
  EXPECT_EQ(noise_of(between(paragraph + "(Reporting by Ansa Morrow)")),
            Strings{"credit: (Reporting by Ansa Morrow)"});
}

TEST(Captions, a_credit_behind_a_quotation_takes_only_itself) {
  const std::string said = "\"We shall come back,\" Estay said on the steps of the Customs House.";
  EXPECT_EQ(noise_of(between(said + " (Photo: Ivo Tarn/Northwater)")),
            Strings{"credit: (Photo: Ivo Tarn/Northwater)"});
  EXPECT_EQ(noise_of(between(said + " /Ivo Tarn/Pool via Northwater")),
            Strings{"credit: /Ivo Tarn/Pool via Northwater"});
}

TEST(Captions, brackets_and_slashes_of_prose_are_kept) {
  for (const char* line :
       {"The minister spoke (via video link) to the council about the and/or clause of the draft.",
        "Ansa Morrow (Inland Party) voted against the plan of the North/South Council.",
        "They left the hall, right after the vote, and said nothing.",
        "Orrin (for the Coastal Group/Eight) welcomed the text and asked for more time.",
        "The envoy (a former judge) said that the left bank, right bank and the locks are one "
        "question."})
    expect_kept(line);
}

// Looking for the end of each from each takes longer than a test may.
TEST(Captions, a_line_of_brackets_that_never_close_is_read_in_one_go) {
  expect_kept("The ministers met. " + std::string(2'000'000, '('));
}

TEST(Captions, a_labelled_line_that_is_no_sentence_is_a_caption) {
  const std::string line =
      "Image: Jorun Estay and Oda Vance did not shake hands in front of cameras";
  EXPECT_EQ(noise_of(between(line)), Strings{"caption: " + line});
}

}  // namespace
}  // namespace entente::read_test

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

bool is_noise(const std::string& text, const std::string& line) {
  for (const std::string& one : noise_of(text))
    if (one.find(line) != one.npos) return true;
  return false;
}

TEST(PageLines, a_picture_between_its_agencys_names_is_a_caption_with_the_line_below) {
  const std::string picture = "KGX Jane Roe walks past a guard of honour in StrelsauKGX",
                    below = "The talks at the palace went on into the night",
                    text = "The delegates return to the canal\n" + picture + "\n" + below + "\n" +
                           report;
  EXPECT_TRUE(is_noise(text, picture));
  EXPECT_TRUE(is_noise(text, below));
  EXPECT_FALSE(
      is_noise("The delegates return to the canal\n" + report + below + ".\n" + report, below));
}

TEST(PageLines, titles_over_the_byline_are_no_list_of_links) {
  const std::string title = "Canal chief tells envoys the clock is on the wall",
                    deck = "Envoys threaten to revise their view of the locks",
                    text = "Breaking News\n" + title + "\n" + deck +
                           "\nBy JANE ROE, CANAL EDITOR and MAX MOE IN STRELSAU\n" + report;
  EXPECT_FALSE(is_noise(text, title));
  EXPECT_FALSE(is_noise(text, deck));
}

TEST(PageLines, ages_over_the_entries_of_a_live_page_belong_to_it) {
  std::string text = "Canal talks enter their second day\n";
  for (const char* age : {"18 min ago", "47 min ago", "1 hr 20 min ago", "2 hr 5 min ago"})
    text += std::string(age) + "\nThe envoys return to the long table\n" + first_paragraph + "\n" +
            second_paragraph + "\n";
  EXPECT_FALSE(is_noise(text, "47 min ago"));
  EXPECT_FALSE(is_noise(text, "2 hr 5 min ago"));
}

TEST(PageLines, a_page_on_its_own_age_and_desk_is_no_report) {
  const std::string head = "The delegates return to the canal\n";
  for (const char* line : {"Take note: story published 9 months ago", "From LNN's Jane Roe",
                           "Yesterday, 18:20 | Eng.LNN | Reading time: 4 min."})
    EXPECT_TRUE(is_noise(head + line + "\n" + report, line)) << line;
  for (const char* line : {"The last report was published 9 months ago, the envoys said.",
                           "From Strelsau's harbour the boats leave at noon."})
    EXPECT_FALSE(is_noise(report + line + "\n" + report, line)) << line;
}

}  // namespace
}  // namespace entente::read_test

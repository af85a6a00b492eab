// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "read/noise_kit.h"

namespace entente::read_test {
namespace {

TEST(Repeats, a_body_printed_twice_is_read_once) {
  const std::string body =
      first_paragraph + "\n" + second_paragraph + "\n" + third_paragraph + "\n";
  const Document document = document_of(body + "Comments\n" + body + "Comments");
  ASSERT_EQ(document.noise.size(), 2u);
  EXPECT_EQ(document.noise[0].kind, NoiseKind::boilerplate);
  EXPECT_EQ(document.noise[1].kind, NoiseKind::repeat);
  EXPECT_EQ(slice_utf8(document.text, document.noise[1].span), body + "Comments");
}

TEST(Repeats, a_second_copy_with_an_edited_line_is_still_a_repeat) {
  const std::string edited =
      "Neither side has said when the next round will be held, but both described this meeting as "
      "useful.";
  const std::string fourth =
      "A joint statement was read out by the host after the session, and no questions were taken.";
  const std::string body = first_paragraph + "\n" + fourth + "\n" + third_paragraph + "\n";
  const Document document =
      document_of(body + second_paragraph + "\n" + "Share\n" + body + edited + "\n");
  ASSERT_EQ(document.noise.size(), 2u);
  EXPECT_EQ(slice_utf8(document.text, document.noise[1].span), body + edited);
}

TEST(Repeats, new_lines_in_a_second_copy_are_kept) {
  const std::string fresh =
      "Late on Monday Dorvane said that its envoy had been called home for talks with the prime "
      "minister.";
  const std::string a = first_paragraph + "\n" + second_paragraph + "\n",
                    b = third_paragraph + "\n" + "The session lasted three hours in all.\n";
  const Document document = document_of(a + b + a + fresh + "\n" + b);
  std::string kept = to_utf8(document.text);
  for (auto noise = document.noise.rbegin(); noise != document.noise.rend(); ++noise)
    kept.erase(noise->span.begin, noise->span.size());
  EXPECT_NE(kept.find(fresh), std::string::npos);
  EXPECT_EQ(kept.find(first_paragraph), kept.rfind(first_paragraph));
  EXPECT_EQ(kept.find(third_paragraph), kept.rfind(third_paragraph));
}

TEST(Repeats, clauses_that_differ_by_the_name_of_a_party_are_no_repeats) {
  const std::string clause =
      " shall withdraw its heavy weapons to a line fifteen kilometres from the canal within thirty "
      "days.\n";
  EXPECT_EQ(
      noise_of(first_paragraph + "\nMeldria" + clause + "Dorvane" + clause + second_paragraph),
      Strings{});
}

TEST(Repeats, a_pull_quote_is_a_repeat_wherever_it_stands) {
  const std::string quote =
      "\"We shall come back to this town when there is something for us to sign.\"";
  const std::string holder =
      "Estay was brief. " + quote + " With that he left the Customs House for the harbour.";
  EXPECT_EQ(noise_of(quote + "\n" + first_paragraph + "\n" + holder), Strings{"repeat: " + quote});
  EXPECT_EQ(noise_of(holder + "\n" + first_paragraph + "\n" + quote + "\n" + second_paragraph),
            Strings{"repeat: " + quote});
}

TEST(Repeats, short_turns_of_a_transcript_may_recur) {
  const std::string text = "QUILL: Thank you, Minister.\n" + first_paragraph +
                           "\nQUILL: Thank you, Minister.\n" + second_paragraph +
                           "\nQUILL: Thank you, Minister.\n";
  EXPECT_EQ(noise_of(text), Strings{});
}

TEST(Repeats, a_short_pull_quote_goes_with_its_signature) {
  const std::string quote = "“There is no half of a lock.”";
  EXPECT_EQ(noise_of(first_paragraph + "\n" + quote + "\nJorun Estay, minister of Meldria\n" +
                     second_paragraph +
                     "\nEstay was brief. “There is no half of a lock,” he said, and left.\n"),
            Strings{"repeat: " + quote + "\nJorun Estay, minister of Meldria"});
}

}  // namespace
}  // namespace entente::read_test

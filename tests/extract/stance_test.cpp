// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::only_position;

// What a minister's indirect speech says of an issue.
Position position_of(const std::string& clause) {
  return only_position("Avarian Foreign Minister Ilan Corvo said " + clause + ".");
}
Stance stance(const std::string& clause) { return position_of(clause).stance; }
Firmness firmness(const std::string& clause) { return position_of(clause).firmness; }

TEST(Stance, a_predicate_gives_its_class) {
  EXPECT_EQ(stance("Avaria demands a ceasefire"), Stance::demands);
  EXPECT_EQ(stance("Avaria wants a ceasefire"), Stance::wants);
  EXPECT_EQ(stance("Avaria offers a ceasefire"), Stance::offers);
  EXPECT_EQ(stance("Avaria accepts a ceasefire"), Stance::open_to);
  EXPECT_EQ(stance("Avaria has agreed to a ceasefire"), Stance::concedes);
  EXPECT_EQ(stance("Avaria rejects a ceasefire"), Stance::rejects);
  EXPECT_EQ(stance("Avaria is weighing a ceasefire"), Stance::undecided);
}

TEST(Stance, a_negated_wish_is_a_rejection) {
  EXPECT_EQ(stance("Avaria does not want a ceasefire"), Stance::rejects);
  EXPECT_EQ(stance("Avaria will never accept a ceasefire"), Stance::rejects);
  EXPECT_EQ(stance("Avaria can't support a ceasefire"), Stance::rejects);
}

TEST(Stance, may_with_its_capital_is_the_month) {
  EXPECT_EQ(stance("the ceasefire of 14 May must hold"), Stance::demands);
  EXPECT_EQ(stance("in May the sanctions must be lifted"), Stance::demands);
  EXPECT_EQ(stance("the sanctions may be lifted"), Stance::undecided);
}

TEST(Stance, at_once_is_no_condition) {
  const Position found = position_of("Avaria asks Belmark to agree at once to a ceasefire");
  EXPECT_NE(found.stance, Stance::conditional);
  EXPECT_EQ(found.condition, "");
}

TEST(Stance, the_option_is_the_one_that_is_meant_not_the_one_it_is_set_against) {
  const OptionRange eased{"eased", "eased"}, kept{"kept", "kept"};
  EXPECT_EQ(position_of("Avaria wants the sanctions eased rather than maintained").option, eased);
  EXPECT_EQ(position_of("Avaria wants the sanctions maintained instead of eased").option, kept);
  EXPECT_EQ(
      position_of("Avaria is open to sanctions relief in steps, but not to their removal").option,
      eased);
}

TEST(Stance, a_negated_rejection_is_an_opening) {
  EXPECT_EQ(stance("Avaria does not oppose a ceasefire"), Stance::open_to);
  EXPECT_EQ(stance("Avaria would not rule out a ceasefire"), Stance::open_to);
  EXPECT_EQ(stance("Avaria refused to rule out a ceasefire"), Stance::open_to);
}

TEST(Stance, the_outermost_predicate_rules) {
  EXPECT_EQ(stance("Avaria rejects the demand to lift the sanctions"), Stance::rejects);
  EXPECT_EQ(stance("Avaria wants Belmark to drop its ambitions to join the alliance"),
            Stance::demands);
}

TEST(Stance, helping_verbs_speak_where_no_predicate_does) {
  EXPECT_EQ(stance("the sanctions must be lifted"), Stance::demands);
  EXPECT_EQ(stance("there will be no ceasefire"), Stance::rejects);
  EXPECT_EQ(stance("there may be a ceasefire"), Stance::undecided);
  EXPECT_EQ(stance("both sides would need to make concessions"), Stance::conditional);
}

TEST(Stance, a_judgement_of_the_matter_counts) {
  EXPECT_EQ(stance("foreign troops at the locks were unacceptable"), Stance::rejects);
  EXPECT_EQ(stance("foreign troops at the locks were not unacceptable"), Stance::open_to);
  EXPECT_EQ(stance("a ceasefire is indispensable"), Stance::demands);
}

TEST(Stance, what_hangs_on_a_condition_is_conditional_and_keeps_its_words) {
  const Position if_first = position_of("if no deal is reached, existing sanctions would continue");
  EXPECT_EQ(if_first.stance, Stance::conditional);
  EXPECT_EQ(if_first.condition, "if no deal is reached");
  const Position unless_last =
      position_of("Avaria will widen its sanctions unless the shelling stops");
  EXPECT_EQ(unless_last.stance, Stance::conditional);
  EXPECT_EQ(unless_last.condition, "unless the shelling stops");
}

TEST(Stance, a_condition_ends_with_its_last_word) {
  EXPECT_EQ(
      only_position("\"We accept a ceasefire if they stop,\" Avarian President Ilan Corvo said.")
          .condition,
      "if they stop");
}

TEST(Stance, a_threat_is_conditional) {
  EXPECT_EQ(kit::positions("Avarian President Ilan Corvo threatened tougher sanctions on Belmark."),
            (std::vector<std::string>{"Avaria sanctions conditional"}));
}

TEST(Stance, firmness_comes_from_its_words) {
  EXPECT_EQ(firmness("foreign troops at the locks are a red line"), Firmness::red_line);
  EXPECT_EQ(firmness("Avaria will never cede land"), Firmness::firm);
  EXPECT_EQ(firmness("Avaria insists on a ceasefire"), Firmness::firm);
  EXPECT_EQ(firmness("Avaria could support a ceasefire"), Firmness::tentative);
  EXPECT_EQ(firmness("Avaria wants a ceasefire"), Firmness::unstated);
}

TEST(Stance, an_assessment_is_a_report_however_it_is_put) {
  EXPECT_EQ(stance("the talks had made good progress"), Stance::reports);
  EXPECT_EQ(stance("there was no progress"), Stance::reports);
}

TEST(Stance, a_word_list_with_an_unknown_class_is_refused_with_its_line) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "stance_words";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "stance.words") << "# words\ndemands: demand*\nshouts: shout*\n";
  std::ofstream(folder / "meeting.words") << "noun: meeting*\n";
  const auto lexicon = StanceLexicon::load(folder);
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().kind, FailureKind::bad_input);
  EXPECT_NE(lexicon.error().what.find("stance.words:3"), std::string::npos);
}

TEST(Stance, a_missing_word_list_is_named) {
  const auto lexicon = StanceLexicon::load("no/such/folder");
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().kind, FailureKind::missing);
}

}  // namespace
}  // namespace entente::extract

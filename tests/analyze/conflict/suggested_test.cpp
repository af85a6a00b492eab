// SPDX-License-Identifier: Apache-2.0
#include "analyze/conflict/suggested.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyze/conflict/names_in.h"
#include "kit/case_language.h"
#include "kit/says.h"

namespace entente::analyze {
namespace {

Case talks(const std::string& lines) {
  Case whole = kit::CaseLanguage::read(
      "issue border: closed open\n"
      "issue trade: banned free\n"
      "issue troops: home abroad\n"
      "document 2031-03-01\n" +
      lines);
  whole.codebook.parties.push_back({"Avara", PartyKind::principal, {}, {}, {"Avaran"}, {}});
  whole.codebook.parties.push_back({"Belan", PartyKind::principal, {}, {}, {"Belanese"}, {}});
  whole.codebook.parties.push_back({"Corra", PartyKind::guarantor, {}, {}, {}, {}});
  whole.codebook.parties.push_back({"Dunmark", PartyKind::stakeholder, {}, {}, {}, {}});
  return whole;
}

std::vector<std::string> owners(const Conflict& conflict) {
  std::vector<std::string> out;
  for (const ConflictOption& option : conflict.options)
    out.push_back(conflict.decision_makers[option.owner].name + ": " + option.name);
  return out;
}

std::string remarks(const ConflictFile& file) {
  std::string out;
  for (const std::string& remark : file.remarks) out += remark + "\n";
  return out;
}

using Names = std::vector<std::string>;

TEST(SuggestedConflict, gives_a_party_what_it_offers_and_what_is_asked_of_it_by_name) {
  const ConflictFile file =
      suggested_conflict(talks("Avara offers border open \"we would open it\"\n"
                               "Avara demands trade free \"the Belanese ban must go\"\n"));
  EXPECT_EQ(owners(file.conflict), (Names{"Avara: border: open", "Belan: trade: free"}));
  EXPECT_EQ(file.conflict.options[1].evidence, (std::vector<PositionId>{{2}}));
  EXPECT_EQ(file.quotes.at({2}).words, "the Belanese ban must go");
}

TEST(SuggestedConflict, makes_no_move_of_the_refuser_out_of_what_others_would_do) {
  const auto options = [](const std::string& lines) {
    return suggested_conflict(talks("Avara offers trade free \"trade\"\n" + lines))
        .conflict.options.size();
  };
  EXPECT_EQ(options("Avara rejects border open \"never\"\n"), 2u);
  EXPECT_EQ(options("Avara rejects border open \"never, whatever Belan and Corra agree\"\n"), 1u);
}

TEST(SuggestedConflict, takes_no_preference_from_what_another_party_tells) {
  const ConflictFile file = suggested_conflict(
      talks("Avara offers border open \"we would open it\"\n"
            "says Avara Belan demands trade banned \"they want Avaran trade to end\"\n"));
  EXPECT_EQ(owners(file.conflict), (Names{"Avara: border: open"}));
  EXPECT_TRUE(file.conflict.decision_makers[1].statements.empty());
  EXPECT_TRUE(kit::says(remarks(file), "No position says what Belan would rather have"));
}

TEST(SuggestedConflict, puts_a_red_line_first_and_an_opening_last) {
  const ConflictFile file =
      suggested_conflict(talks("Avara open_to border open \"we may open it\"\n"
                               "Avara demands trade free \"Belan must free it\"\n"
                               "Avara rejects troops abroad! \"never\"\n"));
  const auto& wishes = file.conflict.decision_makers[0].statements;
  ASSERT_EQ(wishes.size(), 3u);
  EXPECT_EQ(wishes[0].evidence, (std::vector<PositionId>{{3}}));
  EXPECT_EQ(wishes[0].wanted.any_of.front().taken, State{0});
  EXPECT_EQ(wishes[2].evidence, (std::vector<PositionId>{{1}}));
}

TEST(SuggestedConflict, keeps_a_red_line_whatever_is_said_later_and_says_so) {
  const ConflictFile file =
      suggested_conflict(talks("Avara rejects troops abroad! \"never\"\n"
                               "Avara open_to troops abroad \"perhaps\"\n"));
  ASSERT_EQ(file.conflict.decision_makers[0].statements.size(), 1u);
  EXPECT_EQ(file.conflict.decision_makers[0].statements[0].evidence.front(), PositionId{1});
  EXPECT_TRUE(kit::says(remarks(file), "Avara has also said otherwise"));
}

TEST(SuggestedConflict, knows_nothing_of_a_condition_that_is_no_option) {
  const ConflictFile file =
      suggested_conflict(talks("Avara conditional border open \"we open it | if it rains\"\n"));
  EXPECT_EQ(file.conflict.options.size(), 1u);
  EXPECT_TRUE(file.conflict.decision_makers[0].statements.empty());
  EXPECT_TRUE(kit::says(remarks(file), "No preference is read from p1"));
}

TEST(SuggestedConflict, has_guarantors_only_where_they_hold_a_move_and_stakeholders_never) {
  const auto makers = [](const std::string& lines) {
    Names out;
    for (const auto& who : suggested_conflict(talks(lines)).conflict.decision_makers)
      out.push_back(who.name);
    return out;
  };
  const std::string avara = "Avara offers border open \"open\"\n";
  EXPECT_EQ(makers(avara + "Corra wants trade free \"trade\"\n"), (Names{"Avara", "Belan"}));
  EXPECT_EQ(makers(avara + "Corra offers troops abroad \"troops\"\n"),
            (Names{"Avara", "Belan", "Corra"}));
  EXPECT_EQ(makers(avara + "Dunmark offers troops home \"troops\"\n"), (Names{"Avara", "Belan"}));
}

TEST(SuggestedConflict, rules_out_two_places_of_one_party_on_one_scale) {
  const ConflictFile file =
      suggested_conflict(talks("Avara offers border open \"open\"\n"
                               "Avara offers border closed \"closed\"\n"));
  ASSERT_EQ(file.conflict.infeasible.size(), 1u);
  EXPECT_EQ(file.conflict.infeasible[0], (Pattern{0b11, 0b11}));
}

TEST(SuggestedConflict, keeps_at_most_twelve_options_red_lines_first_and_names_the_rest) {
  std::string lines;
  for (int i = 0; i < 14; ++i)
    lines += "Avara offers border - \"offer number " + std::to_string(i) + "\"\n";
  lines += "Avara rejects troops abroad! \"never\"\n";
  const ConflictFile file = suggested_conflict(talks(lines));
  EXPECT_EQ(file.conflict.options.size(), most_suggested_options);
  EXPECT_NE(std::find_if(file.conflict.options.begin(), file.conflict.options.end(),
                         [](const auto& one) { return one.name == "troops: abroad"; }),
            file.conflict.options.end());
  EXPECT_TRUE(kit::says(remarks(file), "offer number 13"));
}

TEST(SuggestedConflict, leaves_out_what_a_person_rejected) {
  Case whole = talks("Avara offers border open \"open\"\n");
  whole.positions[0].review.status = Status::rejected;
  EXPECT_TRUE(suggested_conflict(whole).conflict.options.empty());
}

TEST(SuggestedConflict, is_mirrored_where_two_parties_change_places) {
  const auto lines = [](const std::string& a, const std::string& b) {
    return a + " offers border open \"open\"\n" + a + " rejects troops abroad! \"never\"\n" + b +
           " demands trade free \"" + a + " must\"\n" + b + " conditional border closed \"x\"\n";
  };
  Case one = talks(lines("Avara", "Belan")), other = talks(lines("Belan", "Avara"));
  std::swap(other.codebook.parties[0], other.codebook.parties[1]);
  Conflict mirrored = suggested_conflict(other).conflict;
  for (DecisionMaker& who : mirrored.decision_makers)
    who.name = who.name == "Avara" ? "Belan" : "Avara";
  EXPECT_EQ(suggested_conflict(one).conflict, mirrored);
}

TEST(NamesIn, sees_whole_words_only) {
  EXPECT_TRUE(stands_in("Avara", "“Avara’s word”"));
  EXPECT_TRUE(stands_in("Avara", "said—Avara"));
  EXPECT_FALSE(stands_in("Avara", "Avaran"));
  EXPECT_FALSE(stands_in("Ava", "Avara"));
  EXPECT_FALSE(stands_in("Avara", "Éavara Avaraé"));
}

}  // namespace
}  // namespace entente::analyze

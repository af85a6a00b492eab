// SPDX-License-Identifier: Apache-2.0
#include "analyze/accounts/accounts.h"

#include <gtest/gtest.h>

#include "analyze/accounts/alignment.h"
#include "base/utf8.h"

namespace entente {
namespace {

using analyze::accounts;

struct Desk {
  Case whole;
  std::vector<Document> documents;

  Meeting& tell(const std::u32string& text, std::vector<std::string> parties, std::string place,
                std::string when) {
    Document document;
    document.card.id.number = static_cast<std::uint32_t>(documents.size() + 1);
    document.text = text;
    documents.push_back(document);
    whole.documents.push_back(document.card);
    Meeting meeting;
    meeting.id.number = static_cast<std::uint32_t>(whole.meetings.size() + 1);
    meeting.document = document.card.id;
    meeting.parties = std::move(parties);
    meeting.place = std::move(place);
    meeting.when_words = std::move(when);
    meeting.status = MeetingStatus::held;
    meeting.evidence = {0, 10};
    whole.meetings.push_back(meeting);
    return whole.meetings.back();
  }

  std::vector<AccountPair> run() const {
    return accounts(whole, [&](const auto& ids, const auto& use) {
      for (const DocumentId id : ids) use(documents.at(id.number - 1));
    });
  }
};

const std::u32string one =
    U"The ministers met in Harrow. Avara agreed to release 40 prisoners. They spoke about wheat.\n";
const std::u32string other =
    U"The ministers met in Harrow. Avara agreed to release 60 prisoners. Nobody raised the harbour "
    U"dues.\n";

TEST(Accounts, two_documents_on_one_meeting_are_set_side_by_side) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "on Monday");
  desk.tell(other, {"Belan", "Avara"}, "Harrow", "");
  const auto found = desk.run();
  ASSERT_EQ(found.size(), 1u);
  const auto& lines = found[0].lines;
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0].agreement, Agreement::agreed);
  EXPECT_EQ(lines[1].agreement, Agreement::differs) << "40 against 60 prisoners";
  EXPECT_EQ(lines[2].agreement, Agreement::only_left);
  EXPECT_EQ(lines[3].agreement, Agreement::only_right);
}

TEST(Accounts, another_place_another_day_or_other_parties_are_another_meeting) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "on Monday");
  desk.tell(other, {"Avara", "Belan"}, "Lund", "on Monday");
  desk.tell(other, {"Avara", "Belan"}, "Harrow", "on Friday");
  desk.tell(other, {"Avara", "Corin"}, "Harrow", "on Monday");
  EXPECT_TRUE(desk.run().empty());
}

TEST(Accounts, parties_alone_do_not_make_two_meetings_one) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "");
  desk.tell(other, {"Avara", "Belan"}, "", "on Monday");
  EXPECT_TRUE(desk.run().empty());
}

TEST(Accounts, one_weekday_in_two_undated_texts_is_not_known_to_be_one_day) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "", "on Friday");
  desk.tell(other, {"Avara", "Belan"}, "", "on Friday");
  EXPECT_TRUE(desk.run().empty());
  for (Meeting& meeting : desk.whole.meetings) meeting.when = parse_date("2031-03-07");
  EXPECT_EQ(desk.run().size(), 1u);
}

TEST(Accounts, texts_without_one_sentence_in_common_are_left_out) {
  Desk desk;
  desk.tell(U"The ministers met in Harrow.", {"Avara", "Belan"}, "Harrow", "");
  desk.tell(U"Wheat prices fell by a third last year.", {"Avara", "Belan"}, "Harrow", "");
  EXPECT_TRUE(desk.run().empty());
}

TEST(Accounts, planned_meetings_and_copies_of_one_wire_report_are_no_second_account) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "on Monday");
  desk.tell(other, {"Avara", "Belan"}, "Harrow", "on Monday").status = MeetingStatus::planned;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "on Monday");
  desk.whole.documents[2].same_account_as = DocumentId{1};
  EXPECT_TRUE(desk.run().empty());
}

TEST(Accounts, an_offer_to_meet_is_no_account_of_a_meeting) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "on Monday");
  desk.tell(other, {"Avara", "Belan"}, "Harrow", "on Monday").status = MeetingStatus::proposed;
  EXPECT_TRUE(desk.run().empty());
}

TEST(Accounts, a_negation_on_one_side_only_is_a_difference) {
  Desk desk;
  desk.tell(U"The minister promised to open the bridge.", {"Avara", "Belan"}, "Harrow", "");
  desk.tell(U"The minister never promised to open the bridge.", {"Avara", "Belan"}, "Harrow", "");
  ASSERT_EQ(desk.run().size(), 1u);
  EXPECT_EQ(desk.run()[0].lines[0].agreement, Agreement::differs);
}

TEST(Accounts, every_sentence_of_both_sides_stands_in_exactly_one_line) {
  Desk desk;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "");
  desk.tell(other, {"Avara", "Belan"}, "Harrow", "");
  std::vector<Span> left, right;
  const auto found = desk.run();
  for (const AccountLine& line : found[0].lines) {
    if (line.left) left.push_back(line.left->span);
    if (line.right) right.push_back(line.right->span);
  }
  std::sort(right.begin(), right.end());
  const auto spans = [](const analyze::Account& account) {
    std::vector<Span> out;
    for (const auto& sentence : account) out.push_back(sentence.evidence.span);
    return out;
  };
  EXPECT_EQ(left, spans(analyze::read_account(desk.documents[0], {0, 10})));
  EXPECT_EQ(right, spans(analyze::read_account(desk.documents[1], {0, 10})));
}

TEST(Accounts, swapping_the_two_sides_mirrors_the_lines) {
  Desk desk, mirror;
  desk.tell(one, {"Avara", "Belan"}, "Harrow", "");
  desk.tell(other, {"Avara", "Belan"}, "Harrow", "");
  mirror.tell(other, {"Avara", "Belan"}, "Harrow", "");
  mirror.tell(one, {"Avara", "Belan"}, "Harrow", "");
  const auto count = [](const Desk& d, Agreement agreement) {
    const auto lines = d.run()[0].lines;
    return std::count_if(lines.begin(), lines.end(),
                         [&](const AccountLine& l) { return l.agreement == agreement; });
  };
  EXPECT_EQ(count(desk, Agreement::agreed), count(mirror, Agreement::agreed));
  EXPECT_EQ(count(desk, Agreement::differs), count(mirror, Agreement::differs));
  EXPECT_EQ(count(desk, Agreement::only_left), count(mirror, Agreement::only_right));
}

}  // namespace
}  // namespace entente

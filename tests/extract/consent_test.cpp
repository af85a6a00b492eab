// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/positions_kit.h"

// Nobody gives way whom the text does not say to give way.

namespace entente::extract {
namespace {

using kit::extracted;
using Strings = std::vector<std::string>;

struct Case {
  std::string text;
  Strings positions;
};

void expect_each(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(kit::positions(one.text), one.positions) << one.text;
}

std::vector<std::string> firm_forms(const std::string& text) {
  std::vector<std::string> out;
  for (const Position& position : extracted(text).positions)
    out.push_back(kit::short_form(position) + " " + std::string(word_of(position.firmness)));
  return out;
}

TEST(Consent, what_one_is_told_to_do_is_the_demand_of_the_one_who_tells) {
  expect_each({
      {"Corland told Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland ordered Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland asked Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland urged Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland wants Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland expects Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corland pressed Avaria to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Corlandic envoy Tam Rudd said Corland had told Avaria to give up territory.",
       {"Corland territory demands"}},
      {"Avaria was urged by Corland to accept a ceasefire.", {"Corland ceasefire demands"}},
      {"Avaria was urged to accept a ceasefire.", {}},
      {"Avaria is expected to accept a ceasefire.", {}},
      {"He told Avaria to accept a ceasefire.", {}},
  });
}

TEST(Consent, a_condition_set_for_another_is_not_met_by_it) {
  expect_each({
      {"Corland will end the sanctions if Avaria accepts a ceasefire.",
       {"Corland sanctions conditional"}},
      {"If Avaria accepts a ceasefire, Corland will leave.", {}},
      {"Corlandic envoy Tam Rudd said that if Avaria accepts a ceasefire, Corland will leave.",
       {"Corland ceasefire conditional"}},
      {"Corlandic envoy Tam Rudd said Corland would leave unless Avaria gives up territory.",
       {"Corland territory demands"}},
      {"Corlandic envoy Tam Rudd said Corland would not leave until Avaria accepts a ceasefire.",
       {"Corland ceasefire demands"}},
      {"Corlandic envoy Tam Rudd said Corland would not leave unless Avaria rules out territory.",
       {"Corland territory conditional"}},
      {"Corlandic envoy Tam Rudd said Corland would not leave until Avaria ends the sanctions.",
       {"Corland sanctions conditional"}},
  });
}

TEST(Consent, what_another_must_do_is_asked_by_the_one_who_says_so) {
  expect_each({
      {"Corlandic officials said Avaria would have to agree to a ceasefire.",
       {"Corland ceasefire conditional"}},
      {"Corlandic envoy Tam Rudd said Avaria must give up territory.",
       {"Corland territory demands"}},
      {"Corlandic envoy Tam Rudd said Avaria needs to accept a ceasefire.",
       {"Corland ceasefire demands"}},
      {"Corlandic envoy Tam Rudd said Avaria should accept a ceasefire.",
       {"Corland ceasefire demands"}},
      {"\"They must accept a ceasefire,\" Corlandic envoy Tam Rudd said.",
       {"Corland ceasefire demands"}},
      {"Avaria must give up territory.", {}},
      {"Avarian envoy Ilan Corvo said Avaria must accept a ceasefire.",
       {"Avaria ceasefire open_to"}},
      {"Corlandic envoy Tam Rudd said Avaria had agreed to a ceasefire.",
       {"Avaria ceasefire concedes"}},
  });
}

TEST(Consent, what_a_draft_provides_is_no_partys_position) {
  expect_each({
      {"Article 3. Avaria shall give up territory and agree to a ceasefire.", {}},
      {"The text provides that Avaria accepts a ceasefire.", {}},
      {"Under the plan, Avaria would agree to a ceasefire.", {}},
      {"Corlandic envoy Tam Rudd said the draft would bar foreign troops.", {}},
      {"Avaria rejects the plan, which would lift the sanctions.", {"Avaria process rejects"}},
      {"Avarian envoy Ilan Corvo said the draft would set an unacceptable ceasefire.",
       {"Avaria ceasefire rejects", "Avaria terms_of_peace rejects"}},
  });
  EXPECT_FALSE(extracted("The text provides that Avaria accepts a ceasefire.").clauses.empty());
}

TEST(Consent, never_draws_no_red_line) {
  const std::string said = "Avarian Foreign Minister Ilan Corvo said ";
  EXPECT_EQ(firm_forms(said + "Avaria will never accept a ceasefire."),
            (Strings{"Avaria ceasefire rejects firm"}));
  EXPECT_EQ(firm_forms(said + "Avaria has never joined the alliance."),
            (Strings{"Avaria alliance_membership reports unstated"}));
  EXPECT_EQ(firm_forms(said + "Avaria had never had sanctions lifted so quickly."),
            (Strings{"Avaria sanctions reports unstated"}));
  EXPECT_EQ(firm_forms(said + "Avaria has never accepted the sanctions."),
            (Strings{"Avaria sanctions rejects unstated"}));
  for (const std::string limit :
       {"the sanctions are a red line", "the sanctions are not negotiable",
        "the sanctions are non-negotiable", "under no circumstances would the sanctions stay"})
    EXPECT_EQ(extracted(said + limit + ".").positions.at(0).firmness, Firmness::red_line) << limit;
}

TEST(Consent, a_denied_possibility_is_not_tentative) {
  const std::string said = "Avarian Foreign Minister Ilan Corvo said ";
  for (const std::string words :
       {"Avaria could not afford a ceasefire", "Avaria couldn't afford a ceasefire",
        "Avaria could never afford a ceasefire"})
    EXPECT_EQ(firm_forms(said + words + "."), (Strings{"Avaria ceasefire rejects unstated"}))
        << words;
  EXPECT_EQ(firm_forms(said + "Avaria could afford a ceasefire."),
            (Strings{"Avaria ceasefire open_to tentative"}));
}

bool lies_in_one(Span span, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](Span whole) { return whole.contains(span); });
}

TEST(Consent, evidence_of_a_quotation_is_the_speakers_own_words) {
  const std::vector<std::string> quoted{
      "“We will not accept a ceasefire,” Avarian envoy Ilan Corvo added, “but we want peace.”",
      "“We want an end,” Avarian envoy Ilan Corvo said, “to all of the sanctions.”",
      "“The sanctions,” Avarian envoy Ilan Corvo said, “must be lifted, and territory is a red "
      "line.”",
      "Avarian envoy Ilan Corvo demanded: “Lift the sanctions.”",
      "“If the shelling stops,” Avarian envoy Ilan Corvo said, “we accept a ceasefire.”",
      "“We reject the ‘ceasefire’,” Avarian envoy Ilan Corvo said."};
  std::size_t direct = 0;
  for (const std::string& text : quoted) {
    const Extracted found = extracted(text);
    for (const Position& position : found.positions) {
      const auto statement = std::find_if(found.statements.begin(), found.statements.end(),
                                          [&](auto& one) { return one.id == position.statement; });
      ASSERT_NE(statement, found.statements.end());
      if (statement->speech != Speech::direct) continue;
      ++direct;
      EXPECT_TRUE(lies_in_one(position.evidence, statement->content)) << text;
      EXPECT_EQ(position.words.find_first_of("\",;"), std::string::npos) << position.words;
    }
  }
  EXPECT_GE(direct, quoted.size() - 1);
  EXPECT_EQ(extracted(quoted[0]).positions.at(0).words, "We will not accept a ceasefire");
}

TEST(Consent, an_endless_clause_costs_no_more_than_its_own_length) {
  std::string meeting, offer = "Avaria accepts ";
  for (int i = 0; i < 400; ++i) {
    meeting +=
        "Avarian envoy Ilan Corvo met Belmarkian envoy Osa Lind in Haldstad on Monday after "
        "talks with Friends ";
    offer += "a ceasefire with sanctions ";
  }
  const Extracted met = extracted(meeting);
  std::size_t copied = 0;
  for (const Meeting& one : met.meetings) copied += one.words.size();
  EXPECT_FALSE(met.meetings.empty());
  EXPECT_LT(copied, 2 * 60 * 20 * std::max<std::size_t>(1, met.meetings.size()));
  const auto accepted = extracted(offer).positions;
  ASSERT_FALSE(accepted.empty());
  for (const Position& one : accepted) EXPECT_LT(one.words.size(), 60u * 12);
}

}  // namespace
}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
// Who controls what: the holder, what is done with it, towards whom, on what condition, until when.
#include "extract/levers.h"

#include <gtest/gtest.h>

#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

using kit::extracted;
using Found = std::vector<std::string>;

// "holder use kind target"
Found levers(const std::string& text) {
  Found out;
  for (const Lever& lever : extracted(text).levers)
    out.push_back(lever.holder + " " + std::string(word_of(lever.use)) + " " + lever.kind +
                  (lever.target.empty() ? "" : " " + lever.target));
  return out;
}

Lever only_lever(const std::string& text, std::optional<Date> date = std::nullopt) {
  const auto found = extracted(text, date).levers;
  if (found.size() != 1)
    throw Failed(
        {FailureKind::internal, "Not one lever but " + std::to_string(found.size()), text});
  return found.front();
}

TEST(Levers, what_is_done_is_told_from_what_is_warned_of) {
  EXPECT_EQ(levers("Avaria imposed sanctions on Belmark."),
            Found{"Avaria applied sanctions Belmark"});
  EXPECT_EQ(levers("Avaria threatened to impose sanctions on Belmark."),
            Found{"Avaria threatened sanctions Belmark"});
  EXPECT_EQ(levers("Avaria will impose sanctions on Belmark."),
            Found{"Avaria threatened sanctions Belmark"});
}

TEST(Levers, easing_is_told_from_offering_to_ease_and_from_refusing_to) {
  EXPECT_EQ(levers("Avaria lifted the sanctions on Belmark."),
            Found{"Avaria eased sanctions Belmark"});
  EXPECT_EQ(levers("Avaria offered to lift the sanctions on Belmark."),
            Found{"Avaria offered sanctions Belmark"});
  EXPECT_EQ(levers("Avaria refused to lift the sanctions on Belmark."),
            Found{"Avaria withheld sanctions Belmark"});
}

TEST(Levers, a_passive_is_refused_by_the_not_within_it) {
  const std::string said = "Avarian Foreign Minister Ilan Corvo said the embargo on Belmark ";
  EXPECT_EQ(levers(said + "would not be lifted."), Found{"Avaria withheld sanctions Belmark"});
  EXPECT_EQ(levers(said + "would be lifted."), Found{"Avaria offered sanctions Belmark"});
}

TEST(Levers, who_is_ready_to_ease_has_not_eased) {
  EXPECT_EQ(levers("Avaria is ready to lift the sanctions on Belmark."),
            Found{"Avaria offered sanctions Belmark"});
}

TEST(Levers, one_that_answers_another_counts_and_the_other_is_only_supposed) {
  const Lever found = only_lever(
      "\"If Belmark imposes sanctions, we will lift our sanctions on Corland,\" Avarian Foreign "
      "Minister Ilan Corvo said.");
  EXPECT_EQ(found.holder, "Avaria");
  EXPECT_EQ(found.use, LeverUse::offered);
}

TEST(Levers, a_demand_on_another_names_that_other_as_the_holder) {
  EXPECT_EQ(levers("Belmark demanded that Avaria lift the sanctions."),
            Found{"Avaria asked sanctions"});
}

TEST(Levers, a_speaker_speaks_for_its_party) {
  EXPECT_EQ(levers("Avarian Foreign Minister Ilan Corvo said his country would cut off aid to "
                   "Belmark."),
            Found{"Avaria threatened aid Belmark"});
}

TEST(Levers, of_one_kind_and_another) {
  EXPECT_EQ(levers("Corland suspended arms deliveries to Avaria."),
            Found{"Corland applied weapons Avaria"});
  EXPECT_EQ(levers("Belmark walked out of the talks."), Found{"Belmark applied walking_away"});
  EXPECT_EQ(levers("Corland restored diplomatic relations with Belmark."),
            Found{"Corland eased recognition Belmark"});
}

TEST(Levers, the_condition_and_the_deadline_are_kept) {
  const Lever found = only_lever("Corland will cut off aid to Belmark if the shelling goes on.");
  EXPECT_EQ(found.use, LeverUse::threatened);
  EXPECT_EQ(found.condition, "if the shelling goes on");
  const Lever until = only_lever("Corland threatened to impose sanctions on Belmark by Friday.",
                                 parse_date("2031-03-05"));
  EXPECT_EQ(until.deadline_words, "by Friday");
  EXPECT_EQ(until.deadline, parse_date("2031-03-07"));
  EXPECT_EQ(only_lever("Corland threatened to impose sanctions on Belmark by Friday.").deadline,
            std::nullopt)
      << "no date, no day";
}

TEST(Levers, its_words_stand_at_its_evidence) {
  const std::string text = "On Monday Avaria imposed sanctions on Belmark, officials said.";
  const Lever found = only_lever(text);
  EXPECT_EQ(slice_utf8(from_utf8(text), found.evidence), found.words);
  EXPECT_NE(found.words.find("imposed sanctions"), std::string::npos);
}

TEST(Levers, what_nobody_is_named_for_what_is_asked_and_what_is_supposed_is_none) {
  EXPECT_EQ(levers("Sanctions have been in place for years."), Found{});
  EXPECT_EQ(levers("Will Avaria lift the sanctions?"), Found{});
  EXPECT_EQ(levers("Had Avaria lifted the sanctions, the talks would have gone on."), Found{});
}

TEST(Levers, what_another_side_holds_is_not_the_speakers) {
  const std::string said = "Corlandic envoy Tam Rudd said ";
  EXPECT_EQ(levers(said + "the other side would cut off aid to Belmark."), Found{});
  EXPECT_EQ(levers(said + "Avaria would cut off aid to Belmark."),
            Found{"Avaria threatened aid Belmark"});
  EXPECT_EQ(levers("\"They will cut off aid to Belmark,\" " + said.substr(0, 23) + " said."),
            Found{});
  EXPECT_EQ(levers("\"We will cut off aid to Belmark,\" " + said.substr(0, 23) + " said."),
            Found{"Corland threatened aid Belmark"});
}

TEST(Levers, of_a_passive_that_a_mediator_tells_the_holder_is_not_known) {
  Codebook book = kit::codebook();
  book.parties[2].kind = PartyKind::mediator;
  const Extractor reader = or_throw(Extractor::load(ENTENTE_SOURCE_DIR "/data", book));
  const auto told = [&](const std::string& text) {
    const Document one = kit::document(text);
    Roster roster;
    reader.learn(one, roster);
    Found holders;
    for (const Lever& lever : reader.extract(one, roster).levers) holders.push_back(lever.holder);
    return holders;
  };
  EXPECT_EQ(told("Corlandic envoy Tam Rudd said the embargo on Belmark would be lifted."), Found{});
  EXPECT_EQ(told("Avarian envoy Ilan Corvo said the embargo on Belmark would be lifted."),
            Found{"Avaria"});
  EXPECT_EQ(told("Corlandic envoy Tam Rudd said Avaria would lift the embargo on Belmark."),
            Found{"Avaria"});
  EXPECT_EQ(told("Corlandic envoy Tam Rudd said his country would cut off aid to Belmark."),
            Found{"Corland"});
}

TEST(Levers, what_is_done_without_delay_is_done) {
  EXPECT_EQ(levers("Without delay, Avaria lifted the sanctions on Belmark."),
            Found{"Avaria eased sanctions Belmark"});
  EXPECT_EQ(levers("Avaria will not lift the sanctions on Belmark."),
            Found{"Avaria withheld sanctions Belmark"});
}

TEST(Levers, two_parties_swapped_are_two_levers_swapped) {
  const auto told = [](const std::string& a, const std::string& b) {
    return levers(a + " threatened to cut off aid to " + b + ". " + b + " lifted its embargo on " +
                  a + ".");
  };
  EXPECT_EQ(told("Avaria", "Belmark"),
            (Found{"Avaria threatened aid Belmark", "Belmark eased sanctions Avaria"}));
  EXPECT_EQ(told("Belmark", "Avaria"),
            (Found{"Belmark threatened aid Avaria", "Avaria eased sanctions Belmark"}));
}

}  // namespace
}  // namespace entente::extract

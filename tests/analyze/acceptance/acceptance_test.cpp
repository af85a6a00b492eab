// SPDX-License-Identifier: Apache-2.0
// What a party's words make acceptable, and what they never do.
#include "analyze/acceptance/acceptance.h"

#include <gtest/gtest.h>

#include "analyze/crossings/crossings.h"
#include "kit/case_language.h"

namespace entente::analyze::acceptance_test {
namespace {

using kit::case_of;

constexpr const char* talks =
    "issue corridor: closed shared open\n"
    "party Avara principal required\n"
    "party Belan principal required\n";

Case talks_with(const std::string& lines) { return case_of(talks + lines); }

Word word_on(const Case& whole, const std::string& party, std::size_t option) {
  const Acceptance found = acceptance(whole);
  for (std::size_t p = 0; p < found.parties.size(); ++p)
    if (found.parties[p].party == party) return found.issues.at(0).words[p][option];
  throw std::out_of_range(party);
}

Word avara(const std::string& lines, std::size_t option = 1) {
  return word_on(talks_with(lines), "Avara", option);
}

std::string told(const Word& word) {
  std::string out{word_of(word.answer)};
  if (word.answer == Answer::unknown) out += " " + std::string(word_of(word.doubt));
  return word.position ? out + " " + word.position->text() : out;
}

TEST(Acceptance, a_party_accepts_what_it_demands_wants_offers_or_concedes_itself) {
  for (const char* stance : {"demands", "wants", "offers", "concedes"})
    EXPECT_EQ(told(avara("document 2031-03-01\nAvara " + std::string(stance) +
                         " corridor shared \"we share it\"")),
              "accepts p1");
}

TEST(Acceptance, where_no_party_is_known_nothing_is_closed_and_nobody_has_agreed) {
  const Case whole = case_of(
      "issue corridor: closed shared open\n"
      "document 2031-03-01\n"
      "clause corridor open \"shall be open\"");
  const Acceptance found = acceptance(whole);
  ASSERT_TRUE(found.parties.empty());
  const Leeway room = leeway(found);
  EXPECT_EQ(room.packages, Natural{3});
  EXPECT_EQ(room.inside, Natural{3});
  EXPECT_EQ(room.accepted, Natural{});
  EXPECT_TRUE(room.bars.empty());
}

TEST(Acceptance, to_be_open_to_it_or_to_speak_of_it_tentatively_is_no_yes) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara open_to corridor shared \"why not\"")),
            "open_to p1");
  Case whole = talks_with("document 2031-03-01\nAvara offers corridor shared \"we could\"");
  whole.positions[0].firmness = Firmness::tentative;
  EXPECT_EQ(told(word_on(whole, "Avara", 1)), "open_to p1");
}

TEST(Acceptance, an_opening_takes_back_no_yes_and_a_yes_makes_more_of_an_opening) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor shared \"we share it\"\n"
                       "document 2031-03-09\nAvara open_to corridor shared \"still open\"")),
            "accepts p1");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara open_to corridor shared \"why not\"\n"
                       "document 2031-03-09\nAvara concedes corridor shared \"so be it\"")),
            "accepts p2");
}

TEST(Acceptance, what_is_accepted_on_a_condition_is_not_accepted) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara conditional corridor shared \"yes | if paid\"")),
            "conditional p1");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor shared \"yes | if paid\"")),
            "conditional p1");
}

TEST(Acceptance, a_later_condition_and_one_of_no_known_time_bind_an_earlier_yes) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor shared \"yes\"\n"
                       "document 2031-03-09\nAvara offers corridor shared \"yes | if paid\"")),
            "conditional p2");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor shared \"yes\"\n"
                       "document\nAvara offers corridor shared \"yes | if paid\"")),
            "conditional p2");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor shared \"yes | if paid\"\n"
                       "document 2031-03-09\nAvara offers corridor shared \"yes\"")),
            "accepts p2");
}

TEST(Acceptance, silence_is_unknown) {
  EXPECT_EQ(told(avara("document 2031-03-01\nBelan offers corridor shared \"yes\"")),
            "unknown silent");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara offers corridor open \"yes\"")),
            "unknown silent");
}

TEST(Acceptance, anothers_word_about_a_party_is_never_its_yes) {
  EXPECT_EQ(told(avara("document 2031-03-01\nsays Belan Avara offers corridor shared \"it will\"")),
            "unknown told p1");
}

TEST(Acceptance, a_speaker_whose_party_is_a_guess_accepts_nothing_for_it) {
  Case whole = talks_with("document 2031-03-01\nAvara offers corridor shared \"yes\"");
  Person person;
  person.id = {1};
  person.name = "Ilan Corvo";
  person.party = "Avara";
  person.party_guessed = true;
  whole.people.push_back(person);
  whole.statements[0].person = person.id;
  whole.statements[0].speaker = whole.positions[0].reported_by = person.name;
  EXPECT_EQ(told(word_on(whole, "Avara", 1)), "unknown guessed p1");
  whole.people[0].review.status = Status::confirmed;
  EXPECT_EQ(told(word_on(whole, "Avara", 1)), "accepts p1");
}

TEST(Acceptance, words_over_several_options_accept_none_of_them) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara wants corridor shared..open \"not closed\"")),
            "unknown several p1");
}

TEST(Acceptance, who_refuses_several_options_refuses_each) {
  const std::string lines = "document 2031-03-01\nAvara rejects corridor shared..open \"neither\"";
  EXPECT_EQ(told(avara(lines, 1)), "against p1");
  EXPECT_EQ(told(avara(lines, 2)), "against p1");
  EXPECT_EQ(told(avara(lines, 0)), "unknown silent");
}

TEST(Acceptance, words_that_name_no_option_and_an_undecided_word_stay_unknown) {
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara wants corridor - \"a corridor\"")),
            "unknown no_option p1");
  EXPECT_EQ(told(avara("document 2031-03-01\nAvara undecided corridor shared \"we weigh it\"")),
            "unknown undecided p1");
}

TEST(Acceptance, a_demand_is_against_the_other_options_until_the_party_takes_one_up) {
  const std::string demand = "document 2031-03-01\nAvara demands corridor open \"open it\"\n";
  EXPECT_EQ(told(avara(demand)), "against p1");
  EXPECT_TRUE(avara(demand).instead);
  EXPECT_EQ(told(avara(demand, 2)), "accepts p1");
  EXPECT_EQ(told(avara(demand + "Avara offers corridor shared \"or share it\"")), "accepts p2");
  EXPECT_EQ(told(avara(demand + "document 2031-03-09\nAvara offers corridor shared \"fine\"")),
            "accepts p2");
  EXPECT_EQ(told(avara("document 2031-02-01\nAvara offers corridor shared \"fine\"\n"
                       "document 2031-03-01\nAvara demands corridor open \"open it\"\n")),
            "against p2");
}

TEST(Acceptance, the_newest_own_word_wins) {
  const std::string no = "Avara rejects corridor shared \"never\"\n",
                    yes = "Avara concedes corridor shared \"so be it\"\n";
  EXPECT_EQ(told(avara("document 2031-03-01\n" + no + "document 2031-03-09\n" + yes)),
            "accepts p2");
  EXPECT_EQ(told(avara("document 2031-03-01\n" + yes + "document 2031-03-09\n" + no)),
            "against p2");
}

TEST(Acceptance, two_words_that_no_date_puts_in_order_leave_it_unknown) {
  const std::string no = "Avara rejects corridor shared \"never\"\n",
                    yes = "Avara concedes corridor shared \"so be it\"\n";
  EXPECT_EQ(told(avara("document 2031-03-09\n" + no + yes)), "unknown both p2");
  EXPECT_EQ(told(avara("document\n" + no + "document 2031-03-09\n" + yes)), "unknown both p2");
}

TEST(Acceptance, a_red_line_stays_whatever_the_party_says_later) {
  const Word word = avara(
      "document 2031-03-01\nAvara rejects corridor shared! \"a red line\"\n"
      "document 2031-03-09\nAvara offers corridor shared \"so be it\"");
  EXPECT_EQ(told(word), "red_line p1");
  EXPECT_EQ(word.but, PositionId{2});
}

TEST(Acceptance, a_red_line_that_a_person_rejected_or_another_party_told_of_is_none) {
  Case whole = talks_with("document 2031-03-01\nAvara rejects corridor shared! \"a red line\"");
  whole.positions[0].review.status = Status::rejected;
  EXPECT_EQ(acceptance(whole).issues.size(), 0u);
  EXPECT_EQ(told(avara("document 2031-03-01\nsays Belan Avara rejects corridor shared! \"never\"")),
            "unknown told p1");
}

TEST(Acceptance, a_red_line_drawn_around_a_demand_closes_all_else) {
  const std::string lines = "document 2031-03-01\nAvara demands corridor open! \"open it\"";
  EXPECT_EQ(told(avara(lines, 0)), "red_line p1");
  EXPECT_EQ(told(avara(lines, 1)), "red_line p1");
  EXPECT_EQ(told(avara(lines, 2)), "accepts p1");
}

TEST(Acceptance, a_red_line_in_words_that_name_no_option_leaves_no_yes_on_its_issue) {
  const Word word = avara(
      "document 2031-03-01\nAvara rejects corridor -! \"no tolls\"\n"
      "document 2031-03-09\nAvara offers corridor shared \"so be it\"");
  EXPECT_EQ(told(word), "unknown limit p1");
  EXPECT_EQ(word.but, PositionId{2});
}

TEST(Acceptance, copies_and_rejected_positions_count_for_nothing) {
  EXPECT_EQ(told(avara("document 2031-03-01\nBelan offers corridor open \"yes\"\n"
                       "document 2031-03-01 copy d1\nAvara offers corridor shared \"yes\"")),
            "unknown silent");
}

TEST(Acceptance, whose_yes_is_needed_is_what_the_codebook_says) {
  const Acceptance found = acceptance(case_of(
      "issue corridor: closed shared open\nparty Med mediator\nparty Avara principal\n"
      "party Guard guarantor required\nparty Cedan guarantor\nparty Out principal not_required\n"
      "document 2031-03-01\nMed offers corridor shared \"yes\"\nCedan offers corridor shared "
      "\"yes\"\n"
      "Out offers corridor shared \"yes\"\nOther offers corridor shared \"yes\""));
  std::vector<AskedParty> wanted{{"Avara", true, false}, {"Guard", true, true},
                                 {"Med", false, false},  {"Cedan", false, false},
                                 {"Out", false, true},   {"Other", false, false}};
  EXPECT_EQ(found.parties, wanted);
}

TEST(Acceptance, where_nobody_is_named_all_who_take_a_side_are_asked_but_mediators) {
  const Acceptance found = acceptance(
      case_of("issue corridor: closed shared open\nparty Med mediator\ndocument 2031-03-01\n"
              "Med offers corridor shared \"yes\"\nAvara offers corridor shared \"yes\"\n"
              "Belan reports corridor shared \"it is raining\""));
  std::vector<AskedParty> wanted{{"Avara", true, false}, {"Med", false, false}};
  EXPECT_EQ(found.parties, wanted);
}

TEST(Acceptance, issues_without_options_and_unspoken_ones_are_named) {
  const Acceptance found =
      acceptance(case_of("issue corridor: closed shared open\nissue tolls:\nissue fish: none some\n"
                         "issue mood (assessment): bad good\nissue empty:\ndocument 2031-03-01\n"
                         "Avara wants corridor shared \"yes\"\nAvara wants tolls - \"lower\"\n"
                         "Avara wants mood good \"smiles\""));
  EXPECT_EQ(found.issues.size(), 1u);
  EXPECT_EQ(found.without_options, std::vector<std::string>{"tolls"});
  EXPECT_EQ(found.unspoken, std::vector<std::string>{"fish"});
}

// ---- what could be signed

Leeway leeway_of(const std::string& lines) { return leeway(acceptance(talks_with(lines))); }

TEST(Leeway, counts_packages_inside_the_red_lines_unopposed_and_accepted) {
  const Leeway found = leeway_of(
      "issue fish: none some all\ndocument 2031-03-01\n"
      "Avara rejects corridor closed! \"never\"\nAvara offers corridor shared \"yes\"\n"
      "Belan offers corridor shared \"yes\"\nBelan rejects corridor open \"no\"\n"
      "Avara wants fish some \"yes\"\nBelan wants fish some \"yes\"");
  EXPECT_EQ(found.packages.text(), "9");
  EXPECT_EQ(found.inside.text(), "6");
  EXPECT_EQ(found.unopposed.text(), "3");
  EXPECT_EQ(found.accepted.text(), "1");
  EXPECT_TRUE(found.bars.empty());
}

TEST(Leeway, a_mediator_accepts_for_nobody) {
  const std::string lines =
      "party Med mediator not_required\ndocument 2031-03-01\nAvara offers corridor shared "
      "\"yes\"\n";
  EXPECT_EQ(leeway_of(lines + "Med offers corridor shared \"yes\"").accepted.text(), "0");
  EXPECT_EQ(leeway_of(lines + "Belan offers corridor shared \"yes\"").accepted.text(), "1");
}

TEST(Leeway, a_red_line_of_a_party_that_is_not_asked_is_a_red_line) {
  EXPECT_EQ(leeway_of("party Town stakeholder not_required\ndocument 2031-03-01\n"
                      "Avara offers corridor shared \"yes\"\nBelan offers corridor shared \"yes\"\n"
                      "Town rejects corridor shared! \"never\"")
                .accepted.text(),
            "0");
}

TEST(Leeway, names_the_smallest_set_of_red_lines_that_closes_an_issue_and_what_opens_it) {
  const Leeway found = leeway_of(
      "document 2031-03-01\nAvara rejects corridor closed! \"never\"\n"
      "Avara demands corridor open! \"open it\"\nBelan rejects corridor open! \"never\"\n"
      "Belan rejects corridor open! \"as I said\"");
  ASSERT_EQ(found.bars.size(), 1u);
  const Bar& bar = found.bars[0];
  EXPECT_TRUE(bar.by_red_lines);
  ASSERT_EQ(bar.limits.size(), 3u);
  EXPECT_EQ(bar.limits[2].positions.size(), 2u);
  EXPECT_EQ(bar.sets, (std::vector<std::vector<std::size_t>>{{1, 2}}));
  ASSERT_EQ(bar.openings.size(), 2u);
  EXPECT_EQ(bar.openings[0].option, 1u);
  EXPECT_EQ(bar.openings[0].limits, std::vector<std::size_t>{1});
  EXPECT_EQ(bar.openings[1].option, 2u);
  EXPECT_EQ(bar.openings[1].limits, std::vector<std::size_t>{2});
  EXPECT_TRUE(found.nearest.empty());
}

TEST(Leeway, where_only_words_stand_against_every_option_it_says_whose) {
  const Leeway found = leeway_of(
      "document 2031-03-01\nAvara demands corridor open \"open it\"\n"
      "Belan demands corridor closed \"close it\"");
  EXPECT_EQ(found.inside.text(), "3");
  EXPECT_EQ(found.unopposed.text(), "0");
  ASSERT_EQ(found.bars.size(), 1u);
  EXPECT_FALSE(found.bars[0].by_red_lines);
  ASSERT_EQ(found.bars[0].openings.size(), 2u);
  EXPECT_EQ(found.nearest[0].options.size(), 2u);
}

TEST(Leeway, the_unknown_that_decides_most_comes_first) {
  const Leeway found = leeway_of(
      "issue fish: none some\ndocument 2031-03-01\nAvara offers corridor shared \"yes\"\n"
      "Avara offers fish some \"yes\"\nBelan offers fish some \"yes\"");
  ASSERT_FALSE(found.pivots.empty());
  EXPECT_EQ(found.pivots[0].option, 1u);
  EXPECT_EQ(found.pivots[0].opens.text(), "1");
  EXPECT_EQ(found.pivots[0].closes.text(), "2");
  EXPECT_TRUE(found.pivots[0].settles);
}

TEST(Leeway, without_any_position_there_is_nothing_to_sign) {
  const Leeway found = leeway_of("document 2031-03-01");
  EXPECT_EQ(found.packages.text(), "0");
  EXPECT_EQ(found.accepted.text(), "0");
}

// ---- a draft

DraftCheck check_of(const std::string& lines) {
  const Case whole = talks_with(lines);
  return checks(whole, acceptance(whole), {{"the draft", whole.clauses}}, crossings(whole)).front();
}

TEST(Check, one_crossed_red_line_decides_the_whole) {
  const DraftCheck found = check_of(
      "issue fish: none some\ndocument 2031-03-01\nAvara offers fish some \"yes\"\n"
      "Belan offers fish some \"yes\"\nAvara rejects corridor open! \"never\"\n"
      "clause fish some \"some fish\"\nclause corridor open \"shall be open\"");
  EXPECT_EQ(found.outcome, Outcome::crosses);
  EXPECT_EQ(told(found.words[1][0]), "red_line p3");
}

TEST(Check, a_draft_passes_only_where_every_needed_party_has_said_yes_to_every_clause) {
  const std::string both =
      "document 2031-03-01\nAvara offers corridor shared \"yes\"\nclause corridor shared \"s\"\n";
  EXPECT_EQ(check_of(both).outcome, Outcome::unknown);
  EXPECT_EQ(check_of(both + "Belan open_to corridor shared \"why not\"").outcome, Outcome::unknown);
  EXPECT_EQ(check_of(both + "Belan wants corridor shared \"yes\"").outcome, Outcome::accepted);
  EXPECT_EQ(
      check_of(both + "Belan wants corridor shared \"yes\"\nclause corridor - \"tolls\"").outcome,
      Outcome::unknown);
  EXPECT_EQ(check_of(both + "Belan rejects corridor shared \"no\"").outcome, Outcome::opposed);
}

TEST(Check, a_clause_over_several_options_is_accepted_only_where_all_of_them_are) {
  const std::string lines =
      "document 2031-03-01\nAvara offers corridor shared \"yes\"\n"
      "clause corridor shared..open \"shared or open\"\n";
  EXPECT_EQ(told(check_of(lines).words[0][0]), "unknown clause p1");
  EXPECT_EQ(check_of(lines + "Avara offers corridor open \"yes\"").words[0][0].answer,
            Answer::accepts);
}

TEST(Check, tells_what_each_gets_and_gives_by_its_own_stated_positions) {
  const DraftCheck found = check_of(
      "issue fish: none some all\nissue toll: free low high\ndocument 2031-03-01\n"
      "Avara demands corridor open \"open\"\nAvara offers fish some \"yes\"\n"
      "Belan demands corridor closed \"close\"\nBelan wants fish all \"all\"\n"
      "Belan conditional toll low \"yes | if paid\"\n"
      "clause corridor open \"open\"\nclause fish some \"some\"\nclause toll low \"low\"");
  EXPECT_EQ(found.balances[0].bearings,
            (std::vector<Bearing>{Bearing::wanted, Bearing::offered, Bearing::unknown}));
  EXPECT_EQ(found.balances[1].bearings,
            (std::vector<Bearing>{Bearing::against, Bearing::against, Bearing::open}));
  EXPECT_EQ(found.gets_all, std::vector<std::size_t>{0});
  EXPECT_EQ(found.gives_way, std::vector<std::size_t>{1});
  EXPECT_EQ(found.words[1][1].doubt, Doubt::silent);
}

TEST(Check, where_both_give_way_nobody_is_said_to_get_everything) {
  const DraftCheck found = check_of(
      "document 2031-03-01\nAvara demands corridor open \"open\"\n"
      "Belan demands corridor closed \"close\"\nclause corridor shared \"share\"");
  EXPECT_TRUE(found.gets_all.empty());
  EXPECT_TRUE(found.gives_way.empty());
  EXPECT_EQ(found.outcome, Outcome::opposed);
}

TEST(Check, a_clause_without_an_option_still_crosses_a_red_line_that_speaks_of_the_same_thing) {
  const DraftCheck found = check_of(
      "document 2031-03-01\nAvara rejects corridor -! \"night barges through the corridor\"\n"
      "clause corridor - \"night barges shall pass the corridor\"");
  EXPECT_EQ(found.outcome, Outcome::crosses);
}

}  // namespace
}  // namespace entente::analyze::acceptance_test

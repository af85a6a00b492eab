// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/people_kit.h"

namespace entente::extract {
namespace {

struct PrintedPerson {
  std::string text, name, role, party;
};

TEST(Roster, the_words_around_a_name_give_person_role_and_party) {
  const PrintedPerson asked[] = {
      {"Ruritanian Foreign Minister Jane Roe said no.", "Jane Roe", "Foreign Minister",
       "Ruritania"},
      {"US Secretary of State John Doe arrived.", "John Doe", "Secretary of State",
       "United States"},
      {"Ruritania's Water and Harbour Council head Ivo Tarn met them.", "Ivo Tarn",
       "Water and Harbour Council head", "Ruritania"},
      {"They met the head of the Freedonian delegation Max Moe.", "Max Moe",
       "head of the Freedonian delegation", "Freedonia"},
      {"Ada Loe, the Ruritanian defence minister, spoke.", "Ada Loe", "defence minister",
       "Ruritania"},
      {"The Head of the NATO Defence Council, Admiral Otto van der Roe, agreed.",
       "Otto van der Roe", "Admiral; Head of the NATO Defence Council", "NATO"},
      {"Strelsau spokeswoman Ina Poe said no.", "Ina Poe", "spokeswoman", "Ruritania"},
      {"President of the United States Jim Zoe left.", "Jim Zoe", "President of the United States",
       "United States"},
      {"Sorley Quill, a spokesman for the Freedonian government, declined.", "Sorley Quill",
       "spokesman", "Freedonia"},
      {"Ruritania's Ada Moe said no. Moe left.", "Ada Moe", "", "Ruritania"},
      {"Ina Loe, the UN secretary-general's personal envoy, spoke.", "Ina Loe", "personal envoy",
       "United Nations"},
      {"Bettany Crake, a lock-keeper who leads the Lake Pact, spoke.", "Bettany Crake", "",
       "Lake Pact"},
  };
  for (const PrintedPerson& one : asked) {
    const CaseReader reader = CaseReader{}.learn(one.text);
    const Person* person = reader.person(one.name);
    ASSERT_NE(person, nullptr) << one.text;
    EXPECT_EQ(person->role, one.role) << one.text;
    EXPECT_EQ(person->party, one.party) << one.text;
    EXPECT_FALSE(person->evidence.empty());
  }
}

TEST(Roster, names_may_have_particles_initials_hyphens_apostrophes_and_any_letter) {
  for (const char* name :
       {"Jean-Luc Roe", "Maria de la Roe", "Salem bin Roe", "Omar al-Roe", "J.P. Roe",
        "Siobhán O'Roe", "Łukasz Żuć", "Ban Ki-roe", "Ludwig von Roe", "Ana Roe Jr"}) {
    const CaseReader reader = CaseReader{}.learn("Ruritanian President " + std::string(name) +
                                                 " said on Monday that all was well.");
    ASSERT_EQ(reader.roster.people().size(), 1u) << name;
    EXPECT_EQ(reader.roster.people()[0].name, name);
  }
}

TEST(Roster, organisations_outlets_and_programmes_are_nobody) {
  for (const char* text : {"Harbour News reported that talks had begun.",
                           "She told Face the Harbour that it was over.",
                           "The Northwater Agency said so, according to the Ellowan Accord.",
                           "Fifth Amendment rights, Lake News said.",
                           "Ruritania Today said that the Strelsau Conference had failed.",
                           "A reporter for Ruritania Today asked."})
    EXPECT_TRUE(CaseReader{}.learn(text).roster.people().empty())
        << text << CaseReader{}.learn(text).roster.people()[0].name;
}

TEST(Roster, a_title_shared_with_a_verb_makes_nobody) {
  EXPECT_TRUE(CaseReader{}
                  .learn("We judge Ruritania by what it signs, and they host Freedonia.")
                  .roster.people()
                  .empty());
}

TEST(Roster, a_bare_name_becomes_a_person_when_it_speaks_and_is_spoken_of_again) {
  const CaseReader reader =
      CaseReader{}.learn("Ilse Varga said the road was shut. Later Varga said it was open.");
  EXPECT_NE(reader.person("Ilse Varga"), nullptr);
}

TEST(Roster, a_transcript_label_is_the_same_person_as_the_titled_name) {
  const CaseReader reader = CaseReader{}.learn(
      "Ruritanian Foreign Minister Jane Roe spoke.\n\nJANE ROE: We met.\n\nORLA DALE, HOST: Thank "
      "you.");
  ASSERT_EQ(reader.roster.people().size(), 2u);
  EXPECT_EQ(reader.roster.people()[0].party, "Ruritania");
  EXPECT_EQ(reader.roster.people()[1].name, "Orla Dale");
}

TEST(Roster, another_spelling_is_a_person_that_points_to_the_first) {
  CaseReader reader;
  reader.learn("Ruritanian President Volodar Kerensky spoke.")
      .learn("Ruritanian President Volodar Kerenskyy spoke.");
  ASSERT_EQ(reader.roster.people().size(), 2u);
  EXPECT_EQ(reader.roster.people()[1].same_as, reader.roster.people()[0].id);
  EXPECT_EQ(reader.roster.canonical(reader.roster.people()[1]).name, "Volodar Kerensky");
}

TEST(Roster, another_given_name_with_the_same_office_points_to_the_first) {
  CaseReader reader;
  reader.learn("Freedonian Prime Minister Mirko Oskarrel spoke.")
      .learn("Freedonian Prime Minister Ruvan Oskarrel spoke.");
  ASSERT_EQ(reader.roster.people().size(), 2u);
  EXPECT_TRUE(reader.roster.people()[1].same_as);
}

TEST(Roster, a_rejected_merge_is_undone) {
  CaseReader reader;
  reader.learn("Ruritanian President Volodar Kerensky spoke.")
      .learn("Ruritanian President Volodar Kerenskyy spoke.");
  std::vector<Person> people = reader.roster.people();
  people[1].review.status = Status::rejected;
  const Roster again(people);
  EXPECT_EQ(again.canonical(again.people()[1]).name, "Volodar Kerenskyy");
}

// Of whom the text speaks; whose envoy it is stands nowhere.
constexpr const char* envoy_of_the_subject =
    "Ruritania will not sign, Foreign Minister Jane Roe said.";

TEST(Roster, a_party_that_no_text_prints_is_kept_as_a_guess) {
  CaseReader reader;
  reader.learn(envoy_of_the_subject);
  ASSERT_EQ(reader.person("Jane Roe")->party, "Ruritania");
  EXPECT_TRUE(reader.person("Jane Roe")->party_guessed);
  reader.learn("Freedonian Finance Minister Max Moe left.");
  EXPECT_FALSE(reader.person("Max Moe")->party_guessed);
}

TEST(Roster, print_replaces_a_guess_in_a_case_that_was_saved_and_opened_again) {
  CaseReader before;
  before.learn(envoy_of_the_subject);
  CaseReader again;
  again.roster = Roster(before.roster.people());
  EXPECT_TRUE(again.person("Jane Roe")->party_guessed);
  again.learn("Freedonian Foreign Minister Jane Roe arrived.");
  EXPECT_EQ(again.person("Jane Roe")->party, "Freedonia");
  EXPECT_FALSE(again.person("Jane Roe")->party_guessed);
}

TEST(Roster, print_does_not_replace_a_guess_that_a_person_has_confirmed) {
  CaseReader before;
  before.learn(envoy_of_the_subject);
  std::vector<Person> people = before.roster.people();
  people[0].review.status = Status::confirmed;
  CaseReader again;
  again.roster = Roster(people);
  again.learn("Freedonian Foreign Minister Jane Roe arrived.");
  EXPECT_EQ(again.person("Jane Roe")->party, "Ruritania");
}

TEST(Roster, two_people_with_one_surname_stay_apart) {
  CaseReader reader;
  reader.learn("Ruritanian President Jane Roe met Freedonian Foreign Minister Harold Roe.");
  ASSERT_EQ(reader.roster.people().size(), 2u);
  EXPECT_FALSE(reader.roster.people()[1].same_as);
  reader.learn("Ruritanian Finance Minister Otto Roe joined.");
  ASSERT_EQ(reader.roster.people().size(), 3u);
  EXPECT_FALSE(reader.roster.people()[2].same_as);
}

TEST(Roster, a_surname_with_a_title_waits_for_its_full_name) {
  CaseReader reader;
  reader.learn("President Wyrick spoke.");
  ASSERT_EQ(reader.roster.people().size(), 1u);
  EXPECT_EQ(reader.roster.people()[0].name, "Wyrick");
  reader.learn("Ruritanian President Adela Wyrick spoke.");
  ASSERT_EQ(reader.roster.people().size(), 1u);
  EXPECT_EQ(reader.roster.people()[0].name, "Adela Wyrick");
  EXPECT_EQ(reader.roster.people()[0].party, "Ruritania");
}

TEST(Roster, an_envoy_speaks_for_the_party_of_whom_he_serves_whenever_that_is_learned) {
  CaseReader reader;
  reader.learn("Ivo Tarn, Roe's special envoy to Freedonia, spoke. President Jane Roe listened.");
  EXPECT_EQ(reader.person("Ivo Tarn")->party, "");
  reader.learn("Ruritanian President Jane Roe spoke.");
  EXPECT_EQ(reader.person("Ivo Tarn")->party, "Ruritania");
}

TEST(Roster, who_ends_a_list_of_one_partys_people_is_of_that_party) {
  const CaseReader reader = CaseReader{}.learn(
      "Ruritanian Foreign Minister Jane Roe, Ruritanian envoy Ivo Tarn and Max Moe met in the "
      "capital.");
  ASSERT_NE(reader.person("Max Moe"), nullptr);
  EXPECT_EQ(reader.person("Max Moe")->party, "Ruritania");
  const CaseReader mixed = CaseReader{}.learn(
      "Ruritanian Foreign Minister Jane Roe, Freedonian envoy Ivo Tarn and Max Moe met in the "
      "capital.");
  EXPECT_EQ(mixed.person("Max Moe")->party, "");
}

TEST(Roster, a_lead_names_the_government_that_its_minister_speaks_for) {
  const CaseReader reader =
      CaseReader{}.learn("Ruritania will not sign, Defence Minister Casimir Othen said on Monday.");
  EXPECT_EQ(reader.person("Casimir Othen")->party, "Ruritania");
}

TEST(Roster, a_prime_minister_without_a_country_speaks_of_his_own) {
  const CaseReader reader = CaseReader{}.learn(
      "The talks went on. It was late. Nobody slept. It rained. It was cold. "
      "Prime Minister Otto Loe said Ruritania would not leave.");
  EXPECT_EQ(reader.person("Otto Loe")->party, "Ruritania");
}

TEST(Roster, what_stands_before_a_partys_name_can_be_part_of_the_title) {
  const CaseReader reader =
      CaseReader{}.learn("Khalil al-Roe, the chief Ruritanian negotiator, spoke.");
  ASSERT_NE(reader.person("Khalil al-Roe"), nullptr);
  EXPECT_EQ(reader.person("Khalil al-Roe")->party, "Ruritania");
}

TEST(Roster, the_only_president_without_a_country_is_the_one_whose_country_is_named_later) {
  const CaseReader reader = CaseReader{}.learn(
      "President Jane Roe met Freedonian President Max Moe. The Ruritanian president was tired.");
  EXPECT_EQ(reader.person("Jane Roe")->party, "Ruritania");
  EXPECT_EQ(reader.person("Max Moe")->party, "Freedonia");
}

TEST(Roster, the_only_state_without_a_president_has_the_president_without_a_state) {
  const std::string text =
      "President Jane Roe met Freedonian President Max Moe. Ruritania was ready. Freedonia was "
      "not. "
      "The Ruritanian side left, and so did the Freedonian side. Ruritania will wait.";
  CaseReader reader;
  reader.learn(text);
  EXPECT_EQ(reader.person("Jane Roe")->party, "Ruritania");
  const CaseReader with_own = CaseReader{}.learn("Ruritania's ruler Otto Loe was there. " + text);
  EXPECT_EQ(with_own.person("Jane Roe")->party, "");
  reader.learn("US President Jane Roe left.");  // what is printed counts more than what is guessed
  EXPECT_EQ(reader.person("Jane Roe")->party, "United States");
}

TEST(Roster, a_role_is_kept_newest_first_and_once) {
  CaseReader reader;
  reader.learn("Ruritanian Foreign Minister Jane Roe spoke.")
      .learn("Ruritanian Prime Minister Jane Roe spoke. Minister Roe left.");
  EXPECT_EQ(reader.person("Jane Roe")->role, "Prime Minister; Foreign Minister");
}

TEST(Roster, learning_goes_on_from_the_people_known) {
  CaseReader first;
  first.learn("Ruritanian President Jane Roe spoke.");
  CaseReader second;
  second.roster = Roster(first.roster.people());
  second.learn("Freedonian President Max Moe met Roe.");
  ASSERT_EQ(second.roster.people().size(), 2u);
  EXPECT_EQ(second.roster.people()[1].id, PersonId{2});
}

TEST(Roster, swapped_parties_give_mirrored_people) {
  const std::string one =
      "Ruritanian President Jane Roe met Freedonian envoy Max Moe. Strelsau refused, Roe's aide "
      "Ada Loe said.";
  std::string other = one;
  const auto swap = [&](const std::string& from, const std::string& to) {
    other.replace(other.find(from), from.size(), to);
  };
  swap("Ruritanian", "#");
  swap("Freedonian", "Ruritanian");
  swap("#", "Freedonian");
  const CaseReader a = CaseReader{}.learn(one), b = CaseReader{}.learn(other);
  ASSERT_EQ(a.roster.people().size(), b.roster.people().size());
  for (std::size_t i = 0; i < a.roster.people().size(); ++i) {
    const std::string& mirrored = b.roster.people()[i].party;
    EXPECT_EQ(a.roster.people()[i].party, mirrored == "Ruritania"   ? "Freedonia"
                                          : mirrored == "Freedonia" ? "Ruritania"
                                                                    : "");
    EXPECT_EQ(a.roster.people()[i].name, b.roster.people()[i].name);
  }
}

std::string party_in(const std::string& text, const std::string& name) {
  const CaseReader reader = CaseReader{}.learn(text);
  const Person* person = reader.person(name);
  return person == nullptr ? "nobody" : person->party;
}

TEST(Roster, any_noun_may_stand_between_a_party_and_the_office) {
  EXPECT_EQ(party_in("Ruritania\u2019s fisheries minister, Jane Roe, says no.", "Jane Roe"),
            "Ruritania");
  EXPECT_EQ(party_in("Ruritania's deputy prime minister for reintegration, Jane Roe, said no.",
                     "Jane Roe"),
            "Ruritania");
  EXPECT_EQ(party_in("Ruritania's quartermaster, Jane Roe, said no.", "Jane Roe"), "Ruritania");
}

TEST(Roster, a_president_of_the_republic_of_a_state_is_of_that_state) {
  EXPECT_EQ(party_in("President Jane Roe of the Republic of Freedonia spoke.", "Jane Roe"),
            "Freedonia");
}

TEST(Roster, its_head_is_of_the_party_that_the_sentence_before_speaks_of) {
  EXPECT_EQ(
      party_in("Strelsau's delegation was not impressed. Its head, Jane Roe, said so.", "Jane Roe"),
      "Ruritania");
  EXPECT_EQ(
      party_in("Ruritanian President Max Moe left. His deputy, Jane Roe, said so.", "Jane Roe"),
      "Ruritania");
}

TEST(Roster, a_minister_without_a_country_is_of_the_one_that_the_paragraph_speaks_of) {
  EXPECT_EQ(
      party_in("Freedonia, which hosts the talks, was glad. Foreign Minister Jane Roe wrote so.",
               "Jane Roe"),
      "Freedonia");
  EXPECT_EQ(party_in("It rained. Foreign Minister Jane Roe wrote so.", "Jane Roe"), "");
}

TEST(Roster, an_answer_comes_from_the_minister_of_whose_it_is) {
  EXPECT_EQ(party_in("Ruritania's answer came from Vice Foreign Minister Jane Roe.", "Jane Roe"),
            "Ruritania");
}

TEST(Roster, who_follows_an_office_without_a_name_holds_it) {
  const CaseReader reader = CaseReader{}.learn(
      "Ruritania's prime minister has accused them. Jane Roe, who took office in May, said no.");
  ASSERT_NE(reader.person("Jane Roe"), nullptr);
  EXPECT_EQ(reader.person("Jane Roe")->party, "Ruritania");
  EXPECT_EQ(reader.person("Jane Roe")->role, "prime minister");
}

TEST(Roster, the_words_of_a_headline_are_nobody) {
  EXPECT_EQ(party_in("Minister of State Holds Telephone Calls with Foreign Ministers of the "
                     "Neighbouring States",
                     "Holds Telephone Calls"),
            "nobody");
}

TEST(Roster, a_guess_gives_way_to_what_is_printed_and_to_whoever_holds_the_office) {
  const std::string guessed = "Freedonia was glad. Prime Minister Jane Roe wrote so.";
  CaseReader reader;
  reader.learn(guessed).learn("Ruritanian Prime Minister Jane Roe left.");
  EXPECT_EQ(reader.person("Jane Roe")->party, "Ruritania");
  EXPECT_EQ(party_in("Freedonian Prime Minister Max Moe left.\n\n" + guessed, "Jane Roe"), "");
}

TEST(Roster, a_given_name_with_the_office_is_the_person_of_the_full_name) {
  CaseReader reader;
  reader.learn(
      "Mr. Praset Wonkul, Minister of Foreign Affairs of Ruritania, hosted it. Minister "
      "Praset said it went well.");
  EXPECT_EQ(reader.roster.people().size(), 1u);
}

}  // namespace
}  // namespace entente::extract

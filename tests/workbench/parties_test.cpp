// SPDX-License-Identifier: Apache-2.0
// Parties are merged and split, and everything that is coded goes with them.
#include <gtest/gtest.h>

#include <algorithm>

#include "kit/sample_case.h"
#include "support.h"

namespace entente {
namespace {

const Signature reader{"A. Reader", ""};
const std::string council = "the northern council";

// One party that is two: Arvenia, and the northern council.
exchange::Whole council_talks() {
  exchange::Whole whole;
  const Document text = kit::document(
      1, "talks.txt",
      "The northern council met Borland in Quill on Monday.\n\n"
      "“We will not leave,” the northern council said. “We stay here.” "
      "Arvenia could accept observers, Arvenia said. "
      "Northern envoy Dana Vole said the talks were useful. She said they would go on. "
      "Arvenian minister Ilan Torre said that they had failed.\n\n"
      "Arvenia and the northern council met Cadmia in Ostrel. "
      "Borland closes the road of the northern council. "
      "The northern council wants a limit on the army.\n",
      kit::day("2031-03-05"));
  Case& contents = whole.contents;
  contents.codebook = kit::small_codebook();
  contents.codebook.parties[0].aliases = {"the Arvenian side", council};
  contents.codebook.parties[0].demonyms = {"Arvenian", "Northern"};
  contents.documents = {text.card};
  contents.people = {
      kit::person(text, 1, "Dana Vole", "envoy", "Arvenia", "Northern envoy Dana Vole"),
      kit::person(text, 2, "Ilan Torre", "minister", "Arvenia", "Arvenian minister Ilan Torre")};
  const auto said = [&](std::uint32_t id, const char* words, const char* source, const char* who,
                        std::optional<PersonId> person = {}) {
    contents.statements.push_back(kit::statement(text, id, words, source, "said", who, "Arvenia"));
    contents.statements.back().person = person;
  };
  said(1, "We will not leave", "the northern council said", "Arvenia");
  said(2, "We stay here", "", "Arvenia");
  contents.statements[1].continues = StatementId{1};
  said(3, "Arvenia could accept observers", "Arvenia said", "Arvenia");
  said(4, "the talks were useful", "Northern envoy Dana Vole", "Dana Vole", PersonId{1});
  said(5, "they would go on", "She", "Dana Vole", PersonId{1});
  said(6, "they had failed", "Arvenian minister Ilan Torre", "Ilan Torre", PersonId{2});
  const auto stands = [&](std::uint32_t id, const char* issue, Stance stance, const char* words,
                          std::optional<StatementId> statement, const char* by) {
    contents.positions.push_back(kit::position(text, id, "Arvenia", issue, stance, words, by));
    contents.positions.back().statement = statement;
  };
  stands(1, "territory", Stance::rejects, "We will not leave", StatementId{1}, "Arvenia");
  stands(2, "territory", Stance::open_to, "Arvenia could accept observers", StatementId{3},
         "Arvenia");
  stands(3, "progress", Stance::wants, "they would go on", StatementId{5}, "Dana Vole");
  stands(4, "force_limits", Stance::wants, "The northern council wants a limit on the army", {},
         "narrator");
  contents.meetings = {kit::meeting(text, 1, {"Arvenia", "Borland"}, "Quill", MeetingStatus::held,
                                    "The northern council met Borland in Quill"),
                       kit::meeting(text, 2, {"Arvenia", "Cadmia"}, "Ostrel", MeetingStatus::held,
                                    "Arvenia and the northern council met Cadmia in Ostrel")};
  Lever lever;
  lever.id = {1};
  lever.document = text.card.id;
  lever.holder = "Borland";
  lever.kind = "blockade";
  lever.target = "Arvenia";
  lever.words = "Borland closes the road of the northern council";
  lever.evidence = kit::span_of(text, lever.words);
  lever.reported_by = "Arvenia";
  lever.review = kit::suggested();
  contents.levers = {lever};
  whole.documents = {text};
  return whole;
}

class Parties : public testing::Test {
 protected:
  Parties() {
    const auto file = folder.write("talks.json", exchange::write_json(council_talks()));
    bench.import(file, reader);
    before = bench.contents();
  }

  std::uint64_t next_line() const { return bench.log_number() + 1; }
  std::vector<std::string> parties_of_codebook() const {
    std::vector<std::string> names;
    for (const Party& party : bench.contents().codebook.parties) names.push_back(party.name);
    return names;
  }
  const Party& party(const std::string& name) const {
    const auto& parties = bench.contents().codebook.parties;
    return *std::find_if(parties.begin(), parties.end(),
                         [&](const Party& one) { return one.name == name; });
  }

  kit::Folder folder;
  Workbench bench = Workbench::create(folder / "talks.entente", {}, source_share());
  Case before;
};

using Names = std::vector<std::string>;

TEST_F(Parties, what_is_one_partys_becomes_the_other_ones) {
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  EXPECT_EQ(parties_of_codebook(), (Names{"Borland", "Cadmia"}));
  EXPECT_EQ(party("Borland").aliases,
            (Names{"the Borland side", "Arvenia", "the Arvenian side", council}));
  EXPECT_EQ(party("Borland").demonyms, (Names{"Borlander", "Arvenian", "Northern"}));
  EXPECT_EQ(party("Borland").seats, (Names{"Ostrel", "Tolm"}));
  const Case& after = bench.contents();
  for (const Statement& one : after.statements) EXPECT_EQ(one.party, "Borland") << one.id.text();
  for (const Position& one : after.positions) EXPECT_EQ(one.party, "Borland") << one.id.text();
  for (const Person& one : after.people) EXPECT_EQ(one.party, "Borland") << one.id.text();
  EXPECT_EQ(after.statements[0].speaker, "Borland") << "the party speaks under its name";
  EXPECT_EQ(after.statements[3].speaker, "Dana Vole");
  EXPECT_EQ(after.positions[0].reported_by, "Borland");
  EXPECT_EQ(after.meetings[0].parties, Names{"Borland"}) << "once";
  EXPECT_EQ(after.meetings[1].parties, (Names{"Borland", "Cadmia"}));
  EXPECT_EQ(after.levers[0].target, "Borland");
  EXPECT_EQ(after.levers[0].reported_by, "Borland");
  for (const Position& one : after.positions)
    EXPECT_EQ(one.review.status, Status::suggested) << "nobody has looked at it";
}

TEST_F(Parties, a_merge_is_undone_by_its_first_line) {
  const std::uint64_t line = next_line();
  bench.merge_parties({"Borland", "Arvenia", "Cadmia"}, reader);
  const Case merged = bench.contents();
  bench.undo({line}, reader);
  EXPECT_EQ(bench.contents(), before);
  bench.undo({bench.log_number()}, reader);
  EXPECT_EQ(bench.contents(), merged) << "and that by its last one";
}

TEST_F(Parties, what_the_texts_tell_by_a_name_goes_with_it) {
  bench.split_party("Arvenia", {council, "Northern"}, reader);
  EXPECT_EQ(parties_of_codebook(), (Names{"Arvenia", "Borland", "Cadmia", council}));
  EXPECT_EQ(party("Arvenia").aliases, Names{"the Arvenian side"});
  EXPECT_EQ(party("Arvenia").demonyms, Names{"Arvenian"});
  EXPECT_EQ(party(council).demonyms, Names{"Northern"});
  EXPECT_EQ(party(council).consent, Consent::unstated) << "nobody has said so of this one";
  const Case& after = bench.contents();
  Names speak_for, stand_for;
  for (const Statement& one : after.statements) speak_for.push_back(one.party);
  for (const Position& one : after.positions) stand_for.push_back(one.party);
  EXPECT_EQ(speak_for, (Names{council, council, "Arvenia", council, council, "Arvenia"}));
  EXPECT_EQ(stand_for, (Names{council, "Arvenia", council, council}));
  EXPECT_EQ(after.statements[0].speaker, council);
  EXPECT_EQ(after.statements[3].speaker, "Dana Vole");
  EXPECT_EQ(after.positions[0].reported_by, council);
  EXPECT_EQ(after.positions[1].reported_by, "Arvenia");
  EXPECT_EQ(after.people[0].party, council);
  EXPECT_EQ(after.people[1].party, "Arvenia");
  EXPECT_EQ(after.meetings[0].parties, (Names{council, "Borland"}));
  EXPECT_EQ(after.meetings[1].parties, (Names{"Arvenia", council, "Cadmia"})) << "both took part";
  EXPECT_EQ(after.levers[0].target, council);
}

TEST_F(Parties, a_split_is_undone_by_its_first_line) {
  const std::uint64_t line = next_line();
  bench.split_party("Arvenia", {council, "Northern"}, reader);
  EXPECT_NE(bench.contents(), before);
  bench.undo({line}, reader);
  EXPECT_EQ(bench.contents(), before);
}

TEST_F(Parties, a_merge_can_be_undone_after_a_split_that_was_undone) {
  const std::uint64_t merge = next_line();
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  const Case merged = bench.contents();
  const std::uint64_t split = next_line();
  bench.split_party("Borland", {council, "Northern"}, reader);
  EXPECT_EQ(failure_of([&] { bench.undo({merge}, reader); }).kind, FailureKind::usage);
  bench.undo({split}, reader);
  EXPECT_EQ(bench.contents(), merged);
  bench.undo({merge}, reader);
  EXPECT_EQ(bench.contents(), before);
}

TEST_F(Parties, what_was_confirmed_meanwhile_stays_so_when_a_merge_is_undone) {
  const std::uint64_t line = next_line();
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  bench.confirm({"p1", "s1"}, reader);
  bench.undo({line}, reader);
  EXPECT_EQ(bench.contents().positions[0].party, "Arvenia");
  EXPECT_EQ(bench.contents().positions[0].review.status, Status::confirmed);
}

TEST_F(Parties, what_got_yet_another_party_meanwhile_is_not_written_over) {
  const std::uint64_t line = next_line();
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  bench.edit("p4", {{"party", "Cadmia"}}, reader);
  const Case now = bench.contents();
  EXPECT_EQ(failure_of([&] { bench.undo({line}, reader); }).kind, FailureKind::usage);
  EXPECT_EQ(bench.contents(), now);
  const std::uint64_t second = next_line();
  bench.merge_parties({"Cadmia", "Borland"}, reader);
  EXPECT_EQ(failure_of([&] { bench.undo({line}, reader); }).kind, FailureKind::usage);
  bench.undo({second}, reader);
  EXPECT_EQ(bench.contents(), now);
}

TEST_F(Parties, a_name_that_only_items_carry_is_a_party_too) {
  bench.edit("p4", {{"party", "Dorrin"}}, reader);
  const Case now = bench.contents();
  const std::uint64_t line = next_line();
  bench.merge_parties({"Borland", "Dorrin"}, reader);
  EXPECT_EQ(bench.contents().positions[3].party, "Borland");
  EXPECT_EQ(party("Borland").aliases, (Names{"the Borland side", "Dorrin"}));
  bench.undo({line}, reader);
  EXPECT_EQ(bench.contents(), now);
  bench.merge_parties({"Dorrin", "Borland"}, reader);
  EXPECT_EQ(party("Dorrin").aliases, (Names{"Borland", "the Borland side"}));
  EXPECT_EQ(party("Dorrin").kind, PartyKind::principal);
}

TEST_F(Parties, what_makes_no_sense_is_refused_and_nothing_is_changed) {
  const auto merge = [&](const Names& names) {
    return failure_of([&] { bench.merge_parties(names, reader); }).kind;
  };
  const auto split = [&](const std::string& party, const Names& names) {
    return failure_of([&] { bench.split_party(party, names, reader); }).kind;
  };
  EXPECT_EQ(merge({"Arvenia"}), FailureKind::usage);
  EXPECT_EQ(merge({"Arvenia", "Arvenia"}), FailureKind::usage);
  EXPECT_EQ(merge({"Arvenia", ""}), FailureKind::usage);
  EXPECT_EQ(merge({"Arvenia", "Nowhere"}), FailureKind::missing);
  EXPECT_EQ(split("Nowhere", {"x"}), FailureKind::missing);
  EXPECT_EQ(split("Arvenia", {}), FailureKind::usage);
  EXPECT_EQ(split("Arvenia", {"Arvenia"}), FailureKind::usage);
  EXPECT_EQ(split("Arvenia", {"Borland"}), FailureKind::usage);
  EXPECT_EQ(split("Arvenia", {"Northern"}), FailureKind::usage) << "a people, and no party";
  EXPECT_EQ(split("Arvenia", {council, council}), FailureKind::usage);
  EXPECT_EQ(bench.contents(), before);
}

TEST_F(Parties, another_name_is_no_change_of_anybodys_position) {
  const std::uint64_t line = next_line();
  const auto recoded = [&] {
    const auto changes = bench.ledger().changes;
    return std::count_if(changes.begin(), changes.end(),
                         [](const CellChange& one) { return one.cause == Cause::analyst_recoded; });
  };
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  EXPECT_EQ(recoded(), 0);
  bench.undo({line}, reader);
  EXPECT_EQ(recoded(), 0);
  bench.edit("p1", {{"party", "Borland"}}, reader);
  EXPECT_GT(recoded(), 0);
}

TEST_F(Parties, a_case_with_merged_parties_can_be_taken_elsewhere) {
  bench.merge_parties({"Borland", "Arvenia"}, reader);
  bench.split_party("Borland", {council}, reader);
  const auto file = folder.write("copy.json", exchange::write_json(bench.whole()));
  Workbench copy = Workbench::create(folder / "copy.entente", {}, source_share());
  copy.import(file, reader);
  EXPECT_EQ(copy.contents(), bench.contents());
}

TEST(PartiesAdded, what_is_added_after_a_merge_is_read_by_the_other_name) {
  const kit::Folder folder;
  Workbench bench = new_case(folder / "talks.entente");
  bench.add({{"one.txt", article(1)}}, {}, {});
  bench.merge_parties({"Meldria", "Dorvane"}, reader);
  bench.add({{"two.txt", article(2)}}, {}, {});
  std::size_t met = 0;
  for (const Meeting& one : bench.contents().meetings) {
    EXPECT_EQ(std::count(one.parties.begin(), one.parties.end(), "Dorvane"), 0);
    met += std::count(one.parties.begin(), one.parties.end(), "Meldria") > 0;
  }
  EXPECT_EQ(met, 2u) << "one of each article";
}

TEST(PartiesAdded, what_was_read_while_parties_were_one_is_shared_out_when_they_are_two_again) {
  const std::string text =
      "The Meldrian government said on Tuesday that it would accept the monitors. "
      "Skarrow said that it rejected any limit on its army. "
      "The Meldrian government and Skarrow met in Whitharbour.\n";
  const kit::Folder folder;
  Workbench bench = new_case(folder / "talks.entente"), apart = new_case(folder / "apart.entente");
  for (Workbench* one : {&bench, &apart}) one->add({{"one.txt", article(1)}}, {}, {});
  const std::uint64_t merge = bench.log_number() + 1;
  bench.merge_parties({"Skarrow", "Meldria"}, reader);
  for (Workbench* one : {&bench, &apart}) one->add({{"two.txt", text}}, {}, {});
  const Case merged = bench.contents();
  const auto spoken_for = [](const Workbench& of) {
    std::vector<std::string> out;
    for (const Statement& one : of.contents().statements) out.push_back(one.party);
    for (const Position& one : of.contents().positions) out.push_back(one.party);
    return out;
  };
  ASSERT_NE(spoken_for(bench), spoken_for(apart));
  const auto changed = bench.undo({merge}, reader);
  std::uint64_t undoing = 0;
  for (const LogEntry& line : bench.log())
    if (line.item == "party:Skarrow") undoing = line.number;
  EXPECT_EQ(spoken_for(bench), spoken_for(apart));
  EXPECT_EQ(bench.contents().codebook, apart.contents().codebook);
  const std::string fresh = bench.contents().statements.back().id.text();
  EXPECT_EQ(std::count(changed.begin(), changed.end(), fresh), 0) << "Skarrow's own stays";
  bench.undo({undoing}, reader);
  EXPECT_EQ(bench.contents(), merged) << "all of it in one step";
}

TEST_F(Parties, a_name_that_came_with_a_character_that_is_not_seen_can_be_merged_away) {
  exchange::Whole whole = council_talks();
  const std::string name =
      "Dor\xe2\x80\xae"
      "rin";
  whole.contents.positions[3].party = name;
  Workbench other = Workbench::create(folder / "other.entente", {}, source_share());
  other.import(folder.write("other.json", exchange::write_json(whole)), reader);
  other.merge_parties({"Arvenia", name}, reader);
  EXPECT_EQ(other.contents().positions[3].party, "Arvenia");
  EXPECT_EQ(failure_of([&] { other.split_party("Arvenia", {name}, reader); }).kind,
            FailureKind::usage)
      << "and is not put in anew";
  EXPECT_EQ(failure_of([&] { other.merge_parties({"Borland", name + name}, reader); }).kind,
            FailureKind::usage)
      << "nor printed where it names nobody";
}

TEST_F(Parties, roles_have_days_and_are_undone) {
  const std::uint64_t line = next_line();
  bench.edit("w1", {{"roles", "2030-01-05..2031-02-01 Envoy; 2031-02-02.. Chair"}}, reader);
  EXPECT_EQ(bench.contents().people[0].roles,
            (std::vector<Role>{{"Envoy", kit::day("2030-01-05"), kit::day("2031-02-01")},
                               {"Chair", kit::day("2031-02-02"), {}}}));
  EXPECT_EQ(bench.contents().people[0].role, "envoy") << "as it is printed";
  EXPECT_EQ(
      failure_of([&] { bench.edit("w1", {{"roles", "2032-01-05..2031-02-01 X"}}, reader); }).kind,
      FailureKind::usage);
  const Workbench again = Workbench::open(folder / "talks.entente", source_share(), false);
  EXPECT_EQ(again.contents(), bench.contents()) << "on disk";
  bench.undo({line}, reader);
  EXPECT_EQ(bench.contents(), before);
}

TEST_F(Parties, who_signs_has_a_name_of_plain_letters_and_some_length) {
  const auto confirmed_by = [&](const std::string& who, const std::string& why = "") {
    return failure_of([&] { bench.confirm({"p1"}, {who, why}); }).kind;
  };
  const std::string long_name(201, 'a'), nul("a\0b", 3);
  for (const std::string& who : {long_name, nul,
                                 std::string("a\xe2\x80\xae"
                                             "b"),
                                 std::string("a\nb"),
                                 std::string("\xe2\x81\xa6"
                                             "ann"),
                                 std::string("a\x1b[2J")})
    EXPECT_EQ(confirmed_by(who), FailureKind::usage) << who;
  EXPECT_EQ(confirmed_by("A. Reader", nul), FailureKind::usage);
  EXPECT_EQ(confirmed_by("A. Reader", "follows the wrong speaker"), FailureKind::usage)
      << "the program's own mark of what follows";
  EXPECT_EQ(confirmed_by("A. Reader", "undoes line 3"), FailureKind::usage);
  EXPECT_EQ(failure_of([&] { bench.edit("p1", {{"party", nul}}, reader); }).kind,
            FailureKind::usage);
  EXPECT_EQ(failure_of([&] {
              bench.edit("w1",
                         {{"name",
                           "a\xe2\x80\xae"
                           "b"}},
                         reader);
            }).kind,
            FailureKind::usage);
  EXPECT_EQ(failure_of([&] { bench.add({{"a.txt", article(1)}}, {{}, 0, nul}, {}); }).kind,
            FailureKind::usage);
  EXPECT_EQ(bench.contents(), before);
  bench.confirm({"p1"}, {"\u05e8\u05d5\u05ea \u0645\u0631\u064a\u0645 Zo\u00eb", "one\nand two"});
  EXPECT_EQ(bench.contents().positions[0].review.status, Status::confirmed);
}

TEST_F(Parties, what_is_named_twice_is_done_once) {
  const std::uint64_t lines = bench.log_number();
  bench.confirm({"p1", "p2", "p1"}, reader);
  bench.reject({"p3", "p3"}, {"A. Reader", "misread"});
  EXPECT_EQ(bench.log_number(), lines + 3);
}

}  // namespace
}  // namespace entente

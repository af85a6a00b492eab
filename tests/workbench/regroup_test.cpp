// SPDX-License-Identifier: Apache-2.0
// Splits and merges.
#include <gtest/gtest.h>

#include "kit/sample_case.h"
#include "kit/says.h"
#include "model/find.h"
#include "model/quote.h"
#include "support.h"
#include "workbench/review.h"

namespace entente {
namespace {

using kit::says;
using Fields = std::map<std::string, std::string>;
using Items = std::vector<std::string>;
using Change = store::Store::Change;

Change merged(const Case& contents, const Items& items) {
  Revision revision(contents, {"A. Reader", "seen twice"}, "now");
  revision.merge(items);
  return revision.change();
}
Change split(const Case& contents, const Items& items, const Fields& fields,
             const std::string& words = "") {
  Revision revision(contents, {"A. Reader", "two things"}, "now");
  revision.split(items, fields, words);
  return revision.change();
}
template <class Item>
const Item& with_id(const std::vector<Item>& items, std::uint32_t number) {
  const Item* found = find_item(items, decltype(items.front().id){number});
  if (!found) throw std::out_of_range("no item " + std::to_string(number));
  return *found;
}

// Each quote equals the text at its offsets.
void expect_quotes_hold(const Change& change) {
  const auto texts = kit::small_documents();
  const auto text = [&](DocumentId id) { return texts.at(id.number - 1).text; };
  for (const auto* list : {&change.positions, &change.added.positions})
    for (const Position& one : *list)
      EXPECT_EQ(one.words, words_at(text(one.document), {one.evidence})) << one.id.text();
  for (const auto* list : {&change.statements, &change.added.statements})
    for (const Statement& one : *list)
      EXPECT_EQ(one.words, words_at(text(one.document), one.content)) << one.id.text();
}

TEST(Split, a_position_that_is_two_issues_becomes_two_confirmed_ones) {
  const Change change =
      split(kit::small_case(), {"p3"}, {{"issue", "progress"}}, "could accept observers");
  ASSERT_EQ(change.added.positions.size(), 1u);
  const Position& made = change.added.positions[0];
  EXPECT_EQ(made.id.text(), "p5");
  EXPECT_EQ(made.issue, "progress");
  EXPECT_EQ(made.words, "could accept observers");
  EXPECT_EQ(made.statement, StatementId{3});
  EXPECT_EQ(made.review, (Review{Status::confirmed, "A. Reader"}));
  EXPECT_EQ(change.positions.at(0).issue, "territory");
  EXPECT_EQ(change.positions[0].review.status, Status::confirmed);
  expect_quotes_hold(change);
  ASSERT_EQ(change.log.size(), 2u);
  EXPECT_EQ(change.log[1].item, "p5");
  EXPECT_EQ(change.log[1].why, "from p3: two things");
}

TEST(Split, drops_a_condition_that_the_part_does_not_hold) {
  Case contents = kit::small_case();
  contents.positions[2].condition = "observers in the valley";
  EXPECT_EQ(split(contents, {"p3"}, {{"issue", "progress"}}, "Torre said")
                .added.positions.at(0)
                .condition,
            "");
}

TEST(Split, takes_several_items_or_none) {
  const Change change = split(kit::small_case(), {"p1", "p3"}, {{"party", "Borland"}});
  EXPECT_EQ(change.added.positions.size(), 2u);
  EXPECT_EQ(change.added.positions[1].id.text(), "p6");
  EXPECT_EQ(failure_of([] { split(kit::small_case(), {"p1", "p9"}, {{"party", "B"}}); }).kind,
            FailureKind::missing);
}

TEST(Split, refuses_what_would_be_there_twice_or_is_not_in_the_words) {
  EXPECT_TRUE(says(failure_of([] { split(kit::small_case(), {"p1"}, {}); }).sentence(), "twice"));
  EXPECT_TRUE(
      says(failure_of([] { split(kit::small_case(), {"p1"}, {}, "never said"); }).sentence(),
           "do not hold"));
  EXPECT_TRUE(
      says(failure_of([] { split(kit::small_case(), {"s1"}, {}, "never said"); }).sentence(),
           "do not hold"));
}

TEST(Split, of_a_statement_takes_what_rests_on_the_part_with_it) {
  Case contents = kit::small_case();
  const auto texts = kit::small_documents();
  contents.positions[2].evidence = kit::span_of(texts[1], "observers in the valley");
  contents.positions[2].words = "observers in the valley";
  const Change change = split(contents, {"s3"}, {{"speaker", "Mira Sandt"}, {"party", "Borland"}},
                              "observers in the valley");
  ASSERT_EQ(change.added.statements.size(), 1u);
  EXPECT_EQ(change.added.statements[0].words, "observers in the valley");
  EXPECT_EQ(change.added.statements[0].person, PersonId{2});
  EXPECT_EQ(change.statements.at(0).words, "Arvenia could accept");
  const Position& follower = change.positions.at(0);
  EXPECT_EQ(follower.statement, (StatementId{5}));
  EXPECT_EQ(follower.party, "Borland");
  EXPECT_EQ(follower.reported_by, "Mira Sandt");
  expect_quotes_hold(change);
}

TEST(Split, of_a_statement_that_two_made_leaves_the_words_to_both) {
  const Change change = split(kit::small_case(), {"s2"}, {{"speaker", "Ilan Torre"}});
  EXPECT_EQ(change.added.statements.at(0).words, kit::small_case().statements[1].words);
  EXPECT_EQ(change.added.statements[0].speaker, "Ilan Torre");
  EXPECT_EQ(change.statements.at(0).speaker, "Borland");
}

TEST(Split, of_a_person_who_is_two_gives_the_other_what_he_said) {
  const Change change = split(kit::small_case(), {"w1", "s3"},
                              {{"name", "Ilan Torre the younger"}, {"party", "Borland"}});
  ASSERT_EQ(change.added.people.size(), 1u);
  EXPECT_EQ(change.added.people[0].id.text(), "w3");
  EXPECT_EQ(change.added.people[0].evidence.size(), 1u);
  EXPECT_EQ(change.statements.at(0).person, PersonId{3});
  EXPECT_EQ(change.statements[0].speaker, "Ilan Torre the younger");
  EXPECT_EQ(change.statements[0].party, "Borland");
  EXPECT_EQ(change.positions.at(0).party, "Borland");
  EXPECT_EQ(change.positions[0].reported_by, "Ilan Torre the younger");
}

TEST(Split, of_a_person_needs_a_name_and_his_own_statements) {
  EXPECT_TRUE(
      says(failure_of([] { split(kit::small_case(), {"w1", "s3"}, {}); }).sentence(), "already"));
  EXPECT_TRUE(
      says(failure_of([] { split(kit::small_case(), {"w1", "s4"}, {{"name", "N"}}); }).sentence(),
           "s4 is no statement of w1"));
  EXPECT_EQ(failure_of([] { split(kit::small_case(), {"w1"}, {{"name", "N"}}); }).kind,
            FailureKind::usage);
}

TEST(Merge, two_names_of_one_person_and_split_undoes_it) {
  Case contents = kit::small_case();
  contents.people[1].party.clear();
  const Change change = merged(contents, {"w1", "w2"});
  EXPECT_EQ(change.people.at(0).same_as, PersonId{1});
  EXPECT_EQ(change.statements.at(0).speaker, "Ilan Torre");
  EXPECT_EQ(change.positions.at(0).reported_by, "Ilan Torre");
  contents.people[1] = change.people[0];
  contents.statements[3] = change.statements[0];
  contents.positions[3] = change.positions[0];
  const Change back = split(contents, {"w2"}, {});
  EXPECT_FALSE(back.people.at(0).same_as);
  EXPECT_EQ(back.statements.at(0).speaker, "Mira Sandt");
}

// Of the later statement nobody knows whose it is.
Case with_an_unknown_speaker() {
  Case contents = kit::small_case();
  Statement& later = contents.statements[3];
  later.speaker.clear();
  later.party.clear();
  later.person.reset();
  contents.positions[3].party.clear();
  return contents;
}

TEST(Merge, a_statement_goes_on_where_the_earlier_one_ends_and_split_undoes_it) {
  Case contents = with_an_unknown_speaker();
  const Change change = merged(contents, {"s3", "s4"});
  const Statement& later = with_id(change.statements, 4);
  EXPECT_EQ(later.continues, StatementId{3});
  EXPECT_EQ(later.speaker, "Ilan Torre");
  EXPECT_EQ(with_id(change.positions, 4).party, "Arvenia");
  contents.statements[3] = later;
  EXPECT_FALSE(split(contents, {"s4"}, {}).statements.at(0).continues);
  const Change named_last = merged(with_an_unknown_speaker(), {"s4", "s3"});
  EXPECT_EQ(with_id(named_last.statements, 4).continues, StatementId{3});
  for (const Statement& one : named_last.statements) {
    EXPECT_EQ(one.speaker, "Ilan Torre") << "known of one of the two";
    EXPECT_EQ(one.person, PersonId{1});
    EXPECT_EQ(one.party, "Arvenia");
  }
}

TEST(Merge, of_what_two_made_is_refused_and_says_what_to_edit_first) {
  using Alter = std::function<void(Case&)>;
  const auto told_twice = [] {
    Case contents = kit::small_case();
    contents.people[1].party = "Arvenia";
    contents.statements[3].speaker = "Ilan Torre";
    contents.statements[3].person = PersonId{1};
    contents.statements[3].party = "Arvenia";
    contents.meetings[1] = contents.meetings[0];
    contents.meetings[1].id.number = 2;
    return contents;
  };
  struct Pair {
    Items items;
    std::string field;
    Alter alter;
    bool refused = true;
  };
  const std::vector<Pair> pairs{
      {{"w1", "w2"}, "party", [](Case& one) { one.people[1].party = "Borland"; }},
      {{"w1", "w2"}, "party", [](Case& one) { one.people[1].party = ""; }, false},
      {{"w1", "w2"},
       "party",
       [](Case& one) {
         one.people[1].party = "Borland";
         one.people[1].party_guessed = true;
       },
       false},
      {{"s3", "s4"}, "speaker", [](Case& one) { one.statements[3].speaker = "Mira Sandt"; }},
      {{"s3", "s4"}, "party", [](Case& one) { one.statements[3].party = "Borland"; }},
      {{"s3", "s4"}, "party", [](Case& one) { one.statements[2].party = ""; }, false},
      {{"m1", "m2"}, "status", [](Case& one) { one.meetings[1].status = MeetingStatus::planned; }},
      {{"m1", "m2"}, "when", [](Case& one) { one.meetings[1].when = kit::day("2031-03-20"); }},
      {{"m1", "m2"}, "when", [](Case& one) { one.meetings[1].when.reset(); }, false},
      {{"m1", "m2"}, "place", [](Case& one) { one.meetings[1].place = "Ostrel"; }},
      {{"m1", "m2"}, "place", [](Case& one) { one.meetings[0].place = ""; }, false}};
  for (const auto& [items, field, alter, refused] : pairs) {
    Case contents = told_twice();
    EXPECT_NO_THROW(merged(contents, items)) << items[0];
    alter(contents);
    if (!refused) {
      EXPECT_NO_THROW(merged(contents, items)) << items[0] << " " << field;
      continue;
    }
    const Failure failed = failure_of([&] { merged(contents, items); });
    EXPECT_EQ(failed.kind, FailureKind::usage) << field;
    EXPECT_TRUE(says(failed.sentence(), "the " + field + " of one is")) << failed.sentence();
    EXPECT_TRUE(says(failed.sentence(), items[1] + " --set " + field + "=VALUE"))
        << failed.sentence();
  }
}

TEST(Merge, names_all_that_differs_at_once) {
  const std::string told = failure_of([] { merged(kit::small_case(), {"s3", "s4"}); }).sentence();
  EXPECT_TRUE(says(told,
                   "the speaker of one is Ilan Torre, of the other Mira Sandt; the party of "
                   "one is Arvenia, of the other Borland"))
      << told;
  EXPECT_TRUE(says(told, "s4 --set speaker=VALUE --set party=VALUE")) << told;
}

TEST(Merge, of_what_is_merged_already_is_refused) {
  Case contents = kit::small_case();
  contents.people[1].party.clear();
  const Change change = merged(contents, {"w1", "w2"});
  contents.people[1] = change.people[0];
  EXPECT_TRUE(
      says(failure_of([&] { merged(contents, {"w1", "w2"}); }).sentence(), "merged already"));
}

TEST(Merge, of_two_positions_the_first_stays_and_takes_what_it_lacks) {
  Case contents = kit::small_case();
  contents.positions[3] = contents.positions[2];
  contents.positions[3].id.number = 4;
  contents.positions[3].option = OptionRange{"leave", "leave"};
  contents.positions[3].firmness = Firmness::firm;
  const Change change = merged(contents, {"p3", "p4"});
  const Position &first = with_id(change.positions, 3), &other = with_id(change.positions, 4);
  EXPECT_EQ(first.review.status, Status::confirmed);
  EXPECT_EQ(first.firmness, Firmness::firm);
  EXPECT_EQ(first.option, contents.positions[2].option);
  EXPECT_EQ(other.review, (Review{Status::rejected, "A. Reader"}));
  EXPECT_EQ(change.log.back().why, "one with p3: seen twice");
}

TEST(Merge, of_two_things_is_refused_and_says_what_to_edit_first) {
  using Alter = std::function<void(Case&)>;
  const std::vector<std::tuple<std::string, std::string, Alter>> differing{
      {"p", "party", [](Case& one) { one.positions[3].party = "Borland"; }},
      {"p", "issue", [](Case& one) { one.positions[3].issue = "progress"; }},
      {"p", "stance", [](Case& one) { one.positions[3].stance = Stance::undecided; }},
      {"c", "issue", [](Case& one) { one.clauses[1].issue = "progress"; }},
      {"c", "draft", [](Case& one) { one.clauses[1].draft = "Another"; }}};
  for (const auto& [kind, field, alter] : differing) {
    Case contents = kit::small_case();
    contents.positions[3] = contents.positions[2];
    contents.positions[3].id.number = 4;
    contents.clauses.resize(1);
    contents.clauses.push_back(contents.clauses[0]);
    contents.clauses[1].id.number = contents.clauses[0].id.number + 1;
    const Items items = kind == "p"
                            ? Items{"p3", "p4"}
                            : Items{contents.clauses[0].id.text(), contents.clauses[1].id.text()};
    EXPECT_NO_THROW(merged(contents, items)) << kind;
    alter(contents);
    const Failure refused = failure_of([&] { merged(contents, items); });
    EXPECT_EQ(refused.kind, FailureKind::usage) << field;
    EXPECT_TRUE(says(refused.sentence(), "the " + field + " of one is")) << refused.sentence();
    EXPECT_TRUE(says(refused.sentence(), items[1] + " --set " + field)) << refused.sentence();
  }
}

TEST(Merge, two_tellings_of_one_meeting_have_everybody_of_both) {
  Case contents = kit::small_case();
  contents.meetings[1].document = DocumentId{1};
  contents.meetings[1].status = MeetingStatus::held;
  contents.meetings[1].parties = {"Borland", "Cadmia"};
  const Change change = merged(contents, {"m2", "m1"});
  const Meeting& first = with_id(change.meetings, 2);
  EXPECT_EQ(first.parties, (Items{"Borland", "Cadmia", "Arvenia"}));
  EXPECT_EQ(first.when, contents.meetings[0].when);
  EXPECT_EQ(with_id(change.meetings, 1).review.status, Status::rejected);
}

TEST(Merge, refuses_two_documents_two_kinds_and_one_item) {
  EXPECT_TRUE(says(failure_of([] { merged(kit::small_case(), {"p1", "p3"}); }).sentence(),
                   "two documents"));
  EXPECT_TRUE(
      says(failure_of([] { merged(kit::small_case(), {"p1", "s1"}); }).sentence(), "one kind"));
  EXPECT_TRUE(
      says(failure_of([] { merged(kit::small_case(), {"p1", "p1"}); }).sentence(), "twice"));
  EXPECT_EQ(failure_of([] { merged(kit::small_case(), {"p1"}); }).kind, FailureKind::usage);
}

TEST(Merge, refuses_a_circle) {
  Case contents = kit::small_case();
  contents.statements[2].continues = StatementId{4};
  EXPECT_EQ(failure_of([&] { merged(contents, {"s3", "s4"}); }).kind, FailureKind::usage);
  contents.people[0].same_as = PersonId{2};
  EXPECT_EQ(failure_of([&] { merged(contents, {"w1", "w2"}); }).kind, FailureKind::usage);
}

}  // namespace
}  // namespace entente

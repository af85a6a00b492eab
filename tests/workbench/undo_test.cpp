// SPDX-License-Identifier: Apache-2.0
// What was done to an item can be taken back, and leaves it as it was.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "kit/sample_case.h"
#include "model/find.h"
#include "support.h"
#include "workbench/after.h"
#include "workbench/places.h"
#include "workbench/review.h"

namespace entente {
namespace {

using Fields = std::map<std::string, std::string>;

// A case and its log, as the store would keep them.
struct Kept {
  Case contents = kit::small_case();
  std::vector<LogEntry> log = {};

  void apply(const store::Store::Change& change) {
    contents = after(std::move(contents), change);
    for (LogEntry line : change.log) {
      line.number = log.size() + 1;
      log.push_back(line);
    }
  }
  Revision revision(const std::string& why = "seen again") const {
    return Revision(contents, {"B. Reader", why}, "2031-04-02T10:00:00Z", log);
  }
  void edit(const std::string& item, const Fields& fields) {
    Revision one = revision();
    one.edit(item, fields, nullptr, text_of);
    apply(one.change());
  }
  void undo(const std::vector<std::uint64_t>& lines) {
    Revision one = revision("");
    one.undo(lines, text_of);
    apply(one.change());
  }
  std::vector<std::uint64_t> lines() const {
    std::vector<std::uint64_t> out;
    for (const LogEntry& line : log) out.push_back(line.number);
    return out;
  }
  std::function<const std::u32string&(DocumentId)> text_of = nullptr;
};

Lever a_lever(const Case& contents) {
  Lever out;
  out.id = LeverId{1};
  out.document = contents.documents.front().id;
  out.holder = "Arvenia";
  out.kind = "sanctions";
  out.evidence = contents.positions.front().evidence;
  out.words = contents.positions.front().words;
  return out;
}

TEST(Undo, every_field_that_can_be_edited_comes_back_with_all_that_followed) {
  const std::map<std::string, Fields> edits{
      {"d1", {{"title", "Another"}, {"outlet", "Elsewhere"}, {"date", "2030-01-02"}}},
      {"s1", {{"speaker", "Somebody"}, {"party", "Dorvane"}, {"polarity", "rejected"}}},
      {"p1",
       {{"party", "Dorvane"},
        {"stance", "wants"},
        {"firmness", "tentative"},
        {"option", ""},
        {"condition", "if so"},
        {"shift", "hardens"},
        {"said", "2030-01-02"}}},
      {"m1",
       {{"parties", "Dorvane, Arvenia"},
        {"people", "Somebody"},
        {"place", "Elsewhere"},
        {"when_words", "soon"},
        {"when", "2030-01-02"},
        {"status", "cancelled"}}},
      {"w1", {{"name", "Somebody"}, {"role", "envoy"}, {"party", "Dorvane"}}},
      {"w2", {{"same_as", "w1"}}},
      {"c1", {{"draft", "Another"}, {"number", "9"}, {"issue", ""}, {"option", ""}}},
      {"l1",
       {{"holder", "Dorvane"},
        {"kind", "aid"},
        {"use", "applied"},
        {"target", "Arvenia"},
        {"condition", "if so"},
        {"deadline_words", "by May"},
        {"deadline", "2030-01-02"}}}};
  for (const auto& [item, fields] : edits)
    for (const auto& field : fields) {
      Kept kept;
      kept.contents.levers = {a_lever(kept.contents)};
      const Case before = kept.contents;
      kept.edit(item, {field});
      EXPECT_NE(kept.contents, before) << item << " " << field.first;
      kept.undo(kept.lines());
      EXPECT_EQ(kept.contents, before) << item << " " << field.first;
    }
}

// Two codings of one position, and two pieces of what was said, in one document.
Kept with_pairs() {
  Kept kept;
  Case& contents = kept.contents;
  contents.levers = {a_lever(contents), a_lever(contents)};
  contents.levers[1].id = LeverId{2};
  contents.levers[1].target = "Borland";
  Position again = contents.positions[3];
  again.id.number = 5;
  again.option = OptionRange{"leave", "leave"};
  again.firmness = Firmness::firm;
  contents.positions.push_back(again);
  Meeting told = contents.meetings[0];
  told.id.number = 3;
  told.parties.push_back("Cadmia");
  contents.meetings.push_back(told);
  contents.people[1].party.clear();
  for (std::size_t i : {1u, 3u}) {
    contents.statements[i].speaker.clear();
    contents.statements[i].party.clear();
    contents.statements[i].person.reset();
  }
  Clause twice = contents.clauses[0];
  twice.id.number = 9;
  contents.clauses[0].number.clear();
  contents.clauses.push_back(twice);
  return kept;
}

const std::vector<std::vector<std::string>> merges{{"w1", "w2"}, {"s1", "s2"}, {"s4", "s3"},
                                                   {"p4", "p5"}, {"m1", "m3"}, {"c1", "c9"},
                                                   {"l1", "l2"}};

TEST(Undo, a_merge_is_taken_back_and_every_item_is_as_it_was) {
  for (const std::vector<std::string>& items : merges) {
    Kept kept = with_pairs();
    const Case before = kept.contents;
    Revision one = kept.revision();
    one.merge(items);
    kept.apply(one.change());
    EXPECT_NE(kept.contents, before) << items[0];
    kept.undo(kept.lines());
    EXPECT_EQ(kept.contents, before) << items[0];
  }
}

TEST(Undo, of_any_line_of_a_merge_takes_the_whole_merge_back_and_no_other_one) {
  for (const std::vector<std::string>& items : merges)
    for (const std::vector<std::string>& other : merges) {
      if (other == items) continue;
      Kept first = with_pairs();
      Revision one = first.revision();  // at the same time, by the same person
      one.merge(other);
      first.apply(one.change());
      const Case before = first.contents;
      const std::size_t lines_before = first.log.size();
      Revision two = first.revision();
      try {
        two.merge(items);
      } catch (const Failed&) {
        continue;  // what one merge made of an item the other cannot take
      }
      first.apply(two.change());
      for (std::size_t line = lines_before; line < first.log.size(); ++line) {
        Kept kept = first;
        kept.undo({line + 1});
        EXPECT_EQ(kept.contents, before) << items[0] << ", line " << line + 1 - lines_before;
      }
    }
}

TEST(Undo, of_any_line_that_undid_a_merge_brings_the_whole_merge_back) {
  for (const std::vector<std::string>& items : merges) {
    Kept once = with_pairs();
    Revision one = once.revision();
    one.merge(items);
    once.apply(one.change());
    const Case merged = once.contents;
    const std::size_t lines = once.log.size();
    once.undo({1});
    ASSERT_EQ(once.log.size(), 2 * lines);
    for (std::size_t line = lines; line < 2 * lines; ++line) {
      Kept kept = once;
      kept.undo({line + 1});
      EXPECT_EQ(kept.contents, merged) << items[0] << ", line " << line + 1;
    }
  }
}

// A third of each, after the other two.
template <class Item>
void add_third(std::vector<Item>& items, std::uint32_t number) {
  items.push_back(items.back());
  items.back().id.number = number;
}
Kept with_threes() {
  Kept kept = with_pairs();
  Case& contents = kept.contents;
  add_third(contents.people, 3);
  contents.people.back().name = "Mira Sandt-Vole";
  contents.statements.push_back(contents.statements[1]);
  contents.statements.back().id.number = 5;
  contents.statements.back().content.front().begin += 4;
  add_third(contents.positions, 6);
  contents.positions.back().condition = "if so";
  add_third(contents.meetings, 4);
  contents.meetings.back().people = {"Mira Sandt"};
  add_third(contents.clauses, 10);
  add_third(contents.levers, 3);
  contents.levers.back().condition = "if so";
  return kept;
}

const std::vector<std::vector<std::string>> merges_of_three{
    {"w1", "w2", "w3"}, {"s1", "s2", "s5"}, {"s2", "s1", "s5"},  {"p4", "p5", "p6"},
    {"p6", "p4", "p5"}, {"m1", "m3", "m4"}, {"c1", "c9", "c10"}, {"l1", "l2", "l3"}};

TEST(Undo, a_merge_of_several_is_one_whole_and_so_is_what_undid_it) {
  for (const std::vector<std::string>& items : merges_of_three) {
    Kept first = with_threes();
    const Case before = first.contents;
    Revision one = first.revision();
    one.merge(items);
    first.apply(one.change());
    const Case merged = first.contents;
    const std::size_t lines = first.log.size();
    for (std::size_t line = 1; line <= lines; ++line) {
      Kept kept = first;
      kept.undo({line});
      EXPECT_EQ(kept.contents, before) << items[0] << ", line " << line;
      ASSERT_EQ(kept.log.size(), 2 * lines);
      kept.undo({lines + line});
      EXPECT_EQ(kept.contents, merged) << items[0] << ", line " << lines + line;
    }
  }
}

TEST(Undo, of_one_of_two_merges_at_one_time_leaves_the_other) {
  Kept kept = with_threes();
  Revision one = kept.revision();
  one.merge({"p4", "p5"});
  kept.apply(one.change());
  const Case merged = kept.contents;
  for (std::uint32_t number : {7u, 8u}) add_third(kept.contents.positions, number);
  const Case before = kept.contents;
  Revision two = kept.revision();
  two.merge({"p6", "p7", "p8"});
  const std::uint64_t last_of_first = kept.log.size();
  kept.apply(two.change());
  kept.undo({last_of_first + 1});
  EXPECT_EQ(kept.contents, before);
  EXPECT_EQ(find_item(before.positions, PositionId{5})->review.status, Status::rejected);
}

TEST(Undo, no_line_of_a_merge_is_without_a_change) {
  for (const auto& all : {merges, merges_of_three})
    for (const std::vector<std::string>& items : all) {
      Kept kept = with_threes();
      Revision one = kept.revision();
      one.merge(items);
      for (const LogEntry& line : one.change().log)
        EXPECT_NE(line.before, line.after) << items[0] << ", " << line.item;
    }
}

TEST(Undo, a_split_is_taken_back_and_what_it_made_is_rejected) {
  Kept kept;
  const Case before = kept.contents;
  Revision one = kept.revision();
  one.split({"p1"}, {{"stance", "wants"}, {"firmness", "tentative"}}, "");
  kept.apply(one.change());
  ASSERT_EQ(kept.contents.positions.size(), before.positions.size() + 1);
  kept.undo(kept.lines());
  const Position made = kept.contents.positions.back();
  EXPECT_EQ(made.review, (Review{Status::rejected, "B. Reader"}));
  kept.contents.positions.pop_back();
  EXPECT_EQ(kept.contents, before);
}

TEST(Undo, a_statement_that_a_split_made_stays_while_positions_rest_on_it) {
  const auto texts = kit::small_documents();
  Kept kept;
  kept.text_of = [&](DocumentId id) -> const std::u32string& {
    return texts.at(id.number - 1).text;
  };
  // A position on the first few words of its statement.
  Position& position = *std::find_if(kept.contents.positions.begin(), kept.contents.positions.end(),
                                     [](const Position& one) { return one.statement.has_value(); });
  const Statement& said = *find_item(kept.contents.statements, *position.statement);
  const std::size_t end = said.words.find(' ', said.words.size() / 3);
  position.words = said.words.substr(0, end);
  position.evidence = {said.content.front().begin,
                       said.content.front().begin + from_utf8(position.words).size()};
  const Case before = kept.contents;
  const auto rests_on = [&](StatementId id) {
    return std::any_of(kept.contents.positions.begin(), kept.contents.positions.end(),
                       [&](const Position& one) { return one.statement == id; });
  };
  Revision one = kept.revision();
  one.split({said.id.text()}, {}, position.words);
  kept.apply(one.change());
  ASSERT_GT(kept.contents.statements.size(), before.statements.size());
  const StatementId made = kept.contents.statements.back().id;
  ASSERT_TRUE(rests_on(made));
  for (const LogEntry& line : kept.log)
    if (line.item == made.text()) {
      EXPECT_EQ(kit::failure_of([&] {
                  kept.revision().undo(std::vector{line.number}, kept.text_of);
                }).kind,
                FailureKind::usage);
    }
  kept.undo(kept.lines());
  EXPECT_FALSE(rests_on(made));
  EXPECT_EQ(kept.contents.statements.back().review.status, Status::rejected);
  kept.contents.statements.pop_back();
  EXPECT_EQ(kept.contents, before);
}

TEST(Undo, a_rejection_is_taken_back_with_what_it_brought_down) {
  Kept kept;
  const Case before = kept.contents;
  Revision one = kept.revision();
  one.reject("s1");
  kept.apply(one.change());
  ASSERT_GT(kept.log.size(), 1u) << "a position rests on it";
  kept.undo(kept.lines());
  EXPECT_EQ(kept.contents, before);
  EXPECT_EQ(kept.log.back().verb, "undo");
  EXPECT_EQ(kept.log.back().why, "undoes line 1");
}

TEST(Undo, of_several_changes_of_one_item_each_in_turn_leaves_it_as_it_was) {
  Kept kept;
  const Case before = kept.contents;
  kept.edit("p1", {{"condition", "one"}});
  const Case once = kept.contents;
  kept.edit("p1", {{"stance", "wants"}});
  kept.edit("p1", {{"condition", "three"}});
  const Case thrice = kept.contents;
  kept.undo({3});
  kept.undo({2});
  EXPECT_EQ(kept.contents, once);
  kept.undo({1});
  EXPECT_EQ(kept.contents, before);
  for (std::uint64_t line : {6u, 5u, 4u}) kept.undo({line});
  EXPECT_EQ(kept.contents, thrice) << "and the undoings in turn";
  for (std::uint64_t line : {3u, 2u, 1u}) kept.undo({line});
  EXPECT_EQ(kept.contents, before) << "and once more";
}

TEST(Undo, what_stands_again_because_its_undoing_was_undone_is_in_the_way) {
  Kept kept;
  kept.edit("p1", {{"condition", "one"}});
  kept.edit("p1", {{"condition", "two"}});
  kept.undo({2});
  kept.undo({3});
  const Failure failure =
      kit::failure_of([&] { kept.revision().undo(std::vector<std::uint64_t>{1}, nullptr); });
  EXPECT_EQ(failure.kind, FailureKind::usage);
  EXPECT_EQ(failure.cure, "Undo line 2 first");
}

TEST(Undo, what_only_says_that_it_undoes_a_line_is_a_change_like_others) {
  Kept kept;
  kept.edit("p1", {{"condition", "one"}});
  kept.edit("p1", {{"condition", "two"}});
  kept.log.push_back(
      {3, "now", "somebody", "undo", "p1", R"({"stance": "wants"})", "{}", "undoes line 2"});
  EXPECT_EQ(
      kit::failure_of([&] { kept.revision().undo(std::vector<std::uint64_t>{1}, nullptr); }).kind,
      FailureKind::usage);
}

TEST(Undo, what_cannot_be_undone_is_refused_and_nothing_is_changed) {
  Kept kept;
  kept.log.push_back({1, "now", "entente", "add", "d1", "", R"({"name": "a.txt"})", ""});
  kept.edit("p1", {{"condition", "one"}});
  kept.edit("p1", {{"condition", "two"}});
  kept.log.push_back({4, "now", "somebody", "edit", "p2", R"({"stance": "sings"})", "{}", ""});
  kept.log.push_back({5, "now", "somebody", "edit", "p3", R"({"colour": "red"})", "{}", ""});
  kept.log.push_back({6, "now", "somebody", "edit", "m1", "[]", "{}", ""});
  const auto kind_of = [&](const std::vector<std::uint64_t>& lines) {
    return kit::failure_of([&] { kept.revision().undo(lines, nullptr); }).kind;
  };
  EXPECT_EQ(kind_of({}), FailureKind::usage);
  EXPECT_EQ(kind_of({1}), FailureKind::usage) << "an addition";
  EXPECT_EQ(kind_of({2}), FailureKind::usage) << "changed again by line 3";
  EXPECT_EQ(kind_of({9}), FailureKind::missing);
  for (std::uint64_t line : {4u, 5u, 6u}) EXPECT_EQ(kind_of({line}), FailureKind::damaged) << line;
  EXPECT_NO_THROW(kept.revision().undo({2, 3}, nullptr)) << "the two together can be";
}

TEST(Places, an_item_that_is_put_elsewhere_loses_a_condition_that_is_not_said_there) {
  Kept kept;
  const std::u32string text = U"We agree if the locks stay open, they said.";
  kept.text_of = [&](DocumentId) -> const std::u32string& { return text; };
  Position& position = kept.contents.positions.front();
  position.words = "We agree if the locks stay open";
  position.evidence = {0, 31};
  position.condition = "if the locks stay open";
  const Case before = kept.contents;
  kept.edit("p1", {{"evidence", "0..8"}});
  EXPECT_EQ(kept.contents.positions.front().words, "We agree");
  EXPECT_EQ(kept.contents.positions.front().condition, "");
  kept.undo({1});
  EXPECT_EQ(kept.contents, before);
}

TEST(Places, are_read_as_they_are_written) {
  for (const char* text : {"0..1", "325..439;450..460"})
    EXPECT_EQ(places_text(*places_in(text)), text);
  for (const char* text : {"", "1", "1..", "..2", "2..1", "3..3", "1..2;", "1..5;4..6", "a..b",
                           "-1..2", "1..2;;3..4", "1..99999999999999999999999"})
    EXPECT_FALSE(places_in(text)) << text;
}

TEST(Versions, a_workbench_takes_over_what_another_has_read_and_shows_what_it_changes) {
  const kit::Folder folder;
  const auto path = folder / "c.entente";
  folder.write("a.txt", article(1));
  new_case(path).add({{folder / "a.txt", std::nullopt}}, {}, {});
  std::shared_ptr<const Case> shared;
  {
    const Workbench reader = Workbench::open(path, source_share(), false);
    EXPECT_EQ(reader.log_number(), 1u);
    EXPECT_EQ(reader.log(0).size(), 1u);
    EXPECT_TRUE(reader.log(1).empty());
    shared = reader.shared_contents();
  }
  Workbench writer = Workbench::open(path, source_share(), true);
  writer.take_over(shared);
  EXPECT_EQ(writer.shared_contents(), shared) << "not read again";
  writer.confirm({"s1"}, {"A. Reader", ""});
  EXPECT_EQ(shared->statements.front().review.status, Status::suggested) << "others still read it";
  EXPECT_EQ(writer.contents(), Workbench::open(path, source_share(), false).contents());
  EXPECT_EQ(writer.log_number(), 2u);
}

}  // namespace
}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "store/case_file.h"

namespace entente::store {
namespace {

LogEntry line(const std::string& verb, const std::string& item) {
  LogEntry made;
  made.at = "2031-03-20T08:00:00Z";
  made.who = "A. Reader";
  made.verb = verb;
  made.item = item;
  made.before = R"({"status":"suggested"})";
  made.after = R"({"status":"confirmed"})";
  made.why = "read against the source";
  return made;
}

TEST(Apply, puts_each_kind_of_item_in_place_of_the_old_one) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Case expected = kit::small_case();
  Store::Change change;
  expected.documents[0].date = kit::day("2031-05-06");
  expected.documents[0].title = "Another title";
  change.documents = {expected.documents[0]};
  const auto confirm = [](auto& items, std::size_t which, auto& changed) {
    items[which].review = kit::confirmed("A. Reader");
    changed.push_back(items[which]);
  };
  expected.statements[1].person.reset();
  expected.statements[1].continues = StatementId{1};
  expected.positions[2].option.reset();
  expected.positions[2].said = kit::day("2031-03-11");
  expected.people[0].evidence.push_back({{2}, {1, 4}});
  confirm(expected.statements, 1, change.statements);
  confirm(expected.positions, 2, change.positions);
  confirm(expected.meetings, 0, change.meetings);
  confirm(expected.clauses, 0, change.clauses);
  confirm(expected.people, 0, change.people);
  change.log = {line("edit", "s2"), line("edit", "p3"), line("confirm", "m1")};
  filled_case(path).apply(change);

  const Store store = Store::open(path, Access::read, program);
  EXPECT_EQ(store.load(), expected);
  const auto log = store.log();
  ASSERT_EQ(log.size(), 5u);
  for (std::size_t i = 0; i < 3; ++i) {
    LogEntry wanted = change.log[i];
    wanted.number = 3 + i;
    EXPECT_EQ(log[2 + i], wanted);
  }
}

TEST(Apply, puts_new_items_beside_the_old_ones_and_refuses_an_id_that_is_taken) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  Case expected = kit::small_case();
  Store::Change change;
  const auto add = [](auto& items, auto& added, std::uint32_t number) {
    auto item = items[0];
    item.id = {number};
    items.push_back(item);
    added.push_back(item);
  };
  add(expected.statements, change.added.statements, 5);
  add(expected.positions, change.added.positions, 5);
  add(expected.meetings, change.added.meetings, 3);
  add(expected.clauses, change.added.clauses, 2);
  add(expected.people, change.added.people, 3);
  change.log = {line("split", "p5")};
  store.apply(change);
  EXPECT_EQ(store.load(), expected);
  EXPECT_EQ(failure_of([&] { store.apply(change); }).kind, FailureKind::bad_input);
  EXPECT_EQ(store.load(), expected);
  EXPECT_EQ(store.log().size(), 3u);
}

TEST(Apply, an_unknown_id_of_any_kind_is_missing_and_changes_nothing) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  const auto expect_missing = [&](const std::string& id, const auto& fill) {
    Store::Change change;
    change.positions = {kit::small_case().positions[0]};
    change.positions[0].stance = Stance::offers;
    change.log = {line("edit", id)};
    fill(change);
    const Failure failure = failure_of([&] { store.apply(change); });
    EXPECT_EQ(failure.kind, FailureKind::missing) << id;
    EXPECT_NE(failure.sentence().find(id), std::string::npos) << failure.sentence();
    EXPECT_EQ(store.load(), kit::small_case()) << id;
    EXPECT_EQ(store.log().size(), 2u) << id;
  };
  const auto with_id = [](auto item, std::uint32_t number) { return item.id = {number}, item; };
  const Case all = kit::small_case();
  expect_missing("s5", [&](auto& change) { change.statements = {with_id(all.statements[0], 5)}; });
  expect_missing("p99",
                 [&](auto& change) { change.positions.push_back(with_id(all.positions[0], 99)); });
  expect_missing("m3", [&](auto& change) { change.meetings = {with_id(all.meetings[0], 3)}; });
  expect_missing("c2", [&](auto& change) { change.clauses = {with_id(all.clauses[0], 2)}; });
  expect_missing("w7", [&](auto& change) { change.people = {with_id(all.people[0], 7)}; });
}

TEST(Apply, an_append_after_it_keeps_what_it_changed) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  store.append({}, kit::small_case().people);
  Store::Change change;
  change.people = {kit::small_case().people[1]};
  change.people[0].role = "Envoy";
  store.apply(change);
  store.append({}, store.people());
  EXPECT_EQ(store.people()[1].role, "Envoy");
}

TEST(Log, is_only_added_to_whatever_program_tries) {
  const Folder folder;
  const auto path = folder / "talks.case";
  const auto log = filled_case(path).log();
  EXPECT_EQ(sqlite(path, "update log set who = 'nobody'"), "error: the log is only added to");
  EXPECT_EQ(sqlite(path, "delete from log where number = 1"), "error: the log is only added to");
  EXPECT_EQ(Store::open(path, Access::read, program).log(), log);
}

TEST(Restore, keeps_ids_and_adds_nothing_of_its_own) {
  const Folder folder;
  Store store = Store::create(folder / "talks.case", {}, program);
  Case whole = kit::small_case();
  whole.positions.erase(whole.positions.begin() + 1);
  const std::vector<LogEntry> log{
      {7, "2031-03-05T12:00:00Z", "A. Reader", "confirm", "p1", "", "", "why"}};
  store.restore(whole, kit::small_documents(), log, {{DocumentId{2}, {"sketch", 6, 4}}});
  EXPECT_EQ(store.load(), whole);
  EXPECT_EQ(store.log(), log);
  EXPECT_EQ(store.sentence_counts(), (std::pair<std::size_t, std::size_t>{6, 4}));
  EXPECT_EQ(store.sketches()[1].second, "sketch");
  Store::Change change;
  change.log = {line("import", "talks.json")};
  store.apply(change);
  EXPECT_EQ(store.log()[1].number, 8u);
}

TEST(Restore, refuses_a_case_that_has_anything_in_it) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store store = filled_case(path);
  const Failure failure =
      failure_of([&] { store.restore(kit::small_case(), kit::small_documents(), {}); });
  EXPECT_EQ(failure.kind, FailureKind::usage);
  expect_clear(failure, path);
  EXPECT_EQ(store.load(), kit::small_case());
}

TEST(Restore, two_items_of_one_id_are_bad_input_and_leave_the_case_empty) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store store = Store::create(path, kit::small_codebook(), program);
  Case whole = kit::small_case();
  whole.meetings[1].id = whole.meetings[0].id;
  const Failure failure = failure_of([&] { store.restore(whole, kit::small_documents(), {}); });
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  expect_clear(failure, path);
  EXPECT_TRUE(store.documents().empty());
  store.restore(kit::small_case(), kit::small_documents(), {});
  EXPECT_EQ(store.load(), kit::small_case());
}

}  // namespace
}  // namespace entente::store

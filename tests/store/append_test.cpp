// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "store/case_file.h"

namespace entente::store {
namespace {

TEST(Append, what_was_added_is_what_a_reader_finds) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  const Store store = Store::open(path, Access::read, program);
  EXPECT_EQ(store.load(), kit::small_case());
  EXPECT_EQ(store.codebook(), kit::small_codebook());
  EXPECT_EQ(store.people(), kit::small_case().people);
  EXPECT_EQ(store.documents(), kit::small_case().documents);
  EXPECT_EQ(store.document({1}), kit::small_documents()[0]);
  EXPECT_EQ(store.document({2}), kit::small_documents()[1]);
  EXPECT_EQ(store.sentence_counts(), (std::pair<std::size_t, std::size_t>{10, 4}));
  const std::vector<std::pair<DocumentId, std::string>> sketches{{{1}, "sketch of readout.txt"},
                                                                 {{2}, "sketch of draft.txt"}};
  EXPECT_EQ(store.sketches(), sketches);
}

TEST(Append, ids_go_on_over_the_case_and_references_go_with_them) {
  const Folder folder;
  Store store = Store::create(folder / "talks.case", kit::small_codebook(), program);
  Entry entry = small_entries()[0];
  entry.statements[1].continues = StatementId{1};
  entry.statements[0].within = StatementId{2};
  entry.positions[1].statement = StatementId{2};
  for (std::uint32_t round = 0; round < 3; ++round) {
    EXPECT_EQ(store.next_document(), DocumentId{round + 1});
    entry.document.card.name = "readout " + std::to_string(round);
    store.append({entry}, {});
  }
  const Case found = store.load();
  ASSERT_EQ(found.statements.size(), 6u);
  for (std::uint32_t round = 0; round < 3; ++round) {
    const StatementId first{2 * round + 1}, second{2 * round + 2};
    EXPECT_EQ(found.documents[round].id, DocumentId{round + 1});
    EXPECT_EQ(found.statements[2 * round].id, first);
    EXPECT_EQ(found.statements[2 * round].document, DocumentId{round + 1});
    EXPECT_EQ(found.statements[2 * round].within, second);
    EXPECT_EQ(found.statements[2 * round + 1].continues, first);
    EXPECT_EQ(found.positions[2 * round].statement, first);
    EXPECT_EQ(found.positions[2 * round + 1].statement, second);
    EXPECT_EQ(found.positions[2 * round + 1].id, PositionId{2 * round + 2});
    EXPECT_EQ(found.meetings[round].id, MeetingId{round + 1});
    EXPECT_EQ(found.meetings[round].document, DocumentId{round + 1});
  }
}

TEST(Append, a_reference_to_no_statement_of_the_entry_adds_nothing_at_all) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store store = filled_case(path);
  auto entries = small_entries();
  entries[0].document.card.name = "third.txt";
  entries[1].document.card.name = "fourth.txt";
  entries[1].positions[0].statement = StatementId{9};
  EXPECT_EQ(failure_of([&] { store.append(entries, {}); }).kind, FailureKind::internal);
  EXPECT_EQ(store.load(), kit::small_case());
  EXPECT_EQ(store.log().size(), 2u);
}

TEST(Append, each_document_has_a_line_in_the_log) {
  const Folder folder;
  const Store store = filled_case(folder / "talks.case");
  const auto log = store.log();
  ASSERT_EQ(log.size(), 2u);
  EXPECT_EQ(log[0].number, 1u);
  EXPECT_EQ(log[0].who, program);
  EXPECT_EQ(log[0].verb, "add");
  EXPECT_EQ(log[0].item, "d1");
  EXPECT_EQ(log[0].before, "");
  EXPECT_EQ(log[0].after, R"({"name": "readout.txt", "sha256": ")" +
                              kit::small_documents()[0].card.sha256 + "\"}");
  EXPECT_EQ(log[0].at.size(), std::string("2031-03-05T12:00:00Z").size());
  EXPECT_EQ(log[1].number, 2u);
  EXPECT_EQ(log[1].item, "d2");
}

TEST(Append, the_people_given_take_the_place_of_those_there) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  auto people = kit::small_case().people;
  people[0].evidence.push_back({{2}, {7, 9}});
  people[1].evidence = {{{2}, {1, 2}}};
  people[1].role = "Envoy";
  people.push_back(kit::person(kit::small_documents()[0], 3, "Ada Quist", "", "Cadmia", "Quill"));
  people.back().same_as = PersonId{2};
  store.append({}, people);
  EXPECT_EQ(store.people(), people);
  people.erase(people.begin());
  store.append({}, people);
  EXPECT_EQ(store.people(), people);
  store.append({}, {});
  EXPECT_TRUE(store.people().empty());
}

TEST(Append, people_after_a_failed_batch_are_those_before_it) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  auto people = kit::small_case().people;
  people[0].role = "President";
  EXPECT_THROW(store.append(small_entries(), people), Failed);  // the names are taken
  EXPECT_EQ(store.people(), kit::small_case().people);
  store.append({}, people);
  EXPECT_EQ(store.people(), people);
}

TEST(Append, a_second_document_of_one_name_is_refused_by_name) {
  const Folder folder;
  Store store = filled_case(folder / "talks.case");
  const Failure failure = failure_of([&] { store.append({small_entries()[0]}, {}); });
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  expect_clear(failure, "readout.txt");
  EXPECT_EQ(store.load(), kit::small_case());
}

TEST(Append, a_text_that_is_not_the_one_of_its_checksum_is_refused) {
  const Folder folder;
  Store store = Store::create(folder / "talks.case", kit::small_codebook(), program);
  Entry entry = small_entries()[0];
  entry.document.text[3] = U'x';
  EXPECT_EQ(failure_of([&] { store.append({entry}, {}); }).kind, FailureKind::bad_input);
  EXPECT_TRUE(store.documents().empty());
}

TEST(Append, nul_becomes_a_replacement_character_so_that_no_offset_moves) {
  const Folder folder;
  Store store = Store::create(folder / "talks.case", kit::small_codebook(), program);
  Entry entry = small_entries()[0];
  entry.document.text[6] = U'\0';
  entry.document.card.title = std::string("a\0b", 3);
  entry.statements[0].words[2] = '\0';
  entry.meetings[0].parties = {std::string("A\0", 2)};
  store.append({entry}, {});
  std::u32string text = entry.document.text;
  text[6] = 0xFFFD;
  EXPECT_EQ(store.document({1}).text, text);
  EXPECT_EQ(store.document({1}).card.sha256, sha256_hex(to_utf8(text)));
  EXPECT_EQ(store.documents()[0].title,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(store.load().statements[0].words.find('\0'), std::string::npos);
  EXPECT_EQ(store.load().meetings[0].parties[0], "A\xEF\xBF\xBD");
}

TEST(Append, values_are_bound_and_never_read_as_sql) {
  const Folder folder;
  Store store = Store::create(folder / "talks.case", kit::small_codebook(), program);
  Entry entry = small_entries()[0];
  entry.document.card.name = "x', ''); drop table documents; --";
  entry.document.card.title = ":id ?1 $1 @name \" ` ]";
  store.append({entry}, {});
  EXPECT_EQ(store.documents()[0].name, entry.document.card.name);
  EXPECT_EQ(store.documents()[0].title, entry.document.card.title);
}

TEST(Append, a_document_that_is_not_there_is_missing) {
  const Folder folder;
  const Store store = filled_case(folder / "talks.case");
  const Failure failure = failure_of([&] { store.document({3}); });
  EXPECT_EQ(failure.kind, FailureKind::missing);
  EXPECT_NE(failure.sentence().find("d3"), std::string::npos);
}

TEST(Append, after_a_clean_close_the_case_is_one_file) {
  const Folder folder;
  {
    const Store store = filled_case(folder / "talks.case");
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"talks.case"});
}

}  // namespace
}  // namespace entente::store

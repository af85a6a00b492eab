// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <random>

#include "store/case_file.h"

namespace entente::store {
namespace {

namespace fs = std::filesystem;

// Everything a user can ask of a case, to the end.
void read_all(const fs::path& path, Access access) {
  const Store store = Store::open(path, access, program);
  const Case found = store.load();
  for (const DocumentCard& card : store.documents()) store.document(card.id);
  store.sketches();
  store.sentence_counts();
  store.log();
}

void expect_refused(const fs::path& path, FailureKind kind) {
  const std::string before = bytes_of(path);
  for (const Access access : {Access::read, Access::write}) {
    const Failure failure = failure_of([&] { read_all(path, access); });
    EXPECT_EQ(failure.kind, kind) << failure.sentence();
    expect_clear(failure, path);
  }
  EXPECT_EQ(bytes_of(path), before) << "the file was changed";
}

std::string noise_bytes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
  return bytes;
}

// A case of some hundred pages.
std::string large_case(const Folder& folder) {
  const fs::path path = folder / "large.case";
  {
    Store store = Store::create(path, kit::small_codebook(), program);
    std::vector<Entry> entries;
    for (int i = 0; i < 60; ++i) {
      for (Entry entry : small_entries()) {
        entry.document.card.name += " " + std::to_string(i);
        entry.sketch = std::string(2000, 's');
        entries.push_back(entry);
      }
    }
    store.append(entries, kit::small_case().people);
  }
  return bytes_of(path);
}

TEST(Damage, a_case_that_is_not_there_is_missing_and_is_not_made) {
  const Folder folder;
  for (const char* name : {"none.case", "no folder/none.case"})
    for (const Access access : {Access::read, Access::write}) {
      const Failure failure = failure_of([&] { Store::open(folder / name, access, program); });
      EXPECT_EQ(failure.kind, FailureKind::missing);
      expect_clear(failure, name);
    }
  EXPECT_TRUE(folder.names().empty());
}

TEST(Damage, a_case_removed_or_replaced_while_it_is_open_takes_no_more_changes) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store store = filled_case(path);
  fs::rename(path, folder / "old.case");
  EXPECT_EQ(failure_of([&] { store.append({}, {}); }).kind, FailureKind::missing);
  filled_case(path);
  EXPECT_EQ(failure_of([&] { store.append({}, {}); }).kind, FailureKind::missing);
  EXPECT_EQ(Store::open(path, Access::read, program).load(), kit::small_case());
}

TEST(Damage, a_folder_and_a_pipe_are_no_cases) {
  const Folder folder;
  fs::create_directory(folder / "talks.case");
  ASSERT_EQ(::mkfifo((folder / "pipe.case").c_str(), 0600), 0);
  for (const char* name : {"talks.case", "pipe.case"}) {
    const Failure failure = failure_of([&] { Store::open(folder / name, Access::write, program); });
    EXPECT_EQ(failure.kind, FailureKind::bad_input);
    expect_clear(failure, name);
  }
}

TEST(Damage, files_of_another_kind_are_no_cases) {
  const Folder folder;
  const auto path = folder / "talks.case";
  for (const std::string& bytes :
       {std::string(), std::string("x"), std::string("<html>Talks open</html>\n"),
        noise_bytes(100, 1), noise_bytes(50'000, 2), std::string(8192, '\0')}) {
    write_bytes(path, bytes);
    expect_refused(path, FailureKind::bad_input);
  }
}

TEST(Damage, a_database_of_another_program_is_no_case) {
  const Folder folder;
  const auto path = folder / "other.db";
  sqlite(
      path,
      "create table meta (name text, value text); insert into meta values ('schema_version', '1')");
  expect_refused(path, FailureKind::bad_input);
}

TEST(Damage, a_case_cut_off_anywhere_is_damaged) {
  const Folder folder;
  const std::string whole = large_case(folder);
  const auto path = folder / "talks.case";
  std::vector<std::size_t> lengths{3, 16, 20, 100, 511, 512, 4095, 4096, 10'000};
  for (const std::size_t length : {whole.size() / 2, whole.size() - 4096, whole.size() - 1})
    lengths.push_back(length);
  for (const std::size_t length : lengths) {
    SCOPED_TRACE(length);
    write_bytes(path, whole.substr(0, length));
    expect_refused(path, FailureKind::damaged);
  }
}

TEST(Damage, pages_that_were_overwritten_are_told_or_were_not_needed) {
  const Folder folder;
  const std::string whole = large_case(folder);
  const auto path = folder / "talks.case";
  write_bytes(path, whole);
  const Case intact = Store::open(path, Access::read, program).load();
  int told = 0;
  for (std::size_t page = 1; page * 4096 < whole.size(); page += 3) {
    SCOPED_TRACE(page);
    std::string torn = whole;
    torn.replace(page * 4096, 4096, noise_bytes(4096, static_cast<unsigned>(page)));
    write_bytes(path, torn);
    try {
      read_all(path, Access::write);
      EXPECT_EQ(Store::open(path, Access::read, program).load(), intact);
    } catch (const Failed& failed) {
      ++told;
      EXPECT_EQ(failed.failure().kind, FailureKind::damaged) << failed.what();
      expect_clear(failed.failure(), path);
    }
    EXPECT_EQ(bytes_of(path), torn);
  }
  EXPECT_GT(told, 10);
}

TEST(Damage, single_bytes_changed_anywhere_never_crash_and_never_change_a_text_unseen) {
  const Folder folder;
  const std::string whole = large_case(folder);
  const auto path = folder / "talks.case";
  write_bytes(path, whole);
  std::vector<Document> texts;
  {
    const Store store = Store::open(path, Access::read, program);
    for (const DocumentCard& card : store.documents()) texts.push_back(store.document(card.id));
  }
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    std::string torn = whole;
    for (int i = 0; i < 8; ++i)
      torn[100 + random() % (torn.size() - 100)] ^= static_cast<char>(1 + random() % 255);
    write_bytes(path, torn);
    try {
      const Store store = Store::open(path, Access::read, program);
      store.load();
      for (const Document& text : texts) {
        const std::u32string found = store.document(text.card.id).text;
        EXPECT_TRUE(found == text.text || sha256_hex(to_utf8(found)) != text.card.sha256);
      }
    } catch (const Failed& failed) {
      EXPECT_TRUE(failed.failure().kind == FailureKind::damaged ||
                  failed.failure().kind == FailureKind::missing)
          << failed.what();
      EXPECT_EQ(failed.failure().sentence().find('\n'), std::string::npos) << failed.what();
    }
  }
}

TEST(Damage, a_text_changed_behind_the_programs_back_is_told) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  ASSERT_EQ(
      sqlite(
          path,
          "update texts set words = replace(words, 'not leave', 'now leave') where document = 1"),
      "");
  expect_refused(path, FailureKind::damaged);
}

TEST(Damage, values_that_the_program_never_writes_are_told) {
  const Folder folder;
  const auto path = folder / "talks.case";
  for (const char* sql :
       {"update positions set stance = 'adores'", "update statements set content = '5'",
        "update positions set options = 'a'", "update documents set printed = '2031-02-30'",
        "update documents set size = -1", "update people set id = 9 where id = 1",
        "update options set issue = 77 where issue = 0",
        "update meta set value = 'one' where name = 'schema_version'", "delete from meta",
        "drop table clauses", "drop table meta", "delete from texts"}) {
    SCOPED_TRACE(sql);
    fs::remove(path);
    filled_case(path);
    ASSERT_FALSE(sqlite(path, sql).starts_with("error"));
    expect_refused(path, FailureKind::damaged);
  }
}

TEST(Damage, paths_that_sqlite_takes_for_something_else_are_plain_files) {
  const Folder folder;
  for (const char* name :
       {":memory:", "file:talks?mode=memory", "a = b.case", "dbname=x timeout=3",
        "two  spaces \"quoted\"", "naïve 日本.case", "-x", "'; drop table log; --"}) {
    SCOPED_TRACE(name);
    const auto path = folder / name;
    {
      const Store made = filled_case(path);
    }
    EXPECT_EQ(Store::open(path, Access::read, program).load(), kit::small_case());
    EXPECT_EQ(folder.names(), std::vector<std::string>{name});
    fs::remove(path);
  }
}

TEST(Damage, a_relative_path_is_one_of_the_working_folder) {
  const Folder folder;
  const std::string outcome = in_child([&] {
    fs::current_path(folder.path());
    return outcome_of([] { Store::create(":memory:", {}, program); });
  });
  EXPECT_EQ(outcome, "fine");
  EXPECT_EQ(folder.names(), std::vector<std::string>{":memory:"});
}

TEST(Create, over_anything_that_is_there_is_refused_and_leaves_it) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  write_bytes(folder / "notes.txt", "mine");
  fs::create_directory(folder / "folder");
  fs::create_symlink("nowhere", folder / "link");
  const std::string before = bytes_of(path);
  const auto names = folder.names();
  for (const char* name : {"talks.case", "notes.txt", "folder", "link"}) {
    const Failure failure = failure_of([&] { Store::create(folder / name, {}, program); });
    EXPECT_EQ(failure.kind, FailureKind::usage);
    expect_clear(failure, name);
  }
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_EQ(bytes_of(folder / "notes.txt"), "mine");
  EXPECT_EQ(folder.names(), names);
}

TEST(Create, in_a_folder_that_is_not_there_is_missing) {
  const Folder folder;
  const Failure failure = failure_of([&] { Store::create(folder / "no/talks.case", {}, program); });
  EXPECT_EQ(failure.kind, FailureKind::missing);
  EXPECT_NE(failure.what.find((folder / "no").string()), std::string::npos);
  EXPECT_TRUE(folder.names().empty());
}

}  // namespace
}  // namespace entente::store

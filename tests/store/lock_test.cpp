// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/case_file.h"

namespace entente::store {
namespace {

TEST(Lock, a_second_writer_is_told_who_is_in_the_way_and_what_to_do_while_the_first_still_writes) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store first = filled_case(path);
  const Failure failure = failure_of([&] { Store::open(path, Access::write, program); });
  EXPECT_EQ(failure.kind, FailureKind::locked);
  expect_clear(failure, path);
  first.append({}, {});
  EXPECT_TRUE(first.people().empty());
}

TEST(Lock, a_second_process_is_told_the_same) {
  const Folder folder;
  const auto path = folder / "talks.case";
  const Store first = filled_case(path);
  const std::string outcome =
      in_child([&] { return outcome_of([&] { Store::open(path, Access::write, program); }); });
  EXPECT_TRUE(outcome.starts_with("locked: ")) << outcome;
}

TEST(Lock, is_gone_when_the_writer_closes) {
  const Folder folder;
  const auto path = folder / "talks.case";
  {
    const Store first = filled_case(path);
  }
  Store second = Store::open(path, Access::write, program);
  second.append({}, {});
  EXPECT_TRUE(second.people().empty());
}

TEST(Lock, is_gone_when_the_writer_is_moved_from_and_the_new_owner_closes) {
  const Folder folder;
  const auto path = folder / "talks.case";
  {
    Store first = filled_case(path);
    const Store second = std::move(first);
    EXPECT_EQ(failure_of([&] { Store::open(path, Access::write, program); }).kind,
              FailureKind::locked);
  }
  EXPECT_EQ(Store::open(path, Access::write, program).load(), kit::small_case());
}

TEST(Lock, readers_read_while_a_writer_writes_and_see_whole_batches_only) {
  const Folder folder;
  const auto path = folder / "talks.case";
  Store writer = filled_case(path);
  const Store reader = Store::open(path, Access::read, program);
  EXPECT_EQ(reader.load(), kit::small_case());
  std::atomic<bool> done = false;
  std::atomic<int> partial = 0, reads = 0;
  std::thread reading([&] {
    while (!done) {
      const Case seen = reader.load();
      partial += seen.statements.size() != 2 * seen.documents.size();
      ++reads;
    }
  });
  for (int round = 0; round < 40; ++round) {
    auto entries = small_entries();
    for (Entry& entry : entries) entry.document.card.name += " " + std::to_string(round);
    writer.append(entries, {});
  }
  done = true;
  reading.join();
  EXPECT_EQ(partial, 0);
  EXPECT_GT(reads, 0);
  EXPECT_EQ(reader.documents().size(), 82u);
}

TEST(Lock, a_reader_does_not_write) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  Store reader = Store::open(path, Access::read, program);
  EXPECT_EQ(failure_of([&] { reader.append(small_entries(), {}); }).kind, FailureKind::unreadable);
  EXPECT_EQ(reader.load(), kit::small_case());
}

// Another program that takes the lock in the instant between two changes, as SQLite lets it.
bool slip_in(const std::filesystem::path& path, std::atomic<bool>& stop) {
  sqlite3* db = nullptr;
  sqlite3_open(path.c_str(), &db);
  sqlite3_busy_handler(
      db, [](void* stop, int) { return static_cast<int>(!*static_cast<std::atomic<bool>*>(stop)); },
      &stop);
  int code = sqlite3_exec(db, "begin immediate", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK)
    code = sqlite3_exec(db, "insert into meta values ('x', 'y')", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) code = sqlite3_exec(db, "commit", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  return code == SQLITE_OK;
}

TEST(Lock, a_writer_that_was_overtaken_says_so_and_adds_nothing_to_what_it_did_not_read) {
  const Folder folder(std::filesystem::temp_directory_path());
  const auto path = folder / "talks.case";
  Store writer = Store::create(path, kit::small_codebook(), program);
  std::atomic<bool> stop = false, slipped = false;
  std::thread other([&] { slipped = slip_in(path, stop); });
  std::uint32_t added = 0;
  std::optional<Failure> failure;
  while (!failure && added < 2000) {
    try {
      Entry entry = small_entries()[0];
      entry.document.card.name += std::to_string(added);
      writer.append({entry}, {});
      ++added;
    } catch (const Failed& failed) {
      failure = failed.failure();
    }
  }
  stop = true;
  other.join();
  if (!slipped) GTEST_SKIP() << "the other writer never came between";
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->kind, FailureKind::locked);
  expect_clear(*failure, path);
  EXPECT_EQ(writer.documents().size(), added);
}

}  // namespace
}  // namespace entente::store

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "store/case_file.h"

// What the machine refuses: room on the disk, permission.
namespace entente::store {
namespace {

namespace fs = std::filesystem;

// Root may do everything, so that the child becomes nobody. False where that cannot be done.
bool become_somebody_else() { return ::geteuid() != 0 || ::setresuid(65534, 65534, 65534) == 0; }

template <class Work>
std::string outcome_without_rights(Work&& work) {
  return in_child([&] { return become_somebody_else() ? outcome_of(work) : std::string("skip"); });
}

#define EXPECT_KIND(outcome, kind, name)                                     \
  if ((outcome) == "skip") GTEST_SKIP() << "rights cannot be given up here"; \
  EXPECT_TRUE((outcome).starts_with(kind ": ")) << (outcome);                \
  EXPECT_NE((outcome).find(name), std::string::npos) << (outcome)

TEST(Permission, a_case_that_may_not_be_read_is_unreadable) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  fs::permissions(path, fs::perms::none);
  const std::string outcome =
      outcome_without_rights([&] { Store::open(path, Access::read, program); });
  EXPECT_KIND(outcome, "unreadable", "talks.case");
}

TEST(Permission, a_case_that_may_only_be_read_is_read_and_not_written) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  fs::permissions(path, fs::perms(0444));
  fs::permissions(folder.path(), fs::perms(0555));
  const std::string reading = outcome_without_rights(
      [&] { EXPECT_EQ(Store::open(path, Access::read, program).load(), kit::small_case()); });
  const std::string writing =
      outcome_without_rights([&] { Store::open(path, Access::write, program); });
  fs::permissions(folder.path(), fs::perms(0755));
  EXPECT_KIND(writing, "unreadable", "talks.case");
  EXPECT_EQ(reading, "fine");
}

TEST(Permission, without_a_place_for_the_journal_nothing_is_changed) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  fs::permissions(path, fs::perms(0666));
  fs::permissions(folder.path(), fs::perms(0555));
  const std::string outcome =
      outcome_without_rights([&] { Store::open(path, Access::write, program).append({}, {}); });
  fs::permissions(folder.path(), fs::perms(0755));
  EXPECT_KIND(outcome, "unreadable", "talks.case");
  EXPECT_EQ(Store::open(path, Access::read, program).load(), kit::small_case());
}

TEST(Permission, a_case_is_not_made_in_a_folder_that_may_not_be_written) {
  const Folder folder;
  fs::permissions(folder.path(), fs::perms(0555));
  const std::string outcome =
      outcome_without_rights([&] { Store::create(folder / "talks.case", {}, program); });
  fs::permissions(folder.path(), fs::perms(0755));
  EXPECT_KIND(outcome, "unreadable", "talks.case");
  EXPECT_TRUE(folder.names().empty());
}

TEST(Permission, a_case_in_a_folder_that_may_not_be_entered_is_unreadable) {
  const Folder folder;
  fs::create_directory(folder / "closed");
  filled_case(folder / "closed" / "talks.case");
  fs::permissions(folder / "closed", fs::perms::none);
  const std::string outcome = outcome_without_rights(
      [&] { Store::open(folder / "closed" / "talks.case", Access::read, program); });
  fs::permissions(folder / "closed", fs::perms(0755));
  EXPECT_KIND(outcome, "unreadable", "talks.case");
}

// Appends until the disk has no more room: how many documents were acknowledged, and what the
// failure says.
std::string fill_up(const fs::path& path) {
  std::uint32_t acknowledged = 2;
  try {
    Store store = Store::open(path, Access::write, program);
    for (int round = 0; round < 1000; ++round) {
      Entry entry = small_entries()[0];
      entry.document.card.name += " " + std::to_string(round);
      entry.sketch = std::string(20'000, 's');
      store.append({entry}, kit::small_case().people);
      ++acknowledged;
    }
    return "never full";
  } catch (const Failed& failed) {
    return std::to_string(acknowledged) + " " + row_of(failed.failure().kind).name + ": " +
           failed.what();
  }
}

void expect_filled_up(const std::string& outcome, const fs::path& path, std::size_t documents) {
  EXPECT_NE(outcome.find(" no_space: "), std::string::npos) << outcome;
  EXPECT_NE(outcome.find(path.filename().string()), std::string::npos) << outcome;
  EXPECT_GT(std::stoul(outcome), 2u) << outcome;
  EXPECT_EQ(documents, std::stoul(outcome)) << outcome;
}

void limit_file_size(std::uintmax_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST(Room, a_file_that_may_not_grow_keeps_what_was_acknowledged) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  const auto size = fs::file_size(path);
  const std::string outcome = in_child([&] {
    limit_file_size(size + 200'000);
    return fill_up(path);
  });
  expect_filled_up(outcome, path, Store::open(path, Access::write, program).documents().size());
  EXPECT_EQ(sqlite(path, "pragma integrity_check"), "ok");
}

TEST(Room, without_room_for_a_new_case_nothing_is_left_behind) {
  const Folder folder;
  for (const std::uintmax_t room : {0, 100, 4096, 20'000}) {
    const std::string outcome = in_child([&] {
      limit_file_size(room);
      return outcome_of(
          [&] { Store::create(folder / "talks.case", kit::small_codebook(), program); });
    });
    EXPECT_TRUE(outcome.starts_with("no_space: ")) << outcome;
    EXPECT_TRUE(folder.names().empty()) << room;
  }
}

TEST(Room, a_full_disk_keeps_what_was_acknowledged) {
  const Folder folder;
  const std::string outcome = in_child([&]() -> std::string {
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=600k") != 0)
      return "skip";
    const auto path = folder / "talks.case";
    filled_case(path);
    const std::string filled = fill_up(path);
    return filled + "\n" +
           std::to_string(Store::open(path, Access::read, program).documents().size()) + " " +
           sqlite(path, "pragma integrity_check");
  });
  if (outcome == "skip") GTEST_SKIP() << "no file system may be mounted here";
  const std::size_t line = outcome.find('\n');
  ASSERT_NE(line, outcome.npos) << outcome;
  expect_filled_up(outcome.substr(0, line), "talks.case", std::stoul(outcome.substr(line + 1)));
  EXPECT_TRUE(outcome.ends_with(" ok")) << outcome;
}

#undef EXPECT_KIND

}  // namespace
}  // namespace entente::store

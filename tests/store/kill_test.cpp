// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

#include "store/case_file.h"

namespace entente::store {
namespace {

constexpr std::uint32_t batch = 3, statements_each = 15, positions_each = 10;

std::string text_of(std::uint32_t number) {
  std::string text = "Document " + std::to_string(number) + ". ";
  while (text.size() < 5000) text += "Arvenia said it would not leave the northern valley. ";
  return text;
}

// Everything in it follows from its number, so that a reader can tell whether it is whole.
Entry numbered_entry(std::uint32_t number) {
  Entry entry;
  entry.document = kit::document(1, "article " + std::to_string(number), text_of(number));
  for (std::uint32_t i = 1; i <= statements_each; ++i)
    entry.statements.push_back(
        kit::statement(entry.document, i, "it would not leave the northern valley", "Arvenia",
                       "said", "Speaker " + std::to_string(number), "Arvenia"));
  for (std::uint32_t i = 1; i <= positions_each; ++i) {
    entry.positions.push_back(kit::position(entry.document, i, "Arvenia", "territory",
                                            Stance::rejects, "not leave the northern valley",
                                            "Speaker " + std::to_string(number)));
    entry.positions.back().statement = StatementId{i};
  }
  return entry;
}

// Adds batches until it is killed; after each, the number of the last document goes into the pipe.
[[noreturn]] void append_for_ever(const std::filesystem::path& path, int acknowledge) {
  Store store = Store::open(path, Access::write, program);
  std::uint32_t next = store.next_document().number;
  std::vector<Person> people = store.people();
  while (true) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < batch; ++i, ++next) {
      entries.push_back(numbered_entry(next));
      people.push_back(kit::person(entries.back().document, next, "Speaker " + std::to_string(next),
                                   "", "Arvenia", "Arvenia"));
    }
    store.append(std::move(entries), people);
    const std::uint32_t last = next - 1;
    if (::write(acknowledge, &last, sizeof last) != sizeof last) ::_exit(1);
  }
}

// The last document that was acknowledged before the writer was killed, `delay` after its first
// acknowledgements.
std::uint32_t kill_a_writer(const std::filesystem::path& path, int acknowledgements,
                            std::chrono::microseconds delay) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    append_for_ever(path, ends[1]);
  }
  ::close(ends[1]);
  std::uint32_t last = 0, read = 0;
  const auto next = [&] { return ::read(ends[0], &read, sizeof read) == sizeof read; };
  for (int i = 0; i < acknowledgements && next(); ++i) last = read;
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  while (next()) last = read;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
  return last;
}

void expect_whole(const Store& store, const Case& found, std::uint32_t number) {
  EXPECT_EQ(to_utf8(store.document({number}).text), text_of(number));
  const std::string speaker = "Speaker " + std::to_string(number);
  for (std::uint32_t i = 0; i < statements_each; ++i) {
    const Statement& statement = found.statements[(number - 1) * statements_each + i];
    EXPECT_EQ(statement.document.number, number);
    EXPECT_EQ(statement.speaker, speaker);
  }
  for (std::uint32_t i = 0; i < positions_each; ++i) {
    const Position& position = found.positions[(number - 1) * positions_each + i];
    EXPECT_EQ(position.document.number, number);
    EXPECT_EQ(position.statement, StatementId{(number - 1) * statements_each + 1 + i});
  }
  EXPECT_EQ(found.people[number - 1].name, speaker);
}

// Whole batches, all that were acknowledged among them.
void expect_sound(const std::filesystem::path& path, std::uint32_t acknowledged,
                  std::uint32_t& checked) {
  const Store store = Store::open(path, Access::write, program);
  const Case found = store.load();
  const auto documents = static_cast<std::uint32_t>(found.documents.size());
  ASSERT_GE(documents, acknowledged);
  ASSERT_EQ(documents % batch, 0u);
  ASSERT_EQ(found.statements.size(), documents * statements_each);
  ASSERT_EQ(found.positions.size(), documents * positions_each);
  ASSERT_EQ(found.people.size(), documents);
  ASSERT_EQ(store.log().size(), documents);
  for (; checked < documents; ++checked) expect_whole(store, found, checked + 1);
}

TEST(Kill, at_any_moment_loses_nothing_that_was_acknowledged) {
  const Folder folder(std::filesystem::temp_directory_path());
  const auto path = folder / "talks.case";
  {
    const Store made = Store::create(path, kit::small_codebook(), program);
  }
  std::uint32_t checked = 0, acknowledged = 0;
  int left_open = 0;
  for (int round = 0; round < 25; ++round) {
    acknowledged = std::max(acknowledged,
                            kill_a_writer(path, round % 3, std::chrono::microseconds(round * 611)));
    left_open += std::filesystem::exists(path.string() + "-journal");
    expect_sound(path, acknowledged, checked);
    if (HasFatalFailure()) return;
    EXPECT_EQ(sqlite(path, "pragma integrity_check"), "ok");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"talks.case"});
  }
  EXPECT_GT(acknowledged, 0u);
  RecordProperty("rounds_that_ended_within_a_change", left_open);
}

// The worst moment, made certain: pages of the case are already overwritten, the journal is not yet
// gone.
TEST(Kill, within_a_commit_the_state_before_it_comes_back) {
  const Folder folder(std::filesystem::temp_directory_path());
  const auto path = folder / "talks.case";
  filled_case(path);
  const pid_t child = ::fork();
  if (child == 0) {
    sqlite3* db = nullptr;
    sqlite3_open(path.c_str(), &db);
    sqlite3_exec(db, "pragma cache_size = 1; pragma cache_spill = 1; begin immediate", nullptr,
                 nullptr, nullptr);
    sqlite3_exec(db,
                 "update statements set words = 'half'; update positions set words = 'half';"
                 "insert into texts with recursive n(i) as (select 10 union all select i + 1 from "
                 "n where i < 400) "
                 "select i, hex(zeroblob(2000)) from n",
                 nullptr, nullptr, nullptr);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  ASSERT_TRUE(std::filesystem::exists(path.string() + "-journal"));
  const std::string torn = bytes_of(path);
  EXPECT_GT(torn.size(), 500'000u);
  {
    const Store store = Store::open(path, Access::read, program);
    EXPECT_EQ(store.load(), kit::small_case());
    EXPECT_EQ(store.document({2}), kit::small_documents()[1]);
  }
  EXPECT_EQ(sqlite(path, "pragma integrity_check"), "ok");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"talks.case"});
}

}  // namespace
}  // namespace entente::store

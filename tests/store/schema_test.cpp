// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <gtest/gtest.h>

#include "store/case_file.h"
#include "store/session.h"

namespace entente::store {
namespace {

// Two steps that a later program would add; the second of them fails.
Migration next() {
  return {newest_version() + 1,
          {"alter table clauses add column proposed_by text not null default ''",
           "create table hints (id integer primary key, party text not null)"}};
}
Migration then_fails() {
  return {newest_version() + 2,
          {"create table half (id integer primary key)", "insert into nowhere values (1)"}};
}

std::vector<Migration> with(std::vector<Migration> more) {
  std::vector<Migration> steps = migrations();
  steps.insert(steps.end(), more.begin(), more.end());
  return steps;
}

std::string tables(const std::filesystem::path& path) {
  return sqlite(path,
                "select group_concat(name) from (select name from sqlite_master order by name)");
}

TEST(Schema, steps_are_numbered_from_one_without_a_gap) {
  int version = 0;
  for (const Migration& step : migrations()) EXPECT_EQ(step.version, ++version);
  EXPECT_EQ(newest_version(), version);
}

// A case that a program of that version wrote.
void make_version_1(const std::filesystem::path& path) {
  const std::string dump =
      bytes_of(std::string(ENTENTE_SOURCE_DIR) + "/tests/store/data/version_1.sql");
  ASSERT_FALSE(sqlite(path, dump).starts_with("error"));
}

long long count(soci::session& sql, const std::string& query) {
  long long found = -1;
  sql << query, soci::into(found);
  return found;
}

void expect_version_1(const Store& store);

TEST(Schema, a_case_of_version_1_is_read_with_all_that_it_holds_and_left_as_it_is) {
  const Folder folder;
  const auto path = folder / "old.case";
  make_version_1(path);
  const std::string before = bytes_of(path);
  expect_version_1(Store::open(path, Access::read, program));
  EXPECT_EQ(bytes_of(path), before);
}

TEST(Schema, a_case_of_version_1_opens_for_writing_with_all_that_it_holds) {
  const Folder folder;
  const auto path = folder / "old.case";
  make_version_1(path);
  expect_version_1(Store::open(path, Access::write, program));
}

TEST(Schema, a_reader_sees_an_older_case_up_to_date_and_does_not_touch_it) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  const std::string before = bytes_of(path);
  {
    Session session(path, Access::read, with({next()}));
    session.read([](soci::session& sql) {
      EXPECT_EQ(schema_version(sql), newest_version() + 1);
      EXPECT_EQ(count(sql, "select count(*) from statements"), 4);
      EXPECT_EQ(count(sql, "select count(proposed_by) from clauses"), 1);
      EXPECT_EQ(count(sql, "select count(*) from hints"), 0);
    });
    EXPECT_EQ(failure_of([&] {
                session.read([](soci::session& sql) { sql << "delete from hints"; });
              }).kind,
              FailureKind::unreadable);
  }
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"talks.case"});
}

TEST(Schema, a_reader_of_an_older_case_sees_it_whole_while_a_writer_has_it) {
  const Folder folder;
  const auto path = folder / "talks.case";
  const Store writer = filled_case(path);
  Session session(path, Access::read, with({next()}));
  session.read(
      [](soci::session& sql) { EXPECT_EQ(count(sql, "select count(*) from statements"), 4); });
}

TEST(Schema, the_first_writer_brings_an_older_case_up_to_date) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  {
    Session session(path, Access::write, with({next()}));
  }
  EXPECT_NE(tables(path).find("hints"), std::string::npos);
  EXPECT_EQ(sqlite(path, "select value from meta where name = 'schema_version'"),
            std::to_string(newest_version() + 1));
  EXPECT_EQ(sqlite(path, "select count(*) from statements"), "4");
}

void expect_version_1(const Store& store) {
  const Case found = store.load();
  ASSERT_EQ(found.documents.size(), 2u);
  EXPECT_EQ(found.documents[0].name, "readout.txt");
  EXPECT_EQ(found.documents[0].date, kit::day("2031-03-05"));
  ASSERT_EQ(found.statements.size(), 4u);
  EXPECT_EQ(found.statements[0].words, "We will not leave the northern valley,");
  EXPECT_EQ(found.statements[0].person, PersonId{1});
  ASSERT_EQ(found.positions.size(), 4u);
  EXPECT_EQ(found.positions[0].firmness, Firmness::red_line);
  EXPECT_EQ(found.positions[0].option, (OptionRange{"stay", "observers"}));
  EXPECT_EQ(found.people.at(0).aliases,
            (std::vector<std::string>{"Foreign Minister Ilan Torre", "Torre"}));
  EXPECT_FALSE(found.people.at(0).party_guessed);
  EXPECT_EQ(found.meetings.at(0).parties, (std::vector<std::string>{"Arvenia", "Borland"}));
  EXPECT_EQ(found.clauses.at(0).number, "Article 3");
  EXPECT_EQ(found.codebook.issues.at(0).options.size(), 3u);
  EXPECT_EQ(store.log().size(), 2u);
  const Document readout = store.document({1});
  EXPECT_EQ(slice_utf8(readout.text, found.positions[0].evidence), found.positions[0].words);
  EXPECT_EQ(readout.noise.at(0).kind, NoiseKind::boilerplate);
  EXPECT_EQ(store.sentence_counts(), (std::pair<std::size_t, std::size_t>{10, 4}));
}

TEST(Schema, missing_steps_are_taken_and_the_contents_stay) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  {
    soci::session sql(*soci::factory_sqlite3(), path.string());
    migrate(sql, with({next()}));
    EXPECT_EQ(schema_version(sql), newest_version() + 1);
  }
  EXPECT_NE(tables(path).find("hints"), std::string::npos);
  EXPECT_EQ(sqlite(path, "select count(*) from statements"), "4");
  EXPECT_EQ(sqlite(path, "select proposed_by from clauses"), "");
}

TEST(Schema, a_second_opening_does_nothing) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  const std::string before = bytes_of(path);
  {
    const Store again = Store::open(path, Access::write, program);
  }
  EXPECT_EQ(bytes_of(path), before);
  {
    soci::session sql(*soci::factory_sqlite3(), path.string());
    migrate(sql, with({next()}));
  }
  const std::string migrated = bytes_of(path);
  {
    soci::session sql(*soci::factory_sqlite3(), path.string());
    migrate(sql, with({next()}));
  }
  EXPECT_EQ(bytes_of(path), migrated);
}

TEST(Schema, a_step_that_fails_leaves_the_version_before_it) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  {
    soci::session sql(*soci::factory_sqlite3(), path.string());
    EXPECT_THROW(migrate(sql, with({next(), then_fails()})), soci::soci_error);
    EXPECT_EQ(schema_version(sql), newest_version() + 1);
  }
  EXPECT_EQ(tables(path).find("half"), std::string::npos);
}

TEST(Schema, of_two_processes_that_come_at_once_one_takes_the_step) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  soci::session one(*soci::factory_sqlite3(), path.string()),
      other(*soci::factory_sqlite3(), path.string());
  EXPECT_EQ(schema_version(one), newest_version());
  EXPECT_EQ(schema_version(other), newest_version());
  migrate(one, with({next()}));
  migrate(other, with({next()}));
  EXPECT_EQ(schema_version(other), newest_version() + 1);
}

TEST(Schema, a_case_of_a_newer_version_is_left_alone) {
  const Folder folder;
  const auto path = folder / "talks.case";
  filled_case(path);
  sqlite(path, "update meta set value = '777' where name = 'schema_version'");
  const std::string before = bytes_of(path);
  for (const Access access : {Access::read, Access::write}) {
    const Failure failure = failure_of([&] { Store::open(path, access, program); });
    EXPECT_EQ(failure.kind, FailureKind::too_new);
    expect_clear(failure, path);
    EXPECT_NE(failure.what.find("777"), std::string::npos);
  }
  EXPECT_EQ(bytes_of(path), before);
}

}  // namespace
}  // namespace entente::store

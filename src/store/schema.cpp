// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <charconv>
#include <utility>

#include "store/forms.h"

namespace entente::store {
namespace {

// Keys are the numbers of the ids, made by the program: no identity columns, so that the same text
// serves PostgreSQL; "integer", as SQLite then needs no second index. Lists of spans and of words
// are texts (forms.h). Only the triggers are SQLite's own.
const Migration first_tables{
    1,
    {"create table documents ("
     "id integer primary key, name text not null unique, title text not null, outlet text not "
     "null, "
     "language text not null, printed text, sha256 text not null, file_sha256 text not null, size "
     "bigint not null, "
     "same_account_as integer, noise text not null, headings text not null, sketch text not null, "
     "sentences bigint not null, coded_sentences bigint not null)",
     "create table texts (document integer primary key, words text not null)",
     "create table people ("
     "id integer primary key, name text not null, aliases text not null, role text not null, party "
     "text not null, "
     "same_as integer, status text not null, reviewed_by text not null)",
     "create table people_evidence ("
     "person integer not null, place integer not null, document integer not null, span text not "
     "null, "
     "primary key (person, place))",
     "create table statements ("
     "id integer primary key, document integer not null, content text not null, source text not "
     "null, "
     "cue text not null, speech text not null, polarity text not null, words text not null, "
     "speaker text not null, "
     "party text not null, person integer, continues integer, within integer, status text not "
     "null, "
     "reviewed_by text not null)",
     "create table positions ("
     "id integer primary key, document integer not null, statement integer, party text not null, "
     "issue text not null, "
     "stance text not null, firmness text not null, options text, condition text not null, "
     "evidence text not null, "
     "words text not null, reported_by text not null, said text, printed text, status text not "
     "null, "
     "reviewed_by text not null)",
     "create table meetings ("
     "id integer primary key, document integer not null, parties text not null, people text not "
     "null, "
     "place text not null, when_words text not null, when_date text, kind text not null, evidence "
     "text not null, "
     "words text not null, status text not null, reviewed_by text not null)",
     "create table clauses ("
     "id integer primary key, document integer not null, draft text not null, number text not "
     "null, "
     "issue text not null, options text, evidence text not null, words text not null, status text "
     "not null, "
     "reviewed_by text not null)",
     "create table issues ("
     "place integer primary key, id text not null, label text not null, kind text not null, "
     "description text not null, cues text not null, exceptions text not null, ordered integer not "
     "null)",
     "create table options ("
     "issue integer not null, place integer not null, id text not null, label text not null, cues "
     "text not null, "
     "primary key (issue, place))",
     "create table parties ("
     "place integer primary key, name text not null, kind text not null, consent text not null, "
     "aliases text not null, demonyms text not null, seats text not null)",
     "create table log ("
     "number integer primary key, at text not null, who text not null, verb text not null, item "
     "text not null, "
     "was text not null, became text not null, why text not null)",
     "create trigger log_is_not_changed before update on log "
     "begin select raise(abort, 'the log is only added to'); end",
     "create trigger log_is_not_cut before delete on log "
     "begin select raise(abort, 'the log is only added to'); end"}};

const Migration guessed_parties{
    2, {"alter table people add column party_guessed integer not null default 0"}};

const Migration told_changes{
    4,
    {"alter table positions add column shift text not null default 'none'",
     "alter table statements add column loaded text not null default ''",
     "create table levers ("
     "id integer primary key, document integer not null, statement integer, holder text not null, "
     "kind text not null, use text not null, target text not null, condition text not null, "
     "deadline_words text not null, deadline text, evidence text not null, words text not null, "
     "reported_by text not null, printed text, status text not null, reviewed_by text not null)"}};
const Migration dated_roles{5, {"alter table people add column roles text not null default ''"}};
const Migration confidence_of_statements{3,
                                         {"alter table statements add column confidence integer"}};

void start(soci::session& sql) {
  soci::transaction transaction(sql);
  sql << "create table meta (name text primary key, value text not null)";
  sql << "insert into meta (name, value) values ('schema_version', '0')";
  transaction.commit();
}

// The first statement takes the write lock: of two processes that come at once, the second finds
// nothing to do.
bool claim(soci::session& sql, int before, int after) {
  const std::string old_version = std::to_string(before), new_version = std::to_string(after);
  soci::statement statement =
      (sql.prepare
           << "update meta set value = :after where name = 'schema_version' and value = :before",
       soci::use(new_version), soci::use(old_version));
  statement.execute(true);
  return statement.get_affected_rows() > 0;
}

void take(soci::session& sql, int before, const Migration& step) {
  soci::transaction transaction(sql);
  if (!claim(sql, before, step.version)) return;
  for (const char* statement : step.statements) sql << statement;
  transaction.commit();
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> steps{first_tables, guessed_parties, confidence_of_statements,
                                            told_changes, dated_roles};
  return steps;
}

int newest_version() { return migrations().back().version; }

int schema_version(soci::session& sql) {
  std::string text;
  sql << "select value from meta where name = 'schema_version'", soci::into(text);
  int version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Broken("no schema version: '" + text + "'");
  return version;
}

void make_schema(soci::session& sql, const std::vector<Migration>& steps) {
  start(sql);
  migrate(sql, steps);
}

void migrate(soci::session& sql, const std::vector<Migration>& steps) {
  int version = schema_version(sql);
  for (const Migration& step : steps)
    if (step.version > version) take(sql, std::exchange(version, step.version), step);
}

}  // namespace entente::store

// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <new>

namespace entente::store {
namespace {

sqlite_api::sqlite3* connection_of(soci::session& sql) {
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

sqlite_api::sqlite3_stmt* as_statement(void* statement) {
  return static_cast<sqlite_api::sqlite3_stmt*>(statement);
}

}  // namespace

Rows::Rows(soci::session& sql, const std::string& query) : sql_(sql) {
  sqlite_api::sqlite3_stmt* made = nullptr;
  check(sqlite_api::sqlite3_prepare_v2(connection_of(sql), query.c_str(),
                                       static_cast<int>(query.size()), &made, nullptr));
  statement_ = made;
}

Rows::~Rows() { sqlite_api::sqlite3_finalize(as_statement(statement_)); }

void Rows::start(long long key) {
  sqlite_api::sqlite3_reset(as_statement(statement_));
  check(sqlite_api::sqlite3_bind_int64(as_statement(statement_), 1, key));
}

bool Rows::next() {
  const int code = sqlite_api::sqlite3_step(as_statement(statement_));
  if (code != SQLITE_ROW && code != SQLITE_DONE) check(code);
  return code == SQLITE_ROW;
}

void Rows::take_text(int column, Cell& cell) {
  const bool none =
      sqlite_api::sqlite3_column_type(as_statement(statement_), column) == SQLITE_NULL;
  cell.state = none ? soci::i_null : soci::i_ok;
  if (none) return;
  const void* text = sqlite_api::sqlite3_column_text(as_statement(statement_), column);
  const int size = sqlite_api::sqlite3_column_bytes(as_statement(statement_), column);
  if (!text) throw std::bad_alloc{};
  cell.text.assign(static_cast<const char*>(text), static_cast<std::size_t>(size));
}

void Rows::take_number(int column, Cell& cell) {
  const int type = sqlite_api::sqlite3_column_type(as_statement(statement_), column);
  cell.state = type == SQLITE_NULL ? soci::i_null : soci::i_ok;
  if (type == SQLITE_NULL) return;
  if (type != SQLITE_INTEGER) throw Broken("something else where a number should stand");
  cell.number = sqlite_api::sqlite3_column_int64(as_statement(statement_), column);
}

void Rows::check(int code) const {
  if (code == SQLITE_OK) return;
  sqlite_api::sqlite3* connection = connection_of(sql_);
  throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection),
                                 sqlite_api::sqlite3_extended_errcode(connection));
}

}  // namespace entente::store

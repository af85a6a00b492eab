// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/codec.h"
#include "store/soci.h"

namespace entente::store {

// What a query gives, row by row, as SQLite has it: SOCI's own fetching copies every value twice,
// which a listing of a hundred thousand items feels. Throws as SOCI does.
class Rows {
 public:
  Rows(soci::session& sql, const std::string& query);
  Rows(const Rows&) = delete;
  ~Rows();

  void start(long long key);  // the query's one parameter; may be called again for the next key
  bool next();
  void take_text(int column, Cell& cell);
  void take_number(int column, Cell& cell);

 private:
  void check(int code) const;

  soci::session& sql_;
  void* statement_ = nullptr;  // SQLite's
};

}  // namespace entente::store

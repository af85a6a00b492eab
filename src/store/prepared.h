// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/codec.h"
#include "store/rows.h"
#include "store/soci.h"
#include "store/tables.h"

// Prepared statements over a Table. The SQL is made of the tables' own column names only; values
// are bound.
namespace entente::store {

template <class Item>
std::vector<std::string> column_names() {
  std::vector<std::string> names;
  Item item{};
  Table<Item>::columns(item, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

// Each with `before` before it, with commas between.
std::string joined(const std::vector<std::string>& names, const char* before = "");

template <class Item>
std::string insert_sql() {
  const auto names = column_names<Item>();
  return std::string("insert into ") + Table<Item>::name + " (" + joined(names) + ") values (" +
         joined(names, ":") + ")";
}

// Every column but the key, which comes last.
template <class Item>
std::string update_sql() {
  std::string sql = std::string("update ") + Table<Item>::name + " set ";
  const auto names = column_names<Item>();
  for (std::size_t i = 1; i < names.size(); ++i)
    sql += (i > 1 ? ", " : "") + names[i] + " = :" + names[i];
  return sql + " where " + names[0] + " = :" + names[0];
}

template <class Item>
std::string select_sql() {
  return "select " + joined(column_names<Item>()) + " from " + Table<Item>::name;
}

// A statement with one cell for each column.
class Prepared {
 public:
  explicit Prepared(soci::session& sql) : statement_(sql) { statement_.alloc(); }

 protected:
  template <class T>
  void use_cell(Cell& cell) {
    if constexpr (stands_as_text<T>)
      statement_.exchange(soci::use(std::as_const(cell.text), cell.state));
    else
      statement_.exchange(soci::use(std::as_const(cell.number), cell.state));
  }
  void ready(const std::string& sql) {
    statement_.prepare(sql);
    statement_.define_and_bind();
  }

  soci::statement statement_;
  std::deque<Cell> cells_;  // a deque, as SOCI keeps their addresses
};

template <class Item>
class Insert : Prepared {
 public:
  explicit Insert(soci::session& sql) : Prepared(sql) {
    Item item{};
    Table<Item>::columns(
        item, [this]<class T>(const char*, const T&) { use_cell<T>(cells_.emplace_back()); });
    ready(insert_sql<Item>());
  }

  void operator()(const Item& item) {
    auto cell = cells_.begin();
    Table<Item>::columns(item, [&](const char*, const auto& value) { put(*cell++, value); });
    statement_.execute(true);
  }
};

template <class Item>
class Update : Prepared {  // by the key, which is a number in every table
 public:
  explicit Update(soci::session& sql) : Prepared(sql) {
    Item item{};
    bool key = true;
    Table<Item>::columns(item, [&]<class T>(const char*, const T&) {
      if (!std::exchange(key, false)) use_cell<T>(cells_.emplace_back());
    });
    use_cell<std::uint32_t>(cells_.emplace_back());
    ready(update_sql<Item>());
  }

  // False if no row has this key.
  bool operator()(const Item& item) {
    auto cell = cells_.begin();
    bool key = true;
    Table<Item>::columns(item, [&](const char*, const auto& value) {
      put(std::exchange(key, false) ? cells_.back() : *cell++, value);
    });
    statement_.execute(true);
    return statement_.get_affected_rows() > 0;
  }
};

template <class Item>
class Select {
 public:
  explicit Select(soci::session& sql,
                  const std::string& tail = std::string(" order by ") + Table<Item>::order)
      : rows_(sql, select_sql<Item>() + tail) {}

  // Only rows with a key, asked for one after the other.
  static Select by_key(soci::session& sql) {
    return Select(sql, " where " + column_names<Item>().front() + " = :key");
  }
  std::optional<Item> at(std::uint32_t key) {
    rows_.start(key);
    return next();
  }

  std::optional<Item> next() {
    if (!rows_.next()) return std::nullopt;
    Item item{};
    int column = 0;
    Table<Item>::columns(item, [&]<class T>(const char*, T& value) {
      if constexpr (stands_as_text<T>)
        rows_.take_text(column++, cell_);
      else
        rows_.take_number(column++, cell_);
      take(cell_, value);
    });
    return item;
  }

 private:
  Rows rows_;
  Cell cell_;
};

template <class Item, class Each>
void each(soci::session& sql, Each&& use) {
  Select<Item> rows(sql);
  while (auto item = rows.next()) use(std::move(*item));
}

template <class Item>
std::vector<Item> all(soci::session& sql) {
  std::vector<Item> items;
  each<Item>(sql, [&](Item&& item) { items.push_back(std::move(item)); });
  return items;
}

template <class Item>
std::optional<Item> one(soci::session& sql, std::uint32_t key) {
  return Select<Item>::by_key(sql).at(key);
}

template <class Item>
void insert_all(soci::session& sql, const std::vector<Item>& items) {
  Insert<Item> insert(sql);
  for (const Item& item : items) insert(item);
}

// The greatest key, 0 of none.
template <class Item>
std::uint32_t greatest(soci::session& sql) {
  long long number = 0;
  sql << std::string("select coalesce(max(") + column_names<Item>().front() + "), 0) from " +
             Table<Item>::name,
      soci::into(number);
  Cell cell;
  cell.number = number;
  return Codec<std::uint32_t>::take(cell);
}

}  // namespace entente::store

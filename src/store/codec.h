// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/words.h"
#include "model/position.h"
#include "model/role.h"
#include "store/forms.h"
#include "store/soci.h"

// How a field of the model stands in a column: a text or a number, null only for "none".
namespace entente::store {

// What is bound to one column of a prepared statement.
struct Cell {
  std::string text;
  long long number = 0;
  soci::indicator state = soci::i_ok;
};

template <class T>
struct Codec;

template <>
struct Codec<std::string> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::string& value) {
    cell.text = value;
    replace_nul(cell.text);
  }
  static std::string take(Cell& cell) { return std::move(cell.text); }
};

template <std::unsigned_integral T>
struct Codec<T> {
  static constexpr bool is_text = false;
  static void put(Cell& cell, T value) { cell.number = static_cast<long long>(value); }
  static T take(const Cell& cell) {
    if (cell.number < 0 ||
        static_cast<unsigned long long>(cell.number) > std::numeric_limits<T>::max())
      throw Broken("a number out of range");
    return static_cast<T>(cell.number);
  }
};

template <>
struct Codec<bool> {
  static constexpr bool is_text = false;
  static void put(Cell& cell, bool value) { cell.number = value; }
  static bool take(const Cell& cell) { return cell.number != 0; }
};

template <char Letter>
struct Codec<Id<Letter>> {
  static constexpr bool is_text = false;
  static void put(Cell& cell, Id<Letter> id) { cell.number = id.number; }
  static Id<Letter> take(const Cell& cell) { return {Codec<std::uint32_t>::take(cell)}; }
};

template <class Enum>
  requires std::is_enum_v<Enum>
struct Codec<Enum> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, Enum value) { cell.text = word_of(value); }
  static Enum take(const Cell& cell) {
    const auto value = from_word<Enum>(cell.text);
    if (!value) throw Broken("an unknown word: '" + cell.text + "'");
    return *value;
  }
};

template <>
struct Codec<Date> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, Date date) { cell.text = to_string(date); }
  static Date take(const Cell& cell) {
    const auto date = parse_date(cell.text);
    if (!date) throw Broken("no date: '" + cell.text + "'");
    return *date;
  }
};

template <>
struct Codec<Span> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, Span span) { cell.text = spans_text({span}); }
  static Span take(const Cell& cell) {
    const auto spans = parse_spans(cell.text);
    if (spans.size() != 1) throw Broken("not one span: '" + cell.text + "'");
    return spans.front();
  }
};

template <>
struct Codec<std::vector<Role>> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::vector<Role>& roles) {
    cell.text = roles_text(roles);
    replace_nul(cell.text);
  }
  static std::vector<Role> take(const Cell& cell) {
    auto roles = parse_roles(cell.text);
    if (!roles) throw Broken("no roles: '" + cell.text + "'");
    return std::move(*roles);
  }
};

template <>
struct Codec<std::vector<Span>> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::vector<Span>& spans) { cell.text = spans_text(spans); }
  static std::vector<Span> take(const Cell& cell) { return parse_spans(cell.text); }
};

template <>
struct Codec<std::vector<Noise>> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::vector<Noise>& noise) { cell.text = noise_text(noise); }
  static std::vector<Noise> take(const Cell& cell) { return parse_noise(cell.text); }
};

template <>
struct Codec<std::vector<Loaded>> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::vector<Loaded>& loaded) {
    cell.text = loaded_text(loaded);
  }
  static std::vector<Loaded> take(const Cell& cell) { return parse_loaded(cell.text); }
};

template <>
struct Codec<std::vector<std::string>> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const std::vector<std::string>& items) {
    cell.text = lines_text(items);
    replace_nul(cell.text);
  }
  static std::vector<std::string> take(const Cell& cell) { return parse_lines(cell.text); }
};

template <>
struct Codec<OptionRange> {
  static constexpr bool is_text = true;
  static void put(Cell& cell, const OptionRange& range) {
    Codec<std::vector<std::string>>::put(cell, {range.low, range.high});
  }
  static OptionRange take(const Cell& cell) {
    auto ends = parse_lines(cell.text);
    if (ends.size() != 2) throw Broken("not two options: '" + cell.text + "'");
    return {std::move(ends[0]), std::move(ends[1])};
  }
};

template <class T>
void put(Cell& cell, const T& value) {
  cell.state = soci::i_ok;
  Codec<T>::put(cell, value);
}
template <class T>
void put(Cell& cell, const std::optional<T>& value) {
  if (value) return put(cell, *value);
  cell.state = soci::i_null;
}

template <class T>
void take(Cell& cell, T& value) {
  if (cell.state == soci::i_null) throw Broken("a field that must not be empty");
  value = Codec<T>::take(cell);
}
template <class T>
void take(Cell& cell, std::optional<T>& value) {
  value.reset();
  if (cell.state != soci::i_null) value = Codec<T>::take(cell);
}

template <class T>
inline constexpr bool stands_as_text = Codec<T>::is_text;
template <class T>
inline constexpr bool stands_as_text<std::optional<T>> = Codec<T>::is_text;

}  // namespace entente::store

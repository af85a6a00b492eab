// SPDX-License-Identifier: Apache-2.0
#include "workbench/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/failure.h"
#include "base/file.h"
#include "model/quote.h"

namespace entente {
namespace {

std::optional<Span> place_in(std::string_view text) {
  const bool logged = text.find("..") == text.npos;  // the log writes 325-439
  const auto dots = text.find(logged ? "-" : "..");
  if (dots == text.npos) return std::nullopt;
  Span out;
  const auto number = [](std::string_view digits, auto& to) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), to);
    return error == std::errc{} && end == digits.data() + digits.size();
  };
  if (!number(text.substr(0, dots), out.begin) ||
      !number(text.substr(dots + (logged ? 1 : 2)), out.end))
    return std::nullopt;
  return out.begin < out.end ? std::optional(out) : std::nullopt;
}

std::vector<Span> places_of(const std::string& field, const std::string& value,
                            const std::u32string& text) {
  const auto places = places_in(value);
  if (places && places->back().end <= text.size()) return *places;
  throw Failed({FailureKind::usage, fmt::format("{} cannot be '{}'", field, printable(value)),
                fmt::format("Write 325..439, with ; between several, up to {}", text.size())});
}

// What the field says, taken out of `fields`.
std::optional<std::string> taken(std::map<std::string, std::string>& fields, const char* name) {
  const auto field = fields.extract(name);
  return field.empty() ? std::nullopt : std::optional(field.mapped());
}

}  // namespace

std::string places_text(const std::vector<Span>& places) {
  std::string out;
  for (Span place : places)
    out += fmt::format("{}{}..{}", out.empty() ? "" : ";", place.begin, place.end);
  return out;
}

std::optional<std::vector<Span>> places_in(const std::string& text) {
  std::vector<Span> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const auto place = place_in(std::string_view(text).substr(at, end - at));
    if (!place || (!out.empty() && place->begin < out.back().end)) return std::nullopt;
    out.push_back(*place);
    at = end + 1;
  }
  return out;
}

void set_places(Statement& statement, std::map<std::string, std::string>& fields,
                const TextOf& text_of) {
  const auto value = taken(fields, "content");
  if (!value) return;
  statement.content = places_of("content", *value, text_of(statement.document));
  quote_anew(statement, text_of);
}

void set_places(Position& position, std::map<std::string, std::string>& fields,
                const TextOf& text_of) {
  const auto value = taken(fields, "evidence");
  if (!value) return;
  const auto places = places_of("evidence", *value, text_of(position.document));
  if (places.size() > 1)
    throw Failed({FailureKind::usage, "A position rests on one place", "Write 325..439"});
  const bool held = position.words.find(position.condition) != std::string::npos;
  position.evidence = places.front();
  quote_anew(position, text_of);
  if (held && position.words.find(position.condition) == std::string::npos)
    position.condition.clear();
}

void quote_anew(Statement& statement, const TextOf& text_of) {
  statement.words = words_at(text_of(statement.document), statement.content);
}

void quote_anew(Position& position, const TextOf& text_of) {
  position.words = words_at(text_of(position.document), {position.evidence});
}

}  // namespace entente

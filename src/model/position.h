// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/span.h"
#include "base/words.h"
#include "model/review.h"

namespace entente {

enum class Stance {
  demands,
  wants,
  offers,
  open_to,
  conditional,
  concedes,
  rejects,
  undecided,
  reports
};
template <>
inline constexpr std::array words<Stance>{
    std::string_view{"demands"}, std::string_view{"wants"},       std::string_view{"offers"},
    std::string_view{"open_to"}, std::string_view{"conditional"}, std::string_view{"concedes"},
    std::string_view{"rejects"}, std::string_view{"undecided"},   std::string_view{"reports"}};

enum class Firmness { unstated, tentative, firm, red_line };
template <>
inline constexpr std::array words<Firmness>{std::string_view{"unstated"},
                                            std::string_view{"tentative"}, std::string_view{"firm"},
                                            std::string_view{"red_line"}};

// What the text itself says of a change: "has dropped its demand for", "hardened its line on",
// "after months of refusing, now accepts".
enum class Shift { none, gives_up, softens, hardens, reverses };
template <>
inline constexpr std::array words<Shift>{std::string_view{"none"}, std::string_view{"gives_up"},
                                         std::string_view{"softens"}, std::string_view{"hardens"},
                                         std::string_view{"reverses"}};

// From one option of the issue to another; the same one twice where the words name one.
struct OptionRange {
  std::string low, high;

  friend bool operator==(const OptionRange&, const OptionRange&) = default;
};

// What a party is said to take up on an issue.
struct Position {
  PositionId id;
  DocumentId document;
  std::optional<StatementId> statement;  // none: the narrator says so
  std::string party;
  std::string issue;  // id in the codebook
  Stance stance = Stance::reports;
  Firmness firmness = Firmness::unstated;
  std::optional<OptionRange> option;  // none: not placed, only the words are known
  std::string condition;              // its words, "" where none
  Shift shift = Shift::none;
  Span evidence;
  std::string words;  // the text at `evidence`, exactly
  // Whose word it is: the outermost speaker, the party that issues the document, or "narrator".
  std::string reported_by;
  std::optional<Date> said;  // known only from a known date and the text's day words
  std::optional<Date> printed;
  Review review;

  friend bool operator==(const Position&, const Position&) = default;
};

// The day by which a position is placed in time: when it was said, else when it was printed.
inline std::optional<Date> day_of(const Position& position) {
  return position.said ? position.said : position.printed;
}

}  // namespace entente

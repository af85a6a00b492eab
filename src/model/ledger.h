// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/words.h"

namespace entente {

// Why a cell of the matrix shows something else than before. Only the first is movement.
enum class Cause { party_moved, new_source, analyst_recoded };
template <>
inline constexpr std::array words<Cause>{std::string_view{"party_moved"},
                                         std::string_view{"new_source"},
                                         std::string_view{"analyst_recoded"}};

// What the log tells of one change of a position by hand, or by what was learned from hands.
struct Recoded {
  std::uint64_t number = 0;  // of the log's entry
  std::string at;            // UTC, ISO 8601
  std::string who, verb, why;
  PositionId position;
  std::map<std::string, std::string> before, after;  // the fields that changed (workbench/fields.h)

  friend bool operator==(const Recoded&, const Recoded&) = default;
};

// One change of one cell.
struct CellChange {
  std::string party, issue;
  Cause cause = Cause::new_source;
  bool between_texts = false;  // what an earlier dated text had is given up in a later one
  bool in_text = false;        // the text itself says that the party changed
  std::optional<PositionId> from =
      {};  // what stood before; none: nothing, or nothing is known of order
  std::optional<PositionId> to = {};  // what stands since
  std::optional<Date> day = {};  // of `to`; none: nothing dates it, and it has no place in order
  std::optional<Recoded> recoding = {};  // of an analyst's

  friend bool operator==(const CellChange&, const CellChange&) = default;
};

// On which it changed; a recoding has the day on which it was made.
inline std::optional<Date> day_of(const CellChange& change) {
  return change.recoding ? parse_date(change.recoding->at.substr(0, 10)) : change.day;
}

// How the parties' own dated words on an issue went, taken pair by pair of parties: never added up.
// mixed: some came nearer while others parted; unknown: no two parties were ever heard on one
// thing.
enum class Course { unknown, narrowing, widening, mixed, stuck };
template <>
inline constexpr std::array words<Course>{
    std::string_view{"unknown"}, std::string_view{"narrowing"}, std::string_view{"widening"},
    std::string_view{"mixed"}, std::string_view{"stuck"}};

// The pair of parties whose words decide an issue's course.
struct CoursePair {
  PositionId one, other;              // as they stand since
  bool nearer = false;                // than before; else farther
  std::size_t before = 0, after = 0;  // steps of the ladder between them; 1 for a plain yes and no

  friend bool operator==(const CoursePair&, const CoursePair&) = default;
};

struct IssueCourse {
  std::string issue;
  Course course = Course::unknown;
  std::optional<Date> since = {};  // the day of the last change; stuck: since when nothing changed
  std::optional<Date> last_word = {};  // the newest day on which a party's own word is known
  bool silent = false;  // last_word is more than days_of_silence before the newest source
  std::vector<CoursePair> pairs = {};   // that changed on that day
  std::vector<std::string> apart = {};  // parties of which two exclude each other as of today

  friend bool operator==(const IssueCourse&, const IssueCourse&) = default;
};

inline constexpr int days_of_silence = 30;

struct Ledger {
  std::optional<Date> as_of;  // the newest date of a document
  // What is undated comes first, in order of id, then by day; recodings last, in the log's order.
  std::vector<CellChange> changes;
  std::vector<IssueCourse> issues;  // in the order of the codebook, those that somebody spoke on

  friend bool operator==(const Ledger&, const Ledger&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/words.h"

namespace entente {

// What became of a meeting, by all documents that tell of it. planned: nobody tells yet whether it
// took place; kept: it was planned, and another document tells that it was held; unheard: its day
// is past, and no document tells of it.
enum class MeetingOutcome { held, kept, planned, unheard, proposed, cancelled };
template <>
inline constexpr std::array words<MeetingOutcome>{
    std::string_view{"held"},    std::string_view{"kept"},     std::string_view{"planned"},
    std::string_view{"unheard"}, std::string_view{"proposed"}, std::string_view{"cancelled"}};

// One meeting, as several documents tell of it.
struct MeetingEvent {
  std::vector<MeetingId> told;  // in the order of the case
  std::optional<Date> when;
  std::string place;
  std::vector<std::string> parties, people;  // all that any of them names
  MeetingOutcome outcome = MeetingOutcome::planned;

  friend bool operator==(const MeetingEvent&, const MeetingEvent&) = default;
};

// The meetings of the same parties, one following up the other: those with a day in its order, then
// those of which no day is known, of which nothing is claimed.
struct MeetingTrack {
  std::vector<std::string> parties;
  std::vector<MeetingEvent> events;

  friend bool operator==(const MeetingTrack&, const MeetingTrack&) = default;
};

}  // namespace entente

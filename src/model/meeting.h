// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/span.h"
#include "base/words.h"
#include "model/review.h"

namespace entente {

// reported: somebody says so of himself or others, the text does not state it as a fact; proposed:
// offered, asked for, not agreed.
enum class MeetingStatus { held, planned, reported, cancelled, proposed };
template <>
inline constexpr std::array words<MeetingStatus>{
    std::string_view{"held"}, std::string_view{"planned"}, std::string_view{"reported"},
    std::string_view{"cancelled"}, std::string_view{"proposed"}};

// Whether its day lies ahead of the document's date.
inline bool is_ahead(MeetingStatus status) {
  return status == MeetingStatus::planned || status == MeetingStatus::proposed;
}

struct Meeting {
  MeetingId id;
  DocumentId document;
  std::vector<std::string> parties;  // in the order of the text
  std::vector<std::string> people;
  std::string place;         // "" where the text names none
  std::string when_words;    // "on Monday"
  std::optional<Date> when;  // only against a known date
  MeetingStatus status = MeetingStatus::reported;
  Span evidence;
  std::string words;  // the text at `evidence`, exactly
  Review review;

  friend bool operator==(const Meeting&, const Meeting&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/case.h"

namespace entente::analyze {

// One meeting as several documents tell of it; the first telling stands for it.
using Event = std::vector<const Meeting*>;

// Whether two tellings may be of one meeting: at least two parties in common and at least half of
// all that either names; of place and day at least one agrees and neither differs. "On Friday"
// twice is no day.
bool same_event(const Meeting& a, const Meeting& b);

// Events by what a further telling must have in common with them, so that it is not held against
// all.
class EventIndex {
 public:
  // The first of `events` that the meeting may be a telling of, and whose first telling `may_be`
  // allows; events.size() for none.
  std::size_t find(
      const Meeting& meeting, const std::vector<Event>& events,
      const std::function<bool(const Meeting&)>& may_be = [](const Meeting&) {
        return true;
      }) const;
  void add(const Meeting& front, std::size_t event);

 private:
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace entente::analyze

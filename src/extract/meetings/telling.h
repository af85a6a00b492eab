// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/positions/day_words.h"
#include "extract/positions/marked_text.h"

namespace entente::extract::coding {

// Who a telling says was there without a name: "the delegations" are those of the whole text, "the
// two", "they" those told of last.
enum class Group { none, of_text, told_last };

// One telling of a meeting.
struct Told {
  std::vector<std::string> parties, people;  // those it names
  std::size_t mediators = 0;  // of the parties those that brought the others together
  std::string place;
  std::optional<DayWords> when;
  std::optional<MeetingStatus> status;
  Group group = Group::none;
  std::size_t many = 0;   // how many they are: "the two", "three countries"; 0 not told
  bool definite = false;  // "the meeting": told of before
  bool hosts = false;     // "who hosted the meeting"
  bool by_verb = false;
  bool again = false;   // "will meet again", "a further meeting": those of the meeting before
  bool wish = false;    // asked for or offered, not agreed
  bool course = false;  // it began, ended, lasted: "three hours of talks"
  bool remote = false;  // by telephone or on screen: nowhere
  bool said = false;    // somebody says so, the narrator does not
  Part part;
  Span evidence;  // the words of this meeting; of very many those around its own

  bool placed() const { return !place.empty() || when.has_value(); }
  std::size_t facts() const {
    return parties.size() + people.size() + 2 * (!place.empty()) + 2 * when.has_value();
  }
};

// Every telling, in the order of the text.
std::vector<Told> read_tellings(const Reading& reading);

// Appends what is not yet in the list; "" never.
void add_new(std::vector<std::string>& list, const std::string& item);

}  // namespace entente::extract::coding

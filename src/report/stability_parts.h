// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/conflict_file.h"
#include "model/stability.h"
#include "report/html.h"
#include "report/lookup.h"
#include "report/stability_graph.h"

namespace entente::report {

// Where the parts stand: what they have in common, and what differs between a page of their own
// and a brief.
struct StabilityPlace {
  const std::map<PositionId, QuotedWords>& quotes;  // of the positions that the model rests on
  const Lookup* lookup = nullptr;                   // of the case that they stand in, if known
  std::vector<std::string> letters;                 // of the decision makers, in their order
  int heading = 3;                                  // the level of the headings within a part
  std::size_t most_told = 12;                       // states whose reasons are told
  bool compact = false;                             // one row of the table for each concept
  // An anchor of the same page where a position stands with its sentence; "" where none does.
  std::function<std::string(PositionId)> anchor = [](PositionId) { return std::string{}; };
};

// What all parts of a page about a conflict share. Anchors: "s4" for state 4.
class StabilityView {
 public:
  StabilityView(const StabilityFindings& findings, const StabilityPlace& where);

  const StabilityFindings& found;
  const Conflict& conflict;
  const StabilityPlace& place;
  const StateGraph graph;

  std::string name(std::size_t who) const;
  Html lettered(std::size_t who) const;  // the letter in a circle, then the name
  bool is_today(StateIndex state) const;
  bool is_wanted(StateIndex state) const;
  bool is_told(StateIndex state) const;  // its reasons are
  bool is_drawn(StateIndex state) const;
  std::string holds_words(StateIndex state) const;  // "holds under Nash, GMR", "does not hold"
  Html heading(std::string_view words) const;
};

// Each is what stands below a heading; empty where there is nothing to tell.
Html stability_in_short(const StabilityView& view, std::size_t most);
Html stability_table(const StabilityView& view);
Html stability_moves(const StabilityView& view);  // the drawing, then the same in words
Html stability_why(const StabilityView& view);
Html stability_unknown(const StabilityView& view);
Html stability_wanted(const StabilityView& view);
Html stability_ways(const StabilityView& view);
Html stability_rests(const StabilityView& view);
Html stability_words_list();

// On how many sentences the model rests, how many of them nobody has looked at, and how much of it
// has none.
std::string rests_on_words(const StabilityView& view);

std::string wanted_heading(const StabilityFindings& found);  // "What would make state 4 hold ..."

std::string_view stability_style();  // CSS, to stand behind that of a brief

}  // namespace entente::report

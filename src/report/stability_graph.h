// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/stability.h"
#include "report/html.h"

namespace entente::report {

inline constexpr std::size_t most_drawn_states = 20;

enum class EdgeKind { improvement, joint, other };

// An arrow of the drawing: somebody goes from one state to another.
struct StateEdge {
  StateIndex from = 0, to = 0;
  Coalition movers;
  EdgeKind kind = EdgeKind::improvement;
};

// The states that a drawing of the findings shows, and the moves between them.
struct StateGraph {
  std::vector<StateIndex> states;  // today's first, if known
  std::vector<StateEdge> edges;
  bool complete = true;  // no equilibrium and no state on a shown way had to be left out
};

// Today's state, the one that was asked for, the equilibria, and what lies on the ways between them
// and on joint moves away
// from them, up to most_drawn_states. Improvements are drawn where no two of the same mover make
// them up; joint moves away from states looked at; of the other moves, those on ways from today.
StateGraph state_graph(const StabilityFindings& found);

std::string mover_letter(std::size_t who);  // "A", "B", ...; "27." beyond the alphabet
std::vector<std::string> mover_letters(std::size_t count);

// The graph as an SVG, to be read from the top to the bottom. `letters` name the decision makers.
Html state_graph_svg(const StabilityFindings& found, const StateGraph& graph,
                     const std::vector<std::string>& letters);

// Where states and arrows stand in that drawing, for somebody who draws it: one JSON object
// (web/openapi.json). Units are those of the drawing, states by their number.
std::string state_graph_json(const StabilityFindings& found);

}  // namespace entente::report

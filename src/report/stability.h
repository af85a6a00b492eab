// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/stability.h"
#include "report/terminal.h"

namespace entente::report {

// "takes up “sanctions” and drops “talks”", or "take up ..." after "can".
enum class Verb { takes, take };
std::string move_words(const Conflict& conflict, State from, State to, Verb verb);

// What is done in a state: "Arvenia: “talks” and “trade”; Borland: “sanctions”".
std::string state_words(const Conflict& conflict, State state);

// The reasons of one decision maker in one state in sentences, one for each group of concepts that
// rest on the same move and answer: "Stays under GMR and SEQ: if Arvenia takes up “X” (state 4),
// Borland can, to its own gain, drop “Y” (state 2), which leaves Arvenia worse off than now."
std::vector<std::string> reason_words(const StabilityFindings& found,
                                      const std::vector<Reason>& reasons);

// "Borland drops “Y” (state 2), then Arvenia takes up “X” (state 4)".
std::string steps_words(const StabilityFindings& found, StateIndex from,
                        const std::vector<Step>& steps);

// A few sentences where the model says little, since almost every state is an equilibrium, and
// whose preference would help most; else "".
std::string doubt_words(const StabilityFindings& found);

// What does not depend on the preferences that nobody knows, what does, and which of them to ask
// for first; nothing where the conflict has none.
std::vector<std::string> unknown_words(const StabilityFindings& found);

// The states that are equilibria under a concept with that certainty, by number: "1, 4 and 3 more",
// "none". Of findings with unknown preferences only.
std::string certain_words(const StabilityFindings& found, Concept how, Certainty certainty);

// Which of the unknown preferences to ask for, those first that decide most.
std::vector<std::string> pair_sentences(const StabilityFindings& found);

// That no joint move of several is to be told, of "these states".
std::string no_joint_move_words(const StabilityFindings& found, std::string_view states);

// Where improvements from today lead and stop, and whether today is a trap: nobody can leave it
// with a gain alone, and some could together. Of findings with a status quo only.
std::string from_today_words(const StabilityFindings& found);

// "To state 4, 1 move: Arvenia takes up “X” (state 4). Arvenia moves first; ..." A way of one move
// or more from today, by improvements where they lead there too.
std::string way_words(const StabilityFindings& found, const Route& route);

// Why the wanted state is left, the fewest preferences that would have to turn around, and what
// others could do, or promise to do, so that it holds; nothing where no state was asked for.
std::vector<std::string> wanted_words(const StabilityFindings& found);

// "“talks” and “trade”".
std::string option_words(const Conflict& conflict, State options);

// The table of states and options with a row for each concept, why the states looked at hold or
// not, the ways from today, and what coalitions would upset.
std::string stability_text(const StabilityFindings& found, const Screen& screen);
std::string stability_json(const StabilityFindings& found);

}  // namespace entente::report

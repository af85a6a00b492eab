// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/conflict.h"

namespace entente::kit {

// "Y-N": option 0 is taken, option 2 is not, option 1 is either.
inline Pattern pattern(const std::string& text) {
  Pattern out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '-') out.named |= bit(i);
    if (text[i] == 'Y') out.taken |= bit(i);
  }
  return out;
}

inline State state(const std::string& text) { return pattern(text).taken; }

inline PreferenceStatement wants(const std::vector<std::string>& any_of) {
  PreferenceStatement out;
  for (const auto& one : any_of) out.wanted.any_of.push_back(pattern(one));
  return out;
}

// A decision maker with a ranking: one pattern a state, from best to worst.
inline DecisionMaker ranks(const std::string& name,
                           const std::vector<std::vector<std::string>>& best_first) {
  DecisionMaker out{name, {}, {}, {}};
  for (const auto& group : best_first) {
    out.ranking.emplace_back();
    for (const auto& one : group) out.ranking.back().push_back(state(one));
  }
  return out;
}

inline Pattern any_pattern(std::size_t options) {
  Pattern out;
  for (std::size_t i = 0; i < options; ++i) {
    const int what = *rc::gen::inRange(0, 4);
    if (what < 2) out.named |= bit(i);
    if (what == 0) out.taken |= bit(i);
  }
  return out;
}

inline Condition any_condition(std::size_t options) {
  Condition out;
  for (int i = *rc::gen::inRange(1, 3); i > 0; --i) out.any_of.push_back(any_pattern(options));
  return out;
}

inline PreferenceStatement any_statement(std::size_t options) {
  PreferenceStatement out{any_condition(options), {}, {}};
  if (*rc::gen::inRange(0, 3) == 0) out.given = any_condition(options);
  return out;
}

// Conflicts of 1 to 5 decision makers and up to 6 options, with options that move one way only,
// infeasible patterns (not always leaving a state), and few statements, so that there are ties.
inline Conflict any_conflict() {
  Conflict out;
  const auto who = *rc::gen::inRange<std::size_t>(1, 6);
  const auto options = *rc::gen::inRange<std::size_t>(1, 7);
  for (std::size_t i = 0; i < who; ++i) {
    out.decision_makers.push_back({std::string(1, static_cast<char>('A' + i)), {}, {}, {}});
    for (int k = *rc::gen::inRange(0, 6); k > 0; --k)
      out.decision_makers.back().statements.push_back(any_statement(options));
  }
  for (std::size_t i = 0; i < options; ++i)
    out.options.push_back(
        {"option " + std::to_string(i),
         *rc::gen::inRange<std::size_t>(0, who),
         *rc::gen::weightedElement<Direction>(
             {{6, Direction::both}, {2, Direction::forward}, {1, Direction::back}}),
         {}});
  for (int k = *rc::gen::inRange(-2, 3); k > 0; --k) {
    const Pattern pattern = any_pattern(options);
    if (pattern.named != 0) out.infeasible.push_back(pattern);
  }
  return out;
}

}  // namespace entente::kit

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "extract/people.h"

namespace entente::extract {

// Two invented states and one invented alliance, known through a codebook only.
inline std::vector<Party> invented_parties() {
  Party ruritania, freedonia, pact;
  ruritania.name = "Ruritania";
  ruritania.demonyms = {"Ruritanian"};
  ruritania.seats = {"Strelsau", "the Lantern House"};
  freedonia.name = "Freedonia";
  freedonia.demonyms = {"Freedonian"};
  freedonia.seats = {"Freeport City"};
  pact.name = "Lake Pact";
  pact.aliases = {"the Pact", "LPO", "the pact's council"};
  return {ruritania, freedonia, pact};
}

inline const Gazetteer& gazetteer() {
  static const Gazetteer loaded =
      or_throw(Gazetteer::load(ENTENTE_SOURCE_DIR "/data/names", invented_parties()));
  return loaded;
}

// Texts as one case: each is learned in its order.
struct CaseReader {
  Roster roster;
  std::uint32_t documents = 0;

  CaseReader& learn(std::string_view utf8) {
    const std::u32string text = from_utf8(utf8);
    roster.learn(DocumentId{++documents}, text::read_prose(text, {}), gazetteer());
    return *this;
  }

  // "words -> person / party (kind)", the words as they stand.
  std::vector<std::string> mentions(std::string_view utf8) const {
    static constexpr std::string_view kinds[] = {"person", "party",   "place",
                                                 "role",   "pronoun", "unnamed"};
    const std::u32string text = from_utf8(utf8);
    std::vector<std::string> out;
    for (const Mention& m : find_mentions(text::read_prose(text, {}), gazetteer(), roster))
      out.push_back(slice_utf8(text, m.span) + " -> " + m.person + " / " + m.party + " (" +
                    std::string(kinds[static_cast<std::size_t>(m.kind)]) + ")");
    return out;
  }

  const Person* person(std::string_view name) const { return roster.find(name); }
};

inline std::vector<std::string> mentions_of(std::string_view utf8) {
  return CaseReader{}.learn(utf8).mentions(utf8);
}

inline testing::AssertionResult has(const std::vector<std::string>& list, const std::string& item) {
  for (const std::string& one : list)
    if (one == item) return testing::AssertionSuccess();
  auto failure = testing::AssertionFailure() << "no \"" << item << "\" in:";
  for (const std::string& one : list) failure << "\n  " << one;
  return failure;
}

// The mention of exactly these words.
inline std::string mention(const std::vector<std::string>& list, const std::string& words,
                           int nth = 1) {
  for (const std::string& one : list)
    if (one.starts_with(words + " -> ") && --nth == 0) return one.substr(words.size() + 4);
  return "not mentioned";
}

}  // namespace entente::extract

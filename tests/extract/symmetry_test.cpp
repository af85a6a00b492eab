// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <string>

#include "extract/positions_kit.h"
#include "kit/exchanged.h"

namespace entente::extract {
namespace {

// Of equal length, so that no offset moves when they change places.
const entente::kit::NamePairs& pairs() {
  static const entente::kit::NamePairs list{{"Avarland", "Belmarka"},
                                            {"Avaric", "Belmic"},
                                            {"Ilan Corvo", "Osar Lindt"},
                                            {"Corvo", "Lindt"},
                                            {"Portsel", "Torvika"}};
  return list;
}

std::string swapped(const std::string& text) { return entente::kit::exchanged(text, pairs()); }

const Extractor& two_sided() {
  static const Extractor one = [] {
    Codebook book = kit::codebook();
    book.parties = {kit::party("Avarland", "Avaric", "Portsel"),
                    kit::party("Belmarka", "Belmic", "Torvika")};
    return or_throw(Extractor::load(ENTENTE_SOURCE_DIR "/data", book));
  }();
  return one;
}

Extracted read_two_sided(const std::string& text) {
  const Document one = kit::document(text);
  Roster roster;
  two_sided().learn(one, roster);
  return two_sided().extract(one, roster);
}

std::vector<std::string> rows(const Extracted& found,
                              const std::function<std::string(const std::string&)>& name) {
  std::vector<std::string> out;
  for (const Position& position : found.positions)
    out.push_back(name(position.party) + "|" + position.issue + "|" +
                  std::string(word_of(position.stance)) + "|" +
                  std::string(word_of(position.firmness)) + "|" + name(position.reported_by) + "|" +
                  name(position.words) + "|" + name(position.condition));
  for (const Meeting& meeting : found.meetings) {
    std::string row =
        std::string(word_of(meeting.status)) + "|" + meeting.place + "|" + name(meeting.words);
    for (const std::string& party : meeting.parties) row += "|" + name(party);
    out.push_back(row);
  }
  for (const Clause& clause : found.clauses) out.push_back(clause.issue + "|" + name(clause.words));
  return out;
}

void expect_mirrored(const std::string& text) {
  const auto as_is = rows(read_two_sided(text), [](const std::string& s) { return s; });
  const auto mirrored = rows(read_two_sided(swapped(text)), swapped);
  EXPECT_EQ(as_is, mirrored) << text;
}

// The gazetteer holds real names only, so that neither invented one is known better than the other.
TEST(Symmetry, swapping_two_parties_swaps_positions_meetings_and_clauses) {
  const std::string text =
      "Avaric President Ilan Corvo met Belmic President Osar Lindt in Haldstad on Monday.\n"
      "\"We will never cede land,\" Corvo said. \"But Avarland is ready for a ceasefire if "
      "Belmarka lifts its embargo.\"\n"
      "Belmarka rejects a ceasefire. Lindt told reporters that the sanctions must be lifted, "
      "calling foreign troops a red line.\n"
      "Portsel says those demands are unacceptable. Under the draft, Belmarka would not join the "
      "alliance.\n"
      "Avarland and Belmarka will hold talks in Haldstad next week.";
  ASSERT_FALSE(read_two_sided(text).positions.empty());
  ASSERT_FALSE(read_two_sided(text).meetings.empty());
  expect_mirrored(text);
}

RC_GTEST_PROP(SymmetryProperty, any_order_of_sentences_is_mirrored, ()) {
  const auto sentences =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "Avaric President Ilan Corvo said Avarland wants a ceasefire.",
          "Belmarka has ruled out elections.",
          "Belmic President Osar Lindt said Avarland had agreed to a ceasefire.",
          "\"We reject those demands,\" Lindt said.",
          "Corvo demanded that the sanctions be lifted.",
          "Avarland's push for a rapid peace agreement went on.",
          "Avarland and Belmarka held talks in Haldstad on Monday.",
          "He said the talks made progress.",
          "Torvika would support monitors unless Avarland objects.",
          "Avarland, opposed by Belmarka, called for early elections.",
          "The mediators, supported by Belmarka and opposed by Avarland, proposed monitors.",
          "Avarland proposed, and Belmarka opposed, a ceasefire."}));
  std::string text;
  for (const std::string& sentence : sentences) text += sentence + (text.size() % 3 ? " " : "\n");
  expect_mirrored(text);
}

}  // namespace
}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
// The weights know no name from another: two that change places in a text have changed places in
// what is read of it, and nothing else is different.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/speech_reader.h"
#include "kit/exchanged.h"
#include "read/read.h"

namespace entente::extract {
namespace {

using entente::kit::exchanged;
using entente::kit::NamePairs;

// Of the same number of words, but neither of one length nor of like letters; a country that the
// gazetteer knows beside one that means a bird, a man who is called as a trade beside one who is
// not.
const NamePairs& invented() {
  static const NamePairs list{{"Ilan Corvovitch", "Osar McLind"},
                              {"Corvovitch", "McLind"},
                              {"Ilan", "Osar"},
                              {"Avarian", "Belmic"},
                              {"Avarland", "Belm"},
                              {"Portsel", "Torvikaborg"},
                              {"AVL", "BELM"}};
  return list;
}

// Some are common words too.
const NamePairs& found_in_any_atlas() {
  static const NamePairs list{{"Turkish", "Norwegian"},  {"Turkey", "Norway"}, {"Ankara", "Oslo"},
                              {"Emre Cook", "Lars Vig"}, {"Cook", "Vig"},      {"Emre", "Lars"}};
  return list;
}

const SpeechReader& weighed_reader() {
  static const SpeechReader reader = or_throw(SpeechReader::load(
      ENTENTE_SOURCE_DIR "/data", ENTENTE_SOURCE_DIR "/models/attribution.weights"));
  return reader;
}

std::string words_of(const std::u32string& text, const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) out += slice_utf8(text, span) + " + ";
  return out;
}

std::vector<std::string> told_in(const std::string& text, const NamePairs& named_by) {
  Document document;
  document.text = from_utf8(text);
  std::vector<std::string> out;
  for (const Reported& one : weighed_reader().read(document)) {
    const Statement& it = one.statement;
    out.push_back(exchanged(
        fmt::format("{}| {}| {}| {} {} {} | {} | {}", words_of(document.text, it.source),
                    words_of(document.text, it.cue), words_of(document.text, it.content),
                    word_of(it.speech), word_of(it.polarity), one.confidence, it.speaker, it.party),
        named_by));
  }
  return out;
}

void expect_told_alike(const std::string& text, const NamePairs& names) {
  EXPECT_EQ(told_in(text, {}), told_in(exchanged(text, names), names)) << text;
}

const std::vector<std::string>& sentences_about_two() {
  static const std::vector<std::string> list{
      "\"We will not yield,\" Corvovitch told reporters. \"The valley is ours.\"",
      "Avarian President Ilan Corvovitch said Avarland wants a truce by Monday.",
      "McLind accused Avarland of stalling, and said its pro-Belm wing had won.",
      "The Belmic prime minister, Osar McLind, believes the talks can go on.",
      "Avarland has ruled out elections, according to an AVL official.",
      "Officials in Torvikaborg think that Belm will sign.",
      "Belm, which Corvovitch called \"a bad neighbour,\" denied it.",
      "In Portsel, many fear that the Avarian-led force will leave, McLind added.",
      "He wants Belmic troops to go home, he told Portsel's mayor.",
      "\"Avarland first,\" said McLind: \"Belm comes second. Corvovitch knows that.\""};
  return list;
}

TEST(LearnedMirror, names_that_change_places_change_nothing_else) {
  std::string text;
  for (const std::string& sentence : sentences_about_two()) text += sentence + "\n\n";
  ASSERT_GE(told_in(text, {}).size(), 10u);
  expect_told_alike(text, invented());
}

RC_GTEST_PROP(LearnedMirror, any_order_of_sentences_is_read_alike, ()) {
  const auto sentences =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(sentences_about_two()));
  std::string text;
  for (const std::string& sentence : sentences) text += sentence + (text.size() % 3 ? " " : "\n");
  RC_ASSERT(told_in(text, {}) == told_in(exchanged(text, invented()), invented()));
}

TEST(LearnedMirror, a_name_that_is_a_common_word_too_is_a_name) {
  const std::string text =
      "Turkey says the strait must stay open. Norway has denied the charge.\n"
      "\"Turkey will wait,\" Emre Cook, the Turkish envoy, said in Oslo on Friday.\n"
      "Cook believes that Norway wants more. Lars Vig said that Ankara was wrong.\n"
      "\"Cook is wrong,\" Vig told reporters, \"and the Turkish plan is dead.\"";
  ASSERT_GE(told_in(text, {}).size(), 5u);
  expect_told_alike(text, found_in_any_atlas());
}

}  // namespace
}  // namespace entente::extract

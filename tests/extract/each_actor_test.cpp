// SPDX-License-Identifier: Apache-2.0
#include "extract/each_actor.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <set>

#include "extract/attribution_kit.h"
#include "extract/speech_reader.h"
#include "kit/folder.h"

namespace entente::extract {
namespace {

const EachActor& each_actor() {
  static const EachActor reader = or_throw(EachActor::load(ENTENTE_SOURCE_DIR "/data/english"));
  return reader;
}

// "actor [cue] message", with "!" before the message of who is against it.
Strings each(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  Strings out;
  for (const Statement& one : each_actor().read(text::read_prose(text, {}), {}))
    out.push_back(joined(text, one.source) + " [" + joined(text, one.cue) + "] " +
                  (one.polarity == Polarity::rejected ? "!" : "") + joined(text, one.content));
  return out;
}

TEST(EachActor, who_supports_says_the_same_and_who_opposes_is_against_it) {
  EXPECT_EQ(
      each("The Coastal Group, supported by Norland and opposed by Sudmark, urged parties not "
           "to go beyond the mandate."),
      (Strings{"Coastal Group [urged] parties not to go beyond the mandate",
               "Norland [supported by + urged] parties not to go beyond the mandate",
               "Sudmark [opposed by] !parties not to go beyond the mandate"}));
}

TEST(EachActor, who_opposes_a_refusal_is_for_what_is_refused) {
  EXPECT_EQ(each("Norland, opposed by Sudmark, rejected the draft."),
            (Strings{"Norland [rejected] !the draft", "Sudmark [opposed by] the draft"}));
}

TEST(EachActor, who_speaks_on_behalf_of_others_speaks_for_both) {
  EXPECT_EQ(each("TAMBORO, for the G-40/CORVIA, said time was short."),
            (Strings{"TAMBORO [said] time was short", "G-40/CORVIA [for + said] time was short"}));
  EXPECT_EQ(each("On behalf of the Coastal Group, Norland said time was short."),
            (Strings{"Norland [said] time was short",
                     "Coastal Group [On behalf of + said] time was short"}));
}

TEST(EachActor, verbs_that_share_a_message_share_it) {
  EXPECT_EQ(each("Pellonia proposed, and Brevania opposed, deleting the paragraph."),
            (Strings{"Pellonia [proposed] deleting the paragraph",
                     "Brevania [opposed] !deleting the paragraph"}));
  EXPECT_EQ(each("Norland supported and Sudmark opposed the amendment."),
            (Strings{"Norland [supported] the amendment", "Sudmark [opposed] !the amendment"}));
}

TEST(EachActor, verbs_that_share_a_subject_share_it) {
  EXPECT_EQ(each("Noting the lack of data, Ilmara suggested a workshop, welcomed the report, and "
                 "thanked the chair."),
            (Strings{"Ilmara [Noting] the lack of data", "Ilmara [suggested] a workshop",
                     "Ilmara [welcomed] the report", "Ilmara [thanked] the chair"}));
}

TEST(EachActor, who_joins_in_one_thing_does_not_join_in_the_one_before) {
  EXPECT_EQ(each("Ilmara noted the lack of data and, supported by Veldria, suggested a workshop."),
            (Strings{"Ilmara [noted] the lack of data", "Ilmara [suggested] a workshop",
                     "Veldria [supported by + suggested] a workshop"}));
}

TEST(EachActor, a_verb_alone_is_about_what_was_said_before) {
  EXPECT_EQ(each("Norland called for a review, while Sudmark and Karesh disagreed."),
            (Strings{"Norland [called for] a review", "Sudmark [disagreed] !a review",
                     "Karesh [disagreed] !a review"}));
  EXPECT_EQ(each("Norland called for a review, to which Sudmark objected."),
            (Strings{"Norland [called for] a review", "Sudmark [objected] !a review"}));
}

TEST(EachActor, agents_of_a_passive_speak_of_what_stands_before_it) {
  EXPECT_EQ(each("Norland's proposal to merge the items was supported by Estovia and opposed by "
                 "Karesh, and Sudmark reserved its position."),
            (Strings{"Norland [proposal] merge the items",
                     "Estovia [was supported] Norland's proposal to merge the items",
                     "Karesh [opposed] !Norland's proposal to merge the items",
                     "Sudmark [reserved] its position"}));
}

TEST(EachActor, a_list_parted_by_semicolons_is_one_message_until_somebody_else_speaks) {
  EXPECT_EQ(
      each("Norland stressed: clear rules; and a single list; and Sudmark stressed trust."),
      (Strings{"Norland [stressed] clear rules; and a single list", "Sudmark [stressed] trust"}));
}

TEST(EachActor, the_message_may_stand_on_both_sides_of_who_tells_it) {
  EXPECT_EQ(each("The use of offsets, Norland said, would weaken the pact."),
            (Strings{"Norland [said] The use of offsets + would weaken the pact"}));
}

TEST(EachActor, an_apposition_is_no_second_actor) {
  EXPECT_EQ(each("The chair of the group, Jane Roe, urged patience."),
            (Strings{"chair of the group [urged] patience"}));
  EXPECT_EQ(each("Norland, as chair of the Coastal Group, urged patience."),
            (Strings{"Norland [urged] patience"}));
}

TEST(EachActor, what_a_message_says_of_others_stays_in_it) {
  EXPECT_EQ(each("The chair reported that Norland and Sudmark had agreed on a text."),
            (Strings{"chair [reported] Norland and Sudmark had agreed on a text"}));
  EXPECT_EQ(
      each("Norland welcomed the text proposed by the chair and supported by Sudmark."),
      (Strings{"Norland [welcomed] the text proposed by the chair and supported by Sudmark"}));
}

TEST(EachActor, sentences_in_which_nobody_speaks_tell_nothing) {
  EXPECT_EQ(each("The session opened on Monday and closed at midnight."), Strings{});
  EXPECT_EQ(each("There was broad support for the proposal. Emissions rose again."), Strings{});
  EXPECT_EQ(each(""), Strings{});
}

TEST(EachActor, an_and_inside_a_known_name_parts_nobody) {
  const std::u32string text = U"Oster and Wester supported the draft.";
  const text::Prose prose = text::read_prose(text, {});
  EXPECT_EQ(each_actor().read(prose, {}).size(), 2u);
  const Mention name{{0, 16}, MentionKind::party, "", "Oster and Wester"};
  const auto told = each_actor().read(prose, {name});
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(joined(text, told.front().source), "Oster and Wester");
}

TEST(EachActor, a_word_list_that_is_none_is_refused_with_its_line) {
  const entente::kit::Folder folder;
  for (const char* name : {"speech.verbs", "minutes.verbs", "speech.words"}) folder.write(name, "");
  folder.write("actors.words", "# head\nsame: with\nsideways: by\n");
  const auto loaded = EachActor::load(folder.path());
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().what.find("line 3"), std::string::npos);
}

struct MarkedSentence {
  std::string sentence;
  std::vector<std::array<std::string, 3>> triples;
};

std::string without_spaces(const std::string& words) {
  const std::size_t first = words.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : words.substr(first, words.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cut_at(const std::string& line, char mark) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, mark);) out.push_back(without_spaces(part));
  return out;
}

std::vector<MarkedSentence> marked_sentences(const std::string& name) {
  std::ifstream in(ENTENTE_SOURCE_DIR "/tests/extract/triples/" + name);
  std::vector<MarkedSentence> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') {
      out.push_back({line, {}});
      continue;
    }
    const auto parts = cut_at(line, '|');
    for (const std::string& actor : cut_at(parts[0], ';'))
      out.back().triples.push_back({actor, parts[1], parts[2]});
  }
  return out;
}

std::set<std::string> words_in(const std::string& utf8) {
  const std::u32string text = from_utf8(utf8);
  const text::Prose prose = text::read_prose(text, {});
  std::set<std::string> words;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i)
    if (prose.tokens[i].kind != text::TokenKind::mark) words.insert(to_utf8(prose.folded_word(i)));
  return words;
}

std::size_t shared_words(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

std::string actor_of(const std::string& name) {
  return name.starts_with("the ") || name.starts_with("The ") ? name.substr(4) : name;
}

// As tools/score_triples.py compares them.
bool agree(const std::array<std::string, 3>& a, const std::array<std::string, 3>& b,
           bool with_message) {
  if (actor_of(a[0]) != actor_of(b[0]) || shared_words(words_in(a[1]), words_in(b[1])) == 0)
    return false;
  const auto x = words_in(a[2]), y = words_in(b[2]);
  const auto both = shared_words(x, y);
  return !with_message || 10 * both >= 8 * (x.size() + y.size() - both);
}

struct Score {
  std::size_t found = 0, gold = 0, right = 0, right_actors = 0;
  double f1(std::size_t hits) const {
    return 200.0 * static_cast<double>(hits) / static_cast<double>(found + gold);
  }
};

// Each found one takes the first marked one left that agrees: a floor of the best matching.
std::size_t matched(const std::vector<std::array<std::string, 3>>& found,
                    std::vector<std::array<std::string, 3>> gold, bool with_message) {
  std::size_t hits = 0;
  for (const auto& one : found) {
    const auto at = std::find_if(gold.begin(), gold.end(),
                                 [&](const auto& g) { return agree(one, g, with_message); });
    if (at == gold.end()) continue;
    gold.erase(at);
    ++hits;
  }
  return hits;
}

Score score_of(const std::string& name) {
  const SpeechReader reader = or_throw(SpeechReader::load(
      ENTENTE_SOURCE_DIR "/data", ENTENTE_SOURCE_DIR "/models/attribution.weights"));
  Score score;
  for (const MarkedSentence& marked : marked_sentences(name)) {
    Document document;
    document.text = from_utf8(marked.sentence);
    std::vector<std::array<std::string, 3>> found;
    for (const Reported& one : reader.read_each_actor(document))
      found.push_back({joined(document.text, one.statement.source),
                       joined(document.text, one.statement.cue),
                       joined(document.text, one.statement.content)});
    score.found += found.size();
    score.gold += marked.triples.size();
    score.right += matched(found, marked.triples, true);
    score.right_actors += matched(found, marked.triples, false);
  }
  return score;
}

struct Floor {
  const char* file;
  double triples, actors;
};

class EachActorOnMarkedSentences : public testing::TestWithParam<Floor> {};

TEST_P(EachActorOnMarkedSentences, actors_predicates_and_messages_agree_with_the_marks) {
  const Score score = score_of(GetParam().file);
  ASSERT_GT(score.gold, 60u);
  EXPECT_GE(score.f1(score.right), GetParam().triples);
  EXPECT_GE(score.f1(score.right_actors), GetParam().actors);
}

INSTANTIATE_TEST_SUITE_P(Files, EachActorOnMarkedSentences,
                         testing::Values(Floor{"built_on.triples", 95, 97},
                                         Floor{"hard.triples", 95, 96},
                                         Floor{"held_back.triples", 97, 97},
                                         Floor{"unseen.triples", 93, 95},
                                         Floor{"last.triples", 91, 96}));

std::string exchanged(std::string text, const std::string& a, const std::string& b) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_a = text.compare(i, a.size(), a) == 0, is_b = text.compare(i, b.size(), b) == 0;
    out += is_a ? b : is_b ? a : std::string(1, text[i]);
    i += is_a ? a.size() : is_b ? b.size() : 1;
  }
  return out;
}

// The other's name in a sentence, and the other says what the one said.
TEST(EachActor, two_parties_exchanged_make_the_same_triples_exchanged) {
  const std::string a = "NORLAND", b = "KARESH";
  std::size_t seen = 0;
  for (const char* file : {"built_on.triples", "hard.triples", "held_back.triples"})
    for (const MarkedSentence& marked : marked_sentences(file)) {
      Strings mirrored = each(exchanged(marked.sentence, a, b));
      for (std::string& one : mirrored) one = exchanged(one, a, b);
      EXPECT_EQ(mirrored, each(marked.sentence));
      seen += marked.sentence.find(a) != std::string::npos;
    }
  EXPECT_GT(seen, 20u);
}

RC_GTEST_PROP(EachActor, whatever_stands_there_is_cut_out_of_the_text_and_has_an_actor,
              (const std::vector<int>& picks)) {
  const std::vector<std::string> pieces{
      "Norland",  "SUDMARK",  ",",      "and",   "supported by", "opposed by", "urged",   "said",
      "that",     "a review", "noting", "which", "was",          "with",       "\"now\"", ";",
      ":",        "while",    "(",      ")",     "for",          "the",        "parties", "'s",
      "proposal", "to",       "."};
  std::string utf8;
  for (const int pick : picks)
    utf8 += pieces[static_cast<std::size_t>(pick & 0xffff) % pieces.size()] + " ";
  const std::u32string text = from_utf8(utf8);
  for (const Statement& one : each_actor().read(text::read_prose(text, {}), {})) {
    RC_ASSERT(one.source.size() == 1u);
    RC_ASSERT(!one.cue.empty());
    RC_ASSERT(!one.content.empty());
    for (const auto* spans : {&one.source, &one.cue, &one.content})
      for (const Span span : *spans) RC_ASSERT((!span.empty() && span.end <= text.size()));
  }
}

TEST(EachActor, what_is_longer_than_any_sentence_of_minutes_is_left_out) {
  std::string list = "Norland";
  for (int i = 0; i < 100; ++i) list += ", Sudmark";
  EXPECT_EQ(each(list + " supported the draft.").size(), 101u);
  EXPECT_TRUE(each(list + list + " supported the draft.").empty());
}

TEST(SpeechReader, told_actor_by_actor_what_several_say_is_a_statement_of_each) {
  const SpeechReader reader =
      or_throw(SpeechReader::load(ENTENTE_SOURCE_DIR "/data", std::nullopt));
  Document document;
  document.text = U"\u201cWe will sign it in the spring,\u201d said Norland and the Coastal Union.";
  const auto found = reader.read_each_actor(document);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].statement.speaker, "Norland");
  EXPECT_EQ(found[1].statement.speaker, "Coastal Union");
  EXPECT_EQ(found[0].statement.content, found[1].statement.content);
}

}  // namespace
}  // namespace entente::extract

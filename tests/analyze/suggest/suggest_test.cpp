// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/suggest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "kit/folder.h"
#include "kit/sayings.h"

namespace entente {
namespace {

using analyze::Vocabulary;
using analyze::WordPart;
using kit::Sayings;

const Vocabulary& english() {
  static const std::filesystem::path folder =
      std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/english";
  static const Vocabulary words = or_throw(
      Vocabulary::read(kit::bytes_of(folder / "words.tsv"), kit::bytes_of(folder / "topic.words")));
  return words;
}

Suggestions suggested(Sayings& sayings, const std::set<StatementId>& spoken_of = {}) {
  return analyze::suggestions(
      sayings.whole(), spoken_of, english(), [](const auto&) { return std::string(); },
      sayings.texts());
}

const SuggestedIssue* labelled(const Suggestions& found, const std::string& label) {
  for (const SuggestedIssue& one : found.issues)
    if (one.issue.label == label) return &one;
  return nullptr;
}

const SuggestedParty* party(const Suggestions& found, const std::string& name) {
  for (const SuggestedParty& one : found.parties)
    if (one.party.name == name) return &one;
  return nullptr;
}

std::vector<std::string> wordings_of(const SuggestedIssue& issue) {
  std::vector<std::string> words;
  for (const Sample& one : issue.wordings) words.push_back(one.words);
  return words;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Sayings fishing_talks() {
  Sayings all;
  all.document()
      .says("Ana Brell", "Ostmark", "we want the herring quota raised to 40,000 tonnes")
      .says("Tor Haugen", "Vesterland", "the herring quota must fall by a third");
  all.document()
      .says("Ana Brell", "Ostmark", "no inspectors on board")
      .says("Tor Haugen", "Vesterland", "inspectors must sail with us");
  all.document().says("Ana Brell", "Ostmark", "a lower herring quota would ruin the ports");
  return all;
}

TEST(Suggest, what_two_sides_speak_of_several_times_becomes_an_issue_with_cues) {
  Sayings all = fishing_talks();
  const Suggestions found = suggested(all);
  const SuggestedIssue* quota = labelled(found, "Herring quota");
  ASSERT_NE(quota, nullptr);
  EXPECT_TRUE(has(quota->issue.cues, "quota|quotas"));
  EXPECT_TRUE(has(quota->issue.cues, "herring quota|quotas"));
  EXPECT_EQ(quota->issue.id, "herring_quota");
  EXPECT_EQ(quota->support, (Support{3, 2, 2}));
  ASSERT_NE(labelled(found, "Inspectors"), nullptr);
}

TEST(Suggest, examples_are_of_different_voices_first) {
  Sayings all = fishing_talks();
  const Suggestions found = suggested(all);
  const auto& examples = labelled(found, "Herring quota")->examples;
  ASSERT_EQ(examples.size(), 3u);
  EXPECT_NE(all.whole().statements[examples[0].statement.number - 1].party,
            all.whole().statements[examples[1].statement.number - 1].party);
}

TEST(Suggest, amounts_and_refusals_are_told_as_words_for_options) {
  Sayings all = fishing_talks();
  const Suggestions found = suggested(all);
  EXPECT_TRUE(has(wordings_of(*labelled(found, "Herring quota")), "40,000 tonnes"));
  EXPECT_TRUE(has(wordings_of(*labelled(found, "Inspectors")), "no inspectors"));
}

TEST(Suggest, what_carries_a_position_or_speaks_of_an_issue_is_left_alone) {
  Sayings all = fishing_talks();
  all.position("ports");
  const Suggestions found = suggested(all, {StatementId{1}, StatementId{2}});
  EXPECT_EQ(found.statements, 5u);
  EXPECT_EQ(found.fitting, 3u);
  EXPECT_EQ(labelled(found, "Herring quota"), nullptr);
  EXPECT_NE(labelled(found, "Inspectors"), nullptr);
}

TEST(Suggest, where_everything_fits_nothing_is_suggested) {
  Sayings all = fishing_talks();
  std::set<StatementId> every;
  for (const Statement& one : all.whole().statements) every.insert(one.id);
  const Suggestions found = suggested(all, every);
  EXPECT_EQ(found.fitting, found.statements);
  EXPECT_TRUE(found.issues.empty());
  EXPECT_TRUE(found.left_over.empty());
}

TEST(Suggest, an_empty_case_suggests_nothing) {
  Sayings none;
  EXPECT_EQ(suggested(none), Suggestions{});
}

TEST(Suggest, rejected_statements_and_copies_do_not_count) {
  Sayings all = fishing_talks();
  all.document().copy_of(1).says("Ana Brell", "Ostmark", "the herring quota is a scandal");
  for (Statement& one : all.whole().statements)
    if (one.words.find("inspectors must") != one.words.npos) one.review.status = Status::rejected;
  const Suggestions found = suggested(all);
  EXPECT_EQ(found.statements, 4u);
  EXPECT_EQ(labelled(found, "Herring quota")->support.statements, 3u);
  EXPECT_EQ(labelled(found, "Inspectors"), nullptr);
}

TEST(Suggest, a_rejected_position_leaves_its_statement_without_one) {
  Sayings all = fishing_talks();
  all.position("ports");
  all.whole().positions.back().review.status = Status::rejected;
  EXPECT_EQ(suggested(all).fitting, 0u);
}

TEST(Suggest, a_statement_inside_another_one_is_counted_once) {
  Sayings all = fishing_talks();
  Statement inner = all.whole().statements[4];
  inner.id = {6};
  inner.within = StatementId{5};
  inner.speaker = inner.party = "Vesterland";
  all.whole().statements.push_back(inner);
  EXPECT_EQ(labelled(suggested(all), "Herring quota")->support.statements, 3u);
}

TEST(Suggest, what_one_speaker_says_once_is_listed_as_left_over) {
  Sayings all = fishing_talks();
  all.says("Ana Brell", "Ostmark", "the lighthouse keeper sings well");
  const auto left = suggested(all).left_over;
  EXPECT_EQ(left, std::vector<StatementId>{StatementId{6}});
}

TEST(Suggest, words_that_every_negotiation_uses_are_no_issue) {
  Sayings all;
  for (int i = 0; i < 4; ++i)
    all.document()
        .says("Ana Brell", "Ostmark", "the talks were long and the proposal was discussed")
        .says("Tor Haugen", "Vesterland", "the minister answered the proposal after the talks");
  EXPECT_TRUE(suggested(all).issues.empty());
}

TEST(Suggest, what_is_said_where_issues_are_spoken_of_as_well_is_none_of_its_own) {
  Sayings all = fishing_talks();
  std::set<StatementId> fitting;
  for (int i = 0; i < 20; ++i) {
    all.says("Tor Haugen", "Vesterland", "herring quota and harbour dues");
    fitting.insert(all.whole().statements.back().id);
  }
  EXPECT_EQ(labelled(suggested(all, fitting), "Herring quota"), nullptr);
}

TEST(Suggest, an_id_that_the_codebook_has_is_not_given_again) {
  Sayings all = fishing_talks();
  Issue taken;
  taken.id = "herring_quota";
  all.whole().codebook.issues.push_back(taken);
  EXPECT_EQ(labelled(suggested(all), "Herring quota")->issue.id, "herring_quota_2");
}

TEST(Suggest, a_verb_is_no_cue) {
  Sayings all;
  for (int i = 0; i < 3; ++i)
    all.document()
        .says("Ana Brell", "Ostmark", "they will accept and they refused to withdraw")
        .says("Tor Haugen", "Vesterland", "we cannot accept that they withdraw");
  EXPECT_TRUE(suggested(all).issues.empty());
}

TEST(SuggestParties, whoever_speaks_and_is_no_party_of_the_codebook_is_suggested) {
  Sayings all = fishing_talks();
  Party known;
  known.name = "Ostmark";
  all.whole().codebook.parties = {known};
  const Suggestions found = suggested(all);
  EXPECT_EQ(party(found, "Ostmark"), nullptr);
  ASSERT_NE(party(found, "Vesterland"), nullptr);
  EXPECT_EQ(party(found, "Vesterland")->support.statements, 2u);
}

TEST(SuggestParties, offices_in_the_text_tell_for_whom_a_person_speaks) {
  Sayings all;
  Person brell;
  brell.id = {1};
  brell.name = "Ana Brell";
  brell.role = "fisheries minister";
  all.document(
         "Ana Brell, Ostmark's foreign minister, came. The Ostmarkian delegation left. A "
         "spokesman for the Harbour Guild waited.")
      .says("Ana Brell", "", "we shall see")
      .says("Ana Brell", "", "nothing is agreed")
      .says("a spokesman for the Harbour Guild", "", "nobody asked us");
  all.whole().people = {brell};
  for (Statement& one : all.whole().statements)
    if (one.speaker == brell.name) one.person = brell.id;
  const Suggestions found = suggested(all);
  const SuggestedParty* ostmark = party(found, "Ostmark");
  ASSERT_NE(ostmark, nullptr);
  EXPECT_EQ(ostmark->support.statements, 2u);
  EXPECT_EQ(ostmark->party.demonyms, std::vector<std::string>{"Ostmarkian"});
  EXPECT_EQ(ostmark->speakers, std::vector<std::string>{"Ana Brell"});
  EXPECT_NE(party(found, "Harbour Guild"), nullptr);
}

TEST(SuggestParties, a_people_goes_with_the_only_longer_name_that_begins_as_it_does) {
  const auto parties_of = [](const std::string& other) {
    Sayings all;
    all.document("The Harvenese envoy came to meet the chair of the Harven Isles" + other + ".")
        .says("Harven Isles", "", "the ports are ours")
        .says("the Harvenese envoy", "", "nothing is agreed");
    return suggested(all);
  };
  const Suggestions one = parties_of("");
  ASSERT_NE(party(one, "Harven Isles"), nullptr);
  EXPECT_EQ(party(one, "Harven Isles")->party.demonyms, std::vector<std::string>{"Harvenese"});
  EXPECT_EQ(party(one, "Harven Isles")->support.statements, 2u);
  EXPECT_EQ(party(one, "Harvenese"), nullptr);
  const Suggestions two = parties_of(" and the chair of the Harven Guild");
  EXPECT_TRUE(party(two, "Harven Isles")->party.demonyms.empty()) << "of one of two";
}

TEST(SuggestParties, who_holds_office_in_two_as_often_speaks_for_neither) {
  const auto heard_for = [](const std::string& one, const std::string& other) {
    Sayings all;
    Person brell;
    brell.id = {1};
    brell.name = "Ana Brell";
    all.document(one + "'s foreign minister, Ana Brell, came. " + other +
                 "'s foreign minister, Ana Brell, left.")
        .says("Ana Brell", "", "we shall see")
        .says(one, "", "the ports are ours")
        .says(other, "", "the ports are theirs");
    all.whole().people = {brell};
    all.whole().statements.front().person = brell.id;
    const Suggestions found = suggested(all);
    const auto times = [&](const std::string& name) {
      return party(found, name) ? party(found, name)->support.statements : 0;
    };
    return std::pair(times(one), times(other));
  };
  EXPECT_EQ(heard_for("Ostmark", "Vesterland"), (std::pair<std::size_t, std::size_t>{1, 1}));
  EXPECT_EQ(heard_for("Vesterland", "Ostmark"), (std::pair<std::size_t, std::size_t>{1, 1}));
}

TEST(SuggestParties, nobody_is_left_out_for_his_name) {
  Sayings all;
  for (char letter = 'a'; letter <= 'y'; ++letter) {
    const std::string name = std::string("Mor") + letter + "via";
    all.document(name + "'s foreign minister left.").says(name, "", "the ports are ours");
  }
  const Suggestions found = suggested(all);
  EXPECT_EQ(found.parties.size(), 25u) << "all are heard as much";
}

TEST(Suggest, the_short_name_of_a_party_is_no_issue) {
  Sayings all;
  all.document()
      .says("Ana Brell", "Harven Isles", "no quota is fair to the Isles")
      .says("Tor Haugen", "Vesterland", "we sail to the Isles with inspectors");
  const Suggestions found = suggested(all);
  EXPECT_EQ(labelled(found, "Isles"), nullptr);
}

TEST(SuggestParties, a_body_without_a_name_goes_with_the_only_one_of_its_kind) {
  Sayings all;
  all.document("The chair of the Quarry Workers Union spoke.")
      .says("Quarry Workers Union", "", "we want eight percent")
      .says("the union", "", "nobody goes back to work");
  const Suggestions found = suggested(all);
  ASSERT_EQ(found.parties.size(), 1u);
  EXPECT_EQ(found.parties.front().party.name, "Quarry Workers Union");
  EXPECT_EQ(found.parties.front().party.aliases, std::vector<std::string>{"the union"});
  EXPECT_EQ(found.parties.front().support.statements, 2u);
}

TEST(SuggestParties, unnamed_sources_are_no_party) {
  Sayings all;
  all.document()
      .says("two diplomats", "", "it is over")
      .says("two diplomats", "", "it is not over")
      .says("Officials", "", "wait")
      .says("Officials", "", "and see");
  EXPECT_TRUE(suggested(all).parties.empty());
}

TEST(SuggestParties, a_person_of_unknown_party_is_named_as_a_person) {
  Sayings all;
  Person oakes;
  oakes.id = {1};
  oakes.name = "Ferran Oakes";
  all.document().says("Ferran Oakes", "", "never").says("Ferran Oakes", "", "not yet");
  all.whole().people = {oakes};
  for (Statement& one : all.whole().statements) one.person = oakes.id;
  const Suggestions found = suggested(all);
  ASSERT_EQ(found.parties.size(), 1u);
  EXPECT_TRUE(found.parties.front().person);
}

// Talks in made-up sentences: who says them, of which party, in which document.
struct Line {
  std::size_t document = 0, party = 0, sentence = 0;
};

const std::vector<std::string> sentences{
    "we want the herring quota raised to 40,000 tonnes",
    "no inspectors on our trawlers",
    "inspectors must sail on every trawler",
    "the harbour toll is too high, and the quota too low",
    "a joint patrol of the strait would help the trawlers",
    "there will be no joint patrol before the toll is gone",
    "we walked along the shore",
    "the Long Reef is ours and the Long Reef stays ours",
};

std::vector<Line> any_lines() {
  const auto below = [](std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); };
  std::vector<Line> lines(below(25));
  for (Line& one : lines) one = {below(4), below(2), below(sentences.size())};
  return lines;
}

Sayings talks(const std::vector<Line>& lines, const std::vector<std::size_t>& order,
              const std::vector<std::string>& parties) {
  Sayings all;
  for (std::size_t document : order) {
    all.document();
    for (const Line& one : lines)
      if (one.document == document)
        all.says(parties[one.party], parties[one.party], sentences[one.sentence]);
  }
  return all;
}

using Told = std::vector<std::tuple<std::string, std::vector<Cue>, std::size_t, std::size_t>>;

Told told(const Suggestions& found) {
  Told out;
  for (const SuggestedIssue& one : found.issues)
    out.emplace_back(one.issue.label, one.issue.cues, one.support.statements,
                     one.support.documents);
  return out;
}

std::map<std::string, std::size_t> heard(const Suggestions& found) {
  std::map<std::string, std::size_t> out;
  for (const SuggestedParty& one : found.parties) out[one.party.name] = one.support.statements;
  return out;
}

RC_GTEST_PROP(Suggest, the_order_of_the_documents_does_not_matter, ()) {
  const std::vector<Line> lines = any_lines();
  Sayings one = talks(lines, {0, 1, 2, 3}, {"Ostmark", "Vesterland"}),
          other = talks(lines, {2, 0, 3, 1}, {"Ostmark", "Vesterland"});
  const Suggestions left = suggested(one), right = suggested(other);
  RC_ASSERT(told(left) == told(right));
  RC_ASSERT(heard(left) == heard(right));
  RC_ASSERT(left.left_over.size() == right.left_over.size());
}

RC_GTEST_PROP(Suggest, two_parties_swapped_give_the_mirrored_answer, ()) {
  const std::vector<Line> lines = any_lines();
  Sayings one = talks(lines, {0, 1, 2, 3}, {"Ostmark", "Vesterland"}),
          other = talks(lines, {0, 1, 2, 3}, {"Vesterland", "Ostmark"});
  const Suggestions left = suggested(one), right = suggested(other);
  RC_ASSERT(told(left) == told(right));
  auto mirrored = heard(right);
  std::map<std::string, std::size_t> back;
  for (const auto& [name, times] : mirrored)
    back[name == "Ostmark" ? "Vesterland" : "Ostmark"] = times;
  RC_ASSERT(heard(left) == back);
}

RC_GTEST_PROP(Suggest, every_sample_stands_where_it_says, ()) {
  Sayings all = talks(any_lines(), {0, 1, 2, 3}, {"Ostmark", "Vesterland"});
  const Suggestions found = suggested(all);
  const auto stands = [&](const Sample& one) {
    const std::u32string& text = all.documents().at(one.at.document.number - 1).text;
    const Statement& whole = all.whole().statements.at(one.statement.number - 1);
    return !one.words.empty() && slice_utf8(text, one.at.span) == one.words &&
           whole.content.front().contains(one.at.span);
  };
  for (const SuggestedIssue& issue : found.issues) {
    RC_ASSERT(!issue.examples.empty());
    for (const Sample& one : issue.examples) RC_ASSERT(stands(one));
    for (const Sample& one : issue.wordings) RC_ASSERT(stands(one));
  }
  for (const SuggestedParty& one : found.parties)
    for (const Sample& sample : one.examples) RC_ASSERT(stands(sample));
}

RC_GTEST_PROP(Suggest, no_word_of_a_cue_is_a_stop_word_or_a_party, ()) {
  Sayings all = talks(any_lines(), {0, 1, 2, 3}, {"Ostmark", "Vesterland"});
  for (const SuggestedIssue& issue : suggested(all).issues)
    for (const Cue& cue : issue.issue.cues) {
      std::u32string words = from_utf8(cue);
      std::replace_if(
          words.begin(), words.end(),
          [](char32_t c) { return c == U'|' || c == U'*' || c == U'(' || c == U')'; }, U' ');
      for (const analyze::Heard& one : analyze::heard_in(words)) {
        RC_ASSERT(!english().is(one.word, WordPart::function));
        RC_ASSERT((one.word != U"ostmark"));
        RC_ASSERT((one.word != U"vesterland"));
      }
    }
}

TEST(SuggestWords, plurals_lose_their_ending_and_other_words_keep_theirs) {
  const std::vector<std::pair<const char32_t*, const char32_t*>> pairs{
      {U"armies", U"army"},      {U"trenches", U"trench"},     {U"taxes", U"tax"},
      {U"monitors", U"monitor"}, {U"quarrymen", U"quarryman"}, {U"status", U"status"},
      {U"crisis", U"crisis"},    {U"pass", U"pass"},
  };
  for (const auto& [plural, singular] : pairs)
    EXPECT_TRUE(analyze::singular_of(plural) == singular);
}

TEST(SuggestWords, a_verb_form_is_found_under_its_base) {
  for (const auto* form : {U"withdraws", U"withdrawing", U"withdraw"})
    EXPECT_EQ(english().verb_uses(form), english().uses(U"withdraw"));
  EXPECT_EQ(english().verb_uses(U"dropped")->verb, english().uses(U"drop")->verb);
  EXPECT_EQ(english().verb_uses(U"denied")->verb, english().uses(U"deny")->verb);
  EXPECT_EQ(english().verb_uses(U"went")->verb, english().uses(U"go")->verb);
  EXPECT_EQ(english().verb_uses(U"zzzed"), nullptr);
}

TEST(SuggestWords, a_data_file_that_does_not_fit_is_refused_with_its_line) {
  EXPECT_NE(Vocabulary::read("word\t1\t2\n", "").error().what.find("line 1"), std::string::npos);
  EXPECT_NE(Vocabulary::read("", "# x\nnonsense: a\n").error().what.find("line 2"),
            std::string::npos);
}

TEST(SuggestWords, a_capital_at_the_start_of_a_sentence_names_nobody) {
  analyze::Capitals capitals;
  capitals.take(analyze::heard_in(U"Barges wait. The barges of Ostmark wait."));
  const auto heard = analyze::heard_in(U"Barges of Ostmark");
  EXPECT_FALSE(capitals.is_name(heard[0]));
  EXPECT_TRUE(capitals.is_name(heard[2]));
}

}  // namespace
}  // namespace entente

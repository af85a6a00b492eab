// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "base/utf8.h"
#include "extract/positions.h"
#include "extract/positions_kit.h"

namespace entente::extract {
namespace {

Issue issue(const std::string& id, std::vector<Cue> cues, std::vector<Cue> except = {}) {
  Issue out;
  out.id = id;
  out.cues = std::move(cues);
  out.except = std::move(except);
  return out;
}

// The words that the cues matched, and the issues that the whole text counts for.
struct Matched {
  std::vector<std::string> words;
  std::vector<std::string> issues;
};

Matched match(const Codebook& book, const std::string& utf8) {
  const std::u32string text = from_utf8(utf8);
  const text::Prose prose = text::read_prose(text, {});
  const IssueMatcher matcher(book);
  const auto marks = matcher.find(prose);
  Matched out;
  for (const IssueMark& mark : marks.issues) out.words.push_back(slice_utf8(text, mark.span));
  for (const IssueMark& mark : matcher.issues_in(marks, 0, prose.tokens.size()))
    out.issues.push_back(matcher.id(mark.issue));
  return out;
}

using Strings = std::vector<std::string>;

Strings words_of(std::vector<Cue> cues, const std::string& text) {
  return match({"", {issue("x", std::move(cues))}, {}}, text).words;
}

TEST(IssueMatcher, a_percent_sign_is_the_word) {
  const Codebook book{"", {issue("pay", {"8 percent", "2.* percent"})}, {}};
  EXPECT_EQ(match(book, "They want 8% more.").words, std::vector<std::string>{"8%"});
  EXPECT_EQ(match(book, "They got 2.5 % instead.").words, std::vector<std::string>{"2.5 %"});
  EXPECT_TRUE(match(book, "They want 18% more.").words.empty());
}

TEST(IssueMatcher, a_word_matches_in_any_case_and_with_a_possessive) {
  EXPECT_EQ(words_of({"border"}, "The BORDER is the border’s end; borders are not."),
            (Strings{"BORDER", "border’s"}));
}

TEST(IssueMatcher, a_star_matches_any_ending) {
  EXPECT_EQ(words_of({"border*"}, "Borders, bordering, aboard."),
            (Strings{"Borders", "bordering"}));
}

TEST(IssueMatcher, a_star_on_an_irregular_verb_matches_its_past) {
  EXPECT_EQ(words_of({"withdraw* ~ troops"}, "They withdrew all troops."),
            (Strings{"withdrew all troops"}));
  EXPECT_EQ(words_of({"withdraw ~ troops"}, "They withdrew all troops."), Strings{});
}

TEST(IssueMatcher, a_verb_with_its_object_also_matches_in_the_passive_as_a_weak_cue) {
  EXPECT_EQ(words_of({"reopen* ~ road*"}, "The roads must be fully reopened."),
            (Strings{"roads must be fully reopened"}));
  EXPECT_EQ(words_of({"reopen* ~ road*"}, "The roads reopened."), Strings{});
  const Codebook book{"", {issue("way", {"reopen* ~ road*"}), issue("fire", {"truce"})}, {}};
  EXPECT_EQ(match(book, "A truce once roads are reopened.").issues, Strings{"fire"});
}

TEST(IssueMatcher, a_tilde_spans_up_to_four_words) {
  EXPECT_EQ(words_of({"size ~ army"}, "the size of its own standing army"),
            (Strings{"size of its own standing army"}));
  EXPECT_EQ(words_of({"size ~ army"}, "the size of its own very large army"), Strings{});
  EXPECT_EQ(words_of({"size ~ army"}, "the size army"), (Strings{"size army"}));
}

TEST(IssueMatcher, no_cue_reaches_across_a_comma_or_a_sentence) {
  EXPECT_EQ(words_of({"size ~ army"}, "It is a matter of size, the army said."), Strings{});
  EXPECT_EQ(words_of({"size ~ army"}, "It is a matter of size. The army stays."), Strings{});
}

TEST(IssueMatcher, a_bar_gives_a_choice) {
  EXPECT_EQ(words_of({"member* of|in ~ bloc|pact"},
                     "membership in a pact, members of the bloc, member for a pact"),
            (Strings{"membership in a pact", "members of the bloc"}));
}

TEST(IssueMatcher, hyphens_part_words_in_text_and_cue) {
  EXPECT_EQ(words_of({"cease fire"}, "a cease-fire"), (Strings{"cease-fire"}));
  EXPECT_EQ(words_of({"cease-fire"}, "a cease fire"), (Strings{"cease fire"}));
}

TEST(IssueMatcher, clipped_words_are_written_out) {
  EXPECT_EQ(words_of({"can not get"}, "They can't get it, cannot get it, can not get it."),
            (Strings{"can't get", "cannot get", "can not get"}));
  EXPECT_EQ(words_of({"will not"}, "We won’t."), (Strings{"won’t"}));
}

TEST(IssueMatcher, an_exception_takes_the_cues_that_it_touches_and_no_others) {
  const Codebook book{"", {issue("power", {"nuclear"}, {"nuclear plant*"})}, {}};
  EXPECT_EQ(match(book, "A nuclear plant and a nuclear warhead.").words, (Strings{"nuclear"}));
}

TEST(IssueMatcher, of_overlapping_cues_of_an_issue_the_longer_counts) {
  EXPECT_EQ(words_of({"guarantee*", "guarantees ~ security"}, "guarantees of security"),
            (Strings{"guarantees of security"}));
}

TEST(IssueMatcher, a_weak_cue_gives_way_to_any_other_issue) {
  const Codebook book{"", {issue("terms", {"(peace deal)"}), issue("land", {"border"})}, {}};
  EXPECT_EQ(match(book, "a peace deal on the border").issues, (Strings{"land"}));
  EXPECT_EQ(match(book, "a peace deal").issues, (Strings{"terms"}));
}

Issue ladder(bool ordered) {
  Issue out = issue("army", {"army"});
  out.ordered = ordered;
  out.options = {{"none", "none", {"disband*"}},
                 {"small", "small", {"limit*"}},
                 {"any", "any", {"unlimited"}}};
  return out;
}

std::optional<OptionRange> placed(bool ordered, const std::string& utf8) {
  const std::u32string text = from_utf8(utf8);
  const text::Prose prose = text::read_prose(text, {});
  const IssueMatcher matcher({"", {ladder(ordered)}, {}});
  return matcher.options_in(matcher.find(prose), 0, 0, prose.tokens.size());
}

TEST(IssueMatcher, an_option_is_placed_where_its_cue_stands) {
  EXPECT_EQ(placed(true, "a limited army"), (OptionRange{"small", "small"}));
  EXPECT_EQ(placed(true, "an army"), std::nullopt);
}

TEST(IssueMatcher, several_options_make_a_range_on_an_ordered_issue_only) {
  EXPECT_EQ(placed(true, "a limited army, or disbanded"), (OptionRange{"none", "small"}));
  EXPECT_EQ(placed(false, "a limited army, or disbanded"), std::nullopt);
}

TEST(IssueMatcher, the_other_end_of_a_scale_is_known_for_its_ends_only) {
  const IssueMatcher matcher({"", {ladder(true)}, {}});
  EXPECT_EQ(matcher.other_end(0, {"none", "none"}), (OptionRange{"any", "any"}));
  EXPECT_EQ(matcher.other_end(0, {"small", "small"}), std::nullopt);
}

TEST(IssueMatcher, a_cue_without_words_matches_nothing) {
  EXPECT_EQ(words_of({"", "~", "-", "()", "*"}, "Anything - at all."), Strings{});
}

TEST(PeaceTalks, no_cue_of_the_shipped_codebook_names_an_issue_twice) {
  std::set<std::string> ids;
  for (const Issue& one : kit::codebook().issues) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_FALSE(one.cues.empty()) << one.id;
    EXPECT_FALSE(one.description.empty()) << one.id;
    EXPECT_EQ(std::set<Cue>(one.cues.begin(), one.cues.end()).size(), one.cues.size()) << one.id;
  }
  EXPECT_EQ(ids.size(), 28u);
}

// Every word of a cue, its marks taken away, is a text that the cue finds.
TEST(PeaceTalks, every_cue_finds_its_own_words) {
  for (const Issue& one : kit::codebook().issues) {
    for (const Cue& cue : one.cues) {
      std::string text;
      for (const char c : cue)
        if (c == '|')
          break;
        else if (std::string_view("~*()").find(c) == std::string_view::npos)
          text += c;
      if (cue.find('|') != Cue::npos) continue;
      Issue alone = one;
      alone.cues = {cue};
      alone.except.clear();
      EXPECT_EQ(match({"", {alone}, {}}, text).words.size(), 1u) << one.id << ": " << cue;
    }
  }
}

// Marks stay inside the text, in order, and those of one issue apart.
RC_GTEST_PROP(IssueMatcherProperty, marks_are_ordered_and_apart, ()) {
  const auto picks = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
      std::vector<std::string>{"land", "border", "borders", "the", "of", ",", ".", "can't",
                               "cease-fire", "army", "size", "limited", "\n", "“", "guarantees"}));
  std::string text;
  for (const std::string& word : picks) text += word + " ";
  const std::u32string points = from_utf8(text);
  const text::Prose prose = text::read_prose(points, {});
  const auto marks = IssueMatcher(kit::codebook()).find(prose);
  std::map<std::size_t, std::size_t> last;
  std::size_t begin = 0;
  for (const IssueMark& mark : marks.issues) {
    RC_ASSERT(mark.span.begin >= begin);
    RC_ASSERT(mark.span.end <= points.size());
    RC_ASSERT(mark.first >= last[mark.issue]);
    last[mark.issue] = mark.last;
    begin = mark.span.begin;
  }
}

}  // namespace
}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/proposals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace entente::extract::learned {
namespace {

PassageView view_of_words(std::u32string_view text) {
  const text::Prose prose = text::read_prose(text, {});
  const Units units = cut_units(prose);
  return view_of(prose, units, units.passages.front(), {}, {});
}

// Scores that speak for `labels` by `strength` at each unit.
Scored scored_for(const std::vector<Label>& labels, float strength) {
  Scored out{std::vector<Row>(labels.size()), std::vector<std::uint8_t>(labels.size())};
  for (std::size_t i = 0; i < labels.size(); ++i) out.rows[i][index_of(labels[i])] = strength;
  return out;
}

// "Officials said talks stalled."
const std::vector<Label> plain_report{Label::b_source_right, Label::b_cue, Label::b_content_left,
                                      Label::i_content_left, Label::none};

TEST(Proposals, what_every_reading_holds_is_proposed_with_full_shares) {
  const auto found = proposals_of(view_of_words(U"Officials said talks stalled."),
                                  scored_for(plain_report, 40), Edges{});
  const auto drawn = std::find_if(found.begin(), found.end(),
                                  [](const Proposal& one) { return !one.put_together; });
  ASSERT_NE(drawn, found.end());
  EXPECT_TRUE(drawn->most_probable);
  EXPECT_EQ(drawn->one.source, (std::vector<Stretch>{{0, 1}}));
  EXPECT_EQ(drawn->one.content, (std::vector<Stretch>{{2, 4}}));
  for (float share : {drawn->same, drawn->loosely, drawn->strictly, drawn->cue, drawn->overlap})
    EXPECT_FLOAT_EQ(share, 1);
  EXPECT_FLOAT_EQ(drawn->rival, 0);
}

TEST(Proposals, it_is_proposed_without_its_source_too_and_then_the_source_is_its_rival) {
  const auto found = proposals_of(view_of_words(U"Officials said talks stalled."),
                                  scored_for(plain_report, 40), Edges{});
  ASSERT_EQ(found.size(), 2u);
  const Proposal& bare = found[0].one.source.empty() ? found[0] : found[1];
  EXPECT_TRUE(bare.put_together);
  EXPECT_TRUE(bare.one.source.empty());
  EXPECT_FLOAT_EQ(bare.loosely, 1);
  EXPECT_FLOAT_EQ(bare.strictly, 0);
  EXPECT_FLOAT_EQ(bare.rival, 1);
}

TEST(Proposals, a_second_cue_is_tried_with_the_source_of_its_sentence) {
  const auto found = proposals_of(
      view_of_words(U"Roe said talks stalled denying fault."),
      scored_for({Label::b_source_right, Label::b_cue, Label::b_content_left, Label::i_content_left,
                  Label::b_cue, Label::b_content_left, Label::none},
                 40),
      Edges{});
  const auto with_source = std::find_if(found.begin(), found.end(), [](const Proposal& one) {
    return one.one.cue.first == 4 && one.one.source == std::vector<Stretch>{{0, 1}};
  });
  ASSERT_NE(with_source, found.end());
  EXPECT_TRUE(with_source->put_together);
  EXPECT_EQ(with_source->cues_between, 1u);
}

TEST(Proposals, where_readings_differ_shares_say_how_many_agree) {
  Scored scored = scored_for(plain_report, 40);
  scored.rows[1][index_of(Label::none)] = 40;  // as likely no cue at all
  for (std::size_t i : {0u, 2u, 3u}) scored.rows[i][index_of(Label::none)] = 40;
  const auto found = proposals_of(view_of_words(U"Officials said talks stalled."), scored, Edges{});
  ASSERT_FALSE(found.empty());
  for (const Proposal& one : found) {
    EXPECT_GT(one.loosely, 0.02F);
    EXPECT_LT(one.loosely, 0.9F);
    EXPECT_LE(one.strictly, one.loosely);
    EXPECT_LE(one.same, one.strictly + 1e-6F);
  }
}

TEST(Proposals, where_no_cue_is_read_nothing_is_proposed) {
  const auto found = proposals_of(view_of_words(U"Boats lay here."),
                                  scored_for(std::vector<Label>(4, Label::none), 40), Edges{});
  EXPECT_TRUE(found.empty());
  EXPECT_TRUE(proposals_of({}, {}, Edges{}).empty());
}

TEST(Proposals, a_passage_where_all_is_as_likely_has_a_bounded_number) {
  std::u32string text;
  for (int i = 0; i < 900; ++i) text += U"word ";
  const PassageView view = view_of_words(text);
  const Scored scored{std::vector<Row>(view.size()), std::vector<std::uint8_t>(view.size())};
  EXPECT_LE(proposals_of(view, scored, Edges{}).size(), 1000u);
}

Proposal proposal_at(std::size_t cue, Stretch content) {
  Proposal out;
  out.one.cue = {cue, cue + 1};
  out.one.content = {content};
  return out;
}

TEST(Choice, the_worthiest_comes_first_and_what_meets_it_is_left_out) {
  const std::vector<Proposal> proposals{proposal_at(9, {10, 20}), proposal_at(1, {2, 6}),
                                        proposal_at(1, {2, 9}), proposal_at(21, {19, 21}),
                                        proposal_at(40, {41, 45})};
  EXPECT_EQ(chosen_among(proposals, {0.5F, 0.6F, 0.7F, 0.4F, 0.2F}, 0.3F),
            (std::vector<std::size_t>{2, 0}));
  EXPECT_EQ(chosen_among(proposals, {0.5F, 0.6F, 0.7F, 0.8F, 0.2F}, 0.1F),
            (std::vector<std::size_t>{2, 3, 4}));
}

std::vector<Stretch> some_stretches() {
  std::vector<Stretch> out;
  std::size_t at = 0;
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    const std::size_t first = at + *rc::gen::inRange<std::size_t>(0, 3);
    at = first + *rc::gen::inRange<std::size_t>(1, 4);
    out.push_back({first, at});
  }
  return out;
}

RC_GTEST_PROP(Stretches, shared_units_are_those_that_stand_in_both, ()) {
  const auto a = some_stretches(), b = some_stretches();
  const auto holds = [](const std::vector<Stretch>& all, std::size_t i) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Stretch& s) { return s.first <= i && i < s.last; });
  };
  std::size_t both = 0, any = 0;
  for (std::size_t i = 0; i < 40; ++i) {
    both += holds(a, i) && holds(b, i);
    any += holds(a, i) || holds(b, i);
  }
  RC_ASSERT(shared_units(a, b) == both);
  RC_ASSERT(std::abs(likeness(a, b) - (any == 0 ? 0 : float(both) / float(any))) < 1e-6F);
}

}  // namespace
}  // namespace entente::extract::learned

// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/links.h"

#include <gtest/gtest.h>

#include "extract/learned/confidence.h"
#include "extract/learned/fill.h"

namespace entente::extract::learned {
namespace {

PassageView view_of_text(std::u32string_view text) {
  const text::Prose prose = text::read_prose(text, {});
  const Units units = cut_units(prose);
  return view_of(prose, units, units.passages.front(), {}, {});
}

std::vector<std::uint8_t> labels_for(std::initializer_list<Label> labels) {
  std::vector<std::uint8_t> out;
  for (Label label : labels) out.push_back(static_cast<std::uint8_t>(label));
  return out;
}

constexpr Label o = Label::none, bc = Label::b_cue, ic = Label::i_cue,
                source_before = Label::b_source_right, source_behind = Label::b_source_left,
                content_before = Label::b_content_right, content_behind = Label::b_content_left,
                more_behind = Label::i_content_left, more_before = Label::i_content_right;

TEST(Links, source_cue_and_content_make_one_attribution) {
  const auto found = linked(view_of_text(U"Officials have said talks stalled."),
                            labels_for({source_before, bc, ic, content_behind, more_behind, o}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].cue, (Stretch{1, 3}));
  EXPECT_EQ(found[0].source, (std::vector<Stretch>{{0, 1}}));
  EXPECT_EQ(found[0].content, (std::vector<Stretch>{{3, 5}}));
}

TEST(Links, a_content_on_both_sides_of_its_cue_is_one_in_two_parts) {
  const auto found = linked(view_of_text(U"Talks stalled, said Roe, again today."),
                            labels_for({content_before, more_before, o, bc, source_behind, o,
                                        content_behind, more_behind, o}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].content.size(), 2u);
  EXPECT_EQ(found[0].source, (std::vector<Stretch>{{4, 5}}));
}

TEST(Links, each_content_goes_to_the_nearest_cue_on_its_side) {
  const auto found = linked(
      view_of_text(U"Roe said yes. Doe said no."),
      labels_for({source_before, bc, content_behind, o, source_before, bc, content_behind, o}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].source[0].first, 0u);
  EXPECT_EQ(found[1].source[0].first, 4u);
  EXPECT_EQ(found[1].content[0].first, 6u);
}

TEST(Links, a_second_cue_behind_and_has_the_first_one_s_source) {
  const auto found =
      linked(view_of_text(U"Roe said yes and promised money."),
             labels_for({source_before, bc, content_behind, o, bc, content_behind, o}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].source, found[0].source);
}

TEST(Links, a_source_is_not_shared_across_sentences) {
  const auto found =
      linked(view_of_text(U"Roe said yes. And promised money."),
             labels_for({source_before, bc, content_behind, o, o, bc, content_behind, o}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[1].source.empty());
}

TEST(Links, a_cue_without_content_and_a_content_without_cue_say_nothing) {
  EXPECT_TRUE(
      linked(view_of_text(U"Roe said yes."), labels_for({source_before, bc, o, o})).empty());
  EXPECT_TRUE(
      linked(view_of_text(U"Roe said yes."), labels_for({o, o, content_behind, o})).empty());
}

Statement turn(Span source, Span content) {
  Statement out;
  out.speech = Speech::direct;
  out.source = {source};
  out.content = {content};
  return out;
}

TEST(LeftOver, only_speech_that_nobody_else_took_is_left_over) {
  const std::vector<Statement> ruled{turn({0, 3}, {5, 20}), turn({30, 33}, {35, 50})};
  EXPECT_EQ(left_over(ruled, {{12, 14}}), (std::vector<std::size_t>{1}));
  EXPECT_EQ(left_over(ruled, {{20, 35}}), (std::vector<std::size_t>{0, 1}));
}

TEST(LeftOver, an_indirect_or_unsigned_one_is_not) {
  std::vector<Statement> ruled{turn({0, 3}, {5, 20}), turn({30, 33}, {35, 50})};
  ruled[0].speech = Speech::indirect;
  ruled[1].source.clear();
  EXPECT_TRUE(left_over(ruled, {}).empty());
}

TEST(Confidence, grows_with_the_worth_and_with_the_readings_that_agree) {
  const PassageView view = view_of_text(U"Officials have said talks stalled.");
  Proposal proposal;
  proposal.one =
      linked(view, labels_for({source_before, bc, ic, content_behind, more_behind, o})).front();
  Confidence confidence;
  confidence.weights = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
  double last = 0;
  for (float share : {0.2F, 0.5F, 0.8F, 0.99F}) {
    proposal.strictly = proposal.loosely = proposal.cue = share;
    const double sure = confidence.of(signs_of(view, proposal, share));
    EXPECT_GT(sure, last);
    EXPECT_LT(sure, 1);
    last = sure;
  }
}

}  // namespace
}  // namespace entente::extract::learned

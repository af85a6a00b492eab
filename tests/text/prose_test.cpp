// SPDX-License-Identifier: Apache-2.0
#include "text/prose.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace entente::text {
namespace {

// Owns the text that a Prose only looks at.
struct Cut {
  std::u32string text;
  Prose prose;
  explicit Cut(std::string_view utf8, const std::vector<Span>& skip = {})
      : text(from_utf8(utf8)), prose(read_prose(text, skip)) {}

  std::string at(Span span) const { return slice_utf8(text, span); }
  template <class Items>
  std::vector<std::string> all(const Items& items) const {
    std::vector<std::string> out;
    for (const auto& item : items) out.push_back(at(item.span));
    return out;
  }
  std::vector<std::string> tokens() const { return all(prose.tokens); }
  std::vector<std::string> sentences() const { return all(prose.sentences); }
  std::vector<std::string> paragraphs() const { return all(prose.paragraphs); }
  std::vector<std::string> quotations() const {
    std::vector<std::string> out;
    for (const Quotation& quotation : prose.quotations) out.push_back(at(quotation.inner));
    return out;
  }
};

using Strings = std::vector<std::string>;

TEST(Tokens, a_word_keeps_its_inner_marks) {
  EXPECT_EQ(Cut("They're the U.S. envoy's follow-up, 1,000 at 3.5%.").tokens(),
            (Strings{"They're", "the", "U.S.", "envoy's", "follow-up", ",", "1,000", "at", "3.5",
                     "%", "."}));
}

TEST(Tokens, a_sentences_last_word_leaves_the_stop_to_the_sentence) {
  EXPECT_EQ(Cut("It ended.").tokens(), (Strings{"It", "ended", "."}));
}

TEST(Tokens, a_missing_space_after_a_stop_does_not_glue_two_words) {
  EXPECT_EQ(Cut("He left.Then").tokens(), (Strings{"He", "left", ".", "Then"}));
  EXPECT_EQ(Cut("in 2024.Then").tokens(), (Strings{"in", "2024", ".", "Then"}));
  EXPECT_EQ(Cut("He left.Then she did.").sentences(), (Strings{"He left.", "Then she did."}));
}

TEST(Tokens, an_apostrophe_that_a_misread_encoding_broke_joins_its_word) {
  for (const std::string mark : {"\"", "?", "`", "´", "\xC2\x92", "\xEF\xBF\xBD"}) {
    const Cut cut("Ruritania" + mark + "s envoy didn" + mark + "t say \"no\".");
    EXPECT_EQ(cut.tokens()[0], "Ruritania" + mark + "s");
    EXPECT_EQ(cut.prose.folded_word(0), U"ruritania's");
    EXPECT_EQ(cut.prose.folded_word(2), U"didn't");
    EXPECT_EQ(cut.quotations(), Strings{"no"});
  }
  EXPECT_EQ(Cut("Will they?So they say.").prose.folded_word(2), U"?");
  EXPECT_EQ(Cut("He said\"no\"and left.").quotations(), Strings{"no"});
}

TEST(Sentences, titles_initials_and_states_end_none) {
  EXPECT_EQ(Cut("Mr. Hale met Gen. A. B. Stern of the U.S. Navy. He left.").sentences(),
            (Strings{"Mr. Hale met Gen. A. B. Stern of the U.S. Navy.", "He left."}));
}

TEST(Sentences, an_abbreviation_ends_one_before_a_word_that_starts_sentences) {
  EXPECT_EQ(Cut("They flew to the U.S. The talks failed.").sentences(),
            (Strings{"They flew to the U.S.", "The talks failed."}));
}

TEST(Sentences, a_decimal_number_ends_none) {
  EXPECT_EQ(Cut("Trade grew 3.5 percent. Prices fell.").sentences(),
            (Strings{"Trade grew 3.5 percent.", "Prices fell."}));
}

TEST(Sentences, closing_marks_after_the_stop_belong_to_the_sentence) {
  EXPECT_EQ(Cut("“We agree.” They left. \"Why?\" (Nobody knew.) So it went.").sentences(),
            (Strings{"“We agree.”", "They left.", "\"Why?\"", "(Nobody knew.)", "So it went."}));
}

TEST(Sentences, a_question_inside_a_sentence_does_not_end_it) {
  EXPECT_EQ(Cut("\"Is it over?\" she asked. Yes.").sentences(),
            (Strings{"\"Is it over?\" she asked.", "Yes."}));
}

TEST(Sentences, an_ellipsis_ends_one_only_before_a_capital) {
  EXPECT_EQ(Cut("We are studying … being bold... and calm. Maybe... We shall see.").sentences(),
            (Strings{"We are studying … being bold... and calm.", "Maybe...", "We shall see."}));
}

TEST(Paragraphs, a_line_is_a_paragraph_and_empty_lines_are_none) {
  EXPECT_EQ(Cut("One.\n\n  Two.  \r\nThree.\n").paragraphs(), (Strings{"One.", "Two.", "Three."}));
}

TEST(Paragraphs, hard_wrapped_lines_are_joined) {
  const std::string wrapped =
      "The envoy said on Monday that the talks would go on for as long as\n"
      "both sides wished, and that the mediators had set no date for the\n"
      "end of the present round of meetings, which began in early spring\n"
      "after the ceasefire.\n\n"
      "The other side had no comment at first, but its ministry later let\n"
      "it be known that a reply was being drafted and would be sent.\n";
  const Cut cut(wrapped);
  ASSERT_EQ(cut.prose.paragraphs.size(), 2u);
  EXPECT_EQ(cut.prose.sentences.size(), 2u);
}

TEST(Paragraphs, short_lines_of_a_menu_are_not_joined) {
  EXPECT_EQ(Cut("Home\nWorld\nSport\nWeather\nContact\nAbout").prose.paragraphs.size(), 6u);
}

TEST(Skip, what_is_left_out_yields_no_tokens_and_ends_a_paragraph) {
  const Cut cut("Photo: Pool On Sunday they met.", {{0, 11}});
  EXPECT_EQ(cut.sentences(), (Strings{"On Sunday they met."}));
  const Cut middle("First part AD second part.", {{11, 13}});
  EXPECT_EQ(middle.paragraphs(), (Strings{"First part", "second part."}));
}

TEST(Skip, spans_beyond_the_text_are_harmless) {
  EXPECT_EQ(Cut("One. Two.", {{4, 900}, {2000, 3000}}).sentences(), (Strings{"One."}));
}

TEST(Quotations, curly_straight_and_angular_marks) {
  EXPECT_EQ(
      Cut("“One,” he said. \"Two,\" he said. «Three», he said. ''Four,'' he said.").quotations(),
      (Strings{"One,", "Two,", "Three", "Four,"}));
}

TEST(Quotations, one_left_open_runs_to_the_paragraphs_end) {
  const Cut cut("“We go on.\n“And on.” The end.");
  ASSERT_EQ(cut.quotations(), (Strings{"We go on.", "And on."}));
  EXPECT_FALSE(cut.prose.quotations[0].closed);
  EXPECT_TRUE(cut.prose.quotations[1].closed);
}

TEST(Quotations, single_marks_may_be_the_outer_ones) {
  EXPECT_EQ(Cut("‘We don’t know,’ said Hale. The leaders’ talks went on.").quotations(),
            (Strings{"We don’t know,"}));
  EXPECT_EQ(Cut("'We don't know,' said Hale.").quotations(), (Strings{"We don't know,"}));
}

TEST(Quotations, apostrophes_open_none) {
  EXPECT_TRUE(
      Cut("The leaders' talks in the '90s didn't end the workers' strike.").quotations().empty());
}

TEST(Quotations, nested_ones_are_marked_and_the_outer_one_is_found) {
  const Cut cut("\"He will say, 'we are done'.\"");
  ASSERT_EQ(cut.quotations(), (Strings{"He will say, 'we are done'.", "we are done"}));
  EXPECT_TRUE(cut.prose.quotations[1].nested);
  EXPECT_EQ(cut.prose.quotation_at(16), &cut.prose.quotations[0]);
}

TEST(Quotations, an_inch_mark_opens_none) {
  EXPECT_TRUE(Cut("A pipe of 12\" was found.").quotations().empty());
}

TEST(Lookup, tokens_and_sentences_by_place) {
  const Cut cut("One two. Three.");
  EXPECT_EQ(cut.prose.token_at(0), 0u);
  EXPECT_EQ(cut.prose.token_at(3), 1u);
  EXPECT_EQ(cut.prose.token_at(99), cut.prose.tokens.size());
  EXPECT_EQ(cut.prose.sentence_at(5), 0u);
  EXPECT_EQ(cut.prose.sentence_at(8), 1u);
  EXPECT_EQ(cut.prose.sentence_at(99), 2u);
  EXPECT_EQ(cut.prose.quotation_at(2), nullptr);
}

TEST(Folding, keeps_every_offset) {
  const Cut cut("ÉTÉ’S “İ” ẞ");
  ASSERT_EQ(cut.prose.folded.size(), cut.text.size());
  EXPECT_EQ(to_utf8(cut.prose.folded).substr(0, 7), "été's");
}

char32_t a_letter() { return *rc::gen::elementOf(std::u32string(U"aB. \n\"'“”‘’?!,:…-1é\t«»(\r")); }

// Doubled parentheses: what RC_ASSERT takes apart, it evaluates on both sides of || and &&.
RC_GTEST_PROP(Prose, any_text_is_cut_into_lists_that_ascend_and_fit_together, ()) {
  const auto text = *rc::gen::container<std::u32string>(rc::gen::exec(a_letter));
  const auto edges =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 60));
  std::vector<Span> skip;
  for (std::size_t i = 0; i + 1 < edges.size(); i += 2)
    skip.push_back({std::min(edges[i], edges[i + 1]), std::max(edges[i], edges[i + 1])});
  std::sort(skip.begin(), skip.end());
  const Prose prose = read_prose(text, skip);
  std::size_t token = 0, sentence = 0, at = 0;
  for (std::size_t p = 0; p < prose.paragraphs.size(); ++p) {
    RC_ASSERT(prose.paragraphs[p].first == sentence);
    sentence = prose.paragraphs[p].last;
    for (std::size_t s = prose.paragraphs[p].first; s < sentence; ++s) {
      RC_ASSERT(prose.sentences[s].paragraph == p);
      RC_ASSERT((prose.sentences[s].first == token && prose.sentences[s].last > token));
      token = prose.sentences[s].last;
      RC_ASSERT(prose.paragraphs[p].span.contains(prose.sentences[s].span));
    }
  }
  RC_ASSERT((token == prose.tokens.size() && sentence == prose.sentences.size()));
  for (const Token& one : prose.tokens) {
    RC_ASSERT((one.span.begin >= at && !one.span.empty() && one.span.end <= text.size()));
    RC_ASSERT(!meets_any(one.span, skip));
    at = one.span.end;
  }
  for (std::size_t q = 0; q < prose.quotations.size(); ++q) {
    const Quotation& one = prose.quotations[q];
    RC_ASSERT((one.outer.contains(one.inner) &&
               prose.paragraphs[one.paragraph].span.contains(one.outer)));
    RC_ASSERT((q == 0 || prose.quotations[q - 1].outer.begin < one.outer.begin));
  }
}

}  // namespace
}  // namespace entente::text

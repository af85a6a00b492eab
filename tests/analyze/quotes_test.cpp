// SPDX-License-Identifier: Apache-2.0
// One quotation with different words, a paraphrase that departs from its own quotation, one
// utterance told in two texts, coloured words.
#include "analyze/accounts/quotes.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace entente {
namespace {

class Press {
 public:
  Press& document(const char* day = nullptr, const std::string& outlet = "") {
    DocumentCard card;
    card.id.number = static_cast<std::uint32_t>(whole_.documents.size() + 1);
    card.outlet = outlet;
    if (day) card.date = parse_date(day);
    whole_.documents.push_back(card);
    at_ = 0;
    return *this;
  }
  Press& copy_of(std::uint32_t id) {
    whole_.documents.back().same_account_as = DocumentId{id};
    return *this;
  }
  Press& says(const std::string& who, const std::string& words) {
    return add(who, words, Speech::direct);
  }
  Press& tells(const std::string& who, const std::string& words) {
    return add(who, words, Speech::indirect);
  }
  Press& coloured(Colour colour) {
    Statement& last = whole_.statements.back();
    last.loaded.push_back({{last.content.back().end + 1, last.content.back().end + 5}, colour});
    return *this;
  }
  Case& whole() { return whole_; }

 private:
  Press& add(const std::string& who, const std::string& words, Speech speech) {
    Statement made;
    made.id.number = static_cast<std::uint32_t>(whole_.statements.size() + 1);
    made.document = whole_.documents.back().id;
    made.content = {{at_, at_ + from_utf8(words).size()}};
    at_ = made.content[0].end + 10;
    made.words = words;
    made.speaker = who;
    made.party = who + "land";
    made.speech = speech;
    whole_.statements.push_back(made);
    return *this;
  }

  Case whole_;
  std::size_t at_ = 0;
};

const std::string quoted = "We will not hand over a single metre of the harbour to anyone";

std::size_t variants_between(const std::string& one, const std::string& other,
                             const char* day = "2031-03-01", const char* next = "2031-03-02") {
  Press press;
  press.document(day).says("Oro", one).document(next).says("Oro", other);
  return analyze::quote_variants(press.whole()).size();
}

TEST(QuoteVariants, one_quotation_with_other_words_is_found) {
  EXPECT_EQ(variants_between(quoted, "We will not hand over one metre of the harbour to anyone"),
            1u);
  EXPECT_EQ(variants_between(quoted, "We will hand over a single metre of the harbour to anyone"),
            1u)
      << "a word left out in the middle is another wording";
}

TEST(QuoteVariants, the_same_words_or_a_part_of_them_are_no_other_wording) {
  EXPECT_EQ(variants_between(quoted, quoted), 0u);
  EXPECT_EQ(
      variants_between(quoted, "we will not hand over a single metre of the harbour, to anyone!"),
      0u)
      << "marks and case are no words";
  EXPECT_EQ(variants_between(quoted, "not hand over a single metre of the harbour"), 0u);
}

TEST(QuoteVariants, what_is_said_weeks_later_is_said_again) {
  const std::string other = "We will not hand over one metre of the harbour to anyone";
  EXPECT_EQ(variants_between(quoted, other, "2031-03-01", "2031-03-20"), 0u);
  EXPECT_EQ(variants_between(quoted, other, nullptr, "2031-03-20"), 1u)
      << "a day that is not known";
}

TEST(QuoteVariants, other_speakers_other_things_and_copies_are_no_variants) {
  Press press;
  press.document("2031-03-01").says("Oro", quoted);
  press.document("2031-03-01")
      .says("Una", "We will not hand over one metre of the harbour to anyone");
  press.document("2031-03-01")
      .says("Oro", "The talks about prisoners begin on Monday in the capital");
  press.document("2031-03-01")
      .copy_of(1)
      .says("Oro", "We will not hand over one metre of the harbour to anyone");
  EXPECT_TRUE(analyze::quote_variants(press.whole()).empty());
}

std::optional<Departs> departs(const std::string& told, const std::string& said) {
  Press press;
  press.document("2031-03-01").tells("Oro", told).says("Oro", said);
  const auto found = analyze::departures(press.whole());
  if (found.empty()) return std::nullopt;
  EXPECT_EQ(found[0].paraphrase, StatementId{1});
  EXPECT_EQ(found[0].quote, StatementId{2});
  return found[0].in;
}

TEST(Departures, a_paraphrase_with_other_numbers_a_denial_or_another_certainty_departs) {
  EXPECT_EQ(departs("his country would release 60 prisoners after the ceasefire",
                    "We release 40 prisoners after the ceasefire"),
            Departs::numbers);
  EXPECT_EQ(departs("troops would leave the harbour before winter",
                    "Our troops do not leave the harbour before winter"),
            Departs::negation);
  EXPECT_EQ(departs("troops will leave the harbour before winter",
                    "Our troops could leave the harbour before winter"),
            Departs::modality);
}

TEST(Departures, a_paraphrase_that_says_the_same_or_something_else_does_not) {
  EXPECT_EQ(departs("his country would release 40 prisoners after the ceasefire",
                    "We release 40 prisoners after the ceasefire"),
            std::nullopt);
  EXPECT_EQ(departs("the price of wheat would rise by 60 percent",
                    "We release 40 prisoners after the ceasefire"),
            std::nullopt);
}

TEST(Departures, only_a_quotation_of_the_same_speaker_close_by_counts) {
  Press press;
  press.document("2031-03-01")
      .tells("Oro", "his country would release 60 prisoners after the ceasefire");
  press.says("Una", "We release 40 prisoners after the ceasefire");
  press.document("2031-03-01").says("Oro", "We release 40 prisoners after the ceasefire");
  EXPECT_TRUE(analyze::departures(press.whole()).empty());
}

TEST(Retellings, one_utterance_in_two_texts_is_aligned_by_a_quotation_that_both_print) {
  Press press;
  press.document("2031-03-01")
      .says("Oro", quoted)
      .tells("Oro", "he would free 40 prisoners this week");
  press.document("2031-03-02")
      .says("Oro", quoted)
      .tells("Oro", "he would free 60 prisoners this week");
  const auto found = analyze::retellings(press.whole(), {});
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].lines.size(), 2u);
  EXPECT_EQ(found[0].lines[0].agreement, Agreement::agreed);
  EXPECT_EQ(found[0].lines[1].agreement, Agreement::differs);
}

TEST(Retellings, the_same_words_a_month_apart_are_two_utterances) {
  Press press;
  press.document("2031-03-01").says("Oro", quoted).document("2031-04-02").says("Oro", quoted);
  EXPECT_TRUE(analyze::retellings(press.whole(), {}).empty());
}

TEST(Colours, are_counted_by_outlet_and_by_whose_words_they_colour) {
  Press press;
  press.document(nullptr, "Harbour Post").says("Oro", quoted).coloured(Colour::scorn);
  press.says("Oro", "The talks begin again").coloured(Colour::scorn);
  press.says("Una", "We hope for talks").coloured(Colour::scorn);
  const auto found = analyze::colour_counts(press.whole());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].party, "Oroland");
  EXPECT_EQ(found[0].count, 2u);
  EXPECT_EQ(found[1].party, "Unaland");
  EXPECT_EQ(found[1].count, 1u);
}

}  // namespace
}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "extract/people/source_head.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace entente::extract {
namespace {

// `person`: words of the source that name a person, or none.
std::string head_in(std::string_view utf8, std::string_view source, std::string_view person = "") {
  const std::u32string text = from_utf8(utf8);
  const auto span_of = [&](std::string_view words) {
    const std::size_t begin = text.find(from_utf8(words));
    return Span{begin, begin + from_utf8(words).size()};
  };
  std::vector<Mention> mentions;
  if (!person.empty()) {
    Mention one;
    one.kind = MentionKind::person;
    one.span = span_of(person);
    mentions.push_back(one);
  }
  return slice_utf8(text, head_of_source(text::read_prose(text, {}), mentions, span_of(source)));
}

std::string head_of(std::string_view source, std::string_view person = "") {
  return head_in("On Monday " + std::string(source) + " said that talks go on.", source, person);
}

TEST(SourceHead, a_clause_or_apposition_behind_the_name_is_left) {
  EXPECT_EQ(head_of("Avarland, which backs the army and the king,"), "Avarland");
  EXPECT_EQ(head_of("Ilan Corvo, leader of the Valley faction", "Ilan Corvo"), "Ilan Corvo");
  EXPECT_EQ(head_of("Avarland,"), "Avarland");
}

TEST(SourceHead, what_may_be_the_name_itself_is_kept) {
  EXPECT_EQ(head_of("the Belmic envoy, Osar Lindt", "Osar Lindt"), "the Belmic envoy, Osar Lindt");
  EXPECT_EQ(head_of("Avarland, Belmarka and Torvika"), "Avarland, Belmarka and Torvika");
}

TEST(SourceHead, days_and_datelines_are_left) {
  EXPECT_EQ(head_of("the valley's largest group on Wednesday"), "the valley's largest group");
  const std::string_view source = "PORTSEL (Wire) - The envoy";
  EXPECT_EQ(head_in("PORTSEL (Wire) - The envoy said that talks go on.", source), "The envoy");
}

// Of a source that begins a paragraph.
std::string opening_head_of(std::string_view source, std::string_view person = "") {
  return head_in(std::string(source) + " said that talks go on.", source, person);
}

TEST(SourceHead, a_dateline_has_capitals_an_agency_or_a_date) {
  for (std::string_view dateline :
       {"PORTSEL \u2014 ", "NEW PORTSEL, Avarland -- ", "Portsel (Wire) \u2013 ", "PORTSEL\u2014",
        "Portsel, June 3 - ", "Portsel, Avarland, Tuesday \u2013 ", "(Wire) - "})
    EXPECT_EQ(opening_head_of(std::string(dateline) + "The envoy"), "The envoy") << dateline;
  EXPECT_EQ(opening_head_of("PORTSEL \u2014 The envoy \u2014 once a docker \u2014"), "The envoy");
}

TEST(SourceHead, an_aside_between_dashes_is_left_and_what_stands_before_it_kept) {
  EXPECT_EQ(opening_head_of("Osar Lindt \u2013 the head of the union of the dockers \u2013",
                            "Osar Lindt"),
            "Osar Lindt");
  EXPECT_EQ(opening_head_of("Osar Lindt \u2013 who followed Ilan Corvo \u2013", "Ilan Corvo"),
            "Osar Lindt");
  EXPECT_EQ(opening_head_of("The envoy \u2014 himself a docker for ten years \u2014"), "The envoy");
  EXPECT_EQ(opening_head_of("The envoy\u2014himself a docker\u2014"), "The envoy");
  EXPECT_EQ(opening_head_of("UDA \u2013 the union of the dockers \u2013"), "UDA");
  EXPECT_EQ(opening_head_of("Osar Lindt (Valley) - the head of the union -"),
            "Osar Lindt (Valley)");
  EXPECT_EQ(head_of("The envoy \u2014 himself a docker \u2014"), "The envoy");
}

TEST(SourceHead, a_name_between_dashes_and_a_dash_inside_a_name_are_kept) {
  EXPECT_EQ(opening_head_of("The head of the union \u2013 Osar Lindt \u2013", "Osar Lindt"),
            "The head of the union \u2013 Osar Lindt");
  EXPECT_EQ(opening_head_of("The Avarland\u2013Belmarka council"),
            "The Avarland\u2013Belmarka council");
  EXPECT_EQ(opening_head_of("The vice-envoy"), "The vice-envoy");
  EXPECT_EQ(opening_head_of("The envoy \u2013"), "The envoy");
}

}  // namespace
}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/people/source_head.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace entente::extract {
namespace {

// `person`: words of the source that name a person, or none.
std::string head_in(std::string_view utf8, std::string_view source, std::string_view person = "") {
  const std::u32string text = from_utf8(utf8);
  const std::size_t begin = utf8.find(source);
  std::vector<Mention> mentions;
  if (!person.empty()) {
    Mention one;
    one.kind = MentionKind::person;
    one.span = {utf8.find(person), utf8.find(person) + person.size()};
    mentions.push_back(one);
  }
  return slice_utf8(
      text, head_of_source(text::read_prose(text, {}), mentions, {begin, begin + source.size()}));
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

}  // namespace
}  // namespace entente::extract

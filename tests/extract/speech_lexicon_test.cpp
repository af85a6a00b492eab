// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/lexicon.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/attribution.h"

namespace entente::extract {
namespace {

TEST(SpeechLexicon, knows_the_forms_of_a_verb) {
  const auto lexicon = or_throw(speech::read_lexicon(
      "cq deny\ncq admit/admitted\ncqn write/wrote/written", "determiner: the"));
  for (const char32_t* word :
       {U"deny", U"denies", U"denied", U"denying", U"admitting", U"wrote", U"written", U"writing"})
    EXPECT_NE(lexicon.find(word), nullptr) << to_utf8(word);
}

TEST(SpeechLexicon, names_the_line_it_cannot_read) {
  const auto bad = speech::read_lexicon("cq say/said\nzz nonsense", "");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, FailureKind::bad_input);
  EXPECT_NE(bad.error().what.find("line 2"), std::string::npos);
  EXPECT_FALSE(speech::read_lexicon("", "nonsense: word"));
}

TEST(SpeechLexicon, says_which_file_is_missing) {
  const auto none = SpeechLexicon::load("/no/such/folder");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, FailureKind::missing);
  EXPECT_NE(none.error().what.find("speech.verbs"), std::string::npos);
}

}  // namespace
}  // namespace entente::extract

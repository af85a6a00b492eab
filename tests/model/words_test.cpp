// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "model/case.h"
#include "model/finding.h"
#include "model/stability.h"

namespace entente {
namespace {

template <class Enum>
void expect_words(Enum last) {
  ASSERT_EQ(words<Enum>.size(), static_cast<std::size_t>(last) + 1);
  EXPECT_EQ(std::set<std::string_view>(words<Enum>.begin(), words<Enum>.end()).size(),
            words<Enum>.size());
  for (std::size_t i = 0; i < words<Enum>.size(); ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_EQ(from_word<Enum>(word_of(value)), value);
  }
  EXPECT_FALSE(from_word<Enum>("no such word"));
}

TEST(Words, every_value_of_every_enum_has_a_word_of_its_own_that_reads_back) {
  expect_words(Status::rejected);
  expect_words(NoiseKind::repeat);
  expect_words(Speech::mixed);
  expect_words(Polarity::rejected);
  expect_words(PartyKind::stakeholder);
  expect_words(Consent::not_required);
  expect_words(IssueKind::context);
  expect_words(Stance::reports);
  expect_words(Firmness::red_line);
  expect_words(MeetingStatus::proposed);
  expect_words(Agreement::differs);
  expect_words(Direction::back);
  expect_words(Concept::sim);
}

}  // namespace
}  // namespace entente

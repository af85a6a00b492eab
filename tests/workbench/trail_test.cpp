// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "kit/sample_case.h"
#include "support.h"
#include "workbench/trail_reader.h"

namespace entente {
namespace {

Trail trail_of(const Case& contents, const std::string& item,
               std::vector<Document> documents = kit::small_documents()) {
  const auto text_of = [&](DocumentId id) { return documents.at(id.number - 1); };
  return TrailReader(contents, text_of)
      .read(item,
            {{1, "t", "A", "confirm", "p3", "", "", ""}, {2, "t", "A", "edit", "p1", "", "", ""}});
}

TEST(Trail, a_position_leads_to_its_statement_its_sentence_and_its_document) {
  const Trail trail = trail_of(kit::small_case(), "p3");
  EXPECT_EQ(trail.position->id.text(), "p3");
  EXPECT_EQ(trail.statement->id.text(), "s3");
  ASSERT_EQ(trail.documents.size(), 1u);
  EXPECT_EQ(trail.documents[0].name, "draft.txt");
  ASSERT_EQ(trail.passages.size(), 1u);
  EXPECT_EQ(trail.passages[0].text,
            "Torre said that Arvenia could accept observers in the valley.");
  EXPECT_EQ(trail.passages[0].after,
            "Mira Sandt, who speaks for Borland, called the talks useful.");
  EXPECT_NE(trail.passages[0].before, "");
  ASSERT_EQ(trail.history.size(), 1u);
  EXPECT_EQ(trail.history[0].verb, "confirm");
}

TEST(Trail, noise_is_never_shown_as_a_neighbour) {
  const Trail trail = trail_of(kit::small_case(), "p2");
  EXPECT_EQ(trail.passages.at(0).after, "");
}

TEST(Trail, a_changed_text_or_a_changed_quote_shows) {
  EXPECT_TRUE(trail_of(kit::small_case(), "p1").unchanged);
  EXPECT_TRUE(trail_of(kit::small_case(), "s1").unchanged);
  Case words_changed = kit::small_case();
  words_changed.positions[0].words += " ever";
  EXPECT_FALSE(trail_of(words_changed, "p1").unchanged);
  auto documents = kit::small_documents();
  documents[0].text.back() = U'!';
  EXPECT_FALSE(trail_of(kit::small_case(), "m1", documents).unchanged);
}

TEST(Trail, meetings_clauses_and_people_have_one_too) {
  EXPECT_EQ(trail_of(kit::small_case(), "m2").passages.at(0).text,
            "A meeting in Quill is planned for April.");
  EXPECT_EQ(trail_of(kit::small_case(), "c1").clause->number, "Article 3");
  EXPECT_EQ(trail_of(kit::small_case(), "w1").person->name, "Ilan Torre");
  EXPECT_EQ(failure_of([] { trail_of(kit::small_case(), "w7"); }).kind, FailureKind::missing);
}

}  // namespace
}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/drafts.h"

#include <gtest/gtest.h>

#include "kit/case_language.h"

namespace entente {
namespace {

TEST(Drafts, a_name_that_several_documents_use_is_refused_and_each_document_can_be_named) {
  const Case whole = kit::case_of(
      "issue corridor: closed shared open\ndocument 2031-03-01\nclause corridor shared \"one\"\n"
      "document 2031-03-02\nclause corridor open \"two\"\nclause corridor closed \"three\"");
  EXPECT_EQ(drafts_of(whole).size(), 2u);
  EXPECT_EQ(draft_named(whole, "d2", {}).clauses.size(), 2u);
  EXPECT_EQ(draft_named(whole, "c1", {}).clauses.size(), 1u);
  EXPECT_THROW(draft_named(whole, "the draft", {}), Failed);
}

TEST(Drafts, a_rejected_clause_is_no_part_of_a_draft) {
  Case whole = kit::case_of(
      "issue corridor: closed shared open\ndocument 2031-03-01\nclause corridor shared \"one\"\n"
      "clause corridor open \"two\"");
  whole.clauses[1].review.status = Status::rejected;
  EXPECT_EQ(draft_named(whole, "The Draft", {}).clauses.size(), 1u);
  whole.clauses[0].review.status = Status::rejected;
  EXPECT_TRUE(drafts_of(whole).empty());
  EXPECT_THROW(draft_named(whole, "the draft", {}), Failed);
}

}  // namespace
}  // namespace entente

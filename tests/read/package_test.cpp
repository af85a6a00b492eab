// SPDX-License-Identifier: Apache-2.0
#include "read/package.h"

#include <gtest/gtest.h>

#include "kit/case_language.h"

namespace entente::read {
namespace {

Codebook codebook_of_two() {
  Case whole = kit::case_of("issue corridor: closed shared open\nissue tolls:\n");
  whole.codebook.issues[0].label = "The corridor: passage";
  whole.codebook.issues[0].options[1].label = "Shared by both";
  return whole.codebook;
}

std::vector<Clause> clauses_of(std::string_view text) {
  return read_package(text, codebook_of_two(), "p.yaml").value();
}

TEST(Package, names_issues_and_options_by_id_or_label_whatever_their_case) {
  for (const char* text :
       {"corridor: shared", "Corridor: \"shared by both\"", "The corridor: passage: shared",
        "\xEF\xBB\xBF# note\n---\n\n- corridor: shared  # as in March\r\n"}) {
    const auto found = clauses_of(text);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].issue, "corridor");
    EXPECT_EQ(found[0].option, (OptionRange{"shared", "shared"})) << text;
  }
  EXPECT_EQ(clauses_of("corridor: closed..shared")[0].option, (OptionRange{"closed", "shared"}));
}

TEST(Package, a_text_is_none) {
  for (const char* text : {"Article 1. The corridor is shared.\ncorridor: shared", "",
                           "# nothing\n\n", "Title: corridor"})
    EXPECT_FALSE(is_package(text, codebook_of_two())) << text;
  EXPECT_TRUE(is_package("# note\ncorridor: anything", codebook_of_two()));
}

TEST(Package, what_it_does_not_know_is_refused_with_file_and_line) {
  for (const char* line :
       {"fish: none", "corridor: wide", "no colon here", "tolls: low", "corridor:"}) {
    const auto read =
        read_package("corridor: open\n" + std::string(line) + "\n", codebook_of_two(), "p.yaml");
    ASSERT_FALSE(read) << line;
    EXPECT_EQ(read.error().kind, FailureKind::bad_input);
    EXPECT_NE(read.error().what.find("p.yaml:2: "), std::string::npos) << read.error().what;
    EXPECT_FALSE(read.error().cure.empty());
  }
}

}  // namespace
}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#include "workbench/conflicts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/conflict_yaml.h"
#include "kit/case_language.h"
#include "kit/conflicts.h"
#include "kit/failure_of.h"
#include "kit/folder.h"
#include "kit/says.h"
#include "read/conflict.h"

namespace entente {
namespace {

using kit::says;

ConflictFile read_back(const ConflictFile& file) {
  return or_throw(read::read_conflict(exchange::write_conflict(file), "back.yaml"));
}

// Names that mean something to YAML, and quotes that would leave a comment or a string.
ConflictFile awkward() {
  ConflictFile file;
  file.conflict.decision_makers = {{"yes", {}, {}, {}}, {"B: #b", {}, {}, {}}};
  file.conflict.options = {{"no", 0, Direction::forward, {{7}}},
                           {"{a}, \"b\"\n- c", 1, Direction::back, {{7}, {9}}},
                           {" 12 ", 1, Direction::both, {}}};
  file.conflict.infeasible = {kit::pattern("YY-")};
  file.conflict.decision_makers[0].statements = {kit::wants({"-Y-", "N-Y"})};
  file.conflict.decision_makers[0].statements[0].given = Condition{{kit::pattern("--N")}};
  file.conflict.decision_makers[1].unknown = {{kit::state("NNN"), kit::state("YNY")}};
  file.conflict.coalitions = {{0, 1}};
  file.conflict.status_quo = kit::state("NNY");
  file.quotes[{7}] = {"“said”: 'it' # \\ and\ttabs", 0};
  file.remarks = {"a remark\nof two lines"};
  return file;
}

TEST(ConflictFiles, come_back_from_yaml_as_they_were) {
  const ConflictFile file = awkward(), back = read_back(file);
  EXPECT_EQ(back.conflict, file.conflict);
  EXPECT_EQ(back.quotes.at({7}).words, file.quotes.at({7}).words);
  EXPECT_EQ(back.quotes.at({9}).words, "");
}

TEST(ConflictFiles, give_what_has_the_same_name_or_none_a_name_of_its_own) {
  ConflictFile file = awkward();
  file.conflict.decision_makers[0].name = "";
  for (ConflictOption& one : file.conflict.options) one.name = "accept";
  file.conflict.options[2].name = "";
  const Conflict back = read_back(file).conflict;
  EXPECT_EQ(back.decision_makers[0].name, "party 1");
  EXPECT_EQ(back.options[0].name, "accept");
  EXPECT_EQ(back.options[1].name, "accept (B: #b)");
  EXPECT_EQ(back.options[2].name, "option 3");
  EXPECT_EQ(back.decision_makers[0].statements, file.conflict.decision_makers[0].statements);
  EXPECT_EQ(back.infeasible, file.conflict.infeasible);
}

TEST(ConflictFiles, leave_out_preferences_that_hold_everywhere_or_nowhere) {
  ConflictFile file = awkward();
  const auto kept = file.conflict.decision_makers[0].statements;
  auto& statements = file.conflict.decision_makers[0].statements;
  statements.insert(statements.begin(), {{Condition{}, {}, {}}, {Condition{{Pattern{}}}, {}, {}}});
  file.conflict.decision_makers[1].statements = {{Condition{}, {}, {}}};
  const Conflict back = read_back(file).conflict;
  EXPECT_EQ(back.decision_makers[0].statements, kept);
  EXPECT_TRUE(back.decision_makers[1].statements.empty());
}

TEST(ConflictFiles, keep_rankings_with_their_ties) {
  ConflictFile file = awkward();
  file.conflict.infeasible.clear();
  file.conflict.decision_makers[1].ranking =
      kit::ranks("", {{"YNN", "NNN"}, {"NYN"}, {"YYN"}, {"NNY", "YNY", "NYY"}, {"YYY"}}).ranking;
  EXPECT_EQ(read_back(file).conflict, file.conflict);
}

TEST(ConflictFiles, have_evidence_that_stands_in_the_case_or_are_refused) {
  const kit::Folder folder;
  Case whole = kit::CaseLanguage::read(
      "issue border: closed open\ndocument 2031-03-01\nAvara offers border open \"we open it\"\n");
  const auto opened = [&](const std::string& evidence) {
    return conflict_in(
        folder.write("t.yaml", "options:\n  - {name: open, owner: Avara, evidence: [" + evidence +
                                   "]}\ndecision_makers: [{name: Avara}]\n"),
        whole);
  };
  EXPECT_EQ(opened("p1").file.quotes.at({1}).words, "we open it");
  const auto why = [&](const std::string& evidence) {
    return kit::failure_of([&] { opened(evidence); }).what;
  };
  EXPECT_TRUE(says(why("p2"), "t.yaml:2: p2 is no position of the case"));
  EXPECT_TRUE(says(why("p1: \"we shut it\""), "p1 has other words in the case"));
  whole.positions[0].review.status = Status::rejected;
  EXPECT_TRUE(says(why("p1"), "p1 was rejected in the case"));
}

// Ids are given in the order of reading: what has the same words under another one is the same.
TEST(ConflictFiles, find_a_sentence_again_that_the_case_has_under_another_id) {
  const kit::Folder folder;
  const Case whole = kit::CaseLanguage::read(
      "issue border: closed open\ndocument 2031-03-01\nAvara offers border open \"we open it\"\n"
      "Avara offers border closed \"we shut it\"\n");
  const auto opened = [&](const std::string& evidence) {
    return conflict_in(
               folder.write("t.yaml", "options:\n  - {name: open, owner: Avara, evidence: [" +
                                          evidence + "]}\ndecision_makers: [{name: Avara}]\n"),
               whole)
        .file;
  };
  const ConflictFile moved = opened("{p1: we shut it}, {p7: we open it}");
  EXPECT_EQ(moved.conflict.options[0].evidence, (std::vector<PositionId>{{2}, {1}}));
  EXPECT_EQ(moved.quotes.at({2}).words, "we shut it");
  EXPECT_EQ(moved.quotes.at({1}).words, "we open it");
}

TEST(ConflictFiles, that_nobody_has_edited_are_still_suggested) {
  const kit::Folder folder;
  const Case whole = kit::CaseLanguage::read(
      "issue border: closed open\ndocument 2031-03-01\n"
      "Avara offers border open \"we open it\"\n");
  OpenedConflict made = conflict_suggested_by(whole, "talks.entente");
  EXPECT_TRUE(made.suggested);
  const auto again = [&] {
    return conflict_in(folder.write("t.yaml", exchange::write_conflict(made.file)), whole);
  };
  EXPECT_TRUE(again().suggested);
  made.file.conflict.decision_makers[0].statements.clear();
  made.file.conflict.status_quo = 0;
  EXPECT_FALSE(again().suggested);
}

TEST(ConflictFiles, are_not_made_from_a_case_in_which_nobody_holds_a_move) {
  const Failure failure = kit::failure_of([] { conflict_suggested_by({}, "talks.entente"); });
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  EXPECT_TRUE(says(failure.what, "talks.entente"));
}

RC_GTEST_PROP(ConflictFilesProperty, write_the_same_bytes_after_reading_them, ()) {
  ConflictFile file;
  const std::size_t options = *rc::gen::inRange<std::size_t>(1, 6);
  file.conflict.decision_makers = {{"A", {}, {}, {}}, {"B", {}, {}, {}}};
  for (std::size_t i = 0; i < options; ++i)
    file.conflict.options.push_back({"o" + std::to_string(i), i % 2, Direction::both, {}});
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    PreferenceStatement one = kit::any_statement(options);
    const auto empty = [](const Pattern& pattern) { return pattern.named == 0; };
    std::erase_if(one.wanted.any_of, empty);
    if (one.given) std::erase_if(one.given->any_of, empty);
    if (one.given && one.given->any_of.empty()) one.given.reset();
    if (!one.wanted.any_of.empty()) file.conflict.decision_makers[0].statements.push_back(one);
  }
  const ConflictFile back = read_back(file);
  RC_ASSERT(back.conflict == file.conflict);
  RC_ASSERT(exchange::write_conflict(back) == exchange::write_conflict(file));
}

}  // namespace
}  // namespace entente

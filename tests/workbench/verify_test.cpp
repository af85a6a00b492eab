// SPDX-License-Identifier: Apache-2.0
#include "workbench/verify.h"

#include <gtest/gtest.h>

#include "kit/says.h"
#include "support.h"

namespace entente {
namespace {

class Quotes : public testing::Test {
 protected:
  Quotes() : bench_(new_case(folder_ / "c.entente")) {
    bench_.add({{example() / "articles", {}}}, {}, {});
    contents_ = bench_.contents();
  }
  void hold() {
    hold_to_texts(contents_, "talks.entente", [&](const auto& ids, const auto& use) {
      for (const DocumentId id : ids) use(bench_.document(id));
    });
  }
  Failure verdict() {
    return failure_of([&] { hold(); });
  }

  kit::Folder folder_;
  Workbench bench_;
  Case contents_;
};

TEST_F(Quotes, hold_where_the_program_wrote_them) {
  EXPECT_FALSE(contents_.statements.empty() || contents_.positions.empty() ||
               contents_.meetings.empty());
  hold();
}

TEST_F(Quotes, that_were_altered_are_named_whatever_they_belong_to) {
  const auto expect_named = [&](auto& item) {
    const std::string words = item.words;
    item.words += "!";
    const Failure failure = verdict();
    EXPECT_EQ(failure.kind, FailureKind::damaged);
    EXPECT_TRUE(kit::says(failure.sentence(), "the words of " + item.id.text() + " "));
    item.words = words;
  };
  expect_named(contents_.statements.back());
  expect_named(contents_.positions.front());
  expect_named(contents_.meetings.back());
}

TEST_F(Quotes, outside_their_text_or_without_a_document_are_damage) {
  const Span span = contents_.positions[0].evidence;
  contents_.positions[0].evidence.end = 1000000;
  EXPECT_EQ(verdict().kind, FailureKind::damaged);
  contents_.positions[0].evidence = span;
  contents_.people.at(0).evidence.push_back({{1}, {5, 1000000}});
  EXPECT_EQ(verdict().kind, FailureKind::damaged);
  contents_.people[0].evidence.back() = {{999}, {0, 1}};
  EXPECT_EQ(verdict().kind, FailureKind::damaged);
}

TEST_F(Quotes, are_held_to_their_text_before_they_are_written) {
  store::Entry entry{bench_.document(DocumentId{1}), "", 0, 0, {}, {}, {}, {}};
  const auto of_first = [&](const auto& from, auto& to) {
    for (const auto& one : from)
      if (one.document == DocumentId{1}) to.push_back(one);
  };
  of_first(contents_.statements, entry.statements);
  of_first(contents_.positions, entry.positions);
  of_first(contents_.meetings, entry.meetings);
  store::Store::Change change;
  change.positions = contents_.positions;
  change.added.statements = contents_.statements;
  exchange::Whole whole = bench_.whole();
  const auto texts = [&](const auto& ids, const auto& use) {
    for (const DocumentId id : ids) use(bench_.document(id));
  };
  hold_before_writing(entry);
  hold_before_writing(change, texts);
  hold_before_writing(whole);

  const auto expect_refused = [](const auto& write, const std::string& item) {
    const Failure failure = failure_of(write);
    EXPECT_EQ(failure.kind, FailureKind::internal);
    EXPECT_TRUE(kit::says(failure.sentence(), "The words of " + item + " "));
  };
  entry.statements.at(0).words += "!";
  expect_refused([&] { hold_before_writing(entry); }, entry.statements[0].id.text());
  change.added.statements.back().content.back().end += 1;
  expect_refused([&] { hold_before_writing(change, texts); },
                 contents_.statements.back().id.text());
  whole.documents.back().text += U"!";  // behind everything
  hold_before_writing(whole);
  whole.documents.at(contents_.positions.at(0).document.number - 1).text.clear();
  EXPECT_EQ(failure_of([&] { hold_before_writing(whole); }).kind, FailureKind::internal);
}

}  // namespace
}  // namespace entente

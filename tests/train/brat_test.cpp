// SPDX-License-Identifier: Apache-2.0
#include "train/brat.h"

#include <gtest/gtest.h>

#include "kit/folder.h"

namespace entente::train {
namespace {

using Spans = std::vector<Span>;

TEST(Brat, an_event_s_roles_become_source_cue_and_content) {
  const auto read = read_brat(
      "T1\tSource 0 3\tRoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;14 16\tyes no\n"
      "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 \n",
      20);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().source, (Spans{{0, 3}}));
  EXPECT_EQ(read->front().cue, (Spans{{4, 8}}));
  EXPECT_EQ(read->front().content, (Spans{{9, 12}, {14, 16}}));
}

TEST(Brat, fragments_out_of_order_and_a_second_content_are_joined) {
  const auto read = read_brat(
      "T1\tContent 14 16;9 12\tno yes\nT2\tContent 1 3\tab\nE1\tAttribution-no-source:T9 "
      "Content:T1 Content2:T2\n",
      20);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->front().content, (Spans{{1, 3}, {9, 12}, {14, 16}}));
  EXPECT_TRUE(read->front().source.empty());
}

TEST(Brat, notes_continued_texts_and_events_without_content_are_passed_over) {
  const auto read = read_brat(
      "T1\tSource 0 3\tRoe\ngoes on here\n#1\tAnnotatorNotes T1\tsure?\nE1\tAttribution:T1 "
      "Source:T1\n",
      20);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->empty());
}

TEST(Brat, an_offset_outside_the_text_is_refused_by_its_mark) {
  for (const char* line : {"T7\tContent 9 21\tx\n", "T7\tContent 9 9\tx\n", "T7\tContent x 9\tx\n",
                           "T7\tContent\tx\n"}) {
    const auto read = read_brat(line, 20);
    ASSERT_FALSE(read.has_value()) << line;
    EXPECT_EQ(read.error().kind, FailureKind::bad_input);
    EXPECT_NE(read.error().what.find("T7"), std::string::npos);
  }
}

TEST(Brat, lines_that_end_as_on_windows_lose_nothing) {
  const auto read = read_brat(
      "T1\tSource 0 3\tRoe\r\nT2\tCue 4 8\tsaid\r\nT3\tContent 9 12\tyes\r\n"
      "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\r\n",
      20);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().content, (Spans{{9, 12}}));
}

TEST(Brat, a_role_without_its_mark_is_refused) {
  for (const char* roles : {"Content:T1 Cue:T9", "Content:T9", "Content2:T1 Source", "Source: "}) {
    const auto read =
        read_brat("T1\tContent 9 12\tyes\nE1\tAttribution:T8 " + std::string(roles) + "\n", 20);
    ASSERT_FALSE(read.has_value()) << roles;
    EXPECT_EQ(read.error().kind, FailureKind::bad_input);
  }
}

constexpr const char* one_mark = "T1\tContent 9 12\tyes\nE1\tAttribution:T1 Content:T1\n";

std::vector<std::size_t> marks_in(const kit::Folder& folder) {
  std::vector<std::size_t> out;
  for (const Marked& one : or_throw(read_folder(folder.path())))
    out.push_back(one.attributions.size());
  return out;
}

TEST(Brat, equal_names_in_two_folders_are_two_texts_each_with_the_marks_beside_it) {
  const kit::Folder folder;
  for (const char* name : {"one", "two", "three"})
    folder.write(std::string(name) + "/a.txt", "Roe said yes");
  folder.write("one/a.ann", "");
  folder.write("two/a.ann", one_mark);
  EXPECT_EQ(marks_in(folder), (std::vector<std::size_t>{0, 1}));
}

TEST(Brat, texts_and_marks_may_lie_in_two_folders) {
  const kit::Folder folder;
  folder.write("text/a.txt", "Roe said yes");
  folder.write("marks/a_00ff.ann", one_mark);
  folder.write("marks/a_11aa.ann", "");
  EXPECT_EQ(marks_in(folder), (std::vector<std::size_t>{1}));
}

TEST(Brat, where_two_texts_or_two_marks_could_be_meant_it_is_refused) {
  for (const char* second : {"text2/a.txt", "marks2/a.ann"}) {
    const kit::Folder folder;
    folder.write("text/a.txt", "Roe said yes");
    folder.write("marks/a.ann", one_mark);
    folder.write(second, "");
    const auto read = read_folder(folder.path());
    ASSERT_FALSE(read.has_value()) << second;
    EXPECT_EQ(read.error().kind, FailureKind::bad_input);
    EXPECT_NE(read.error().what.find(std::string(second)), std::string::npos);
  }
}

TEST(Brat, a_folder_gives_its_pairs_by_name_the_first_annotator_s_marks_each) {
  const kit::Folder folder;
  folder.write("b.txt", "Roe said yes");
  folder.write("b_00ff.ann", "T1\tContent 9 12\tyes\nE1\tAttribution:T1 Content:T1\n");
  folder.write("b_11aa.ann", "");
  folder.write("a.txt", "Doe said no");
  folder.write("a.ann", "");
  folder.write("unmarked.txt", "Nobody");
  const auto read = read_folder(folder.path());
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2u);
  EXPECT_EQ((*read)[0].name, "a");
  EXPECT_EQ((*read)[1].attributions.size(), 1u);
}

TEST(Brat, a_folder_without_pairs_is_said_to_have_none) {
  const kit::Folder folder;
  const auto read = read_folder(folder.path());
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, FailureKind::missing);
}

}  // namespace
}  // namespace entente::train

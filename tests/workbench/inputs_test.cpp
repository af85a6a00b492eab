// SPDX-License-Identifier: Apache-2.0
#include "workbench/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support.h"

namespace entente {
namespace {

std::vector<std::string> names_of(const std::vector<Input>& inputs) {
  std::vector<std::string> names;
  for (const Input& input : inputs) names.push_back(input.path.filename().string());
  return names;
}

using Names = std::vector<std::string>;

TEST(Inputs, a_folder_stands_for_its_files_by_name_in_order_of_bytes) {
  const kit::Folder folder;
  for (const char* name : {"b.txt", "a.txt", "Z.txt", "ä.txt", "a10.txt", "a9.txt"})
    folder.write(name, name);
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "x.entente");
  EXPECT_EQ(names_of(expanded.files),
            (Names{"Z.txt", "a.txt", "a10.txt", "a9.txt", "b.txt", "ä.txt"}));
  EXPECT_TRUE(expanded.refused.empty());
}

TEST(Inputs, of_a_folder_only_what_is_named_as_text_or_HTML_is_taken_and_the_rest_is_named) {
  const kit::Folder folder;
  for (const char* name : {"a.txt", "b.TEXT", "c.html", "d.Htm", "e.xhtml", "story-12345",
                           "talks of 5.2031", "Dr. Who speaks"})
    folder.write(name, name);
  for (const char* name : {"README.md", "expected.json", "parties.yaml"}) folder.write(name, name);
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "x.entente");
  EXPECT_EQ(names_of(expanded.files), (Names{"Dr. Who speaks", "a.txt", "b.TEXT", "c.html", "d.Htm",
                                             "e.xhtml", "story-12345", "talks of 5.2031"}));
  const auto passed = [&](const char* name) {
    return (folder / name).string() + " (not named as text or HTML)";
  };
  EXPECT_EQ(expanded.passed_over,
            (Names{passed("README.md"), passed("expected.json"), passed("parties.yaml")}));
  EXPECT_TRUE(expanded.refused.empty());
}

TEST(Inputs, a_file_given_by_its_name_is_taken_whatever_it_is_called) {
  const kit::Folder folder;
  const auto file = folder.write("README.md", "x");
  EXPECT_EQ(names_of(expand({{file, {}}}, folder / "x.entente").files), Names{"README.md"});
}

TEST(Inputs, a_folder_of_other_kinds_of_files_alone_is_refused) {
  const kit::Folder folder;
  folder.write("parties.yaml", "x");
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "x.entente");
  ASSERT_EQ(expanded.refused.size(), 1u);
  EXPECT_EQ(expanded.refused[0].kind, FailureKind::bad_input);
  EXPECT_EQ(expanded.passed_over.size(), 1u);
}

TEST(Inputs, hidden_files_and_the_case_itself_are_left_out_of_a_folder) {
  const kit::Folder folder;
  for (const char* name :
       {".notes", "a.txt", "talks.entente", "talks.entente-journal", "talks.entente.txt"})
    folder.write(name, name);
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "talks.entente");
  EXPECT_EQ(names_of(expanded.files), (Names{"a.txt", "talks.entente.txt"}));
  EXPECT_TRUE(expanded.passed_over.empty());
}

TEST(Inputs, folders_inside_a_folder_and_pipes_are_named_but_not_entered) {
  const kit::Folder folder;
  folder.write("a.txt", "a");
  folder.write("old/b.txt", "b");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "x.entente");
  EXPECT_EQ(names_of(expanded.files), Names{"a.txt"});
  EXPECT_EQ(expanded.passed_over,
            (Names{(folder / "old").string() + " (a folder: give it by its own name)",
                   (folder / "pipe").string() + " (a pipe)"}));
}

TEST(Inputs, what_is_not_there_is_refused_and_the_rest_stays_in_the_order_given) {
  const kit::Folder folder;
  const auto b = folder.write("b.txt", "b"), a = folder.write("a.txt", "a");
  const Expanded expanded =
      expand({{b, {}}, {folder / "no.txt", {}}, {"piped", "text"}, {a, {}}}, folder / "x.entente");
  EXPECT_EQ(names_of(expanded.files), (Names{"b.txt", "piped", "a.txt"}));
  ASSERT_EQ(expanded.refused.size(), 1u);
  EXPECT_EQ(expanded.refused[0].kind, FailureKind::missing);
  EXPECT_NE(expanded.refused[0].what.find("no.txt"), std::string::npos);
}

TEST(Inputs, a_folder_without_a_file_is_refused) {
  const kit::Folder folder;
  folder.write("inner/deep.txt", "x");
  const Expanded expanded = expand({{folder.path(), {}}}, folder / "x.entente");
  ASSERT_EQ(expanded.refused.size(), 1u);
  EXPECT_EQ(expanded.refused[0].kind, FailureKind::bad_input);
}

TEST(Inputs, a_batch_holds_at_most_64_files_and_4_MiB_unless_one_file_alone_is_larger) {
  const auto of_size = [](std::size_t bytes) { return Input{"x", std::string(bytes, 'x')}; };
  EXPECT_TRUE(batch_ends({}).empty());
  EXPECT_EQ(batch_ends(std::vector<Input>(130, of_size(10))),
            (std::vector<std::size_t>{64, 128, 130}));
  const std::size_t mib = 1u << 20;
  EXPECT_EQ(batch_ends({of_size(3 * mib), of_size(mib), of_size(1), of_size(9 * mib), of_size(1)}),
            (std::vector<std::size_t>{2, 3, 4, 5}));
}

}  // namespace
}  // namespace entente

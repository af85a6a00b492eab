// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "read/codebook.h"
#include "read/read_kit.h"

namespace entente::read_test {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("entente_read_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    fs::permissions(folder_, fs::perms::owner_all);
    fs::remove_all(folder_);
  }

  fs::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  static FailureKind kind_of(const fs::path& path) {
    const auto document = read::read_file(path);
    EXPECT_FALSE(document);
    return document ? FailureKind::internal : document.error().kind;
  }

  fs::path folder_;
};

TEST_F(Files, a_document_has_the_name_of_its_file_without_the_folder) {
  const auto document = read::read_file(write("round one.txt", first_paragraph));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->card.name, "round one.txt");
  EXPECT_EQ(document->text, from_utf8(first_paragraph));
  EXPECT_FALSE(document->card.id.given());
}

TEST_F(Files, a_file_that_is_not_there_is_missing) {
  EXPECT_EQ(kind_of(folder_ / "none.txt"), FailureKind::missing);
}

TEST_F(Files, a_folder_is_no_document) { EXPECT_EQ(kind_of(folder_), FailureKind::bad_input); }

TEST_F(Files, a_pipe_is_no_document_and_is_not_waited_for) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(kind_of(pipe), FailureKind::bad_input);
}

TEST_F(Files, a_file_without_the_right_to_read_is_unreadable) {
  const fs::path path = write("secret.txt", first_paragraph);
  fs::permissions(path, fs::perms::none);
  if (::access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read every file";
  EXPECT_EQ(kind_of(path), FailureKind::unreadable);
}

TEST_F(Files, a_line_of_100_megabytes_is_refused_before_it_is_read) {
  const fs::path path = write("long.txt", "");
  fs::resize_file(path, 100u << 20);
  EXPECT_EQ(kind_of(path), FailureKind::bad_input);
}

TEST_F(Files, a_link_that_leads_in_a_circle_is_unreadable_or_missing) {
  fs::create_symlink(folder_ / "b.txt", folder_ / "a.txt");
  fs::create_symlink(folder_ / "a.txt", folder_ / "b.txt");
  const FailureKind kind = kind_of(folder_ / "a.txt");
  EXPECT_TRUE(kind == FailureKind::unreadable || kind == FailureKind::missing);
}

TEST_F(Files, what_the_user_gives_goes_before_what_the_file_says) {
  const fs::path path =
      write("a.txt", "Title: Said\nOutlet: The Said Post\nDate: 2031-01-01\nLanguage: fr\n\n" +
                         first_paragraph);
  const auto document =
      read::read_file(path, {parse_date("2031-02-02"), "Given Times", "en", "Given"});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->card.title, "Given");
  EXPECT_EQ(document->card.outlet, "Given Times");
  EXPECT_EQ(document->card.language, "en");
  EXPECT_EQ(to_string(*document->card.date), "2031-02-02");
}

TEST_F(Files, codebooks_and_parties_are_read_from_files_too) {
  const fs::path parties =
      write("parties.yaml", "parties:\n  - name: Meldria\n    seats: [Port Alwen]\n");
  const auto found = read::read_parties_file(parties);
  ASSERT_TRUE(found) << found.error().sentence();
  EXPECT_EQ(found->at(0).seats, Strings{"Port Alwen"});
  const auto book = read::read_codebook_file(parties);
  ASSERT_FALSE(book);
  EXPECT_NE(book.error().what.find("parties.yaml:1"), std::string::npos) << book.error().what;
  EXPECT_EQ(read::read_codebook_file(folder_ / "none.yaml").error().kind, FailureKind::missing);
}

}  // namespace
}  // namespace entente::read_test

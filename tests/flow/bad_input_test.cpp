// SPDX-License-Identifier: Apache-2.0
// Bad input: one sentence that names the file and the cure, the exit code of its kind, and the case
// as it was.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <thread>

#include "flow/expect.h"

namespace entente::flow {
namespace {

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    file = example_case(folder / "talks.entente");
    before = exported(file);
    ASSERT_FALSE(before.empty());
  }
  void TearDown() override { EXPECT_EQ(exported(file), before) << "the case was changed"; }

  Ran add(const std::string& name, const std::string& bytes) {
    return run({"add", file.string(), folder.write(name, bytes).string()});
  }

  kit::Folder folder;
  std::filesystem::path file;
  std::string before;
};

// SQL past the program.
void alter(const std::filesystem::path& path, const char* sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

TEST_F(BadInput, an_empty_file) {
  expect_refused(add("empty.txt", ""), FailureKind::bad_input, "empty.txt");
}

TEST_F(BadInput, a_file_of_white_space) {
  expect_refused(add("white.txt", " \n\t\r\n  "), FailureKind::bad_input, "white.txt");
}

TEST_F(BadInput, a_binary) {
  std::string bytes =
      "\x7f"
      "ELF";
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 37 % 256);
  expect_refused(add("program.bin", bytes), FailureKind::bad_input, "program.bin");
}

TEST_F(BadInput, a_hundred_megabytes_in_one_line) {
  expect_refused(add("long.txt", std::string(100u << 20, 'a')), FailureKind::bad_input, "long.txt");
}

TEST_F(BadInput, sixteen_megabytes_in_one_line_through_a_pipe) {
  const Ran ran = run({"add", file.string(), "-", "--name", "piped.txt"},
                      {.in = std::string((16u << 20) + 1, 'a'), .environment = {}, .folder = {}});
  expect_refused(ran, FailureKind::bad_input, "piped.txt");
}

TEST_F(BadInput, nested_html) {
  std::string bomb = "<html><body>";
  for (int i = 0; i < 200000; ++i) bomb += "<div>";
  expect_refused(add("deep.html", bomb + "text"), FailureKind::bad_input, "deep.html");
}

TEST_F(BadInput, html_without_a_word) {
  expect_refused(
      add("menu.html",
          "<html><head><title></title></head><body><script>var a = 1;</script></body></html>"),
      FailureKind::bad_input, "menu.html");
}

TEST_F(BadInput, a_file_that_is_not_there) {
  expect_refused(run({"add", file.string(), (folder / "no.txt").string()}), FailureKind::missing,
                 "no.txt");
}

TEST_F(BadInput, a_folder_without_a_file) {
  std::filesystem::create_directory(folder / "nothing");
  expect_refused(run({"add", file.string(), (folder / "nothing").string()}), FailureKind::bad_input,
                 "nothing");
}

TEST_F(BadInput, a_device) {
  expect_refused(run({"add", file.string(), "/dev/zero"}), FailureKind::bad_input, "/dev/zero");
}

TEST_F(BadInput, a_file_that_may_not_be_read) {
  const auto secret = folder.write("secret.txt", article(1));
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  std::filesystem::permissions(file, std::filesystem::perms(0666));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
  const Ran ran = run({"add", file.string(), secret.string()},
                      {.in = "", .environment = {}, .folder = {}, .as_nobody = true});
  if (ran.code == 121) GTEST_SKIP() << "another user may not run the program where it lies";
  expect_refused(ran, FailureKind::unreadable, "secret.txt");
}

TEST_F(BadInput, a_case_that_may_not_be_written) {
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const Ran ran = run({"confirm", file.string(), "p1", "--who", "A"},
                      {.in = "", .environment = {}, .folder = {}, .as_nobody = true});
  if (ran.code == 121) GTEST_SKIP() << "another user may not run the program where it lies";
  if (::geteuid() != 0) GTEST_SKIP() << "our own file is ours to write";
  expect_refused(ran, FailureKind::unreadable, "talks.entente");
}

TEST_F(BadInput, a_name_that_steers_the_terminal_does_nothing) {
  const Ran ran = add("\x1b[31mred\n.txt", "");
  expect_refused(ran, FailureKind::bad_input, "red");
  EXPECT_EQ(ran.err.find('\x1b'), std::string::npos);
}

TEST_F(BadInput, a_full_disk_while_adding) {
  write_articles(folder, "many", 60);
  const auto size = std::filesystem::file_size(file);
  const Ran ran = run({"add", file.string(), (folder / "many").string()},
                      {.in = "", .environment = {}, .most_file_bytes = size + 20000, .folder = {}});
  expect_refused(ran, FailureKind::no_space, "talks.entente");
  EXPECT_EQ(std::filesystem::exists(folder / "talks.entente-journal"), false);
}

TEST_F(BadInput, a_full_disk_while_writing_a_brief) {
  const auto brief = folder.write("brief.html", "the old one");
  const Ran ran = run({"brief", file.string(), "-o", brief.string()},
                      {.in = "", .environment = {}, .most_file_bytes = 4096, .folder = {}});
  expect_refused(ran, FailureKind::no_space, "brief.html");
  EXPECT_EQ(kit::bytes_of(brief), "the old one");
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    EXPECT_FALSE(entry.path().filename().string().starts_with("."))
        << entry.path() << " was left behind";
}

TEST_F(BadInput, a_full_disk_behind_standard_output) {
  const int full = ::open("/dev/full", O_WRONLY);
  if (full < 0) GTEST_SKIP() << "no /dev/full here";
  const Ran ran =
      run({"export", file.string()}, {.in = "", .environment = {}, .out = full, .folder = {}});
  ::close(full);
  expect_refused(ran, FailureKind::no_space, "standard output");
}

TEST_F(BadInput, a_brief_never_overwrites_a_case) {
  expect_refused(run({"brief", file.string(), "-o", file.string()}), FailureKind::usage,
                 "talks.entente");
  std::filesystem::create_symlink(file, folder / "link.html");
  expect_refused(run({"export", file.string(), "-o", (folder / "link.html").string()}),
                 FailureKind::usage, "link.html");
}

TEST_F(BadInput, an_output_in_a_folder_that_is_not_there) {
  expect_refused(run({"brief", file.string(), "-o", (folder / "no/brief.html").string()}),
                 FailureKind::missing, "brief.html");
}

TEST_F(BadInput, a_new_case_never_overwrites_anything) {
  expect_refused(run({"new", file.string()}), FailureKind::usage, "talks.entente");
}

TEST_F(BadInput, an_import_into_a_case_that_holds_something) {
  const auto json = folder.write("talks.json", run({"export", file.string()}).out);
  expect_refused(run({"import", file.string(), json.string()}), FailureKind::usage,
                 "talks.entente");
}

TEST_F(BadInput, an_item_or_a_word_that_does_not_exist) {
  expect_refused(run({"confirm", file.string(), "p99999", "--who", "A"}), FailureKind::missing,
                 "p99999");
  expect_refused(run({"reject", file.string(), "p1", "--who", "A"}), FailureKind::usage, "reason");
  expect_refused(run({"edit", file.string(), "p1", "--set", "stance=perhaps"}), FailureKind::usage,
                 "perhaps");
  expect_refused(run({"edit", file.string(), "p1", "--set", "stance"}), FailureKind::usage,
                 "stance");
  expect_refused(run({"show", file.string(), "d99"}), FailureKind::missing, "d99");
  expect_refused(run({"positions", file.string(), "--issue", "ceasefyre"}), FailureKind::missing,
                 "Did you mean ceasefire?");
  expect_refused(run({"statements", file.string(), "--party", "Dorvana"}), FailureKind::missing,
                 "Did you mean Dorvane?");
  expect_refused(run({"statements", file.string(), "--document", "d77"}), FailureKind::missing,
                 "d77");
}

TEST_F(BadInput, bytes_that_are_no_utf8_are_read_as_windows_1252) {
  const auto copy = folder / "copy.entente";
  std::filesystem::copy_file(file, copy);
  const auto odd =
      folder.write("odd.txt", "The talks \xff\xfe\x80 went on, \xc3\x28 the spokesman said.\n");
  const Ran ran = run({"add", copy.string(), odd.string()});
  expect_done(ran);
  EXPECT_EQ(ran.out.find("could not be read"), std::string::npos);
  EXPECT_TRUE(kit::says(run({"export", copy.string()}).out, "The talks ÿþ€ went on, Ã( the"));
}

TEST_F(BadInput, bytes_that_break_the_encoding_a_file_says_it_has_are_told) {
  const auto copy = folder / "copy.entente";
  std::filesystem::copy_file(file, copy);
  const auto odd =
      folder.write("odd.txt", "\xEF\xBB\xBFThe talks \xFF went \xFF on in the hall.\n");
  const Ran ran = run({"add", copy.string(), odd.string()});
  expect_done(ran);
  EXPECT_TRUE(kit::says(ran.out,
                        "1 document has characters that could not be read and stand as "
                        "\uFFFD (d14 odd.txt: 2): look whether the file is whole\n"));
  EXPECT_TRUE(kit::says(run({"export", copy.string()}).out, "The talks \uFFFD went \uFFFD on"));
}

TEST_F(BadInput, one_bad_file_in_a_folder_does_not_keep_the_others_out) {
  const auto copy = folder / "copy.entente";
  std::filesystem::copy_file(file, copy);
  folder.write("in/a.txt", article(1));
  folder.write("in/b.txt", "");
  folder.write("in/c.txt", article(2));
  const Ran ran = run({"add", copy.string(), (folder / "in").string()});
  EXPECT_EQ(ran.code, row_of(FailureKind::bad_input).exit_code);
  EXPECT_TRUE(kit::says(ran.err, "b.txt"));
  EXPECT_EQ(count_of(ran.err, "\n"), 1u);
  EXPECT_TRUE(kit::says(ran.out, "added 2 documents (d14 to d15), 1 refused"));
}

TEST(BadCase, one_that_is_not_there) {
  const kit::Folder folder;
  for (const char* verb : {"documents", "statements", "people", "positions", "matrix", "meetings",
                           "clauses", "accounts", "log", "brief", "export"})
    expect_refused(run({verb, (folder / "no.entente").string()}), FailureKind::missing,
                   "no.entente");
  expect_refused(run({"add", (folder / "no.entente").string(), "x.txt"}), FailureKind::missing,
                 "no.entente");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "something was made";
}

TEST(BadCase, a_file_that_is_no_case) {
  const kit::Folder folder;
  const auto text =
      folder.write("text.entente", "This is a text, no case. It is long enough to look at.\n");
  expect_refused(run({"matrix", text.string()}), FailureKind::bad_input, "text.entente");
  expect_refused(run({"matrix", folder.path().string()}), FailureKind::bad_input,
                 folder.path().filename().string());
}

TEST(BadCase, one_from_a_newer_version) {
  const kit::Folder folder;
  const auto file = example_case(folder / "talks.entente");
  alter(file, "update meta set value = '999' where name = 'schema_version'");
  const std::string before = kit::bytes_of(file);
  expect_refused(run({"matrix", file.string()}), FailureKind::too_new, "talks.entente");
  expect_refused(run({"confirm", file.string(), "p1", "--who", "A"}), FailureKind::too_new,
                 "talks.entente");
  EXPECT_EQ(kit::bytes_of(file), before);
}

TEST(BadCase, a_damaged_one) {
  const kit::Folder folder;
  const auto file = example_case(folder / "talks.entente");
  std::string bytes = kit::bytes_of(file);
  for (std::size_t i = 4096; i < bytes.size() && i < 4096 * 40; i += 3)
    bytes[i] = static_cast<char>(i * 31);
  folder.write("talks.entente", bytes);
  for (const char* verb : {"export", "matrix"})
    expect_refused(run({verb, file.string()}), FailureKind::damaged, "talks.entente");
  EXPECT_EQ(kit::bytes_of(file), bytes);
}

TEST(BadCase, a_truncated_one) {
  const kit::Folder folder;
  const auto file = example_case(folder / "talks.entente");
  const std::string bytes = kit::bytes_of(file).substr(0, 10000);
  folder.write("talks.entente", bytes);
  expect_refused(run({"export", file.string()}), FailureKind::damaged, "talks.entente");
  EXPECT_EQ(kit::bytes_of(file), bytes);
}

TEST(BadCase, a_locked_one_is_told_apart_and_can_be_read_meanwhile) {
  const kit::Folder folder;
  const auto file = example_case(folder / "talks.entente");
  const auto wanted = exported(file);
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "begin immediate", nullptr, nullptr, nullptr), SQLITE_OK);
  expect_refused(run({"confirm", file.string(), "p1", "--who", "A"}), FailureKind::locked,
                 "talks.entente");
  EXPECT_EQ(exported(file), wanted);
  sqlite3_close(db);
  expect_done(run({"confirm", file.string(), "p1", "--who", "A"}));
}

TEST(BadCase, one_that_is_being_written_is_told_to_a_reader_within_seconds) {
  const kit::Folder folder;
  const auto file = example_case(folder / "talks.entente");
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "begin exclusive", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto start = std::chrono::steady_clock::now();
  expect_refused(run({"matrix", file.string()}), FailureKind::locked, "talks.entente");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8));
  sqlite3_close(db);
}

TEST(BadCodebook, malformed_yaml_is_told_with_file_and_line_and_no_case_is_made) {
  const kit::Folder folder;
  const auto refuse = [&](const std::string& name, const std::string& yaml,
                          const std::string& line) {
    const auto file = folder.write(name, yaml);
    const Ran ran = run({"new", (folder / "x.entente").string(), "--codebook", file.string()});
    expect_refused(ran, FailureKind::bad_input, name);
    EXPECT_TRUE(kit::says(ran.err, ":" + line)) << yaml;
    EXPECT_FALSE(std::filesystem::exists(folder / "x.entente"));
  };
  refuse("indented.yaml", "name: x\nissues:\n  - id: flow\n label: y\n", "4");
  refuse("twice.yaml", "name: x\nname: y\nissues:\n  - id: flow\n", "2");
  refuse("kind.yaml", "name: x\nissues:\n  - id: flow\n    kind: weather\n", "4");
  const auto parties =
      folder.write("parties.yaml", "parties:\n  - name: Upper\n    kind: emperor\n");
  const Ran ran = run({"new", (folder / "x.entente").string(), "--parties", parties.string()});
  expect_refused(ran, FailureKind::bad_input, "parties.yaml");
  EXPECT_TRUE(kit::says(ran.err, ":3"));
}

TEST(BadImport, what_is_no_export_leaves_no_case_behind) {
  const kit::Folder folder;
  const auto refuse = [&](const std::string& name, const std::string& json, FailureKind kind) {
    const auto file = folder.write(name, json);
    expect_refused(run({"import", (folder / "x.entente").string(), file.string()}), kind, name);
    EXPECT_FALSE(std::filesystem::exists(folder / "x.entente"));
  };
  refuse("empty.json", "", FailureKind::bad_input);
  refuse("other.json", "{\"a\": 1}", FailureKind::bad_input);
  refuse("cut.json", "{\"format\": \"entente-case\", \"version\": 1,", FailureKind::bad_input);
  refuse("deep.json", std::string(200000, '['), FailureKind::bad_input);
  refuse("newer.json", "{\"format\": \"entente-case\", \"version\": 999}", FailureKind::too_new);
  expect_refused(run({"import", (folder / "x.entente").string(), (folder / "no.json").string()}),
                 FailureKind::missing, "no.json");
}

TEST(BadShare, data_that_is_not_there_is_named) {
  const kit::Folder folder;
  const Ran ran =
      run({"new", (folder / "x.entente").string()},
          {.in = "", .environment = {{"ENTENTE_SHARE", "/nowhere/at/all"}}, .folder = {}});
  expect_refused(ran, FailureKind::missing, "/nowhere/at/all");
}

}  // namespace
}  // namespace entente::flow

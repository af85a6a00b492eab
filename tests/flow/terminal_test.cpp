// SPDX-License-Identifier: Apache-2.0
// Terminals, pipes and signals.
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>

#include <sstream>

#include "flow/expect.h"

namespace entente::flow {
namespace {

// A terminal that a child can write to, and what it has shown.
class Terminal {
 public:
  Terminal() {
    winsize size{40, 100, 0, 0};
    if (::openpty(&ours_, &theirs_, nullptr, nullptr, &size) != 0)
      throw std::runtime_error("no terminal");
    ::fcntl(ours_, F_SETFD, FD_CLOEXEC);
    ::fcntl(theirs_, F_SETFD, FD_CLOEXEC);
  }
  Terminal(const Terminal&) = delete;
  ~Terminal() {
    ::close(ours_);
    ::close(theirs_);
  }
  int theirs() const { return theirs_; }

  // A terminal holds only a few kB: read while the child runs.
  std::string shown_by(Child& child) {
    std::string text;
    while (true) {
      const bool runs = child.still_runs();
      pollfd ready{ours_, POLLIN, 0};
      while (::poll(&ready, 1, 20) > 0 && (ready.revents & POLLIN)) {
        char buffer[4096];
        const ssize_t got = ::read(ours_, buffer, sizeof buffer);
        if (got <= 0) break;
        text.append(buffer, static_cast<std::size_t>(got));
      }
      if (!runs) return text;
    }
  }

 private:
  int ours_ = -1, theirs_ = -1;
};

// A bare container may have no terminals.
class NeedsTerminal : public testing::Test {
 protected:
  void SetUp() override {
    int ours = -1, theirs = -1;
    if (::openpty(&ours, &theirs, nullptr, nullptr, nullptr) != 0)
      GTEST_SKIP() << "no terminal can be opened here (is /dev/pts mounted?)";
    ::close(ours);
    ::close(theirs);
  }
};
class Screen : public NeedsTerminal {};
class ProgressLine : public NeedsTerminal {};

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::size_t columns = 0;
    for (char c : line) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    longest = std::max(longest, columns);
  }
  return longest;
}

std::string on_terminal(const Words& words, std::map<std::string, std::string> environment) {
  Terminal terminal;
  environment.try_emplace("TERM", "xterm");
  Child child(words,
              {.in = "", .environment = environment, .out = terminal.theirs(), .folder = {}});
  return terminal.shown_by(child);
}

TEST(Columns, a_listing_keeps_to_what_COLUMNS_says) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string();
  for (const char* verb : {"documents", "statements", "people", "positions", "matrix", "meetings",
                           "clauses", "accounts", "log"}) {
    const Ran ran = run({verb, file}, {.in = "", .environment = {{"COLUMNS", "72"}}, .folder = {}});
    EXPECT_LE(longest_line(ran.out), 72u) << verb;
  }
  const Ran shown =
      run({"show", file, "p1"}, {.in = "", .environment = {{"COLUMNS", "72"}}, .folder = {}});
  EXPECT_LE(longest_line(shown.out), 76u);
}

TEST_F(Screen, colour_is_for_terminals_that_did_not_decline_it) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string();
  EXPECT_NE(on_terminal({"matrix", file}, {}).find("\x1b["), std::string::npos);
  EXPECT_EQ(on_terminal({"matrix", file}, {{"NO_COLOR", "1"}}).find("\x1b["), std::string::npos);
  EXPECT_EQ(on_terminal({"matrix", file}, {{"TERM", "dumb"}}).find("\x1b["), std::string::npos);
  EXPECT_EQ(run({"matrix", file}).out.find("\x1b["), std::string::npos);
}

TEST_F(Screen, the_terminals_width_is_used_where_COLUMNS_says_nothing) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string();
  EXPECT_LE(longest_line(on_terminal({"positions", file}, {{"NO_COLOR", "1"}})), 101u);
  EXPECT_GT(longest_line(run({"positions", file}).out), 101u);
}

TEST_F(Screen, what_an_article_says_cannot_steer_the_terminal) {
  const kit::Folder folder;
  const auto file = (folder / "c.entente").string();
  const auto article = folder / "a\x1b]0;owned\x07.txt";
  folder.write(
      article.filename().string(),
      "\x1b[2J\u009B31mTalks\u202E open\n\nFrance \x1b[31mdemanded an immediate ceasefire, "
      "the government said on Monday in the capital.\n");
  expect_done(run({"new", file}));
  expect_done(run({"add", file, article.string()}));
  for (const Words& words : std::vector<Words>{{"export", file},
                                               {"export", file, "--format", "csv"},
                                               {"export", file, "--format", "webannotation"},
                                               {"brief", file},
                                               {"documents", file, "--format", "json"},
                                               {"documents", file},
                                               {"positions", file},
                                               {"show", file, "d1"},
                                               {"attribute", article.string()}}) {
    const std::string shown = on_terminal(words, {{"NO_COLOR", "1"}});
    EXPECT_FALSE(shown.empty()) << words[0];
    for (const char* harm : {"\x1b", "\u009B", "\u202E", "\x07"})
      EXPECT_EQ(shown.find(harm), std::string::npos) << words[0] << " " << words.back();
  }
  EXPECT_NE(run({"export", file, "--format", "csv"}).out.find("\x1b"), std::string::npos);
}

TEST_F(ProgressLine, is_shown_on_a_terminal_after_a_second_and_cleared_at_the_end) {
  const kit::Folder folder;
  const auto file = (folder / "c.entente").string();
  write_articles(folder, "in", 250, 20);
  expect_done(run({"new", file, "--parties", (example() / "parties.yaml").string()}));
  Terminal terminal;
  const auto start = std::chrono::steady_clock::now();
  Child child({"add", file, (folder / "in").string(), "--threads", "1"},
              {.in = "", .environment = {}, .err = terminal.theirs(), .folder = {}});
  const std::string shown = terminal.shown_by(child);
  if (std::chrono::steady_clock::now() - start < std::chrono::milliseconds(1500))
    GTEST_SKIP() << "too fast here to see progress";
  EXPECT_TRUE(kit::says(shown, "of 250"));
  EXPECT_TRUE(shown.ends_with("\x1b[K")) << shown.substr(shown.size() > 40 ? shown.size() - 40 : 0);
}

TEST(Pipe, is_never_given_a_line_of_progress) {
  const kit::Folder folder;
  const auto file = (folder / "c.entente").string();
  write_articles(folder, "in", 100);
  expect_done(run({"new", file}));
  const Ran ran = run({"add", file, (folder / "in").string()});
  expect_done(ran);
  EXPECT_EQ(ran.out.find('\r'), std::string::npos);
}

TEST(Pipe, a_reader_that_goes_away_ends_the_program_without_a_word) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string();
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  ::close(ends[0]);
  Child child({"export", file}, {.in = "", .environment = {}, .out = ends[1], .folder = {}});
  ::close(ends[1]);
  const Ran ran = child.wait();
  EXPECT_EQ(ran.signal, SIGPIPE);
  EXPECT_EQ(ran.err, "");
}

TEST(Interrupt, stops_between_batches_and_the_same_command_completes_the_case) {
  const kit::Folder folder;
  write_articles(folder, "in", 400, 6);
  const auto whole = (folder / "whole.entente").string(), cut = (folder / "cut.entente").string(),
             in = (folder / "in").string();
  for (const auto& file : {whole, cut}) expect_done(run({"new", file}));
  expect_done(run({"add", whole, in}));

  Child child({"add", cut, in, "--threads", "1"}, {});
  while (child.still_runs() && count_of(exported(cut), "\"file_sha256\"") == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  child.send(SIGINT);
  const Ran stopped = child.wait();
  if (stopped.code != 0) {
    expect_refused(stopped, FailureKind::interrupted, "of 400 files");
    EXPECT_EQ(stopped.code, 130);
    const std::size_t kept = count_of(exported(cut), "\"file_sha256\"");
    EXPECT_GT(kept, 0u);
    EXPECT_EQ(kept % 64, 0u);
  }
  expect_done(run({"add", cut, in}));
  EXPECT_EQ(exported(cut), exported(whole));
}

}  // namespace
}  // namespace entente::flow

// SPDX-License-Identifier: Apache-2.0
// kill -9 at any instant of `add` loses nothing that was acknowledged, and the same command
// completes the case.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "exchange/json.h"
#include "flow/expect.h"

namespace entente::flow {
namespace {

constexpr int article_count = 300;
constexpr int kills = 10;

std::size_t documents_in(const std::string& file) {
  const Ran ran = run({"documents", file, "--format", "json"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  return count_of(ran.out, "\"file_sha256\"");
}

TEST(Kill, nothing_acknowledged_is_lost_and_the_end_equals_an_uninterrupted_run) {
  const kit::Folder folder;
  write_articles(folder, "in", article_count);
  const auto whole = (folder / "whole.entente").string(), cut = (folder / "cut.entente").string(),
             in = (folder / "in").string();
  for (const auto& file : {whole, cut})
    expect_done(run({"new", file, "--parties", (example() / "parties.yaml").string()}));
  const auto start = std::chrono::steady_clock::now();
  expect_done(run({"add", whole, in}));
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);

  std::mt19937 random(20310305);
  std::uniform_int_distribution<long> instant(0, took.count());
  std::vector<long> instants(kills);
  for (long& each : instants) each = instant(random);
  std::sort(instants.begin(), instants.end());  // once all is added, a run is over at once
  std::size_t held = 0;
  int killed = 0;
  for (int i = 0; i < kills; ++i) {
    Child child({"add", cut, in}, {});
    std::this_thread::sleep_for(
        std::chrono::microseconds(instants.at(static_cast<std::size_t>(i))));
    child.send(SIGKILL);
    killed += child.wait().signal == SIGKILL;
    const std::size_t now = documents_in(cut);
    EXPECT_GE(now, held);
    EXPECT_TRUE(now % 64 == 0 || now == article_count) << now;
    EXPECT_TRUE(exchange::read_json(run({"export", cut}).out, "export")) << "after kill " << i;
    held = now;
  }
  EXPECT_GT(killed, 0) << "every run ended before it was killed";
  expect_done(run({"add", cut, in}));
  EXPECT_EQ(documents_in(cut), static_cast<std::size_t>(article_count));
  EXPECT_EQ(exported(cut), exported(whole));
}

TEST(Kill, a_review_that_was_acknowledged_survives_whatever_comes_next) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string();
  write_articles(folder, "in", 600);
  expect_done(run({"confirm", file, "p1", "--who", "A. Reader"}));
  Child child({"add", file, (folder / "in").string()}, {});
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  child.send(SIGKILL);
  EXPECT_EQ(child.wait().signal, SIGKILL) << "it ended before it was killed";
  const auto all = exchange::read_json(run({"export", file}).out, "export");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->contents.positions.at(0).review, (Review{Status::confirmed, "A. Reader"}));
}

TEST(Kill, a_brief_that_is_cut_short_leaves_the_old_one_whole) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente").string(),
             to = (folder / "brief.html").string();
  expect_done(run({"brief", file, "-o", to}));
  const std::string whole = kit::bytes_of(to);
  for (int wait = 0; wait < 40; wait += 4) {
    Child child({"brief", file, "-o", to}, {});
    std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    child.send(SIGKILL);
    child.wait();
    ASSERT_EQ(kit::bytes_of(to), whole) << wait;
  }
}

}  // namespace
}  // namespace entente::flow

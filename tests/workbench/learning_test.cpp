// SPDX-License-Identifier: Apache-2.0
#include "workbench/learning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "kit/says.h"
#include "model/find.h"
#include "support.h"

namespace entente {
namespace {

using Json = nlohmann::json;
using kit::says;

// What a reader says that one document holds.
struct RightPosition {
  std::string party, issue, stance;
  Span evidence;
};
using RightByDocument = std::map<std::string, std::vector<RightPosition>>;

bool blank(char32_t c) { return c == U' ' || c == U'\n' || c == U'\r' || c == 0xA0; }

// The nth place of the words, white space aside.
Span place_of(const std::u32string& text, const std::u32string& words, std::size_t nth) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t at = begin, word = 0;
    while (at < text.size() && word < words.size()) {
      if (blank(words[word]) && blank(text[at])) {
        while (at < text.size() && blank(text[at])) ++at;
        ++word;
      } else if (words[word] == text[at]) {
        ++at, ++word;
      } else {
        break;
      }
    }
    if (word == words.size() && --nth == 0) return {begin, at};
  }
  throw std::runtime_error("not in the text: " + to_utf8(words));
}

void read_right(const std::filesystem::path& file, const char* words, const Workbench& bench,
                RightByDocument& out) {
  const Json all = Json::parse(std::ifstream(file));
  const Case contents = bench.contents();
  for (const Json& document : all.at("documents")) {
    const std::string name = document.at("name");
    const auto card = std::find_if(contents.documents.begin(), contents.documents.end(),
                                   [&](const DocumentCard& one) { return one.name == name; });
    const std::u32string text = bench.document(card->id).text;
    for (const Json& one : document.at("positions")) {
      const Json& at = one.at(words);
      const std::string where = at.is_string() ? at : at.at("text");
      const std::size_t nth = at.is_string() ? 1 : at.at("nth").get<std::size_t>();
      out[name].push_back({one.at("party"), one.at("issue"), one.at("stance"),
                           place_of(text, from_utf8(where), nth)});
    }
  }
}

bool on_the_same_words(Span a, Span b) {
  const std::size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end && 2 * (end - begin) >= std::min(a.size(), b.size());
}

bool names_it(const RightPosition& right, const Position& position) {
  return right.party == position.party && on_the_same_words(right.evidence, position.evidence);
}

// A case of the example's articles, a coder who judges some of them as the reader would, and what
// the rest then looks like.
class Learning : public testing::Test {
 protected:
  void read(const std::vector<std::string>& folders) {
    std::vector<Input> inputs;
    for (const std::string& folder_name : folders)
      inputs.push_back({example() / folder_name, std::nullopt});
    bench.add(inputs, {}, {});
    for (const std::string& folder_name : folders) {
      if (folder_name == "later")
        read_right(example() / "later/expected.json", "words", bench, right);
      else
        read_right(example() / "expected.json", "evidence", bench, right);
    }
  }

  std::string name_of(DocumentId id) const {
    return bench.contents().documents[id.number - 1].name;
  }

  void judge_every_second(std::uint32_t which) {
    const Case contents = bench.contents();
    for (const auto& [name, wanted] : right) {
      std::vector<const Position*> found;
      for (const Position& position : contents.positions)
        if (contents.documents[position.document.number - 1].name == name &&
            position.document.number % 2 == which)
          found.push_back(&position);
      judge(found, wanted);
    }
  }

  // Confirms what is right, corrects issue and stance, and rejects what is no position.
  void judge(const std::vector<const Position*>& found, const std::vector<RightPosition>& wanted) {
    std::vector<bool> taken(wanted.size());
    std::vector<const Position*> open;
    const auto take = [&](const Position& position, bool same_issue) {
      for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!taken[i] && names_it(wanted[i], position) &&
            (!same_issue || wanted[i].issue == position.issue)) {
          taken[i] = true;
          correct(position, wanted[i]);
          return true;
        }
      return false;
    };
    for (const Position* position : found)
      if (!take(*position, true)) open.push_back(position);
    for (const Position* position : open)
      if (!take(*position, false))
        bench.reject({position->id.text()}, {"A. Reader", "no position of that party"});
  }

  void correct(const Position& position, const RightPosition& as) {
    const std::string stance{word_of(position.stance)};
    if (position.issue == as.issue && stance == as.stance)
      bench.confirm({position.id.text()}, {"A. Reader", ""});
    else
      bench.edit(position.id.text(), {{"issue", as.issue}, {"stance", as.stance}},
                 {"A. Reader", ""});
  }

  struct Score {
    std::size_t found = 0, wanted = 0, right_issue = 0, right_stance = 0;
    double f1() const {
      return 200.0 * static_cast<double>(right_issue) / static_cast<double>(found + wanted);
    }
  };

  // Of the documents that nobody looked at.
  Score score(std::uint32_t judged, const std::string& prefix) const {
    Score out;
    const Case contents = bench.contents();
    for (const auto& [name, wanted] : right) {
      std::vector<bool> taken(wanted.size());
      for (const Position& position : contents.positions) {
        const std::uint32_t number = position.document.number;
        if (contents.documents[number - 1].name != name || number % 2 == judged ||
            !name.starts_with(prefix) || position.review.status == Status::rejected)
          continue;
        ++out.found;
        for (std::size_t i = 0; i < wanted.size(); ++i)
          if (!taken[i] && names_it(wanted[i], position) && wanted[i].issue == position.issue) {
            taken[i] = true;
            ++out.right_issue;
            out.right_stance += word_of(position.stance) == wanted[i].stance;
            break;
          }
      }
      const auto card = std::find_if(contents.documents.begin(), contents.documents.end(),
                                     [&](const DocumentCard& one) { return one.name == name; });
      if (card->id.number % 2 != judged && name.starts_with(prefix)) out.wanted += wanted.size();
    }
    return out;
  }

  kit::Folder folder;
  Workbench bench = new_case(folder / "talks.entente");
  RightByDocument right;
};

void record(const std::string& name, double before, double after) {
  testing::Test::RecordProperty(name + "_before", std::to_string(before));
  testing::Test::RecordProperty(name + "_after", std::to_string(after));
}

TEST_F(Learning, half_of_the_later_articles_teach_the_issues_and_stances_of_the_other_half) {
  read({"articles", "later"});
  judge_every_second(1);
  const Score before = score(1, "l");
  const LearnReport report = bench.learn(false);
  const Score after = score(1, "l");
  record("f1", before.f1(), after.f1());
  record("stance", 100.0 * double(before.right_stance) / double(before.right_issue),
         100.0 * double(after.right_stance) / double(after.right_issue));
  EXPECT_GE(after.f1(), before.f1() + 10);
  EXPECT_GT(after.right_stance * before.right_issue, before.right_stance * after.right_issue);
  EXPECT_FALSE(report.changes.empty());
}

TEST_F(Learning, the_other_half_teaches_the_first) {
  read({"articles", "later"});
  judge_every_second(0);
  const Score before = score(0, "l");
  bench.learn(false);
  const Score after = score(0, "l");
  record("f1", before.f1(), after.f1());
  record("stance", 100.0 * double(before.right_stance) / double(before.right_issue),
         100.0 * double(after.right_stance) / double(after.right_issue));
  EXPECT_GE(after.f1(), before.f1() + 10);
}

// The rules were written beside these articles: what is still wrong there is wrong once.
TEST_F(Learning, where_no_error_comes_twice_nothing_gets_worse) {
  read({"articles"});
  judge_every_second(1);
  const Score before = score(1, "");
  bench.learn(false);
  const Score after = score(1, "");
  record("f1", before.f1(), after.f1());
  EXPECT_GE(after.f1(), before.f1());
  EXPECT_GE(after.right_stance, before.right_stance);
}

TEST_F(Learning, what_a_person_judged_stays) {
  read({"articles", "later"});
  judge_every_second(1);
  std::vector<Position> judged;
  for (const Case now = bench.contents(); const Position& one : now.positions)
    if (one.review.by == "A. Reader") judged.push_back(one);
  bench.learn(false);
  const Case after = bench.contents();
  for (const Position& one : judged) EXPECT_EQ(*find_item(after.positions, one.id), one);
}

TEST_F(Learning, is_told_with_its_words_signed_and_overruled_by_a_person) {
  read({"articles", "later"});
  judge_every_second(1);
  const LearnReport told = bench.learn(true);
  for (const Case now = bench.contents(); const Position& one : now.positions)
    EXPECT_FALSE(one.review.by.ends_with("(learned)")) << one.id.text();
  EXPECT_EQ(bench.learn(false), told);
  const auto recoded =
      std::find_if(told.changes.begin(), told.changes.end(), [](const Recoding& one) {
        return one.field == "issue" && one.after == "humanitarian_access";
      });
  ASSERT_NE(recoded, told.changes.end());
  EXPECT_EQ(recoded->before, "territory");
  EXPECT_TRUE(says(recoded->sign, "corridor"));
  const auto position = [&] {
    const Case now = bench.contents();
    return *find_item(now.positions, *PositionId::parse(recoded->item));
  };
  EXPECT_TRUE(position().review.by.ends_with(" (learned)"));
  EXPECT_EQ(position().review.status, Status::suggested);
  bench.edit(recoded->item, {{"issue", "territory"}}, {"B. Reader", "it is the land after all"});
  EXPECT_EQ(position().issue, "territory");
  bench.learn(false);
  EXPECT_EQ(position().issue, "territory");
}

TEST_F(Learning, again_changes_nothing_and_without_its_grounds_it_is_taken_back) {
  read({"articles", "later"});
  const Case fresh = bench.contents();
  judge_every_second(1);
  EXPECT_FALSE(bench.learn(false).changes.empty());
  EXPECT_TRUE(bench.learn(false).changes.empty());
  for (const Position& one : fresh.positions)
    if (one.document.number % 2 == 1)
      bench.edit(one.id.text(),
                 {{"issue", one.issue}, {"stance", std::string(word_of(one.stance))}},
                 {"C. Reader", "the rules were right"});
  bench.learn(false);
  const Case after = bench.contents();
  for (const Position& one : fresh.positions)
    if (one.document.number % 2 == 0) {
      EXPECT_EQ(*find_item(after.positions, one.id), one);
    }
}

TEST_F(Learning, what_is_added_later_is_coded_in_the_same_way) {
  read({"articles", "later"});
  judge_every_second(1);
  bench.learn(false);
  const std::string news =
      "Dorvane wants the grain corridor widened, Foreign Minister Mirela Tandrach said.\n";
  bench.add({{"news.txt", news}}, {}, {});
  const Position added = bench.contents().positions.back();
  EXPECT_EQ(added.issue, "humanitarian_access");
  EXPECT_TRUE(added.review.by.ends_with(" (learned)"));
  EXPECT_EQ(bench.log().back().verb, "learn");
}

// What a person split in the first documents.
class SecondIssue : public Learning {
 protected:
  void SetUp() override {
    const std::vector<std::string> days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    for (std::size_t i = 0; i < days.size(); ++i)
      bench.add(
          {{"note" + std::to_string(i) + ".txt",
            "Dorvane rejects a ceasefire of " + std::to_string(i + 3) +
                " weeks, Foreign Minister Mirela Tandrach of Dorvane said.\n\nMeldria demands "
                "a ceasefire with a toll holiday, Foreign Minister Jorun Estay of Meldria said "
                "on " +
                days[i] + ".\n"}},
          {}, {});
    for (const Case now = bench.contents(); const Position& one : now.positions) {
      if (one.document.number == days.size()) continue;
      bench.confirm({one.id.text()}, {"A. Reader", ""});
      if (one.party == "Meldria")
        bench.split({one.id.text()}, {{"issue", "sanctions"}}, "", {"A. Reader", "tolls as well"});
    }
  }

  std::vector<Position> on_sanctions(Status status) const {
    std::vector<Position> out;
    for (const Case now = bench.contents(); const Position& one : now.positions)
      if (one.issue == "sanctions" && one.document.number == 5 && one.review.status == status)
        out.push_back(one);
    return out;
  }
};

TEST_F(SecondIssue, is_put_beside_where_people_split_such_positions) {
  const LearnReport report = bench.learn(false);
  ASSERT_EQ(report.changes.size(), 1u);
  EXPECT_EQ(report.changes[0].before, "");
  EXPECT_EQ(report.changes[0].after, "sanctions");
  const auto put = on_sanctions(Status::suggested);
  ASSERT_EQ(put.size(), 1u);
  EXPECT_EQ(put[0].party, "Meldria");
  EXPECT_TRUE(says(put[0].words, "toll holiday"));
  EXPECT_TRUE(put[0].review.by.ends_with(" (learned)"));
  EXPECT_TRUE(bench.learn(false).changes.empty());
}

TEST_F(SecondIssue, that_a_person_rejects_is_not_put_there_again) {
  bench.learn(false);
  bench.reject({on_sanctions(Status::suggested).at(0).id.text()}, {"B. Reader", "no"});
  EXPECT_TRUE(bench.learn(false).changes.empty());
  EXPECT_TRUE(on_sanctions(Status::suggested).empty());
}

TEST_F(SecondIssue, is_taken_back_with_its_grounds) {
  bench.learn(false);
  for (const Case now = bench.contents(); const Position& one : now.positions)
    if (one.issue == "sanctions" && one.document.number < 5)
      bench.reject({one.id.text()}, {"C. Reader", "a toll is no sanction"});
  EXPECT_EQ(bench.learn(false).changes.size(), 1u);
  EXPECT_TRUE(on_sanctions(Status::suggested).empty());
  EXPECT_EQ(on_sanctions(Status::rejected).size(), 1u);
}

TEST_F(Learning, a_case_that_learned_comes_back_from_its_export) {
  read({"articles", "later"});
  judge_every_second(0);
  bench.learn(false);
  const auto file = folder.write("export.json", exchange::write_json(bench.whole()));
  Workbench copy = Workbench::create(folder / "copy.entente", {}, source_share());
  copy.import(file, {"A. Reader", ""});
  EXPECT_EQ(copy.contents(), bench.contents());
  EXPECT_TRUE(copy.learn(true).changes.empty());
}

}  // namespace
}  // namespace entente

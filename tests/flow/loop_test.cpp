// SPDX-License-Identifier: Apache-2.0
// The human loop from the command line: split, merge, learn, agree.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "exchange/json.h"
#include "flow/expect.h"
#include "model/find.h"

namespace entente::flow {
namespace {

using kit::says;
using Json = nlohmann::json;

class Loop : public testing::Test {
 protected:
  void SetUp() override { file = example_case(folder / "talks.entente").string(); }

  std::string done(Words words) {
    const Ran ran = run(words);
    expect_done(ran);
    return ran.out;
  }
  exchange::Whole whole(const std::string& of) {
    return or_throw(exchange::read_json(run({"export", of}).out, "export"));
  }
  std::string copied(const char* name) {
    std::filesystem::copy_file(file, folder / name);
    return (folder / name).string();
  }
  // A case that is what `of` is, made out of its export.
  void expect_comes_back(const std::string& of) {
    const std::string json = (folder / "all.json").string(),
                      copy = (folder / "back.entente").string();
    done({"export", of, "-o", json});
    done({"import", copy, json, "--who", "A"});
    EXPECT_EQ(whole(copy).contents, whole(of).contents);
  }

  kit::Folder folder;
  std::string file;
};

TEST_F(Loop, a_position_is_split_told_which_is_new_and_undone_by_rejecting_it) {
  const auto before = whole(file).contents;
  const std::string told =
      done({"split", file, "p1", "--set", "issue=third_party_role", "--who", "A. Reader"});
  const std::string made = "p" + std::to_string(before.positions.size() + 1);
  EXPECT_EQ(told, "split p1\n" + made + " is new\n");
  EXPECT_TRUE(says(done({"log", file, "--item", made}), "from p1"));
  EXPECT_TRUE(says(done({"show", file, made}), "The texts match their checksums"));
  expect_comes_back(file);
  done({"reject", file, made, "--who", "A", "--why", "it was one after all"});
  EXPECT_FALSE(says(done({"positions", file}), made + " "));
}

TEST_F(Loop, items_are_merged_and_the_case_comes_back_from_its_export) {
  const auto before = whole(file).contents;
  const auto second = std::find_if(
      before.positions.begin() + 1, before.positions.end(),
      [&](const Position& one) { return one.document == before.positions.front().document; });
  const std::string other = second->id.text();
  expect_refused(run({"merge", file, "p1", other, "--who", "A"}), FailureKind::usage,
                 "edit the one that is wrong first");
  done({"edit", file, other, "--who", "A", "--set",
        "stance=" + std::string(word_of(before.positions.front().stance))});
  EXPECT_TRUE(says(done({"merge", file, "p1", other, "--who", "A", "--format", "json"}),
                   "{\"merged\": [\"p1\", \"" + other + "\"]"));
  done({"merge", file, "s1", "s2", "--who", "A"});
  expect_refused(run({"merge", file, "w1", "w2", "--who", "A"}), FailureKind::usage,
                 "entente edit CASE w2 --set party=VALUE");
  done({"edit", file, "w2", "--who", "A", "--set", "party=" + before.people.front().party});
  done({"merge", file, "w1", "w2", "--who", "A"});
  const auto after = whole(file).contents;
  EXPECT_EQ(find_item(after.positions, second->id)->review.status, Status::rejected);
  EXPECT_EQ(after.statements[1].continues, StatementId{1});
  EXPECT_EQ(after.people[1].same_as, PersonId{1});
  expect_comes_back(file);
  done({"split", file, "w2", "--who", "A"});
  EXPECT_FALSE(whole(file).contents.people[1].same_as);
}

TEST_F(Loop, a_statement_and_a_person_that_are_two_are_split_all_or_nothing) {
  const auto before = whole(file);
  const auto said =
      std::find_if(before.contents.statements.begin(), before.contents.statements.end(),
                   [](const Statement& one) { return one.person.has_value(); });
  const std::string who = said->person->text();
  expect_refused(run({"split", file, "p1", "nothing", "--set", "party=Skarrow", "--who", "A"}),
                 FailureKind::usage, "'nothing'");
  EXPECT_EQ(whole(file), before);
  done({"split", file, who, said->id.text(), "--set", "name=Another One", "--who", "A"});
  const auto after = whole(file).contents;
  EXPECT_EQ(after.people.back().name, "Another One");
  EXPECT_EQ(find_item(after.statements, said->id)->speaker, "Another One");
  expect_comes_back(file);
}

TEST_F(Loop, edit_takes_many_items) {
  EXPECT_EQ(done({"edit", file, "p1", "p2", "p3", "--set", "firmness=firm", "--who", "A"}),
            "edited p1, p2, p3\n");
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(whole(file).contents.positions[i].firmness, Firmness::firm);
}

TEST_F(Loop, two_coders_are_compared_and_joined) {
  const std::string other = copied("second.entente"), both = (folder / "both.entente").string();
  done({"confirm", file, "p1", "p2", "p3", "--who", "Ann"});
  done({"confirm", other, "p1", "p2", "p5", "--who", "Bob"});
  done({"edit", other, "p3", "--set", "stance=undecided", "--who", "Bob"});
  const std::string told = done({"agree", file, other, "--into", both, "--who", "Carl"});
  EXPECT_TRUE(says(told, "undecided (Bob)"));
  EXPECT_TRUE(says(told, "made "));
  const Json found = Json::parse(done({"agree", file, other, "--format", "json"}));
  EXPECT_EQ(found.at("alike"), Json({"p1", "p2"}));
  EXPECT_EQ(found.at("other_only"), Json({"p5"}));
  const auto stance = std::find_if(found.at("fields").begin(), found.at("fields").end(),
                                   [](const Json& one) { return one.at("field") == "stance"; });
  EXPECT_EQ(stance->at("units"), 3);
  EXPECT_EQ(stance->at("differing"), 1);
  EXPECT_EQ(whole(both).contents.positions[4].review.by, "Bob");
  EXPECT_TRUE(says(done({"log", both, "--item", "p3"}), "dispute"));
  expect_comes_back(both);
  expect_refused(run({"agree", file, other, "--into", both, "--who", "Carl"}), FailureKind::usage,
                 "both.entente");
}

TEST_F(Loop, cases_of_other_texts_are_not_compared) {
  const std::string other = copied("more.entente");
  const auto text = folder.write("news.txt", "Dorvane wants a truce, its prime minister said.\n");
  done({"add", other, text.string()});
  expect_refused(run({"agree", file, other}), FailureKind::bad_input, "news.txt");
}

TEST_F(Loop, learning_from_nothing_changes_nothing_and_says_so) {
  const auto before = whole(file).contents;
  EXPECT_TRUE(says(done({"learn", file}), "No position is coded anew."));
  EXPECT_EQ(whole(file).contents, before);
  const Json found = Json::parse(done({"learn", file, "--dry-run", "--format", "json"}));
  EXPECT_EQ(found.at("fields").at(0).at("judged"), 0);
  EXPECT_EQ(found.at("dry_run"), true);
}

}  // namespace
}  // namespace entente::flow

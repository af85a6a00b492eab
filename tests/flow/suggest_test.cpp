// SPDX-License-Identifier: Apache-2.0
// A negotiation without a codebook, from its articles, as a user starts it.
#include <gtest/gtest.h>

#include "flow/expect.h"
#include "read/codebook.h"

namespace entente::flow {
namespace {

using kit::says;

class Suggest : public testing::Test {
 protected:
  std::string file(const std::string& name) const { return (folder / name).string(); }
  Ran start(const std::string& name, Words more = {}) {
    Words words{"new", file(name), "--from", (example() / "articles").string()};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  kit::Folder folder;
};

TEST_F(Suggest, a_case_is_made_of_articles_and_its_codebook_written_edited_and_used_again) {
  const Ran made = start("talks.entente");
  expect_done(made);
  for (const char* words : {"codebook suggested, ", "added 13 documents (d1 to d13)", "suggested ",
                            "issues: ", "parties: Dorvane, Meldria, ", "Check first: "})
    EXPECT_TRUE(says(made.out, words));

  expect_done(run({"suggest", file("talks.entente"), "--format", "yaml", "-o", file("my.yaml")}));
  std::string yaml = kit::bytes_of(folder / "my.yaml");
  EXPECT_TRUE(says(yaml, "name: "));
  EXPECT_TRUE(says(yaml, "Suggested by entente "));
  for (const char* remark :
       {"# Suggestion: ", "# Words there that may make options:", "# Heard: ", "#   “"})
    EXPECT_TRUE(says(yaml, remark)) << "on what each suggestion rests";
  const Codebook written = or_throw(read::read_codebook_file(folder / "my.yaml"));
  EXPECT_TRUE(std::any_of(written.issues.begin(), written.issues.end(),
                          [](const Issue& one) { return one.id == "prisoners"; }));

  yaml.replace(yaml.find("label: Prisoners"), 16, "label: Captives");
  folder.write("my.yaml", yaml);
  expect_done(run({"new", file("again.entente"), "--codebook", file("my.yaml")}));
  expect_done(run({"add", file("again.entente"), (example() / "articles").string()}));
  EXPECT_TRUE(says(run({"matrix", file("again.entente"), "--sentences"}).out, "Captives"));
}

TEST_F(Suggest, the_text_shows_cues_examples_parties_and_what_is_left_over) {
  folder.write("none.yaml", "name: none\nissues: []\n");
  expect_done(run({"new", file("a.entente"), "--codebook", file("none.yaml")}));
  expect_done(run({"add", file("a.entente"), (example() / "articles").string()}));
  const Ran ran = run({"suggest", file("a.entente")});
  expect_done(ran);
  for (const char* words :
       {"142 statements: 0 speak of an issue", "Prisoners: ", "cues: prisoner*", "Parties that the",
        "Skarrow: ", "its people: Skarrowan", "of whom no text says", "Ferran Oakes",
        "of no issue, suggested ones included", "--format yaml"})
    EXPECT_TRUE(says(ran.out, words));
}

TEST_F(Suggest, json_names_statements_with_their_places) {
  expect_done(start("talks.entente"));
  const Ran ran = run({"suggest", file("talks.entente"), "--format", "json"});
  expect_done(ran);
  for (const char* key : {"\"statements\": 142", "\"fitting\": ", "\"issues\": [", "\"parties\": [",
                          "\"left_over\": [{\"statement\": \"s", "\"doc\": \"d"})
    EXPECT_TRUE(says(ran.out, key));
}

TEST_F(Suggest, with_a_codebook_its_issues_stay) {
  const Ran made = start("talks.entente", {"--codebook", "peace-talks", "--parties",
                                           (example() / "parties.yaml").string()});
  expect_done(made);
  EXPECT_TRUE(says(made.out, "codebook peace talks and suggested, "));
  EXPECT_TRUE(says(made.out, "6 parties"));
}

TEST_F(Suggest, made_as_json_tells_what_was_added_and_suggested) {
  const Ran made = start("talks.entente", {"--format", "json"});
  expect_done(made);
  for (const char* key :
       {"\"made\": ", "\"added\": {\"added\": [\"d1\"", "\"suggested\": {\"issues\": ["})
    EXPECT_TRUE(says(made.out, key));
  EXPECT_EQ(count_of(made.out, "\n"), 1u);
}

TEST_F(Suggest, an_empty_case_suggests_nothing_and_says_so) {
  expect_done(run({"new", file("empty.entente")}));
  const Ran ran = run({"suggest", file("empty.entente")});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "0 statements"));
  const Ran yaml = run({"suggest", file("empty.entente"), "--format", "yaml"});
  expect_done(yaml);
  EXPECT_EQ(or_throw(read::read_codebook(yaml.out, "out")).issues.size(), 28u);
}

TEST_F(Suggest, refuses_what_is_no_folder_of_articles_or_a_case_that_is_there) {
  std::filesystem::create_directory(folder / "nothing");
  expect_refused(run({"new", file("a.entente"), "--from", file("nothing")}), FailureKind::bad_input,
                 "nothing");
  expect_refused(run({"new", file("a.entente"), "--from", file("nowhere")}), FailureKind::missing,
                 "nowhere");
  EXPECT_FALSE(std::filesystem::exists(folder / "a.entente"));
  expect_done(run({"new", file("b.entente")}));
  expect_refused(start("b.entente"), FailureKind::usage, "b.entente");
}

TEST_F(Suggest, a_file_that_is_refused_is_told_and_the_rest_makes_the_case) {
  folder.write("in/one.txt", kit::bytes_of(example() / "articles/01-northwater-talks-open.txt"));
  folder.write("in/two.txt", std::string("\x7f"
                                         "ELF\x02\x01\0\0\0\0\0\0\0\0\0\0",
                                         16));
  const Ran ran = run({"new", file("a.entente"), "--from", file("in")});
  EXPECT_NE(ran.code, 0);
  EXPECT_TRUE(says(ran.err, "two.txt"));
  EXPECT_TRUE(says(ran.out, "added 1 document (d1), 1 refused"));
}

}  // namespace
}  // namespace entente::flow

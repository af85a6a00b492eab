// SPDX-License-Identifier: Apache-2.0
// Every verb, run on the shipped example as a user would.
#include <gtest/gtest.h>

#include <sstream>

#include "exchange/json.h"
#include "flow/expect.h"

namespace entente::flow {
namespace {

using kit::says;

class Verbs : public testing::Test {
 protected:
  void SetUp() override { file = example_case(folder / "talks.entente").string(); }

  Ran verb(Words words) {
    words.insert(words.begin() + 1, file);
    return run(words);
  }
  exchange::Whole whole() {
    return or_throw(exchange::read_json(run({"export", file}).out, "export"));
  }

  kit::Folder folder;
  std::string file;
};

TEST_F(Verbs, new_tells_what_it_made) {
  const Ran ran = run({"new", (folder / "empty.entente").string()});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "empty.entente: codebook "));
  EXPECT_TRUE(says(ran.out, "28 issues"));
}

TEST_F(Verbs, add_tells_what_it_added_and_found_and_can_be_repeated) {
  const auto fresh = (folder / "fresh.entente").string(),
             articles = (example() / "articles").string();
  expect_done(run({"new", fresh, "--parties", (example() / "parties.yaml").string()}));
  const Ran first = run({"add", fresh, articles});
  expect_done(first);
  EXPECT_TRUE(says(first.out, "added 13 documents (d1 to d13)\nfound "));
  EXPECT_TRUE(says(first.out, "suggestions until a person confirms"));
  const std::string before = exported(fresh);
  const Ran second = run({"add", fresh, articles});
  expect_done(second);
  EXPECT_EQ(second.out, "added 0 documents, 13 already there\n");
  EXPECT_EQ(exported(fresh), before);
}

TEST_F(Verbs, add_says_how_to_name_parties_where_nobody_who_speaks_is_one) {
  const auto unnamed = (folder / "unnamed.entente").string();
  expect_done(run({"new", unnamed}));
  const Ran ran =
      run({"add", unnamed, (example() / "articles/01-northwater-talks-open.txt").string()});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "0 positions"));
  EXPECT_TRUE(says(ran.out, "entente new CASE --parties FILE"));
  EXPECT_FALSE(says(verb({"add", folder.write("one.txt", article(7)).string()}).out, "--parties"));
}

TEST_F(Verbs, add_reads_standard_input_under_the_name_it_is_given) {
  const Ran ran =
      run({"add", file, "-", "--name", "piped.txt", "--date", "2031-04-02", "--outlet", "Own Desk"},
          {.in = article(7), .environment = {}, .folder = {}});
  expect_done(ran);
  const DocumentCard card = whole().documents.back().card;
  EXPECT_EQ(card.name, "piped.txt");
  EXPECT_EQ(card.outlet, "Own Desk");
  EXPECT_EQ(card.date, parse_date("2031-04-02"));
}

TEST_F(Verbs, add_says_so_in_json_for_who_asks_for_it) {
  const auto empty = folder.write("empty.txt", "");
  const Ran ran = verb({"add", (example() / "articles/01-northwater-talks-open.txt").string(),
                        empty.string(), "--format", "json"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(ran.out.starts_with("{\"added\": [], \"already_there\": [\"")) << ran.out;
  EXPECT_TRUE(says(ran.out, "\"refused\": [{\"kind\": \"bad_input\""));
}

TEST_F(Verbs, each_note_of_add_is_a_line_of_its_own_whatever_the_files_are_called) {
  folder.write("in/a.txt", article(7));
  folder.write("in/b\x1b\n.txt", "Log in 1 2 3\n");
  folder.write("in/notes.md", "x");
  const Ran ran = verb({"add", (folder / "in").string()});
  expect_done(ran);
  EXPECT_EQ(count_of(ran.out, "\n"), 4u) << ran.out;
  EXPECT_TRUE(ran.out.ends_with("notes.md (not named as text or HTML)\n")) << ran.out;
  EXPECT_TRUE(says(ran.out, "look whether the file holds the article\npassed over: "));
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
}

TEST_F(Verbs, a_folder_gives_its_articles_and_names_the_rest) {
  const auto fresh = (folder / "fresh.entente").string();
  std::filesystem::create_directory(folder / "mixed");
  for (const char* name : {"expected.json", "parties.yaml", "README.md"})
    std::filesystem::copy_file(example() / name, folder / "mixed" / name);
  folder.write("mixed/a.txt", article(1));
  expect_done(run({"new", fresh}));
  const Ran ran = run({"add", fresh, (folder / "mixed").string()});
  expect_done(ran);
  EXPECT_TRUE(ran.out.starts_with("added 1 document (d1), 3 passed over\n")) << ran.out;
  expect_done(run({"add", fresh, (folder / "mixed/README.md").string()}));
}

TEST_F(Verbs, whatever_changes_or_writes_something_tells_so_in_json_too) {
  const auto made = (folder / "made.entente").string(), html = (folder / "b.html").string(),
             json = (folder / "t.json").string(), copy = (folder / "copy.entente").string();
  const Words as_json{"--format", "json"};
  const auto told = [&](Words words) {
    words.insert(words.end(), as_json.begin(), as_json.end());
    const Ran ran = run(words);
    expect_done(ran);
    return ran.out;
  };
  EXPECT_TRUE(told({"new", made}).starts_with("{\"made\": \"" + made + "\", \"codebook\": \""));
  EXPECT_EQ(told({"confirm", file, "p1", "--who", "A"}),
            "{\"confirmed\": [\"p1\"], \"followed\": [], \"notes\": []}\n");
  const exchange::Whole all = whole();
  const auto resting = std::find_if(all.contents.positions.begin(), all.contents.positions.end(),
                                    [](const Position& p) { return p.statement.has_value(); });
  ASSERT_NE(resting, all.contents.positions.end());
  const std::string statement = resting->statement->text();
  const std::string rejected = told({"reject", file, statement, "--who", "A", "--why", "misread"});
  EXPECT_TRUE(rejected.starts_with("{\"rejected\": [\"" + statement + "\"], \"followed\": [\"p"));
  EXPECT_TRUE(says(rejected, "\"" + resting->id.text() + "\""));
  EXPECT_EQ(told({"edit", file, "p2", "--set", "firmness=firm", "--who", "A"}),
            "{\"edited\": [\"p2\"], \"followed\": [], \"notes\": []}\n");
  const std::string last = std::to_string(whole().log.back().number);
  EXPECT_EQ(told({"undo", file, last, "--who", "A"}), "{\"undone\": [\"p2\"]}\n");
  EXPECT_TRUE(told({"brief", file, "-o", html})
                  .starts_with("{\"wrote\": \"" + html + "\", \"bytes\": " +
                               std::to_string(std::filesystem::file_size(html)) +
                               ", \"items\": {\"documents\": 13, "));
  expect_done(run({"export", file, "-o", json}));
  EXPECT_TRUE(told({"import", copy, json, "--who", "A"})
                  .starts_with("{\"case\": \"" + copy + "\", \"imported\": {\"documents\": 13, "));
  const Ran nowhere = run({"brief", file, "--format", "json"});
  EXPECT_EQ(nowhere.code, row_of(FailureKind::usage).exit_code);
  EXPECT_EQ(nowhere.out, "");
  EXPECT_TRUE(says(nowhere.err, "-o brief.html"));
}

TEST_F(Verbs, edit_tells_of_a_party_that_the_case_does_not_know) {
  const auto said = [&](const std::string& field) {
    const Ran ran = verb({"edit", "p1", "--set", field, "--who", "A"});
    expect_done(ran);
    return ran.out;
  };
  EXPECT_EQ(said("party=Meldria"), "edited p1\n");
  EXPECT_EQ(said("party=Narnia"),
            "edited p1\nThe party Narnia is new in this case. It gets a row of its own.\n");
  EXPECT_EQ(said("party=Narnia"), "edited p1\n") << "by now it is known";
  EXPECT_EQ(said("party=Dorvana"),
            "edited p1\nThe party Dorvana is new in this case. Did you mean Dorvane?\n");
  const Ran meeting = verb({"edit", "m1", "--set", "parties=Meldria, Meldriaa", "--who", "A"});
  expect_done(meeting);
  EXPECT_EQ(meeting.out,
            "edited m1\nThe party Meldriaa is new in this case. Did you mean Meldria?\n");
}

TEST_F(Verbs, every_listing_names_its_items_in_text_and_in_json) {
  const exchange::Whole all = whole();
  const auto check = [&](const std::string& name, const auto& items) {
    const Ran text = verb({name}), json = verb({name, "--format", "json"});
    expect_done(text);
    expect_done(json);
    EXPECT_TRUE(json.out.starts_with("{\"" + name + "\": [")) << json.out.substr(0, 80);
    for (const auto& item : items) {
      EXPECT_TRUE(says(json.out, "\"id\": \"" + item.id.text() + "\""));
      EXPECT_TRUE(says(text.out, item.id.text()));
    }
  };
  check("documents", all.contents.documents);
  check("statements", all.contents.statements);
  check("people", all.contents.people);
  check("positions", all.contents.positions);
  check("meetings", all.contents.meetings);
}

TEST_F(Verbs, filters_keep_what_they_name_and_nothing_else) {
  const exchange::Whole all = whole();
  const auto count = [](const auto& items, const auto& keep) {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), keep));
  };
  const auto listed = [&](Words words) {
    words.insert(words.end(), {"--format", "json"});
    const Ran ran = verb(words);
    expect_done(ran);
    return count_of(ran.out, "\n  {");
  };
  const auto by_party =
      count(all.contents.positions, [](const Position& p) { return p.party == "Dorvane"; });
  ASSERT_GT(by_party, 0u);
  ASSERT_LT(by_party, all.contents.positions.size());
  EXPECT_EQ(listed({"positions", "--party", "Dorvane"}), by_party);
  EXPECT_EQ(
      listed({"positions", "--issue", "ceasefire"}),
      count(all.contents.positions, [](const Position& p) { return p.issue == "ceasefire"; }));
  EXPECT_EQ(
      listed({"positions", "--document", "d4"}),
      count(all.contents.positions, [](const Position& p) { return p.document.number == 4; }));
  EXPECT_EQ(
      listed({"statements", "--document", all.documents[2].card.name}),
      count(all.contents.statements, [](const Statement& s) { return s.document.number == 3; }));
  const auto named = std::find_if(
      all.contents.statements.begin(), all.contents.statements.end(),
      [](const Statement& s) { return s.person && s.speaker.find(' ') != std::string::npos; });
  ASSERT_NE(named, all.contents.statements.end());
  const std::string surname = named->speaker.substr(named->speaker.rfind(' ') + 1);
  EXPECT_EQ(listed({"statements", "--speaker", surname}),
            count(all.contents.statements, [&](const Statement& s) {
              return s.speaker == surname || s.speaker.ends_with(" " + surname);
            }));
}

TEST_F(Verbs, matrix_and_accounts_come_as_text_and_as_json) {
  const Ran text = verb({"matrix"}), sentences = verb({"matrix", "--sentences"}),
            json = verb({"matrix", "--format", "json"});
  expect_done(text);
  expect_done(sentences);
  expect_done(json);
  for (const char* party : {"Meldria", "Dorvane", "Skarrow"}) {
    EXPECT_TRUE(says(text.out, party));
    EXPECT_TRUE(says(json.out, party));
  }
  EXPECT_GT(sentences.out.size(), text.out.size());
  EXPECT_TRUE(json.out.starts_with("{")) << json.out.substr(0, 40);
  expect_done(verb({"accounts"}));
  EXPECT_TRUE(verb({"accounts", "--format", "json"}).out.starts_with("{"));
}

TEST_F(Verbs, show_follows_an_item_to_its_sentence_document_date_and_checksum) {
  const exchange::Whole all = whole();
  const auto position =
      std::find_if(all.contents.positions.begin(), all.contents.positions.end(),
                   [](const Position& p) { return p.statement.has_value() && p.printed; });
  ASSERT_NE(position, all.contents.positions.end());
  const Document& document = all.documents.at(position->document.number - 1);
  const Ran text = verb({"show", position->id.text()});
  expect_done(text);
  for (const std::string& part :
       {position->id.text() + ": " + position->party, position->statement->text() + ": ",
        document.card.name, document.card.sha256, to_string(*document.card.date),
        std::string("suggested by entente")})
    EXPECT_TRUE(says(text.out, part));
  const Ran json = verb({"show", position->id.text(), "--format", "json"});
  EXPECT_TRUE(says(json.out, "\"unchanged\": true"));
  EXPECT_TRUE(says(json.out, "\"passages\": [{"));
  EXPECT_EQ(verb({"show", document.card.id.text()}).code, 0);
  EXPECT_TRUE(
      says(verb({"show", document.card.id.text(), "--format", "json"}).out, document.card.sha256));
}

TEST_F(Verbs, reviews_are_signed_and_logged) {
  expect_done(verb({"confirm", "p1", "s1", "--who", "A. Reader", "--why", "read it"}));
  const Start named{.in = "", .environment = {{"ENTENTE_WHO", "B. Reader"}}, .folder = {}};
  expect_done(run({"reject", file, "p2", "--why", "misread"}, named));
  expect_done(verb({"edit", "p3", "--set", "stance=undecided", "--set", "condition=if it rains",
                    "--who", "C. Reader"}));
  const exchange::Whole all = whole();
  EXPECT_EQ(all.contents.positions[0].review, (Review{Status::confirmed, "A. Reader"}));
  EXPECT_EQ(all.contents.positions[1].review, (Review{Status::rejected, "B. Reader"}));
  EXPECT_EQ(all.contents.positions[2].stance, Stance::undecided);
  EXPECT_EQ(all.contents.positions[2].condition, "if it rains");
  const Ran log = verb({"log"});
  expect_done(log);
  for (const char* part :
       {"A. Reader", "read it", "B. Reader", "misread", "C. Reader", "undecided"})
    EXPECT_TRUE(says(log.out, part));
  const Ran of_item = verb({"log", "--item", "p2", "--format", "json"});
  EXPECT_EQ(count_of(of_item.out, "\"verb\""), 1u);
  EXPECT_TRUE(says(verb({"show", "p2"}).out, "reject by B. Reader: misread"));
}

TEST_F(Verbs, one_item_that_is_not_there_keeps_all_from_being_confirmed) {
  const std::string before = exported(file);
  EXPECT_EQ(verb({"confirm", "p1", "p9999", "--who", "A"}).code,
            row_of(FailureKind::missing).exit_code);
  EXPECT_EQ(exported(file), before);
}

TEST_F(Verbs, brief_writes_one_file_that_needs_nothing_else) {
  const auto to = folder / "brief.html";
  const Ran ran = verb({"brief", "-o", to.string(), "--title", "Canal <talks>"});
  expect_done(ran);
  EXPECT_EQ(ran.out, "wrote " + to.string() + "\n");
  const std::string html = kit::bytes_of(to);
  EXPECT_TRUE(says(html, "Canal &lt;talks&gt;"));
  for (const char* outside : {"src=\"http", "href=\"http", "@import", "url(http"})
    EXPECT_EQ(html.find(outside), std::string::npos);
  EXPECT_EQ(verb({"brief", "--title", "Canal <talks>"}).out, html);
}

TEST_F(Verbs, an_output_keeps_the_rights_of_the_file_it_replaces_and_follows_a_link) {
  const auto to = folder.write("out.json", "old");
  std::filesystem::permissions(to, std::filesystem::perms(0640));
  std::filesystem::create_symlink("out.json", folder / "link.json");
  expect_done(verb({"export", "-o", (folder / "link.json").string()}));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.json"));
  EXPECT_EQ(kit::bytes_of(to), run({"export", file}).out);
  EXPECT_EQ(std::filesystem::status(to).permissions(), std::filesystem::perms(0640));
}

TEST_F(Verbs, exports_come_in_three_formats) {
  const Ran json = verb({"export", "--format", "json"}), csv = verb({"export", "--format", "csv"});
  const Ran annotations = verb({"export", "--format", "webannotation"});
  EXPECT_EQ(json.out, verb({"export"}).out);
  EXPECT_GT(count_of(csv.out, "\r\n"), whole().contents.positions.size());
  EXPECT_TRUE(says(annotations.out, "http://www.w3.org/ns/anno.jsonld"));
}

TEST_F(Verbs, an_export_is_imported_as_it_was_into_a_case_made_for_it) {
  const auto json = folder / "talks.json", copy = folder / "copy.entente";
  expect_done(verb({"export", "-o", json.string()}));
  const Ran ran = run({"import", copy.string(), json.string(), "--who", "A. Reader"});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "imported 13 documents"));
  const exchange::Whole before = whole();
  exchange::Whole after = or_throw(exchange::read_json(run({"export", copy.string()}).out, "copy"));
  EXPECT_EQ(after.log.back().who, "A. Reader");
  after.log.pop_back();
  EXPECT_EQ(after, before);
}

TEST_F(Verbs, the_same_input_gives_the_same_bytes) {
  for (const Words& words :
       {Words{"matrix", "--format", "json"}, Words{"brief"}, Words{"export", "--format", "csv"},
        Words{"export", "--format", "webannotation"}, Words{"accounts"}})
    EXPECT_EQ(verb(words).out, verb(words).out) << words.front();
}

TEST_F(Verbs, no_listing_changes_the_case) {
  const std::string before = kit::bytes_of(file);
  for (const char* name : {"documents", "statements", "people", "positions", "matrix", "meetings",
                           "clauses", "accounts", "log", "brief", "export"})
    expect_done(verb({name}));
  EXPECT_EQ(kit::bytes_of(file), before);
}

TEST_F(Verbs, an_empty_case_is_listed_without_complaint) {
  const auto empty = (folder / "empty.entente").string();
  expect_done(run({"new", empty}));
  for (const char* name : {"documents", "statements", "people", "positions", "matrix", "meetings",
                           "clauses", "accounts", "log", "brief", "export"}) {
    const Ran ran = run({name, empty});
    expect_done(ran);
    EXPECT_FALSE(ran.out.empty()) << name;
  }
}

TEST_F(Verbs, edit_dates_a_document_and_its_positions_after_it_was_added) {
  expect_done(verb({"edit", "d8", "--set", "date=2031-06-07", "--why", "on its print page"}));
  const exchange::Whole after = whole();
  EXPECT_EQ(after.contents.documents.at(7).date, parse_date("2031-06-07"));
  for (const Position& position : after.contents.positions)
    if (position.document == DocumentId{8}) {
      EXPECT_EQ(position.printed, parse_date("2031-06-07"));
    }
  EXPECT_TRUE(says(verb({"log", "--item", "d8"}).out, "on its print page"));
  expect_done(verb({"edit", "d8", "--set", "date="}));
  EXPECT_TRUE(says(verb({"documents"}).out, "entente edit CASE d8 --set date="));
}

TEST_F(Verbs, an_altered_quote_is_refused_by_every_verb_that_shows_it) {
  const std::string alter =
      "sqlite3 '" + file + "' \"update positions set words = words || '!' where id = 2\"";
  if (std::system("command -v sqlite3 > /dev/null") != 0) GTEST_SKIP() << "no sqlite3 here";
  ASSERT_EQ(std::system(alter.c_str()), 0);
  for (const Words& words : std::vector<Words>{{"positions"},
                                               {"matrix"},
                                               {"statements"},
                                               {"export"},
                                               {"brief"},
                                               {"accounts"},
                                               {"meetings"},
                                               {"show", "p2"},
                                               {"confirm", "p2"}})
    expect_refused(verb(words), FailureKind::damaged, "p2");
}

TEST_F(Verbs, an_altered_text_is_refused_by_every_verb_that_shows_what_it_says) {
  if (std::system("command -v sqlite3 > /dev/null") != 0) GTEST_SKIP() << "no sqlite3 here";
  const std::string alter = "sqlite3 '" + file +
                            "' \"update texts set words = replace(words, 'the', 'thy') where "
                            "document = 2\"";
  ASSERT_EQ(std::system(alter.c_str()), 0);
  for (const Words& words : std::vector<Words>{{"positions"},
                                               {"matrix"},
                                               {"movements"},
                                               {"contradictions"},
                                               {"accounts"},
                                               {"meetings"},
                                               {"levers"},
                                               {"statements"},
                                               {"brief"},
                                               {"show", "d2"},
                                               {"suggest"},
                                               {"learn"},
                                               {"export"},
                                               {"export", "--format", "csv"},
                                               {"export", "--format", "webannotation"},
                                               {"confirm", "p1"}})
    expect_refused(verb(words), FailureKind::damaged, "the text of d2 is not the one");
}

TEST_F(Verbs, nothing_is_added_to_a_case_whose_text_was_altered) {
  if (std::system("command -v sqlite3 > /dev/null") != 0) GTEST_SKIP() << "no sqlite3 here";
  const std::string alter = "sqlite3 '" + file +
                            "' \"update texts set words = replace(words, 'the', 'thy') where "
                            "document = 2\"";
  ASSERT_EQ(std::system(alter.c_str()), 0);
  const std::string before = kit::bytes_of(file);
  expect_refused(run({"add", file, "-", "--name", "more.txt"},
                     {.in = "Meldria said no.\n", .environment = {}, .folder = {}}),
                 FailureKind::damaged, "the file was left as it is");
  EXPECT_EQ(kit::bytes_of(file), before);
}

TEST_F(Verbs, what_steers_a_terminal_in_a_source_is_only_shown) {
  const std::string text =
      "Talks\n\nMeldria \x1b[2Jwill not accept a ceasefire, Foreign Minister "
      "Ansel Torvey said. He \x1b]0;x\x07left.\n";
  expect_done(
      run({"add", file, "-", "--name", "esc.txt"}, {.in = text, .environment = {}, .folder = {}}));
  const exchange::Whole all = whole();
  const Statement& last = all.contents.statements.back();
  ASSERT_EQ(last.document, all.documents.back().card.id);
  for (const Words& words : std::vector<Words>{{"show", last.id.text()},
                                               {"show", last.document.text()},
                                               {"statements"},
                                               {"positions"},
                                               {"matrix", "--sentences"}}) {
    const Ran ran = verb(words);
    expect_done(ran);
    EXPECT_EQ(ran.out.find('\x1b'), std::string::npos) << words.front();
  }
}

TEST_F(Verbs, an_empty_who_is_refused) {
  expect_refused(verb({"confirm", "p1", "--who", ""}), FailureKind::usage, "--who");
}

TEST_F(Verbs, an_issue_is_found_by_its_label_too) {
  const Issue issue = whole().contents.codebook.issues.front();
  EXPECT_EQ(verb({"positions", "--issue", issue.label}).out,
            verb({"positions", "--issue", issue.id}).out);
}

}  // namespace
}  // namespace entente::flow

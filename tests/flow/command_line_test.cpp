// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "flow/expect.h"

namespace entente::flow {
namespace {

// The verbs that `entente --help` lists.
Words verbs() {
  Words found;
  std::istringstream help(run({"--help"}).out);
  const std::regex row("^  ([a-z]+) +[A-Z].*");
  std::smatch match;
  for (std::string line; std::getline(help, line);)
    if (std::regex_match(line, match, row)) found.push_back(match[1]);
  return found;
}

TEST(Help, lists_every_verb_of_the_program) {
  const Words expected{"new",       "add",       "documents", "statements", "people",
                       "positions", "matrix",    "meetings",  "movements",  "contradictions",
                       "levers",    "clauses",   "accounts",  "attribute",  "deals",
                       "check",     "stability", "show",      "confirm",    "reject",
                       "edit",      "split",     "merge",     "suggest",    "learn",
                       "agree",     "log",       "undo",      "serve",      "brief",
                       "export",    "import",    "completion"};
  EXPECT_EQ(verbs(), expected);
}

TEST(Help, every_verb_shows_examples_that_call_verbs_and_options_there_are) {
  const Words all = verbs();
  ASSERT_FALSE(all.empty());
  for (const std::string& verb : all) {
    const Ran ran = run({verb, "--help"});
    expect_done(ran);
    const auto examples = ran.out.find("\nExample");
    ASSERT_NE(examples, std::string::npos) << verb;
    const std::string shown = ran.out.substr(examples), described = ran.out.substr(0, examples);
    EXPECT_TRUE(kit::says(shown, "entente " + verb));
    const std::regex call("(?:^|[ (]) *entente ([a-z]+)"), option("(--[a-z-]+|-o)");
    for (std::sregex_iterator at(shown.begin(), shown.end(), call), end; at != end; ++at)
      EXPECT_NE(std::find(all.begin(), all.end(), (*at)[1]), all.end()) << (*at)[0];
    for (std::sregex_iterator at(shown.begin(), shown.end(), option), end; at != end; ++at)
      EXPECT_TRUE(kit::says(described, (*at)[0])) << verb;
    EXPECT_EQ(run({"help", verb}).out, ran.out);
  }
}

TEST(Help, fits_a_terminal_of_eighty_columns_but_for_examples) {
  Words pages{run({"--help"}).out};
  for (const std::string& verb : verbs()) pages.push_back(run({verb, "--help"}).out);
  for (const std::string& page : pages) {
    std::istringstream lines(page.substr(0, page.find("\nExample")));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80u) << line;
  }
}

TEST(Version, is_one_line) {
  const Ran ran = run({"--version"});
  expect_done(ran);
  EXPECT_TRUE(std::regex_match(ran.out, std::regex("entente [0-9]+\\.[0-9]+\\.[0-9]+\n")))
      << ran.out;
}

TEST(Misuse, a_mistyped_verb_or_option_is_answered_with_the_near_word) {
  expect_refused(run({"statments", "x"}), FailureKind::usage, "Did you mean statements?");
  expect_refused(run({"psoitions", "x"}), FailureKind::usage, "Did you mean positions?");
  expect_refused(run({"statements", "x", "--speker", "Torvey"}), FailureKind::usage,
                 "Did you mean --speaker?");
  expect_refused(run({"statements", "--documnt=d1"}), FailureKind::usage,
                 "Did you mean --document?");
  expect_refused(run({"--versoin"}), FailureKind::usage, "Did you mean --version?");
  expect_refused(run({"sing", "x"}), FailureKind::usage, "entente --help");
}

TEST(Misuse, what_is_missing_or_too_much_is_named) {
  expect_refused(run({}), FailureKind::usage, "verb");
  expect_refused(run({"add"}), FailureKind::usage, "CASE");
  expect_refused(run({"add", "x.entente"}), FailureKind::usage, "FILE");
  expect_refused(run({"confirm", "x.entente"}), FailureKind::usage, "ITEM");
  expect_refused(run({"matrix", "x.entente", "y"}), FailureKind::usage, "'y'");
  expect_refused(run({"matrix", ""}), FailureKind::usage, "CASE");
  expect_refused(run({"matrix", "x", "--format", "xml"}), FailureKind::usage, "text, json");
  expect_refused(run({"matrix", "x", "--format"}), FailureKind::usage, "--format");
  expect_refused(run({"reject", "x", "p1", "--why", "a", "--why", "b"}), FailureKind::usage,
                 "--why");
  expect_refused(run({"completion", "fish"}), FailureKind::usage, "bash");
}

TEST(Misuse, values_that_cannot_be_are_refused_before_anything_is_read) {
  const kit::Folder folder;
  const auto file = example_case(folder / "c.entente");
  expect_refused(run({"add", file.string(), "x", "--date", "5 March"}), FailureKind::usage,
                 "2031-03-05");
  expect_refused(run({"add", file.string(), "x", "--date", "2031-02-30"}), FailureKind::usage,
                 "2031-02-30");
  expect_refused(run({"add", file.string(), "x", "--threads", "0"}), FailureKind::usage,
                 "--threads");
  expect_refused(run({"add", file.string(), "x", "--threads", "many"}), FailureKind::usage,
                 "--threads");
}

TEST(Failures, are_json_for_who_asked_for_json) {
  const Ran ran = run({"matrix", "/nowhere/x.entente", "--format", "json"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(ran.err.starts_with(R"({"error": {"kind": "missing", "exit_code": 4, "what": ")"))
      << ran.err;
}

TEST(ExitCodes, of_the_readme_are_those_of_the_program) {
  const std::string readme = kit::bytes_of(source() / "README.md");
  for (const FailureKind kind :
       {FailureKind::usage, FailureKind::bad_input, FailureKind::missing, FailureKind::unreadable,
        FailureKind::locked, FailureKind::damaged, FailureKind::too_new, FailureKind::no_space,
        FailureKind::interrupted, FailureKind::internal}) {
    const std::regex row("\\| " + std::to_string(row_of(kind).exit_code) + " \\| " +
                         row_of(kind).name + " \\|");
    EXPECT_TRUE(std::regex_search(readme, row)) << row_of(kind).name;
    std::string spoken = row_of(kind).name;
    std::replace(spoken.begin(), spoken.end(), '_', ' ');
    EXPECT_TRUE(
        kit::says(run({"--help"}).out, std::to_string(row_of(kind).exit_code) + " " + spoken));
  }
}

TEST(Readme, names_every_verb) {
  const std::string readme = kit::bytes_of(source() / "README.md");
  for (const std::string& verb : verbs()) EXPECT_TRUE(kit::says(readme, "`" + verb)) << verb;
}

std::string in_shell(const std::string& script) {
  FILE* pipe = ::popen(("bash --norc -c '" + script + "' 2>&1").c_str(), "r");
  std::string out;
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe))
    out.append(buffer, got);
  const int status = ::pclose(pipe);
  EXPECT_EQ(status, 0) << script << "\n" << out;
  return out;
}

// White space between words is the screen's matter.
std::string one_spaced(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += word + " ";
  return out;
}

// What the README shows below a command; "..." leaves out.
std::vector<std::string> shown_below(std::istringstream& lines) {
  std::vector<std::string> shown;
  for (std::string line; lines.peek() != '$' && std::getline(lines, line) && line != "```";)
    if (line != "...") shown.push_back(line);
  return shown;
}

TEST(Readme, every_command_of_its_tour_runs_and_prints_what_stands_there) {
  const kit::Folder folder;
  std::filesystem::create_symlink(source() / "examples", folder / "examples");
  std::filesystem::create_symlink(ENTENTE_PROGRAM, folder / "entente");
  std::istringstream lines(kit::bytes_of(source() / "README.md"));
  int commands = 0;
  for (std::string line; std::getline(lines, line);) {
    const bool own = line.starts_with("$ entente ");
    if (!own && !line.starts_with("$ cp ")) continue;
    const std::string out = in_shell("cd " + folder.path().string() + " && COLUMNS=88 " +
                                     (own ? "./" : "") + line.substr(2));
    for (const std::string& shown : shown_below(lines))
      EXPECT_TRUE(kit::says(one_spaced(out), one_spaced(shown))) << line << "\n"
                                                                 << shown << "\n"
                                                                 << out;
    ++commands;
  }
  EXPECT_GE(commands, 9);
  EXPECT_TRUE(kit::says(kit::bytes_of(folder / "brief.html"), "Ellowan Canal"));
}

TEST(Brief, is_markdown_for_who_asks_for_it) {
  const kit::Folder folder;
  const std::string talks = example_case(folder / "talks.entente").string();
  const Ran out = run({"brief", talks, "--format", "markdown", "--title", "Canal *talks*"});
  EXPECT_EQ(out.code, 0);
  EXPECT_EQ(out.out.substr(0, out.out.find('\n')), "# Canal \\*talks\\*");
  EXPECT_EQ(out.out.find("<html"), out.out.npos);
  EXPECT_EQ(run({"brief", talks, "--format", "latex"}).code, 2);
}

// What bash offers for a command line, by the program's own script.
std::string completed(const std::filesystem::path& folder, const Words& words) {
  const kit::Folder files;
  std::string script =
      "source '" + (files / "script").string() + "'\ncd '" + folder.string() + "'\nCOMP_WORDS=(";
  for (const std::string& word : words) script += "'" + word + "' ";
  script += ")\nCOMP_CWORD=" + std::to_string(words.size() - 1) +
            "\n_entente\nprintf '%s\\n' \"${COMPREPLY[@]}\" | sort\n";
  files.write("script", run({"completion", "bash"}).out);
  const auto main = files.write("main", script);
  return in_shell("source " + main.string());
}

TEST(Completion, offers_verbs_options_words_cases_and_files) {
  const kit::Folder folder;
  folder.write("talks.entente", "");
  folder.write("two words.entente", "");
  folder.write("article.txt", "");
  std::filesystem::create_directory(folder / "texts");
  const auto offers = [&](const Words& words) { return completed(folder.path(), words); };
  EXPECT_EQ(offers({"entente", "po"}), "positions\n");
  EXPECT_EQ(offers({"entente", "statements", ""}), "talks.entente\ntexts\ntwo words.entente\n");
  EXPECT_EQ(offers({"entente", "matrix", "tal"}), "talks.entente\n");
  EXPECT_EQ(offers({"entente", "add", "talks.entente", "art"}), "article.txt\n");
  EXPECT_EQ(
      offers({"entente", "add", "talks.entente", "article.txt", "--date", "2031-01-01", "te"}),
      "texts\n");
  EXPECT_EQ(offers({"entente", "statements", "talks.entente", "--sp"}), "--speaker\n");
  EXPECT_EQ(offers({"entente", "export", "talks.entente", "--format", ""}),
            "csv\njson\nwebannotation\n");
  EXPECT_EQ(offers({"entente", "brief", "talks.entente", "-o", "art"}), "article.txt\n");
  EXPECT_EQ(offers({"entente", "completion", ""}), "bash\n");
  EXPECT_EQ(offers({"entente", "new", "x.entente", "--codebook", "pe"}), "peace-talks\n");
  EXPECT_EQ(offers({"entente", "new", "x.entente", "--codebook", "t"}),
            "talks.entente\ntexts\ntwo words.entente\n");
  EXPECT_EQ(offers({"entente", "matrix", "talks.entente", "--who", ""}), "\n");
}

TEST(Completion, offers_every_option_that_the_help_names) {
  const kit::Folder folder;
  const std::regex option("\n  (?:-[a-z], )?(--[a-z-]+)");
  for (const std::string& verb : verbs()) {
    const std::string help = run({verb, "--help"}).out,
                      offered = completed(folder.path(), {"entente", verb, "x", "--"});
    for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at)
      EXPECT_TRUE(kit::says(offered, std::string((*at)[1]) + "\n")) << verb;
  }
}

}  // namespace
}  // namespace entente::flow

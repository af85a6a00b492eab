// SPDX-License-Identifier: Apache-2.0
// The verb `stability`, as a user would run it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "exchange/gmcr.h"
#include "flow/expect.h"
#include "kit/plain_stability.h"

namespace entente::flow {
namespace {

using kit::says;
using Json = nlohmann::json;

std::string canal() { return (example() / "canal.gmcr").string(); }

Json found(Words words) {
  words.insert(words.begin(), {"stability", canal(), "--format", "json"});
  const Ran ran = run(words);
  expect_done(ran);
  return Json::parse(ran.out);
}

TEST(StabilityVerb, says_of_the_shipped_conflict_what_the_definitions_say) {
  const Json json = found({});
  const Conflict conflict = or_throw(exchange::read_gmcr(kit::bytes_of(canal()), "canal")).conflict;
  const kit::PlainStability plain(conflict);
  ASSERT_EQ(json["states"].size(), plain.states.size());
  for (Concept how : concepts) {
    const std::string name(word_of(how));
    for (std::size_t who = 0; who < conflict.decision_makers.size(); ++who) {
      Json expected = Json::array();
      for (std::size_t i = 0; i < plain.states.size(); ++i)
        if (plain.stable(who, plain.states[i], how)) expected.push_back(i + 1);
      EXPECT_EQ(json["stable"][name][conflict.decision_makers[who].name], expected) << name;
    }
  }
  EXPECT_TRUE(json["status_quo"].is_null());
}

// Programs that read the JSON go by these names and shapes.
TEST(StabilityVerb, gives_json_with_the_names_and_shapes_that_are_promised) {
  const Json json = found({"--today", "1"});
  EXPECT_EQ(json.at("decision_makers"), (Json{"Meldria", "Dorvane", "Inland Sea Compact"}));
  ASSERT_EQ(json.at("options").size(), 5u);
  for (const Json& option : json.at("options")) {
    EXPECT_TRUE(option.at("name").is_string());
    EXPECT_TRUE(option.at("owner").is_string());
    EXPECT_TRUE(option.at("direction").is_string());
  }
  std::size_t number = 0;
  std::uint64_t before = 0;
  for (const Json& state : json.at("states")) {
    EXPECT_EQ(state.at("number"), ++number);
    const auto decimal = state.at("decimal").get<std::uint64_t>();
    EXPECT_TRUE(number == 1 || decimal > before);
    before = decimal;
    const std::string pattern = state.at("pattern");
    ASSERT_EQ(pattern.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(pattern[i], decimal >> i & 1 ? 'Y' : 'N');
  }
  for (const char* how : {"Nash", "GMR", "SMR", "SEQ", "SIM"}) {
    Json all = json.at("equilibria").at(how);
    for (const Json& state : all) EXPECT_TRUE(state.is_number_unsigned());
    ASSERT_EQ(json.at("stable").at(how).size(), 3u);
    for (const Json& name : json.at("decision_makers"))
      for (const Json& state : all) {
        const Json& own = json.at("stable").at(how).at(name.get<std::string>());
        EXPECT_NE(std::find(own.begin(), own.end(), state), own.end());
      }
  }
  EXPECT_EQ(json.at("equilibria").size(), 5u);
  EXPECT_EQ(json.at("stable").size(), 5u);
  ASSERT_EQ(json.at("coalitions").size(), 4u);
  for (const Json& one : json.at("coalitions")) {
    EXPECT_GE(one.at("members").size(), 2u);
    EXPECT_TRUE(one.at("Nash").is_array());
    EXPECT_TRUE(one.at("upsets").is_array());
  }
  for (const char* part : {"model", "stability", "reasons", "status_quo", "coalitions"})
    EXPECT_GE(json.at("seconds").at(part).get<double>(), 0);
}

// Both would rather disarm together than not; nobody knows whether Arvenia would do it first.
constexpr const char* unsure_yaml = R"(options:
  - {name: disarm, owner: Arvenia}
  - {name: follow, owner: Borland}
decision_makers:
  - name: Arvenia
    ranking: [YY, NN, YN, NY]
    unknown: [[NN, YN]]
  - name: Borland
    ranking: [YY, NN, YN, NY]
status_quo: NN
)";

TEST(StabilityVerb, tells_what_holds_whatever_nobody_knows_turns_out_to_be) {
  const kit::Folder folder;
  const std::string file = folder.write("unsure.yaml", unsure_yaml).string();
  const Ran ran = run({"stability", file, "--format", "json"});
  expect_done(ran);
  const Json unknown = Json::parse(ran.out).at("unknown");
  EXPECT_TRUE(unknown.at("seq_asked"));
  EXPECT_EQ(unknown.at("equilibria").at("Nash").at("all"), Json{4});
  EXPECT_EQ(unknown.at("equilibria").at("Nash").at("some"), Json{1});
  EXPECT_TRUE(unknown.at("equilibria").at("Nash").at("open").empty());
  EXPECT_EQ(unknown.at("stable").at("Nash").at("Arvenia").at("some"), (Json{1, 2}));
  ASSERT_EQ(unknown.at("pairs").size(), 1u);
  const Json& pair = unknown.at("pairs")[0];
  EXPECT_EQ(pair.at("decision_maker"), "Arvenia");
  EXPECT_EQ(pair.at("one"), 1);
  EXPECT_EQ(pair.at("other"), 2);
  EXPECT_GE(pair.at("equilibria").get<int>(), 1);
  const Ran text = run({"stability", file});
  expect_done(text);
  EXPECT_TRUE(says(text.out, "What nobody knows"));
  EXPECT_TRUE(
      says(text.out, "Nash: equilibria whatever they turn out to be: 4; in some cases: 1."));
  EXPECT_TRUE(says(text.out, "Ask whether Arvenia prefers state 1"));
  const std::string page = (folder / "unsure.html").string();
  expect_done(run({"stability", file, "-o", page}));
  EXPECT_TRUE(says(kit::bytes_of(page), "What nobody knows"));
  const auto bad = folder.write("bad.yaml", std::string(unsure_yaml) + "x: 1\n");
  expect_refused(run({"stability", bad.string()}), FailureKind::bad_input, "has no key 'x'");
}

TEST(StabilityVerb, takes_no_time_for_options_of_one_party_that_cannot_be_taken_back) {
  std::string options, indices, wishes;
  for (int i = 0; i < 16; ++i) {
    const std::string comma = i == 0 ? "" : ", ", number = std::to_string(i);
    options += comma + R"({"name": "step )" + number + R"(", "permittedDirection": "fwd"})";
    indices += comma + number;
    wishes += comma + "[[" + number + (i % 3 ? R"(, "Y"]])" : R"(, "N"]])");
  }
  const kit::Folder folder;
  const auto file = folder.write("steps.gmcr", R"({"options": [)" + options +
                                                   R"(, {"name": "answer"}], "decisionMakers": [
        {"name": "A", "options": [)" + indices + R"(], "preferences": [)" +
                                                   wishes + R"(]},
        {"name": "B", "options": [16], "preferences": [[[16, "Y"]]]}]})");
  const Ran ran = run({"stability", file.string(), "--today", "1", "--format", "json"});
  expect_done(ran);
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["states"].size(), 131072u);
  EXPECT_FALSE(json["equilibria"]["Nash"].empty());
}

TEST(StabilityVerb, ends_soon_after_it_is_interrupted) {
  std::string options, makers;
  for (int i = 0; i < 18; ++i)
    options += std::string(i == 0 ? "" : ", ") + R"({"name": "o)" + std::to_string(i) + R"("})";
  for (int who = 0; who < 3; ++who) {
    std::string own, wishes;
    for (int i = 0; i < 18; ++i) {
      const std::string comma = i == 0 ? "" : ", ", other = std::to_string((7 * i + who) % 18);
      if (i / 6 == who) own += (own.empty() ? "" : ", ") + std::to_string(i);
      wishes += comma + "[[" + other + (i % 2 ? R"(, "Y"]])" : R"(, "N"]])");
    }
    makers += std::string(who == 0 ? "" : ", ") + R"({"name": "P)" + std::to_string(who) +
              R"(", "options": [)" + own + R"(], "preferences": [)" + wishes + "]}";
  }
  const kit::Folder folder;
  const auto file = folder.write(
      "large.gmcr", R"({"options": [)" + options + R"(], "decisionMakers": [)" + makers + "]}");
  Child child({"stability", file.string(), "--want", "262144"}, {});
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  child.send(SIGINT);
  const Ran stopped = child.wait();
  if (stopped.signal != 0) GTEST_SKIP() << "the signal came before the program listened";
  if (stopped.code == 0) GTEST_SKIP() << "the work was done before the signal came";
  expect_refused(stopped, FailureKind::interrupted, "Stopped before the analysis was complete");
}

TEST(StabilityVerb, takes_today_as_a_number_or_a_pattern) {
  const Json number = found({"--today", "14"}), pattern = found({"--today", "YNYNY"});
  EXPECT_EQ(number["status_quo"], pattern["status_quo"]);
  EXPECT_EQ(number["status_quo"]["state"], 14);
  EXPECT_EQ(number["looked_at"][0], 14);
}

TEST(StabilityVerb, tells_what_would_make_a_state_hold) {
  const Json json = found({"--want", "14", "--concept", "Nash"});
  EXPECT_EQ(json["wanted"]["state"], 14);
  EXPECT_EQ(json["wanted"]["concept"], "Nash");
  EXPECT_FALSE(json["wanted"]["holds"]);
  // Both who could better their lot alone, by one move each, would have to like the deal more.
  EXPECT_EQ(json["wanted"]["reversals"].size(), 2u);
  EXPECT_EQ(json["wanted"]["at_least"], 2);
  EXPECT_TRUE(found({"--want", "14"})["wanted"]["holds"]);
  EXPECT_TRUE(found({})["wanted"].is_null());
  const Ran text = run({"stability", canal(), "--want", "YNYNY", "--concept", "Nash"});
  expect_done(text);
  EXPECT_TRUE(says(text.out, "What would make state 14 hold under Nash"));
  EXPECT_TRUE(says(text.out, "No fewer preferences would do."));
  expect_refused(run({"stability", canal(), "--want", "17"}), FailureKind::usage,
                 "numbered from 1 to 16");
  expect_refused(run({"stability", canal(), "--want", "1", "--concept", "seq"}), FailureKind::usage,
                 "--concept");
}

TEST(StabilityVerb, is_the_same_at_any_number_of_threads_but_for_the_seconds) {
  Json one = found({"--threads", "1"}), more = found({"--threads", "5"});
  one.erase("seconds");
  more.erase("seconds");
  EXPECT_EQ(one, more);
}

TEST(StabilityVerb, refuses_what_cannot_be_with_one_sentence) {
  const kit::Folder folder;
  const auto refused = [&](const std::string& text, FailureKind kind, const std::string& part) {
    expect_refused(run({"stability", folder.write("x.gmcr", text).string()}), kind, part);
  };
  expect_refused(run({"stability", canal(), "--today", "17"}), FailureKind::usage,
                 "numbered from 1 to 16");
  expect_refused(run({"stability", canal(), "--today", "YN"}), FailureKind::usage, "5 options");
  expect_refused(run({"stability", canal(), "--today", "YYNNN"}), FailureKind::usage,
                 "not feasible");
  expect_refused(run({"stability", (folder / "none.gmcr").string()}), FailureKind::missing,
                 "none.gmcr");
  expect_refused(run({"stability", canal(), "--threads", "0"}), FailureKind::usage, "--threads");
  refused("{", FailureKind::bad_input, "not JSON");
  refused(R"({"options": [{"name": "a"}], "decisionMakers": []})", FailureKind::bad_input,
          "nobody owns the option 'a'");
  refused(R"({"options": [], "decisionMakers": []})", FailureKind::bad_input, "no decision makers");
  refused(R"({"options": [{"name": "a"}], "decisionMakers": [{"name": "A", "options": [0]}],
              "infeasibles": [[[0, "Y"]], [[0, "N"]]]})",
          FailureKind::bad_input, "No state is feasible");
}

std::string edited() { return (example() / "canal.conflict.yaml").string(); }

// A case with the example's articles, made once.
const std::filesystem::path& canal_case() {
  static const kit::Folder folder;
  static const std::filesystem::path path = [] {
    const auto file = folder / "talks.entente";
    expect_done(run({"new", file.string(), "--parties", (example() / "parties.yaml").string()}));
    expect_done(run({"add", file.string(), (example() / "articles").string()}));
    return file;
  }();
  return path;
}

TEST(StabilityVerb, writes_what_a_case_suggests_and_reads_it_back_with_its_evidence) {
  const kit::Folder folder;
  const std::string model = (folder / "talks.conflict.yaml").string();
  expect_done(run({"stability", canal_case().string(), "--model", "-o", model}));
  const Ran direct = run({"stability", canal_case().string(), "--format", "json"}),
            back = run({"stability", model, "--case", canal_case().string(), "--format", "json"});
  expect_done(direct);
  expect_done(back);
  Json one = Json::parse(direct.out), other = Json::parse(back.out);
  for (Json* json : {&one, &other}) {
    json->erase("seconds");
    json->erase("passed_over");  // the remarks are comments in the file
  }
  EXPECT_EQ(one, other);
  EXPECT_LE(one["options"].size(), 12u);
  EXPECT_GE(one["options"].size(), 6u);
  std::string yaml = kit::bytes_of(model);
  const std::size_t at = yaml.find(": \"", yaml.find("evidence:"));
  ASSERT_NE(at, std::string::npos);
  const std::string words = yaml.substr(at, yaml.find('\n', at) - at);
  for (std::size_t i = at; i != yaml.npos; i = yaml.find(words, i + 1))
    yaml.insert(i + 3, "Not so: ");
  expect_refused(run({"stability", folder.write("changed.yaml", yaml).string(), "--case",
                      canal_case().string()}),
                 FailureKind::bad_input, "other words in the case");
}

TEST(StabilityVerb, puts_a_conflict_into_the_brief_with_its_evidence_held_against_the_case) {
  const kit::Folder folder;
  const std::string html = (folder / "brief.html").string();
  const auto brief = [&](Words more) {
    more.insert(more.begin(), {"brief", canal_case().string(), "-o", html});
    expect_done(run(more));
    return kit::bytes_of(html);
  };
  EXPECT_FALSE(says(brief({}), "id=\"hold\""));
  const std::string edited_model = brief({"--conflict", edited()});
  EXPECT_TRUE(says(edited_model, "id=\"hold\""));
  EXPECT_TRUE(says(edited_model, "The analyst’s model"));
  EXPECT_TRUE(says(edited_model, "canal.conflict.yaml"));
  const Words asked{"--conflict", canal(), "--today", "1", "--want", "14", "--concept", "Nash"};
  EXPECT_TRUE(says(brief(asked), "What would make state 14 hold under Nash"));
  EXPECT_TRUE(says(brief({"--conflict", canal_case().string()}), "A suggestion."));
  const std::string model = (folder / "talks.yaml").string();
  expect_done(run({"stability", canal_case().string(), "--model", "-o", model}));
  EXPECT_TRUE(says(brief({"--conflict", model}), "A suggestion."));
  expect_refused(run({"brief", canal_case().string(), "--today", "1"}), FailureKind::usage,
                 "--today asks about a conflict");
  expect_refused(run({"brief", canal_case().string(), "--conflict", edited(), "--today", "99"}),
                 FailureKind::usage, "numbered from 1 to 48");
  expect_refused(run({"brief", canal_case().string(), "--conflict",
                      folder.write("x.yaml", "options: 3\n").string()}),
                 FailureKind::bad_input, "x.yaml");
}

// Ids of positions move when the reading gets better; the file goes by the sentences.
TEST(StabilityVerb, reads_the_edited_canal_against_the_case) {
  expect_done(run({"stability", edited(), "--case", canal_case().string()}));
}

TEST(StabilityVerb, finds_the_edited_canal_between_a_deal_and_wider_sanctions) {
  const Ran ran = run({"stability", edited(), "--format", "json"});
  expect_done(ran);
  const Json json = Json::parse(ran.out);
  std::map<std::string, std::size_t> number;
  for (const Json& state : json["states"]) number[state["pattern"]] = state["number"];
  const auto holds = [&](const std::string& pattern, const char* how) {
    const auto& all = json["equilibria"][how];
    return std::find(all.begin(), all.end(), number.at(pattern)) != all.end();
  };
  EXPECT_EQ(json["status_quo"]["state"], 1);
  EXPECT_FALSE(holds("NNNNNN", "Nash"));
  EXPECT_TRUE(holds("NNNNNY", "Nash"));
  EXPECT_FALSE(holds("YYYYNN", "Nash"));
  for (const char* how : {"GMR", "SMR", "SEQ", "SIM"}) EXPECT_TRUE(holds("YYYYNN", how)) << how;
}

// Ids of positions move when the reading gets better; the sentences stay.
TEST(StabilityVerb, has_the_edited_canals_sentences_in_the_case) {
  const Ran ran = run({"positions", canal_case().string(), "--format", "json"});
  expect_done(ran);
  const std::string yaml = kit::bytes_of(edited());
  std::size_t quotes = 0;
  for (std::size_t at = yaml.find("- p"); at != yaml.npos; at = yaml.find("- p", at + 1)) {
    const std::size_t open = yaml.find('"', at), end = yaml.find('\n', at);
    if (open == yaml.npos || open > end) continue;
    const std::string words = yaml.substr(open + 1, yaml.rfind('"', end) - open - 1);
    EXPECT_TRUE(says(ran.out, words.substr(0, 40)));
    ++quotes;
  }
  EXPECT_GE(quotes, 8u);
}

TEST(StabilityVerb, writes_a_page_and_a_gmcr_file_by_the_ending) {
  const kit::Folder folder;
  const std::string page = (folder / "canal.html").string(), gmcr = (folder / "c.gmcr").string();
  expect_done(run({"stability", edited(), "-o", page, "--title", "Canal"}));
  EXPECT_TRUE(says(kit::bytes_of(page), "<title>Canal</title>"));
  expect_done(run({"stability", edited(), "--model", "-o", gmcr}));
  const Ran one = run({"stability", gmcr, "--format", "json"}),
            other = run({"stability", edited(), "--format", "json"});
  expect_done(one);
  EXPECT_EQ(Json::parse(one.out)["equilibria"], Json::parse(other.out)["equilibria"]);
}

TEST(StabilityVerb, does_not_write_a_model_over_one_that_was_edited) {
  const kit::Folder folder;
  const auto yaml = folder.write("c.yaml", kit::bytes_of(edited()) + "# a note of mine\n");
  expect_refused(run({"stability", edited(), "--model", "-o", yaml.string()}), FailureKind::usage,
                 "is there already");
  EXPECT_TRUE(says(kit::bytes_of(yaml), "# a note of mine"));
  const std::string fresh = (folder / "d.yaml").string();
  expect_done(run({"stability", edited(), "--model", "-o", fresh}));
  expect_done(run({"stability", edited(), "--model", "-o", fresh}));  // the same again
}

TEST(StabilityVerb, names_what_a_gmcr_file_has_no_place_for) {
  const kit::Folder folder;
  const Ran ran = run({"stability", edited(), "--model", "-o", (folder / "c.gmcr").string()});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "no place for it: the sentences it rests on"));
  EXPECT_TRUE(says(ran.out, "no place for it: today's state"));
  EXPECT_FALSE(says(ran.out, "unknown"));
}

TEST(StabilityVerb, says_that_what_a_case_gives_is_a_suggestion) {
  const Ran ran = run({"stability", canal_case().string()});
  expect_done(ran);
  EXPECT_TRUE(says(ran.out, "A suggestion: the program made this model"));
  EXPECT_TRUE(says(ran.out, "none of them looked at by a person yet"));
}

TEST(StabilityVerb, names_the_line_of_a_fault_in_yaml) {
  const kit::Folder folder;
  const auto file = folder.write("x.yaml", "options:\n  - {name: a, owner: B}\n");
  expect_refused(run({"stability", file.string()}), FailureKind::bad_input,
                 "x.yaml:1: expected "
                 "'decision_makers'");
  expect_refused(run({"stability", canal_case().string(), "--case", canal_case().string()}),
                 FailureKind::usage, "is a case itself");
}

}  // namespace
}  // namespace entente::flow

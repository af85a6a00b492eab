// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/scenario_yaml.h"
#include "kit/case_language.h"
#include "kit/failure_of.h"
#include "kit/folder.h"
#include "kit/readings.h"
#include "kit/says.h"
#include "read/scenario.h"
#include "workbench/deals.h"

namespace entente {
namespace {

using kit::says;

ScenarioFile written_and_read(const ScenarioFile& file) {
  return or_throw(read::read_scenario(exchange::write_scenario(file), "back.yaml"));
}

Interval any_share() {
  if (kit::draw(0, 3) == 0) return {0, 1};
  const double low = static_cast<double>(kit::draw(0, 8)) / 8;
  return kit::draw(0, 1)
             ? Interval(low)
             : Interval(low, low + (1 - low) * static_cast<double>(kit::draw(1, 3)) / 3);
}

// Names that mean something to YAML.
std::string awkward_name(std::size_t i) {
  const char* names[]{"yes", "12", " x: {a} ", "# no", "\"b\"\n- c", "null", "- d", "é"};
  return names[i % std::size(names)] + std::to_string(i);
}

ScenarioFile any_file() {
  ScenarioFile file;
  Scenario& scenario = file.scenario;
  scenario = kit::with_limits(kit::any_additive(3));
  scenario.name = kit::draw(0, 1) ? "talks: # 1" : "";
  for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
    scenario.issues[i].name = awkward_name(i);
    for (std::string& option : std::get<std::vector<std::string>>(scenario.issues[i].options))
      option = awkward_name(kit::draw(0, 7)) + option;
  }
  const auto ids = [] {
    std::vector<PositionId> out;
    for (std::size_t i = kit::draw(1, 2); i > 0; --i)
      out.push_back({static_cast<std::uint32_t>(kit::draw(1, 9))});
    return out;
  };
  const auto rests = [&](std::size_t p, std::optional<std::size_t> issue,
                         std::optional<std::uint32_t> option, std::optional<std::size_t> line) {
    if (kit::draw(0, 2) == 0) file.bases.push_back({p, issue, option, line, ids()});
  };
  for (Link& link : scenario.links) link.never = in_order(link.never);
  for (std::size_t p = 0; p < scenario.profiles.size(); ++p) {
    Profile& profile = scenario.profiles[p];
    profile.party = awkward_name(p);
    if (kit::draw(0, 1)) profile.alternative = "walks away: \"for good\"";
    if (kit::draw(0, 1)) profile.deadline = parse_date("2031-03-31");
    rests(p, {}, {}, {});
    auto& issues = std::get<Additive>(profile.utility).issues;
    for (std::size_t i = 0; i < issues.size(); ++i) {
      issues[i].weight = any_share();
      rests(p, i, {}, {});
      auto& values = std::get<OptionTable>(issues[i].evaluator).values;
      for (std::uint32_t o = 0; o < values.size(); ++o) {
        values[o] = any_share();
        rests(p, i, o, {});
      }
    }
    for (std::size_t line = 0; line < profile.red_lines.size(); ++line) {
      profile.red_lines[line].never = in_order(profile.red_lines[line].never);
      rests(p, {}, {}, line);
    }
  }
  for (const ScenarioBasis& basis : file.bases)
    for (const PositionId id : basis.evidence)
      file.quotes[id].words = id.number % 2 ? "“said”: 'it' # \\ and\ttabs" : "";
  return file;
}

RC_GTEST_PROP(ScenarioFiles, come_back_from_yaml_as_they_were, ()) {
  const ScenarioFile file = any_file(), back = written_and_read(file);
  RC_ASSERT(back.scenario == file.scenario);
  RC_ASSERT(back.bases == file.bases);
  RC_ASSERT(back.quotes == file.quotes);
  RC_ASSERT(exchange::write_scenario(back) == exchange::write_scenario(file));
}

TEST(ScenarioFiles, keep_a_remark_within_its_comment) {
  ScenarioFile file;
  file.scenario = kit::scenario({{{0, 1}}, {{1, 0}}});
  file.remarks = {"a remark\nof two lines"};
  EXPECT_EQ(written_and_read(file).scenario.issues, file.scenario.issues);
}

TEST(ScenarioFiles, are_not_written_where_something_would_be_lost) {
  const auto why = [](const auto& change) {
    ScenarioFile file;
    file.scenario = kit::scenario({{{0, 1}}, {{1, 0}}});
    change(file.scenario);
    const Failure failure = kit::failure_of([&] { exchange::write_scenario(file); });
    EXPECT_EQ(failure.kind, FailureKind::usage);
    return failure.what;
  };
  const auto sum = [](Scenario& one) -> Additive& {
    return std::get<Additive>(one.profiles[0].utility);
  };
  EXPECT_TRUE(says(why([](Scenario& one) { one.profiles[0].utility = Boxes{}; }), "boxes"));
  EXPECT_TRUE(says(why([](Scenario& one) { one.profiles[0].ceiling = 1; }), "ceiling"));
  EXPECT_TRUE(says(why([](Scenario& one) { one.profiles[0].discount = 0.9; }), "discount"));
  EXPECT_TRUE(says(why([&](Scenario& one) { sum(one).constant = 1; }), "constant"));
  EXPECT_TRUE(says(why([&](Scenario& one) { sum(one).issues[0].weight = 2; }), "outside 0..1"));
  EXPECT_TRUE(
      says(why([&](Scenario& one) { sum(one).issues[0].evaluator = Affine{1, 0}; }), "no table"));
  EXPECT_TRUE(
      says(why([](Scenario& one) { one.issues[0].options = Ladder{0, 1, 2}; }), "numbered"));
}

TEST(ScenarioFiles, have_evidence_that_stands_in_the_case_or_are_refused) {
  const kit::Folder folder;
  Case whole = kit::CaseLanguage::read(
      "issue border: closed open\ndocument 2031-03-01\nAvara offers border open \"we open it\"\n");
  const auto opened = [&](const std::string& evidence) {
    return scenario_in(folder.write("t.yaml",
                                    "issues: [{name: border, options: [closed, open]}]\n"
                                    "parties: [{name: Avara, evidence: [" +
                                        evidence + "]}]\n"),
                       exchange::Semantics::genius, whole);
  };
  EXPECT_EQ(opened("p1").file.quotes.at({1}).words, "we open it");
  EXPECT_EQ(opened("p1").file.scenario.name, "t");
  const auto why = [&](const std::string& evidence) {
    return kit::failure_of([&] { opened(evidence); });
  };
  EXPECT_TRUE(says(why("p2").what, "t.yaml:2: p2 is no position of the case"));
  EXPECT_TRUE(says(why("p1: \"we shut it\"").what, "p1 has other words in the case"));
  const ScenarioFile moved = opened("p2: \"we open it\"").file;
  EXPECT_EQ(moved.bases.at(0).evidence, (std::vector<PositionId>{{1}}));
  EXPECT_EQ(moved.quotes.at({1}).words, "we open it");
  whole.positions[0].review.status = Status::rejected;
  EXPECT_TRUE(says(why("p1").what, "p1 was rejected in the case"));
}

TEST(Trades, start_where_they_are_asked_to) {
  OpenedScenario opened;
  opened.file.scenario = kit::scenario({{{0, 5}, {2, 0}}, {{2, 0}, {0, 5}}});
  const auto from = [&](const std::string& words) {
    return deals_of(opened, {1, 1, words}, {}).deals.trades;
  };
  EXPECT_EQ(from("a1, b0").at(0).package, (Package{1, 0}));
  EXPECT_EQ(from("a: a1; b: b0").at(0).package, (Package{1, 0}));
  EXPECT_EQ(from("").at(0).name, "issue by issue");
  const auto why = [&](const std::string& words) {
    return kit::failure_of([&] { from(words); }).what;
  };
  EXPECT_TRUE(says(why("a1"), "names 1 options, and there are 2 issues"));
  EXPECT_TRUE(says(why("a1, a1"), "'a1' is no option of b"));
  EXPECT_TRUE(says(why("a1, b0, b0"), "names more options"));
}

}  // namespace
}  // namespace entente

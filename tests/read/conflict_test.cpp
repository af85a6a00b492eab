// SPDX-License-Identifier: Apache-2.0
#include "read/conflict.h"

#include <gtest/gtest.h>

#include "kit/says.h"

namespace entente::read {
namespace {

using kit::says;

const std::string two_parties =
    "options:\n"                                 // 1
    "  - {name: withdraw, owner: Avara}\n"       // 2
    "  - {name: lift, owner: Belan}\n"           // 3
    "decision_makers:\n"                         // 4
    "  - name: Avara\n"                          // 5
    "    preferences:\n"                         // 6
    "      - wanted: {lift: yes}\n"              // 7
    "        given: {withdraw: no}\n"            // 8
    "        evidence: [p3: \"lift it\", p4]\n"  // 9
    "  - name: Belan\n";                         // 10

Failure refused(const std::string& yaml) {
  const auto read = read_conflict(yaml, "talks.yaml");
  EXPECT_FALSE(read.has_value()) << yaml;
  return read ? Failure{} : read.error();
}

std::string with(const std::string& more) { return two_parties + more; }

TEST(ConflictYaml, gives_options_owners_and_conditions) {
  const ConflictFile file = or_throw(read_conflict(two_parties, "talks.yaml"));
  ASSERT_EQ(file.conflict.options.size(), 2u);
  EXPECT_EQ(file.conflict.options[1].owner, 1u);
  ASSERT_EQ(file.conflict.decision_makers[0].statements.size(), 1u);
  const PreferenceStatement& wish = file.conflict.decision_makers[0].statements[0];
  EXPECT_EQ(wish.wanted, (Condition{{{0b10, 0b10}}}));
  EXPECT_EQ(wish.given, (Condition{{{0b01, 0}}}));
  EXPECT_EQ(wish.evidence, (std::vector<PositionId>{{3}, {4}}));
  EXPECT_EQ(file.quotes.at({3}).words, "lift it");
  EXPECT_EQ(file.quotes.at({3}).line, 9u);
  EXPECT_FALSE(file.conflict.status_quo);
}

TEST(ConflictYaml, takes_what_the_status_quo_does_not_name_as_not_done) {
  const auto today = [](const std::string& words) {
    return or_throw(read_conflict(with("status_quo: " + words + "\n"), "t")).conflict.status_quo;
  };
  EXPECT_EQ(today("{lift: yes}"), State{0b10});
  EXPECT_EQ(today("{}"), State{0});
  EXPECT_EQ(today("YN"), State{0b01});
}

TEST(ConflictYaml, names_the_line_of_every_fault) {
  const auto at = [](const std::string& yaml, std::size_t line, const std::string& what) {
    const Failure failure = refused(yaml);
    EXPECT_TRUE(says(failure.what, "talks.yaml:" + std::to_string(line) + ": "));
    EXPECT_TRUE(says(failure.what, what));
  };
  at(with("cannot_be:\n  - {leave: yes}\n"), 12, "'leave' is not the name of an option");
  at(with("cannot_be:\n  - {lift: perhaps}\n"), 12, "expected yes or no");
  at(with("cannot_be:\n  - {}\n"), 12, "expected options with yes or no");
  at(with("cannot_be:\n  - {lift: yes}\nstatus_quo: {lift: yes}\n"), 13,
     "the status quo cannot be");
  at(with("    ranking: [YN, NN, NY]\n"), 11, "leaves out YY");
  at(with("    ranking: [YN, YN]\n"), 11, "a second time");
  at(with("    ranking: [YNY]\n"), 11, "each of the 2 options");
  at(with("    unknown: [[YN]]\n"), 11, "expected two states");
  at(with("    unknown: [[YN, YN]]\n"), 11, "that differ");
  at(with("  - name: Avara\n"), 11, "a second time");
  at(with("coalitions: [[Avara, Cavara]]\n"), 11, "'Cavara' is not the name of a decision maker");
  at(with("coalitions: [[Avara, Avara]]\n"), 11, "each once");
  at(with("wishes: 3\n"), 11, "has no key 'wishes'");
  at("options: 3\ndecision_makers: [{name: A}]\n", 1, "expected a list");
  at("decision_makers: [{name: A}]\noptions:\n  - {name: a, owner: B}\n", 3, "'B' is not the name");
  at("decision_makers: [{name: A}]\noptions:\n  - {name: a, owner: A, direction: up}\n", 3,
     "both, forward, back");
  at("decision_makers: [{name: A}]\noptions:\n  - {name: a, owner: A, evidence: [s3]}\n", 3,
     "as in p4");
}

TEST(ConflictYaml, refuses_two_wordings_of_one_position) {
  EXPECT_TRUE(says(refused(with("    preferences:\n      - wanted: {lift: no}\n"
                                "        evidence: [p3: \"keep it\"]\n"))
                       .what,
                   "p3 has other words in line 9"));
}

TEST(ConflictYaml, refuses_an_option_too_many) {
  std::string yaml = "decision_makers: [{name: A}]\noptions:\n";
  for (int i = 0; i < 65; ++i) yaml += "  - {name: a" + std::to_string(i) + ", owner: A}\n";
  EXPECT_TRUE(says(refused(yaml).what, "talks.yaml:67: more than 64 options"));
}

}  // namespace
}  // namespace entente::read

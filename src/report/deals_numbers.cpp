// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json_list.h"
#include "base/json_text.h"
#include "report/deals.h"

namespace entente::report {
namespace {

constexpr std::uint64_t most_options = 200;

std::string interval_json(Interval value) { return fmt::format("[{}, {}]", value.low, value.high); }

std::string options_json(const ScenarioIssue& issue) {
  if (issue.count() > most_options) return "null";
  std::vector<std::string> out;
  for (std::uint64_t i = 0; i < issue.count(); ++i) out.push_back(json_string(issue.option(i)));
  return json_array(out);
}

std::string issue_numbers_json(const ScenarioIssue& issue) {
  return JsonObject{}.put("name", issue.name).raw("options", options_json(issue)).text();
}

std::string values_json(const IssueValue& value) {
  const auto* table = std::get_if<OptionTable>(&value.evaluator);
  if (!table || table->values.size() > most_options) return "null";
  return json_list(table->values, interval_json);
}

std::string party_numbers_json(const Profile& profile) {
  const auto* sum = std::get_if<Additive>(&profile.utility);
  const auto weight_json = [](const IssueValue& value) { return interval_json(value.weight); };
  const auto line_json = [](const RedLine& line) { return json_string(line.words); };
  return JsonObject{}
      .put("party", profile.party)
      .raw("reservation", profile.reservation ? interval_json(*profile.reservation) : "null")
      .put("alternative", profile.alternative)
      .put_or_null("deadline", profile.deadline ? to_string(*profile.deadline) : "")
      .raw("red_lines", json_list(profile.red_lines, line_json))
      .raw("weights", sum ? json_list(sum->issues, weight_json) : "null")
      .raw("values", sum ? json_list(sum->issues, values_json) : "null")
      .text();
}

std::string certainties_json(const std::vector<Certainty>& all) {
  return json_list(all, [](Certainty one) { return json_string(word_of(one)); });
}

}  // namespace

std::string numbers_json(const Scenario& scenario) {
  return JsonObject{}
      .raw("issues", json_list(scenario.issues, issue_numbers_json))
      .raw("parties", json_list(scenario.profiles, party_numbers_json))
      .raw("links",
           json_list(scenario.links, [](const Link& link) { return json_string(link.words); }))
      .text();
}

std::string neighbours_json(const Scenario& scenario, const Neighbourhood& around) {
  const auto move_json = [&](const OptionMove& move) {
    const ScenarioIssue& issue = scenario.issues[move.change.issue];
    return JsonObject{}
        .put("issue", issue.name)
        .put("to", issue.option(move.change.to))
        .raw("gains", json_list(move.gains, interval_json))
        .raw("acceptable", certainties_json(move.acceptable))
        .flag("possible", move.possible)
        .text();
  };
  std::vector<std::string> package;
  for (std::size_t i = 0; i < around.package.size(); ++i)
    package.push_back(scenario.issues[i].option(around.package[i]));
  return JsonObject{}
      .raw("package", json_strings(package))
      .raw("worth", json_list(around.worth, interval_json))
      .raw("acceptable", certainties_json(around.acceptable))
      .flag("possible", around.possible)
      .raw("moves", json_list(around.moves, move_json))
      .flag("every_option", around.every_option)
      .text();
}

}  // namespace entente::report

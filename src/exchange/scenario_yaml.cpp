// SPDX-License-Identifier: Apache-2.0
#include "exchange/scenario_yaml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/failure.h"
#include "exchange/yaml_lines.h"

namespace entente::exchange {
namespace {

[[noreturn]] void no_place_for(const std::string& what) {
  throw Failed({FailureKind::usage, "A scenario in YAML has no place for " + what,
                "Write it as GENIUS XML"});
}

class ScenarioPage {
 public:
  explicit ScenarioPage(const ScenarioFile& file) : file_(file), scenario_(file.scenario) {}

  std::string text() const {
    std::string out;
    for (const std::string& remark : file_.remarks) out += yaml_comment(remark);
    if (!out.empty()) out += "\n";
    if (!scenario_.name.empty()) out += "name: " + yaml_text(scenario_.name) + "\n\n";
    out += "issues:\n";
    for (const ScenarioIssue& one : scenario_.issues) out += issue(one);
    if (!scenario_.links.empty()) out += "\nlinks:  # what cannot go together\n";
    for (const Link& one : scenario_.links) out += condition(one.words, one.never, "  ");
    out += "\nparties:  # weights and values: 0 to 1, [low, high] or unknown\n";
    for (std::size_t p = 0; p < scenario_.profiles.size(); ++p) out += party(p);
    return out;
  }

 private:
  std::string issue(const ScenarioIssue& one) const {
    const auto* names = std::get_if<std::vector<std::string>>(&one.options);
    if (!names) no_place_for("the numbered options of '" + one.name + "'");
    std::string out = fmt::format("  - name: {}\n    options:\n", yaml_text(one.name));
    for (const std::string& name : *names) out += "      - " + yaml_text(name) + "\n";
    return out;
  }

  std::string condition(const std::string& words, const Combination& never,
                        const std::string& indent) const {
    std::vector<std::string> terms;
    for (const Combination::Term& term : in_order(never).all) {
      if (term.options.empty()) no_place_for("a limit that rules nothing out");
      terms.push_back(
          fmt::format("{}: {}", yaml_text(scenario_.issues[term.issue].name), options(term)));
    }
    if (terms.empty()) no_place_for("a limit that rules everything out");
    const std::string said =
        words.empty() ? "" : fmt::format("words: {}\n{}  ", yaml_text(words), indent);
    return fmt::format("{}- {}never: {{{}}}\n", indent, said, fmt::join(terms, ", "));
  }

  std::string options(const Combination::Term& term) const {
    std::vector<std::string> names;
    for (const std::uint32_t option : term.options)
      names.push_back(yaml_text(scenario_.issues[term.issue].option(option)));
    return fmt::format("[{}]", fmt::join(names, ", "));
  }

  std::string party(std::size_t p) const {
    const Profile& profile = scenario_.profiles[p];
    const auto* sum = std::get_if<Additive>(&profile.utility);
    if (!sum) no_place_for("the boxes of '" + profile.party + "'");
    if (sum->constant != Interval(0)) no_place_for("a constant of '" + profile.party + "'");
    if (profile.ceiling) no_place_for("a ceiling of '" + profile.party + "'");
    if (profile.discount) no_place_for("a discount of '" + profile.party + "'");
    std::string out = "  - name: " + yaml_text(profile.party) + "\n";
    out += "    reservation: " +
           (profile.reservation ? bounds(*profile.reservation) : std::string("none")) + "\n";
    if (!profile.alternative.empty())
      out += "    alternative: " + yaml_text(profile.alternative) + "\n";
    if (profile.deadline) out += "    deadline: " + to_string(*profile.deadline) + "\n";
    out += evidence({p, {}, {}, {}, {}}, "    ") + "    preferences:\n";
    for (std::size_t i = 0; i < sum->issues.size(); ++i) out += preference(p, i, sum->issues[i]);
    if (!profile.red_lines.empty()) out += "    red_lines:\n";
    for (std::size_t i = 0; i < profile.red_lines.size(); ++i)
      out += condition(profile.red_lines[i].words, profile.red_lines[i].never, "      ") +
             evidence({p, {}, {}, i, {}}, "        ");
    return out;
  }

  std::string preference(std::size_t p, std::size_t i, const IssueValue& value) const {
    const ScenarioIssue& issue = scenario_.issues[i];
    const auto* table = std::get_if<OptionTable>(&value.evaluator);
    if (!table) no_place_for("a value that is no table, of '" + issue.name + "'");
    std::string out = fmt::format("      - issue: {}\n        weight: {}\n", yaml_text(issue.name),
                                  share(value.weight)) +
                      evidence({p, i, {}, {}, {}}, "        ") + "        values:\n";
    for (std::uint32_t option = 0; option < table->values.size(); ++option)
      out += worth(p, i, option, table->values[option]);
    return out;
  }

  std::string worth(std::size_t p, std::size_t i, std::uint32_t option, Interval value) const {
    const std::string known = evidence({p, i, option, {}, {}}, "            "),
                      name = yaml_text(scenario_.issues[i].option(option));
    return known.empty()
               ? fmt::format("          {}: {}\n", name, share(value))
               : fmt::format("          {}:\n            value: {}\n{}", name, share(value), known);
  }

  static std::string share(Interval value) {
    if (value == Interval(0, 1)) return "unknown";
    if (!(value.low >= 0 && value.high <= 1)) no_place_for("a weight or value outside 0..1");
    return bounds(value);
  }

  static std::string bounds(Interval value) {
    return value.exact() ? fmt::format("{}", value.low)
                         : fmt::format("[{}, {}]", value.low, value.high);
  }

  std::string evidence(const ScenarioBasis& wanted, const std::string& indent) const {
    std::vector<PositionId> ids;
    for (const ScenarioBasis& basis : file_.bases)
      if (basis.party == wanted.party && basis.issue == wanted.issue &&
          basis.option == wanted.option && basis.red_line == wanted.red_line)
        ids.insert(ids.end(), basis.evidence.begin(), basis.evidence.end());
    return yaml_evidence(ids, file_.quotes, indent);
  }

  const ScenarioFile& file_;
  const Scenario& scenario_;
};

}  // namespace

std::string write_scenario(const ScenarioFile& file) { return ScenarioPage(file).text(); }

}  // namespace entente::exchange

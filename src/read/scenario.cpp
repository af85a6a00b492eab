// SPDX-License-Identifier: Apache-2.0
#include "read/scenario.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <cmath>
#include <set>

#include "base/file.h"
#include "read/yaml_fields.h"

namespace entente::read {
namespace {

constexpr std::size_t most_parties = 100, most_issues = 1000, most_options_of_one = 1000,
                      most_values = 1'000'000;
constexpr Interval not_known{0, 1};

using ScenarioNames = std::vector<std::string>;

class ScenarioReader : YamlFields {
 public:
  explicit ScenarioReader(const std::string& file) : YamlFields(file) {}

  ScenarioFile read(const Yaml& root) {
    keys(root, "the scenario", {"name", "issues", "links", "parties"});
    if (given(root, "name")) scenario().name = text(root, "name", "the scenario");
    for (const Yaml& node : needed_list(root, "issues")) issue(node);
    for (const Yaml& node : list(root, "links")) link(node);
    for (const Yaml& node : needed_list(root, "parties")) party(node);
    return std::move(out_);
  }

 private:
  Scenario& scenario() { return out_.scenario; }
  const ScenarioNames& options(std::size_t issue) const {
    return std::get<ScenarioNames>(out_.scenario.issues[issue].options);
  }

  // ---- issues, and what cannot go together

  void issue(const Yaml& node) {
    keys(node, "an issue", {"name", "options"});
    ScenarioIssue made{text(node, "name", "an issue"), ScenarioNames{}};
    refuse_known(scenario().issues, *node.find("name"), made.name);
    refuse_more(node, scenario().issues.size(), most_issues, "issues");
    auto& names = std::get<ScenarioNames>(made.options);
    std::set<std::string> seen;
    for (const Yaml& option : needed_list(node, "options")) {
      if (option.kind != Yaml::Kind::scalar || option.scalar.empty())
        fault(option, "expected the name of an option");
      refuse_more(option, names.size(), most_options_of_one, "options of one issue");
      if (!seen.insert(option.scalar).second) refuse_known(names, option, option.scalar);
      names.push_back(option.scalar);
    }
    scenario().issues.push_back(std::move(made));
  }

  void refuse_more(const Yaml& at, std::size_t held, std::size_t most, const char* what) const {
    if (held == most)
      fault(at, fmt::format("more than {} {}", most, what), "Leave out what decides nothing");
  }

  void link(const Yaml& node) {
    keys(node, "a link", {"words", "never", "unless"});
    for (auto& [words, never] : conditions(node, "a link"))
      scenario().links.push_back({std::move(words), std::move(never)});
  }

  struct Condition {
    std::string words;
    Combination never;
  };

  // "Never X unless Y and Z" is never X without Y, and never X without Z.
  std::vector<Condition> conditions(const Yaml& node, std::string_view what) const {
    const Yaml* never = given(node, "never");
    if (!never) fault(node, fmt::format("expected 'never' in {}", what));
    const Combination base = combination(*never);
    std::vector<Condition> out;
    if (const Yaml* unless = given(node, "unless"))
      for (const Combination::Term& needed : combination(*unless).all) {
        Combination without = base;
        without.all.push_back(others(needed));
        out.push_back({"", in_order(without)});
        refuse_void(*unless, out.back().never);
      }
    else
      out.push_back({"", base});
    for (Condition& one : out)
      one.words = given(node, "words") ? text(node, "words", what) : in_words(one.never);
    return out;
  }

  Combination combination(const Yaml& node) const {
    if (node.kind != Yaml::Kind::map || node.items.empty())
      fault(node, "expected issues with an option or a list of options, as in {ISSUE: OPTION}");
    Combination out;
    for (std::size_t i = 0; i < node.items.size(); ++i)
      out.all.push_back(term(known(out_.scenario.issues, node.keys[i], "an issue"), node.items[i]));
    return in_order(out);
  }

  Combination::Term term(std::size_t issue, const Yaml& node) const {
    std::set<std::uint32_t> chosen;
    const auto choose = [&](const Yaml& option) {
      chosen.insert(static_cast<std::uint32_t>(known(options(issue), option, option_of(issue))));
    };
    if (node.kind == Yaml::Kind::list)
      for (const Yaml& option : node.items) choose(option);
    else
      choose(node);
    if (chosen.empty()) fault(node, "expected at least one option");
    return {issue, {chosen.begin(), chosen.end()}};
  }

  std::string option_of(std::size_t issue) const {
    return fmt::format("an option of '{}'", printable(out_.scenario.issues[issue].name));
  }

  Combination::Term others(const Combination::Term& term) const {
    Combination::Term out{term.issue, {}};
    for (std::uint32_t option = 0; option < options(term.issue).size(); ++option)
      if (!std::binary_search(term.options.begin(), term.options.end(), option))
        out.options.push_back(option);
    return out;
  }

  void refuse_void(const Yaml& at, const Combination& never) const {
    for (const Combination::Term& term : never.all)
      if (term.options.empty())
        fault(at, fmt::format("this rules nothing out: no option of '{}' is left to refuse",
                              printable(out_.scenario.issues[term.issue].name)));
  }

  std::string in_words(const Combination& never) const {
    ScenarioNames parts;
    for (const Combination::Term& term : never.all) {
      ScenarioNames chosen;
      for (const std::uint32_t option : term.options) chosen.push_back(options(term.issue)[option]);
      parts.push_back(
          fmt::format("{}: {}", out_.scenario.issues[term.issue].name, fmt::join(chosen, " or ")));
    }
    return fmt::format("never {}", fmt::join(parts, " with "));
  }

  // ---- parties

  void party(const Yaml& node) {
    keys(
        node, "a party",
        {"name", "reservation", "alternative", "deadline", "evidence", "preferences", "red_lines"});
    Profile made{text(node, "name", "a party"), Additive{}, {}, {}, {}, {}};
    refuse_known(scenario().profiles, *node.find("name"), made.party);
    refuse_more(node, scenario().profiles.size(), most_parties, "parties");
    rests_on(node, std::nullopt, std::nullopt);
    made.utility = preferences(node);
    if (given(node, "alternative")) made.alternative = text(node, "alternative", "a party");
    made.deadline = deadline(node);
    made.reservation = reservation(node, std::get<Additive>(made.utility));
    red_lines(node, made);
    scenario().profiles.push_back(std::move(made));
  }

  void rests_on(const Yaml& node, std::optional<std::size_t> issue,
                std::optional<std::uint32_t> option, std::optional<std::size_t> red_line = {}) {
    if (auto ids = evidence(node, out_.quotes); !ids.empty())
      out_.bases.push_back(
          {out_.scenario.profiles.size(), issue, option, red_line, std::move(ids)});
  }

  std::optional<Date> deadline(const Yaml& node) const {
    const Yaml* at = given(node, "deadline");
    if (!at) return std::nullopt;
    const auto date = parse_date(at->scalar);
    if (!date) fault(*at, "expected a day under 'deadline', as in 2031-03-31");
    return date;
  }

  Additive preferences(const Yaml& node) {
    Additive out;
    for (const ScenarioIssue& issue : scenario().issues) {
      out.issues.push_back(
          {not_known, OptionTable{std::vector<Interval>(issue.count(), not_known)}, false});
      values_held_ += issue.count();
    }
    if (values_held_ > most_values)
      fault(node, fmt::format("more than {} values of options for parties", most_values),
            "Leave out issues or options that decide nothing");
    std::set<std::size_t> named;
    for (const Yaml& item : list(node, "preferences")) {
      keys(item, "a preference", {"issue", "weight", "values", "evidence"});
      const Yaml* about = given(item, "issue");
      if (!about) fault(item, "expected 'issue' in a preference");
      const std::size_t issue = known(scenario().issues, *about, "an issue");
      if (!named.insert(issue).second)
        fault(*about, fmt::format("'{}' stands here a second time", printable(about->scalar)));
      preference(item, issue, out.issues[issue]);
    }
    return out;
  }

  void preference(const Yaml& node, std::size_t issue, IssueValue& value) {
    rests_on(node, issue, std::nullopt);
    if (const Yaml* weight = given(node, "weight")) value.weight = share(*weight, "a weight");
    const Yaml* values = given(node, "values");
    if (!values) return;
    if (values->kind != Yaml::Kind::map)
      fault(*values, "expected options with what they are worth");
    auto& table = std::get<OptionTable>(value.evaluator).values;
    for (std::size_t i = 0; i < values->items.size(); ++i) {
      const std::size_t option = known(options(issue), values->keys[i], option_of(issue));
      table[option] = worth_of(values->items[i], issue, static_cast<std::uint32_t>(option));
    }
  }

  // A value, or the value with its evidence.
  Interval worth_of(const Yaml& node, std::size_t issue, std::uint32_t option) {
    if (node.kind != Yaml::Kind::map) return share(node, "a value");
    keys(node, "what an option is worth", {"value", "evidence"});
    rests_on(node, issue, option);
    const Yaml* value = given(node, "value");
    return value ? share(*value, "a value") : not_known;
  }

  // Left out is not known; "none" says that it would take anything.
  std::optional<Interval> reservation(const Yaml& node, const Additive& sum) const {
    const Yaml* at = given(node, "reservation");
    if (at && at->kind == Yaml::Kind::scalar && at->scalar == "none") return std::nullopt;
    if (!at || is_unknown(*at)) return Interval(0, most(sum));
    return numbers(*at, "a reservation value", "a number of 0 or more",
                   [](double number) { return number >= 0 && number <= most_issues; });
  }

  static double most(const Additive& sum) {
    double total = 0;
    for (const IssueValue& value : sum.issues) {
      double best = 0;
      for (const Interval one : std::get<OptionTable>(value.evaluator).values)
        best = std::max(best, one.high);
      total += value.weight.high * best;
    }
    return total;
  }

  void red_lines(const Yaml& node, Profile& made) {
    for (const Yaml& item : list(node, "red_lines")) {
      keys(item, "a red line", {"words", "never", "unless", "evidence"});
      for (auto& [words, never] : conditions(item, "a red line")) {
        rests_on(item, std::nullopt, std::nullopt, made.red_lines.size());
        made.red_lines.push_back({std::move(words), std::move(never)});
      }
    }
  }

  // ---- numbers

  static bool is_unknown(const Yaml& node) {
    return node.kind == Yaml::Kind::scalar && node.scalar == "unknown";
  }

  Interval share(const Yaml& node, const char* what) const {
    if (is_unknown(node)) return not_known;
    return numbers(node, what, "a number from 0 to 1",
                   [](double number) { return number >= 0 && number <= 1; });
  }

  template <class Allowed>
  Interval numbers(const Yaml& node, const char* what, const char* range,
                   const Allowed& allowed) const {
    const auto one = [&](const Yaml& at) {
      const std::optional<double> read = number(at);
      if (!read || !allowed(*read))
        fault(at, fmt::format("expected {}: {}, [LOW, HIGH] or unknown", what, range));
      return *read;
    };
    if (node.kind != Yaml::Kind::list) return one(node);
    if (node.items.size() != 2) fault(node, "expected two numbers: [LOW, HIGH]");
    const Interval out(one(node.items[0]), one(node.items[1]));
    if (out.low > out.high) fault(node, "expected the lower number first: [LOW, HIGH]");
    return out;
  }

  static std::optional<double> number(const Yaml& node) {
    if (node.kind != Yaml::Kind::scalar) return std::nullopt;
    double value = 0;
    const char* end = node.scalar.data() + node.scalar.size();
    const auto [stop, error] = std::from_chars(node.scalar.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value + 0.0;  // -0 is 0
  }

  ScenarioFile out_;
  std::size_t values_held_ = 0;
};

}  // namespace

Result<ScenarioFile> read_scenario(std::string_view yaml, const std::string& name) {
  return read_file<ScenarioReader>(yaml, printable(name));
}

}  // namespace entente::read

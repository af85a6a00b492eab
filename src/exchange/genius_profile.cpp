// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "exchange/genius_parts.h"
#include "exchange/xml.h"

namespace entente::exchange {
namespace {

// Below this a largest evaluation counts as none (GENIUS: EvaluatorDiscrete).
constexpr double least_maximum = 1e-5;

using Weights = std::map<long, double>;

class ProfileReader {
 public:
  ProfileReader(pugi::xml_node root, const GeniusDomain& domain, const Reader& reader)
      : root_(root), issues_(within_objectives(root, "issue")), domain_(domain), reader_(reader) {}

  Profile read() const {
    Profile profile;
    profile.party = std::filesystem::path(reader_.file()).stem().string();
    if (nonlinear())
      profile.utility = boxes();
    else
      profile.utility = additive();
    if (reader_.genius()) profile.ceiling = 1;
    read_time(profile);
    return profile;
  }

 private:
  bool nonlinear() const {
    return root_.attribute("type").as_string() == std::string_view("nonlinear") || utility_node();
  }

  pugi::xml_node utility_node() const {
    for (const char* name : {"utility", "utility_function"})
      if (const auto found = within_objectives(root_, name); !found.empty()) return found.front();
    return {};
  }

  // ---- sums over issues

  Additive additive() const {
    const Weights weights = read_weights();
    Additive sum;
    for (const GeniusIssue& issue : domain_.issues)
      sum.issues.push_back(issue_value(issue, weights));
    return sum;
  }

  Weights read_weights() const {
    Weights weights;
    for (pugi::xml_node node : within_objectives(root_, "weight")) {
      const auto index = reader_.index(node);
      if (!index) reader_.refuse("a weight has no index");
      const double value = reader_.number_or_refuse(node, "value");
      if (weights.contains(*index))
        reader_.repaired(fmt::format("two weights for issue {}: the last one counts", *index));
      if (value < 0)
        reader_.repaired(
            fmt::format("the weight of issue {} is negative: taken as it stands", *index));
      weights[*index] = value;
    }
    for (const auto& [index, value] : weights)
      if (!known(index))
        reader_.repaired(
            fmt::format("a weight for issue {}, which the domain does not have: left out", index));
    return weights;
  }

  bool known(long index) const {
    return std::any_of(domain_.issues.begin(), domain_.issues.end(),
                       [&](const GeniusIssue& issue) { return issue.index == index; });
  }

  pugi::xml_node node_of(const GeniusIssue& issue) const {
    pugi::xml_node by_name;
    for (pugi::xml_node node : issues_) {
      const bool same_name = issue.issue.name == node.attribute("name").value();
      if (reader_.index(node) == issue.index) {
        if (!same_name)
          reader_.repaired(
              fmt::format("issue {} is called '{}' here and '{}' in the domain: taken as the same",
                          issue.index, node.attribute("name").value(), issue.issue.name));
        return node;
      }
      if (same_name && !by_name) by_name = node;
    }
    if (by_name)
      reader_.repaired(
          fmt::format("issue '{}' has another index here than in the domain: matched by its name",
                      issue.issue.name));
    return by_name;
  }

  IssueValue issue_value(const GeniusIssue& issue, const Weights& weights) const {
    const pugi::xml_node node = node_of(issue);
    IssueValue value;
    if (!node) {
      reader_.repaired(
          fmt::format("issue '{}' is missing: it counts nothing for this party", issue.issue.name));
      return nothing();
    }
    const auto weight = weights.find(reader_.index(node).value_or(issue.index));
    if (weight == weights.end())
      reader_.repaired(fmt::format("issue '{}' has no weight: taken as 1", issue.issue.name));
    else
      value.weight = weight->second;
    fill(value, node, issue);
    return value;
  }

  static IssueValue nothing() { return {0, Affine{0, 0}, false}; }

  void fill(IssueValue& value, pugi::xml_node node, const GeniusIssue& issue) const {
    if (node.child("item")) {
      value.evaluator = table(node, issue);
    } else if (const pugi::xml_node evaluator = node.child("evaluator")) {
      if (!std::holds_alternative<Ladder>(issue.issue.options))
        reader_.refuse(fmt::format("issue '{}' is a list of items but has an evaluator for numbers",
                                   issue.issue.name));
      value.evaluator = function(evaluator, node, std::get<Ladder>(issue.issue.options));
      value.clamped = reader_.genius();
    } else {
      reader_.repaired(fmt::format(
          "issue '{}' has no evaluations: it counts nothing for this party", issue.issue.name));
      value = nothing();
    }
  }

  OptionTable table(pugi::xml_node node, const GeniusIssue& issue) const {
    if (issue.issue.count() > 1'000'000)
      reader_.refuse(fmt::format("issue '{}' lists items for a range of {} numbers",
                                 issue.issue.name, issue.issue.count()));
    OptionTable table{std::vector<Interval>(issue.issue.count(), Interval(0))};
    std::vector<bool> given(issue.issue.count());
    double most = -1;
    for (pugi::xml_node item : node.children("item")) {
      const double evaluation = evaluation_of(item, issue);
      most = std::max(most, evaluation);
      const auto option = option_meant(issue, item.attribute("value").value());
      if (!option) {
        reader_.repaired(fmt::format("issue '{}' has no option '{}' in the domain: left out",
                                     issue.issue.name, item.attribute("value").value()));
        continue;
      }
      if (given[*option])
        reader_.repaired(fmt::format("issue '{}' evaluates '{}' twice: the last one counts",
                                     issue.issue.name, issue.issue.option(*option)));
      table.values[*option] = evaluation;
      given[*option] = true;
    }
    for (std::uint64_t i = 0; i < given.size(); ++i)
      if (!given[i])
        reader_.repaired(fmt::format("issue '{}' does not evaluate '{}': taken as 0",
                                     issue.issue.name, issue.issue.option(i)));
    if (reader_.genius()) normalise(table, most);
    return table;
  }

  double evaluation_of(pugi::xml_node item, const GeniusIssue& issue) const {
    const auto evaluation = reader_.number(item, "evaluation");
    if (!evaluation)
      reader_.repaired(fmt::format("issue '{}': '{}' has no evaluation: taken as 0",
                                   issue.issue.name, item.attribute("value").value()));
    else if (*evaluation < 0)
      reader_.repaired(
          fmt::format("issue '{}': the evaluation of '{}' is negative: taken as it stands",
                      issue.issue.name, item.attribute("value").value()));
    return evaluation.value_or(0);
  }

  static void normalise(OptionTable& table, double most) {
    for (Interval& value : table.values) value = most < least_maximum ? 0.0 : value.low / most;
  }

  // The option of that name; else the one whose name differs in blanks around it only.
  std::optional<std::uint64_t> option_meant(const GeniusIssue& issue,
                                            std::string_view value) const {
    if (const auto same = option_of(issue, value)) return same;
    std::optional<std::uint64_t> found;
    for (const auto& [name, option] : issue.option_of)
      if (without_blanks(name) == without_blanks(value)) {
        if (found) return std::nullopt;
        found = option;
      }
    if (found)
      reader_.repaired(fmt::format("issue '{}': '{}' is taken for the domain's '{}'",
                                   issue.issue.name, value, issue.issue.option(*found)));
    return found;
  }

  static std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
  }

  static std::optional<std::uint64_t> option_of(const GeniusIssue& issue, std::string_view value) {
    if (const auto* ladder = std::get_if<Ladder>(&issue.issue.options)) {
      const auto number = finite_number(value);
      if (!number || *number < ladder->lowest) return std::nullopt;
      const auto option =
          static_cast<std::uint64_t>((*number - ladder->lowest) / ladder->step + 0.5);
      return option < ladder->count ? std::optional(option) : std::nullopt;
    }
    const auto found = issue.option_of.find(value);
    return found == issue.option_of.end() ? std::nullopt
                                          : std::optional<std::uint64_t>(found->second);
  }

  Evaluator function(pugi::xml_node evaluator, pugi::xml_node issue, const Ladder& ladder) const {
    const auto parameter = [&](const char* name) {
      return reader_.number(evaluator, name).value_or(0);
    };
    const std::string kind = lower_case(evaluator.attribute("ftype").as_string("linear"));
    if (kind == "linear" && (evaluator.attribute("slope") || evaluator.attribute("offset"))) {
      const double slope = parameter("slope"), offset = parameter("offset");
      return Affine{slope, reader_.genius() ? offset - slope * lower_bound(issue, ladder) : offset};
    }
    if (kind == "linear") return Affine{parameter("parameter1"), parameter("parameter0")};
    if (kind == "constant") return Affine{0, parameter("parameter0")};
    if (kind == "quadratic")
      return Quadratic{parameter("parameter2"), parameter("parameter1"), parameter("parameter0")};
    if (kind == "triangular" || kind == "triangular_variable_top") return triangular(evaluator);
    reader_.refuse(fmt::format("the evaluator type '{}' is not known", kind));
  }

  Triangular triangular(pugi::xml_node evaluator) const {
    Triangular shape;
    shape.start = reader_.number_or_refuse(evaluator, "parameter0");
    shape.end = reader_.number_or_refuse(evaluator, "parameter1");
    shape.top = reader_.number_or_refuse(evaluator, "parameter2");
    shape.height = reader_.number(evaluator, "parameter3").value_or(1);
    if (!(shape.start <= shape.top && shape.top <= shape.end))
      reader_.refuse("a triangular evaluator has its top outside");
    return shape;
  }

  double lower_bound(pugi::xml_node issue, const Ladder& ladder) const {
    const auto inner = reader_.number(issue.child("range"), "lowerbound");
    const double low = inner ? *inner : reader_.number(issue, "lowerbound").value_or(ladder.lowest);
    if (low != ladder.lowest)
      reader_.repaired(fmt::format(
          "issue '{}' starts at {} here and at {} in the domain: values are counted from {}",
          issue.attribute("name").value(), low, ladder.lowest, low));
    return low;
  }

  // ---- boxes

  Boxes boxes() const {
    const pugi::xml_node node = utility_node();
    if (!node) reader_.refuse("a nonlinear profile without <utility>");
    Boxes out;
    read_group(node, out.group);
    if (reader_.genius()) {
      out.divisor = reader_.number(node, "maxutility").value_or(1);
      if (out.divisor <= 0) reader_.refuse("maxutility is not above 0");
    }
    return out;
  }

  void read_group(pugi::xml_node node, BoxGroup& group) const {
    for (pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "hyperRectangle")
        group.boxes.push_back(box(child));
      else if (name == "ufun")
        read_group(child, group.groups.emplace_back(settings(child)));
      else if (child.type() == pugi::node_element)
        reader_.refuse(fmt::format("what a <{}> pays is not known", name));
    }
  }

  BoxGroup settings(pugi::xml_node node) const {
    BoxGroup group;
    group.weight = reader_.number(node, "weight").value_or(1);
    const std::string how = node.attribute("aggregation").as_string("sum");
    if (how == "min") group.aggregation = Aggregation::least;
    if (how == "max") group.aggregation = Aggregation::most;
    if (how != "sum" && how != "min" && how != "max")
      reader_.refuse(fmt::format("the aggregation '{}' is not known", how));
    return group;
  }

  Box box(pugi::xml_node node) const {
    Box out;
    out.utility = reader_.number_or_refuse(node, "utility");
    if (reader_.genius()) out.weight = reader_.number(node, "weight").value_or(1);
    for (pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "INCLUDES" || (name == "EXCLUDES" && !reader_.genius()))
        out.includes.push_back(bounds(child));
      else if (name == "EXCLUDES")
        out.excludes.push_back(bounds(child));
      else if (child.type() == pugi::node_element)
        reader_.refuse(fmt::format("a box is bounded by a <{}>, which is not known", name));
    }
    return out;
  }

  Bounds bounds(pugi::xml_node node) const {
    const auto index = reader_.index(node);
    for (std::size_t i = 0; i < domain_.issues.size(); ++i)
      if (index == domain_.issues[i].index)
        return {i, reader_.number_or_refuse(node, "min"), reader_.number_or_refuse(node, "max")};
    reader_.refuse("a box is bounded on an issue that the domain does not have");
  }

  // ---- reservation and discount

  std::optional<double> of_all_issues(const char* name) const {
    const auto found = within_objectives(root_, name);
    if (found.empty()) return std::nullopt;
    const pugi::xml_node direct = root_.child(name), node = direct ? direct : found.front();
    if (!direct)
      reader_.repaired(
          fmt::format("<{}> stands within an objective: taken for the profile's", name));
    if (found.size() > 1)
      reader_.repaired(fmt::format("<{}> is there {} times: one counts", name, found.size()));
    const auto value = reader_.number(node, "value");
    if (!value) reader_.repaired(fmt::format("<{}> has no value: taken as if left out", name));
    return value;
  }

  void read_time(Profile& profile) const {
    profile.reservation = of_all_issues("reservation").value_or(0);
    const auto discount = of_all_issues("discount_factor");
    if (!discount) return;
    if (*discount > 0 && *discount <= 1)
      profile.discount = *discount;
    else
      reader_.repaired(
          fmt::format("the discount factor {} is outside 0..1: taken as 1", *discount));
    if (!reader_.genius() && *discount != 0 && *discount != 1) profile.reservation.reset();
  }

  pugi::xml_node root_;
  std::vector<pugi::xml_node> issues_;
  const GeniusDomain& domain_;
  const Reader& reader_;
};

}  // namespace

Profile read_profile(pugi::xml_node root, const GeniusDomain& domain, const Reader& reader) {
  return ProfileReader(root, domain, reader).read();
}

}  // namespace entente::exchange

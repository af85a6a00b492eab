// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

#include "exchange/genius.h"

namespace entente::exchange {
namespace {

[[noreturn]] void cannot_say(const std::string& what) {
  throw Failed(
      {FailureKind::usage, "GENIUS XML cannot say " + what, "Keep the scenario in its own format"});
}

std::string xml_number(double value) { return fmt::format("{}", value); }  // reads back to the same

std::string xml_text(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "  ");
  return out.str();
}

bool numbered_in_file(const ScenarioIssue& issue, const std::vector<Profile>& profiles,
                      std::size_t place) {
  const auto* ladder = std::get_if<Ladder>(&issue.options);
  if (!ladder || !ladder->whole || ladder->step != 1) return false;
  return std::all_of(profiles.begin(), profiles.end(), [&](const Profile& profile) {
    const auto* sum = std::get_if<Additive>(&profile.utility);
    return !sum || std::holds_alternative<Affine>(sum->issues[place].evaluator);
  });
}

class GeniusWriter {
 public:
  explicit GeniusWriter(const Scenario& scenario) : scenario_(scenario) {
    if (!scenario.links.empty()) cannot_say("which options go together");
    for (std::size_t i = 0; i < scenario.issues.size(); ++i)
      numbered_.push_back(numbered_in_file(scenario.issues[i], scenario.profiles, i));
  }

  std::vector<FileBytes> files() const {
    std::vector<FileBytes> out{{"domain.xml", domain()}};
    const bool plain = plain_names();
    for (std::size_t i = 0; i < scenario_.profiles.size(); ++i) {
      const Profile& profile = scenario_.profiles[i];
      out.push_back({plain ? profile.party + ".xml" : fmt::format("profile-{:03}.xml", i + 1),
                     profile_text(profile)});
    }
    return out;
  }

 private:
  // Whether names of parties can name their files and sort as the parties stand.
  bool plain_names() const {
    const auto safe = [](const Profile& profile) {
      return !profile.party.empty() && profile.party[0] != '.' && profile.party != "domain" &&
             !profile.party.ends_with("pareto") &&
             profile.party.find_first_of("/\\:\n\r\t") == std::string::npos;
    };
    const auto& all = scenario_.profiles;
    const auto unsorted = std::adjacent_find(all.begin(), all.end(), [](auto& a, auto& b) {
      return a.party + ".xml" >= b.party + ".xml";
    });
    return std::all_of(all.begin(), all.end(), safe) && unsorted == all.end();
  }

  std::string domain() const {
    pugi::xml_document tree;
    pugi::xml_node space = tree.append_child("negotiation_template").append_child("utility_space");
    space.append_attribute("number_of_issues") = scenario_.issues.size();
    pugi::xml_node objective = root_objective(space);
    for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
      pugi::xml_node node = issue_node(objective, i);
      if (!numbered_[i])
        for (std::uint64_t option = 0; option < scenario_.issues[i].count(); ++option)
          item_node(node, i, option);
    }
    return xml_text(tree);
  }

  static pugi::xml_node root_objective(pugi::xml_node parent) {
    pugi::xml_node objective = parent.append_child("objective");
    objective.append_attribute("index") = 0;
    for (const char* name : {"name", "type", "etype"})
      objective.append_attribute(name) = name[0] == 'n' ? "root" : "objective";
    return objective;
  }

  pugi::xml_node issue_node(pugi::xml_node parent, std::size_t i) const {
    pugi::xml_node node = parent.append_child("issue");
    node.append_attribute("index") = i + 1;
    node.append_attribute("name") = scenario_.issues[i].name.c_str();
    for (const char* name : {"type", "etype", "vtype"})
      node.append_attribute(name) = numbered_[i] ? "integer" : "discrete";
    if (!numbered_[i]) return node;
    const Ladder& ladder = std::get<Ladder>(scenario_.issues[i].options);
    node.append_attribute("lowerbound") = fmt::format("{:.0f}", ladder.lowest).c_str();
    node.append_attribute("upperbound") =
        fmt::format("{:.0f}", ladder.lowest + static_cast<double>(ladder.count - 1)).c_str();
    return node;
  }

  pugi::xml_node item_node(pugi::xml_node issue, std::size_t i, std::uint64_t option) const {
    pugi::xml_node item = issue.append_child("item");
    item.append_attribute("index") = option + 1;
    item.append_attribute("value") = scenario_.issues[i].option(option).c_str();
    return item;
  }

  std::string profile_text(const Profile& profile) const {
    if (!profile.red_lines.empty()) cannot_say("red lines");
    if (profile.ceiling && *profile.ceiling != 1)
      cannot_say("that the most a package is worth is not 1");
    pugi::xml_document tree;
    pugi::xml_node space = tree.append_child("utility_space");
    pugi::xml_node objective = root_objective(space);
    if (const auto* sum = std::get_if<Additive>(&profile.utility))
      write_sum(objective, *sum, profile.ceiling);
    else
      write_boxes(space, objective, std::get<Boxes>(profile.utility));
    if (profile.discount)
      space.append_child("discount_factor").append_attribute("value") =
          xml_number(*profile.discount).c_str();
    if (profile.reservation)
      space.append_child("reservation").append_attribute("value") =
          xml_number(exact(*profile.reservation)).c_str();
    return xml_text(tree);
  }

  static double exact(Interval value) {
    if (!value.exact()) cannot_say("that a number is only known within bounds");
    return value.low;
  }

  void write_sum(pugi::xml_node objective, const Additive& sum,
                 std::optional<double> ceiling) const {
    if (exact(sum.constant) != 0) cannot_say("a constant beside the issues");
    if (!ceiling && best_of(sum) > 1 + 1e-12) cannot_say("that a package is worth more than 1");
    std::vector<double> weights;
    for (std::size_t i = 0; i < sum.issues.size(); ++i) {
      pugi::xml_node node = issue_node(objective, i);
      weights.push_back(exact(sum.issues[i].weight) * write_evaluations(node, sum.issues[i], i));
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
      pugi::xml_node node = objective.append_child("weight");
      node.append_attribute("index") = i + 1;
      node.append_attribute("value") = xml_number(weights[i]).c_str();
    }
  }

  double best_of(const Additive& sum) const {
    double total = 0;
    for (std::size_t i = 0; i < sum.issues.size(); ++i) {
      double most = worth(sum.issues[i], scenario_.issues[i], 0);
      for (std::uint64_t option = 1; option < scenario_.issues[i].count(); ++option)
        most = std::max(most, worth(sum.issues[i], scenario_.issues[i], option));
      total += most;
    }
    return total;
  }

  // GENIUS divides by the largest evaluation and holds numbers to 0..1: so the largest is written
  // as 1, and goes into the weight instead.
  double write_evaluations(pugi::xml_node node, const IssueValue& value, std::size_t i) const {
    const ScenarioIssue& issue = scenario_.issues[i];
    IssueValue bare = value;
    bare.weight = 1;
    if (numbered_[i]) return write_line(node, bare, issue);
    double most = 0, least = 0;
    for (std::uint64_t option = 0; option < issue.count(); ++option) {
      most = std::max(most, worth(bare, issue, option));
      least = std::min(least, worth(bare, issue, option));
    }
    if (most == 0 && least < 0) cannot_say("an issue on which nothing is worth more than 0");
    for (std::uint64_t option = 0; option < issue.count(); ++option)
      item_node(node, i, option).append_attribute("evaluation") =
          xml_number(most > 0 ? worth(bare, issue, option) / most : 0).c_str();
    return most > 0 ? most : 1;
  }

  static double write_line(pugi::xml_node node, const IssueValue& value,
                           const ScenarioIssue& issue) {
    const auto& line = std::get<Affine>(value.evaluator);
    const double first = exact(line.slope) * issue.number(0) + exact(line.offset);
    const double last = exact(line.slope) * issue.number(issue.count() - 1) + exact(line.offset);
    if (!value.clamped && std::min(first, last) < 0)
      cannot_say("numbers that are worth less than 0");
    const double most = value.clamped ? 1 : std::max({first, last, 1.0});
    pugi::xml_node evaluator = node.append_child("evaluator");
    evaluator.append_attribute("ftype") = "linear";
    evaluator.append_attribute("offset") = xml_number(first / most).c_str();
    evaluator.append_attribute("slope") = xml_number(exact(line.slope) / most).c_str();
    return most;
  }

  void write_boxes(pugi::xml_node space, pugi::xml_node objective, const Boxes& boxes) const {
    space.append_attribute("type") = "nonlinear";
    for (std::size_t i = 0; i < scenario_.issues.size(); ++i) issue_node(objective, i);
    pugi::xml_node utility = objective.append_child("utility");
    utility.append_attribute("maxutility") = xml_number(boxes.divisor).c_str();
    write_group(utility, boxes.group);
  }

  void write_group(pugi::xml_node parent, const BoxGroup& group) const {
    pugi::xml_node node = parent.append_child("ufun");
    node.append_attribute("type") = "PlainUfun";
    node.append_attribute("weight") = xml_number(group.weight).c_str();
    node.append_attribute("aggregation") = group.aggregation == Aggregation::sum     ? "sum"
                                           : group.aggregation == Aggregation::least ? "min"
                                                                                     : "max";
    for (const Box& box : group.boxes) write_box(node, box);
    for (const BoxGroup& inner : group.groups) write_group(node, inner);
  }

  void write_box(pugi::xml_node parent, const Box& box) const {
    pugi::xml_node node = parent.append_child("hyperRectangle");
    node.append_attribute("utility") = xml_number(box.utility).c_str();
    if (box.weight != 1) node.append_attribute("weight") = xml_number(box.weight).c_str();
    for (const Bounds& bounds : box.includes) write_bounds(node.append_child("INCLUDES"), bounds);
    for (const Bounds& bounds : box.excludes) write_bounds(node.append_child("EXCLUDES"), bounds);
  }

  void write_bounds(pugi::xml_node node, const Bounds& bounds) const {
    const Interval ends = ends_in_file(bounds);
    node.append_attribute("index") = bounds.issue + 1;
    node.append_attribute("min") = xml_number(ends.low).c_str();
    node.append_attribute("max") = xml_number(ends.high).c_str();
  }

  // Numbers that are written as a list of items are bounded by their places in it.
  Interval ends_in_file(const Bounds& bounds) const {
    const ScenarioIssue& issue = scenario_.issues[bounds.issue];
    if (numbered_[bounds.issue] || !std::holds_alternative<Ladder>(issue.options))
      return {bounds.low, bounds.high};
    std::uint64_t below = 0, within = 0;
    for (std::uint64_t option = 0; option < issue.count(); ++option) {
      below += issue.number(option) < bounds.low;
      within += bounds.low <= issue.number(option) && issue.number(option) <= bounds.high;
    }
    return {static_cast<double>(below), static_cast<double>(below + within) - 1};
  }

  const Scenario& scenario_;
  std::vector<bool> numbered_;  // written as a range of integers; else as a list of items
};

}  // namespace

Result<std::vector<FileBytes>> write_genius(const Scenario& scenario) try {
  return GeniusWriter(scenario).files();
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange

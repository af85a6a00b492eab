// SPDX-License-Identifier: Apache-2.0
#include "exchange/genius.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "exchange/genius_parts.h"
#include "exchange/xml.h"

namespace entente::exchange {
namespace {

// GENIUS takes a real range at so many values.
constexpr std::uint64_t real_steps = 21;

struct XmlFile {
  std::string file;
  std::unique_ptr<pugi::xml_document> xml;
  pugi::xml_node root() const { return xml->document_element(); }
};

std::vector<std::string> item_values(pugi::xml_node issue, const std::string& name,
                                     const Reader& reader) {
  std::vector<std::string> values;
  std::map<std::string, int, std::less<>> seen;
  for (pugi::xml_node item : issue.children("item")) {
    const std::string value = item.attribute("value").value();
    if (seen[value]++ == 0)
      values.push_back(value);
    else
      reader.repaired(fmt::format("issue '{}' lists '{}' twice: taken once", name, value));
  }
  if (values.empty()) reader.refuse(fmt::format("issue '{}' has no items", name));
  return values;
}

double range_bound(pugi::xml_node issue, const char* which, const Reader& reader) {
  const pugi::xml_node range = issue.child("range");
  if (const auto inner = reader.number(range, which)) return *inner;
  return reader.number_or_refuse(issue, which);
}

Ladder ladder_of(pugi::xml_node issue, bool whole, const std::string& name, const Reader& reader) {
  const double low = range_bound(issue, "lowerbound", reader),
               high = range_bound(issue, "upperbound", reader);
  if (low > high) reader.refuse(fmt::format("issue '{}' goes from {} down to {}", name, low, high));
  if (low == high) return {low, 1, 1, whole};
  if (!whole) {
    reader.repaired(fmt::format("issue '{}' is real: taken at {} even steps, as GENIUS does", name,
                                real_steps));
    return {low, (high - low) / (real_steps - 1), real_steps, false};
  }
  if (low != std::floor(low) || high != std::floor(high) || high - low > 4e9)
    reader.refuse(fmt::format("issue '{}' is no range of integers: {} to {}", name, low, high));
  return {low, 1, static_cast<std::uint64_t>(high - low) + 1, true};
}

GeniusIssue genius_issue(pugi::xml_node node, long index, const Reader& reader) {
  GeniusIssue found;
  found.index = index;
  found.issue.name = node.attribute("name").value();
  const std::string type = lower_case(node.attribute("type").as_string("discrete"));
  if (type == "integer" || type == "real") {
    found.issue.options = ladder_of(node, type == "integer", found.issue.name, reader);
    return found;
  }
  if (type != "discrete")
    reader.refuse(fmt::format("issue '{}' is of the unknown type '{}'", found.issue.name, type));
  auto values = item_values(node, found.issue.name, reader);
  for (std::uint32_t i = 0; i < values.size(); ++i) found.option_of[values[i]] = i;
  found.issue.options = std::move(values);
  return found;
}

// How many of the domain's issues a profile speaks of.
std::size_t genius_fit(pugi::xml_node profile, const GeniusDomain& domain) {
  std::size_t count = 0;
  for (pugi::xml_node node : within_objectives(profile, "issue"))
    for (const GeniusIssue& issue : domain.issues)
      count += issue.index == node.attribute("index").as_int(-1) &&
               issue.issue.name == node.attribute("name").value();
  return count;
}

GeniusDomain chosen_domain(std::vector<GeniusDomain> domains, const std::vector<XmlFile>& profiles,
                           std::vector<std::string>& repairs) {
  if (domains.size() == 1) return std::move(domains.front());
  const auto fits = [&](const GeniusDomain& domain) {
    std::size_t total = 0;
    for (const XmlFile& profile : profiles) total += genius_fit(profile.root(), domain);
    return total;
  };
  auto best = domains.begin();
  for (auto domain = domains.begin(); domain != domains.end(); ++domain)
    if (fits(*domain) > fits(*best)) best = domain;
  repairs.push_back(fmt::format("{} domains in the folder: took {}, which fits the profiles best",
                                domains.size(), best->file));
  return std::move(*best);
}

struct Folder {
  std::vector<GeniusDomain> domains;
  std::vector<XmlFile> profiles;
};

Folder sorted_out(const std::vector<FileBytes>& files, Semantics semantics,
                  std::vector<std::string>& repairs) {
  Folder folder;
  for (const FileBytes& file : files) {
    if (!file.name.ends_with(".xml") || file.name.ends_with("pareto.xml")) {
      repairs.push_back(file.name + ": passed over, neither a domain nor a profile");
      continue;
    }
    XmlFile tree{file.name, parse_xml(file.bytes, file.name)};
    const std::string_view root = tree.root().name();
    if (root == "negotiation_template")
      folder.domains.push_back(read_domain(tree.root(), Reader(file.name, semantics, repairs)));
    else if (root == "utility_space")
      folder.profiles.push_back(std::move(tree));
    else
      repairs.push_back(fmt::format(
          "{}: passed over, its root <{}> is neither a domain nor a profile", file.name, root));
  }
  return folder;
}

ReadScenario read_folder_of_xml(const std::vector<FileBytes>& files, Semantics semantics) {
  ReadScenario out;
  Folder folder = sorted_out(files, semantics, out.repairs);
  if (folder.domains.empty())
    throw Failed({FailureKind::bad_input,
                  "The folder holds no GENIUS domain, a file with the root negotiation_template",
                  "Put the domain beside its profiles"});
  if (folder.profiles.empty())
    throw Failed({FailureKind::bad_input,
                  "The folder holds no GENIUS profile, a file with the root utility_space",
                  "Put the profiles beside their domain"});
  const GeniusDomain domain =
      chosen_domain(std::move(folder.domains), folder.profiles, out.repairs);
  out.scenario.name = domain.name;
  for (const GeniusIssue& issue : domain.issues) out.scenario.issues.push_back(issue.issue);
  for (const XmlFile& tree : folder.profiles)
    out.scenario.profiles.push_back(
        read_profile(tree.root(), domain, Reader(tree.file, semantics, out.repairs)));
  return out;
}

void collect_within(pugi::xml_node node, std::string_view name,
                    std::vector<pugi::xml_node>& found) {
  for (pugi::xml_node child : node.children()) {
    if (child.name() == name) found.push_back(child);
    if (std::string_view(child.name()) == "objective" ||
        std::string_view(child.name()) == "utility_space")
      collect_within(child, name, found);
  }
}

}  // namespace

void Reader::refuse(const std::string& what) const {
  throw Failed({FailureKind::bad_input, file_ + ": " + what,
                "Correct the file, or leave it out of the folder"});
}

std::optional<double> Reader::number(pugi::xml_node node, const char* attribute) const {
  const std::string_view text = node.attribute(attribute).value();
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return std::nullopt;
  const auto value = finite_number(text);
  if (!value)
    refuse(fmt::format("<{}> has {}=\"{}\", which is no finite number", node.name(), attribute,
                       text.substr(0, 40)));
  return value;
}

double Reader::number_or_refuse(pugi::xml_node node, const char* attribute) const {
  const auto value = number(node, attribute);
  if (!value)
    refuse(fmt::format("<{} name=\"{}\"> has no {}", node.name(), node.attribute("name").value(),
                       attribute));
  return *value;
}

std::optional<long> Reader::index(pugi::xml_node node) const {
  const auto value = number(node, "index");
  if (!value) return std::nullopt;
  if (*value != std::floor(*value) || std::abs(*value) > 1e9)
    refuse(fmt::format("<{}> has the index {}", node.name(), *value));
  return static_cast<long>(*value);
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::vector<pugi::xml_node> within_objectives(pugi::xml_node root, std::string_view name) {
  std::vector<pugi::xml_node> found;
  collect_within(root, name, found);
  return found;
}

GeniusDomain read_domain(pugi::xml_node root, const Reader& reader) {
  GeniusDomain domain;
  domain.file = reader.file();
  domain.name = std::filesystem::path(reader.file()).stem().string();
  long next = 1;
  for (pugi::xml_node node : within_objectives(root, "issue")) {
    const long index = reader.index(node).value_or(next);
    const auto same = std::find_if(domain.issues.begin(), domain.issues.end(),
                                   [&](const GeniusIssue& issue) { return issue.index == index; });
    if (same != domain.issues.end()) {
      reader.repaired(fmt::format("two issues have the index {}: '{}' is left out", index,
                                  node.attribute("name").value()));
      continue;
    }
    if (domain.issues.size() == most_scenario_issues)
      reader.refuse(fmt::format("the domain has more than {} issues", most_scenario_issues));
    domain.issues.push_back(genius_issue(node, index, reader));
    next = index + 1;
  }
  if (domain.issues.empty()) reader.refuse("the domain has no issues");
  std::stable_sort(domain.issues.begin(), domain.issues.end(),
                   [](auto& a, auto& b) { return a.index < b.index; });
  return domain;
}

Result<ReadScenario> read_genius(const std::vector<FileBytes>& files, Semantics semantics) try {
  return read_folder_of_xml(files, semantics);
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange

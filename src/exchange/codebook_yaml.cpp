// SPDX-License-Identifier: Apache-2.0
#include "exchange/codebook_yaml.h"

#include <fmt/format.h>

#include "exchange/yaml_lines.h"

namespace entente::exchange {
namespace {

constexpr std::size_t widest_line = 100;

std::string comments(const std::vector<std::string>& remarks) {
  std::string out;
  for (const std::string& remark : remarks) out += yaml_comment(remark);
  return out;
}

std::string comments(const std::map<std::string, std::vector<std::string>>& all,
                     const std::string& of) {
  const auto found = all.find(of);
  return found == all.end() ? "" : comments(found->second);
}

// "key: [a, b]", wrapped; "" for an empty list.
std::string list_lines(const std::string& indent, std::string_view key,
                       const std::vector<std::string>& texts) {
  if (texts.empty()) return "";
  std::string out, line = fmt::format("{}{}: [", indent, key);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string item = yaml_text(texts[i]) + (i + 1 < texts.size() ? "," : "]");
    if (line.size() + 1 + item.size() > widest_line && i > 0) {
      out += line + "\n";
      line = indent + "  ";
    } else if (i > 0) {
      line += " ";
    }
    line += item;
  }
  return out + line + "\n";
}

std::string text_line(const std::string& indent, std::string_view key, const std::string& text) {
  return text.empty() ? "" : fmt::format("{}{}: {}\n", indent, key, yaml_text(text));
}

std::string option_lines(const Option& option) {
  return fmt::format("      - id: {}\n", yaml_text(option.id)) +
         text_line("        ", "label", option.label) + list_lines("        ", "cues", option.cues);
}

std::string issue_lines(const Issue& issue) {
  std::string out =
      fmt::format("  - id: {}\n", yaml_text(issue.id)) + text_line("    ", "label", issue.label) +
      fmt::format("    kind: {}\n", word_of(issue.kind)) +
      text_line("    ", "description", issue.description) + list_lines("    ", "cues", issue.cues) +
      list_lines("    ", "except", issue.except);
  if (issue.ordered) out += "    ordered: true\n";
  if (!issue.options.empty()) out += "    options:\n";
  for (const Option& option : issue.options) out += option_lines(option);
  return out;
}

std::string party_lines(const Party& party) {
  std::string out = fmt::format("  - name: {}\n", yaml_text(party.name));
  if (party.kind != PartyKind::unstated) out += fmt::format("    kind: {}\n", word_of(party.kind));
  if (party.consent != Consent::unstated)
    out += fmt::format("    consent: {}\n", word_of(party.consent));
  return out + list_lines("    ", "aliases", party.aliases) +
         list_lines("    ", "demonyms", party.demonyms) + list_lines("    ", "seats", party.seats);
}

}  // namespace

std::string write_codebook(const AnnotatedCodebook& file) {
  std::string out = comments(file.remarks);
  out += fmt::format("name: {}\n", yaml_text(file.codebook.name));
  out += file.codebook.issues.empty() ? "issues: []\n" : "issues:\n";
  for (const Issue& issue : file.codebook.issues)
    out += comments(file.issue_remarks, issue.id) + issue_lines(issue);
  if (!file.codebook.parties.empty()) out += "parties:\n";
  for (const Party& party : file.codebook.parties)
    out += comments(file.party_remarks, party.name) + party_lines(party);
  return out + comments(file.last_remarks);
}

}  // namespace entente::exchange

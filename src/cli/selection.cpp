// SPDX-License-Identifier: Apache-2.0
#include "cli/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/failure.h"
#include "workbench/near_word.h"
#include "workbench/new_names.h"

namespace entente::cli {
namespace {

void need(const std::set<std::string>& known, const std::string& what, const std::string& name,
          const std::string& cure) {
  if (!known.contains(name))
    throw Failed({FailureKind::missing, fmt::format("The case has no {} '{}'", what, name),
                  did_you_mean(name, {known.begin(), known.end()}, cure)});
}

std::set<std::string> issues_of(const Case& contents) {
  std::set<std::string> ids;
  for (const Issue& issue : contents.codebook.issues) ids.insert(issue.id);
  return ids;
}

// "Torre" is "Ilan Torre".
bool names(const std::string& given, const std::string& full) {
  return full == given || full.ends_with(" " + given);
}

void need_speaker(const Case& contents, const std::string& name) {
  std::set<std::string> known;
  for (const Statement& statement : contents.statements)
    if (!statement.speaker.empty()) known.insert(statement.speaker);
  if (std::none_of(known.begin(), known.end(),
                   [&](const std::string& full) { return names(name, full); }))
    need(known, "speaker", name, "entente people CASE lists them");
}

template <class Items, class Keep>
void keep_if(Items& items, const Keep& keep) {
  std::erase_if(items, [&](const auto& item) { return !keep(item); });
}

void keep_document(Case& contents, const std::string& name) {
  const DocumentId wanted = document_named(contents, name).id;
  const auto there = [&](const auto& item) { return item.document == wanted; };
  keep_if(contents.statements, there);
  keep_if(contents.positions, there);
  keep_if(contents.meetings, there);
  keep_if(contents.clauses, there);
  keep_if(contents.levers, there);
}

void keep_party(Case& contents, const std::string& given) {
  const std::string name = party_named(contents, given);
  const auto of_it = [&](const auto& item) { return item.party == name; };
  keep_if(contents.statements, of_it);
  keep_if(contents.positions, of_it);
  keep_if(contents.people, of_it);
  keep_if(contents.levers,
          [&](const Lever& lever) { return lever.holder == name || lever.target == name; });
  keep_if(contents.meetings, [&](const Meeting& meeting) {
    return std::find(meeting.parties.begin(), meeting.parties.end(), name) != meeting.parties.end();
  });
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

// The id of the issue that an id or a label names; `name` where there is none.
std::string issue_id(const Case& contents, const std::string& name) {
  for (const Issue& issue : contents.codebook.issues)
    if (issue.id == name) return issue.id;
  for (const Issue& issue : contents.codebook.issues)
    if (lower(issue.id) == lower(name) || lower(issue.label) == lower(name)) return issue.id;
  return name;
}

void keep_issue(Case& contents, const std::string& name) {
  const std::string id = issue_named(contents, name);
  const auto on_it = [&](const auto& item) { return item.issue == id; };
  keep_if(contents.positions, on_it);
  keep_if(contents.clauses, on_it);
}

void keep_speaker(Case& contents, const std::string& name) {
  need_speaker(contents, name);
  keep_if(contents.statements,
          [&](const Statement& statement) { return names(name, statement.speaker); });
}

}  // namespace

std::string party_named(const Case& contents, const std::string& name) {
  need(party_names(contents), "party", name, "entente matrix CASE shows them");
  return name;
}

std::string issue_named(const Case& contents, const std::string& name) {
  const std::string id = issue_id(contents, name);
  const std::set<std::string> ids = issues_of(contents);
  need(ids, "issue", id, fmt::format("Take one of: {}", fmt::join(ids, ", ")));
  return id;
}

const DocumentCard& document_named(const Case& contents, const std::string& name) {
  const auto found = std::find_if(
      contents.documents.begin(), contents.documents.end(),
      [&](const DocumentCard& card) { return card.name == name || card.id.text() == name; });
  if (found != contents.documents.end()) return *found;
  std::vector<std::string> known;
  for (const DocumentCard& card : contents.documents) known.push_back(card.name);
  throw Failed({FailureKind::missing, fmt::format("The case has no document '{}'", name),
                did_you_mean(name, known, "entente documents CASE lists them")});
}

Case selected(Case contents, const Request& request) {
  if (request.has("--document")) keep_document(contents, request.text("--document"));
  if (request.has("--party")) keep_party(contents, request.text("--party"));
  if (request.has("--issue")) keep_issue(contents, request.text("--issue"));
  if (request.has("--speaker")) keep_speaker(contents, request.text("--speaker"));
  return contents;
}

}  // namespace entente::cli

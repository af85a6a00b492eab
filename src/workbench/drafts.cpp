// SPDX-License-Identifier: Apache-2.0
#include "workbench/drafts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/file.h"
#include "extract/extract.h"
#include "model/find.h"
#include "read/package.h"
#include "read/read.h"

namespace entente {
namespace {

constexpr std::size_t most_draft_bytes = std::size_t{16} << 20;

bool stands(const Clause& clause) { return clause.review.status != Status::rejected; }

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

Draft draft_of(std::string name, const std::vector<Clause>& all,
               const std::function<bool(const Clause&)>& wanted) {
  Draft out{std::move(name), {}};
  for (const Clause& clause : all)
    if (stands(clause) && wanted(clause)) out.clauses.push_back(clause);
  return out;
}

// A draft that several documents tell of under one name may be several drafts.
void hold_to_one_document(const Draft& draft) {
  std::set<DocumentId> documents;
  for (const Clause& clause : draft.clauses) documents.insert(clause.document);
  if (documents.size() < 2) return;
  std::vector<std::string> ids;
  for (DocumentId id : documents) ids.push_back(id.text());
  throw Failed({FailureKind::usage,
                fmt::format("'{}' is what {} documents call a draft: {}", printable(draft.name),
                            documents.size(), fmt::join(ids, ", ")),
                "Name the document instead, as in entente check CASE " + ids.front()});
}

std::optional<Draft> draft_in_case(const Case& contents, const std::string& name) {
  if (const auto id = ClauseId::parse(name))
    if (const Clause* one = find_item(contents.clauses, *id))
      return draft_of(one->draft, contents.clauses, [&](const Clause& clause) {
        return clause.document == one->document && clause.draft == one->draft;
      });
  for (const DocumentCard& card : contents.documents)
    if (card.id.text() == name || card.name == name)
      return draft_of(card.name, contents.clauses,
                      [&](const Clause& clause) { return clause.document == card.id; });
  const auto called_so = [&](const Clause& clause) { return folded(clause.draft) == folded(name); };
  const auto found = std::find_if(contents.clauses.begin(), contents.clauses.end(), called_so);
  if (found == contents.clauses.end()) return std::nullopt;
  Draft out = draft_of(found->draft, contents.clauses, called_so);
  hold_to_one_document(out);
  return out;
}

// Who is known in the case is of no matter to what a draft provides.
std::vector<Clause> clauses_in(const std::filesystem::path& path, const Codebook& codebook,
                               const Share& share) {
  Document document = or_throw(read::read_file(path));
  document.card.id = {};
  document.card.name = path.filename().string();
  const auto extractor = or_throw(extract::Extractor::load(share.data, codebook));
  extract::Roster roster;
  extractor.learn(document, roster);
  std::vector<Clause> out = extractor.extract(document, roster).clauses;
  for (Clause& clause : out) clause.document = {};
  return out;
}

Draft draft_in_file(const std::filesystem::path& path, const Codebook& codebook,
                    const Share& share) {
  const std::string bytes = or_throw(read_all(path, most_draft_bytes)),
                    name = path.filename().string();
  Draft out{name, {}};
  out.clauses = read::is_package(bytes, codebook)
                    ? or_throw(read::read_package(bytes, codebook, path.string()))
                    : clauses_in(path, codebook, share);
  if (out.clauses.empty())
    throw Failed(
        {FailureKind::bad_input, quoted(path) + " has no clause that could be read",
         "Number its clauses, as in \"Article 1. ...\", or write \"issue: option\" lines"});
  return out;
}

std::string drafts_text(const Case& contents) {
  std::vector<std::string> names;
  for (const Draft& draft : drafts_of(contents)) {
    std::string name = fmt::format("'{}'", printable(draft.name));
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names.empty() ? std::string("It has no drafts; give a file")
                       : fmt::format("It has: {}", fmt::join(names, ", "));
}

}  // namespace

std::vector<Draft> drafts_of(const Case& contents) {
  std::vector<Draft> out;
  std::map<std::pair<DocumentId, std::string_view>, std::size_t> known;
  for (const Clause& clause : contents.clauses) {
    if (!stands(clause)) continue;
    const auto [at, fresh] = known.try_emplace({clause.document, clause.draft}, out.size());
    if (fresh) out.push_back({clause.draft, {}});
    out[at->second].clauses.push_back(clause);
  }
  return out;
}

Draft draft_named(const Case& contents, const std::string& name, const Share& share) {
  if (auto found = draft_in_case(contents, name)) {
    if (!found->clauses.empty()) return std::move(*found);
    throw Failed({FailureKind::missing,
                  fmt::format("The case has no clause of a draft in '{}'", printable(name)),
                  "entente clauses CASE lists them"});
  }
  std::error_code error;
  if (std::filesystem::exists(name, error)) return draft_in_file(name, contents.codebook, share);
  throw Failed(
      {FailureKind::missing,
       fmt::format("The case has no draft '{}', and there is no such file", printable(name)),
       drafts_text(contents)});
}

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/suggesting.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analyze/suggest/suggest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "extract/people.h"
#include "extract/people/name_index.h"
#include "extract/people/pieces.h"
#include "extract/positions.h"
#include "model/find.h"
#include "report/lookup.h"
#include "report/visible.h"
#include "workbench/program.h"

namespace entente {
namespace {

constexpr std::size_t most_data_bytes = 4u << 20;
constexpr std::size_t quote_columns = 150;
constexpr std::string_view suggested_by = "Suggested by ";

analyze::Vocabulary vocabulary_in(const Share& share) {
  const auto folder = share.data / "english";
  return or_throw(
      analyze::Vocabulary::read(or_throw(read_regular(folder / "words.tsv", most_data_bytes)),
                                or_throw(read_regular(folder / "topic.words", most_data_bytes))));
}

// The statements in which an issue's cue stands.
std::set<StatementId> spoken_of(const Case& contents) {
  std::set<StatementId> out;
  if (contents.codebook.issues.empty()) return out;
  const extract::IssueMatcher matcher(contents.codebook);
  for (const Statement& one : contents.statements) {
    const std::u32string words = from_utf8(one.words);
    const text::Prose prose = text::read_prose(words, {});
    if (!matcher.issues_in(matcher.find(prose), 0, prose.tokens.size()).empty()) out.insert(one.id);
  }
  return out;
}

// The party that the whole name means by data/names and the codebook.
class KnownParties {
 public:
  KnownParties(const Share& share, const Codebook& codebook)
      : gazetteer_(or_throw(extract::Gazetteer::load(share.data / "names", codebook.parties))) {}

  std::string operator()(const std::string& name) const {
    const extract::NameIndex& index = gazetteer_.index();
    const auto words = extract::words_of_form(from_utf8(name));
    std::string party;
    index.longest([&](std::size_t i) { return index.word(words[i]); }, words.size(),
                  [&](std::size_t length, const std::vector<extract::Sense>& senses) {
                    if (length == words.size()) party = party_among(senses);
                    return true;
                  });
    return party;
  }

 private:
  std::string party_among(const std::vector<extract::Sense>& senses) const {
    for (const extract::Sense& sense : senses)
      if (sense.party != 0 && (bit(sense.use) & extract::party_uses) != 0)
        return gazetteer_.index().party(sense.party);
    return "";
  }

  extract::Gazetteer gazetteer_;
};

std::string rests_on(const Support& support) {
  return fmt::format("{} by {} in {}",
                     report::counted(support.statements, "statement", "statements"),
                     report::counted(support.voices, "voice", "voices"),
                     report::counted(support.documents, "document", "documents"));
}

std::string description_of(const SuggestedIssue& issue) {
  return fmt::format("{}{} from {}; nobody has checked it.", suggested_by, program(),
                     rests_on(issue.support));
}

// Those of the codebook that still say so.
std::vector<Issue> suggested_before(const Codebook& codebook) {
  std::vector<Issue> out;
  std::copy_if(codebook.issues.begin(), codebook.issues.end(), std::back_inserter(out),
               [](const Issue& one) { return one.description.starts_with(suggested_by); });
  return out;
}

// Two parties may not share a name: what another has already is left out.
void add_party(Codebook& codebook, Party party) {
  std::set<std::string> taken;
  for (const Party& one : codebook.parties) {
    taken.insert(one.name);
    taken.insert(one.aliases.begin(), one.aliases.end());
  }
  if (taken.contains(party.name)) return;
  std::erase_if(party.aliases, [&](const std::string& alias) {
    return taken.contains(alias) || alias == party.name;
  });
  codebook.parties.push_back(std::move(party));
}

std::string quote_line(const Case& contents, const Sample& sample) {
  const DocumentCard* card = find_item(contents.documents, sample.at.document);
  const Statement* statement = find_item(contents.statements, sample.statement);
  return fmt::format("  “{}” ({}, {} {} [{}, {}))", report::shortened(sample.words, quote_columns),
                     statement ? report::visible(statement->speaker) : "",
                     sample.at.document.text(), card ? report::visible(card->name) : "",
                     sample.at.span.begin, sample.at.span.end);
}

std::vector<std::string> remarks_on(const Case& contents, const SuggestedIssue& issue) {
  std::vector<std::string> out{"Suggestion: " + rests_on(issue.support)};
  for (const Sample& one : issue.examples) out.push_back(quote_line(contents, one));
  if (!issue.wordings.empty()) out.push_back("Words there that may make options:");
  for (const Sample& one : issue.wordings) out.push_back(quote_line(contents, one));
  return out;
}

std::string heard(const Support& support) {
  return fmt::format("{} in {}", report::counted(support.statements, "statement", "statements"),
                     report::counted(support.documents, "document", "documents"));
}

std::vector<std::string> remarks_on(const Case& contents, const SuggestedParty& party,
                                    std::string first) {
  std::vector<std::string> out{std::move(first)};
  for (const Sample& one : party.examples) out.push_back(quote_line(contents, one));
  return out;
}

std::string suggestion_of(const SuggestedParty& party) {
  return fmt::format(
      "Suggestion: {}; {}", heard(party.support),
      report::counted(party.offices, "place names an office in it", "places name an office in it"));
}

// "name: X" for whoever wants the person as a party.
std::string person_line(const SuggestedParty& one) {
  return fmt::format("  - name: {}{}, {}", report::visible(one.party.name),
                     one.role.empty() ? "" : " (" + report::visible(one.role) + ")",
                     report::counted(one.support.statements, "statement", "statements"));
}

}  // namespace

Suggestions suggestions_for(const Case& contents, const DocumentsOf& documents,
                            const Share& share) {
  const KnownParties known(share, contents.codebook);
  return analyze::suggestions(contents, spoken_of(contents), vocabulary_in(share), known,
                              documents);
}

Codebook with_suggestions(Codebook codebook, const Suggestions& found) {
  for (const SuggestedIssue& one : found.issues) {
    codebook.issues.push_back(one.issue);
    codebook.issues.back().description = description_of(one);
  }
  for (const SuggestedParty& one : found.parties)
    if (!one.person) add_party(codebook, one.party);
  return codebook;
}

exchange::AnnotatedCodebook annotated(const Case& contents, const Suggestions& found,
                                      const Share& share) {
  exchange::AnnotatedCodebook out{with_suggestions(contents.codebook, found), {}, {}, {}, {}};
  out.remarks = {
      fmt::format("A suggestion by {}: of {}, {} fit no issue of the codebook. What is new is "
                  "marked \"Suggestion\".",
                  program(), report::counted(found.statements, "statement", "statements"),
                  found.statements - found.fitting),
      "Join what is one issue, strike what is none, name options, say which party is a principal;",
      "then: entente new CASE --codebook THIS.yaml. The form is in docs/codebooks.md."};
  const analyze::TakenOver earlier =
      analyze::taken_over(contents, suggested_before(contents.codebook), vocabulary_in(share));
  for (const auto* issues : {&earlier.issues, &found.issues})
    for (const SuggestedIssue& one : *issues)
      out.issue_remarks[one.issue.id] = remarks_on(contents, one);
  for (const SuggestedParty& one : earlier.parties)
    out.party_remarks[one.party.name] = remarks_on(contents, one, "Heard: " + heard(one.support));
  for (const SuggestedParty& one : found.parties) {
    if (!one.person) {
      out.party_remarks[one.party.name] = remarks_on(contents, one, suggestion_of(one));
      continue;
    }
    if (out.last_remarks.empty())
      out.last_remarks.push_back("People of whom no text says for whom they speak:");
    out.last_remarks.push_back(person_line(one));
  }
  return out;
}

}  // namespace entente

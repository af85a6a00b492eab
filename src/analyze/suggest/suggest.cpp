// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/suggest.h"

#include "analyze/suggest/issues.h"
#include "analyze/suggest/left_over.h"
#include "analyze/suggest/parties.h"

namespace entente::analyze {
namespace {

// A statement inside another one is spoken of with it.
std::vector<StatementId> without_issue(const std::vector<const Statement*>& left_over,
                                       const std::vector<Saying>& sayings,
                                       const std::vector<bool>& spoken_of) {
  std::set<StatementId> told;
  for (std::size_t i = 0; i < sayings.size(); ++i)
    if (spoken_of[i]) told.insert(sayings[i].statement->id);
  std::vector<StatementId> out;
  for (const Statement* one : left_over)
    if (!told.contains(one->id) && !(one->within && told.contains(*one->within)))
      out.push_back(one->id);
  return out;
}

}  // namespace

Suggestions suggestions(const Case& contents, const std::set<StatementId>& spoken_of,
                        const Vocabulary& vocabulary, const PartyNamed& known,
                        const DocumentsOf& documents) {
  const Fit fit = fit_of(contents, spoken_of);
  const std::vector<Saying> open = sayings_of(fit.left_over, vocabulary),
                            fitting = sayings_of(fit.fitting, vocabulary);
  std::vector<const Statement*> all = fit.fitting;
  all.insert(all.end(), fit.left_over.begin(), fit.left_over.end());
  FoundParties parties = parties_in(contents, all, vocabulary, known, documents);
  const NamesOfCase names(contents, known, std::move(parties.names));
  Suggestions out;
  out.parties = std::move(parties.suggested);
  out.statements = fit.fitting.size() + fit.left_over.size();
  out.fitting = fit.fitting.size();
  std::vector<bool> told;
  out.issues = issues_in(open, fitting, vocabulary, names, contents.codebook.issues, told);
  out.left_over = without_issue(fit.left_over, open, told);
  return out;
}

TakenOver taken_over(const Case& contents, const std::vector<Issue>& suggested,
                     const Vocabulary& vocabulary) {
  const Fit all = fit_of(contents, {});
  std::vector<const Statement*> statements = all.fitting;
  statements.insert(statements.end(), all.left_over.begin(), all.left_over.end());
  return {resting_on(suggested, sayings_of(statements, vocabulary), vocabulary),
          heard_of(contents.codebook.parties, contents)};
}

}  // namespace entente::analyze

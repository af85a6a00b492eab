// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/layers.h"

#include <algorithm>

#include "extract/positions/whose.h"
#include "extract/positions/wording.h"

namespace entente::extract::coding {

Layers::Layers(const Reading& reading, const IssueMatches& issues, std::span<const Clause> drafted)
    : reading(reading),
      prose(reading.prose),
      issues(issues.matcher),
      drafted(drafted),
      issue_marks(issues.marks),
      sides(reading),
      marked{reading.prose, sides.mentions(),
             with_inversions(reading.prose, sides.mentions(), reading.stances)},
      voices(marked, reading.statements),
      utterances(utterances_of(reading.statements)) {
  for (const Statement& statement : reading.statements) {
    cues_.insert(cues_.end(), statement.cue.begin(), statement.cue.end());
    by_id_.emplace(statement.id, &statement);
    unspoken_.push_back(speak_for(*this, statement).empty());
  }
  std::sort(cues_.begin(), cues_.end());
}

const Statement* Layers::statement_of(const Voiced& voiced) const {
  return voiced.statement ? &reading.statements[*voiced.statement] : nullptr;
}

const Statement* Layers::statement_with(StatementId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

bool Layers::in_a_cue(std::size_t at) const {
  const auto after = std::upper_bound(cues_.begin(), cues_.end(), at,
                                      [](std::size_t a, Span cue) { return a < cue.begin; });
  return after != cues_.begin() && (after - 1)->end > at;
}

IssueClause Layers::clause(const Voiced& voiced, std::size_t first, std::size_t last) const {
  const bool refused =
      voiced.governor && voiced.governor->what == StanceWord::rejects && !voiced.governor->negated;
  const bool sourced = voiced.statement && unspoken_[*voiced.statement];
  const bool narrated = !voiced.statement && !by_teller(voiced);
  return {voiced.part, voiced.from, first, last, narrated || sourced, sourced, refused};
}

bool Layers::by_teller(const Voiced& voiced) const {
  return !voiced.statement && !voiced.teller.empty() &&
         prose.folded_word(voiced.part.first).ends_with(U"ing");
}

}  // namespace entente::extract::coding

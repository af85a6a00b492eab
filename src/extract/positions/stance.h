// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extract/positions/objects.h"
#include "extract/positions/subject.h"

namespace entente::extract::coding {

// What a clause says of an issue that it names.
struct Composed {
  Stance stance = Stance::reports;
  Firmness firmness = Firmness::unstated;
  bool topic = false;         // only that it was talked about
  bool by_predicate = false;  // a word of doing carries it
  bool by_judgement = false;  // "unacceptable"
  bool by_modal = false;      // "will", "must", "no"
  bool in_condition = false;  // the issue stands in the clause's condition
  bool required = false;      // and nothing happens without it: "only if", "until"
  bool governed = false;      // the stance comes from a predicate outside the clause
  bool deed = false;          // offered by doing it: counts only as the speaker's own
  Lack lack = Lack::none;     // what the clause lacks, for a refusal of it
  bool nobodys = false;       // "X was urged to accept": by whom is not told
  // "X must accept", "X would have to accept": what the one who says so asks of X.
  std::optional<Stance> obliged;
  std::optional<std::size_t> carrier;  // the token of the word that makes the stance
  Doer doer;                           // of the predicate
  Doer subject;                        // of the helping verb, where that makes the stance
  Span condition;                      // empty where there is none
  std::size_t first = 0;               // the tokens [first, last) that name the issue
  std::size_t last = 0;
};

// A predicate that a clause takes from outside: the statement's verb ("demanded"), or that of the
// clause before.
struct Governor {
  StanceWord what = StanceWord::demands;
  Firmness firmness = Firmness::unstated;
  bool negated = false;
  Doer doer;
  std::optional<std::size_t> token = std::nullopt;  // where it stands; none: in the statement's cue
};

// A clause, the tokens that name its issue, and where to look.
struct IssueClause {
  const Part& part;
  std::size_t from = 0;   // the first token where its subject may stand
  std::size_t first = 0;  // the issue's tokens [first, last)
  std::size_t last = 0;
  bool needs_doer = false;  // only a predicate with a named subject counts: nobody speaks here
  bool sourced = false;     // and yet it is said, by a source that speaks for no party
  bool refused = false;     // what governs it from outside refuses it: "refuses | to leave before"
};

// Predicate, negation, modality and condition of the clause, outermost first.
Composed compose(const MarkedText& marked, const IssueClause& clause);

// What the clause says by each passive with its agent: "backed by X, opposed by Y".
std::vector<Composed> composed_by_agents(const MarkedText& marked, const IssueClause& clause);

// What the clause's own predicate, if it has one, says to the clauses after it.
std::optional<Governor> governor_of(const MarkedText& marked, const IssueClause& clause);

// The clause has a finite verb of its own, so that it stands under no clause before it.
bool is_finite(const MarkedText& marked, const Part& part);

// The same under what governs the clause from outside.
Composed under(const Governor& governor, Composed inner);

Stance stance_of(StanceWord doing, bool negated);

// The predicate's class; what is wanted of another ("wants X to leave") is demanded.
StanceWord what_of(const MarkedText& marked, const StanceMark& predicate, std::size_t last);

}  // namespace entente::extract::coding

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "extract/positions/marked_text.h"
#include "extract/positions/sides.h"
#include "extract/positions/stance.h"
#include "extract/positions/voices.h"

namespace entente::extract::coding {

// A text with all that is marked in it before its positions are looked for.
struct Layers {
  Layers(const Reading& reading, const IssueMatches& issues, std::span<const Clause> drafted);
  Layers(const Layers&) = delete;

  const Statement* statement_of(const Voiced& voiced) const;  // null: the narrator
  const Statement* statement_with(StatementId id) const;      // null: not of this text
  bool in_a_cue(std::size_t at) const;                        // a code point
  IssueClause clause(const Voiced& voiced, std::size_t first, std::size_t last) const;
  // "..., X said, abandoning a demand": the participle's subject is the speaker.
  bool by_teller(const Voiced& voiced) const;

  const Reading& reading;
  const text::Prose& prose;
  const IssueMatcher& issues;
  std::span<const Clause> drafted;
  const IssueMatcher::Marks& issue_marks;
  Sides sides;
  MarkedText marked;
  Voices voices;
  std::vector<std::size_t> utterances;  // for each statement, the first of its utterance

 private:
  std::vector<Span> cues_;      // of all statements, in order
  std::vector<bool> unspoken_;  // for each statement: said by nobody who speaks for a party
  std::map<StatementId, const Statement*> by_id_;
};

}  // namespace entente::extract::coding

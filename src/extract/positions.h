// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "extract/mentions.h"
#include "model/clause.h"
#include "model/codebook.h"
#include "model/document.h"
#include "model/meeting.h"
#include "model/position.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

// Predicates, modals and negations that make a stance, words of firmness, of meetings: from data/english.
class StanceLexicon {
 public:
  static Result<StanceLexicon> load(const std::filesystem::path& english_folder);
  // ... filled in by the implementation
};

// A codebook's cues made ready for matching.
class IssueMatcher {
 public:
  explicit IssueMatcher(const Codebook& codebook);
  // ... filled in by the implementation
};

// What one text says, as these functions need it.
struct Reading {
  const DocumentCard& card;
  const text::Prose& prose;
  const std::vector<Statement>& statements;  // speakers resolved
  const std::vector<Mention>& mentions;
};

std::vector<Position> find_positions(const Reading& reading, const IssueMatcher& issues, const StanceLexicon& stances);
std::vector<Meeting> find_meetings(const Reading& reading, const StanceLexicon& stances);
std::vector<Clause> find_clauses(const Reading& reading, const IssueMatcher& issues);

}  // namespace entente::extract

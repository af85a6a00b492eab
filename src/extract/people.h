// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/failure.h"
#include "extract/mentions.h"
#include "model/codebook.h"
#include "model/document.h"
#include "model/party.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

// Countries, regions, organisations, their peoples and seats, titles of office: from data/names, plus a codebook's parties.
class Gazetteer {
 public:
  static Result<Gazetteer> load(const std::filesystem::path& names_folder, const std::vector<Party>& codebook_parties);
  // ... filled in by the implementation
};

// The people of a case, learned document by document in their order.
class Roster {
 public:
  Roster() = default;
  explicit Roster(std::vector<Person> known);

  // Takes in the full names, titles, roles and parties that a document prints.
  void learn(DocumentId document, const text::Prose& prose, const Gazetteer& gazetteer);
  const std::vector<Person>& people() const { return people_; }

 private:
  std::vector<Person> people_;
};

// Every mention in the text's order, none overlapping another; pronouns and roles already resolved where that is possible.
std::vector<Mention> find_mentions(const text::Prose& prose, const Gazetteer& gazetteer, const Roster& roster);

// Fills speaker, party and person of each statement from its source words and its surroundings.
void resolve_speakers(std::vector<Statement>& statements, const text::Prose& prose, const std::vector<Mention>& mentions,
                      const Roster& roster);

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/finding.h"

namespace entente::report {

// What somebody stated of a person's roles, with their days; else what the documents print.
std::string roles_shown(const Person& person);

// The items of a case by id, and what pages say of them. nullptr or "" where the case does not hold
// the item. The case must outlive the lookup.
class Lookup {
 public:
  explicit Lookup(const Case& contents);

  const DocumentCard* document(DocumentId id) const;
  const Statement* statement(StatementId id) const;
  const Position* position(PositionId id) const;
  const Meeting* meeting(MeetingId id) const;
  const Person* person(PersonId id) const;
  const Clause* clause(ClauseId id) const;
  const Issue* issue(std::string_view id) const;
  const Party* party(std::string_view name) const;  // nullptr: the codebook does not name it

  std::string issue_label(std::string_view id) const;  // the id itself where the codebook lacks it
  std::string option_words(std::string_view issue,
                           const std::optional<OptionRange>& option) const;  // "A", "A to B", ""
  // What the codebook says of a party: "mediator, not asked to agree", "principal, must agree";
  // "" where it says nothing.
  std::string role_words(std::string_view party) const;
  // The earlier document of which this one is a copy.
  std::optional<DocumentId> original_of(DocumentId id) const;
  std::string speaker_words(
      const Position& position) const;  // "Ilan Torre (Arvenia)"; "" where the narrator says so

  // Its party is its speaker's, which no text prints and nobody has looked at.
  bool party_is_guess(const Statement& statement) const;

  // The statement that it rests on was read without much confidence, and nobody has looked at
  // either.
  bool is_unsure(const Position& position) const;

  // The newest red line among a cell's positions. It stands until the party takes it back, whatever
  // it says later.
  const Position* red_line_of(const Cell& cell) const;

  const Case& contents() const { return contents_; }

 private:
  const Case& contents_;
  std::map<std::string_view, const Issue*> issues_;
};

std::string_view day_kind(const Position& position);  // "said", "printed"; "" without a day

std::string spoken(std::string_view word);  // "open_to" as people write it: "open to"

// Documents that are not copies of an earlier one: one wire report in two outlets is one source.
std::size_t source_count(const std::vector<DocumentCard>& documents);
// Sources of which no print has a date.
std::vector<DocumentId> undated_sources(const std::vector<DocumentCard>& documents);
std::size_t undated_count(const std::vector<DocumentCard>& documents);
std::optional<Date> newest_date(const std::vector<DocumentCard>& documents);

std::string counted(std::size_t number, std::string_view one,
                    std::string_view many);  // "1 document", "2 documents"
std::string grouped(std::size_t number);     // "3,360"
std::string percent(std::size_t part,
                    std::size_t whole);  // "37 %"; never rounded to 0 or 100 where that is not so

}  // namespace entente::report

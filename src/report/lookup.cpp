// SPDX-License-Identifier: Apache-2.0
#include "report/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/find.h"

#include "model/telling.h"

namespace entente::report {
namespace {

std::string label_of(const Issue* issue, const std::string& option) {
  if (issue)
    for (const Option& each : issue->options)
      if (each.id == option) return each.label;
  return option;
}

std::string_view consent_words(Consent consent) {
  switch (consent) {
    case Consent::required:
      return "must agree";
    case Consent::not_required:
      return "not asked to agree";
    case Consent::unstated:
      break;
  }
  return "";
}

}  // namespace

std::string roles_shown(const Person& person) {
  std::string out;
  for (const Role& role : person.roles) {
    std::string days = role.from && role.until
                           ? to_string(*role.from) + " to " + to_string(*role.until)
                       : role.from  ? "from " + to_string(*role.from)
                       : role.until ? "until " + to_string(*role.until)
                                    : "";
    out += (out.empty() ? "" : "; ") + role.name + (days.empty() ? "" : " (" + days + ")");
  }
  return out.empty() ? person.role : out;
}

Lookup::Lookup(const Case& contents) : contents_(contents) {
  for (const Issue& issue : contents.codebook.issues) issues_.emplace(issue.id, &issue);
}

const DocumentCard* Lookup::document(DocumentId id) const {
  return find_item(contents_.documents, id);
}
const Statement* Lookup::statement(StatementId id) const {
  return find_item(contents_.statements, id);
}
const Position* Lookup::position(PositionId id) const { return find_item(contents_.positions, id); }
const Meeting* Lookup::meeting(MeetingId id) const { return find_item(contents_.meetings, id); }
const Person* Lookup::person(PersonId id) const { return find_item(contents_.people, id); }
const Clause* Lookup::clause(ClauseId id) const { return find_item(contents_.clauses, id); }

const Issue* Lookup::issue(std::string_view id) const {
  const auto found = issues_.find(id);
  return found == issues_.end() ? nullptr : found->second;
}

const Party* Lookup::party(std::string_view name) const {
  const auto& parties = contents_.codebook.parties;
  const auto found = std::find_if(parties.begin(), parties.end(),
                                  [&](const Party& each) { return each.name == name; });
  return found == parties.end() ? nullptr : &*found;
}

std::string Lookup::role_words(std::string_view name) const {
  const Party* found = party(name);
  if (!found) return "";
  const std::string_view kind =
      found->kind == PartyKind::unstated ? std::string_view{} : word_of(found->kind);
  const std::string_view asked = consent_words(found->consent);
  return fmt::format("{}{}{}", kind, kind.empty() || asked.empty() ? "" : ", ", asked);
}

std::optional<DocumentId> Lookup::original_of(DocumentId id) const {
  const DocumentCard* card = document(id);
  return card ? card->same_account_as : std::nullopt;
}

std::string Lookup::issue_label(std::string_view id) const {
  const Issue* found = issue(id);
  return found && !found->label.empty() ? found->label : std::string{id};
}

std::string Lookup::option_words(std::string_view issue_id,
                                 const std::optional<OptionRange>& option) const {
  if (!option) return "";
  const std::string low = label_of(issue(issue_id), option->low);
  return option->low == option->high ? low : low + " to " + label_of(issue(issue_id), option->high);
}

std::string Lookup::speaker_words(const Position& position) const {
  if (position.reported_by == "narrator") return "";
  for (const Statement* said : telling(position, [&](StatementId id) { return statement(id); }))
    if (said->speaker == position.reported_by && !said->party.empty() &&
        said->party != said->speaker)
      return said->speaker + " (" + said->party + ")";
  return position.reported_by;
}

bool Lookup::party_is_guess(const Statement& statement) const {
  const Person* speaker = statement.person ? person(*statement.person) : nullptr;
  if (speaker && speaker->party.empty() && speaker->same_as) speaker = person(*speaker->same_as);
  return speaker && entente::party_is_guess(*speaker) && speaker->party == statement.party &&
         is_suggested(statement.review);
}

bool Lookup::is_unsure(const Position& position) const {
  const Statement* rests_on = position.statement ? statement(*position.statement) : nullptr;
  return rests_on && is_suggested(position.review) && entente::is_unsure(*rests_on);
}

const Position* Lookup::red_line_of(const Cell& cell) const {
  return cell.red_line ? position(*cell.red_line) : nullptr;
}

std::string_view day_kind(const Position& position) {
  return position.said ? "said" : position.printed ? "printed" : "";
}

std::string spoken(std::string_view word) {
  std::string out{word};
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::size_t source_count(const std::vector<DocumentCard>& documents) {
  return static_cast<std::size_t>(
      std::count_if(documents.begin(), documents.end(),
                    [](const DocumentCard& card) { return !card.same_account_as; }));
}

std::vector<DocumentId> undated_sources(const std::vector<DocumentCard>& documents) {
  std::set<DocumentId> dated;
  for (const DocumentCard& card : documents)
    if (card.date) dated.insert(card.same_account_as.value_or(card.id));
  std::vector<DocumentId> undated;
  for (const DocumentCard& card : documents)
    if (!card.same_account_as && !dated.contains(card.id)) undated.push_back(card.id);
  return undated;
}

std::size_t undated_count(const std::vector<DocumentCard>& documents) {
  return undated_sources(documents).size();
}

std::optional<Date> newest_date(const std::vector<DocumentCard>& documents) {
  std::optional<Date> newest;
  for (const DocumentCard& card : documents)
    if (card.date && (!newest || *newest < *card.date)) newest = card.date;
  return newest;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(number), number == 1 ? one : many);
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "no data";
  const std::size_t rounded = (200 * part + whole) / (2 * whole);
  if (rounded == 0 && part > 0) return "less than 1 %";
  if (rounded == 100 && part < whole) return "more than 99 %";
  return fmt::format("{} %", rounded);
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "workbench/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "base/failure.h"
#include "model/find.h"
#include "workbench/plain.h"

namespace entente {
namespace {

Failed no_such(const std::string& what, const std::string& value, const std::string& cure) {
  return Failed({FailureKind::usage, fmt::format("'{}' is no {}", value, what), cure});
}

template <class Enum>
Enum word_as(const std::string& what, const std::string& value) {
  if (const auto found = from_word<Enum>(value)) return *found;
  throw no_such(what, value, fmt::format("Take one of: {}", fmt::join(words<Enum>, ", ")));
}

std::optional<Date> date_as(const std::string& value) {
  if (value.empty()) return std::nullopt;
  if (const auto date = parse_date(value)) return date;
  throw no_such("date", value, "Write it as 2031-03-05, or leave it empty for no date");
}

std::vector<Role> roles_as(const std::string& value) {
  if (auto roles = parse_roles(value)) return std::move(*roles);
  throw no_such("list of roles", value,
                "Write them as in \"2030-01-05..2031-02-01 Foreign Minister; 2031-02-02.. Envoy\", "
                "with the first day no later than the last");
}

template <class Items>
std::string ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

const Issue& issue_as(const std::string& value, const Case& in) {
  const auto& issues = in.codebook.issues;
  const auto issue =
      std::find_if(issues.begin(), issues.end(), [&](const Issue& one) { return one.id == value; });
  if (issue != issues.end()) return *issue;
  throw no_such("issue of the codebook", value, "Take one of: " + ids_of(issues));
}

bool has_option(const Issue& issue, const std::string& id) {
  return std::any_of(issue.options.begin(), issue.options.end(),
                     [&](const Option& option) { return option.id == id; });
}

std::size_t step_of(const Issue& issue, const std::string& id) {
  const auto same = [&](const Option& option) { return option.id == id; };
  return static_cast<std::size_t>(std::find_if(issue.options.begin(), issue.options.end(), same) -
                                  issue.options.begin());
}

// Both ends are options of the issue, low before high; an unordered issue has no ranges.
bool fits(const OptionRange& range, const Issue& issue) {
  if (!has_option(issue, range.low) || !has_option(issue, range.high)) return false;
  return range.low == range.high ||
         (issue.ordered && step_of(issue, range.low) < step_of(issue, range.high));
}

std::optional<OptionRange> option_as(const std::string& value, const std::string& issue_id,
                                     const Case& in) {
  if (value.empty()) return std::nullopt;
  const Issue& issue = issue_as(issue_id, in);
  const auto dots = value.find("..");
  const OptionRange range{value.substr(0, dots),
                          dots == value.npos ? value : value.substr(dots + 2)};
  if (fits(range, issue)) return range;
  if (issue.options.empty())
    throw no_such("option of " + issue.id, value, "The codebook gives this issue no options");
  throw no_such("option of " + issue.id, value,
                fmt::format("Take one of: {}{}", ids_of(issue.options),
                            issue.ordered ? "; or a range in that order, as in low..high" : ""));
}

// What was placed on another issue's ladder is not placed on this one.
void drop_foreign_option(std::optional<OptionRange>& option, const std::string& issue_id,
                         const Case& in) {
  if (option && !(issue_id.empty() ? false : fits(*option, issue_as(issue_id, in)))) option.reset();
}

std::string not_empty(const std::string& field, const std::string& value) {
  if (std::string text = trimmed(value); !text.empty()) return text;
  throw Failed({FailureKind::usage, fmt::format("{} may not be empty", field),
                fmt::format("Give {}=NAME", field)});
}

const Person* person_by_name(const std::string& name, const Case& in) {
  const auto person = std::find_if(in.people.begin(), in.people.end(),
                                   [&](const Person& one) { return one.name == name; });
  return person == in.people.end() ? nullptr : &*person;
}

// The person that `value` names, who is not, by any number of steps, the same as `self` already.
std::optional<PersonId> same_as(const Person& self, const std::string& value, const Case& in) {
  if (value.empty()) return std::nullopt;
  const auto id = PersonId::parse(value);
  if (!id || !find_item(in.people, *id))
    throw no_such("person of the case", value, "`entente people CASE` lists them");
  const Person* next = find_item(in.people, *id);
  for (std::size_t steps = 0; next && steps <= in.people.size(); ++steps) {
    if (next->id == self.id)
      throw Failed({FailureKind::usage,
                    fmt::format("{} would be the same person as itself", self.id.text()),
                    "Name the other one, or undo its merge first"});
    next = next->same_as ? find_item(in.people, *next->same_as) : nullptr;
  }
  return id;
}

template <class Item>
struct Field {
  std::string_view name;
  void (*set)(Item& item, const std::string& value, const Case& in);
};

constexpr Field<DocumentCard> document_fields[] = {
    {"title", [](DocumentCard& item, const std::string& value,
                 const Case&) { item.title = trimmed(value); }},
    {"outlet", [](DocumentCard& item, const std::string& value,
                  const Case&) { item.outlet = trimmed(value); }},
    {"date",
     [](DocumentCard& item, const std::string& value, const Case&) { item.date = date_as(value); }},
    {"language", [](DocumentCard& item, const std::string& value,
                    const Case&) { item.language = trimmed(value); }},
};

constexpr Field<Statement> statement_fields[] = {
    {"speaker",
     [](Statement& item, const std::string& value, const Case& in) {
       item.speaker = trimmed(value);
       const Person* person = person_by_name(item.speaker, in);
       item.person = person ? std::optional{person->id} : std::nullopt;
     }},
    {"party",
     [](Statement& item, const std::string& value, const Case&) { item.party = trimmed(value); }},
    {"polarity", [](Statement& item, const std::string& value,
                    const Case&) { item.polarity = word_as<Polarity>("polarity", value); }},
};

// The issue comes before the option, which is read against it.
constexpr Field<Position> position_fields[] = {
    {"party", [](Position& item, const std::string& value,
                 const Case&) { item.party = not_empty("party", value); }},
    {"issue",
     [](Position& item, const std::string& value, const Case& in) {
       item.issue = issue_as(value, in).id;
       drop_foreign_option(item.option, item.issue, in);
     }},
    {"stance", [](Position& item, const std::string& value,
                  const Case&) { item.stance = word_as<Stance>("stance", value); }},
    {"firmness", [](Position& item, const std::string& value,
                    const Case&) { item.firmness = word_as<Firmness>("firmness", value); }},
    {"option", [](Position& item, const std::string& value,
                  const Case& in) { item.option = option_as(value, item.issue, in); }},
    {"condition", [](Position& item, const std::string& value,
                     const Case&) { item.condition = trimmed(value); }},
    {"shift", [](Position& item, const std::string& value,
                 const Case&) { item.shift = word_as<Shift>("shift", value); }},
    {"said",
     [](Position& item, const std::string& value, const Case&) { item.said = date_as(value); }},
};

constexpr Field<Meeting> meeting_fields[] = {
    {"parties",
     [](Meeting& item, const std::string& value, const Case&) { item.parties = list_as(value); }},
    {"people",
     [](Meeting& item, const std::string& value, const Case&) { item.people = list_as(value); }},
    {"place",
     [](Meeting& item, const std::string& value, const Case&) { item.place = trimmed(value); }},
    {"when_words", [](Meeting& item, const std::string& value,
                      const Case&) { item.when_words = trimmed(value); }},
    {"when",
     [](Meeting& item, const std::string& value, const Case&) { item.when = date_as(value); }},
    {"status", [](Meeting& item, const std::string& value,
                  const Case&) { item.status = word_as<MeetingStatus>("status", value); }},
};

constexpr Field<Person> person_fields[] = {
    {"name", [](Person& item, const std::string& value,
                const Case&) { item.name = not_empty("name", value); }},
    {"role",
     [](Person& item, const std::string& value, const Case&) { item.role = trimmed(value); }},
    {"roles",
     [](Person& item, const std::string& value, const Case&) { item.roles = roles_as(value); }},
    {"party",
     [](Person& item, const std::string& value, const Case&) {
       item.party = trimmed(value);
       item.party_guessed = false;
     }},
    {"same_as", [](Person& item, const std::string& value,
                   const Case& in) { item.same_as = same_as(item, value, in); }},
};

constexpr Field<Clause> clause_fields[] = {
    {"draft",
     [](Clause& item, const std::string& value, const Case&) { item.draft = trimmed(value); }},
    {"number",
     [](Clause& item, const std::string& value, const Case&) { item.number = trimmed(value); }},
    {"issue",
     [](Clause& item, const std::string& value, const Case& in) {
       item.issue = value.empty() ? "" : issue_as(value, in).id;
       drop_foreign_option(item.option, item.issue, in);
     }},
    {"option", [](Clause& item, const std::string& value,
                  const Case& in) { item.option = option_as(value, item.issue, in); }},
};

constexpr Field<Lever> lever_fields[] = {
    {"holder", [](Lever& item, const std::string& value,
                  const Case&) { item.holder = not_empty("holder", value); }},
    {"kind", [](Lever& item, const std::string& value,
                const Case&) { item.kind = not_empty("kind", value); }},
    {"use", [](Lever& item, const std::string& value,
               const Case&) { item.use = word_as<LeverUse>("use", value); }},
    {"target",
     [](Lever& item, const std::string& value, const Case&) { item.target = trimmed(value); }},
    {"condition",
     [](Lever& item, const std::string& value, const Case&) { item.condition = trimmed(value); }},
    {"deadline_words", [](Lever& item, const std::string& value,
                          const Case&) { item.deadline_words = trimmed(value); }},
    {"deadline",
     [](Lever& item, const std::string& value, const Case&) { item.deadline = date_as(value); }},
};

template <class Item>
std::string names_of(std::span<const Field<Item>> fields) {
  std::vector<std::string_view> names;
  for (const auto& field : fields) names.push_back(field.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

template <class Item>
void set_all(Item& item, const std::map<std::string, std::string>& values, const Case& in,
             std::span<const Field<Item>> fields) {
  for (const auto& [name, value] : values)
    if (std::none_of(fields.begin(), fields.end(),
                     [&](const auto& field) { return field.name == name; }))
      throw no_such("field of " + item.id.text(), name, "Take one of: " + names_of(fields));
  for (const auto& field : fields)
    if (const auto value = values.find(std::string(field.name)); value != values.end()) {
      hold_plain(fmt::format("{} of {}", field.name, item.id.text()), value->second);
      field.set(item, value->second, in);
    }
}

std::string range_text(const std::optional<OptionRange>& range) {
  if (!range) return "";
  return range->low == range->high ? range->low : range->low + ".." + range->high;
}

std::string date_text(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

std::string list_text(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

template <class Any>
std::string id_text(const std::optional<Any>& id) {
  return id ? id->text() : "";
}

std::string spans_text(const std::vector<Span>& spans) {
  std::vector<std::string> texts;
  for (Span span : spans) texts.push_back(fmt::format("{}-{}", span.begin, span.end));
  return fmt::format("{}", fmt::join(texts, ";"));
}

template <class Item>
Words with_review(Words words, const Item& item) {
  words.emplace_back("review", word_of(item.review.status));
  words.emplace_back("by", item.review.by);
  return words;
}

}  // namespace

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == text.npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> list_as(const std::string& value) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    if (std::string name = trimmed(std::string_view(value).substr(at, comma - at)); !name.empty())
      names.push_back(name);
    at = comma + 1;
  }
  return names;
}

Words words_in(const DocumentCard& document) {
  return {{"title", document.title},
          {"outlet", document.outlet},
          {"date", date_text(document.date)},
          {"language", document.language}};
}

Words words_in(const Statement& statement) {
  return with_review({{"speaker", statement.speaker},
                      {"party", statement.party},
                      {"person", id_text(statement.person)},
                      {"content", spans_text(statement.content)},
                      {"continues", id_text(statement.continues)},
                      {"polarity", std::string(word_of(statement.polarity))}},
                     statement);
}

Words words_in(const Position& position) {
  return with_review({{"evidence", spans_text({position.evidence})},
                      {"party", position.party},
                      {"issue", position.issue},
                      {"stance", std::string(word_of(position.stance))},
                      {"firmness", std::string(word_of(position.firmness))},
                      {"option", range_text(position.option)},
                      {"condition", position.condition},
                      {"shift", std::string(word_of(position.shift))},
                      {"said", date_text(position.said)},
                      {"printed", date_text(position.printed)},
                      {"reported_by", position.reported_by},
                      {"statement", id_text(position.statement)}},
                     position);
}

Words words_in(const Meeting& meeting) {
  return with_review({{"parties", list_text(meeting.parties)},
                      {"people", list_text(meeting.people)},
                      {"place", meeting.place},
                      {"when_words", meeting.when_words},
                      {"when", date_text(meeting.when)},
                      {"status", std::string(word_of(meeting.status))}},
                     meeting);
}

Words words_in(const Person& person) {
  return with_review({{"name", person.name},
                      {"role", person.role},
                      {"roles", roles_text(person.roles)},
                      {"party", person.party},
                      {"party_guessed", person.party_guessed ? "yes" : "no"},
                      {"same_as", id_text(person.same_as)}},
                     person);
}

Words words_in(const Clause& clause) {
  return with_review({{"draft", clause.draft},
                      {"number", clause.number},
                      {"issue", clause.issue},
                      {"option", range_text(clause.option)}},
                     clause);
}

Words words_in(const Lever& lever) {
  return with_review({{"holder", lever.holder},
                      {"kind", lever.kind},
                      {"use", std::string(word_of(lever.use))},
                      {"target", lever.target},
                      {"condition", lever.condition},
                      {"deadline_words", lever.deadline_words},
                      {"deadline", date_text(lever.deadline)},
                      {"printed", date_text(lever.printed)}},
                     lever);
}

void set_fields(DocumentCard& document, const std::map<std::string, std::string>& fields,
                const Case& in) {
  set_all<DocumentCard>(document, fields, in, document_fields);
}
void set_fields(Statement& statement, const std::map<std::string, std::string>& fields,
                const Case& in) {
  set_all<Statement>(statement, fields, in, statement_fields);
}
void set_fields(Position& position, const std::map<std::string, std::string>& fields,
                const Case& in) {
  set_all<Position>(position, fields, in, position_fields);
}
void set_fields(Meeting& meeting, const std::map<std::string, std::string>& fields,
                const Case& in) {
  set_all<Meeting>(meeting, fields, in, meeting_fields);
}
void set_fields(Person& person, const std::map<std::string, std::string>& fields, const Case& in) {
  set_all<Person>(person, fields, in, person_fields);
}
void set_fields(Clause& clause, const std::map<std::string, std::string>& fields, const Case& in) {
  set_all<Clause>(clause, fields, in, clause_fields);
}

void set_fields(Lever& lever, const std::map<std::string, std::string>& fields, const Case& in) {
  set_all<Lever>(lever, fields, in, lever_fields);
}

}  // namespace entente

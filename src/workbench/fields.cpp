// SPDX-License-Identifier: Apache-2.0
#include "workbench/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <type_traits>

#include "base/failure.h"
#include "model/find.h"
#include "workbench/places.h"
#include "workbench/plain.h"

namespace entente {
namespace {

Failed no_such(const std::string& what, const std::string& value, const std::string& cure) {
  return Failed({FailureKind::usage, fmt::format("'{}' is no {}", value, what), cure});
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

// "low..high", or one option alone.
OptionRange range_of(const std::string& value) {
  const auto dots = value.find("..");
  return {value.substr(0, dots), dots == value.npos ? value : value.substr(dots + 2)};
}

std::optional<OptionRange> option_as(const std::string& value, const std::string& issue_id,
                                     const Case& in) {
  if (value.empty()) return std::nullopt;
  const Issue& issue = issue_as(issue_id, in);
  const OptionRange range = range_of(value);
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

// What a person wants a field to be.
struct Told {
  std::string_view field;
  const std::string& value;
  const Case& in;
};

std::string not_empty(const Told& told) {
  if (std::string text = trimmed(told.value); !text.empty()) return text;
  throw Failed({FailureKind::usage, fmt::format("{} may not be empty", told.field),
                fmt::format("Give {}=NAME", told.field)});
}

// ---- how a value of each type is said, put back from what was said, and set by a person

std::string said(const std::string& text) { return text; }
std::string said(bool flag) { return flag ? "yes" : "no"; }
std::string said(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }
std::string said(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}
std::string said(const std::vector<Role>& roles) { return roles_text(roles); }
std::string said(Span span) { return fmt::format("{}-{}", span.begin, span.end); }
std::string said(const std::vector<Span>& spans) {
  std::vector<std::string> texts;
  for (Span span : spans) texts.push_back(said(span));
  return fmt::format("{}", fmt::join(texts, ";"));
}
std::string said(const std::optional<OptionRange>& range) {
  if (!range) return "";
  return range->low == range->high ? range->low : range->low + ".." + range->high;
}
template <class Any>
std::string said(const std::optional<Any>& id) {
  return id ? id->text() : "";
}
template <class Enum>
  requires std::is_enum_v<Enum>
std::string said(Enum word) {
  return std::string(word_of(word));
}

// False where `value` cannot have been said of it.
bool put_back(std::string& text, const std::string& value) {
  text = value;
  return true;
}
bool put_back(bool& flag, const std::string& value) {
  flag = value == "yes";
  return flag || value == "no";
}
bool put_back(std::optional<Date>& date, const std::string& value) {
  date = parse_date(value);
  return date || value.empty();
}
bool put_back(std::vector<std::string>& names, const std::string& value) {
  names.clear();
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t comma = std::min(value.find(", ", at), value.size());
    names.push_back(value.substr(at, comma - at));
    at = comma + 2;
  }
  return true;
}
bool put_back(std::vector<Role>& roles, const std::string& value) {
  const auto found = parse_roles(value);
  if (found) roles = *found;
  return found.has_value();
}
bool put_back(std::vector<Span>& spans, const std::string& value) {
  const auto found = places_in(value);
  if (found) spans = *found;
  return found.has_value();
}
bool put_back(Span& span, const std::string& value) {
  const auto found = places_in(value);
  if (found) span = found->front();
  return found && found->size() == 1;
}
bool put_back(std::optional<OptionRange>& range, const std::string& value) {
  const OptionRange found = range_of(value);
  range = value.empty() ? std::nullopt : std::optional(found);
  return true;
}
template <class Any>
bool put_back(std::optional<Any>& id, const std::string& value) {
  id = Any::parse(value);
  return id || value.empty();
}
template <class Enum>
  requires std::is_enum_v<Enum>
bool put_back(Enum& word, const std::string& value) {
  const auto found = from_word<Enum>(value);
  if (found) word = *found;
  return found.has_value();
}

void set(std::string& text, const Told& told) { text = trimmed(told.value); }
void set(std::vector<std::string>& names, const Told& told) { names = list_as(told.value); }
void set(std::vector<Role>& roles, const Told& told) {
  if (!put_back(roles, told.value))
    throw no_such("list of roles", told.value,
                  "Write them as in \"2030-01-05..2031-02-01 Foreign Minister; 2031-02-02.. "
                  "Envoy\", with the first day no later than the last");
}
void set(std::optional<Date>& date, const Told& told) {
  date = parse_date(told.value);
  if (!date && !told.value.empty())
    throw no_such("date", told.value, "Write it as 2031-03-05, or leave it empty for no date");
}
template <class Enum>
  requires std::is_enum_v<Enum>
void set(Enum& word, const Told& told) {
  const auto found = from_word<Enum>(told.value);
  if (!found)
    throw no_such(std::string(told.field), told.value,
                  fmt::format("Take one of: {}", fmt::join(words<Enum>, ", ")));
  word = *found;
}

// ---- the fields of each kind of item

template <class Item>
struct Field {
  std::string_view name;
  std::string (*said)(const Item&);
  bool (*put_back)(Item&, const std::string&);
  void (*set)(Item&, const Told&);  // null: it only follows from others
};

template <class Item, class Value>
Item item_with(Value Item::*);
template <auto member>
using ItemWith = decltype(item_with(member));

// What nobody sets by name: it is placed by its words, or follows from other fields.
template <auto member, class Item = ItemWith<member>>
constexpr Field<Item> follows(std::string_view name) {
  return {name, [](const Item& item) { return said(item.*member); },
          [](Item& item, const std::string& value) { return put_back(item.*member, value); },
          nullptr};
}
template <auto member, class Item = ItemWith<member>>
constexpr Field<Item> field(std::string_view name,
                            std::type_identity_t<void (*)(Item&, const Told&)> by) {
  Field<Item> out = follows<member>(name);
  out.set = by;
  return out;
}
template <auto member, class Item = ItemWith<member>>
constexpr Field<Item> field(std::string_view name) {
  return field<member>(name, [](Item& item, const Told& told) { set(item.*member, told); });
}
template <auto member, class Item = ItemWith<member>>
constexpr Field<Item> named(std::string_view name) {
  return field<member>(name, [](Item& item, const Told& told) { item.*member = not_empty(told); });
}

template <class Item>
constexpr Field<Item> review_of{
    "review", [](const Item& item) { return said(item.review.status); },
    [](Item& item, const std::string& value) { return put_back(item.review.status, value); },
    nullptr};
template <class Item>
constexpr Field<Item> reviewer_of{
    "by", [](const Item& item) { return item.review.by; },
    [](Item& item, const std::string& value) { return put_back(item.review.by, value); }, nullptr};

template <class Item>
void set_issue(Item& item, const Told& told) {
  item.issue = told.value.empty() ? "" : issue_as(told.value, told.in).id;
  drop_foreign_option(item.option, item.issue, told.in);
}
template <class Item>
void set_option(Item& item, const Told& told) {
  item.option = option_as(told.value, item.issue, told.in);
}

template <class Item>
constexpr std::array<Field<Item>, 0> table_of{};

template <>
constexpr std::array table_of<DocumentCard>{
    field<&DocumentCard::title>("title"),
    field<&DocumentCard::outlet>("outlet"),
    field<&DocumentCard::date>("date"),
    field<&DocumentCard::language>("language"),
};

template <>
constexpr std::array table_of<Statement>{
    field<&Statement::speaker>("speaker",
                               [](Statement& item, const Told& told) {
                                 item.speaker = trimmed(told.value);
                                 const Person* person = person_by_name(item.speaker, told.in);
                                 item.person = person ? std::optional{person->id} : std::nullopt;
                               }),
    field<&Statement::party>("party"),
    follows<&Statement::person>("person"),
    follows<&Statement::content>("content"),
    follows<&Statement::continues>("continues"),
    field<&Statement::polarity>("polarity"),
    review_of<Statement>,
    reviewer_of<Statement>,
};

// The issue comes before the option, which is read against it.
template <>
constexpr std::array table_of<Position>{
    follows<&Position::evidence>("evidence"),
    named<&Position::party>("party"),
    field<&Position::issue>("issue",
                            [](Position& item, const Told& told) {
                              issue_as(told.value, told.in);
                              set_issue(item, told);
                            }),
    field<&Position::stance>("stance"),
    field<&Position::firmness>("firmness"),
    field<&Position::option>("option", set_option<Position>),
    field<&Position::condition>("condition"),
    field<&Position::shift>("shift"),
    field<&Position::said>("said"),
    follows<&Position::printed>("printed"),
    follows<&Position::reported_by>("reported_by"),
    follows<&Position::statement>("statement"),
    review_of<Position>,
    reviewer_of<Position>,
};

template <>
constexpr std::array table_of<Meeting>{
    field<&Meeting::parties>("parties"),
    field<&Meeting::people>("people"),
    field<&Meeting::place>("place"),
    field<&Meeting::when_words>("when_words"),
    field<&Meeting::when>("when"),
    field<&Meeting::status>("status"),
    review_of<Meeting>,
    reviewer_of<Meeting>,
};

template <>
constexpr std::array table_of<Person>{
    named<&Person::name>("name"),
    field<&Person::role>("role"),
    field<&Person::roles>("roles"),
    field<&Person::party>("party",
                          [](Person& item, const Told& told) {
                            set(item.party, told);
                            item.party_guessed = false;
                          }),
    follows<&Person::party_guessed>("party_guessed"),
    field<&Person::same_as>(
        "same_as",
        [](Person& item, const Told& told) { item.same_as = same_as(item, told.value, told.in); }),
    review_of<Person>,
    reviewer_of<Person>,
};

template <>
constexpr std::array table_of<Clause>{
    field<&Clause::draft>("draft"),
    field<&Clause::number>("number"),
    field<&Clause::issue>("issue", set_issue<Clause>),
    field<&Clause::option>("option", set_option<Clause>),
    review_of<Clause>,
    reviewer_of<Clause>,
};

template <>
constexpr std::array table_of<Lever>{
    named<&Lever::holder>("holder"),
    named<&Lever::kind>("kind"),
    field<&Lever::use>("use"),
    field<&Lever::target>("target"),
    field<&Lever::condition>("condition"),
    field<&Lever::deadline_words>("deadline_words"),
    field<&Lever::deadline>("deadline"),
    follows<&Lever::printed>("printed"),
    follows<&Lever::reported_by>("reported_by"),
    review_of<Lever>,
    reviewer_of<Lever>,
};

template <class Item>
std::string names_of_fields() {
  std::vector<std::string_view> names;
  for (const auto& field : table_of<Item>)
    if (field.set) names.push_back(field.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

using Values = std::map<std::string, std::string>;

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

template <class Item>
Words FieldsOf<Item>::words(const Item& item) {
  Words out;
  for (const auto& field : table_of<Item>) out.emplace_back(field.name, field.said(item));
  return out;
}

template <class Item>
void FieldsOf<Item>::set(Item& item, const Values& values, const Case& in) {
  for (const auto& [name, value] : values)
    if (std::none_of(table_of<Item>.begin(), table_of<Item>.end(),
                     [&](const auto& field) { return field.set && field.name == name; }))
      throw no_such("field of " + item.id.text(), name, "Take one of: " + names_of_fields<Item>());
  for (const auto& field : table_of<Item>)
    if (const auto value = values.find(std::string(field.name)); value != values.end()) {
      hold_plain(fmt::format("{} of {}", field.name, item.id.text()), value->second);
      field.set(item, {field.name, value->second, in});
    }
}

template <class Item>
void FieldsOf<Item>::restore(Item& item, const Values& values) {
  const std::string id = item.id.text();
  std::size_t known = 0;
  for (const auto& field : table_of<Item>) {
    const auto value = values.find(std::string(field.name));
    if (value == values.end()) continue;
    if (!field.put_back(item, value->second))
      throw Failed({FailureKind::damaged,
                    fmt::format("The log says that {} of {} was '{}', which it cannot be",
                                field.name, id, value->second),
                    "Edit the item instead"});
    ++known;
  }
  if (known != values.size())
    throw Failed({FailureKind::damaged,
                  fmt::format("The log tells of a field that {} does not have", id),
                  "Edit the item instead"});
}

template struct FieldsOf<DocumentCard>;
template struct FieldsOf<Statement>;
template struct FieldsOf<Position>;
template struct FieldsOf<Meeting>;
template struct FieldsOf<Person>;
template struct FieldsOf<Clause>;
template struct FieldsOf<Lever>;

}  // namespace entente

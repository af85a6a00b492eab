// SPDX-License-Identifier: Apache-2.0
// Splits and merges of a revision.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.h"
#include "model/find.h"
#include "workbench/items.h"
#include "workbench/merge_lines.h"
#include "workbench/review.h"

namespace entente {
namespace {

constexpr std::string_view between_fragments = " … ";

[[noreturn]] void refuse_regrouping(std::string what, std::string cure) {
  throw Failed({FailureKind::usage, std::move(what), std::move(cure)});
}

std::vector<Person>& list_of(Case& contents, const Person&) { return contents.people; }
std::vector<Statement>& list_of(Case& contents, const Statement&) { return contents.statements; }
std::vector<Position>& list_of(Case& contents, const Position&) { return contents.positions; }
std::vector<Meeting>& list_of(Case& contents, const Meeting&) { return contents.meetings; }
std::vector<Clause>& list_of(Case& contents, const Clause&) { return contents.clauses; }
std::vector<Lever>& list_of(Case& contents, const Lever&) { return contents.levers; }

// The item that `name` names, of the same kind as `like`.
template <class Item>
Item& same_kind(Case& contents, const Item& like, const std::string& name) {
  const auto id = decltype(like.id)::parse(name);
  Item* found = id ? find_item(list_of(contents, like), *id) : nullptr;
  if (!found)
    refuse_regrouping(fmt::format("{} and {} are not two items of one kind", like.id.text(), name),
                      "Name items of one kind, as listings show them");
  if (found == &like)
    refuse_regrouping(fmt::format("{} is named twice", name), "Name each item once");
  return *found;
}

template <class Item>
void refuse_if_rejected(const Item& item) {
  if (item.review.status == Status::rejected)
    refuse_regrouping(fmt::format("{} is rejected", item.id.text()),
                      fmt::format("Confirm {} first", item.id.text()));
}

template <class Item>
void hold_one_document(const Item& first, const Item& other) {
  refuse_if_rejected(first);
  refuse_if_rejected(other);
  if (first.document != other.document)
    refuse_regrouping(fmt::format("{} and {} stand in two documents, and two accounts stay two",
                                  first.id.text(), other.id.text()),
                      "Merge what one document tells twice");
}

using FieldNames = std::initializer_list<std::string_view>;

bool is_among(const std::string& name, FieldNames names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Two codings of one thing are merged; of two things one would be lost. `same`: these are equal.
// `alike`: so are these, where both are known.
template <class Item>
void hold_one_thing(const Item& first, const Item& other, FieldNames same, FieldNames alike) {
  const Words one = words_in(first), two = words_in(other);
  std::vector<std::string> differing, cure;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const auto& [name, value] = one[i];
    const std::string& its = two[i].second;
    const bool known = !value.empty() && !its.empty();
    if (value == its || !(is_among(name, same) || (known && is_among(name, alike)))) continue;
    const auto quoted = [](const std::string& text) { return text.empty() ? "none" : text; };
    differing.push_back(
        fmt::format("the {} of one is {}, of the other {}", name, quoted(value), quoted(its)));
    cure.push_back(fmt::format("--set {}=VALUE", name));
  }
  if (differing.empty()) return;
  refuse_regrouping(fmt::format("{} and {} are not one: {}", first.id.text(), other.id.text(),
                                fmt::join(differing, "; ")),
                    fmt::format("If they are, edit the one that is wrong first: entente edit CASE "
                                "{} {}",
                                other.id.text(), fmt::join(cure, " ")));
}

void add_missing(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

template <class Value>
void fill(Value& value, const Value& from, const Value& unknown = Value{}) {
  if (value == unknown) value = from;
}

// Where `part` stands in the words of a span.
Span part_of(Span span, const std::string& words, const std::string& part,
             const std::string& item) {
  const std::size_t at = from_utf8(words).find(from_utf8(part));
  if (at == std::u32string::npos || part.empty())
    refuse_regrouping(fmt::format("The words of {} do not hold \"{}\"", item, part),
                      fmt::format("Take words as `entente show CASE {}` prints them", item));
  return {span.begin + at, span.begin + at + from_utf8(part).size()};
}

template <class Item>
void take_part(Item& item, const std::string& words) {
  item.evidence = part_of(item.evidence, item.words, words, item.id.text());
  item.words = words;
  if constexpr (requires { item.condition; })
    if (words.find(item.condition) == std::string::npos) item.condition.clear();
}

// The texts of a statement's fragments.
std::vector<std::u32string> fragments_of(const Statement& statement) {
  const std::u32string words = from_utf8(statement.words), gap = from_utf8(between_fragments);
  std::vector<std::u32string> out;
  std::size_t at = 0;
  for (Span span : statement.content) {
    out.push_back(words.substr(at, span.end - span.begin));
    at += out.back().size() + gap.size();
  }
  return out;
}

void put_fragments(Statement& statement, const std::vector<Span>& spans,
                   const std::vector<std::u32string>& texts) {
  statement.content = spans;
  statement.words.clear();
  for (const std::u32string& text : texts)
    statement.words +=
        (statement.words.empty() ? "" : std::string(between_fragments)) + to_utf8(text);
}

// [begin, end) of the fragment without blanks at its ends; nothing where only blanks are left.
void keep_rest(const std::u32string& text, Span whole, std::size_t begin, std::size_t end,
               std::vector<Span>& spans, std::vector<std::u32string>& texts) {
  const auto blank = [&](std::size_t at) { return text[at] == U' ' || text[at] == U'\n'; };
  while (begin < end && blank(begin)) ++begin;
  while (begin < end && blank(end - 1)) --end;
  if (begin == end) return;
  spans.push_back({whole.begin + begin, whole.begin + end});
  texts.push_back(text.substr(begin, end - begin));
}

template <class Item>
bool inside(const Item& item, const Statement& statement) {
  return std::any_of(statement.content.begin(), statement.content.end(),
                     [&](Span span) { return span.contains(item.evidence); });
}

}  // namespace

std::string Revision::with_reason(const std::string& what) const {
  return by_.why.empty() ? what : fmt::format("{}: {}", what, by_.why);
}

template <class Item>
Item& Revision::add(std::vector<Item>& items, Item item, const std::string& why) {
  item.id.number = items.empty() ? 1 : items.back().id.number + 1;
  item.review = {Status::confirmed, by_.who};
  log_.push_back(
      {0, at_, by_.who, "split", item.id.text(), "", all_fields(words_in(item)), with_reason(why)});
  touched_.insert(item.id.text());
  added_.insert(item.id.text());
  return items.emplace_back(std::move(item));
}

// ---- merge

void Revision::merge(const std::vector<std::string>& items) {
  if (items.size() < 2)
    refuse_regrouping("There is nothing to merge " + items.at(0) + " with", "Name two items");
  with_item(contents_, items.front(), [&](auto& first) {
    for (std::size_t i = 1; i < items.size(); ++i)
      merge_into(first, same_kind(contents_, first, items[i]));
  });
  if (log_.empty())
    refuse_regrouping(fmt::format("{} are merged already", fmt::join(items, ", ")),
                      fmt::format("entente show CASE {} tells when", items.back()));
}

// What is only guessed of a person's party tells nobody apart.
void Revision::merge_into(Person& first, Person& other) {
  if (!party_is_guess(first) && !party_is_guess(other)) hold_one_thing(first, other, {}, {"party"});
  change_person(other, "merge", {{"same_as", first.id.text()}});
}

// The later one goes on where the earlier one ends, whichever was named first.
void Revision::merge_into(Statement& first, Statement& other) {
  hold_one_document(first, other);
  hold_one_thing(first, other, {}, {"speaker", "party"});
  const bool in_order = first.content.front() < other.content.front();
  Statement &earlier = in_order ? first : other, &later = in_order ? other : first;
  const Statement* at = &earlier;
  for (std::size_t steps = 0; at && steps <= contents_.statements.size(); ++steps) {
    if (at->continues == later.id)
      refuse_regrouping(fmt::format("{} goes on where {} ends", earlier.id.text(), later.id.text()),
                        "Split it first");
    at = at->continues ? find_item(contents_.statements, *at->continues) : nullptr;
  }
  const Statement said = first.speaker.empty() ? other : first;
  const std::string party = first.party.empty() ? other.party : first.party;
  for (Statement* one : {&earlier, &later}) {
    const Statement before = *one;
    alter(*one, "merge", by_.why, [&](Statement& it) {
      if (it.id == later.id) it.continues = earlier.id;
      it.speaker = said.speaker;
      it.party = party;
      it.person = said.person;
      it.review = {Status::confirmed, by_.who};
    });
    carry_to_positions(before, *one, false);
  }
}

template <class Item>
void Revision::reject_as_one(const Item& first, Item& other) {
  mark(other, Status::rejected, "merge", with_reason(std::string(one_with) + first.id.text()));
}

void Revision::merge_into(Meeting& first, Meeting& other) {
  hold_one_document(first, other);
  hold_one_thing(first, other, {"status"}, {"place", "when"});
  alter(first, "merge", by_.why, [&](Meeting& one) {
    add_missing(one.parties, other.parties);
    add_missing(one.people, other.people);
    fill(one.place, other.place);
    fill(one.when_words, other.when_words);
    fill(one.when, other.when);
    one.review = {Status::confirmed, by_.who};
  });
  reject_as_one(first, other);
}

void Revision::merge_into(Position& first, Position& other) {
  hold_one_document(first, other);
  refuse_if_unsaid(first, contents_);
  hold_one_thing(first, other, {"party", "issue", "stance"}, {});
  alter(first, "merge", by_.why, [&](Position& one) {
    fill(one.option, other.option);
    fill(one.firmness, other.firmness);
    fill(one.condition, other.condition);
    fill(one.said, other.said);
    one.review = {Status::confirmed, by_.who};
  });
  reject_as_one(first, other);
}

void Revision::merge_into(Clause& first, Clause& other) {
  hold_one_document(first, other);
  hold_one_thing(first, other, {"draft", "issue"}, {});
  alter(first, "merge", by_.why, [&](Clause& one) {
    fill(one.option, other.option);
    fill(one.number, other.number);
    one.review = {Status::confirmed, by_.who};
  });
  reject_as_one(first, other);
}

void Revision::merge_into(Lever& first, Lever& other) {
  hold_one_document(first, other);
  refuse_if_unsaid(first, contents_);
  hold_one_thing(first, other, {"holder", "kind", "use"}, {});
  alter(first, "merge", by_.why, [&](Lever& one) {
    fill(one.target, other.target);
    fill(one.condition, other.condition);
    fill(one.deadline_words, other.deadline_words);
    fill(one.deadline, other.deadline);
    one.review = {Status::confirmed, by_.who};
  });
  reject_as_one(first, other);
}

// ---- split

void Revision::split(const std::vector<std::string>& items, const Fields& fields,
                     const std::string& words) {
  if (PersonId::parse(items.front()) && items.size() > 1) {
    if (!words.empty())
      refuse_regrouping("A person has no words to split", "Name the statements of the other one");
    return split_person(items, fields);
  }
  for (const std::string& item : items)
    with_item(contents_, item, [&](auto& one) { split_item(one, fields, words); });
}

// A person alone: somebody who was taken for another one stands for himself again.
void Revision::split_item(Person& person, const Fields& fields, const std::string& words) {
  if (!person.same_as || !fields.empty() || !words.empty())
    refuse_regrouping(fmt::format("What of {} is another person's is not said", person.id.text()),
                      fmt::format("Name the statements that the other one said: entente split CASE "
                                  "{} s3 --set name=NAME",
                                  person.id.text()));
  change_person(person, "split", {{"same_as", ""}});
}

void Revision::split_person(const std::vector<std::string>& items, const Fields& fields) {
  use_if_named(contents_.people, items.front(), [&](Person& person) {
    Person other = person;
    other.aliases.clear();
    other.role.clear();
    other.roles.clear();
    other.same_as.reset();
    other.evidence.clear();
    set_fields(other, fields, contents_);
    if (std::any_of(contents_.people.begin(), contents_.people.end(),
                    [&](const Person& one) { return one.name == other.name; }))
      refuse_regrouping(fmt::format("The case has a person called \"{}\" already", other.name),
                        "Give the other one a name of its own, as in --set name=\"NAME (PARTY)\"");
    std::vector<StatementId> said;
    for (std::size_t i = 1; i < items.size(); ++i) {
      const auto id = StatementId::parse(items[i]);
      const Statement* one = id ? find_item(contents_.statements, *id) : nullptr;
      if (!one || one->person != person.id)
        refuse_regrouping(fmt::format("{} is no statement of {}", items[i], items.front()),
                          "`entente statements CASE --speaker NAME` lists them");
      said.push_back(*id);
      if (!one->source.empty()) other.evidence.push_back({one->document, one->source.front()});
    }
    const std::string party = person.party;
    mark(person, Status::confirmed, "split", by_.why);
    const Person made = add(contents_.people, other, "from " + items.front());
    for (StatementId id : said) {
      Statement& statement = *find_item(contents_.statements, id);
      const Statement before = statement;
      alter(statement, "split", follows(made.id.text()), [&](Statement& one) {
        one.person = made.id;
        one.speaker = made.name;
        if (one.party == party) one.party = made.party;
      });
      carry_to_positions(before, statement, false);
    }
  });
}

// `other`, but for `fields`, beside the item.
template <class Item>
void Revision::split_off(Item& item, Item other, const Fields& fields) {
  set_fields(other, fields, contents_);
  const std::string from = item.id.text();
  if (other == item)
    refuse_regrouping(fmt::format("{} would be there twice", from),
                      "Say what differs in the new one, with --set or --words");
  mark(item, Status::confirmed, "split", by_.why);
  add(list_of(contents_, item), std::move(other), "from " + from);
}

void Revision::split_item(Statement& statement, const Fields& fields, const std::string& words) {
  refuse_if_rejected(statement);
  if (fields.empty() && words.empty()) {
    if (!statement.continues)
      refuse_regrouping(
          fmt::format("What differs in the other {} is not said", statement.id.text()),
          "Give --words TEXT or --set FIELD=VALUE");
    return alter(statement, "split", by_.why, [&](Statement& one) {
      one.continues.reset();
      one.review = {Status::confirmed, by_.who};
    });
  }
  if (words.empty()) {
    split_off(statement, statement, fields);
    return;
  }
  const StatementId from = statement.id;
  Statement other = cut_off(statement, words);
  Statement before = other;
  set_fields(other, fields, contents_);
  const Statement& part = add(contents_.statements, std::move(other), "from " + from.text());
  move_what_rests(*find_item(contents_.statements, from), part);
  before.id = part.id;
  carry_to_positions(before, part, false);
}

// Takes `words` out of the statement: the part that they are.
Statement Revision::cut_off(Statement& statement, const std::string& words) {
  const std::vector<std::u32string> texts = fragments_of(statement);
  const std::u32string wanted = from_utf8(words);
  std::vector<Span> spans;
  std::vector<std::u32string> kept;
  std::optional<Span> cut;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Span whole = statement.content[i];
    const std::size_t at = cut ? std::u32string::npos : texts[i].find(wanted);
    if (at == std::u32string::npos) {
      keep_rest(texts[i], whole, 0, texts[i].size(), spans, kept);
      continue;
    }
    cut = Span{whole.begin + at, whole.begin + at + wanted.size()};
    keep_rest(texts[i], whole, 0, at, spans, kept);
    keep_rest(texts[i], whole, at + wanted.size(), texts[i].size(), spans, kept);
  }
  if (!cut)
    refuse_regrouping(
        fmt::format("The words of {} do not hold \"{}\"", statement.id.text(), words),
        fmt::format("Take words as `entente show CASE {}` prints them", statement.id.text()));
  if (spans.empty())
    refuse_regrouping(fmt::format("Nothing would be left of {}", statement.id.text()),
                      "Take only a part of its words");
  Statement part = statement;
  part.continues.reset();
  put_fragments(part, {*cut}, {wanted});
  alter(statement, "split", by_.why, [&](Statement& one) {
    put_fragments(one, spans, kept);
    one.review = {Status::confirmed, by_.who};
  });
  return part;
}

void Revision::move_what_rests(const Statement& from, const Statement& to) {
  const auto move_from = [&](auto& items) {
    for (auto& item : items)
      if (item.statement == from.id && inside(item, to))
        alter(item, "split", follows(to.id.text()), [&](auto& one) { one.statement = to.id; });
  };
  move_from(contents_.positions);
  move_from(contents_.levers);
}

template <class Item>
void Revision::split_item(Item& item, const Fields& fields, const std::string& words) {
  refuse_if_rejected(item);
  refuse_if_unsaid(item, contents_);
  Item other = item;
  if (!words.empty()) take_part(other, words);
  split_off(item, std::move(other), fields);
}

}  // namespace entente

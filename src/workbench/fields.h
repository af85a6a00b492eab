// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/case.h"

namespace entente {

// The fields of an item that a person may change, and those that follow from them, as words:
//   document   title, outlet, date, language
//   statement  content, speaker, party, polarity
//   position   evidence, party, issue, stance, firmness, option, condition, shift, said
//   meeting    parties, people, place, when_words, when, status
//   person     name, role, roles, party, same_as
//   clause     draft, number, issue, option
//   lever      holder, kind, use, target, condition, deadline_words, deadline
// An option is "id", "low..high" or "" for none; a list is names separated by commas; same_as is
// "w3", or "" for nobody; roles are "2030-01-05..2031-02-01 Foreign Minister; 2031-02-02.. Envoy".
// words_in() adds, but to a document, "review" (suggested, confirmed, rejected) and "by".
using Words = std::vector<std::pair<std::string, std::string>>;

std::string trimmed(std::string_view text);                  // of blanks
std::vector<std::string> list_as(const std::string& value);  // "Arvenia, Meldria"

// Each kind of item has one table of its fields, in fields.cpp; a new field is a row there.
template <class Item>
struct FieldsOf {
  static Words words(const Item& item);
  static void set(Item& item, const std::map<std::string, std::string>& values, const Case& in);
  static void restore(Item& item, const std::map<std::string, std::string>& values);
};
extern template struct FieldsOf<DocumentCard>;
extern template struct FieldsOf<Statement>;
extern template struct FieldsOf<Position>;
extern template struct FieldsOf<Meeting>;
extern template struct FieldsOf<Person>;
extern template struct FieldsOf<Clause>;
extern template struct FieldsOf<Lever>;

template <class Item>
Words words_in(const Item& item) {
  return FieldsOf<Item>::words(item);
}

// Sets fields by name. Throws Failed (usage) with the words that are allowed, where a name or value
// is none of them.
template <class Item>
void set_fields(Item& item, const std::map<std::string, std::string>& values, const Case& in) {
  FieldsOf<Item>::set(item, values, in);
}

// Fields as words_in() gave them, those that only follow from others too, back into the item:
// nothing is worked out anew. Throws Failed (damaged) where a value cannot have been such a
// field's.
template <class Item>
void restore_fields(Item& item, const std::map<std::string, std::string>& values) {
  FieldsOf<Item>::restore(item, values);
}

}  // namespace entente

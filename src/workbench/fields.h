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

Words words_in(const DocumentCard& document);
Words words_in(const Statement& statement);
Words words_in(const Position& position);
Words words_in(const Meeting& meeting);
Words words_in(const Person& person);
Words words_in(const Clause& clause);
Words words_in(const Lever& lever);

// Sets fields by name. Throws Failed (usage) with the words that are allowed, where a name or value
// is none of them.
void set_fields(DocumentCard& document, const std::map<std::string, std::string>& fields,
                const Case& in);
void set_fields(Statement& statement, const std::map<std::string, std::string>& fields,
                const Case& in);
void set_fields(Position& position, const std::map<std::string, std::string>& fields,
                const Case& in);
void set_fields(Meeting& meeting, const std::map<std::string, std::string>& fields, const Case& in);
void set_fields(Person& person, const std::map<std::string, std::string>& fields, const Case& in);
void set_fields(Clause& clause, const std::map<std::string, std::string>& fields, const Case& in);
void set_fields(Lever& lever, const std::map<std::string, std::string>& fields, const Case& in);

}  // namespace entente

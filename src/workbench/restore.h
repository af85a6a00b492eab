// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "model/case.h"

namespace entente {

// Fields as words_in() gave them, those that only follow from others too, back into the item:
// nothing is worked out anew. Throws Failed (damaged) where a value cannot have been such a
// field's.
void restore_fields(DocumentCard& document, const std::map<std::string, std::string>& fields);
void restore_fields(Statement& statement, const std::map<std::string, std::string>& fields);
void restore_fields(Position& position, const std::map<std::string, std::string>& fields);
void restore_fields(Meeting& meeting, const std::map<std::string, std::string>& fields);
void restore_fields(Person& person, const std::map<std::string, std::string>& fields);
void restore_fields(Clause& clause, const std::map<std::string, std::string>& fields);
void restore_fields(Lever& lever, const std::map<std::string, std::string>& fields);

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/learning.h"
#include "store/store.h"

namespace entente {

// Somebody asked this case to learn before.
bool has_learned(const std::vector<LogEntry>& log);

struct Learned {
  LearnReport report;
  store::Store::Change change;
};

// Learns from the positions that people judged which issues and stances the rules get wrong in this
// case, and codes anew those that nobody has looked at; where people split such positions in two,
// it puts a second one beside them. It starts from what the rules coded, which the log keeps: the
// same judgements give the same coding, however often and in whatever order this is called. What is
// no position by what was learned is rejected. `only`: the documents whose positions are changed;
// none: of all. `at`: UTC, ISO 8601.
Learned learned_from(const Case& contents, const std::vector<LogEntry>& log, const std::string& at,
                     const std::set<DocumentId>& only = {});

}  // namespace entente

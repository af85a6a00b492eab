// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/conflict.h"
#include "model/quoted_words.h"

namespace entente {

// A conflict as it is written down for people: with the sentences that it rests on, and with what
// was left out of it.
struct ConflictFile {
  Conflict conflict;
  std::map<PositionId, QuotedWords> quotes;
  std::vector<std::string> remarks;  // sentences
};

}  // namespace entente

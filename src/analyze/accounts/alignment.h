// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/finding.h"

namespace entente::analyze {

struct AccountSentence {
  Evidence evidence;
  std::vector<std::u32string> words;    // sorted, each once
  std::vector<std::u32string> numbers;  // sorted, each once
  bool negated = false;
};

using Account = std::vector<AccountSentence>;

// The sentences of a document that may tell of the meeting: from the paragraph of `evidence` on, at
// most 24.
Account read_account(const Document& document, Span evidence);

// Sentences paired one to one by falling likeness (words weighted by how rare they are in the two
// accounts). A pair differs where both give numbers and not the same, or one is negated and the
// other is not.
std::vector<AccountLine> align(const Account& left, const Account& right);

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "analyze/shared/word_keys.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/statement.h"

namespace entente::analyze {

struct AccountSentence {
  Evidence evidence;
  WordKeys words = {};  // of four or more letters, and numbers; sorted, each once
  WordKeys numbers = {};
  bool negated = false;
  bool bound = false;  // "will", "must"
  bool loose = false;  // "may", "could"
};

using Account = std::vector<AccountSentence>;

// The sentences of a document that may tell of the meeting: from the paragraph of `evidence` on, at
// most 24.
Account read_account(const Document& document, Span evidence);

// What somebody is said to have said, as one sentence of an account of it.
AccountSentence account_of(const Statement& statement);

// Sentences paired one to one by falling likeness (words weighted by how rare they are in the two
// accounts). A pair differs where both give numbers and not the same, or one is negated and the
// other is not.
std::vector<AccountLine> align(const Account& left, const Account& right);

}  // namespace entente::analyze

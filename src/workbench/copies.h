// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/agreement.h"
#include "model/case.h"
#include "workbench/workbench.h"

namespace entente {

// One of two copies of a case, each worked on by a coder of its own.
struct Copy {
  Case contents;
  std::vector<LogEntry> log;
  std::string name;  // of its file
};

// What the two did since they parted: since their logs differ. An item counts as coded by whoever
// confirmed, edited, rejected, split or merged it since; what only followed from that does not.
// Throws Failed (bad_input) where the texts or codebooks are not the same.
CoderAgreement compare(const Copy& one, const Copy& other);

// The first copy, with what was done in the second only: items with their signatures, and all lines
// of the second's log since they parted. Where both looked at an item and differ, it stays as the
// first has it, and a line "dispute" holds what each said. Signed by `by`.
Copy join(const Copy& one, const Copy& other, const Signature& by, const std::string& at);

}  // namespace entente

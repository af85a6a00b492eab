// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/span.h"
#include "model/position.h"
#include "model/review.h"

namespace entente {

// A clause of a draft agreement, as a document quotes or reports it.
struct Clause {
  ClauseId id;
  DocumentId document;
  std::string draft;   // how the text calls it: "the draft"
  std::string number;  // "Article 3", "" where not numbered
  std::string issue;   // id in the codebook; "" where it fits none
  std::optional<OptionRange> option;
  Span evidence;
  std::string words;  // the text at `evidence`, exactly
  Review review;

  friend bool operator==(const Clause&, const Clause&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.h"
#include "base/span.h"

namespace entente {

// Where it is written: a range of a stored document.
struct Evidence {
  DocumentId document;
  Span span;

  friend bool operator==(const Evidence&, const Evidence&) = default;
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

}  // namespace entente

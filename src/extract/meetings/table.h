// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/positions.h"

namespace entente::extract::coding {

// The parties, `most` of them, that the text names most, in the order of the text; fewer where
// others come level with them.
std::vector<std::string> parties_of_text(const Reading& reading, std::size_t most = 2);

// "HALDSTAD, Avaria (Agency) — ..."
struct Dateline {
  Span head;          // up to its dash
  Span paragraph;     // that it opens
  std::string place;  // "Haldstad"
};
std::optional<Dateline> dateline_of(const text::Prose& prose);

}  // namespace entente::extract::coding

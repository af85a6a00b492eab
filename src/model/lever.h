// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/span.h"
#include "base/words.h"
#include "model/review.h"

namespace entente {

// What is told of a lever: that somebody has it; warns of it, applies it, would ease it, eases it;
// will not use it or not ease it; that another asks for it.
enum class LeverUse { held, threatened, applied, offered, eased, declined, withheld, asked };
template <>
inline constexpr std::array words<LeverUse>{
    std::string_view{"held"},     std::string_view{"threatened"}, std::string_view{"applied"},
    std::string_view{"offered"},  std::string_view{"eased"},      std::string_view{"declined"},
    std::string_view{"withheld"}, std::string_view{"asked"}};

// What a party can do, or leave, to move another: sanctions, aid, weapons, walking away,
// recognition. The kinds are data (data/english/lever.words).
struct Lever {
  LeverId id;
  DocumentId document;
  std::optional<StatementId> statement;  // none: the narrator says so
  std::string holder;                    // the party that controls it
  std::string kind;                      // "sanctions"
  LeverUse use = LeverUse::held;
  std::string target;            // the party it is to move; "" where the text names none
  std::string condition;         // its words, "" where none
  std::string deadline_words;    // "by Friday", "within 30 days"; "" where none
  std::optional<Date> deadline;  // only against a known date
  Span evidence;
  std::string words;            // the text at `evidence`, exactly
  std::string reported_by;      // as of a position
  std::optional<Date> printed;  // the document's date
  Review review;

  friend bool operator==(const Lever&, const Lever&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "base/words.h"
#include "model/review.h"

namespace entente {

enum class Speech { direct, indirect, mixed };
template <>
inline constexpr std::array words<Speech>{std::string_view{"direct"}, std::string_view{"indirect"},
                                          std::string_view{"mixed"}};

// rejected: the content is what the speaker denies or refuses ("ruled out", "dismissed the idea
// that").
enum class Polarity { asserted, rejected };
template <>
inline constexpr std::array words<Polarity>{std::string_view{"asserted"},
                                            std::string_view{"rejected"}};

// Somebody is said to have said, written, promised, refused something.
// Direct content is what stands between the outer quotation marks, marks excluded; indirect content
// is the clause without "that" and without the closing full stop.
struct Statement {
  StatementId id;
  DocumentId document;
  std::vector<Span> content;  // ascending, not overlapping, not empty
  std::vector<Span>
      source;  // the words that name the speaker, title included; none: nobody is named here
  std::vector<Span> cue;  // "said", "has ruled out"
  Speech speech = Speech::indirect;
  Polarity polarity = Polarity::asserted;
  std::string words;    // the text at `content`, fragments joined by " … "
  std::string speaker;  // full name, party, or the source's words where unnamed; "": unknown
  std::string party;    // for whom the speaker speaks; "": unknown
  std::optional<PersonId> person;        // where the speaker is one of the case's people
  std::optional<StatementId> continues;  // the statement whose quotation goes on here
  std::optional<StatementId> within;     // the statement that reports this one
  // How sure the program is that this is said, and by whom: hundredths, at most 100. None: told by
  // the layout alone, or read without weights.
  std::optional<unsigned> confidence;
  Review review;

  friend bool operator==(const Statement&, const Statement&) = default;
};

// Below it, more such statements are wrong in their words or their source than right
// (docs/methods/attribution.md).
inline constexpr unsigned low_confidence = 50;

// Nobody has looked at it, and the program is not sure.
inline bool is_unsure(const Statement& statement) {
  return is_suggested(statement.review) && statement.confidence &&
         *statement.confidence < low_confidence;
}

}  // namespace entente

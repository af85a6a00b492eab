// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "extract/positions/marked_text.h"

namespace entente::extract::coding {

// Whose doing a predicate is.
struct Doer {
  std::vector<std::string>
      parties;  // those named; none: nobody else than the one who speaks, or nobody known
  bool first_person = false;  // "we", "our"
  bool named() const { return !parties.empty(); }
};

// The grammatical subject of the predicate, looked for in the tokens from `from` on: a mention
// before it, the possessor of a noun ("X's demand", "the X refusal"), the agent of a passive
// ("rejected by X"). Joined subjects give several parties.
Doer doer_of(const MarkedText& marked, const StanceMark& predicate, std::size_t from,
             std::size_t last);

// The agents of a passive: "rejected by X and Y".
Doer agents_of(const MarkedText& marked, const StanceMark& predicate, std::size_t last);

// Only helping verbs, adverbs and the like stand in the tokens [first, last).
bool is_one_group(const MarkedText& marked, std::size_t first, std::size_t last);

// A subject without a name that is not the one who speaks.
enum class PlainSubject { other, they, collective, nobody };

// What stands as subject directly before the verb, helping verbs and adverbs between: "they", "both
// sides" and "the ministers" as the words of meetings have them, "nobody"; no further back than
// `from`.
PlainSubject plain_subject(const MarkedText& marked, const std::vector<MeetingMark>& groups,
                           std::size_t verb, std::size_t from);

// A party is named at the token, with "to" after it: "wants | X to leave".
bool another_to(const MarkedText& marked, std::size_t token, std::size_t last);

// What the predicate asks is another's to do: "told X to accept", "asked both sides to withdraw".
bool directs_another(const MarkedText& marked, const StanceMark& predicate, std::size_t last);

// The subject is the one who is asked: "X was urged to accept".
bool is_asked(const MarkedText& marked, const StanceMark& predicate, std::size_t from,
              std::size_t last);

// The predicate's word is used as a noun of which nobody is the owner: "those demands", "the
// offer".
bool is_bare_noun(const MarkedText& marked, const StanceMark& predicate, std::size_t from);

}  // namespace entente::extract::coding

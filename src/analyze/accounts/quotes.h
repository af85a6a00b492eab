// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/case.h"
#include "model/dispute.h"

namespace entente::analyze {

// Direct quotations of one speaker, in documents that are no copies of each other and of days that
// may be one (at most three apart, where both are known), that are nearly the same and differ in
// words. A part of the other is no other wording. One pair for each two wordings.
std::vector<QuoteVariant> quote_variants(const Case& whole);

// Where a document gives one speaker's words indirectly beside his own, and the two differ in
// numbers, in a negation, or in how sure or bound they are.
std::vector<Departure> departures(const Case& whole);

// What two documents tell of one utterance: the same speaker, linked by a quotation that both print
// or nearly so. Statements aligned as the sentences of accounts are.
std::vector<Retelling> retellings(const Case& whole, const std::vector<QuoteVariant>& variants);

// The narrators' coloured words, by outlet and word.
std::vector<ColourCount> colour_counts(const Case& whole);

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/positions/marked_text.h"

namespace entente::extract::coding {

// No clause begins in the tokens [first, last): "announced | a truce", not "announced | that ...".
bool names_a_thing(const MarkedText& marked, std::size_t first, std::size_t last);

// The verb's object, whose words begin at `from`, is what the tokens [first, last) name: "a lasting
// truce", not "the end of the truce", "the truce's collapse". Means of pressure are such an object
// only of `eases`: of a verb that takes them back.
bool is_its_object(const MarkedText& marked, std::size_t from, std::size_t first, std::size_t last,
                   bool eases = false);

// "the collapse of | the truce"
bool names_its_end(const text::Prose& prose, std::size_t first, std::size_t last);

// The predicate ends before the token: "a trick | on our people", not "a trick | question".
bool ends_there(const text::Prose& prose, std::size_t token, std::size_t last);

// How the tokens [from, first) lead to what is named at `first`, under a verb of refusal.
enum class Lack {
  none,   // "rejected the text on X"
  asked,  // "rejected a text without X": X is what is asked for
  other,  // "rejected claims that it ignored X": nothing is said of X
};
Lack lack_of(const MarkedText& marked, std::size_t from, std::size_t first);

}  // namespace entente::extract::coding

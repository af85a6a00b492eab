// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/attribution/stream.h"

// Small questions about the words at one place, asked where content is measured.
namespace entente::extract::speech {

// The sentence, or a part of it that ends with ";" or ")", is over.
bool at_end(const std::vector<Item>& items, std::size_t at, std::size_t last);
bool is_folded(const std::vector<Item>& items, std::size_t at, std::size_t last,
               std::u32string_view word);
// "to end the war", "not to resign"
bool starts_infinitive(const std::vector<Item>& items, std::size_t at, std::size_t last);
// A finite verb follows soon enough for the words at `at` to be a clause.
bool shows_clause(const std::vector<Item>& items, std::size_t at, std::size_t last);

}  // namespace entente::extract::speech

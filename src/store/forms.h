// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/statement.h"

// How lists stand in one text column.
namespace entente::store {

// What a case holds cannot be what the program wrote.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string spans_text(const std::vector<Span>& spans);  // "12-40;55-60", "" of none
std::vector<Span> parse_spans(std::string_view text);    // throws Broken

std::string noise_text(const std::vector<Noise>& noise);  // "12-40 caption;55-60 menu"
std::vector<Noise> parse_noise(std::string_view text);    // throws Broken

std::string loaded_text(const std::vector<Loaded>& loaded);  // "12-40 doubt;55-60 scorn"
std::vector<Loaded> parse_loaded(std::string_view text);     // throws Broken

// One item a line, each line ended, so that no item and one empty item differ; "\" and line ends
// are escaped by "\".
std::string lines_text(const std::vector<std::string>& items);
std::vector<std::string> parse_lines(std::string_view text);  // throws Broken

// PostgreSQL ends a text at U+0000: each becomes U+FFFD, which moves no offset. True if there was
// one.
bool replace_nul(std::string& utf8);

}  // namespace entente::store

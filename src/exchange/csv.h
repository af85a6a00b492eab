// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace entente::exchange {

// One record of RFC 4180 with its line end. A cell that a spreadsheet would take for a formula gets
// a leading apostrophe.
std::string csv_row(const std::vector<std::string>& cells);

// Tidy: a header, then one row per position (rejected ones too, see "status"), with document, date,
// speaker, offsets and words.
std::string write_csv(const Case& contents);

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/position.h"
#include "model/quoted_words.h"

namespace entente::exchange {

// Plain where nothing in it can mean anything to YAML, else as JSON, which YAML reads as it is.
std::string yaml_text(const std::string& text);

// One line, whatever it says: a remark may quote a text.
std::string yaml_comment(const std::string& sentence);

// "evidence:" with an id on each line and its words where they are known; "" for no ids.
std::string yaml_evidence(const std::vector<PositionId>& ids,
                          const std::map<PositionId, QuotedWords>& quotes,
                          const std::string& indent);

}  // namespace entente::exchange

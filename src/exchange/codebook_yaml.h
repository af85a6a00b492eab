// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/codebook.h"

namespace entente::exchange {

// A codebook with what a person should read beside it.
struct AnnotatedCodebook {
  Codebook codebook;
  std::vector<std::string> remarks;                               // before everything
  std::map<std::string, std::vector<std::string>> issue_remarks;  // by the issue's id
  std::map<std::string, std::vector<std::string>> party_remarks;  // by the party's name
  std::vector<std::string> last_remarks;                          // after everything
};

// As YAML for people to edit (docs/codebooks.md); read::read_codebook gives the codebook back. Each
// remark is a comment of one line.
std::string write_codebook(const AnnotatedCodebook& file);

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "model/case.h"

namespace entente::cli {

// The case with only those statements and positions that --document, --speaker, --party and --issue
// ask for. A word that the case does not know is a failure (missing), never an empty list. Throws
// Failed.
Case selected(Case contents, const Request& request);

// The party, the id of the issue (also by its label) that the case knows by this name. Throw Failed
// (missing).
std::string party_named(const Case& contents, const std::string& name);
std::string issue_named(const Case& contents, const std::string& name);

// The document that an id or a file's name names. Throws Failed.
const DocumentCard& document_named(const Case& contents, const std::string& name);

}  // namespace entente::cli

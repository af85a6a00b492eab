// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/codebook_yaml.h"
#include "model/case.h"
#include "model/document.h"
#include "model/suggestion.h"
#include "workbench/workbench.h"

namespace entente {

// What fits no issue of the case's codebook, as new issues and parties.
Suggestions suggestions_for(const Case& contents, const DocumentsOf& documents, const Share& share);

// The codebook with the suggested issues behind its own, marked as suggestions in their
// descriptions, and the parties that are no single people.
Codebook with_suggestions(Codebook codebook, const Suggestions& found);

// The same, with where each suggestion comes from beside it.
exchange::AnnotatedCodebook annotated(const Case& contents, const Suggestions& found,
                                      const Share& share);

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/document.h"
#include "store/store.h"
#include "text/prose.h"

namespace entente {

// A document's sentences, noise and headings left out. The document must outlive it.
text::Prose prose_of(const Document& document);

// What `add` works out of a document besides its items: for cases that come in as an export.
store::Store::Reading reading_of(const Document& document, const Case& contents);

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "exchange/json.h"
#include "model/case.h"
#include "store/store.h"

namespace entente {

// Holds every quote of a case against its text, one document at a time. Throws Failed (damaged),
// naming the first item whose words are not those of its text, or that points outside it.
// `path` names the case.
void hold_to_texts(const Case& contents, const std::filesystem::path& path,
                   const DocumentsOf& documents_of);

// The same for what is about to be written; throws Failed (internal).
void hold_before_writing(const store::Entry& entry);
void hold_before_writing(const store::Store::Change& change, const DocumentsOf& documents_of);
void hold_before_writing(const exchange::Whole& whole);

}  // namespace entente

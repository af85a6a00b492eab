// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/failure.h"
#include "workbench/workbench.h"

namespace entente {

// What `add` was given, with each folder replaced by its files.
struct Expanded {
  std::vector<Input> files;              // in the order given, a folder's by name in order of bytes
  std::vector<std::string> passed_over;  // of folders: sub-folders, other kinds of files, no files
  std::vector<Failure> refused;          // not there, or a folder without a file to read
};

// Of a folder, the files that end in .txt, .text, .html, .htm, .xhtml or have no extension; hidden
// files and those of the case itself are left out silently. A file given by its name is taken
// whatever it is called.
Expanded expand(const std::vector<Input>& inputs, const std::filesystem::path& case_file);

// Ends of the batches that `add` works in, so that a batch has at most 64 files and, unless one
// alone is larger, 4 MiB. Depends on the files only: an interrupted run that is repeated makes the
// same batches.
std::vector<std::size_t> batch_ends(const std::vector<Input>& files);

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "base/span.h"

// Trains the learned reading of who said what from texts that people have marked.
namespace entente::train {

struct Attribution {
  std::vector<Span> source, cue, content;  // ascending; code points
};

struct Marked {
  std::string name;  // the text's file name without .txt
  std::u32string text;
  std::vector<Attribution> attributions;  // those with content
};

// One brat stand-off file: T lines (Type, offsets, text; the text may run over several lines) and
// E lines (an event whose roles are Source, Cue and Content, each possibly with a number behind).
// Other lines are passed over. bad_input, naming the line or the role, where an offset is outside
// the text or a role has no mark.
Result<std::vector<Attribution>> read_brat(std::string_view bytes, std::size_t text_size);

// Every NAME.txt below `folder` for which there is NAME.ann or NAME_<four hexadecimal digits>.ann,
// in its own folder or else in another; where several people marked a text, the first by name. By
// path. `missing`: there is none; bad_input: a text or its marks could be two.
Result<std::vector<Marked>> read_folder(const std::filesystem::path& folder);

}  // namespace entente::train

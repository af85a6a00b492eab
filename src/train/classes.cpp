// SPDX-License-Identifier: Apache-2.0
#include "train/classes.h"

#include <fmt/format.h>

#include <limits>
#include <sstream>

#include "base/file.h"

namespace entente::train {

using extract::learned::Vocabulary;

Result<std::vector<Vocabulary::Entry>> read_classes(const std::filesystem::path& file) {
  const auto bytes = read_regular(file, std::size_t{64} << 20);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<Vocabulary::Entry> out;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::uint64_t key = 0, senses = 0, cluster = 0, use = 0, parts = 0;
    std::string more;
    const bool good = bool(fields >> key >> senses >> cluster >> use >> parts) &&
                      !(fields >> more) && key <= std::numeric_limits<std::uint32_t>::max() &&
                      senses < 256 && use < extract::learned::word_uses && parts < 16 &&
                      cluster <= std::numeric_limits<std::uint16_t>::max() &&
                      (out.empty() || out.back().key < key);
    if (!good)
      return fail(FailureKind::bad_input,
                  fmt::format("line {} of {} is no class of a word", out.size() + 1, quoted(file)),
                  "Write the file with tools/word_classes.py");
    out.push_back(
        {static_cast<std::uint32_t>(key),
         {0, static_cast<std::uint8_t>(senses), static_cast<std::uint16_t>(cluster),
          static_cast<extract::learned::WordUse>(use), static_cast<std::uint8_t>(parts)}});
  }
  return out;
}

}  // namespace entente::train

// SPDX-License-Identifier: Apache-2.0
#include "workbench/share.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "read/codebook.h"

namespace entente {
namespace {

bool holds_data(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(folder / "data", ignored) &&
         std::filesystem::is_directory(folder / "codebooks", ignored);
}

Share share_in(const std::filesystem::path& folder) {
  return {folder / "data", folder / "codebooks"};
}

bool is_path(const std::string& codebook) {
  return codebook.find('/') != std::string::npos || codebook.ends_with(".yaml") ||
         codebook.ends_with(".yml");
}

std::filesystem::path find_codebook(const std::string& wanted, const Share& share) {
  if (is_path(wanted)) return wanted;
  const auto names = codebook_names(share);
  if (std::find(names.begin(), names.end(), wanted) == names.end())
    throw Failed({FailureKind::missing, fmt::format("No codebook is called \"{}\"", wanted),
                  fmt::format("Take one of: {}; or give a file that ends in .yaml",
                              fmt::join(names, ", "))});
  return share.codebooks / (wanted + ".yaml");
}

// Given parties come first; a party of the codebook stays unless one of that name was given.
std::vector<Party> joined(std::vector<Party> given, const std::vector<Party>& ours) {
  const auto named = [&](const std::string& name) {
    return std::any_of(given.begin(), given.end(),
                       [&](const Party& party) { return party.name == name; });
  };
  std::vector<Party> rest;
  std::copy_if(ours.begin(), ours.end(), std::back_inserter(rest),
               [&](const Party& party) { return !named(party.name); });
  given.insert(given.end(), rest.begin(), rest.end());
  return given;
}

}  // namespace

Result<Share> find_share(const std::filesystem::path& program) {
  if (const char* given = std::getenv("ENTENTE_SHARE"); given && *given) {
    if (holds_data(given)) return share_in(given);
    return fail(FailureKind::missing,
                fmt::format("ENTENTE_SHARE names {}, which holds no data", quoted(given)),
                "Let it name the folder with data/ and codebooks/, or unset it");
  }
  const auto beside = program.parent_path();
  for (const auto& folder : {beside / "share/entente", beside.parent_path() / "share/entente"})
    if (holds_data(folder)) return share_in(folder);
  return fail(
      FailureKind::missing,
      fmt::format("The data of the program is not beside {}", quoted(program)),
      "Install the program again, or set ENTENTE_SHARE to the folder with data/ and codebooks/");
}

std::vector<std::string> codebook_names(const Share& share) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(share.codebooks, ignored))
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

Codebook codebook_for(const NewOptions& options, const Share& share) {
  Codebook codebook;
  if (!options.codebook.empty())
    codebook = or_throw(read::read_codebook_file(find_codebook(options.codebook, share)));
  if (options.parties)
    codebook.parties =
        joined(or_throw(read::read_parties_file(*options.parties)), codebook.parties);
  return codebook;
}

}  // namespace entente

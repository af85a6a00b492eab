// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/failure.h"
#include "model/document.h"

namespace entente::read {

// What the user says of a file; it goes before what the file says of itself.
struct Given {
  std::optional<Date> date;
  std::string outlet;
  std::string language;
  std::string title;
};

inline constexpr std::size_t most_bytes =
    16u << 20;  // a larger file is refused: no article is that long

// Bytes of a file become a Document: decoded (UTF-8, UTF-16, Windows-1252), HTML reduced to its
// text, noise and headings marked, metadata taken. `name` names the file in failures. The card's id
// and same_account_as are left empty.
Result<Document> read_bytes(std::string_view bytes, const std::string& name,
                            const Given& given = {});

Result<Document> read_file(const std::filesystem::path& path, const Given& given = {});

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#include "read/file.h"

#include <fmt/format.h>

#include <fstream>

#include "base/utf8.h"

namespace entente::read {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> too_large(const std::string& name, std::size_t most) {
  return fail(FailureKind::bad_input, fmt::format("'{}' is larger than {} MB", name, most >> 20),
              "Cut it into parts, or add only the part that holds the text");
}

}  // namespace

std::string printable(std::string_view name) {
  std::u32string text = from_utf8(name);
  for (char32_t& c : text)
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) c = U'?';
  return to_utf8(text);
}

Result<std::string> read_whole(const fs::path& path, std::size_t most) {
  const std::string name = printable(path.string());
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return fail(FailureKind::missing, fmt::format("There is no file '{}'", name), "Check the path");
  if (error)
    return fail(FailureKind::unreadable,
                fmt::format("'{}' cannot be looked at: {}", name, error.message()),
                "Check its rights");
  if (fs::is_directory(status))
    return fail(FailureKind::bad_input, fmt::format("'{}' is a folder", name),
                "Name the files in it");
  if (!fs::is_regular_file(status))
    return fail(FailureKind::bad_input, fmt::format("'{}' is not a regular file", name),
                "Name a file that holds text");
  if (const auto size = fs::file_size(path, error); !error && size > most)
    return too_large(name, most);
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return fail(FailureKind::unreadable, fmt::format("'{}' cannot be opened", name),
                "Check that you may read it");
  std::string bytes;
  std::string part(1 << 16, '\0');
  while (file.read(part.data(), static_cast<std::streamsize>(part.size())), file.gcount() > 0) {
    bytes.append(part, 0, static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > most) return too_large(name, most);
  }
  if (file.bad())
    return fail(FailureKind::unreadable, fmt::format("'{}' cannot be read to its end", name),
                "Check the disk");
  return bytes;
}

}  // namespace entente::read

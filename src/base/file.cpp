// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/utf8.h"

namespace entente {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::string printable(std::string_view name) {
  std::u32string text = from_utf8(name);
  for (char32_t& c : text)
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) c = U'?';
  return to_utf8(text);
}

std::string quoted(const std::filesystem::path& path) {
  return "'" + printable(path.string()) + "'";
}

Failure too_large(const std::filesystem::path& path, std::size_t most) {
  return {FailureKind::bad_input, fmt::format("{} is larger than {} MB", quoted(path), most >> 20),
          "Cut it into parts, or give only the part that is needed"};
}

Failure failure_of(int error, const std::filesystem::path& path) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {FailureKind::missing, "There is no " + quoted(path), "Check the path"};
    case EACCES:
    case EPERM:
    case EROFS:
      return {FailureKind::unreadable, quoted(path) + " may not be opened",
              "Check its permissions"};
    case EISDIR:
      return {FailureKind::bad_input, quoted(path) + " is a folder", "Give a file"};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {FailureKind::no_space, "There is no room to write " + quoted(path),
              "Free some space and try again"};
    case ELOOP:
      return {FailureKind::unreadable, quoted(path) + " is a link that leads back to itself",
              "Give the file itself"};
    case ENAMETOOLONG:
      return {FailureKind::bad_input,
              "The name " + quoted(std::filesystem::path(path.string().substr(0, 60) + "...")) +
                  " is too long",
              "Give a shorter path"};
    case EIO:
      return {FailureKind::unreadable, fmt::format("{}: {}", quoted(path), std::strerror(error)),
              "Check the disk"};
    default:
      return {FailureKind::unreadable, fmt::format("{}: {}", quoted(path), std::strerror(error)),
              "Give another file, or try again"};
  }
}

Result<std::string> read_all(const std::filesystem::path& path, std::size_t most) {
  const Descriptor file(path);
  if (file.number() < 0) return tl::unexpected(failure_of(errno, path));
  return read_all(file.number(), path, most);
}

Result<std::string> read_all(int descriptor, const std::filesystem::path& path, std::size_t most) {
  std::string bytes;
  std::array<char, 1 << 16> part;
  for (ssize_t got = 1; got != 0;) {
    got = ::read(descriptor, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(failure_of(errno, path));
    bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) return tl::unexpected(too_large(path, most));
  }
  return bytes;
}

Result<std::string> read_regular(const std::filesystem::path& path, std::size_t most) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return tl::unexpected(failure_of(error ? error.value() : ENOENT, path));
  if (fs::is_directory(status)) return tl::unexpected(failure_of(EISDIR, path));
  if (!fs::is_regular_file(status))
    return fail(FailureKind::bad_input, quoted(path) + " is not a regular file",
                "Give a file that holds text");
  if (const auto size = fs::file_size(path, error); !error && size > most)
    return tl::unexpected(too_large(path, most));
  return read_all(path, most);
}

}  // namespace entente

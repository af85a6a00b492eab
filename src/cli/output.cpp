// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>

#include "base/file.h"
#include "cli/console.h"
#include "report/visible.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

bool is_database(const fs::path& path) {
  constexpr std::string_view mark{"SQLite format 3\0", 16};
  std::string head(mark.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return in.gcount() == static_cast<std::streamsize>(mark.size()) && head == mark;
}

void write_all(int file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) throw Failed(failure_of(errno, path));
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

// The permissions of the file that is replaced, or those of any new file.
mode_t mode_for(const fs::path& path) {
  struct stat there{};
  if (::stat(path.c_str(), &there) == 0) return there.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

// A file beside the wanted one, which takes its place once it is complete and is gone otherwise.
class Replacement {
 public:
  explicit Replacement(const fs::path& path)
      : path_(path), beside_((path.parent_path() / ".entente-XXXXXX").string()) {
    file_ = ::mkstemp(beside_.data());
    if (file_ < 0) throw Failed(failure_of(errno, path));
  }
  Replacement(const Replacement&) = delete;
  ~Replacement() {
    if (file_ >= 0) ::close(file_);
    if (file_ != none && !done_) ::unlink(beside_.c_str());
  }

  void fill(std::string_view bytes) {
    write_all(file_, bytes, path_);
    if (::fchmod(file_, mode_for(path_)) != 0 || ::fsync(file_) != 0 ||
        ::rename(beside_.c_str(), path_.c_str()) != 0)
      throw Failed(failure_of(errno, path_));
    done_ = true;
  }

 private:
  static constexpr int none = -1;
  fs::path path_;
  std::string beside_;
  int file_ = none;
  bool done_ = false;
};

// Pipes and devices are written to, not replaced.
void write_through(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) throw Failed(failure_of(errno, path));
  try {
    write_all(file, bytes, path);
  } catch (...) {
    ::close(file);
    throw;
  }
  ::close(file);
}

}  // namespace

void write_output(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  const fs::file_status status = fs::status(target, error);
  if (fs::is_directory(status)) throw Failed(failure_of(EISDIR, path));
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_through(target, bytes);
  if (is_database(target))
    throw Failed({FailureKind::usage, quoted(path) + " is a case and would be lost",
                  "Give another name to -o"});
  Replacement(target).fill(bytes);
}

void print_or_write(const Request& request, Console& console, std::string_view text) {
  if (!request.has("--output")) return console.print(text);
  write_output(request.text("--output"), text);
  console.print("wrote " + report::visible(request.text("--output")) + "\n");
}

}  // namespace entente::cli

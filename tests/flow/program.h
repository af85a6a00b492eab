// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "kit/folder.h"

// The built program as a child process, seen as a user's shell sees it.
namespace entente::flow {

using Words = std::vector<std::string>;

struct Ran {
  int code = -1;   // of exit; -1: ended by a signal
  int signal = 0;  // that ended it
  std::string out, err;
};

inline const std::filesystem::path& source() {
  static const std::filesystem::path folder = ENTENTE_SOURCE_DIR;
  return folder;
}
inline const std::filesystem::path& example() {
  static const std::filesystem::path folder = source() / "examples/ellowan-canal";
  return folder;
}

// How to start it.
struct Start {
  std::string in;                                  // standard input
  std::map<std::string, std::string> environment;  // added
  rlim_t most_file_bytes = RLIM_INFINITY;          // as after `ulimit -f`
  int out = -1, err = -1;                          // descriptors to write to instead of files
  std::filesystem::path folder;                    // to run in; else the folder of the test
  bool as_nobody = false;                          // where we are root: as a user without rights
};

// A child that runs. Its output goes to files of a folder of its own.
class Child {
 public:
  Child(const Words& arguments, const Start& start) {
    files_.write("in", start.in);
    const int in = ::open((files_ / "in").c_str(), O_RDONLY | O_CLOEXEC);
    const int out = start.out >= 0 ? start.out : create("out"),
              err = start.err >= 0 ? start.err : create("err");
    id_ = ::fork();
    if (id_ == 0) become(arguments, start, in, out, err);
    ::close(in);
    if (start.out < 0) ::close(out);
    if (start.err < 0) ::close(err);
  }
  Child(const Child&) = delete;
  ~Child() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }

  void send(int signal) const { ::kill(id_, signal); }
  pid_t id() const { return id_; }

  bool still_runs() {
    if (id_ > 0 && ::waitpid(id_, &status_, WNOHANG) == id_) id_ = 0;
    return id_ > 0;
  }

  Ran wait() {
    if (id_ > 0) ::waitpid(id_, &status_, 0);
    id_ = 0;
    return {WIFEXITED(status_) ? WEXITSTATUS(status_) : -1,
            WIFSIGNALED(status_) ? WTERMSIG(status_) : 0, kit::bytes_of(files_ / "out"),
            kit::bytes_of(files_ / "err")};
  }

 private:
  int create(const char* name) const {
    return ::open((files_ / name).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  }

  [[noreturn]] static void become(const Words& arguments, const Start& start, int in, int out,
                                  int err) {
    for (const char* name : {"COLUMNS", "NO_COLOR", "ENTENTE_WHO", "ENTENTE_SHARE"})
      ::unsetenv(name);
    for (const auto& [name, value] : start.environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (!start.folder.empty() && ::chdir(start.folder.c_str()) != 0) ::_exit(120);
    if (start.most_file_bytes != RLIM_INFINITY) {
      const rlimit limit{start.most_file_bytes, start.most_file_bytes};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (start.as_nobody && ::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
      ::_exit(122);
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    std::vector<char*> words{const_cast<char*>("entente")};
    for (const std::string& argument : arguments)
      words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(ENTENTE_PROGRAM, words.data());
    ::_exit(121);
  }

  kit::Folder files_;
  pid_t id_ = 0;
  int status_ = 0;
};

inline Ran run(const Words& arguments, const Start& start = {}) {
  return Child(arguments, start).wait();
}

// The export of a case without the times of its log.
inline std::string exported(const std::filesystem::path& path) {
  std::string text = run({"export", path.string()}).out;
  for (std::size_t at = text.find("\"at\": \""); at != text.npos;
       at = text.find("\"at\": \"", at + 1))
    text.erase(at + 7, text.find('"', at + 7) - at - 7);
  return text;
}

// A case of the shipped example, made once and copied for each test.
inline std::filesystem::path example_case(const std::filesystem::path& to) {
  static const kit::Folder folder;
  static const std::filesystem::path made = [] {
    const auto path = folder / "example.entente";
    if (run({"new", path.string(), "--parties", (example() / "parties.yaml").string()}).code != 0 ||
        run({"add", path.string(), (example() / "articles").string()}).code != 0)
      throw std::runtime_error("the example cannot be made into a case");
    return path;
  }();
  std::filesystem::copy_file(made, to, std::filesystem::copy_options::overwrite_existing);
  return to;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

// An article of its own for each number, about 250 bytes a paragraph.
inline std::string article(int number, int paragraphs = 3) {
  std::string text = "Report " + std::to_string(number) + " on the talks\n\n";
  for (int i = 0; i < paragraphs; ++i) {
    const std::string n = std::to_string(number * 100 + i);
    text += "Meldria will not accept limit " + n +
            " on its army, Foreign Minister Ansel Torvey said on day " + n +
            " of the talks. Dorvane is ready to discuss convoy " + n +
            " if the upper locks stay open, its spokesman said.\n\n";
  }
  return text;
}

inline void write_articles(const kit::Folder& folder, const std::string& name, int count,
                           int paragraphs = 3) {
  for (int i = 1; i <= count; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 4 - number.size(), '0');
    folder.write(name + "/" + number + ".txt", article(i, paragraphs));
  }
}

}  // namespace entente::flow

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/failure.h"
#include "serve/message.h"

namespace entente::serve {

// A folder for the file of one request, gone with it.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  ~Scratch();

  // A file with a name of ours, and the ending of theirs.
  std::filesystem::path write(const Part& part) const;

 private:
  std::filesystem::path folder_;
};

// The failure, with the user's name for the file.
Failure named_as_told(const Failure& failure, const std::filesystem::path& ours, const Part& part);

// What `read` makes of the file. Failures call it as the user does.
template <class Read>
auto read_as_file(const Part& part, const Read& read) {
  const Scratch scratch;
  const std::filesystem::path path = scratch.write(part);
  try {
    return read(path);
  } catch (const Failed& failed) {
    throw Failed(named_as_told(failed.failure(), path, part));
  }
}

std::vector<const Part*> files_of(const Request& request);  // one or more, else it throws Failed
std::string field_of(const Request& request, const std::string& name);  // "" where it is not there
std::string sum_of(const Request& request);  // a checksum of all that came with the request

}  // namespace entente::serve

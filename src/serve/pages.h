// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "serve/message.h"

namespace entente::serve {

// The files of the page, read once: what a path names is looked up here, never on disk.
class Pages {
 public:
  explicit Pages(const std::filesystem::path& folder);  // throws Failed

  // With an ETag; 304 where the browser has it already. Throws Failed (missing).
  Reply reply(const Request& request) const;

 private:
  struct Page {
    std::string type, tag;
    std::shared_ptr<const std::string> bytes;
  };
  std::map<std::string, Page> by_path_;
};

// Whether If-None-Match names this tag.
bool has_tag(const Request& request, const std::string& tag);
Reply not_modified(const std::string& tag);

}  // namespace entente::serve

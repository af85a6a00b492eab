// SPDX-License-Identifier: Apache-2.0
#include "serve/pages.h"

#include "base/failure.h"
#include "base/file.h"
#include "base/sha256.h"

namespace entente::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_page_bytes = std::size_t{4} << 20;

// "" for what lies in the folder but is none of the page.
std::string type_of(const fs::path& file) {
  static const std::map<std::string, std::string> types{{".html", "text/html; charset=utf-8"},
                                                        {".js", "text/javascript; charset=utf-8"},
                                                        {".css", "text/css; charset=utf-8"},
                                                        {".svg", "image/svg+xml"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "" : found->second;
}

}  // namespace

Pages::Pages(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string type = type_of(entry->path());
    if (!entry->is_regular_file() || type.empty()) continue;
    std::string bytes = or_throw(read_all(entry->path(), most_page_bytes));
    std::string tag = '"' + sha256_hex(bytes).substr(0, 32) + '"';
    by_path_["/" + fs::relative(entry->path(), folder).generic_string()] = {
        type, std::move(tag), std::make_shared<const std::string>(std::move(bytes))};
  }
  const auto index = by_path_.find("/index.html");
  if (index == by_path_.end())
    throw Failed({FailureKind::missing, "The page of the program is not in " + quoted(folder),
                  "Install the program again"});
  by_path_["/"] = index->second;
}

Reply Pages::reply(const Request& request) const {
  const auto found = by_path_.find(request.path);
  if (found == by_path_.end())
    throw Failed({FailureKind::missing, "There is nothing at this address",
                  "Open the address that entente serve printed"});
  const Page& page = found->second;
  if (has_tag(request, page.tag)) return not_modified(page.tag);
  return {200, page.type, page.bytes, {{"ETag", page.tag}, {"Cache-Control", "no-cache"}}};
}

bool has_tag(const Request& request, const std::string& tag) {
  return request.header("If-None-Match").find(tag) != std::string::npos;
}

Reply not_modified(const std::string& tag) {
  Reply out;
  out.status = 304;
  out.type.clear();
  out.headers["ETag"] = tag;
  return out;
}

}  // namespace entente::serve

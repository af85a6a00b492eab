// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace entente::serve {

// One piece of a form: a file, or a field where `file_name` is empty.
struct Part {
  std::string name, file_name, bytes;
};

// What a browser asks, free of the library that speaks HTTP.
struct Request {
  std::string method, path;
  std::map<std::string, std::string> query;
  std::string in_path;  // what stands for {id} or {item} in the path
  std::string body;
  std::vector<Part> parts;
  std::string from;                                        // the address of who asks
  std::function<std::string(const std::string&)> header;   // "" where it is not there
  std::function<std::size_t(const std::string&)> headers;  // how often it is there
  std::function<bool()> gone = {};  // whether who asks has hung up; empty: he cannot

  std::string text(const std::string& name, const std::string& otherwise = "") const {
    const auto found = query.find(name);
    return found == query.end() ? otherwise : found->second;
  }
};

// A stream has no body: it tells of the versions of the case until either side ends it.
struct Reply {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::shared_ptr<const std::string> body = std::make_shared<const std::string>();
  std::map<std::string, std::string> headers = {};
  bool stream = false;
};

inline Reply reply_with(std::shared_ptr<const std::string> json) {
  Reply out;
  out.body = std::move(json);
  return out;
}
inline Reply reply_json(std::string json) {
  return reply_with(std::make_shared<const std::string>(std::move(json)));
}

}  // namespace entente::serve

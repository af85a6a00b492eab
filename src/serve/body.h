// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "serve/message.h"

namespace entente::serve {

// The JSON object in the body of a request. Whatever is not as expected throws Failed (usage).
class Body {
 public:
  explicit Body(const Request& request);
  ~Body();

  std::string text(const char* name) const;
  std::string text_or_empty(const char* name) const;
  std::uint64_t number(const char* name) const;
  std::vector<std::string> texts(const char* name) const;  // one or more
  std::vector<std::uint64_t> numbers(const char* name) const;
  std::map<std::string, std::string> fields(const char* name) const;
  std::map<std::string, std::string> fields_or_none(const char* name) const;

 private:
  struct Json;
  std::unique_ptr<Json> json_;
};

}  // namespace entente::serve

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "serve/door.h"

namespace entente::serve {

// What the body of a request is.
enum class Takes { nothing, json, form };

// One path of web/openapi.json and one method; a test holds the two lists to each other.
struct Route {
  const char* method;
  const char* path;  // with {id} or {item} for a part that varies
  Takes takes;
  Reply (*answer)(Door&, const Request&);
};

const std::vector<Route>& routes();

// The route that the path leads to, and what stands for its part that varies; nullptr: none.
const Route* find_route(const std::string& method, const std::string& path, std::string& in_path);

// How much a body may hold.
inline constexpr std::size_t most_json_bytes = std::size_t{1} << 20;
inline constexpr std::size_t most_form_bytes = std::size_t{64} << 20;
inline constexpr std::size_t most_form_parts = 1000;

}  // namespace entente::serve

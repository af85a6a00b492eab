// SPDX-License-Identifier: Apache-2.0
#include "serve/routes.h"

#include <string_view>

#include "serve/answers.h"

namespace entente::serve {
namespace {

// Whether `path` is `pattern` with one part of its own for what stands in braces.
bool leads_to(std::string_view pattern, std::string_view path, std::string& in_path) {
  const auto brace = pattern.find('{');
  if (brace == pattern.npos) return pattern == path;
  if (path.substr(0, brace) != pattern.substr(0, brace)) return false;
  in_path = path.substr(brace);
  return !in_path.empty() && in_path.find('/') == in_path.npos;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all{
      {"GET", "/open", Takes::nothing, open_page},
      {"GET", "/api/case", Takes::nothing, get_case},
      {"GET", "/api/matrix", Takes::nothing, get_matrix},
      {"GET", "/api/movements", Takes::nothing, get_movements},
      {"GET", "/api/contradictions", Takes::nothing, get_contradictions},
      {"GET", "/api/crossings", Takes::nothing, get_crossings},
      {"GET", "/api/accounts", Takes::nothing, get_accounts},
      {"GET", "/api/documents", Takes::nothing, get_documents},
      {"GET", "/api/documents/{id}", Takes::nothing, get_document},
      {"GET", "/api/statements", Takes::nothing, get_statements},
      {"GET", "/api/positions", Takes::nothing, get_positions},
      {"GET", "/api/meetings", Takes::nothing, get_meetings},
      {"GET", "/api/tracks", Takes::nothing, get_tracks},
      {"GET", "/api/levers", Takes::nothing, get_levers},
      {"GET", "/api/clauses", Takes::nothing, get_clauses},
      {"GET", "/api/people", Takes::nothing, get_people},
      {"GET", "/api/trail/{item}", Takes::nothing, get_trail},
      {"GET", "/api/log", Takes::nothing, get_log},
      {"GET", "/api/events", Takes::nothing, get_events},
      {"POST", "/api/confirm", Takes::json, post_confirm},
      {"POST", "/api/reject", Takes::json, post_reject},
      {"POST", "/api/edit", Takes::json, post_edit},
      {"POST", "/api/split", Takes::json, post_split},
      {"POST", "/api/merge", Takes::json, post_merge},
      {"POST", "/api/parties/merge", Takes::json, post_merge_parties},
      {"POST", "/api/parties/split", Takes::json, post_split_party},
      {"POST", "/api/undo", Takes::json, post_undo},
      {"GET", "/api/learn", Takes::nothing, get_learn},
      {"POST", "/api/learn", Takes::json, post_learn},
      {"POST", "/api/add", Takes::form, post_add},
      {"POST", "/api/check", Takes::json, post_check},
      {"POST", "/api/deals", Takes::form, post_deals},
      {"GET", "/api/stability", Takes::nothing, get_stability},
      {"POST", "/api/stability", Takes::form, post_stability},
      {"GET", "/api/brief", Takes::nothing, get_brief},
      {"GET", "/api/export", Takes::nothing, get_export},
  };
  return all;
}

const Route* find_route(const std::string& method, const std::string& path, std::string& in_path) {
  for (const Route& route : routes())
    if (method == route.method && leads_to(route.path, path, in_path)) return &route;
  return nullptr;
}

}  // namespace entente::serve

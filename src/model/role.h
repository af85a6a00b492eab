// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace entente {

// An office that somebody holds for a time, as a person stated it.
struct Role {
  std::string name;                 // "Foreign Minister"; not empty, without ";"
  std::optional<Date> from, until;  // first and last day, from <= until; none: not known

  friend bool operator==(const Role&, const Role&) = default;
};

// "2030-01-05..2031-02-01 Foreign Minister", either day left out where it is not known. Read, the
// dots may be left out where neither is; nothing where the text is none.
std::string role_text(const Role& role);
std::optional<Role> parse_role(std::string_view text);

// The same of several, with "; " between them. Nothing where one of them is none.
std::string roles_text(const std::vector<Role>& roles);
std::optional<std::vector<Role>> parse_roles(std::string_view text);

}  // namespace entente

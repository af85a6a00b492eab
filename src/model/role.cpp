// SPDX-License-Identifier: Apache-2.0
#include "model/role.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::string_view to = "..";

std::string day_text(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// False where the text is neither empty nor a day.
bool read_day(std::string_view text, std::optional<Date>& day) {
  day = parse_date(text);
  return day || text.empty();
}

}  // namespace

std::string role_text(const Role& role) {
  return day_text(role.from) + std::string(to) + day_text(role.until) + " " + role.name;
}

std::optional<Role> parse_role(std::string_view text) {
  text = without_blanks(text);
  Role role;
  const std::string_view days = text.substr(0, text.find(' '));
  if (const auto dots = days.find(to); dots != days.npos) {
    if (!read_day(days.substr(0, dots), role.from) ||
        !read_day(days.substr(dots + to.size()), role.until))
      return std::nullopt;
    text = without_blanks(text.substr(days.size()));
  }
  role.name = text;
  if (text.empty() || text.find(';') != text.npos) return std::nullopt;
  if (role.from && role.until && *role.until < *role.from) return std::nullopt;
  return role;
}

std::string roles_text(const std::vector<Role>& roles) {
  std::string out;
  for (const Role& role : roles) out += (out.empty() ? "" : "; ") + role_text(role);
  return out;
}

std::optional<std::vector<Role>> parse_roles(std::string_view text) {
  std::vector<Role> roles;
  if (without_blanks(text).empty()) return roles;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const auto role = parse_role(text.substr(at, end - at));
    if (!role) return std::nullopt;
    roles.push_back(*role);
    at = end + 1;
  }
  return roles;
}

}  // namespace entente

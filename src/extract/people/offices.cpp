// SPDX-License-Identifier: Apache-2.0
#include "extract/people/offices.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/likeness.h"

namespace entente::extract {
namespace {

std::vector<NameKeys> roles_of(std::string_view roles) {
  std::vector<NameKeys> out;
  for (std::size_t at = 0; at < roles.size();) {
    const std::size_t end = std::min(roles.find("; ", at), roles.size());
    NameKeys words = words_of_form(from_utf8(roles.substr(at, end - at)));
    for (auto& word : words)
      if (word == U"head" || word == U"leader" || word == U"boss") word = U"chief";
    std::erase_if(words, [](const auto& word) {
      return word == U"former" || word == U"the" || word == U"then";
    });
    if (!words.empty()) out.push_back(std::move(words));
    at = end + 2;
  }
  return out;
}

bool has_word(const NameKeys& role, std::u32string_view word) {
  return std::find(role.begin(), role.end(), word) != role.end();
}

// These make another office of the one behind them: a vice president is no president.
bool same_rank(const NameKeys& a, const NameKeys& b) {
  for (std::u32string_view word : {U"prime", U"vice", U"deputy", U"first", U"under", U"assistant"})
    if (has_word(a, word) != has_word(b, word)) return false;
  return true;
}

bool covers(const NameKeys& longer, const NameKeys& shorter) {
  return same_rank(longer, shorter) &&
         std::all_of(shorter.begin(), shorter.end(),
                     [&](const auto& word) { return has_word(longer, word); });
}

}  // namespace

bool has_office(std::string_view roles, std::string_view role) {
  const auto known = roles_of(roles), asked = roles_of(role);
  return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](const NameKeys& one) {
    return std::any_of(known.begin(), known.end(),
                       [&](const NameKeys& other) { return covers(other, one); });
  });
}

bool shares_office(std::string_view roles, std::string_view others) {
  for (const NameKeys& a : roles_of(roles))
    for (const NameKeys& b : roles_of(others))
      if (covers(a, b) || covers(b, a)) return true;
  return false;
}

bool is_definite_office(const Item& item) {
  if (item.kind != ItemKind::phrase || !item.name.empty() ||
      item.determiner == Determiner::indefinite)
    return false;
  return item.has(bit(Use::office)) && !item.has(bit(Use::group));
}

}  // namespace entente::extract

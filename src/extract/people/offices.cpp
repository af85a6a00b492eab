// SPDX-License-Identifier: Apache-2.0
#include "extract/people/offices.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/people/likeness.h"

namespace entente::extract {
namespace {

std::u32string rank_in_full(const std::u32string& word) {
  static constexpr std::pair<std::u32string_view, std::u32string_view> ranks[] = {
      {U"gen", U"general"}, {U"lt", U"lieutenant"}, {U"maj", U"major"},      {U"col", U"colonel"},
      {U"adm", U"admiral"}, {U"capt", U"captain"},  {U"cmdr", U"commander"}, {U"sgt", U"sergeant"}};
  for (const auto& [cut, full] : ranks)
    if (word == cut) return std::u32string(full);
  return word;
}

// "head of the Ruritanian delegation", "lead negotiator": one office under several names.
bool leads_talks(const NameKeys& words) {
  const auto has = [&](std::u32string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (has(U"deputy")) return false;
  return ((has(U"delegation") || has(U"team")) && has(U"chief")) ||
         (has(U"negotiator") && (has(U"lead") || has(U"top") || has(U"chief")));
}

std::vector<NameKeys> roles_of(std::string_view roles) {
  std::vector<NameKeys> out;
  for (std::size_t at = 0; at < roles.size();) {
    const std::size_t end = std::min(roles.find("; ", at), roles.size());
    NameKeys words = words_of_form(from_utf8(roles.substr(at, end - at)));
    for (auto& word : words) {
      word = rank_in_full(word);
      if (word == U"head" || word == U"leader" || word == U"boss") word = U"chief";
    }
    std::erase_if(words, [](const auto& word) {
      return word == U"former" || word == U"the" || word == U"then";
    });
    if (leads_talks(words)) words = {U"chief", U"negotiator"};
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

// "general" alone is a rank: no secretary general, no director general.
bool only_general(const NameKeys& longer, const NameKeys& shorter) {
  if (shorter.size() != 1 || shorter[0] != U"general") return false;
  return std::any_of(longer.begin(), longer.end(), [](const auto& word) {
    return word == U"secretary" || word == U"director" || word == U"attorney" ||
           word == U"governor" || word == U"consul" || word == U"staff" || word == U"inspector" ||
           word == U"prosecutor" || word == U"solicitor" || word == U"auditor";
  });
}

// "the chief" heads something: no chief secretary.
bool only_chief(const NameKeys& longer, const NameKeys& shorter) {
  if (shorter.size() != 1 || shorter[0] != U"chief" || longer.back() == U"chief") return false;
  const auto at = std::find(longer.begin(), longer.end(), U"chief");
  return at == longer.end() || *std::next(at) != U"of";
}

bool covers(const NameKeys& longer, const NameKeys& shorter) {
  return !only_general(longer, shorter) && !only_chief(longer, shorter) &&
         same_rank(longer, shorter) &&
         std::all_of(shorter.begin(), shorter.end(),
                     [&](const auto& word) { return has_word(longer, word); });
}

}  // namespace

std::vector<std::u32string> office_words(std::string_view roles) {
  std::vector<std::u32string> out;
  for (NameKeys& role : roles_of(roles))
    for (std::u32string& word : role)
      if (word != U"of" && word != U"for" && word != U"and" && word != U"to")
        out.push_back(std::move(word));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

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

bool rules(const std::string& roles, const NameIndex& index, List list) {
  for (const auto& word : keys_of_name(roles))
    if ((index.lists(index.word(word)) & bit(list)) != 0)
      return !shares_office(roles, "vice president");
  return false;
}

bool is_definite_office(const Item& item) {
  if (item.kind != ItemKind::phrase || !item.name.empty() ||
      item.determiner == Determiner::indefinite)
    return false;
  return item.has(bit(Use::office) | bit(Use::rank)) && !item.has(bit(Use::group));
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "analyze/conflict/names_in.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::analyze {
namespace {

bool in_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ||
         (c >= 0xC0 && c < 0x2000) || c >= 0x3040;  // between them: signs and spaces
}

}  // namespace

bool stands_in(std::string_view name, std::string_view text) {
  const std::u32string wanted = from_utf8(name), whole = from_utf8(text);
  if (wanted.empty()) return false;
  for (std::size_t at = whole.find(wanted); at != whole.npos; at = whole.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || !in_word(whole[at - 1])) && (end == whole.size() || !in_word(whole[end])))
      return true;
  }
  return false;
}

NamesIn::NamesIn(const Codebook& codebook, const std::vector<std::string>& parties) {
  for (const std::string& party : parties) forms_[party].push_back(party);
  for (const Party& party : codebook.parties) {
    const auto found = forms_.find(party.name);
    if (found == forms_.end()) continue;
    for (const auto* more : {&party.aliases, &party.demonyms, &party.seats})
      found->second.insert(found->second.end(), more->begin(), more->end());
  }
}

std::vector<std::string> NamesIn::others(std::string_view speaker, std::string_view words) const {
  std::vector<std::string> out;
  for (const auto& [party, forms] : forms_)
    if (party != speaker && std::any_of(forms.begin(), forms.end(),
                                        [&](const auto& form) { return stands_in(form, words); }))
      out.push_back(party);
  return out;
}

std::optional<std::string> NamesIn::only_other(std::string_view speaker,
                                               std::string_view words) const {
  const auto named = others(speaker, words);
  return named.size() == 1 ? std::optional(named.front()) : std::nullopt;
}

bool NamesIn::any_other(std::string_view speaker, std::string_view words) const {
  return !others(speaker, words).empty();
}

}  // namespace entente::analyze

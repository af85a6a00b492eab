// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/failure.h"
#include "model/party.h"

namespace entente::extract {

// What a form of data/names is used for. The first group names a party, the second a person's or a
// group's part in it.
enum class Use : std::uint8_t {
  name,
  adjective,
  people,
  capital,
  seat,
  organisation,
  place,
  office,
  rank,
  address,
  modifier,
  group,
  single,
  government,
  body,
};
using UseSet = std::uint32_t;
constexpr UseSet bit(Use use) { return UseSet{1} << static_cast<unsigned>(use); }
inline constexpr UseSet party_uses = bit(Use::name) | bit(Use::adjective) | bit(Use::people) |
                                     bit(Use::capital) | bit(Use::seat) | bit(Use::organisation);
inline constexpr UseSet title_uses = bit(Use::office) | bit(Use::rank) | bit(Use::address);
inline constexpr UseSet head_uses =
    title_uses | bit(Use::group) | bit(Use::single) | bit(Use::government) | bit(Use::body);

// The lists of words.tsv, one bit each.
enum class List : std::uint8_t {
  place_preposition,
  motion,
  reach,
  land,
  place_after,
  of_place,
  government_before,
  speech,
  auxiliary,
  not_person,
  particle,
  suffix,
  function,
  definite,
  indefinite,
  quality,
  he,
  she,
  they,
  we,
  i,
  object,
  possessive,
  day,
  interrogator,
  prefix,
  state_office,
  leads,
  plural_office,
  ruler,
  any_ruler,
  any_office,
  state_form,
  state_adjective,
  portfolio,
  collective,
  group_noun,
  group_ending,
  thing,
  origin,
  release,
  not_group,
  non_state,
  demand,
  office_tail,
  union_ending,
  official_thing,
  firm_office,
  home_office,
  acts_for,
  count_,
};
using ListSet = std::uint64_t;
constexpr ListSet bit(List list) { return ListSet{1} << static_cast<unsigned>(list); }

// What these hold are nouns and adjectives like any other.
inline constexpr ListSet noun_lists =
    bit(List::state_form) | bit(List::state_adjective) | bit(List::portfolio) |
    bit(List::collective) | bit(List::group_noun) | bit(List::group_ending) | bit(List::thing) |
    bit(List::origin) | bit(List::release) | bit(List::not_group) | bit(List::non_state) |
    bit(List::demand) | bit(List::official_thing) | bit(List::union_ending);

struct Sense {
  Use use = Use::name;
  std::uint32_t party = 0;  // 0: none
  char gender = '-';        // m, f, - either
  bool acronym = false;     // matches capitals only
  bool plain = false;       // has no capital itself, and needs none in a text
};

using WordId = std::uint32_t;  // 0: a word that no form of data/names holds

// The comparable form of a word: lower case, without accents and stops.
std::u32string key_of(std::u32string_view folded);

// A trie over words, with what each form may mean. Built once, then only read.
class NameIndex {
 public:
  Result<void> read(const std::filesystem::path& names_folder);
  // A codebook's word is law: what data/names says of the same form is forgotten.
  void add_party(const Party& party);

  WordId word(std::u32string_view key) const;
  ListSet lists(WordId word) const { return lists_[word]; }
  const std::string& party(std::uint32_t number) const { return parties_[number]; }
  bool is_state(std::uint32_t party) const { return states_.contains(party); }  // it has a capital
  bool is_state(const std::string& party) const { return is_state(number_of(party)); }
  bool is_body(std::uint32_t party) const { return bodies_.contains(party); }  // organisations.tsv
  // The organisations of which some form of several words ends with this one.
  const std::set<std::uint32_t>& bodies_ending(WordId word) const {
    static const std::set<std::uint32_t> none;
    const auto found = body_endings_.find(word);
    return found == body_endings_.end() ? none : found->second;
  }
  bool is_group(std::uint32_t party) const { return groups_.contains(party); }  // groups.tsv
  std::uint32_t number_of(const std::string& party) const {                     // 0: none
    const auto found = party_numbers_.find(party);
    return found == party_numbers_.end() ? 0 : found->second;
  }
  // A country may have the office whose words these are, by office_states.tsv.
  bool may_have(std::uint32_t party, const std::vector<std::u32string>& office) const;

  // The longest form among words[begin...) that `fits`; nothing where none does.
  struct Hit {
    std::size_t length = 0;
    const std::vector<Sense>* senses = nullptr;
  };
  template <class WordAt, class Fits>
  Hit longest(WordAt&& word_at, std::size_t limit, Fits&& fits) const {
    Hit best;
    std::uint32_t node = 0;
    for (std::size_t n = 0; n < limit; ++n) {
      node = step(node, word_at(n));
      if (node == 0) break;
      if (!nodes_[node].empty() && fits(n + 1, nodes_[node])) best = {n + 1, &nodes_[node]};
    }
    return best;
  }

 private:
  Result<void> read_file(const std::filesystem::path& file, std::set<std::uint32_t>* kind);
  std::set<std::uint32_t>* kind_of(std::string_view file);
  bool take_office_state(std::string_view how, std::string_view party, std::string_view office);
  bool take_row(std::string_view first, std::string_view second, std::string_view third);
  std::uint32_t party_number(std::string_view name);
  WordId intern(std::u32string key);
  std::uint32_t node_of(std::string_view form);
  void add(std::string_view form, Sense sense);
  void add_title(std::string_view form, Use use, char gender);
  std::uint32_t step(std::uint32_t node, WordId word) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view key) const {
      return std::hash<std::u32string_view>{}(key);
    }
  };
  std::unordered_map<std::u32string, WordId, Hash, std::equal_to<>> words_;
  std::vector<ListSet> lists_{0};
  std::vector<std::pair<ListSet, ListSet>> held_;  // a list, and another that is part of it
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<Sense>> nodes_{1};
  std::vector<std::string> parties_{""};
  std::set<std::uint32_t> states_, bodies_, groups_, countries_;
  struct OfficeStates {  // which countries have an office
    std::set<std::uint32_t> have, lack;
  };
  std::map<std::vector<std::u32string>, OfficeStates> office_states_;
  std::map<std::u32string, std::set<std::uint32_t>> honours_;  // "sir": the countries that give it
  std::unordered_map<WordId, std::set<std::uint32_t>> body_endings_;
  std::unordered_map<std::string, std::uint32_t> party_numbers_;
};

}  // namespace entente::extract

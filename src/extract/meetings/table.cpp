// SPDX-License-Identifier: Apache-2.0
#include "extract/meetings/table.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace entente::extract::coding {
namespace {

constexpr std::size_t least_named = 3;  // times that a party at the table is named
constexpr std::size_t sentences_of_lead = 2;
constexpr std::size_t longest_head = 1500;    // code points before the report's first line
constexpr std::size_t longest_dateline = 60;  // code points up to the dash

struct Naming {
  std::string party;
  std::size_t times = 0;  // the lead's namings count more
  std::size_t order = 0;
};

std::size_t end_of_lead(const text::Prose& prose) {
  const std::size_t last = std::min(prose.sentences.size(), sentences_of_lead);
  return last == 0 ? 0 : prose.sentences[last - 1].span.end;
}

std::vector<Naming> namings(const Reading& reading) {
  const std::size_t lead = end_of_lead(reading.prose);
  std::map<std::string, Naming> by_party;
  for (const Mention& mention : reading.mentions) {
    if (mention.party.empty()) continue;
    const auto [found, first] =
        by_party.try_emplace(mention.party, Naming{mention.party, 0, by_party.size()});
    found->second.times += first && mention.span.end <= lead ? 1 + least_named : 1;
  }
  std::vector<Naming> all;
  for (auto& [party, naming] : by_party) all.push_back(std::move(naming));
  std::sort(all.begin(), all.end(), [](const Naming& a, const Naming& b) {
    return a.times != b.times ? a.times > b.times : a.order < b.order;
  });
  return all;
}

bool is_capital(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE); }
bool is_dash(char32_t c) { return c == U'-' || c == 0x2013 || c == 0x2014; }

// "HARBOUR TOWN" -> "Harbour Town"; what is not shouted stays.
std::string place_name(const text::Prose& prose, Span span) {
  std::u32string name(prose.text.substr(span.begin, span.size()));
  const auto small = [](char32_t c) { return c >= U'a' && c <= U'z'; };
  if (std::any_of(name.begin(), name.end(), small)) return to_utf8(name);
  for (std::size_t i = 1; i < name.size(); ++i)
    if (name[i - 1] != U' ' && name[i - 1] != U'-') name[i] = prose.folded[span.begin + i];
  return to_utf8(name);
}

// The dash that parts a dateline from its report, with a blank before and behind.
std::optional<std::size_t> dash_in(const text::Prose& prose, Span head) {
  for (std::size_t at = head.begin + 1; at + 1 < head.end; ++at)
    if (is_dash(prose.text[at]) && prose.text[at - 1] == U' ') return at;
  return std::nullopt;
}

bool only_names(std::u32string_view words) {
  bool start = true;
  for (const char32_t c : words) {
    if (start && !is_capital(c)) return false;
    start = c == U' ' || c == U'-';
  }
  return !words.empty();
}
bool is_shouted(std::u32string_view words) {
  return std::none_of(words.begin(), words.end(),
                      [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

// "" where the words before the dash are none. What is not shouted is one only with its country,
// day or agency.
std::string dateline_place(const text::Prose& prose, Span head) {
  const auto words = prose.text.substr(head.begin, head.size());
  const std::size_t stop = words.find_first_of(U",(/");
  std::size_t end = std::min(stop, words.size());
  while (end > 0 && words[end - 1] == U' ') --end;
  const auto place = words.substr(0, end);
  if (!only_names(place) || (stop == words.npos && !is_shouted(place))) return {};
  return place_name(prose, {head.begin, head.begin + end});
}

}  // namespace

std::vector<std::string> parties_of_text(const Reading& reading, std::size_t most) {
  auto all = namings(reading);
  std::size_t sure = std::min(all.size(), most);
  while (sure > 0 && (all[sure - 1].times < least_named ||
                      (all.size() > sure && all[sure].times == all[sure - 1].times)))
    --sure;
  all.resize(sure);
  std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.order < b.order; });
  std::vector<std::string> parties;
  for (Naming& naming : all) parties.push_back(std::move(naming.party));
  return parties;
}

// A dateline may be left out of the prose as no part of its sentences: the text's own lines count.
std::optional<Dateline> dateline_of(const text::Prose& prose) {
  for (std::size_t begin = 0; begin < std::min(prose.text.size(), longest_head);) {
    const std::size_t end = std::min(prose.text.find(U'\n', begin), prose.text.size());
    if (const auto dash = dash_in(prose, {begin, std::min(end, begin + longest_dateline)}))
      if (const std::string place = dateline_place(prose, {begin, *dash}); !place.empty())
        return Dateline{{begin, *dash}, {begin, end}, place};
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace entente::extract::coding

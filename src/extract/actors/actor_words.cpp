// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/actor_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <sstream>

#include "base/utf8.h"

namespace entente::extract::actors {
namespace {

constexpr std::array actor_classes = std::to_array<std::string_view>(
    {"same", "behind", "against", "among", "aside", "people", "alone", "from", "title", "contrast",
     "judged", "toward", "degree", "proposed", "linked", "quantity", "reply"});

std::optional<ActorWord> class_named(std::string_view name) {
  const auto found = std::find(actor_classes.begin(), actor_classes.end(), name);
  if (found == actor_classes.end()) return std::nullopt;
  return static_cast<ActorWord>(found - actor_classes.begin());
}

bool stand_at(const std::vector<std::u32string>& words, const std::vector<Item>& items,
              std::size_t at, std::size_t last) {
  if (at + words.size() > last) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!items[at + i].is_word() || items[at + i].folded != words[i]) return false;
  return true;
}

}  // namespace

Result<ActorWords> ActorWords::read(std::string_view text) {
  ActorWords out;
  std::istringstream in{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(':');
    const auto what = class_named(std::string_view(line).substr(0, colon));
    if (colon == std::string::npos || !what)
      return fail(
          FailureKind::bad_input,
          "actors.words, line " + std::to_string(number) + ", is not as the head of the file says",
          "Compare it with the lines above it");
    std::istringstream phrases(line.substr(colon + 1));
    for (std::string phrase; std::getline(phrases, phrase, ',');) {
      std::istringstream split(phrase);
      const std::vector<std::string> words{std::istream_iterator<std::string>(split), {}};
      if (words.empty()) continue;
      std::vector<std::u32string> rest;
      for (std::size_t i = 1; i < words.size(); ++i) rest.push_back(from_utf8(words[i]));
      out.phrases_[from_utf8(words[0])].push_back({*what, std::move(rest)});
    }
  }
  for (auto& [word, phrases] : out.phrases_)
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.rest.size() > b.rest.size();
    });
  return out;
}

std::size_t ActorWords::past(ActorWord what, const std::vector<Item>& items, std::size_t at,
                             std::size_t last) const {
  if (at >= last || !items[at].is_word()) return at;
  const auto found = phrases_.find(std::u32string(items[at].folded));
  if (found == phrases_.end()) return at;
  for (const Phrase& phrase : found->second)
    if (phrase.what == what && stand_at(phrase.rest, items, at + 1, last))
      return at + 1 + phrase.rest.size();
  return at;
}

}  // namespace entente::extract::actors

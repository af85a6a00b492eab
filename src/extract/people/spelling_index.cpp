// SPDX-License-Identifier: Apache-2.0
#include "extract/people/spelling_index.h"

#include <algorithm>

#include "extract/people/likeness.h"

namespace entente::extract {
namespace {

constexpr std::uint64_t fnv_start = 14695981039346656037u, fnv_prime = 1099511628211u;
constexpr std::size_t longest_filed = 24;  // letters of a surname's sound
constexpr std::size_t most_under_one_key = 64;

// FNV-1a over the letters, but those at two places.
std::uint64_t hash_without(std::u32string_view sound, std::size_t first, std::size_t second) {
  std::uint64_t hash = fnv_start;
  for (std::size_t i = 0; i < sound.size(); ++i)
    if (i != first && i != second) hash = (hash ^ sound[i]) * fnv_prime;
  return hash;
}

// As many letters as same_sound allows to differ are struck out.
std::vector<std::uint64_t> keys_of_sound(std::u32string_view sound) {
  const std::size_t none = sound.size();
  std::vector<std::uint64_t> keys{hash_without(sound, none, none)};
  if (sound.size() >= 5 && sound.size() <= longest_filed)
    for (std::size_t i = 0; i < sound.size(); ++i) {
      keys.push_back(hash_without(sound, i, none));
      for (std::size_t k = i + 1; sound.size() >= 9 && k < sound.size(); ++k)
        keys.push_back(hash_without(sound, i, k));
    }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

void SpellingIndex::add(std::u32string_view word, std::size_t number) {
  std::u32string sound = sound_of(word);
  if (sound.empty()) return;
  for (std::uint64_t key : keys_of_sound(sound))
    filed_[key].push_back(static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({std::move(sound), number});
}

std::vector<std::size_t> SpellingIndex::like(std::u32string_view word,
                                             std::size_t& compared) const {
  const std::u32string sound = sound_of(word);
  std::vector<std::uint32_t> near;
  for (std::uint64_t key : keys_of_sound(sound)) {
    const auto found = filed_.find(key);
    // What very many words share tells none of them from another.
    if (found == filed_.end() || found->second.size() > most_under_one_key) continue;
    near.insert(near.end(), found->second.begin(), found->second.end());
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::size_t> out;
  for (std::uint32_t at : near) {
    ++compared;
    if (same_sound(sound, entries_[at].sound)) out.push_back(entries_[at].number);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "read/phrases.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/phrase_groups.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

struct Phrase {
  std::vector<WordKey> words;
  const PhraseGroup* group;
};

class PhraseTable {
 public:
  PhraseTable() {
    for (const PhraseGroup& group : phrase_groups()) add(group);
  }

  const std::vector<Phrase>* from(WordKey first) const {
    const auto found = by_first_.find(first);
    return found == by_first_.end() ? nullptr : &found->second;
  }

 private:
  void add(const PhraseGroup& group) {
    for (std::size_t begin = 0; begin <= group.phrases.size();) {
      const std::size_t end = std::min(group.phrases.find(';', begin), group.phrases.size());
      std::vector<WordKey> words = keys_of(group.phrases.substr(begin, end - begin));
      by_first_[words.front()].push_back({std::move(words), &group});
      begin = end + 1;
    }
  }

  std::unordered_map<WordKey, std::vector<Phrase>> by_first_;
};

const PhraseTable& phrase_table() {
  static const PhraseTable table;
  return table;
}

bool is_number(const Lines& lines, std::size_t word) {
  const std::u32string_view letters = lines.of(lines.words[word].span);
  return std::all_of(letters.begin(), letters.end(), is_digit);
}

// "Comments (12)", "12 Comments", "Listen to this article | 4 mins"
Line without_counts(const Lines& lines, Line line) {
  static const WordSet units("min mins minute minutes sec secs");
  while (line.first < line.last && is_number(lines, line.first)) ++line.first;
  if (line.words() > 2 && units.holds(lines.words[line.last - 1].key) &&
      is_number(lines, line.last - 2))
    --line.last;
  while (line.first < line.last && is_number(lines, line.last - 1)) --line.last;
  return line;
}

bool stands_at(const Lines& lines, std::size_t at, std::size_t last,
               const std::vector<WordKey>& words) {
  if (last - at < words.size()) return false;
  return std::equal(words.begin(), words.end(),
                    lines.words.begin() + static_cast<std::ptrdiff_t>(at),
                    [](WordKey key, const Word& word) { return key == word.key; });
}

bool colon_follows(const Lines& lines, const Line& line, std::size_t word) {
  const std::u32string_view gap = lines.gap(line, word);
  const std::u32string_view near = gap.substr(0, 3);
  return has(near, U':') || has(near, U'\uFF1A') || has(near, U'|');
}

// "Reporting by NAME", but not "Reporting by the monitors is slow."
bool names_follow(const Lines& lines, const Line& line, std::size_t word, NoiseKind kind) {
  if (kind != NoiseKind::credit) return true;
  return word < line.last && is_capital(lines.initial(word)) && !is_opener(lines.words[word].key);
}

bool is_sentence(const Lines& lines, const Line& line, std::size_t word) {
  while (word < line.last && is_namelike(lines, word)) ++word;
  return word < line.last && ends_stopped(lines.of(line));
}

bool only_names(const Lines& lines, const Line& line, std::size_t word) {
  while (word < line.last && is_namelike(lines, word) &&
         (is_joiner(lines.words[word].key) || !is_opener(lines.words[word].key)))
    ++word;
  return word == line.last && !ends_stopped(lines.of(line));
}

bool fits(const Lines& lines, const Line& line, const Line& bare, std::size_t at,
          const Phrase& phrase) {
  const std::size_t size = phrase.words.size();
  if (line.words() > phrase.group->most_words) return false;
  switch (phrase.group->place) {
    case Place::whole:
      return at == bare.first && size == bare.words() &&
             (size > 1 || lines.of(line).back() != U'.');
    case Place::opens:
      return at == line.first && names_follow(lines, line, at + size, phrase.group->kind);
    case Place::head:
      return at == line.first && names_follow(lines, line, at + size, phrase.group->kind) &&
             !is_sentence(lines, line, at + size);
    case Place::label:
      return at == line.first && colon_follows(lines, line, at + size);
    case Place::names:
      return at == line.first && colon_follows(lines, line, at + size) && at + size < line.last &&
             only_names(lines, line, at + size);
    case Place::inside:
      return true;
  }
  return false;
}

constexpr std::size_t longest_judged = 60;

const WordSet& voice_words() {
  static const WordSet words("you your our we us this here");
  return words;
}

// A topic may have several phrases. Two topics make a notice if one of them is among the first
// five: the others have a life outside of pages ("this site", "subscribe to the view").
constexpr std::string_view notice_topics[] = {
    "cookies;cookie",
    "privacy policy;privacy notice;privacy statement;terms of use;terms of service",
    "your browser;browser settings;this website;our website;adblocker;ad blocker;javascript",
    "newsletter;newsletters;your inbox;email address;unsubscribe;mailing list;email updates",
    "our journalism;independent journalism;our app;app store;push notifications",
    "terms and conditions;you agree;you consent;by continuing;by clicking;by signing up;"
    "personal data;data protection",
    "this site;our site;your device;our partners",
    "subscribe;subscriber;subscribers;subscription;sign up;log in;create an account;"
    "register for free;donate",
};
constexpr unsigned sure_topics = 0b11111;

struct Topics {
  std::vector<std::pair<std::vector<WordKey>, unsigned>> phrases;

  Topics() {
    unsigned bit = 1;
    for (std::string_view topic : notice_topics) {
      add(topic, bit);
      bit <<= 1;
    }
    std::sort(phrases.begin(), phrases.end());
  }

  void add(std::string_view topic, unsigned bit) {
    for (std::size_t begin = 0; begin <= topic.size();) {
      const std::size_t end = std::min(topic.find(';', begin), topic.size());
      phrases.emplace_back(keys_of(topic.substr(begin, end - begin)), bit);
      begin = end + 1;
    }
  }
};

unsigned topics_at(const Lines& lines, const Line& line, std::size_t at) {
  static const Topics topics;
  const WordKey key = lines.words[at].key;
  auto next =
      std::lower_bound(topics.phrases.begin(), topics.phrases.end(), key,
                       [](const auto& phrase, WordKey k) { return phrase.first.front() < k; });
  unsigned found = 0;
  for (; next != topics.phrases.end() && next->first.front() == key; ++next)
    if (stands_at(lines, at, line.last, next->first)) found |= next->second;
  return found;
}

// "Subscribe to our podcast wherever you listen."
bool is_invitation(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 30;
  static const WordSet invites("subscribe sign register listen download follow get"),
      offers(
          "podcast podcasts newsletter newsletters briefing app channel subscription inbox "
          "access email alerts episodes");
  if (line.words() < 4 || line.words() > longest || has_quote(lines.of(line)) ||
      !invites.holds(lines.words[line.first].key))
    return false;
  const auto holds = [&](const WordSet& set) {
    return std::any_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                       lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                       [&](const Word& word) { return set.holds(word.key); });
  };
  return holds(offers) && holds(voice_words());
}

}  // namespace

std::optional<PhraseHit> phrase_hit(const Lines& lines, const Line& line) {
  if (line.words() == 0 || line.words() > longest_judged) return std::nullopt;
  const Line bare = without_counts(lines, line);
  const bool quotes = has_quote(lines.of(line));
  for (std::size_t at = line.first; at < line.last; ++at) {
    const std::vector<Phrase>* phrases = phrase_table().from(lines.words[at].key);
    if (!phrases) continue;
    for (const Phrase& phrase : *phrases) {
      if (quotes && phrase.group->place != Place::label && phrase.group->place != Place::whole)
        continue;
      if (stands_at(lines, at, line.last, phrase.words) && fits(lines, line, bare, at, phrase))
        return PhraseHit{phrase.group->kind, phrase.group->opens_list};
    }
  }
  return std::nullopt;
}

bool is_site_notice(const Lines& lines, const Line& line) {
  if (is_invitation(lines, line)) return true;
  constexpr std::size_t longest_notice = 150;
  if (line.words() < 4 || line.words() > longest_notice || has_quote(lines.of(line))) return false;
  unsigned topics = 0;
  bool voice = false;
  for (std::size_t at = line.first; at < line.last; ++at) {
    topics |= topics_at(lines, line, at);
    voice = voice || voice_words().holds(lines.words[at].key);
  }
  return voice && (topics & sure_topics) != 0 && (topics & (topics - 1)) != 0;
}

}  // namespace entente::read

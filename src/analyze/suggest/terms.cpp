// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/terms.h"

#include <algorithm>

namespace entente::analyze {
namespace {

constexpr std::size_t longest_term = 3, longest_name = 4, shortest_word = 3;

std::u32string joined(const std::vector<std::u32string>& words) {
  std::u32string out;
  for (const std::u32string& word : words) out += (out.empty() ? U"" : U" ") + word;
  return out;
}

class Gathering {
 public:
  Gathering(const std::vector<Saying>& sayings, const Vocabulary& vocabulary,
            const NamesOfCase& names)
      : sayings_(sayings), vocabulary_(vocabulary), names_(names) {
    for (const Saying& saying : sayings)
      for (const Stretch& one : saying.stretches) capitals_.take(one.heard);
  }

  Terms all() {
    for (std::size_t i = 0; i < sayings_.size(); ++i)
      for (std::size_t j = 0; j < sayings_[i].stretches.size(); ++j) take({i, j, 0, 0});
    return std::move(terms_);
  }

 private:
  void take(Place at) {
    const Stretch& stretch = sayings_[at.saying].stretches[at.stretch];
    const std::size_t count = stretch.heard.size();
    for (std::size_t i = 0; i < count;) {
      if (const std::size_t end = party_end(stretch, i); end > i) {
        i = end;
        continue;
      }
      const bool name = starts_name(stretch, i);
      const std::size_t end = name ? name_end(stretch, i) : phrase_end(stretch, i);
      at.first = name ? name_begin(stretch, i) : i;
      at.last = end;
      if (name)
        take_name(stretch, at);
      else if (end > i)
        take_phrase(stretch, at);
      i = std::max(end, i + 1);
    }
  }

  // Past the longest run of capitalised words that names a party: each may be an ordinary word.
  std::size_t party_end(const Stretch& stretch, std::size_t i) const {
    std::u32string words;
    std::size_t end = i;
    for (std::size_t k = i; k < std::min(i + longest_name, stretch.heard.size()); ++k) {
      const Heard& heard = stretch.heard[k];
      if (!heard.capital || (k > i && heard.apart)) break;
      words += (words.empty() ? U"" : U" ") + heard.word;
      if (names_.is_party(words)) end = k + 1;
    }
    return end;
  }

  bool starts_name(const Stretch& stretch, std::size_t i) const {
    return stretch.kinds[i] != WordKind::other && capitals_.is_name(stretch.heard[i]);
  }

  // "New Alwen": what is small elsewhere belongs to a name it stands before with a capital.
  static std::size_t name_begin(const Stretch& stretch, std::size_t i) {
    while (i > 0 && !stretch.heard[i].apart && stretch.heard[i - 1].capital &&
           !stretch.heard[i - 1].starts && !stretch.heard[i - 1].owner)
      --i;
    return i;
  }

  std::size_t name_end(const Stretch& stretch, std::size_t i) const {
    std::size_t end = i + 1;
    while (end < stretch.heard.size() && !stretch.heard[end].apart &&
           !stretch.heard[end - 1].owner && stretch.heard[end].capital &&
           stretch.kinds[end] != WordKind::other)
      ++end;
    return end;
  }

  std::size_t phrase_end(const Stretch& stretch, std::size_t i) const {
    std::size_t end = i;
    while (end < stretch.heard.size() && is_part(stretch, end) &&
           (end == i || (!stretch.heard[end].apart && !stretch.heard[end - 1].owner)))
      ++end;
    return end;
  }

  bool is_part(const Stretch& stretch, std::size_t i) const {
    const Heard& heard = stretch.heard[i];
    return stretch.kinds[i] != WordKind::other && !capitals_.is_name(heard) &&
           !names_.is_somebody(heard);
  }

  void take_name(const Stretch& stretch, const Place& at) {
    if (is_where(stretch, at.first)) return;
    std::vector<std::u32string> words;
    for (std::size_t i = at.first; i < at.last; ++i) {
      if (names_.is_somebody(stretch.heard[i])) return;
      words.push_back(stretch.heard[i].word);
    }
    if (words.size() > longest_name || names_.is_party(joined(words))) return;
    if (is(words.back(), WordPart::agent) || is(words.back(), WordPart::office)) return;
    add(std::move(words), true, at);
  }

  // "in Port Roe": where something happens; "in the Upper Fields" may be what it is about.
  bool is_where(const Stretch& stretch, std::size_t name) const {
    return name > 0 && !stretch.heard[name].apart &&
           is(stretch.heard[name - 1].word, WordPart::place);
  }

  void take_phrase(const Stretch& stretch, const Place& run) {
    for (std::size_t last = run.first + 1; last <= run.last; ++last) {
      if (stretch.kinds[last - 1] != WordKind::noun) continue;
      const std::size_t most = std::min(last - run.first, longest_term);
      for (std::size_t length = 1; length <= most; ++length)
        if (length == 1 || !stretch.heard[last - length].glued)
          offer(stretch, {run.saying, run.stretch, last - length, last});
    }
  }

  void offer(const Stretch& stretch, const Place& at) {
    std::vector<std::u32string> words;
    for (std::size_t i = at.first; i < at.last; ++i) words.push_back(stretch.heard[i].word);
    words.back() = singular_of(words.back());
    if (words.back().size() < shortest_word || names_agent(words.back())) return;
    const bool says_something = std::any_of(words.begin(), words.end(), [&](const auto& word) {
      return !is(singular_of(word), WordPart::generic) && !is(word, WordPart::extent) &&
             !is(word, WordPart::portfolio);
    });
    if (says_something) add(std::move(words), false, at);
  }

  bool names_agent(const std::u32string& word) const {
    return is(word, WordPart::agent) || is(word, WordPart::office) || is(word, WordPart::unit) ||
           is(word, WordPart::extent);
  }

  bool is(const std::u32string& word, WordPart part) const { return vocabulary_.is(word, part); }

  void add(std::vector<std::u32string> words, bool name, const Place& at) {
    Term& term = terms_[joined(words)];
    term.words = std::move(words);
    term.name = name;
    term.places.push_back(at);
  }

  const std::vector<Saying>& sayings_;
  const Vocabulary& vocabulary_;
  const NamesOfCase& names_;
  Capitals capitals_;
  Terms terms_;
};

}  // namespace

std::size_t Term::sayings() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < places.size(); ++i)
    count += i == 0 || places[i].saying != places[i - 1].saying;
  return count;
}

Terms terms_in(const std::vector<Saying>& sayings, const Vocabulary& vocabulary,
               const NamesOfCase& names) {
  return Gathering(sayings, vocabulary, names).all();
}

Elsewhere counted_elsewhere(const Terms& terms, const std::vector<Saying>& sayings) {
  Elsewhere out;
  out.words = words_in(sayings);
  for (const Saying& saying : sayings) {
    std::set<std::u32string> here;
    for (const Stretch& stretch : saying.stretches)
      for (std::size_t last = 1; last <= stretch.heard.size(); ++last) {
        std::u32string key = singular_of(stretch.heard[last - 1].word);
        for (std::size_t length = 1; length <= std::min(last, longest_term); ++length) {
          if (length > 1) key = stretch.heard[last - length].word + U" " + key;
          if (terms.contains(key)) here.insert(key);
        }
      }
    for (const std::u32string& key : here) ++out.sayings[key];
  }
  return out;
}

std::size_t words_in(const std::vector<Saying>& sayings) {
  std::size_t words = 0;
  for (const Saying& saying : sayings)
    for (const Stretch& one : saying.stretches) words += one.heard.size();
  return words;
}

std::u32string surface_of(const Saying& saying, const Place& place, bool as_printed) {
  const Stretch& stretch = saying.stretches[place.stretch];
  const std::size_t begin = stretch.heard[place.first].span.begin;
  if (as_printed) return stretch.text.substr(begin, stretch.heard[place.last - 1].span.end - begin);
  std::u32string out;
  for (std::size_t i = place.first; i < place.last; ++i)
    out += (out.empty() ? U"" : U" ") + stretch.heard[i].word;
  return out;
}

}  // namespace entente::analyze

// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/offices.h"

#include <algorithm>

#include "analyze/suggest/names.h"
#include "base/utf8.h"

namespace entente::analyze {
namespace {

constexpr std::size_t longest_owner = 5, office_reach = 6;

}  // namespace

struct OfficeReader::Text {
  const std::u32string& text;
  std::vector<Heard> heard;
  Capitals capitals;

  // A capital that says something. At a sentence's start only a word that has one elsewhere too.
  bool is_name(std::size_t i) const {
    const Heard& one = heard[i];
    return one.capital && (!one.starts || capitals.is_name(one));
  }
  // Past the capitalised words that follow one another from `first` on; with 's the name ends.
  std::size_t run_end(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < heard.size() && heard[end].capital && !heard[end].apart &&
           !(heard[end - 1].owner && !heard[end - 1].word.ends_with(U's')))
      ++end;
    return end;
  }
  bool is(std::size_t i, std::u32string_view word) const {
    return i < heard.size() && heard[i].word == word;
  }
};

OfficeReader::OfficeReader(const std::vector<Person>& people, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  for (const Person& person : people) {
    const std::vector<Heard> words = heard_in(from_utf8(person.name));
    if (words.empty()) continue;
    const PersonId id = person.same_as.value_or(person.id);
    for (const std::u32string& name : {name_key(person.name), words.back().word})
      by_name_[name].insert(id);
    for (const Heard& one : words) person_words_.insert(one.word);
  }
}

std::vector<Owner> OfficeReader::owners_in(const Document& document) {
  Text text{document.text, heard_in(document.text), {}};
  std::vector<Span> skip = document.headings;
  for (const Noise& noise : document.noise) skip.push_back(noise.span);
  std::sort(skip.begin(), skip.end());
  std::erase_if(text.heard, [&, next = skip.begin()](const Heard& one) mutable {
    while (next != skip.end() && next->end <= one.span.begin) ++next;
    return next != skip.end() && next->meets(one.span);
  });
  text.capitals.take(text.heard);
  note_full_names(text);
  return owners(text);
}

std::vector<Owner> OfficeReader::owners_in(const std::string& source) const {
  const std::u32string words = from_utf8(source);
  return owners({words, heard_in(words), {}});
}

std::string OfficeReader::full_name(const std::u32string& last_word) const {
  const auto found = by_last_word_.find(last_word);
  return found != by_last_word_.end() && found->second.size() == 1 ? found->second.begin()->second
                                                                   : "";
}

void OfficeReader::note_full_names(const Text& text) {
  for (std::size_t i = 0; i + 1 < text.heard.size(); ++i) {
    if (!text.is(i, U"the") || text.heard[i + 1].apart || !text.is_name(i + 1)) continue;
    const std::size_t end = text.run_end(i + 1);
    if (end - i - 1 < 2 || end - i - 1 > longest_owner) continue;
    if (const auto found = owner(text, i + 1, end))
      by_last_word_[text.heard[end - 1].word].try_emplace(name_key(found->name), found->name);
  }
}

std::vector<Owner> OfficeReader::owners(const Text& text) const {
  std::vector<Owner> out;
  for (std::size_t i = 0; i < text.heard.size();) {
    std::size_t next = i + 1;
    if (text.is_name(i) && !text.is(i, U"the")) {
      next = text.run_end(i);
      if (auto found = attributive(text, i, next)) out.push_back(std::move(*found));
    }
    for (std::size_t k = i; k < next; ++k)
      if (vocabulary_.is(singular_of(text.heard[k].word), WordPart::office))
        if (auto found = owned(text, k)) out.push_back(std::move(*found));
    i = next;
  }
  return out;
}

// Past the office that stands at `at`, with what belongs to it; `at` where none does.
std::size_t OfficeReader::office_end(const Text& text, std::size_t at) const {
  constexpr std::size_t most_before = 3;
  for (std::size_t i = at; i < text.heard.size() && i <= at + most_before; ++i) {
    if (i > at && text.heard[i].apart) return at;
    const std::u32string word = singular_of(text.heard[i].word);
    if (vocabulary_.is(word, WordPart::office)) {
      std::size_t end = i + 1;
      while (end < text.heard.size() && !text.heard[end].apart &&
             vocabulary_.is(singular_of(text.heard[end].word), WordPart::office))
        ++end;
      return end;
    }
    if (!vocabulary_.is(text.heard[i].word, WordPart::portfolio)) return at;
  }
  return at;
}

// "X's envoy", "the Xian Foreign Minister", "Xian envoy": `first` to `last` are capitalised.
std::optional<Owner> OfficeReader::attributive(const Text& text, std::size_t first,
                                               std::size_t last) const {
  for (std::size_t i = first + 1; i <= last && i < text.heard.size(); ++i) {
    if (text.heard[i].apart) return std::nullopt;
    const std::size_t end = office_end(text, i);
    if (end == i) continue;
    auto found = owner(text, first, i);
    if (!found) return std::nullopt;
    found->describing = !text.heard[i - 1].owner;
    found->holder = person_at(text, end);
    if (!found->holder) found->holder = person_before(text, first);
    return found;
  }
  return std::nullopt;
}

// "chair of the X Board", "spokesman for X"
std::optional<Owner> OfficeReader::owned(const Text& text, std::size_t office) const {
  std::size_t at = office + 1;
  if (!text.is(at, U"of") && !text.is(at, U"for")) return std::nullopt;
  if (text.heard[at].apart) return std::nullopt;
  if (text.is(++at, U"the")) ++at;
  if (at >= text.heard.size() || text.heard[at].apart || !text.is_name(at)) return std::nullopt;
  const std::size_t end = text.run_end(at);
  auto found = owner(text, at, end);
  if (!found) return std::nullopt;
  found->describing = !text.heard[end - 1].owner && office_end(text, end) != end;
  found->holder = person_at(text, end);
  if (!found->holder) found->holder = person_before(text, office);
  return found;
}

std::optional<Owner> OfficeReader::owner(const Text& text, std::size_t first,
                                         std::size_t last) const {
  if (first >= last || last - first > longest_owner) return std::nullopt;
  bool tells = false;
  for (std::size_t i = first; i < last; ++i) {
    const std::u32string& word = text.heard[i].word;
    if (person_words_.contains(word) || vocabulary_.is(word, WordPart::function))
      return std::nullopt;
    tells = tells ||
            (!vocabulary_.is(singular_of(word), WordPart::office) &&
             !vocabulary_.is(word, WordPart::portfolio) && !vocabulary_.is(word, WordPart::number));
  }
  if (!tells || vocabulary_.is(text.heard[first].word, WordPart::office)) return std::nullopt;
  const Span span{text.heard[first].span.begin, text.heard[last - 1].span.end};
  return Owner{slice_utf8(text.text, span), false, {}};
}

// Nobody where several people have the name.
std::optional<PersonId> OfficeReader::named(const std::u32string& name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end() || found->second.size() != 1) return std::nullopt;
  return *found->second.begin();
}

std::optional<PersonId> OfficeReader::person_at(const Text& text, std::size_t at) const {
  if (at >= text.heard.size() || !text.heard[at].capital) return std::nullopt;
  std::u32string name;
  std::optional<PersonId> found;
  const std::size_t end = text.run_end(at);
  for (std::size_t i = at; i < end; ++i) {
    name += (name.empty() ? U"" : U" ") + text.heard[i].word;
    if (const auto one = named(name)) found = one;
  }
  return found;
}

// "Mara Roe, the chair": a name that ends just before the office, with no verb between.
std::optional<PersonId> OfficeReader::person_before(const Text& text, std::size_t at) const {
  for (std::size_t back = 1; back <= std::min(at, office_reach); ++back) {
    const std::size_t i = at - back;
    if (!text.heard[i].capital || !person_words_.contains(text.heard[i].word)) continue;
    if (!text.heard[i + 1].apart) return std::nullopt;
    return named(text.heard[i].word);
  }
  return std::nullopt;
}

}  // namespace entente::analyze

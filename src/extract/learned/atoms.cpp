// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/atoms.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/learned/names.h"
#include "text/characters.h"

namespace entente::extract::learned {
namespace {

constexpr std::uint8_t likely_cue = 5;  // WordClass::cue from which a word looks like a cue
constexpr std::uint8_t span_begins = 8;

// "accused", "accuses", "accusing" -> "accus": a guess that need not be a word.
std::u32string_view stem_of(std::u32string_view word) {
  for (std::u32string_view ending : {U"ing", U"ies", U"ied", U"ed", U"es", U"s", U"e"})
    if (word.size() >= ending.size() + 3 && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

// Runs of capitals, small letters, digits and inner marks, each written once: "McKay" is "Aa"
// twice.
std::uint8_t shape_of(std::u32string_view word) {
  std::uint32_t shape = 1;
  int last = -1;
  for (char32_t c : word) {
    const int kind = text::is_upper(c) ? 0 : text::is_letter(c) ? 1 : text::is_digit(c) ? 2 : 3;
    if (kind == last) continue;
    last = kind;
    if (shape < 64) shape = shape * 4 + static_cast<std::uint32_t>(kind);
  }
  const bool all_capitals = word.size() > 1 && shape == 4;
  return static_cast<std::uint8_t>(all_capitals ? 3 : std::min<std::uint32_t>(shape, 255));
}

// A name is written as any other.
std::u32string equal_names(std::u32string_view form) {
  std::u32string out;
  for (char32_t c : form)
    if (c == name_sign)
      out += U"Na";
    else
      out += c;
  return out;
}

Atom atom_of(std::u32string_view word, std::u32string_view folded, std::uint8_t names,
             const Vocabulary& vocabulary) {
  Atom atom;
  const std::u32string plain = seen_form(folded, names);
  atom.word = hash_of(plain);
  atom.stem = hash_of(stem_of(plain));
  for (std::size_t n = 1; n <= 4; ++n) {
    const std::size_t size = std::min(n, plain.size());
    atom.suffix[n - 1] = hash_of(std::u32string_view(plain).substr(plain.size() - size));
    atom.prefix[n - 1] = hash_of(std::u32string_view(plain).substr(0, size));
  }
  atom.shape = names == 0 ? shape_of(word) : shape_of(equal_names(plain));
  atom.known = vocabulary.find(atom.word);
  atom.is_word = !word.empty() && text::is_alnum(word.back());
  atom.is_comma = folded == U",";
  return atom;
}

// Places of the units in their sentences.
void place_in_sentences(const Units& units, Passage passage, std::vector<Place>& places) {
  std::uint32_t number = 0;
  for (std::size_t first = passage.first; first < passage.last;) {
    std::size_t last = first;
    bool quote = false;
    for (; last < passage.last && units.units[last].sentence == units.units[first].sentence; ++last)
      quote = quote || units.units[last].quote != QuoteState::outside;
    for (std::size_t i = first; i < last; ++i) {
      Place& place = places[i - passage.first];
      place.from_start = static_cast<std::uint32_t>(i - first);
      place.to_end = static_cast<std::uint32_t>(last - 1 - i);
      place.sentence = number;
      place.first_in_sentence = i == first;
      place.sentence_has_quote = quote;
    }
    ++number;
    first = last;
  }
  for (Place& place : places) place.sentences = number;
}

void place_in_quotations(const Units& units, Passage passage, std::vector<Place>& places) {
  for (std::size_t first = passage.first; first < passage.last;) {
    const std::uint32_t quotation = units.units[first].quotation;
    std::size_t last = first + 1;
    while (last < passage.last && units.units[last].quotation == quotation) ++last;
    for (std::size_t i = first; quotation != 0 && i < last; ++i) {
      places[i - passage.first].quote_first = static_cast<std::int32_t>(first - passage.first);
      places[i - passage.first].quote_last = static_cast<std::int32_t>(last - 1 - passage.first);
    }
    first = last;
  }
}

void place_between_cues(const std::vector<Atom>& atoms, std::vector<Place>& places) {
  std::int32_t near = -1;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    places[i].cue_left = near;
    if (atoms[i].known.cue >= likely_cue) near = static_cast<std::int32_t>(i);
  }
  near = -1;
  for (std::size_t i = atoms.size(); i-- > 0;) {
    places[i].cue_right = near;
    if (atoms[i].known.cue >= likely_cue) near = static_cast<std::int32_t>(i);
  }
}

void mark(const Units& units, Span span, Hint hint, std::vector<std::uint8_t>& hints) {
  auto at = std::partition_point(units.units.begin(), units.units.end(),
                                 [&](const Unit& unit) { return unit.span.end <= span.begin; });
  for (bool first = true; at != units.units.end() && at->span.begin < span.end; ++at) {
    std::uint8_t& here = hints[static_cast<std::size_t>(at - units.units.begin())];
    if (here == 0)
      here = static_cast<std::uint8_t>(static_cast<std::uint8_t>(hint) | (first ? span_begins : 0));
    first = false;
  }
}

}  // namespace

std::vector<std::uint8_t> hints_of(const Units& units, const std::vector<Statement>& statements) {
  std::vector<std::uint8_t> hints(units.units.size());
  for (const Statement& statement : statements) {
    if (statement.within) continue;
    const Span cue = hull(statement.cue);
    for (Span span : statement.cue) mark(units, span, Hint::cue, hints);
    for (Span span : statement.source)
      mark(units, span, cue.begin < span.begin ? Hint::source_left : Hint::source_right, hints);
  }
  for (const Statement& statement : statements) {
    if (statement.within) continue;
    const Span cue = hull(statement.cue);
    for (Span span : statement.content)
      mark(units, span, cue.begin < span.begin ? Hint::content_left : Hint::content_right, hints);
  }
  return hints;
}

PassageView view_of(const text::Prose& prose, const Units& units, Passage passage,
                    const Vocabulary& vocabulary, const std::vector<std::uint8_t>& hints) {
  PassageView view;
  view.atoms.reserve(passage.size());
  for (std::size_t i = passage.first; i < passage.last; ++i) {
    const Span span = units.units[i].span;
    view.atoms.push_back(atom_of(prose.text.substr(span.begin, span.size()),
                                 std::u32string_view(prose.folded).substr(span.begin, span.size()),
                                 units.units[i].names, vocabulary));
    view.atoms.back().quote = units.units[i].quote;
    if (!hints.empty()) view.atoms.back().hint = hints[i];
  }
  view.places.resize(passage.size());
  place_in_sentences(units, passage, view.places);
  place_in_quotations(units, passage, view.places);
  place_between_cues(view.atoms, view.places);
  return view;
}

}  // namespace entente::extract::learned

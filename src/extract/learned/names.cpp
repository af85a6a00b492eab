// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "text/characters.h"

namespace entente::extract::learned {
namespace {

constexpr std::size_t most_pieces = 8;      // between hyphens that are told apart
constexpr std::size_t telling_letters = 4;  // of a small word that headings would write large
constexpr std::uint8_t all_pieces = 0xFF;

struct Piece {
  std::u32string_view written, folded;
};

// A word cut at its hyphens; what is beyond the last place stays one piece.
struct Pieces {
  std::array<Piece, most_pieces> all;
  std::size_t count = 0;

  Pieces(std::u32string_view written, std::u32string_view folded) {
    for (std::size_t begin = 0; begin <= written.size() && count < most_pieces;) {
      std::size_t end = written.find(U'-', begin);
      if (end == written.npos || count + 1 == most_pieces) end = written.size();
      all[count++] = {written.substr(begin, end - begin), folded.substr(begin, end - begin)};
      begin = end + 1;
    }
  }
};

bool has_capital(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return text::is_upper(c); });
}

bool has_small(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char32_t c) { return text::is_letter(c) && !text::is_upper(c); });
}

bool is_small_word(std::u32string_view word) {
  return !word.empty() && text::is_letter(word.front()) && !has_capital(word);
}

bool is_abbreviation(std::u32string_view word) {
  return std::count_if(word.begin(), word.end(), [](char32_t c) { return text::is_upper(c); }) >
             1 &&
         !has_small(word);
}

// Behind these a sentence may begin.
bool opens(std::u32string_view mark) {
  constexpr std::u32string_view marks = U".!?:;\"'([{*\u2022\u2013\u2014\u2026-";
  return mark.size() == 1 && marks.find(mark.front()) != marks.npos;
}

// How a text writes a word where its capital is not owed to the place.
struct Writing {
  std::uint32_t as_name = 0, small = 0;
};

class Marker {
 public:
  Marker(const text::Prose& prose, const Vocabulary& vocabulary, Units& units)
      : prose_(prose), vocabulary_(vocabulary), units_(units.units), places_(units_.size()) {}

  void run() {
    each_sentence([&](std::size_t first, std::size_t last) { place(first, last); });
    for (std::size_t i = 0; i < units_.size(); ++i) count(i);
    for (std::size_t i = 0; i < units_.size(); ++i) units_[i].names = names_of(i);
  }

 private:
  // What a capital tells here.
  enum class Place : std::uint8_t { nothing, nothing_but_in_abbreviations, a_name };

  std::u32string_view written(std::size_t i) const {
    return prose_.text.substr(units_[i].span.begin, units_[i].span.size());
  }
  std::u32string_view folded(std::size_t i) const {
    return std::u32string_view(prose_.folded).substr(units_[i].span.begin, units_[i].span.size());
  }
  WordUse use_of(std::u32string_view word) const { return vocabulary_.find(hash_of(word)).use; }

  template <class Do>
  void each_sentence(const Do& act) const {
    for (std::size_t first = 0; first < units_.size();) {
      std::size_t last = first + 1;
      while (last < units_.size() && units_[last].sentence == units_[first].sentence) ++last;
      act(first, last);
      first = last;
    }
  }

  bool ends_with_a_stop(std::size_t first, std::size_t last) const {
    const std::size_t from = last - std::min<std::size_t>(last - first, 2);
    return std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(from),
                       units_.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const Unit& unit) { return prose_.text[unit.span.begin] == U'.'; });
  }

  // In a heading, and in what is written in capitals throughout, they tell nothing.
  void place(std::size_t first, std::size_t last) {
    bool small = false, telling = false;
    for (std::size_t i = first; i < last; ++i) {
      const bool is_small = is_small_word(written(i));
      small = small || is_small;
      telling = telling || (is_small && units_[i].span.size() >= telling_letters);
    }
    telling = telling || (small && ends_with_a_stop(first, last));
    const Place without = small ? Place::nothing_but_in_abbreviations : Place::nothing;
    for (std::size_t i = first; i < last; ++i) {
      const bool begins = i == first || opens(folded(i - 1));
      places_[i] = telling && !begins ? Place::a_name : without;
    }
  }

  void count(std::size_t i) {
    const Pieces pieces(written(i), folded(i));
    for (std::size_t p = 0; p < pieces.count; ++p) {
      const Piece& piece = pieces.all[p];
      if (has_capital(piece.written) && (p > 0 || places_[i] == Place::a_name))
        ++writings_[hash_of(piece.folded)].as_name;
      else if (is_small_word(piece.written))
        ++writings_[hash_of(piece.folded)].small;
    }
  }

  bool used_as_name(std::u32string_view word) const {
    const auto found = writings_.find(hash_of(word));
    return found != writings_.end() && found->second.as_name > found->second.small;
  }

  bool is_name(std::size_t i, const Piece& piece, Place place) const {
    if (!has_capital(piece.written)) return false;
    const WordUse use = use_of(piece.folded);
    if (use == WordUse::title) return false;
    if (place == Place::a_name || use == WordUse::name) return true;
    if (place != Place::nothing && is_abbreviation(piece.written)) return true;
    if (use == WordUse::unknown) return true;
    if (use == WordUse::begins_name && i + 1 < units_.size() && has_capital(written(i + 1)))
      return true;
    return used_as_name(piece.folded);
  }

  std::uint8_t names_of(std::size_t i) const {
    const Pieces pieces(written(i), folded(i));
    std::uint8_t names = 0;
    for (std::size_t p = 0; p < pieces.count; ++p)
      if (is_name(i, pieces.all[p], p == 0 ? places_[i] : Place::a_name))
        names = static_cast<std::uint8_t>(names | 1U << p);
    if (names == 0) return 0;
    for (std::size_t p = 0; p < pieces.count; ++p)  // "al-", "el-": no word by itself
      if (use_of(pieces.all[p].folded) == WordUse::unknown)
        names = static_cast<std::uint8_t>(names | 1U << p);
    return names + 1 == 1 << pieces.count ? all_pieces : names;
  }

  const text::Prose& prose_;
  const Vocabulary& vocabulary_;
  std::vector<Unit>& units_;
  std::vector<Place> places_;
  std::unordered_map<std::uint64_t, Writing> writings_;  // by the word's hash; only looked up
};

}  // namespace

void mark_names(const text::Prose& prose, const Vocabulary& vocabulary, Units& units) {
  Marker(prose, vocabulary, units).run();
}

std::u32string seen_form(std::u32string_view folded, std::uint8_t names) {
  std::u32string out;
  if (names == all_pieces) return {name_sign};
  const Pieces pieces(folded, folded);
  bool after_name = false;
  for (std::size_t p = 0; p < pieces.count; ++p) {
    const bool name = (names >> p & 1) != 0;
    if (p > 0 && !(name && after_name)) out += U'-';
    if (!name)
      out += pieces.all[p].folded;
    else if (!after_name)
      out += name_sign;
    after_name = name;
  }
  for (char32_t& c : out)
    if (text::is_digit(c)) c = U'0';
  return out;
}

}  // namespace entente::extract::learned

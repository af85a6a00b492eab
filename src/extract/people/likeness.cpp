// SPDX-License-Identifier: Apache-2.0
#include "extract/people/likeness.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "extract/people/pieces.h"

namespace entente::extract {
namespace {

void replace_all(std::u32string& text, std::u32string_view from, std::u32string_view to) {
  for (std::size_t at = text.find(from); at != std::u32string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool is_initial_of(std::u32string_view a, std::u32string_view b) {
  return a.size() == 1 && !b.empty() && a[0] == b[0];
}

bool same_given(std::u32string_view a, std::u32string_view b) {
  if (is_initial_of(a, b) || is_initial_of(b, a) || same_word(a, b)) return true;
  // "Volodar" and "Vladar": given names vary more than surnames between languages.
  const auto x = sound_of(a), y = sound_of(b);
  return x.size() >= 5 && y.size() >= 5 && x[0] == y[0] && x.back() == y.back() &&
         distance(x, y) <= 2;
}

}  // namespace

std::u32string sound_of(std::u32string_view key) {
  std::u32string out(key);
  for (const auto& [from, to] : {std::pair{U"kh", U"h"},
                                 {U"ph", U"f"},
                                 {U"ou", U"u"},
                                 {U"ck", U"k"},
                                 {U"ts", U"c"},
                                 {U"tz", U"c"}})
    replace_all(out, from, to);
  for (char32_t& c : out) {
    if (c == U'y' || c == U'j') c = U'i';
    if (c == U'w') c = U'v';
    if (c == U'q') c = U'k';
  }
  std::erase(out, U'\'');
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool same_sound(std::u32string_view a, std::u32string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (a == b) return shorter >= 3;
  if (shorter < 5 || longer > 64 || longer - shorter > 2 || a[0] != b[0]) return false;
  return distance(a, b) <= (shorter >= 9 ? 2u : 1u);
}

NameKeys keys_of_name(std::string_view name) { return words_of_form(from_utf8(name)); }

bool same_word(std::u32string_view a, std::u32string_view b) {
  return a == b || same_sound(sound_of(a), sound_of(b));
}

bool given_names_agree(const NameKeys& a, const NameKeys& b) {
  const NameKeys& shorter = a.size() <= b.size() ? a : b;
  const NameKeys& longer = a.size() <= b.size() ? b : a;
  std::size_t at = 0;
  for (const auto& word : shorter) {
    while (at < longer.size() && !same_given(word, longer[at])) ++at;
    if (at++ == longer.size()) return false;
  }
  return true;
}

bool ends_with_words(const NameKeys& whole, const NameKeys& part) {
  return part.size() <= whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "extract/people/phrases.h"

namespace entente::extract {
namespace {

// Looks at the words around one gazetteer word.
class Surroundings {
 public:
  Surroundings(const Pieces& pieces, Range hit)
      : p_(pieces),
        hit_(hit),
        begin_(pieces.start_of_sentence(hit.first)),
        end_(pieces.end_of_sentence(hit.first)) {}

  bool dateline() const {
    if (!p_.starts_paragraph(hit_.first) || p_[hit_.last - 1].possessive) return false;
    const std::size_t shouted_end = after_shouted();
    if (shouted_end == hit_.first) return false;
    return shouted_end == end_ || dash_follows(shouted_end);
  }

  bool joined() const {
    return p_[hit_.first].glued ||
           (hit_.last < end_ && p_[hit_.last].is_word() && p_[hit_.last].glued);
  }

  bool place_after() const {
    if (hit_.last >= end_ || !p_[hit_.last].is(List::place_after)) return false;
    const std::size_t next = hit_.last + 1;
    return !(next < end_ && word_is(next, U"with"));
  }

  bool land_before() const {
    const std::size_t before = previous(hit_.first);
    return before != none &&
           (p_[before].is(List::land) || (p_[before].is(List::reach) && !p_[before].capital));
  }

  // "in Ruritania talks": the name stands as an adjective.
  bool attributive() const {
    if (hit_.last >= end_) return false;
    const Piece& next = p_[hit_.last];
    if (!next.is_word() || next.capital ||
        (next.lists & ~(bit(List::place_after) | bit(List::not_person))) != 0)
      return false;
    const std::u32string_view word = slice(p_.prose.folded, next.span);
    return !word.ends_with(U"ed") && !word.ends_with(U"ing") && !word.ends_with(U"ly");
  }

  bool place_preposition() const {
    const std::size_t before = preposition();
    if (before == none) return false;
    if (p_[before].is(List::place_preposition)) return true;
    if (word_is(before, U"of")) return before > begin_ && p_[before - 1].is(List::of_place);
    const bool way = word_is(before, U"to") || word_is(before, U"from") || word_is(before, U"for");
    return way && motion_before(before);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool word_is(std::size_t i, std::u32string_view word) const {
    return p_[i].is_word() && slice(p_.prose.folded, p_[i].span) == word;
  }

  std::size_t after_shouted() const {
    std::size_t at = hit_.first;
    while (at < end_ && p_[at].is_word() && p_[at].shouted) ++at;
    return at;
  }

  // "WHITHARBOUR, March 3 (Agency) -", "WHITHARBOUR (Agency) —"
  bool dash_follows(std::size_t at) const {
    for (std::size_t k = at; k < end_ && k < at + 12; ++k) {
      const char32_t mark = p_[k].mark;
      if (mark == U'-' || mark == 0x2013 || mark == 0x2014) return true;
      if (p_[k].is_word() && !p_[k].capital && k > at && !p_[k].plain()) return false;
    }
    return false;
  }

  std::size_t previous(std::size_t i) const {
    if (i == begin_) return none;
    --i;
    if (p_[i].is(List::definite) && !p_[i].is(List::possessive)) return i == begin_ ? none : i - 1;
    return p_[i].is_word() ? i : none;
  }

  // The preposition that governs the word, seen through a list: "in Tamrith, Calverin and Othen".
  std::size_t preposition() const {
    std::size_t i = hit_.first;
    for (int n = 0; n < 10 && i > begin_; ++n) {
      const std::size_t before = i - 1;
      const Piece& piece = p_[before];
      if (piece.is(List::place_preposition) || piece.is(List::government_before)) {
        if (!joins(before)) return before;
      } else if (!(piece.mark == U',' || (piece.capital && n > 0) ||
                   (piece.is(List::definite) && piece.is_word()))) {
        return none;
      }
      i = before;
    }
    return none;
  }

  bool joins(std::size_t i) const { return word_is(i, U"and") || word_is(i, U"or"); }

  bool motion_before(std::size_t i) const {
    for (std::size_t n = 0; n < 4 && i > begin_; ++n)
      if (p_[--i].is(List::motion)) return true;
    return false;
  }

  const Pieces& p_;
  Range hit_;
  std::size_t begin_, end_;
};

}  // namespace

bool names_place(const Pieces& pieces, Range hit, Use use) {
  if (use == Use::adjective || use == Use::people || use == Use::organisation) return false;
  const Surroundings around(pieces, hit);
  if (around.dateline()) return true;
  if (pieces[hit.last - 1].possessive || around.joined()) return false;
  if (use == Use::name && around.attributive() && !around.land_before()) return false;
  if (around.place_preposition() || around.land_before()) return true;
  return use != Use::name && around.place_after();
}

}  // namespace entente::extract

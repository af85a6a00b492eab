// SPDX-License-Identifier: Apache-2.0
#include "extract/people/masthead.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "extract/people.h"

namespace entente::extract {
namespace {

constexpr std::size_t head_paragraphs = 5;
constexpr std::size_t head_lines = 14;   // menus may stand before the headline
constexpr std::size_t head_size = 1000;  // code points
constexpr std::size_t foot_size = 400;
constexpr std::size_t longest_letterhead_line = 24;  // pieces
constexpr std::size_t longest_headline = 30;
constexpr std::size_t longest_imprint = 16;  // pieces to either side of its sign

class MastheadReader {
 public:
  MastheadReader(const Pieces& pieces, const std::vector<Item>& items)
      : p_(pieces), items_(items) {}

  std::string letterhead(const std::string& of_secretary) const;
  std::string dateline() const;
  std::string first_party() const;
  bool speaks_of_excellency() const;
  std::string imprint() const;
  std::string headline_state() const;
  std::string announced() const;

 private:
  struct Line {
    bool plain = false;  // nothing but names of bodies, offices, kinds of release and small words
    bool body = false;
    bool several = false;  // parties
    bool secretary = false;
    std::string party;
  };

  Line line_at(std::size_t paragraph) const;
  void take_item(Line& line, const Item& item) const;
  std::string state_in(Range words) const;
  std::uint32_t state_of(const std::vector<Sense>& senses) const;
  bool told(std::size_t from, std::size_t to, bool& body) const;
  std::string party_name(const Item& item) const {
    return item.parties.empty() ? "" : p_.index.party(item.parties.front());
  }
  bool word_is(std::size_t i, std::u32string_view word) const {
    return i < p_.size() && p_[i].is_word() && slice(p_.prose.folded, p_[i].span) == word;
  }
  std::size_t first_item_of(std::size_t sentence) const {
    const auto at = std::lower_bound(
        items_.begin(), items_.end(), p_.sentence_first[sentence],
        [](const Item& item, std::size_t first) { return item.all.first < first; });
    return static_cast<std::size_t>(at - items_.begin());
  }

  const Pieces& p_;
  const std::vector<Item>& items_;
};

// Short lines at the top without a stop, which hold a body or a seat of one state between them:
// "Ministry of Foreign Affairs - Ruritania".
std::string MastheadReader::letterhead(const std::string& of_secretary) const {
  Line all;
  for (std::size_t n = 0; n < std::min(p_.prose.paragraphs.size(), head_paragraphs); ++n) {
    const Line line = line_at(n);
    if (!line.plain) {
      if (all.body && (all.secretary || !all.party.empty())) break;
      all = {};
      continue;
    }
    all.body = all.body || line.body;
    all.secretary = all.secretary || line.secretary;
    if (line.several || (!line.party.empty() && !all.party.empty() && line.party != all.party))
      return "";
    if (!line.party.empty()) all.party = line.party;
  }
  if (!all.body) return "";
  return all.party.empty() && all.secretary ? of_secretary : all.party;
}

MastheadReader::Line MastheadReader::line_at(std::size_t n) const {
  const auto& paragraph = p_.prose.paragraphs[n];
  Line line;
  if (paragraph.last != paragraph.first + 1) return line;
  const std::size_t begin = p_.sentence_first[paragraph.first],
                    end = p_.sentence_first[paragraph.last];
  if (end - begin > longest_letterhead_line || end == begin || p_[end - 1].mark == U'.')
    return line;
  std::size_t at = begin;  // up to here every word is told
  line.plain = true;
  for (std::size_t i = first_item_of(paragraph.first);
       i < items_.size() && items_[i].all.first < end; ++i) {
    take_item(line, items_[i]);
    if (items_[i].kind == ItemKind::run) continue;  // its words must all be told
    line.plain = line.plain && told(at, items_[i].all.first, line.body);
    at = items_[i].all.last;
  }
  line.plain = line.plain && told(at, end, line.body);
  line.secretary = speaks_of_secretary_general(p_, {begin, end});
  return line;
}

void MastheadReader::take_item(Line& line, const Item& item) const {
  const std::string its = party_name(item);
  // "Permanent Mission of Ruritania to the United Nations"
  const std::size_t at = item.all.first;
  const bool abroad = !line.party.empty() && at > 0 &&
                      (word_is(at - 1, U"to") || word_is(at - 1, U"in") || word_is(at - 1, U"at"));
  const bool another = !its.empty() && !line.party.empty() && its != line.party && !abroad;
  line.several = line.several || item.parties.size() > 1 || another ||
                 (!item.name.empty() && item.kind != ItemKind::run);
  if (!its.empty() && !abroad) line.party = its;
  line.body = line.body || item.has(bit(Use::body)) ||
              (item.kind == ItemKind::party && item.party_use == Use::seat);
}

// Nothing but small words, kinds of release, offices and bodies; tells whether there was a body.
bool MastheadReader::told(std::size_t from, std::size_t to, bool& body) const {
  constexpr UseSet official = bit(Use::body) | bit(Use::office) | bit(Use::government);
  for (std::size_t k = from; k < to;) {
    const auto hit = p_.index.longest(
        [&](std::size_t n) { return p_[k + n].word; }, to - k,
        [](std::size_t, const std::vector<Sense>& senses) {
          return std::any_of(senses.begin(), senses.end(),
                             [](const Sense& s) { return (bit(s.use) & official) != 0; });
        });
    if (hit.length > 0)
      body = body || std::any_of(hit.senses->begin(), hit.senses->end(),
                                 [](const Sense& s) { return s.use == Use::body; });
    const Piece& piece = p_[k];
    if (hit.length == 0 && piece.is_word() && !piece.is(List::function) &&
        !piece.is(List::definite) && !piece.is(List::release) && !piece.is(List::portfolio))
      return false;
    k += std::max<std::size_t>(hit.length, 1);
  }
  return true;
}

// "Strelsau, 9 June", "STRELSAU (Northwater) -"
std::string MastheadReader::dateline() const {
  const auto& paragraphs = p_.prose.paragraphs;
  for (std::size_t n = 0; n < std::min(paragraphs.size(), 2 * head_paragraphs); ++n) {
    const std::size_t begin = p_.sentence_first[paragraphs[n].first];
    const std::size_t i = first_item_of(paragraphs[n].first);
    if (i >= items_.size() || items_[i].all.first != begin || items_[i].party_use != Use::capital)
      continue;
    const std::size_t next = items_[i].all.last;
    const bool set_off = next < p_.size() && (p_[next].mark == U',' || p_[next].mark == U'(' ||
                                              p_[next].mark == 0x2014 || p_[next].mark == 0x2013 ||
                                              p_[next].mark == U'-');
    if (set_off && p_[next].sentence == p_[begin].sentence) return party_name(items_[i]);
  }
  return "";
}

// The first that acts; a dateline's own words do not.
std::string MastheadReader::first_party() const {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const std::size_t at = items_[i].all.first;
    const bool in_dateline = at == p_.start_of_sentence(at) ||
                             (i > 0 && items_[i - 1].all.last + 1 == at && p_[at - 1].mark == U',');
    if (items_[i].kind == ItemKind::place ||
        (i < 2 && in_dateline && items_[i].kind == ItemKind::party) || items_[i].parties.empty())
      continue;
    return p_.index.party(items_[i].parties.front());
  }
  return "";
}

bool MastheadReader::speaks_of_excellency() const {
  return std::any_of(items_.begin(), items_.end(), [](const Item& item) {
    return item.kind == ItemKind::phrase && item.name.empty() && item.has(bit(Use::address));
  });
}

// "© 2031 Strelsau Courier", "Lake Institute, Harbour Street, Strelsau. Copyright 2031"
std::string MastheadReader::imprint() const {
  for (std::size_t i = 0; i < p_.size(); ++i) {
    const bool sign = !p_[i].is_word() && p_[i].mark == 0xA9;
    if (!sign && !word_is(i, U"copyright")) continue;
    std::string behind = state_in({i + 1, std::min(p_.size(), i + 5)});
    if (!behind.empty()) return behind;
    std::size_t first = i - std::min(i, longest_imprint);
    for (std::size_t k = first; k < i; ++k)  // other lines are links
      if (p_.prose.text.substr(p_[k].span.end, p_[k + 1].span.begin - p_[k].span.end).find(U'\n') !=
          std::u32string_view::npos)
        first = k + 1;
    if (std::string before = state_in({first, i}); !before.empty()) return before;
  }
  return "";
}

// The last state whose name or capital stands among these pieces, inside another name too.
std::string MastheadReader::state_in(Range words) const {
  std::string out;
  for (std::size_t k = words.first; k < words.last; ++k) {
    const auto hit =
        p_.index.longest([&](std::size_t n) { return p_[k + n].word; }, words.last - k,
                         [&](std::size_t, const auto& senses) { return state_of(senses) != 0; });
    if (hit.length == 0 || !p_[k].capital) continue;
    out = p_.index.party(state_of(*hit.senses));
    k += hit.length - 1;
  }
  return out;
}

std::uint32_t MastheadReader::state_of(const std::vector<Sense>& senses) const {
  for (const Sense& sense : senses)
    if ((bit(sense.use) & party_uses) && p_.index.is_state(sense.party) && !sense.acronym)
      return sense.party;
  return 0;
}

// "The Ministry of Foreign Affairs of Ruritania on Friday published the following statement."
std::string MastheadReader::announced() const {
  for (std::size_t s = 0; s < std::min(p_.prose.sentences.size(), head_lines); ++s) {
    const std::size_t end = p_.sentence_first[s + 1];
    bool follows = false;
    for (std::size_t k = p_.sentence_first[s]; k + 1 < end; ++k)
      follows = follows || (word_is(k, U"following") && p_[k + 1].is(List::release));
    const std::size_t i = first_item_of(s);
    if (!follows || i >= items_.size() || items_[i].all.first >= end) continue;
    if (items_[i].has(bit(Use::body) | bit(Use::government)) && items_[i].parties.size() == 1)
      return party_name(items_[i]);
  }
  return "";
}

// Of the first lines, the first that names a state at all.
std::string MastheadReader::headline_state() const {
  for (std::size_t n = 0; n < std::min(p_.prose.paragraphs.size(), head_lines); ++n) {
    const auto& line = p_.prose.paragraphs[n];
    const std::size_t begin = p_.sentence_first[line.first], end = p_.sentence_first[line.last];
    if (end == begin) continue;
    if (end - begin > longest_headline || p_[end - 1].mark == U'.') return "";
    std::set<std::string> states, acting;  // not: talks are held in its capital
    for (std::size_t i = first_item_of(line.first); i < items_.size() && items_[i].all.first < end;
         ++i)
      for (std::uint32_t party : items_[i].parties)
        if (p_.index.is_state(party)) {
          states.insert(p_.index.party(party));
          if (items_[i].kind != ItemKind::place || items_[i].party_use != Use::capital)
            acting.insert(p_.index.party(party));
        }
    if (!states.empty()) return states.size() == 1 && states == acting ? *states.begin() : "";
  }
  return "";
}

struct Lines {
  Lines(const text::Prose& whole, const NameIndex& index, std::size_t from, std::size_t size)
      : prose(text::read_prose(whole.text.substr(from, size), {})),
        pieces(cut_pieces(prose, index)),
        items(scan_phrases(pieces)) {}
  MastheadReader reader() const { return {pieces, items}; }

  text::Prose prose;
  Pieces pieces;
  std::vector<Item> items;
};

}  // namespace

Masthead read_masthead(const Pieces& pieces, const std::vector<Item>& items) {
  // Letterhead and imprint may be left out of the prose as no part of its sentences.
  const std::size_t size = pieces.prose.text.size();
  const Lines top(pieces.prose, pieces.index, 0, head_size);
  const Lines foot(pieces.prose, pieces.index, size - std::min(size, foot_size), foot_size);
  const MastheadReader text(pieces, items), head = top.reader();
  Masthead out;
  out.home = head.letterhead(chief_body(pieces, items));
  if (out.home.empty()) {
    out.home = text.announced();
    out.weak = !out.home.empty();
  }
  if (out.home.empty()) {
    const std::string from = head.dateline();
    const bool readout = text.speaks_of_excellency();
    if (!from.empty() && (text.first_party() == from || readout)) {
      out.home = from;
      out.weak = !readout;
    }
  }
  out.outlet = foot.reader().imprint();
  out.setting = head.headline_state();
  return out;
}

std::string issuer_of(const text::Prose& prose, const std::string& outlet,
                      const Gazetteer& gazetteer) {
  constexpr std::string_view unnamed_body = "?";
  const std::u32string line = from_utf8(outlet);
  const text::Prose named = text::read_prose(line, {});
  const std::string office =
      Lines(named, gazetteer.index(), 0, line.size()).reader().letterhead("");
  if (!office.empty()) return office;
  const Lines top(prose, gazetteer.index(), 0, head_size);
  std::string issuer = top.reader().letterhead(std::string(unnamed_body));
  if (issuer != unnamed_body) return issuer;
  const Pieces pieces = cut_pieces(prose, gazetteer.index());
  return chief_body(pieces, scan_phrases(pieces));
}

bool speaks_of_secretary_general(const Pieces& p, Range words) {
  for (std::size_t k = words.first; k + 1 < words.last; ++k)
    if (slice(p.prose.folded, p[k].span) == U"secretary" &&
        slice(p.prose.folded, p[k + 1].span) == U"general")
      return true;
  return false;
}

std::string chief_body(const Pieces& pieces, const std::vector<Item>& items) {
  std::map<std::uint32_t, int> named;
  std::uint32_t best = 0;
  for (const Item& item : items)
    for (std::uint32_t party : item.parties)
      if (pieces.index.is_body(party)) ++named[party];
  for (const auto& [party, times] : named)
    if (best == 0 || times > named[best]) best = party;
  return best == 0 ? "" : pieces.index.party(best);
}

}  // namespace entente::extract

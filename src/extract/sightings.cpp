// SPDX-License-Identifier: Apache-2.0
#include "extract/sightings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace entente::extract {
namespace {

bool all_shouted(const Pieces& p, Range name) {
  for (std::size_t i = name.first; i < name.last; ++i)
    if (p[i].is_word() && !p[i].shouted && p[i].span.size() > 1) return false;
  return true;
}

void make_small(std::u32string& word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    const bool after_apostrophe = i == 2 && (word[1] == U'\'' || word[1] == 0x2019);
    if (!after_apostrophe) word[i] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(word[i])));
  }
}

bool is_adverb(const Pieces& p, std::size_t i) {
  const auto word = slice(p.prose.folded, p[i].span);
  return word.size() > 4 && word.ends_with(U"ly");
}

// From `at` over "has also", "on Sunday": where the next telling word stands.
std::size_t skip_auxiliaries(const Pieces& p, std::size_t at, std::size_t end) {
  for (int n = 0; n < 6 && at < end && p[at].is_word(); ++n) {
    const bool on_day = p[at].lists & bit(List::day) || (at + 1 < end && p[at + 1].is(List::day));
    if (!p[at].is(List::auxiliary) && !is_adverb(p, at) && !on_day) break;
    ++at;
  }
  return at;
}

bool speech_at(const Pieces& p, std::size_t at, std::size_t end) {
  at = skip_auxiliaries(p, at, end);
  return at < end && p[at].is(List::speech) && !p[at].capital;
}

std::size_t next_comma(const Pieces& p, std::size_t at, std::size_t end) {
  const std::size_t limit = std::min(end, at + 30);
  while (at < limit && p[at].mark != U',') ++at;
  return at < limit ? at : end;
}

bool according_to(const Pieces& p, std::size_t first, std::size_t begin) {
  while (first > begin && p[first - 1].is(List::definite)) --first;
  return first >= begin + 2 && slice(p.prose.folded, p[first - 1].span) == U"to" &&
         slice(p.prose.folded, p[first - 2].span) == U"according";
}

bool is_quote_or_comma(char32_t mark) { return mark == U'"' || mark == U'\'' || mark == U',' || mark == 0x2014; }

// `"...," said Roe`: the verb right before, and nothing that it takes with it.
bool inverted(const Pieces& p, std::size_t first, std::size_t begin) {
  if (first < begin + 2 || !p[first - 1].is(List::speech)) return false;
  return is_quote_or_comma(p[first - 2].mark);
}

class Reader {
 public:
  Reader(const Pieces& pieces, const std::vector<Item>& items) : p_(pieces), items_(items) {}

  std::vector<Sighting> read() {
    count_uses();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::phrase && !item.name.empty()) add_titled(i);
      else if (item.kind == ItemKind::run && names_person(i)) add_run(i);
    }
    return std::move(out_);
  }

 private:
  void count_uses() {
    for (const Item& item : items_) {
      if (item.kind == ItemKind::run && item.all.size() == 1 && (item.label || stands_as_speaker(p_, item.all)))
        ++speaking_[p_.key(item.all.first)];
      if (item.kind == ItemKind::phrase && item.name.size() == 1) ++speaking_[p_.key(item.name.first)];
    }
  }

  const Item* next_item(std::size_t i) const { return i + 1 < items_.size() ? &items_[i + 1] : nullptr; }

  bool one_office(const Item& item) const {
    return item.kind == ItemKind::phrase && item.name.empty() && item.has(title_uses) && !item.has(bit(Use::group)) &&
           item.determiner != Determiner::indefinite;
  }

  // "Jane Roe, the envoy" : the phrase behind the comma.
  const Item* apposition_after(std::size_t i) const {
    const Item* next = next_item(i);
    if (next == nullptr || !(one_office(*next) || indefinite_office(*next))) return nullptr;
    const std::size_t comma = items_[i].all.last;
    if (comma >= p_.size() || p_[comma].mark != U',') return nullptr;
    std::size_t at = comma + 1;
    if (at < next->all.first && slice(p_.prose.folded, p_[at].span) == U"who") at += 2;  // "who is the envoy"
    return at == next->all.first && p_[comma].sentence == p_[next->all.first].sentence ? next : nullptr;
  }

  bool indefinite_office(const Item& item) const {
    return item.kind == ItemKind::phrase && item.name.empty() && item.has(title_uses) && item.determiner == Determiner::indefinite;
  }

  // "the envoy, Jane Roe,"
  const Item* apposition_before(std::size_t i) const {
    if (i == 0 || !one_office(items_[i - 1])) return nullptr;
    const std::size_t last = items_[i - 1].all.last;
    if (last + 1 != items_[i].all.first || p_[last].mark != U',') return nullptr;
    return p_[last].sentence == p_[items_[i].all.first].sentence ? &items_[i - 1] : nullptr;
  }

  bool names_person(std::size_t i) const {
    const Item& item = items_[i];
    if (item.label) return item.all.size() > 1 ? label_is_name(item) : false;
    if (item.all.size() < 2 || item.not_person || joined_surnames(item)) return false;
    if (item.capital_form && apposition_after(i) == nullptr) return false;
    if (apposition_after(i) != nullptr) return true;
    if (apposition_before(i) != nullptr) return true;
    if (after_the(item)) return false;
    return in_list_of_people(i) || stands_as_speaker(p_, item.all) || spoken_of(item);
  }

  bool label_is_name(const Item& item) const {
    if (all_shouted(p_, item.name)) return true;
    return speaking_.contains(p_.key(item.name.last - 1));
  }

  bool joined_surnames(const Item& item) const {
    return item.all.size() == 2 && p_[item.all.first + 1].glued;
  }

  bool after_the(const Item& item) const { return item.all.first > 0 && p_[item.all.first - 1].is(List::definite); }

  bool spoken_of(const Item& item) const {
    return speaking_.contains(p_.key(item.all.last - 1)) && p_[item.all.first].sentence < last_sentence_of(item);
  }

  std::size_t last_sentence_of(const Item&) const { return p_.all.empty() ? 0 : p_.all.back().sentence; }

  bool named(const Item& item) const { return item.kind == ItemKind::phrase && !item.name.empty(); }

  // "Envoy Jane Roe, Minister John Doe and Max Moe": the one that ends a list of titled names.
  bool in_list_of_people(std::size_t i) const { return list_party(i, nullptr); }

  bool list_party(std::size_t i, std::string* party) const {
    std::size_t titled = 0, k = i;
    std::string shared;
    bool same = true;
    while (k > 0 && joined_by(items_[k - 1].all.last, items_[k].all.first) && items_[k - 1].kind != ItemKind::party) {
      --k;
      if (!named(items_[k])) continue;
      const std::string its = party_name(items_[k]);
      same = same && (titled == 0 || its == shared);
      shared = its;
      ++titled;
    }
    if (party != nullptr && titled >= 2 && same) *party = shared;
    return titled > 0;
  }

  bool joined_by(std::size_t from, std::size_t to) const {
    if (to <= from || to - from > 2) return false;
    for (std::size_t i = from; i < to; ++i)
      if (p_[i].mark != U',' && slice(p_.prose.folded, p_[i].span) != U"and") return false;
    return true;
  }

  std::string party_name(const Item& item) const {
    return item.parties.empty() ? std::string() : p_.index.party(item.parties.front());
  }

  Sighting start(const Item& item) const {
    Sighting s;
    s.name = item.name;
    s.full = printed_name(p_, item.name);
    s.keys = keys_of(p_, item.name);
    s.evidence = p_.span(item.all.first, item.all.last);
    if (p_[item.all.last - 1].possessive) s.evidence.end = p_[item.all.last - 1].span.end;
    return s;
  }

  void describe(Sighting& s, const Item& item) const {
    const std::string role = role_of(p_, item);
    if (!role.empty()) s.role = s.role.empty() ? role : s.role + "; " + role;
    if (s.party.empty()) s.party = party_name(item);
    if (s.owner.empty() && !item.owner.empty() && item.determiner != Determiner::pronoun) s.owner = keys_of(p_, item.owner);
    if (item.gender != '-') s.gender = item.gender;
    s.evidence = hull(s.evidence, p_.span(item.all.first, item.all.last));
    s.titled = true;
  }

  void add_titled(std::size_t i) {
    Sighting s = start(items_[i]);
    describe(s, items_[i]);
    describe_more(s, i);
    out_.push_back(std::move(s));
  }

  void add_run(std::size_t i) {
    Sighting s = start(items_[i]);
    s.titled = items_[i].label;
    describe_more(s, i);
    if (s.party.empty()) list_party(i, &s.party);
    out_.push_back(std::move(s));
  }

  void describe_more(Sighting& s, std::size_t i) const {
    if (const Item* more = apposition_before(i)) describe(s, *more);
    if (const Item* more = apposition_after(i)) describe(s, *more);
  }

  const Pieces& p_;
  const std::vector<Item>& items_;
  std::map<std::u32string, int> speaking_;
  std::vector<Sighting> out_;
};

}  // namespace

std::vector<Sighting> read_sightings(const Pieces& pieces, const std::vector<Item>& items) {
  return Reader(pieces, items).read();
}

std::string printed_name(const Pieces& pieces, Range name) {
  const bool shouted = all_shouted(pieces, name);
  std::u32string out;
  for (std::size_t i = name.first; i < name.last; ++i) {
    std::u32string word(slice(pieces.prose.text, pieces[i].span));
    if (i > name.first && pieces[i].is_word()) out.push_back(pieces[i].glued ? U'-' : U' ');
    if (shouted && word.size() > 2) make_small(word);
    out += word;
  }
  return to_utf8(out);
}

NameKeys keys_of(const Pieces& pieces, Range name) {
  NameKeys out;
  for (std::size_t i = name.first; i < name.last; ++i)
    if (pieces[i].is_word()) out.push_back(pieces.key(i));
  return out;
}

std::string role_of(const Pieces& pieces, const Item& item) {
  if (item.head.empty() || (item.has(bit(Use::address)) && !item.has(bit(Use::office) | bit(Use::rank)))) return "";
  Span span = pieces.span(item.head.first, item.head.last);
  std::string out = slice_utf8(pieces.prose.text, span);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

bool stands_free(const Pieces& p, Range item) {
  if (p[item.last - 1].possessive) return false;
  const std::size_t begin = p.start_of_sentence(item.first);
  if (item.first == begin) return true;
  const Piece& before = p[item.first - 1];
  const bool governed = before.is(List::government_before) && slice(p.prose.folded, before.span) != U"and";
  return !governed && !before.is(List::place_preposition) && !before.is(List::motion);
}

bool stands_as_speaker(const Pieces& p, Range item) {
  const std::size_t begin = p.start_of_sentence(item.first), end = p.end_of_sentence(item.first);
  if (according_to(p, item.first, begin)) return true;
  if (!stands_free(p, item)) return false;
  if (inverted(p, item.first, begin) || speech_at(p, item.last, end)) return true;
  if (item.last < end && p[item.last].mark == U',') {
    const std::size_t comma = next_comma(p, item.last + 1, end);
    return comma < end && speech_at(p, comma + 1, end);
  }
  return item.last < end && p[item.last].mark == U':' && p.starts_paragraph(item.first);
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/people/scene.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/sightings.h"

namespace entente::extract {
namespace {

constexpr std::size_t paragraphs_of_head = 5;
constexpr std::size_t longest_head = 600;       // code points
constexpr std::size_t longest_letterhead = 16;  // pieces
constexpr std::size_t sentences_back = 6;

constexpr std::u32string_view group_nouns[] = {
    U"group",        U"movement",     U"militia",    U"army",       U"front",      U"faction",
    U"organisation", U"organization", U"insurgency", U"guerrilla",  U"guerrillas", U"rebels",
    U"coalition",    U"alliance",     U"militants",  U"insurgents", U"separatists"};
constexpr std::u32string_view group_endings[] = {
    U"front",    U"army",       U"movement",  U"militia",    U"brigade",
    U"brigades", U"resistance", U"guerrilla", U"guerrillas", U"rebels"};

template <class Words>
bool one_of(const Words& words, std::u32string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

Scene::Scene(const Pieces& pieces, const std::vector<Item>& items) : p_(pieces), items_(items) {
  find_groups();
  // Letterhead and dateline may be left out of the prose as no part of its sentences.
  const text::Prose top = text::read_prose(pieces.prose.text.substr(0, longest_head), {});
  const Pieces top_pieces = cut_pieces(top, pieces.index);
  const std::vector<Item> top_items = scan_phrases(top_pieces);
  const Scene head(top_pieces, top_items, HeadOnly{});
  home_ = head.letterhead();
  if (!home_.empty()) return;
  const std::string from = head.dateline();
  if (!from.empty() && (first_party() == from || speaks_of_excellency())) home_ = from;
}

Scene::Scene(const Pieces& pieces, const std::vector<Item>& items, HeadOnly)
    : p_(pieces), items_(items) {}

bool Scene::word_is(std::size_t piece, std::u32string_view word) const {
  return piece < p_.size() && p_[piece].is_word() && slice(p_.prose.folded, p_[piece].span) == word;
}

std::string Scene::party_name(const Item& item) const {
  const bool joint = item.parties.size() > 1 && !item.party_words[1].empty();
  return item.parties.empty() || joint ? "" : p_.index.party(item.parties.front());
}

std::size_t Scene::first_item_of(std::size_t sentence) const {
  const std::size_t begin = p_.sentence_first[sentence];
  const auto at =
      std::lower_bound(items_.begin(), items_.end(), begin,
                       [](const Item& item, std::size_t first) { return item.all.first < first; });
  return static_cast<std::size_t>(at - items_.begin());
}

// --- the document's own party ---

// A short line without a stop that holds a body or a seat of one state: "Ministry of Foreign
// Affairs - Ruritania".
std::string Scene::letterhead() const {
  const auto& paragraphs = p_.prose.paragraphs;
  for (std::size_t n = 0; n < std::min(paragraphs.size(), paragraphs_of_head); ++n) {
    if (paragraphs[n].last != paragraphs[n].first + 1) continue;
    const std::size_t begin = p_.sentence_first[paragraphs[n].first],
                      end = p_.sentence_first[paragraphs[n].last];
    if (end - begin > longest_letterhead || end == begin || p_[end - 1].mark == U'.') continue;
    std::string party;
    bool body = false, several = false;
    std::size_t told = begin;  // up to here every word belongs to an item
    for (std::size_t i = first_item_of(paragraphs[n].first);
         i < items_.size() && items_[i].all.first < end; ++i) {
      const Item& item = items_[i];
      const std::string its = party_name(item);
      several = several || item.parties.size() > 1 ||
                (!its.empty() && !party.empty() && its != party) || !item.name.empty();
      if (!its.empty()) party = its;
      if (only_function_words(told, item.all.first, body)) told = item.all.last;
      body = body || item.has(bit(Use::body)) ||
             (item.kind == ItemKind::party && item.party_use == Use::seat);
    }
    if (!several && !party.empty() && only_function_words(told, end, body) && body) return party;
  }
  return "";
}

// Nothing but small words and names of bodies; tells whether there was a body.
bool Scene::only_function_words(std::size_t from, std::size_t to, bool& body) const {
  for (std::size_t k = from; k < to;) {
    const auto hit =
        p_.index.longest([&](std::size_t n) { return p_[k + n].word; }, to - k,
                         [](std::size_t, const std::vector<Sense>& senses) {
                           return std::any_of(senses.begin(), senses.end(),
                                              [](const Sense& s) { return s.use == Use::body; });
                         });
    body = body || hit.length > 0;
    if (hit.length == 0 && p_[k].is_word() && !p_[k].is(List::function) &&
        !p_[k].is(List::definite))
      return false;
    k += std::max<std::size_t>(hit.length, 1);
  }
  return true;
}

// "Strelsau, 9 June", "STRELSAU (Northwater) -"
std::string Scene::dateline() const {
  const auto& paragraphs = p_.prose.paragraphs;
  for (std::size_t n = 0; n < std::min(paragraphs.size(), 2 * paragraphs_of_head); ++n) {
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
std::string Scene::first_party() const {
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

bool Scene::speaks_of_excellency() const {
  return std::any_of(items_.begin(), items_.end(), [](const Item& item) {
    return item.kind == ItemKind::phrase && item.name.empty() && item.has(bit(Use::address));
  });
}

// --- of whom a passage speaks ---

// The party that opens a sentence, before this piece.
std::string Scene::subject_of(std::size_t sentence, std::size_t before) const {
  const std::size_t begin = p_.sentence_first[sentence];
  if (begin >= p_.size() || p_[begin].quoted) return "";
  for (std::size_t i = first_item_of(sentence); i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.all.first >= before || item.all.first > begin + 3 ||
        p_[item.all.first].sentence != sentence)
      return "";
    if (item.kind == ItemKind::place) continue;
    if (item.kind == ItemKind::party && item.party_use == Use::adjective) return "";
    if (item.kind == ItemKind::run) return group(item.name);
    return party_name(item);
  }
  return "";
}

std::string Scene::topic(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  const std::size_t first = p_.prose.paragraphs[p_.prose.sentences[sentence].paragraph].first;
  for (std::size_t s = sentence; s > first && s + sentences_back > sentence; --s)
    if (std::string party = subject_of(s - 1, p_.size()); !party.empty()) return party;
  return "";
}

std::string Scene::thing_before(std::size_t i) const {
  const std::size_t at = items_[i].all.first, sentence = p_[at].sentence;
  if (std::string party = subject_of(sentence, at); !party.empty()) return party;
  for (std::size_t s = sentence; s > 0 && s + sentences_back / 2 > sentence; --s)
    if (std::string party = subject_of(s - 1, p_.size()); !party.empty()) return party;
  return "";
}

std::string Scene::party_for(std::size_t i) const {
  for (std::string party :
       {source_of_answer(i), spoken_of(i), capital_beside(i), opening_capital(i), topic(i)})
    if (!party.empty()) return party;
  return home_;
}

// "Ruritania's answer came from Foreign Minister Roe"
std::string Scene::source_of_answer(std::size_t i) const {
  const std::size_t at = items_[i].all.first, sentence = p_[at].sentence;
  if (at == 0 || !(word_is(at - 1, U"from") || word_is(at - 1, U"by"))) return "";
  const std::size_t first = first_item_of(sentence);
  if (first >= i || items_[first].kind != ItemKind::party ||
      items_[first].all.first > p_.sentence_first[sentence] + 1)
    return "";
  return p_[items_[first].all.last - 1].possessive ? party_name(items_[first]) : "";
}

// "Foreign Minister Roe warned that Ruritania would ...": an official speaks of what his own state
// will do.
std::string Scene::spoken_of(std::size_t i) const {
  if (i + 1 >= items_.size() || !stands_as_speaker(p_, items_[i].all)) return "";
  const Item& state = items_[i + 1];
  const std::size_t next = state.all.last;
  if (state.kind != ItemKind::party || state.all.first > items_[i].all.last + 5 ||
      next >= p_.size())
    return "";
  if (p_[state.all.first].sentence != p_[items_[i].all.first].sentence ||
      p_[next].sentence != p_[state.all.first].sentence)
    return "";
  if (p_[next - 1].possessive || !p_[next].is(List::auxiliary)) return "";
  const std::size_t before = state.all.first - 1;
  if (!(p_[before].is(List::speech) || word_is(before, U"that"))) return "";
  return state.party_use == Use::name || state.party_use == Use::capital ? party_name(state) : "";
}

bool Scene::of_ministry(const Item& item) const {
  for (std::size_t k = item.head.first; k < item.head.last; ++k) {
    const std::u32string_view word = slice(p_.prose.folded, p_[k].span);
    if (word == U"ministry" || word == U"department" || word.starts_with(U"spokes")) return true;
  }
  return false;
}

// "At a briefing in Strelsau, ministry spokesman Roe said"
std::string Scene::capital_beside(std::size_t i) const {
  if (!of_ministry(items_[i])) return "";
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  for (std::size_t k = first_item_of(sentence);
       k < items_.size() && p_[items_[k].all.first].sentence == sentence; ++k)
    if (items_[k].kind == ItemKind::place && items_[k].party_use == Use::capital &&
        items_[k].all.first > 0 && word_is(items_[k].all.first - 1, U"in"))
      return party_name(items_[k]);
  return "";
}

// "In Strelsau, President Roe denied it."
std::string Scene::opening_capital(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence, first = first_item_of(sentence);
  const std::size_t begin = p_.sentence_first[sentence];
  if (first >= i || items_[first].all.first != begin + 1 || !word_is(begin, U"in")) return "";
  const bool set_off = p_[items_[first].all.last].mark == U',' ||
                       items_[first].all.last == items_[first + 1].all.first;
  return set_off && items_[first].party_use == Use::capital ? party_name(items_[first]) : "";
}

// --- groups that the text introduces ---

std::string Scene::group(Range name) const {
  if (groups_.empty() || name.empty()) return "";
  const auto found = groups_.find(keys_of(p_, name));
  return found == groups_.end() ? "" : found->second;
}

void Scene::find_groups() {
  for (const Item& item : items_) {
    if (item.kind != ItemKind::run || item.label || item.name.empty()) continue;
    const std::size_t first = item.name.first, last = item.name.last - 1;
    const bool article = first > 0 && p_[first - 1].is(List::definite);
    const bool named = article && item.name.size() > 1 &&
                       one_of(group_endings, slice(p_.prose.folded, p_[last].span));
    if (named || described_as_group(item)) add_group(item);
  }
}

// "the NLX, Ruritania's largest guerrilla group," and the like.
bool Scene::described_as_group(const Item& item) const {
  const std::size_t end = p_.end_of_sentence(item.all.first), comma = item.all.last;
  const bool acronym = item.name.size() == 1 && p_[item.name.first].shouted;
  const bool article = item.name.first > 0 && p_[item.name.first - 1].is(List::definite);
  if (comma + 2 >= end || p_[comma].mark != U',' || !(acronym || article)) return false;
  const bool opens = p_[comma + 1].is(List::indefinite) || p_[comma + 1].is(List::definite) ||
                     p_[comma + 1].possessive || p_[comma + 2].possessive;
  if (!opens) return false;
  for (std::size_t k = comma + 1;
       k < end && k < comma + 10 && p_[k].is_word() && !p_[k].is(List::auxiliary); ++k)
    if (!p_[k].capital && one_of(group_nouns, slice(p_.prose.folded, p_[k].span))) return true;
  return false;
}

void Scene::add_group(const Item& item) {
  const std::string name = printed_name(p_, item.name);
  const bool acronym = item.name.size() == 1;
  const std::string shown = acronym ? slice_utf8(p_.prose.text, p_[item.name.first].span) : name;
  groups_.try_emplace(keys_of(p_, item.name), shown);
  const std::size_t at = item.all.last;
  if (at + 2 < p_.size() && p_[at].mark == U'(' && p_[at + 1].shouted && p_[at + 2].mark == U')')
    groups_.try_emplace(keys_of(p_, {at + 1, at + 2}), shown);
}

}  // namespace entente::extract

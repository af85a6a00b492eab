// SPDX-License-Identifier: Apache-2.0
#include "extract/people/scene.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/people/sightings.h"
#include "extract/people/speech_place.h"

namespace entente::extract {
namespace {

constexpr std::size_t sentences_back = 6;
constexpr std::size_t items_seen = 60;    // of one sentence
constexpr std::size_t longest_group = 7;  // words
constexpr std::size_t longest_opening = 12;
constexpr std::size_t longest_telling = 16;  // "told the state agency on Monday that"
constexpr std::size_t nearest_telling = 5;   // "said Ruritania would"
constexpr std::size_t longest_name = 4;      // words of a state's name
constexpr int often = 3;  // a state that a text is about is named so many times, and so many
                          // times as often as any other

// The text speaks often of some state, and never of this one.
bool speaks_of_others(const Pieces& pieces, const std::vector<Item>& items,
                      const std::string& state) {
  std::map<std::uint32_t, int> times;
  for (const Item& item : items)
    for (std::uint32_t party : item.parties)
      if (pieces.index.is_state(party)) ++times[party];
  return !times.contains(pieces.index.number_of(state)) &&
         std::any_of(times.begin(), times.end(), [](auto& named) { return named.second >= often; });
}

// A state that only the outlet's own name holds sets no scene.
Masthead masthead_of(const Pieces& pieces, const std::vector<Item>& items) {
  Masthead out = read_masthead(pieces, items);
  const std::uint32_t state = pieces.index.number_of(out.setting);
  const bool spoken_of = std::any_of(items.begin(), items.end(), [&](const Item& item) {
    return std::find(item.parties.begin(), item.parties.end(), state) != item.parties.end();
  });
  if (!spoken_of) out.setting.clear();
  if (!out.outlet.empty() && out.outlet != out.setting &&
      speaks_of_others(pieces, items, out.outlet))
    out.outlet.clear();
  return out;
}

}  // namespace

Scene::Scene(const Pieces& pieces, const std::vector<Item>& items)
    : p_(pieces),
      items_(items),
      masthead_(masthead_of(pieces, items)),
      affairs_(pieces, items, masthead_) {
  find_groups();
  find_introduced();
  find_bracketed();
  find_letters();
  find_speakers();
  find_short_forms();
  chief_body_ = chief_body(pieces, items);
  group_ = only_group_named();
  main_state_ = state_spoken_of();
}

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

// --- of whom a passage speaks ---

// The party that opens a sentence, before this piece.
std::string Scene::subject_of(std::size_t sentence, std::size_t before) const {
  const std::size_t start = p_.sentence_first[sentence];
  if (start >= p_.size() || p_[start].quoted) return "";
  const std::size_t begin = main_clause(start);
  for (std::size_t i = first_item_of(sentence); i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.all.first >= before || item.all.first > begin + 3 ||
        p_[item.all.first].sentence != sentence)
      return "";
    if (item.all.first < begin || item.label || item.kind == ItemKind::place) continue;
    if (item.kind == ItemKind::party && (item.party_use == Use::adjective || joins_next(i)))
      return "";
    if (item.kind == ItemKind::run) return group(item.name);
    const bool service = item.parties.empty() && item.name.empty() &&
                         item.has(bit(Use::body) | bit(Use::government));
    if (!service) return party_name(item);
    std::string home = home_of(i);
    return home.empty() ? affairs_.of(i) : home;  // "The army refused."
  }
  return "";
}

// "Ruritania and Freedonia": neither alone.
bool Scene::joins_next(std::size_t i) const {
  return i + 1 < items_.size() && word_is(items_[i].all.last, U"and") &&
         items_[i + 1].all.first == items_[i].all.last + 1 && items_[i + 1].kind == ItemKind::party;
}

// "STRELSAU, June 9 (Lakewire) - Ruritania asked"
std::size_t Scene::behind_dateline(std::size_t begin) const {
  const std::size_t end = std::min(p_.end_of_sentence(begin), begin + longest_opening);
  for (std::size_t k = begin + 1; k + 1 < end; ++k)
    if (p_[k].mark == U'-' || p_[k].mark == 0x2013 || p_[k].mark == 0x2014) return k + 1;
  return begin;
}

// "In its paper of July, Ruritania asked": behind the words that open a sentence and their comma.
std::size_t Scene::main_clause(std::size_t begin) const {
  if (p_.starts_paragraph(begin))  // "ROE: Ruritania asked"
    if (const std::size_t i = first_item_of(p_[begin].sentence);
        i < items_.size() && items_[i].label && items_[i].all.first == begin)
      return std::min(items_[i].all.last + 1, p_.end_of_sentence(begin) - 1);
  if (p_[begin].capital && p_[begin].shouted) return behind_dateline(begin);
  if (!p_[begin].is(List::place_preposition) && !word_is(begin, U"after") &&
      !word_is(begin, U"on") && !word_is(begin, U"under"))
    return begin;
  const std::size_t end = std::min(p_.end_of_sentence(begin), begin + longest_opening);
  for (std::size_t k = begin + 1; k + 1 < end; ++k)
    if (p_[k].mark == U',') return k + 1;
  return begin;
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
  if (std::string party = nearest_thing(i); !party.empty()) return party;
  for (std::size_t s = sentence; s > 0 && s + sentences_back / 2 > sentence; --s) {
    if (std::string party = subject_of(s - 1, p_.size()); !party.empty()) return party;
    if (std::string body = body_subject(s - 1); !body.empty()) return body;
    if (std::string party = speaker_in(s - 1); !party.empty()) return party;
  }
  return "";
}

// "Asked whether the Lake Front would come, its envoy said": the last named in the sentence.
std::string Scene::nearest_thing(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  for (std::size_t k = i; k > 0 && p_[items_[k - 1].all.first].sentence == sentence; --k) {
    const Item& item = items_[k - 1];
    if (item.kind == ItemKind::run) {
      if (std::string its = group(item.name); !its.empty()) return its;
    } else if (item.kind == ItemKind::party && item.party_use != Use::adjective &&
               !attributive(item)) {
      return party_name(item);
    }
  }
  return "";
}

// "the Lake Front position"
bool Scene::attributive(const Item& item) const {
  const std::size_t next = item.all.last;
  return p_[item.all.first].is(List::definite) && next < p_.size() && p_[next].is_word() &&
         !p_[next].capital && p_[next].plain() && !p_[next - 1].possessive;
}

// "Well, the Lake Front says": the first party that says something there.
std::string Scene::speaker_in(std::size_t sentence) const {
  const std::size_t first = first_item_of(sentence);
  for (std::size_t k = first; k < std::min(items_.size(), first + items_seen) &&
                              p_[items_[k].all.first].sentence == sentence;
       ++k) {
    const Item& item = items_[k];
    if (!stands_as_speaker(p_, item.all)) continue;
    if (item.kind == ItemKind::run && !group(item.name).empty()) return group(item.name);
    if (item.kind == ItemKind::party && item.party_use != Use::adjective) return party_name(item);
  }
  return "";
}

// "The Lake bishops' conference, which met, offered": what opens a sentence and is known to be a
// body by its last word only, in its own words.
std::string Scene::body_subject(std::size_t sentence) const {
  const std::size_t begin = p_.sentence_first[sentence], end = p_.sentence_first[sentence + 1];
  if (begin + 2 >= end || p_[begin].quoted || !p_[begin].is(List::definite)) return "";
  bool named = false;
  for (std::size_t k = begin + 1; k < end && k < begin + longest_group; ++k) {
    const bool owner = p_[k].mark == U'\'' && p_[k - 1].possessive;
    if (!owner && (!p_[k].is_word() || p_[k].is(List::auxiliary) || p_[k].is(List::speech)))
      return "";
    named = named || p_[k].capital;
    const bool ends = k + 1 < end && (p_[k + 1].mark == U',' || p_[k + 1].is(List::auxiliary) ||
                                      p_[k + 1].is(List::speech));
    if (named && ends && p_[k].is(List::thing))
      return slice_utf8(p_.prose.text, p_.span(begin + 1, k + 1));
  }
  return "";
}

std::string Scene::those_before(std::size_t i) const {
  const std::size_t at = items_[i].all.first, sentence = p_[at].sentence;
  for (std::size_t s = sentence + 1; s > 0 && s + 1 > sentence; --s)
    if (std::string party = those_in(s - 1, at); !party.empty()) return party;
  return "";
}

// The first in the sentence that are several and act.
std::string Scene::those_in(std::size_t sentence, std::size_t before) const {
  const std::size_t first = first_item_of(sentence);
  for (std::size_t k = first;
       k < std::min(items_.size(), first + items_seen) && items_[k].all.first < before &&
       p_[items_[k].all.first].sentence == sentence;
       ++k) {
    const Item& item = items_[k];
    if (!stands_free(p_, item.all) || item.kind == ItemKind::place) continue;
    if (item.kind == ItemKind::run && !group(item.name).empty()) return group(item.name);
    if (item.kind == ItemKind::party && item.party_use != Use::adjective) return party_name(item);
    if (item.kind != ItemKind::phrase || !item.has(bit(Use::group) | bit(Use::government)))
      continue;
    const bool rebels = p_[item.head_end - 1].is(List::non_state);
    return rebels && !p_.index.is_group(p_.index.number_of(party_name(item))) ? group_
                                                                              : party_name(item);
  }
  return "";
}

// The office is of a state's service: "government spokesman Roe", "the head of the army
// delegation".
bool Scene::of_service(const Item& item) const {
  for (std::size_t k = item.head.first; k < item.head.last; ++k) {
    const auto hit =
        p_.index.longest([&](std::size_t n) { return p_[k + n].word; }, item.head.last - k,
                         [](std::size_t, const std::vector<Sense>& senses) {
                           return std::any_of(senses.begin(), senses.end(), [](const Sense& s) {
                             return s.use == Use::body || s.use == Use::government;
                           });
                         });
    const std::u32string_view word = slice(p_.prose.folded, p_[k].span);
    const bool lone =
        hit.length == 1 && (word == U"delegation" || word == U"team" || word == U"mission" ||
                            word == U"side" || word == U"council" || word == U"committee");
    if (hit.length > 0 && !lone) return true;
  }
  return false;
}

std::string Scene::home_of(std::size_t i) const {
  const Item& item = items_[i];
  const Range office{item.owner_office.empty() ? item.head.first : item.owner_office.first,
                     item.head.last};
  if (speaks_of_secretary_general(p_, office)) return chief_body_;
  if (!masthead_.home.empty()) return masthead_.home;
  return of_service(item) ? service_home() : "";
}

std::string Scene::party_for(std::size_t i) const {
  for (std::string party :
       {source_of_answer(i), spoken_of(i), capital_beside(i), opening_capital(i), before_colon(i),
        announced_home(i), home_of(i), refused(i), topic_before(i), own_of_speaker(i)})
    if (!party.empty() && fits_state(i, party)) return party;
  if (!p_[items_[i].head_end - 1].is(List::state_office)) return "";
  const bool own = masthead_.outlet == masthead_.setting;  // a paper on its own state
  return own ? masthead_.outlet : "";
}

// Where a document is somebody's by its dateline only, whoever is spoken of comes first.
std::string Scene::announced_home(std::size_t i) const {
  if (!masthead_.weak) return "";
  std::string speaker = own_of_speaker(i);
  return speaker.empty() ? topic_before(i) : speaker;
}

// A minister serves a state, and one that has such a minister; a movement may have a president.
bool Scene::fits_state(std::size_t i, const std::string& party) const {
  const Item& item = items_[i];
  const bool presides = word_is(item.head_end - 1, U"president");
  if (of_service(item) || (affairs_.concerns(item) && !presides))
    if (!p_.index.is_state(party)) return false;
  return p_.index.may_have(p_.index.number_of(party), title_of(p_, item));
}

// Of whom the paragraph speaks, where the office itself acts.
std::string Scene::topic_before(std::size_t i) const {
  return affairs_.concerns(items_[i]) && !acts(i) ? "" : topic(i);
}

// Says something, or is the first in its sentence.
bool Scene::acts(std::size_t i) const {
  if (!stands_free(p_, items_[i].all)) return false;
  if (stands_as_speaker(p_, items_[i].all)) return true;
  for (std::size_t k = first_item_of(p_[items_[i].all.first].sentence); k < i; ++k)
    if (items_[k].kind != ItemKind::place) return false;
  return true;
}

// "Ruritania accepted it. / President Roe said as much": the sentence before the paragraph tells.
std::string Scene::affairs_of(std::size_t i) const {
  const std::size_t at = items_[i].all.first, sentence = p_[at].sentence;
  if (!affairs_.concerns(items_[i])) return "";
  const Piece& head = p_[items_[i].head_end - 1];
  const bool rules = head.is(List::ruler) && !head.is(List::any_ruler);
  if (p_.starts_paragraph(at) && sentence > 0 && acts(i) && rules)
    if (std::string party = subject_of(sentence - 1, p_.size());
        !party.empty() && p_.index.is_state(party) && fits_state(i, party))
      return party;
  const std::string topic_here = acts(i) ? topic(i) : "";
  const bool fits = p_.index.is_state(topic_here) && fits_state(i, topic_here);
  return fits ? topic_here : affairs_.of(i);
}

// "The Ruritanian delegate said that President Roe was ready": an official speaks of his own.
std::string Scene::own_of_speaker(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  for (std::size_t k = first_item_of(sentence);
       k < std::min(i, first_item_of(sentence) + items_seen); ++k) {
    const Item& item = items_[k];
    if (item.kind == ItemKind::place || item.parties.empty()) continue;
    const bool speaks = item.kind == ItemKind::phrase && item.parties.size() == 1 &&
                        stands_as_speaker(p_, item.all);
    return speaks && p_.index.is_state(item.parties.front()) ? party_name(item) : "";
  }
  return "";
}

std::string Scene::state_spoken_of() const {
  std::map<std::string, int> named;
  for (const Item& item : items_)
    for (std::uint32_t party : item.parties)
      if (p_.index.is_state(party) && item.kind != ItemKind::place) ++named[p_.index.party(party)];
  std::string most;
  int best = 0, second = 0;
  for (const auto& [party, times] : named) {
    if (times > best) {
      second = std::exchange(best, times);
      most = party;
    } else {
      second = std::max(second, times);
    }
  }
  return best >= often && best >= often * second ? most : "";
}

// "Ruritania is more cautious: Foreign Minister Roe warned"
std::string Scene::before_colon(std::size_t i) const {
  const std::size_t at = items_[i].all.first;
  if (at == p_.start_of_sentence(at) || p_[at - 1].mark != U':') return "";
  return subject_of(p_[at].sentence, at);
}

// "Freedonia demands that Ruritania disarm. President Roe has refused.": who was asked refuses.
std::string Scene::refused(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  if (sentence == 0 || !refuses(items_[i].all.last)) return "";
  bool demands = false;
  for (std::size_t k = p_.sentence_first[sentence - 1]; k < p_.sentence_first[sentence]; ++k)
    demands = demands || p_[k].is(List::demand);
  if (!demands) return "";
  const std::string asks = subject_of(sentence - 1, p_.size());
  std::string asked;
  for (std::size_t first = first_item_of(sentence - 1), k = first;
       k < std::min(items_.size(), first + items_seen) &&
       p_[items_[k].all.first].sentence < sentence;
       ++k) {
    const Item& item = items_[k];
    if (item.kind != ItemKind::party || item.party_use != Use::name || party_name(item) == asks)
      continue;
    if (!asked.empty() && asked != party_name(item)) return "";
    asked = party_name(item);
  }
  return asks.empty() ? "" : asked;
}

bool Scene::refuses(std::size_t at) const {
  while (at < p_.size() && p_[at].is(List::auxiliary)) ++at;
  return word_is(at, U"refused") || word_is(at, U"refuses") || word_is(at, U"declined") ||
         word_is(at, U"rejected") || word_is(at, U"rejects");
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

// A state by its own name that does or will do something, at this piece: "Ruritania would".
std::string Scene::state_acting(std::size_t at) const {
  if (at < p_.size() && p_[at].is(List::definite)) ++at;
  if (at >= p_.size()) return "";
  const std::size_t sentence = p_[at].sentence;
  std::size_t i = first_item_of(sentence);
  while (i < items_.size() && items_[i].all.first < at) ++i;
  if (i >= items_.size() || items_[i].all.first != at || items_[i].kind != ItemKind::party)
    return "";
  const Item& state = items_[i];
  const std::size_t next = state.all.last;
  if (next >= p_.size() || p_[next].sentence != sentence || p_[next - 1].possessive ||
      !p_[next].is(List::auxiliary))
    return "";
  return state.party_use == Use::name || state.party_use == Use::capital ? party_name(state) : "";
}

// "Foreign Minister Roe told the agency on Monday that Ruritania would ...": an official speaks of
// what his own state will do.
std::string Scene::spoken_of(std::size_t i) const {
  const Range& office = items_[i].all;
  if (!stands_as_speaker(p_, office)) return "";
  const std::size_t end = std::min(p_.end_of_sentence(office.first), office.last + longest_telling);
  for (std::size_t k = office.last; k < end; ++k) {
    const bool that = word_is(k, U"that");
    if (!that && !(p_[k].is(List::speech) && k < office.last + nearest_telling)) continue;
    if (std::string state = state_acting(k + 1); that || !state.empty()) return state;
  }
  return announced_before(i);
}

// "Ruritania would send soldiers, Defence Minister Roe said."
std::string Scene::announced_before(std::size_t i) const {
  const std::size_t at = items_[i].all.first, begin = p_.start_of_sentence(at);
  if (at < begin + 3 || p_[begin].quoted || p_[at].quoted) return "";
  const bool set_off =
      p_[at - 1].mark == U',' || (p_[at - 1].is(List::speech) && p_[at - 2].mark == U',');
  if (!set_off) return "";
  const std::size_t verb = begin + (p_[begin].is(List::definite) ? 2 : 1);
  for (std::size_t k = verb; k < std::min(at, verb + longest_name); ++k)
    if (word_is(k, U"would") || word_is(k, U"will") || word_is(k, U"could") || word_is(k, U"can"))
      return state_acting(begin);
  return "";
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
  for (std::size_t first = first_item_of(sentence), k = first;
       k < std::min(items_.size(), first + items_seen) &&
       p_[items_[k].all.first].sentence == sentence;
       ++k)
    if (items_[k].kind == ItemKind::place && items_[k].party_use == Use::capital &&
        items_[k].all.first > 0 && word_is(items_[k].all.first - 1, U"in"))
      return party_name(items_[k]);
  return "";
}

// "In Strelsau, President Roe denied it.", "But in Strelsau, President Roe", "Meanwhile, in"
std::string Scene::opening_capital(std::size_t i) const {
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  std::size_t begin = p_.sentence_first[sentence], first = first_item_of(sentence);
  if (first < i && items_[first].label) begin = items_[first++].all.last + 1;
  if (p_[begin].is(List::function) && !word_is(begin, U"in")) ++begin;
  if (begin < items_[i].all.first && p_[begin].mark == U',') ++begin;
  if (first >= i || items_[first].all.first != begin + 1 || !word_is(begin, U"in")) return "";
  const bool set_off = p_[items_[first].all.last].mark == U',' ||
                       items_[first].all.last == items_[first + 1].all.first;
  return set_off && items_[first].party_use == Use::capital ? party_name(items_[first]) : "";
}

}  // namespace entente::extract

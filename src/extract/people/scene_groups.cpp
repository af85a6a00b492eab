// SPDX-License-Identifier: Apache-2.0
// Which groups a text introduces, and by what names.
#include <algorithm>

#include "base/utf8.h"
#include "extract/people/scene.h"
#include "extract/people/sightings.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_group_name = 7;  // words

}  // namespace

std::string Scene::group(Range name) const {
  if ((groups_.empty() && introduced_.empty()) || name.empty()) return "";
  const NameKeys keys = keys_of(p_, name);
  for (const auto* known : {&groups_, &introduced_})
    if (const auto found = known->find(keys); found != known->end()) return found->second;
  return "";
}

void Scene::find_groups() {
  for (const Item& item : items_) {
    add_served_group(item);
    if (item.kind != ItemKind::run || item.label || item.name.empty()) continue;
    const std::size_t first = item.name.first, last = item.name.last - 1;
    const bool article = first > 0 && p_[first - 1].is(List::definite);
    const bool named = item.name.size() > (article ? 1u : 2u) && p_[last].is(List::group_ending);
    const bool described = described_as_group(item) || named_behind_noun(item);
    if (named || described) add_group(item);
    if (described) described_.insert(group(item.name));
  }
}

// "the citizens' movement Lake Rising", but not "the movement Roe led".
bool Scene::named_behind_noun(const Item& item) const {
  const std::size_t first = item.name.first, last = item.name.last;
  if (first < p_.start_of_sentence(first) + 2) return false;
  const Piece& noun = p_[first - 1];
  const bool body = noun.is(List::group_noun) || noun.is(List::union_ending);
  if (noun.capital || !body || noun.possessive || p_[last - 1].possessive) return false;
  const bool ends = last >= p_.end_of_sentence(first) || !p_[last].is_word() ||
                    p_[last].is(List::speech) || p_[last].is(List::auxiliary) ||
                    p_[last].is(List::function);
  return ends && !p_[first].is(List::day) && item.name.size() > 1;
}

// "LWU propaganda secretary Jane Roe"
std::string Scene::letters_before(std::size_t i) const {
  const Item& item = items_[i];
  if (item.name.empty() || !item.has(bit(Use::office))) return "";
  const Piece& head = p_[item.head_end - 1];
  if (!(head.is(List::state_office) || head.is(List::any_office) || head.is(List::home_office)))
    return "";
  std::size_t at = item.all.first;
  const std::size_t begin = p_.start_of_sentence(at);
  if (at > begin + 1 && !p_[at - 1].capital && p_[at - 1].is_word() && p_[at - 1].plain()) --at;
  if (at == begin) return "";
  const Piece& letters = p_[at - 1];
  const bool acronym = letters.shouted && letters.span.size() > 2 && letters.span.size() < 7;
  const std::u32string_view printed = slice(p_.prose.text, letters.span);
  if (!acronym || printed.find(U'.') != printed.npos || letters.glued ||
      letters.is(List::not_group) || letters.is(List::not_person))
    return "";
  return slice_utf8(p_.prose.text, letters.span);
}

// "general secretary of the Lake Workers Union"
void Scene::add_served_group(const Item& item) {
  if (item.kind != ItemKind::phrase || item.head.last < item.head_end + 3) return;
  std::size_t first = item.head_end + 1;
  while (first < item.head.last && !p_[first].capital) ++first;
  const std::size_t last = item.head.last;
  if (last < first + 2 || !p_[last - 1].capital || !p_[last - 1].is(List::group_ending)) return;
  const Range name{first, last};
  groups_.try_emplace(keys_of(p_, name), printed_name(p_, name));
}

// "the Lake Liberation Council (LLC)": letters in brackets that begin the words before them.
void Scene::find_introduced() {
  for (std::size_t k = 2; k + 2 < p_.size(); ++k) {
    if (p_[k].mark != U'(' || !p_[k + 1].capital || p_[k + 2].mark != U')') continue;
    const Range name = spelled_out(k, p_.key(k + 1));
    if (name.size() < 2) continue;
    const std::string printed = printed_name(p_, name);
    introduced_.try_emplace(keys_of(p_, name), printed);
    introduced_.try_emplace(keys_of(p_, {k + 1, k + 2}), printed);
  }
}

// "the Lake Movement (GLX)": letters of another language, behind a name that is known.
void Scene::find_bracketed() {
  for (const Item& item : items_) {
    const std::size_t at = item.all.last;
    if (item.kind != ItemKind::party || item.all.size() < 2 || at + 2 >= p_.size()) continue;
    const std::uint32_t party = item.parties.front();
    if (!p_.index.is_group(party) && !p_.index.is_body(party)) continue;
    if (p_[at].mark == U'(' && p_[at + 1].shouted && p_[at + 2].mark == U')')
      introduced_.try_emplace(keys_of(p_, {at + 1, at + 2}), p_.index.party(party));
  }
}

// "the Lake Workers Union ... LWU": letters that nothing introduces begin the words of one name.
void Scene::find_letters() {
  std::map<std::u32string, std::set<std::string>> spelled;
  for (const auto& [keys, name] : groups_) {
    std::u32string letters;
    for (const std::u32string& key : keys) letters += key.front();
    if (letters.size() > 2) spelled[letters].insert(name);
  }
  if (spelled.empty()) return;
  for (const Item& item : items_) {
    if (item.kind != ItemKind::run || item.name.size() != 1 || !p_[item.name.first].shouted)
      continue;
    const auto found = spelled.find(p_.key(item.name.first));
    if (found != spelled.end() && found->second.size() == 1)
      introduced_.try_emplace(keys_of(p_, item.name), *found->second.begin());
  }
}

// "Lakeair said it had made an offer": what is no person, place or outlet speaks for itself.
void Scene::find_speakers() {
  std::set<std::u32string> surnames;
  for (const Item& item : items_)
    if (!item.name.empty() && (item.name.size() > 1 || item.kind == ItemKind::phrase))
      surnames.insert(p_.key(item.name.last - 1));
  for (const Item& item : items_)
    if (speaks_of_itself(item) && !surnames.contains(p_.key(item.name.last - 1)))
      introduced_.try_emplace(keys_of(p_, item.name), printed_name(p_, item.name));
}

// "the Commission" where the text names the Lake Union, which has one.
void Scene::find_short_forms() {
  std::map<std::uint32_t, int> named;
  for (const Item& item : items_)
    for (std::uint32_t party : item.parties)
      if (p_.index.is_body(party)) ++named[party];
  if (named.empty()) return;
  for (std::size_t k = 1; k < p_.size(); ++k) {
    const bool alone =
        p_[k].capital && p_[k - 1].is(List::definite) && (k + 1 == p_.size() || !p_[k + 1].capital);
    if (!alone || !p_[k].is(List::not_person)) continue;
    std::uint32_t best = 0;
    for (std::uint32_t party : p_.index.bodies_ending(p_[k].word))
      if (named.contains(party) && (best == 0 || named[party] > named[best])) best = party;
    if (best != 0) introduced_.try_emplace(keys_of(p_, {k, k + 1}), p_.index.party(best));
  }
}

bool Scene::speaks_of_itself(const Item& item) const {
  if (item.kind != ItemKind::run || item.label || item.name.size() != 1) return false;
  const std::size_t end = p_.end_of_sentence(item.all.first);
  if (p_[item.name.first].is(List::not_group) || p_[item.name.first].is(List::not_person) ||
      p_[item.name.first].is(List::function))
    return false;
  std::size_t at = item.all.last;
  if (at + 2 >= end || !p_[at].is(List::speech)) return false;
  if (word_is(++at, U"that")) ++at;
  // "Roe said it was late" says nothing of Roe.
  return word_is(at, U"its") ||
         (word_is(at, U"it") && (word_is(at + 1, U"has") || word_is(at + 1, U"had") ||
                                 word_is(at + 1, U"will") || word_is(at + 1, U"did")));
}

// The words that end at this piece and begin with these letters, small words aside.
Range Scene::spelled_out(std::size_t end, const std::u32string& letters) const {
  std::size_t at = end, left = letters.size();
  while (left > 0) {
    if (at == 0 || p_[at - 1].sentence != p_[end].sentence || !p_[at - 1].is_word()) return {};
    const Piece& piece = p_[--at];
    if (piece.is(List::not_group)) return {};
    if (p_.key(at).front() == letters[left - 1] && (piece.capital || left > 1))
      --left;
    else if (piece.capital || !piece.is(List::function))
      return {};
  }
  return p_[at].capital ? Range{at, end} : Range{};
}

// The group named within these words: "chief negotiator of the Lake Liberation Council".
std::string Scene::group_within(Range words) const {
  if (groups_.empty() && introduced_.empty()) return "";
  for (std::size_t first = words.first; first < words.last; ++first)
    for (std::size_t last = std::min(words.last, first + longest_group_name); last > first; --last)
      if (std::string name = group({first, last}); !name.empty()) return name;
  return "";
}

std::string Scene::only_group_named() const {
  if (described_.size() == 1) return *described_.begin();
  std::string only;
  const auto take = [&](const std::string& name) {
    if (only.empty()) only = name;
    return only == name;
  };
  for (const auto& [keys, name] : groups_)
    if (!take(name)) return "";
  for (const Item& item : items_)
    for (std::uint32_t party : item.parties)
      if (p_.index.is_group(party) && !take(p_.index.party(party))) return "";
  return only;
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
    if (!p_[k].capital && p_[k].is(List::group_noun)) return true;
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

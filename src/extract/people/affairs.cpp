// SPDX-License-Identifier: Apache-2.0
#include "extract/people/affairs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "extract/people/sightings.h"
#include "extract/people/speech_place.h"

namespace entente::extract {
namespace {

constexpr std::size_t items_before = 80;
constexpr std::size_t items_after = 8;
constexpr double half_life = 3;  // sentences after which a state counts half
constexpr double of_outlet = 3;  // as much as a state that the last sentences speak of
constexpr double of_headline = 2;
constexpr double of_seat = 2;
constexpr double of_whole_text = 2;
constexpr std::size_t longest_service = 6;  // words behind "spokesman"
constexpr double of_body = 2;               // the first army spoken of
constexpr double of_quoted = 0.5;
constexpr int often = 3;         // fewer mentions make no state the one a text is about
constexpr double least = 0.3;    // as much as an official named four sentences before
constexpr double clearly = 1.2;  // times the next

}  // namespace

NameKeys title_of(const Pieces& pieces, const Item& item) {
  const bool named = !item.name.empty() && item.name.first > item.head.last;
  return keys_of(pieces, {item.head.first, named ? item.name.first : item.head.last});
}

Affairs::Affairs(const Pieces& pieces, const std::vector<Item>& items, const Masthead& masthead)
    : p_(pieces), items_(items), masthead_(masthead), first_force_(items.size()) {
  double all = 0;
  std::map<std::uint32_t, int> times;
  for (const Item& item : items)
    for (std::uint32_t party : item.parties)
      if (p_.index.is_state(party) && item.kind != ItemKind::place) {
        often_[party] += weight(item);
        ++times[party];
        all += weight(item);
      }
  for (auto& [party, share] : often_)
    share = times[party] < often ? 0 : share * of_whole_text / all;
  first_force_ = first_force();
}

bool Affairs::concerns(const Item& item) const {
  if (item.kind != ItemKind::phrase) return false;
  for (std::size_t k = item.head.first; k < item.head.last; ++k)
    if (p_[k].is(List::home_office)) return true;
  return item.has(bit(Use::office)) && item.parties.empty() && serves_home(item.all.last);
}

// "spokesman for the armed forces general staff"
bool Affairs::serves_home(std::size_t at) const {
  if (at + 1 >= p_.size() || (slice(p_.prose.folded, p_[at].span) != U"for" &&
                              slice(p_.prose.folded, p_[at].span) != U"of"))
    return false;
  const std::size_t end = std::min(p_.end_of_sentence(at), at + longest_service);
  for (std::size_t k = at + 1; k < end && p_[k].is_word(); ++k) {
    if (p_[k].capital || p_[k].is(List::non_state)) return false;
    if (p_[k].is(List::home_office)) return true;
  }
  return false;
}

// Officials speak of others: what stands between quotation marks tells less.
double Affairs::weight_here(const Item& item) const {
  return weight(item) * (p_[item.all.first].quoted ? of_quoted : 1);
}

// "talks to Ruritania": it does not act.
bool Affairs::is_object(const Item& item) const {
  const std::size_t at = item.all.first;
  if (at == p_.start_of_sentence(at)) return false;
  const auto before = slice(p_.prose.folded, p_[at - 1].span);
  return before == U"to" || before == U"with" || before == U"against";
}

// A state that acts tells more than one whose official is named, and that more than a town.
double Affairs::weight(const Item& item) const {
  if (item.kind == ItemKind::place) return 0.4;
  if (item.kind == ItemKind::run || !item.name.empty()) return 0.6;
  if (item.kind == ItemKind::party && item.party_use != Use::adjective)
    return !stands_free(p_, item.all) ? 1.2 : is_object(item) ? 1 : 2;
  return 1;
}

bool Affairs::tells_of_force(const Item& item) const {
  static constexpr std::u32string_view forces[] = {U"army", U"military", U"armed"};
  for (std::size_t at = item.head.first; at < item.head.last; ++at)
    if (std::find(std::begin(forces), std::end(forces), slice(p_.prose.folded, p_[at].span)) !=
        std::end(forces))
      return true;
  return false;
}

// "the Ruritanian army"
std::size_t Affairs::first_force() const {
  const auto is_it = [&](const Item& item) {
    return item.kind == ItemKind::phrase && item.parties.size() == 1 && item.name.empty() &&
           often_.contains(item.parties.front()) && tells_of_force(item);
  };
  return static_cast<std::size_t>(std::find_if(items_.begin(), items_.end(), is_it) -
                                  items_.begin());
}

Affairs::Scores Affairs::around(std::size_t i) const {
  Scores out = often_;
  if (first_force_ < i && tells_of_force(items_[i]))
    out[items_[first_force_].parties.front()] += of_body;
  const std::size_t sentence = p_[items_[i].all.first].sentence;
  for (std::size_t k = i; k > 0 && k + items_before > i; --k) {
    const Item& item = items_[k - 1];
    const double back = static_cast<double>(sentence - p_[item.all.first].sentence);
    for (std::uint32_t party : item.parties)
      if (often_.contains(party)) out[party] += weight_here(item) * std::exp2(-back / half_life);
  }
  // "Chancellor Roe told the Estates": the parliament is his.
  for (std::size_t k = i + 1; k < std::min(items_.size(), i + items_after); ++k) {
    const std::size_t later = p_[items_[k].all.first].sentence;
    if (later > sentence + 1 ||
        p_.prose.sentences[later].paragraph != p_.prose.sentences[sentence].paragraph)
      break;
    if (items_[k].party_use == Use::seat && items_[k].parties.size() == 1)
      out[items_[k].parties.front()] += later == sentence ? of_seat : of_seat / 2;
  }
  for (const auto& [home, bonus] :
       {std::pair{&masthead_.outlet, of_outlet}, std::pair{&masthead_.setting, of_headline}})
    if (const std::uint32_t party = p_.index.number_of(*home); p_.index.is_state(party))
      out[party] += bonus;
  return out;
}

std::string Affairs::best(const Scores& scores, const Item& office) const {
  const NameKeys role = title_of(p_, office);
  std::uint32_t best = 0;
  double most = 0, next = 0;
  for (const auto& [party, score] : scores) {
    if (!p_.index.may_have(party, role)) continue;
    if (score > most) {
      next = std::exchange(most, score);
      best = party;
    } else {
      next = std::max(next, score);
    }
  }
  return most >= least && most >= clearly * next ? p_.index.party(best) : "";
}

std::string Affairs::of(std::size_t i) const {
  return concerns(items_[i]) ? best(around(i), items_[i]) : "";
}

}  // namespace entente::extract

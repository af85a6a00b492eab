// SPDX-License-Identifier: Apache-2.0
#include "extract/people/noun_phrase.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/people/complement.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_phrase = 14;

}  // namespace

std::optional<Item> NounPhraseReader::phrase_at(std::size_t i) const {
  if (!p_[i].is_word() || p_[i].glued) return std::nullopt;
  if (!p_[i].capital && p_[i].plain() && p_[i].word == 0) return std::nullopt;
  PhraseDraft d;
  d.item.all.first = i;
  d.at = opens_long_address(i) ? i : take_determiner(d, i);
  d.item.head.first = d.at;
  while (d.at < end_ && d.at - i < longest_phrase && step(d)) {
  }
  if (d.item.uses == 0 || goes_on_as_noun(d)) return std::nullopt;
  d.item.all.last = d.item.head_end = d.item.head.last;
  d.at = d.item.all.last;
  ComplementReader(p_, end_).take(d);
  take_name(d);
  if (!stands(d)) return std::nullopt;
  return d.item;
}

// "His Excellency": the pronoun is part of it.
bool NounPhraseReader::opens_long_address(std::size_t i) const {
  const Found address = title_at(i, bit(Use::address));
  return address && address.last > i + 1 && p_[i].is(List::possessive);
}

std::size_t NounPhraseReader::take_determiner(PhraseDraft& d, std::size_t i) const {
  std::size_t at = i;
  for (int n = 0; n < 4 && at < end_ && p_[at].is_word(); ++n) {
    const Piece& piece = p_[at];
    if (n > 0 && p_[at - 1].possessive) break;
    if (piece.is(List::definite) && at + 1 < end_ && p_[at + 1].is(List::definite)) {
      d.item.all.first = ++at;  // "said that the delegation"
      continue;
    }
    if (piece.is(List::possessive)) {
      d.item.determiner = Determiner::pronoun;
      d.item.owner = {at, at + 1};
    } else if (piece.is(List::definite)) {
      if (d.item.determiner == Determiner::none) d.item.determiner = Determiner::definite;
    } else if ((piece.is(List::indefinite) && !party_at(at)) || is_number(at)) {
      d.item.determiner = Determiner::indefinite;
    } else if (!(d.item.determiner == Determiner::indefinite && word_is(at, U"of") &&
                 at + 1 < end_ && p_[at + 1].is(List::definite))) {
      break;
    }
    ++at;
  }
  return at;
}

bool NounPhraseReader::step(PhraseDraft& d) const {
  const Found head = title_at(d.at, head_uses);
  const Found party = party_at(d.at);
  if (head && address_behind(d, head)) return false;
  if (take_joint_office(d)) return true;
  if (head &&
      (!party || head.last > party.last || (head.last == party.last && !d.item.parties.empty())))
    return take_head(d, head);
  if (party) return take_party(d, party);
  return d.item.uses == 0 && (take_owner(d) || take_modifier(d) || take_joint(d) ||
                              take_topical(d) || take_portfolio_noun(d) || take_unknown(d));
}

// "chief negotiator Dr. Roe": the office is what he is.
bool NounPhraseReader::address_behind(const PhraseDraft& d, const Found& head) const {
  return d.item.has(bit(Use::office)) && (head.uses() & title_uses) == bit(Use::address) &&
         continues_capital(head.last);
}

// "the rebels' chief negotiator": the negotiator is meant.
bool NounPhraseReader::take_group_as_owner(PhraseDraft& d, const Found& head) const {
  const std::size_t mark = head.last;
  if (d.item.uses != 0 || !(head.uses() & bit(Use::group)) || !p_[mark - 1].is(List::non_state) ||
      !p_[mark - 1].possessive || mark >= end_ || p_[mark].is_word() || !leads_to_office(mark + 1))
    return false;
  d.item.of_rebels = true;
  d.item.parties.clear();
  d.item.party_words.clear();
  d.at = mark + 1;
  d.item.head = {d.at, d.at};
  return true;
}

// "Deputy Prime Minister and Foreign Minister Roe": one who has both; of "the president and Foreign
// Minister Roe" each has one.
bool NounPhraseReader::take_joint_office(PhraseDraft& d) const {
  if (!d.item.has(bit(Use::office)) || d.item.joint != 0 || !word_is(d.at, U"and")) return false;
  const bool lower = !p_[d.item.head.first].capital;
  if (lower || d.item.determiner != Determiner::none || p_[d.at - 1].possessive) return false;
  std::size_t at = d.at + 1;
  while (title_at(at, bit(Use::modifier)) && !title_at(at, bit(Use::office)))
    at = title_at(at, bit(Use::modifier)).last;
  const Found second = title_at(at, bit(Use::office));
  if (!second || p_[second.last - 1].possessive || !continues_capital(second.last) ||
      p_[second.last].is(List::function))
    return false;
  d.item.joint = d.at;
  d.item.uses |= second.uses() & head_uses;
  d.at = d.item.head.last = second.last;
  d.plain_head = false;
  return true;
}

bool NounPhraseReader::take_head(PhraseDraft& d, const Found& head) const {
  if (glued_next(head.last) && !title_at(head.last, head_uses)) return false;
  if (opens_collective(d.at)) return false;
  if (take_group_as_owner(d, head)) return true;
  // "the foreign minister president ..." is no title, but "foreign ministry spokesman" is.
  if (d.item.uses != 0 && d.item.has(bit(Use::group)) && !p_[d.at].capital) return false;
  const Sense* sense = head.sense(title_uses);
  if (sense == nullptr) sense = head.sense(head_uses);
  if (d.item.uses == 0 && (head.uses() & (bit(Use::government) | bit(Use::body))))
    note_unknown_owner(d);
  d.item.uses = head.uses() & head_uses;
  take_own_party(d, *sense);
  if (sense->gender != '-') d.item.gender = sense->gender;
  d.item.head.last = head.last;
  d.plain_head = head.last - d.at == 1 && !p_[d.at].capital;
  d.at = d.item.head.last = office_end(d, head.last);
  return !p_[d.at - 1].possessive || take_office_as_owner(d);
}

// "the Taoiseach": an office that only one state has.
void NounPhraseReader::take_own_party(PhraseDraft& d, const Sense& sense) const {
  if (sense.party == 0 || !d.item.parties.empty() || !d.item.owner.empty()) return;
  d.item.parties.push_back(sense.party);
  d.item.party_words.push_back({d.at, d.at});
}

// "prime minister in exile", "ambassador at large": two words more that belong to the office.
std::size_t NounPhraseReader::office_end(const PhraseDraft& d, std::size_t at) const {
  const bool tail = d.item.has(bit(Use::office)) && at + 1 < end_ && !p_[at - 1].possessive &&
                    p_[at].is_word() && p_[at + 1].is(List::office_tail) &&
                    (word_is(at, U"in") || word_is(at, U"at") || word_is(at, U"ad"));
  return tail ? at + 2 : at;
}

// "the president's special envoy": the envoy is meant.
bool NounPhraseReader::take_office_as_owner(PhraseDraft& d) const {
  const bool office = d.item.has(bit(Use::office));
  if (!office && !d.item.has(bit(Use::body) | bit(Use::government))) return false;
  std::size_t at = d.at;
  for (int n = 0; n < 3 && at < end_; ++n) {
    if (title_at(at, head_uses)) break;
    const Found modifier = title_at(at, bit(Use::modifier));
    if (!modifier) return false;
    at = modifier.last;
  }
  if (!title_at(at, head_uses)) return false;
  const Found next = title_at(at, head_uses);
  if (!office && next.sense(title_uses | bit(Use::single)) == nullptr) return false;
  if (office) d.item.owner_office = {d.item.head.first, d.item.head.last};
  d.item.uses = 0;
  d.item.head = {d.at, d.at};
  return true;
}

// "the Roe administration": unknown words before it may be a person's name.
void NounPhraseReader::note_unknown_owner(PhraseDraft& d) const {
  if (!d.item.owner.empty() || !d.item.parties.empty() || d.item.head.first >= d.at) return;
  for (std::size_t k = d.item.head.first; k < d.at; ++k)
    if (!p_[k].capital || p_[k].is(List::function) || title_at(k, bit(Use::modifier))) return;
  d.item.owner = {d.item.head.first, d.at};
}

// "the army" but not "army support": a noun that goes on is no body that acts.
bool NounPhraseReader::goes_on_as_noun(const PhraseDraft& d) const {
  if (d.at < end_ && d.plain_head && word_is(d.at - 1, U"official") && !p_[d.at - 1].possessive)
    return p_[d.at].is(List::official_thing) && !p_[d.at].capital;
  if (!d.item.has(bit(Use::body) | bit(Use::government)) || d.item.has(title_uses) || d.at >= end_)
    return false;
  const Piece& next = p_[d.at];
  if (!next.is_word() || next.capital || !next.plain() || p_[d.at - 1].possessive ||
      p_[d.at - 1].capital)
    return false;
  const std::u32string_view word = slice(p_.prose.folded, next.span);
  return !word.ends_with(U"ed") && !word.ends_with(U"s") && !word.ends_with(U"ly") &&
         title_at(d.at, bit(Use::modifier)).last == 0;
}

bool NounPhraseReader::take_party(PhraseDraft& d, const Found& party) const {
  if (d.item.uses != 0 && !was_modifier(d, party)) return false;
  const Sense* sense = party.sense(party_uses);
  d.item.parties.push_back(sense->party);
  d.item.party_words.push_back({d.at, party.last});
  d.item.party_use = sense->use;
  d.at = party.last;
  d.item.head.first = d.at;
  return true;
}

// "the chief Ruritanian negotiator": what looked like the head only describes it.
bool NounPhraseReader::was_modifier(PhraseDraft& d, const Found& party) const {
  const std::size_t before = d.at - 1;
  if (!d.plain_head || p_[before].possessive || p_[party.last - 1].possessive) return false;
  if (!title_at(before, bit(Use::modifier)) ||
      !title_at(party.last, bit(Use::office) | bit(Use::group) | bit(Use::single)))
    return false;
  d.item.uses = 0;
  return true;
}

bool NounPhraseReader::take_owner(PhraseDraft& d) const {
  if (!d.item.owner.empty() || !p_[d.at].capital) return false;
  const Range run = name_run(d.at, false).range;
  if (run.empty() || !p_[run.last - 1].possessive) return false;
  d.item.owner = run;
  d.at = run.last;
  d.item.head.first = d.at;
  return true;
}

bool NounPhraseReader::take_modifier(PhraseDraft& d) const {
  if (p_[d.at].possessive) return false;
  if (p_[d.at].is(List::quality)) {
    ++d.at;
    return true;
  }
  const Found modifier = title_at(d.at, bit(Use::modifier));
  if (!modifier) return false;
  d.at = modifier.last;
  return true;
}

// "Ruritanian and Bordurian leaders", "Bordurian/Ruritanian".
bool NounPhraseReader::take_joint(PhraseDraft& d) const {
  if (d.item.parties.empty() || !(word_is(d.at, U"and") || is_text(d.at, U'/'))) return false;
  const Found next = party_at(d.at + 1, bit(Use::adjective) | bit(Use::name));
  if (!next || p_[d.at - 1].possessive || p_[next.last - 1].possessive || d.item.head.first != d.at)
    return false;
  ++d.at;
  return true;
}

// "the region's chief negotiator": of what the text has just named.
bool NounPhraseReader::take_topical(PhraseDraft& d) const {
  if (d.item.determiner != Determiner::definite || d.item.head.first != d.at || p_[d.at].capital ||
      !p_[d.at].possessive)
    return false;
  if (!p_[d.at].is(List::thing)) return false;
  if (!leads_to_office(d.at + 1)) return false;
  d.item.topical = true;
  d.item.head.first = ++d.at;
  return true;
}

// "Ruritania's fisheries minister": any noun may stand between the party and the office.
bool NounPhraseReader::take_portfolio_noun(PhraseDraft& d) const {
  const bool owned =
      (!d.item.parties.empty() || !d.item.owner.empty() ||
       d.item.determiner == Determiner::definite || d.item.determiner == Determiner::pronoun) &&
      d.at > d.item.all.first;
  if (!owned || !plain_noun(d.at) || !leads_to_office(d.at + 1)) return false;
  ++d.at;
  return true;
}

bool NounPhraseReader::plain_noun(std::size_t i) const {
  return i < end_ && p_[i].is_word() && !p_[i].capital && p_[i].plain() && !p_[i].possessive &&
         !begins_with_digit(i);
}

// An office for one, no more than two plain words away.
bool NounPhraseReader::leads_to_office(std::size_t at) const {
  for (int n = 0; n < 3 && at < end_; ++n) {
    if (const Found title = title_at(at, bit(Use::office))) return !p_[title.last - 1].possessive;
    if (const Found modifier = title_at(at, bit(Use::modifier)))
      at = modifier.last;
    else if (plain_noun(at))
      ++at;
    else
      return false;
  }
  return false;
}

// Capitalised words of an office's own name: "Ruritania's Water and Harbour Board head".
bool NounPhraseReader::take_unknown(PhraseDraft& d) const {
  const bool anchored = !d.item.parties.empty() || d.item.determiner == Determiner::definite;
  if (!anchored || p_[d.at].possessive || !p_[d.at].is_word()) return false;
  if (p_[d.at].capital && !p_[d.at].is(List::function) && !p_[d.at].is(List::day)) {
    ++d.at;
    return true;
  }
  const bool joins = word_is(d.at, U"and") || word_is(d.at, U"of") || word_is(d.at, U"for") ||
                     word_is(d.at, U"the");
  if (!joins || d.at == d.item.head.first || d.at + 1 >= end_ || !p_[d.at + 1].capital)
    return false;
  ++d.at;
  return true;
}

void NounPhraseReader::take_name(PhraseDraft& d) const {
  if (d.at >= end_ || !d.item.has(title_uses | bit(Use::group)) || p_[d.at - 1].possessive) return;
  if (const Found address = title_at(d.at, bit(Use::address));
      address && address_behind(d, address)) {
    d.at = address.last;
    if (address.sense(bit(Use::address))->gender != '-')
      d.item.gender = address.sense(bit(Use::address))->gender;
  }
  const NameRun run = name_run(d.at, true);
  if (run.range.empty()) return;
  if (!d.item.has(title_uses) && !p_[d.item.head.last - 1].is(List::plural_office)) return;
  if (d.item.all.last != d.item.head_end && run.range.size() < 2)
    return;  // "a reporter for Ruritania Today"
  d.item.name = run.range;
  d.item.all.last = d.at = run.range.last;
}

// "the general", but not "the general public".
bool NounPhraseReader::is_lone_rank(const PhraseDraft& d) const {
  if (!d.item.has(bit(Use::rank)) || d.item.determiner != Determiner::definite || !d.plain_head)
    return false;
  if (d.item.head.size() != 1) return false;
  if (d.at >= end_ || !p_[d.at].is_word()) return true;
  return p_[d.at].is(List::speech) || p_[d.at].is(List::auxiliary) || p_[d.at].is(List::function);
}

// Lower-case words such as "head", "state" or "host" need something beside them to be a title.
bool NounPhraseReader::stands(const PhraseDraft& d) const {
  const Item& item = d.item;
  // "Jane Roe, chief negotiator of the Lake Council,"
  const bool apposed = item.has(bit(Use::office)) && item.all.last > item.head_end &&
                       item.all.first > 0 && p_[item.all.first - 1].mark == U',';
  // "Mr. Roe's spokeswoman": an office is owned by whatever name stands right before it.
  const bool owned = item.has(bit(Use::office)) && item.all.first > 0 &&
                     p_[item.all.first - 1].possessive && p_[item.all.first - 1].capital;
  const bool anchored = !item.parties.empty() || !item.owner.empty() || apposed || owned ||
                        item.determiner != Determiner::none;
  // "we judge Roe by it", but "envoy Jane Roe", "Mr Roe"
  if (!item.name.empty())
    return anchored || !d.plain_head || item.name.size() > 1 || item.has(bit(Use::address));
  if (item.has(bit(Use::address) | bit(Use::rank)) &&
      !item.has(bit(Use::office) | bit(Use::single)))
    return is_lone_rank(d) ||
           (item.has(bit(Use::address)) && p_[item.all.first].is(List::possessive) &&
            item.head.first == item.all.first);
  if (item.has(bit(Use::group))) return true;
  return anchored ||
         (p_[item.head.first].capital && item.all.first != p_.start_of_sentence(item.all.first));
}

}  // namespace entente::extract

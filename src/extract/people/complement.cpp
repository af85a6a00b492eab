// SPDX-License-Identifier: Apache-2.0
#include "extract/people/complement.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente::extract {

void ComplementReader::take(PhraseDraft& d) const {
  take_complement(d);
  take_duties(d);
}

// "of the Ruritanian delegation", "to Freedonia": part of the phrase; whom it serves, where the
// word before says so.
void ComplementReader::take_complement(PhraseDraft& d) const {
  if (d.at >= end_ || p_[d.at - 1].possessive) return;
  const bool of = word_is(d.at, U"of"), for_ = word_is(d.at, U"for"), to = word_is(d.at, U"to"),
             at = word_is(d.at, U"at");
  const bool from = word_is(d.at, U"from"), in = word_is(d.at, U"in");
  if (!(of || for_ || to || at || from || in)) return;
  const bool person = d.item.has(title_uses),
             group = d.item.has(bit(Use::group) | bit(Use::single));
  if ((to || for_ || at) && !person) return;
  const bool body = d.item.has(bit(Use::body) | bit(Use::government));
  const bool somebody = person && d.item.determiner == Determiner::indefinite;
  if ((from && !group) || (in && !group && !somebody && !(body && d.item.parties.empty()))) return;
  std::vector<std::uint32_t> parties;
  const std::size_t last = complement_end(d, d.at + 1, parties, !(in || from));
  if (last == 0 || (parties.size() > 1 && !person))
    return;  // "envoys from Ruritania and Freedonia" are of neither
  if (in && d.item.determiner == Determiner::pronoun) return;  // "its envoy in Strelsau"
  if (in && !(party_at(d.at + 1, bit(Use::capital)) && opens_clause(d.item.all.first))) return;
  const bool serves = of || from || in || at || (for_ && speaks_for(d));
  if (serves) add_served(d, parties);
  if (of || at || (for_ && !serves)) d.item.head.last = last;
  if (!in) d.item.all.last = d.at = last;
}

// "deputy prime minister for reintegration, Jane Roe": plain words up to the comma before the name.
void ComplementReader::take_duties(PhraseDraft& d) const {
  if (!d.item.has(bit(Use::office)) || d.at >= end_ || p_[d.at - 1].possessive) return;
  if (!(word_is(d.at, U"for") || word_is(d.at, U"of") || word_is(d.at, U"on"))) return;
  std::size_t at = d.at + 1;
  while (at < end_ && at < d.at + 7 && p_[at].is_word() && !p_[at].capital &&
         !p_[at].is(List::speech) && !p_[at].is(List::auxiliary))
    ++at;
  if (at == d.at + 1 || !is_text(at, U',') || !name_comes(at + 1)) return;
  d.item.all.last = d.item.head.last = d.at = at;
}

// "Jane Roe", "former Ruritanian president Jane Roe"
bool ComplementReader::name_comes(std::size_t at) const {
  for (int n = 0; n < 5; ++n) {
    const Found title = title_at(at, bit(Use::modifier) | bit(Use::office));
    const Found party = party_at(at, bit(Use::adjective));
    if (!title && !party) break;
    at = std::max(title.last, party.last);
  }
  return continues_capital(at) && continues_capital(at + 1);
}

// "Officials in the capital said", but not "told reporters in the capital".
bool ComplementReader::opens_clause(std::size_t i) const {
  if (i == 0 || p_[i].sentence != p_[i - 1].sentence || !p_[i - 1].is_word()) return true;
  return word_is(i - 1, U"and") || word_is(i - 1, U"but") || word_is(i - 1, U"to");
}

void ComplementReader::add_served(PhraseDraft& d, const std::vector<std::uint32_t>& parties) const {
  for (std::uint32_t party : parties) {
    d.item.parties.push_back(party);
    d.item.party_words.push_back({d.at, d.at});
  }
}

bool ComplementReader::speaks_for(const PhraseDraft& d) const {
  const std::size_t last = d.item.head.last - 1;
  const std::u32string key = p_.key(last);
  return key.starts_with(U"spokes") || key == U"negotiator" || key == U"delegate";
}

// Where a complement ends; 0 where nothing in it names anything.
std::size_t ComplementReader::complement_end(const PhraseDraft& d, std::size_t i,
                                             std::vector<std::uint32_t>& parties,
                                             bool offices) const {
  const UseSet uses = offices ? party_uses : party_uses & ~bit(Use::adjective);
  // "the Government of Ruritania and the Lake People": two parties, where the body is one.
  const bool one_body = d.item.has(bit(Use::body) | bit(Use::government)) &&
                        !d.item.has(title_uses | bit(Use::group) | bit(Use::single));
  std::size_t at = i, last = 0;
  for (int n = 0; n < 10 && at < end_ && p_[at].is_word(); ++n) {
    const std::size_t begin = at;
    if (const Found party = party_at(at, uses)) {
      parties.push_back(party.sense(uses)->party);
      // "a spokesman for Ruritanian President Roe": the president is somebody else.
      const Found office = title_at(party.last, bit(Use::office));
      if (office && (!word_is(i - 1, U"of") || continues_capital(office.last)))
        return last != 0 ? last : i - 1;
      if (office) return office.last;  // "the envoy of the Pact chair"
      at = last = party.last;
    } else if (const Found head =
                   title_at(at, bit(Use::body) | bit(Use::government) | bit(Use::group));
               head && (last != 0 || heads_one(d, at))) {
      at = last = head.last;
    } else if (at == i && portfolio_end(at) != 0) {
      at = last = portfolio_end(at);
    } else if (p_[at].capital && !p_[at].is(List::function) && !p_[at].is(List::day) && offices &&
               opens_unknown(at)) {
      last = ++at;
    } else if (p_[at].is(List::definite) || p_[at].is(List::quality) ||
               title_at(at, bit(Use::modifier)) ||
               ((word_is(at, U"and") || word_is(at, U"of") || word_is(at, U"for")) && last != 0 &&
                at + 1 < end_ && p_[at + 1].capital && !(one_body && word_is(at, U"and")))) {
      ++at;
    } else {
      break;
    }
    const bool body_follows = at < end_ && title_at(at, bit(Use::body) | bit(Use::government));
    if (p_[begin].possessive && at == begin + 1 && !body_follows) break;
  }
  return last;
}

// "the head of the delegation"
bool ComplementReader::heads_one(const PhraseDraft& d, std::size_t at) const {
  return d.item.has(title_uses) && p_[at - 1].is(List::definite) && !p_[at].capital;
}

// "Minister of Trade and Industry Jane Roe": where what the office is for ends; 0 where it is none.
std::size_t ComplementReader::portfolio_end(std::size_t i) const {
  std::size_t last = 0;
  for (std::size_t at = i; at < end_ && at < i + 8; ++at) {
    if (p_[at].is(List::portfolio) && (p_[at].capital || last == 0))
      last = at + 1;
    else if (!word_is(at, U"and") && !is_text(at, U',') && !word_is(at, U"for"))
      break;
  }
  return last;
}

// In "the leader of the Lake People Jane Roe" nothing marks where the name begins; a committee's
// words end with one that no name holds, so unknown words count only up to such a word.
bool ComplementReader::opens_unknown(std::size_t at) const {
  for (std::size_t k = at; k < end_ && k < at + 6 && p_[k].is_word(); ++k) {
    if (p_[k].is(List::not_person) && p_[k].capital) return true;
    if (!p_[k].capital && !word_is(k, U"and") && !word_is(k, U"for") && !word_is(k, U"of"))
      return false;
  }
  return false;
}

}  // namespace entente::extract

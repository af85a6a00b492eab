// SPDX-License-Identifier: Apache-2.0
#include "extract/people/phrases.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_phrase = 14;
constexpr std::size_t longest_name = 6;

struct Found {
  std::size_t last = 0;  // 0: nothing found
  const std::vector<Sense>* senses = nullptr;

  explicit operator bool() const { return last != 0; }
  const Sense* sense(UseSet uses) const {
    for (const Sense& s : *senses)
      if (bit(s.use) & uses) return &s;
    return nullptr;
  }
  UseSet uses() const {
    UseSet out = 0;
    for (const Sense& s : *senses) out |= bit(s.use);
    return out;
  }
};

class Scanner {
 public:
  explicit Scanner(const Pieces& pieces) : p_(pieces) {}

  std::vector<Item> scan() {
    for (std::size_t i = 0; i < p_.size();) i = take(i);
    return std::move(items_);
  }

 private:
  std::size_t take(std::size_t i) {
    end_ = p_.end_of_sentence(i);
    if (auto label = label_at(i)) return push(std::move(*label));
    if (auto phrase = phrase_at(i)) return push(std::move(*phrase));
    if (!p_[i].is_word()) return i + 1;
    if (auto party = party_item_at(i)) return push(std::move(*party));
    if (auto run = run_item_at(i)) return push(std::move(*run));
    if (auto pronoun = pronoun_at(i)) return push(std::move(*pronoun));
    return i + 1;
  }

  std::size_t push(Item item) {
    items_.push_back(std::move(item));
    return items_.back().all.last;
  }

  // --- words of the gazetteer ---

  template <class Fits>
  Found longest(std::size_t i, Fits&& fits) const {
    const std::size_t limit = end_ - i;
    const auto hit = p_.index.longest([&](std::size_t n) { return p_[i + n].word; }, limit, fits);
    return hit.length == 0 ? Found{} : Found{i + hit.length, hit.senses};
  }

  Found party_at(std::size_t i, UseSet uses = party_uses) const {
    if (i >= end_ || !p_[i].is_word() || (p_[i].glued && p_[i - 1].is(List::prefix))) return {};
    return longest(i, [&](std::size_t n, const std::vector<Sense>& senses) {
      return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
        return (bit(s.use) & uses) && written_as(i, i + n, s);
      });
    });
  }

  // Names need their capitals; an acronym needs all of them, and not in a text that shouts.
  bool written_as(std::size_t first, std::size_t last, const Sense& sense) const {
    if (sense.plain) return true;
    if (!sense.acronym) {
      const bool begins = p_[first].capital || (last - first > 1 && !p_[first].is(List::function) && p_[first + 1].capital);
      return begins && (p_[last - 1].capital || begins_with_digit(last - 1));
    }
    // British papers write long acronyms as names.
    const bool as_name = last - first == 1 && p_[first].span.size() >= 4 && p_[first].lists == 0 && p_[first].capital;
    for (std::size_t k = first; k < last && !as_name; ++k)
      if (p_[k].capital && !p_[k].shouted && p_[k].span.size() > 1) return false;
    if (!p_[first].capital) return false;
    return p_[first].lists == 0 || !(shouts(first, -1) || shouts(last - 1, 1));
  }

  bool shouts(std::size_t i, int step) const {
    const std::size_t k = step < 0 ? i - 1 : i + 1;
    return k < p_.size() && p_[k].shouted && p_[k].span.size() > 3 && p_[k].sentence == p_[i].sentence;
  }

  Found title_at(std::size_t i, UseSet uses) const {
    if (i >= end_ || !p_[i].is_word()) return {};
    return longest(i, [&](std::size_t, const std::vector<Sense>& senses) {
      return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) { return (bit(s.use) & uses) != 0; });
    });
  }

  bool glued_next(std::size_t i) const { return i < end_ && p_[i].is_word() && p_[i].glued; }
  bool is_text(std::size_t i, char32_t mark) const { return i < end_ && p_[i].mark == mark; }
  bool word_is(std::size_t i, std::u32string_view word) const {
    return i < end_ && p_[i].is_word() && slice(p_.prose.folded, p_[i].span) == word;
  }

  // --- noun phrases ---

  struct Draft {
    Item item;
    std::size_t at = 0;
    bool plain_head = false;  // the head so far is one lower-case word
  };

  std::optional<Item> phrase_at(std::size_t i) const {
    if (!p_[i].is_word() || p_[i].glued) return std::nullopt;
    if (!p_[i].capital && p_[i].lists == 0 && p_[i].word == 0) return std::nullopt;
    Draft d;
    d.item.all.first = i;
    d.at = opens_long_address(i) ? i : take_determiner(d, i);
    d.item.head.first = d.at;
    while (d.at < end_ && d.at - i < longest_phrase && step(d)) {
    }
    if (d.item.uses == 0 || goes_on_as_noun(d)) return std::nullopt;
    d.item.all.last = d.item.head_end = d.item.head.last;
    d.at = d.item.all.last;
    take_complement(d);
    take_duties(d);
    take_name(d);
    if (!stands(d)) return std::nullopt;
    return d.item;
  }

  // "His Excellency": the pronoun is part of it.
  bool opens_long_address(std::size_t i) const {
    const Found address = title_at(i, bit(Use::address));
    return address && address.last > i + 1 && p_[i].is(List::possessive);
  }

  std::size_t take_determiner(Draft& d, std::size_t i) const {
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
      } else if (!(d.item.determiner == Determiner::indefinite && word_is(at, U"of") && at + 1 < end_ && p_[at + 1].is(List::definite))) {
        break;
      }
      ++at;
    }
    return at;
  }

  bool begins_with_digit(std::size_t i) const {
    const char32_t c = p_.prose.text[p_[i].span.begin];
    return c >= U'0' && c <= U'9';
  }
  bool is_number(std::size_t i) const { return begins_with_digit(i) && !party_at(i); }

  bool step(Draft& d) const {
    const Found head = title_at(d.at, head_uses);
    const Found party = party_at(d.at);
    if (head && (!party || head.last > party.last || (head.last == party.last && !d.item.parties.empty())))
      return take_head(d, head);
    if (party) return take_party(d, party);
    return d.item.uses == 0 && (take_owner(d) || take_modifier(d) || take_joint(d) || take_topical(d) || take_portfolio_noun(d) || take_unknown(d));
  }

  bool take_head(Draft& d, const Found& head) const {
    if (glued_next(head.last) && !title_at(head.last, head_uses)) return false;
    // "the foreign minister president ..." is no title, but "foreign ministry spokesman" is.
    if (d.item.uses != 0 && d.item.has(bit(Use::group)) && !p_[d.at].capital) return false;
    const Sense* sense = head.sense(title_uses);
    if (sense == nullptr) sense = head.sense(head_uses);
    if (d.item.uses == 0 && (head.uses() & (bit(Use::government) | bit(Use::body)))) note_unknown_owner(d);
    d.item.uses = head.uses() & head_uses;
    if (sense->gender != '-') d.item.gender = sense->gender;
    d.item.head.last = head.last;
    d.plain_head = head.last - d.at == 1 && !p_[d.at].capital;
    d.at = head.last;
    return !p_[head.last - 1].possessive || take_office_as_owner(d);
  }

  // "the president's special envoy": the envoy is meant.
  bool take_office_as_owner(Draft& d) const {
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
  void note_unknown_owner(Draft& d) const {
    if (!d.item.owner.empty() || !d.item.parties.empty() || d.item.head.first >= d.at) return;
    for (std::size_t k = d.item.head.first; k < d.at; ++k)
      if (!p_[k].capital || p_[k].is(List::function) || title_at(k, bit(Use::modifier))) return;
    d.item.owner = {d.item.head.first, d.at};
  }

  // "the army" but not "army support": a noun that goes on is no body that acts.
  bool goes_on_as_noun(const Draft& d) const {
    if (!d.item.has(bit(Use::body) | bit(Use::government)) || d.item.has(title_uses) || d.at >= end_) return false;
    const Piece& next = p_[d.at];
    if (!next.is_word() || next.capital || next.lists != 0 || p_[d.at - 1].possessive || p_[d.at - 1].capital) return false;
    const std::u32string_view word = slice(p_.prose.folded, next.span);
    return !word.ends_with(U"ed") && !word.ends_with(U"s") && !word.ends_with(U"ly") && title_at(d.at, bit(Use::modifier)).last == 0;
  }

  bool take_party(Draft& d, const Found& party) const {
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
  bool was_modifier(Draft& d, const Found& party) const {
    const std::size_t before = d.at - 1;
    if (!d.plain_head || p_[before].possessive || p_[party.last - 1].possessive) return false;
    if (!title_at(before, bit(Use::modifier)) || !title_at(party.last, bit(Use::office) | bit(Use::group) | bit(Use::single))) return false;
    d.item.uses = 0;
    return true;
  }

  bool take_owner(Draft& d) const {
    if (!d.item.owner.empty() || !p_[d.at].capital) return false;
    const Range run = name_run(d.at, false).range;
    if (run.empty() || !p_[run.last - 1].possessive) return false;
    d.item.owner = run;
    d.at = run.last;
    d.item.head.first = d.at;
    return true;
  }

  bool take_modifier(Draft& d) const {
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
  bool take_joint(Draft& d) const {
    if (d.item.parties.empty() || !(word_is(d.at, U"and") || is_text(d.at, U'/'))) return false;
    const Found next = party_at(d.at + 1, bit(Use::adjective) | bit(Use::name));
    if (!next || p_[d.at - 1].possessive || p_[next.last - 1].possessive || d.item.head.first != d.at) return false;
    ++d.at;
    return true;
  }

  // "the region's chief negotiator": of what the text has just named.
  bool take_topical(Draft& d) const {
    static constexpr std::u32string_view things[] = {U"region", U"country", U"group", U"movement", U"bloc", U"alliance",
                                                     U"organisation", U"organization", U"union", U"republic", U"agency"};
    if (d.item.determiner != Determiner::definite || d.item.head.first != d.at || p_[d.at].capital || !p_[d.at].possessive) return false;
    if (std::find(std::begin(things), std::end(things), slice(p_.prose.folded, p_[d.at].span)) == std::end(things)) return false;
    if (!leads_to_office(d.at + 1)) return false;
    d.item.topical = true;
    d.item.head.first = ++d.at;
    return true;
  }

  // "Ruritania's fisheries minister": any noun may stand between the party and the office.
  bool take_portfolio_noun(Draft& d) const {
    const bool owned = (!d.item.parties.empty() || !d.item.owner.empty() || d.item.determiner == Determiner::definite ||
                        d.item.determiner == Determiner::pronoun) && d.at > d.item.all.first;
    if (!owned || !plain_noun(d.at) || !leads_to_office(d.at + 1)) return false;
    ++d.at;
    return true;
  }

  bool plain_noun(std::size_t i) const {
    return i < end_ && p_[i].is_word() && !p_[i].capital && p_[i].lists == 0 && !p_[i].possessive && !begins_with_digit(i);
  }

  // An office for one, no more than two plain words away.
  bool leads_to_office(std::size_t at) const {
    for (int n = 0; n < 3 && at < end_; ++n) {
      if (const Found title = title_at(at, bit(Use::office))) return !p_[title.last - 1].possessive;
      if (const Found modifier = title_at(at, bit(Use::modifier))) at = modifier.last;
      else if (plain_noun(at)) ++at;
      else return false;
    }
    return false;
  }

  // Capitalised words of an office's own name: "Ruritania's Water and Harbour Board head".
  bool take_unknown(Draft& d) const {
    const bool anchored = !d.item.parties.empty() || d.item.determiner == Determiner::definite;
    if (!anchored || p_[d.at].possessive || !p_[d.at].is_word()) return false;
    if (p_[d.at].capital && !p_[d.at].is(List::function) && !p_[d.at].is(List::day)) {
      ++d.at;
      return true;
    }
    const bool joins = word_is(d.at, U"and") || word_is(d.at, U"of") || word_is(d.at, U"for") || word_is(d.at, U"the");
    if (!joins || d.at == d.item.head.first || d.at + 1 >= end_ || !p_[d.at + 1].capital) return false;
    ++d.at;
    return true;
  }

  // "of the Ruritanian delegation", "to Freedonia": part of the phrase; whom it serves, where the word before says so.
  void take_complement(Draft& d) const {
    if (d.at >= end_ || p_[d.at - 1].possessive) return;
    const bool of = word_is(d.at, U"of"), for_ = word_is(d.at, U"for"), to = word_is(d.at, U"to"), at = word_is(d.at, U"at");
    const bool from = word_is(d.at, U"from"), in = word_is(d.at, U"in");
    if (!(of || for_ || to || at || from || in)) return;
    const bool person = d.item.has(title_uses), group = d.item.has(bit(Use::group) | bit(Use::single));
    if ((to || for_ || at) && !person) return;
    const bool body = d.item.has(bit(Use::body) | bit(Use::government));
    if ((from && !group) || (in && !group && !(body && d.item.parties.empty()))) return;
    std::vector<std::uint32_t> parties;
    const std::size_t last = complement_end(d.at + 1, parties, !(in || from));
    if (last == 0 || (parties.size() > 1 && !person)) return;  // "envoys from Ruritania and Freedonia" are of neither
    if (in && !(party_at(d.at + 1, bit(Use::capital)) && opens_clause(d.item.all.first))) return;
    const bool serves = of || from || in || at || (for_ && speaks_for(d));
    if (serves) add_served(d, parties);
    if (of || at || (for_ && !serves)) d.item.head.last = last;
    if (!in) d.item.all.last = d.at = last;
  }

  // "deputy prime minister for reintegration, Jane Roe": plain words up to the comma before the name.
  void take_duties(Draft& d) const {
    if (!d.item.has(bit(Use::office)) || d.at >= end_ || p_[d.at - 1].possessive) return;
    if (!(word_is(d.at, U"for") || word_is(d.at, U"of") || word_is(d.at, U"on"))) return;
    std::size_t at = d.at + 1;
    while (at < end_ && at < d.at + 7 && p_[at].is_word() && !p_[at].capital && !p_[at].is(List::speech) && !p_[at].is(List::auxiliary)) ++at;
    if (at == d.at + 1 || !is_text(at, U',') || !continues_capital(at + 1) || !continues_capital(at + 2)) return;
    d.item.all.last = d.item.head.last = d.at = at;
  }

  // "Officials in the capital said", but not "told reporters in the capital".
  bool opens_clause(std::size_t i) const {
    if (i == 0 || p_[i].sentence != p_[i - 1].sentence || !p_[i - 1].is_word()) return true;
    return word_is(i - 1, U"and") || word_is(i - 1, U"but") || word_is(i - 1, U"to");
  }

  void add_served(Draft& d, const std::vector<std::uint32_t>& parties) const {
    for (std::uint32_t party : parties) {
      d.item.parties.push_back(party);
      d.item.party_words.push_back({d.at, d.at});
    }
  }

  bool speaks_for(const Draft& d) const {
    const std::size_t last = d.item.head.last - 1;
    const std::u32string key = p_.key(last);
    return key.starts_with(U"spokes") || key == U"negotiator" || key == U"delegate";
  }

  // Where a complement ends; 0 where nothing in it names anything.
  std::size_t complement_end(std::size_t i, std::vector<std::uint32_t>& parties, bool offices) const {
    const UseSet uses = offices ? party_uses : party_uses & ~bit(Use::adjective);
    std::size_t at = i, last = 0;
    for (int n = 0; n < 10 && at < end_ && p_[at].is_word(); ++n) {
      const std::size_t begin = at;
      if (const Found party = party_at(at, uses)) {
        parties.push_back(party.sense(uses)->party);
        // "a spokesman for Ruritanian President Roe": the president is somebody else.
        if (title_at(party.last, bit(Use::office))) return last != 0 ? last : i - 1;
        at = last = party.last;
      } else if (const Found head = title_at(at, bit(Use::body) | bit(Use::government) | bit(Use::group)); head && last != 0) {
        at = last = head.last;
      } else if (p_[at].capital && !p_[at].is(List::function) && !p_[at].is(List::day) && offices && opens_unknown(at)) {
        last = ++at;
      } else if (p_[at].is(List::definite) || p_[at].is(List::quality) || title_at(at, bit(Use::modifier)) ||
                 ((word_is(at, U"and") || word_is(at, U"of") || word_is(at, U"for")) && last != 0 && at + 1 < end_ && p_[at + 1].capital)) {
        ++at;
      } else {
        break;
      }
      if (p_[begin].possessive && at == begin + 1) break;
    }
    return last;
  }

  // In "the leader of the Lake People Jane Roe" nothing marks where the name begins; a committee's words end with one
  // that no name holds, so unknown words count only up to such a word.
  bool opens_unknown(std::size_t at) const {
    for (std::size_t k = at; k < end_ && k < at + 6 && p_[k].is_word(); ++k) {
      if (p_[k].is(List::not_person) && p_[k].capital) return true;
      if (!p_[k].capital && !word_is(k, U"and") && !word_is(k, U"for") && !word_is(k, U"of")) return false;
    }
    return false;
  }

  void take_name(Draft& d) const {
    if (d.at >= end_ || !d.item.has(title_uses | bit(Use::group)) || p_[d.at - 1].possessive) return;
    const Run run = name_run(d.at, true);
    if (run.range.empty()) return;
    if (!d.item.has(title_uses) && !p_[d.item.head.last - 1].is(List::plural_office)) return;
    if (d.item.all.last != d.item.head_end && run.range.size() < 2) return;  // "a reporter for Ruritania Today"
    d.item.name = run.range;
    d.item.all.last = d.at = run.range.last;
  }

  // Lower-case words such as "head", "state" or "host" need something beside them to be a title.
  bool stands(const Draft& d) const {
    const Item& item = d.item;
    const bool anchored = !item.parties.empty() || !item.owner.empty() || item.determiner != Determiner::none;
    // "we judge Roe by it", but "envoy Jane Roe", "Mr Roe"
    if (!item.name.empty()) return anchored || !d.plain_head || item.name.size() > 1 || item.has(bit(Use::address));
    if (item.has(bit(Use::address) | bit(Use::rank)) && !item.has(bit(Use::office) | bit(Use::single)))
      return item.has(bit(Use::address)) && p_[item.all.first].is(List::possessive) && item.head.first == item.all.first;
    if (item.has(bit(Use::group))) return true;
    return anchored || (p_[item.head.first].capital && item.all.first != p_.start_of_sentence(item.all.first));
  }

  // --- names ---

  struct Run {
    Range range;
    bool not_person = false;
    bool capital_form = false;
  };

  Run name_run(std::size_t i, bool after_title) const {
    Run run{{i, i}, false, false};
    std::size_t words = 0;
    for (std::size_t at = i; at < end_ && words < longest_name;) {
      const std::size_t next = name_part(run, at, words, after_title);
      if (next == 0) break;
      at = run.range.last = next;
      ++words;
      if (p_[at - 1].possessive) break;
    }
    return run;
  }

  // Where the name's next word ends; 0 where the name ends before it.
  std::size_t name_part(Run& run, std::size_t at, std::size_t words, bool after_title) const {
    const Piece& piece = p_[at];
    if (!piece.is_word()) return 0;
    if (!piece.capital) return piece.glued ? lower_part_end(at, words) : particle_end(at, words);
    if (piece.is(List::day)) return 0;
    // "Minister May", "Minister Jane Will": only an auxiliary is ever a name.
    if (piece.is(List::function) && !(after_title && words < 2 && piece.is(List::auxiliary)) && !is_initial(at)) return 0;
    if (piece.shouted && !after_title && piece.span.size() > 3 && words == 0) return 0;
    if (const Found party = party_at(at)) {
      if (!party_inside_name(run, at, words, after_title, party)) return 0;
      if (words == 0) run.capital_form = true;
    } else if (const Found title = title_at(at, head_uses)) {
      const bool surname = words > 0 && title.last == at + 1 && title.sense(title_uses) != nullptr && !continues_capital(at + 1);
      if (!surname) return 0;
    }
    if (piece.is(List::not_person) && !is_initial(at)) {
      const bool given_name = words == 0 && continues_capital(at + 1), surname = words == 1 && !continues_capital(at + 1);
      if (after_title && !given_name && !surname) return 0;
      run.not_person = run.not_person || !after_title;
    }
    return at + 1;
  }

  // "Roe Ki-moon", but not "Jane Roe-led".
  std::size_t lower_part_end(std::size_t at, std::size_t words) const {
    const std::u32string_view word = slice(p_.prose.folded, p_[at].span);
    if (words < 2 || word.ends_with(U"ed") || word == U"style" || word == U"era" || word == U"like") return 0;
    return at + 1;
  }

  bool is_initial(std::size_t at) const {
    return p_[at].span.size() == 1 && continues_capital(at + 1) && p_.prose.text[p_[at].span.end] == U'.';
  }

  // Given names that are also countries or capitals, and such surnames.
  bool party_inside_name(const Run&, std::size_t at, std::size_t words, bool after_title, const Found& party) const {
    if (party.last != at + 1 || party.sense(bit(Use::name) | bit(Use::capital)) == nullptr) return false;
    if (p_[at].shouted) return false;
    if (words == 0) return after_title && !p_[at].possessive && continues_name(party.last);
    return words == 1 && !continues_capital(party.last) && !p_[at].glued;
  }

  bool continues_capital(std::size_t at) const { return at < end_ && p_[at].is_word() && p_[at].capital; }

  bool continues_name(std::size_t at) const {
    if (!continues_capital(at) || p_[at].is(List::function) || p_[at].is(List::day) || p_[at].is(List::not_person)) return false;
    return !party_at(at) && !title_at(at, head_uses);
  }

  std::size_t particle_end(std::size_t at, std::size_t words) const {
    const bool leads = words == 0 && glued_next(at + 1) && p_[at + 1].capital;  // "al-Roe"
    if (!p_[at].is(List::particle) || (words == 0 && !leads)) return 0;
    std::size_t next = at + 1;
    while (next < end_ && next < at + 3 && p_[next].is_word() && p_[next].is(List::particle) && !p_[next].capital) ++next;
    return continues_capital(next) && !p_[next].is(List::day) ? next : 0;
  }

  std::optional<Item> run_item_at(std::size_t i) const {
    if (!p_[i].capital && !p_[i].is(List::particle)) return std::nullopt;
    const Run run = name_run(i, false);
    if (run.range.empty()) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.all = item.name = run.range;
    item.not_person = run.not_person;
    return item;
  }

  // --- parties, places, pronouns, labels ---

  std::optional<Item> party_item_at(std::size_t i) const {
    const std::size_t at = word_is(i, U"the") ? i + 1 : i;
    if (at >= end_) return std::nullopt;
    const Found found = party_at(at, party_uses | bit(Use::place));
    // The article of "the Paris talks" is the talks'.
    if (!found || (at > i && found.sense(bit(Use::capital)) != nullptr)) return std::nullopt;
    if (const auto run = name_that_begins_with(at, found)) return run;
    if (const auto title = title_that_begins_with(i, at, found)) return title;
    const Sense* sense = found.sense(party_uses);
    Item item;
    item.all = {glued_next(found.last) ? at : i, found.last};  // the article of "the US-Ruritania talks" is the talks'
    item.kind = ItemKind::place;
    item.party_use = Use::place;
    if (sense == nullptr) return item;
    item.party_use = sense->use;
    item.parties.push_back(sense->party);
    item.party_words.push_back({at, found.last});
    if (language(at, found, *sense)) return std::nullopt;
    if (!names_place(p_, {at, found.last}, sense->use)) item.kind = ItemKind::party;
    return item;
  }

  // "in Ruritanian": the language.
  bool language(std::size_t at, const Found& found, const Sense& sense) const {
    if (sense.use != Use::adjective || at == 0 || !word_is(at - 1, U"in")) return false;
    return found.last >= end_ || !p_[found.last].is_word();
  }

  // "the Freetown Accord", "Paris Courier": a town's name inside another.
  std::optional<Item> title_that_begins_with(std::size_t i, std::size_t at, const Found& found) const {
    constexpr UseSet towns = bit(Use::capital) | bit(Use::seat) | bit(Use::place);
    const std::size_t next = found.last;
    if (found.sense(towns) == nullptr || p_[next - 1].possessive || p_[at].shouted || !continues_capital(next)) return std::nullopt;
    if (p_[next].glued || !p_[next].is(List::not_person) || p_[next].is(List::day) || party_at(next)) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.not_person = true;
    item.all = item.name = {i, next + 1};
    return item;
  }

  // "Jordan Roe said": a country's name and an unknown one. Left to whoever knows the people.
  std::optional<Item> name_that_begins_with(std::size_t at, const Found& found) const {
    const bool bare = found.last == at + 1 && !p_[at].possessive && !p_[at].shouted && !glued_next(found.last);
    if (!bare || found.sense(bit(Use::name) | bit(Use::capital) | bit(Use::place)) == nullptr) return std::nullopt;
    if (!continues_name(found.last)) return std::nullopt;
    const Run rest = name_run(found.last, false);
    if (rest.range.empty() || rest.not_person) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.all = item.name = {at, rest.range.last};
    item.capital_form = true;
    if (const Sense* sense = found.sense(party_uses)) {
      item.parties.push_back(sense->party);
      item.place_form = names_place(p_, {at, found.last}, sense->use);
    }
    return item;
  }

  std::optional<Item> pronoun_at(std::size_t i) const {
    constexpr std::uint32_t any = bit(List::he) | bit(List::she) | bit(List::they) | bit(List::we) | bit(List::i);
    if ((p_[i].lists & any) == 0 || p_[i].glued) return std::nullopt;
    Item item;
    item.kind = ItemKind::pronoun;
    item.all = {i, i + 1};
    if (p_[i].is(List::he)) item.gender = 'm';
    if (p_[i].is(List::she)) item.gender = 'f';
    return item;
  }

  // "JANE ROE:", "JANE ROE, HOST:", "PRESIDENT ROE:", "Jane Roe:" at a paragraph's start.
  std::optional<Item> label_at(std::size_t i) const {
    if (!p_.starts_paragraph(i) || !p_[i].capital) return std::nullopt;
    std::size_t colon = i;
    while (colon < end_ && colon < i + 10 && p_[colon].mark != U':') ++colon;
    if (colon == i || !is_text(colon, U':')) return std::nullopt;
    if (auto answer = answer_label(i, colon)) return answer;
    if (auto phrase = phrase_at(i); phrase && phrase->all.last == colon && !phrase->name.empty()) {
      phrase->label = true;
      return phrase;
    }
    return bare_label(i, colon);
  }

  // "A:" where "Q:" asks.
  std::optional<Item> answer_label(std::size_t i, std::size_t colon) const {
    if (colon != i + 1 || !(word_is(i, U"a") || word_is(i, U"q"))) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.label = true;
    item.all = item.name = {i, colon};
    return item;
  }

  std::optional<Item> bare_label(std::size_t i, std::size_t colon) const {
    std::size_t last = i;
    while (last < colon && label_word(last, i)) ++last;
    const bool ends = last == colon || is_text(last, U',') || is_text(last, U'(');
    if (!ends || last - i > longest_name || last == i) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.label = true;
    item.all = item.name = {i, last};
    for (std::size_t k = i; k < last; ++k) item.not_person = item.not_person || p_[k].is(List::not_person);
    if (item.not_person) return std::nullopt;
    return item;
  }

  bool label_word(std::size_t at, std::size_t first) const {
    const Piece& piece = p_[at];
    if (!piece.is_word() || piece.is(List::function) || piece.is(List::day)) return false;
    return piece.capital || (at > first && piece.is(List::particle));
  }

  const Pieces& p_;
  std::size_t end_ = 0;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> scan_phrases(const Pieces& pieces) { return Scanner(pieces).scan(); }

}  // namespace entente::extract

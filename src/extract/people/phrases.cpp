// SPDX-License-Identifier: Apache-2.0
#include "extract/people/phrases.h"

#include <optional>

#include "base/utf8.h"
#include "extract/people/noun_phrase.h"

namespace entente::extract {
namespace {

constexpr std::size_t longest_label = 6;
constexpr std::size_t longest_union = 9;

class Scanner : public NounPhraseReader {
 public:
  explicit Scanner(const Pieces& pieces) : NounPhraseReader(pieces, 0) {}

  std::vector<Item> scan() {
    for (std::size_t i = 0; i < p_.size();) i = take(i);
    return std::move(items_);
  }

 private:
  std::size_t take(std::size_t i) {
    end_ = p_.end_of_sentence(i);
    if (auto label = label_at(i)) return push(std::move(*label));
    if (auto union_ = union_at(i)) return push(std::move(*union_));
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

  // "the Ruritanian Harbour Workers' Union": a name of several words that ends as those of unions
  // and parties do; what its words mean alone is not meant.
  std::optional<Item> union_at(std::size_t i) const {
    const std::size_t first = p_[i].is(List::definite) && !p_[i].glued ? i + 1 : i;
    if (!continues_capital(first) || p_[first].is(List::function)) return std::nullopt;
    std::size_t last = 0;
    for (std::size_t at = first; at < end_ && at < first + longest_union; ++at) {
      const bool owned = is_text(at, U'\'') && p_[at - 1].possessive;
      if (owned || (at > first && (word_is(at, U"of") || word_is(at, U"and")))) continue;
      if (!continues_capital(at) || p_[at].glued || p_[at].is(List::not_group) ||
          p_[at].is(List::day) || (at > first && party_at(at)))
        break;
      if (at > first && p_[at].is(List::union_ending)) last = at + 1;
    }
    if (last == 0 || p_[last - 1].possessive || glued_next(last) || title_at(last, head_uses))
      return std::nullopt;
    const Found party = party_at(first);
    if (party && !opens_union(party, last)) return std::nullopt;
    if (continues_capital(last) && !p_[last].is(List::function)) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.not_person = true;
    item.all = {i, last};
    item.name = {first, last};
    return item;
  }

  // "Ruritanian Harbour Union", "Ruritania Harbour Workers Congress", but not "US Congress".
  bool opens_union(const Found& party, std::size_t last) const {
    if (party.last >= last) return false;
    const bool country = party.sense(bit(Use::name)) != nullptr && party.last + 2 <= last &&
                         !p_[party.last - 1].possessive;
    return country || party.sense(bit(Use::adjective)) != nullptr;
  }

  std::optional<Item> run_item_at(std::size_t i) const {
    if (!p_[i].capital && !p_[i].is(List::particle)) return std::nullopt;
    const NameRun run = name_run(i, false);
    if (run.range.empty()) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.all = item.name = run.range;
    item.not_person = run.not_person;
    return item;
  }

  std::optional<Item> party_item_at(std::size_t i) const {
    const std::size_t at = word_is(i, U"the") ? i + 1 : i;
    if (at >= end_) return std::nullopt;
    const Found found = party_at(at, party_uses | bit(Use::place));
    // The article of "the Strelsau talks" is the talks'.
    if (!found || (at > i && found.sense(bit(Use::capital)) != nullptr)) return std::nullopt;
    if (const auto run = name_that_begins_with(at, found)) return run;
    if (const auto title = title_that_begins_with(i, at, found)) return title;
    const Sense* sense = found.sense(party_uses);
    Item item;
    item.all = {glued_next(found.last) ? at : i,
                found.last};  // the article of "the Avarland-Ruritania talks" is the talks'
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

  // "the Strelsau Accord", "Strelsau Courier": a town's name inside another.
  std::optional<Item> title_that_begins_with(std::size_t i, std::size_t at,
                                             const Found& found) const {
    constexpr UseSet towns = bit(Use::capital) | bit(Use::seat) | bit(Use::place);
    const std::size_t next = found.last;
    if (found.sense(towns) == nullptr || p_[next - 1].possessive || p_[at].shouted ||
        !continues_capital(next))
      return std::nullopt;
    if (p_[next].glued || !p_[next].is(List::not_person) || p_[next].is(List::day) ||
        party_at(next))
      return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.not_person = true;
    item.all = item.name = {i, next + 1};
    return item;
  }

  // "Jordan Roe said": a country's name and an unknown one. Left to whoever knows the people.
  std::optional<Item> name_that_begins_with(std::size_t at, const Found& found) const {
    const bool bare =
        found.last == at + 1 && !p_[at].possessive && !p_[at].shouted && !glued_next(found.last);
    if (!bare || found.sense(bit(Use::name) | bit(Use::capital) | bit(Use::place)) == nullptr)
      return std::nullopt;
    if (!continues_name(found.last)) return std::nullopt;
    const NameRun rest = name_run(found.last, false);
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
    constexpr ListSet any =
        bit(List::he) | bit(List::she) | bit(List::they) | bit(List::we) | bit(List::i);
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
    if (!ends || last - i > longest_label || last == i) return std::nullopt;
    Item item;
    item.kind = ItemKind::run;
    item.label = true;
    item.all = item.name = {i, last};
    for (std::size_t k = i; k < last; ++k)
      item.not_person = item.not_person || p_[k].is(List::not_person);
    if (item.not_person) return std::nullopt;
    return item;
  }

  bool label_word(std::size_t at, std::size_t first) const {
    const Piece& piece = p_[at];
    if (!piece.is_word() || piece.is(List::function) || piece.is(List::day)) return false;
    return piece.capital || (at > first && piece.is(List::particle));
  }

  std::vector<Item> items_;
};

}  // namespace

const Item* titled_owner(const std::vector<Item>& items, std::size_t office, const Pieces& pieces) {
  if (office == 0 || !items[office].owner.empty() || !items[office].owner_office.empty())
    return nullptr;
  const Item& before = items[office - 1];
  const bool owns = !before.name.empty() && before.all.last == items[office].all.first &&
                    pieces[before.all.last - 1].possessive;
  return owns ? &before : nullptr;
}

std::vector<Item> scan_phrases(const Pieces& pieces) { return Scanner(pieces).scan(); }

}  // namespace entente::extract

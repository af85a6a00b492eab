// SPDX-License-Identifier: Apache-2.0
#include "extract/people/sightings.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "extract/people/apposition.h"
#include "extract/people/beside.h"
#include "extract/people/person_signs.h"
#include "extract/people/scene.h"

namespace entente::extract {
namespace {

constexpr std::size_t most_in_list = 16;
constexpr std::size_t items_around = 60;  // looked at for what a sentence or two say

const std::string led_office = "head of delegation";  // of whom a delegation is "led by"

class SightingReader {
 public:
  SightingReader(const Pieces& pieces, const std::vector<Item>& items)
      : p_(pieces),
        items_(items),
        scene_(pieces, items),
        beside_(pieces, items),
        beside_office_(pieces, items),
        signs_(pieces, items, scene_) {}

  std::vector<Sighting> read() {
    count_uses();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.name.empty() || in_headline(p_[item.all.first].sentence)) continue;
      if (item.kind == ItemKind::phrase)
        add_titled(i);
      else if (item.kind == ItemKind::run && names_person(i))
        add_run(i);
    }
    return std::move(out_);
  }

 private:
  void count_uses() {
    for (const Item& item : items_) {
      if (!item.name.empty()) ++names_[keys_of(p_, item.name)];
      if (item.name.size() > 1 || (item.kind == ItemKind::phrase && !item.name.empty()))
        surnames_.insert(p_.key(item.name.last - 1));
      if (item.label && !p_[item.name.first].is(List::interrogator) && item.name.size() > 0 &&
          p_[item.name.first].span.size() > 1)
        labels_.insert(p_.key(item.name.last - 1));
      if (item.name.size() != 1) continue;
      alone_.insert(p_.key(item.name.first));
      if (item.kind == ItemKind::phrase || item.label || stands_as_speaker(p_, item.all))
        speaking_.insert(p_.key(item.name.first));
    }
  }

  bool in_headline(std::size_t sentence) {
    if (sentence != asked_sentence_) headline_ = is_headline(sentence);
    asked_sentence_ = sentence;
    return headline_;
  }

  // Every longer word has a capital: who is named there cannot be told from what is named.
  bool is_headline(std::size_t sentence) const {
    int capitals = 0;
    const std::size_t end = p_.sentence_first[sentence + 1];
    const char32_t last = p_[end - 1].mark;
    if (last == U'.' || last == U'"' || last == U'?' || last == U'!') return false;
    for (std::size_t i = p_.sentence_first[sentence]; i < end; ++i) {
      if (p_[i].quoted || !p_[i].is_word() || p_[i].span.size() < 4 || p_[i].is(List::function))
        continue;
      if (!p_[i].capital) return false;
      ++capitals;
    }
    return capitals > 4;
  }

  const Item* next_item(std::size_t i) const {
    return i + 1 < items_.size() ? &items_[i + 1] : nullptr;
  }

  bool names_person(std::size_t i) const {
    const Item& item = items_[i];
    if (item.label) return item.all.size() > 1 ? label_is_name(item) : false;
    if (item.all.size() < 2 || item.not_person || signs_.joined_surnames(item)) return false;
    if (item.capital_form && beside_office_.after(i) == nullptr &&
        !signs_.spoken_of_as_person(item))
      return false;
    if (beside_office_.after(i) != nullptr) return true;
    if (beside_office_.before(i) != nullptr) return true;
    if (signs_.after_the(item) || !scene_.group(item.name).empty()) return false;
    if (!beside_.possessed_beside(i).empty() || introduced_before(i) != nullptr) return true;
    if (!company_of(i).empty() || !beside_.party_led(i).empty() || !beside_.led_by(i).empty())
      return true;
    if (!beside_.party_after_of(i).empty() &&
        stands_as_speaker(p_, {item.all.first, beside_.end_after_of(i)}))
      return true;
    if (signs_.aged(item) || signs_.trade_before(item)) return true;
    if (signs_.group_behind(i) != nullptr || signs_.spoken_of_as_person(item)) return true;
    const std::u32string surname = p_.key(item.all.last - 1);
    if (speaking_.contains(surname)) return true;
    // An outlet or a firm speaks too; a person is spoken of again.
    return stands_as_speaker(p_, item.all) &&
           (!beside_.possessing_party(i).empty() || alone_.contains(surname) ||
            signs_.pronoun_follows(i));
  }

  bool label_is_name(const Item& item) const {
    if (all_shouted(p_, item.name)) return true;
    return alone_.contains(p_.key(item.name.last - 1));
  }

  // "Envoy Jane Roe, Minister John Doe and Max Moe": those before the last of a list, one of them
  // with a title.
  std::vector<NameKeys> company_of(std::size_t i) const {
    std::vector<NameKeys> out;
    bool titled = false;
    for (std::size_t k = i; k > 0 && k + most_in_list > i && in_one_list(items_[k - 1], items_[k]);
         --k) {
      out.push_back(keys_of(p_, items_[k - 1].name));
      titled = titled || items_[k - 1].kind == ItemKind::phrase;
    }
    if (!titled) out.clear();
    return out;
  }

  bool in_one_list(const Item& before, const Item& item) const {
    return !before.name.empty() && joined_by(before.all.last, item.all.first) &&
           !p_[before.all.last - 1].possessive &&
           p_[before.all.first].sentence == p_[item.all.first].sentence;
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

  // "Protesters Hold Jane Roe" printed once, "Jane Roe" elsewhere: the first word is none of the
  // name.
  Range proper_name(Range name) const {
    if (name.size() < 3 || names_.at(keys_of(p_, name)) > 1) return name;
    const Range rest{name.first + 1, name.last};
    if (!p_[rest.first].capital) return name;
    return names_.contains(keys_of(p_, rest)) ? rest : name;
  }

  Sighting start(const Item& item) const {
    Sighting s;
    s.name = proper_name(item.name);
    s.full = printed_name(p_, s.name);
    s.keys = keys_of(p_, s.name);
    s.evidence = p_.span(item.all.first, item.all.last);
    if (p_[item.all.last - 1].possessive) s.evidence.end = p_[item.all.last - 1].span.end;
    return s;
  }

  void describe(Sighting& s, const Item& item) const {
    const std::string role = role_of(p_, item);
    if (!role.empty()) s.role = s.role.empty() ? role : s.role + "; " + role;
    if (s.party.empty()) s.party = party_name(item);
    take_owner_of(s, item);
    if (!item.owner_office.empty())
      s.owner_role =
          slice_utf8(p_.prose.text, p_.span(item.owner_office.first, item.owner_office.last));
    if (item.gender != '-') s.gender = item.gender;
    s.evidence = hull(s.evidence, p_.span(item.all.first, item.all.last));
    s.addressed = s.addressed ||
                  (item.has(bit(Use::address)) && !item.has(bit(Use::office) | bit(Use::rank)));
    s.titled = true;
  }

  // Of "Roe's deputy" the person, of "the NLX's negotiator" the group, of "its head" what the text
  // spoke of.
  void take_owner_of(Sighting& s, const Item& item) const {
    const std::size_t i = number_of(item);
    if (s.party.empty()) s.party = group_of(i);
    if (!s.party.empty() || !s.owner.empty()) return;
    const bool pronoun = item.determiner == Determiner::pronoun && !item.owner.empty();
    const bool theirs = pronoun && p_[item.owner.first].is(List::they);
    if (theirs || item.of_rebels) {
      s.party = theirs ? scene_.those_before(i) : scene_.only_group();
      s.theirs = true;
      return;
    }
    if (item.topical ||
        (pronoun && p_[item.owner.first].is(List::definite) && neuter(item.owner.first))) {
      s.party = scene_.thing_before(i);
      s.guessed = item.topical && !s.party.empty();
    } else if (pronoun &&
               (p_[item.owner.first].is(List::he) || p_[item.owner.first].is(List::she))) {
      s.owner = last_name_before(i);
    } else if (!pronoun && !item.owner.empty()) {
      if (owned_by_firm(item))
        s.party = slice_utf8(p_.prose.text, p_.span(item.owner.first, item.owner.last));
      else
        s.owner = keys_of(p_, item.owner);
    } else if (const Item* owner = titled_owner(items_, i, p_)) {
      s.owner = keys_of(p_, owner->name);
    }
  }

  // "Lakeair's chief executive", "the LWU's envoy": what has such an office, or is written so, is
  // nobody's name.
  bool owned_by_firm(const Item& item) const {
    const bool one = item.owner.size() == 1;
    const bool letters =
        one && p_[item.owner.first].shouted && p_[item.owner.first].span.size() < 7;
    const bool firm = p_[item.head_end - 1].is(List::firm_office);
    return (letters || firm) && !surnames_.contains(p_.key(item.owner.last - 1));
  }

  bool neuter(std::size_t at) const { return slice(p_.prose.folded, p_[at].span) == U"its"; }

  std::size_t end_without_name(const Item& item) const {
    return item.name.empty() ? item.all.last : item.name.first;
  }

  std::string group_of(std::size_t i) const {
    if (std::string owner = scene_.group(items_[i].owner); !owner.empty()) return owner;
    if (std::string inside =
            scene_.group_within({items_[i].all.first, end_without_name(items_[i])});
        !inside.empty())
      return inside;
    const bool beside = i > 0 && items_[i - 1].kind == ItemKind::run &&
                        items_[i - 1].all.last == items_[i].all.first;
    std::string group = beside ? scene_.group(items_[i - 1].name) : "";
    return group.empty() ? scene_.letters_before(i) : group;
  }

  // Whose "his envoy" is: who is named last in this sentence, else who says something in the one
  // before, else who is named last there.
  NameKeys last_name_before(std::size_t i) const {
    const std::size_t sentence = p_[items_[i].all.first].sentence;
    const Item* last = nullptr;
    for (std::size_t k = i; k > 0 && k + items_around > i; --k) {
      const Item& item = items_[k - 1];
      const std::size_t its = p_[item.all.first].sentence;
      if (its + 2 <= sentence) break;
      if (!may_own(item)) continue;
      if (its == sentence || stands_as_speaker(p_, item.all)) return keys_of(p_, item.name);
      if (last == nullptr) last = &item;
    }
    return last == nullptr ? NameKeys{} : keys_of(p_, last->name);
  }

  bool may_own(const Item& item) const {
    if (item.name.empty() || item.not_person) return false;
    return item.name.size() > 1 || item.kind == ItemKind::phrase ||
           surnames_.contains(p_.key(item.name.last - 1));
  }

  // "Ruritania's prime minister refused. Jane Roe, who took office in May, said": whom the sentence
  // before spoke of by office alone.
  const Item* introduced_before(std::size_t i) const {
    if (items_[i].name.size() < 2 || items_[i].not_person || !stands_as_speaker(p_, items_[i].all))
      return nullptr;
    const std::size_t sentence = p_[items_[i].all.first].sentence;
    for (std::size_t k = i; k > 0 && k + items_around > i; --k) {
      const Item& before = items_[k - 1];
      const std::size_t its = p_[before.all.first].sentence;
      if (its + 2 < sentence || !before.name.empty()) return nullptr;
      if (its == sentence || !beside_office_.one_office(before) || before.parties.size() != 1)
        continue;
      const std::size_t begin = p_.start_of_sentence(before.all.first);
      const bool opens = before.all.first <= begin + 1 || stands_as_speaker(p_, before.all);
      return opens && !p_[before.all.last - 1].possessive && before.has(bit(Use::office)) ? &before
                                                                                          : nullptr;
    }
    return nullptr;
  }

  std::size_t first_item_at(std::size_t piece) const {
    const auto at = std::lower_bound(
        items_.begin(), items_.end(), piece,
        [](const Item& item, std::size_t first) { return item.all.first < first; });
    return static_cast<std::size_t>(at - items_.begin());
  }

  // In a turn, an office without a country is one of the country of whoever has the word.
  NameKeys turn_of(std::size_t i) const {
    const std::size_t sentence = p_[items_[i].all.first].sentence;
    if (items_[i].all.first != p_.sentence_first[sentence]) return {};
    const std::size_t begin =
        p_.sentence_first[p_.prose.paragraphs[p_.prose.sentences[sentence].paragraph].first];
    const std::size_t label = first_item_at(begin);
    const bool opens = label < i && items_[label].label && items_[label].all.first == begin;
    return opens ? keys_of(p_, items_[label].name) : NameKeys{};
  }

  void add_titled(std::size_t i) {
    Sighting s = start(items_[i]);
    describe(s, items_[i]);
    std::string origin;  // "the NLX chair, Ruritanian diplomat Jane Roe": of the NLX
    if (tells_origin(items_[i])) std::swap(origin, s.party);
    describe_more(s, i);
    if (s.party.empty()) s.party = origin;
    if (s.party.empty() && s.owner.empty() && !s.theirs) {
      s.party = party_spoken_for(i);
      if (s.party.empty() && understood(items_[i])) s.party = scene_.party_for(i);
      s.guessed = !s.party.empty();
      if (understood(items_[i])) s.affairs = scene_.affairs_of(i);
      take_home(s, i);
      take_podium(s, i);
      if (s.party.empty() && holds_state_office(items_[i])) {
        s.owner = turn_of(i);
        s.guessed_owner = !s.owner.empty();
      }
      take_main_state(s, i);
    }
    out_.push_back(std::move(s));
  }

  // "the minister, Jane Roe": of the document's own state.
  void take_home(Sighting& s, std::size_t i) const {
    for (const Item* office : {beside_office_.before(i), beside_office_.after(i)})
      if (office != nullptr && s.party.empty() && s.owner.empty()) {
        const std::size_t at = number_of(*office);
        s.party = scene_.home_of(at);
        if (s.party.empty() && understood(*office) && holds_state_office(*office))
          s.party = scene_.party_for(at);
        s.guessed = !s.party.empty();
        if (s.affairs.empty() && understood(*office)) s.affairs = scene_.affairs_of(at);
      }
  }

  bool tells_origin(const Item& item) const {
    return !item.parties.empty() && p_[item.head_end - 1].is(List::origin);
  }

  void add_run(std::size_t i) {
    Sighting s = start(items_[i]);
    s.titled = items_[i].label;
    describe_more(s, i);
    s.company = company_of(i);
    if (!s.theirs) {
      take_home(s, i);
      take_podium(s, i);
      take_main_state(s, i);
    }
    out_.push_back(std::move(s));
  }

  // "Foreign Minister Jane Roe" of a text that is about one state.
  void take_main_state(Sighting& s, std::size_t i) const {
    if (!s.party.empty() || !s.owner.empty()) return;
    const Item* before = beside_office_.before(i);
    const Item& office = before == nullptr ? items_[i] : *before;
    if (office.label || !understood(office) || !holds_state_office(office)) return;
    if (scene_.fits_state(number_of(office), scene_.main_state())) s.party = scene_.main_state();
    s.guessed = !s.party.empty();
  }

  // The only one who answers in a transcript speaks for whoever issues it.
  void take_podium(Sighting& s, std::size_t i) const {
    if (!items_[i].label || labels_.size() != 1 || !s.party.empty() || !s.owner.empty()) return;
    s.party = scene_.home();
    s.guessed = !s.party.empty();
  }

  // An office, or a full name with some title: for whom, the text may take as known.
  bool understood(const Item& item) const {
    return !item.label && !p_[item.all.first].quoted &&
           (item.has(bit(Use::office)) || item.name.size() > 1) && apart_from_list(item);
  }

  std::size_t number_of(const Item& item) const {
    return static_cast<std::size_t>(&item - items_.data());
  }

  bool apart_from_list(const Item& item) const {
    return holds_state_office(item) || company_of(number_of(item)).empty();
  }

  // "Ruritania will not sign, Foreign Minister Roe said": the press leaves out whose minister
  // speaks for the subject.
  std::string party_spoken_for(std::size_t i) const {
    const Item& item = items_[i];
    if (!holds_state_office(item) || !item.owner.empty() || !stands_as_speaker(p_, item.all))
      return "";
    if (item.name.size() < 2) return "";
    if (const Item* state = next_item(i); state != nullptr && acts_in_speech(item, *state))
      return party_name(*state);
    if (p_[item.all.first].sentence > 3)
      return "";  // only where a text opens is nothing else to go by
    const std::size_t begin = p_.start_of_sentence(item.all.first);
    std::size_t k = first_item_at(begin);
    const bool dateline =
        k + 1 < i && items_[k].kind == ItemKind::place && items_[k].all.first == begin;
    if (dateline) ++k;
    const std::size_t first = items_[k].all.first;
    if (k == i || !items_[k].name.empty() || (dateline ? p_[first - 1].is_word() : first != begin))
      return "";
    const Item& subject = items_[k];
    if (subject.kind == ItemKind::phrase)
      return p_[subject.all.last - 1].possessive ? "" : party_name(subject);
    if (subject.kind != ItemKind::party) return "";
    if (subject.party_use != Use::name && subject.party_use != Use::capital) return "";
    const bool acts = !p_[subject.all.last - 1].possessive && p_[subject.all.last].is_word() &&
                      !p_[subject.all.last].capital;
    return acts ? party_name(subject) : "";
  }

  // "Prime Minister Roe said Ruritania would not sign"
  bool acts_in_speech(const Item& item, const Item& state) const {
    if (state.kind != ItemKind::party || state.all.first > item.all.last + 2 ||
        state.all.first <= item.all.last)
      return false;
    if (state.party_use != Use::name && state.party_use != Use::capital) return false;
    const std::size_t next = state.all.last;
    return p_[item.all.last].is(List::speech) && !p_[next - 1].possessive &&
           next < p_.end_of_sentence(item.all.first) && p_[next].is(List::auxiliary);
  }

  bool holds_state_office(const Item& item) const {
    return item.has(bit(Use::office)) && p_[item.head_end - 1].is(List::state_office);
  }

  std::string party_beside(std::size_t i) const {
    for (std::string party :
         {beside_.party_led(i), beside_.led_by(i), beside_.possessing_party(i),
          beside_.party_after_of(i), beside_.possessed_beside(i), beside_.bracketed(i)})
      if (!party.empty()) return party;
    const Item* group = signs_.group_behind(i);
    if (group == nullptr) group = beside_.led_item(i);
    return group == nullptr ? "" : scene_.group(group->name);
  }

  void describe_more(Sighting& s, std::size_t i) const {
    if (!beside_.led_by(i).empty() || beside_.leads_delegation(i))
      s.role += s.role.empty() ? led_office : "; " + led_office;
    if (const Item* more = beside_office_.before(i)) describe(s, *more);
    if (const Item* more = beside_office_.after(i)) describe(s, *more);
    if (s.party.empty() || s.guessed)
      if (std::string printed = party_beside(i); !printed.empty()) {
        s.party = printed;
        s.guessed = false;
      }
    if (s.party.empty() && s.owner.empty() && s.role.empty()) {
      if (const Item* before = introduced_before(i)) {
        describe(s, *before);
        s.guessed = true;
        s.evidence = p_.span(items_[i].all.first, items_[i].all.last);
      }
    }
  }

  const Pieces& p_;
  const std::vector<Item>& items_;
  Scene scene_;
  Beside beside_;
  Appositions beside_office_;
  PersonSigns signs_;
  std::size_t asked_sentence_ = static_cast<std::size_t>(-1);
  bool headline_ = false;
  std::map<NameKeys, int> names_;      // how often each stands in the text
  std::set<std::u32string> alone_;     // words that stand alone as a name somewhere
  std::set<std::u32string> speaking_;  // ... and say something there, or have a title
  std::set<std::u32string> surnames_;  // last words of longer or titled names
  std::set<std::u32string> labels_;    // surnames of those who answer in a transcript
  std::vector<Sighting> out_;
};

}  // namespace

std::vector<Sighting> read_sightings(const Pieces& pieces, const std::vector<Item>& items) {
  return SightingReader(pieces, items).read();
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/parties.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "analyze/suggest/left_over.h"
#include "analyze/suggest/offices.h"
#include "base/utf8.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_parties = 20, most_people = 10, party_examples = 2, least_heard = 2;

using NameKey = std::u32string;

// The name used most often.
const std::string& usual(const std::map<std::string, std::size_t>& names) {
  return std::max_element(names.begin(), names.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct PartyNotes {
  std::map<std::string, std::size_t> names;  // as printed
  std::set<std::string> aliases, demonyms;
  std::set<PersonId> holders;
  std::vector<const Statement*> statements;
  std::size_t offices = 0;
  bool describing = true;  // only ever seen before an office: "Xian"
  bool is_body = false;    // said to be a party, or by its words no single person
};

std::u32string tail_of(const NameKey& key) { return key.substr(key.rfind(U' ') + 1); }

// "xian" of "xia", "dorvanian" of "dorvane": the stem of the name with an ending of peoples.
bool is_demonym(const NameKey& people, const NameKey& name) {
  constexpr std::array<std::u32string_view, 9> endings{U"n",   U"an",  U"ian", U"ean", U"nian",
                                                       U"ese", U"ish", U"i",   U"ic"};
  constexpr std::u32string_view vowels = U"aeiouy";
  if (name.size() < 4 || name.find(U' ') != name.npos) return false;
  const auto fits = [&](std::u32string_view stem) {
    return people.starts_with(stem) &&
           std::find(endings.begin(), endings.end(),
                     std::u32string_view(people).substr(stem.size())) != endings.end();
  };
  return fits(name) || (vowels.find(name.back()) != vowels.npos &&
                        fits(std::u32string_view(name).substr(0, name.size() - 1)));
}

// Its first stretch.
std::optional<Sample> sample_of(const Statement& statement) {
  if (statement.content.empty()) return std::nullopt;
  const Span span = statement.content.front();
  const std::u32string words = from_utf8(statement.words);
  if (words.size() < span.size()) return std::nullopt;
  return Sample{statement.id, {statement.document, span}, slice_utf8(words, {0, span.size()})};
}

SuggestedParty heard_as(std::vector<const Statement*> statements) {
  std::sort(statements.begin(), statements.end(), [](const Statement* a, const Statement* b) {
    return a->words.size() != b->words.size() ? a->words.size() < b->words.size()
                                              : a->words < b->words;
  });
  SuggestedParty out;
  std::set<DocumentId> documents;
  std::set<std::string> speakers;
  for (const Statement* one : statements) {
    documents.insert(one->document);
    if (one->person && !one->speaker.empty()) speakers.insert(one->speaker);
  }
  out.support = {statements.size(), 1, documents.size()};
  out.speakers.assign(speakers.begin(), speakers.end());
  // One of middle length says more than the shortest, and less at once than the longest.
  for (std::size_t i = statements.size() / 2;
       i < statements.size() && out.examples.size() < party_examples; ++i)
    if (auto sample = sample_of(*statements[i])) out.examples.push_back(std::move(*sample));
  return out;
}

class PartyFinder {
 public:
  PartyFinder(const Case& contents, const Vocabulary& vocabulary, const PartyNamed& known)
      : contents_(contents),
        vocabulary_(vocabulary),
        known_(known),
        offices_(contents.people, vocabulary) {
    for (const Party& party : contents.codebook.parties) {
      ours_.insert(name_key(party.name));
      for (const auto* names : {&party.aliases, &party.demonyms, &party.seats})
        for (const std::string& name : *names) ours_.insert(name_key(name));
    }
  }

  void read(const Document& document) {
    for (const Owner& one : offices_.owners_in(document)) take(one);
  }

  // Of all who were found, demonyms and short forms included.
  std::set<NameKey> names() const {
    std::set<NameKey> out;
    for (const auto& [key, one] : candidates_) out.insert(key);
    for (const auto& [key, whole] : meaning_) out.insert(key);
    return out;
  }

  std::vector<SuggestedParty> parties(const std::vector<const Statement*>& statements) {
    join_demonyms();
    join_short_names();
    settle_holders();
    for (const Statement* one : statements) hear(*one);
    join_bodies();
    std::vector<SuggestedParty> all = named(), people = people_alone();
    const auto person =
        std::stable_partition(all.begin(), all.end(), [](const auto& one) { return !one.person; });
    people.insert(people.end(), person, all.end());
    all.erase(person, all.end());
    all = best(std::move(all), most_parties);
    people = best(std::move(people), most_people);
    all.insert(all.end(), people.begin(), people.end());
    return all;
  }

 private:
  // What the name means: a known party's own name where there is one.
  std::string meant(const std::string& name) const {
    const std::string known = known_(name);
    return known.empty() ? name : known;
  }

  PartyNotes& candidate(const std::string& name) {
    const std::string whose = meant(name);
    PartyNotes& one = candidates_[name_key(whose)];
    ++one.names[whose];
    return one;
  }

  void take(const Owner& owner) {
    PartyNotes& one = candidate(owner.name);
    ++one.offices;
    one.describing = one.describing && owner.describing;
    if (owner.holder) {
      one.holders.insert(*owner.holder);
      ++votes_[*owner.holder][name_key(meant(owner.name))];
    }
  }

  void fold(const NameKey& from, const NameKey& into) {
    PartyNotes& whole = candidates_[into];
    PartyNotes& part = candidates_[from];
    whole.offices += part.offices;
    whole.holders.insert(part.holders.begin(), part.holders.end());
    whole.statements.insert(whole.statements.end(), part.statements.begin(), part.statements.end());
    whole.describing = false;
    candidates_.erase(from);
    meaning_[from] = into;
  }

  // Whose people this is: that of "Xia", else of the only "Xia Isles".
  const NameKey* named_by_people(const NameKey& people) const {
    std::vector<const NameKey*> longer;
    for (const auto& [name, one] : candidates_) {
      if (name == people) continue;
      if (is_demonym(people, name)) return &name;
      if (is_demonym(people, name.substr(0, name.find(U' ')))) longer.push_back(&name);
    }
    return longer.size() == 1 ? longer.front() : nullptr;
  }

  // "Xian envoy" and "Xia's envoy" are of one party. Where only the people is named it stays.
  void join_demonyms() {
    std::vector<std::pair<NameKey, NameKey>> pairs;
    for (const auto& [key, one] : candidates_)
      if (one.describing)
        if (const NameKey* name = named_by_people(key)) pairs.push_back({key, *name});
    for (const auto& [people, name] : pairs) {
      if (!candidates_.contains(people) || !candidates_.contains(name)) continue;
      candidates_[name].demonyms.insert(usual(candidates_[people].names));
      fold(people, name);
    }
  }

  // "the Compact" is the Inland Sea Compact where the texts print no other name that ends so.
  void join_short_names() {
    std::vector<std::pair<NameKey, std::string>> pairs;
    for (const auto& [key, one] : candidates_)
      if (key.find(U' ') == key.npos)
        if (const std::string full = offices_.full_name(key); !full.empty() && known_(full).empty())
          pairs.push_back({key, full});
    for (const auto& [key, full] : pairs) {
      const std::string name = usual(candidates_[key].names);
      PartyNotes& whole = candidate(full);
      whole.aliases.insert("the " + name);
      fold(key, name_key(meant(full)));
    }
  }

  void settle_holders() {
    for (const auto& [person, all] : votes_) {
      std::map<NameKey, std::size_t> counted;
      for (const auto& [key, times] : all) counted[settled(key)] += times;
      const auto by_votes = [](const auto& a, const auto& b) { return a.second < b.second; };
      const auto most = std::max_element(counted.begin(), counted.end(), by_votes);
      const auto as_often = std::count_if(counted.begin(), counted.end(), [&](const auto& one) {
        return one.second == most->second;
      });
      if (as_often == 1)
        holder_of_[person] = most->first;  // else nobody's, rather than the first's
    }
  }

  NameKey settled(NameKey key) const {
    for (auto found = meaning_.find(key); found != meaning_.end(); found = meaning_.find(key))
      key = found->second;
    return key;
  }

  void hear(const Statement& statement) {
    if (!statement.party.empty()) {
      PartyNotes& one = candidate(statement.party);
      one.is_body = true;
      one.statements.push_back(&statement);
      return;
    }
    if (statement.person) return hear_person(statement);
    if (const auto name = name_in(statement.speaker)) {
      candidates_[settled(name_key(meant(*name)))].statements.push_back(&statement);
    } else if (const NameKey body = body_in(statement.speaker); !body.empty()) {
      bodies_[body].push_back(&statement);
    }
  }

  void hear_person(const Statement& statement) {
    const Person* person = find_item(contents_.people, *statement.person);
    const PersonId who = person ? person->same_as.value_or(person->id) : *statement.person;
    if (const auto found = holder_of_.find(who); found != holder_of_.end()) {
      PartyNotes& one = candidates_[found->second];
      one.statements.push_back(&statement);
      one.holders.insert(who);
    } else {
      alone_[who].push_back(&statement);
    }
  }

  // A party that the speaker's words name: "Xia", "a spokesman for the X Board". Known to the
  // candidates afterwards.
  std::optional<std::string> name_in(const std::string& speaker) {
    for (const Owner& owner : offices_.owners_in(speaker)) {
      candidate(owner.name).describing = false;
      return owner.name;
    }
    const std::u32string text = from_utf8(speaker);
    std::vector<Heard> heard = heard_in(text);
    const bool article = !heard.empty() && heard.front().word == U"the";
    if (article) heard.erase(heard.begin());
    const bool capitals = !heard.empty() && std::all_of(heard.begin(), heard.end(), [](auto& one) {
      return one.capital || one.word == U"of" || one.word == U"and" || one.word == U"the";
    });
    if (!capitals || is_common(heard)) return std::nullopt;
    std::string name = slice_utf8(text, {heard.front().span.begin, heard.back().span.end});
    PartyNotes& one = candidate(name);
    one.describing = false;
    one.is_body = one.is_body || article || sounds_like_a_body(heard, text);
    return name;
  }

  // "X Workers' Union", "ABC": ends with a noun of the language, or is letters alone.
  bool sounds_like_a_body(const std::vector<Heard>& heard, const std::u32string& text) const {
    constexpr std::size_t most_letters = 5;
    const Heard& last = heard.back();
    if (heard.size() > 1) {
      const WordUses* uses = vocabulary_.uses(singular_of(last.word));
      return uses && uses->noun > 0;
    }
    const std::u32string_view letters = slice(text, last.span);
    return letters.size() <= most_letters &&
           std::all_of(letters.begin(), letters.end(),
                       [](char32_t c) { return c >= U'A' && c <= U'Z'; });
  }

  // "Farmers", at the start of a sentence, is no name; nor is "It".
  bool is_common(const std::vector<Heard>& heard) const {
    if (heard.size() > 1) return false;
    const std::u32string& word = heard.front().word;
    return vocabulary_.is(word, WordPart::function) || vocabulary_.uses(singular_of(word)) ||
           vocabulary_.is(singular_of(word), WordPart::unnamed);
  }

  // "The union", "both armies": the words without articles; "" where no body is named.
  NameKey body_in(const std::string& speaker) const {
    const std::u32string text = from_utf8(speaker);
    NameKey name;
    std::u32string head;
    for (const Heard& one : heard_in(text)) {
      if (vocabulary_.is(one.word, WordPart::function) ||
          vocabulary_.is(one.word, WordPart::number)) {
        if (name.empty()) continue;
        break;
      }
      name += (name.empty() ? U"" : U" ") + one.word;
      head = singular_of(one.word);
    }
    return vocabulary_.is(head, WordPart::body) ? name : NameKey{};
  }

  // "the union" is the X Workers' Union where nobody else of no known name is a union.
  void join_bodies() {
    for (auto& [key, statements] : bodies_) {
      std::vector<NameKey> same;
      if (key.find(U' ') == key.npos)
        for (const auto& [name, one] : candidates_)
          if (tail_of(name) == key && name != key && !one.names.empty() &&
              known_(usual(one.names)).empty())
            same.push_back(name);
      PartyNotes& one = candidates_[same.size() == 1 ? same.front() : key];
      if (same.size() == 1)
        one.aliases.insert("the " + to_utf8(key));
      else
        ++one.names["the " + to_utf8(key)];
      one.describing = false;
      one.is_body = true;
      one.statements.insert(one.statements.end(), statements.begin(), statements.end());
    }
  }

  bool is_ours(const NameKey& key, const PartyNotes& one) const {
    return ours_.contains(key) ||
           std::any_of(one.aliases.begin(), one.aliases.end(),
                       [&](const std::string& alias) { return ours_.contains(name_key(alias)); });
  }

  std::vector<SuggestedParty> named() const {
    std::vector<SuggestedParty> out;
    for (const auto& [key, one] : candidates_) {
      if (one.names.empty() || is_ours(key, one) || one.statements.empty() ||
          one.statements.size() + one.offices < least_heard)
        continue;
      SuggestedParty party = heard_as(one.statements);
      party.party.name = usual(one.names);
      party.person = !one.is_body && one.offices == 0 && known_(party.party.name).empty();
      party.party.aliases.assign(one.aliases.begin(), one.aliases.end());
      party.party.demonyms.assign(one.demonyms.begin(), one.demonyms.end());
      party.offices = one.offices;
      out.push_back(std::move(party));
    }
    return out;
  }

  std::vector<SuggestedParty> people_alone() const {
    std::vector<SuggestedParty> out;
    for (const auto& [id, statements] : alone_) {
      const Person* person = find_item(contents_.people, id);
      if (!person || statements.size() < least_heard) continue;
      SuggestedParty one = heard_as(statements);
      one.party.name = person->name;
      one.person = true;
      one.role = person->role;
      out.push_back(std::move(one));
    }
    return out;
  }

  // About `most`: nobody is left out for his name where others who are heard as much stay.
  static std::vector<SuggestedParty> best(std::vector<SuggestedParty> all, std::size_t most) {
    const auto heard = [](const SuggestedParty& one) {
      return std::tuple(one.support.statements, one.support.documents, one.offices);
    };
    std::sort(all.begin(), all.end(), [&](const SuggestedParty& a, const SuggestedParty& b) {
      return heard(a) != heard(b) ? heard(a) > heard(b) : a.party.name < b.party.name;
    });
    if (all.size() <= most) return all;
    const auto [first, last] = std::equal_range(
        all.begin(), all.end(), all[most - 1],
        [&](const SuggestedParty& a, const SuggestedParty& b) { return heard(a) > heard(b); });
    const bool few = last - all.begin() <= static_cast<std::ptrdiff_t>(2 * most);
    all.erase(few                    ? last
              : first == all.begin() ? first + static_cast<std::ptrdiff_t>(most)
                                     : first,
              all.end());
    return all;
  }

  const Case& contents_;
  const Vocabulary& vocabulary_;
  const PartyNamed& known_;
  OfficeReader offices_;
  std::set<NameKey> ours_;
  std::map<NameKey, PartyNotes> candidates_;
  std::map<NameKey, NameKey> meaning_;  // of what was folded into another
  std::map<PersonId, std::map<NameKey, std::size_t>> votes_;
  std::map<PersonId, NameKey> holder_of_;
  std::map<NameKey, std::vector<const Statement*>> bodies_;
  std::map<PersonId, std::vector<const Statement*>> alone_;
};

}  // namespace

std::vector<SuggestedParty> heard_of(const std::vector<Party>& parties, const Case& contents) {
  std::map<std::string, std::vector<const Statement*>> said;
  for (const Statement& one : contents.statements)
    if (!is_rejected(one.review)) said[one.party].push_back(&one);
  std::vector<SuggestedParty> out;
  for (const Party& party : parties) {
    out.push_back(heard_as(said[party.name]));
    out.back().party = party;
  }
  return out;
}

FoundParties parties_in(const Case& contents, const std::vector<const Statement*>& statements,
                        const Vocabulary& vocabulary, const PartyNamed& known,
                        const DocumentsOf& documents) {
  PartyFinder finder(contents, vocabulary, known);
  std::vector<DocumentId> read;
  for (const DocumentCard& card : contents.documents)
    if (is_read(card) && !card.same_account_as) read.push_back(card.id);
  documents(read, [&](const Document& one) { finder.read(one); });
  FoundParties out;
  out.suggested = finder.parties(statements);
  out.names = finder.names();
  return out;
}

}  // namespace entente::analyze

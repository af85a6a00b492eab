// SPDX-License-Identifier: Apache-2.0
#include "extract/mentions.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/people/cast.h"
#include "extract/people/memory.h"
#include "extract/people/offices.h"
#include "extract/people/scene.h"
#include "extract/people/turns.h"

namespace entente::extract {
namespace {

class Finder {
 public:
  Finder(const Pieces& pieces, const std::vector<Item>& items, const Roster& roster)
      : p_(pieces),
        items_(items),
        cast_(pieces, items, roster),
        memory_(cast_),
        turns_(pieces),
        scene_of_text_(pieces, items) {}

  std::vector<Mention> find() {
    for (now_ = 0; now_ < items_.size(); ++now_) take(items_[now_]);
    resolve_first_persons();
    return std::move(mentions_);
  }

 private:
  void take(const Item& item) {
    if (const auto actor = surname_like_place(item))
      return emit_actor(item.all, MentionKind::person, *actor);
    switch (item.kind) {
      case ItemKind::phrase:
        return take_phrase(item);
      case ItemKind::party:
        return emit_party(item, p_.index.party(item.parties.front()));
      case ItemKind::place:
        return take_place(item);
      case ItemKind::run:
        return take_run(item);
      case ItemKind::pronoun:
        return take_pronoun(item);
    }
  }

  // A surname that is also a town's or a country's: "Hudson said".
  std::optional<std::size_t> surname_like_place(const Item& item) const {
    if ((item.kind != ItemKind::place && item.kind != ItemKind::party) || item.all.size() != 1)
      return std::nullopt;
    const std::size_t at = item.all.first;
    const bool governed = at > p_.start_of_sentence(at) && p_[at - 1].is(List::place_preposition);
    if (governed || (item.kind == ItemKind::party && !stands_as_speaker(p_, item.all)))
      return std::nullopt;
    return cast_.by_surname_here(p_.key(at));
  }

  // --- what every mention leaves behind ---

  void emit(Range range, MentionKind kind, std::string person, std::string party) {
    mentions_.push_back(
        {p_.span(range.first, range.last), kind, std::move(person), std::move(party)});
  }

  Trace trace_of(Range range) const {
    Trace trace;
    trace.sentence = p_[range.first].sentence;
    trace.span = p_.span(range.first, range.last);
    trace.quoted = p_[range.first].quoted;
    trace.speaker = stands_as_speaker(p_, range);
    trace.subject = stands_free(p_, range) && !memory_.had_subject(trace.sentence, trace.quoted);
    return trace;
  }

  void remember(Trace trace, bool label = false) {
    if (trace.speaker || label) turns_.heard(trace, label);
    if (trace.subject && trace.actor && !trace.quoted) turns_.acted(trace);
    memory_.add(std::move(trace));
  }

  void emit_actor(Range range, MentionKind kind, std::size_t actor, bool label = false) {
    emit(range, kind, cast_[actor].name, cast_[actor].party);
    Trace trace = trace_of(range);
    trace.actor = actor;
    trace.party = cast_[actor].party;
    // An apposition repeats its person: "Roe, the envoy, said".
    if (!appositive(range)) remember(std::move(trace), label);
  }

  bool appositive(Range range) const {
    return range.first > 0 && p_[range.first - 1].mark == U',' && mentions_.size() > 1 &&
           mentions_[mentions_.size() - 2].span.end + 1 >= p_[range.first - 1].span.begin &&
           mentions_[mentions_.size() - 2].person == mentions_.back().person &&
           !mentions_.back().person.empty();
  }

  void emit_unnamed(Range range, MentionKind kind, const std::string& party, bool plural,
                    char gender = '-') {
    emit(range, kind, "", party);
    Trace trace = trace_of(range);
    trace.party = party;
    trace.plural = plural;
    trace.gender = gender;
    remember(std::move(trace));
  }

  void emit_party(const Item& item, const std::string& party) {
    emit(item.all, MentionKind::party, "", party);
    if (item.party_words.front().size() > 1)
      heads_[p_.key(item.all.last - 1)] = party;  // later "the council"
    if (item.party_use == Use::adjective) return;
    Trace trace = trace_of(item.all);
    trace.party = party;
    trace.plural = true;  // "he" is never a state; "they" may be
    trace.subject = false;
    if (joins_another(item.all)) trace.party.clear();
    remember(std::move(trace));
  }

  // "Ruritania and Freedonia": they are not one party.
  bool joins_another(Range range) const {
    if (mentions_.size() < 2 || range.first < 2) return false;
    const Mention& before = mentions_[mentions_.size() - 2];
    return before.kind == MentionKind::party && before.party != mentions_.back().party &&
           before.span.end == p_[range.first - 2].span.end &&
           slice(p_.prose.folded, p_[range.first - 1].span) == U"and";
  }

  // "In Strelsau, the foreign ministry said": the ministry there.
  void take_place(const Item& item) {
    emit(item.all, MentionKind::place, "", "");
    const std::size_t begin = p_.start_of_sentence(item.all.first);
    if (item.all.first != begin + 1 || item.parties.empty() ||
        !p_[begin].is(List::place_preposition))
      return;
    scene_sentence_ = p_[begin].sentence;
    scene_ = p_.index.party(item.parties.front());
  }

  // For whom "the delegation" or "the official" acts, which says so itself nowhere.
  std::string party_of_definite(const Item& item) {
    if (scene_sentence_ == p_[item.all.first].sentence) return scene_;
    const auto known = heads_.find(head_word(item));
    if (known != heads_.end() && !known->second.empty()) return known->second;
    if (!item.has(bit(Use::office) | bit(Use::body) | bit(Use::government))) return "";
    std::string home = scene_of_text_.home_of(now_);
    return home.empty() ? scene_of_text_.affairs_of(now_) : home;
  }

  // --- phrases ---

  std::string party_of(const Item& item) {
    owner_party_.clear();
    if (!item.parties.empty()) return p_.index.party(item.parties.front());
    if (item.of_rebels) return scene_of_text_.only_group();
    if (neuter_owner(item))
      if (std::string thing = scene_of_text_.thing_before(now_); !thing.empty()) return thing;
    const auto actor = owner_of(item);
    if (!actor && owner_party_.empty() && item.topical) return scene_of_text_.thing_before(now_);
    if (std::string group = scene_of_text_.group(item.owner); !group.empty()) return group;
    if (std::string group = scene_of_text_.group_within({item.all.first, item.head.last});
        !group.empty())
      return group;
    return actor ? cast_[*actor].party : owner_party_;
  }

  // "its envoy"
  bool neuter_owner(const Item& item) const {
    return item.determiner == Determiner::pronoun && item.owner.size() == 1 &&
           slice(p_.prose.folded, p_[item.owner.first].span) == U"its";
  }

  // Whose "his envoy" or "Roe's envoy" is; leaves the party of a "their" in owner_party_.
  std::optional<std::size_t> owner_of(const Item& item) {
    owner_party_.clear();
    if (!item.owner_office.empty()) return holder_of(item);
    if (const Item* owner = titled_owner(items_, now_, p_))
      return cast_.by_name(keys_of(p_, owner->name));
    if (item.owner.empty()) return std::nullopt;
    if (item.determiner != Determiner::pronoun || item.owner.size() > 1 ||
        !p_[item.owner.first].is(List::possessive))
      return cast_.by_name(keys_of(p_, item.owner));
    const Piece& piece = p_[item.owner.first];
    if (piece.is(List::he) || piece.is(List::she)) {
      const auto trace = memory_.one(piece.is(List::she) ? 'f' : 'm', PronounCase::possessive,
                                     piece.sentence, piece.quoted);
      if (trace) owner_party_ = trace->party;
      return trace ? trace->actor : std::nullopt;
    }
    if (piece.is(List::we) || piece.is(List::i)) return std::nullopt;
    if (const auto trace = memory_.many(piece.sentence)) owner_party_ = trace->party;
    return std::nullopt;
  }

  // Who "the president" of "the president's envoy" is.
  std::optional<std::size_t> holder_of(const Item& item) {
    const std::string role =
        slice_utf8(p_.prose.text, p_.span(item.owner_office.first, item.owner_office.last));
    const std::string party = item.parties.empty() ? "" : p_.index.party(item.parties.front());
    return cast_.by_office(role, party, '-', memory_.recent());
  }

  // "our team" has its party from whoever says so.
  void defer_first_person(const Item& item) {
    if (item.determiner != Determiner::pronoun || !item.parties.empty() || item.owner.empty())
      return;
    const Piece& owner = p_[item.owner.first];
    if (owner.is(List::we) || owner.is(List::i))
      first_persons_.push_back({mentions_.size(), owner.span, owner.quoted, true,
                                item.has(bit(Use::government) | bit(Use::body))});
  }

  void take_phrase(const Item& item) {
    if (item.name.empty()) defer_first_person(item);
    if (!item.name.empty()) return take_named(item);
    if (item.has(bit(Use::address)) && !item.has(bit(Use::office))) return take_excellency(item);
    if (is_definite_office(item)) return take_office(item);
    if (item.has(bit(Use::group))) return take_group(item);
    if (item.has(bit(Use::government) | bit(Use::body))) return take_body(item);
    take_single(item);
  }

  void take_named(const Item& item) {
    const std::string party = item.parties.empty() ? "" : p_.index.party(item.parties.front());
    const auto actor = cast_.by_name(keys_of(p_, item.name), role_of(p_, item), party);
    if (!actor) return emit(item.all, MentionKind::person, printed_name(p_, item.name), party);
    if (item.gender != '-') cast_.set_gender(*actor, item.gender);
    emit_actor(item.all, MentionKind::person, *actor, item.label);
  }

  // "His Excellency": in a readout its own side's, else the one mentioned last.
  void take_excellency(const Item& item) {
    const bool her = p_[item.all.first].is(List::she);
    std::optional<std::size_t> last, own;
    for (std::size_t actor : memory_.recent()) {
      if (cast_[actor].gender != '-' && cast_[actor].gender != (her ? 'f' : 'm')) continue;
      if (!last) last = actor;
      if (!own && !cast_[actor].party.empty() && cast_[actor].party == scene_of_text_.home())
        own = actor;
    }
    if (const auto actor = own ? own : last) {
      cast_.set_gender(*actor, her ? 'f' : 'm');
      return emit_actor(item.all, MentionKind::role, *actor);
    }
    emit_unnamed(item.all, MentionKind::role, scene_of_text_.home(), false, her ? 'f' : 'm');
  }

  void take_office(const Item& item) {
    auto actor = beside(item);
    std::string party = party_of(item);
    const std::string role = role_of(p_, item);
    if (!actor) {
      std::vector<std::size_t> recent = memory_.recent();
      if (const auto owner = owner_of(item)) std::erase(recent, *owner);
      actor = cast_.by_office(role, party, item.gender, recent);
      if (const auto bare = spoken_of_last(item); bare && party.empty() && !near(actor))
        actor = bare;
    }
    if (actor && !unnamed_since(item, *actor))
      return emit_actor(item.all, MentionKind::role, *actor);
    if (party.empty()) party = party_of_definite(item);
    emit_unnamed(item.all, MentionKind::role, party, false, item.gender);
  }

  // "A Ruritanian official denied it. The official said": the one without a name, unless somebody
  // who is an official has been named since.
  bool unnamed_since(const Item& item, std::size_t actor) const {
    const auto known = unnamed_.find(head_word(item));
    return known != unnamed_.end() && item.parties.empty() &&
           !memory_.seen_since(actor, known->second);
  }

  // "Roe thanked them. But the president insisted": the subject of the sentence before, whose
  // office the text has not told.
  std::optional<std::size_t> spoken_of_last(const Item& item) const {
    const std::size_t sentence = p_[item.all.first].sentence;
    if (item.determiner != Determiner::definite || !p_[item.head_end - 1].is(List::ruler) ||
        sentence == 0)
      return std::nullopt;
    const auto actor = memory_.subject_of(sentence - 1);
    return actor && cast_[*actor].roles.empty() ? actor : std::nullopt;
  }

  // Mentioned in this sentence or the one before.
  bool near(std::optional<std::size_t> actor) const {
    const std::size_t sentence = p_[items_[now_].all.first].sentence;
    return actor && memory_.seen_from(*actor, sentence - std::min<std::size_t>(sentence, 1));
  }

  // The person in apposition: "Roe, the envoy" or "the envoy, Jane Roe".
  std::optional<std::size_t> beside(const Item& item) {
    const std::size_t first = item.all.first, last = item.all.last;
    if (first > 1 && p_[first - 1].mark == U',' && !mentions_.empty() &&
        !memory_.traces().empty()) {
      const Mention& before = mentions_.back();
      if (before.kind == MentionKind::person && before.span.end == p_[first - 2].span.end)
        return memory_.traces().back().actor;
    }
    if (now_ + 1 < items_.size() && last < p_.size() && p_[last].mark == U',') {
      const Item& next = items_[now_ + 1];
      if (next.all.first == last + 1 && !next.name.empty() &&
          !item.parties.empty() + item.has(bit(Use::office)))
        if (next.name.size() > 1 || next.kind == ItemKind::phrase)
          return cast_.by_name(keys_of(p_, next.name));
    }
    return std::nullopt;
  }

  std::u32string head_word(const Item& item) const {
    std::u32string key = p_.key(item.head_end - 1);
    if (key.size() > 3 && key.back() == U's') key.pop_back();
    return key;
  }

  // "Ruritania's largest rebel group": not Ruritania, and the only group that the text names.
  std::string not_of_state(const Item& item, std::string party) const {
    const std::size_t last = item.head_end - 1;
    if (!p_[last].is(List::non_state) || (!party.empty() && !p_.index.is_state(party)))
      return party;
    return item.determiner == Determiner::indefinite ? "" : scene_of_text_.only_group();
  }

  // "the rebel group, the NLX,": the party in apposition.
  std::string party_apposed(const Item& item) const {
    if (now_ + 1 >= items_.size() || item.determiner == Determiner::indefinite) return "";
    const Item& next = items_[now_ + 1];
    const std::size_t comma = item.all.last, after = next.all.last;
    if (comma >= p_.size() || p_[comma].mark != U',' || after >= p_.size() ||
        p_[after].mark != U',')
      return "";
    const bool article = next.all.first == comma + 2 && p_[comma + 1].is(List::definite);
    if (next.all.first != comma + 1 && !article) return "";
    if (next.kind == ItemKind::run) return scene_of_text_.group(next.name);
    const bool named = next.kind == ItemKind::party && next.party_use != Use::adjective;
    return named ? p_.index.party(next.parties.front()) : "";
  }

  void take_group(const Item& item) {
    if (item.parties.size() > 1 && !item.party_words[1].empty()) return take_joint_group(item);
    if (std::string party = party_apposed(item); !party.empty())
      return emit_unnamed(item.all, MentionKind::unnamed, party, true);
    std::string party = party_of(item);
    if (party.empty() && item.determiner == Determiner::definite) party = party_of_definite(item);
    party = not_of_state(item, party);
    if (!party.empty()) heads_[head_word(item)] = party;
    emit_unnamed(item.all, MentionKind::unnamed, party, true);
  }

  // "Ruritanian and European leaders": each for its own.
  void take_joint_group(const Item& item) {
    for (std::size_t i = 0; i < item.parties.size() && !item.party_words[i].empty(); ++i) {
      const bool last = i + 1 == item.parties.size() || item.party_words[i + 1].empty();
      const Range range{i == 0 ? item.all.first : item.party_words[i].first,
                        last ? item.all.last : item.party_words[i].last};
      emit_unnamed(range, MentionKind::unnamed, p_.index.party(item.parties[i]), true);
      if (last) break;
    }
  }

  void take_body(const Item& item) {
    if (std::string party = party_apposed(item); !party.empty()) return emit_group(item, party);
    if (std::string group = scene_of_text_.group(item.head); !group.empty())
      return emit_group(item, group);
    const auto owner = owner_of(item);
    std::string party = party_of(item);
    const bool body = item.has(bit(Use::body));
    party = not_of_state(item, party);
    if (party.empty() && item.determiner == Determiner::definite) party = party_of_definite(item);
    if (party.empty() && !owner && !body && item.determiner != Determiner::pronoun) return;
    heads_[head_word(item)] = party;
    if (owner && body) {
      emit(item.all, MentionKind::party, cast_[*owner].name, party);
    } else {
      emit(item.all, party.empty() ? MentionKind::unnamed : MentionKind::party, "", party);
    }
    Trace trace = trace_of(item.all);
    trace.party = party;
    trace.plural = true;
    trace.subject = false;
    remember(std::move(trace));
  }

  void take_single(const Item& item) {
    if (const auto actor = beside(item); actor && item.determiner == Determiner::definite)
      return emit_actor(item.all, MentionKind::role, *actor);
    std::string party = party_of(item);
    if (party.empty() && item.determiner == Determiner::definite) party = party_of_definite(item);
    if (party.empty() && item.determiner == Determiner::indefinite && item.owner.empty())
      party = scene_of_text_.affairs_of(now_);  // "a senior government official"
    if (!party.empty()) heads_[head_word(item)] = party;
    unnamed_[head_word(item)] = memory_.traces().size();
    emit_unnamed(item.all, MentionKind::unnamed, party, false, item.gender);
  }

  // --- runs ---

  void take_run(const Item& item) {
    if (item.label) return take_label(item);
    if (std::string group = scene_of_text_.group(item.name); !group.empty())
      return emit_group(item, group);
    if (item.not_person) return take_known_part(item);
    if (item.all.size() > 1 && joined(item)) return take_joined(item);
    if (const auto actor = cast_.by_name(keys_of(p_, item.name)))
      return emit_actor(with_particles(item.all, *actor), MentionKind::person, *actor);
    if (item.capital_form) return take_capital_form(item);
    if (item.all.first == p_.start_of_sentence(item.all.first) && item.all.size() > 1)
      take_rest(item);
  }

  // "de la Roe said": small words that belong to the name.
  Range with_particles(Range range, std::size_t actor) const {
    const NameKeys& keys = cast_[actor].keys;
    while (range.first > 0 && p_[range.first - 1].is(List::particle) &&
           !p_[range.first - 1].capital &&
           p_[range.first - 1].sentence == p_[range.first].sentence &&
           std::find(keys.begin(), keys.end(), p_.key(range.first - 1)) != keys.end())
      --range.first;
    return range;
  }

  void emit_group(const Item& item, const std::string& group) {
    emit(item.all, MentionKind::party, "", group);
    Trace trace = trace_of(item.all);
    trace.party = group;
    trace.plural = true;
    trace.subject = false;
    remember(std::move(trace));
  }

  // Who answers where an interview asks: the person it has introduced.
  void take_turn_of_interview(const Item& item) {
    if (!asked_) interviewee_ = introduced();
    asked_ = true;
    const bool answers = p_.key(item.name.first) == U"a";
    if (answers && interviewee_)
      return emit_actor(item.all, MentionKind::person, *interviewee_, true);
    turns_.heard(trace_of(item.all), true);
  }

  std::optional<std::size_t> introduced() const {
    std::optional<std::size_t> first;
    for (const Trace& trace : memory_.traces()) {
      if (!trace.actor) continue;
      if (!first) first = trace.actor;
      if (!cast_[*trace.actor].party.empty()) return trace.actor;
    }
    return first;
  }

  void take_label(const Item& item) {
    if (item.name.size() == 1 && p_[item.name.first].span.size() == 1)
      return take_turn_of_interview(item);
    const auto actor = cast_.by_name(keys_of(p_, item.name));
    if (actor) return emit_actor(item.all, MentionKind::person, *actor, true);
    if (const auto holder = office_label(item))
      return emit_actor(item.all, MentionKind::role, *holder, true);
    turns_.heard(trace_of(item.all), true);
  }

  // "SPOKESPERSON:"
  std::optional<std::size_t> office_label(const Item& item) {
    const auto hit = p_.index.longest(
        [&](std::size_t n) { return p_[item.name.first + n].word; }, item.name.size(),
        [](std::size_t, const std::vector<Sense>& senses) {
          return std::any_of(senses.begin(), senses.end(),
                             [](const Sense& s) { return s.use == Use::office; });
        });
    if (hit.length != item.name.size()) return std::nullopt;
    return cast_.by_office(printed_name(p_, item.name), scene_of_text_.home(), '-',
                           memory_.recent());
  }

  // A codebook or roster may know a person under a name that holds such a word.
  void take_known_part(const Item& item) {
    const NameKeys keys = keys_of(p_, item.name);
    if (keys.size() < 2) return;
    const auto actor = cast_.by_name(keys);
    if (actor && cast_[*actor].keys.size() <= keys.size())
      emit_actor(item.all, MentionKind::person, *actor);
  }

  bool joined(const Item& item) const {
    return item.all.size() == 2 && p_[item.all.first + 1].glued &&
           !cast_.knows(keys_of(p_, item.name));
  }
  // "the Roe-Doe talks"
  void take_joined(const Item& item) {
    for (std::size_t i = item.all.first; i < item.all.last; ++i)
      if (const auto actor = cast_.by_name({p_.key(i)}))
        emit_actor({i, i + 1}, MentionKind::person, *actor);
  }

  void take_capital_form(const Item& item) {
    const Range first{item.all.first, item.all.first + 1};
    const std::string party = item.parties.empty() ? "" : p_.index.party(item.parties.front());
    const bool place = item.place_form || party.empty();
    emit(first, place ? MentionKind::place : MentionKind::party, "", place ? "" : party);
    take_rest(item);
  }

  void take_rest(const Item& item) {
    const Range rest{item.all.first + 1, item.all.last};
    if (const auto actor = cast_.by_name(keys_of(p_, rest)))
      emit_actor(rest, MentionKind::person, *actor);
  }

  // --- pronouns ---

  // "a speech by Roe, in which he said": somebody of the same sentence.
  bool in_clause_of_thing(const Piece& piece) const {
    const std::size_t at = static_cast<std::size_t>(&piece - p_.all.data());
    return at > p_.start_of_sentence(at) && slice(p_.prose.folded, p_[at - 1].span) == U"which";
  }

  PronounCase case_of(const Piece& piece) const {
    if (piece.is(List::possessive) || in_clause_of_thing(piece)) return PronounCase::possessive;
    return piece.is(List::object) ? PronounCase::object : PronounCase::subject;
  }

  void take_pronoun(const Item& item) {
    const Piece& piece = p_[item.all.first];
    if (piece.is(List::we) || piece.is(List::i)) {
      if (piece.is(List::we) && piece.shouted) return;
      first_persons_.push_back({mentions_.size(), piece.span, piece.quoted, false, false});
      return emit(item.all, MentionKind::pronoun, "", "");
    }
    const auto trace = piece.is(List::they)
                           ? memory_.many(piece.sentence)
                           : memory_.one(item.gender, case_of(piece), piece.sentence, piece.quoted);
    emit(item.all, MentionKind::pronoun, trace && trace->actor ? cast_[*trace->actor].name : "",
         trace ? trace->party : "");
    Trace its = trace_of(item.all);
    if (trace) {
      its.actor = trace->actor;
      its.party = trace->party;
    }
    if (its.actor && case_of(piece) == PronounCase::subject)
      cast_.set_gender(*its.actor, item.gender);
    its.plural = piece.is(List::they);
    its.gender = item.gender;
    remember(std::move(its));
  }

  struct FirstPerson {
    std::size_t mention;
    Span span;
    bool quoted;
    bool party_only;  // "our envoy"
    bool body;        // "our team"
  };

  void resolve_first_persons() {
    for (const FirstPerson& first : first_persons_) {
      const Trace* trace = turns_.speaker_at(first.span, first.quoted);
      if (trace == nullptr) continue;
      if (!first.party_only)
        mentions_[first.mention].person = trace->actor ? cast_[*trace->actor].name : "";
      mentions_[first.mention].party = trace->party;
      if (first.body && !trace->party.empty()) mentions_[first.mention].kind = MentionKind::party;
    }
  }

  const Pieces& p_;
  const std::vector<Item>& items_;
  Cast cast_;
  Memory memory_;
  Turns turns_;
  Scene scene_of_text_;
  std::optional<std::size_t> interviewee_;
  bool asked_ = false;  // a "Q:" or "A:" has been read
  std::size_t now_ = 0;
  std::vector<Mention> mentions_;
  std::vector<FirstPerson> first_persons_;
  std::map<std::u32string, std::string> heads_;    // "the delegation": whose was meant last
  std::map<std::u32string, std::size_t> unnamed_;  // "an official": the traces before the last
  std::string owner_party_;
  std::string scene_;  // the party of the capital that a sentence opens with
  std::size_t scene_sentence_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<Mention> find_mentions(const text::Prose& prose, const Gazetteer& gazetteer,
                                   const Roster& roster) {
  const Pieces pieces = cut_pieces(prose, gazetteer.index());
  const std::vector<Item> items = scan_phrases(pieces);
  return Finder(pieces, items, roster).find();
}

}  // namespace entente::extract

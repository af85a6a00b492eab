// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/sayings.h"

#include <algorithm>

#include "extract/actors/predicates.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

// Actors with their predicate.
struct Telling {
  std::vector<Voice> voices;
  Predicate predicate;
};

// One or more tellings with one message.
struct Unit {
  std::vector<Telling> tellings;
  std::vector<Range> remarks;  // of the first telling's actors: "noting X"
  std::size_t message = 0;     // where it begins
  Range matter;                // the message, where it stands before the verb
  Range lead;                  // what stands before the unit in its sentence
  bool of_before = false;      // the message is that of the unit before
  bool own_subject = false;
};

std::vector<Voice> joining(const std::vector<Voice>& voices) {
  std::vector<Voice> out;
  for (const Voice& voice : voices)
    if (!voice.against) out.push_back(voice);
  return out;
}

// "and", "but", "while" with what stands before it; where what follows begins.
struct Link {
  std::size_t end = 0;
  bool comma = false, joined = false, semicolon = false;
  bool any() const { return comma || joined || semicolon; }
};

class SentenceReader {
 public:
  explicit SentenceReader(const Scene& scene) : scene_(scene) {}

  std::vector<Saying> read() {
    auto unit = opening(scene_.clause.first);
    while (unit) {
      remember(*unit);
      const std::size_t end = unit->of_before ? unit->message : message_end(unit->message);
      tell(*unit, trimmed({unit->message, end}));
      unit = next_at(end);
    }
    return std::move(out_);
  }

 private:
  bool ends_part(std::size_t i) const { return i < scene_.last() && scene_.item(i).is_mark(';'); }
  bool is_over(std::size_t i) const {
    return i >= scene_.last() || speech::is_stop(scene_.item(i).mark);
  }

  Range trimmed(Range range) const {
    const auto loose = [&](std::size_t i) {
      return scene_.is_comma(i) || scene_.item(i).is_mark(':') ||
             speech::is_stop(scene_.item(i).mark);
    };
    while (!range.empty() && loose(range.begin)) ++range.begin;
    while (!range.empty() && loose(range.end - 1)) --range.end;
    return range;
  }

  Link link_at(std::size_t i) const {
    Link link{i};
    if (ends_part(i)) {
      link.semicolon = true;
      ++link.end;
    } else if (scene_.is_comma(i)) {
      link.comma = true;
      ++link.end;
    }
    if (const std::size_t end = scene_.past(ActorWord::contrast, link.end); end > link.end) {
      link.joined = true;
      link.end = end;
    }
    return link;
  }

  // "A, with B, urged": with what follows the verb still unread.
  std::optional<Unit> clause_at(std::size_t at) const {
    const ActorList actors = actors_at(scene_, at);
    if (actors.empty()) return std::nullopt;
    const auto predicate = predicate_at(scene_, actors.end);
    if (!predicate || predicate->present || predicate->passive) return std::nullopt;
    Unit unit{{{actors.voices, *predicate}}, actors.remarks, predicate->after, {}, {}, false, true};
    share_message(unit);
    return unit;
  }

  // "welcomed and supported", "proposed, with B, deleting", "proposed, and B opposed, deleting".
  void share_message(Unit& unit) const {
    while (more_verbs(unit) || late_insertion(unit)) {
    }
    const bool apart = scene_.is_comma(unit.message);
    Unit longer = unit;
    while (other_teller(longer))
      if (!apart || scene_.is_comma(longer.message)) {
        unit = longer;
        if (apart) ++unit.message;
        return;
      }
  }

  bool more_verbs(Unit& unit) const {
    if (!scene_.is_word(unit.message, U"and")) return false;
    const auto more = predicate_at(scene_, unit.message + 1);
    if (!more || more->present || more->passive) return false;
    unit.tellings.push_back({unit.tellings.back().voices, *more});
    unit.message = more->after;
    return true;
  }

  bool late_insertion(Unit& unit) const {
    if (!scene_.is_comma(unit.message)) return false;
    ActorList late{{}, unit.message, {}};
    while (take_insertion(scene_, late)) {
    }
    if (late.empty() || !scene_.is_comma(late.end)) return false;
    auto& voices = unit.tellings.back().voices;
    voices.insert(voices.end(), late.voices.begin(), late.voices.end());
    unit.message = late.end + 1;
    return true;
  }

  bool other_teller(Unit& unit) const {
    const Link link = link_at(unit.message);
    if (!link.any()) return false;
    const ActorList actors = actors_at(scene_, link.end);
    if (actors.empty()) return false;
    const auto predicate = predicate_at(scene_, actors.end);
    const bool present = unit.tellings.front().predicate.present;
    if (!predicate || predicate->present != present || predicate->passive) return false;
    unit.tellings.push_back({actors.voices, *predicate});
    unit.message = predicate->after;
    return true;
  }

  // ", and, supported by B, suggested"; "and called for"; ", noting that".
  std::optional<Unit> further_at(const Link& link) const {
    ActorList joined{{}, link.end, {}};
    if (link.joined && scene_.is_comma(link.end))
      while (take_insertion(scene_, joined)) {
      }
    std::size_t at = joined.end;
    if (!joined.empty() && scene_.is_comma(at)) ++at;
    const auto predicate = predicate_at(scene_, at);
    if (!predicate || predicate->passive || subject_.empty()) return std::nullopt;
    if (predicate->present ? !link.comma : !may_share_subject(link, *predicate))
      return std::nullopt;
    std::vector<Voice> voices = predicate->present ? joining(subject_) : subject_;
    voices.insert(voices.end(), joined.voices.begin(), joined.voices.end());
    Unit unit{{{std::move(voices), *predicate}}, {}, predicate->after, {}, {}, false, false};
    share_message(unit);
    return unit;
  }

  // Behind "and" a verb may go on with what is said instead: "said the text was agreed and noted".
  bool may_share_subject(const Link& link, const Predicate& predicate) const {
    if (!link.joined || scene_.is_word(link.end - 1, U"with")) return false;
    if (link.comma) return true;
    const Item& before = scene_.item(link.end - 2);
    if (predicate.after > predicate.cue.end) return true;  // a "that" of its own
    const bool helped = predicate.helped && !predicate.rejected;
    return !helped && !(before.is_word() && before.folded.ends_with(U"ed"));
  }

  // ", with B noting that"
  std::optional<Unit> absolute_at(const Link& link) const {
    if (!scene_.is_word(link.end - 1, U"with")) return std::nullopt;
    const ActorList actors = actors_at(scene_, link.end);
    if (actors.empty()) return std::nullopt;
    const auto predicate = predicate_at(scene_, actors.end);
    if (!predicate || !predicate->present) return std::nullopt;
    Unit unit{{{actors.voices, *predicate}}, {}, predicate->after, {}, {}, false, true};
    share_message(unit);
    return unit;
  }

  // ", which A opposed", ", to which A objected", ", which was supported by A"
  std::optional<Unit> relative_at(const Link& link) const {
    std::size_t at = link.end;
    if (!link.comma) return std::nullopt;
    if (scene_.is_word(at + 1, U"which")) ++at;
    if (!scene_.is_word(at, U"which")) return std::nullopt;
    if (auto passive = agents_at(at + 1)) {
      passive->of_before = true;
      return passive;
    }
    auto clause = clause_at(at + 1);
    if (!clause) return std::nullopt;
    const Predicate& predicate = clause->tellings.back().predicate;
    clause->of_before = predicate.after == predicate.cue.end;  // no "that" of its own
    return clause;
  }

  // ", supported by A and opposed by B" behind the message: who is for and against it.
  std::optional<Unit> trailing_at(std::size_t at) const {
    if (!scene_.is_comma(at) || !tells_who(at + 1)) return std::nullopt;
    ActorList list{{}, at, {}};
    while (take_insertion(scene_, list)) {
    }
    if (list.empty() || last_.empty()) return std::nullopt;
    Unit unit{{}, {}, list.end, {}, {}, true, false};
    for (const Telling& telling : last_) unit.tellings.push_back({list.voices, telling.predicate});
    return unit;
  }

  // "supported by", not "for" and "with", which may go on with the message.
  bool tells_who(std::size_t at) const {
    const Link link = link_at(at);
    const std::size_t first = link.joined ? link.end : at;
    const std::size_t end =
        std::max(scene_.past(ActorWord::same, first), scene_.past(ActorWord::against, first));
    return end > first + 1;
  }

  std::optional<Unit> unit_at(std::size_t at) const {
    if (at >= scene_.last() || speech::is_stop(scene_.item(at).mark)) return std::nullopt;
    if (auto trailing = trailing_at(at)) return trailing;
    const Link link = link_at(at);
    if (!link.any()) return std::nullopt;
    if (auto absolute = absolute_at(link)) return absolute;
    if (auto relative = relative_at(link)) return relative;
    if (auto further = further_at(link)) return further;
    if (auto clause = clause_at(link.end)) return clause;
    return passive_at(link.end);
  }

  std::optional<Unit> next_at(std::size_t at) const {
    if (auto unit = unit_at(at)) return unit;
    return ends_part(at) ? opening(at + 1) : std::nullopt;
  }

  // A semicolon ends it where somebody speaks behind it; else it parts what one actor lists.
  std::size_t message_end(std::size_t at) const {
    std::size_t i = past_inner_subject(at);
    while (!is_over(i) && !next_at(i)) ++i;
    return i;
  }

  // "reported that A and B had agreed": no part of the list begins what somebody else says.
  std::size_t past_inner_subject(std::size_t at) const {
    const ActorList list = plain_list_at(scene_, at);
    return list.voices.size() > 1 && predicate_at(scene_, list.end) ? list.end : at;
  }

  // "was opposed by A and B and supported by C" from the helping verb on.
  std::optional<Unit> agents_at(std::size_t at) const {
    const auto predicate = predicate_at(scene_, at);
    if (!predicate || !predicate->passive) return std::nullopt;
    if (!scene_.is_word(predicate->cue.end, U"by")) return std::nullopt;
    const ActorList actors = plain_list_at(scene_, predicate->cue.end + 1);
    if (actors.empty()) return std::nullopt;
    Unit unit{{{actors.voices, *predicate}}, {}, actors.end, {}, {}, false, false};
    if (const Link link = link_at(actors.end); link.any())
      if (auto more = participles_at(link.end)) {
        unit.tellings.insert(unit.tellings.end(), more->tellings.begin(), more->tellings.end());
        unit.message = more->message;
      }
    return unit;
  }

  // "The use of markets was opposed by A": the message stands before the verb.
  std::optional<Unit> passive_at(std::size_t at) const {
    for (std::size_t i = at + 1; !is_over(i); ++i) {
      if (scene_.item(i).is(class_subordinator) && !scene_.is_word(i, U"as")) return std::nullopt;
      auto unit = agents_at(i);
      if (!unit) continue;
      const bool taken_up = i == at + 1 && scene_.item(at).is(class_pronoun | class_determiner);
      if (!taken_up) unit->matter = trimmed({at, i});
      unit->of_before = true;
      unit->own_subject = true;
      return unit;
    }
    return std::nullopt;
  }

  // The first telling of a sentence or of its part behind a semicolon, past what opens it.
  std::optional<Unit> opening(std::size_t first) const {
    if (const std::size_t cited = past_according(first); cited > first)
      return according(first, cited);
    for (std::size_t at = first; !is_over(at) && !scene_.item(at).is_quote(); ++at) {
      if (at > first && ends_part(at)) return std::nullopt;
      const bool behind_comma = at == first || scene_.is_comma(at - 1);
      const bool contrasted = at > first && scene_.at(ActorWord::contrast, at - 1) &&
                              (at == first + 1 || scene_.is_comma(at - 2));
      if (!behind_comma && !contrasted) continue;
      auto unit = clause_at(at);
      if (!unit && behind_comma) unit = matter_at(at);
      if (!unit) continue;
      unit->lead = trimmed({first, at});
      join_lead(*unit);
      return unit;
    }
    return std::nullopt;
  }

  std::optional<Unit> matter_at(std::size_t at) const {
    if (auto passive = passive_at(at)) return passive;
    return described_at(at);
  }

  // "The text proposed by A and supported by B": what stands before is what they say it of.
  std::optional<Unit> described_at(std::size_t at) const {
    for (std::size_t i = at + 1; !is_over(i); ++i) {
      const bool comma = scene_.is_comma(i);
      if (auto unit = participles_at(comma ? i + 1 : i)) {
        unit->matter = trimmed({at, i});
        unit->of_before = true;
        unit->own_subject = true;
        return unit;
      }
      if (comma) break;
    }
    return std::nullopt;
  }

  // "supported by A and opposed by B", of a thing.
  std::optional<Unit> participles_at(std::size_t at) const {
    Unit unit;
    for (std::size_t i = at; i < scene_.last();) {
      const std::size_t by = past_participle(i);
      const ActorList actors = by > i ? plain_list_at(scene_, by + 1) : ActorList{};
      if (actors.empty()) break;
      unit.tellings.push_back({actors.voices, Predicate{{i, by}, by, is_refusal(i)}});
      unit.message = actors.end;
      const Link link = link_at(actors.end);
      if (!link.any()) break;
      i = link.end;
    }
    if (unit.tellings.empty()) return std::nullopt;
    return unit;
  }

  // The "by" behind a participle of a verb of saying.
  std::size_t past_participle(std::size_t i) const {
    std::size_t head = i;
    while (head < scene_.last() && is_adverb(scene_.item(head))) ++head;
    if (head >= scene_.last() || !scene_.item(head).uses || scene_.item(head).capital) return i;
    return scene_.is_word(head + 1, U"by") && use_of(head, form_participle) ? head + 1 : i;
  }

  const VerbUse* use_of(std::size_t i, Form form) const {
    for (const VerbUse& use : *scene_.item(i).uses)
      if (use.rest.empty() && (use.forms & form)) return &use;
    return nullptr;
  }

  bool is_refusal(std::size_t i) const {
    while (is_adverb(scene_.item(i))) ++i;
    return (use_of(i, form_participle)->frames & frame_rejected) != 0;
  }

  // "Supported by A, B proposed"; "On behalf of C, B said".
  void join_lead(Unit& unit) const {
    if (unit.lead.empty()) return;
    Scene lead = scene_;
    lead.clause.last = unit.lead.end;
    ActorList list{{}, unit.lead.begin, {}};
    while (take_insertion(lead, list)) {
    }
    if (list.empty() || list.end != unit.lead.end) return;
    auto& voices = unit.tellings.front().voices;
    voices.insert(voices.end(), list.voices.begin(), list.voices.end());
  }

  std::size_t past_according(std::size_t at) const {
    return scene_.is_word(at, U"according") && scene_.is_word(at + 1, U"to") ? at + 2 : at;
  }

  std::optional<Unit> according(std::size_t first, std::size_t to) const {
    const ActorList actors = plain_list_at(scene_, to);
    if (actors.empty() || !scene_.is_comma(actors.end)) return std::nullopt;
    Predicate cue{{first, to}, actors.end + 1};
    return Unit{{{actors.voices, cue}}, {}, cue.after, {}, {}, false, true};
  }

  // "Noting X, A urged Y": A says both. "Responding to B" says nothing.
  bool is_remark(Range words) const {
    if (words.empty() || scene_.at(ActorWord::reply, words.begin)) return false;
    const auto predicate = predicate_at(scene_, words.begin);
    return predicate && predicate->present;
  }

  void tell_remark(const Unit& unit, Range remark) {
    if (!is_remark(remark)) return;
    const auto predicate = predicate_at(scene_, remark.begin);
    for (const Voice& voice : joining(unit.tellings.front().voices))
      add(voice, *predicate, trimmed({predicate->after, remark.end}));
  }

  // "A's proposal to X", "the proposal by A to X"
  void take_proposal(Range phrase) {
    for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
      const std::size_t end = scene_.past(ActorWord::proposed, i);
      if (end == i) continue;
      ActorList owners = owners_before(phrase.begin, i);
      std::size_t link = end;
      if (owners.empty() && scene_.is_word(end, U"by")) {
        owners = plain_list_at(scene_, end + 1);
        link = owners.end;
      }
      const std::size_t matter = scene_.past(ActorWord::linked, link);
      if (owners.empty() || matter == link) return;
      for (const Voice& voice : owners.voices)
        add(voice, Predicate{{i, end}, matter}, trimmed({matter, phrase.end}));
      return;
    }
  }

  // "A and B's"
  ActorList owners_before(std::size_t first, std::size_t noun) const {
    ActorList owners;
    if (noun == first || !is_possessive(scene_.item(noun - 1))) return owners;
    std::size_t at = noun;
    while (at > first && scene_.item(at - 1).capital) --at;
    if (at < noun) owners.voices.push_back({{at, noun}, {}, false});
    return owners;
  }

  void tell(const Unit& unit, Range message) {
    take_proposal(unit.matter);
    tell_remark(unit, unit.lead);
    for (const Range remark : unit.remarks) tell_remark(unit, remark);
    const bool goes_on = !message.empty() && scene_.item(message.begin).is(class_auxiliary) &&
                         scene_.is_comma(unit.message);
    if (unit.of_before || message.empty())
      message = last_message_.empty() ? unit.lead : last_message_;
    if (!unit.matter.empty()) message = unit.matter;
    before_ = goes_on ? unit.lead : Range{};
    for (const Telling& telling : unit.tellings)
      for (const Voice& voice : telling.voices) add(voice, telling.predicate, message);
    before_ = {};
    if (!message.empty()) last_message_ = message;
  }

  // Who says what comes next without a subject of its own.
  void remember(const Unit& unit) {
    if (!unit.of_before || unit.own_subject) last_ = unit.tellings;
    if (unit.own_subject && !unit.of_before) subject_ = unit.tellings.back().voices;
  }

  void add(const Voice& voice, const Predicate& predicate, Range message) {
    if (message.empty()) return;
    Saying saying{voice.actor, {predicate.cue}, {message}, predicate.rejected};
    if (!before_.empty()) saying.message.insert(saying.message.begin(), before_);
    if (voice.against) {
      saying.cue = {voice.by};
      saying.rejected = !predicate.rejected;
    } else if (!voice.by.empty()) {
      saying.cue.push_back(voice.by);
    }
    std::sort(saying.cue.begin(), saying.cue.end(),
              [](Range a, Range b) { return a.begin < b.begin; });
    out_.push_back(std::move(saying));
  }

  const Scene& scene_;
  Range last_message_;
  Range before_;  // what stands before a telling that its message goes on behind
  std::vector<Telling> last_;
  std::vector<Voice> subject_;
  std::vector<Saying> out_;
};

}  // namespace

std::vector<Saying> sayings_of(const Scene& scene) { return SentenceReader(scene).read(); }

}  // namespace entente::extract::actors

// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/sayings.h"

#include <algorithm>

#include "extract/actors/things.h"
#include "extract/actors/units.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

std::vector<Voice> joining(const std::vector<Voice>& voices) {
  std::vector<Voice> out;
  for (const Voice& voice : voices)
    if (!voice.against) out.push_back(voice);
  return out;
}

// Without those who only join in one thing.
std::vector<Voice> speakers(const std::vector<Voice>& voices) {
  std::vector<Voice> out;
  for (const Voice& voice : voices)
    if (voice.by.empty() || voice.spoken_for) out.push_back(voice);
  return out;
}

class SentenceReader {
 public:
  explicit SentenceReader(const Scene& scene) : scene_(scene) {}

  std::vector<Saying> read() {
    auto unit = opening(scene_.clause.first);
    while (unit) {
      remember(*unit);
      const std::size_t end = message_end(unit->message);
      tell(*unit, trimmed(scene_, {unit->message, end}));
      unit = next_at(end);
    }
    return std::move(out_);
  }

 private:
  // ", and, supported by B, suggested"; "and called for"; ", noting that".
  std::optional<Unit> further_at(const Link& link) const {
    ActorList joined{{}, link.end, {}};
    if (link.joined && scene_.is_comma(link.end))
      while (take_insertion(scene_, joined)) {
      }
    std::size_t at = joined.end;
    at = joined.empty() ? past_aside(scene_, at) : at + (scene_.is_comma(at) ? 1 : 0);
    const auto predicate = predicate_at(scene_, at);
    if (!predicate || predicate->passive || subject_.empty()) return std::nullopt;
    if (predicate->present ? !link.comma : !may_share_subject(link, *predicate))
      return std::nullopt;
    std::vector<Voice> voices = joined.empty() ? subject_ : speakers(subject_);
    if (predicate->present) voices = joining(voices);
    voices.insert(voices.end(), joined.voices.begin(), joined.voices.end());
    Unit unit{{{std::move(voices), *predicate}}, {}, predicate->after, {}, {}, false, false};
    share_message(scene_, unit);
    return unit;
  }

  // Behind "and" a verb may go on with what is said instead: "said the text was agreed and noted".
  bool may_share_subject(const Link& link, const Predicate& predicate) const {
    if (!link.joined) return link.comma && !predicate.helped && series_goes_on(predicate.after);
    if (scene_.is_word(link.end - 1, U"with")) return false;
    if (link.comma) return true;
    const Item& before = scene_.item(link.end - 2);
    if (predicate.after > predicate.cue.end) return true;  // a "that" of its own
    const bool helped = predicate.helped && !predicate.rejected;
    return !helped && !(before.is_word() && before.folded.ends_with(U"ed"));
  }

  // "thanked the chair, regretted the delay, and hoped": a last verb has to come.
  bool series_goes_on(std::size_t at) const {
    for (std::size_t i = at; !is_over(scene_, i) && !ends_part(scene_, i); ++i) {
      if (!scene_.is_comma(i) || !scene_.is_word(i + 1, U"and")) continue;
      const auto last = predicate_at(scene_, i + 2);
      if (last && !last->present && !last->passive) return true;
    }
    return false;
  }

  // ", with B noting that"
  std::optional<Unit> absolute_at(const Link& link) const {
    return scene_.is_word(link.end - 1, U"with") ? present_at(scene_, link.end) : std::nullopt;
  }

  // "A reiterated its offer, and B its doubts": the verb is the one before, the matter of its kind.
  std::optional<Unit> gapped_at(const Link& link) const {
    if (!(link.comma || link.joined) || last_.empty() || opened_ >= scene_.last())
      return std::nullopt;
    const ActorList actors = actors_at(scene_, link.end);
    if (actors.empty() || actors.end >= scene_.last()) return std::nullopt;
    const Predicate& verb = last_.back().predicate;
    const Item& next = scene_.item(actors.end);
    const bool noun = scene_.is_word(actors.end, U"that") && scene_.is_word(actors.end + 1, U"of");
    const bool that = !noun && scene_.is_word(actors.end, U"that") && verb.after > verb.cue.end;
    const bool particle = next.is_word() && verb.cue.end > verb.cue.begin + 1 &&
                          next.folded == scene_.item(verb.cue.end - 1).folded;
    if (!noun && !that && !particle && !alike(next, scene_.item(opened_))) return std::nullopt;
    const std::size_t message = actors.end + (that || particle ? 1 : 0);
    return Unit{{{actors.voices, verb}}, {}, message, {}, {}, false, true};
  }

  static bool alike(const Item& a, const Item& b) {
    if (a.is_quote() && b.is_quote()) return true;
    if (!a.is_word() || !b.is_word()) return false;
    const auto owned = [](const Item& item) {
      return item.folded == U"its" || item.folded == U"their" || item.folded == U"his" ||
             item.folded == U"her";
    };
    return a.folded == b.folded || (owned(a) && owned(b));
  }

  // "voiced by A and B, who said"
  std::optional<Unit> those_before_at(std::size_t at) const {
    const auto predicate = predicate_at(scene_, at);
    if (!predicate || predicate->present || predicate->passive || last_.empty())
      return std::nullopt;
    return Unit{{{last_.back().voices, *predicate}}, {}, predicate->after, {}, {}, false, false};
  }

  // ", which A opposed", ", to which A objected", ", which was supported by A"
  std::optional<Unit> relative_at(const Link& link) const {
    std::size_t at = link.end;
    if (!link.comma) return std::nullopt;
    if (scene_.is_word(at, U"who")) return those_before_at(at + 1);
    if (scene_.is_word(at + 1, U"which")) ++at;
    if (!scene_.is_word(at, U"which")) return std::nullopt;
    at = past_aside(scene_, at + 1) - 1;
    if (auto passive = agents_at(scene_, at + 1)) {
      passive->of_before = true;
      return passive;
    }
    auto clause = clause_at(scene_, at + 1);
    if (!clause) return std::nullopt;
    const Predicate& predicate = clause->tellings.back().predicate;
    clause->of_before = predicate.after == predicate.cue.end;  // no "that" of its own
    clause->own_subject = false;
    return clause;
  }

  // ", supported by A and opposed by B" behind the message: who is for and against it.
  std::optional<Unit> trailing_at(std::size_t at) const {
    if (!scene_.is_comma(at) || !tells_who(at + 1)) return std::nullopt;
    ActorList list{{}, at, {}};
    while (take_insertion(scene_, list, Verb::of_its_own)) {
    }
    if (list.empty() || last_.empty()) return std::nullopt;
    Unit unit{{}, {}, list.end, {}, {}, true, false};
    for (const Telling& telling : last_) unit.tellings.push_back({list.voices, telling.predicate});
    return unit;
  }

  // "supported by", not "for" and "with", which may go on with the message.
  bool tells_who(std::size_t at) const {
    const Link link = link_at(scene_, at);
    const std::size_t first = link.joined ? link.end : at;
    const std::size_t end =
        std::max(scene_.past(ActorWord::same, first), scene_.past(ActorWord::against, first));
    return end > first + 1;
  }

  std::optional<Unit> unit_at(std::size_t at) const {
    if (at >= scene_.last() || speech::is_stop(scene_.item(at).mark)) return std::nullopt;
    if (auto trailing = trailing_at(at)) return trailing;
    const Link link = link_at(scene_, at);
    if (!link.any()) return std::nullopt;
    if (auto absolute = absolute_at(link)) return absolute;
    if (auto relative = relative_at(link)) return relative;
    if (auto further = further_at(link)) return further;
    if (auto clause = clause_at(scene_, link.end)) return clause;
    if (absolute_)
      if (auto more = present_at(scene_, link.end)) return more;
    if (auto gapped = gapped_at(link)) return gapped;
    return passive_at(scene_, link.end);
  }

  std::optional<Unit> next_at(std::size_t at) const {
    if (auto unit = unit_at(at)) return unit;
    return ends_part(scene_, at) ? opening(at + 1) : std::nullopt;
  }

  // A semicolon ends it where somebody speaks behind it; else it parts what one actor lists.
  std::size_t message_end(std::size_t at) const {
    std::size_t i = past_inner_subject(at);
    while (!is_over(scene_, i) && !next_at(i)) i = past_description(i);
    return i;
  }

  // ", prepared by A and shared with B,": no verb of the actor's in it.
  std::size_t past_description(std::size_t i) const {
    const bool described = scene_.is_comma(i) && scene_.is_word(i + 2, U"by") &&
                           scene_.item(i + 1).folded.ends_with(U"ed");
    if (!described) return i + 1;
    std::size_t end = i + 1;
    while (!is_over(scene_, end) && !scene_.is_comma(end)) ++end;
    return end;
  }

  // "reported that A and B had agreed": no part of the list begins what somebody else says.
  std::size_t past_inner_subject(std::size_t at) const {
    const ActorList list = plain_list_at(scene_, at);
    return list.voices.size() > 1 && predicate_at(scene_, list.end) ? list.end : at;
  }

  // The first telling of a sentence or of its part behind a semicolon, past what opens it.
  std::optional<Unit> opening(std::size_t first) const {
    if (const std::size_t cited = past_according(first); cited > first)
      return according(first, cited);
    for (std::size_t at = first; !is_over(scene_, at) && !scene_.item(at).is_quote(); ++at) {
      if (at > first && ends_part(scene_, at)) return std::nullopt;
      const bool behind_comma = at == first || scene_.is_comma(at - 1);
      const bool contrasted = at > first && scene_.at(ActorWord::contrast, at - 1) &&
                              (at == first + 1 || scene_.is_comma(at - 2));
      if (!behind_comma && !contrasted) continue;
      auto unit = clause_at(scene_, at);
      if (!unit && behind_comma) unit = matter_at(at);
      if (!unit) continue;
      unit->lead = trimmed(scene_, {first, at});
      join_lead(*unit);
      return unit;
    }
    return std::nullopt;
  }

  std::optional<Unit> matter_at(std::size_t at) const {
    if (auto passive = passive_at(scene_, at)) return passive;
    return described_at(scene_, at);
  }

  // "Supported by A, B proposed"; "On behalf of C, B said"; "Noting X, and opposed by D, B said".
  void join_lead(Unit& unit) const {
    Scene lead = scene_;
    lead.clause.last = unit.lead.end;
    for (std::size_t at = unit.lead.begin; at < unit.lead.end; ++at) {
      const bool behind_remark = scene_.is_comma(at) && is_remark({unit.lead.begin, at});
      if (at > unit.lead.begin && !behind_remark) continue;
      ActorList list{{}, at, {}};
      while (take_insertion(lead, list)) {
      }
      if (list.empty() || list.end != unit.lead.end) continue;
      auto& voices = unit.tellings.front().voices;
      voices.insert(voices.end(), list.voices.begin(), list.voices.end());
      unit.lead.end = at;
      return;
    }
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

  std::size_t past_contrast(Range words) const {
    return words.empty() ? words.begin : scene_.past(ActorWord::contrast, words.begin);
  }

  // "Noting X, A urged Y": A says both. "Responding to B" says nothing.
  bool is_remark(Range words) const {
    words.begin = past_contrast(words);
    if (words.empty() || scene_.at(ActorWord::reply, words.begin) ||
        scene_.item(words.begin).is(class_preposition))  // "regarding finance"
      return false;
    const auto predicate = predicate_at(scene_, words.begin);
    return predicate && predicate->present;
  }

  void tell_remark(const Unit& unit, Range remark) {
    if (!is_remark(remark)) return;
    const auto predicate = predicate_at(scene_, past_contrast(remark));
    for (const Voice& voice : joining(unit.tellings.front().voices))
      add(voice, *predicate, trimmed(scene_, {predicate->after, remark.end}));
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
        add(voice, Predicate{{i, end}, matter}, trimmed(scene_, {matter, phrase.end}));
      return;
    }
  }

  // "A and B's"
  ActorList owners_before(std::size_t first, std::size_t noun) const {
    ActorList owners;
    if (noun == first || !is_possessive(scene_.item(noun - 1))) return owners;
    std::size_t at = noun;
    while (at > first && scene_.item(at - 1).capital) --at;
    if (at < noun) owners.voices.push_back({{at, noun}, {}, false, false});
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
    absolute_ = unit.own_subject && unit.tellings.front().predicate.present;
    opened_ = unit.message;
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
  Range before_;            // what stands before a telling that its message goes on behind
  std::size_t opened_ = 0;  // where the last message begins
  bool absolute_ = false;   // the last actors said it without a verb of a sentence: "with A noting"
  std::vector<Telling> last_;
  std::vector<Voice> subject_;
  std::vector<Saying> out_;
};

}  // namespace

std::vector<Saying> sayings_of(const Scene& scene) { return SentenceReader(scene).read(); }

}  // namespace entente::extract::actors

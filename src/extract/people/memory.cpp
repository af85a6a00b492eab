// SPDX-License-Identifier: Apache-2.0
#include "extract/people/memory.h"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::size_t sentences_remembered = 25;
// Bounds for texts without sentences, so that reading stays linear.
constexpr std::size_t traces_remembered = 200;
constexpr std::size_t actors_remembered = 64;

}  // namespace

void Memory::add(Trace trace) {
  if (trace.actor) {
    std::erase(recent_, *trace.actor);
    recent_.insert(recent_.begin(), *trace.actor);
    if (recent_.size() > actors_remembered) recent_.pop_back();
  }
  if (trace.subject) subject_sentence_[trace.quoted] = trace.sentence;
  traces_.push_back(std::move(trace));
}

bool Memory::had_subject(std::size_t sentence, bool quoted) const {
  return subject_sentence_[quoted] == sentence;
}

std::optional<std::size_t> Memory::subject_of(std::size_t sentence) const {
  for (auto trace = traces_.rbegin(); trace != traces_.rend() && trace->sentence >= sentence;
       ++trace)
    if (trace->sentence == sentence && trace->actor && !trace->quoted &&
        (trace->subject || trace->speaker))
      return trace->actor;
  return std::nullopt;
}

bool Memory::seen_from(std::size_t actor, std::size_t sentence) const {
  for (auto trace = traces_.rbegin(); trace != traces_.rend() && trace->sentence >= sentence;
       ++trace)
    if (trace->actor == actor) return true;
  return false;
}

bool Memory::seen_since(std::size_t actor, std::size_t first) const {
  const std::size_t oldest = traces_.size() - std::min(traces_.size(), traces_remembered);
  for (std::size_t i = std::max(first, oldest); i < traces_.size(); ++i)
    if (traces_[i].actor == actor) return true;
  return false;
}

bool Memory::fits(const Trace& trace, char gender) const {
  if (trace.plural) return false;
  const char known = trace.actor ? cast_[*trace.actor].gender : trace.gender;
  return known == '-' || gender == '-' || known == gender;
}

// Among the traces [first, last), all of one sentence.
const Trace* Memory::best_of(std::size_t first, std::size_t last, char gender, bool quoted) const {
  const Trace* best = nullptr;
  int rank = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Trace& trace = traces_[i];
    if (!fits(trace, gender) || (trace.quoted && !quoted)) continue;
    const int its = trace.speaker && trace.subject ? 4 : trace.speaker ? 3 : trace.subject ? 2 : 1;
    if (its >= rank) {
      best = &trace;
      rank = its;
    }
  }
  return best;
}

const Trace* Memory::in_sentence(std::size_t sentence, char gender, PronounCase form,
                                 bool quoted) const {
  const std::size_t oldest = traces_.size() - std::min(traces_.size(), traces_remembered);
  std::size_t first = traces_.size();
  while (first > oldest && traces_[first - 1].sentence == sentence) --first;
  if (form != PronounCase::object) {
    const Trace* best = best_of(first, traces_.size(), gender, quoted);
    return best != nullptr && (best->speaker || best->subject || form == PronounCase::possessive)
               ? best
               : nullptr;
  }
  for (std::size_t i = traces_.size(); i > first; --i) {
    const Trace& trace = traces_[i - 1];
    if (fits(trace, gender) && !trace.subject && !trace.speaker) return &trace;
  }
  return nullptr;
}

const Trace* Memory::before(std::size_t sentence, char gender, bool quoted) const {
  const std::size_t oldest = traces_.size() - std::min(traces_.size(), traces_remembered);
  std::size_t last = traces_.size();
  while (last > oldest && traces_[last - 1].sentence == sentence) --last;
  while (last > oldest && traces_[last - 1].sentence + sentences_remembered >= sentence) {
    std::size_t first = last;
    while (first > oldest && traces_[first - 1].sentence == traces_[last - 1].sentence) --first;
    if (const Trace* best = best_of(first, last, gender, quoted)) return best;
    last = first;
  }
  return nullptr;
}

std::optional<Trace> Memory::one(char gender, PronounCase form, std::size_t sentence,
                                 bool quoted) const {
  const Trace* found = in_sentence(sentence, gender, form, quoted);
  if (found == nullptr) found = before(sentence, gender, quoted);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

// The last group; of those in its sentence the one that speaks or acts: "officials who briefed
// reporters".
std::optional<Trace> Memory::many(std::size_t sentence) const {
  const Trace* best = nullptr;
  std::size_t left = traces_remembered;
  for (auto trace = traces_.rbegin();
       trace != traces_.rend() && left-- > 0 && trace->sentence + sentences_remembered >= sentence;
       ++trace) {
    if (best != nullptr && trace->sentence != best->sentence) break;
    if (!trace->plural || trace->quoted) continue;
    const bool acts = trace->speaker || (trace->subject && best != nullptr && best->party.empty());
    if (best == nullptr || (acts && !best->speaker && !trace->party.empty())) best = &*trace;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace entente::extract

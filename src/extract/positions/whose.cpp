// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/whose.h"

#include <algorithm>
#include <array>

#include "extract/positions/function_words.h"
#include "extract/positions/subject.h"
#include "extract/positions/wording.h"

namespace entente::extract::coding {
namespace {

// Tokens from a word of belief to the verb of what is believed: "is confident that the other side's
// government will accept".
constexpr std::size_t longest_belief = 12;

// "their main goal is", "its demand remains"
bool is_their_aim(const text::Prose& prose, std::size_t from, std::size_t aim) {
  constexpr std::array<std::u32string_view, 4> owners{U"their", U"his", U"her", U"its"};
  constexpr std::array<std::u32string_view, 5> aims{U"goal", U"objective", U"aim", U"priority",
                                                    U"position"};
  constexpr std::size_t farthest_owner = 3;
  if (is_any(prose, aim, owners)) return true;
  if (!is_any(prose, aim, aims)) return false;
  for (std::size_t token = aim; token-- > from && aim - token <= farthest_owner;)
    if (is_any(prose, token, owners)) return true;
  return false;
}

}  // namespace

bool is_own(const Layers& text, const Statement& statement, const Voiced& voiced,
            const Composed& out) {
  if (out.doer.named()) return out.doer.parties == std::vector<std::string>{statement.party};
  if (statement.speech == Speech::direct) return false;
  for (std::size_t token = voiced.part.first; token < *out.carrier; ++token)
    if (is_any(text.prose, token, third_persons)) return true;
  return false;
}

bool is_foretold(const Layers& text, const Voiced& voiced, const Composed& out) {
  if (!out.doer.named() || !out.carrier) return false;
  const Statement* statement = text.statement_of(voiced);
  if (statement && is_own(text, *statement, voiced, out)) return false;
  const std::size_t first = text.prose.sentences[voiced.part.sentence].first;
  const auto before = between(text.marked.stances, first, *out.carrier);
  const auto belief = std::find_if(before.rbegin(), before.rend(),
                                   [](auto& mark) { return mark.what == StanceWord::believes; });
  return belief != before.rend() && *out.carrier - belief->last <= longest_belief;
}

bool is_drafted(const Layers& text, const Voiced& voiced, const Composed& out) {
  if (out.by_judgement) return false;
  std::size_t at = text.prose.tokens[out.carrier.value_or(out.first)].span.begin;
  const Statement* statement = text.statement_of(voiced);
  const bool by_cue = out.governed && !out.carrier && statement && !statement->cue.empty();
  if (by_cue) at = statement->cue.front().begin;
  const auto holds = [&](const Clause& clause) {
    return clause.evidence.begin <= at && at < clause.evidence.end;
  };
  return std::any_of(text.drafted.begin(), text.drafted.end(), holds);
}

bool is_nobodys(const Layers& text, const Voiced& voiced, const Composed& out) {
  if (out.governed && !out.carrier) return false;
  const std::size_t verb = out.carrier.value_or(out.first);
  return is_asked_about(text.prose, voiced.part, verb) ||
         plain_subject(text.marked, text.reading.meeting_words, verb, voiced.part.first) ==
             PlainSubject::nobody;
}

bool of_others(const Layers& text, const Voiced& voiced, const Composed& out) {
  const Statement* statement = text.statement_of(voiced);
  if (!statement || !out.carrier || out.doer.named()) return false;
  const bool must = out.by_modal && out.stance != Stance::offers && out.stance != Stance::open_to;
  if (out.obliged || (must && out.stance != Stance::rejects)) return false;
  const bool inverted = is_word(text.prose, *out.carrier + 1, U"they");  // "never will they"
  if (statement->speech == Speech::direct &&
      (inverted || is_their_aim(text.prose, voiced.from, *out.carrier)))
    return true;
  const auto subject =
      plain_subject(text.marked, text.reading.meeting_words, *out.carrier, voiced.from);
  return subject == PlainSubject::collective ||
         (subject == PlainSubject::they && statement->speech == Speech::direct);
}

bool is_left_open(const Layers& text, const Statement& statement, std::size_t first,
                  std::size_t last) {
  const auto& mediators = text.reading.mediators;
  if (std::find(mediators.begin(), mediators.end(), statement.party) == mediators.end())
    return false;
  const auto verbs = between(text.marked.stances, first, last);
  return std::any_of(verbs.begin(), verbs.end(),
                     [](auto& verb) { return verb.what == StanceWord::be; });
}

bool is_past(const Layers& text, const Voiced& voiced, const Composed& out) {
  if (!out.by_predicate) return false;
  const Statement* statement = text.statement_of(voiced);
  const bool by_cue = !out.carrier && statement && !statement->cue.empty();
  if (!out.carrier && !by_cue) return false;
  const std::size_t verb =
      by_cue ? text.prose.token_at(statement->cue.front().begin) : *out.carrier;
  return is_past_deed(text.prose, voiced.part, verb, out.last, text.reading.card.date);
}

std::vector<std::string> speak_for(const Layers& text, const Statement& statement) {
  if (!statement.party.empty()) return {statement.party};
  const auto parties = text.sides.told_apart(
      joined_parties(text.prose, text.sides.mentions(), hull(statement.source)));
  return parties.size() > 1 ? parties : std::vector<std::string>{};
}

}  // namespace entente::extract::coding

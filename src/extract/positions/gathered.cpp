// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/gathered.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "extract/positions/day_words.h"
#include "extract/positions/function_words.h"
#include "extract/positions/subject.h"
#include "extract/positions/whose.h"
#include "extract/positions/wording.h"
#include "model/telling.h"

namespace entente::extract::coding {
namespace {

// "the first, not least" sets nothing against anything.
constexpr std::array<std::u32string_view, 8> no_contrast{U"least", U"only",   U"just", U"merely",
                                                         U"until", U"before", U"yet",  U"even"};

bool is_pair(const text::Prose& prose, std::size_t at, std::u32string_view one,
             std::u32string_view other) {
  return is_word(prose, at, one) && is_word(prose, at + 1, other);
}

// "open to the one, | but not to the other", "the one | rather than the other": where, from `from`
// on, the words begin that name what is not meant; else the part's end.
std::size_t set_against(const text::Prose& prose, const Part& part, std::size_t from) {
  for (std::size_t at = from; at + 2 < part.last; ++at) {
    if (is_pair(prose, at, U"rather", U"than") || is_pair(prose, at, U"instead", U"of")) return at;
    const bool contrast = is_word(prose, at, U"but") || is_mark(prose, at, U",");
    if (contrast && is_word(prose, at + 1, U"not") && !is_any(prose, at + 2, no_contrast))
      return at;
  }
  return part.last;
}

}  // namespace

int weight(Stance stance) {
  return stance == Stance::reports ? 0 : stance == Stance::undecided ? 1 : 2;
}

std::vector<Position> Gathered::take() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](auto& a, auto& b) { return a.evidence.begin < b.evidence.begin; });
  leave_out_doubles();
  return std::move(found_);
}

void Gathered::add(const Voiced& voiced, std::size_t issue, const Composed& out) {
  const Statement* statement = text_.statement_of(voiced);
  if (out.nobodys && !out.doer.named()) return;
  if (is_foretold(text_, voiced, out) || is_unreal(text_.marked, voiced.part)) return;
  if (is_drafted(text_, voiced, out)) return;
  if (of_others(text_, voiced, out) && out.stance != Stance::reports) return;
  if (!statement && (!out.by_predicate || out.topic)) return;
  if (statement && out.topic && (!statement->party.empty() || !out.doer.named())) return;
  if (!statement && !out.doer.named() && !text_.by_teller(voiced)) return;
  const auto parties = out.doer.named() ? out.doer.parties
                       : statement      ? speak_for(text_, *statement)
                                        : std::vector{voiced.teller};
  for (const std::string& party : parties) add_for(party, voiced, issue, out);
  const std::size_t clause = voiced.part.first;
  if (weight(out.stance) > 1 && (!newest_ || newest_->clause != clause))
    newest_ = Newest{clause, voiced.part.sentence, issue};
}

std::optional<std::size_t> Gathered::last_issue(std::size_t sentence) const {
  if (!newest_ || newest_->sentence < sentence) return std::nullopt;
  return newest_->issue;
}

void Gathered::add_for(const std::string& party, const Voiced& voiced, std::size_t issue,
                       const Composed& out) {
  Position position;
  position.document = text_.reading.card.id;
  position.party = party;
  position.issue = text_.issues.id(issue);
  position.stance = out.stance;
  position.firmness = out.firmness;
  if (!is_lacking(out))
    position.option = text_.issues.options_in(text_.issue_marks, issue, voiced.part.first,
                                              set_against(text_.prose, voiced.part, out.last));
  position.evidence = evidence(voiced, out);
  const Span condition = within_words(out.condition, voiced, out);
  if (!condition.empty()) position.condition = slice_utf8(text_.prose.text, condition);
  position.printed = text_.reading.card.date;
  position.reported_by = text_.reading.issuer.empty() ? "narrator" : text_.reading.issuer;
  if (const Statement* statement = text_.statement_of(voiced)) say_who(position, *statement);
  merge(std::move(position), voiced);
}

// "no truce without monitors" asks for monitors.
bool Gathered::is_lacking(const Composed& out) const {
  return out.in_condition && out.first > 0 && is_word(text_.prose, out.first - 1, U"without");
}

// The clause; of an endless one, the words around the issue.
Span Gathered::evidence(const Voiced& voiced, const Composed& out) const {
  const Part part = shortened(text_.prose, voiced.part, out.first, out.last);
  return within_words(part.span == voiced.part.span ? voiced.evidence : part.span, voiced, out);
}

Span Gathered::within_words(Span whole, const Voiced& voiced, const Composed& out) const {
  const Statement* statement = text_.statement_of(voiced);
  if (whole.empty() || !statement || statement->speech != Speech::direct) return whole;
  return own_words(text_.prose, *statement, whole, out.first);
}

void Gathered::say_who(Position& position, const Statement& statement) const {
  position.statement = statement.id;
  const auto find = [&](StatementId id) { return text_.statement_with(id); };
  const Statement& outer = *telling(position, find).back();
  if (text_.reading.issuer.empty() || outer.party == text_.reading.issuer) {
    if (const std::string who = reporter(text_.prose, outer); !who.empty())
      position.reported_by = who;
  }
  if (!text_.reading.card.date || statement.cue.empty()) return;
  position.said =
      day_of_saying(text_.prose, text_.reading.meeting_words, statement, *text_.reading.card.date);
}

// One position for what is said of an issue in one go; a later clause that says more takes over.
void Gathered::merge(Position position, const Voiced& voiced) {
  position.words = slice_utf8(text_.prose.text, position.evidence);
  const auto key = std::pair(position.party, position.issue);
  const auto last = last_.find(key);
  const std::size_t here = voiced.part.sentence;
  if (is_last(key, voiced)) {
    last->second.sentence = here;
    if (weight(position.stance) > weight(found_[last->second.index].stance))
      found_[last->second.index] = std::move(position);
    return;
  }
  last_[key] = {utterance(voiced), here, found_.size()};
  found_.push_back(std::move(position));
}

bool Gathered::is_last(const std::pair<std::string, std::string>& key, const Voiced& voiced) const {
  const auto last = last_.find(key);
  return last != last_.end() && last->second.statement == utterance(voiced) &&
         last->second.sentence + 1 >= voiced.part.sentence;
}

std::optional<std::size_t> Gathered::utterance(const Voiced& voiced) const {
  return voiced.statement ? std::optional(text_.utterances[*voiced.statement]) : std::nullopt;
}

// A statement within another is read as both.
void Gathered::leave_out_doubles() {
  std::vector<Position> kept;
  for (Position& position : found_) {
    const bool again = std::any_of(kept.begin(), kept.end(), [&](const Position& before) {
      return before.party == position.party && before.issue == position.issue &&
             before.stance == position.stance && before.evidence.contains(position.evidence);
    });
    if (!again) kept.push_back(std::move(position));
  }
  found_ = std::move(kept);
}

}  // namespace entente::extract::coding

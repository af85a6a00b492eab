// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/composing.h"

#include <algorithm>
#include <array>

#include "extract/positions/function_words.h"
#include "extract/positions/whose.h"

namespace entente::extract::coding {
namespace {

constexpr std::array<std::u32string_view, 2> being_done{U"be", U"been"};

}  // namespace

// A governor rules the clauses of its own sentence and voice.
void Composing::forget_governor(const Voiced& voiced) {
  if (governed_sentence_ == voiced.part.sentence && governed_statement_ == voiced.statement) return;
  governor_.reset();
  governed_sentence_ = voiced.part.sentence;
  governed_statement_ = voiced.statement;
}

void Composing::keep_governor(const Voiced& voiced, const IssueMark& mark) {
  const auto governor = governor_of(text_.marked, text_.clause(voiced, mark.first, mark.last));
  if (governor)
    governor_ = governor;
  else if (is_finite(text_.marked, voiced.part))
    governor_.reset();
}

void Composing::keep_verb(const Voiced& voiced) {
  if (!voiced.statement) return;
  const std::size_t end = voiced.part.last;
  if (const auto governor = governor_of(text_.marked, text_.clause(voiced, end, end)))
    governor_ = governor;
  else if (promises(voiced.part))
    governor_ = Governor{StanceWord::offers, Firmness::unstated, false, {{}, true}, {}};
}

// "We will work with others, | to build X"
bool Composing::promises(const Part& part) const {
  const auto marks = between(text_.marked.stances, part.first, part.last);
  const auto will = std::find_if(marks.begin(), marks.end(),
                                 [](auto& mark) { return mark.what == StanceWord::will; });
  if (will == marks.end() || will->first > part.first + 2) return false;
  const auto next = between(text_.marked.stances, will->last, will->last + 2);
  return doer_of(text_.marked, *will, part.first, part.last).first_person &&
         std::none_of(next.begin(), next.end(),
                      [](auto& mark) { return mark.what == StanceWord::negation; });
}

Composed Composing::composed(const Voiced& voiced, std::size_t first, std::size_t last) const {
  Composed out = compose(text_.marked, text_.clause(voiced, first, last));
  if (governor_ && !out.by_predicate && !is_finite(text_.marked, voiced.part))
    out = under(*governor_, out);
  if (voiced.governor && rules(voiced, first, last)) out = under(*voiced.governor, out);
  out.doer.parties = text_.sides.told_apart(out.doer.parties);
  out.subject.parties = text_.sides.told_apart(out.subject.parties);
  ask_of_others(voiced, out);
  foretell_of_others(voiced, out);
  leave_to_others(voiced, out);
  leave_to_parties(voiced, out);
  out.first = first;
  out.last = last;
  if (out.required && out.stance == Stance::conditional) out.stance = Stance::demands;
  if (agreed_with_others(voiced, out)) out.stance = Stance::offers;
  if (is_past(text_, voiced, out)) out.stance = Stance::reports;
  return out;
}

// "announced | a truce", not "announced | the end of the truce"
bool Composing::rules(const Voiced& voiced, std::size_t first, std::size_t last) const {
  const StanceWord what = voiced.governor->what;
  return (what != StanceWord::declares && what != StanceWord::deed) ||
         is_its_object(text_.marked, voiced.from, first, last);
}

// What several agree on is no concession of one to another.
bool Composing::agreed_with_others(const Voiced& voiced, const Composed& out) const {
  if (out.stance != Stance::concedes) return false;
  const Statement* statement = text_.statement_of(voiced);
  const bool by_saying = !out.carrier && statement && !statement->cue.empty();
  if (!out.carrier && !by_saying) return false;
  const std::size_t verb =
      by_saying ? text_.prose.token_at(statement->cue.back().begin) : *out.carrier;
  if (!text_.prose.folded_word(verb).starts_with(U"agree")) return false;
  const auto parties =
      out.doer.named() || !statement ? out.doer.parties : speak_for(text_, *statement);
  return text_.sides.told_apart(parties).size() > 1;
}

// "X said Y must accept a truce" is X's demand, and nothing that Y gives.
void Composing::ask_of_others(const Voiced& voiced, Composed& out) const {
  if (!out.obliged || out.doer.first_person) return;
  const Statement* statement = text_.statement_of(voiced);
  if (statement && is_own(text_, *statement, voiced, out)) return;
  const bool settled = out.stance == Stance::rejects || out.stance == Stance::conditional;
  if (!settled) out.stance = *out.obliged;
  out.doer = {};
  out.nobodys = !statement;
}

// "We are building", and what X is told to build; "Y is building" is no offer of anybody's.
void Composing::leave_to_others(const Voiced& voiced, Composed& out) const {
  const Statement* statement = text_.statement_of(voiced);
  if (!out.deed || out.doer.first_person) return;
  if (statement && out.carrier && is_own(text_, *statement, voiced, out)) return;
  out.stance = Stance::reports;
  out.by_predicate = out.deed = false;
  out.doer = {};
}

// "The embargo could be lifted", said by one who mediates, is offered by nobody.
void Composing::leave_to_parties(const Voiced& voiced, Composed& out) const {
  constexpr std::size_t longest_passive = 3;
  const bool gives = out.stance == Stance::offers || out.stance == Stance::open_to;
  const Statement* statement = text_.statement_of(voiced);
  const bool own = out.doer.named() || out.doer.first_person || out.subject.first_person;
  if (!gives || !statement || !out.carrier || own || out.governed) return;
  const bool modal = out.by_modal || is_any(text_.prose, *out.carrier + 1, being_done);
  if (!modal || !is_left_open(text_, *statement, *out.carrier, *out.carrier + longest_passive))
    return;
  out.stance = Stance::reports;
  out.by_predicate = out.by_modal = false;
}

// "X said Y would withdraw" offers nothing in X's name.
void Composing::foretell_of_others(const Voiced& voiced, Composed& out) const {
  const Statement* statement = text_.statement_of(voiced);
  if (!statement || !out.by_modal || out.governed || !out.subject.named()) return;
  if (statement->party.empty()) return;
  if (out.stance == Stance::demands || out.stance == Stance::conditional) return;
  const auto& parties = out.subject.parties;
  if (std::find(parties.begin(), parties.end(), statement->party) != parties.end()) return;
  out.stance = Stance::reports;
}

}  // namespace entente::extract::coding

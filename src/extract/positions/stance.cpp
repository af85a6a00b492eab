// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/stance.h"

#include <array>

#include "extract/positions/function_words.h"

namespace entente::extract::coding {
namespace {

constexpr std::size_t negation_reach = 4;

std::span<const StanceMark> marks_of(const MarkedText& marked, const Part& part) {
  return between(marked.stances, part.first, part.last);
}

bool inside(const StanceMark& mark, std::size_t first, std::size_t last) {
  return first <= mark.first && mark.last <= last;
}

// "Without delay, X lifted ..."
bool is_aside(const MarkedText& marked, const StanceMark& mark, std::size_t token) {
  if (!is_word(marked.prose, mark.first, U"without")) return false;
  for (std::size_t at = mark.last; at < token; ++at)
    if (is_mark(marked.prose, at, U",")) return true;
  return false;
}

// "does not want", "never accepted", "no ceasefire": the negation stands shortly before, no other
// predicate in between.
bool is_negated(const MarkedText& marked, const Part& part, std::size_t token) {
  const std::size_t from =
      std::max(part.first, token > negation_reach ? token - negation_reach : 0);
  bool negated = false;
  for (const StanceMark& mark : between(marked.stances, from, token)) {
    if (is_aside(marked, mark, token)) continue;
    if (mark.what == StanceWord::negation && mark.last <= token)
      negated = is_word(marked.prose, mark.first, U"nor") || !negated;  // "neither X nor Y"
    else if (is_doing(mark.what) && mark.last <= token)
      negated = false;
  }
  return negated;
}

// The part of the clause that is its condition, in tokens; empty where it has none.
struct Stretch {
  std::size_t first = 0, last = 0;
  bool holds(std::size_t token) const { return first <= token && token < last; }
  bool empty() const { return first >= last; }
};

bool later_counts(const MarkedText& marked, const Part& part, const StanceMark& later,
                  bool refused) {
  if (refused && is_word(marked.prose, later.first, U"before")) return true;
  const auto marks = marks_of(marked, part);
  return std::any_of(marks.begin(), marks.end(), [&](auto& mark) {
    return mark.what == StanceWord::will || mark.what == StanceWord::can ||
           (mark.what == StanceWord::rejects && mark.last <= later.first &&
            is_word(marked.prose, later.first, U"before"));
  });
}

// "no truce without monitors": what is lacking is the condition.
bool is_lacking(const MarkedText& marked, const Part& part, const StanceMark& mark) {
  if (!is_word(marked.prose, mark.first, U"without")) return false;
  const auto before = between(marked.stances, part.first, mark.first);
  return std::any_of(before.begin(), before.end(),
                     [](auto& no) { return no.what == StanceWord::negation; });
}

// "not subject to bargaining"
bool is_in_judgement(const MarkedText& marked, const StanceMark& condition) {
  const std::size_t from = condition.first - std::min<std::size_t>(condition.first, 2);
  const auto near = between(marked.stances, from, condition.first + 1);
  return std::any_of(near.begin(), near.end(), [&](const StanceMark& mark) {
    return mark.what == StanceWord::bad && mark.first < condition.first &&
           mark.last >= condition.last;
  });
}

Stretch condition_of(const MarkedText& marked, const Part& part, bool refused) {
  for (const StanceMark& mark : marks_of(marked, part)) {
    if (mark.what == StanceWord::condition && is_in_judgement(marked, mark)) continue;
    if (mark.what != StanceWord::condition && !is_lacking(marked, part, mark) &&
        !(mark.what == StanceWord::later && later_counts(marked, part, mark, refused)))
      continue;
    Stretch stretch{mark.first, part.last};
    if (mark.first > part.first + 1) return stretch;
    for (std::size_t token = mark.first; token < part.last; ++token)
      if (is_mark(marked.prose, token, U",")) return {mark.first, token};
    return stretch;
  }
  return {};
}

Span span_of(const text::Prose& prose, Stretch stretch) {
  while (!stretch.empty() && prose.tokens[stretch.last - 1].kind == text::TokenKind::mark)
    --stretch.last;
  if (stretch.empty()) return {};
  return {prose.tokens[stretch.first].span.begin, prose.tokens[stretch.last - 1].span.end};
}

// "military support", "a security offer": the word ends the issue's own name.
bool names_the_issue(const StanceMark& mark, std::size_t first, std::size_t last) {
  return inside(mark, first, last) && mark.first > first && mark.last == last;
}

class Composer {
 public:
  Composer(const MarkedText& marked, const IssueClause& clause)
      : marked_(marked),
        clause_(clause),
        part_(clause.part),
        condition_(condition_of(marked, clause.part, clause.refused)) {}

  // The outermost predicate before the issue, or the one joined to it ("supports A and opposes B");
  // else the first one after it.
  const StanceMark* predicate() const {
    const StanceMark *before = nullptr, *after = nullptr;
    for (const StanceMark& mark : marks_of(marked_, part_)) {
      if (!may_rule(mark)) continue;
      if (mark.first < clause_.last) {
        if (!before || is_joined_to(*before, mark)) before = &mark;
      } else if (!after && is_verb_after(mark)) {
        after = &mark;
      }
    }
    return before ? before : after;
  }

  Composed compose() const {
    Composed out;
    const StanceMark* main = predicate();
    if (main && !judged_before(*main) && !is_judged_itself(*main))
      out = by(*main);
    else if (!by_evaluation(out))
      by_modal(out);
    const bool told = !out.doer.named() && !out.by_judgement && !is_called_for();
    if (told && is_said_of_none()) return {};
    out.lack = lack_of(marked_, part_.first, clause_.first);
    out.firmness = firmness(out);
    add_condition(out);
    return out;
  }

  std::vector<Composed> by_agents() const {
    std::vector<Composed> all;
    for (const StanceMark& mark : marks_of(marked_, part_)) {
      if (mark.first < clause_.last || !may_rule(mark)) continue;
      const Doer agents = agents_of(marked_, mark, part_.last);
      if (!agents.named()) continue;
      all.push_back(by(mark));
      all.back().firmness = firmness(all.back());
      add_condition(all.back());
    }
    return all;
  }

 private:
  // Two finite verbs of one form with one subject.
  bool is_joined_to(const StanceMark& first, const StanceMark& second) const {
    if (second.first == part_.first || !is_any_join(second.first - 1)) return false;
    const auto a = marked_.prose.folded_word(first.first);
    const auto b = marked_.prose.folded_word(second.first);
    return (a.ends_with(U's') && b.ends_with(U's')) || (a.ends_with(U"ed") && b.ends_with(U"ed"));
  }
  bool is_any_join(std::size_t token) const {
    return is_word(marked_.prose, token, U"and") || is_word(marked_.prose, token, U"but");
  }

  bool may_rule(const StanceMark& mark) const {
    if (!is_doing(mark.what) || mark.last > part_.last ||
        names_the_issue(mark, clause_.first, clause_.last))
      return false;
    const bool another = directs_another(marked_, mark, part_.last);
    const bool asked = is_asked(marked_, mark, clause_.from, part_.last);
    if (mark.what == StanceWord::directs && !another && !asked) return false;
    if (needs_object(mark) && !has_object(mark)) return false;
    if (is_purpose(mark) && !is_asked_purpose(mark)) return false;
    if (is_possible(mark) && !ends_there(marked_.prose, mark.last, part_.last)) return false;
    if (mark.what == StanceWord::deed && clause_.needs_doer) return false;
    if (condition_.holds(mark.first) != condition_.holds(clause_.first)) return false;
    if (is_bare_noun(marked_, mark, part_.first)) return false;
    // Who is told to do a thing does not do it, whoever tells it.
    if (another || asked) return true;
    return !clause_.needs_doer || doer_of(marked_, mark, clause_.from, part_.last).named();
  }

  // "announced a truce", "has sent monitors", "we came for a truce"
  bool needs_object(const StanceMark& mark) const {
    constexpr std::array<std::u32string_view, 2> speakers{U"we", U"i"};
    constexpr std::array<std::u32string_view, 3> arriving{U"came", U"come", U"here"};
    if (mark.what != StanceWord::wants)
      return mark.what == StanceWord::declares || mark.what == StanceWord::deed;
    return is_any(marked_.prose, mark.first, speakers) &&
           is_any(marked_.prose, mark.last - 2, arriving);
  }
  bool has_object(const StanceMark& mark) const {
    constexpr std::array<std::u32string_view, 5> getting{U"be", U"get", U"win", U"secure",
                                                         U"obtain"};
    if (mark.last > clause_.first) return false;
    const text::Prose& prose = marked_.prose;
    if (prose.folded_word(mark.last - 1).starts_with(U"coordinat"))
      return !names_its_end(prose, mark.last, clause_.first);
    const bool gets = mark.what == StanceWord::wants && is_any(prose, mark.last, getting);
    const bool eases = is_word(prose, mark.last - 1, U"lifted");
    return is_its_object(marked_, mark.last + (gets ? 1 : 0), clause_.first, clause_.last, eases);
  }

  bool is_purpose(const StanceMark& mark) const {
    return mark.what == StanceWord::wants && is_word(marked_.prose, mark.first, U"so");
  }
  // "It must be there | so that Y can vote", not "Y lied so that it would fail"
  bool is_asked_purpose(const StanceMark& mark) const {
    const auto before = between(marked_.stances, clause_.from, mark.first);
    const bool asked = std::any_of(before.begin(), before.end(), [&](const StanceMark& verb) {
      if (verb.what == StanceWord::must || verb.what == StanceWord::needs) return true;
      return verb.what == StanceWord::offers &&
             doer_of(marked_, verb, clause_.from, mark.first).first_person;
    });
    const auto after = between(marked_.stances, mark.last, clause_.first);
    const bool able = std::any_of(after.begin(), after.end(), [](auto& verb) {
      return verb.what == StanceWord::can || verb.what == StanceWord::may;
    });
    const bool denied = std::any_of(after.begin(), after.end(),
                                    [](auto& verb) { return verb.what == StanceWord::negation; });
    return asked && able && !denied;
  }

  // "may be considered"
  bool is_possible(const StanceMark& mark) const {
    return mark.what == StanceWord::accepts && is_word(marked_.prose, mark.first + 1, U"be");
  }

  // After the issue only a verb rules it: "X was rejected", "X, which Y opposes", not "frustration
  // over Y's refusal".
  bool is_verb_after(const StanceMark& mark) const {
    const auto word = marked_.prose.folded_word(mark.first);
    if (word.ends_with(U's') || word.ends_with(U"ed") || mark.what == StanceWord::discusses)
      return true;
    const auto before = between(marked_.stances, mark.first - 1, mark.first + 1);
    return std::any_of(before.begin(), before.end(), [](auto& verb) {
      return verb.what >= StanceWord::must && verb.what <= StanceWord::negation;
    });
  }

  Composed by(const StanceMark& main) const {
    Composed out;
    const bool negated = is_negated(marked_, part_, main.first) || asks_for_none(main);
    out.stance = stance_of(what_of(marked_, main, part_.last), negated != refuses_to_refuse(main));
    out.topic = main.what == StanceWord::discusses;
    out.by_predicate = true;
    const Lack lack = lack_of(marked_, main.last, clause_.first);
    if (out.stance == Stance::rejects && lack == Lack::other) return {};
    if (out.stance == Stance::rejects && lack == Lack::asked) out.stance = Stance::demands;
    out.deed = main.what == StanceWord::deed;
    const bool withheld = negated && main.what == StanceWord::rejects;  // "did not rule out"
    if (!withheld) out.firmness = main.firmness;
    out.carrier = main.first;
    out.nobodys = is_asked(marked_, main, clause_.from, part_.last);
    if (!out.nobodys) out.doer = doer_of(marked_, main, clause_.from, part_.last);
    out.obliged = obligation(main);
    return out;
  }

  // "wants no monitors"
  bool asks_for_none(const StanceMark& main) const {
    const bool asks = main.what == StanceWord::demands || main.what == StanceWord::wants;
    return asks && main.last < clause_.first && clause_.first - main.last <= 3 &&
           is_word(marked_.prose, main.last, U"no");
  }

  std::optional<Stance> obligation(const StanceMark& main) const {
    const std::size_t from = main.first - std::min<std::size_t>(main.first - part_.first, 5);
    for (const StanceMark& mark : between(marked_.stances, from, main.first)) {
      if (mark.last > main.first || mark.last + 3 < main.first) continue;
      if (mark.what == StanceWord::needs) return Stance::conditional;
      if (mark.what == StanceWord::must) return Stance::demands;
    }
    return std::nullopt;
  }

  // "X is tantamount to demanding ...": the judgement rules the predicate after it.
  bool judged_before(const StanceMark& main) const {
    for (const StanceMark& mark : between(marked_.stances, clause_.last, main.first))
      if (mark.what == StanceWord::bad && mark.last <= main.first) return true;
    return false;
  }

  // "The rejection of X is a mistake", "Refusing X would be wrong"
  bool is_judged_itself(const StanceMark& main) const {
    if (!refuses_as_noun(main) || clause_.first < main.last) return false;
    const Doer doer = doer_of(marked_, main, clause_.from, part_.last);
    if (doer.named() || doer.first_person) return false;
    const auto after = between(marked_.stances, clause_.last, part_.last);
    const auto verb = std::find_if(after.begin(), after.end(),
                                   [](auto& mark) { return is_verb_sign(mark.what); });
    return std::any_of(verb, after.end(), [](auto& mark) {
      return mark.what == StanceWord::bad || mark.what == StanceWord::good;
    });
  }
  bool refuses_as_noun(const StanceMark& mark) const {
    const auto word = marked_.prose.folded_word(mark.first);
    return mark.what == StanceWord::rejects &&
           (word.ends_with(U"ing") || word.ends_with(U"ion") || word.ends_with(U"al"));
  }
  bool refusal_is_judged() const {
    const auto before = between(marked_.stances, part_.first, clause_.first);
    return std::any_of(before.begin(), before.end(),
                       [&](auto& mark) { return is_judged_itself(mark); });
  }

  // "refused to rule out", "would not rule out": two refusals in a row make an opening.
  bool refuses_to_refuse(const StanceMark& main) const {
    if (main.what != StanceWord::rejects) return false;
    for (const StanceMark& mark :
         between(marked_.stances, main.last, std::min(main.last + 3, part_.last)))
      if (mark.what == StanceWord::rejects) return true;
    return false;
  }

  bool by_evaluation(Composed& out) const {
    for (const StanceMark& mark : marks_of(marked_, part_)) {
      if (mark.what != StanceWord::bad && mark.what != StanceWord::good) continue;
      if (inside(mark, clause_.first, clause_.last) || condition_.holds(mark.first)) continue;
      if (!is_said_of_issue(mark)) continue;
      const bool denied = is_negated(marked_, part_, mark.first) != refusal_is_judged();
      const bool against = (mark.what == StanceWord::bad) != denied;
      out.stance = against                           ? Stance::rejects
                   : mark.firmness == Firmness::firm ? Stance::demands
                                                     : Stance::open_to;
      out.firmness = mark.firmness;
      out.by_judgement = true;
      out.doer = judge_after(mark);
      if (!out.doer.named()) judged_by_name(mark, out);
      return true;
    }
    return false;
  }

  // "no substitute for X", not "X is no substitute for"; "X is a trick", not "a trick question"
  bool is_said_of_issue(const StanceMark& mark) const {
    constexpr std::array<std::u32string_view, 2> wholes{U"dream", U"trick"};
    const text::Prose& prose = marked_.prose;
    if (mark.what == StanceWord::good && is_word(prose, mark.first, U"no") &&
        is_any(prose, mark.last - 1, prepositions))
      return mark.first < clause_.last;
    if (!is_word(prose, mark.first, U"a") || !is_any(prose, mark.last - 1, wholes)) return true;
    return follows_being(mark.first) && ends_there(prose, mark.last, part_.last);
  }
  // "is a trick", "called it a trick"
  bool follows_being(std::size_t token) const {
    constexpr std::array<std::u32string_view, 8> before{U"as",   U"it",     U"this", U"that",
                                                        U"just", U"merely", U"only", U"but"};
    if (token == part_.first || token == clause_.last) return true;
    const auto verbs = between(marked_.stances, token - 1, token);
    return is_any(marked_.prose, token - 1, before) ||
           std::any_of(verbs.begin(), verbs.end(),
                       [](auto& verb) { return verb.what == StanceWord::be; });
  }

  // "X called it unacceptable"
  void judged_by_name(const StanceMark& judgement, Composed& out) const {
    for (const StanceMark& mark : between(marked_.stances, part_.first, judgement.first)) {
      if (mark.what != StanceWord::judges) continue;
      out.doer = doer_of(marked_, mark, clause_.from, part_.last);
      out.by_predicate = out.doer.named();
      out.carrier = mark.first;
    }
  }

  // "unacceptable to X", "a red line for X"
  Doer judge_after(const StanceMark& mark) const {
    if (mark.last + 1 >= part_.last) return {};
    if (!is_word(marked_.prose, mark.last, U"for") && !is_word(marked_.prose, mark.last, U"to"))
      return {};
    const std::size_t at = marked_.prose.tokens[mark.last + 1].span.begin;
    const auto mention = mention_from(marked_.mentions, at);
    if (mention == marked_.mentions.end() || mention->span.begin > at || mention->party.empty())
      return {};
    return {{mention->party}, false};
  }

  void by_modal(Composed& out) const {
    for (const StanceMark& mark : marks_of(marked_, part_)) {
      if (mark.what < StanceWord::must || mark.what > StanceWord::may ||
          condition_.holds(mark.first) != condition_.holds(clause_.first))
        continue;
      out.by_modal = true;
      out.carrier = mark.first;
      out.stance = modal_stance(mark);
      out.subject = doer_of(marked_, mark, clause_.from, part_.last);
      const bool told = clause_.sourced && mark.what == StanceWord::will && !is_passive(mark);
      if (clause_.needs_doer && (out.stance == Stance::rejects || hangs(mark) || told))
        take_for_word(mark, out);
      return;
    }
    if (!is_negated(marked_, part_, clause_.first) || only_never(clause_.first) ||
        is_said_of_none())
      return;
    out.by_modal = true;
    out.stance = Stance::rejects;
  }

  // "would effectively be barred"
  bool is_passive(const StanceMark& modal) const {
    for (std::size_t token = modal.last; token < std::min(modal.last + 3, part_.last); ++token)
      if (is_word(marked_.prose, token, U"be")) return true;
    return false;
  }

  // "neither side is close to a truce": told of others, refused by nobody.
  bool is_said_of_none() const {
    constexpr std::array<std::u32string_view, 5> ones{U"one", U"side", U"party", U"country",
                                                      U"delegation"};
    for (const StanceMark& mark : between(marked_.stances, part_.first, clause_.first)) {
      if (mark.what != StanceWord::negation || mark.first > part_.first + 1) continue;
      if (mark.last < clause_.first && is_any(marked_.prose, mark.last, ones)) return true;
    }
    return false;
  }

  // "no country should have one"
  bool is_called_for() const {
    const auto marks = marks_of(marked_, part_);
    return std::any_of(marks.begin(), marks.end(),
                       [](auto& mark) { return mark.what == StanceWord::must; });
  }

  // "X will leave if Y does"
  bool hangs(const StanceMark& mark) const {
    const bool bound = mark.what == StanceWord::will || mark.what == StanceWord::can;
    if (!bound || condition_.empty() || condition_.holds(clause_.first)) return false;
    const auto words = between(marked_.stances, condition_.first, condition_.first + 1);
    return std::any_of(words.begin(), words.end(),
                       [](auto& word) { return word.what == StanceWord::condition; });
  }

  // "X will not leave": told of X, a plain refusal; "X will leave", an official said.
  void take_for_word(const StanceMark& mark, Composed& out) const {
    out.doer = out.subject;
    out.by_predicate = mark.first < clause_.first && out.doer.named() && !out.doer.first_person;
  }

  // "has never joined" tells of the past.
  bool only_never(std::size_t token) const {
    const std::size_t from = token - std::min(token, negation_reach);
    for (const StanceMark& mark : between(marked_.stances, std::max(part_.first, from), token))
      if (mark.what == StanceWord::negation && !is_word(marked_.prose, mark.first, U"never"))
        return false;
    return true;
  }

  // "No article of the code will touch on it"
  bool has_no_subject(const StanceMark& mark) const {
    return mark.first > part_.first && (is_word(marked_.prose, part_.first, U"no") ||
                                        is_word(marked_.prose, part_.first, U"nobody") ||
                                        is_word(marked_.prose, part_.first, U"nothing") ||
                                        is_word(marked_.prose, part_.first, U"neither"));
  }

  Stance modal_stance(const StanceMark& mark) const {
    const bool negated = is_negated(marked_, part_, mark.first) ||
                         is_negated(marked_, part_, std::min(mark.last + 2, part_.last)) ||
                         (mark.first < clause_.first && is_negated(marked_, part_, clause_.first));
    if (mark.what == StanceWord::may) return Stance::undecided;
    if (negated || has_no_subject(mark)) return Stance::rejects;
    if (mark.what == StanceWord::must) return Stance::demands;
    if (mark.what == StanceWord::needs) return Stance::conditional;
    // "sanctions would hurt its people": what the matter does by itself is nobody's offer.
    const bool by_itself = mark.first == clause_.last && !is_word(marked_.prose, mark.last, U"be");
    if (by_itself && mark.what == StanceWord::will) return Stance::reports;
    return mark.what == StanceWord::will ? Stance::offers : Stance::open_to;
  }

  Firmness firmness(const Composed& out) const {
    Firmness known = out.firmness;
    for (const StanceMark& mark : marks_of(marked_, part_)) {
      if (mark.what == StanceWord::red_line) return Firmness::red_line;
      if (is_modal(mark) && !helps(mark, out)) continue;
      if (known == Firmness::unstated && mark.what == StanceWord::firm) known = Firmness::firm;
      if (known == Firmness::unstated && mark.what == StanceWord::tentative && !denied(mark))
        known = Firmness::tentative;
    }
    return known;
  }

  bool is_modal(const StanceMark& mark) const {
    constexpr std::array<std::u32string_view, 4> modals{U"could", U"might", U"may", U"must"};
    return (mark.what == StanceWord::firm || mark.what == StanceWord::tentative) &&
           mark.last == mark.first + 1 && is_any(marked_.prose, mark.first, modals);
  }
  // The modal is one of the verb's own: not "rejects a deal that could cost it land".
  bool helps(const StanceMark& modal, const Composed& out) const {
    const auto verbs = marks_of(marked_, part_);
    const auto first = std::find_if(verbs.begin(), verbs.end(), [](auto& mark) {
      return mark.what >= StanceWord::must && mark.what <= StanceWord::be;
    });
    const bool leads = first != verbs.end() && first->first == modal.first;
    if (!out.carrier) return leads;
    if (*out.carrier <= modal.last) return *out.carrier >= modal.first;
    return is_one_group(marked_, modal.last, *out.carrier);
  }

  // "could not afford", "couldn't afford"
  bool denied(const StanceMark& mark) const {
    const std::size_t from = mark.last == mark.first + 1 ? mark.first : mark.last;
    const auto near = between(marked_.stances, from, std::min(mark.last + 2, part_.last));
    return std::any_of(near.begin(), near.end(),
                       [](auto& next) { return next.what == StanceWord::negation; });
  }

  // What stands in the condition itself is what the party asks for; what hangs on it is
  // conditional.
  void add_condition(Composed& out) const {
    if (condition_.empty() || out.topic) return;
    if (condition_.holds(clause_.first)) {
      out.in_condition = true;
      // "if Y accepts monitors": nothing that Y does.
      const bool asked = out.stance == Stance::demands || out.stance == Stance::wants;
      if (out.by_predicate && asked && !out.doer.named()) return;
      out.required = is_requirement() && !is_refused_there();
      out.stance = Stance::conditional;
      out.by_predicate = false;
      out.doer = doer_outside();
      return;
    }
    out.condition = span_of(marked_.prose, condition_);
    if (out.stance != Stance::undecided) out.stance = Stance::conditional;
  }

  // Without the condition nothing happens, whatever it is that would: "only if", "until". Of a
  // plain "if" only what hangs on it would tell: an offer or a threat.
  bool is_requirement() const {
    constexpr std::array<std::u32string_view, 9> words{U"on",     U"unless",   U"until",
                                                       U"only",   U"provided", U"providing",
                                                       U"before", U"without",  U"not"};
    return is_any(marked_.prose, condition_.first, words);
  }

  // "unless X drops its claim": the claim is not what is asked for.
  bool is_refused_there() const {
    constexpr std::array<std::u32string_view, 9> ending{
        U"drop", U"end", U"ceas", U"stop", U"lift", U"abandon", U"halt", U"scrap", U"cancel"};
    for (std::size_t token = condition_.first + 1; token < clause_.first; ++token)
      for (const std::u32string_view stem : ending)
        if (marked_.prose.folded_word(token).starts_with(stem)) return true;
    const auto marks = between(marked_.stances, condition_.first + 1, condition_.last);
    return std::any_of(marks.begin(), marks.end(), [](const StanceMark& mark) {
      return mark.what == StanceWord::rejects || mark.what == StanceWord::negation ||
             mark.what == StanceWord::bad;
    });
  }

  // Who does what hangs on the condition sets the condition: "X would agree if ...".
  Doer doer_outside() const {
    for (const StanceMark& mark : marks_of(marked_, part_))
      if (is_doing(mark.what) && mark.last <= part_.last && !condition_.holds(mark.first))
        return doer_of(marked_, mark, clause_.from, part_.last);
    return {};
  }

  const MarkedText& marked_;
  const IssueClause& clause_;
  const Part& part_;
  Stretch condition_;
};

}  // namespace

StanceWord what_of(const MarkedText& marked, const StanceMark& predicate, std::size_t last) {
  const bool of_another =
      predicate.what == StanceWord::directs ||
      (predicate.what == StanceWord::wants && another_to(marked, predicate.last, last));
  return of_another ? StanceWord::demands : predicate.what;
}

Stance stance_of(StanceWord doing, bool negated) {
  if (doing == StanceWord::rejects) return negated ? Stance::open_to : Stance::rejects;
  if (doing == StanceWord::threatens) return negated ? Stance::rejects : Stance::conditional;
  if (doing == StanceWord::discusses) return Stance::reports;
  if (negated) return Stance::rejects;
  switch (doing) {
    case StanceWord::demands:
      return Stance::demands;
    case StanceWord::wants:
      return Stance::wants;
    case StanceWord::offers:
    case StanceWord::declares:
    case StanceWord::deed:
      return Stance::offers;
    case StanceWord::accepts:
      return Stance::open_to;
    case StanceWord::concedes:
      return Stance::concedes;
    default:
      return Stance::undecided;
  }
}

std::optional<Governor> governor_of(const MarkedText& marked, const IssueClause& clause) {
  const StanceMark* main = Composer(marked, clause).predicate();
  if (!main || main->what == StanceWord::declares || main->what == StanceWord::deed)
    return std::nullopt;
  return Governor{what_of(marked, *main, clause.part.last), main->firmness,
                  is_negated(marked, clause.part, main->first),
                  doer_of(marked, *main, clause.from, clause.part.last), main->first};
}

Composed compose(const MarkedText& marked, const IssueClause& clause) {
  return Composer(marked, clause).compose();
}

std::vector<Composed> composed_by_agents(const MarkedText& marked, const IssueClause& clause) {
  return Composer(marked, clause).by_agents();
}

bool is_finite(const MarkedText& marked, const Part& part) {
  const auto marks = marks_of(marked, part);
  const auto verb =
      std::find_if(marks.begin(), marks.end(), [](auto& mark) { return is_verb_sign(mark.what); });
  if (verb == marks.end()) return false;
  // Verbs after a first "to" stand under it: "X to control what it has claimed".
  for (std::size_t token = part.first; token < verb->first; ++token)
    if (is_word(marked.prose, token, U"to")) return false;
  return true;
}

Composed under(const Governor& governor, Composed inner) {
  const bool refused = governor.what == StanceWord::rejects && !governor.negated;
  const bool open = inner.stance == Stance::undecided && inner.by_predicate;
  const bool own = open || inner.stance == Stance::conditional || inner.stance == Stance::rejects;
  // "refuses to leave before Y does" hangs on Y.
  const bool bound = refused && inner.stance == Stance::conditional;
  if (refused && !bound)
    inner.stance = inner.stance == Stance::rejects ? Stance::open_to : Stance::rejects;
  if (!refused && !own) inner.stance = stance_of(governor.what, governor.negated);
  if (stance_of(governor.what, governor.negated) == Stance::rejects && !bound) {
    if (inner.lack == Lack::other) return {};
    if (inner.lack == Lack::asked) inner.stance = Stance::demands;
  }
  inner.topic = governor.what == StanceWord::discusses;
  inner.deed = governor.what == StanceWord::deed;
  inner.by_predicate = true;
  inner.doer = governor.doer;
  inner.obliged.reset();
  inner.carrier = governor.token;
  inner.nobodys = false;
  inner.governed = true;
  // "rejects | a deal that could cost it land": the modal is none of the refusal's.
  if (inner.firmness == Firmness::tentative && (refused || inner.by_modal))
    inner.firmness = Firmness::unstated;
  const bool withheld = governor.what == StanceWord::rejects && governor.negated;
  if (inner.firmness == Firmness::unstated && !withheld) inner.firmness = governor.firmness;
  return inner;
}

}  // namespace entente::extract::coding

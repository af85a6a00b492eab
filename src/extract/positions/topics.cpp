// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/topics.h"

#include <algorithm>
#include <array>

#include "extract/positions/function_words.h"
#include "extract/positions/wording.h"

namespace entente::extract::coding {
namespace {

// What answers without naming the matter is short and stands near the question.
constexpr std::size_t longest_answer = 8;   // tokens
constexpr std::size_t farthest_answer = 3;  // sentences

constexpr std::size_t longest_adverb = 2;  // tokens
constexpr std::array<std::u32string_view, 3> pronouns{U"it", U"this", U"that"};
// What may stand behind a pronoun that is an object: no noun of which it is the article.
constexpr std::array<std::u32string_view, 14> behind_objects{
    U"outright", U"for", U"at",  U"on",   U"in",   U"as",   U"and",
    U"but",      U"out", U"now", U"with", U"from", U"when", U"if"};

// "this summer": the pronoun at the token belongs to a noun behind it.
bool is_article(const text::Prose& prose, std::size_t token, std::size_t last) {
  const std::size_t next = token + 1;
  return !is_word(prose, token, U"it") && next < last &&
         prose.tokens[next].kind == text::TokenKind::word && !is_any(prose, next, behind_objects) &&
         !prose.folded_word(next).ends_with(U"ly");
}

}  // namespace

void Topics::remember(const Voiced& voiced, const std::vector<IssueMark>& marks) {
  if (sentence_ != voiced.part.sentence) spoken_.clear();
  sentence_ = voiced.part.sentence;
  asked_ = false;
  auto in_text = marks;
  std::stable_sort(in_text.begin(), in_text.end(), [](auto& a, auto& b) {
    return std::pair(a.weak, a.first) < std::pair(b.weak, b.first);
  });
  for (const IssueMark& mark : in_text)
    if (std::find(spoken_.begin(), spoken_.end(), mark.issue) == spoken_.end())
      spoken_.push_back(mark.issue);
}

void Topics::ask(const Voiced& voiced, const std::vector<IssueMark>& marks) {
  if (!marks.empty()) remember(voiced, marks);
  asked_ = !spoken_.empty() && sentence_ + 1 >= voiced.part.sentence;
}

void Topics::take_up_request(const Voiced& voiced) {
  const Statement* statement = text_.statement_of(voiced);
  const bool told = !spoken_.empty() && sentence_ == voiced.part.sentence;
  if (!statement || statement->cue.empty() || told) return;
  const std::size_t from = text_.prose.token_at(statement->cue.back().end);
  if (from >= text_.prose.tokens.size()) return;
  const std::size_t sentence = text_.prose.sentence_at(statement->cue.back().begin);
  if (sentence != voiced.part.sentence || !names_request(text_.prose, from, sentence)) return;
  const auto marks =
      text_.issues.issues_in(text_.issue_marks, from, text_.prose.sentences[sentence].last);
  if (marks.empty()) return;
  remember(voiced, marks);
  asked_ = true;
}

bool Topics::read_reference(const Voiced& voiced) {
  if (spoken_.empty() || voiced.part.sentence > sentence_ + 2) return false;
  const Part& part = voiced.part;
  if (part.sentence == sentence_ && read_agents(voiced)) return true;
  if (read_denial(voiced) || read_object(voiced)) return true;
  for (const StanceMark& mark : between(text_.marked.stances, part.first, part.last)) {
    if (!refers_back(mark, voiced) && !is_ellipsis(mark, part)) continue;
    const Composed out = composing_.composed(voiced, mark.first, mark.last);
    if (out.topic || out.stance == Stance::reports || (!out.by_predicate && !out.by_judgement))
      return false;
    if (out.deed || (is_object(mark, voiced) && is_anothers(voiced, out))) return false;
    const bool one = refers_back(mark, voiced) && names_one(text_.prose, mark);
    for (const std::size_t issue : taken_up(one)) gathered_.add(voiced, issue, out);
    return true;
  }
  return false;
}

void Topics::read_answer(const Voiced& voiced) {
  const Statement* statement = text_.statement_of(voiced);
  const Part& part = voiced.part;
  if (!statement || statement->party.empty() || spoken_.size() != 1) return;
  if (part.last - part.first > longest_answer) return;
  const std::string& issue = text_.issues.id(spoken_.front());
  if (gathered_.is_last(std::pair(statement->party, issue), voiced)) return;
  Composed out = composing_.composed(voiced, part.last, part.last);
  out.first = part.first;
  if (out.topic || out.doer.named() || !takes_a_side(voiced, out)) return;
  gathered_.add(voiced, spoken_.front(), out);
}

bool Topics::takes_a_side(const Voiced& voiced, Composed& out) const {
  const std::size_t here = voiced.part.sentence;
  if (here == sentence_ && out.by_judgement) return true;
  if (!asked_ || here > sentence_ + farthest_answer) return false;
  if (answers(out)) return true;
  const bool aloud = text_.statement_of(voiced)->speech == Speech::direct;
  if (!aloud || !is_flat_no(text_.prose, voiced.part)) return false;
  out.stance = Stance::rejects;
  return true;
}

bool Topics::answers(const Composed& out) const {
  if (out.stance == Stance::reports || out.stance == Stance::undecided) return false;
  if (out.by_judgement) return true;
  if (out.by_predicate) return out.doer.first_person || out.governed;
  return out.by_modal && out.subject.first_person;
}

// "X wants a vote; Y does not"
bool Topics::read_denial(const Voiced& voiced) {
  const Part& part = voiced.part;
  const bool near = part.sentence <= sentence_ + 1 && part.last - part.first <= 5;
  if (!near || voiced.statement) return false;
  std::size_t last = part.last;
  while (last > part.first && text_.prose.tokens[last - 1].kind == text::TokenKind::mark) --last;
  for (const StanceMark& verb : between(text_.marked.stances, part.first, last)) {
    if (verb.what < StanceWord::must || verb.what > StanceWord::be || verb.last != last - 1 ||
        !is_word(text_.prose, verb.last, U"not"))
      continue;
    Composed out;
    out.doer = doer_of(text_.marked, verb, voiced.from, part.last);
    out.doer.parties = text_.sides.told_apart(out.doer.parties);
    if (!out.doer.named()) return false;
    out.stance = Stance::rejects;
    out.by_predicate = true;
    out.carrier = verb.first;
    out.first = verb.first;
    out.last = verb.last;
    const auto issues = spoken_;
    for (const std::size_t issue : issues) gathered_.add(voiced, issue, out);
    return true;
  }
  return false;
}

// "The truce was rejected by X and welcomed by Y": the second answers to what the first does.
bool Topics::read_agents(const Voiced& voiced) {
  const Part& part = voiced.part;
  auto answers = composed_by_agents(text_.marked, text_.clause(voiced, part.first, part.first));
  std::erase_if(answers, [&](const Composed& answer) {
    return text_.in_a_cue(text_.prose.tokens[*answer.carrier].span.begin);
  });
  const auto issues = spoken_;
  for (Composed& answer : answers) {
    answer.first = *answer.carrier;
    answer.last = answer.first + 1;
    answer.doer.parties = text_.sides.told_apart(answer.doer.parties);
    for (const std::size_t issue : issues) gathered_.add(voiced, issue, answer);
  }
  return !answers.empty();
}

// "X calls for a truce, but Y has refused"; not the verb of what Y is then said to refuse.
bool Topics::is_ellipsis(const StanceMark& mark, const Part& part) const {
  const bool answers = mark.what == StanceWord::rejects || mark.what == StanceWord::accepts ||
                       mark.what == StanceWord::concedes;
  std::size_t last = part.last;
  while (last > part.first && text_.prose.tokens[last - 1].kind == text::TokenKind::mark) --last;
  return answers && mark.last == last && part.sentence == sentence_ &&
         !text_.in_a_cue(mark.span.begin);
}

// Of several, "it" is the one on which a position was just taken, else the first that is no
// assessment of the talks.
std::vector<std::size_t> Topics::taken_up(bool one) const {
  if (!one) return spoken_;
  const auto last = gathered_.last_issue(sentence_);
  if (last && std::find(spoken_.begin(), spoken_.end(), *last) != spoken_.end() &&
      text_.issues.kind(*last) != IssueKind::assessment)
    return {*last};
  const auto matter = std::find_if(spoken_.begin(), spoken_.end(), [&](std::size_t issue) {
    return text_.issues.kind(issue) != IssueKind::assessment;
  });
  return {matter == spoken_.end() ? spoken_.front() : *matter};
}

// Inside X's words "Y remains committed to it" is no refusal or yes that X hands on.
bool Topics::is_anothers(const Voiced& voiced, const Composed& out) const {
  const Statement* statement = text_.statement_of(voiced);
  return statement && out.doer.named() &&
         out.doer.parties != std::vector<std::string>{statement->party};
}

// "X rejected that | outright"
bool Topics::read_object(const Voiced& voiced) {
  const std::size_t first = voiced.part.first;
  if (!voiced.statement || !voiced.governor || first == 0) return false;
  const bool adverb = voiced.part.last - first <= longest_adverb;
  if (!adverb || !is_any(text_.prose, first - 1, pronouns)) return false;
  const auto named = between(text_.marked.stances, first - 1, first);
  const bool taken_up_whole = std::any_of(
      named.begin(), named.end(), [](auto& mark) { return mark.what == StanceWord::these; });
  if (!taken_up_whole && is_article(text_.prose, first - 1, voiced.part.last)) return false;
  const Composed out = composing_.composed(voiced, first, first + 1);
  if (!out.by_predicate || out.deed || out.topic || out.stance == Stance::reports) return false;
  for (const std::size_t issue : taken_up(true)) gathered_.add(voiced, issue, out);
  return true;
}

// "could not accept this", "called | it a trick": the object of what is done to it.
bool Topics::is_object(const StanceMark& mark, const Voiced& voiced) const {
  const Part& part = voiced.part;
  if (!is_any(text_.prose, mark.first, pronouns)) return false;
  const auto next = between(text_.marked.stances, mark.last, mark.last + 1);
  const bool subject =
      std::any_of(next.begin(), next.end(), [](auto& verb) { return is_verb_sign(verb.what); });
  if (subject || is_article(text_.prose, mark.first, part.last)) return false;
  const bool by_cue = mark.first == part.first && voiced.statement;
  const std::size_t from = mark.first - std::min<std::size_t>(mark.first, 3);
  const auto before = between(text_.marked.stances, from, mark.first);
  return std::any_of(before.begin(), before.end(), [&](const StanceMark& verb) {
    const bool does = is_doing(verb.what) || verb.what == StanceWord::judges;
    if (by_cue != text_.in_a_cue(verb.span.begin)) return false;
    return does && (verb.last == mark.first || verb.last == mark.last + 1);
  });
}

// "those demands"; "it", "them" near the clause's start; "this", "that" there as a pronoun. The
// narrator's pronouns reach no further than the sentence, its "the demand" to the one before.
bool Topics::refers_back(const StanceMark& mark, const Voiced& voiced) const {
  const Part& part = voiced.part;
  const std::size_t back = part.sentence - sentence_;
  if (mark.what == StanceWord::these) return takes_up(mark, part, back, !voiced.statement);
  if (mark.what != StanceWord::it) return false;
  if (back <= 1 + (voiced.statement ? 1 : 0) && is_object(mark, voiced)) return true;
  if (!voiced.statement && back > 0) return false;
  if (mark.first > part.first + 2) return false;
  if (mark.last == part.last && is_word(text_.prose, mark.first, U"that")) return false;
  const auto word = text_.prose.folded_word(mark.first);
  if (!word.starts_with(U"th") || word.starts_with(U"they") || word == U"them") return true;
  const auto next = between(text_.marked.stances, mark.last, mark.last + 1);
  return std::any_of(next.begin(), next.end(),
                     [](auto& after) { return is_verb_sign(after.what); });
}

// "the demand that ..." names one of its own; "a proposal" takes up what was said only as an
// apposition: "..., a proposal Y rejected".
bool Topics::takes_up(const StanceMark& mark, const Part& part, std::size_t back, bool told) const {
  constexpr std::array<std::u32string_view, 5> own{U"that", U"to", U"for", U"of", U"on"};
  if (mark.last < part.last &&
      std::find(own.begin(), own.end(), text_.prose.folded_word(mark.last)) != own.end())
    return false;
  const auto word = text_.prose.folded_word(mark.first);
  if (word == U"a" || word == U"an") return back == 0 && mark.first == part.first;
  return !told || back == 0 || (back == 1 && (word.starts_with(U"th") || word == U"such"));
}

}  // namespace entente::extract::coding

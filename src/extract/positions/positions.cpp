// SPDX-License-Identifier: Apache-2.0
#include "extract/positions.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "extract/positions/day_words.h"
#include "extract/positions/function_words.h"
#include "extract/positions/marked_text.h"
#include "extract/positions/sides.h"
#include "extract/positions/stance.h"
#include "extract/positions/voices.h"
#include "extract/positions/wording.h"
#include "model/telling.h"

namespace entente::extract {
namespace coding {
namespace {

// Tokens from a word of belief to the verb of what is believed: "is confident that the other side's
// government will accept".
constexpr std::size_t longest_belief = 12;

// What answers without naming the matter is short and stands near the question.
constexpr std::size_t longest_answer = 8;   // tokens
constexpr std::size_t farthest_answer = 3;  // sentences

// What a clause spoke of, for a clause after it that says "those demands".
struct Topics {
  std::size_t sentence = 0;
  std::vector<std::size_t> issues;
  bool asked = false;  // in a question
};

// How much a stance says: of two for the same words the greater one stands.
int weight(Stance stance) {
  return stance == Stance::reports ? 0 : stance == Stance::undecided ? 1 : 2;
}

class PositionFinder {
 public:
  PositionFinder(const Reading& reading, const IssueMatcher& issues, const StanceLexicon& stances,
                 const std::vector<Clause>& drafted)
      : reading_(reading),
        prose_(reading.prose),
        issues_(issues),
        drafted_(drafted),
        issue_marks_(issues.find(reading.prose)),
        days_(stances.meeting_marks(reading.prose)),
        sides_(reading, days_),
        marked_{
            reading.prose, sides_.mentions(),
            with_inversions(reading.prose, sides_.mentions(), stances.stance_marks(reading.prose))},
        voices_(marked_, reading.statements),
        utterances_(utterances_of(reading.statements)) {
    for (const Statement& statement : reading.statements) {
      cues_.insert(cues_.end(), statement.cue.begin(), statement.cue.end());
      by_id_.emplace(statement.id, &statement);
    }
    std::sort(cues_.begin(), cues_.end());
  }

  std::vector<Position> find() {
    for (const Voiced& voiced : voices_.parts()) read_part(voiced);
    std::stable_sort(found_.begin(), found_.end(),
                     [](auto& a, auto& b) { return a.evidence.begin < b.evidence.begin; });
    leave_out_doubles();
    return std::move(found_);
  }

 private:
  // A statement within another is read as both.
  void leave_out_doubles() {
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

  const Statement* statement_of(const Voiced& voiced) const {
    return voiced.statement ? &reading_.statements[*voiced.statement] : nullptr;
  }

  void read_part(const Voiced& voiced) {
    const auto marks = issues_.issues_in(issue_marks_, voiced.part.first, voiced.part.last);
    if (is_question(prose_, voiced.part)) {
      ask(voiced, marks);
      return;
    }
    forget_governor(voiced);
    if (marks.empty()) take_up_request(voiced);
    const bool strong =
        std::any_of(marks.begin(), marks.end(), [](auto& mark) { return !mark.weak; });
    if (!strong && read_reference(voiced)) return;
    if (marks.empty()) {
      read_answer(voiced);
      return;
    }
    remember(voiced, marks);
    const bool assessed = std::any_of(marks.begin(), marks.end(),
                                      [&](auto& mark) { return is_assessment(mark.issue); });
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (i == 0 || marks[i].issue != marks[i - 1].issue)
        read_issue(voiced, strongest(voiced, marks, i), assessed);
    if (!marks.empty()) keep_governor(voiced, marks.front());
  }

  void ask(const Voiced& voiced, const std::vector<IssueMark>& marks) {
    if (!marks.empty()) remember(voiced, marks);
    topics_.asked = !topics_.issues.empty() && topics_.sentence + 1 >= voiced.part.sentence;
  }

  // "..., X said when asked about a truce", "... , X said of the truce"
  void take_up_request(const Voiced& voiced) {
    const Statement* statement = statement_of(voiced);
    const bool told = !topics_.issues.empty() && topics_.sentence == voiced.part.sentence;
    if (!statement || statement->cue.empty() || told) return;
    const std::size_t from = prose_.token_at(statement->cue.back().end);
    if (from >= prose_.tokens.size()) return;
    const std::size_t sentence = prose_.sentence_at(statement->cue.back().begin);
    if (sentence != voiced.part.sentence || !names_request(prose_, from, sentence)) return;
    const auto marks = issues_.issues_in(issue_marks_, from, prose_.sentences[sentence].last);
    if (marks.empty()) return;
    remember(voiced, marks);
    topics_.asked = true;
  }
  // A governor rules the clauses of its own sentence and voice.
  void forget_governor(const Voiced& voiced) {
    if (governed_sentence_ == voiced.part.sentence && governed_statement_ == voiced.statement)
      return;
    governor_.reset();
    governed_sentence_ = voiced.part.sentence;
    governed_statement_ = voiced.statement;
  }
  void keep_governor(const Voiced& voiced, const IssueMark& mark) {
    const auto governor = governor_of(marked_, clause(voiced, mark.first, mark.last));
    if (governor) governor_ = governor;
    else if (is_finite(marked_, voiced.part)) governor_.reset();
  }

  IssueClause clause(const Voiced& voiced, std::size_t first, std::size_t last) const {
    const bool refused = voiced.governor && voiced.governor->what == StanceWord::rejects &&
                         !voiced.governor->negated;
    return {voiced.part, voiced.from, first, last, !voiced.statement && !by_teller(voiced),
            refused};
  }

  Composed composed(const Voiced& voiced, std::size_t first, std::size_t last) const {
    Composed out = compose(marked_, clause(voiced, first, last));
    if (governor_ && !out.by_predicate && !is_finite(marked_, voiced.part))
      out = under(*governor_, out);
    if (voiced.governor) out = under(*voiced.governor, out);
    out.doer.parties = sides_.told_apart(out.doer.parties);
    out.subject.parties = sides_.told_apart(out.subject.parties);
    ask_of_others(voiced, out);
    foretell_of_others(voiced, out);
    out.first = first;
    out.last = last;
    if (is_past(voiced, out)) out.stance = Stance::reports;
    return out;
  }

  // "X said Y must accept a truce" is X's demand, and nothing that Y gives.
  void ask_of_others(const Voiced& voiced, Composed& out) const {
    if (!out.obliged || out.doer.first_person) return;
    const Statement* statement = statement_of(voiced);
    if (statement && is_own(*statement, voiced, out)) return;
    const bool settled = out.stance == Stance::rejects || out.stance == Stance::conditional;
    if (!settled) out.stance = *out.obliged;
    out.doer = {};
    out.nobodys = !statement;
  }

  // "X said Y would withdraw" offers nothing in X's name.
  void foretell_of_others(const Voiced& voiced, Composed& out) const {
    const Statement* statement = statement_of(voiced);
    if (!statement || !out.by_modal || out.governed || !out.subject.named()) return;
    if (out.stance == Stance::demands || out.stance == Stance::conditional) return;
    const auto& parties = out.subject.parties;
    if (std::find(parties.begin(), parties.end(), statement->party) != parties.end()) return;
    out.stance = Stance::reports;
  }

  // "X is confident that Y will accept": what is foretold of Y is no word of Y's.
  bool is_foretold(const Voiced& voiced, const Composed& out) const {
    if (!out.doer.named() || !out.carrier) return false;
    const Statement* statement = statement_of(voiced);
    if (statement && is_own(*statement, voiced, out)) return false;
    const std::size_t first = prose_.sentences[voiced.part.sentence].first;
    const auto before = between(marked_.stances, first, *out.carrier);
    const auto belief = std::find_if(before.rbegin(), before.rend(),
                                     [](auto& mark) { return mark.what == StanceWord::believes; });
    return belief != before.rend() && *out.carrier - belief->last <= longest_belief;
  }

  // The speaker's own party, by name or as "it".
  bool is_own(const Statement& statement, const Voiced& voiced, const Composed& out) const {
    if (out.doer.named()) return out.doer.parties == std::vector<std::string>{statement.party};
    if (statement.speech == Speech::direct) return false;
    for (std::size_t token = voiced.part.first; token < *out.carrier; ++token)
      if (is_any(prose_, token, third_persons)) return true;
    return false;
  }

  // What a draft's clause provides, by words of its own alone.
  bool is_drafted(const Voiced& voiced, const Composed& out) const {
    if (out.by_judgement) return false;
    std::size_t at = prose_.tokens[out.carrier.value_or(out.first)].span.begin;
    const Statement* statement = statement_of(voiced);
    const bool by_cue = out.governed && !out.carrier && statement && !statement->cue.empty();
    if (by_cue) at = statement->cue.front().begin;
    const auto holds = [&](const Clause& clause) {
      return clause.evidence.begin <= at && at < clause.evidence.end;
    };
    return std::any_of(drafted_.begin(), drafted_.end(), holds);
  }

  // Of an issue's marks in one clause, the first that a predicate rules, else the first of those
  // with the weightiest stance.
  const IssueMark& strongest(const Voiced& voiced, const std::vector<IssueMark>& marks,
                             std::size_t at) const {
    const IssueMark* best = &marks[at];
    if (at + 1 == marks.size() || marks[at + 1].issue != best->issue) return *best;
    int most = -1;
    for (std::size_t i = at; i < marks.size() && marks[i].issue == marks[at].issue; ++i) {
      const Composed out = composed(voiced, marks[i].first, marks[i].last);
      const int here = weight(out.stance) + (out.by_predicate ? 3 : 0);
      if (here > most) best = &marks[i];
      most = std::max(most, here);
    }
    return *best;
  }

  bool is_assessment(std::size_t issue) const {
    return issues_.kind(issue) == IssueKind::assessment;
  }

  // "..., X said, abandoning a demand": the participle's subject is the speaker.
  bool by_teller(const Voiced& voiced) const {
    return !voiced.statement && !voiced.teller.empty() &&
           prose_.folded_word(voiced.part.first).ends_with(U"ing");
  }

  // In a clause that assesses the talks an issue is named as their matter; that takes up nothing on
  // it.
  void read_issue(const Voiced& voiced, const IssueMark& mark, bool assessed) {
    Composed out = composed(voiced, mark.first, mark.last);
    const bool bare = !out.by_predicate && !out.by_modal && !out.by_judgement;
    const IssueKind kind = issues_.kind(mark.issue);
    if (bare && !is_assessment(mark.issue) && (mark.weak || assessed)) return;
    if (asks_indirectly(prose_, voiced.part) && !out.by_predicate && !out.by_judgement) return;
    if (is_nobodys(voiced, out)) return;
    if (kind == IssueKind::assessment || kind == IssueKind::context) {
      if (out.in_condition) return;  // "if the shelling stops" reports nothing
      assess(voiced, kind, out);
    }
    const auto by_agents = composed_by_agents(marked_, clause(voiced, mark.first, mark.last));
    if (by_agents.size() < 2) return add(voiced, mark.issue, out);
    for (Composed each : by_agents) {
      each.first = mark.first;
      each.last = mark.last;
      each.doer.parties = sides_.told_apart(each.doer.parties);
      add(voiced, mark.issue, each);
    }
  }

  // What is asked, and what nobody does, is nobody's position.
  bool is_nobodys(const Voiced& voiced, const Composed& out) const {
    if (out.governed && !out.carrier) return false;
    const std::size_t verb = out.carrier.value_or(out.first);
    return is_asked_about(prose_, voiced.part, verb) ||
           plain_subject(marked_, days_, verb, voiced.part.first) == PlainSubject::nobody;
  }

  // "They accept it now", "the parties had agreed": what others are said to do is no yes of the
  // speaker's; what they must do is asked by the speaker. Outside quotation marks "they" may be
  // those who speak.
  bool of_others(const Voiced& voiced, const Composed& out) const {
    const Statement* statement = statement_of(voiced);
    if (!statement || !out.carrier || out.doer.named()) return false;
    const bool must = out.by_modal && out.stance != Stance::offers && out.stance != Stance::open_to;
    if (out.obliged || (must && out.stance != Stance::rejects)) return false;
    const auto subject = plain_subject(marked_, days_, *out.carrier, voiced.from);
    return subject == PlainSubject::collective ||
           (subject == PlainSubject::they && statement->speech == Speech::direct);
  }

  // "accepted a truce in 2029": a remark on what is past.
  bool is_past(const Voiced& voiced, const Composed& out) const {
    if (!out.by_predicate) return false;
    const Statement* statement = statement_of(voiced);
    const bool by_cue = !out.carrier && statement && !statement->cue.empty();
    if (!out.carrier && !by_cue) return false;
    const std::size_t verb =
        by_cue ? prose_.token_at(statement->cue.front().begin) : *out.carrier;
    return is_past_deed(prose_, voiced.part, verb, out.last, reading_.card.date);
  }

  // An assessment is a report, but for what the party asks for. The narrator's own is nobody's.
  static void assess(const Voiced& voiced, IssueKind kind, Composed& out) {
    const bool asks = out.stance == Stance::demands || out.stance == Stance::wants;
    const bool asked = asks && (out.by_predicate || (out.by_modal && kind == IssueKind::context));
    if (asked) return;
    out.stance = Stance::reports;
    if (!voiced.statement) out.doer = {};
  }

  // "Those demands are unacceptable" takes up the issues of the clauses before.
  bool read_reference(const Voiced& voiced) {
    if (topics_.issues.empty() || voiced.part.sentence > topics_.sentence + 2) return false;
    const Part& part = voiced.part;
    if (part.sentence == topics_.sentence && read_agents(voiced)) return true;
    if (read_denial(voiced)) return true;
    for (const StanceMark& mark : between(marked_.stances, part.first, part.last)) {
      if (!refers_back(mark, voiced) && !is_ellipsis(mark, part)) continue;
      const Composed out = composed(voiced, mark.first, mark.last);
      if (out.topic || out.stance == Stance::reports || (!out.by_predicate && !out.by_judgement))
        return false;
      auto issues = topics_.issues;
      if (refers_back(mark, voiced) && names_one(prose_, mark)) issues.resize(1);
      for (const std::size_t issue : issues) add(voiced, issue, out);
      return true;
    }
    return false;
  }
  // "We will not", "Never": what names nothing answers to what was asked just before. Of a
  // judgement alone ("a demand X describes as | unthinkable") the sentence names the matter.
  void read_answer(const Voiced& voiced) {
    const Statement* statement = statement_of(voiced);
    const Part& part = voiced.part;
    if (!statement || statement->party.empty() || topics_.issues.size() != 1) return;
    if (part.last - part.first > longest_answer) return;
    const std::string& issue = issues_.id(topics_.issues.front());
    if (is_last(std::pair(statement->party, issue), voiced)) return;
    Composed out = composed(voiced, part.last, part.last);
    out.first = part.first;
    if (out.topic || out.doer.named() || !takes_a_side(voiced, out)) return;
    add(voiced, topics_.issues.front(), out);
  }
  bool takes_a_side(const Voiced& voiced, Composed& out) const {
    const std::size_t here = voiced.part.sentence;
    if (here == topics_.sentence && out.by_judgement) return true;
    if (!topics_.asked || here > topics_.sentence + farthest_answer) return false;
    if (answers(out)) return true;
    const bool aloud = statement_of(voiced)->speech == Speech::direct;
    if (!aloud || !is_flat_no(prose_, voiced.part)) return false;
    out.stance = Stance::rejects;
    return true;
  }
  bool answers(const Composed& out) const {
    if (out.stance == Stance::reports || out.stance == Stance::undecided) return false;
    if (out.by_judgement) return true;
    if (out.by_predicate) return out.doer.first_person || out.governed;
    return out.by_modal && out.subject.first_person;
  }

  // "X wants a vote; Y does not"
  bool read_denial(const Voiced& voiced) {
    const Part& part = voiced.part;
    const bool near = part.sentence <= topics_.sentence + 1 && part.last - part.first <= 5;
    if (!near || voiced.statement) return false;
    std::size_t last = part.last;
    while (last > part.first && prose_.tokens[last - 1].kind == text::TokenKind::mark) --last;
    for (const StanceMark& verb : between(marked_.stances, part.first, last)) {
      if (verb.what < StanceWord::must || verb.what > StanceWord::be || verb.last != last - 1 ||
          !is_word(prose_, verb.last, U"not"))
        continue;
      Composed out;
      out.doer = doer_of(marked_, verb, voiced.from, part.last);
      out.doer.parties = sides_.told_apart(out.doer.parties);
      if (!out.doer.named()) return false;
      out.stance = Stance::rejects;
      out.by_predicate = true;
      out.carrier = verb.first;
      out.first = verb.first;
      out.last = verb.last;
      const auto issues = topics_.issues;
      for (const std::size_t issue : issues) add(voiced, issue, out);
      return true;
    }
    return false;
  }

  // "The truce was rejected by X and welcomed by Y": the second answers to what the first does.
  bool read_agents(const Voiced& voiced) {
    const Part& part = voiced.part;
    auto answers = composed_by_agents(marked_, clause(voiced, part.first, part.first));
    std::erase_if(answers, [&](const Composed& answer) {
      return in_a_cue(prose_.tokens[*answer.carrier].span.begin);
    });
    const auto issues = topics_.issues;
    for (Composed& answer : answers) {
      answer.first = *answer.carrier;
      answer.last = answer.first + 1;
      answer.doer.parties = sides_.told_apart(answer.doer.parties);
      for (const std::size_t issue : issues) add(voiced, issue, answer);
    }
    return !answers.empty();
  }

  // "X calls for a truce, but Y has refused"; not the verb of what Y is then said to refuse.
  bool is_ellipsis(const StanceMark& mark, const Part& part) const {
    const bool answers = mark.what == StanceWord::rejects || mark.what == StanceWord::accepts ||
                         mark.what == StanceWord::concedes;
    std::size_t last = part.last;
    while (last > part.first && prose_.tokens[last - 1].kind == text::TokenKind::mark) --last;
    return answers && mark.last == last && part.sentence == topics_.sentence &&
           !in_a_cue(mark.span.begin);
  }

  bool in_a_cue(std::size_t at) const {
    const auto after = std::upper_bound(cues_.begin(), cues_.end(), at,
                                        [](std::size_t a, Span cue) { return a < cue.begin; });
    return after != cues_.begin() && (after - 1)->end > at;
  }

  // "those demands"; "it", "them" near the clause's start; "this", "that" there as a pronoun. The
  // narrator's pronouns reach no further than the sentence, its "the demand" to the one before.
  bool refers_back(const StanceMark& mark, const Voiced& voiced) const {
    const Part& part = voiced.part;
    const std::size_t back = part.sentence - topics_.sentence;
    if (mark.what == StanceWord::these) return takes_up(mark, part, back, !voiced.statement);
    if (!voiced.statement && back > 0) return false;
    if (mark.what != StanceWord::it || mark.first > part.first + 2) return false;
    if (mark.last == part.last && is_word(prose_, mark.first, U"that")) return false;
    const auto word = prose_.folded_word(mark.first);
    if (!word.starts_with(U"th") || word.starts_with(U"they") || word == U"them") return true;
    const auto next = between(marked_.stances, mark.last, mark.last + 1);
    return std::any_of(next.begin(), next.end(),
                       [](auto& after) { return is_verb_sign(after.what); });
  }

  // "the demand that ..." names one of its own; "a proposal" takes up what was said only as an
  // apposition: "..., a proposal Y rejected".
  bool takes_up(const StanceMark& mark, const Part& part, std::size_t back, bool told) const {
    constexpr std::array<std::u32string_view, 5> own{U"that", U"to", U"for", U"of", U"on"};
    if (mark.last < part.last &&
        std::find(own.begin(), own.end(), prose_.folded_word(mark.last)) != own.end())
      return false;
    const auto word = prose_.folded_word(mark.first);
    if (word == U"a" || word == U"an") return back == 0 && mark.first == part.first;
    return !told || back == 0 || (back == 1 && (word.starts_with(U"th") || word == U"such"));
  }

  void remember(const Voiced& voiced, const std::vector<IssueMark>& marks) {
    if (topics_.sentence != voiced.part.sentence) topics_.issues.clear();
    topics_.sentence = voiced.part.sentence;
    topics_.asked = false;
    auto in_text = marks;
    std::stable_sort(in_text.begin(), in_text.end(),
                     [](auto& a, auto& b) { return a.first < b.first; });
    for (const IssueMark& mark : in_text)
      if (std::find(topics_.issues.begin(), topics_.issues.end(), mark.issue) ==
          topics_.issues.end())
        topics_.issues.push_back(mark.issue);
  }

  // A speaker's own "we discussed X" takes up no position; what others are said to have discussed
  // is on record for them.
  void add(const Voiced& voiced, std::size_t issue, const Composed& out) {
    const Statement* statement = statement_of(voiced);
    if (out.nobodys && !out.doer.named()) return;
    if (is_foretold(voiced, out) || is_unreal(marked_, voiced.part)) return;
    if (is_drafted(voiced, out)) return;
    if (of_others(voiced, out) && out.stance != Stance::reports) return;
    if (!statement && (!out.by_predicate || out.topic)) return;
    if (statement && out.topic && (!statement->party.empty() || !out.doer.named())) return;
    if (!statement && !out.doer.named() && !by_teller(voiced)) return;
    const auto parties = out.doer.named() ? out.doer.parties
                         : statement      ? speak_for(*statement)
                                          : std::vector{voiced.teller};
    for (const std::string& party : parties) add_for(party, voiced, issue, out);
  }

  // The party the speaker speaks for; of "X and Y agreed" both.
  std::vector<std::string> speak_for(const Statement& statement) const {
    if (!statement.party.empty()) return {statement.party};
    const auto parties =
        sides_.told_apart(joined_parties(prose_, sides_.mentions(), hull(statement.source)));
    return parties.size() > 1 ? parties : std::vector<std::string>{};
  }

  void add_for(const std::string& party, const Voiced& voiced, std::size_t issue,
               const Composed& out) {
    Position position;
    position.document = reading_.card.id;
    position.party = party;
    position.issue = issues_.id(issue);
    position.stance = out.stance;
    position.firmness = out.firmness;
    if (!is_lacking(out))
      position.option =
          issues_.options_in(issue_marks_, issue, voiced.part.first, voiced.part.last);
    position.evidence = evidence(voiced, out);
    const Span condition = within_words(out.condition, voiced, out);
    if (!condition.empty()) position.condition = slice_utf8(prose_.text, condition);
    position.printed = reading_.card.date;
    position.reported_by = reading_.issuer.empty() ? "narrator" : reading_.issuer;
    if (const Statement* statement = statement_of(voiced)) say_who(position, *statement);
    merge(std::move(position), voiced);
  }

  // "no truce without monitors" asks for monitors.
  bool is_lacking(const Composed& out) const {
    return out.in_condition && out.first > 0 && is_word(prose_, out.first - 1, U"without");
  }

  // The clause; of an endless one, the words around the issue.
  Span evidence(const Voiced& voiced, const Composed& out) const {
    const Part part = shortened(prose_, voiced.part, out.first, out.last);
    return within_words(part.span == voiced.part.span ? voiced.evidence : part.span, voiced, out);
  }

  Span within_words(Span whole, const Voiced& voiced, const Composed& out) const {
    const Statement* statement = statement_of(voiced);
    if (whole.empty() || !statement || statement->speech != Speech::direct) return whole;
    return own_words(prose_, *statement, whole, out.first);
  }

  void say_who(Position& position, const Statement& statement) const {
    position.statement = statement.id;
    const auto find = [&](StatementId id) { return statement_with(id); };
    const Statement& outer = *telling(position, find).back();
    if (reading_.issuer.empty() || outer.party == reading_.issuer) {
      if (const std::string who = reporter(prose_, outer); !who.empty()) position.reported_by = who;
    }
    if (!reading_.card.date || statement.cue.empty()) return;
    position.said = day_of_saying(prose_, days_, statement, *reading_.card.date);
  }

  const Statement* statement_with(StatementId id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // One position for what is said of an issue in one go; a later clause that says more takes over.
  void merge(Position position, const Voiced& voiced) {
    position.words = slice_utf8(prose_.text, position.evidence);
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

  // The same was said of the same just before, in one go.
  bool is_last(const std::pair<std::string, std::string>& key, const Voiced& voiced) const {
    const auto last = last_.find(key);
    return last != last_.end() && last->second.statement == utterance(voiced) &&
           last->second.sentence + 1 >= voiced.part.sentence;
  }

  std::optional<std::size_t> utterance(const Voiced& voiced) const {
    return voiced.statement ? std::optional(utterances_[*voiced.statement]) : std::nullopt;
  }

  struct Last {
    std::optional<std::size_t> statement;
    std::size_t sentence = 0;
    std::size_t index = 0;
  };

  const Reading& reading_;
  const text::Prose& prose_;
  const IssueMatcher& issues_;
  const std::vector<Clause>& drafted_;
  IssueMatcher::Marks issue_marks_;
  std::vector<MeetingMark> days_;
  Sides sides_;
  MarkedText marked_;
  Voices voices_;
  std::vector<Span> cues_;  // of all statements, in order
  std::vector<std::size_t> utterances_;
  std::map<StatementId, const Statement*> by_id_;
  std::vector<Position> found_;
  std::map<std::pair<std::string, std::string>, Last> last_;
  Topics topics_;
  std::optional<Governor> governor_;
  std::size_t governed_sentence_ = SIZE_MAX;
  std::optional<std::size_t> governed_statement_;
};

}  // namespace
}  // namespace coding

std::vector<Position> find_positions(const Reading& reading, const IssueMatcher& issues,
                                     const StanceLexicon& stances,
                                     const std::vector<Clause>& drafted) {
  return coding::PositionFinder(reading, issues, stances, drafted).find();
}

}  // namespace entente::extract

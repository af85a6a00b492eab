// SPDX-License-Identifier: Apache-2.0
#include "extract/levers.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "extract/levers/directions.h"
#include "extract/positions/composing.h"
#include "extract/positions/day_words.h"
#include "extract/positions/function_words.h"
#include "extract/positions/layers.h"
#include "extract/positions/subject.h"
#include "extract/positions/whose.h"
#include "extract/positions/wording.h"
#include "model/telling.h"

namespace entente::extract {
namespace coding {
namespace {

constexpr std::array<std::u32string_view, 4> before_deadlines{U"by", U"before", U"until",
                                                              U"within"};
constexpr std::array<std::u32string_view, 6> units{U"hours",  U"days", U"weeks",
                                                   U"months", U"hour", U"day"};
constexpr std::array<std::u32string_view, 10> towards{
    U"on", U"to", U"against", U"of", U"from", U"for", U"with", U"over", U"towards", U"toward"};

template <std::size_t N>
bool stands_in(const text::Prose& prose, std::size_t token,
               const std::array<std::u32string_view, N>& list) {
  return std::find(list.begin(), list.end(), prose.folded_word(token)) != list.end();
}

enum class Direction { none, apply, ease };

// What the clause does with the lever, and where it says so.
struct Deed {
  Direction direction = Direction::none;
  std::size_t first = 0, last = 0;  // tokens
};

class LeverFinder {
 public:
  LeverFinder(const Layers& text, std::vector<PatternHit> holdings)
      : text_(text), composing_(text), holdings_(std::move(holdings)) {}

  std::vector<Lever> find() {
    for (const Voiced& voiced : text_.voices.parts()) read(voiced);
    return std::move(found_);
  }

 private:
  void read(const Voiced& voiced) {
    composing_.forget_governor(voiced);
    if (is_question(text_.prose, voiced.part) || is_unreal(text_.marked, voiced.part)) return;
    const auto marks =
        text_.issues.issues_in(text_.issue_marks, voiced.part.first, voiced.part.last);
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (i == 0 || marks[i].issue != marks[i - 1].issue) read_kind(voiced, marks, i);
    if (!marks.empty()) composing_.keep_governor(voiced, marks.front());
  }

  void read_kind(const Voiced& voiced, const std::vector<IssueMark>& marks, std::size_t at) {
    const IssueMark& mark = marks[at];
    const Deed deed = deed_of(voiced, mark.issue);
    const std::size_t first = deed.direction == Direction::none ? mark.first : deed.first;
    const std::size_t last = deed.direction == Direction::none ? mark.last : deed.last;
    const Composed out = composing_.composed(voiced, first, last);
    if (out.in_condition || is_nobodys(text_, voiced, out)) return;  // a condition only supposes
    const bool held = is_held(voiced.part, mark);
    if (deed.direction == Direction::none && !held) return;
    const Doer doer = held && deed.direction == Direction::none
                          ? doer_of(text_.marked, as_predicate(holding_in(voiced.part)),
                                    voiced.from, voiced.part.last)
                          : doer_of_deed(voiced, deed, out);
    const bool asked = is_asked_of_other(voiced, out, doer);
    const auto use = held && deed.direction == Direction::none ? std::optional(LeverUse::held)
                                                               : use_of(voiced, deed, out, asked);
    if (!use) return;
    if (!doer.named() && is_anothers(voiced, {first, last}, doer)) return;
    for (const std::string& holder : holders(voiced, doer))
      add(voiced, mark, {first, last}, out, holder, *use);
  }

  // --- what is done ---

  // The first that the clause's condition does not only suppose: "if you do the one, we do the
  // other".
  Deed deed_of(const Voiced& voiced, std::size_t issue) {
    Deed supposed;
    const Part& part = voiced.part;
    for (const IssueMark& option : between(text_.issue_marks.options, part.first, part.last)) {
      if (option.issue != issue || option.last > part.last) continue;
      const Deed deed{option.option == 0 ? Direction::apply : Direction::ease, option.first,
                      option.last};
      if (!composing_.composed(voiced, deed.first, deed.last).in_condition) return deed;
      if (supposed.direction == Direction::none) supposed = deed;
    }
    return supposed;
  }

  const PatternHit* holding_in(const Part& part) const {
    const auto hit = std::find_if(holdings_.begin(), holdings_.end(), [&](const PatternHit& each) {
      return each.first >= part.first && each.last <= part.last;
    });
    return hit == holdings_.end() ? nullptr : &*hit;
  }
  // "controls the pipelines": the verb stands before what it holds.
  bool is_held(const Part& part, const IssueMark& mark) const {
    const PatternHit* hit = holding_in(part);
    return hit && hit->first < mark.last;
  }
  static StanceMark as_predicate(const PatternHit* hit) {
    return {hit->span, hit->first, hit->last, StanceWord::offers, Firmness::unstated};
  }

  // Before the deed, in what does not belong to the condition; a passive's "not" stands within.
  bool has_mark(const Part& part, StanceWord what, const Deed& deed, const Composed& out) const {
    const std::size_t last = what == StanceWord::negation ? deed.last : deed.first;
    const auto marks = between(text_.marked.stances, part.first, last);
    return std::any_of(marks.begin(), marks.end(), [&](const StanceMark& mark) {
      const bool lacking = what == StanceWord::negation &&
                           is_word(text_.prose, mark.first, U"without");  // "without delay"
      return mark.what == what && !lacking && !out.condition.contains(mark.span.begin);
    });
  }

  std::optional<LeverUse> use_of(const Voiced& voiced, const Deed& deed, const Composed& out,
                                 bool asked) const {
    const bool pressing = deed.direction == Direction::apply;
    // "walked out" is a refusal itself, and no refusal to do so.
    const bool by_deed = out.carrier && *out.carrier >= deed.first && *out.carrier < deed.last;
    const bool refused = out.stance == Stance::rejects && !by_deed;
    if (refused || has_mark(voiced.part, StanceWord::negation, deed, out))
      return pressing ? LeverUse::declined : LeverUse::withheld;
    if (asked || has_mark(voiced.part, StanceWord::demands, deed, out)) return LeverUse::asked;
    if (is_ahead(voiced, deed, out)) return pressing ? LeverUse::threatened : LeverUse::offered;
    return pressing ? LeverUse::applied : LeverUse::eased;
  }

  // It is not done yet: it is warned of, promised, hung on something.
  bool is_ahead(const Voiced& voiced, const Deed& deed, const Composed& out) const {
    const Part& part = voiced.part;
    if (out.governed || !out.condition.empty() || out.stance == Stance::conditional) return true;
    const bool by_will = out.by_modal || has_mark(part, StanceWord::will, deed, out) ||
                         has_mark(part, StanceWord::may, deed, out) ||
                         has_mark(part, StanceWord::can, deed, out);
    const bool by_word = has_mark(part, StanceWord::threatens, deed, out) ||
                         has_mark(part, StanceWord::offers, deed, out) ||
                         has_mark(part, StanceWord::wants, deed, out) ||
                         has_mark(part, StanceWord::accepts, deed, out) ||
                         has_mark(part, StanceWord::weighs, deed, out);
    return by_will || by_word;
  }

  // "X demanded that Y lift the sanctions"
  bool is_asked_of_other(const Voiced& voiced, const Composed& out, const Doer& doer) const {
    const bool asks = out.stance == Stance::demands || out.stance == Stance::wants || out.obliged;
    if (!asks || !doer.named() || doer.first_person) return false;
    const Statement* statement = text_.statement_of(voiced);
    if (statement && !statement->party.empty())
      return std::find(doer.parties.begin(), doer.parties.end(), statement->party) ==
             doer.parties.end();
    return out.obliged || out.doer.parties != doer.parties;
  }

  // --- whose it is ---

  Doer doer_of_deed(const Voiced& voiced, const Deed& deed, const Composed& out) const {
    StanceMark verb;
    verb.first = deed.first;
    verb.last = deed.last;
    verb.span = hull(text_.prose.tokens[deed.first].span, text_.prose.tokens[deed.last - 1].span);
    verb.what = StanceWord::offers;
    const Doer own = doer_of(text_.marked, verb, voiced.from, voiced.part.last);
    if (own.named() || own.first_person) return own;
    return out.subject.named() ? out.subject : out.doer;
  }

  // A lever of "the other side", of "it" in a quotation, of those between whom the speaker
  // mediates: whoever has it, it is not the speaker.
  bool is_anothers(const Voiced& voiced, std::pair<std::size_t, std::size_t> at,
                   const Doer& doer) const {
    const Statement* statement = text_.statement_of(voiced);
    if (!statement || doer.first_person) return false;
    if (is_left_open(text_, *statement, at.first, at.second)) return true;
    const std::size_t verb = at.first;
    const auto subject =
        plain_subject(text_.marked, text_.reading.meeting_words, verb, voiced.from);
    if (subject == PlainSubject::collective || is_other_side(voiced, verb)) return true;
    return statement->speech == Speech::direct &&
           (subject == PlainSubject::they || is_third_person(voiced, verb));
  }

  // The words before the verb, helping verbs aside, end in "the other side".
  bool is_other_side(const Voiced& voiced, std::size_t verb) const {
    const std::size_t side = subject_end(voiced, verb);
    return side > voiced.from && is_word(text_.prose, side - 1, U"other");
  }
  bool is_third_person(const Voiced& voiced, std::size_t verb) const {
    return is_any(text_.prose, subject_end(voiced, verb), third_persons);
  }
  std::size_t subject_end(const Voiced& voiced, std::size_t verb) const {
    std::size_t token = verb;
    while (token > voiced.from && is_one_group(text_.marked, token - 1, token)) --token;
    return token > voiced.from ? token - 1 : token;
  }

  std::vector<std::string> holders(const Voiced& voiced, const Doer& doer) const {
    if (doer.named()) return text_.sides.told_apart(doer.parties);
    if (const Statement* statement = text_.statement_of(voiced))
      return speak_for(text_, *statement);
    return {};
  }

  // The first party named behind the lever's words with "on", "to", "against" before it.
  std::string target_of(const Voiced& voiced, std::pair<std::size_t, std::size_t> at,
                        const Composed& out, const std::string& holder) const {
    const text::Prose& prose = text_.prose;
    auto mention = mention_from(text_.marked.mentions, prose.tokens[at.first].span.begin);
    for (; mention != text_.marked.mentions.end() && mention->span.begin < voiced.part.span.end;
         ++mention) {
      if (mention->party.empty() || mention->party == holder ||
          out.condition.contains(mention->span.begin))
        continue;
      const std::size_t token = prose.token_at(mention->span.begin);
      if (token == at.first || token < voiced.part.first + 1) continue;
      const std::size_t before = is_word(prose, token - 1, U"the") ? token - 2 : token - 1;
      const bool inside = token < at.second;  // "recognise X", "arm X"
      if (inside || before + 1 == at.second || stands_in(prose, before, towards))
        return mention->party;
    }
    return {};
  }

  // --- until when ---

  struct Deadline {
    std::string words;
    std::optional<Date> day;
  };

  Deadline deadline_of(const Part& part) const {
    const text::Prose& prose = text_.prose;
    for (std::size_t token = part.first; token + 1 < part.last; ++token) {
      if (!stands_in(prose, token, before_deadlines)) continue;
      if (const auto days =
              day_words_in(prose, text_.reading.meeting_words, token + 1,
                           std::min(part.last, token + 6), Tense::future, text_.reading.card.date);
          days && prose.token_at(days->span.begin) <= token + 3)
        return {slice_utf8(prose.text, hull(prose.tokens[token].span, days->span)), days->day};
      if (token + 2 < part.last && is_word(prose, token, U"within") &&
          stands_in(prose, token + 2, units))
        return {
            slice_utf8(prose.text, hull(prose.tokens[token].span, prose.tokens[token + 2].span)),
            std::nullopt};
    }
    return {};
  }

  // --- one lever ---

  Span evidence_of(const Voiced& voiced, std::pair<std::size_t, std::size_t> at) const {
    const Part part = shortened(text_.prose, voiced.part, at.first, at.second);
    const Statement* statement = text_.statement_of(voiced);
    if (!statement || statement->speech != Speech::direct) return part.span;
    return own_words(text_.prose, *statement, part.span, at.first);
  }

  std::string reported_by(const Statement* statement) const {
    if (!text_.reading.issuer.empty()) return text_.reading.issuer;
    if (!statement) return "narrator";
    const Statement* outer = statement;
    while (outer->within)
      if (const Statement* next = text_.statement_with(*outer->within); next && next != outer)
        outer = next;
      else
        break;
    const std::string who = reporter(text_.prose, *outer);
    return who.empty() ? "narrator" : who;
  }

  void add(const Voiced& voiced, const IssueMark& mark, std::pair<std::size_t, std::size_t> at,
           const Composed& out, const std::string& holder, LeverUse use) {
    const Statement* statement = text_.statement_of(voiced);
    Lever lever;
    lever.document = text_.reading.card.id;
    if (statement) lever.statement = statement->id;
    lever.holder = holder;
    lever.kind = text_.issues.id(mark.issue);
    lever.use = use;
    lever.target = target_of(voiced, at, out, holder);
    lever.evidence = evidence_of(voiced, at);
    lever.words = slice_utf8(text_.prose.text, lever.evidence);
    const Span condition = {std::max(out.condition.begin, lever.evidence.begin),
                            std::min(out.condition.end, lever.evidence.end)};
    if (!condition.empty()) lever.condition = slice_utf8(text_.prose.text, condition);
    const Deadline deadline = deadline_of(voiced.part);
    lever.deadline_words = deadline.words;
    lever.deadline = deadline.day;
    lever.reported_by = reported_by(statement);
    lever.printed = text_.reading.card.date;
    if (!lever.evidence.empty() && !is_known(lever, voiced.part.sentence)) keep(lever, voiced);
  }

  // Told again in the sentence before.
  bool is_known(const Lever& lever, std::size_t sentence) const {
    return !found_.empty() && last_sentence_ + 1 >= sentence &&
           std::any_of(found_.rbegin(),
                       found_.rbegin() +
                           static_cast<std::ptrdiff_t>(std::min<std::size_t>(found_.size(), 3)),
                       [&](const Lever& known) {
                         return known.holder == lever.holder && known.kind == lever.kind &&
                                known.use == lever.use && known.statement == lever.statement &&
                                (known.target == lever.target || lever.target.empty());
                       });
  }
  void keep(const Lever& lever, const Voiced& voiced) {
    found_.push_back(lever);
    last_sentence_ = voiced.part.sentence;
  }

  const Layers& text_;
  Composing composing_;
  std::vector<PatternHit> holdings_;
  std::vector<Lever> found_;
  std::size_t last_sentence_ = 0;
};

}  // namespace
}  // namespace coding

std::vector<Lever> find_levers(const Reading& reading, const LeverLexicon& levers) {
  const IssueMatches kinds(levers.kinds(), reading.prose);
  if (kinds.marks.issues.empty()) return {};
  const coding::Layers text(reading, kinds, {});
  return coding::LeverFinder(text, levers.holdings(reading.prose)).find();
}

}  // namespace entente::extract

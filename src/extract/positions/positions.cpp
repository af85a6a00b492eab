// SPDX-License-Identifier: Apache-2.0
#include "extract/positions.h"

#include <algorithm>

#include "extract/positions/composing.h"
#include "extract/positions/function_words.h"
#include "extract/positions/gathered.h"
#include "extract/positions/layers.h"
#include "extract/positions/topics.h"
#include "extract/positions/whose.h"
#include "extract/positions/wording.h"

namespace entente::extract {
namespace coding {
namespace {

constexpr std::array<std::u32string_view, 4> their_own{U"his", U"her", U"its", U"their"};
constexpr std::array<std::u32string_view, 4> topic_prepositions{U"on", U"about", U"over",
                                                                U"regarding"};

class PositionFinder {
 public:
  explicit PositionFinder(const Layers& text)
      : text_(text), composing_(text), gathered_(text), topics_(text, composing_, gathered_) {}

  std::vector<Position> find() {
    for (const Voiced& voiced : text_.voices.parts()) read_part(voiced);
    return gathered_.take();
  }

 private:
  void read_part(const Voiced& voiced) {
    const auto marks =
        text_.issues.issues_in(text_.issue_marks, voiced.part.first, voiced.part.last);
    if (is_question(text_.prose, voiced.part)) {
      topics_.ask(voiced, marks);
      return;
    }
    composing_.forget_governor(voiced);
    if (marks.empty()) topics_.take_up_request(voiced);
    const bool strong =
        std::any_of(marks.begin(), marks.end(), [](auto& mark) { return !mark.weak; });
    if (!strong && topics_.read_reference(voiced)) return;
    if (marks.empty()) {
      composing_.keep_verb(voiced);
      topics_.read_answer(voiced);
      return;
    }
    topics_.remember(voiced, marks);
    const bool assessed = std::any_of(marks.begin(), marks.end(),
                                      [&](auto& mark) { return is_assessment(mark.issue); });
    for (std::size_t i = 0; i < marks.size(); ++i)
      if ((i == 0 || marks[i].issue != marks[i - 1].issue) && !is_beside(voiced, marks, marks[i]))
        read_issue(voiced, strongest(voiced, marks, i), assessed);
    if (!marks.empty()) composing_.keep_governor(voiced, marks.front());
  }

  // "would lift the embargo on oil step by step": the object of the predicate is the matter; what
  // comes behind it only weakly names another.
  bool is_beside(const Voiced& voiced, const std::vector<IssueMark>& marks,
                 const IssueMark& mark) const {
    if (is_frame(voiced, mark, marks)) return true;
    if (!mark.weak || is_assessment(mark.issue)) return false;
    const Composed out = composing_.composed(voiced, mark.first, mark.last);
    if (!out.by_predicate || !out.carrier) return false;
    const auto stronger = [&](const IssueMark& other) {
      const bool nearer = *out.carrier < other.first && other.last <= mark.first;
      return nearer && !other.weak && !is_assessment(other.issue);
    };
    const bool own = std::any_of(marks.begin(), marks.end(), [&](const IssueMark& other) {
      return other.issue == mark.issue && !other.weak;
    });
    return !own && std::any_of(marks.begin(), marks.end(), stronger);
  }

  // "gave his views on the war": what is talked about, with nothing said of it.
  bool is_only_named(const Voiced& voiced) const {
    const Statement* statement = text_.statement_of(voiced);
    if (!statement || statement->speech == Speech::direct) return false;
    const Part& part = voiced.part;
    if (!is_any(text_.prose, part.first, their_own)) return false;
    const auto marks = between(text_.marked.stances, part.first, part.last);
    for (std::size_t token = part.first + 2; token < std::min(part.first + 4, part.last); ++token)
      if (is_any(text_.prose, token, topic_prepositions))
        return std::none_of(marks.begin(), marks.end(),
                            [](auto& mark) { return is_verb_sign(mark.what); });
    return false;
  }

  // Beside what is negotiated, the talks about it and the fighting around it are named in passing:
  // "the proposal to withdraw the troops".
  bool is_frame(const Voiced& voiced, const IssueMark& mark,
                const std::vector<IssueMark>& marks) const {
    const IssueKind kind = text_.issues.kind(mark.issue);
    if (kind != IssueKind::process && kind != IssueKind::context) return false;
    const auto matter = std::find_if(marks.begin(), marks.end(), [&](const IssueMark& other) {
      return !other.weak && text_.issues.kind(other.issue) == IssueKind::substance;
    });
    return matter != marks.end() &&
           (mark.weak || kind == IssueKind::context || !is_object(voiced, mark, marks));
  }

  // "agreed to open talks on a treaty": what the predicate rules first.
  bool is_object(const Voiced& voiced, const IssueMark& mark,
                 const std::vector<IssueMark>& marks) const {
    const Composed out = composing_.composed(voiced, mark.first, mark.last);
    const std::size_t from = out.carrier.value_or(voiced.part.first);
    return out.by_predicate && from < mark.first &&
           std::none_of(
               marks.begin(), marks.end(),
               [&](const IssueMark& other) {
                 return from <= other.first && other.last <= mark.first;
               });
  }

  // Of an issue's marks in one clause, the first that a predicate rules, else the first of those
  // with the weightiest stance.
  const IssueMark& strongest(const Voiced& voiced, const std::vector<IssueMark>& marks,
                             std::size_t at) const {
    const IssueMark* best = &marks[at];
    if (at + 1 == marks.size() || marks[at + 1].issue != best->issue) return *best;
    int most = -1;
    for (std::size_t i = at; i < marks.size() && marks[i].issue == marks[at].issue; ++i) {
      const Composed out = composing_.composed(voiced, marks[i].first, marks[i].last);
      const int here = weight(out.stance) + (out.by_predicate ? 3 : 0);
      if (here > most) best = &marks[i];
      most = std::max(most, here);
    }
    return *best;
  }

  bool is_assessment(std::size_t issue) const {
    return text_.issues.kind(issue) == IssueKind::assessment;
  }

  // In a clause that assesses the talks an issue is named as their matter; that takes up nothing on
  // it.
  void read_issue(const Voiced& voiced, const IssueMark& mark, bool assessed) {
    Composed out = composing_.composed(voiced, mark.first, mark.last);
    const bool bare = !out.by_predicate && !out.by_modal && !out.by_judgement;
    const IssueKind kind = text_.issues.kind(mark.issue);
    if (bare && !is_assessment(mark.issue) && (mark.weak || assessed)) return;
    if (asks_indirectly(text_.prose, voiced.part) && !out.by_predicate && !out.by_judgement) return;
    if (is_nobodys(text_, voiced, out)) return;
    if (bare && !out.governed && is_only_named(voiced)) return;
    if (kind == IssueKind::assessment || kind == IssueKind::context) {
      if (out.in_condition) return;  // "if the shelling stops" reports nothing
      assess(voiced, kind, out);
    }
    const auto by_agents =
        composed_by_agents(text_.marked, text_.clause(voiced, mark.first, mark.last));
    if (by_agents.size() < 2) return gathered_.add(voiced, mark.issue, out);
    for (Composed each : by_agents) {
      each.first = mark.first;
      each.last = mark.last;
      each.doer.parties = text_.sides.told_apart(each.doer.parties);
      gathered_.add(voiced, mark.issue, each);
    }
  }

  // An assessment is a report, but for what the party asks for. The narrator's own is nobody's.
  static void assess(const Voiced& voiced, IssueKind kind, Composed& out) {
    const bool asks = out.stance == Stance::demands || out.stance == Stance::wants;
    const bool asked = asks && (out.by_predicate || (out.by_modal && kind == IssueKind::context));
    if (asked) return;
    const bool meant = out.stance == Stance::offers || out.stance == Stance::open_to;
    if (kind == IssueKind::context && meant && out.by_predicate && !out.governed) return;
    out.stance = Stance::reports;
    if (!voiced.statement) out.doer = {};
  }

  const Layers& text_;
  Composing composing_;
  Gathered gathered_;
  Topics topics_;
};

}  // namespace
}  // namespace coding

std::vector<Position> find_positions(const Reading& reading, const IssueMatches& issues,
                                     const std::vector<Clause>& drafted) {
  return coding::PositionFinder(coding::Layers(reading, issues, drafted)).find();
}

}  // namespace entente::extract

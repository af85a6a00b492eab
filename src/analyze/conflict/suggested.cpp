// SPDX-License-Identifier: Apache-2.0
#include "analyze/conflict/suggested.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "analyze/conflict/names_in.h"
#include "analyze/shared/comparison.h"

namespace entente::analyze {
namespace {

constexpr std::size_t longest_words = 70;  // of an offer that no option of the codebook names

// A move that somebody is said to hold.
struct HeldMove {
  std::string owner, issue;
  std::optional<std::size_t> anchor;  // place among the issue's options; none: only its words
  std::string words;                  // where there is no anchor
  std::vector<PositionId> evidence;
  bool red_line = false;
};

bool promises(const Position& position) {
  return position.stance == Stance::offers || position.stance == Stance::concedes;
}

// "conditional" without its condition may well be the condition of something else.
bool would_do(const Position& position) {
  return promises(position) || position.stance == Stance::open_to ||
         (position.stance == Stance::conditional && !position.condition.empty());
}

bool asks(const Position& position) {
  return position.stance == Stance::demands || position.stance == Stance::wants;
}

int firmness_rank(const Position& position) {
  if (position.firmness == Firmness::red_line) return 0;
  if (position.firmness == Firmness::firm) return 1;
  switch (position.stance) {
    case Stance::demands:
    case Stance::rejects:
      return 2;
    case Stance::wants:
      return 3;
    case Stance::offers:
    case Stance::concedes:
      return 4;
    default:
      return 5;
  }
}

std::string without(std::string text, const std::string& part) {
  const std::size_t at = part.empty() ? text.npos : text.find(part);
  return at == text.npos ? text : text.erase(at, part.size());
}

std::string ids_text(const std::vector<PositionId>& ids) {
  std::vector<std::string> out;
  for (PositionId id : ids) out.push_back(id.text());
  return fmt::format("{}", fmt::join(out, ", "));
}

// A cut at a blank, which never parts a character.
std::string first_words(const std::string& text) {
  if (text.size() <= longest_words) return text;
  const std::size_t blank = text.rfind(' ', longest_words);
  return blank == text.npos || blank == 0 ? text : text.substr(0, blank) + "…";
}

class Suggestion {
 public:
  explicit Suggestion(const Case& whole)
      : whole_(whole),
        comparison_(whole),
        candidates_(candidates(whole)),
        names_(whole.codebook, candidates_) {
    for (const auto& [key, positions] : by_cell(whole, comparison_))
      for (const Position* position : positions)
        if (usable(*position)) spoken_.push_back(position);
    std::sort(spoken_.begin(), spoken_.end(), [](auto* a, auto* b) { return a->id < b->id; });
  }

  ConflictFile file() {
    find_held();
    find_refused();
    keep_most_evidenced();
    name_options();
    for (DecisionMaker& who : out_.conflict.decision_makers) who.statements = statements_of(who);
    rule_out();
    remark();
    return std::move(out_);
  }

 private:
  // Principals, guarantors and mediators; where nobody is called a principal, parties of no stated
  // kind too.
  static std::vector<std::string> candidates(const Case& whole) {
    std::vector<std::string> out;
    std::set<std::string> known;
    const auto& parties = whole.codebook.parties;
    const bool principals = std::any_of(parties.begin(), parties.end(), is_principal);
    for (const Party& party : parties) {
      known.insert(party.name);
      if (is_principal(party) || party.kind == PartyKind::guarantor ||
          party.kind == PartyKind::mediator || (!principals && party.kind == PartyKind::unstated))
        out.push_back(party.name);
    }
    for (const Position& position : whole.positions)
      if (!principals && !position.party.empty() && known.insert(position.party).second)
        out.push_back(position.party);
    return out;
  }

  static bool is_principal(const Party& party) { return party.kind == PartyKind::principal; }

  bool usable(const Position& position) const {
    return comparison_.own(position) && comparison_.arguable(position.issue) &&
           side_of(position.stance) != Side::neutral &&
           std::find(candidates_.begin(), candidates_.end(), position.party) != candidates_.end();
  }

  std::optional<std::size_t> anchor_of(const Position& position) const {
    const auto steps = comparison_.steps(position.issue, position.option);
    return steps && steps->low == steps->high ? std::optional(steps->low) : std::nullopt;
  }

  std::optional<std::string> named_other(const Position& position) const {
    return names_.only_other(position.party, without(position.words, position.condition));
  }

  void hold(const std::string& owner, const Position& position, std::size_t anchor) {
    auto found = std::find_if(held_.begin(), held_.end(), [&](const HeldMove& one) {
      return one.owner == owner && one.issue == position.issue && one.anchor == anchor;
    });
    if (found == held_.end())
      found = held_.insert(held_.end(), {owner, position.issue, anchor, "", {}, false});
    found->evidence.push_back(position.id);
    found->red_line = found->red_line || position.firmness == Firmness::red_line;
  }

  // What a party would do itself, and what others ask or refuse of it by name.
  void find_held() {
    for (const Position* position : spoken_) {
      const auto anchor = anchor_of(*position);
      if (!anchor && promises(*position) && !position->option)
        held_.push_back({position->party,
                         position->issue,
                         std::nullopt,
                         first_words(position->words),
                         {position->id},
                         false});
      if (!anchor) continue;
      if (would_do(*position)) hold(position->party, *position, *anchor);
      if (!asks(*position) && position->stance != Stance::rejects) continue;
      if (const auto other = named_other(*position)) hold(*other, *position, *anchor);
    }
  }

  // What nobody else is known to hold and a party refuses, it is asked to do itself; not where its
  // words name others, whose doing it may be.
  void find_refused() {
    const std::vector<HeldMove> found = held_;
    for (const Position* position : spoken_) {
      const auto anchor = anchor_of(*position);
      if (!anchor || position->stance != Stance::rejects) continue;
      const bool held = std::any_of(found.begin(), found.end(), [&](const HeldMove& one) {
        return one.issue == position->issue && one.anchor == anchor;
      });
      const bool of_others =
          names_.any_other(position->party, without(position->words, position->condition));
      if (!held && !of_others) hold(position->party, *position, *anchor);
    }
  }

  std::size_t spoken_of(const HeldMove& move) const {
    if (!move.anchor) return move.evidence.size();
    return static_cast<std::size_t>(
        std::count_if(spoken_.begin(), spoken_.end(), [&](const Position* position) {
          return position->issue == move.issue && speaks_of(*position, *move.anchor);
        }));
  }

  bool speaks_of(const Position& position, std::size_t anchor) const {
    const auto steps = comparison_.steps(position.issue, position.option);
    return steps && steps->low <= anchor && anchor <= steps->high;
  }

  bool drawn_on(const HeldMove& move) const {
    return move.anchor &&
           std::any_of(spoken_.begin(), spoken_.end(), [&](const Position* position) {
             return position->firmness == Firmness::red_line && position->issue == move.issue &&
                    speaks_of(*position, *move.anchor);
           });
  }

  // Those that a red line speaks of, then those of which most is said; the order of the case else.
  void keep_most_evidenced() {
    std::vector<std::tuple<bool, std::size_t, PositionId, std::size_t>> order;
    for (std::size_t i = 0; i < held_.size(); ++i)
      order.emplace_back(!drawn_on(held_[i]), most_evidence - spoken_of(held_[i]),
                         held_[i].evidence.front(), i);
    std::sort(order.begin(), order.end());
    std::vector<HeldMove> kept, rest;
    for (const auto& entry : order)
      (kept.size() < most_suggested_options ? kept : rest)
          .push_back(std::move(held_[std::get<3>(entry)]));
    held_ = std::move(kept);
    left_ = std::move(rest);
  }

  void name_options() {
    for (const std::string& party : candidates_)
      if (principal(party) || holds_any(party))
        out_.conflict.decision_makers.push_back({party, {}, {}, {}});
    std::stable_sort(held_.begin(), held_.end(), [&](const HeldMove& a, const HeldMove& b) {
      return index_of(a.owner) < index_of(b.owner);
    });
    for (const HeldMove& move : held_)
      out_.conflict.options.push_back(
          {option_name(move), index_of(move.owner), Direction::both, quoted(move.evidence)});
  }

  bool principal(const std::string& party) const {
    const auto& all = whole_.codebook.parties;
    return std::any_of(all.begin(), all.end(),
                       [&](const Party& one) { return one.name == party && is_principal(one); });
  }

  bool holds_any(const std::string& party) const {
    return std::any_of(held_.begin(), held_.end(),
                       [&](const HeldMove& move) { return move.owner == party; });
  }

  std::size_t index_of(const std::string& party) const {
    const auto& all = out_.conflict.decision_makers;
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == party; }) -
        all.begin());
  }

  const Issue* issue(const std::string& id) const {
    for (const Issue& one : whole_.codebook.issues)
      if (one.id == id) return &one;
    return nullptr;
  }

  std::string label(const std::string& id) const {
    const Issue* found = issue(id);
    return found ? found->label : id;
  }

  // The same move of two parties has the party in its name.
  std::string option_name(const HeldMove& move) const {
    std::string name = move_name(move);
    const auto same = [&](const HeldMove& other) { return move_name(other) == name; };
    const bool alone = std::count_if(held_.begin(), held_.end(), same) == 1;
    if (!alone) name = move.owner + ": " + name;
    const bool twice =
        std::any_of(out_.conflict.options.begin(), out_.conflict.options.end(),
                    [&](const ConflictOption& option) { return option.name == name; });
    return twice ? fmt::format("{} ({})", name, move.evidence.front().text()) : name;
  }

  std::string move_name(const HeldMove& move) const {
    const Issue* found = issue(move.issue);
    return label(move.issue) + ": " +
           (move.anchor && found ? found->options[*move.anchor].label : "“" + move.words + "”");
  }

  std::vector<PositionId> quoted(const std::vector<PositionId>& ids) {
    for (PositionId id : ids) {
      const auto found = std::find_if(spoken_.begin(), spoken_.end(),
                                      [&](const Position* one) { return one->id == id; });
      if (found != spoken_.end()) out_.quotes[id] = {(*found)->words, 0};
    }
    return ids;
  }

  // The options that a position is about: of the one party that it names, else as the stance has
  // it. A party speaks of its own moves when it offers, and of its own first when it refuses.
  State meant_by(const Position& position) const {
    const State all = options_on(position);
    const State own = all & owned_by(position.party);
    if (!asks(position) && position.stance != Stance::rejects) return own;
    if (const auto other = named_other(position))
      if (const State theirs = all & owned_by(*other)) return theirs;
    if (position.stance == Stance::rejects && own) return own;
    return all & ~own ? all & ~own : own;
  }

  State owned_by(const std::string& party) const {
    const std::size_t who = index_of(party);
    return who < out_.conflict.decision_makers.size() ? options_of(out_.conflict, who) : 0;
  }

  State options_on(const Position& position) const {
    State out = 0;
    for (std::size_t i = 0; i < held_.size(); ++i) {
      const HeldMove& move = held_[i];
      const bool meant = move.anchor
                             ? move.issue == position.issue && speaks_of(position, *move.anchor)
                             : move.evidence.front() == position.id;
      if (meant) out |= bit(i);
    }
    return out;
  }

  static Condition wanted_of(const Position& position, State meant) {
    if (position.stance == Stance::rejects) return {{{meant, 0}}};
    Condition out;  // of a range, any one of its options
    for (std::size_t i = 0; i < most_options; ++i)
      if (meant & bit(i)) out.any_of.push_back({bit(i), bit(i)});
    return out;
  }

  // What the condition of an offer comes to: an option that a position of the same statement means
  // whose words hold the condition.
  State condition_of(const Position& position) const {
    State out = 0;
    for (const Position* other : spoken_)
      if (other->id != position.id && other->party == position.party &&
          other->statement == position.statement && other->issue != position.issue &&
          other->words.find(position.condition) != std::string::npos && other->condition.empty())
        out |= options_on(*other) & ~owned_by(position.party);
    return out;
  }

  // By party, what it says of the same options: the firmest red line, else the newest.
  std::vector<const Position*> standing(const DecisionMaker& who) {
    std::vector<const Position*> out;
    for (const auto& [key, positions] : by_cell(whole_, comparison_)) {
      if (key.first != who.name) continue;
      std::map<State, const Position*> newest;
      for (const Position* position : positions)
        if (usable(*position))
          if (const State meant = meant_by(*position)) replace(newest[meant], position);
      for (const auto& [meant, position] : newest) out.push_back(position);
    }
    std::sort(out.begin(), out.end(), [](auto* a, auto* b) {
      return std::tuple(firmness_rank(*a), a->id) < std::tuple(firmness_rank(*b), b->id);
    });
    return out;
  }

  void replace(const Position*& kept, const Position* newer) {
    const bool keeps = kept && kept->firmness == Firmness::red_line;
    if (kept && side_of(kept->stance) != side_of(newer->stance))
      out_.remarks.push_back(fmt::format(
          "{} has also said otherwise: {} stands against {}, and {} is what the model takes.",
          newer->party, kept->id.text(), newer->id.text(), (keeps ? kept : newer)->id.text()));
    if (!keeps) kept = newer;
  }

  std::vector<PreferenceStatement> statements_of(const DecisionMaker& who) {
    std::vector<PreferenceStatement> out;
    for (const Position* position : standing(who)) {
      PreferenceStatement made{wanted_of(*position, meant_by(*position)), std::nullopt,
                               quoted({position->id})};
      if (!position->condition.empty()) {
        const State condition = condition_of(*position);
        if (condition == 0) {
          unread_conditions_.push_back(position->id);
          continue;
        }
        made.given = Condition{{{condition, condition}}};
      }
      out.push_back(std::move(made));
    }
    return out;
  }

  // On an ordered scale one party cannot take up two anchors of one issue.
  void rule_out() {
    for (std::size_t i = 0; i < held_.size(); ++i)
      for (std::size_t j = i + 1; j < held_.size(); ++j) {
        const Issue* found = issue(held_[i].issue);
        if (held_[i].owner == held_[j].owner && held_[i].issue == held_[j].issue && found &&
            found->ordered && held_[i].anchor && held_[j].anchor)
          out_.conflict.infeasible.push_back({bit(i) | bit(j), bit(i) | bit(j)});
      }
  }

  void remark() {
    for (const HeldMove& move : left_)
      out_.remarks.push_back(fmt::format(
          "Left out, since the {} options kept have more behind them: {}: {} ({}).",
          most_suggested_options, move.owner, move_name(move), ids_text(move.evidence)));
    if (const std::string idle = idle_options(); !idle.empty())
      out_.remarks.push_back(
          "No preference speaks of these options, so they change nothing yet: " + idle + ".");
    if (!unread_conditions_.empty())
      out_.remarks.push_back(fmt::format(
          "No preference is read from {}: the condition named there is no option of this model.",
          ids_text(unread_conditions_)));
    if (const auto unused = unused_positions(); !unused.empty())
      out_.remarks.push_back(fmt::format(
          "Own positions that speak of no option of this model, and say nothing in it: {}.",
          ids_text(unused)));
    for (const DecisionMaker& who : out_.conflict.decision_makers)
      if (who.statements.empty())
        out_.remarks.push_back(fmt::format(
            "No position says what {} would rather have: every state is the same to it here.",
            who.name));
    out_.remarks.push_back(
        "Today's state is not guessed; moves that no position names, such as walking away, are "
        "yours to add.");
  }

  std::string idle_options() const {
    State spoken = 0;
    for (const DecisionMaker& who : out_.conflict.decision_makers)
      for (const PreferenceStatement& one : who.statements) {
        for (const Pattern& pattern : one.wanted.any_of) spoken |= pattern.named;
        if (one.given) spoken |= one.given->any_of.front().named;
      }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < out_.conflict.options.size(); ++i)
      if (!(spoken & bit(i))) out.push_back("“" + out_.conflict.options[i].name + "”");
    return fmt::format("{}", fmt::join(out, ", "));
  }

  std::vector<PositionId> unused_positions() const {
    std::set<PositionId> used;
    for (const auto& [id, words] : out_.quotes) used.insert(id);
    for (PositionId id : unread_conditions_) used.insert(id);
    for (const HeldMove& move : left_) used.insert(move.evidence.begin(), move.evidence.end());
    std::vector<PositionId> out;
    for (const Position* position : spoken_)
      if (!used.contains(position->id) && meant_by(*position) == 0) out.push_back(position->id);
    return out;
  }

  static constexpr std::size_t most_evidence = std::size_t{1} << 40;

  const Case& whole_;
  Comparison comparison_;
  std::vector<std::string> candidates_;
  NamesIn names_;
  std::vector<const Position*> spoken_;  // by the parties themselves, in order of id
  std::vector<HeldMove> held_, left_;
  std::vector<PositionId> unread_conditions_;
  ConflictFile out_;
};

}  // namespace

ConflictFile suggested_conflict(const Case& whole) { return Suggestion(whole).file(); }

}  // namespace entente::analyze

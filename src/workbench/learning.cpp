// SPDX-License-Identifier: Apache-2.0
#include "workbench/learning.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/log_fields.h"
#include "extract/corrections.h"
#include "model/find.h"
#include "workbench/fields.h"
#include "workbench/program.h"
#include "workbench/review.h"

namespace entente {
namespace {

using extract::Correction;
using extract::Corrections;
using extract::JudgedCoding;

std::string by_learning() { return program() + " (learned)"; }

// Other versions of the program have learned too.
bool is_by_learning(const std::string& who) { return who.ends_with(" (learned)"); }

// How the log begins to tell of a position that was put beside another one.
constexpr std::string_view split_from = "from ", learned_from_it = "beside ";

using Values = std::map<std::string, std::string>;

Values values_of(const Position& position) {
  Values values;
  for (const auto& [name, value] : words_in(position)) values[name] = value;
  return values;
}

// What was done to one position.
class History {
 public:
  void take(const LogEntry& line) {
    for (const std::string_view from : {split_from, learned_from_it})
      if (line.before.empty() && line.why.starts_with(from))
        parent_ = line.why.substr(from.size(), line.why.find(':') - from.size());
    for (const auto& [field, value] : exchange::log_fields(line.before))
      first_.try_emplace(field, value);
    last_ = &line;
  }

  // The position beside which it was put: by a person who split that one, or by what was learned.
  // "": the rules found it.
  const std::string& parent() const { return parent_; }

  // Rejected for itself, and not with its statement or as one with another position.
  bool rejected_for_itself() const {
    return last_ && last_->verb == "reject" && !last_->why.starts_with("follows ");
  }

  // As the rules coded it.
  std::string first(const std::string& field, const Values& now) const {
    const auto found = first_.find(field);
    return found == first_.end() ? now.at(field) : found->second;
  }

 private:
  Values first_;
  const LogEntry* last_ = nullptr;
  std::string parent_;
};

class Learner {
 public:
  Learner(const Case& contents, const std::vector<LogEntry>& log, const std::string& at)
      : contents_(contents), at_(at), signs_(contents.codebook, contents.people) {
    for (const LogEntry& line : log)
      if (PositionId::parse(line.item)) histories_[line.item].take(line);
    for (const Position& position : contents.positions)
      if (position.review.status != Status::rejected)
        in_document_[position.document].push_back(&position);
    for (const Position& position : contents.positions)
      if (const std::string& parent = history(position).parent(); !parent.empty())
        put_beside_[parent].push_back(&position);
    for (const Position& position : contents.positions) study(position);
    seconds_ = Corrections(second_codings_);
    issues_ = Corrections(issue_codings_);
    stances_ = Corrections(stance_codings_);
  }

  Learned learned(const std::set<DocumentId>& only) {
    out_.report.fields = {trust("issue", issue_codings_, issues_),
                          trust("second issue", second_codings_, seconds_),
                          trust("stance", stance_codings_, stances_)};
    for (const Position& position : contents_.positions)
      if (is_open(position) && (only.empty() || only.contains(position.document))) recode(position);
    if (only.empty())
      out_.change.log.push_back({0, at_, by_learning(), "learn", "positions", "", "",
                                 fmt::format("{} judged, {} coded anew", issue_codings_.size(),
                                             out_.change.positions.size())});
    return std::move(out_);
  }

 private:
  // Nobody has looked at it.
  static bool is_open(const Position& position) {
    return position.review.status == Status::suggested || is_by_learning(position.review.by);
  }

  const History& history(const Position& position) const {
    static const History none;
    const auto found = histories_.find(position.id.text());
    return found == histories_.end() ? none : found->second;
  }

  void study(const Position& position) {
    const History& past = history(position);
    const bool rejected = position.review.status == Status::rejected;
    if (is_open(position) || !past.parent().empty()) return;
    if (rejected && !past.rejected_for_itself()) return;
    const Values now = values_of(position);
    issue_codings_.push_back({position.document, past.first("issue", now),
                              rejected ? kept_beside(position) : position.issue,
                              signs_in(position)});
    if (rejected) return;
    const std::string coded = past.first("issue", now), second = second_issue(position);
    second_codings_.push_back(
        {position.document, coded, second.empty() ? coded : second, signs_in(position)});
    stance_codings_.push_back(
        {position.document, past.first("stance", now), now.at("stance"), signs_in(position)});
  }

  std::vector<std::string> signs_in(const Position& position) const {
    return signs_.signs_in(position.words);
  }

  // That people hold the position's words to be about as well.
  std::string second_issue(const Position& position) const {
    if (const auto others = put_beside_.find(position.id.text()); others != put_beside_.end())
      for (const Position* other : others->second)
        if (!is_open(*other) && other->review.status == Status::confirmed &&
            other->issue != position.issue)
          return other->issue;
    return "";
  }

  static Trustworthiness trust(const std::string& field, const std::vector<JudgedCoding>& judged,
                               const Corrections& learned) {
    const auto wrong = std::count_if(judged.begin(), judged.end(),
                                     [](const auto& one) { return one.coded != one.right; });
    return {field, judged.size(), static_cast<std::size_t>(wrong), learned.changed(),
            learned.mended()};
  }

  void recode(const Position& position) {
    const History& past = history(position);
    if (!past.parent().empty()) return;
    const Values now = values_of(position);
    const auto signs = signs_in(position);
    const std::string issue = past.first("issue", now), stance = past.first("stance", now);
    const auto other_issue = issues_.of(issue, signs);
    const auto other_stance = stances_.of(stance, signs);
    Position coded = position;
    const bool dropped =
        other_issue && (other_issue->right.empty() || is_there(position, other_issue->right));
    if (!dropped) {
      const std::string wanted = other_issue ? other_issue->right : issue;
      set_fields(coded,
                 {{"issue", wanted}, {"stance", other_stance ? other_stance->right : stance}},
                 contents_);
      if (wanted == issue && position.issue != issue)
        set_fields(coded, {{"option", past.first("option", now)}}, contents_);
    }
    coded.review.status = dropped ? Status::rejected : Status::suggested;
    coded.review.by = other_issue || other_stance ? by_learning() : program();
    code_beside(coded, dropped ? std::nullopt : seconds_.of(issue, signs));
    if (same_coding(position, coded)) return;
    note(position, coded, other_issue, other_stance);
    out_.change.positions.push_back(std::move(coded));
  }

  // What else the same words are coded as, for the same party.
  std::vector<const Position*> beside(const Position& position) const {
    std::vector<const Position*> out;
    if (const auto all = in_document_.find(position.document); all != in_document_.end())
      for (const Position* other : all->second)
        if (other->id != position.id && other->party == position.party &&
            other->evidence.begin < position.evidence.end &&
            position.evidence.begin < other->evidence.end)
          out.push_back(other);
    return out;
  }

  bool is_there(const Position& position, const std::string& issue) const {
    const auto others = beside(position);
    return std::any_of(others.begin(), others.end(),
                       [&](const Position* other) { return other->issue == issue; });
  }

  // Where a person kept another coding of the words, that is what they were right for.
  std::string kept_beside(const Position& position) const {
    for (const Position* other : beside(position))
      if (!is_open(*other)) return other->issue;
    return "";
  }

  // The second issue of the position's words, where they have one by what was learned.
  void code_beside(const Position& position, const std::optional<Correction>& second) {
    bool there = second && is_there(position, second->right);
    for (const Position* other : put_beside_[position.id.text()]) {
      const bool wanted = second && other->issue == second->right;
      there = there || wanted;
      if (!is_open(*other)) continue;
      Position now = *other;
      now.review = {wanted ? Status::suggested : Status::rejected, by_learning()};
      if (same_coding(*other, now)) continue;
      note(*other, now, second, std::nullopt);
      out_.change.positions.push_back(std::move(now));
    }
    if (second && !there) add_beside(position, *second);
  }

  void add_beside(Position position, const Correction& second) {
    const std::string from = position.id.text();
    position.id.number = contents_.positions.back().id.number +
                         static_cast<std::uint32_t>(out_.change.added.positions.size()) + 1;
    position.issue = second.right;
    position.option.reset();
    position.review = {Status::suggested, by_learning()};
    out_.report.changes.push_back(
        {position.id.text(), "issue", "", second.right, second.sign, second.times, second.of});
    out_.change.log.push_back(
        {0, at_, by_learning(), "learn", position.id.text(), "", all_fields(words_in(position)),
         fmt::format("{}{}: {}", learned_from_it, from, reason("issue", second))});
    out_.change.added.positions.push_back(std::move(position));
  }

  static bool same_coding(const Position& one, const Position& other) {
    return one.issue == other.issue && one.stance == other.stance && one.option == other.option &&
           one.review.status == other.review.status;
  }

  static std::string reason(const std::string& field, const Correction& rule) {
    return fmt::format("{} by \"{}\", so in {} of {} judged", field, rule.sign, rule.times,
                       rule.of);
  }

  void note(const Position& before, const Position& after, const std::optional<Correction>& issue,
            const std::optional<Correction>& stance) {
    const auto [was, became] = difference(words_in(before), words_in(after));
    std::string why;
    const auto tell = [&](const std::string& field, const std::string& from, const std::string& to,
                          const std::optional<Correction>& by) {
      if (from == to) return;
      const Correction& rule = by.value_or(Correction{});
      out_.report.changes.push_back(
          {before.id.text(), field, from, to, rule.sign, rule.times, rule.of});
      if (!why.empty()) why += "; ";
      why += by ? reason(field, rule)
                : field + " as the rules have it: what was learned holds no more";
    };
    tell("review", std::string(word_of(before.review.status)),
         std::string(word_of(after.review.status)), issue);
    tell("issue", before.issue, after.issue, issue);
    tell("stance", std::string(word_of(before.stance)), std::string(word_of(after.stance)), stance);
    out_.change.log.push_back({0, at_, by_learning(), "learn", before.id.text(), was, became, why});
  }

  const Case& contents_;
  std::string at_;
  extract::SignReader signs_;
  std::map<std::string, History> histories_;
  std::map<DocumentId, std::vector<const Position*>> in_document_;  // but for rejected ones
  std::map<std::string, std::vector<const Position*>> put_beside_;  // by the position beside it
  std::vector<JudgedCoding> issue_codings_, second_codings_, stance_codings_;
  Corrections issues_{{}}, seconds_{{}}, stances_{{}};
  Learned out_;
};

}  // namespace

bool has_learned(const std::vector<LogEntry>& log) {
  return std::any_of(log.begin(), log.end(),
                     [](const LogEntry& line) { return line.verb == "learn"; });
}

Learned learned_from(const Case& contents, const std::vector<LogEntry>& log, const std::string& at,
                     const std::set<DocumentId>& only) {
  return Learner(contents, log, at).learned(only);
}

}  // namespace entente

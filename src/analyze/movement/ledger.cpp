// SPDX-License-Identifier: Apache-2.0
#include "analyze/movement/ledger.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "analyze/movement/course.h"
#include "analyze/shared/comparison.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

using Positions = std::vector<const Position*>;

// What the matrix prefers to show: a stand in the party's own words, else its own words, else
// another's account of a stand.
int rank_of(const Position& position, const Comparison& comparison) {
  const bool stand = side_of(position.stance) != Side::neutral;
  return 2 * comparison.own(position) + stand;
}

bool shows_the_same(const Position& a, const Position& b) {
  return a.stance == b.stance && a.firmness == b.firmness && a.option == b.option &&
         a.condition.empty() == b.condition.empty();
}

// The days put `then` before `now`; of one document only days of saying do.
bool surely_before(const Position& then, const Position& now) {
  const auto x = day_of(then), y = day_of(now);
  return x && y && *x < *y && (then.document != now.document || (then.said && now.said));
}

class CellReader {
 public:
  CellReader(const Comparison& comparison, const std::vector<Movement>& moved)
      : comparison_(comparison) {
    for (const Movement& one : moved) moved_.emplace(one.to.number, one.from);
  }

  // The changes of one cell, whose positions are in order of time.
  void read(const CellKey& key, const Positions& cell, std::vector<CellChange>& out) const {
    const Position* shown = nullptr;
    int best = -1;
    for (const Position* now : cell) {
      const int rank = rank_of(*now, comparison_);
      const bool new_look = rank >= best && (!shown || !shows_the_same(*shown, *now));
      if (auto change = change_of(key, *now, shown, new_look, rank)) out.push_back(*change);
      if (rank < best) continue;
      best = rank;
      shown = now;
    }
  }

 private:
  // A text's word of a change counts as any other: in the party's own words or the narrator's.
  std::optional<CellChange> change_of(const CellKey& key, const Position& now,
                                      const Position* shown, bool new_look, int rank) const {
    const auto moved = moved_.find(now.id.number);
    CellChange change{.party = key.first, .issue = key.second};
    change.between_texts = moved != moved_.end();
    change.in_text = now.shift != Shift::none && rank >= 2 && comparison_.arguable(key.second);
    if (!change.between_texts && !change.in_text && !new_look) return std::nullopt;
    if (change.between_texts || change.in_text) change.cause = Cause::party_moved;
    if (change.between_texts)
      change.from = moved->second;
    else if (shown && surely_before(*shown, now))
      change.from = shown->id;
    change.to = now.id;
    change.day = day_of(now);
    return change;
  }

  const Comparison& comparison_;
  std::unordered_map<std::uint32_t, PositionId> moved_;  // by where it went: where from
};

constexpr std::array<std::string_view, 10> shown_fields{
    "party", "issue",     "stance", "firmness", "option",
    "shift", "condition", "said",   "printed",  "reported_by"};

const std::string* field(const std::map<std::string, std::string>& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : &found->second;
}

bool is_rejected_in(const std::map<std::string, std::string>& fields) {
  const std::string* review = field(fields, "review");
  return review && *review == word_of(Status::rejected);
}

bool changes_a_cell(const Recoded& one) {
  return is_rejected_in(one.before) != is_rejected_in(one.after) ||
         std::any_of(shown_fields.begin(), shown_fields.end(),
                     [&](std::string_view name) { return one.after.contains(std::string(name)); });
}

// Which cell a position stood in before and after each of its recodings is told from the last
// one backwards.
class RecodingReader {
 public:
  explicit RecodingReader(const Case& whole) : whole_(whole) {}

  std::vector<CellChange> read(const std::vector<Recoded>& recodings) {
    for (auto one = recodings.rbegin(); one != recodings.rend(); ++one) take(*one);
    std::reverse(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  void take(const Recoded& one) {
    const Position* position = find_item(whole_.positions, one.position);
    if (!position) return;
    CellKey& key =
        cells_.try_emplace(one.position.number, position->party, position->issue).first->second;
    const CellKey after = key;
    if (const std::string* party = field(one.before, "party")) key.first = *party;
    if (const std::string* issue = field(one.before, "issue")) key.second = *issue;
    if (!changes_a_cell(one)) return;
    const bool left = key != after || is_rejected_in(one.after);
    const bool is_new = one.before.empty() && one.after.contains("party");  // split off another
    const bool came = key != after || is_new || is_rejected_in(one.before);
    if (key != after) add(one, after, {}, one.position);
    add(one, key, came && key == after ? std::nullopt : std::optional(one.position),
        left ? std::nullopt : std::optional(one.position));
  }

  void add(const Recoded& one, const CellKey& key, std::optional<PositionId> from,
           std::optional<PositionId> to) {
    out_.push_back({.party = key.first,
                    .issue = key.second,
                    .cause = Cause::analyst_recoded,
                    .from = from,
                    .to = to,
                    .recoding = one});
  }

  const Case& whole_;
  std::unordered_map<std::uint32_t, CellKey> cells_;
  std::vector<CellChange> out_;
};

std::optional<Date> newest_day(const Case& whole) {
  std::optional<Date> newest;
  for (const DocumentCard& card : whole.documents) newest = std::max(newest, card.date);
  return newest;
}

}  // namespace

Ledger ledger(const Case& whole, const std::vector<Movement>& moved,
              const std::vector<Recoded>& recodings) {
  const Comparison comparison(whole);
  const auto cells = by_cell(whole, comparison);
  Ledger out;
  out.as_of = newest_day(whole);
  const CellReader reader(comparison, moved);
  for (const auto& [key, cell] : cells) reader.read(key, cell, out.changes);
  std::stable_sort(out.changes.begin(), out.changes.end(),
                   [](const CellChange& a, const CellChange& b) {
                     return std::tuple(a.day, *a.to) < std::tuple(b.day, *b.to);
                   });
  const auto recoded = RecodingReader(whole).read(recodings);
  out.changes.insert(out.changes.end(), recoded.begin(), recoded.end());
  out.issues = courses(whole, comparison, cells, out.as_of);
  return out;
}

}  // namespace entente::analyze

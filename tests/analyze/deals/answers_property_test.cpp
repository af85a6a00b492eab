// SPDX-License-Identifier: Apache-2.0
// The universal checks of the deal engine for what is not a frontier: how sure it is, and what
// could be traded.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "analyze/deals/certainty.h"
#include "analyze/deals/deals.h"
#include "analyze/deals/trades.h"
#include "analyze/deals/universal.h"
#include "kit/readings.h"

namespace entente::analyze {
namespace {

constexpr std::size_t few_bounds = 4;  // 81 readings

Scenario any_uncertain() {
  return kit::with_bounds(kit::with_limits(kit::any_additive(3)), few_bounds);
}

DealsOptions on(unsigned threads) {
  DealsOptions options;
  options.threads = threads;
  return options;
}

DealCertainty sure_of(const Scenario& scenario, unsigned threads = 2) {
  return certainty(scenario, deals(scenario, on(threads)), on(threads));
}

Certainty of_all(std::size_t holds, std::size_t readings) {
  return holds == readings ? Certainty::all : holds == 0 ? Certainty::none : Certainty::some;
}

bool decided(Certainty one) { return one == Certainty::all || one == Certainty::none; }

// ---- how sure: by definition, reading by reading

struct Tried {
  std::map<Package, std::size_t> acceptable, efficient;  // in how many readings
  std::size_t with_a_deal = 0, readings = 0;

  std::uint64_t certain() const {
    return count([&](std::size_t in) { return in == readings; });
  }
  std::uint64_t possible() const {
    return count([&](std::size_t in) { return in > 0; });
  }

 private:
  template <class Holds>
  std::uint64_t count(const Holds& holds_in) const {
    return static_cast<std::uint64_t>(
        std::count_if(acceptable.begin(), acceptable.end(),
                      [&](const auto& one) { return holds_in(one.second); }));
  }
};

Tried try_all(const Scenario& scenario, bool efficiency) {
  Tried out;
  const auto all = kit::packages_of(scenario);
  for (const Scenario& reading : kit::readings(scenario)) {
    bool deal = false;
    for (const Package& package : all) {
      const bool acceptable = kit::rational(reading, package);
      out.acceptable[package] += acceptable ? 1 : 0;
      if (efficiency) out.efficient[package] += kit::efficient(reading, package, all) ? 1 : 0;
      deal |= acceptable;
    }
    out.with_a_deal += deal ? 1 : 0;
    ++out.readings;
  }
  return out;
}

void expect_efficiency(const PackageCertainty& one, const Tried& tried) {
  const std::size_t in = tried.efficient.at(one.package);
  RC_ASSERT((one.efficient == Certainty::all) == (in == tried.readings));
  if (one.efficient == Certainty::some) RC_ASSERT(in > 0u);
  if (one.efficient == Certainty::none) RC_ASSERT(in == 0u);
}

void certainty_agrees_with_brute_force() {
  const Scenario scenario = any_uncertain();
  const DealCertainty found = sure_of(scenario);
  const Tried tried = try_all(scenario, true);
  RC_ASSERT(found.complete);
  RC_ASSERT(found.every_package);
  RC_ASSERT(found.deal == of_all(tried.with_a_deal, tried.readings));
  RC_ASSERT(found.certain->capped() == tried.certain());
  RC_ASSERT(found.possible->capped() == tried.possible());
  RC_ASSERT(found.packages.size() == tried.possible());
  for (const PackageCertainty& one : found.packages) {
    RC_ASSERT(one.acceptable == of_all(tried.acceptable.at(one.package), tried.readings));
    expect_efficiency(one, tried);
  }
}

// What stands in an answer, without the order of parties, issues or packages.
std::multiset<std::string> standings(const DealCertainty& found) {
  std::multiset<std::string> out;
  for (const PackageCertainty& one : found.packages) {
    std::multiset<std::string> worth;
    for (const Interval& value : one.utilities)
      worth.insert(std::to_string(value.low) + ".." + std::to_string(value.high));
    std::string text =
        std::string(word_of(one.acceptable)) + " " + std::string(word_of(one.efficient));
    for (const std::string& each : worth) text += " " + each;
    out.insert(text);
  }
  return out;
}

std::multiset<std::string> settlings(const DealCertainty& found) {
  std::multiset<std::string> out;
  for (const Unknown& one : found.unknowns)
    for (const Unknown::Settled* end : {&one.low, &one.high})
      out.insert(std::string(word_of(end->deal)) + " " +
                 std::to_string(end->acceptable.value_or(99)) + " " +
                 std::to_string(end->efficient.value_or(99)));
  return out;
}

void certainty_does_not_depend_on_order() {
  const Scenario scenario = any_uncertain();
  const DealCertainty one = sure_of(scenario), other = sure_of(kit::turned(scenario));
  RC_ASSERT(one.deal == other.deal);
  RC_ASSERT(standings(one) == standings(other));
  RC_ASSERT(settlings(one) == settlings(other));
}

void certainty_does_not_depend_on_scale() {
  const Scenario scenario = any_uncertain();
  const DealCertainty one = sure_of(scenario), other = sure_of(kit::stretched(scenario));
  RC_ASSERT(one.deal == other.deal);
  RC_ASSERT(one.packages.size() == other.packages.size());
  for (std::size_t i = 0; i < one.packages.size(); ++i) {
    RC_ASSERT(one.packages[i].package == other.packages[i].package);
    RC_ASSERT(one.packages[i].acceptable == other.packages[i].acceptable);
    RC_ASSERT(one.packages[i].efficient == other.packages[i].efficient);
  }
  RC_ASSERT(settlings(one) == settlings(other));
}

void certainty_loses_packages_only_to_a_new_red_line() {
  Scenario scenario = any_uncertain();
  const DealCertainty before = sure_of(scenario);
  scenario.profiles[0].red_lines.push_back({"one more", kit::any_condition(scenario, 1)});
  const DealCertainty after = sure_of(scenario);
  RC_ASSERT(after.certain->capped() <= before.certain->capped());
  RC_ASSERT(after.possible->capped() <= before.possible->capped());
  for (const PackageCertainty& one : after.packages)
    RC_ASSERT(!holds(scenario.profiles[0].red_lines.back().never, one.package));
}

void certainty_is_the_same_at_any_number_of_threads() {
  const Scenario scenario = any_uncertain();
  const DealCertainty one = sure_of(scenario, 1), many = sure_of(scenario, 5);
  RC_ASSERT(standings(one) == standings(many));
  RC_ASSERT(one.unknowns.size() == many.unknowns.size());
  for (std::size_t i = 0; i < one.unknowns.size(); ++i) {
    RC_ASSERT(one.unknowns[i].party == many.unknowns[i].party);
    RC_ASSERT(one.unknowns[i].issue == many.unknowns[i].issue);
    RC_ASSERT(one.unknowns[i].option == many.unknowns[i].option);
  }
}

// ---- trades: by definition, looking at every package nearby

std::vector<Interval> ranges_of(const Scenario& scenario) { return deals(scenario).ranges; }

TradesFrom traded(const Scenario& scenario, const Package& start) {
  TradesLimits limits;
  limits.most_kept = 100000;
  return trades_from(scenario, "asked", start, ranges_of(scenario), limits);
}

using Change = std::vector<std::pair<std::size_t, std::uint32_t>>;  // issue, option

Change change_of(const Move& move) {
  Change out;
  for (const IssueChange& one : move.changes) out.emplace_back(one.issue, one.to);
  std::sort(out.begin(), out.end());
  return out;
}

Package changed(Package package, const Change& change) {
  for (const auto& [issue, option] : change) package[issue] = option;
  return package;
}

Scenario middle_of(const Scenario& scenario) {
  Scenario out = scenario;
  for (Interval* number : kit::numbers_of(out)) *number = at(*number, Reading::middle);
  return out;
}

bool is_move(const Scenario& exact, const Package& start, const Change& change) {
  const Package to = changed(start, change);
  return kit::rational(exact, to) &&
         kit::dominates(kit::utilities(exact, to), kit::utilities(exact, start));
}

std::vector<Change> changes_of_two(const Scenario& scenario, const Package& start) {
  std::vector<Change> out;
  for (const Package& other : kit::packages_of(scenario)) {
    Change change;
    for (std::size_t i = 0; i < start.size(); ++i)
      if (other[i] != start[i]) change.emplace_back(i, other[i]);
    if (!change.empty() && change.size() <= 2) out.push_back(change);
  }
  return out;
}

// `p` loses by the first change and gains by the second, `q` the other way round.
bool is_trade(const Scenario& exact, const Package& start, std::size_t p, std::size_t q,
              const Change& x, const Change& y, const Change& both) {
  const auto gain = [&](std::size_t who, const Change& change) {
    return kit::utilities(exact, changed(start, change))[who] - kit::utilities(exact, start)[who];
  };
  return gain(p, x) < -1e-9 && gain(q, x) > 1e-9 && gain(q, y) < -1e-9 && gain(p, y) > 1e-9 &&
         gain(p, both) > 1e-9 && gain(q, both) > 1e-9;
}

// In every reading nobody loses, somebody gains, and so do all of `these`.
Certainty sure_move(const Scenario& scenario, const Package& start, const Change& change,
                    const std::vector<std::size_t>& these) {
  for (const Scenario& reading : kit::readings(scenario)) {
    const auto one = kit::utilities(reading, start),
               other = kit::utilities(reading, changed(start, change));
    if (!kit::dominates(other, one)) return Certainty::some;
    for (const std::size_t p : these)
      if (other[p] <= one[p] + 1e-9) return Certainty::some;
  }
  return Certainty::all;
}

Certainty acceptable_in(const Scenario& scenario, const Package& package) {
  std::size_t in = 0;
  const auto readings = kit::readings(scenario);
  for (const Scenario& reading : readings) in += kit::rational(reading, package) ? 1 : 0;
  return of_all(in, readings.size());
}

struct Found {
  std::set<std::tuple<std::size_t, std::size_t, Change>> trades;  // first, second
  std::set<Change> moves;
};

Found look_nearby(const Scenario& exact, const Package& start) {
  Found out;
  for (const Change& change : changes_of_two(exact, start)) {
    if (!is_move(exact, start, change)) continue;
    if (change.size() == 1) {
      out.moves.insert(change);
      continue;
    }
    const Change x{change[0]}, y{change[1]};
    if (is_move(exact, start, x) || is_move(exact, start, y)) continue;
    bool traded = false;
    for (std::size_t p = 0; p < exact.profiles.size(); ++p)
      for (std::size_t q = p + 1; q < exact.profiles.size(); ++q)
        if (is_trade(exact, start, p, q, x, y, change) ||
            is_trade(exact, start, p, q, y, x, change)) {
          out.trades.insert({p, q, change});
          traded = true;
        }
    if (!traded) out.moves.insert(change);
  }
  return out;
}

void trades_agree_with_brute_force() {
  const Scenario scenario = any_uncertain();
  const Package start = kit::any_package(scenario);
  const TradesFrom found = traded(scenario, start);
  Found told;
  for (const Trade& one : found.trades) {
    RC_ASSERT(is_trade(middle_of(scenario), start, one.first, one.second,
                       change_of({{one.move.changes[0]}, {}, {}}),
                       change_of({{one.move.changes[1]}, {}, {}}), change_of(one.move)));
    told.trades.insert({one.first, one.second, change_of(one.move)});
    RC_ASSERT(one.move.sure ==
              sure_move(scenario, start, change_of(one.move), {one.first, one.second}));
    RC_ASSERT(one.move.acceptable == acceptable_in(scenario, changed(start, change_of(one.move))));
  }
  for (const Move& one : found.moves) {
    told.moves.insert(change_of(one));
    RC_ASSERT(one.sure == sure_move(scenario, start, change_of(one), {}));
  }
  const Found looked = look_nearby(middle_of(scenario), start);
  RC_ASSERT(told.trades == looked.trades);
  RC_ASSERT(told.moves == looked.moves);
  RC_ASSERT(found.trades.size() == looked.trades.size());
  RC_ASSERT(found.moves.size() == looked.moves.size());
}

// Who gains what by changing which issues, by name.
std::multiset<std::string> told(const Scenario& scenario, const TradesFrom& found) {
  std::multiset<std::string> out;
  const auto add = [&](const Move& move, std::set<std::string> parties) {
    std::set<std::string> parts;
    for (const IssueChange& one : move.changes)
      parts.insert(scenario.issues[one.issue].name + ">" + std::to_string(one.to));
    for (std::size_t p = 0; p < move.gains.size(); ++p)
      parts.insert(scenario.profiles[p].party + "+" + std::to_string(move.gains[p] + 0.0));
    parts.merge(parties);
    std::string text(word_of(move.sure));
    for (const std::string& part : parts) text += " " + part;
    out.insert(text);
  };
  for (const Trade& one : found.trades)
    add(one.move, {"with " + scenario.profiles[one.first].party + " giving on " +
                       scenario.issues[one.move.changes[0].issue].name,
                   "with " + scenario.profiles[one.second].party + " giving on " +
                       scenario.issues[one.move.changes[1].issue].name});
  for (const Move& one : found.moves) add(one, {});
  return out;
}

void trades_do_not_depend_on_order() {
  const Scenario scenario = any_uncertain(), other = kit::turned(scenario);
  const Package start = issue_by_issue(scenario);
  Package moved = start;
  std::rotate(moved.begin(), moved.begin() + 1, moved.end());
  RC_ASSERT(issue_by_issue(other) == moved);
  RC_ASSERT(told(scenario, traded(scenario, start)) == told(other, traded(other, moved)));
}

void trades_do_not_depend_on_scale() {
  const Scenario scenario = any_uncertain(), other = kit::stretched(scenario);
  const Package start = issue_by_issue(scenario);
  RC_ASSERT(issue_by_issue(other) == start);
  const TradesFrom one = traded(scenario, start), two = traded(other, start);
  RC_ASSERT(one.trades.size() == two.trades.size());
  RC_ASSERT(one.moves.size() == two.moves.size());
  std::set<Change> here, there;
  for (const Trade& trade : one.trades) here.insert(change_of(trade.move));
  for (const Trade& trade : two.trades) there.insert(change_of(trade.move));
  RC_ASSERT(here == there);
}

void trades_are_lost_only_to_a_new_red_line() {
  Scenario scenario = any_uncertain();
  const Package start = kit::any_package(scenario);
  const TradesFrom before = traded(scenario, start);
  scenario.profiles[0].red_lines.push_back({"one more", kit::any_condition(scenario, 1)});
  const TradesFrom after = traded(scenario, start);
  std::set<Change> had;
  for (const Trade& one : before.trades) had.insert(change_of(one.move));
  for (const Trade& one : after.trades) {
    RC_ASSERT(!kit::crosses(scenario.profiles[0], changed(start, change_of(one.move))));
    RC_ASSERT(had.contains(change_of(one.move)));
  }
}

// They are found by one thread; that the ranges they are ranked by come from many does not show.
void trades_are_the_same_at_any_number_of_threads() {
  const Scenario scenario = any_uncertain();
  const Package start = kit::any_package(scenario);
  const auto from = [&](unsigned threads) {
    return trades_from(scenario, "asked", start, deals(scenario, on(threads)).ranges);
  };
  const TradesFrom one = from(1), many = from(5);
  RC_ASSERT(one.trades.size() == many.trades.size());
  for (std::size_t i = 0; i < one.trades.size(); ++i)
    RC_ASSERT(one.trades[i].move.changes == many.trades[i].move.changes);
}

// ---- each answer under each check

using AnswerChecks = std::map<std::string, void (*)()>;

const std::map<std::string, AnswerChecks> answers{
    {"certainty",
     {{"agrees with brute force", certainty_agrees_with_brute_force},
      {"does not depend on the order of parties and issues", certainty_does_not_depend_on_order},
      {"does not depend on the scale of a utility", certainty_does_not_depend_on_scale},
      {"loses packages only to a new red line", certainty_loses_packages_only_to_a_new_red_line},
      {"is the same at any number of threads", certainty_is_the_same_at_any_number_of_threads}}},
    {"trades",
     {{"agrees with brute force", trades_agree_with_brute_force},
      {"does not depend on the order of parties and issues", trades_do_not_depend_on_order},
      {"does not depend on the scale of a utility", trades_do_not_depend_on_scale},
      {"loses packages only to a new red line", trades_are_lost_only_to_a_new_red_line},
      {"is the same at any number of threads", trades_are_the_same_at_any_number_of_threads}}}};

TEST(DealsEveryAnswer, has_every_universal_check) {
  for (const auto& [answer, checks] : answers)
    EXPECT_EQ(names_of(checks), universal_checks) << answer;
}

TEST(DealsEveryAnswer, passes_every_universal_check) {
  for (const auto& [answer, checks] : answers)
    for (const auto& [name, check] : checks)
      EXPECT_TRUE(rc::check(answer + " " + name, check)) << answer << " " << name;
}

// ---- what is true of these alone

RC_GTEST_PROP(DealsCertainty, only_loses_by_wider_bounds, ()) {
  Scenario scenario = any_uncertain();
  const DealCertainty before = sure_of(scenario);
  const auto numbers = kit::numbers_of(scenario);
  Interval& one = *numbers[kit::draw(0, numbers.size() - 1)];
  one = {std::max(0.0, one.low - 1), one.high + 1};
  const DealCertainty after = sure_of(scenario);
  if (decided(after.deal)) RC_ASSERT(before.deal == after.deal);
  RC_ASSERT(after.certain->capped() <= before.certain->capped());
  RC_ASSERT(after.possible->capped() >= before.possible->capped());
  for (const PackageCertainty& now : after.packages)
    for (const PackageCertainty& then : before.packages)
      if (now.package == then.package && decided(now.efficient))
        RC_ASSERT((then.efficient == now.efficient || then.efficient == Certainty::open));
}

RC_GTEST_PROP(DealsCertainty, leaves_nothing_open_where_weights_are_known, ()) {
  Scenario scenario = any_uncertain();
  for (Profile& profile : scenario.profiles) {
    profile.reservation.reset();
    for (IssueValue& issue : std::get<Additive>(profile.utility).issues)
      issue.weight = issue.weight.low;
  }
  for (const PackageCertainty& one : sure_of(scenario).packages)
    RC_ASSERT(one.efficient != Certainty::open);
}

RC_GTEST_PROP(DealsCertainty, of_exact_numbers_is_the_frontier, ()) {
  const Scenario scenario = kit::with_limits(kit::any_additive(3));
  DealsOptions options = on(1);
  options.shown = 1000;
  const Deals found = deals(scenario, options);
  std::set<Package> frontier, sure;
  for (const FrontierPoint& point : found.frontier)
    frontier.insert(point.shown.begin(), point.shown.end());
  for (const PackageCertainty& one : certainty(scenario, found, options).packages) {
    RC_ASSERT(decided(one.efficient));
    if (one.efficient == Certainty::all) sure.insert(one.package);
  }
  RC_ASSERT(sure == frontier);
}

RC_GTEST_PROP(DealsCertainty, tells_what_each_number_would_settle, ()) {
  const Scenario scenario = any_uncertain();
  const DealCertainty found = sure_of(scenario);
  RC_ASSERT(found.asked);
  const auto undecided = [](const Tried& tried) { return tried.possible() - tried.certain(); };
  const std::uint64_t before = undecided(try_all(scenario, false));
  for (const Unknown& one : found.unknowns)
    for (const Unknown::Settled* end : {&one.low, &one.high}) {
      Scenario settled = scenario;
      Profile& profile = settled.profiles[one.party];
      if (!one.issue) {
        profile.reservation = end->at;
      } else {
        IssueValue& issue = std::get<Additive>(profile.utility).issues[*one.issue];
        (one.option ? std::get<OptionTable>(issue.evaluator).values[*one.option] : issue.weight) =
            end->at;
      }
      const Tried tried = try_all(settled, false);
      RC_ASSERT(end->deal == of_all(tried.with_a_deal, tried.readings));
      RC_ASSERT(end->acceptable == before - undecided(tried));
    }
}

RC_GTEST_PROP(DealsTrades, from_an_efficient_package_there_are_none, ()) {
  const Scenario scenario = any_uncertain();
  for (const FrontierPoint& point : deals(scenario).frontier) {
    const TradesFrom found = traded(scenario, point.shown.front());
    RC_ASSERT(found.trades_found == 0u);
    RC_ASSERT(found.moves_found == 0u);
  }
}

TEST(DealsTrades, are_told_by_who_gives_on_what) {
  // A cares for x, B for y; each has the better option of the other's issue.
  const Scenario scenario = kit::scenario({{{0, 5}, {2, 0}}, {{2, 0}, {0, 5}}});
  const TradesFrom found = traded(scenario, {0, 0});
  ASSERT_EQ(found.trades.size(), 1u);
  const Trade& one = found.trades.front();
  EXPECT_EQ(scenario.issues[one.move.changes[0].issue].name, "b");  // A gives on b
  EXPECT_EQ(one.move.gains, (std::vector<double>{3, 3}));
  EXPECT_EQ(one.alone[0], (std::vector<double>{-2, 5}));
  EXPECT_EQ(one.move.sure, Certainty::all);
}

TEST(DealsTrades, never_leave_a_party_below_its_reservation_value) {
  Scenario scenario = kit::scenario({{{0, 5}, {2, 0}}, {{2, 0}, {0, 5}}});
  scenario.profiles[0].reservation = Interval(6);
  const TradesFrom found = traded(scenario, {0, 0});
  EXPECT_TRUE(found.trades.empty());
  EXPECT_TRUE(found.moves.empty());
}

TEST(DealsCertainty, goes_on_where_packages_cannot_be_counted) {
  std::vector<kit::Tables> parties(2, kit::Tables(30));
  for (std::size_t i = 0; i < 30; ++i)
    for (std::size_t option = 0; option < 5; ++option) {
      parties[0][i].push_back(static_cast<double>(option));
      parties[1][i].push_back(static_cast<double>(4 - option));
    }
  Scenario scenario = kit::scenario(parties);
  scenario.profiles[0].reservation = Interval(50, 59);
  scenario.profiles[1].reservation = Interval(60);
  const Deals found = deals(scenario, on(2));
  const DealCertainty sure = certainty(scenario, found, on(2));
  EXPECT_EQ(sure.deal, Certainty::all);
  EXPECT_FALSE(sure.certain);
  EXPECT_FALSE(sure.every_package);
  EXPECT_FALSE(sure.asked);
  ASSERT_FALSE(sure.packages.empty());
  for (const PackageCertainty& one : sure.packages) EXPECT_EQ(one.efficient, one.acceptable);
  scenario.profiles[0].reservation = Interval(50, 61);
  EXPECT_EQ(certainty(scenario, deals(scenario, on(2)), on(2)).deal, Certainty::some);
  scenario.profiles[0].reservation = Interval(61, 62);
  EXPECT_EQ(certainty(scenario, deals(scenario, on(2)), on(2)).deal, Certainty::none);
}

TEST(DealsCertainty, stops_when_it_is_told_to) {
  Scenario scenario = kit::scenario({{{0, 5}, {2, 0}}, {{2, 0}, {0, 5}}});
  scenario.profiles[0].reservation = Interval(1, 6);
  const Deals found = deals(scenario);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(certainty(scenario, found, {}, {{}, stop.get_token()}).complete);
}

}  // namespace
}  // namespace entente::analyze

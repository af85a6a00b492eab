// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/json_text.h"
#include "report/deals_sections.h"
#include "report/deals_words.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_trades_shown = 5, most_moves_shown = 3, most_quotes = 2;

std::string from_words(const TradesFrom& from) {
  if (from.name == "issue by issue")
    return "From the issue-by-issue compromise, which on each issue leaves whom it suits least as "
           "well off as can be";
  return "From the package asked about";
}

class TradesText {
 public:
  TradesText(const ScenarioFile& file, const Deals& deals, const Screen& screen)
      : file_(file), scenario_(file.scenario), deals_(deals), screen_(screen) {}

  std::string text() {
    if (deals_.trades.empty()) return "";
    out_ += "\n" + heading("What could be traded?", screen_);
    for (const TradesFrom& from : deals_.trades) say_from(from);
    if (!deals_.fair.empty())
      say(
          fmt::format("From the fair points above: nothing. They are efficient{}, so that whatever "
                      "helps one party there hurts another.",
                      deals_.certainty ? " at the middle of all bounds" : ""));
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) {
    out_ += paragraph(words, screen_, indent);
  }

  void say_from(const TradesFrom& from) {
    std::vector<std::string> worth;
    for (std::size_t p = 0; p < from.utilities.size(); ++p)
      worth.push_back(
          fmt::format("{} {}", party_text(scenario_, p), worth_text(from.utilities[p])));
    say(fmt::format("{} ({}; {}):", from_words(from), fmt::join(worth, ", "),
                    acceptable(from.acceptable)));
    say("  " + package_text(scenario_, from.package), 4);
    if (from.trades_found + from.moves_found == 0)
      return say(
          "No change of one or two issues helps one party there and hurts nobody, within "
          "every limit.");
    say_trades(from);
    say_moves(from);
    if (!from.every_pair)
      say("Not every pair of issues was looked at: there are too many options.");
  }

  std::string acceptable(Certainty sure) const {
    const std::string all = all_parties(scenario_);
    if (sure == Certainty::all) return "acceptable to " + all + in_all_readings();
    return sure == Certainty::some ? fmt::format("acceptable to {} in some readings", all)
                                   : fmt::format("not acceptable to {}", all);
  }
  std::string in_all_readings() const { return deals_.certainty ? " in all readings" : ""; }

  // The best one for each two parties and two issues.
  void say_trades(const TradesFrom& from) {
    std::set<std::vector<std::size_t>> said;
    for (const Trade& one : from.trades) {
      const auto& changes = one.move.changes;
      if (said.size() == most_trades_shown) break;
      if (said.insert({one.first, one.second, changes[0].issue, changes[1].issue}).second)
        say_trade(one);
    }
    if (from.trades_found > said.size() && !said.empty())
      say(fmt::format("  and {} like these: --format json lists {}",
                      many(from.trades_found - said.size(), "other trade", "other trades"),
                      from.trades_found > from.trades.size() ? "the first" : "them"));
  }

  void say_trade(const Trade& one) {
    const auto& changes = one.move.changes;
    say(fmt::format("  {} gives on {} for {} giving on {}", party_text(scenario_, one.first),
                    change_text(scenario_, changes[0]), party_text(scenario_, one.second),
                    change_text(scenario_, changes[1])),
        4);
    say("    " + gains(one.move, "Both gain and nobody loses"), 6);
    say_why(one.first, changes[1]);
    say_why(one.second, changes[0]);
  }

  std::string gains(const Move& move, const char* who) const {
    std::vector<std::string> parts;
    for (std::size_t p = 0; p < move.gains.size(); ++p)
      if (std::abs(move.gains[p]) >= 0.0005 || move.bounds[p].high - move.bounds[p].low >= 0.0005)
        parts.push_back(fmt::format("{} {}", party_text(scenario_, p),
                                    gain_text(move.gains[p], move.bounds[p])));
    return fmt::format("{}{}", fmt::join(parts, ", "), deals_.certainty ? how_sure(move, who) : "");
  }

  std::string how_sure(const Move& move, const char* who) const {
    const auto readings = [](Certainty sure) {
      return sure == Certainty::all ? "in all readings" : "in some readings";
    };
    return fmt::format(". {} {}; the package is acceptable to {} {}", who, readings(move.sure),
                       all_parties(scenario_), readings(move.acceptable));
  }

  // What its priority rests on.
  void say_why(std::size_t party, const IssueChange& change) {
    std::vector<std::string> quotes;
    for (const PositionId id : evidence_for(file_, party, change)) {
      const auto quote = file_.quotes.find(id);
      const bool words = quote != file_.quotes.end() && !quote->second.words.empty();
      if (quotes.size() < most_quotes)
        quotes.push_back(words ? fmt::format("“{}” ({})", visible(quote->second.words), id.text())
                               : id.text());
    }
    if (!quotes.empty())
      say(fmt::format("    {} on {}: {}", party_text(scenario_, party),
                      issue_text(scenario_, change.issue), fmt::join(quotes, "; ")),
          6);
  }

  void say_moves(const TradesFrom& from) {
    if (from.moves.empty()) return;
    say("  Without a trade, these help somebody and hurt nobody:", 4);
    const std::size_t shown = std::min(most_moves_shown, from.moves.size());
    for (std::size_t i = 0; i < shown; ++i) {
      say("    " + changes_text(scenario_, from.moves[i].changes), 6);
      say("      " + gains(from.moves[i], "Nobody loses"), 8);
    }
    if (from.moves_found > shown) say(fmt::format("    and {} more", from.moves_found - shown));
  }

  const ScenarioFile& file_;
  const Scenario& scenario_;
  const Deals& deals_;
  Screen screen_;
  std::string out_;
};

// ---- JSON

class TradesJson {
 public:
  explicit TradesJson(const ScenarioFile& file) : file_(file), scenario_(file.scenario) {}

  std::string from(const TradesFrom& from) const {
    std::vector<std::string> package;
    for (std::size_t i = 0; i < from.package.size(); ++i)
      package.push_back(scenario_.issues[i].option(from.package[i]));
    return JsonObject{}
        .put("from", from.name)
        .raw("package", json_strings(package))
        .raw("utilities", numbers(from.utilities))
        .put("acceptable", word_of(from.acceptable))
        .number("trades_found", from.trades_found)
        .raw("trades", list(from.trades, [&](const Trade& one) { return trade(one); }))
        .number("moves_found", from.moves_found)
        .raw("moves", list(from.moves, [&](const Move& one) { return move(one).text(); }))
        .flag("every_pair", from.every_pair)
        .text();
  }

 private:
  template <class Items, class Write>
  static std::string list(const Items& items, const Write& write) {
    std::vector<std::string> out;
    for (const auto& one : items) out.push_back(write(one));
    return fmt::format("[{}]", fmt::join(out, ",\n "));
  }
  static std::string numbers(const std::vector<double>& values) {
    return fmt::format("[{}]", fmt::join(values, ", "));
  }

  std::string change(const IssueChange& one) const {
    const ScenarioIssue& issue = scenario_.issues[one.issue];
    return JsonObject{}
        .put("issue", issue.name)
        .put("from", issue.option(one.from))
        .put("to", issue.option(one.to))
        .text();
  }

  JsonObject move(const Move& one) const {
    JsonObject out;
    out.raw("changes", list(one.changes, [&](const IssueChange& each) { return change(each); }))
        .raw("gains", numbers(one.gains))
        .raw("bounds",
             list(one.bounds, [](Interval each) { return numbers({each.low, each.high}); }))
        .put("readings", word_of(one.sure))
        .put("acceptable", word_of(one.acceptable));
    return out;
  }

  std::string trade(const Trade& one) const {
    JsonObject out = move(one.move);
    return out.put("first", scenario_.profiles[one.first].party)
        .put("first_gives_on", scenario_.issues[one.move.changes[0].issue].name)
        .put("second", scenario_.profiles[one.second].party)
        .put("second_gives_on", scenario_.issues[one.move.changes[1].issue].name)
        .raw("alone", fmt::format("[{}, {}]", numbers(one.alone[0]), numbers(one.alone[1])))
        .raw("evidence", fmt::format("[{}, {}]", evidence(one.first, one.move.changes[1]),
                                     evidence(one.second, one.move.changes[0])))
        .text();
  }

  std::string evidence(std::size_t party, const IssueChange& about) const {
    std::vector<std::string> positions;
    for (const PositionId id : evidence_for(file_, party, about)) {
      const auto quote = file_.quotes.find(id);
      positions.push_back(JsonObject{}
                              .put("id", id.text())
                              .put("words", quote == file_.quotes.end() ? "" : quote->second.words)
                              .text());
    }
    return JsonObject{}
        .put("party", scenario_.profiles[party].party)
        .put("issue", scenario_.issues[about.issue].name)
        .raw("positions", fmt::format("[{}]", fmt::join(positions, ", ")))
        .text();
  }

  const ScenarioFile& file_;
  const Scenario& scenario_;
};

}  // namespace

std::string trades_text(const ScenarioFile& file, const Deals& deals, const Screen& screen) {
  return TradesText(file, deals, screen).text();
}

std::string trades_json(const ScenarioFile& file, const Deals& deals) {
  const TradesJson page(file);
  std::vector<std::string> out;
  for (const TradesFrom& from : deals.trades) out.push_back(page.from(from));
  return fmt::format("[{}]", fmt::join(out, ",\n "));
}

}  // namespace entente::report

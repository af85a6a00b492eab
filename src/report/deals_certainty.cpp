// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json_text.h"
#include "report/deals_sections.h"
#include "report/deals_words.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_sure_packages = 5, most_deciding = 5;

std::size_t standing(const DealCertainty& certainty, Certainty sure) {
  return static_cast<std::size_t>(
      std::count_if(certainty.packages.begin(), certainty.packages.end(),
                    [&](const PackageCertainty& one) { return one.efficient == sure; }));
}

class CertaintyText {
 public:
  CertaintyText(const Scenario& scenario, const DealCertainty& certainty, const Screen& screen)
      : scenario_(scenario), certainty_(certainty), screen_(screen) {}

  std::string text() {
    head("How sure is that?");
    say_deal();
    if (certainty_.complete) say_efficient();
    if (!certainty_.complete)
      say("STOPPED before every package and every unknown number was looked at.");
    else
      say_deciding();
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) {
    out_ += paragraph(words, screen_, indent);
  }
  void head(const std::string& words) { out_ += "\n" + heading(words, screen_); }

  void say_deal() {
    say(fmt::format("A reading takes one number out of each of the bounds; {}.",
                    deal_text(certainty_.deal)));
    if (!certainty_.certain || !certainty_.possible)
      return say("There are too many packages to count those acceptable in all readings.");
    const std::uint64_t certain = certainty_.certain->capped(),
                        possible = certainty_.possible->capped();
    say(fmt::format("  Acceptable to {} in all readings: {}; in some: {}; in none: {}.",
                    all_parties(scenario_), many(certain, "package", "packages"),
                    grouped(std::to_string(possible - certain)),
                    grouped(std::to_string(scenario_.packages().capped() - possible))),
        4);
  }

  void say_efficient() {
    if (certainty_.packages.empty()) return;
    const std::size_t open = standing(certainty_, Certainty::open);
    say(fmt::format("  Efficient in all readings: {}; in some: {}; in none: {}{}. {}",
                    many(standing(certainty_, Certainty::all), "package", "packages"),
                    grouped(std::to_string(standing(certainty_, Certainty::some))),
                    grouped(std::to_string(standing(certainty_, Certainty::none))),
                    open > 0 ? fmt::format("; not decided: {}", grouped(std::to_string(open))) : "",
                    certainty_.every_package
                        ? "All that are acceptable in some reading were looked at."
                        : "Only those listed at the middle of all bounds were looked at."),
        4);
    std::size_t shown = 0;
    for (const PackageCertainty& one : certainty_.packages)
      if (one.efficient == Certainty::all && shown++ < most_sure_packages) say_package(one);
    if (shown > most_sure_packages)
      say(fmt::format("    and {} more: --format json --packages lists them",
                      shown - most_sure_packages));
  }

  void say_package(const PackageCertainty& one) {
    std::vector<std::string> parts;
    for (std::size_t p = 0; p < one.utilities.size(); ++p)
      parts.push_back(fmt::format("{} {}", party_text(scenario_, p), worth_text(one.utilities[p])));
    say(fmt::format("    {} ({})", package_text(scenario_, one.package), fmt::join(parts, ", ")),
        6);
  }

  // ---- what decides it

  static bool decides(const Unknown& one, Certainty deal) {
    const auto changes = [&](const Unknown::Settled& end) {
      return end.deal != deal || end.acceptable.value_or(0) > 0 || end.efficient.value_or(0) > 0;
    };
    return changes(one.low) || changes(one.high);
  }

  void say_deciding() {
    head("What decides it?");
    if (!certainty_.asked)
      return say(fmt::format("{}; there are too many packages to try each of them.",
                             many(certainty_.unknowns.size(), "number is", "numbers are") +
                                 " known within bounds only"));
    std::size_t deciding = 0;
    for (const Unknown& one : certainty_.unknowns)
      deciding += decides(one, certainty_.deal) ? 1 : 0;
    if (deciding == 0)
      return say("No single number would, if it were known: only several together.");
    say(fmt::format("Of {}, these would change most if they were known:",
                    many(certainty_.unknowns.size(), "number known within bounds",
                         "numbers known within bounds")));
    for (std::size_t i = 0; i < std::min(deciding, most_deciding); ++i)
      say_unknown(certainty_.unknowns[i]);
    if (deciding > most_deciding)
      say(fmt::format("  and {} more that decide less: --format json lists them",
                      deciding - most_deciding));
  }

  void say_unknown(const Unknown& one) {
    say(fmt::format("  {}, {}", unknown_text(scenario_, one), worth_text(one.bounds)), 4);
    say("    " + settled(one.low), 6);
    say("    " + settled(one.high), 6);
  }

  std::string settled(const Unknown::Settled& end) const {
    std::vector<std::string> parts;
    if (end.deal != certainty_.deal) parts.push_back(deal_text(end.deal));
    const auto decided = [&](std::optional<std::uint64_t> count, const char* what) {
      if (count.value_or(0) > 0)
        parts.push_back(fmt::format("settled whether {} {}",
                                    many(*count, "more package is", "more packages are"), what));
    };
    decided(end.acceptable, "acceptable");
    decided(end.efficient, "efficient");
    if (parts.empty()) parts.push_back("nothing more is settled");
    return fmt::format("at {}: {}", worth_text(end.at), fmt::join(parts, "; "));
  }

  const Scenario& scenario_;
  const DealCertainty& certainty_;
  Screen screen_;
  std::string out_;
};

// ---- JSON

std::string bounds_json(Interval value) { return fmt::format("[{}, {}]", value.low, value.high); }

std::string package_json(const Scenario& scenario, const Package& package) {
  std::vector<std::string> options;
  for (std::size_t i = 0; i < package.size(); ++i)
    options.push_back(scenario.issues[i].option(package[i]));
  return json_strings(options);
}

std::string sure_package_json(const Scenario& scenario, const PackageCertainty& one) {
  std::vector<std::string> bounds;
  for (const Interval value : one.utilities) bounds.push_back(bounds_json(value));
  return JsonObject{}
      .raw("package", package_json(scenario, one.package))
      .raw("utilities", fmt::format("[{}]", fmt::join(bounds, ", ")))
      .put("acceptable", word_of(one.acceptable))
      .put("efficient", word_of(one.efficient))
      .text();
}

std::string settled_json(const Unknown::Settled& end) {
  const auto count = [](std::optional<std::uint64_t> value) {
    return value ? std::to_string(*value) : "null";
  };
  return JsonObject{}
      .raw("at", fmt::format("{}", end.at))
      .put("deal", word_of(end.deal))
      .raw("acceptable_decided", count(end.acceptable))
      .raw("efficient_decided", count(end.efficient))
      .text();
}

std::string unknown_json(const Scenario& scenario, const Unknown& one, bool asked) {
  JsonObject out;
  out.put("party", scenario.profiles[one.party].party)
      .put("what", !one.issue   ? "reservation"
                   : one.option ? "value"
                                : "weight")
      .raw("issue", one.issue ? json_string(scenario.issues[*one.issue].name) : "null")
      .raw("option",
           one.option ? json_string(scenario.issues[*one.issue].option(*one.option)) : "null")
      .raw("bounds", bounds_json(one.bounds));
  return out.raw("at_lowest", asked ? settled_json(one.low) : "null")
      .raw("at_highest", asked ? settled_json(one.high) : "null")
      .text();
}

}  // namespace

std::string certainty_text(const Scenario& scenario, const Deals& deals, const Screen& screen) {
  return deals.certainty ? CertaintyText(scenario, *deals.certainty, screen).text() : "";
}

std::string certainty_json(const Scenario& scenario, const Deals& deals, bool all_packages) {
  if (!deals.certainty) return "null";
  const DealCertainty& certainty = *deals.certainty;
  JsonObject counts;
  for (const Certainty sure : {Certainty::all, Certainty::some, Certainty::none, Certainty::open})
    counts.number(word_of(sure), standing(certainty, sure));
  std::vector<std::string> packages, unknowns;
  for (const PackageCertainty& one : certainty.packages)
    if (all_packages || one.efficient == Certainty::all)
      packages.push_back(sure_package_json(scenario, one));
  for (const Unknown& one : certainty.unknowns)
    unknowns.push_back(unknown_json(scenario, one, certainty.asked));
  const auto count = [](const std::optional<Natural>& value) {
    return value ? value->text() : "null";
  };
  return JsonObject{}
      .put("deal", word_of(certainty.deal))
      .raw("acceptable_in_all", count(certainty.certain))
      .raw("acceptable_in_some_or_all", count(certainty.possible))
      .flag("every_package", certainty.every_package)
      .raw("efficient", counts.text())
      .raw("packages", fmt::format("[{}]", fmt::join(packages, ",\n ")))
      .flag("asked", certainty.asked)
      .raw("unknowns", fmt::format("[{}]", fmt::join(unknowns, ",\n ")))
      .flag("complete", certainty.complete)
      .text();
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "report/citing.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_shown_pivots = 5, most_shown_sets = 4;

std::string big(const Natural& count) {
  std::string digits = count.text();
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

class LeewayText : CitingPage {
 public:
  LeewayText(const Case& contents, const Acceptance& acceptance, const Leeway& leeway,
             const Screen& screen)
      : CitingPage(contents, screen), in_(acceptance), found_(leeway) {}

  std::string text() {
    say(
        fmt::format("By the parties' own words alone, without anybody's weights: {} with options, "
                    "{} packages. A package takes one "
                    "option of each.",
                    counted(in_.issues.size(), "issue", "issues"), big(found_.packages)));
    say_whose(in_.parties);
    say_whether();
    if (!found_.bars.empty()) say_bars();
    say_red_lines();
    if (!found_.nearest.empty()) say_nearest();
    if (!found_.pivots.empty()) say_pivots();
    if (!in_.issues.empty()) say_issues();
    say_left_out();
    say_suggestions();
    return std::move(out_);
  }

 private:
  std::string party(std::size_t p) const { return visible(in_.parties[p].party); }
  std::string issue(std::size_t i) const {
    return visible(lookup().issue_label(in_.issues[i].issue));
  }
  std::string option(std::size_t i, std::size_t o) const {
    const Issue* known = lookup().issue(in_.issues[i].issue);
    return "“" + visible(known->options[o].label) + "”";
  }
  std::vector<std::string> parties(const std::vector<std::size_t>& indices) const {
    std::vector<std::string> names;
    for (std::size_t p : indices) names.push_back(party(p));
    return names;
  }

  // ---- is there a deal

  void say_whether() {
    head("Is there a deal?");
    say(whether());
    if (in_.issues.empty()) return;
    Table table{{{"packages", 8}, {"", 30}}};
    table.add({big(found_.packages), "can be put together"});
    table.add({big(found_.inside), "of these stay inside every declared red line"});
    table.add({big(found_.unopposed),
               "of these have no part that a party whose yes is needed speaks against"});
    table.add({big(found_.accepted), "of these have every needed yes to every part"});
    out_ += "\n" + table.text(screen_);
  }

  std::string whether() const {
    const Natural none;
    if (in_.issues.empty()) return "Not known: nobody has spoken of an issue that has options.";
    if (in_.parties.empty())
      return "Not known: no party is known to have taken a side. Where people speak for parties "
             "that "
             "the program does not know, name them: entente new CASE --parties FILE.";
    if (found_.inside == none) return "No: every package crosses a declared red line.";
    if (found_.accepted != none)
      return "Yes, in all readings: there are packages that every party whose yes is needed has "
             "accepted in its own words, part "
             "by part.";
    if (found_.unopposed != none)
      return "In some readings: no package has every needed yes, but some cross no red line and "
             "nobody has spoken against "
             "them. What is not known decides.";
    return "Not as things stand: of the packages inside the red lines, each has a part that "
           "somebody whose yes is needed has "
           "spoken against.";
  }

  // ---- who blocks

  void say_bars() {
    head("Who blocks it?");
    for (const Bar& bar : found_.bars) {
      say(fmt::format("{}: {}", issue(bar.issue),
                      bar.by_red_lines
                          ? "red lines close every option."
                          : "every option inside the red lines has a word against it."));
      say_sets(bar);
      say_openings(bar);
    }
  }

  std::string limit(const Limit& one) {
    return fmt::format("{} of {}: {}", one.red_line ? "the red line" : "the stand",
                       party(one.party), citing_.cite(one.positions.back()));
  }

  void say_sets(const Bar& bar) {
    for (std::size_t i = 0; i < std::min(most_shown_sets, bar.sets.size()); ++i) {
      say(bar.sets.size() == 1
              ? "  The fewest that together close it:"
              : fmt::format("  The fewest that together close it ({} of {}):", i + 1,
                            bar.sets.size()),
          2);
      if (!bar.smallest) say("  (a smaller set may exist: the search for one was cut short)", 2);
      for (std::size_t at : bar.sets[i]) say("    " + limit(bar.limits[at]), 6);
    }
  }

  void say_openings(const Bar& bar) {
    say("  The smallest change that would open it, any one of these:", 2);
    for (const Bar::Opening& opening : bar.openings) {
      std::vector<std::string> who;
      for (std::size_t at : opening.limits)
        who.push_back(fmt::format("{} gives up its {} ({})", party(bar.limits[at].party),
                                  bar.limits[at].red_line ? "red line" : "stand",
                                  bar.limits[at].positions.back().text()));
      say(fmt::format("    {}: {}", option(bar.issue, opening.option), named_together(who)), 6);
    }
  }

  void say_red_lines() {
    std::vector<std::pair<std::size_t, const Limit*>> all;
    for (std::size_t i = 0; i < in_.issues.size(); ++i)
      for (const Limit& line : in_.issues[i].red_lines) all.push_back({i, &line});
    if (all.empty() && in_.unplaced_lines.empty()) return;
    head("Which red lines are declared?");
    for (const auto& [i, line] : all) {
      std::vector<std::string> closed;
      for (std::size_t o : line->closes) closed.push_back(option(i, o));
      say(fmt::format("  {}{} closes {} on {}: {}", party(line->party),
                      in_.parties[line->party].needed ? "" : " (not asked to agree)",
                      named_together(closed), issue(i), citing_.cite(line->positions.back())),
          4);
    }
    for (PositionId id : in_.unplaced_lines) {
      const Position* position = lookup().position(id);
      say(fmt::format("  {} on {}, in words that name no option, so that nothing on this issue "
                      "counts as accepted by it: {}",
                      visible(position->party), visible(lookup().issue_label(position->issue)),
                      citing_.cite(id)),
          4);
    }
  }

  // ---- what is nearest, what decides

  void say_nearest() {
    std::size_t against = 0, missing = 0;
    for (const Nearest& one : found_.nearest) {
      against += one.options.front().against.size();
      missing += one.options.front().missing.size();
    }
    if (against + missing == 0) return;
    head("What is nearest to a deal?");
    say(fmt::format(
        "The packages that lack least: {}{}. Issue by issue:",
        against > 0 ? counted(against, "word against would have to be taken back, and ",
                              "words against would have to be taken back, and ")
                    : "",
        missing == 1 ? "1 yes is not there" : fmt::format("{} yeses are not there", missing)));
    Table table{{{"issue", 14}, {"option", 18}, {"yes of", 10}, {"not known", 12}, {"against", 8}}};
    for (const Nearest& one : found_.nearest)
      for (const Nearest::Lack& lack : one.options) {
        if (lack.missing.size() == needed_count() && lack.against.empty()) continue;
        table.add({issue(one.issue), option(one.issue, lack.option), names_or_none(yes_of(lack)),
                   names_or_none(parties(lack.missing)), names_or_none(parties(lack.against))});
      }
    if (!table.empty()) out_ += "\n" + table.text(screen_);
    say_untouched();
  }

  std::size_t needed_count() const {
    return static_cast<std::size_t>(std::count_if(in_.parties.begin(), in_.parties.end(),
                                                  [](auto& one) { return one.needed; }));
  }

  static std::string names_or_none(const std::vector<std::string>& names) {
    return names.empty() ? "-" : named_together(names);
  }

  std::vector<std::string> yes_of(const Nearest::Lack& lack) const {
    std::vector<std::string> out;
    for (std::size_t p = 0; p < in_.parties.size(); ++p)
      if (in_.parties[p].needed && !contains(lack.missing, p) && !contains(lack.against, p))
        out.push_back(party(p));
    return out;
  }

  static bool contains(const std::vector<std::size_t>& all, std::size_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  }

  void say_untouched() {
    std::vector<std::string> names;
    for (const Nearest& one : found_.nearest)
      if (one.options.front().against.empty() &&
          one.options.front().missing.size() == needed_count())
        names.push_back(issue(one.issue));
    if (names.empty()) return;
    out_ += "\n";
    say(fmt::format("No option has a yes yet: {}.", fmt::join(names, "; ")));
  }

  void say_pivots() {
    head("What would decide most?");
    std::size_t shown = 0;
    for (const auto& [first, who] : same_option_together())
      if (shown < most_shown_pivots && (first.opens != Natural{} || first.settles || first.blocks))
        say(fmt::format("  {}. {}", ++shown, pivot(first, who)), 5);
    if (shown == 0)
      say("No single answer: every option that nobody speaks against lacks more than one yes, and "
          "no "
          "issue hangs on one option.");
  }

  // Where several yeses are missing for one option, they stand in one line.
  std::vector<std::pair<Pivot, std::vector<std::size_t>>> same_option_together() const {
    std::vector<std::pair<Pivot, std::vector<std::size_t>>> out;
    for (const Pivot& one : found_.pivots) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const auto& other) {
        return other.first.issue == one.issue && other.first.option == one.option;
      });
      if (same == out.end())
        out.push_back({one, {one.party}});
      else
        same->second.push_back(one.party);
    }
    return out;
  }

  std::string pivot(const Pivot& one, const std::vector<std::size_t>& who) const {
    std::string out = fmt::format("Would {} accept {} on {}?", named_together(parties(who)),
                                  option(one.issue, one.option), issue(one.issue));
    if (one.opens != Natural{})
      out += fmt::format(" A yes would give {} every needed yes.", packages(one.opens));
    else if (one.lacking == 1)
      out += " A yes would be the last one missing for this option.";
    else
      out += fmt::format(" {} yeses are missing for this option.", one.lacking);
    if (one.blocks)
      out += fmt::format(" A no{} would leave this issue no option that nobody speaks against.",
                         who.size() > 1 ? " of any of them" : "");
    else if (one.closes != Natural{})
      out += fmt::format(" A no would close {} of the {} that nobody speaks against.",
                         big(one.closes), packages(found_.unopposed));
    return out;
  }

  static std::string packages(const Natural& count) {
    return big(count) + (count == Natural{1} ? " package" : " packages");
  }

  // ---- every issue

  void say_issues() {
    head("Issue by issue");
    for (std::size_t i = 0; i < in_.issues.size(); ++i) {
      say(issue(i));
      std::vector<std::string> silent;
      for (std::size_t o = 0; o < in_.issues[i].options; ++o)
        if (!say_option(i, o) && !left_out(i, o)) silent.push_back(option(i, o));
      say_general(i);
      if (!silent.empty())
        say(fmt::format("  nobody has a word on {}", fmt::join(silent, ", ")), 4);
    }
  }

  // An answer to this very option; what is said of others, or of none, stands once, below.
  static bool is_particular(const Word& word) {
    if (word.instead && word.answer == Answer::against) return false;
    return word.answer != Answer::unknown ||
           (word.doubt != Doubt::silent && word.doubt != Doubt::no_option);
  }

  bool left_out(std::size_t i, std::size_t o) const {
    const auto& words = in_.issues[i].words;
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& of_party) { return of_party[o].instead; });
  }

  bool say_option(std::size_t i, std::size_t o) {
    const auto& words = in_.issues[i].words;
    if (std::none_of(words.begin(), words.end(),
                     [&](auto& of_party) { return is_particular(of_party[o]); }))
      return false;
    say(fmt::format("  {}{}", option(i, o), in_.issues[i].crossed(o) ? " - closed" : ""), 4);
    std::vector<std::string> silent;
    for (std::size_t p = 0; p < words.size(); ++p) {
      if (is_particular(words[p][o]))
        say(fmt::format("    {} {}", party(p), citing_.said(words[p][o])), 6);
      else if (in_.parties[p].needed)
        silent.push_back(party(p));
    }
    if (!silent.empty()) say(fmt::format("    no word on it: {}", fmt::join(silent, ", ")), 6);
    return true;
  }

  void say_general(std::size_t i) {
    const auto& words = in_.issues[i].words;
    for (std::size_t p = 0; p < words.size(); ++p) {
      say_elsewhere(i, p);
      const auto loose = std::find_if(words[p].begin(), words[p].end(), [](const Word& word) {
        return word.doubt == Doubt::no_option && word.position;
      });
      if (loose != words[p].end())
        say(fmt::format("  {} has spoken on it, of no option by name: {}", party(p),
                        citing_.cite(*loose->position)),
            4);
    }
  }

  // What a demand for another option leaves out.
  void say_elsewhere(std::size_t i, std::size_t p) {
    std::map<PositionId, std::vector<std::string>> left_out;
    for (std::size_t o = 0; o < in_.issues[i].options; ++o) {
      const Word& word = in_.issues[i].words[p][o];
      if (word.instead && word.answer == Answer::against)
        left_out[*word.position].push_back(option(i, o));
    }
    for (const auto& [id, options] : left_out)
      say(fmt::format("  {} asks for another option, and so stands against {}: {}", party(p),
                      fmt::join(options, ", "), citing_.cite(id)),
          4);
  }

  void say_left_out() {
    if (in_.without_options.empty() && in_.unspoken.empty()) return;
    head("What is not in this");
    say_labels("Not placed, since the codebook gives no options", in_.without_options);
    say_labels("Nobody has spoken of", in_.unspoken);
  }

  void say_labels(const char* what, const std::vector<std::string>& ids) {
    std::vector<std::string> labels;
    for (const std::string& id : ids) labels.push_back(visible(lookup().issue_label(id)));
    if (!labels.empty()) say(fmt::format("{}: {}.", what, fmt::join(labels, "; ")));
  }

  const Acceptance& in_;
  const Leeway& found_;
};

}  // namespace

std::string leeway_text(const Case& contents, const Acceptance& acceptance, const Leeway& leeway,
                        const Screen& screen) {
  return LeewayText(contents, acceptance, leeway, screen).text();
}

}  // namespace entente::report

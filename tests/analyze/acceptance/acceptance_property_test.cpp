// SPDX-License-Identifier: Apache-2.0
// What must hold of acceptance whatever the parties say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analyze/acceptance/acceptance.h"
#include "analyze/crossings/crossings.h"
#include "kit/case_language.h"

namespace entente::analyze::acceptance_property {
namespace {

const std::vector<std::string> speakers{"Avara", "Belan", "Cedan"};
const std::vector<std::string> anchors{"low", "middle", "high"};

std::string drawn_line(bool red) {
  const std::string party = *rc::gen::elementOf(speakers);
  const std::string stance = *rc::gen::elementOf(
      red ? std::vector<std::string>{"demands", "rejects"}
          : std::vector<std::string>{"demands", "wants", "offers", "open_to", "conditional",
                                     "concedes", "rejects", "undecided", "reports"});
  const auto low = *rc::gen::inRange<std::size_t>(0, 3),
             high = *rc::gen::inRange(low, std::size_t{3});
  const std::string option = !red && *rc::gen::inRange(0, 5) == 0 ? "-"
                             : low == high                        ? anchors[low]
                                           : anchors[low] + ".." + anchors[high];
  const std::string words = *rc::gen::inRange(0, 6) == 0 ? "so | if it rains" : "so";
  std::string line = party + " " + stance + " issue" + std::to_string(*rc::gen::inRange(0, 3)) +
                     " " + option + (red ? "!" : "") + " \"" + words + "\"\n";
  return *rc::gen::inRange(0, 5) == 0 ? "says Belan " + line : line;
}

std::string document_line() {
  const int day = *rc::gen::inRange(0, 4);
  return day == 0 ? "document\n" : "document 2031-03-0" + std::to_string(day) + "\n";
}

std::string drawn_case(std::size_t most_lines = 14) {
  std::string out =
      "party Avara principal required\nparty Belan principal required\n"
      "party Cedan stakeholder not_required\n";
  for (int i = 0; i < 3; ++i) out += "issue issue" + std::to_string(i) + ": low middle high\n";
  out += document_line();
  for (auto n = *rc::gen::inRange<std::size_t>(0, most_lines); n > 0; --n)
    out += (*rc::gen::inRange(0, 3) == 0 ? document_line() : "") +
           drawn_line(*rc::gen::inRange(0, 8) == 0);
  return out;
}

// ---- by looking at every package

struct Looked {
  std::uint64_t packages = 0, inside = 0, unopposed = 0, accepted = 0;
  friend bool operator==(const Looked&, const Looked&) = default;
};

using Chosen = std::vector<std::size_t>;

std::vector<Chosen> all_packages(const Acceptance& found) {
  std::vector<Chosen> out;
  if (found.issues.empty()) return out;
  out.push_back({});
  for (const IssueAnswers& issue : found.issues) {
    std::vector<Chosen> longer;
    for (const Chosen& begun : out)
      for (std::size_t o = 0; o < issue.options; ++o) {
        longer.push_back(begun);
        longer.back().push_back(o);
      }
    out = std::move(longer);
  }
  return out;
}

bool anybody(const Acceptance& found, const Chosen& package, Answer answer, bool asked_only) {
  for (std::size_t i = 0; i < package.size(); ++i)
    for (std::size_t p = 0; p < found.parties.size(); ++p)
      if ((found.parties[p].needed || !asked_only) &&
          found.issues[i].words[p][package[i]].answer == answer)
        return true;
  return false;
}

bool all_say_yes(const Acceptance& found, const Chosen& package) {
  bool any = false;
  for (std::size_t p = 0; p < found.parties.size(); ++p) {
    if (!found.parties[p].needed) continue;
    any = true;
    for (std::size_t i = 0; i < package.size(); ++i)
      if (found.issues[i].words[p][package[i]].answer != Answer::accepts) return false;
  }
  return any;
}

Looked look_at(const Acceptance& found) {
  Looked out;
  for (const Chosen& package : all_packages(found)) {
    ++out.packages;
    if (anybody(found, package, Answer::red_line, false)) continue;
    ++out.inside;
    if (anybody(found, package, Answer::against, true)) continue;
    ++out.unopposed;
    out.accepted += all_say_yes(found, package);
  }
  return out;
}

Looked counted(const Leeway& found) {
  return {found.packages.capped(), found.inside.capped(), found.unopposed.capped(),
          found.accepted.capped()};
}

RC_GTEST_PROP(AcceptanceProperty, the_counts_are_those_of_looking_at_every_package, ()) {
  const Acceptance found = acceptance(kit::case_of(drawn_case()));
  RC_ASSERT(counted(leeway(found)) == look_at(found));
}

RC_GTEST_PROP(AcceptanceProperty, what_a_yes_opens_and_a_no_closes_is_what_looking_again_finds,
              ()) {
  const Acceptance found = acceptance(kit::case_of(drawn_case()));
  const Looked before = look_at(found);
  for (const Pivot& pivot : leeway(found).pivots) {
    Acceptance yes = found, no = found;
    yes.issues[pivot.issue].words[pivot.party][pivot.option].answer = Answer::accepts;
    no.issues[pivot.issue].words[pivot.party][pivot.option].answer = Answer::against;
    RC_ASSERT(look_at(yes).accepted - before.accepted == pivot.opens.capped());
    RC_ASSERT(before.unopposed - look_at(no).unopposed == pivot.closes.capped());
  }
}

bool closes_all(const Bar& bar, const std::vector<std::size_t>& set, std::size_t options) {
  for (std::size_t o = 0; o < options; ++o)
    if (std::none_of(set.begin(), set.end(), [&](std::size_t i) {
          return std::binary_search(bar.limits[i].closes.begin(), bar.limits[i].closes.end(), o);
        }))
      return false;
  return true;
}

RC_GTEST_PROP(AcceptanceProperty, a_named_set_closes_its_issue_and_no_smaller_one_does, ()) {
  std::string lines = drawn_case(6);
  for (int i = *rc::gen::inRange(0, 8); i > 0; --i) lines += drawn_line(true);
  const Acceptance found = acceptance(kit::case_of(lines));
  for (const Bar& bar : leeway(found).bars) {
    const std::size_t options = found.issues[bar.issue].options;
    RC_ASSERT(!bar.sets.empty());
    for (const auto& set : bar.sets) RC_ASSERT(closes_all(bar, set, options));
    RC_PRE(bar.limits.size() < 12);
    for (std::size_t mask = 0; mask < (std::size_t{1} << bar.limits.size()); ++mask) {
      std::vector<std::size_t> set;
      for (std::size_t i = 0; i < bar.limits.size(); ++i)
        if (mask >> i & 1) set.push_back(i);
      if (set.size() < bar.sets.front().size()) RC_ASSERT(!closes_all(bar, set, options));
    }
    for (const Bar::Opening& opening : bar.openings)
      for (std::size_t i = 0; i < bar.limits.size(); ++i) {
        const auto& limits = opening.limits;
        const auto& closed = bar.limits[i].closes;
        const bool given_up = std::find(limits.begin(), limits.end(), i) != limits.end();
        RC_ASSERT(given_up == std::binary_search(closed.begin(), closed.end(), opening.option));
      }
  }
}

RC_GTEST_PROP(AcceptanceProperty, a_further_red_line_never_makes_a_package_acceptable, ()) {
  const std::string lines = drawn_case();
  const Acceptance before = acceptance(kit::case_of(lines)),
                   after = acceptance(kit::case_of(lines + drawn_line(true)));
  for (const IssueAnswers& issue : after.issues) {
    const auto same =
        std::find_if(before.issues.begin(), before.issues.end(),
                     [&](const IssueAnswers& one) { return one.issue == issue.issue; });
    if (same == before.issues.end()) continue;
    for (std::size_t o = 0; o < issue.options; ++o)
      RC_ASSERT((!same->crossed(o) || issue.crossed(o)));
  }
  if (before.issues.size() == after.issues.size())
    RC_ASSERT(leeway(after).inside.capped() <= leeway(before).inside.capped());
}

// A red line in other words than a demand: it asks for nothing, so that it can only take away.
RC_GTEST_PROP(AcceptanceProperty, a_further_refusal_as_a_red_line_takes_away_and_adds_nothing, ()) {
  const std::string lines = drawn_case();
  const std::string party = *rc::gen::elementOf(speakers), option = *rc::gen::elementOf(anchors);
  const Case one = kit::case_of(lines),
             other = kit::case_of(lines + party + " rejects issue0 " + option + "! \"never\"\n");
  const Leeway before = leeway(acceptance(one)), after = leeway(acceptance(other));
  RC_PRE(before.packages == after.packages);
  RC_ASSERT(after.accepted.capped() <= before.accepted.capped());
  RC_ASSERT(after.inside.capped() <= before.inside.capped());
}

std::vector<std::string> told(const Acceptance& found) {
  std::vector<std::string> out;
  for (const IssueAnswers& issue : found.issues)
    for (std::size_t p = 0; p < found.parties.size(); ++p)
      for (const Word& word : issue.words[p])
        out.push_back(issue.issue + " " + found.parties[p].party + " " +
                      std::string(word_of(word.answer)) + " " + std::string(word_of(word.doubt)) +
                      " " + (word.position ? word.position->text() : "none"));
  std::sort(out.begin(), out.end());
  return out;
}

RC_GTEST_PROP(AcceptanceProperty, two_parties_that_change_places_have_each_others_answers, ()) {
  const Case whole = kit::case_of(drawn_case());
  Case mirrored = kit::swapped(whole, "Avara", "Belan");
  const Acceptance one = acceptance(whole), other = acceptance(mirrored);
  RC_ASSERT(counted(leeway(one)) == counted(leeway(other)));
  std::vector<std::string> back = told(other);
  for (std::string& line : back)
    if (const auto at = line.find("Avara"); at != line.npos)
      line.replace(at, 5, "Belan");
    else if (const auto b = line.find("Belan"); b != line.npos)
      line.replace(b, 5, "Avara");
  std::sort(back.begin(), back.end());
  RC_ASSERT(told(one) == back);
}

// One source of truth for red lines: a clause that takes an option crosses where the option is
// closed.
RC_GTEST_PROP(AcceptanceProperty, an_option_is_closed_where_a_clause_that_takes_it_would_cross,
              ()) {
  std::string lines = drawn_case();
  for (int i = 0; i < 3; ++i)
    for (const std::string& anchor : anchors)
      lines += "clause issue" + std::to_string(i) + " " + anchor + " \"x\"\n";
  const Case whole = kit::case_of(lines);
  const Acceptance found = acceptance(whole);
  const auto crossed = crossings(whole);
  for (std::size_t c = 0; c < whole.clauses.size(); ++c) {
    const bool crosses = std::any_of(crossed.begin(), crossed.end(), [&](const Crossing& one) {
      return one.clause == whole.clauses[c].id;
    });
    RC_ASSERT(found.issues[c / 3].crossed(c % 3) == crosses);
  }
}

RC_GTEST_PROP(AcceptanceProperty, a_draft_that_crosses_a_red_line_never_passes, ()) {
  std::string lines = drawn_case();
  for (int i = 0; i < 3; ++i)
    lines += "clause issue" + std::to_string(i) + " " + *rc::gen::elementOf(anchors) + " \"x\"\n";
  const Case whole = kit::case_of(lines);
  const auto crossed = crossings(whole);
  const DraftCheck found =
      checks(whole, acceptance(whole), {{"draft", whole.clauses}}, crossed).front();
  RC_ASSERT(crossed.empty() == (found.outcome != Outcome::crosses));
  if (found.outcome != Outcome::accepted) return;
  for (const auto& words : found.words)
    for (std::size_t p = 0; p < words.size(); ++p)
      RC_ASSERT((!found.parties[p].needed || words[p].answer == Answer::accepts));
}

}  // namespace
}  // namespace entente::analyze::acceptance_property

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "analyze/acceptance/acceptance.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

const Interval not_known{0, 1}, upper_half{0.5, 1}, lower_half{0, 0.5};

Interval place_of(Answer answer) {
  if (answer == Answer::accepts) return upper_half;
  return answer == Answer::against || answer == Answer::red_line ? lower_half : not_known;
}

class ScenarioDraft {
 public:
  ScenarioDraft(const Case& whole, const Acceptance& acceptance) : whole_(whole), in_(acceptance) {}

  ScenarioFile file() {
    for (std::size_t p = 0; p < in_.parties.size(); ++p)
      if (in_.parties[p].needed) parties_.push_back(p);
    for (std::size_t i = 0; i < in_.issues.size(); ++i)
      if (somebody_sides(in_.issues[i])) issues_.push_back(i);
    for (std::size_t i : issues_) add_issue(in_.issues[i].issue);
    for (std::size_t p : parties_) add_party(p);
    remark();
    return std::move(out_);
  }

 private:
  bool somebody_sides(const IssueAnswers& issue) const {
    return std::any_of(parties_.begin(), parties_.end(), [&](std::size_t p) {
      return std::any_of(issue.words[p].begin(), issue.words[p].end(), [](const Word& word) {
        return word.answer != Answer::unknown || word.doubt == Doubt::both;
      });
    });
  }

  const Issue& issue(const std::string& id) const {
    return *std::find_if(whole_.codebook.issues.begin(), whole_.codebook.issues.end(),
                         [&](const Issue& one) { return one.id == id; });
  }

  // Two of one label are told apart by their ids.
  template <class Items>
  static std::string name_in(const Items& all, const typename Items::value_type& one) {
    const auto same = std::count_if(all.begin(), all.end(),
                                    [&](const auto& other) { return other.label == one.label; });
    return same == 1 && !one.label.empty() ? one.label : fmt::format("{} ({})", one.label, one.id);
  }

  std::string name(const std::string& id) const {
    return name_in(whole_.codebook.issues, issue(id));
  }

  void add_issue(const std::string& id) {
    std::vector<std::string> options;
    for (const Option& option : issue(id).options)
      options.push_back(name_in(issue(id).options, option));
    out_.scenario.issues.push_back({name(id), std::move(options)});
  }

  void add_party(std::size_t p) {
    const std::size_t index = out_.scenario.profiles.size();
    Profile profile;
    profile.party = in_.parties[p].party;
    Additive sum;
    for (std::size_t i = 0; i < issues_.size(); ++i) {
      OptionTable table;
      const auto& words = in_.issues[issues_[i]].words[p];
      for (std::size_t o = 0; o < words.size(); ++o) {
        table.values.push_back(place_of(words[o].answer));
        rest_on({index, i, static_cast<std::uint32_t>(o), {}, evidence_of(words[o])});
      }
      sum.issues.push_back({not_known, std::move(table), false});
    }
    // How much it would need, nobody knows: from nothing to all that there is.
    profile.reservation = Interval(0, most(sum));
    profile.utility = std::move(sum);
    for (std::size_t i = 0; i < issues_.size(); ++i)
      for (const Limit& line : in_.issues[issues_[i]].red_lines)
        if (line.party == p) add_line(index, i, line, profile);
    out_.scenario.profiles.push_back(std::move(profile));
  }

  static double most(const Additive& sum) {
    double total = 0;
    for (const IssueValue& issue : sum.issues) {
      double best = 0;
      for (const Interval& value : std::get<OptionTable>(issue.evaluator).values)
        best = std::max(best, value.high);
      total += issue.weight.high * best;
    }
    return total;
  }

  void add_line(std::size_t party, std::size_t issue, const Limit& line, Profile& profile) {
    Combination::Term term{issue, {}};
    for (std::size_t option : line.closes)
      term.options.push_back(static_cast<std::uint32_t>(option));
    const Position* said = find_item(whole_.positions, line.positions.back());
    rest_on({party, {}, {}, profile.red_lines.size(), line.positions});
    profile.red_lines.push_back({said ? said->words : "", {{std::move(term)}}});
  }

  // The nearest words to an unknown answer are no evidence of a value.
  static std::vector<PositionId> evidence_of(const Word& word) {
    std::vector<PositionId> out;
    if (word.answer == Answer::unknown && word.doubt != Doubt::both) return out;
    for (const auto& id : {word.position, word.but})
      if (id) out.push_back(*id);
    return out;
  }

  void rest_on(ScenarioBasis basis) {
    if (basis.evidence.empty()) return;
    for (PositionId id : basis.evidence)
      if (const Position* said = find_item(whole_.positions, id))
        out_.quotes[id] = {said->words, 0};
    out_.bases.push_back(std::move(basis));
  }

  // ---- what was left out

  void remark() {
    say("Suggested by the program out of a case, for you to edit. A value is a place on a scale "
        "from "
        "0 to 1: [0.5, 1] for what the party accepts, [0, 0.5] for what it is against, unknown for "
        "all else. The halves mean no more than better and worse. Nobody's weights are known.");
    remark_parties();
    remark_issues();
    remark_answers();
  }

  void say(std::string sentence) { out_.remarks.push_back(std::move(sentence)); }

  void remark_parties() {
    std::vector<std::string> assumed, left;
    for (const AskedParty& party : in_.parties) {
      if (party.needed && !party.stated) assumed.push_back(party.party);
      if (!party.needed) left.push_back(party.party);
    }
    if (!assumed.empty())
      say(fmt::format(
          "The codebook does not say whether a deal needs the yes of {}: taken as needed.",
          fmt::join(assumed, ", ")));
    if (!left.empty())
      say(fmt::format("Left out, since their yes is not needed: {}.", fmt::join(left, ", ")));
    for (std::size_t i : issues_)
      for (const Limit& line : in_.issues[i].red_lines)
        if (!in_.parties[line.party].needed)
          say(fmt::format("Left out with {}: its red line {} on {}. Make a link of it to keep it.",
                          in_.parties[line.party].party, line.positions.back().text(),
                          name(in_.issues[i].issue)));
  }

  void remark_issues() {
    std::vector<std::string> unsided, unplaced;
    for (std::size_t i = 0; i < in_.issues.size(); ++i)
      if (std::find(issues_.begin(), issues_.end(), i) == issues_.end())
        unsided.push_back(name(in_.issues[i].issue));
    for (const std::string& id : in_.without_options) unplaced.push_back(name(id));
    if (!unsided.empty())
      say(fmt::format("Left out, since no needed party has taken a side on an option of it: {}.",
                      fmt::join(unsided, ", ")));
    if (!unplaced.empty())
      say(fmt::format(
          "Spoken of, but the codebook gives no options, so that nothing could be placed: "
          "{}.",
          fmt::join(unplaced, ", ")));
    if (!in_.unplaced_lines.empty()) {
      std::vector<std::string> ids;
      for (PositionId id : in_.unplaced_lines) ids.push_back(id.text());
      say(fmt::format("Red lines whose words name no option, left out: {}.", fmt::join(ids, ", ")));
    }
  }

  void remark_answers() {
    std::vector<std::string> conditional, open, both, guessed;
    for (std::size_t i : issues_)
      for (std::size_t p : parties_)
        for (const Word& word : in_.issues[i].words[p]) {
          if (word.answer == Answer::conditional) conditional.push_back(word.position->text());
          if (word.answer == Answer::open_to) open.push_back(word.position->text());
          if (word.doubt == Doubt::guessed) guessed.push_back(word.position->text());
          if (word.doubt == Doubt::both)
            both.push_back(in_.parties[p].party + " on " + name(in_.issues[i].issue));
        }
    if (!conditional.empty())
      say(fmt::format(
          "Accepted on a condition only, so unknown here: {}. Where the condition is an "
          "option of this scenario, links can say so.",
          fmt::join(conditional, ", ")));
    if (!open.empty())
      say(fmt::format("Open to it, which is no yes, so unknown here: {}.", fmt::join(open, ", ")));
    if (!guessed.empty())
      say(
          fmt::format("Said by somebody whose party is a guess, so unknown here until a person "
                      "confirms who it is: {}.",
                      fmt::join(guessed, ", ")));
    if (!both.empty())
      say(fmt::format("Has said both, so unknown here: {}.", fmt::join(both, "; ")));
    say("How much each would need to sign is not known either: its reservation value goes from "
        "nothing to everything, so that no package is acceptable in all readings until you narrow "
        "it.");
  }

  const Case& whole_;
  const Acceptance& in_;
  std::vector<std::size_t> parties_, issues_;  // of the acceptance, that are in the scenario
  ScenarioFile out_;
};

}  // namespace

ScenarioFile suggested_scenario(const Case& whole, const Acceptance& acceptance) {
  return ScenarioDraft(whole, acceptance).file();
}

}  // namespace entente::analyze

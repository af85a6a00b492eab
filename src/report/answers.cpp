// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/acceptance.h"

namespace entente::report {
namespace {

std::string in_one_line(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? "" : names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

// "Article 4 crosses a red line of Dorvane", for each party with an answer like that.
std::vector<std::string> who_and_where(const DraftCheck& check, Answer answer, const char* one,
                                       const char* many) {
  std::vector<std::string> out;
  for (std::size_t p = 0; p < check.parties.size(); ++p) {
    std::vector<std::string> where;
    for (std::size_t c = 0; c < check.clauses.size(); ++c)
      if (check.words[c][p].answer == answer) where.push_back(clause_name(check, c));
    if (!where.empty())
      out.push_back(fmt::format("{} {} {}", in_one_line(where), where.size() == 1 ? one : many,
                                check.parties[p].party));
  }
  return out;
}

std::size_t lacking_yeses(const DraftCheck& check) {
  std::size_t count = 0;
  for (const auto& words : check.words)
    for (std::size_t p = 0; p < words.size(); ++p)
      count += check.parties[p].needed && words[p].answer != Answer::accepts;
  return count;
}

}  // namespace

std::string answer_words(Answer answer) {
  switch (answer) {
    case Answer::accepts:
      return "accepts";
    case Answer::open_to:
      return "open to it";
    case Answer::conditional:
      return "on a condition";
    case Answer::unknown:
      return "unknown";
    case Answer::against:
      return "against";
    case Answer::red_line:
      return "crosses a red line";
  }
  return "";
}

std::string doubt_words(Doubt doubt) {
  switch (doubt) {
    case Doubt::none:
      break;
    case Doubt::silent:
      return "no word on this option";
    case Doubt::no_option:
      return "has spoken on the issue, but of no option by name";
    case Doubt::several:
      return "names several options at once";
    case Doubt::undecided:
      return "says that it is undecided";
    case Doubt::told:
      return "only others say so of it";
    case Doubt::guessed:
      return "the speaker's party is a guess";
    case Doubt::both:
      return "has said both";
    case Doubt::limit:
      return "its red line on this issue names no option and may be meant";
    case Doubt::clause:
      return "the clause names no option; the last word of it on the issue";
  }
  return "";
}

std::string condition_of(const Lookup& lookup, const Word& word) {
  const Position* position = word.position ? lookup.position(*word.position) : nullptr;
  return position ? position->condition : "";
}

std::string bearing_words(Bearing bearing) {
  switch (bearing) {
    case Bearing::wanted:
      return "as it asked";
    case Bearing::offered:
      return "as it offered";
    case Bearing::open:
      return "open or on a condition";
    case Bearing::unknown:
      return "unknown";
    case Bearing::against:
      return "otherwise than it said";
    case Bearing::crossed:
      return "across its red line";
  }
  return "";
}

std::string clause_name(const DraftCheck& check, std::size_t clause) {
  const Clause& one = check.clauses[clause];
  if (!one.number.empty()) return one.number;
  return one.document.number == 0 ? fmt::format("clause {}", clause + 1) : one.id.text();
}

std::string outcome_words(const DraftCheck& check) {
  const std::size_t lacking = lacking_yeses(check);
  const std::string missing =
      lacking == 0 ? ""
                   : fmt::format(" {} of {} needed yeses are not there.", lacking,
                                 check.clauses.size() *
                                     static_cast<std::size_t>(std::count_if(
                                         check.parties.begin(), check.parties.end(),
                                         [](const AskedParty& one) { return one.needed; })));
  switch (check.outcome) {
    case Outcome::crosses:
      return fmt::format("No: {}. Nothing else in it can make up for that.",
                         in_one_line(who_and_where(check, Answer::red_line, "crosses a red line of",
                                                   "cross a red line of")));
    case Outcome::opposed:
      return fmt::format(
          "Not as it stands: it crosses no declared red line, but {}.{}",
          in_one_line(who_and_where(check, Answer::against, "goes against the word of",
                                    "go against the word of")),
          missing);
    case Outcome::accepted:
      return "Yes: every party whose yes is needed has accepted every clause in its own words.";
    case Outcome::unknown:
      break;
  }
  return "Not known: it crosses no declared red line, and no party whose yes is needed has spoken "
         "against a clause." +
         missing;
}

std::string balance_words(const DraftCheck& check) {
  if (check.gets_all.empty())
    return "No party gets all that it asked for in these clauses while another gives way.";
  std::vector<std::string> parts;
  for (std::size_t p : check.gets_all) {
    const std::size_t asked = check.balances[p].count(Bearing::wanted);
    parts.push_back(fmt::format("{} gets everything that it asked for in these clauses ({} of {})",
                                check.parties[p].party, asked, asked));
  }
  for (std::size_t p : check.gives_way)
    parts.push_back(fmt::format("{} gives way on {} of {} on which its word is known",
                                check.parties[p].party, check.balances[p].gives(),
                                check.balances[p].stands()));
  return fmt::format("{}.", fmt::join(parts, "; "));
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/natural.h"
#include "base/words.h"
#include "model/clause.h"

namespace entente {

// What parties have said to the options of the issues, and what could be signed by these words
// alone: no weights, no numbers but counts. Parties, issues, options and clauses by their place in
// the lists here; an option by its place in the codebook's issue. docs/methods/acceptance.md has
// the definitions.

// From the best to the worst for a deal. Only `accepts` is a yes.
enum class Answer { accepts, open_to, conditional, unknown, against, red_line };
template <>
inline constexpr std::array words<Answer>{
    std::string_view{"accepts"}, std::string_view{"open_to"}, std::string_view{"conditional"},
    std::string_view{"unknown"}, std::string_view{"against"}, std::string_view{"red_line"}};

// Why an answer is unknown.
enum class Doubt {
  none,       // it is known
  silent,     // no word on this option
  no_option,  // it has spoken on the issue in words that name no option
  several,    // it takes up several options at once: which of them it would sign is not said
  undecided,  // it says that it has not decided
  told,       // only others say so of it
  guessed,    // said by somebody whose party is a guess
  both,       // it has said both, and no date puts one last
  limit,      // a red line of it on this issue names no option, and may be meant
  clause,     // the draft's clause settles on no option of the codebook
};
template <>
inline constexpr std::array words<Doubt>{std::string_view{"none"},      std::string_view{"silent"},
                                         std::string_view{"no_option"}, std::string_view{"several"},
                                         std::string_view{"undecided"}, std::string_view{"told"},
                                         std::string_view{"guessed"},   std::string_view{"both"},
                                         std::string_view{"limit"},     std::string_view{"clause"}};

// A party's word on one option, or on one clause.
struct Word {
  Answer answer = Answer::unknown;
  Doubt doubt = Doubt::silent;
  std::optional<PositionId> position;  // that it rests on; where unknown, the nearest there is
  std::optional<PositionId> but;       // what the party has said as well, the other way
  bool instead = false;                // against it since it asks for another option

  friend bool operator==(const Word&, const Word&) = default;
};

struct AskedParty {
  std::string party;
  bool needed = false;  // no deal without its yes
  bool stated = false;  // the codebook says whether; else it follows from what the party is

  friend bool operator==(const AskedParty&, const AskedParty&) = default;
};

// What closes options of an issue, for whatever package: a party's red line, or its word against.
struct Limit {
  std::size_t party = 0;
  bool red_line = true;
  std::vector<PositionId> positions;  // that say so, in order of time
  std::vector<std::size_t> closes;    // options, ascending

  friend bool operator==(const Limit&, const Limit&) = default;
};

struct IssueAnswers {
  std::string issue;                     // id in the codebook
  std::vector<std::vector<Word>> words;  // by party, then option
  std::vector<Limit> red_lines;          // those with an option; of every party, asked or not
  std::size_t options = 0;

  bool crossed(std::size_t option) const {
    return std::any_of(words.begin(), words.end(), [&](const auto& of_party) {
      return of_party[option].answer == Answer::red_line;
    });
  }
};

struct Acceptance {
  std::vector<AskedParty> parties;           // those whose yes is needed first
  std::vector<IssueAnswers> issues;          // with options, that somebody spoke of
  std::vector<std::string> without_options;  // spoken of, but the codebook gives no options
  std::vector<std::string> unspoken;         // with options, but nobody spoke of them
  std::vector<PositionId> unplaced_lines;    // red lines in words that name no option
};

// An issue of which every option is closed, and how one would open.
struct Bar {
  struct Opening {
    std::size_t option = 0;
    std::vector<std::size_t> limits;  // that would have to be given up for it
  };
  std::size_t issue = 0;
  bool by_red_lines = true;                    // false: by words against, red lines aside
  std::vector<Limit> limits;                   // that close something
  std::vector<std::vector<std::size_t>> sets;  // the smallest that together close every option
  bool smallest = true;           // false: a smaller set may exist, the search was cut short
  std::vector<Opening> openings;  // those with the fewest limits
};

// The option of an issue that lacks the fewest yeses; several where they tie.
struct Nearest {
  struct Lack {
    std::size_t option = 0;
    std::vector<std::size_t> against;  // needed parties that have spoken against it
    std::vector<std::size_t>
        missing;  // needed parties that have neither said yes nor spoken against
  };
  std::size_t issue = 0;
  std::vector<Lack> options;
};

// An answer that is not known, and what would follow from either.
struct Pivot {
  std::size_t party = 0, issue = 0, option = 0;
  Natural opens;         // packages that a yes would give every needed yes
  Natural closes;        // packages that a no would take from those nobody speaks against
  bool settles = false;  // a yes would complete this option, and no option of the issue is complete
  bool blocks = false;   // a no would leave the issue no option that nobody speaks against
  std::size_t lacking = 1;  // yeses that this option lacks, this one counted
};

// What could be signed, by words alone. A package has one option of every issue.
struct Leeway {
  Natural packages;   // that can be put together
  Natural inside;     // inside every declared red line
  Natural unopposed;  // of these, nobody whose yes is needed has spoken against a part
  Natural accepted;   // of these, everybody whose yes is needed has said yes to every part
  std::vector<Bar> bars;
  std::vector<Nearest> nearest;  // for each issue; none where no package is inside
  std::vector<Pivot> pivots;     // those that matter most first
};

// ---- a draft against what the parties have said

enum class Bearing {
  wanted,   // settles it as the party demanded or wanted
  offered,  // as it offered or conceded
  open,     // as it is open to, or accepts on a condition
  unknown,
  against,  // otherwise than it said
  crossed,  // crosses a red line of it
};
template <>
inline constexpr std::array words<Bearing>{
    std::string_view{"wanted"},  std::string_view{"offered"}, std::string_view{"open"},
    std::string_view{"unknown"}, std::string_view{"against"}, std::string_view{"crossed"}};

enum class Outcome { crosses, opposed, unknown, accepted };
template <>
inline constexpr std::array words<Outcome>{std::string_view{"crosses_a_red_line"},
                                           std::string_view{"opposed"}, std::string_view{"unknown"},
                                           std::string_view{"accepted"}};

// The clauses of a draft by what they are to one party.
struct Balance {
  std::vector<Bearing> bearings;  // one for each clause

  std::size_t count(Bearing bearing) const {
    return static_cast<std::size_t>(std::count(bearings.begin(), bearings.end(), bearing));
  }
  std::size_t gives() const { return count(Bearing::against) + count(Bearing::crossed); }
  // Clauses on which it has taken a side that can be held against them.
  std::size_t stands() const { return bearings.size() - count(Bearing::unknown); }
};

struct Draft {
  std::string name;  // what it is called
  std::vector<Clause> clauses;
};

struct DraftCheck {
  std::string draft;  // what it is called
  std::vector<Clause> clauses;
  std::vector<AskedParty> parties;       // those whose yes is needed first
  std::vector<std::vector<Word>> words;  // by clause, then party
  std::vector<Balance> balances;         // by party
  Outcome outcome = Outcome::unknown;
  // Where one gets all that it asked for in these clauses while another gives way: who, and who.
  std::vector<std::size_t> gets_all, gives_way;
};

}  // namespace entente

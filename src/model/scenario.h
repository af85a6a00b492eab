// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/natural.h"

namespace entente {

// A negotiation in numbers: what can be agreed and what each party would give for it. Read from
// GENIUS or GeniusWeb files, or drawn from a case.

// A number that is known to lie from low to high; exact where both are the same.
struct Interval {
  double low = 0, high = 0;

  constexpr Interval() = default;
  constexpr Interval(double value) : low(value), high(value) {}
  constexpr Interval(double low, double high) : low(low), high(high) {}
  bool exact() const { return low == high; }

  friend bool operator==(const Interval&, const Interval&) = default;
};

// One reading of all intervals.
enum class Reading { lowest, middle, highest };
double at(Interval value, Reading reading);

// The numbers lowest, lowest + step, ...: `count` of them.
struct Ladder {
  double lowest = 0, step = 1;
  std::uint64_t count = 1;
  bool whole = true;  // integers; false: steps of a real range

  friend bool operator==(const Ladder&, const Ladder&) = default;
};

struct ScenarioIssue {
  std::string name;
  std::variant<std::vector<std::string>, Ladder> options;

  std::uint64_t count() const;
  std::string option(std::uint64_t index) const;  // its name
  double number(std::uint64_t index) const;       // where it stands on the ladder, or `index`

  friend bool operator==(const ScenarioIssue&, const ScenarioIssue&) = default;
};

// One option for each issue, by index.
using Package = std::vector<std::uint32_t>;

// ---- what an option is worth to a party; x is the option's number()

struct OptionTable {
  std::vector<Interval> values;  // one for each option
  friend bool operator==(const OptionTable&, const OptionTable&) = default;
};
struct Affine {  // slope * x + offset
  Interval slope, offset;
  friend bool operator==(const Affine&, const Affine&) = default;
};
struct Quadratic {  // square * x^2 + slope * x + offset
  Interval square, slope, offset;
  friend bool operator==(const Quadratic&, const Quadratic&) = default;
};
struct Triangular {  // 0 outside start and end, `height` at the top
  double start = 0, top = 0, end = 0, height = 1;
  friend bool operator==(const Triangular&, const Triangular&) = default;
};
using Evaluator = std::variant<OptionTable, Affine, Quadratic, Triangular>;

struct IssueValue {
  Interval weight = 1;
  Evaluator evaluator;
  bool clamped = false;  // what the evaluator says is held to 0..1

  friend bool operator==(const IssueValue&, const IssueValue&) = default;
};

// The sum over the issues.
struct Additive {
  std::vector<IssueValue> issues;  // one for each issue
  Interval constant = 0;
  friend bool operator==(const Additive&, const Additive&) = default;
};

// From one number() to another on one issue, both included.
struct Bounds {
  std::size_t issue = 0;
  double low = 0, high = 0;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

// Pays `weight * utility` for a package inside all of `includes` and, where there are `excludes`,
// not inside all of these.
struct Box {
  double utility = 0, weight = 1;
  std::vector<Bounds> includes, excludes;
  friend bool operator==(const Box&, const Box&) = default;
};

enum class Aggregation { sum, least, most };

// weight * (the sum, least or most of what its boxes and inner groups pay).
struct BoxGroup {
  Aggregation aggregation = Aggregation::sum;
  double weight = 1;
  std::vector<Box> boxes;
  std::vector<BoxGroup> groups;
  friend bool operator==(const BoxGroup&, const BoxGroup&) = default;
};

// The hyper-rectangle utility of GENIUS: what the boxes pay, divided by `divisor`.
struct Boxes {
  BoxGroup group;
  double divisor = 1;
  friend bool operator==(const Boxes&, const Boxes&) = default;
};

// ---- what rules packages out

// Holds for a package that takes, on every issue named, one of the options listed for it.
struct Combination {
  struct Term {
    std::size_t issue = 0;
    std::vector<std::uint32_t> options;
    friend bool operator==(const Term&, const Term&) = default;
  };
  std::vector<Term> all;
  friend bool operator==(const Combination&, const Combination&) = default;
};

// What a party says it will not sign, whatever else is in the package.
struct RedLine {
  std::string words;  // how it is named to the reader
  Combination never;
  friend bool operator==(const RedLine&, const RedLine&) = default;
};

// Options of several issues that cannot go together, for anybody.
struct Link {
  std::string words;
  Combination never;
  friend bool operator==(const Link&, const Link&) = default;
};

// A party's side of the scenario.
struct Profile {
  std::string party;
  std::variant<Additive, Boxes> utility;
  std::optional<double> ceiling;        // no package is worth more
  std::optional<Interval> reservation;  // none: it would take anything
  std::optional<double> discount;       // 0..1: what is left of a value at the end of the time
  std::vector<RedLine> red_lines;
  std::string alternative = {};       // in words: what it would do without a deal
  std::optional<Date> deadline = {};  // the last day on which it would sign

  friend bool operator==(const Profile&, const Profile&) = default;
};

struct Scenario {
  std::string name;
  std::vector<ScenarioIssue> issues;
  std::vector<Profile> profiles;
  std::vector<Link> links;

  Natural packages() const;  // how many can be put together, links left aside

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

bool holds(const Combination& condition, const Package& package);

// The same condition with one term for each issue, issues and options in order. A term without
// options is left where it can never hold.
Combination in_order(const Combination& condition);

// What one option adds: weight and evaluator, clamped where it says so.
double worth(const IssueValue& value, const ScenarioIssue& issue, std::uint64_t option,
             Reading reading = Reading::middle);

// What a package is worth to a party, undiscounted.
double utility(const Profile& profile, const std::vector<ScenarioIssue>& issues,
               const Package& package, Reading reading = Reading::middle);

}  // namespace entente

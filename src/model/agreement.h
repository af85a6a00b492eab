// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente {

// What several coders said of the same units: by unit, then coder; none: did not code it. A value
// is the number of its category, from 0.
using Codings = std::vector<std::vector<std::optional<std::size_t>>>;

// How far apart two categories are: different or not; by how many values lie between them in the
// order of the categories; by the square of the distance between their numbers.
enum class Scale { nominal, ordinal, interval };

// Krippendorff's alpha of one field: 1 where the coders agree, 0 where they agree as chance would
// have it, below 0 where they differ more than that.
struct Alpha {
  std::optional<double> alpha;                        // none: nothing to compare, or no variation
  std::size_t units = 0;                              // coded by two or more
  std::size_t values = 0;                             // in these units
  std::size_t differing = 0;                          // units whose values are not all the same
  std::optional<std::pair<double, double>> interval;  // 95 %, by resampling the units

  // All say the same of all units: they agree, but nothing tells it from chance.
  bool no_variation() const { return units > 0 && !alpha; }

  friend bool operator==(const Alpha&, const Alpha&) = default;
};

struct FieldAgreement {
  std::string kind;   // "position", "statement", "meeting"
  std::string field;  // as an edit names it; "review": whether it is one at all
  Alpha alpha;

  friend bool operator==(const FieldAgreement&, const FieldAgreement&) = default;
};

// Two coders looked at one item and said different things of it.
struct Difference {
  std::string item;
  std::string field;
  std::string one, other;        // what each said
  std::string one_by, other_by;  // who
  // The item is as the first has it for another reason than that both looked at it: to take over
  // what the other did would contradict the first's work.
  std::string why;

  friend bool operator==(const Difference&, const Difference&) = default;
};

// Two copies of one case held against each other. Items by their ids in the first copy.
struct CoderAgreement {
  std::vector<FieldAgreement> fields;
  std::vector<Difference> differences;
  std::vector<std::string> alike;       // both looked at it, and say the same
  std::vector<std::string> one_only;    // only the first did
  std::vector<std::string> other_only;  // only the second did, by its ids there

  friend bool operator==(const CoderAgreement&, const CoderAgreement&) = default;
};

}  // namespace entente

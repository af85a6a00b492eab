// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/learned/chain.h"
#include "extract/learned/features.h"
#include "extract/learned/links.h"

namespace entente::extract::learned {

// What the second stage gives for a passage: a score for each label at each unit, and the kinds of
// place between units.
struct Scored {
  std::vector<Row> rows;
  std::vector<std::uint8_t> kinds;
};

// An attribution that may be right, beside what other readings of the passage have in its place.
// Shares are of readings drawn from the chain, 0 to 1.
struct Proposal {
  Linked one;
  bool most_probable = false;      // it is in the most probable reading
  bool put_together = false;       // no reading holds it; its parts come from several
  float same = 0;                  // readings with exactly this
  float loosely = 0;               // with contents that share half of their units or more
  float strictly = 0;              // the same, and the source shares a unit or is missing too
  float cue = 0;                   // with a cue that meets this one
  float overlap = 0;               // mean share of the units that contents have in common
  float rival = 0;                 // `strictly` of the best one here with another source
  std::uint32_t cues_between = 0;  // likely cues that stand between source and cue
};

// Linear in the passage's length for all but odd texts, and bounded; the same passage gives the
// same proposals.
std::vector<Proposal> proposals_of(const PassageView& view, const Scored& scored,
                                   const ReadyEdges& edges);

// What a proposal is weighed by; hashes. Appends to `out`.
void proposal_features(const PassageView& view, const Proposal& proposal, Features& out);

// Those of at least `least` worth, the worthiest first, that share no unit of content and no cue
// with one taken before; in the order of their cues. `worth` has one for each proposal.
std::vector<std::size_t> chosen_among(const std::vector<Proposal>& proposals,
                                      const std::vector<float>& worth, float least);

// Units that two lists of stretches have in common; both ascend.
std::size_t shared_units(const std::vector<Stretch>& some, const std::vector<Stretch>& others);
std::size_t units_in(const std::vector<Stretch>& stretches);

// Units in common, of all units.
float likeness(const std::vector<Stretch>& some, const std::vector<Stretch>& others);
// Whether they share a unit or are both empty.
bool agree_on_source(const std::vector<Stretch>& some, const std::vector<Stretch>& others);

}  // namespace entente::extract::learned

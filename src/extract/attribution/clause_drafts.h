// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution/clause_view.h"
#include "extract/attribution/drafts.h"
#include "extract/attribution/extents.h"

namespace entente::extract::speech {

inline constexpr std::size_t longest_name = 6;

// What has been found in a sentence, and the ways to name a speaker that need no verb.
struct ClauseDrafts : ClauseView {
  std::vector<Draft> drafts = {};
  std::size_t read_until = 0;  // items before are content or cue of a draft

  bool is_inside_content(std::size_t at) const { return at < read_until; }
  void note_speaker(const Subject& subject) { speaker = subject.source; }

  Draft& add(Range cue, std::optional<Range> source, bool rejected);
  // "..., the envoy said, and ..." goes on behind the verb where what stands before it is no
  // sentence yet.
  Range rest_after(const Right& right, Range left) const;
  void read_according(std::size_t at);
  // "the union's claim that", "his promise to"
  void read_claim(std::size_t at);
  // "The union's claim that the port was closed was false": where the sentence's own verb stands.
  std::size_t main_verb_after(Range content) const;
  // "is confident that", "is ready to"
  void read_state(std::size_t at);
  // `The envoy: "We agree."`
  void read_label();
  std::optional<Range> labelled(std::size_t colon) const;
  // "but the union insisted"
  bool starts_report(std::size_t at) const;
};

}  // namespace entente::extract::speech

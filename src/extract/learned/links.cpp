// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/links.h"

#include <algorithm>

#include "extract/learned/hashing.h"

namespace entente::extract::learned {
namespace {

Label label_at(const std::vector<std::uint8_t>& labels, std::size_t i) {
  return static_cast<Label>(labels[i]);
}

std::size_t end_of(const std::vector<std::uint8_t>& labels, std::size_t first) {
  std::size_t last = first + 1;
  while (last < labels.size() && goes_on(label_at(labels, last))) ++last;
  return last;
}

std::vector<Linked> cues_of(const std::vector<std::uint8_t>& labels) {
  std::vector<Linked> out;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (label_at(labels, i) == Label::b_cue) out.push_back({{i, end_of(labels, i)}, {}, {}});
  return out;
}

// The nearest cue on the side that the label names; nullptr: there is none.
Linked* owner_of(std::vector<Linked>& cues, Stretch stretch, Label label) {
  const auto after = std::partition_point(
      cues.begin(), cues.end(), [&](const Linked& one) { return one.cue.first < stretch.first; });
  if (cue_is_left(label)) return after == cues.begin() ? nullptr : &*std::prev(after);
  return after == cues.end() ? nullptr : &*after;
}

void attach(std::vector<Linked>& cues, const std::vector<std::uint8_t>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label label = label_at(labels, i);
    if (!begins(label) || is_cue(label)) continue;
    const Stretch stretch{i, end_of(labels, i)};
    Linked* owner = owner_of(cues, stretch, label);
    if (owner == nullptr) continue;
    if (is_content(label))
      owner->content.push_back(stretch);
    else if (owner->source.empty() ||
             cue_is_left(label) == (owner->source[0].first > owner->cue.first))
      owner->source = {stretch};
  }
}

bool joins(const Atom& atom) {
  static const std::uint64_t conjunctions[] = {hash_of(U"and"), hash_of(U"but"), hash_of(U"or"),
                                               hash_of(U"then"), hash_of(U"while")};
  return atom.is_comma || std::find(std::begin(conjunctions), std::end(conjunctions), atom.word) !=
                              std::end(conjunctions);
}

// "X announced the plan and said ...": the second cue has the first one's source.
void share_sources(const PassageView& view, std::vector<Linked>& cues) {
  for (std::size_t c = 1; c < cues.size(); ++c) {
    const Linked& before = cues[c - 1];
    if (!cues[c].source.empty() || before.source.empty() ||
        view.places[before.cue.first].sentence != view.places[cues[c].cue.first].sentence)
      continue;
    const std::size_t at = cues[c].cue.first;
    if (at > 0 && (joins(view.atoms[at - 1]) || (at > 1 && joins(view.atoms[at - 2]))))
      cues[c].source = before.source;
  }
}

}  // namespace

std::vector<Linked> linked(const PassageView& view, const std::vector<std::uint8_t>& labels) {
  std::vector<Linked> cues = cues_of(labels);
  attach(cues, labels);
  share_sources(view, cues);
  std::erase_if(cues, [](const Linked& one) { return one.content.empty(); });
  return cues;
}

}  // namespace entente::extract::learned

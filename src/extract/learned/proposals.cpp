// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/proposals.h"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "extract/learned/hashing.h"

namespace entente::extract::learned {
namespace {

constexpr std::size_t drawings = 64;         // a bit each
constexpr std::size_t most_proposals = 400;  // of a passage: each is laid beside the others
constexpr float least_loosely = 0.2F;
constexpr double surely = 0.95;        // so that what is left could hardly reach `least_loosely`
constexpr float least_same = 0.08F;    // of one whose source is tried with others
constexpr float least_source = 0.15F;  // of a source that is tried with others
constexpr float likely_cue_share = 0.3F;

using Bits = std::uint64_t;

float share_of(Bits drawn) {
  return static_cast<float>(std::popcount(drawn)) / static_cast<float>(drawings);
}

// A proposal while it is made: which readings hold it.
struct Draft {
  Linked one;
  Bits drawn = 0;
  bool most_probable = false;
};

auto order_of(const Stretch& one) { return std::tuple(one.first, one.last); }

bool comes_first(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const Stretch& x, const Stretch& y) { return order_of(x) < order_of(y); });
}

bool before(const Draft& a, const Draft& b) {
  if (a.one.cue != b.one.cue) return order_of(a.one.cue) < order_of(b.one.cue);
  if (a.one.source != b.one.source) return comes_first(a.one.source, b.one.source);
  return comes_first(a.one.content, b.one.content);
}

bool same_one(const Draft& a, const Draft& b) {
  return a.one.cue == b.one.cue && a.one.source == b.one.source && a.one.content == b.one.content;
}

std::vector<Draft> merged(std::vector<Draft> drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), before);
  std::vector<Draft> out;
  for (Draft& draft : drafts) {
    if (out.empty() || !same_one(out.back(), draft)) {
      out.push_back(std::move(draft));
      continue;
    }
    out.back().drawn |= draft.drawn;
    out.back().most_probable = out.back().most_probable || draft.most_probable;
  }
  return out;
}

bool is_stronger(const Draft& a, const Draft& b) {
  return std::tuple(a.most_probable, std::popcount(a.drawn)) >
         std::tuple(b.most_probable, std::popcount(b.drawn));
}

void keep_the_strongest(std::vector<Draft>& drafts) {
  if (drafts.size() <= most_proposals) return;
  std::stable_sort(drafts.begin(), drafts.end(), is_stronger);
  drafts.resize(most_proposals);
  std::stable_sort(drafts.begin(), drafts.end(), before);
}

std::uint64_t seed_of(const PassageView& view) {
  std::uint64_t seed = view.size();
  for (const Atom& atom : view.atoms) seed = mixed(seed, atom.word);
  return seed;
}

bool is_silent(const std::vector<std::uint8_t>& labels) {
  return std::all_of(labels.begin(), labels.end(), [](std::uint8_t label) { return label == 0; });
}

std::vector<Draft> drawn_drafts(const PassageView& view, const Scored& scored,
                                const ReadyEdges& edges) {
  std::vector<Draft> out;
  const auto best = best_labels(scored.rows, scored.kinds, edges);
  const Draw draw(scored.rows, scored.kinds, edges);
  if (is_silent(best) && draw.chance_of(best) > surely) return out;
  for (Linked& one : linked(view, best)) out.push_back({std::move(one), 0, true});
  auto readings = draw.labels(drawings, seed_of(view));
  std::sort(readings.begin(), readings.end(), [](const auto& a, const auto& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  });
  for (std::size_t first = 0, last = 0; first < readings.size(); first = last) {
    Bits bits = 0;
    for (; last < readings.size() && readings[last] == readings[first]; ++last)
      bits |= Bits{1} << last;
    for (Linked& one : linked(view, readings[first])) out.push_back({std::move(one), bits, false});
  }
  out = merged(std::move(out));
  keep_the_strongest(out);
  return out;
}

bool meet(const Stretch& a, const Stretch& b) { return a.first < b.last && b.first < a.last; }

std::uint32_t sentence_of(const PassageView& view, const Stretch& stretch) {
  return view.places[stretch.first].sentence;
}

struct DrawnSource {
  Stretch stretch;
  float share = 0;
};

std::vector<DrawnSource> sources_of(const std::vector<Draft>& drafts) {
  std::vector<DrawnSource> out;
  for (const Draft& draft : drafts)
    for (const Stretch& stretch : draft.one.source) out.push_back({stretch, share_of(draft.drawn)});
  std::stable_sort(out.begin(), out.end(), [](const DrawnSource& a, const DrawnSource& b) {
    return order_of(a.stretch) < order_of(b.stretch);
  });
  std::vector<DrawnSource> joint;
  for (const DrawnSource& one : out) {
    if (joint.empty() || joint.back().stretch != one.stretch)
      joint.push_back(one);
    else
      joint.back().share += one.share;
  }
  std::erase_if(joint, [](const DrawnSource& one) { return one.share < least_source; });
  return joint;
}

// What was drawn often is tried with the other sources of its sentence, and with none.
void try_other_sources(const PassageView& view, std::vector<Draft>& drafts) {
  const std::vector<DrawnSource> sources = sources_of(drafts);
  const std::size_t drawn = drafts.size();
  for (std::size_t d = 0; d < drawn && drafts.size() < 2 * most_proposals; ++d) {
    if (share_of(drafts[d].drawn) < least_same && !drafts[d].most_probable) continue;
    Linked one = drafts[d].one;
    const std::uint32_t sentence = sentence_of(view, one.cue);
    const auto from = std::partition_point(sources.begin(), sources.end(), [&](const auto& s) {
      return sentence_of(view, s.stretch) < sentence;
    });
    for (auto s = from; s != sources.end() && sentence_of(view, s->stretch) == sentence; ++s) {
      if (meet(s->stretch, one.cue) || shared_units({s->stretch}, one.content) > 0) continue;
      one.source = {s->stretch};
      drafts.push_back({one, 0, false});
    }
    one.source.clear();
    drafts.push_back({std::move(one), 0, false});
  }
  drafts = merged(std::move(drafts));
}

// The best likeness in each reading.
struct BestLikeness {
  std::array<float, drawings> of{};

  void raise(Bits readings, float to) {
    for (; readings != 0; readings &= readings - 1) {
      float& best = of[static_cast<std::size_t>(std::countr_zero(readings))];
      best = std::max(best, to);
    }
  }
  float mean() const {
    float sum = 0;
    for (float one : of) sum += one;
    return sum / static_cast<float>(drawings);
  }
};

Proposal laid_beside(const Draft& draft, const std::vector<Draft>& all) {
  Proposal out{draft.one, draft.most_probable, draft.drawn == 0 && !draft.most_probable,
               share_of(draft.drawn)};
  const std::size_t begin = draft.one.content.front().first, end = draft.one.content.back().last;
  Bits loosely = 0, strictly = 0, cue = 0;
  BestLikeness best;
  for (const Draft& other : all) {
    if (other.drawn == 0) continue;
    if (meet(other.one.cue, draft.one.cue)) cue |= other.drawn;
    if (other.one.content.front().first >= end || other.one.content.back().last <= begin) continue;
    const float alike = likeness(draft.one.content, other.one.content);
    if (alike <= 0) continue;
    best.raise(other.drawn, alike);
    if (alike < 0.5F) continue;
    loosely |= other.drawn;
    if (agree_on_source(draft.one.source, other.one.source)) strictly |= other.drawn;
  }
  out.loosely = share_of(loosely);
  out.strictly = share_of(strictly);
  out.cue = share_of(cue);
  out.overlap = best.mean();
  return out;
}

bool is_rival(const PassageView& view, const Proposal& one, const Proposal& other) {
  if (one.one.source.empty())
    return !other.one.source.empty() &&
           sentence_of(view, other.one.source[0]) == sentence_of(view, one.one.cue);
  return other.one.cue == one.one.cue && !agree_on_source(one.one.source, other.one.source);
}

std::uint32_t cues_between(const Proposal& one, const std::vector<Proposal>& all) {
  if (one.one.source.empty()) return 0;
  const std::size_t a = std::min(one.one.source[0].first, one.one.cue.first),
                    b = std::max(one.one.source[0].first, one.one.cue.first);
  std::uint32_t count = 0;
  std::size_t behind = 0;  // the last one counted ends here: proposals come by their cues
  for (const Proposal& other : all) {
    const Stretch& cue = other.one.cue;
    if (other.cue < likely_cue_share || cue.first <= a || cue.first >= b || cue.first < behind)
      continue;
    ++count;
    behind = cue.last;
  }
  return count;
}

}  // namespace

std::vector<Proposal> proposals_of(const PassageView& view, const Scored& scored,
                                   const ReadyEdges& edges) {
  std::vector<Draft> drafts = drawn_drafts(view, scored, edges);
  try_other_sources(view, drafts);
  std::vector<Proposal> out;
  for (const Draft& draft : drafts) {
    Proposal one = laid_beside(draft, drafts);
    if (one.loosely >= least_loosely || one.most_probable) out.push_back(std::move(one));
  }
  for (Proposal& one : out) {
    one.cues_between = cues_between(one, out);
    for (const Proposal& other : out)
      if (is_rival(view, one, other)) one.rival = std::max(one.rival, other.strictly);
  }
  return out;
}

std::vector<std::size_t> chosen_among(const std::vector<Proposal>& proposals,
                                      const std::vector<float>& worth, float least) {
  std::vector<std::size_t> order, out;
  for (std::size_t i = 0; i < proposals.size(); ++i)
    if (worth[i] >= least) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
  for (std::size_t i : order) {
    const Linked& one = proposals[i].one;
    const bool taken = std::any_of(out.begin(), out.end(), [&](std::size_t k) {
      const Linked& kept = proposals[k].one;
      return meet(kept.cue, one.cue) || shared_units(kept.content, one.content) > 0;
    });
    if (!taken) out.push_back(i);
  }
  std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return proposals[a].one.cue.first < proposals[b].one.cue.first;
  });
  return out;
}

std::size_t shared_units(const std::vector<Stretch>& some, const std::vector<Stretch>& others) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < some.size() && j < others.size();) {
    const std::size_t first = std::max(some[i].first, others[j].first),
                      last = std::min(some[i].last, others[j].last);
    if (first < last) count += last - first;
    some[i].last < others[j].last ? ++i : ++j;
  }
  return count;
}

std::size_t units_in(const std::vector<Stretch>& stretches) {
  std::size_t count = 0;
  for (const Stretch& stretch : stretches) count += stretch.last - stretch.first;
  return count;
}

float likeness(const std::vector<Stretch>& some, const std::vector<Stretch>& others) {
  const std::size_t both = shared_units(some, others),
                    all = units_in(some) + units_in(others) - both;
  return all == 0 ? 0 : static_cast<float>(both) / static_cast<float>(all);
}

bool agree_on_source(const std::vector<Stretch>& some, const std::vector<Stretch>& others) {
  return (some.empty() && others.empty()) || shared_units(some, others) > 0;
}

}  // namespace entente::extract::learned

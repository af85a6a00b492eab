// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/reader.h"

#include "extract/learned/features.h"

namespace entente::extract::learned {
namespace {

void add_all(const FeatureTable& table, const Features& features, Sums& sums) {
  for (std::uint64_t feature : features) table.prefetch(feature);
  for (std::uint64_t feature : features) table.add(feature, sums);
}

Row scaled_part(const Sums& sums, std::size_t first, std::size_t count, float unit) {
  Row row{};
  for (std::size_t l = 0; l < count; ++l) row[l] = unit * static_cast<float>(sums[first + l]);
  return row;
}

std::vector<std::uint8_t> edge_kinds_of(const PassageView& view) {
  std::vector<std::uint8_t> kinds(view.size());
  for (std::size_t i = 0; i < kinds.size(); ++i)
    kinds[i] = static_cast<std::uint8_t>(edge_kind(view, i));
  return kinds;
}

}  // namespace

std::vector<FoundCue> cues_among(const std::vector<std::uint8_t>& labels) {
  std::vector<FoundCue> cues;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (static_cast<Label>(labels[i]) == Label::b_cue)
      cues.push_back({i, i + 1});
    else if (static_cast<Label>(labels[i]) == Label::i_cue)
      cues.back().last = i + 1;
  }
  return cues;
}

Scored Reader::scored(const PassageView& view) const {
  const std::vector<std::uint8_t> kinds = edge_kinds_of(view);
  std::vector<Sums> sums(view.size());
  std::vector<Row> cue_scores(view.size()), scores(view.size());
  Features features;
  for (std::size_t i = 0; i < view.size(); ++i) {
    features.clear();
    base_features(view, i, features);
    add_all(weights_.features, features, sums[i]);
    cue_scores[i] = scaled_part(sums[i], 0, cue_label_count, weights_.cue_unit);
    cue_scores[i][index_of(Label::b_cue)] += weights_.cue_bias;
    cue_scores[i][index_of(Label::i_cue)] += weights_.cue_bias;
  }
  const auto cues = cues_among(best_labels(cue_scores, kinds, cue_edges_));
  for (std::size_t i = 0; i < view.size(); ++i) {
    features.clear();
    cue_features(view, cues, i, features);
    add_all(weights_.features, features, sums[i]);
    scores[i] = scaled_part(sums[i], cue_label_count, label_count, weights_.label_unit);
    scores[i][index_of(Label::none)] += weights_.none_bias;
  }
  return {std::move(scores), kinds};
}

std::vector<Found> Reader::read(const PassageView& view) const {
  const std::vector<Proposal> proposals = proposals_of(view, scored(view), label_edges_);
  std::vector<float> worth;
  Features features;
  for (const Proposal& one : proposals) {
    features.clear();
    proposal_features(view, one, features);
    worth.push_back(weights_.scale.worth(features));
  }
  std::vector<Found> out;
  for (std::size_t i : chosen_among(proposals, worth, weights_.least_worth))
    out.push_back({proposals[i].one, signs_of(view, proposals[i], worth[i])});
  return out;
}

}  // namespace entente::extract::learned

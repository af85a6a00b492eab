// SPDX-License-Identifier: Apache-2.0
#include "train/lesson.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "extract/learned/features.h"
#include "extract/learned/reader.h"
#include "train/feature_index.h"
#include "train/learner.h"
#include "train/weighing.h"

namespace entente::train {
namespace {

using namespace extract::learned;

struct TextPlace {
  std::size_t text = 0;
  std::size_t first = 0;  // unit of the text
};

// The paragraphs of all texts, ready to be learned from.
struct Pages {
  std::vector<PassageView> views;
  std::vector<Example> examples;      // of the second stage
  std::vector<Example> cue_examples;  // of the first
  std::vector<std::size_t> folds;     // of each paragraph
  std::vector<TextPlace> places;      // where it stands
};

// Where marks overlapped, a span may go on that never began: it begins there.
void mend(std::vector<std::uint8_t>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (!(i == 0 ? may_start(labels[0]) : may_follow(labels[i - 1], labels[i])))
      labels[i] = static_cast<std::uint8_t>(labels[i] - 1);
}

Example example_of(const Text& text, Passage passage, const PassageView& view, std::size_t first) {
  Example out;
  out.first = first;
  out.last = first + passage.size();
  for (std::size_t i = 0; i < passage.size(); ++i) {
    out.kinds.push_back(static_cast<std::uint8_t>(edge_kind(view, i)));
    out.labels.push_back(text.labels[passage.first + i]);
  }
  mend(out.labels);
  return out;
}

Example only_cues(Example example) {
  for (std::uint8_t& label : example.labels)
    if (!is_cue(static_cast<Label>(label))) label = 0;
  return example;
}

// A word's share of cues must not be counted on the text it is then used for.
std::vector<Vocabulary> vocabularies_of(const std::vector<const Text*>& texts,
                                        const std::vector<Vocabulary::Entry>& classes,
                                        std::size_t folds) {
  std::vector<Vocabulary> out;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Text*> others;
    for (std::size_t t = 0; t < texts.size(); ++t)
      if (t % folds != fold) others.push_back(texts[t]);
    out.push_back(vocabulary_of(others, classes));
  }
  return out;
}

Pages pages_of(const std::vector<const Text*>& texts, const std::vector<Vocabulary>& vocabularies) {
  Pages out;
  std::size_t units = 0;
  for (std::size_t t = 0; t < texts.size(); ++t)
    for (Passage passage : texts[t]->units.passages) {
      const std::size_t fold = t % vocabularies.size();
      out.views.push_back(
          view_of(texts[t]->prose, texts[t]->units, passage, vocabularies[fold], texts[t]->hints));
      out.examples.push_back(example_of(*texts[t], passage, out.views.back(), units));
      out.cue_examples.push_back(only_cues(out.examples.back()));
      out.folds.push_back(fold);
      out.places.push_back({t, passage.first});
      units += passage.size();
    }
  return out;
}

// Calls put(view number, unit, features) for each unit.
template <class Extract, class Put>
void each_unit(const Pages& pages, const Extract& extract_features, const Put& put) {
  Features features;
  for (std::size_t v = 0; v < pages.views.size(); ++v)
    for (std::size_t i = 0; i < pages.views[v].size(); ++i) {
      features.clear();
      extract_features(v, i, features);
      put(features);
    }
}

template <class Extract>
FeatureRows numbered(const Pages& pages, FeatureIndex& index, const Extract& extract_features) {
  FeatureRows rows;
  each_unit(pages, extract_features, [&](const Features& features) {
    for (std::uint64_t feature : features) index.count(feature);
  });
  each_unit(pages, extract_features, [&](const Features& features) {
    for (std::uint64_t feature : features)
      if (const auto number = index.number(feature)) rows.numbers.push_back(*number);
    rows.ends.push_back(rows.numbers.size());
  });
  return rows;
}

std::vector<const Example*> outside_fold(const Pages& pages, const std::vector<Example>& examples,
                                         std::size_t fold) {
  std::vector<const Example*> out;
  for (std::size_t i = 0; i < examples.size(); ++i)
    if (pages.folds[i] != fold) out.push_back(&examples[i]);
  return out;
}

std::vector<FoundCue> cues_by(const Model& model, const FeatureRows& base, const Example& example,
                              float bias) {
  std::vector<Row> scores = scores_of(model, {&base}, example);
  for (Row& row : scores) {
    row[index_of(Label::b_cue)] += bias;
    row[index_of(Label::i_cue)] += bias;
  }
  return cues_among(best_labels(scores, example.kinds, model.edges));
}

// The cues of each paragraph as the first stage finds them that has not learned from its fold.
std::vector<std::vector<FoundCue>> cues_of(const Pages& pages, const FeatureRows& base,
                                           std::size_t features, const Plan& plan) {
  std::vector<std::vector<FoundCue>> out(pages.examples.size());
  for (std::size_t fold = 0; fold < plan.folds; ++fold) {
    const Model model = learn({&base}, features, outside_fold(pages, pages.cue_examples, fold),
                              {cue_label_count, plan.epochs, 0.05F, plan.seed});
    for (std::size_t i = 0; i < out.size(); ++i)
      if (pages.folds[i] == fold)
        out[i] = cues_by(model, base, pages.cue_examples[i], plan.cue_bias);
  }
  return out;
}

// What the second stage proposes in the paragraphs of each fold that it has not learned from.
std::vector<Tried> tried_by_fold(const std::vector<const Text*>& texts, const Pages& pages,
                                 const std::vector<const FeatureRows*>& rows, std::size_t features,
                                 const Plan& plan) {
  std::vector<std::vector<MarkedUnits>> marked;
  for (const Text* text : texts) marked.push_back(marked_units(*text));
  std::vector<Tried> out;
  for (std::size_t fold = 0; fold < plan.folds; ++fold) {
    const Model model = learn(rows, features, outside_fold(pages, pages.examples, fold),
                              {label_count, plan.epochs, 0.05F, plan.seed});
    const ReadyEdges edges(model.edges);
    for (std::size_t i = 0; i < pages.examples.size(); ++i) {
      if (pages.folds[i] != fold) continue;
      Scored scored{scores_of(model, rows, pages.examples[i]), pages.examples[i].kinds};
      for (Row& row : scored.rows) row[index_of(Label::none)] += plan.none_bias;
      const TextPlace place = pages.places[i];
      for (const Proposal& one : proposals_of(pages.views[i], scored, edges)) {
        Tried& tried = out.emplace_back();
        proposal_features(pages.views[i], one, tried.features);
        tried.worth = worth_of(one.one, place.first, marked[place.text]);
      }
    }
  }
  return out;
}

void add(const Row& part, Row& sum) {
  for (std::size_t l = 0; l < stride; ++l) sum[l] += part[l];
}

// With room to keep rare ones apart.
constexpr std::size_t features_of_a_unit = 400;

// What is true of any order of learning stays, what is chance of one is halved.
Model mean_of(std::vector<Model> models) {
  Model out = std::move(models.front());
  const float share = 1 / static_cast<float>(models.size());
  const auto each_row = [](Model& model, const auto& change) {
    for (std::size_t i = 0; i < model.rows.size(); ++i) change(i, model.rows[i]);
    std::size_t i = model.rows.size();
    for (auto& kind : model.edges.change)
      for (Row& row : kind) change(i++, row);
    change(i, model.edges.start);
  };
  for (std::size_t m = 1; m < models.size(); ++m) {
    std::vector<const Row*> parts;
    each_row(models[m], [&](std::size_t, Row& row) { parts.push_back(&row); });
    each_row(out, [&](std::size_t i, Row& row) { add(*parts[i], row); });
  }
  each_row(out, [&](std::size_t, Row& row) {
    for (float& weight : row) weight *= share;
  });
  return out;
}

// The few weights beyond are cut back to it, so that all the others are told apart finely.
constexpr float largest_kept = 3;

float unit_of(const std::vector<Row>& rows) {
  float largest = 0;
  for (const Row& row : rows)
    for (float weight : row) largest = std::max(largest, std::abs(weight));
  return std::clamp(largest, 0.1F, largest_kept) / 127;
}

std::int8_t whole(float weight, float unit, float least) {
  const float kept = std::clamp(weight, -127 * unit, 127 * unit);
  return std::abs(kept) < least ? std::int8_t{0}
                                : static_cast<std::int8_t>(std::lround(kept / unit));
}

FeatureTable table_of(const Model& cues, const Model& labels, const FeatureIndex& index,
                      const Plan& plan, const WeightSet& weights) {
  std::vector<FeatureTable::Entry> entries;
  for (std::size_t f = 0; f < index.hashes().size(); ++f) {
    FeatureTable::Entry entry{FeatureTable::key_of(index.hashes()[f]), {}};
    for (std::size_t l = 0; f < cues.rows.size() && l < cue_label_count; ++l)
      entry.weights[l] = whole(cues.rows[f][l], weights.cue_unit, plan.least_weight);
    for (std::size_t l = 0; l < label_count; ++l)
      entry.weights[cue_label_count + l] =
          whole(labels.rows[f][l], weights.label_unit, plan.least_weight);
    if (entry.weights != Weights{}) entries.push_back(entry);
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  const auto same_key = [](const auto& a, const auto& b) { return a.key == b.key; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_key), entries.end());
  return FeatureTable(std::move(entries));
}

}  // namespace

std::optional<Failure> fault_of(const Plan& plan) {
  struct Limits {
    const char* what;
    float value, least, most;
  };
  for (const Limits& one : {Limits{"the bias for cues", plan.cue_bias, -20, 20},
                            Limits{"the bias against finding", plan.none_bias, -20, 20},
                            Limits{"the least worth", plan.least_worth, 0, 1},
                            Limits{"the least weight", plan.least_weight, 0, 1}})
    if (!(one.value >= one.least && one.value <= one.most))
      return Failure{FailureKind::usage, fmt::format("{} cannot be {}", one.what, one.value),
                     fmt::format("Give a number from {} to {}", one.least, one.most)};
  return std::nullopt;
}

WeightSet learn_weights(const std::vector<const Text*>& texts,
                        const std::vector<Vocabulary::Entry>& classes, const Plan& plan,
                        const Tell& tell) {
  const Pages pages = pages_of(texts, vocabularies_of(texts, classes, plan.folds));
  if (pages.examples.empty())
    throw Failed(
        {FailureKind::bad_input, "the marked texts hold no words", "Give texts to learn from"});
  FeatureIndex index(plan.least_uses, features_of_a_unit * pages.examples.back().last);
  const FeatureRows base =
      numbered(pages, index, [&](std::size_t v, std::size_t i, Features& features) {
        base_features(pages.views[v], i, features);
      });
  const std::size_t base_count = index.hashes().size();
  tell(fmt::format("{} paragraphs, {} tokens, {} features", pages.examples.size(), base.ends.size(),
                   base_count));
  const auto cues = cues_of(pages, base, base_count, plan);
  const Model cue_model =
      learn({&base}, base_count, outside_fold(pages, pages.cue_examples, plan.folds),
            {cue_label_count, plan.epochs, 0.05F, plan.seed});
  tell("the first stage is learned");
  const FeatureRows beside =
      numbered(pages, index, [&](std::size_t v, std::size_t i, Features& features) {
        cue_features(pages.views[v], cues[v], i, features);
      });
  std::vector<const Example*> all;
  for (const Example& example : pages.examples) all.push_back(&example);
  std::vector<Model> courses;
  for (unsigned c = 0; c < plan.courses; ++c)
    courses.push_back(learn({&base, &beside}, index.hashes().size(), all,
                            {label_count, plan.epochs, 0.05F, plan.seed + 1 + c}));
  const Model model = mean_of(courses);
  tell("the second stage is learned");
  WeightSet out;
  out.vocabulary = vocabulary_of(texts, classes);
  out.cue_unit = unit_of(cue_model.rows);
  out.label_unit = unit_of(model.rows);
  out.cue_bias = plan.cue_bias;
  out.none_bias = plan.none_bias;
  out.cue_edges = cue_model.edges;
  out.label_edges = model.edges;
  out.features = table_of(cue_model, model, index, plan, out);
  out.scale = learn_scale(
      tried_by_fold(texts, pages, {&base, &beside}, index.hashes().size(), plan), plan.seed);
  out.least_worth = plan.least_worth;
  tell("the third stage is learned");
  return out;
}

}  // namespace entente::train

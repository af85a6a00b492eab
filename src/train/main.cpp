// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "base/parallel.h"
#include "extract/learned/features.h"
#include "train/corpus.h"
#include "train/feature_index.h"
#include "train/learner.h"
#include "train/scores.h"

using namespace entente;
using namespace entente::train;
using namespace entente::extract::learned;

namespace {
double env(const char* name, double otherwise) {
  const char* v = std::getenv(name);
  return v ? std::atof(v) : otherwise;
}
auto t0 = std::chrono::steady_clock::now();
void tell(const std::string& what) {
  fmt::print("[{:6.1f}] {}\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - t0).count(), what);
  std::fflush(stdout);
}
std::vector<FoundCue> cues_in(const std::vector<std::uint8_t>& labels) {
  std::vector<FoundCue> out;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 1) out.push_back({i, i + 1});
    else if (labels[i] == 2 && !out.empty()) out.back().last = i + 1;
  }
  return out;
}
struct Set {
  std::vector<Text> texts;
  std::vector<Example> examples;  // stage 2 labels
  std::vector<Example> cue_examples;
  std::vector<std::size_t> text_of;  // example -> text
  FeatureRows base, extra;
};
void fill_examples(Set& set) {
  std::size_t at = 0;
  for (std::size_t t = 0; t < set.texts.size(); ++t) {
    Text& text = set.texts[t];
    text.first_example = set.examples.size();
    for (std::size_t p = 0; p < text.units.passages.size(); ++p) {
      const Passage passage = text.units.passages[p];
      Example e;
      e.first = at;
      e.last = at += passage.size();
      for (std::size_t i = 0; i < passage.size(); ++i) {
        e.kinds.push_back(static_cast<std::uint8_t>(edge_kind(text.views[p], i)));
        e.labels.push_back(text.labels[passage.first + i]);
      }
      // an inner label after something else begins anew
      for (std::size_t i = 0; i < e.labels.size(); ++i)
        if (!(i == 0 ? may_start(e.labels[0]) : may_follow(e.labels[i - 1], e.labels[i]))) e.labels[i] -= 1;
      Example c = e;
      for (auto& l : c.labels) l = l == 1 || l == 2 ? l : 0;
      set.examples.push_back(std::move(e));
      set.cue_examples.push_back(std::move(c));
      set.text_of.push_back(t);
    }
  }
}
template <class Put>
void each_unit(const Set& set, const Put& put) {
  for (const Text& text : set.texts)
    for (const PassageView& view : text.views)
      for (std::size_t i = 0; i < view.size(); ++i) put(view, i);
}
void number_base(Set& set, FeatureIndex& index, bool learn_new) {
  Features f;
  each_unit(set, [&](const PassageView& view, std::size_t i) {
    f.clear();
    base_features(view, i, f);
    for (auto h : f)
      if (auto n = learn_new ? index.number(h) : index.find(h)) set.base.numbers.push_back(*n);
    set.base.ends.push_back(set.base.numbers.size());
  });
}
}  // namespace

int main(int argc, char** argv) {
  const std::string train = argv[1], dev = argv[2], out = argc > 3 ? argv[3] : "";
  const unsigned epochs = static_cast<unsigned>(env("EPOCHS", 8));
  const float bias = static_cast<float>(env("BIAS", 0.7));
  const std::size_t folds = std::size_t(env("FOLDS", 3));
  const auto rules = or_throw(extract::SpeechLexicon::load(DATA "/english"));
  Set a, b;
  a.texts = cut_texts(or_throw(read_folder(train)), rules, folds, 2);
  b.texts = cut_texts(or_throw(read_folder(dev)), rules, 1, 2);
  tell("read");
  std::vector<Vocabulary::Entry> classes;
  if (const char* file = std::getenv("CLASSES")) {
    std::FILE* f = std::fopen(file, "rb");
    Vocabulary::Entry e;
    unsigned key, senses, cluster;
    while (std::fscanf(f, "%u %u %u", &key, &senses, &cluster) == 3) {
      e.key = key; e.word.senses = std::uint8_t(senses); e.word.cluster = std::uint16_t(cluster);
      classes.push_back(e);
    }
    std::fclose(f);
  }
  std::vector<Vocabulary> vocabularies(folds + 1);
  for_each_index(folds + 1, 2, [&](std::size_t f) {
    vocabularies[f] = vocabulary_of(a.texts, classes, [&](const Text& t) { return t.fold != f; });
  });
  const bool nohints = env("NOHINTS", 0) != 0;
  const auto view = [&](Set& set, auto pick) {
    for_each_index(set.texts.size(), 2, [&](std::size_t i) {
      Text& t = set.texts[i];
      for (const Passage& p : t.units.passages)
        t.views.push_back(view_of(t.prose, t.units, p, vocabularies[pick(t)], nohints ? std::vector<std::uint8_t>{} : t.hints));
    });
    fill_examples(set);
  };
  view(a, [](const Text& t) { return t.fold; });
  view(b, [&](const Text&) { return folds; });
  tell("viewed");
  FeatureIndex index(3);
  {
    Features f;
    each_unit(a, [&](const PassageView& v, std::size_t i) {
      f.clear();
      base_features(v, i, f);
      for (auto h : f) index.count(h);
    });
  }
  number_base(a, index, true);
  number_base(b, index, false);
  const std::size_t base_count = index.hashes().size();
  tell(fmt::format("{} base features, {:.1f} per unit, {} units", base_count, double(a.base.numbers.size()) / double(a.base.ends.size()), a.base.ends.size()));
  // stage 1
  std::vector<Model> cue_models(folds + 1);
  const std::vector<const FeatureRows*> base{&a.base};
  for_each_index(folds + 1, 2, [&](std::size_t f) {
    std::vector<const Example*> use;
    for (std::size_t e = 0; e < a.examples.size(); ++e)
      if (a.texts[a.text_of[e]].fold != f) use.push_back(&a.cue_examples[e]);
    cue_models[f] = learn(base, base_count, use, {cue_label_count, unsigned(env("EPOCHS1", epochs)), 0.05F, 1});
  });
  tell("stage 1");
  const auto cues_of = [&](const Model& m, const FeatureRows& rows, const Example& e) {
    auto s = scores_of(m, {&rows}, e);
    for (auto& r : s) r[1] += bias, r[2] += bias;
    return cues_in(best_labels(s, e.kinds, m.edges));
  };
  const auto all_cues = [&](Set& set, auto pick) {
    std::vector<std::vector<FoundCue>> cues(set.examples.size());
    for_each_index(cues.size(), 2, [&](std::size_t e) {
      cues[e] = cues_of(cue_models[pick(set.texts[set.text_of[e]])], set.base, set.cue_examples[e]);
    });
    return cues;
  };
  const auto cues_a = all_cues(a, [](const Text& t) { return t.fold; });
  const auto cues_b = all_cues(b, [&](const Text&) { return folds; });
  const auto each_extra = [&](Set& set, const auto& cues, auto put, auto done) {
    Features f;
    for (std::size_t t = 0; t < set.texts.size(); ++t)
      for (std::size_t p = 0; p < set.texts[t].views.size(); ++p)
        for (std::size_t i = 0; i < set.texts[t].views[p].size(); ++i) {
          f.clear();
          cue_features(set.texts[t].views[p], cues[set.texts[t].first_example + p], i, f);
          for (auto h : f) put(h);
          done();
        }
  };
  each_extra(a, cues_a, [&](auto h) { index.count(h); }, [] {});
  each_extra(a, cues_a, [&](auto h) { if (auto n = index.number(h)) a.extra.numbers.push_back(*n); }, [&] { a.extra.ends.push_back(a.extra.numbers.size()); });
  each_extra(b, cues_b, [&](auto h) { if (auto n = index.find(h)) b.extra.numbers.push_back(*n); }, [&] { b.extra.ends.push_back(b.extra.numbers.size()); });
  tell(fmt::format("{} features in all", index.hashes().size()));
  const std::vector<const FeatureRows*> both{&a.base, &a.extra};
  std::vector<const Example*> use;
  for (const auto& e : a.examples) use.push_back(&e);
  const std::size_t runs = std::size_t(env("RUNS", 1));
  std::vector<Model> models(runs);
  for_each_index(runs, 2, [&](std::size_t r) { models[r] = learn(both, index.hashes().size(), use, {label_count, epochs, 0.05F, 7 + r}); });
  Model& model = models[0];
  for (std::size_t r = 1; r < runs; ++r) {
    for (std::size_t i = 0; i < model.rows.size(); ++i)
      for (std::size_t l = 0; l < stride; ++l) model.rows[i][l] += models[r].rows[i][l];
    for (std::size_t k = 0; k < edge_kinds; ++k)
      for (std::size_t x = 0; x < stride; ++x)
        for (std::size_t y = 0; y < stride; ++y) model.edges.change[k][x][y] += models[r].edges.change[k][x][y];
    for (std::size_t x = 0; x < stride; ++x) model.edges.start[x] += models[r].edges.start[x];
  }
  if (runs > 1) {
    const float s = 1.0F / float(runs);
    for (auto& row : model.rows) for (auto& x : row) x *= s;
    for (auto& k : model.edges.change) for (auto& x : k) for (auto& y : x) y *= s;
    for (auto& x : model.edges.start) x *= s;
  }
  tell("stage 2");
  for (float o : {0.0F, 0.2F, 0.4F, 0.6F}) {
    Scores scores;
    std::FILE* file = out.empty() || o != 0.0F ? nullptr : std::fopen(out.c_str(), "w");
    for (const Text& t : b.texts) {
      std::vector<Attribution> found;
      for (std::size_t p = 0; p < t.views.size(); ++p) {
        const Example& e = b.examples[t.first_example + p];
        auto s = scores_of(model, {&b.base, &b.extra}, e);
        for (auto& r : s) r[0] -= o;
        for (auto& x : found_in(t, p, best_labels(s, e.kinds, model.edges))) found.push_back(std::move(x));
      }
      scores.add(t.marked.text, t.marked.attributions, found);
      if (file) for (const auto& x : found) {
        const auto list = [](const std::vector<Span>& spans) {
          std::string s = "[";
          for (Span q : spans) s += fmt::format("{}[{},{}]", s.size() > 1 ? "," : "", q.begin, q.end);
          return s + "]";
        };
        fmt::print(file, "{{\"doc\":\"{}\",\"source\":{},\"cue\":{},\"content\":{}}}\n", t.marked.name, list(x.source), list(x.cue), list(x.content));
      }
    }
    if (file) std::fclose(file);
    tell(fmt::format("O bias -{}\n{}", o, scores.table()));
  }
  Scores oracle, ruled;
  for (const Text& t : b.texts) {
    std::vector<Attribution> found;
    for (std::size_t p = 0; p < t.views.size(); ++p)
      for (auto& x : found_in(t, p, b.examples[t.first_example + p].labels)) found.push_back(std::move(x));
    oracle.add(t.marked.text, t.marked.attributions, found);
    found.clear();
    for (auto& s : extract::attribute(t.prose, rules))
      if (!s.within) found.push_back({s.source, s.cue, s.content});
    ruled.add(t.marked.text, t.marked.attributions, found);
  }
  tell("oracle\n" + oracle.table() + "rules\n" + ruled.table());
}

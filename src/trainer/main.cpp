// SPDX-License-Identifier: Apache-2.0
// entente-train: marked texts in, a weight file out.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <mutex>

#include "base/file.h"
#include "base/parallel.h"
#include "extract/learned/beside.h"
#include "extract/learned/fill.h"
#include "extract/learned/hashing.h"
#include "extract/learned/reader.h"
#include "extract/learned_attribution.h"
#include "train/calibration.h"
#include "train/classes.h"
#include "train/lesson.h"
#include "train/scores.h"

namespace entente::trainer {
namespace {

namespace fs = std::filesystem;
using namespace train;
using namespace extract::learned;

struct Options {
  fs::path folder, output, data, classes, test;
  double hold_back = 0.1;
  unsigned threads = 0;
  Plan plan;
};

class Log {
 public:
  void tell(const std::string& what) {
    const std::lock_guard lock(mutex_);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    fmt::print(stderr, "{:6.1f} s  {}\n", seconds, what);
  }

 private:
  std::mutex mutex_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The share of the texts with the smallest hashes of their names: the same whatever else is there.
std::vector<bool> held_back(const std::vector<Text>& texts, const Options& options) {
  std::vector<bool> out;
  for (const Text& text : texts) {
    const std::u32string name(text.marked.name.begin(), text.marked.name.end());
    const double place = double(mixed(options.plan.seed, hash_of(name)) >> 11) / double(1ULL << 53);
    out.push_back(place < options.hold_back);
  }
  return out;
}

// What the weights read in a text, with what each confidence is worked out from.
struct Reading {
  const Text* text;
  std::vector<Attribution> found;
  std::vector<Signs> signs;
};

struct Judgement {
  Scores scores;
  std::vector<Reading> readings;
  std::vector<Judged> judged;
  std::size_t left_over = 0, left_over_right = 0;  // of what only the rules read

  float left_over_share() const {
    return static_cast<float>(left_over_right + 1) / static_cast<float>(left_over + 2);
  }
};

void add_left_over(const Text& text, std::vector<Attribution>& found) {
  std::vector<Span> taken;
  for (const Attribution& one : found) {
    taken.insert(taken.end(), one.content.begin(), one.content.end());
    taken.insert(taken.end(), one.cue.begin(), one.cue.end());
  }
  for (std::size_t i : left_over(text.ruled, std::move(taken)))
    found.push_back({text.ruled[i].source, text.ruled[i].cue, text.ruled[i].content});
}

Reading read_by(const Reader& reader, const Text& text) {
  Reading out{&text, {}, {}};
  for (Passage passage : text.units.passages) {
    const PassageView view =
        view_of(text.prose, text.units, passage, reader.weights().vocabulary, text.hints);
    for (const Found& found : reader.read(view)) {
      out.found.push_back(attribution_of(text, passage, found.one));
      out.signs.push_back(found.signs);
    }
  }
  return out;
}

Judgement judge(const std::vector<const Text*>& texts, const WeightSet& weights) {
  Judgement out;
  const Reader reader(weights);
  for (const Text* text : texts) {
    const Reading& reading = out.readings.emplace_back(read_by(reader, *text));
    std::vector<Attribution> found = reading.found;
    add_left_over(*text, found);
    const std::vector<bool> right =
        out.scores.add(text->marked.text, text->marked.attributions, found);
    for (std::size_t i = 0; i < reading.signs.size(); ++i)
      out.judged.push_back({reading.signs[i], right[i]});
    const auto first_left = right.begin() + static_cast<std::ptrdiff_t>(reading.signs.size());
    out.left_over += found.size() - reading.signs.size();
    out.left_over_right += static_cast<std::size_t>(std::count(first_left, right.end(), true));
  }
  return out;
}

// As signs_beside() takes it.
std::vector<extract::Reported> reported(const Reading& reading, const Confidence& confidence) {
  std::vector<extract::Reported> out(reading.found.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].statement.source = reading.found[i].source;
    out[i].statement.cue = reading.found[i].cue;
    out[i].statement.content = reading.found[i].content;
    out[i].confidence = confidence.of(reading.signs[i]);
  }
  return out;
}

// Of what the rules read: whether it is right, and how it looks beside what the weights read.
std::vector<Judged> judge_rules(const std::vector<Reading>& readings,
                                const Confidence& confidence) {
  std::vector<Judged> out;
  for (const Reading& reading : readings) {
    const Text& text = *reading.text;
    std::vector<Attribution> ruled;
    for (const Statement& one : text.ruled) ruled.push_back({one.source, one.cue, one.content});
    const std::vector<bool> right = Scores{}.add(text.marked.text, text.marked.attributions, ruled);
    const std::vector<Signs> signs = signs_beside(text.ruled, reported(reading, confidence));
    for (std::size_t i = 0; i < signs.size(); ++i) out.push_back({signs[i], right[i]});
  }
  return out;
}

std::vector<const Text*> chosen(const std::vector<Text>& texts, const std::vector<bool>& marks,
                                bool mark) {
  std::vector<const Text*> out;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (marks[i] == mark) out.push_back(&texts[i]);
  return out;
}

// Before minutes of learning whose file could not be written.
void check_writable(const fs::path& path) {
  std::error_code error;
  const bool was_there = fs::exists(path, error);
  if (!std::ofstream(path, std::ios::binary | std::ios::app)) throw Failed(failure_of(errno, path));
  if (!was_there) fs::remove(path, error);
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw Failed(failure_of(errno, path));
}

void report(const std::string& what, const Judgement& judgement, const WeightSet& weights) {
  const auto ruled = judge_rules(judgement.readings, weights.confidence);
  fmt::print("{}\n{}\n{}only by rule: {}, right: {}\n\nwhat the rules read\n{}\n", what,
             judgement.scores.table(), reliability(judgement.judged, weights.confidence),
             judgement.left_over, judgement.left_over_right, reliability(ruled, weights.of_rules));
}

// Two lessons side by side: one without the share held back, which gives the scores and how sure to
// be; and one with all texts, which is kept.
int run(const Options& options) {
  if (const auto fault = fault_of(options.plan)) throw Failed(*fault);
  if (!options.output.empty()) check_writable(options.output);
  Log log;
  const auto tell = [&](const std::string& what) { log.tell(what); };
  const auto rules = or_throw(extract::SpeechLexicon::load(options.data / "english"));
  auto classes = options.classes.empty() ? std::vector<Vocabulary::Entry>{}
                                         : or_throw(read_classes(options.classes));
  std::vector<Text> texts =
      cut_texts(or_throw(read_folder(options.folder)), rules, options.threads);
  classes = with_common_words(std::move(classes), texts);
  mark_names(texts, classes);
  const std::vector<bool> kept_out = held_back(texts, options);
  const auto out_of_sight = chosen(texts, kept_out, true),
             in_sight = chosen(texts, kept_out, false);
  std::vector<const Text*> all;
  for (const Text& text : texts) all.push_back(&text);
  tell(fmt::format("{} texts, {} held back", texts.size(), out_of_sight.size()));
  const bool two = !out_of_sight.empty() && !options.output.empty();
  std::vector<WeightSet> learned(two ? 2 : 1);
  for_each_index(learned.size(), options.threads, [&](std::size_t i) {
    learned[i] = learn_weights(i == 0 ? in_sight : all, classes, options.plan, tell);
  });
  if (!out_of_sight.empty()) {
    const Judgement judgement = judge(out_of_sight, learned.front());
    learned.back().confidence = calibrated(judgement.judged);
    learned.back().left_over_confidence = judgement.left_over_share();
    learned.back().of_rules =
        calibrated(judge_rules(judgement.readings, learned.back().confidence));
    report("on the texts held back", judgement, learned.back());
  }
  if (!options.output.empty()) {
    const std::string bytes = write_weights(learned.back());
    write(options.output, bytes);
    fmt::print("wrote {}: {} bytes, {} features\n", printable(options.output.string()),
               bytes.size(), learned.back().features.entries().size());
  }
  if (!options.test.empty()) {
    std::vector<Text> test = cut_texts(or_throw(read_folder(options.test)), rules, options.threads);
    mark_names(test, classes);
    std::vector<const Text*> tested;
    for (const Text& text : test) tested.push_back(&text);
    report("on " + quoted(options.test), judge(tested, learned.back()), learned.back());
  }
  return 0;
}

fs::path data_beside_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path near = program.parent_path() / "share/entente/data";
  return fs::exists(near, error) ? near : program.parent_path() / "../share/entente/data";
}

int start(int argc, char** argv) {
  Options options;
  CLI::App app{
      "Learns who said what from texts that people have marked (brat stand-off: NAME.txt with\n"
      "NAME.ann or NAME_<4 hexadecimal digits>.ann; Source, Cue, Content), and writes a weight\n"
      "file for `entente attribute --weights`. The same texts and options give the same file."};
  app.add_option("FOLDER", options.folder, "where the texts and marks lie")->required();
  app.add_option("-o,--output", options.output, "the weight file to write");
  app.add_option("--classes", options.classes,
                 "classes of words: tools/word_classes.py writes them");
  app.add_option("--hold-back", options.hold_back,
                 "share of the texts to score on and to learn confidence from; else 0.1")
      ->check(CLI::Range(0.0, 0.9));
  app.add_option("--test", options.test, "another folder to score on");
  app.add_option("--epochs", options.plan.epochs, "times that all is gone through; else 8")
      ->check(CLI::Range(1, 100));
  app.add_option("--seed", options.plan.seed, "of the order of going through; else 1");
  app.add_option("--courses", options.plan.courses, "of the second stage, averaged; else 2")
      ->check(CLI::Range(1, 10));
  app.add_option("--folds", options.plan.folds, "of the first stage; else 3")
      ->check(CLI::Range(2, 20));
  app.add_option("--cue-bias", options.plan.cue_bias,
                 "for cues in the first stage, -20 to 20; else 0.7");
  app.add_option("--none-bias", options.plan.none_bias, "against finding, -20 to 20; else -0.2");
  app.add_option("--least-worth", options.plan.least_worth,
                 "of what is taken, 0 to 1: less finds more; else 0.25");
  app.add_option("--least-weight", options.plan.least_weight,
                 "smallest weight that is kept, 0 to 1");
  app.add_option("--threads", options.threads, "else one per core");
  options.data = data_beside_program();
  app.add_option("--data", options.data, "folder with english/; else the program's own");
  CLI11_PARSE(app, argc, argv);
  setpriority(PRIO_PROCESS, 0, 10);  // minutes of work that nobody waits for
  return run(options);
}

}  // namespace
}  // namespace entente::trainer

int main(int argc, char** argv) {
  try {
    return entente::trainer::start(argc, argv);
  } catch (const entente::Failed& failed) {
    fmt::print(stderr, "entente-train: {}\n", failed.failure().sentence());
    return entente::row_of(failed.failure().kind).exit_code;
  }
}

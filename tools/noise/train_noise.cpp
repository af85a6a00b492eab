// SPDX-License-Identifier: Apache-2.0
// Learns the weights of read/line_model.h and writes read/line_weights.cpp.
//
//   train_noise --train LIST... [--test LIST...] [--out line_weights.cpp] [--bias HUNDREDTHS]
//
// A row of a list: WEIGHT DROPS CROPS TEXT LABELS [KNOWN]
//   DROPS   shares, joined by commas, of the rules' findings that the learner does not see, one
//           reading of the text for each: rules know texts that they were written for too well
//   CROPS   how many shorter copies of the text are read too, with less around the report
//   LABELS  a file of "begin end share" for each line, in code points: the share of it that is
//   report KNOWN   a file of "begin end" of noise that is known, in place of what the rules find
// docs/methods/noise.md says what the weights in use were learned from.
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "read/decode.h"
#include "read/line_model.h"
#include "read/noise.h"
#include "read/read.h"

namespace {

using namespace entente;
using namespace entente::read;

// All weights in one row: cues anywhere, in each zone, of each neighbour; then the three others.
constexpr std::size_t blocks = 1 + zone_count + LineWeights::neighbours.size();
constexpr std::size_t furniture_stays = blocks * cue_count, report_stays = furniture_stays + 1,
                      bias = furniture_stays + 2, weight_count = furniture_stays + 3;
using Row = std::vector<double>;

struct Label {
  std::size_t begin = 0, end = 0;
  double report = 0;  // share
};

struct Text {
  std::u32string text;
  std::vector<Label> labels;
  std::vector<Span> known;
  bool known_given = false;
  double weight = 1;
  std::vector<double> drops;
  std::size_t crops = 0;
};

enum class Truth { report, furniture, unsure };

// A text as the learner sees it: for each unit the places of its cues in the row of weights.
struct Reading {
  std::vector<std::vector<std::size_t>> features;
  std::vector<Truth> truths;
  std::vector<std::array<bool, 2>> allowed;  // report, furniture
  double weight = 1;
};

// ---- Texts ----

std::string bytes_of(const std::string& path) {
  auto bytes = read_regular(path, most_bytes);
  if (!bytes) throw std::runtime_error(bytes.error().what);
  return *bytes;
}

std::vector<Label> labels_of(const std::string& path) {
  std::istringstream in(bytes_of(path));
  std::vector<Label> labels;
  for (Label label; in >> label.begin >> label.end >> label.report;) labels.push_back(label);
  return labels;
}

std::vector<Span> spans_of(const std::string& path) {
  std::istringstream in(bytes_of(path));
  std::vector<Span> spans;
  for (Span span; in >> span.begin >> span.end;) spans.push_back(span);
  return spans;
}

std::vector<double> shares_of(const std::string& joined) {
  std::istringstream in(joined);
  std::vector<double> shares;
  for (std::string share; std::getline(in, share, ',');) shares.push_back(std::stod(share));
  return shares;
}

std::vector<Text> texts_of(const std::string& list) {
  std::istringstream rows(bytes_of(list));
  std::vector<Text> texts;
  for (std::string row; std::getline(rows, row);) {
    std::istringstream in(row);
    Text text;
    std::string drops, path, labels, known;
    if (!(in >> text.weight >> drops >> text.crops >> path >> labels)) continue;
    auto decoded = decode(bytes_of(path), path);
    if (!decoded) throw std::runtime_error(decoded.error().what);
    text.text = std::move(*decoded);
    text.labels = labels_of(labels);
    text.drops = shares_of(drops);
    text.known_given = static_cast<bool>(in >> known);
    if (text.known_given) text.known = spans_of(known);
    texts.push_back(std::move(text));
  }
  return texts;
}

// The report with up to ten lines above and fourteen below it.
Text cropped(const Text& text, unsigned seed) {
  constexpr std::size_t least_paragraph = 60, most_above = 10, most_below = 14, title_within = 25;
  const std::vector<Label>& labels = text.labels;
  std::size_t first = labels.size(), last = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].report < .6 || labels[i].end - labels[i].begin <= least_paragraph) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first > last) return text;
  for (std::size_t i = 0; i < first; ++i)
    if (labels[i].report >= .99 && first - i < title_within) first = i;
  std::mt19937 random(seed);
  const std::size_t above = random() % most_above, below = random() % most_below;
  const std::size_t begin = first > above ? first - above : 0;
  const std::size_t end = std::min(labels.size() - 1, last + below);
  const std::size_t offset = labels[begin].begin;
  Text crop = text;
  crop.text = text.text.substr(offset, labels[end].end - offset);
  crop.labels.clear();
  for (std::size_t i = begin; i <= end; ++i)
    crop.labels.push_back({labels[i].begin - offset, labels[i].end - offset, labels[i].report});
  return crop;
}

// ---- Readings ----

bool is_covered(const std::vector<Span>& spans, Span line) {
  std::size_t covered = 0;
  for (Span span : spans)
    if (span.meets(line))
      covered += std::min(span.end, line.end) - std::max(span.begin, line.begin);
  return covered * 10 >= line.size() * 9;
}

std::vector<Role> roles_of(const Text& text, const Lines& lines, double drop, unsigned seed) {
  std::vector<Role> roles(lines.lines.size(), Role::text);
  if (!text.known_given) roles = roles_by_rules(lines);
  for (std::size_t i = 0; text.known_given && i < roles.size(); ++i)
    if (is_covered(text.known, lines.lines[i].span)) roles[i] = Role::noise;
  std::mt19937 random(seed);
  for (Role& role : roles)
    if (role == Role::noise && static_cast<double>(random() % 1000) < drop * 1000)
      role = Role::text;
  return roles;
}

Truth truth_of(const Text& text, Span span) {
  double report = 0, seen = 0;
  auto label = std::partition_point(text.labels.begin(), text.labels.end(),
                                    [&](const Label& l) { return l.end <= span.begin; });
  for (; label != text.labels.end() && label->begin < span.end; ++label) {
    const auto part =
        static_cast<double>(std::min(label->end, span.end) - std::max(label->begin, span.begin));
    report += part * label->report;
    seen += part;
  }
  if (seen == 0) return Truth::unsure;
  return report <= .05 * seen  ? Truth::furniture
         : report >= .6 * seen ? Truth::report
                               : Truth::unsure;
}

Reading reading_of(const Text& text, double drop, unsigned seed) {
  const Lines lines = cut_lines(text.text);
  const std::vector<Unit> units = units_of(lines, roles_of(text, lines, drop, seed));
  Reading reading;
  reading.weight = text.weight;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const Unit& unit = units[at];
    std::vector<std::size_t> features = {bias};
    const auto take = [&](const Unit& of, std::size_t block) {
      of.cues.for_each([&](std::size_t cue) { features.push_back(block * cue_count + cue); });
    };
    take(unit, 0);
    take(unit, 1 + static_cast<std::size_t>(unit.zone));
    for (std::size_t i = 0; i < LineWeights::neighbours.size(); ++i) {
      const auto other = static_cast<std::ptrdiff_t>(at) + LineWeights::neighbours[i];
      if (other >= 0 && static_cast<std::size_t>(other) < units.size())
        take(units[static_cast<std::size_t>(other)], 1 + zone_count + i);
    }
    reading.features.push_back(std::move(features));
    reading.truths.push_back(truth_of(text, unit.line.span));
    reading.allowed.push_back({!unit.known, unit.known || !unit.kept});
  }
  return reading;
}

std::vector<Reading> readings_of(const std::vector<std::string>& lists) {
  constexpr std::size_t least_units = 4;
  std::vector<Reading> readings;
  unsigned seed = 1;
  const auto add = [&](const Text& text, double drop) {
    Reading reading = reading_of(text, drop, ++seed);
    if (reading.features.size() >= least_units) readings.push_back(std::move(reading));
  };
  for (const std::string& list : lists)
    for (const Text& text : texts_of(list))
      for (std::size_t crop = 0; crop <= text.crops; ++crop) {
        const Text read = crop == 0 ? text : cropped(text, ++seed);
        for (double drop : text.drops) add(read, drop);
      }
  return readings;
}

// ---- The chain ----

using Pair = std::array<double, 2>;
constexpr double never = -1e18;

double log_sum(double a, double b) {
  const double most = std::max(a, b);
  return most <= never / 2 ? never : most + std::log(std::exp(a - most) + std::exp(b - most));
}

struct Chances {
  std::vector<double> furniture;
  double furniture_stays = 0, report_stays = 0;  // expected number of neighbours with one label
};

// Forward and backward, over the labels that are allowed.
Chances chances_of(const std::vector<double>& scores,
                   const std::vector<std::array<bool, 2>>& allowed, const Row& weights) {
  const std::size_t size = scores.size();
  const auto step = [&](std::size_t from, std::size_t to) {
    return from != to ? 0 : from == 1 ? weights[furniture_stays] : weights[report_stays];
  };
  const auto own = [&](std::size_t at, std::size_t label) {
    return !allowed[at][label] ? never : label == 1 ? scores[at] : 0;
  };
  std::vector<Pair> forward(size), backward(size, {0, 0});
  for (std::size_t at = 0; at < size; ++at)
    for (std::size_t to = 0; to < 2; ++to) {
      const double before =
          at == 0 ? 0 : log_sum(forward[at - 1][0] + step(0, to), forward[at - 1][1] + step(1, to));
      forward[at][to] = own(at, to) <= never / 2 ? never : own(at, to) + before;
    }
  for (std::size_t at = size - 1; at-- > 0;)
    for (std::size_t from = 0; from < 2; ++from)
      backward[at][from] = log_sum(step(from, 0) + own(at + 1, 0) + backward[at + 1][0],
                                   step(from, 1) + own(at + 1, 1) + backward[at + 1][1]);
  const double all = log_sum(forward[size - 1][0], forward[size - 1][1]);
  Chances chances;
  for (std::size_t at = 0; at < size; ++at) {
    chances.furniture.push_back(std::exp(forward[at][1] + backward[at][1] - all));
    if (at == 0) continue;
    const auto both = [&](std::size_t label) {
      return std::exp(forward[at - 1][label] + step(label, label) + own(at, label) +
                      backward[at][label] - all);
    };
    chances.furniture_stays += both(1);
    chances.report_stays += both(0);
  }
  return chances;
}

std::vector<double> scores_of(const Reading& reading, const Row& weights) {
  std::vector<double> scores;
  for (const auto& features : reading.features) {
    scores.push_back(0);
    for (std::size_t feature : features) scores.back() += weights[feature];
  }
  return scores;
}

// What is known of the labels: an unsure line may have either.
std::vector<std::array<bool, 2>> told(const Reading& reading) {
  auto allowed = reading.allowed;
  for (std::size_t at = 0; at < allowed.size(); ++at)
    if (allowed[at][0] && allowed[at][1] && reading.truths[at] != Truth::unsure)
      allowed[at] = {reading.truths[at] == Truth::report, reading.truths[at] == Truth::furniture};
  return allowed;
}

std::map<std::size_t, double> gradient_of(const Reading& reading, const Row& weights) {
  constexpr double least = 1e-4;
  const std::vector<double> scores = scores_of(reading, weights);
  const Chances free = chances_of(scores, reading.allowed, weights);
  const Chances held = chances_of(scores, told(reading), weights);
  std::map<std::size_t, double> gradient;
  for (std::size_t at = 0; at < scores.size(); ++at) {
    const double error = held.furniture[at] - free.furniture[at];
    for (std::size_t feature : reading.features[at])
      if (std::abs(error) >= least) gradient[feature] += error;
  }
  gradient[furniture_stays] += held.furniture_stays - free.furniture_stays;
  gradient[report_stays] += held.report_stays - free.report_stays;
  return gradient;
}

// AdaGrad in an order that a fixed seed shuffles; the mean of the later rounds' weights is kept.
Row learned(const std::vector<Reading>& readings) {
  constexpr int rounds = 10;
  constexpr double rate = .05, shrink = 5e-4;
  Row weights(weight_count), squares(weight_count, 1e-2), mean(weight_count);
  std::vector<std::size_t> order(readings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(5);
  for (int round = 0, kept = 0; round < rounds; ++round) {
    for (std::size_t i = order.size(); i-- > 1;) std::swap(order[i], order[random() % (i + 1)]);
    for (std::size_t i : order)
      for (const auto& [feature, value] : gradient_of(readings[i], weights)) {
        const double step = value * readings[i].weight - shrink * weights[feature];
        squares[feature] += step * step;
        weights[feature] += rate * step / std::sqrt(squares[feature]);
      }
    if (round < rounds / 2) continue;
    ++kept;
    for (std::size_t i = 0; i < weight_count; ++i) mean[i] += (weights[i] - mean[i]) / kept;
  }
  return mean;
}

// ---- Results ----

LineWeights rounded(const Row& row, int more_bias) {
  const auto whole = [&](std::size_t at) { return static_cast<int>(std::lround(row[at] * 100)); };
  LineWeights weights;
  for (std::size_t cue = 0; cue < cue_count; ++cue) {
    weights.anywhere[cue] = whole(cue);
    for (std::size_t zone = 0; zone < zone_count; ++zone)
      weights.in_zone[zone][cue] = whole((1 + zone) * cue_count + cue);
    for (std::size_t i = 0; i < weights.beside.size(); ++i)
      weights.beside[i][cue] = whole((1 + zone_count + i) * cue_count + cue);
  }
  weights.furniture_stays = whole(furniture_stays);
  weights.report_stays = whole(report_stays);
  weights.bias = whole(bias) + more_bias;
  return weights;
}

void write(std::ostream& out, const LineWeights& weights) {
  const auto numbers = [&](const std::array<int, cue_count>& row) {
    out << "{{";
    for (std::size_t i = 0; i < row.size(); ++i)
      out << (i % 20 == 0 ? "\n    " : " ") << row[i] << (i + 1 < row.size() ? "," : "}}");
  };
  const auto rows = [&](const auto& several) {
    out << "{{\n    ";
    for (std::size_t i = 0; i < several.size(); ++i) {
      numbers(several[i]);
      out << (i + 1 < several.size() ? ", " : "}}");
    }
  };
  out << "// SPDX-License-Identifier: Apache-2.0\n// Written by tools/noise/train_noise.cpp; the "
         "model's card is docs/methods/noise.md.\n#include \"read/line_model.h\"\n\nnamespace "
         "entente::read {\n\nconst LineWeights& line_weights() {\n  static constexpr LineWeights "
         "weights{\n    // anywhere\n    ";
  numbers(weights.anywhere);
  out << ",\n    // in each zone\n    ";
  rows(weights.in_zone);
  out << ",\n    // of the neighbours\n    ";
  rows(weights.beside);
  out << ",\n    // furniture stays, report stays, bias\n    " << weights.furniture_stays << ", "
      << weights.report_stays << ", " << weights.bias
      << "};\n  return weights;\n}\n\n}  // namespace entente::read\n";
}

std::vector<bool> known_of(const std::vector<Unit>& units) {
  std::vector<bool> known;
  for (const Unit& unit : units) known.push_back(unit.known);
  return known;
}

// By characters: how much furniture is found, how much of the report is lost.
void report(const std::string& list, const LineWeights& weights) {
  double furniture = 0, found = 0, kept = 0, lost = 0;
  for (const Text& text : texts_of(list)) {
    const Lines lines = cut_lines(text.text);
    const std::vector<Role> roles = roles_of(text, lines, text.drops.front(), 1);
    const std::vector<Unit> units = units_of(lines, roles);
    const std::vector<bool> path =
        is_page_around_report(units) ? best_path(units, weights) : known_of(units);
    for (std::size_t at = 0; at < units.size(); ++at) {
      const auto size = static_cast<double>(units[at].line.span.size());
      const Truth truth = truth_of(text, units[at].line.span);
      (truth == Truth::furniture ? furniture : kept) += truth == Truth::unsure ? 0 : size;
      if (path[at] && truth != Truth::unsure) (truth == Truth::furniture ? found : lost) += size;
    }
  }
  std::printf("%-40s furniture found %5.1f %%  report lost %5.2f %%\n", list.c_str(),
              furniture > 0 ? 100 * found / furniture : 100, kept > 0 ? 100 * lost / kept : 0);
}

int run(int count, char** arguments) {
  std::map<std::string, std::vector<std::string>> given;
  for (std::string option, argument; --count > 0;) {
    argument = *++arguments;
    argument.starts_with("--") ? void(option = argument) : given[option].push_back(argument);
  }
  const int more_bias = given["--bias"].empty() ? 0 : std::stoi(given["--bias"].front());
  LineWeights weights = line_weights();
  if (!given["--train"].empty()) {
    const std::vector<Reading> readings = readings_of(given["--train"]);
    std::fprintf(stderr, "%zu readings\n", readings.size());
    weights = rounded(learned(readings), more_bias);
  }
  for (const std::string& list : given["--test"]) report(list, weights);
  if (given["--out"].empty()) return 0;
  std::ofstream out(given["--out"].front());
  write(out, weights);
  return out.good() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_noise: %s\n", error.what());
    return 1;
  }
}

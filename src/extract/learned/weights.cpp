// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/weights.h"

#include <bit>
#include <cmath>

#include "base/file.h"
#include "base/sha256.h"

namespace entente::extract::learned {
namespace {

constexpr std::string_view magic = "ENTENTE-WEIGHTS\n";
constexpr std::size_t seal_size = 64;
constexpr float largest_number = 60;  // its exponential still leaves room for sums
constexpr std::size_t largest = std::size_t{64} << 20;

class BytesOut {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void whole(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) byte(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void real(float value) { whole(std::bit_cast<std::uint32_t>(value), 4); }
  // Seven bits at a time, the lowest first.
  void small(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

// Reads what BytesOut wrote; once something is missing or odd, `ok` stays false.
class BytesIn {
 public:
  explicit BytesIn(std::string_view bytes) : bytes_(bytes) {}
  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }
  std::size_t left() const { return bytes_.size(); }
  void refuse() { ok_ = false; }

  std::uint8_t byte() {
    if (bytes_.empty()) {
      ok_ = false;
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  std::uint64_t whole(int size) {
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) value |= std::uint64_t{byte()} << (8 * i);
    return value;
  }
  float real() {
    const float value = std::bit_cast<float>(static_cast<std::uint32_t>(whole(4)));
    if (!std::isfinite(value) || std::abs(value) > largest_number) ok_ = false;
    return value;
  }
  std::uint64_t small() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      const std::uint8_t next = byte();
      value |= std::uint64_t{next & 0x7Fu} << shift;
      if (next < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }
  // A number of things of at least `size` bytes each; 0 where that many cannot follow.
  std::size_t count(std::size_t size) {
    const std::uint64_t value = small();
    if (value > bytes_.size() / size) ok_ = false;
    return ok_ ? static_cast<std::size_t>(value) : 0;
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

void write_edges(const Edges& edges, BytesOut& out) {
  for (std::size_t l = 0; l < edges.labels; ++l) out.real(edges.start[l]);
  for (const auto& kind : edges.change)
    for (std::size_t b = 0; b < edges.labels; ++b)
      for (std::size_t a = 0; a < edges.labels; ++a) out.real(kind[b][a]);
}

Edges read_edges(std::size_t labels, BytesIn& in) {
  Edges edges;
  edges.labels = labels;
  for (std::size_t l = 0; l < labels; ++l) edges.start[l] = in.real();
  for (auto& kind : edges.change)
    for (std::size_t b = 0; b < labels; ++b)
      for (std::size_t a = 0; a < labels; ++a) kind[b][a] = in.real();
  return edges;
}

void write_curve(const Confidence& curve, BytesOut& out) {
  for (float weight : curve.weights) out.real(weight);
  out.real(curve.offset);
}

Confidence read_curve(BytesIn& in) {
  Confidence curve;
  for (float& weight : curve.weights) weight = in.real();
  curve.offset = in.real();
  return curve;
}

void write_vocabulary(const Vocabulary& vocabulary, BytesOut& out) {
  out.small(vocabulary.entries().size());
  std::uint64_t last = 0;
  for (const Vocabulary::Entry& entry : vocabulary.entries()) {
    out.small(entry.key - last);
    last = entry.key;
    out.byte(entry.word.cue);
    out.byte(entry.word.senses);
    out.small(entry.word.cluster);
    out.byte(
        static_cast<std::uint8_t>(static_cast<unsigned>(entry.word.use) << 4 | entry.word.parts));
  }
}

Vocabulary read_vocabulary(BytesIn& in) {
  std::vector<Vocabulary::Entry> entries(in.count(5));
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < entries.size() && in.ok(); ++i) {
    const std::uint64_t step = in.small();
    last += step;
    if ((i > 0 && step == 0) || last > 0xFFFFFFFFu) in.refuse();
    entries[i].key = static_cast<std::uint32_t>(last);
    entries[i].word.cue = in.byte();
    entries[i].word.senses = in.byte();
    const std::uint64_t cluster = in.small();
    if (cluster > 0xFFFFu) in.refuse();
    entries[i].word.cluster = static_cast<std::uint16_t>(cluster);
    const std::uint8_t use = in.byte();
    if (use >> 4 >= word_uses) in.refuse();
    entries[i].word.use = static_cast<WordUse>(use >> 4);
    entries[i].word.parts = use & 15;
  }
  return in.ok() ? Vocabulary(std::move(entries)) : Vocabulary();
}

void write_features(const FeatureTable& table, BytesOut& out) {
  out.small(table.entries().size());
  std::uint64_t last = 0;
  for (const FeatureTable::Entry& entry : table.entries()) {
    out.small(entry.key - last);
    last = entry.key;
    std::uint16_t present = 0;
    for (std::size_t l = 0; l < table_labels; ++l)
      present = static_cast<std::uint16_t>(present | ((entry.weights[l] != 0) << l));
    out.whole(present, 2);
    for (std::int8_t weight : entry.weights)
      if (weight != 0) out.byte(static_cast<std::uint8_t>(weight));
  }
}

FeatureTable read_features(BytesIn& in) {
  std::vector<FeatureTable::Entry> entries(in.count(3));
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < entries.size() && in.ok(); ++i) {
    const std::uint64_t step = in.small();
    last += step;
    if ((i > 0 && step == 0) || step > FeatureTable::most_key || last > FeatureTable::most_key)
      in.refuse();
    entries[i].key = last;
    const std::uint64_t present = in.whole(2);
    if (present >> table_labels != 0) in.refuse();
    for (std::size_t l = 0; l < table_labels; ++l)
      if ((present >> l & 1) != 0) entries[i].weights[l] = static_cast<std::int8_t>(in.byte());
  }
  return in.ok() ? FeatureTable(std::move(entries)) : FeatureTable();
}

void write_scale(const Scale& scale, BytesOut& out) {
  out.real(scale.unit());
  out.small(scale.entries().size());
  std::uint64_t last = 0;
  for (const Scale::Entry& entry : scale.entries()) {
    out.small(entry.key - last);
    out.byte(static_cast<std::uint8_t>(entry.weight));
    last = entry.key;
  }
}

Scale read_scale(BytesIn& in) {
  const float unit = in.real();
  std::vector<Scale::Entry> entries(in.count(2));
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < entries.size() && in.ok(); ++i) {
    const std::uint64_t step = in.small();
    last += step;
    if ((i > 0 && step == 0) || step > FeatureTable::most_key || last > FeatureTable::most_key)
      in.refuse();
    entries[i] = {last, static_cast<std::int8_t>(in.byte())};
  }
  return in.ok() ? Scale(std::move(entries), unit) : Scale();
}

auto damaged(const std::string& name, const char* how) {
  return fail(FailureKind::damaged, name + " is not a whole weight file: " + how,
              "Take the file that came with the program, or train anew with entente-train");
}

}  // namespace

std::string write_weights(const WeightSet& weights) {
  BytesOut out;
  out.bytes() = magic;
  out.whole(weights_version, 4);
  for (float number : {weights.cue_unit, weights.label_unit, weights.cue_bias, weights.none_bias,
                       weights.least_worth})
    out.real(number);
  write_edges(weights.cue_edges, out);
  write_edges(weights.label_edges, out);
  write_curve(weights.confidence, out);
  write_curve(weights.of_rules, out);
  out.real(weights.left_over_confidence);
  write_vocabulary(weights.vocabulary, out);
  write_features(weights.features, out);
  write_scale(weights.scale, out);
  return out.bytes() + sha256_hex(out.bytes());
}

Result<WeightSet> read_weights(std::string_view bytes, const std::string& name) {
  if (!bytes.starts_with(magic)) return damaged(name, "its head is another");
  if (bytes.size() < magic.size() + 4 + seal_size) return damaged(name, "it is cut off");
  BytesIn in(bytes.substr(magic.size(), bytes.size() - magic.size() - seal_size));
  if (in.whole(4) != weights_version)
    return fail(FailureKind::too_new, name + " is a weight file of another version",
                "Take the file that came with the program, or train anew with entente-train");
  if (sha256_hex(bytes.substr(0, bytes.size() - seal_size)) !=
      bytes.substr(bytes.size() - seal_size))
    return damaged(name, "its checksum does not fit");
  WeightSet out;
  for (float* number :
       {&out.cue_unit, &out.label_unit, &out.cue_bias, &out.none_bias, &out.least_worth})
    *number = in.real();
  out.cue_edges = read_edges(cue_label_count, in);
  out.label_edges = read_edges(label_count, in);
  out.confidence = read_curve(in);
  out.of_rules = read_curve(in);
  out.left_over_confidence = in.real();
  out.vocabulary = read_vocabulary(in);
  out.features = read_features(in);
  out.scale = read_scale(in);
  if (!in.ok() || !in.at_end()) return damaged(name, "its numbers make no sense");
  return out;
}

Result<WeightSet> load_weights(const std::filesystem::path& file) {
  const auto bytes = read_regular(file, largest);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_weights(*bytes, quoted(file));
}

}  // namespace entente::extract::learned

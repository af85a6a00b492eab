// SPDX-License-Identifier: Apache-2.0
#include "read/sketch.h"

#include <algorithm>
#include <charconv>

#include "read/lines.h"

namespace entente::read {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::uint32_t greatest = 0xFFFFFFFFu;

// Two entries of a sketch agree in a row of 32 pairs: a pair of documents with index 0.25 is met
// with probability 0.87, one with 0.5 with 0.9999, one with 0.02 with 0.013; then the whole
// sketches are compared.
constexpr std::size_t band_rows = 2, bands = Sketch::size / band_rows;

constexpr double least_likeness = 0.5;     // the same copy, edited
constexpr double least_containment = 0.8;  // one prints the other and more
constexpr double least_overlap = 0.25;     // below it 64 entries tell too little of a containment

constexpr std::uint64_t mixed(std::uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// One permutation, cut into as many bins as the sketch has entries (Li, Owen, Zhang: One
// permutation hashing, 2012): one hash a shingle instead of 64, and for more than a few hundred
// shingles a smaller variance.
struct Bins {
  std::array<std::uint32_t, Sketch::size> least;
  std::array<bool, Sketch::size> filled{};

  Bins() { least.fill(greatest); }

  void add(std::uint64_t shingle) {
    const std::uint64_t hash = mixed(shingle);
    const std::size_t bin = hash >> 58;
    least[bin] = std::min(least[bin], static_cast<std::uint32_t>(hash));
    filled[bin] = true;
  }

  // An empty bin borrows from a full one, chosen by the bin's number alone (Shrivastava: Optimal
  // densification, 2017).
  std::uint32_t entry(std::size_t bin) const {
    std::size_t from = bin;
    for (std::uint64_t attempt = 1; !filled[from]; ++attempt)
      from = mixed((bin << 32) | attempt) >> 58;
    return least[from];
  }
};
static_assert(Sketch::size == 64);

// The words that are neither noise nor heading: papers keep a wire's text and write their own
// headline over it.
std::vector<WordKey> good_words(const Document& document) {
  const Lines lines = cut_lines(document.text);
  std::vector<Span> left;
  for (const Noise& noise : document.noise) left.push_back(noise.span);
  left.insert(left.end(), document.headings.begin(), document.headings.end());
  std::sort(left.begin(), left.end());
  std::vector<WordKey> words;
  auto next = left.begin();
  for (const Word& word : lines.words) {
    while (next != left.end() && next->end <= word.span.begin) ++next;
    if (next == left.end() || !next->meets(word.span)) words.push_back(word.key);
  }
  return words;
}

std::uint64_t band_key(const Sketch& sketch, std::size_t band) {
  std::uint64_t key = mixed(band);
  for (std::size_t i = 0; i < band_rows; ++i) key = mixed(key ^ sketch.least[band * band_rows + i]);
  return key;
}

// The share of the smaller one that the larger one holds, from the index and the sizes.
double containment(const Sketch& a, const Sketch& b, double index) {
  const double smaller = std::min(a.shingles, b.shingles),
               larger = std::max(a.shingles, b.shingles);
  return index * (smaller + larger) / ((1 + index) * smaller);
}

bool is_same_copy(const Sketch& a, const Sketch& b) {
  const double index = likeness(a, b);
  return index >= least_likeness ||
         (index >= least_overlap && containment(a, b, index) >= least_containment);
}

constexpr std::size_t digits = 8;

void append_hex(std::string& out, std::uint32_t value) {
  for (std::size_t i = 0; i < digits; ++i) out += "0123456789abcdef"[(value >> (28 - 4 * i)) & 15];
}

std::optional<std::uint32_t> hex_at(const std::string& text, std::size_t at) {
  std::uint32_t value = 0;
  const char* first = text.data() + at;
  const auto [end, error] = std::from_chars(first, first + digits, value, 16);
  return error == std::errc{} && end == first + digits ? std::optional{value} : std::nullopt;
}

}  // namespace

std::string Sketch::text() const {
  std::string out;
  append_hex(out, shingles);
  for (std::uint32_t value : least) append_hex(out, value);
  return out;
}

std::optional<Sketch> Sketch::parse(const std::string& text) {
  if (text.size() != digits * (size + 1)) return std::nullopt;
  Sketch sketch;
  for (std::size_t i = 0; i <= size; ++i) {
    const auto value = hex_at(text, i * digits);
    if (!value) return std::nullopt;
    (i == 0 ? sketch.shingles : sketch.least[i - 1]) = *value;
  }
  return sketch;
}

Sketch sketch(const Document& document) {
  const std::vector<WordKey> words = good_words(document);
  Sketch result;
  if (words.size() < shingle_words) return result;
  Bins bins;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < shingle_words; ++k)
      shingle = (shingle ^ words[i + k]) * 0x9E3779B97F4A7C15u + (shingle >> 32);
    bins.add(shingle);
  }
  result.shingles = static_cast<std::uint32_t>(words.size() - shingle_words + 1);
  for (std::size_t bin = 0; bin < Sketch::size; ++bin) result.least[bin] = bins.entry(bin);
  return result;
}

double likeness(const Sketch& a, const Sketch& b) {
  if (a.shingles == 0 || b.shingles == 0) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Sketch::size; ++i) equal += a.least[i] == b.least[i];
  return static_cast<double>(equal) / static_cast<double>(Sketch::size);
}

std::optional<DocumentId> CopyFinder::find(const Sketch& sketch) const {
  if (sketch.shingles == 0) return std::nullopt;
  std::vector<std::size_t> candidates;
  for (std::size_t band = 0; band < bands; ++band) {
    const auto found = bands_.find(band_key(sketch, band));
    if (found != bands_.end())
      candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (std::size_t candidate : candidates)
    if (is_same_copy(sketch, known_[candidate].second)) return known_[candidate].first;
  return std::nullopt;
}

void CopyFinder::add(DocumentId document, const Sketch& sketch) {
  if (sketch.shingles == 0) return;
  for (std::size_t band = 0; band < bands; ++band)
    bands_[band_key(sketch, band)].push_back(known_.size());
  known_.emplace_back(document, sketch);
}

}  // namespace entente::read

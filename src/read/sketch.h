// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/document.h"

namespace entente::read {

// MinHash of the shingles of five words of a document's good text, noise and headings left out
// (Broder 1997): the share of equal entries estimates the Jaccard index, with a standard deviation
// of at most 0.07. Below five words a text is like nothing.
struct Sketch {
  static constexpr std::size_t size = 64;
  std::array<std::uint32_t, size> least{};
  std::uint32_t shingles = 0;

  std::string text() const;  // hexadecimal, for the store
  static std::optional<Sketch> parse(const std::string& text);
  friend bool operator==(const Sketch&, const Sketch&) = default;
};

Sketch sketch(const Document& document);
double likeness(const Sketch& a, const Sketch& b);  // 0 to 1

// Finds the earliest document that prints the same copy: a likeness of at least one half, or one
// that holds the other nearly whole (and is at most about four times as long). Linear in the number
// of documents overall (banding).
class CopyFinder {
 public:
  std::optional<DocumentId> find(const Sketch& sketch) const;
  void add(DocumentId document, const Sketch& sketch);

 private:
  std::vector<std::pair<DocumentId, Sketch>> known_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> bands_;
};

}  // namespace entente::read

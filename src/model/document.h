// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/span.h"
#include "base/words.h"

namespace entente {

// Why a part of a document is kept but not read.
enum class NoiseKind { boilerplate, menu, caption, credit, repeat };
template <>
inline constexpr std::array words<NoiseKind>{
    std::string_view{"boilerplate"}, std::string_view{"menu"}, std::string_view{"caption"},
    std::string_view{"credit"}, std::string_view{"repeat"}};

struct Noise {
  Span span;
  NoiseKind kind = NoiseKind::boilerplate;

  friend bool operator==(const Noise&, const Noise&) = default;
};

// What a catalogue says of a document. An empty string or no date means: the file does not say.
struct DocumentCard {
  DocumentId id;
  std::string name;  // file name, unique in the case
  std::string title;
  std::string outlet;
  std::string language;                       // BCP 47
  std::optional<Date> date;                   // of publication
  std::string sha256;                         // of the text as UTF-8
  std::string file_sha256;                    // of the bytes it was read from
  std::size_t size = 0;                       // code points
  std::optional<DocumentId> same_account_as;  // the earlier document that prints the same copy

  friend bool operator==(const DocumentCard&, const DocumentCard&) = default;
};

// Only English is read. What is known to be in another language ("und": not recognised as any that
// is read) is kept, and nothing is taken from it.
inline bool is_read(const DocumentCard& card) {
  const std::string& tag = card.language;
  const auto is = [](char c, char small) { return c == small || c == small - 32; };
  return tag.empty() || (tag.size() >= 2 && is(tag[0], 'e') && is(tag[1], 'n') &&
                         (tag.size() == 2 || tag[2] == '-'));
}

// A text as stored: every offset of the case counts its code points.
struct Document {
  DocumentCard card;
  std::u32string text;
  std::vector<Noise> noise;    // ascending, not overlapping
  std::vector<Span> headings;  // read for context, never as speech

  friend bool operator==(const Document&, const Document&) = default;
};

// Calls `use` with each of these documents, one after the other.
using DocumentsOf = std::function<void(const std::vector<DocumentId>& ids,
                                       const std::function<void(const Document&)>& use)>;

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "workbench/prose.h"

#include <algorithm>

#include "read/sketch.h"

namespace entente {
namespace {

template <class Items>
void mark_coded_by(const Items& items, DocumentId document, const text::Prose& prose,
                   std::vector<bool>& coded) {
  for (const auto& item : items) {
    if (item.document != document) continue;
    for (std::size_t i = prose.sentence_at(item.evidence.begin);
         i < prose.sentences.size() && prose.sentences[i].span.begin < item.evidence.end; ++i)
      coded[i] = true;
  }
}

}  // namespace

text::Prose prose_of(const Document& document) {
  std::vector<Span> skip = document.headings;
  for (const Noise& noise : document.noise) skip.push_back(noise.span);
  std::sort(skip.begin(), skip.end());
  return text::read_prose(document.text, skip);
}

store::Store::Reading reading_of(const Document& document, const Case& contents) {
  if (!is_read(document.card)) return {read::sketch(document).text(), 0, 0};
  const text::Prose prose = prose_of(document);
  std::vector<bool> coded(prose.sentences.size());
  mark_coded_by(contents.positions, document.card.id, prose, coded);
  mark_coded_by(contents.meetings, document.card.id, prose, coded);
  mark_coded_by(contents.clauses, document.card.id, prose, coded);
  return {read::sketch(document).text(), coded.size(),
          static_cast<std::size_t>(std::count(coded.begin(), coded.end(), true))};
}

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#include "extract/people/turns.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace entente::extract {
namespace {

std::size_t gap(Span a, Span b) {
  if (a.meets(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

constexpr std::size_t paragraphs_back = 6;

}  // namespace

std::size_t Turns::paragraph_at(std::size_t at) const {
  const std::size_t sentence = prose_.sentence_at(at);
  return sentence < prose_.sentences.size() ? prose_.sentences[sentence].paragraph
                                            : prose_.paragraphs.size();
}

void Turns::heard(const Trace& speaker, bool label) {
  const std::size_t paragraph = prose_.sentences[speaker.sentence].paragraph;
  if (label)
    labels_.insert_or_assign(paragraph, speaker);
  else if (!speaker.quoted)
    heard_[paragraph].push_back(speaker);
}

void Turns::acted(const Trace& subject) {
  subjects_.insert_or_assign(prose_.sentences[subject.sentence].paragraph, subject);
}

const Trace* Turns::speaker_at(Span words, bool quoted) const {
  const text::Quotation* quotation = quoted ? prose_.quotation_at(words.begin) : nullptr;
  if (quotation != nullptr)
    if (const Trace* speaker = speaker_of(*quotation)) return speaker;
  const std::size_t paragraph = paragraph_at(words.begin);
  if (const Trace* turn = turn_of(paragraph)) return turn;
  if (const Trace* colon = before_colon(paragraph)) return colon;
  return introduced(paragraph);
}

// A paragraph in the first person that nobody says: a block quotation of whom the one before is
// about.
const Trace* Turns::introduced(std::size_t paragraph) const {
  if (paragraph == 0 || subjects_.contains(paragraph) || heard_.contains(paragraph)) return nullptr;
  const auto before = subjects_.find(paragraph - 1);
  return before == subjects_.end() ? nullptr : &before->second;
}

const Trace* Turns::nearest(std::size_t paragraph, Span to) const {
  const auto here = heard_.find(paragraph);
  if (here == heard_.end()) return nullptr;
  const auto best = std::min_element(
      here->second.begin(), here->second.end(),
      [&](const Trace& a, const Trace& b) { return gap(a.span, to) < gap(b.span, to); });
  return &*best;
}

// A paragraph that is all quotation goes on with the one before.
const Trace* Turns::speaker_of(const text::Quotation& quotation) const {
  std::size_t paragraph = quotation.paragraph;
  if (const Trace* here = nearest(paragraph, quotation.outer)) return here;
  for (std::size_t n = 0; n < paragraphs_back && paragraph > 0 && only_quotation(paragraph); ++n) {
    if (const Trace* introduced = before_colon(paragraph)) return introduced;
    --paragraph;
    if (const Trace* earlier = nearest(paragraph, quotation.outer)) return earlier;
  }
  return nullptr;
}

bool Turns::only_quotation(std::size_t paragraph) const {
  const auto& sentences = prose_.paragraphs[paragraph];
  for (std::size_t s = sentences.first; s < sentences.last; ++s)
    for (std::size_t t = prose_.sentences[s].first; t < prose_.sentences[s].last; ++t)
      if (prose_.tokens[t].kind != text::TokenKind::mark &&
          prose_.quotation_at(prose_.tokens[t].span.begin) == nullptr)
        return false;
  return true;
}

const Trace* Turns::turn_of(std::size_t paragraph) const {
  const auto after = labels_.upper_bound(paragraph);
  if (after == labels_.begin()) return nullptr;
  const auto label = std::prev(after);
  // A reporter's sentence in between ends the turn.
  const auto spoken = heard_.upper_bound(label->first);
  if (spoken != heard_.end() && spoken->first <= paragraph) return nullptr;
  return &label->second;
}

const Trace* Turns::before_colon(std::size_t paragraph) const {
  if (paragraph == 0 || paragraph >= prose_.paragraphs.size()) return nullptr;
  const Span before = prose_.paragraphs[paragraph - 1].span;
  if (before.empty() || prose_.text[before.end - 1] != U':') return nullptr;
  return nearest(paragraph - 1, {before.end, before.end});
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "extract/people/memory.h"

namespace entente::extract {

// Who says "I" and "we" where: in quotations, transcript turns, and paragraphs that follow a colon.
class Turns {
 public:
  explicit Turns(const Pieces& pieces) : prose_(pieces.prose) {}

  // In the text's order. A label opens a turn that lasts until somebody else speaks.
  void heard(const Trace& speaker, bool label);
  void acted(const Trace& subject);  // somebody is a sentence's subject, outside quotation marks
  const Trace* speaker_at(Span words, bool quoted) const;

 private:
  const Trace* speaker_of(const text::Quotation& quotation) const;
  const Trace* nearest(std::size_t paragraph, Span to) const;
  const Trace* turn_of(std::size_t paragraph) const;
  const Trace* before_colon(std::size_t paragraph) const;
  const Trace* introduced(std::size_t paragraph) const;
  bool only_quotation(std::size_t paragraph) const;
  std::size_t paragraph_at(std::size_t at) const;

  const text::Prose& prose_;
  std::map<std::size_t, std::vector<Trace>> heard_;  // by paragraph; outside quotation marks
  std::map<std::size_t, Trace> labels_;              // by paragraph
  std::map<std::size_t, Trace> subjects_;            // by paragraph, the last
};

}  // namespace entente::extract

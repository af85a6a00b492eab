// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/people/cast.h"

namespace entente::extract {

// What a pronoun may refer to: one mention already read.
struct Trace {
  std::optional<std::size_t> actor;
  std::string party;
  std::size_t sentence = 0;
  Span span;
  char gender = '-';
  bool speaker = false;  // says something here
  bool subject = false;  // the first in its sentence that nothing governs
  bool quoted = false;
  bool plural = false;
};

enum class PronounCase { subject, object, possessive };

// The mentions read so far, and whom a pronoun that follows them means.
class Memory {
 public:
  explicit Memory(const Cast& cast) : cast_(cast) {}

  void add(Trace trace);
  // Whom "he" or "she" means: the sentence's own subject, else the speaker, the subject, anybody of
  // the sentences before.
  std::optional<Trace> one(char gender, PronounCase form, std::size_t sentence, bool quoted) const;
  std::optional<Trace> many(std::size_t sentence) const;
  // Who acts or speaks in this sentence, outside quotation marks: the last.
  std::optional<std::size_t> subject_of(std::size_t sentence) const;
  bool seen_from(std::size_t actor, std::size_t sentence) const;  // in this sentence or later
  bool seen_since(std::size_t actor, std::size_t trace) const;    // by this trace or later
  bool had_subject(std::size_t sentence, bool quoted) const;
  // The people mentioned last, the last first.
  const std::vector<std::size_t>& recent() const { return recent_; }
  const std::vector<Trace>& traces() const { return traces_; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  bool fits(const Trace& trace, char gender) const;
  const Trace* in_sentence(std::size_t sentence, char gender, PronounCase form, bool quoted) const;
  const Trace* before(std::size_t sentence, char gender, bool quoted) const;
  const Trace* best_of(std::size_t first, std::size_t last, char gender, bool quoted) const;

  const Cast& cast_;
  std::vector<Trace> traces_;
  std::vector<std::size_t> recent_;
  std::size_t subject_sentence_[2] = {
      none, none};  // the last that had one: outside and inside quotation marks
};

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution/phrases.h"
#include "extract/attribution/signs.h"
#include "extract/attribution/verbs.h"

namespace entente::extract::speech {

// One sentence, asked who speaks in it and what stands before a place in it.
struct ClauseView {
  const Stream& stream;
  Clause clause;
  std::optional<Range> speaker = std::nullopt;  // of the last speech verb

  const std::vector<Item>& items() const { return stream.items; }
  const Item& item(std::size_t i) const { return stream.items[i]; }
  bool is_end(std::size_t i) const { return at_end(items(), i, clause.last); }
  bool is_comma(std::size_t i) const {
    return i < clause.last && (item(i).is_mark(',') || is_dash(item(i)));
  }

  std::optional<Range> shared_speaker() const;
  std::optional<Subject> shared_subject(std::size_t at) const;
  // "was quoted as saying": who was quoted.
  std::optional<Subject> quoted_subject(std::size_t as) const;
  std::optional<Subject> cited_subject(std::size_t as) const;
  std::optional<Subject> participle_subject(const VerbGroup& group) const;
  std::optional<Subject> subject_of(const VerbGroup& group) const;
  bool is_filler(std::size_t begin, std::size_t end) const;
  bool is_introduction(std::size_t begin, std::size_t end) const;
  // The quotation that ends right before `end`, a comma or dash between them allowed.
  std::optional<std::size_t> quote_before(std::size_t end) const;
  // Words before a quotation belong to what is said, unless they introduce it.
  Range left_content(std::size_t end) const;
  bool has_quote(Range range) const;
  bool is_left_clause(Range left) const;
  bool has_boundary_before(std::size_t begin) const;
};

}  // namespace entente::extract::speech

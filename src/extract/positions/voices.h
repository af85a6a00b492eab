// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "extract/positions/marked_text.h"
#include "extract/positions/stance.h"

namespace entente::extract::coding {

// A clause with the voice that it is in.
struct Voiced {
  Part part;
  std::size_t from = 0;                  // the first token of the sentence in this voice
  std::optional<std::size_t> statement;  // index; none: the narrator
  const Governor* governor =
      nullptr;         // the statement's own verb, where that makes a stance; lives in the Voices
  Span evidence;       // the clause, with that verb
  std::string teller;  // of the narrator's words: for whom the sentence's speaker speaks
};

// A text's clauses, each in one voice: the innermost statement that holds it and has a party, else
// the outer one, else the narrator. In the order of the text.
class Voices {
 public:
  Voices(const MarkedText& marked, const std::vector<Statement>& statements);
  Voices(const Voices&) = delete;
  const std::vector<Voiced>& parts() const { return parts_; }

 private:
  void add_statement(const MarkedText& marked, const std::vector<Statement>& statements,
                     std::size_t number);
  void add_narrator(const MarkedText& marked, const std::vector<Statement>& statements);
  void add_parts(const MarkedText& marked, Span within, Voiced voice);

  std::vector<Voiced> parts_;
  std::deque<Governor> governors_;
};

// `whole` without what `holes` (ascending) cover.
std::vector<Span> without(Span whole, const std::vector<Span>& holes);

}  // namespace entente::extract::coding

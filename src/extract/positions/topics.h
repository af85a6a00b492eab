// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/positions/composing.h"
#include "extract/positions/gathered.h"

namespace entente::extract::coding {

// What was spoken of just before, and the clauses that take it up without naming it: "those
// demands", "Y does not", "Never".
class Topics {
 public:
  Topics(const Layers& text, const Composing& composing, Gathered& gathered)
      : text_(text), composing_(composing), gathered_(gathered) {}

  // What the clause names.
  void remember(const Voiced& voiced, const std::vector<IssueMark>& marks);
  void ask(const Voiced& voiced, const std::vector<IssueMark>& marks);
  // "..., X said when asked about a truce", "... , X said of the truce"
  void take_up_request(const Voiced& voiced);

  // "Those demands are unacceptable" takes up the issues of the clauses before; false: it does not.
  bool read_reference(const Voiced& voiced);
  // "We will not", "Never": what names nothing answers to what was asked just before. Of a
  // judgement alone ("a demand X describes as | unthinkable") the sentence names the matter.
  void read_answer(const Voiced& voiced);

 private:
  bool takes_a_side(const Voiced& voiced, Composed& out) const;
  bool answers(const Composed& out) const;
  bool read_denial(const Voiced& voiced);
  bool read_agents(const Voiced& voiced);
  bool is_ellipsis(const StanceMark& mark, const Part& part) const;
  bool refers_back(const StanceMark& mark, const Voiced& voiced) const;
  bool is_object(const StanceMark& mark, const Voiced& voiced) const;
  bool is_anothers(const Voiced& voiced, const Composed& out) const;
  bool read_object(const Voiced& voiced);
  std::vector<std::size_t> taken_up(bool one) const;
  bool takes_up(const StanceMark& mark, const Part& part, std::size_t back, bool told) const;

  const Layers& text_;
  const Composing& composing_;
  Gathered& gathered_;
  std::vector<std::size_t> spoken_;  // issues
  std::size_t sentence_ = 0;         // where
  bool asked_ = false;               // in a question
};

}  // namespace entente::extract::coding

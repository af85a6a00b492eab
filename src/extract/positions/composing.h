// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extract/positions/layers.h"

namespace entente::extract::coding {

// What clauses say of an issue, with what rules them from outside: the verb of a clause before,
// that of the statement.
class Composing {
 public:
  explicit Composing(const Layers& text) : text_(text) {}

  // To be told of each clause, in the order of the text.
  void forget_governor(const Voiced& voiced);
  void keep_governor(const Voiced& voiced, const IssueMark& mark);
  void keep_verb(const Voiced& voiced);

  // Of the issue that the tokens [first, last) of the clause name.
  Composed composed(const Voiced& voiced, std::size_t first, std::size_t last) const;

 private:
  bool promises(const Part& part) const;
  void ask_of_others(const Voiced& voiced, Composed& out) const;
  bool agreed_with_others(const Voiced& voiced, const Composed& out) const;
  void leave_to_others(const Voiced& voiced, Composed& out) const;
  void leave_to_parties(const Voiced& voiced, Composed& out) const;
  bool rules(const Voiced& voiced, std::size_t first, std::size_t last) const;
  void foretell_of_others(const Voiced& voiced, Composed& out) const;

  const Layers& text_;
  std::optional<Governor> governor_;
  std::size_t governed_sentence_ = SIZE_MAX;
  std::optional<std::size_t> governed_statement_;
};

}  // namespace entente::extract::coding

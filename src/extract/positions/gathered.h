// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/positions/layers.h"

namespace entente::extract::coding {

// How much a stance says: of two for the same words the greater one stands.
int weight(Stance stance);

// The positions found so far in a text, one for what is said of an issue in one go.
class Gathered {
 public:
  explicit Gathered(const Layers& text) : text_(text) {}

  // What the clause says of the issue, for each party whose position it is; nothing where it is
  // nobody's. A speaker's own "we discussed X" takes up no position; what others are said to have
  // discussed is on record for them.
  void add(const Voiced& voiced, std::size_t issue, const Composed& out);

  // The same party was heard on the same issue just before, in one go.
  bool is_last(const std::pair<std::string, std::string>& key, const Voiced& voiced) const;

  // On what the last position was taken, where that is in the sentence or after it.
  std::optional<std::size_t> last_issue(std::size_t sentence) const;

  std::vector<Position> take();  // in the order of the text

 private:
  void add_for(const std::string& party, const Voiced& voiced, std::size_t issue,
               const Composed& out);
  bool is_lacking(const Composed& out) const;
  Span evidence(const Voiced& voiced, const Composed& out) const;
  Span within_words(Span whole, const Voiced& voiced, const Composed& out) const;
  void say_who(Position& position, const Statement& statement) const;
  void merge(Position position, const Voiced& voiced);
  std::optional<std::size_t> utterance(const Voiced& voiced) const;
  void leave_out_doubles();

  struct Last {
    std::optional<std::size_t> statement;
    std::size_t sentence = 0;
    std::size_t index = 0;
  };

  const Layers& text_;
  struct Newest {
    std::size_t clause = 0, sentence = 0, issue = 0;
  };
  std::optional<Newest> newest_;  // the first position of the last clause that takes one
  std::vector<Position> found_;
  std::map<std::pair<std::string, std::string>, Last> last_;
};

}  // namespace entente::extract::coding

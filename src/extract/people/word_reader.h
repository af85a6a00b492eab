// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/people/phrases.h"

namespace entente::extract {

struct Found {
  std::size_t last = 0;  // 0: nothing found
  const std::vector<Sense>* senses = nullptr;

  explicit operator bool() const { return last != 0; }
  const Sense* sense(UseSet uses) const {
    for (const Sense& s : *senses)
      if (bit(s.use) & uses) return &s;
    return nullptr;
  }
  UseSet uses() const {
    UseSet out = 0;
    for (const Sense& s : *senses) out |= bit(s.use);
    return out;
  }
};

// What the gazetteer says of the words at a place, up to the end of the sentence.
class WordReader {
 public:
  WordReader(const Pieces& pieces, std::size_t end) : p_(pieces), end_(end) {}

 protected:
  Found party_at(std::size_t i, UseSet uses = party_uses) const;
  Found long_name_at(std::size_t i, UseSet uses) const;
  bool written_as(std::size_t first, std::size_t last, const Sense& sense) const;
  bool shouts(std::size_t i, int step) const;
  Found title_at(std::size_t i, UseSet uses) const;
  bool glued_next(std::size_t i) const;
  bool is_text(std::size_t i, char32_t mark) const;
  bool word_is(std::size_t i, std::u32string_view word) const;
  bool begins_with_digit(std::size_t i) const;
  bool is_number(std::size_t i) const;
  bool continues_capital(std::size_t at) const;

  const Pieces& p_;
  std::size_t end_;

 private:
  template <class Fits>
  Found longest(std::size_t i, Fits&& fits) const {
    const std::size_t limit = end_ - i;
    const auto hit = p_.index.longest([&](std::size_t n) { return p_[i + n].word; }, limit, fits);
    return hit.length == 0 ? Found{} : Found{i + hit.length, hit.senses};
  }
};

}  // namespace entente::extract

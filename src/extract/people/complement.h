// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/people/noun_phrase.h"

namespace entente::extract {

// What follows a title and belongs to it: "of the Ruritanian delegation", "for reintegration".
class ComplementReader : public WordReader {
 public:
  using WordReader::WordReader;
  void take(PhraseDraft& d) const;

 private:
  void take_complement(PhraseDraft& d) const;
  void take_duties(PhraseDraft& d) const;
  bool name_comes(std::size_t at) const;
  bool heads_one(const PhraseDraft& d, std::size_t at) const;
  bool opens_clause(std::size_t i) const;
  void add_served(PhraseDraft& d, const std::vector<std::uint32_t>& parties) const;
  bool speaks_for(const PhraseDraft& d) const;
  std::size_t portfolio_end(std::size_t i) const;
  std::size_t complement_end(const PhraseDraft& d, std::size_t i,
                             std::vector<std::uint32_t>& parties, bool offices) const;
  bool opens_unknown(std::size_t at) const;
};

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/people/word_reader.h"

namespace entente::extract {

struct NameRun {
  Range range;
  bool not_person = false;
  bool capital_form = false;
};

// Where the name of a person may stand, and where it ends.
class NameReader : public WordReader {
 public:
  using WordReader::WordReader;

 protected:
  NameRun name_run(std::size_t i, bool after_title) const;
  bool opens_collective(std::size_t at) const;
  bool continues_name(std::size_t at) const;

 private:
  std::size_t name_part(NameRun& run, std::size_t at, std::size_t words, bool after_title) const;
  std::size_t after_nickname(std::size_t at) const;
  std::size_t lower_part_end(std::size_t at, std::size_t words) const;
  bool is_initial(std::size_t at) const;
  bool party_inside_name(const NameRun&, std::size_t at, std::size_t words, bool after_title,
                         const Found& party) const;
  std::size_t particle_end(std::size_t at, std::size_t words) const;
};

}  // namespace entente::extract

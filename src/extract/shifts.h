// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/failure.h"
#include "extract/positions.h"

namespace entente::extract {

// Words by which a text tells that a party changed its position: data/english/change.words.
class ChangeLexicon {
 public:
  static Result<ChangeLexicon> load(const std::filesystem::path& english_folder);

  struct Mark {
    std::size_t first = 0, last = 0;  // tokens [first, last)
    Shift shift = Shift::none;
  };
  std::vector<Mark> find(const text::Prose& prose) const;  // in the order of the text

 private:
  WordPatterns patterns_;
  std::vector<Shift> shifts_;  // by pattern
};

// Sets `shift` where the position's own clause tells of a change that was made: not one that is
// denied, asked for, supposed or only possible.
void mark_shifts(std::vector<Position>& positions, const Reading& reading,
                 const ChangeLexicon& changes);

}  // namespace entente::extract

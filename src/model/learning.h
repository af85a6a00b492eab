// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace entente {

// A position that was coded anew, by what people judged elsewhere in the case.
struct Recoding {
  std::string item;
  std::string field;          // "issue", "stance", "review"
  std::string before, after;  // as words of the field; issue: its id; before "": the item is new
  std::string sign;  // the words that it rests on; "": what it rested on before holds no more
  std::size_t times = 0, of = 0;  // so many of those judged with that sign were corrected so

  friend bool operator==(const Recoding&, const Recoding&) = default;
};

// How far the corrections of one field hold: what they did to judged codings held back from them.
struct Trustworthiness {
  std::string field;        // "issue", "second issue", "stance"
  std::size_t judged = 0;   // codings that people judged
  std::size_t wrong = 0;    // of these, those that they corrected
  std::size_t changed = 0;  // held back: changed by what was learned from the rest
  std::size_t mended = 0;   // held back: of the changed, those that became right

  friend bool operator==(const Trustworthiness&, const Trustworthiness&) = default;
};

struct LearnReport {
  std::vector<Trustworthiness> fields;
  std::vector<Recoding> changes;  // in the order of the items

  friend bool operator==(const LearnReport&, const LearnReport&) = default;
};

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "report/acceptance.h"
#include "report/lookup.h"

namespace entente::report {

// How the pages on acceptance cite the positions that they rest on; it knows which these are.
class Citing {
 public:
  explicit Citing(const Case& contents) : lookup_(contents) {}

  const Lookup& lookup() const { return lookup_; }

  std::string cite(PositionId id);     // “words” (Ilan Torre, 2031-03-03, p2)
  std::string said(const Word& word);  // "accepts: “...” (...)", "no word on this option"
  std::string suggestions() const;     // how many of those cited are suggestions; "" for none

 private:
  std::string unknown(const Word& word);
  std::string condition(const Word& word) const;
  std::string cure_of_guess(PositionId id) const;  // "; once a person confirms w3, it counts"

  Lookup lookup_;
  std::set<PositionId> used_;
};

// A page in the making, for a terminal.
class CitingPage {
 public:
  CitingPage(const Case& contents, const Screen& screen) : citing_(contents), screen_(screen) {}

 protected:
  void say(const std::string& words, std::size_t indent = 0);
  void head(const std::string& words);
  void say_whose(const std::vector<AskedParty>& parties);  // whose yes is needed
  void say_suggestions();
  const Lookup& lookup() const { return citing_.lookup(); }

  Citing citing_;
  Screen screen_;
  std::string out_;

 private:
  bool principals(const std::vector<AskedParty>& parties) const;
};

std::string named_together(const std::vector<std::string>& names);  // "A, B and C", "nobody"

}  // namespace entente::report

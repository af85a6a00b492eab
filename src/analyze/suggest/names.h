// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "analyze/suggest/wording.h"
#include "model/case.h"

namespace entente::analyze {

// The party that a name, as printed, is known to mean whatever the case says; "": none.
using PartyNamed = std::function<std::string(const std::string& name)>;

// Words that name the parties and people of a case: cues name neither.
class NamesOfCase {
 public:
  // `found`: names of parties beside those of the case, as name_key has them.
  NamesOfCase(const Case& contents, PartyNamed known, std::set<std::u32string> found = {});

  // `heard` names a person, or by itself a party.
  bool is_somebody(const Heard& heard) const;
  // The words name a party that is known.
  bool is_party(const std::u32string& words) const;

 private:
  void take_party(const std::string& name);

  std::set<std::u32string> people_;      // single words of people's names
  std::set<std::u32string> parties_;     // whole names, without "the"
  std::set<std::u32string> last_words_;  // "isles": the Tollen Isles are "the Isles", too
  PartyNamed known_;
};

// A name's words in small letters, without "the" and apostrophes: "workers union".
std::u32string name_key(std::string_view name);

}  // namespace entente::analyze

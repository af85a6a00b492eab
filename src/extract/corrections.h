// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "model/codebook.h"
#include "model/party.h"

namespace entente::extract {

// A coding that a person judged: an issue, or a stance.
struct JudgedCoding {
  DocumentId document;
  std::string coded;               // by the rules
  std::string right;               // by the person; "": nothing of the kind
  std::vector<std::string> signs;  // of the text, each once
};

// What a coding is better taken for, and why.
struct Correction {
  std::string right;      // "": nothing of the kind
  std::string sign;       // that the text shows
  std::size_t times = 0;  // judged codings with that sign that were corrected so
  std::size_t of = 0;     // judged codings with that sign

  friend bool operator==(const Correction&, const Correction&) = default;
};

// Which codings of the rules mislead in one negotiation: a decision list (R. Rivest 1987; D.
// Yarowsky 1994) of "coded so, with this sign: rather that", the surest first, each learned from
// what those before it do not cover. A correction has to be seen twice, in two documents. How sure
// it must be is found by holding back a tenth of the documents after the other: the least at which
// four of five changes there are right; where there is no such point, nothing is learned.
// docs/methods/learning.md has the measurements.
class Corrections {
 public:
  explicit Corrections(const std::vector<JudgedCoding>& judged);

  // None where the coding stays as it is.
  std::optional<Correction> of(const std::string& coded,
                               const std::vector<std::string>& signs) const;

  bool empty() const { return rules_.empty(); }
  // Of the codings held back: those that were changed, and those that this made right.
  std::size_t changed() const { return changed_; }
  std::size_t mended() const { return mended_; }

 private:
  struct Rule {
    std::string coded;
    Correction correction;
  };
  using Rules = std::vector<Rule>;
  static bool covers(const Rule& rule, const JudgedCoding& one);
  static std::optional<Rule> surest(const std::vector<const JudgedCoding*>& judged);
  static Rules rules_from(std::vector<const JudgedCoding*> judged);
  static std::optional<Correction> first(const Rules& rules, const std::string& coded,
                                         const std::vector<std::string>& signs);
  std::optional<double> calibrate(const std::vector<JudgedCoding>& judged);

  Rules rules_;
  std::size_t changed_ = 0, mended_ = 0;
};

// Words that mean something by themselves, endings off, and pairs of such words that follow each
// other: what a coding can be learned by, written as a codebook's cues are ("grain* corridor*").
// Names of parties and people are none: what is learned holds for all sides alike.
class SignReader {
 public:
  SignReader(const Codebook& codebook, const std::vector<Person>& people);
  std::vector<std::string> signs_in(std::string_view utf8) const;  // each once, sorted

 private:
  using Phrase = std::vector<std::u32string>;  // stems
  static Phrase phrase_of(std::string_view name);
  void leave_out_party(std::string_view name);
  std::vector<bool> in_names(const Phrase& stems) const;

  std::set<std::u32string> names_;  // of one word, and the words of people's names
  std::vector<Phrase> phrases_;     // names of several words
};

}  // namespace entente::extract

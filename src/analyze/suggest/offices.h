// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyze/suggest/wording.h"
#include "model/document.h"
#include "model/party.h"

namespace entente::analyze {

// A name that a text gives an office to, by its words: "X's foreign minister", "the Xian
// delegation", "chair of the X Board".
struct Owner {
  std::string name;         // as printed, without "the"
  bool describing = false;  // stands before the office: "Xian", but also "Compact" spokesman
  std::optional<PersonId> holder;
};

// Who holds which office: read off the words, with no list of names.
class OfficeReader {
 public:
  OfficeReader(const std::vector<Person>& people, const Vocabulary& vocabulary);

  std::vector<Owner> owners_in(const Document& document);
  // In words that name a speaker: "a spokesman for the X Board".
  std::vector<Owner> owners_in(const std::string& source) const;

  // The one name of several words that the texts read so far print after "the" and that ends with
  // this word: "Inland Sea Compact" for "compact"; "" where none does, or several do.
  std::string full_name(const std::u32string& last_word) const;

 private:
  struct Text;
  std::vector<Owner> owners(const Text& text) const;
  void note_full_names(const Text& text);
  std::size_t office_end(const Text& text, std::size_t at) const;
  std::optional<Owner> attributive(const Text& text, std::size_t first, std::size_t last) const;
  std::optional<Owner> owned(const Text& text, std::size_t office) const;
  std::optional<Owner> owner(const Text& text, std::size_t first, std::size_t last) const;
  std::optional<PersonId> named(const std::u32string& name) const;
  std::optional<PersonId> person_at(const Text& text, std::size_t at) const;
  std::optional<PersonId> person_before(const Text& text, std::size_t at) const;

  const Vocabulary& vocabulary_;
  std::map<std::u32string, std::set<PersonId>> by_name_;  // whole names and surnames
  std::set<std::u32string> person_words_;
  std::map<std::u32string, std::map<std::u32string, std::string>> by_last_word_;
};

}  // namespace entente::analyze

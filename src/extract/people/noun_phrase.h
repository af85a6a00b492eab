// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extract/people/name_reader.h"

namespace entente::extract {

struct PhraseDraft {
  Item item;
  std::size_t at = 0;
  bool plain_head = false;  // the head so far is one lower-case word
};

// Phrases for people and bodies: "the Ruritanian foreign minister, Jane Roe".
class NounPhraseReader : public NameReader {
 public:
  using NameReader::NameReader;

 protected:
  std::optional<Item> phrase_at(std::size_t i) const;

 private:
  bool opens_long_address(std::size_t i) const;
  std::size_t take_determiner(PhraseDraft& d, std::size_t i) const;
  bool step(PhraseDraft& d) const;
  bool take_head(PhraseDraft& d, const Found& head) const;
  void take_own_party(PhraseDraft& d, const Sense& sense) const;
  std::size_t office_end(const PhraseDraft& d, std::size_t at) const;
  bool take_office_as_owner(PhraseDraft& d) const;
  void note_unknown_owner(PhraseDraft& d) const;
  bool goes_on_as_noun(const PhraseDraft& d) const;
  bool take_party(PhraseDraft& d, const Found& party) const;
  bool was_modifier(PhraseDraft& d, const Found& party) const;
  bool take_owner(PhraseDraft& d) const;
  bool take_modifier(PhraseDraft& d) const;
  bool take_joint(PhraseDraft& d) const;
  bool take_group_as_owner(PhraseDraft& d, const Found& head) const;
  bool take_joint_office(PhraseDraft& d) const;
  bool address_behind(const PhraseDraft& d, const Found& head) const;
  bool take_topical(PhraseDraft& d) const;
  bool take_portfolio_noun(PhraseDraft& d) const;
  bool plain_noun(std::size_t i) const;
  bool leads_to_office(std::size_t at) const;
  bool take_unknown(PhraseDraft& d) const;
  void take_name(PhraseDraft& d) const;
  bool is_lone_rank(const PhraseDraft& d) const;
  bool stands(const PhraseDraft& d) const;
};

}  // namespace entente::extract

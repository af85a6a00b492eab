// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/people/affairs.h"
#include "extract/people/likeness.h"
#include "extract/people/masthead.h"
#include "extract/people/phrases.h"

namespace entente::extract {

// What a document takes as understood: whose press office wrote it, of whom a paragraph speaks,
// which groups it introduces. All of it is a guess where the text prints no party, and never stands
// against a printed one.
class Scene {
 public:
  Scene(const Pieces& pieces, const std::vector<Item>& items);

  // The party whose ministry, presidency or press office issues the document; "" where nothing says
  // so.
  const std::string& home() const { return masthead_.home; }
  // For whom an office or body acts by what the document's first and last lines say.
  std::string home_of(std::size_t item) const;
  // ... or by the states of which the text speaks there.
  std::string affairs_of(std::size_t item) const;
  // The state whose government, army or ministry a body without a country is.
  const std::string& service_home() const {
    return masthead_.home.empty() && !masthead_.setting.empty() ? masthead_.setting
           : masthead_.home.empty()                             ? masthead_.outlet
                                                                : masthead_.home;
  }
  // The only armed group or movement that the text names, or the only one it says to be one.
  const std::string& only_group() const { return group_; }
  // The one state that the text is about; "" where it is about several or none.
  const std::string& main_state() const { return main_state_; }
  // The office may be one of this party.
  bool fits_state(std::size_t item, const std::string& party) const;
  // For whom the office of this item acts, which it does not say; "" unknown.
  std::string party_for(std::size_t item) const;
  // Of whom the sentences before, in the same paragraph, speak.
  std::string topic(std::size_t item) const;
  // What "its" or "the region's" refers to: the subject of this sentence so far, else of those
  // before.
  std::string thing_before(std::size_t item) const;
  // What "their" refers to: those who are the subject of this sentence so far, else of those
  // before.
  std::string those_before(std::size_t item) const;
  // The group of this name that the text introduces as one; "" none.
  std::string group(Range name) const;
  std::string group_within(Range words) const;
  // The letters that a group without another name here has before this office; "" none.
  std::string letters_before(std::size_t item) const;

 private:
  bool attributive(const Item& item) const;
  std::string nearest_thing(std::size_t item) const;
  std::string speaker_in(std::size_t sentence) const;
  std::string body_subject(std::size_t sentence) const;
  std::string those_in(std::size_t sentence, std::size_t before) const;
  bool named_behind_noun(const Item& item) const;
  std::string party_name(const Item& item) const;
  std::string subject_of(std::size_t sentence, std::size_t before) const;
  std::size_t main_clause(std::size_t begin) const;
  std::size_t behind_dateline(std::size_t begin) const;
  std::string spoken_of(std::size_t item) const;
  std::string state_acting(std::size_t piece) const;
  std::string announced_before(std::size_t item) const;
  std::string source_of_answer(std::size_t item) const;
  std::string capital_beside(std::size_t item) const;
  bool of_ministry(const Item& item) const;
  bool word_is(std::size_t piece, std::u32string_view word) const;
  std::size_t first_item_of(std::size_t sentence) const;
  std::string opening_capital(std::size_t item) const;
  bool of_service(const Item& item) const;
  std::string before_colon(std::size_t item) const;
  std::string refused(std::size_t item) const;
  std::string own_of_speaker(std::size_t item) const;
  std::string topic_before(std::size_t item) const;
  bool acts(std::size_t item) const;
  bool joins_next(std::size_t item) const;
  std::string announced_home(std::size_t item) const;
  bool refuses(std::size_t piece) const;
  void find_groups();
  void find_introduced();
  Range spelled_out(std::size_t end, const std::u32string& letters) const;
  std::string only_group_named() const;
  std::string state_spoken_of() const;
  void find_letters();
  void find_bracketed();
  void find_speakers();
  void find_short_forms();
  bool speaks_of_itself(const Item& item) const;
  bool described_as_group(const Item& item) const;
  void add_group(const Item& item);
  void add_served_group(const Item& item);

  const Pieces& p_;
  const std::vector<Item>& items_;
  Masthead masthead_;
  Affairs affairs_;
  std::string chief_body_;
  std::string group_;
  std::set<std::string> described_;  // those of the groups that the text says to be groups
  std::string main_state_;
  std::map<NameKeys, std::string> groups_;      // movements and armed groups
  std::map<NameKeys, std::string> introduced_;  // bodies with their letters in brackets
};

}  // namespace entente::extract

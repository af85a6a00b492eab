// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/failure.h"
#include "extract/mentions.h"
#include "extract/people/spelling_index.h"
#include "model/codebook.h"
#include "model/document.h"
#include "model/party.h"
#include "model/statement.h"
#include "text/prose.h"

namespace entente::extract {

class NameIndex;
struct Sighting;
struct Item;
struct Pieces;
class Present;

// Countries, regions, organisations, their peoples and seats, titles of office: from data/names,
// plus a codebook's parties.
class Gazetteer {
 public:
  // Fails where a file is missing or a row is none. A codebook's words win over those of
  // data/names.
  static Result<Gazetteer> load(const std::filesystem::path& names_folder,
                                const std::vector<Party>& codebook_parties);
  const NameIndex& index() const { return *index_; }

 private:
  std::shared_ptr<const NameIndex> index_;
};

// The people of a case, learned document by document in their order.
class Roster {
 public:
  Roster() = default;
  explicit Roster(std::vector<Person> known);

  // Takes in the full names, titles, roles and parties that a document prints. A name spelled
  // otherwise, or another given name with the same surname, office and party, becomes a person that
  // points to the one known first (same_as).
  void learn(DocumentId document, const text::Prose& prose, const Gazetteer& gazetteer);
  const std::vector<Person>& people() const { return people_; }

  const Person* find(
      std::string_view name) const;  // as printed, but for case and accents; nullptr: nobody
  const Person& canonical(const Person& person) const;
  // For whom a person speaks: what is known of the person, else of the one it points to.
  const std::string& party_of(const Person& person) const;
  // Everybody whose name begins or ends with this word (as key_of gives it), in the order of the
  // list.
  const std::vector<std::size_t>& bearing(const std::u32string& word) const;
  // The only one, variants aside, whose surname may be a spelling of this word; nobody where
  // several are.
  std::optional<std::size_t> only_like(const std::u32string& surname) const;
  // Everybody of this party who may hold the office, in the order of the list; a word of it that
  // more than 64 share counts for none.
  std::vector<std::size_t> in_office(const std::string& party, const std::string& role) const;
  const std::vector<std::u32string>& keys(std::size_t person) const { return keys_[person]; }

  // How many people were looked at so far to tell who is meant: the work that names cost.
  std::size_t looked_at() const { return looked_at_; }

 private:
  // Everybody whose surname is this one or may be a spelling of it, in the order of the list.
  std::vector<std::size_t> bearing_like(const std::u32string& surname, const Present& here) const;
  struct Debt {  // a party known only as "that of Roe", or of all these
    std::size_t person;
    std::vector<std::vector<std::u32string>> owners;
    bool guessed = false;  // the owner is whoever has the word, which no text says
  };

  void index(std::size_t person);
  void set_party(std::size_t person, const std::string& party, bool guessed = false);
  void file_office(std::size_t person);
  void unfile_office(std::size_t person);
  bool wants_party(std::size_t person) const;
  void guess_rulers(const Pieces& pieces, const std::vector<Item>& items, const Present& here,
                    const std::vector<std::pair<std::size_t, Sighting>>& untold);
  void guess_affairs(const std::vector<std::pair<std::size_t, Sighting>>& untold,
                     const Pieces& pieces, const Present& here);
  std::string party_of_seat(const Pieces& pieces, const std::vector<Item>& items,
                            const Present& here) const;
  std::size_t take(const Sighting& sighting, const Present& here);
  std::size_t add(const Sighting& sighting);
  std::optional<std::size_t> match_surname(const Sighting& sighting, const Present& here) const;
  std::optional<std::size_t> match_longer(const Sighting& sighting) const;
  std::optional<std::size_t> match_variant(const Sighting& sighting, const Present& here) const;
  void rename(std::size_t person, const Sighting& sighting);
  void note(std::size_t person, const Sighting& sighting, DocumentId document, const Pieces& pieces,
            const Present& here);
  bool ruled_by_another(std::size_t person, const Sighting& sighting, const Pieces& pieces,
                        const Present& here) const;
  bool office_taken(std::size_t person, const Sighting& sighting, const Present& here) const;
  void serve(const std::vector<std::pair<std::size_t, std::string>>& staff, const Present& here);
  void owe(Debt debt);
  template <class Asked>
  bool among(const std::set<std::size_t>& people, Asked&& asked) const;
  std::optional<std::size_t> match_first(const Sighting& sighting, const Present& here) const;
  void pay_debts(const Present& here);
  std::string common_party(const Debt& debt, const Present& here) const;
  void read_offices(const Pieces& pieces, const std::vector<Item>& items, const Present& here);
  std::optional<std::size_t> only_candidate(const std::string& role, const std::string& party,
                                            const Present& here) const;
  void read_leaders(const Pieces& pieces, const std::vector<Item>& items, const Present& here);

  std::vector<Person> people_;
  std::vector<std::vector<std::u32string>> keys_;  // of each person's name
  std::map<std::uint32_t, std::size_t> by_id_;
  std::map<std::u32string, std::size_t> by_name_;
  std::map<std::u32string, std::vector<std::size_t>> by_word_;
  SpellingIndex by_spelling_;  // of the surnames
  // Of each party, by a word of the office.
  std::map<std::pair<std::string, std::u32string>, std::vector<std::size_t>> by_office_;
  std::vector<Debt> debts_;
  std::map<std::u32string, std::vector<std::size_t>> owed_by_;  // debts, by their owners' surnames
  std::vector<std::size_t> unread_;  // debts made since the last were paid
  std::set<std::u32string> news_;    // surnames of people whose party was learned since then
  mutable std::size_t looked_at_ = 0;
  std::uint32_t last_id_ = 0;
};

// Every mention in the text's order, none overlapping another; pronouns and roles already resolved
// where that is possible.
std::vector<Mention> find_mentions(const text::Prose& prose, const Gazetteer& gazetteer,
                                   const Roster& roster);

// The party whose ministry, presidency or press office issues the document, by its outlet's name
// or its letterhead; "": neither says so.
std::string issuer_of(const text::Prose& prose, const std::string& outlet,
                      const Gazetteer& gazetteer);

// Fills speaker, party and person of each statement from its source words and its surroundings.
void resolve_speakers(std::vector<Statement>& statements, const text::Prose& prose,
                      const std::vector<Mention>& mentions, const Roster& roster);

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/positions.h"
#include "read/codebook.h"

namespace entente::extract::kit {

inline Party party(const std::string& name, const std::string& demonym, const std::string& seat) {
  return {name,
          PartyKind::principal,
          Consent::required,
          {"the " + demonym + " side"},
          {demonym, demonym + "s"},
          {seat}};
}

// The shipped codebook, with two parties to a war and one that mediates, all invented.
inline const Codebook& codebook() {
  static const Codebook book = [] {
    Codebook whole =
        or_throw(read::read_codebook_file(ENTENTE_SOURCE_DIR "/codebooks/peace-talks.yaml"));
    whole.parties = {party("Avaria", "Avarian", "Port Sel"),
                     party("Belmark", "Belmarkian", "Torvik"),
                     party("Corland", "Corlandic", "Haven")};
    return whole;
  }();
  return book;
}

inline const Extractor& extractor() {
  static const Extractor one = or_throw(Extractor::load(ENTENTE_SOURCE_DIR "/data", codebook()));
  return one;
}

inline const StanceLexicon& stances() {
  static const StanceLexicon lexicon =
      or_throw(StanceLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  return lexicon;
}

inline Document document(const std::string& text, std::optional<Date> date = std::nullopt) {
  Document out;
  out.card.id.number = 1;
  out.card.name = "test.txt";
  out.card.date = date;
  out.text = from_utf8(text);
  return out;
}

inline Extracted extracted(const std::string& text, std::optional<Date> date = std::nullopt) {
  const Document one = document(text, date);
  Roster roster;
  extractor().learn(one, roster);
  return extractor().extract(one, roster);
}

// "party issue stance", in the order of the text.
inline std::string short_form(const Position& position) {
  return position.party + " " + position.issue + " " + std::string(word_of(position.stance));
}
inline std::vector<std::string> positions(const std::string& text) {
  std::vector<std::string> out;
  for (const Position& position : extracted(text).positions) out.push_back(short_form(position));
  return out;
}

inline Position only_position(const std::string& text) {
  const auto found = extracted(text).positions;
  if (found.size() != 1)
    throw Failed(
        {FailureKind::internal, "Not one position but " + std::to_string(found.size()), text});
  return found.front();
}

}  // namespace entente::extract::kit

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/utf8.h"
#include "model/case.h"

namespace entente::kit {

// A case in a few lines, for tests of analysis:
//
//   issue corridor: closed shared open         an ordered issue with its options; `progress
//   (assessment)` gives its kind party Avara principal required             as the codebook names
//   it; consent may be left out document 2031-03-01                        the items that follow
//   stand in it; no date: undated; `copy d1`: a copy Avara rejects corridor open "no road" party,
//   stance, issue, option or low..high or -, words Avara demands corridor closed! "never"     `!`
//   draws a red line Avara conditional corridor - "no road | while it rains"   what follows `|` is
//   the condition clause corridor open "shall be open"       a clause of a draft says Belan Avara
//   rejects corridor - "x"    Belan says it of Avara
class CaseLanguage {
 public:
  static Case read(const std::string& lines) {
    CaseLanguage reader;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) reader.read_line(line);
    return std::move(reader.out_);
  }

 private:
  void read_line(const std::string& line) {
    std::istringstream in(line);
    std::string first;
    if (!(in >> first)) return;
    if (first == "issue") return read_issue(in);
    if (first == "party") return read_party(in);
    if (first == "document") return read_document(in);
    if (first == "clause") return read_clause(in);
    if (first == "says") {
      std::string speaker, party;
      in >> speaker >> party;
      return read_position(in, party, speaker);
    }
    read_position(in, first, first);
  }

  void read_issue(std::istringstream& in) {
    Issue issue;
    std::string word;
    in >> issue.id;
    const bool bare = issue.id.ends_with(':');
    if (bare) issue.id.pop_back();
    if (!bare && in >> word)
      issue.kind = from_word<IssueKind>(word.substr(1, word.find(')') - 1)).value();
    issue.label = issue.id;
    issue.ordered = true;
    while (in >> word) issue.options.push_back({word, word, {}});
    out_.codebook.issues.push_back(issue);
  }

  void read_party(std::istringstream& in) {
    Party party;
    std::string kind, consent = "unstated";
    in >> party.name >> kind >> consent;
    party.kind = from_word<PartyKind>(kind).value();
    party.consent = from_word<Consent>(consent).value_or(Consent::unstated);
    out_.codebook.parties.push_back(party);
  }

  void read_document(std::istringstream& in) {
    DocumentCard card;
    card.id.number = static_cast<std::uint32_t>(out_.documents.size() + 1);
    card.name = card.id.text() + ".txt";
    for (std::string word; in >> word;) {
      if (word == "copy") {
        in >> word;
        card.same_account_as = DocumentId::parse(word);
      } else {
        card.date = parse_date(word);
      }
    }
    out_.documents.push_back(card);
  }

  static std::optional<OptionRange> range_of(std::string text) {
    if (text == "-") return std::nullopt;
    const auto dots = text.find("..");
    if (dots == std::string::npos) return OptionRange{text, text};
    return OptionRange{text.substr(0, dots), text.substr(dots + 2)};
  }

  static std::string words_of(std::istringstream& in) {
    std::string rest;
    std::getline(in, rest);
    const auto open = rest.find('"'), close = rest.rfind('"');
    if (open == close) throw std::invalid_argument("a line without \"words\": " + rest);
    return rest.substr(open + 1, close - open - 1);
  }

  void read_position(std::istringstream& in, const std::string& party, const std::string& speaker) {
    std::string stance, option;
    Position position;
    in >> stance >> position.issue >> option;
    if (option.ends_with('!')) {
      position.firmness = Firmness::red_line;
      option.pop_back();
    }
    position.id.number = static_cast<std::uint32_t>(out_.positions.size() + 1);
    position.document = out_.documents.back().id;
    position.printed = out_.documents.back().date;
    position.party = party;
    position.stance = from_word<Stance>(stance).value();
    position.option = range_of(option);
    position.words = words_of(in);
    if (const auto bar = position.words.find("| "); bar != std::string::npos) {
      position.words.erase(bar, 2);
      position.condition = position.words.substr(bar);
    }
    position.reported_by = speaker;
    position.evidence = next_span(position.words);
    position.statement = add_statement(position, speaker);
    out_.positions.push_back(position);
  }

  StatementId add_statement(const Position& position, const std::string& speaker) {
    Statement statement;
    statement.id.number = static_cast<std::uint32_t>(out_.statements.size() + 1);
    statement.document = position.document;
    statement.content = {position.evidence};
    statement.words = position.words;
    statement.speaker = statement.party = speaker;
    out_.statements.push_back(statement);
    return statement.id;
  }

  void read_clause(std::istringstream& in) {
    std::string option;
    Clause clause;
    in >> clause.issue >> option;
    clause.id.number = static_cast<std::uint32_t>(out_.clauses.size() + 1);
    clause.document = out_.documents.back().id;
    clause.draft = "the draft";
    clause.option = range_of(option);
    clause.words = words_of(in);
    clause.evidence = next_span(clause.words);
    out_.clauses.push_back(clause);
  }

  Span next_span(const std::string& words) {
    const std::size_t begin = at_;
    at_ += from_utf8(words).size() + 1;
    return {begin, at_ - 1};
  }

  Case out_;
  std::size_t at_ = 0;
};

inline Case case_of(const std::string& lines) { return CaseLanguage::read(lines); }

// The same case with two parties in each other's place: what holds of one must then hold of the
// other.
inline Case swapped(Case whole, const std::string& a, const std::string& b) {
  const auto swap = [&](std::string& name) {
    if (name == a)
      name = b;
    else if (name == b)
      name = a;
  };
  for (Position& position : whole.positions) {
    swap(position.party);
    swap(position.reported_by);
  }
  for (Statement& statement : whole.statements) {
    swap(statement.party);
    swap(statement.speaker);
  }
  for (Party& party : whole.codebook.parties) swap(party.name);
  for (Meeting& meeting : whole.meetings)
    for (std::string& party : meeting.parties) swap(party);
  return whole;
}

}  // namespace entente::kit

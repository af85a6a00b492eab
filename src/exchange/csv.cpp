// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv.h"

#include <algorithm>

#include "model/find.h"

namespace entente::exchange {
namespace {

// Spreadsheets run a cell that begins so, some also after blanks or with the full-width signs.
bool begins_formula(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '\t' || cell[0] == '\r' || cell[0] == '\n')) return true;
  const std::string_view rest =
      cell.substr(std::min(cell.find_first_not_of(" \t\r\n\v\f"), cell.size()));
  constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::any_of(std::begin(signs), std::end(signs),
                     [&](std::string_view sign) { return rest.starts_with(sign); });
}

std::string quoted_cell(std::string_view cell) {
  std::string out = "\"";
  for (char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out += '"';
}

std::string csv_cell(const std::string& raw) {
  const std::string cell = begins_formula(raw) ? "'" + raw : raw;
  return cell.find_first_of(",\"\r\n") == cell.npos ? cell : quoted_cell(cell);
}

// What a row needs beside the position itself.
struct Beside {
  DocumentCard card;
  std::string speaker, speaker_party, issue_label;
};

Beside beside(const Case& contents, const Position& position) {
  Beside found;
  if (const auto* card = find_item(contents.documents, position.document)) found.card = *card;
  if (const auto* statement =
          position.statement ? find_item(contents.statements, *position.statement) : nullptr) {
    found.speaker = statement->speaker;
    found.speaker_party = statement->party;
  }
  for (const Issue& issue : contents.codebook.issues)
    if (issue.id == position.issue) found.issue_label = issue.label;
  return found;
}

std::string date_cell(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

template <class Any>
std::string id_cell(const std::optional<Any>& id) {
  return id ? id->text() : "";
}

std::vector<std::string> position_cells(const Case& contents, const Position& p) {
  const Beside b = beside(contents, p);
  return {p.id.text(),
          p.party,
          p.issue,
          b.issue_label,
          std::string{word_of(p.stance)},
          std::string{word_of(p.firmness)},
          p.option ? p.option->low : "",
          p.option ? p.option->high : "",
          p.condition,
          p.words,
          b.speaker,
          b.speaker_party,
          p.reported_by,
          id_cell(p.statement),
          date_cell(p.said),
          date_cell(p.printed),
          p.document.text(),
          b.card.name,
          b.card.title,
          b.card.outlet,
          date_cell(b.card.date),
          id_cell(b.card.same_account_as),
          std::to_string(p.evidence.begin),
          std::to_string(p.evidence.end),
          b.card.sha256,
          std::string{word_of(p.review.status)},
          p.review.by};
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) (row += i == 0 ? "" : ",") += csv_cell(cells[i]);
  // A record of one empty cell would read as no record at all.
  return (cells.size() == 1 && row.empty() ? "\"\"" : row) + "\r\n";
}

std::string write_csv(const Case& contents) {
  std::string out =
      csv_row({"position",      "party",           "issue",       "issue_label", "stance",
               "firmness",      "option_low",      "option_high", "condition",   "words",
               "speaker",       "speaker_party",   "reported_by", "statement",   "said",
               "printed",       "document",        "file",        "title",       "outlet",
               "document_date", "same_account_as", "begin",       "end",         "sha256",
               "status",        "coded_by"});
  for (const Position& position : contents.positions)
    out += csv_row(position_cells(contents, position));
  return out;
}

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/lookup.h"
#include "report/table.h"
#include "report/terminal.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t party_width = 16, cell_width = 17, column_gap = 2, words_in_cell = 40;

using CellMap = std::map<std::pair<std::string_view, std::string_view>, const Cell*>;

CellMap cells_by_place(const Matrix& matrix) {
  CellMap cells;
  for (const Cell& cell : matrix.cells) cells[{cell.party, cell.issue}] = &cell;
  return cells;
}

// A day without a word is that of printing.
std::string day_words(const Position& position) {
  const auto day = day_of(position);
  return day ? (position.said ? "said " : "") + to_string(*day) : "no date";
}

std::string row_head(const Lookup& lookup, const std::string& party, const Screen& screen) {
  const std::string role = lookup.role_words(party);
  if (role.empty()) return party;
  return screen.width == 0 ? fmt::format("{} ({})", party, role) : party + "\n" + role;
}

std::string red_line_words(const Lookup& lookup, const Cell& cell) {
  const Position* line = lookup.red_line_of(cell);
  if (!line || line->id == cell.newest) return line ? "red line" : "";
  return fmt::format("red line {} {}", line->id.text(), day_words(*line));
}

std::string marks_words(const Lookup& lookup, const Cell& cell) {
  std::string out;
  const auto mark = [&](const std::string& word) {
    if (!word.empty()) (out += out.empty() ? "" : ", ") += word;
  };
  mark(red_line_words(lookup, cell));
  mark(cell.own ? "" : "as others tell it");
  mark(cell.unsure ? "low confidence" : "");
  mark(cell.moved ? "moved" : "");
  mark(cell.contradicted ? "contradicts itself" : "");
  return out.empty() ? out : " [" + out + "]";
}

std::string cell_words(const Lookup& lookup, const Cell& cell, std::string_view separator = " ") {
  const Position* newest = lookup.position(cell.newest);
  if (!newest) return "";
  const std::string option = lookup.option_words(newest->issue, newest->option);
  const std::string what = option.empty() ? " “" + shortened(newest->words, words_in_cell) + "”"
                                          : ": " + visible(option);
  const std::string where = fmt::format("{} {}{}", day_words(*newest), newest->id.text(),
                                        is_suggested(newest->review) ? " ?" : "");
  return fmt::format("{}{}{}{}{}", spoken(word_of(newest->stance)), what, marks_words(lookup, cell),
                     separator, where);
}

std::size_t issues_per_group(const Matrix& matrix, const Screen& screen) {
  if (screen.width == 0) return std::max<std::size_t>(1, matrix.issues.size());
  const std::size_t room = screen.width > party_width ? screen.width - party_width : 0;
  return std::max<std::size_t>(1, room / (cell_width + column_gap));
}

Table grid_group(const Lookup& lookup, const Matrix& matrix, const CellMap& cells,
                 std::size_t first, std::size_t last, const Screen& screen) {
  std::vector<Column> columns{{"", 8}};
  for (std::size_t i = first; i < last; ++i)
    columns.push_back({visible(lookup.issue_label(matrix.issues[i])), 10});
  Table table{columns};
  for (const std::string& party : matrix.parties) {
    std::vector<std::string> row{row_head(lookup, party, screen)};
    bool any = false;
    for (std::size_t i = first; i < last; ++i) {
      const auto cell = cells.find({party, matrix.issues[i]});
      any = any || cell != cells.end();
      row.push_back(cell == cells.end() ? "no data" : cell_words(lookup, *cell->second, "\n"));
    }
    if (any) table.add_broken(row);
  }
  return table;
}

std::string grid(const Lookup& lookup, const Matrix& matrix, const Screen& screen) {
  const CellMap cells = cells_by_place(matrix);
  const std::size_t step = issues_per_group(matrix, screen),
                    groups = (matrix.issues.size() + step - 1) / step;
  std::string out;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::size_t first = group * step, last = std::min(matrix.issues.size(), first + step);
    if (groups > 1)
      out += heading(fmt::format("Issues {} to {} of {}", first + 1, last, matrix.issues.size()),
                     screen) +
             "\n";
    out += grid_group(lookup, matrix, cells, first, last, screen).text(screen) + "\n";
  }
  return out;
}

std::size_t suggested_cells(const Lookup& lookup, const Matrix& matrix) {
  return static_cast<std::size_t>(
      std::count_if(matrix.cells.begin(), matrix.cells.end(), [&](const Cell& cell) {
        const Position* newest = lookup.position(cell.newest);
        return newest && is_suggested(newest->review);
      }));
}

std::string legend(const Lookup& lookup, const Matrix& matrix, const Screen& screen) {
  const auto& documents = lookup.contents().documents;
  const auto newest = newest_date(documents);
  const std::size_t undated = undated_count(documents);
  std::string out =
      paragraph(fmt::format("As of {}, from {}{}. Each cell: the newest position (the one "
                            "read last where no dates order them), its date (the "
                            "day of printing, where \"said\" does not stand before "
                            "it), its id; a party without any in a group of issues is left "
                            "out there. \"no data\": nothing was found, which "
                            "says nothing about the party.",
                            newest ? to_string(*newest) : "no known date",
                            counted(source_count(documents), "source", "sources"),
                            undated > 0 ? fmt::format(" ({} undated)", undated) : ""),
                screen);
  const std::size_t suggested = suggested_cells(lookup, matrix);
  if (suggested > 0)
    out +=
        paragraph(fmt::format("? suggested by the program and not yet looked at ({} of {} cells).",
                              suggested, matrix.cells.size()),
                  screen);
  const auto unsure = std::count_if(matrix.cells.begin(), matrix.cells.end(),
                                    [](const Cell& cell) { return cell.unsure; });
  if (unsure > 0)
    out += paragraph(
        fmt::format(
            "low confidence: the statement behind it was read in two ways that do not agree; "
            "look at its sentence first ({} of {} cells).",
            unsure, matrix.cells.size()),
        screen);
  return out;
}

std::string sentence_of(const Lookup& lookup, const Cell& cell, const Screen& screen) {
  const Position* p = lookup.position(cell.newest);
  if (!p) return "";
  const DocumentCard* card = lookup.document(p->document);
  const std::string speaker = lookup.speaker_words(*p);
  const std::string head =
      fmt::format("{} on {}: {}", p->party, lookup.issue_label(p->issue), cell_words(lookup, cell));
  const std::string source =
      fmt::format("— {}, {}{}", speaker.empty() ? "the text itself" : speaker, p->document.text(),
                  card && !card->outlet.empty() ? " " + card->outlet : "");
  return paragraph(visible(head), screen, 4) +
         paragraph("    “" + visible(p->words) + "” " + visible(source), screen, 4);
}

std::string sentences_below(const Lookup& lookup, const Matrix& matrix, const Screen& screen) {
  std::string out = "\n" + heading("The sentence behind each cell", screen) + "\n";
  for (const Cell& cell : matrix.cells) out += sentence_of(lookup, cell, screen);
  return out;
}

}  // namespace

std::string matrix_text(const Case& contents, const Matrix& matrix, const Screen& screen,
                        Sentences sentences) {
  if (contents.documents.empty()) return "No documents yet. Add some: entente add CASE FILE\n";
  if (matrix.cells.empty())
    return paragraph(fmt::format("No positions found in {}.",
                                 counted(contents.documents.size(), "document", "documents")),
                     screen);
  const Lookup lookup{contents};
  const std::string head = grid(lookup, matrix, screen) + legend(lookup, matrix, screen);
  return sentences == Sentences::below ? head + sentences_below(lookup, matrix, screen) : head;
}

}  // namespace entente::report

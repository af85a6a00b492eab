// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "report/brief_page.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t columns_at_most = 6;  // what fits a page without scrolling sideways
constexpr std::size_t words_in_cell = 44;   // columns of a quote that stands in for an option

// Parties across and issues down, or the other way round where there are more parties than issues.
struct Grid {
  std::vector<std::string> rows, columns;
  bool issues_down = true;

  std::string_view party(std::size_t row, std::size_t column) const {
    return issues_down ? columns[column] : rows[row];
  }
  std::string_view issue(std::size_t row, std::size_t column) const {
    return issues_down ? rows[row] : columns[column];
  }
};

int kind_rank(const Page& page, const std::string& issue) {
  const Issue* found = page.lookup.issue(issue);
  return found ? static_cast<int>(found->kind) : 99;
}

Grid grid_of(const Page& page) {
  std::vector<std::string> issues = page.in.matrix.issues;
  std::stable_sort(issues.begin(), issues.end(), [&](const auto& a, const auto& b) {
    return kind_rank(page, a) < kind_rank(page, b);
  });
  const std::vector<std::string>& parties = page.in.matrix.parties;
  return parties.size() > issues.size() ? Grid{parties, issues, false}
                                        : Grid{issues, parties, true};
}

Html party_head(const Page& page, std::string_view name) {
  return html("<span class=\"letter\" aria-hidden=\"true\">{}</span> {}", page.letter_of(name),
              page.party(name));
}

Html head_of(const Page& page, const std::string& name, bool is_issue) {
  return is_issue ? bdi(page.lookup.issue_label(name)) : party_head(page, name);
}

// Five shades, from the first anchor of an ordered issue to the last; none where the position is
// not placed.
bool wants_it(Stance stance) {
  return stance != Stance::rejects && stance != Stance::undecided && stance != Stance::reports;
}

std::string shade_of(const Page& page, const Position& position) {
  const Issue* issue = page.lookup.issue(position.issue);
  if (!issue || !issue->ordered || issue->options.size() < 2 || !position.option ||
      !wants_it(position.stance))
    return "";
  const auto place = [&](const std::string& id) {
    const auto at = std::find_if(issue->options.begin(), issue->options.end(),
                                 [&](const Option& o) { return o.id == id; });
    return static_cast<double>(at - issue->options.begin());
  };
  const double middle = (place(position.option->low) + place(position.option->high)) / 2;
  return fmt::format(" t{}",
                     std::lround(4 * middle / static_cast<double>(issue->options.size() - 1)));
}

Html short_words(const Page& page, const Position& position) {
  const std::string option = page.lookup.option_words(position.issue, position.option);
  if (!option.empty()) return html("<span class=\"opt\">{}</span>", bdi(option));
  return html("<span class=\"opt said\">“{}”</span>",
              bdi(shortened(position.words, words_in_cell)));
}

Html red_line_mark(const Page& page, const Cell& cell) {
  const Position* line = page.lookup.red_line_of(cell);
  if (!line) return {};
  const auto day = day_of(*line);
  const std::string when = line->id == cell.newest ? ""
                           : day                   ? " " + short_day_text(*day)
                                                   : ", no date";
  return html("<span class=\"tag line\">red line{}</span> ", when);
}

Html cell_marks(const Page& page, const Cell& cell) {
  Html out = red_line_mark(page, cell);
  if (!cell.own) out += Html::raw("<span class=\"tag\">as others tell it</span> ");
  if (cell.unsure) out += Html::raw("<span class=\"tag\">low confidence</span> ");
  if (cell.moved) out += Html::raw("<span class=\"tag\">moved</span> ");
  if (cell.contradicted) out += Html::raw("<span class=\"tag two\">contradicts itself</span> ");
  return out;
}

Html cell_day(const Page& page, const Position& position) {
  const auto day = day_of(position);
  if (!day) return Html::raw("<span class=\"none\">no date</span>");
  const std::string age = page.as_of ? age_words(*day, *page.as_of) : "";
  return html("{} <time datetime=\"{}\">{}</time>{}", day_kind(position), to_string(*day),
              short_day_text(*day),
              age.empty() ? Html{} : html(" <span class=\"age\">{}</span>", age));
}

Html filled_cell(const Page& page, const Cell& cell, std::size_t note, std::string_view label) {
  const Position* newest = page.lookup.position(cell.newest);
  if (!newest) return Html::raw("<td role=\"cell\" class=\"empty\"></td>");
  return html(
      "<td role=\"cell\" class=\"full{}\" data-head=\"{}\"><a id=\"x{}\" href=\"#n{}\"><b "
      "class=\"stance\"><span "
      "aria-hidden=\"true\">{}</span> {}</b> {} {}<span class=\"when\">{}{} <span "
      "class=\"nr\">{}</span></span></a></td>\n",
      shade_of(page, *newest), label, note, note, stance_sign(newest->stance),
      spoken(word_of(newest->stance)), short_words(page, *newest), cell_marks(page, cell),
      cell_day(page, *newest), suggested_tag(newest->review), note);
}

std::string plain_head(const Page& page, const std::string& name, bool is_issue) {
  if (is_issue) return page.lookup.issue_label(name);
  const std::string role = page.lookup.role_words(name);
  return role.empty() ? name : fmt::format("{} ({})", name, role);
}

Html grid_row(const Page& page, const Grid& grid, std::size_t row, std::size_t first,
              std::size_t last, bool& any) {
  Html out = html("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>\n",
                  head_of(page, grid.rows[row], grid.issues_down));
  any = false;
  for (std::size_t column = first; column < last; ++column) {
    const std::size_t note = page.note_of(grid.party(row, column), grid.issue(row, column));
    const std::string& head = grid.columns[column];
    any = any || note > 0;
    out +=
        note > 0
            ? filled_cell(page, page.in.matrix.cells[note - 1], note,
                          plain_head(page, head, !grid.issues_down))
            : html("<td role=\"cell\" class=\"empty\" data-head=\"{}\"><span>no data</span></td>\n",
                   grid.issues_down ? head : page.lookup.issue_label(head));
  }
  return out + Html::raw("</tr>\n");
}

Html kind_row(const Page& page, const std::string& issue, std::size_t columns) {
  const Issue* found = page.lookup.issue(issue);
  const std::string_view kind = found ? word_of(found->kind) : "other";
  return html(
      "<tr role=\"row\" class=\"kind\"><th role=\"rowheader\" scope=\"colgroup\" "
      "colspan=\"{}\">{}</th></tr>\n",
      columns + 1, kind);
}

bool kinds_differ(const Page& page, const Grid& grid) {
  return grid.issues_down &&
         kind_rank(page, grid.rows.front()) != kind_rank(page, grid.rows.back());
}

Html grid_body(const Page& page, const Grid& grid, std::size_t first, std::size_t last,
               std::size_t& left_out) {
  const bool with_kinds = kinds_differ(page, grid);
  int kind = -1;
  Html out;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    bool any = false;
    const Html line = grid_row(page, grid, row, first, last, any);
    if (!any) {
      ++left_out;
      continue;
    }
    if (with_kinds && kind_rank(page, grid.rows[row]) != kind)
      out += kind_row(page, grid.rows[row], last - first);
    kind = kind_rank(page, grid.rows[row]);
    out += line;
  }
  return out;
}

Html grid_table(const Page& page, const Grid& grid, std::size_t first, std::size_t last,
                std::size_t part, std::size_t parts) {
  Html heads;
  for (std::size_t column = first; column < last; ++column)
    heads += html("<th scope=\"col\" role=\"columnheader\">{}</th>\n",
                  head_of(page, grid.columns[column], !grid.issues_down));
  std::size_t left_out = 0;
  const Html body = grid_body(page, grid, first, last, left_out);
  const std::string_view rows = grid.issues_down ? "issues" : "parties",
                         columns = grid.issues_down ? "parties" : "issues";
  const Html which = parts == 1 ? html("By {} and {}", rows, columns)
                                : html("{} {} to {} of {}", grid.issues_down ? "Parties" : "Issues",
                                       first + 1, last, grid.columns.size());
  const Html caption =
      html("{}{}", which,
           left_out > 0 ? html("; {} {} without data for any of them left out", left_out, rows)
                        : Html{});
  return html(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Position matrix, part {} "
      "of "
      "{}\"><table role=\"table\" "
      "class=\"matrix c{}\"><caption>{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\"><td "
      "role=\"cell\"></td>\n{}</tr></thead>\n<tbody "
      "role=\"rowgroup\">{}</tbody></table></div>\n",
      part, parts, last - first, caption, heads, body);
}

Html matrix_tables(const Page& page) {
  const Grid grid = grid_of(page);
  const std::size_t parts = (grid.columns.size() + columns_at_most - 1) / columns_at_most;
  Html out;
  for (std::size_t part = 0; part < parts; ++part)
    out += grid_table(page, grid, part * grid.columns.size() / parts,
                      (part + 1) * grid.columns.size() / parts, part + 1, parts);
  return out;
}

bool any_role(const Page& page) {
  const auto& parties = page.in.matrix.parties;
  return std::any_of(parties.begin(), parties.end(), [&](const std::string& party) {
    return !page.lookup.role_words(party).empty();
  });
}

Html role_legend(const Page& page) {
  return any_role(page)
             ? Html::raw(
                   " <span>Below a name: the party’s part in the talks and whether a deal needs "
                   "its yes, as the codebook has it. A mediator’s yes is never a party’s</span>")
             : Html{};
}

Html legend(const Page& page) {
  return html(
      "<p class=\"legend\"><span><b aria-hidden=\"true\">●</b> demands, wants, offers or concedes "
      "it</span> "
      "<span><b "
      "aria-hidden=\"true\">◐</b> open to it, or on a condition</span> <span><b "
      "aria-hidden=\"true\">✕</b> "
      "rejects it</span> <span><b "
      "aria-hidden=\"true\">○</b> undecided, or only reports</span> <span "
      "class=\"shades\">Shading: where "
      "the position stands on an "
      "ordered scale, <i class=\"t0\">first</i><i class=\"t2\"></i><i class=\"t4\">last</i> "
      "anchor</span> "
      "<span>{} suggested by the program, not yet looked at by a person</span> "
      "<span><b>low confidence</b>: the statement behind it was read in two ways that do not "
      "agree; look at its sentence first</span> "
      "<span><b>said</b>: the day that the text gives for the words; <b>printed</b>: the day of "
      "the "
      "document, where it gives none</span>{}</p>",
      suggested_sign(), role_legend(page));
}

Html note_item(const Page& page, const Position& position) {
  return html(
      "<li id=\"{}\"><p class=\"what\">{}{} <span class=\"ref\">{} · {}</span></p>{}</li>\n",
      position.id.text(), page.stance(position), page.tags(position), position.id.text(),
      dated(position), page.quote(position));
}

Html older_ids(const std::vector<PositionId>& all, std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = count; i > 0; --i) ids.push_back(all[i - 1].text());
  return html(
      "<p class=\"none\">Showing the newest {} of {}. Not shown: {}; the export of the case holds "
      "them.</p>\n",
      all.size() - count, all.size(), fmt::format("{}", fmt::join(ids, ", ")));
}

Html note(const Page& page, const Cell& cell, std::size_t number) {
  Html items;
  const std::size_t hidden =
      cell.all.size() > notes_per_cell ? cell.all.size() - notes_per_cell : 0;
  for (std::size_t i = cell.all.size(); i > hidden; --i)
    if (const Position* position = page.lookup.position(cell.all[i - 1]))
      items += note_item(page, *position);
  return html(
      "<article class=\"note\" id=\"n{}\" aria-labelledby=\"h{}\"><h4 id=\"h{}\"><span "
      "class=\"nr\">{}</span> {} <span "
      "class=\"on\">on</span> {}</h4><a class=\"back\" href=\"#x{}\">Back to the "
      "matrix</a>\n<ol>{}</ol>{}</article>\n",
      number, number, number, number, page.party(cell.party),
      bdi(page.lookup.issue_label(cell.issue)), number, items,
      hidden > 0 ? older_ids(cell.all, hidden) : Html{});
}

Html party_notes(const Page& page, const std::string& party) {
  Html out;
  for (std::size_t i = 0; i < page.in.matrix.cells.size(); ++i)
    if (page.in.matrix.cells[i].party == party) out += note(page, page.in.matrix.cells[i], i + 1);
  return out;
}

}  // namespace

Html matrix_section(const Page& page) {
  if (page.in.matrix.cells.empty())
    return Html::raw(
        "<section id=\"matrix\"><h2>Positions</h2><p class=\"none\">No position was found in the "
        "documents "
        "of this case.</p></section>\n");
  return html(
      "<section id=\"matrix\"><h2>Positions</h2><p class=\"sub\">The newest position of each party "
      "on each issue, or the one read last where no dates order them: {}. Each opens the sentences "
      "behind it. “No data” means that nothing was found; it says nothing about the "
      "party.</p>{}{}</section>\n",
      counted(page.in.matrix.cells.size(), "cell", "cells"), legend(page), matrix_tables(page));
}

Html notes_section(const Page& page) {
  if (page.in.matrix.cells.empty()) return {};
  Html out = Html::raw(
      "<section id=\"evidence\"><h2>Evidence</h2><p class=\"sub\">Every position with its "
      "sentence, the "
      "newest first. "
      "The numbers are those of the matrix.</p>\n");
  for (const std::string& party : page.in.matrix.parties)
    out += html("<h3>{}</h3>\n{}", page.party(party), party_notes(page, party));
  return out + Html::raw("</section>\n");
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>

#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t gap = 2;

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t columns = columns_of(text);
  return columns < width ? text + std::string(width - columns, ' ') : text;
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

template <class Use>
void each_line(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    use(text.substr(at, end - at));
    at = end + 1;
  }
}

std::vector<std::string> wrapped_lines(const std::string& cell, std::size_t width) {
  std::vector<std::string> out;
  each_line(cell, [&](std::string_view line) {
    for (std::string& part : wrapped(line, width)) out.push_back(std::move(part));
  });
  return out;
}

std::string on_one_line(std::string cell) {
  std::replace(cell.begin(), cell.end(), '\n', ' ');
  return cell;
}

// The row where, as in most, every cell is one line that fits its column; nothing else.
std::optional<std::string> in_one_line(const std::vector<std::string>& cells,
                                       const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t columns = columns_of(cells[i]);
    if (columns > widths[i] || cells[i].find('\n') != std::string::npos) return std::nullopt;
    line += cells[i];
    line.append(widths[i] + gap - columns, ' ');
  }
  return without_end_blanks(std::move(line));
}

// One row of cells, each wrapped into its column.
std::vector<std::string> row_lines(const std::vector<std::string>& cells,
                                   const std::vector<std::size_t>& widths) {
  if (std::optional<std::string> line = in_one_line(cells, widths)) return {std::move(*line)};
  std::vector<std::vector<std::string>> columns;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns.push_back(wrapped_lines(cells[i], widths[i]));
    height = std::max(height, columns.back().size());
  }
  std::vector<std::string> lines;
  for (std::size_t y = 0; y < height; ++y) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i)
      line += padded(y < columns[i].size() ? columns[i][y] : "", widths[i] + gap);
    lines.push_back(without_end_blanks(line));
  }
  return lines;
}

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

}  // namespace

void Table::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = visible(cell);
  rows_.push_back(std::move(cells));
}

void Table::add_broken(std::vector<std::string> cells) {
  for (std::string& cell : cells) {
    std::string lines;
    each_line(cell, [&](std::string_view line) {
      (lines += lines.empty() ? "" : "\n") += visible(line);
    });
    cell = lines;
  }
  rows_.push_back(std::move(cells));
  spaced_ = true;
}

std::string Table::text(const Screen& screen) const {
  if (screen.width == 0) return in_one_line_each(screen);
  const std::vector<std::size_t> widths = widths_for(screen.width);
  return widths.empty() ? in_blocks(screen) : in_columns(widths, screen);
}

std::string Table::in_one_line_each(const Screen& screen) const {
  if (!spaced_) return in_columns(natural_widths(), screen);  // no cell has a line's end
  Table flat = *this;
  flat.spaced_ = false;
  for (auto& row : flat.rows_) std::transform(row.begin(), row.end(), row.begin(), on_one_line);
  return flat.in_columns(flat.natural_widths(), screen);
}

std::vector<std::size_t> Table::natural_widths() const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(columns_of(column.head));
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i)
      each_line(row[i],
                [&](std::string_view line) { widths[i] = std::max(widths[i], columns_of(line)); });
  return widths;
}

// The widest columns give way first, all to the same width, none below its least.
std::vector<std::size_t> Table::widths_for(std::size_t screen_width) const {
  const std::vector<std::size_t> natural = natural_widths();
  for (std::size_t cap = *std::max_element(natural.begin(), natural.end()); cap > 0; --cap) {
    std::vector<std::size_t> widths = natural;
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::min(natural[i], std::max(cap, columns_[i].least));
    if (total(widths) <= screen_width) return widths;
  }
  return {};
}

std::string Table::in_columns(const std::vector<std::size_t>& widths, const Screen& screen) const {
  std::vector<std::string> heads, rules;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    heads.push_back(columns_[i].head);
    rules.push_back(std::string(widths[i], '-'));
  }
  std::string out;
  for (const std::string& line : row_lines(heads, widths)) out += bold(line, screen) + "\n";
  out += faint(row_lines(rules, widths)[0], screen) + "\n";
  for (const auto& row : rows_) {
    for (const std::string& line : row_lines(row, widths)) out += line + "\n";
    if (spaced_ && &row != &rows_.back()) out += "\n";
  }
  return out;
}

std::string Table::in_blocks(const Screen& screen) const {
  std::string out;
  for (const auto& row : rows_) {
    if (!out.empty()) out += "\n";
    std::string name = row[0];  // with the marks, whose columns have no name
    for (std::size_t i = 1; i < row.size(); ++i)
      if (columns_[i].head.empty() && !row[i].empty()) name += " " + on_one_line(row[i]);
    out += heading(name, screen);
    for (std::size_t i = 1; i < row.size(); ++i)
      if (!columns_[i].head.empty() && !row[i].empty())
        out += paragraph("  " + columns_[i].head + ": " + on_one_line(row[i]), screen, 4);
  }
  return out;
}

std::string bold(const std::string& text, const Screen& screen) {
  return screen.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
}

std::string faint(const std::string& text, const Screen& screen) {
  return screen.colour ? "\x1b[2m" + text + "\x1b[0m" : text;
}

std::string heading(const std::string& text, const Screen& screen) {
  std::string out;
  for (const std::string& line :
       screen.width == 0 ? std::vector{text} : wrapped(text, screen.width))
    out += bold(line, screen) + "\n";
  return out;
}

std::string paragraph(const std::string& text, const Screen& screen, std::size_t indent) {
  if (screen.width == 0) return text + "\n";
  const std::size_t lead = std::min(text.find_first_not_of(' '), text.size());
  const std::vector<std::string> lines =
      wrapped(text, screen.width - std::min(screen.width - 1, std::max(lead, indent)));
  std::string out = std::string(lead, ' ') + lines[0] + "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) out += std::string(indent, ' ') + lines[i] + "\n";
  return out;
}

}  // namespace entente::report

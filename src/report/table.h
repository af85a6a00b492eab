// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/terminal.h"

namespace entente::report {

struct Column {
  std::string head;
  std::size_t least =
      4;  // never narrower than this; where that does not fit, a row becomes a small block of lines
};

// Rows of text in columns, for a terminal. Cells are made visible() here.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);
  // Cells whose line ends stay where the screen has a width, with a blank line below each row.
  void add_broken(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  std::string text(const Screen& screen) const;

 private:
  std::vector<std::size_t> natural_widths() const;
  std::vector<std::size_t> widths_for(std::size_t screen_width) const;  // empty: does not fit
  std::string in_one_line_each(const Screen& screen) const;
  std::string in_columns(const std::vector<std::size_t>& widths, const Screen& screen) const;
  std::string in_blocks(const Screen& screen) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
  bool spaced_ = false;
};

std::string bold(const std::string& text, const Screen& screen);
std::string faint(const std::string& text, const Screen& screen);

std::string heading(const std::string& text, const Screen& screen);  // a bold paragraph

// Wrapped to the screen, the lines after the first indented.
std::string paragraph(const std::string& text, const Screen& screen, std::size_t indent = 0);

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/sample_case.h"

namespace entente::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// RFC 4180 read by its letter, to hold the writer against.
Rows read_rows(const std::string& text) {
  Rows rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"')
        row.back() += text[i];
      else if (i + 1 < text.size() && text[i + 1] == '"')
        row.back() += text[++i];
      else
        quoted = false;
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      row.emplace_back();
    } else if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      rows.push_back(std::exchange(row, std::vector<std::string>(1)));
      ++i;
    } else {
      row.back() += text[i];
    }
  }
  return rows;
}

TEST(Csv, a_row_ends_with_carriage_return_and_line_feed) {
  EXPECT_EQ(csv_row({"a", "b", ""}), "a,b,\r\n");
}

TEST(Csv, commas_quotes_and_line_ends_are_quoted) {
  EXPECT_EQ(csv_row({"a,b", "say \"no\"", "two\nlines"}),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
}

TEST(Csv, a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe) {
  for (const char* cell :
       {"=1+1", "+41", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1+1"})
    EXPECT_EQ(read_rows(csv_row({cell, "x"}))[0][0], std::string("'") + cell) << cell;
  EXPECT_EQ(csv_row({"=HYPERLINK(\"http://x\",\"y\")"}),
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
}

TEST(Csv, a_cell_with_a_sign_further_on_stays_as_it_is) {
  EXPECT_EQ(csv_row({"a=b", "2-1", "", "x@y"}), "a=b,2-1,,x@y\r\n");
}

TEST(Csv, a_case_gives_one_row_for_each_position_under_a_header) {
  const Case contents = kit::small_case();
  const Rows rows = read_rows(write_csv(contents));
  ASSERT_EQ(rows.size(), contents.positions.size() + 1);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  const auto column = [&](const char* name) {
    return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) -
                                    rows[0].begin());
  };
  EXPECT_EQ(rows[1][column("position")], "p1");
  EXPECT_EQ(rows[1][column("party")], "Arvenia");
  EXPECT_EQ(rows[1][column("issue_label")], "Territory");
  EXPECT_EQ(rows[1][column("firmness")], "red_line");
  EXPECT_EQ(rows[1][column("option_high")], "observers");
  EXPECT_EQ(rows[1][column("speaker")], "Ilan Torre");
  EXPECT_EQ(rows[1][column("file")], "readout.txt");
  EXPECT_EQ(rows[1][column("document_date")], "2031-03-05");
  EXPECT_EQ(rows[1][column("words")], "We will not leave the northern valley,");
  EXPECT_EQ(rows[1][column("begin")], std::to_string(contents.positions[0].evidence.begin));
  EXPECT_EQ(rows[1][column("sha256")], contents.documents[0].sha256);
  EXPECT_EQ(rows[2][column("speaker")], "");
  EXPECT_EQ(rows[2][column("reported_by")], "narrator");
  EXPECT_EQ(rows[4][column("status")], "suggested");
}

TEST(Csv, an_empty_case_gives_the_header_alone) {
  EXPECT_EQ(read_rows(write_csv(Case{})).size(), 1u);
}

RC_GTEST_PROP(CsvProperty, any_cells_are_read_back_but_for_the_guard,
              (const std::vector<std::string>& cells)) {
  RC_PRE(!cells.empty());
  const Rows rows = read_rows(csv_row(cells));
  RC_ASSERT(rows.size() == 1u);
  RC_ASSERT(rows[0].size() == cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    RC_ASSERT((rows[0][i] == cells[i] || rows[0][i] == "'" + cells[i]));
}

}  // namespace
}  // namespace entente::exchange

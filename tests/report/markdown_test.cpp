// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "kit/grown_case.h"
#include "kit/says.h"
#include "report/brief.h"

namespace entente::report {
namespace {

using kit::says;

std::string markdown_of(const kit::GrownCase& c, const std::string& title = "The lake talks") {
  const Matrix matrix = c.matrix();
  const Coverage coverage = c.coverage();
  return brief_markdown({title, "entente 0.1.0", c.contents, matrix, c.movements, c.contradictions,
                         c.crossings, c.accounts, coverage,
                         [&](DocumentId id) { return c.text_of(id); }, nullptr, c.checks});
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

struct Notes {
  std::set<std::string> told;
  std::vector<std::string> cited;
};

// Footnotes by label: those with a text of their own, and those referred to.
Notes notes_in(const std::string& text) {
  Notes out;
  for (const std::string& line : lines_in(text)) {
    const bool told = line.starts_with("[^");
    for (std::size_t at = line.find("[^"); at != line.npos; at = line.find("[^", at + 1)) {
      if (at > 0 && line[at - 1] == '\\') continue;
      const std::string label = line.substr(at + 2, line.find(']', at) - at - 2);
      if (told && at == 0)
        EXPECT_TRUE(out.told.insert(label).second) << "twice: " << label;
      else
        out.cited.push_back(label);
    }
  }
  return out;
}

TEST(Markdown, a_text_is_no_mark_no_link_and_no_cell) {
  EXPECT_EQ(in_markdown("*a* _b_ `c` [d](e) | <b>"),
            "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\| \\<b\\>");
  EXPECT_EQ(in_markdown("http://x.example www.x.example a@b.example"),
            "http\\://x.example www\\.x.example a\\@b.example");
  EXPECT_EQ(in_markdown("a\n# b\r\n\n- c"), "a \\# b - c");
  EXPECT_EQ(in_markdown("5 % of 12: yes, twice."), "5 % of 12: yes, twice.");
}

TEST(Markdown, a_table_has_as_many_cells_in_each_row_as_it_has_heads) {
  const std::string table = markdown_table({"a", in_markdown("b|c")}, {{"1", ""}, {"3", "4"}});
  EXPECT_EQ(table, "| a | b\\|c |\n| --- | --- |\n| 1 | – |\n| 3 | 4 |\n\n");
}

TEST(BriefMarkdown, every_finding_leads_to_a_footnote_with_its_sentence) {
  const kit::GrownCase c = kit::lake_case();
  const std::string text = markdown_of(c);
  const Notes notes = notes_in(text);
  EXPECT_FALSE(notes.cited.empty());
  for (const std::string& label : notes.cited) EXPECT_TRUE(notes.told.contains(label)) << label;
  const Matrix matrix = c.matrix();
  for (const Cell& cell : matrix.cells) EXPECT_TRUE(notes.told.contains(cell.newest.text()));
  for (const Movement& one : c.movements)
    for (const PositionId id : {one.from, one.to}) EXPECT_TRUE(notes.told.contains(id.text()));
}

TEST(BriefMarkdown, it_tells_what_the_page_tells) {
  const std::string text = markdown_of(kit::lake_case());
  for (const char* heading : {"# The lake talks", "## Positions", "## Movement and contradiction",
                              "## Drafts", "## Meetings", "## Accounts side by side", "## Levers",
                              "## People", "## What this rests on", "## Sources"})
    EXPECT_TRUE(says(text, heading)) << heading;
  EXPECT_TRUE(says(text, "crosses a red line of Velmar"));
  EXPECT_TRUE(says(text, "**red line**"));
}

TEST(BriefMarkdown, a_hostile_text_stays_a_text) {
  kit::GrownCase c = kit::lake_case();
  const std::string hostile = "x](javascript:alert(1)) <script>\n# Heading\n| cell |\n[^p1]: gone";
  for (DocumentCard& card : c.contents.documents) card.title = card.outlet = hostile;
  for (Person& person : c.contents.people) person.name = person.role = hostile;
  for (Meeting& meeting : c.contents.meetings) meeting.place = hostile;
  const std::string text = markdown_of(c, hostile);
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1))
    EXPECT_TRUE(at > 0 && text[at - 1] == '\\') << text.substr(at, 20);
  EXPECT_EQ(text.find("x]("), text.npos);
  const std::string plain = markdown_of(kit::lake_case());
  const auto headings = [](const std::string& of) {
    std::size_t count = 0;
    for (const std::string& line : lines_in(of)) count += line.starts_with("#");
    return count;
  };
  EXPECT_EQ(headings(text), headings(plain));
  EXPECT_EQ(notes_in(text).told, notes_in(plain).told);
}

TEST(BriefMarkdown, a_case_without_documents_says_so) {
  EXPECT_TRUE(says(markdown_of(kit::GrownCase{}), "This case has no documents."));
}

}  // namespace
}  // namespace entente::report

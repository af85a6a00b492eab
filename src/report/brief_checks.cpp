// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/acceptance.h"
#include "report/brief_page.h"
#include "report/first_of.h"

namespace entente::report {
namespace {

constexpr std::size_t most_checks = 12, most_rows = 60;

// A draft of which no clause could be placed says nothing here.
bool tells_something(const DraftCheck& check) {
  return std::any_of(check.words.begin(), check.words.end(), [](const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const Word& word) { return word.answer != Answer::unknown; });
  });
}

std::vector<std::size_t> columns_in(const DraftCheck& check) {
  std::vector<std::size_t> out;
  for (std::size_t p = 0; p < check.parties.size(); ++p)
    if (check.parties[p].needed) out.push_back(p);
  return out;
}

// Signs as in the matrix: nothing is said by the sign alone.
std::string_view answer_sign(Answer answer) {
  switch (answer) {
    case Answer::accepts:
      return "●";
    case Answer::open_to:
    case Answer::conditional:
      return "◐";
    case Answer::against:
      return "✕";
    case Answer::red_line:
      return "▮";
    case Answer::unknown:
      break;
  }
  return "?";
}

Html word_cell(const Page& page, const Word& word) {
  const Position* position = word.position ? page.lookup.position(*word.position) : nullptr;
  const std::string condition = condition_of(page.lookup, word);
  Html out = word.answer == Answer::red_line
                 ? Html::raw("<span class=\"tag line\">crosses a red line</span>")
                 : html("<b class=\"stance\"><span aria-hidden=\"true\">{}</span> {}</b>",
                        answer_sign(word.answer), answer_words(word.answer));
  if (word.answer == Answer::conditional && !condition.empty())
    out += html(" <span class=\"cond\">{}</span>", bdi(condition));
  if (word.answer == Answer::unknown && word.doubt != Doubt::silent &&
      (word.doubt != Doubt::clause || position))
    out += html(" <span class=\"cond\">{}</span>", doubt_words(word.doubt));
  if (position)
    out += html(
        " {} <span class=\"when\">{}</span>",
        page.position_link(*position, html("<span class=\"ref\">{}</span>", position->id.text())),
        dated(*position));
  return html("<td>{}</td>", out);
}

Html check_row(const Page& page, const DraftCheck& check, std::size_t c) {
  const Clause& clause = check.clauses[c];
  const std::string option = page.lookup.option_words(clause.issue, clause.option);
  Html cells;
  for (std::size_t p : columns_in(check)) cells += word_cell(page, check.words[c][p]);
  return html(
      "<tr><th scope=\"row\">{}</th><td>{}{}</td>{}</tr>\n",
      html("{} <span class=\"ref\">{}</span>", bdi(clause_name(check, c)), clause.id.text()),
      clause.issue.empty() ? Html::raw("<span class=\"none\">no issue of the codebook</span>")
                           : bdi(page.lookup.issue_label(clause.issue)),
      option.empty() ? html(": <span class=\"none\">no option named</span>")
                     : html(": {}", bdi(option)),
      cells);
}

Html answer_table(const Page& page, const DraftCheck& check) {
  Html heads, rows;
  for (std::size_t p : columns_in(check))
    heads += html("<th scope=\"col\">{}</th>", bdi(check.parties[p].party));
  for (std::size_t c = 0; c < std::min(most_rows, check.clauses.size()); ++c)
    rows += check_row(page, check, c);
  const Html rest =
      check.clauses.size() <= most_rows
          ? Html{}
          : html("<p class=\"none\">And {} more clauses: entente check shows them.</p>\n",
                 check.clauses.size() - most_rows);
  return html(
      "<div class=\"scroll\"><table class=\"plain\"><caption>Each clause and each party whose yes "
      "is needed, by the party’s own words. Open to it, or on a condition, is no "
      "yes.</caption><thead><tr><th scope=\"col\">Clause</th><th "
      "scope=\"col\">Settles</th>{}</tr></thead><tbody>\n{}</tbody></table></div>\n{}",
      heads, rows, rest);
}

Html balance_row(const DraftCheck& check, std::size_t p) {
  Html cells;
  for (Bearing bearing : {Bearing::wanted, Bearing::offered, Bearing::open, Bearing::against,
                          Bearing::crossed, Bearing::unknown})
    cells += html("<td>{}</td>", check.balances[p].count(bearing));
  return html("<tr><th scope=\"row\">{}</th>{}</tr>\n", bdi(check.parties[p].party), cells);
}

Html balance_table(const DraftCheck& check) {
  Html heads, rows;
  for (Bearing bearing : {Bearing::wanted, Bearing::offered, Bearing::open, Bearing::against,
                          Bearing::crossed, Bearing::unknown})
    heads += html("<th scope=\"col\">{}</th>", bearing_words(bearing));
  for (std::size_t p : columns_in(check)) rows += balance_row(check, p);
  return html(
      "<p>{}</p><div class=\"scroll\"><table class=\"plain\"><caption>Clauses, counted against "
      "what each party has said itself. Each counts as one, whatever it "
      "weighs.</caption><thead><tr><td></td>{}</tr></thead><tbody>\n{}</tbody></table></div>\n",
      balance_words(check), heads, rows);
}

Html one_check(const Page& page, const DraftCheck& check) {
  return html("<article class=\"check\"><h4>{} <small>{}</small></h4><p>{}</p>{}{}</article>\n",
              bdi(check.draft), check.clauses.front().document.text(), outcome_words(check),
              answer_table(page, check), balance_table(check));
}

}  // namespace

Html draft_checks(const Page& page) {
  std::vector<const DraftCheck*> shown;
  for (const DraftCheck& check : page.in.checks)
    if (tells_something(check) && !columns_in(check).empty()) shown.push_back(&check);
  if (shown.empty()) return {};
  return html(
      "<h3>Would they pass?</h3>{}",
      first_of(
          shown, most_checks, [&](const DraftCheck* check) { return one_check(page, *check); },
          "<p class=\"none\">And {} more: entente check shows them.</p>\n"));
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"
#include "report/first_of.h"
#include "report/word_diff.h"

namespace entente::report {
namespace {

std::string_view agreement_words(Agreement agreement) {
  switch (agreement) {
    case Agreement::agreed:
      return "both say so";
    case Agreement::differs:
      return "they differ";
    case Agreement::only_left:
      return "only here";
    case Agreement::only_right:
      break;
  }
  return "only there";
}

std::string_view agreement_sign(Agreement agreement) {
  switch (agreement) {
    case Agreement::agreed:
      return "=";
    case Agreement::differs:
      return "≠";
    case Agreement::only_left:
      return "←";
    case Agreement::only_right:
      break;
  }
  return "→";
}

Html runs_html(const std::vector<WordRun>& runs) {
  Html out;
  for (const WordRun& run : runs)
    out += run.shared ? html("{}", run.text) : html("<u>{}</u>", run.text);
  return out;
}

Html account_cell(const Html& words, std::string_view head) {
  if (words.empty())
    return html("<td class=\"silent\" data-head=\"{}\"><span>not in this account</span></td>",
                head);
  return html("<td data-head=\"{}\"><p dir=\"auto\">{}</p></td>", head, words);
}

std::string side_words(const Page& page, const std::optional<Evidence>& side) {
  return side ? page.excerpts.at(*side).words : "";
}

Html account_row(const Page& page, const AccountLine& line, std::string_view left_head,
                 std::string_view right_head) {
  const std::string left = side_words(page, line.left), right = side_words(page, line.right);
  const auto [left_runs, right_runs] = word_diff(left, right);
  const bool both = line.left && line.right;
  return html(
      "<tr class=\"{}\">{}<td class=\"join\"><span aria-hidden=\"true\">{}</span> "
      "<small>{}</small></td>{}</tr>\n",
      word_of(line.agreement),
      account_cell(both ? runs_html(left_runs) : html("{}", left), left_head),
      agreement_sign(line.agreement), agreement_words(line.agreement),
      account_cell(both ? runs_html(right_runs) : html("{}", right), right_head));
}

std::string account_head(const Page& page, MeetingId id) {
  const Meeting* meeting = page.lookup.meeting(id);
  const DocumentCard* card = meeting ? page.lookup.document(meeting->document) : nullptr;
  return !card ? id.text() : card->outlet.empty() ? card->name : card->outlet;
}

Html meeting_heading(const Page& page, const AccountPair& pair) {
  const Meeting* meeting = page.lookup.meeting(pair.left);
  if (!meeting) return html("<h3>{}, {}</h3>", pair.left.text(), pair.right.text());
  Html parties;
  for (const std::string& party : meeting->parties)
    parties += (parties.empty() ? Html{} : Html::raw(" and ")) + bdi(party);
  return html("<h3>{}{}{}, {}</h3>", parties, meeting->place.empty() ? "" : " in ",
              bdi(meeting->place), day_html(meeting->when));
}

Html column_head(const Page& page, MeetingId id) {
  const Meeting* meeting = page.lookup.meeting(id);
  return meeting ? html("{} <a class=\"ref\" href=\"#{}\">{}</a>",
                        page.source_link(meeting->document), id.text(), id.text())
                 : html("{}", id.text());
}

Html account_table(const Page& page, const AccountPair& pair) {
  const std::string left = account_head(page, pair.left), right = account_head(page, pair.right);
  Html rows;
  for (const AccountLine& line : pair.lines) rows += account_row(page, line, left, right);
  return html(
      "{}<table class=\"accounts\"><caption>Two accounts, sentence by "
      "sentence</caption><thead><tr><th "
      "scope=\"col\">{}</th><td></td><th "
      "scope=\"col\">{}</th></tr></thead><tbody>\n{}</tbody></table>\n",
      meeting_heading(page, pair), column_head(page, pair.left), column_head(page, pair.right),
      rows);
}

}  // namespace

Html accounts_section(const Page& page) {
  if (page.in.accounts.empty())
    return Html::raw(
        "<section id=\"accounts\"><h2>Accounts side by side</h2><p class=\"none\">No meeting is "
        "told of by "
        "two independent documents.</p></section>\n");
  constexpr std::size_t most_shown = 20;
  const Html tables = first_of(page.in.accounts, most_shown,
                               [&](const AccountPair& pair) { return account_table(page, pair); });
  return html(
      "<section id=\"accounts\"><h2>Accounts side by side</h2><p class=\"sub\">Sentences that "
      "match stand on "
      "one line; underlined are words that "
      "the other account does not have. That one account is silent does not make the other "
      "wrong.</p>{}</section>\n",
      tables);
}

}  // namespace entente::report

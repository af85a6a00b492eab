// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"
#include "report/first_of.h"
#include "report/ledger.h"
#include "report/word_diff.h"

namespace entente::report {
namespace {

constexpr std::size_t most_in_brief = 60;
constexpr std::string_view rest_of_list =
    "<li class=\"none\">And {} more: <code>entente movements</code> and <code>entente "
    "contradictions</code> list them.</li>";

Html titled_list(std::string_view heading, const Html& items) {
  return items.empty() ? Html{} : html("<h3>{}</h3><ol class=\"list\">{}</ol>\n", heading, items);
}

Html stand(const Page& page, const std::optional<PositionId>& id) {
  const Position* position = id ? page.lookup.position(*id) : nullptr;
  if (!position) return {};
  return html("{}{} {}", page.stance(*position), page.tags(*position),
              page.position_link(*position, html("<span class=\"ref\">{}</span>", id->text())));
}

Html day_of_change(const CellChange& change) {
  if (change.recoding) return html("coded {}", change.recoding->at.substr(0, 10));
  return day_html(change.day);
}

Html what_changed(const Page& page, const CellChange& change) {
  if (change.recoding)
    return html("{} by {}{}{}", change.recoding->position.text(), bdi(change.recoding->who),
                change.recoding->why.empty() ? "" : ": ", bdi(change.recoding->why));
  const Html to = stand(page, change.to);
  return change.from
             ? html("{} <span aria-hidden=\"true\">→</span> {}", stand(page, change.from), to)
             : to;
}

Html change_item(const Page& page, const CellChange& change) {
  return html("<li class=\"{}\">{} · <b>{}</b> · {} <span class=\"on\">on</span> {}<br>{}</li>",
              word_of(change.cause), day_of_change(change), cause_words(change, page.lookup),
              bdi(change.party), bdi(page.lookup.issue_label(change.issue)),
              what_changed(page, change));
}

Html course_item(const Page& page, const IssueCourse& course) {
  return html("<li><b>{}</b>: {}</li>", bdi(page.lookup.issue_label(course.issue)),
              course_words(course));
}

Html marked_run(const std::vector<WordRun>& runs) {
  Html out;
  for (const WordRun& run : runs)
    out += run.shared ? html("{}", run.text) : html("<u>{}</u>", run.text);
  return out;
}

Html printed(const Page& page, const Statement& statement, const Html& words) {
  return html("<blockquote dir=\"auto\"><p>{}</p></blockquote><p class=\"by\">{} in {}</p>", words,
              bdi(statement.speaker), page.source_link(statement.document));
}

Html two_wordings(const Page& page, StatementId one, StatementId other, const Html& head) {
  const Statement *left = page.lookup.statement(one), *right = page.lookup.statement(other);
  if (!left || !right) return {};
  const auto [a, b] = word_diff(left->words, right->words);
  return html("<li>{}{}{}</li>", head, printed(page, *left, marked_run(a)),
              printed(page, *right, marked_run(b)));
}

Html variant_items(const Page& page, const Disputes& found) {
  return first_of(
      found.variants, most_in_brief,
      [&](const QuoteVariant& pair) { return two_wordings(page, pair.left, pair.right, {}); },
      rest_of_list);
}

Html departure_items(const Page& page, const Disputes& found) {
  return first_of(
      found.departures, most_in_brief,
      [&](const Departure& one) {
        return two_wordings(page, one.paraphrase, one.quote,
                            html("<p class=\"what\">{}</p>", departs_words(one.in)));
      },
      rest_of_list);
}

Html colour_items(const Disputes& found) {
  return first_of(
      found.colours, most_in_brief,
      [](const ColourCount& one) {
        return html("<li>{}: the narrator {} at words of {}, {}</li>",
                    bdi(one.outlet.empty() ? "outlet not stated" : one.outlet),
                    colour_words(one.colour), bdi(one.party.empty() ? "unknown" : one.party),
                    counted(one.count, "time", "times"));
      },
      rest_of_list);
}

Html lever_item(const Page& page, const Lever& lever) {
  return html(
      "<li id=\"{}\"><p class=\"what\"><b>{}</b> {}{} <span class=\"ref\">{}</span></p>{}</li>",
      lever.id.text(), bdi(lever.holder), lever_words(lever), suggested_tag(lever.review),
      lever.id.text(), page.quote(Evidence{lever.document, lever.evidence}, lever.reported_by));
}

}  // namespace

Html ledger_lists(const Page& page) {
  if (!page.in.ledger) return {};
  const Html changes = first_of(
      page.in.ledger->changes, most_in_brief,
      [&](const CellChange& change) { return change_item(page, change); }, rest_of_list);
  const Html courses = first_of(
      page.in.ledger->issues, most_in_brief,
      [&](const IssueCourse& course) { return course_item(page, course); }, rest_of_list);
  return titled_list("How each issue goes", courses) +
         titled_list("Every change of a cell, with its cause", changes);
}

Html disputes_lists(const Page& page) {
  if (!page.in.disputes) return {};
  const Disputes& found = *page.in.disputes;
  return titled_list("One quotation, printed with different words", variant_items(page, found)) +
         titled_list("A paraphrase that departs from the quotation beside it",
                     departure_items(page, found)) +
         titled_list("Words by which narrators colour what is said", colour_items(found));
}

Html levers_section(const Page& page) {
  std::vector<const Lever*> standing;
  for (const Lever& lever : page.in.contents.levers)
    if (!is_rejected(lever.review) && !page.lookup.original_of(lever.document))
      standing.push_back(&lever);
  if (standing.empty())
    return Html::raw(
        "<section id=\"levers\"><h2>Levers</h2><p class=\"none\">No document tells who could do or "
        "leave what to move another.</p></section>\n");
  return html(
      "<section id=\"levers\"><h2>Levers</h2><p class=\"sub\">Who controls what, as the documents "
      "tell it: what is used, warned of, offered, asked for.</p><ol "
      "class=\"list\">{}</ol></section>\n",
      first_of(
          standing, most_in_brief, [&](const Lever* lever) { return lever_item(page, *lever); },
          "<li class=\"none\">And {} more: <code>entente levers</code> lists them.</li>"));
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"
#include "report/first_of.h"

namespace entente::report {
namespace {

// A page that shows more pairs than this is no brief.
constexpr std::size_t most_shown = 60;

Html side(const Page& page, std::string_view head, PositionId id) {
  const Position* position = page.lookup.position(id);
  if (!position)
    return html("<div class=\"side\"><p class=\"none\">{} is not in the case.</p></div>",
                id.text());
  return html(
      "<div class=\"side\"><p class=\"what\"><span class=\"head\">{} · {}</span> {}{} "
      "{}</p>{}</div>",
      head, dated(*position), page.stance(*position), page.tags(*position),
      page.position_link(*position, html("<span class=\"ref\">{}</span>", id.text())),
      page.quote(*position));
}

Html cell_heading(const Page& page, const std::string& party, const std::string& issue) {
  const std::size_t note = page.note_of(party, issue);
  const Html words = html("{} <span class=\"on\">on</span> {}", page.party(party),
                          bdi(page.lookup.issue_label(issue)));
  return note == 0 ? html("<h4>{}</h4>", words)
                   : html("<h4><a href=\"#n{}\">{}</a></h4>", note, words);
}

Html pair(const Html& heading, const Html& left, const Html& right, std::string_view kind) {
  return html("<article class=\"pair {}\">{}<div class=\"sides\">{}{}</div></article>\n", kind,
              heading, left, right);
}

Html movement_pairs(const Page& page) {
  return first_of(page.in.movements, most_shown, [&](const Movement& m) {
    return pair(cell_heading(page, m.party, m.issue), side(page, "Before", m.from),
                side(page, "After", m.to), "moved");
  });
}

Html contradiction_pairs(const Page& page) {
  return first_of(page.in.contradictions, most_shown, [&](const Contradiction& c) {
    return pair(cell_heading(page, c.party, c.issue), side(page, "One voice", c.one),
                side(page, "Another", c.other), "against");
  });
}

Html clause_side(const Page& page, ClauseId id) {
  const Clause* clause = page.lookup.clause(id);
  if (!clause)
    return html("<div class=\"side\"><p class=\"none\">{} is not in the case.</p></div>",
                id.text());
  const std::string option = page.lookup.option_words(clause->issue, clause->option);
  return html(
      "<div class=\"side\" id=\"{}-{}\"><p class=\"what\"><span class=\"head\">{}{}{}</span> {}{} "
      "<span "
      "class=\"ref\">{}</span></p>{}</div>",
      "clause", id.text(), bdi(clause->draft), clause->number.empty() ? "" : ", ",
      bdi(clause->number),
      option.empty() ? Html{} : html("<span class=\"opt\">{}</span>", bdi(option)),
      suggested_tag(clause->review), id.text(),
      page.quote(Evidence{clause->document, clause->evidence}, ""));
}

Html crossing_heading(const Page& page, const Crossing& crossing) {
  const Clause* clause = page.lookup.clause(crossing.clause);
  const Position* line = page.lookup.position(crossing.red_line);
  if (!clause || !line)
    return html("<h4>{} <span class=\"on\">crosses</span> {}</h4>", crossing.clause.text(),
                crossing.red_line.text());
  return html(
      "<h4>{} <span class=\"on\">meets a red line of</span> {} <span class=\"on\">on</span> "
      "{}</h4>",
      bdi(clause->number.empty() ? clause->draft : clause->number), bdi(line->party),
      bdi(page.lookup.issue_label(line->issue)));
}

Html clause_item(const Page& page, const Clause& clause) {
  const Html issue = clause.issue.empty()
                         ? Html::raw("<span class=\"none\">fits no issue of the codebook</span>")
                         : bdi(page.lookup.issue_label(clause.issue));
  const std::string option = page.lookup.option_words(clause.issue, clause.option);
  return html(
      "<li id=\"{}\"><p class=\"what\"><b>{}</b> {}{}{} <span "
      "class=\"ref\">{}</span></p>{}</li>\n",
      clause.id.text(), bdi(clause.number.empty() ? clause.draft : clause.number), issue,
      option.empty() ? Html{} : html(": {}", bdi(option)), suggested_tag(clause.review),
      clause.id.text(), page.quote(Evidence{clause.document, clause.evidence}, ""));
}

Html other_clauses(const Page& page) {
  std::vector<const Clause*> standing;
  for (const Clause& clause : page.in.contents.clauses)
    if (!is_rejected(clause.review)) standing.push_back(&clause);
  if (standing.empty()) return {};
  return html("<h3>All clauses of drafts</h3><ol class=\"list\">{}</ol>\n",
              first_of(
                  standing, most_shown, [&](const Clause* c) { return clause_item(page, *c); },
                  "<li class=\"none\">And {} more: the export of the case lists them.</li>"));
}

Html part(std::string_view heading, const Html& body, std::string_view none) {
  return html("<h3>{}</h3>{}\n", heading,
              body.empty() ? html("<p class=\"none\">{}</p>", none) : body);
}

}  // namespace

Html changes_section(const Page& page) {
  return html(
      "<section id=\"changes\"><h2>Movement and contradiction</h2><p class=\"sub\">Movement is a "
      "party’s own "
      "word that differs between two "
      "dated sources; a new source or a new coding is none. A contradiction is two words of one "
      "party that "
      "no date puts in order.</p>{}{}{}{}</section>\n",
      part("Moved", movement_pairs(page), "No party was found to have moved."),
      part("Contradictions", contradiction_pairs(page), "No party was found to contradict itself."),
      ledger_lists(page), disputes_lists(page));
}

Html crossings_section(const Page& page) {
  const Html pairs = first_of(page.in.crossings, most_shown, [&](const Crossing& crossing) {
    return pair(crossing_heading(page, crossing), clause_side(page, crossing.clause),
                side(page, "Red line", crossing.red_line), "crossing");
  });
  const Html clauses = other_clauses(page);
  const std::string_view none =
      clauses.empty() ? "No clause of a draft was found in the documents of this case."
                      : "No clause was found to meet a declared red line. That does not mean "
                        "that the parties accept them.";
  return html(
      "<section id=\"drafts\"><h2>Drafts and red lines</h2><p class=\"sub\">A red line is a limit "
      "that a "
      "party has declared. It is never "
      "weighed against anything.</p>{}{}{}</section>\n",
      part("Clauses that meet a red line", pairs, none), draft_checks(page), clauses);
}

}  // namespace entente::report

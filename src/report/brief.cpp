// SPDX-License-Identifier: Apache-2.0
#include "report/brief.h"

#include "report/brief_page.h"
#include "report/stability_parts.h"

namespace entente::report {
namespace {

Html document_words(const Page& page) {
  const auto& documents = page.in.contents.documents;
  const std::size_t copies = documents.size() - source_count(documents),
                    undated = undated_count(documents);
  Html out = html("{}", counted(documents.size(), "document", "documents"));
  if (copies > 0) out += html(", {} of them a copy of another", copies);
  if (undated > 0) out += html(", {} undated", undated);
  return out;
}

Html figure(std::string_view target, const Html& value, std::string_view label, const Html& more) {
  const Html linked = target.empty() ? value : html("<a href=\"#{}\">{}</a>", target, value);
  return html("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n", label, linked, more);
}

std::size_t position_count(const Page& page) {
  std::size_t count = 0;
  for (const Cell& cell : page.in.matrix.cells) count += cell.all.size();
  return count;
}

Html share_figure(std::size_t part, std::size_t whole) { return html("{}", percent(part, whole)); }

Html figures(const Page& page) {
  const Coverage& c = page.in.coverage;
  const bool empty = page.in.contents.documents.empty();
  const auto to = [&](std::string_view target) { return empty ? std::string_view{} : target; };
  const std::size_t uncoded = c.sentences - std::min(c.coded_sentences, c.sentences);
  return html("<dl class=\"figures\">\n{}{}{}{}{}</dl>\n",
              figure(to("sources"),
                     page.as_of ? html("{}", short_day_text(*page.as_of)) : Html::raw("no date"),
                     "As of", Html::raw("the newest dated source was printed")),
              figure(to("sources"), html("{}", grouped(source_count(page.in.contents.documents))),
                     "Sources", document_words(page)),
              figure(to("matrix"), html("{}", grouped(position_count(page))), "Positions",
                     html("{}, {}", counted(page.in.matrix.parties.size(), "party", "parties"),
                          counted(page.in.matrix.issues.size(), "issue", "issues"))),
              figure(to("coverage"), share_figure(c.suggested_items, c.items),
                     "Rests on suggestions", Html::raw("not yet looked at by a person")),
              figure(to("coverage"), share_figure(uncoded, c.sentences), "Not coded",
                     Html::raw("of the sentences read")));
}

Html finding_line(std::string_view target, std::size_t count, std::string_view one,
                  std::string_view many) {
  return count == 0 ? Html{}
                    : html("<li><a href=\"#{}\">{}</a></li>", target, counted(count, one, many));
}

Html in_short(const Page& page) {
  const Html lines =
      finding_line("drafts", page.in.crossings.size(), "clause of a draft meets a red line",
                   "clauses of drafts meet red lines") +
      finding_line("changes", page.in.movements.size(), "position may have moved",
                   "positions may have moved") +
      finding_line("changes", page.in.contradictions.size(), "contradiction within a party",
                   "contradictions within a party") +
      finding_line("accounts", page.in.accounts.size(), "meeting told in two ways",
                   "pairs of accounts of one meeting");
  return lines.empty()
             ? lines
             : html("<ul class=\"short\" aria-label=\"What stands out\">{}</ul>\n", lines);
}

Html contents_list(const Page& page) {
  if (page.in.contents.documents.empty()) return {};
  Html items;
  for (const auto& [target, words] : {std::pair{"matrix", "Positions"},
                                      {"ladders", "Ladders"},
                                      {"changes", "Movement"},
                                      {"drafts", "Drafts"},
                                      {"meetings", "Meetings"},
                                      {"accounts", "Accounts"},
                                      {"levers", "Levers"},
                                      {"hold", "Would it hold?"},
                                      {"people", "People"},
                                      {"coverage", "Coverage"},
                                      {"sources", "Sources"}})
    if (page.in.conflict || std::string_view(target) != "hold")
      items += html("<li><a href=\"#{}\">{}</a></li>", target, words);
  if (!page.in.matrix.cells.empty())
    items += Html::raw("<li><a href=\"#evidence\">Evidence</a></li>");
  return html("<nav aria-label=\"Contents\"><ul>{}</ul></nav>\n", items);
}

std::string style_of(const Page& page) {
  return std::string{brief_style()} + std::string{page.in.conflict ? stability_style() : ""};
}

Html head(const Page& page) {
  // The style's own checksum in the policy: nothing but this style can apply, and no script can
  // run.
  return html(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "&#39;none&#39;; style-src &#39;{}&#39;; img-src data:; base-uri &#39;none&#39;; form-action "
      "&#39;none&#39;\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" "
      "content=\"no-referrer\"><meta "
      "name=\"color-scheme\" content=\"light dark\"><meta name=\"generator\" "
      "content=\"{}\">\n<title>{}</title>\n<style>{}</style></head>\n",
      csp_hash(style_of(page)), page.in.program, page.in.title, Html::raw(style_of(page)));
}

Html body(const Page& page) {
  return html(
      "<body><a class=\"skip\" href=\"#main\">Skip to the positions</a>\n<header><p "
      "class=\"kicker\">Negotiation brief</p><h1>{}</h1>\n{}{}{}</header>\n<main "
      "id=\"main\" tabindex=\"-1\">\n",
      bdi(page.in.title), figures(page), in_short(page), contents_list(page));
}

Html sections(const Page& page) {
  if (page.in.contents.documents.empty())
    return Html::raw(
               "<section><h2>Nothing to show yet</h2><p class=\"none\">This case has no documents. "
               "Add "
               "some with "
               "<code>entente add CASE FILE</code> and write the "
               "brief again.</p></section>\n") +
           standing_section(page);
  return matrix_section(page) + ladders_section(page) + changes_section(page) +
         crossings_section(page) + meetings_section(page) + accounts_section(page) +
         levers_section(page) + standing_section(page) + people_section(page) +
         coverage_section(page) + sources_section(page) + notes_section(page);
}

}  // namespace

std::string brief_html(const BriefInput& input) {
  const Page page{input};
  const Html foot = html(
      "</main>\n<footer><p>Written by {}. This file loads nothing and sends "
      "nothing.</p></footer>\n</body></html>\n",
      input.program);
  return (head(page) + body(page) + sections(page) + foot).markup();
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/brief_page.h"
#include "report/stability.h"
#include "report/stability_parts.h"
#include "report/visible.h"

namespace entente::report {
namespace {

// Those of the matrix; who is not in it takes the letters that follow.
std::vector<std::string> letters_in_brief(const Page& page) {
  std::vector<std::string> out;
  std::size_t next = page.in.matrix.parties.size();
  for (const DecisionMaker& one : page.in.conflict->found.conflict.decision_makers) {
    std::string letter = page.letter_of(one.name);
    out.push_back(letter.empty() ? party_letter(next++) : std::move(letter));
  }
  return out;
}

Html origin(const Page& page, const StabilityView& view) {
  const BriefConflict& conflict = *page.in.conflict;
  if (conflict.suggested)
    return html(
        "<p class=\"notice\"><b>A suggestion.</b> The program made this model out of what the "
        "parties said; no person has looked at it. {}</p>\n",
        rests_on_words(view));
  return html(
      "<p class=\"sub\"><b>The analyst’s model</b>, from {}: who could do what, what each would "
      "rather have, and what follows from that. {} It is no forecast.</p>\n",
      bdi(visible(conflict.file)), rests_on_words(view));
}

Html titled(std::string_view title, const Html& content) {
  return content.empty() ? content : html("<h3>{}</h3>\n", title) + content;
}

}  // namespace

Html standing_section(const Page& page) {
  if (!page.in.conflict) return {};
  const StabilityFindings& found = page.in.conflict->found;
  StabilityPlace place{page.in.conflict->quotes, &page.lookup, letters_in_brief(page)};
  place.heading = 4;
  place.most_told = 6;
  place.compact = true;
  place.anchor = [&](PositionId id) { return page.shows(id) ? id.text() : std::string{}; };
  const StabilityView view(found, place);
  Html doubt;
  if (const std::string words = doubt_words(found); !words.empty())
    doubt = html("<p class=\"notice\">{}</p>\n", words);
  Html wanted;
  if (found.wanted) wanted = titled(wanted_heading(found), stability_wanted(view));
  return html(
      "<section id=\"hold\"><h2>Would it hold?</h2>\n{}{}{}{}<div class=\"graph\">{}</div>"
      "{}{}{}{}{}{}</section>\n",
      origin(page, view), doubt, stability_in_short(view, place.most_told),
      titled("States", stability_table(view)), titled("Moves", stability_moves(view)),
      titled("Why", stability_why(view)), titled("What nobody knows", stability_unknown(view)),
      wanted, titled("Ways from today", stability_ways(view)),
      titled("What the model rests on", stability_rests(view)),
      titled("Words", stability_words_list()));
}

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/stability_page.h"

#include <algorithm>
#include <optional>

#include "report/brief_page.h"
#include "report/stability.h"
#include "report/stability_parts.h"
#include "report/visible.h"

namespace entente::report {
namespace {

class ConflictPage {
 public:
  explicit ConflictPage(const StabilityPageInput& in)
      : in_(in),
        found_(in.found),
        lookup_(in.contents ? std::optional<Lookup>(*in.contents) : std::nullopt),
        place_{in.quotes, lookup_ ? &*lookup_ : nullptr,
               mover_letters(in.found.conflict.decision_makers.size())},
        view_(found_, place_) {
    add("table", "States", stability_table(view_));
    add("graph", "Moves", stability_moves(view_), "graph");
    add("why", "Why", stability_why(view_));
    add("unknown", "What nobody knows", stability_unknown(view_));
    if (found_.wanted) add("wanted", wanted_heading(found_), stability_wanted(view_));
    add("ways", "Ways",
        Html::raw("<p class=\"sub\">How things can go from today, and what several could change "
                  "together.</p>\n") +
            stability_ways(view_));
    add("rests", "What it rests on",
        html("<p class=\"sub\">The answers above follow from these options and preferences, and "
             "from nothing else. {}</p>\n",
             rests_on_words(view_)) +
            stability_rests(view_));
    add("words", "Words", stability_words_list());
  }

  std::string text() const { return (head() + top() + sections_ + foot()).markup(); }

 private:
  void add(std::string_view id, std::string_view title, const Html& content,
           std::string_view style = "") {
    if (content.empty()) return;
    sections_ += html("<section id=\"{}\" class=\"{}\"><h2>{}</h2>{}</section>\n", id, style, title,
                      content);
    links_ += html("<li><a href=\"#{}\">{}</a></li>", id, title);
  }

  Html head() const {
    const std::string style = std::string{brief_style()} + std::string{stability_style()};
    return html(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
        "http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src "
        "&#39;{}&#39;; img-src data:; base-uri &#39;none&#39;; form-action "
        "&#39;none&#39;\">\n<meta "
        "name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta "
        "name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light "
        "dark\"><meta name=\"generator\" content=\"{}\">\n<title>{}</title>\n"
        "<style>{}</style></head>\n",
        csp_hash(style), in_.program, in_.title, Html::raw(style));
  }

  Html top() const {
    return html(
        "<body><a class=\"skip\" href=\"#main\">Skip to the states</a>\n<header><p "
        "class=\"kicker\">Would it hold?</p><h1>{}</h1>\n{}{}{}<nav "
        "aria-label=\"Contents\"><ul>{}</ul></nav>\n</header>\n<main id=\"main\" "
        "tabindex=\"-1\">\n",
        bdi(in_.title), figures(), notice(), stability_in_short(view_, 6), links_);
  }

  static Html figure(std::string_view label, const Html& value, const Html& more) {
    return html("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n", label, value, more);
  }

  std::size_t holding(Concept how) const {
    return static_cast<std::size_t>(
        std::count_if(found_.stability.equilibria.begin(), found_.stability.equilibria.end(),
                      [&](Verdict verdict) { return verdict.stable(how); }));
  }

  Html figures() const {
    const std::string today =
        found_.status_quo ? fmt::format("{}", number_of(found_.status_quo->state)) : "not given";
    return html("<dl class=\"figures\">\n{}{}{}{}{}</dl>\n",
                figure("Decision makers", html("{}", found_.conflict.decision_makers.size()),
                       html("{}", counted(found_.conflict.options.size(), "option", "options"))),
                figure("Feasible states", html("{}", grouped(found_.states.size())),
                       Html::raw("what can be together")),
                figure("Today", html("{}", today), Html::raw("the state to start from")),
                figure("Hold under Nash", html("{}", grouped(holding(Concept::nash))),
                       Html::raw("nobody gains by moving alone")),
                figure("Hold under SEQ", html("{}", grouped(holding(Concept::seq))),
                       Html::raw("the others’ answers are reckoned with")));
  }

  Html notice() const {
    Html out;
    if (in_.suggested)
      out += Html::raw(
          "<p class=\"notice\"><b>A suggestion.</b> The program made this model out of what the "
          "parties said; no person has looked at it. Write it down with <code>--model</code>, "
          "edit it, and ask again.</p>\n");
    if (const std::string doubt = doubt_words(found_); !doubt.empty())
      out += html("<p class=\"notice\">{}</p>\n", doubt);
    return out;
  }

  Html foot() const {
    return html(
        "</main>\n<footer><p>Written by {}. This file loads nothing and sends "
        "nothing.</p></footer>\n</body></html>\n",
        in_.program);
  }

  const StabilityPageInput& in_;
  const StabilityFindings& found_;
  const std::optional<Lookup> lookup_;
  const StabilityPlace place_;
  const StabilityView view_;
  Html sections_, links_;
};

}  // namespace

std::string stability_html(const StabilityPageInput& input) { return ConflictPage(input).text(); }

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include "report/stability_page.h"

#include <algorithm>

#include "report/brief_page.h"
#include "report/html.h"
#include "report/lookup.h"
#include "report/stability.h"
#include "report/stability_graph.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_table_states = 20, most_told_states = 12, most_edge_words = 120;

constexpr std::string_view state_style = R"css(
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.notice{border:1px solid var(--ink);border-left-width:4px;padding:.6rem .9rem;max-width:46rem}
.held-list{list-style:none;margin:0 0 1rem;padding:0;max-width:52rem}
.held-list li{padding:.4rem 0;border-top:1px solid var(--rule)}
.states{width:auto;min-width:0;margin-bottom:1rem;font-variant-numeric:tabular-nums}
.states th,.states td{border-bottom:1px solid var(--rule);padding:.28rem .5rem}
.states td,.states thead th{text-align:center;min-width:2.45rem}
.states tbody th{position:sticky;left:0;background:var(--paper);min-width:9rem;max-width:20rem;font-weight:400;box-shadow:1px 0 0 var(--rule)}
.states tbody th[colspan]{position:static;box-shadow:none;font-weight:600;padding-top:.9rem;border-bottom:2px solid var(--ink);max-width:none}
.states thead th,.states thead td{border-bottom:2px solid var(--ink);vertical-align:bottom}
.states thead small{display:block;font-weight:400}
.states .on{color:var(--ink);font-weight:700}
.states .off{color:var(--soft)}
.states .all{font-weight:700;font-size:.74rem;padding-left:.15rem;padding-right:.15rem;background:var(--s2)}
.states .today{border-left:2px solid var(--ink);border-right:2px solid var(--ink)}
.states tfoot td,.states tfoot th{border:0}
.moves{margin:0;padding-left:1.2rem;font-size:.9rem;columns:22rem;column-gap:2.5rem}
.moves li{break-inside:avoid;margin-bottom:.25rem}
.why{margin:0 0 1.5rem;max-width:52rem;break-inside:avoid}
.why h3{margin-bottom:.2rem}
.why dt{font-weight:600;margin-top:.45rem}
.why dd{margin:0}
.rests li>p{margin-bottom:.1rem}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;margin:0 0 .8rem;padding:0;font-size:.86rem;color:var(--soft)}
.key svg{display:inline-block;vertical-align:middle}
#graph .scroll>svg{min-width:34rem;margin:0 auto}
svg .move{fill:none;stroke:var(--ink);stroke-width:1.3}
svg .move.both{stroke-width:2.6;stroke-dasharray:7 4}
svg .move.other{stroke:var(--soft);stroke-dasharray:1.5 3.5;stroke-linecap:round}
svg .tip{fill:var(--ink)}
svg .by{fill:var(--paper);stroke:var(--ink)}
svg .by.other{stroke:var(--soft);stroke-dasharray:2 2}
svg .mover{font-size:11px;font-weight:600}
svg .state{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}
svg .held{fill:var(--s1);stroke:var(--ink);stroke-width:1.1}
svg .owner{font-size:9.5px;fill:var(--soft)}
svg .opt{stroke:var(--ink);stroke-width:1}
svg .opt.on{fill:var(--ink)}
svg .opt.off{fill:var(--paper);stroke:var(--soft)}
#graph svg .note{stroke:none}
@media screen and (max-width:48rem){.states tbody th{min-width:7.5rem;max-width:9.5rem;font-size:.84rem;overflow-wrap:anywhere}
.states th,.states td{padding:.28rem .35rem}.states td,.states thead th{min-width:2.2rem}}
@media print{.states tbody{break-inside:avoid}#graph{break-before:page}.states tbody th{position:static}.states{font-size:.82rem}.states th,.states td{padding:.18rem .3rem}.states td,.states thead th{min-width:0}
#graph .scroll>svg{min-width:0;max-height:210mm}.states .all{background:none;text-decoration:underline}}
)css";

class ConflictBrief {
 public:
  explicit ConflictBrief(const StabilityPageInput& in)
      : in_(in), found_(in.found), conflict_(in.found.conflict), graph_(state_graph(in.found)) {
    if (in.contents) lookup_.emplace(*in.contents);
    for (const auto& payoffs : found_.payoffs)
      best_.push_back(*std::max_element(payoffs.begin(), payoffs.end()));
  }

  std::string text() const {
    return (head() + top() + table_section() + graph_section() + why_section() + ways_section() +
            rests_section() + words_section() + foot())
        .markup();
  }

 private:
  std::string name(std::size_t who) const { return visible(conflict_.decision_makers[who].name); }
  bool is_today(StateIndex state) const {
    return found_.status_quo && found_.status_quo->state == state;
  }
  bool looked_at(StateIndex state) const {
    const auto end = found_.looked_at.begin() +
                     static_cast<std::ptrdiff_t>(std::min(most_told_states, found_.looked_at.size()));
    return std::find(found_.looked_at.begin(), end, state) != end;
  }

  // ---- head

  Html head() const {
    const std::string style = std::string{brief_style()} + std::string{state_style};
    return html(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
        "http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src "
        "&#39;{}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;\">\n<meta "
        "name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta "
        "name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light "
        "dark\"><meta name=\"generator\" content=\"{}\">\n<title>{}</title>\n"
        "<style>{}</style></head>\n",
        csp_hash(style), in_.program, in_.title, Html::raw(style));
  }

  Html top() const {
    Html nav;
    for (const auto& [target, words] : {std::pair{"table", "States"},
                                        {"graph", "Moves"},
                                        {"why", "Why"},
                                        {"ways", "Ways"},
                                        {"rests", "What it rests on"},
                                        {"words", "Words"}})
      nav += html("<li><a href=\"#{}\">{}</a></li>", target, words);
    return html(
        "<body><a class=\"skip\" href=\"#main\">Skip to the states</a>\n<header><p "
        "class=\"kicker\">Would it hold?</p><h1>{}</h1>\n{}{}{}<nav "
        "aria-label=\"Contents\"><ul>{}</ul></nav>\n</header>\n<main id=\"main\" "
        "tabindex=\"-1\">\n",
        bdi(in_.title), figures(), notice(), in_short(), nav);
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
    return html(
        "<dl class=\"figures\">\n{}{}{}{}{}</dl>\n",
        figure("Decision makers", html("{}", conflict_.decision_makers.size()),
               html("{}", counted(conflict_.options.size(), "option", "options"))),
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

  Html in_short() const {
    Html lines;
    std::size_t told = 0;
    for (StateIndex state : found_.looked_at)
      if (told++ < 6)
        lines += html("<li><a href=\"#s{}\">State {}</a>{} {}: {}.</li>\n", number_of(state),
                      number_of(state), is_today(state) ? Html::raw(", <b>today</b>,") : Html{},
                      is_words(state), bdi(state_words(conflict_, found_.states[state])));
    if (lines.empty())
      return Html::raw(
          "<p>No state is an equilibrium under any of the five: somebody has reason to leave "
          "each.</p>\n");
    return html("<ul class=\"held-list\" aria-label=\"In short\">{}</ul>\n", lines);
  }

  std::string is_words(StateIndex state) const {
    std::vector<std::string> names;
    for (Concept how : concepts)
      if (found_.stability.equilibria[state].stable(how)) names.emplace_back(word_of(how));
    if (names.size() == concepts.size()) return "holds under all five";
    return names.empty() ? "does not hold" : fmt::format("holds under {}", fmt::join(names, ", "));
  }

  // ---- the table

  std::vector<StateIndex> columns() const {
    std::vector<StateIndex> out;
    if (found_.states.size() <= most_table_states)
      for (StateIndex i = 0; i < found_.states.size(); ++i) out.push_back(i);
    else
      out = graph_.states;
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string column_class(StateIndex state, std::string_view more) const {
    return fmt::format("{}{}{}", more, is_today(state) && !more.empty() ? " " : "",
                       is_today(state) ? "today" : "");
  }

  Html table_section() const {
    const std::vector<StateIndex> shown = columns();
    Html heads = Html::raw("<td></td>");
    for (StateIndex state : shown)
      heads += html("<th scope=\"col\" class=\"{}\"{}>{}{}</th>", column_class(state, ""),
                    looked_at(state) ? Html{} : html(" id=\"s{}\"", number_of(state)),
                    looked_at(state)
                        ? html("<a href=\"#s{}\">{}</a>", number_of(state), number_of(state))
                        : html("{}", number_of(state)),
                    is_today(state) ? Html::raw("<small>today</small>") : Html{});
    const std::string left_out =
        shown.size() < found_.states.size()
            ? fmt::format(" {} of {} states are shown: today’s, equilibria, and those on the ways "
                          "between them.",
                          shown.size(), grouped(found_.states.size()))
            : "";
    return html(
        "<section id=\"table\"><h2>States</h2><p class=\"sub\">A column is a state: what is done "
        "in it, how each party likes it, and who would stay.{}</p>\n<div class=\"scroll\" "
        "tabindex=\"0\" role=\"region\" aria-label=\"States and options\"><table "
        "class=\"states\"><caption>● done, – not done. Letters name the parties: "
        "{}.</caption>\n<thead><tr>{}</tr></thead>\n{}{}{}</table></div></section>\n",
        left_out, letters(), heads, option_rows(shown), liking_rows(shown), holding_rows(shown));
  }

  std::string letters() const {
    std::vector<std::string> out;
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who)
      out.push_back(mover_letter(who) + " " + name(who));
    return fmt::format("{}", fmt::join(out, ", "));
  }

  static Html group_head(const std::vector<StateIndex>& shown, const Html& words) {
    return html("<tr><th scope=\"colgroup\" colspan=\"{}\">{}</th></tr>\n", shown.size() + 1,
                words);
  }

  template <class Cell>
  Html row(const std::vector<StateIndex>& shown, const Html& label, const Cell& cell) const {
    Html out = html("<tr><th scope=\"row\">{}</th>", label);
    for (StateIndex state : shown) out += cell(state);
    return out + Html::raw("</tr>\n");
  }

  Html lettered(std::size_t who) const {
    return html("<span class=\"letter\" aria-hidden=\"true\">{}</span> {}", mover_letter(who),
                bdi(name(who)));
  }

  Html option_rows(const std::vector<StateIndex>& shown) const {
    Html out;
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who) {
      if (options_of(conflict_, who) == 0) continue;
      out += html("<tbody>{}", group_head(shown, lettered(who)));
      for (std::size_t i = 0; i < conflict_.options.size(); ++i)
        if (conflict_.options[i].owner == who)
          out += row(shown, html("{}{}", bdi(conflict_.options[i].name), direction_words(i)),
                     [&](StateIndex state) { return option_cell(state, i); });
      out += Html::raw("</tbody>\n");
    }
    return out;
  }

  Html direction_words(std::size_t option) const {
    switch (conflict_.options[option].direction) {
      case Direction::forward: return Html::raw(" <small>cannot be taken back</small>");
      case Direction::back: return Html::raw(" <small>once dropped, for good</small>");
      default: return {};
    }
  }

  Html option_cell(StateIndex state, std::size_t option) const {
    const bool taken = found_.states[state] & bit(option);
    return html(
        "<td class=\"{}\"><span aria-hidden=\"true\">{}</span><span class=\"vh\">{}</span></td>",
        column_class(state, taken ? "on" : "off"), taken ? "●" : "–", taken ? "yes" : "no");
  }

  Html liking_rows(const std::vector<StateIndex>& shown) const {
    Html out = html("<tbody>{}", group_head(shown, Html::raw("How it is liked: 1 is best")));
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who)
      out += row(shown, lettered(who), [&](StateIndex state) {
        return html("<td class=\"{}\">{}</td>", column_class(state, ""),
                    best_[who] - found_.payoffs[who][state] + 1);
      });
    return out + Html::raw("</tbody>\n");
  }

  Html holding_rows(const std::vector<StateIndex>& shown) const {
    Html out;
    for (Concept how : concepts) {
      out += html("<tbody>{}", group_head(shown, html("Who stays under {}", word_of(how))));
      for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who)
        out += row(shown, lettered(who), [&](StateIndex state) {
          return stays_cell(state, found_.stability.verdicts[who][state].stable(how));
        });
      out += row(shown, Html::raw("<b>all of them</b>"), [&](StateIndex state) {
        const bool all = found_.stability.equilibria[state].stable(how);
        return html("<td class=\"{}\">{}</td>", column_class(state, all ? "all" : "off"),
                    all ? Html::raw("holds") : Html::raw("<span class=\"vh\">no</span>"));
      });
      out += Html::raw("</tbody>\n");
    }
    return out;
  }

  Html stays_cell(StateIndex state, bool stays) const {
    return html(
        "<td class=\"{}\"><span aria-hidden=\"true\">{}</span><span class=\"vh\">{}</span></td>",
        column_class(state, stays ? "on" : "off"), stays ? "■" : "▸",
        stays ? "stays" : "leaves");
  }

  // ---- the graph

  Html graph_section() const {
    return html(
        "<section id=\"graph\"><h2>Moves</h2><p class=\"sub\">From today’s state downwards. A "
        "double frame is a state that holds, with the names of the concepts below; squares are "
        "options in the order of the table, filled where taken. {}</p>\n{}\n<figure>{}</figure>\n"
        "<h3>The same in words</h3>\n{}</section>\n",
        drawn_words(), key(), state_graph_svg(found_, graph_), edge_list());
  }

  std::string drawn_words() const {
    std::string out = fmt::format("{} of {} states are drawn", graph_.states.size(),
                                  grouped(found_.states.size()));
    out += graph_.states.size() == found_.states.size()
               ? "."
               : ": today’s, equilibria, and what lies on the ways between them.";
    return graph_.complete ? out : out + " There are more than the drawing has room for.";
  }

  static Html key_line(std::string_view style, std::string_view words) {
    return html(
        "<li><svg width=\"46\" height=\"12\" aria-hidden=\"true\"><path class=\"{}\" d=\"M2,6 "
        "L42,6\" marker-end=\"url(#tip)\"/></svg> {}</li>",
        style, words);
  }

  static Html key() {
    return html("<ul class=\"key\">{}{}{}</ul>",
                key_line("move", "a party moves to what it likes better"),
                key_line("move both", "several move together, better for each of them"),
                key_line("move other", "a move against the mover’s own preference"));
  }

  Html edge_list() const {
    Html lines;
    std::size_t told = 0;
    for (const StateEdge& edge : graph_.edges)
      if (told++ < most_edge_words) lines += html("<li>{}</li>\n", edge_words(edge));
    return html("<ul class=\"moves\">{}</ul>", lines);
  }

  std::string edge_words(const StateEdge& edge) const {
    std::vector<std::string> parts;
    for (std::size_t who : edge.movers) {
      const State own = options_of(conflict_, who);
      const State from = found_.states[edge.from],
                  to = (from & ~own) | (found_.states[edge.to] & own);
      if (to != from)
        parts.push_back(name(who) + " " + move_words(conflict_, from, to, Verb::takes));
    }
    const std::string end = edge.kind == EdgeKind::other   ? ", against its own preference"
                            : edge.kind == EdgeKind::joint ? ", together, better for each"
                                                           : "";
    return fmt::format("From state {} to state {}: {}{}.", number_of(edge.from),
                       number_of(edge.to), fmt::join(parts, "; "), end);
  }

  // ---- why

  Html why_section() const {
    Html out;
    for (std::size_t i = 0; i < std::min(most_told_states, found_.looked_at.size()); ++i)
      out += why(found_.looked_at[i]);
    if (found_.looked_at.size() > most_told_states)
      out += html("<p class=\"none\">{} more are in the JSON.</p>",
                  found_.looked_at.size() - most_told_states);
    return html(
        "<section id=\"why\"><h2>Why</h2><p class=\"sub\">For today’s state and the equilibria: "
        "who would stay, who would leave, and which answer of the others decides "
        "it.</p>\n{}</section>\n",
        out.empty() ? Html::raw("<p class=\"none\">No state is an equilibrium.</p>") : out);
  }

  Html why(StateIndex state) const {
    Html lines;
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who) {
      std::vector<Reason> own;
      for (const Reason& reason : found_.reasons)
        if (reason.state == state && reason.decision_maker == who) own.push_back(reason);
      if (own.empty()) continue;
      lines += html("<dt>{}</dt>", lettered(who));
      for (const std::string& sentence : reason_words(found_, own))
        lines += html("<dd>{}</dd>\n", bdi(sentence));
    }
    return html(
        "<article class=\"why\" id=\"s{}\"><h3>State {}{} <span class=\"on\">{}</span></h3><p "
        "class=\"head\">{}.</p><dl>{}</dl></article>\n",
        number_of(state), number_of(state), is_today(state) ? ", today" : "", is_words(state),
        bdi(state_words(conflict_, found_.states[state])), lines);
  }

  // ---- ways and coalitions

  Html ways_section() const {
    return html(
        "<section id=\"ways\"><h2>Ways</h2><p class=\"sub\">How things can go from today, and "
        "what several could change together.</p>\n{}{}</section>\n",
        from_today(), together());
  }

  Html from_today() const {
    if (!found_.status_quo)
      return Html::raw("<p class=\"none\">Today’s state is not given; ask with "
                       "<code>--today</code>.</p>\n");
    const StatusQuo& now = *found_.status_quo;
    Html out;
    if (now.reachable == 1)
      out += Html::raw("<p>Nobody can better its lot by moving alone: it stays as it is unless "
                       "somebody moves against its own preference, or several move "
                       "together.</p>\n");
    Html lines;
    for (const Route& route : now.by_moves)
      if (!route.steps.empty() && drawn(route.to)) lines += way(route);
    return lines.empty() ? out : out + html("<ul class=\"held-list\">{}</ul>\n", lines);
  }

  bool drawn(StateIndex state) const {
    return std::find(graph_.states.begin(), graph_.states.end(), state) != graph_.states.end();
  }

  Html way(const Route& route) const {
    const StatusQuo& now = *found_.status_quo;
    const auto better = std::find_if(now.by_improvements.begin(), now.by_improvements.end(),
                                     [&](const Route& one) { return one.to == route.to; });
    const bool gains = better != now.by_improvements.end();
    const Route& told = gains ? *better : route;
    return html("<li><b>To state {}</b>, {}: {}. {}</li>\n", number_of(route.to),
                counted(told.steps.size(), "move", "moves"),
                bdi(steps_words(found_, now.state, told.steps)),
                gains ? "Every move is a gain for who makes it."
                      : "It takes a move against the mover’s own preference.");
  }

  Html together() const {
    Html lines;
    for (const StateEdge& edge : graph_.edges)
      if (edge.kind == EdgeKind::joint) lines += html("<li>{}</li>\n", bdi(edge_words(edge)));
    return lines.empty()
               ? Html::raw("<p class=\"none\">No coalition can better the lot of all its members "
                           "in the states drawn.</p>\n")
               : html("<h3>Together</h3><ul class=\"held-list\">{}</ul>\n", lines);
  }

  // ---- evidence

  Html rests_section() const {
    Html options, wishes, remarks;
    for (std::size_t i = 0; i < conflict_.options.size(); ++i)
      options += html("<li><p><b>{}</b>, held by {}</p>{}</li>\n", bdi(conflict_.options[i].name),
                      bdi(name(conflict_.options[i].owner)),
                      sentences(conflict_.options[i].evidence));
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who)
      wishes += wishes_of(who);
    for (const std::string& remark : found_.passed_over)
      remarks += html("<li>{}</li>\n", bdi(visible(remark)));
    return html(
        "<section id=\"rests\"><h2>What it rests on</h2><p class=\"sub\">The answers above follow "
        "from these options and preferences, and from nothing else.</p>\n<h3>Options</h3><ul "
        "class=\"list rests\">{}</ul>\n<h3>Preferences</h3>{}{}</section>\n",
        options, wishes,
        remarks.empty() ? Html{} : html("<h3>Not in the model</h3><ul class=\"held-list\">{}</ul>",
                                        remarks));
  }

  Html wishes_of(std::size_t who) const {
    const DecisionMaker& maker = conflict_.decision_makers[who];
    Html lines;
    if (maker.ranking.empty())
      for (const PreferenceStatement& one : maker.statements)
        lines += html("<li><p>{}{}</p>{}</li>\n", bdi(condition_words(one.wanted)),
                      one.given ? html(" <span class=\"cond\">if {}</span>",
                                       bdi(condition_words(*one.given)))
                                : Html{},
                      sentences(one.evidence));
    const std::string_view order = !maker.ranking.empty() ? "by a ranking of the states"
                                   : lines.empty()        ? "nothing is known"
                                                          : "the most important first";
    return html("<h4>{} <span class=\"on\">{}</span></h4>{}", lettered(who), order,
                lines.empty() ? Html{} : html("<ol class=\"rests\">{}</ol>\n", lines));
  }

  std::string pattern_words(const Pattern& pattern) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < conflict_.options.size(); ++i)
      if (pattern.named & bit(i))
        out.push_back(fmt::format("{}“{}”", pattern.taken & bit(i) ? "" : "not ",
                                  visible(conflict_.options[i].name)));
    return fmt::format("{}", fmt::join(out, " and "));
  }

  std::string condition_words(const Condition& condition) const {
    std::vector<std::string> out;
    for (const Pattern& pattern : condition.any_of) out.push_back(pattern_words(pattern));
    return fmt::format("{}", fmt::join(out, ", or "));
  }

  Html sentences(const std::vector<PositionId>& ids) const {
    Html out;
    for (PositionId id : ids) {
      const auto quote = in_.quotes.find(id);
      if (quote == in_.quotes.end() || quote->second.words.empty())
        out += html("<p class=\"by\">{}</p>", id.text());
      else
        out += html("<blockquote><p>{}</p></blockquote><p class=\"by\">{}</p>",
                    bdi(visible(quote->second.words)), source_words(id));
    }
    return out.empty() ? Html::raw("<p class=\"by\">no sentence: the analyst’s own</p>") : out;
  }

  Html source_words(PositionId id) const {
    const Position* position = lookup_ ? lookup_->position(id) : nullptr;
    if (!position) return html("{}", id.text());
    const DocumentCard* card = lookup_->document(position->document);
    const std::string speaker = lookup_->speaker_words(*position);
    return html("{} · {} · {} · {}", id.text(), bdi(speaker.empty() ? "the text itself" : speaker),
                bdi(card ? visible(card->outlet.empty() ? card->name : card->outlet) : ""),
                day_html(day_of(*position)));
  }

  // ---- words

  static Html words_section() {
    return Html::raw(
        "<section id=\"words\"><h2>Words</h2><dl class=\"why\"><dt>Nash</dt><dd>Nobody gains by "
        "moving alone, whatever follows.</dd><dt>GMR, general metarationality</dt><dd>Who gains "
        "by moving may be answered so that nothing is gained.</dd><dt>SMR, symmetric "
        "metarationality</dt><dd>The same, and no further move of its own escapes the "
        "answer.</dd><dt>SEQ, sequential stability</dt><dd>The answer is a gain for those who "
        "give it.</dd><dt>SIM, simultaneous stability</dt><dd>The others may seek gains of their "
        "own at the same time.</dd><dt>Holds</dt><dd>Every party would stay. This follows from "
        "the preferences written above. It is no forecast.</dd></dl></section>\n");
  }

  Html foot() const {
    return html(
        "</main>\n<footer><p>Written by {}. This file loads nothing and sends "
        "nothing.</p></footer>\n</body></html>\n",
        in_.program);
  }

  const StabilityPageInput& in_;
  const StabilityFindings& found_;
  const Conflict& conflict_;
  StateGraph graph_;
  std::optional<Lookup> lookup_;
  std::vector<std::uint32_t> best_;  // by decision maker, the payoff of its best state
};

}  // namespace

std::string stability_html(const StabilityPageInput& input) { return ConflictBrief(input).text(); }

}  // namespace entente::report

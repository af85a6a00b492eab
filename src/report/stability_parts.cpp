// SPDX-License-Identifier: Apache-2.0
#include "report/stability_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/stability.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_edge_words = 120;

template <class Text>
Html sentence_list(const std::vector<Text>& sentences) {
  Html lines;
  for (const auto& one : sentences) lines += html("<li>{}</li>\n", bdi(one));
  return lines.empty() ? lines : html("<ul class=\"held-list\">{}</ul>\n", lines);
}

// ---- the moves

std::string drawn_words(const StabilityView& view) {
  std::string out = fmt::format("{} of {} states are drawn", view.graph.states.size(),
                                grouped(view.found.states.size()));
  out += view.graph.states.size() == view.found.states.size()
             ? "."
             : ": today’s, equilibria, and what lies on the ways between them.";
  return view.graph.complete ? out : out + " There are more than the drawing has room for.";
}

Html key_line(std::string_view style, std::string_view words) {
  return html(
      "<li><svg width=\"46\" height=\"12\" aria-hidden=\"true\"><path class=\"{}\" d=\"M2,6 "
      "L42,6\" marker-end=\"url(#tip)\"/></svg> {}</li>",
      style, words);
}

Html key_of_moves() {
  return html("<ul class=\"key\">{}{}{}</ul>",
              key_line("move", "a party moves to what it likes better"),
              key_line("move both", "several move together, better for each of them"),
              key_line("move other", "a move against the mover’s own preference"));
}

std::string edge_words(const StabilityView& view, const StateEdge& edge) {
  std::vector<std::string> parts;
  for (std::size_t who : edge.movers) {
    const State own = options_of(view.conflict, who), from = view.found.states[edge.from],
                to = (from & ~own) | (view.found.states[edge.to] & own);
    if (to != from)
      parts.push_back(view.name(who) + " " + move_words(view.conflict, from, to, Verb::takes));
  }
  const std::string end = edge.kind == EdgeKind::other   ? ", against its own preference"
                          : edge.kind == EdgeKind::joint ? ", together, better for each"
                                                         : "";
  return fmt::format("From state {} to state {}: {}{}.", number_of(edge.from), number_of(edge.to),
                     fmt::join(parts, "; "), end);
}

Html edge_list(const StabilityView& view) {
  Html lines;
  std::size_t told = 0;
  for (const StateEdge& edge : view.graph.edges)
    if (told++ < most_edge_words) lines += html("<li>{}</li>\n", bdi(edge_words(view, edge)));
  return lines.empty() ? Html::raw("<p class=\"none\">No moves between the states drawn.</p>\n")
                       : html("<ul class=\"moves\">{}</ul>", lines);
}

// ---- why

Html stay_words(const StabilityView& view, const Coalition& content) {
  Html names;
  for (std::size_t who : content)
    names += (names.empty() ? Html{} : Html::raw(", ")) + view.lettered(who);
  return html("<dt>{}</dt><dd>{}</dd>\n", names,
              content.size() == 1
                  ? "Stays: nothing that it can do alone is better for it."
                  : "Stay: nothing that any of them can do alone is better for it.");
}

Html why_of(const StabilityView& view, StateIndex state) {
  Html lines;
  Coalition content;
  for (std::size_t who = 0; who < view.conflict.decision_makers.size(); ++who) {
    std::vector<Reason> own;
    for (const Reason& reason : view.found.reasons)
      if (reason.state == state && reason.decision_maker == who) own.push_back(reason);
    if (own.empty()) continue;
    if (own.front().improvements == 0) {
      content.push_back(who);
      continue;
    }
    lines += html("<dt>{}</dt>", view.lettered(who));
    for (const std::string& sentence : reason_words(view.found, own))
      lines += html("<dd>{}</dd>\n", bdi(sentence));
  }
  if (!content.empty()) lines += stay_words(view, content);
  return html(
      "<article class=\"why\" id=\"s{}\"><h{}>State {}{} <span class=\"on\">{}</span></h{}><p "
      "class=\"head\">{}.</p><dl>{}</dl></article>\n",
      number_of(state), view.place.heading, number_of(state), view.is_today(state) ? ", today" : "",
      view.holds_words(state), view.place.heading,
      bdi(state_words(view.conflict, view.found.states[state])), lines);
}

bool any_open(const Unknowns& unknown) {
  return std::any_of(unknown.equilibria.begin(), unknown.equilibria.end(),
                     [](const Certainties& one) {
                       return std::find(one.begin(), one.end(), Certainty::open) != one.end();
                     });
}

// ---- what it rests on

class Rests {
 public:
  explicit Rests(const StabilityView& view) : view_(view), conflict_(view.conflict) {}

  Html markup() const {
    Html options, wishes, remarks;
    for (const ConflictOption& one : conflict_.options)
      options += html("<li><p><b>{}</b>, held by {}</p>{}</li>\n", bdi(visible(one.name)),
                      bdi(view_.name(one.owner)), sentences(one.evidence));
    for (std::size_t who = 0; who < conflict_.decision_makers.size(); ++who)
      wishes += wishes_of(who);
    for (const std::string& remark : view_.found.passed_over)
      remarks += html("<li>{}</li>\n", bdi(visible(remark)));
    if (!remarks.empty())
      remarks =
          view_.heading("Not in the model") + html("<ul class=\"held-list\">{}</ul>", remarks);
    return view_.heading("Options") + html("<ul class=\"list rests\">{}</ul>\n", options) +
           view_.heading("Preferences") + wishes + remarks;
  }

 private:
  Html wishes_of(std::size_t who) const {
    const DecisionMaker& maker = conflict_.decision_makers[who];
    Html lines;
    if (maker.ranking.empty())
      for (const PreferenceStatement& one : maker.statements)
        lines += html(
            "<li><p>{}{}</p>{}</li>\n", bdi(condition_words(one.wanted)),
            one.given ? html(" <span class=\"cond\">if {}</span>", bdi(condition_words(*one.given)))
                      : Html{},
            sentences(one.evidence));
    const std::string_view order = !maker.ranking.empty() ? "by a ranking of the states"
                                   : lines.empty()        ? "nothing is known"
                                                          : "the most important first";
    const int level = view_.place.heading + 1;
    return html("<h{}>{} <span class=\"on\">{}</span></h{}>{}", level, view_.lettered(who), order,
                level, lines.empty() ? Html{} : html("<ol class=\"rests\">{}</ol>\n", lines));
  }

  std::string pattern_words(const Pattern& pattern) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < conflict_.options.size(); ++i)
      if (pattern.named & bit(i))
        out.push_back(fmt::format("{}“{}”", pattern.taken & bit(i) ? "" : "not ",
                                  visible(conflict_.options[i].name)));
    return out.empty() ? "anything" : fmt::format("{}", fmt::join(out, " and "));
  }

  std::string condition_words(const Condition& condition) const {
    std::vector<std::string> out;
    for (const Pattern& pattern : condition.any_of) out.push_back(pattern_words(pattern));
    return fmt::format("{}", fmt::join(out, ", or "));
  }

  Html sentences(const std::vector<PositionId>& ids) const {
    Html out;
    for (PositionId id : ids) out += sentence(id);
    return out.empty() ? Html::raw("<p class=\"by\">no sentence: the analyst’s own</p>") : out;
  }

  Html sentence(PositionId id) const {
    if (const std::string anchor = view_.place.anchor(id); !anchor.empty())
      return html("<p class=\"from\"><a href=\"#{}\">{}</a></p>", anchor, source_words(id));
    const auto quote = view_.place.quotes.find(id);
    if (quote == view_.place.quotes.end() || quote->second.words.empty())
      return html("<p class=\"by\">{}</p>", id.text());
    return html("<blockquote><p>{}</p></blockquote><p class=\"by\">{}</p>",
                bdi(visible(quote->second.words)), source_words(id));
  }

  Html source_words(PositionId id) const {
    const Lookup* lookup = view_.place.lookup;
    const Position* position = lookup ? lookup->position(id) : nullptr;
    if (!position) return html("{}", id.text());
    const DocumentCard* card = lookup->document(position->document);
    const std::string speaker = lookup->speaker_words(*position);
    return html("{} · {} · {} · {}", id.text(), bdi(speaker.empty() ? "the text itself" : speaker),
                bdi(card ? visible(card->outlet.empty() ? card->name : card->outlet) : ""),
                day_html(day_of(*position)));
  }

  const StabilityView& view_;
  const Conflict& conflict_;
};

struct Grounds {
  std::set<PositionId> sentences;
  std::size_t without = 0;  // options and preferences that have none
};

Grounds grounds_of(const Conflict& conflict) {
  Grounds out;
  const auto take = [&](const std::vector<PositionId>& evidence) {
    out.sentences.insert(evidence.begin(), evidence.end());
    out.without += evidence.empty();
  };
  for (const ConflictOption& one : conflict.options) take(one.evidence);
  for (const DecisionMaker& one : conflict.decision_makers) {
    if (!one.ranking.empty())
      take({});
    else
      for (const PreferenceStatement& each : one.statements) take(each.evidence);
  }
  return out;
}

}  // namespace

StabilityView::StabilityView(const StabilityFindings& findings, const StabilityPlace& where)
    : found(findings), conflict(findings.conflict), place(where), graph(state_graph(findings)) {}

std::string StabilityView::name(std::size_t who) const {
  return visible(conflict.decision_makers[who].name);
}

Html StabilityView::lettered(std::size_t who) const {
  return html("<span class=\"letter\" aria-hidden=\"true\">{}</span> {}", place.letters[who],
              bdi(name(who)));
}

bool StabilityView::is_today(StateIndex state) const {
  return found.status_quo && found.status_quo->state == state;
}

bool StabilityView::is_wanted(StateIndex state) const {
  return found.wanted && found.wanted->state == state;
}

bool StabilityView::is_told(StateIndex state) const {
  const auto end = found.looked_at.begin() +
                   static_cast<std::ptrdiff_t>(std::min(place.most_told, found.looked_at.size()));
  return std::find(found.looked_at.begin(), end, state) != end;
}

bool StabilityView::is_drawn(StateIndex state) const {
  return std::find(graph.states.begin(), graph.states.end(), state) != graph.states.end();
}

std::string StabilityView::holds_words(StateIndex state) const {
  std::vector<std::string> names, perhaps;
  for (Concept how : concepts) {
    const Certainty sure = found.unknown
                               ? found.unknown->equilibria[state][static_cast<std::size_t>(how)]
                           : found.stability.equilibria[state].stable(how) ? Certainty::all
                                                                           : Certainty::none;
    if (sure == Certainty::all)
      names.emplace_back(word_of(how));
    else if (sure != Certainty::none)
      perhaps.emplace_back(word_of(how));
  }
  const std::string may =
      perhaps.empty() ? "" : fmt::format("may hold under {}", fmt::join(perhaps, ", "));
  if (names.size() == concepts.size()) return "holds under all five";
  if (names.empty()) return may.empty() ? "does not hold" : may;
  return fmt::format("holds under {}{}{}", fmt::join(names, ", "), may.empty() ? "" : ", ", may);
}

Html StabilityView::heading(std::string_view words) const {
  return html("<h{}>{}</h{}>\n", place.heading, words, place.heading);
}

Html stability_in_short(const StabilityView& view, std::size_t most) {
  Html lines;
  std::size_t told = 0;
  for (StateIndex state : view.found.looked_at)
    if (told++ < most)
      lines +=
          html("<li><a href=\"#s{}\">State {}</a>{} {}: {}.</li>\n", number_of(state),
               number_of(state), view.is_today(state) ? Html::raw(", <b>today</b>,") : Html{},
               view.holds_words(state), bdi(state_words(view.conflict, view.found.states[state])));
  if (lines.empty())
    return Html::raw(
        "<p>No state is an equilibrium under any of the five: somebody has reason to leave "
        "each.</p>\n");
  return html("<ul class=\"held-list\" aria-label=\"In short\">{}</ul>\n", lines);
}

Html stability_moves(const StabilityView& view) {
  return html(
             "<p class=\"sub\">From today’s state downwards. A double frame is a state that holds, "
             "with the names of the concepts below; squares are options in the order of the "
             "table, filled where taken. {}</p>\n{}\n<figure>{}</figure>\n",
             drawn_words(view), key_of_moves(),
             state_graph_svg(view.found, view.graph, view.place.letters)) +
         view.heading("The same in words") + edge_list(view);
}

Html stability_why(const StabilityView& view) {
  Html out = Html::raw(
      "<p class=\"sub\">For today’s state and the equilibria: who would stay, who would leave, and "
      "which answer of the others decides it.</p>\n");
  const std::size_t told = std::min(view.place.most_told, view.found.looked_at.size());
  for (std::size_t i = 0; i < told; ++i) out += why_of(view, view.found.looked_at[i]);
  if (told == 0) return out + Html::raw("<p class=\"none\">No state is an equilibrium.</p>");
  if (view.found.looked_at.size() > told)
    out += html("<p class=\"none\">{} more: entente stability with --format json.</p>",
                view.found.looked_at.size() - told);
  return out;
}

Html stability_unknown(const StabilityView& view) {
  if (!view.found.unknown) return {};
  const Unknowns& unknown = *view.found.unknown;
  std::vector<std::pair<Certainty, std::string_view>> columns{{Certainty::all, "in all cases"},
                                                              {Certainty::some, "in some cases"}};
  if (any_open(unknown)) columns.emplace_back(Certainty::open, "could not be told");
  Html rows, heads;
  for (const auto& [sure, words] : columns) heads += html("<th scope=\"col\">{}</th>", words);
  for (Concept how : concepts) {
    rows += html("<tr><th scope=\"row\">{}</th>", word_of(how));
    for (const auto& [sure, words] : columns)
      rows += html("<td>{}</td>", certain_words(view.found, how, sure));
    rows += Html::raw("</tr>\n");
  }
  return html(
             "<p class=\"sub\">{} A state that is in no column holds in none of the "
             "cases.{}</p>\n<div class=\"scroll\"><table class=\"sure\"><caption>States that hold, "
             "by number</caption><thead><tr><th "
             "scope=\"col\">Under</th>{}</tr></thead><tbody>{}</tbody></table></div>\n",
             unknown_words(view.found).front(),
             unknown.seq_asked ? "" : " SEQ was not asked: there are too many states.", heads,
             rows) +
         view.heading("What to ask first") + sentence_list(pair_sentences(view.found));
}

Html stability_wanted(const StabilityView& view) {
  if (!view.found.wanted) return {};
  return html("<p class=\"sub\">{}.</p>\n",
              bdi(state_words(view.conflict, view.found.states[view.found.wanted->state]))) +
         sentence_list(wanted_words(view.found));
}

Html stability_ways(const StabilityView& view) {
  if (!view.found.status_quo)
    return Html::raw(
        "<p class=\"none\">Today’s state is not given; ask with "
        "<code>--today</code>.</p>\n");
  const StatusQuo& now = *view.found.status_quo;
  std::vector<std::string> ways, together;
  for (const Route& route : now.by_moves)
    if (!route.steps.empty() && view.is_drawn(route.to))
      ways.push_back(way_words(view.found, route));
  for (const StateEdge& edge : view.graph.edges)
    if (edge.kind == EdgeKind::joint) together.push_back(edge_words(view, edge));
  Html out = html("<p>{}</p>\n", bdi(from_today_words(view.found))) + sentence_list(ways) +
             view.heading("Together");
  return out + (together.empty() ? html("<p class=\"none\">{}</p>\n",
                                        no_joint_move_words(view.found, "the states drawn"))
                                 : sentence_list(together));
}

Html stability_rests(const StabilityView& view) { return Rests(view).markup(); }

Html stability_words_list() {
  return Html::raw(
      "<dl class=\"why\"><dt>Nash</dt><dd>Nobody gains by moving alone, whatever "
      "follows.</dd><dt>GMR, general metarationality</dt><dd>Who gains by moving may be answered "
      "so that nothing is gained.</dd><dt>SMR, symmetric metarationality</dt><dd>The same, and no "
      "further move of its own escapes the answer.</dd><dt>SEQ, sequential stability</dt><dd>The "
      "answer is a gain for those who give it.</dd><dt>SIM, simultaneous stability</dt><dd>The "
      "others may seek gains of their own at the same time.</dd><dt>Holds</dt><dd>Every party "
      "would stay. This follows from the preferences written above. It is no forecast.</dd></dl>");
}

std::string rests_on_words(const StabilityView& view) {
  const Grounds grounds = grounds_of(view.conflict);
  if (grounds.sentences.empty()) return "It names no sentence that it rests on.";
  std::size_t suggested = 0;
  for (PositionId id : grounds.sentences)
    if (const Position* one = view.place.lookup ? view.place.lookup->position(id) : nullptr)
      suggested += is_suggested(one->review);
  std::string out =
      fmt::format("It rests on {}", counted(grounds.sentences.size(), "position", "positions"));
  if (view.place.lookup)
    out += suggested == 0 ? ", each looked at by a person"
           : suggested == grounds.sentences.size()
               ? ", none of them looked at by a person yet"
               : fmt::format(", {} of them not yet looked at by a person", suggested);
  if (grounds.without > 0)
    out += fmt::format(
        "; {} without a sentence",
        counted(grounds.without, "option or preference is", "options and preferences are"));
  return out + ".";
}

std::string wanted_heading(const StabilityFindings& found) {
  return fmt::format("What would make state {} hold under {}", number_of(found.wanted->state),
                     word_of(found.wanted->how));
}

}  // namespace entente::report

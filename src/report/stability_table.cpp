// SPDX-License-Identifier: Apache-2.0
// The states and options of a conflict in a table, with who would stay.
#include <algorithm>

#include "report/stability_parts.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_table_states = 20;

class StateTable {
 public:
  explicit StateTable(const StabilityView& view)
      : view_(view), found_(view.found), conflict_(view.conflict), shown_(columns()) {
    for (const auto& payoffs : found_.payoffs)
      best_.push_back(*std::max_element(payoffs.begin(), payoffs.end()));
  }

  Html markup() const {
    return html(
        "<p class=\"sub\">A column is a state: what is done in it, how each party likes it, and "
        "who would stay.{}</p>\n<p class=\"fine\">{} Letters name the parties: {}.</p>\n<div "
        "class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"States and options\"><table class=\"states\"><caption "
        "class=\"vh\">States and "
        "options</caption>\n<thead><tr>{}</tr></thead>\n{}{}{}</table></div>\n",
        left_out(), signs(), letters(), heads(), option_rows(), liking_rows(),
        view_.place.compact ? concept_rows() : holding_rows());
  }

 private:
  std::size_t parties() const { return conflict_.decision_makers.size(); }

  std::vector<StateIndex> columns() const {
    std::vector<StateIndex> out;
    if (found_.states.size() <= most_table_states)
      for (StateIndex i = 0; i < found_.states.size(); ++i) out.push_back(i);
    else
      out = view_.graph.states;
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string left_out() const {
    return shown_.size() < found_.states.size()
               ? fmt::format(
                     " {} of {} states are shown: today’s, equilibria, and those on the "
                     "ways between them.",
                     shown_.size(), grouped(found_.states.size()))
               : "";
  }

  std::string signs() const {
    std::string out = "● done, – not done. ";
    out += view_.place.compact ? "In the last rows: the letters of those who would leave the state"
                               : "■ would stay, ▸ would leave";
    if (found_.unknown)
      out += view_.place.compact ? ", with a ? where that depends on what nobody knows"
                                 : ", ? depends on what nobody knows";
    return out + ".";
  }

  std::string letters() const {
    std::vector<std::string> out;
    for (std::size_t who = 0; who < parties(); ++who)
      out.push_back(view_.place.letters[who] + " " + view_.name(who));
    return fmt::format("{}", fmt::join(out, ", "));
  }

  std::string column_class(StateIndex state, std::string_view more) const {
    const bool today = view_.is_today(state);
    return fmt::format("{}{}{}", more, today && !more.empty() ? " " : "", today ? "today" : "");
  }

  Html heads() const {
    Html out = Html::raw("<td></td>");
    for (StateIndex state : shown_) {
      const bool told = view_.is_told(state);
      out += html("<th scope=\"col\" class=\"{}\"{}>{}{}{}</th>", column_class(state, ""),
                  told ? Html{} : html(" id=\"s{}\"", number_of(state)),
                  told ? html("<a href=\"#s{}\">{}</a>", number_of(state), number_of(state))
                       : html("{}", number_of(state)),
                  view_.is_today(state) ? Html::raw("<small>today</small>") : Html{},
                  view_.is_wanted(state) ? Html::raw("<small>wanted</small>") : Html{});
    }
    return out;
  }

  Html group_head(const Html& words) const {
    return html("<tr><th scope=\"colgroup\" colspan=\"{}\">{}</th></tr>\n", shown_.size() + 1,
                words);
  }

  template <class Cell>
  Html row(const Html& label, const Cell& cell) const {
    Html out = html("<tr><th scope=\"row\">{}</th>", label);
    for (StateIndex state : shown_) out += cell(state);
    return out + Html::raw("</tr>\n");
  }

  Html option_rows() const {
    Html out;
    for (std::size_t who = 0; who < parties(); ++who) {
      if (options_of(conflict_, who) == 0) continue;
      out += html("<tbody>{}", group_head(view_.lettered(who)));
      for (std::size_t i = 0; i < conflict_.options.size(); ++i)
        if (conflict_.options[i].owner == who)
          out += row(html("{}{}", bdi(visible(conflict_.options[i].name)), direction_words(i)),
                     [&](StateIndex state) { return option_cell(state, i); });
      out += Html::raw("</tbody>\n");
    }
    return out;
  }

  Html direction_words(std::size_t option) const {
    switch (conflict_.options[option].direction) {
      case Direction::forward:
        return Html::raw(" <small>cannot be taken back</small>");
      case Direction::back:
        return Html::raw(" <small>once dropped, for good</small>");
      default:
        return {};
    }
  }

  Html sign_cell(StateIndex state, std::string_view style, std::string_view sign,
                 std::string_view words) const {
    return html(
        "<td class=\"{}\"><span aria-hidden=\"true\">{}</span><span class=\"vh\">{}</span></td>",
        column_class(state, style), sign, words);
  }

  Html option_cell(StateIndex state, std::size_t option) const {
    return found_.states[state] & bit(option) ? sign_cell(state, "on", "●", "yes")
                                              : sign_cell(state, "off", "–", "no");
  }

  Html liking_rows() const {
    Html out = html("<tbody>{}", group_head(Html::raw("How it is liked: 1 is best")));
    for (std::size_t who = 0; who < parties(); ++who)
      out += row(view_.lettered(who), [&](StateIndex state) {
        return html("<td class=\"{}\">{}</td>", column_class(state, ""),
                    best_[who] - found_.payoffs[who][state] + 1);
      });
    return out + Html::raw("</tbody>\n");
  }

  static Certainty certainty(bool holds) { return holds ? Certainty::all : Certainty::none; }

  Certainty stays(std::size_t who, StateIndex state, Concept how) const {
    return found_.unknown ? found_.unknown->verdicts[who][state][static_cast<std::size_t>(how)]
                          : certainty(found_.stability.verdicts[who][state].stable(how));
  }
  Certainty holds(StateIndex state, Concept how) const {
    return found_.unknown ? found_.unknown->equilibria[state][static_cast<std::size_t>(how)]
                          : certainty(found_.stability.equilibria[state].stable(how));
  }

  Html holding_rows() const {
    Html out;
    for (Concept how : concepts) {
      out += html("<tbody>{}", group_head(html("Who stays under {}", word_of(how))));
      for (std::size_t who = 0; who < parties(); ++who)
        out += row(view_.lettered(who),
                   [&](StateIndex state) { return stays_cell(state, stays(who, state, how)); });
      out += row(Html::raw("<b>all of them</b>"),
                 [&](StateIndex state) { return holds_cell(state, holds(state, how)); });
      out += Html::raw("</tbody>\n");
    }
    return out;
  }

  Html stays_cell(StateIndex state, Certainty sure) const {
    switch (sure) {
      case Certainty::all:
        return sign_cell(state, "on", "■", "stays");
      case Certainty::none:
        return sign_cell(state, "off", "▸", "leaves");
      default:
        return sign_cell(state, "on", "?", "not known");
    }
  }

  Html holds_cell(StateIndex state, Certainty sure) const {
    const bool no = sure == Certainty::none;
    return html("<td class=\"{}\">{}</td>", column_class(state, no ? "off" : "all"),
                no                       ? Html::raw("<span class=\"vh\">no</span>")
                : sure == Certainty::all ? Html::raw("holds")
                                         : Html::raw("may"));
  }

  Html concept_rows() const {
    Html out = html("<tbody>{}", group_head(Html::raw("Holds, or who would leave, under")));
    for (Concept how : concepts)
      out +=
          row(html("{}", word_of(how)), [&](StateIndex state) { return leavers_cell(state, how); });
    return out + Html::raw("</tbody>\n");
  }

  Html leavers_cell(StateIndex state, Concept how) const {
    if (holds(state, how) == Certainty::all) return holds_cell(state, Certainty::all);
    std::string letters, names;
    for (std::size_t who = 0; who < parties(); ++who) {
      const Certainty sure = stays(who, state, how);
      if (sure == Certainty::all) continue;
      const char* perhaps = sure == Certainty::none ? "" : "?";
      letters += (letters.empty() ? "" : " ") + view_.place.letters[who] + perhaps;
      names += (names.empty() ? "" : ", ") + view_.name(who) + perhaps;
    }
    return sign_cell(state, "goes", letters, names + " would leave");
  }

  const StabilityView& view_;
  const StabilityFindings& found_;
  const Conflict& conflict_;
  std::vector<StateIndex> shown_;
  std::vector<std::uint32_t> best_;  // by decision maker, the payoff of its best state
};

}  // namespace

Html stability_table(const StabilityView& view) { return StateTable(view).markup(); }

}  // namespace entente::report

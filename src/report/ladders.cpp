// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/brief_page.h"
#include "report/svg.h"
#include "report/visible.h"

namespace entente::report {
namespace {

// Units of the drawing: small enough for a phone, twice as wide where many or long anchors need the
// room.
constexpr double narrow = 344, broad = 724, side_margin = 46, lane_height = 54, lanes_top = 4,
                 mark = 10.5;
constexpr std::size_t lanes_at_most = 24,
                      lines_at_most = 5;  // lines of an anchor's label in the narrow one

struct Lane {
  const Position* placed;    // the newest that has a place on the scale
  const Position* before;    // where a movement to it came from, if that has a place
  const Position* red_line;  // where one stands, if that has a place
  const Position* later;     // a newer word without a place
};

struct Ladder {
  const Issue& issue;
  std::vector<Lane> lanes;
  std::vector<const Position*> unplaced;
};

std::size_t anchor_of(const Issue& issue, const std::string& option) {
  const auto at = std::find_if(issue.options.begin(), issue.options.end(),
                               [&](const Option& o) { return o.id == option; });
  return static_cast<std::size_t>(at - issue.options.begin());
}

bool is_placed(const Issue& issue, const Position& position) {
  return position.option && anchor_of(issue, position.option->low) < issue.options.size() &&
         anchor_of(issue, position.option->high) < issue.options.size();
}

double gap_of(double width, std::size_t anchors) {
  return (width - 2 * side_margin) / static_cast<double>(anchors - 1);
}

// The outer labels must not leave the drawing, the inner ones not meet.
double label_width(const Issue& issue, std::size_t anchor, double gap) {
  const bool outer = anchor == 0 || anchor + 1 == issue.options.size();
  return outer ? std::min(gap - 3, 2 * side_margin) : std::min(gap - 3, 150.0);
}

std::size_t label_lines(const Issue& issue, double gap) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < issue.options.size(); ++i)
    lines = std::max(lines, svg_label_lines(label_width(issue, i, gap), issue.options[i].label));
  return lines;
}

bool is_broad(const Issue& issue) {
  return label_lines(issue, gap_of(narrow, issue.options.size())) > lines_at_most;
}

double drawing_width(const Issue& issue) { return is_broad(issue) ? broad : narrow; }

double right_end(const Issue& issue) { return drawing_width(issue) - side_margin; }

double anchor_gap(const Issue& issue) { return gap_of(drawing_width(issue), issue.options.size()); }

double anchor_x(const Issue& issue, std::size_t anchor) {
  return side_margin + anchor_gap(issue) * static_cast<double>(anchor);
}

struct Reach {
  double low, high;
  double middle() const { return (low + high) / 2; }
  bool wide() const { return high - low > 1; }
};

Reach reach_of(const Issue& issue, const Position& position) {
  const double a = anchor_x(issue, anchor_of(issue, position.option->low)),
               b = anchor_x(issue, anchor_of(issue, position.option->high));
  return {std::min(a, b), std::max(a, b)};
}

const Position* moved_from(const Page& page, const Position& newest) {
  for (const Movement& movement : page.in.movements)
    if (movement.to == newest.id) return page.lookup.position(movement.from);
  return nullptr;
}

const Position* if_placed(const Issue& issue, const Position* position) {
  return position && is_placed(issue, *position) ? position : nullptr;
}

const Position* newest_placed(const Page& page, const Issue& issue, const Cell& cell) {
  for (auto id = cell.all.rbegin(); id != cell.all.rend(); ++id)
    if (const Position* found = if_placed(issue, page.lookup.position(*id))) return found;
  return nullptr;
}

Lane lane_of(const Page& page, const Issue& issue, const Cell& cell, const Position& placed) {
  const Position* newest = page.lookup.position(cell.newest);
  return {&placed, if_placed(issue, moved_from(page, placed)),
          if_placed(issue, page.lookup.red_line_of(cell)),
          placed.id == cell.newest ? nullptr : newest};
}

Ladder ladder_of(const Page& page, const Issue& issue) {
  Ladder ladder{issue, {}, {}};
  for (const Cell& cell : page.in.matrix.cells) {
    if (cell.issue != issue.id) continue;
    if (const Position* placed = newest_placed(page, issue, cell))
      ladder.lanes.push_back(lane_of(page, issue, cell, *placed));
    else if (const Position* newest = page.lookup.position(cell.newest))
      ladder.unplaced.push_back(newest);
  }
  return ladder;
}

std::size_t shape_of(const Page& page, const std::string& party) {
  const auto& parties = page.in.matrix.parties;
  return static_cast<std::size_t>(std::find(parties.begin(), parties.end(), party) -
                                  parties.begin());
}

std::string_view mark_style(Stance stance) {
  switch (stance) {
    case Stance::open_to:
    case Stance::conditional:
      return "mark half";
    case Stance::rejects:
    case Stance::undecided:
    case Stance::reports:
      return "mark hollow";
    default:
      return "mark";
  }
}

// Struck through from corner to corner, but for the letter.
Html cross(Point at) {
  const double in = mark * .55, out = mark * 1.45;
  Html strokes;
  for (const auto& [x, y] : {Point{1, 1}, Point{1, -1}, Point{-1, 1}, Point{-1, -1}})
    strokes += svg_line({at.x + x * in, at.y + y * in}, {at.x + x * out, at.y + y * out}, "cross");
  return strokes;
}

// Which way a party would yield is not known, so the stops stand on both sides.
Html end_stops(Reach reach, double y) {
  const double out = mark * 1.35 + 4;
  return svg_line({reach.low - out, y - 14}, {reach.low - out, y + 14}, "stop") +
         svg_line({reach.high + out, y - 14}, {reach.high + out, y + 14}, "stop");
}

Html party_mark(const Page& page, const Position& position, Reach reach, double y) {
  const Point middle{reach.middle(), y};
  const std::string_view style = mark_style(position.stance);
  Html out = reach.wide() ? svg_box({reach.low - mark, y - 7}, reach.high - reach.low + 2 * mark,
                                    14, 7, fmt::format("{} bar", style))
                          : Html{};
  out += svg_shape(shape_of(page, position.party), middle, mark, style);
  out += svg_text({middle.x, y + 4}, "middle", style == "mark" ? "in" : "in dark",
                  html("{}", page.letter_of(position.party)));
  if (position.stance == Stance::rejects) out += cross(middle);
  return out;
}

Html movement_mark(const Page& page, const Issue& issue, const Lane& lane, double y) {
  if (!lane.before) return {};
  const double from = reach_of(issue, *lane.before).middle(),
               to = reach_of(issue, *lane.placed).middle();
  Html out = svg_shape(shape_of(page, lane.placed->party), {from, y}, mark, "mark former");
  if (std::abs(from - to) < 1) return {};
  const double tip = to + (to < from ? 1 : -1) * (mark * 1.3 + 3), back = to < from ? 6 : -6;
  const double start = from + (to < from ? -1 : 1) * (mark * 1.3);
  out += svg_line({start, y}, {tip, y}, "arrow") +
         svg_line({tip, y}, {tip + back, y - 4}, "arrow") +
         svg_line({tip, y}, {tip + back, y + 4}, "arrow");
  return out;
}

// There is no room for "printed" at a mark.
std::string when_words(const Position& position) {
  const auto day = day_of(position);
  return (position.said ? "said " : "") + (day ? short_day_text(*day) : "no date") +
         (is_suggested(position.review) ? " ?" : "");
}

std::string full_when_words(const Position& position) {
  const auto day = day_of(position);
  return (day ? fmt::format("{} {}", day_kind(position), short_day_text(*day)) : "no date") +
         (is_suggested(position.review) ? ", suggested" : "");
}

std::string full_party(const Page& page, const std::string& party) {
  const std::string role = page.lookup.role_words(party);
  return role.empty() ? party : fmt::format("{} ({})", party, role);
}

std::string stance_words_of(const Lane& lane) {
  return spoken(word_of(lane.placed->stance)) + (lane.red_line == lane.placed ? ", red line" : "");
}

std::string lane_words(const Lane& lane) {
  return stance_words_of(lane) + ", " + when_words(*lane.placed) + (lane.later ? " *" : "");
}

std::string full_words(const Page& page, const Issue& issue, const Lane& lane) {
  std::string out =
      fmt::format("{}: {}, {}, {}{}", full_party(page, lane.placed->party),
                  page.lookup.option_words(issue.id, lane.placed->option), stance_words_of(lane),
                  full_when_words(*lane.placed), lane.later ? " *" : "");
  if (lane.red_line && lane.red_line != lane.placed)
    out += fmt::format("; red line: {} {}, {}", spoken(word_of(lane.red_line->stance)),
                       page.lookup.option_words(issue.id, lane.red_line->option),
                       full_when_words(*lane.red_line));
  return out;
}

// A red line drawn elsewhere on the scale than the party now stands.
Html other_red_line(const Issue& issue, const Lane& lane, double y) {
  const Reach reach = reach_of(issue, *lane.red_line);
  return lane.red_line->stance == Stance::rejects ? cross({reach.middle(), y}) + end_stops(reach, y)
                                                  : end_stops(reach, y);
}

Html lane_marks(const Page& page, const Issue& issue, const Lane& lane, double y) {
  const Reach reach = reach_of(issue, *lane.placed);
  Html out = movement_mark(page, issue, lane, y) + party_mark(page, *lane.placed, reach, y);
  if (!lane.red_line) return out;
  return out +
         (lane.red_line == lane.placed ? end_stops(reach, y) : other_red_line(issue, lane, y));
}

Html lane_svg(const Page& page, const Issue& issue, const Lane& lane, double y) {
  const Html words =
      svg_text({0, y - 17}, "start", "label",
               html("<tspan class=\"who\">{} {}</tspan> {}", page.letter_of(lane.placed->party),
                    shortened(lane.placed->party, 22), lane_words(lane)));
  return page.position_link(*lane.placed,
                            html("<title>{}</title>{}{}{}\n", full_words(page, issue, lane),
                                 svg_line({side_margin, y}, {right_end(issue), y}, "lane"), words,
                                 lane_marks(page, issue, lane, y)));
}

double labels_height(const Issue& issue) {
  return 14.0 * static_cast<double>(label_lines(issue, anchor_gap(issue))) + 4;
}

Html scale(const Issue& issue, double bottom) {
  Html out = svg_line({side_margin, bottom}, {right_end(issue), bottom}, "axis");
  for (std::size_t i = 0; i < issue.options.size(); ++i) {
    const double x = anchor_x(issue, i);
    out += svg_line({x, lanes_top}, {x, bottom + 4}, "grid") +
           svg_label({x, bottom + 18}, label_width(issue, i, anchor_gap(issue)), "anchor",
                     issue.options[i].label);
  }
  return out;
}

std::string description_of(const Page& page, const Ladder& ladder) {
  std::string out =
      fmt::format("An ordered scale from {} to {}.", ladder.issue.options.front().label,
                  ladder.issue.options.back().label);
  for (const Lane& each : ladder.lanes) out += " " + full_words(page, ladder.issue, each) + ".";
  return out;
}

Html ladder_svg(const Page& page, const Ladder& ladder, std::size_t number) {
  const std::size_t shown = std::min(ladder.lanes.size(), lanes_at_most);
  const double bottom = lanes_top + lane_height * static_cast<double>(shown);
  Html lanes;
  for (std::size_t i = 0; i < shown; ++i)
    lanes += lane_svg(page, ladder.issue, ladder.lanes[i],
                      lanes_top + lane_height * (static_cast<double>(i) + .68));
  return svg_drawing(fmt::format("l{}", number), drawing_width(ladder.issue),
                     bottom + 10 + labels_height(ladder.issue), ladder.issue.label,
                     description_of(page, ladder), scale(ladder.issue, bottom) + lanes);
}

Html names_of(const Page& page, const std::vector<const Position*>& positions) {
  Html out;
  for (const Position* position : positions)
    out += html("{}{}{}", out.empty() ? "" : "; ",
                page.position_link(*position, html("{} {}", bdi(position->party),
                                                   spoken(word_of(position->stance)))),
                suggested_tag(position->review));
  return out;
}

// Without dates nothing is newer than anything.
bool is_dated_later(const Lane& lane) { return day_of(*lane.later) && day_of(*lane.placed); }

Html aside(std::string_view words, const Html& names) {
  return names.empty() ? names : html("<p class=\"aside\">{}: {}.</p>", words, names);
}

Html unplaced_lines(const Page& page, const Ladder& ladder) {
  std::vector<const Position*> newer, other;
  for (const Lane& each : ladder.lanes)
    if (each.later) (is_dated_later(each) ? newer : other).push_back(each.later);
  return aside("* Newer word, not placed on the scale", names_of(page, newer)) +
         aside("* Another word, in no known order of time, not placed on the scale",
               names_of(page, other)) +
         aside("Spoke on it, not placed on the scale", names_of(page, ladder.unplaced));
}

Html hidden_lanes(const Ladder& ladder) {
  if (ladder.lanes.size() <= lanes_at_most) return {};
  return html("<p class=\"aside\">Showing {} of {} placed parties; the matrix has all.</p>",
              lanes_at_most, ladder.lanes.size());
}

Html ladder_figure(const Page& page, const Ladder& ladder, std::size_t number) {
  return html("<figure{}><figcaption><h3>{}</h3></figcaption>{}{}{}</figure>\n",
              Html::raw(is_broad(ladder.issue) ? " class=\"broad\"" : ""), bdi(ladder.issue.label),
              ladder_svg(page, ladder, number), hidden_lanes(ladder), unplaced_lines(page, ladder));
}

Html all_ladders(const Page& page) {
  Html out;
  std::size_t number = 0;
  for (const std::string& id : page.in.matrix.issues) {
    const Issue* issue = page.lookup.issue(id);
    if (!issue || !issue->ordered || issue->options.size() < 2) continue;
    const Ladder ladder = ladder_of(page, *issue);
    if (!ladder.lanes.empty()) out += ladder_figure(page, ladder, ++number);
  }
  return out;
}

}  // namespace

Html ladders_section(const Page& page) {
  const Html ladders = all_ladders(page);
  if (ladders.empty())
    return Html::raw(
        "<section id=\"ladders\"><h2>Ladders</h2><p class=\"none\">No position could be placed on "
        "a scale of "
        "ordered options.</p></section>\n");
  return html(
      "<section id=\"ladders\"><h2>Ladders</h2><p class=\"sub\">Where the parties stand on the "
      "scales that "
      "have named anchors. The anchors "
      "are in order, but the distances between them have no size. A filled mark takes the option "
      "up, a pale "
      "one is open to it or names a "
      "condition, a crossed one rejects it, a hollow one only reports. A bar is a range of "
      "options; heavy "
      "stops are a red line; a dashed mark "
      "with an arrow is where a party stood before. A date is the day of printing, where “said” "
      "does "
      "not stand before it. Every mark leads to its sentence.</p><div "
      "class=\"ladders\">{}</div></section>\n",
      ladders);
}

}  // namespace entente::report

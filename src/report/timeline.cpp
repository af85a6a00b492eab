// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "report/brief_page.h"
#include "report/svg.h"

namespace entente::report {
namespace {

using Days = std::chrono::sys_days;

constexpr double strip_width = 760, strip_left = 34, strip_right = 726, step_up = 24, dot = 8;
constexpr std::size_t stack_at_most = 8;
constexpr std::size_t ticks_at_most = 8;

struct Range {
  Days first, last;
  double x_of(Days day) const {
    const auto span = (last - first).count();
    return span == 0 ? (strip_left + strip_right) / 2
                     : strip_left + (strip_right - strip_left) * static_cast<double>((day - first).count()) / static_cast<double>(span);
  }
};

std::vector<const Meeting*> shown_meetings(const Page& page, bool dated) {
  std::vector<const Meeting*> out;
  for (const Meeting& meeting : page.in.contents.meetings)
    if (!is_rejected(meeting.review) && meeting.when.has_value() == dated) out.push_back(&meeting);
  std::stable_sort(out.begin(), out.end(), [](const Meeting* a, const Meeting* b) { return a->when < b->when; });
  return out;
}

Range range_of(const Page& page, const std::vector<const Meeting*>& meetings) {
  Range range{Days{*meetings.front()->when}, Days{*meetings.back()->when}};
  if (page.as_of) range = {std::min(range.first, Days{*page.as_of}), std::max(range.last, Days{*page.as_of})};
  return range;
}

// Days that a reader counts by: every one, every week, or the first of every so many months.
std::vector<Days> tick_days(Range range) {
  std::vector<Days> ticks;
  for (const int days : {1, 2, 7, 14}) {
    if ((range.last - range.first).count() / days >= static_cast<long>(ticks_at_most)) continue;
    for (Days at = range.first; at <= range.last; at += std::chrono::days{days}) ticks.push_back(at);
    return ticks;
  }
  for (const int months : {1, 2, 3, 6, 12, 24, 60, 120, 600, 2400}) {
    ticks.clear();
    const Date start{range.first};
    for (auto month = start.year() / std::chrono::January; Days{month / 1} <= range.last; month += std::chrono::months{months})
      if (Days{month / 1} >= range.first) ticks.push_back(month / 1);
    if (ticks.size() <= ticks_at_most) break;
  }
  return ticks;
}

std::string tick_words(Days day, Range range) {
  const std::string words = short_day_text(Date{day});
  return (range.last - range.first).count() > 120 ? words.substr(words.find(' ') + 1) : words.substr(0, words.rfind(' '));
}

Html axis(const Page& page, Range range, double y) {
  Html out = svg_line({strip_left - 16, y}, {strip_right + 16, y}, "axis");
  for (Days day : tick_days(range))
    out += svg_line({range.x_of(day), y}, {range.x_of(day), y + 5}, "axis") + svg_text({range.x_of(day), y + 19}, "middle", "note", html("{}", tick_words(day, range)));
  if (page.as_of) {
    const double x = range.x_of(Days{*page.as_of});
    out += svg_line({x, 16}, {x, y}, "asof") + svg_text({x, 11}, x > 640 ? "end" : "middle", "note", html("as of {}", short_day_text(*page.as_of)));
  }
  return out;
}

Html meeting_mark(const Meeting& meeting, Point at) {
  Html out = svg_shape(0, at, dot, fmt::format("meet {}", word_of(meeting.status)));
  if (meeting.status == MeetingStatus::cancelled)
    out += svg_line({at.x - 9, at.y + 9}, {at.x + 9, at.y - 9}, "cross");
  const std::string what = fmt::format("{} {}, {}: {}", word_of(meeting.status), day_text(*meeting.when),
                                       meeting.place.empty() ? "place not stated" : meeting.place, fmt::join(meeting.parties, ", "));
  return html("<a href=\"#{}\"><title>{}</title>{}{}</a>\n", meeting.id.text(), what, out,
              svg_text({at.x + 11, at.y + 4}, "start", "note", html("{}", meeting.id.text())));
}

// Meetings that would overlap stand on top of each other.
Html stacked_marks(const std::vector<const Meeting*>& meetings, Range range, double y) {
  std::map<long, std::vector<const Meeting*>> stacks;
  for (const Meeting* meeting : meetings) stacks[std::lround(range.x_of(Days{*meeting->when}) / 36)].push_back(meeting);
  Html out;
  for (const auto& [slot, stack] : stacks) {
    const double x = range.x_of(Days{*stack.front()->when});
    const std::size_t shown = std::min(stack.size(), stack_at_most);
    for (std::size_t i = 0; i < shown; ++i)
      out += meeting_mark(*stack[i], {range.x_of(Days{*stack[i]->when}), y - 16 - step_up * static_cast<double>(i)});
    if (shown < stack.size())
      out += svg_text({x, y - 12 - step_up * static_cast<double>(shown)}, "middle", "note", html("+{}", stack.size() - shown));
  }
  return out;
}

std::size_t tallest_stack(const std::vector<const Meeting*>& meetings, Range range) {
  std::map<long, std::size_t> stacks;
  std::size_t most = 1;
  for (const Meeting* meeting : meetings) most = std::max(most, ++stacks[std::lround(range.x_of(Days{*meeting->when}) / 36)]);
  return std::min(most, stack_at_most + 1);
}

std::string count_words(const std::vector<const Meeting*>& meetings) {
  std::map<MeetingStatus, std::size_t> counts;
  for (const Meeting* meeting : meetings) ++counts[meeting->status];
  std::string out;
  for (const auto& [status, count] : counts) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, word_of(status));
  return out;
}

Html strip(const Page& page, const std::vector<const Meeting*>& meetings) {
  const Range range = range_of(page, meetings);
  const double y = 30 + step_up * static_cast<double>(tallest_stack(meetings, range));
  return svg_drawing("tl", strip_width, y + 28, "Meetings in time",
                     fmt::format("From {} to {}: {}. The list below has each.", day_text(Date{range.first}), day_text(Date{range.last}), count_words(meetings)),
                     axis(page, range, y) + stacked_marks(meetings, range, y));
}

Html names(const std::vector<std::string>& all) {
  Html out;
  for (const std::string& name : all) out += (out.empty() ? Html{} : Html::raw(", ")) + bdi(name);
  return out.empty() ? Html::raw("<span class=\"none\">not stated</span>") : out;
}

Html meeting_item(const Page& page, const Meeting& m) {
  const Html when = m.when ? day_html(m.when) : m.when_words.empty() ? day_html(m.when) : html("<span class=\"none\">no date</span>, “{}”", bdi(m.when_words));
  const Html people = m.people.empty() ? Html{} : html(" ({})", names(m.people));
  return html(
      "<li id=\"{}\"><p class=\"what\"><b>{}</b> <span class=\"tag {}\">{}</span> {}{}, {}{} <span class=\"ref\">{}</span></p>{}</li>\n",
      m.id.text(), when, word_of(m.status), word_of(m.status), names(m.parties), people,
      m.place.empty() ? Html::raw("<span class=\"none\">place not stated</span>") : bdi(m.place), suggested_tag(m.review), m.id.text(),
      page.quote(Evidence{m.document, m.evidence}, ""));
}

Html meeting_list(const Page& page, const std::vector<const Meeting*>& meetings) {
  Html items;
  for (const Meeting* meeting : meetings) items += meeting_item(page, *meeting);
  return html("<ol class=\"list\">{}</ol>\n", items);
}

}  // namespace

Html meetings_section(const Page& page) {
  const auto dated = shown_meetings(page, true), undated = shown_meetings(page, false);
  Html body;
  if (dated.empty() && undated.empty()) body = Html::raw("<p class=\"none\">No meeting was found in the documents of this case.</p>");
  if (!dated.empty()) body += strip(page, dated) + meeting_list(page, dated);
  if (!undated.empty()) body += Html::raw("<h3>Without a known day</h3>") + meeting_list(page, undated);
  return html("<section id=\"meetings\"><h2>Meetings</h2><p class=\"sub\">Filled: held. Open: planned. Dashed: only reported. Struck out: "
              "called off.</p>{}</section>\n", body);
}

}  // namespace entente::report

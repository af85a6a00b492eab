// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "report/brief_page.h"
#include "report/svg.h"
#include "report/visible.h"

namespace entente::report {
namespace {

using Days = std::chrono::sys_days;

constexpr double strip_width = 760, strip_left = 34, strip_right = 726, step_up = 24, dot = 8,
                 label_off = 11, label_letter = 7;
constexpr std::size_t levels_at_most = 8;
constexpr std::size_t ticks_at_most = 8;

struct Range {
  Days first, last;
  double x_of(Days day) const {
    const auto span = (last - first).count();
    return span == 0 ? (strip_left + strip_right) / 2
                     : strip_left + (strip_right - strip_left) *
                                        static_cast<double>((day - first).count()) /
                                        static_cast<double>(span);
  }
};

// What several documents tell of one meeting, as far as day, status, place and parties show it.
using Event = std::vector<const Meeting*>;

std::vector<const Meeting*> shown_meetings(const Page& page, bool dated) {
  std::vector<const Meeting*> out;
  for (const Meeting& meeting : page.in.contents.meetings)
    if (!is_rejected(meeting.review) && meeting.when.has_value() == dated) out.push_back(&meeting);
  std::stable_sort(out.begin(), out.end(),
                   [](const Meeting* a, const Meeting* b) { return a->when < b->when; });
  return out;
}

bool holds_all(const std::vector<std::string>& names, const std::vector<std::string>& others) {
  return std::all_of(others.begin(), others.end(), [&](const auto& other) {
    return std::find(names.begin(), names.end(), other) != names.end();
  });
}

bool same_event(const Meeting& a, const Meeting& b) {
  return a.when && a.when == b.when && a.status == b.status &&
         (a.place == b.place || a.place.empty() || b.place.empty()) && !a.parties.empty() &&
         !b.parties.empty() && (holds_all(a.parties, b.parties) || holds_all(b.parties, a.parties));
}

std::vector<Event> events_of(const std::vector<const Meeting*>& meetings) {
  std::vector<Event> events;
  for (const Meeting* meeting : meetings) {
    const auto told = std::find_if(events.begin(), events.end(), [&](const Event& event) {
      return same_event(*event.front(), *meeting);
    });
    if (told == events.end())
      events.push_back({meeting});
    else
      told->push_back(meeting);
  }
  return events;
}

// The telling that says most.
const Meeting& fullest(const Event& event) {
  return **std::max_element(event.begin(), event.end(), [](const Meeting* a, const Meeting* b) {
    return std::pair{!a->place.empty(), a->parties.size()} <
           std::pair{!b->place.empty(), b->parties.size()};
  });
}

std::string event_ids(const Event& event) {
  std::string out;
  for (const Meeting* meeting : event) out += (out.empty() ? "" : " ") + meeting->id.text();
  return out;
}

Range range_of(const Page& page, const std::vector<Event>& events) {
  Range range{Days{*events.front()[0]->when}, Days{*events.back()[0]->when}};
  if (page.as_of)
    range = {std::min(range.first, Days{*page.as_of}), std::max(range.last, Days{*page.as_of})};
  return range;
}

// Days that a reader counts by: every one, every week, or the first of every so many months.
std::vector<Days> tick_days(Range range) {
  std::vector<Days> ticks;
  for (const int days : {1, 2, 7, 14}) {
    if ((range.last - range.first).count() / days >= static_cast<long>(ticks_at_most)) continue;
    for (Days at = range.first; at <= range.last; at += std::chrono::days{days})
      ticks.push_back(at);
    return ticks;
  }
  for (const int months : {1, 2, 3, 6, 12, 24, 60, 120, 600, 2400}) {
    ticks.clear();
    const Date start{range.first};
    for (auto month = start.year() / std::chrono::January; Days{month / 1} <= range.last;
         month += std::chrono::months{months})
      if (Days{month / 1} >= range.first) ticks.push_back(month / 1);
    if (ticks.size() <= ticks_at_most) break;
  }
  return ticks;
}

std::string tick_words(Days day, Range range) {
  const std::string words = short_day_text(Date{day});
  return (range.last - range.first).count() > 120 ? words.substr(words.find(' ') + 1)
                                                  : words.substr(0, words.rfind(' '));
}

Html axis(const Page& page, Range range, double y) {
  Html out = svg_line({strip_left - 16, y}, {strip_right + 16, y}, "axis");
  for (Days day : tick_days(range))
    out +=
        svg_line({range.x_of(day), y}, {range.x_of(day), y + 5}, "axis") +
        svg_text({range.x_of(day), y + 19}, "middle", "label", html("{}", tick_words(day, range)));
  if (page.as_of) {
    const double x = range.x_of(Days{*page.as_of});
    out += svg_line({x, 16}, {x, y}, "asof") +
           svg_text({x, 11},
                    x > 640   ? "end"
                    : x < 120 ? "start"
                              : "middle",
                    "label", html("as of {}", short_day_text(*page.as_of)));
  }
  return out;
}

Days day_of_event(const Event& event) { return Days{*event.front()->when}; }

// One wire report in two outlets tells a meeting once.
std::size_t tellings_of(const Page& page, const Event& event) {
  const auto count = std::count_if(event.begin(), event.end(), [&](const Meeting* meeting) {
    return !page.lookup.original_of(meeting->document);
  });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(count, 1));
}

std::string label_of(const Page& page, const Event& event) {
  const std::size_t tellings = tellings_of(page, event);
  return event.front()->id.text() + (tellings > 1 ? fmt::format(" ×{}", tellings) : "");
}

// Where an event stands: the label on the right of its mark, but on the left where it would leave
// the drawing or the line of "as of" would run through it.
struct Place {
  const Event* event;
  std::string label;
  double x;
  bool left = false;
  std::size_t level = 0;

  double label_end() const {
    return x + label_off + label_letter * static_cast<double>(columns_of(label));
  }
  double from() const { return left ? 2 * x - label_end() : x - dot; }
  double to() const { return left ? x + dot : label_end(); }
};

Place place_of(const Page& page, const Event& event, Range range) {
  Place place{&event, label_of(page, event), range.x_of(day_of_event(event))};
  const double end = place.label_end();
  const double as_of = page.as_of ? range.x_of(Days{*page.as_of}) : place.x;
  place.left = end > strip_width || (as_of > place.x + 1 && as_of < end + 3);
  return place;
}

// Each on the lowest level where it meets no other; what finds no level within the height is left
// to the list.
std::vector<Place> places_of(const Page& page, const std::vector<Event>& events, Range range) {
  std::vector<Place> places;
  std::vector<double> ends;
  for (const Event& event : events) {
    Place place = place_of(page, event, range);
    const auto free =
        std::find_if(ends.begin(), ends.end(), [&](double end) { return end + 5 < place.from(); });
    place.level = static_cast<std::size_t>(free - ends.begin());
    if (free == ends.end()) ends.push_back(0);
    ends[place.level] = place.to();
    places.push_back(place);
  }
  return places;
}

Html event_mark(const Place& place, double y) {
  const Event& event = *place.event;
  const Meeting& meeting = fullest(event);
  const Point at{place.x, y};
  Html mark = svg_shape(0, at, dot, fmt::format("meet {}", word_of(meeting.status)));
  if (meeting.status == MeetingStatus::cancelled)
    mark += svg_line({at.x - 9, at.y + 9}, {at.x + 9, at.y - 9}, "cross");
  const std::string what = fmt::format(
      "{} {}, {}: {}", word_of(meeting.status), day_text(*meeting.when),
      meeting.place.empty() ? "place not stated" : meeting.place, fmt::join(meeting.parties, ", "));
  const double text_x = place.left ? at.x - label_off : at.x + label_off;
  return html(
      "<a href=\"#{}\"><title>{}</title>{}{}</a>\n", event.front()->id.text(), what, mark,
      svg_text({text_x, at.y + 4}, place.left ? "end" : "start", "label", html("{}", place.label)));
}

std::size_t levels_of(const std::vector<Place>& places) {
  std::size_t most = 1;
  for (const Place& place : places) most = std::max(most, place.level + 1);
  return std::min(most, levels_at_most + 1);
}

Html all_marks(const std::vector<Place>& places, double y) {
  Html out;
  std::size_t hidden = 0;
  for (const Place& place : places)
    if (place.level < levels_at_most)
      out += event_mark(place, y - 16 - step_up * static_cast<double>(place.level));
    else
      ++hidden;
  if (hidden == 0) return out;
  const Point above{strip_left, y - 12 - step_up * static_cast<double>(levels_at_most)};
  return out + svg_text(above, "start", "label", html("+{} more in the list", hidden));
}

std::string count_words(const std::vector<Event>& events) {
  std::map<MeetingStatus, std::size_t> counts;
  for (const Event& event : events) ++counts[event.front()->status];
  std::string out;
  for (const auto& [status, count] : counts)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, word_of(status));
  return out;
}

Html strip(const Page& page, const std::vector<Event>& events) {
  const Range range = range_of(page, events);
  const std::vector<Place> places = places_of(page, events, range);
  const double y = 30 + step_up * static_cast<double>(levels_of(places));
  const Html marks = axis(page, range, y) + all_marks(places, y);
  const std::string what =
      fmt::format("From {} to {}: {}. The list below has each.", day_text(Date{range.first}),
                  day_text(Date{range.last}), count_words(events));
  return svg_drawing("tl", strip_width, y + 28, "Meetings in time", what, marks);
}

Html names(const std::vector<std::string>& all) {
  Html out;
  for (const std::string& name : all) out += (out.empty() ? Html{} : Html::raw(", ")) + bdi(name);
  return out.empty() ? Html::raw("<span class=\"none\">not stated</span>") : out;
}

Html when_html(const Meeting& m) {
  if (m.when || m.when_words.empty()) return day_html(m.when);
  return html("<span class=\"none\">no date</span>, “{}”", bdi(m.when_words));
}

Html telling(const Page& page, const Meeting& m) {
  return html("<div id=\"{}\">{}</div>", m.id.text(),
              page.quote(Evidence{m.document, m.evidence}, ""));
}

Html event_item(const Page& page, const Event& event) {
  const Meeting& m = fullest(event);
  Html tellings;
  for (const Meeting* each : event) tellings += telling(page, *each);
  return html(
      "<li><p class=\"what\"><b>{}</b> <span class=\"tag {}\">{}</span> {}{}, {}{} <span "
      "class=\"ref\">{}</span></p>{}</li>\n",
      when_html(m), word_of(m.status), word_of(m.status), names(m.parties),
      m.people.empty() ? Html{} : html(" ({})", names(m.people)),
      m.place.empty() ? Html::raw("<span class=\"none\">place not stated</span>") : bdi(m.place),
      suggested_tag(m.review), event_ids(event), tellings);
}

Html event_list(const Page& page, const std::vector<Event>& events) {
  Html items;
  for (const Event& event : events) items += event_item(page, event);
  return html("<ol class=\"list\">{}</ol>\n", items);
}

}  // namespace

Html meetings_section(const Page& page) {
  const auto dated = events_of(shown_meetings(page, true)),
             undated = events_of(shown_meetings(page, false));
  Html body;
  if (dated.empty() && undated.empty())
    body = Html::raw("<p class=\"none\">No meeting was found in the documents of this case.</p>");
  if (!dated.empty()) body += strip(page, dated) + event_list(page, dated);
  if (!undated.empty())
    body += Html::raw("<h3>Without a known day</h3>") + event_list(page, undated);
  return html(
      "<section id=\"meetings\"><h2>Meetings</h2><p class=\"sub\">Filled: held. Open: planned. "
      "Dashed: only "
      "reported or proposed. Struck out: called off. "
      "Tellings with the same day, place, status and parties stand together; whether they are one "
      "meeting is "
      "for the reader. ×2 and the like count the tellings; a copy is none of its "
      "own.</p>{}</section>\n",
      body);
}

}  // namespace entente::report

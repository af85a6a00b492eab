// SPDX-License-Identifier: Apache-2.0
#include "read/noise.h"

#include <algorithm>
#include <optional>

#include "read/credits.h"
#include "read/frame.h"
#include "read/frame_words.h"
#include "read/inserts.h"
#include "read/line_model.h"
#include "read/outline.h"
#include "read/page_lines.h"
#include "read/phrases.h"
#include "read/repeats.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

class Marker {
 public:
  Marker(const Lines& lines, Marks known)
      : lines_(lines),
        marks_(std::move(known)),
        roles_(lines.lines.size(), Role::text),
        partly_noise_(lines.lines.size(), false),
        latin_(is_latin(lines.text)) {
    live_ = is_live_page();
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      roles_[i] = known_role(lines.lines[i].span);
  }

  Marks mark(Headings headings) {
    apply_rules();
    if (headings == Headings::guess) {
      for (std::size_t i : furniture_lines(lines_, roles_))
        if (!partly_noise_[i]) add(i, NoiseKind::menu);
      guess_headings();
    }
    settle();
    return std::move(marks_);
  }

  std::vector<Role> roles_by_rules() {
    apply_rules();
    return std::move(roles_);
  }

 private:
  void apply_rules() {
    mark_repeats();
    for (std::size_t i = 0; i < lines_.lines.size(); ++i)
      if (roles_[i] != Role::noise) judge(i);
    mark_author_notes();
    mark_mastheads();
    for (const FrameLine& found : frame_lines(lines_, roles_))
      if (!partly_noise_[found.line]) add(found.line, found.kind);
    mark_link_runs();
  }

  const Line& line(std::size_t i) const { return lines_.lines[i]; }

  // Both lists of marks_ ascend, and so do the lines: two cursors would do, a binary search is
  // simpler.
  Role known_role(Span span) const {
    const auto noise =
        std::partition_point(marks_.noise.begin(), marks_.noise.end(),
                             [&](const Noise& n) { return n.span.end <= span.begin; });
    if (noise != marks_.noise.end() && noise->span.meets(span)) return Role::noise;
    const auto heading = std::partition_point(marks_.headings.begin(), marks_.headings.end(),
                                              [&](Span h) { return h.end <= span.begin; });
    return heading != marks_.headings.end() && heading->meets(span) ? Role::heading : Role::text;
  }

  void add(std::size_t i, NoiseKind kind) {
    found_.push_back({line(i).span, kind});
    roles_[i] = Role::noise;
  }

  void mark_repeats() {
    const std::vector<bool> repeated = repeated_lines(lines_);
    for (std::size_t i = 0; i < repeated.size(); ++i) {
      if (!repeated[i] || roles_[i] != Role::text) continue;
      add(i, NoiseKind::repeat);
      if (is_all_quoted(lines_.of(line(i))) && i + 1 < roles_.size() && is_signature(i + 1))
        add(i + 1, NoiseKind::repeat);
    }
  }

  // Who a pull quote is by: "Ada Bright, envoy of Veland"
  bool is_signature(std::size_t i) const {
    constexpr std::size_t longest = 12;
    const std::u32string_view text = lines_.of(line(i));
    return roles_[i] == Role::text && line(i).words() > 0 && line(i).words() <= longest &&
           !ends_stopped(text) && !has_quote(text) && is_capital(lines_.initial(line(i).first));
  }

  // Three entries or more, each under its age: the ages are part of the report.
  bool is_live_page() const {
    constexpr std::size_t least_entries = 3, shortest_title = 4;
    std::size_t entries = 0;
    for (std::size_t i = 0; i + 1 < lines_.lines.size(); ++i)
      entries += is_age(lines_, line(i)) && line(i + 1).words() >= shortest_title;
    return entries >= least_entries;
  }

  // Titles over the byline of the report, whatever label stands over them.
  bool leads_to_byline(std::size_t i) const {
    constexpr std::size_t most_titles = 5, shortest_title = 4;
    for (std::size_t k = i; k < std::min(roles_.size(), i + most_titles); ++k) {
      if (is_author_line(lines_, line(k))) return k > i;
      if (line(k).words() < shortest_title || is_paragraph(k)) return false;
    }
    return false;
  }

  void judge(std::size_t i) {
    if (live_ && is_age(lines_, line(i))) return;
    if (i > 0 && i == under_picture_ && is_picture_text(lines_, line(i)))
      return add(i, NoiseKind::caption);
    if (is_framed_picture(lines_, line(i))) {
      under_picture_ = i + 1;
      return add(i, NoiseKind::caption);
    }
    if (is_desk_byline(lines_, line(i))) return add(i, NoiseKind::credit);
    if (const auto hit = phrase_hit(lines_, line(i))) {
      add(i, hit->kind);
      if (hit->opens_list) mark_list_after(i);
      return;
    }
    if (is_more_label(lines_, line(i))) return add(i, NoiseKind::menu);
    if (tells_own_age(lines_, line(i))) return add(i, NoiseKind::boilerplate);
    if (is_site_notice(lines_, line(i))) return add(i, NoiseKind::boilerplate);
    if (const auto kind = shape_hit(lines_, line(i), latin_)) return add(i, *kind);
    if (is_over_article(i)) return add(i, NoiseKind::credit);
    if (roles_[i] != Role::text) return;
    mark_credits(i);
    if (roles_[i] == Role::text) mark_parts(i, inserts_in(lines_, line(i)));
  }

  // Among the last lines of the report itself: menus may stand below.
  void mark_author_notes() {
    constexpr std::size_t last_lines = 5;
    std::size_t seen = 0;
    for (std::size_t i = roles_.size(); i-- > 1 && seen < last_lines;) {
      if (roles_[i] != Role::text || line(i).words() == 0) continue;
      ++seen;
      if (is_author_note(lines_, line(i))) add(i, NoiseKind::boilerplate);
    }
  }

  // Kickers over the title, and a byline with its place between the title and the first paragraph.
  bool is_over_article(std::size_t i) const {
    constexpr std::size_t first_lines = 6;
    if (i >= first_lines || roles_[i] != Role::text) return false;
    for (std::size_t k = 0; k < i; ++k)
      if (is_paragraph(k)) return false;
    if (i + 1 < roles_.size() && (is_kicker(lines_, line(i)) || is_issue_head(i))) return true;
    return i > 0 && is_place_byline(lines_, line(i));
  }

  // The line that says what kind of newsletter this is, and its name in capitals above.
  bool is_issue_head(std::size_t i) const {
    return is_issue_line(lines_, line(i)) ||
           (is_all_capitals(lines_, line(i)) && is_issue_line(lines_, line(i + 1)));
  }

  void mark_credits(std::size_t i) { mark_parts(i, credits_in(lines_, line(i))); }

  void mark_parts(std::size_t i, const std::vector<Noise>& parts) {
    for (const Noise& part : parts) {
      if (part.span == line(i).span) return add(i, part.kind);
      found_.push_back(part);
      partly_noise_[i] = true;
    }
  }

  // The name of the page's owner alone on a line, known from the copyright line.
  void mark_mastheads() {
    constexpr std::size_t most_notices = 3;
    std::size_t notices = 0;
    for (std::size_t i = roles_.size(); i-- > 0 && notices < most_notices;) {
      if (roles_[i] != Role::noise || !names_owner(lines_, line(i))) continue;
      ++notices;
      for (std::size_t k = 0; k < roles_.size(); ++k)
        if (roles_[k] == Role::text && is_owner_line(k, i)) add(k, NoiseKind::menu);
    }
  }

  bool is_owner_line(std::size_t i, std::size_t copyright) const {
    const Line &name = line(i), &notice = line(copyright);
    if (name.words() < 2 || name.words() >= notice.words() || ends_stopped(lines_.of(name)))
      return false;
    const auto words = [&](std::size_t word) {
      return lines_.words.begin() + static_cast<std::ptrdiff_t>(word);
    };
    const auto same = [](const Word& a, const Word& b) { return a.key == b.key; };
    return std::search(words(notice.first), words(notice.last), words(name.first), words(name.last),
                       same) != words(notice.last);
  }

  // "Related articles" and the headlines under it: lines that end without a stop.
  void mark_list_after(std::size_t i) {
    constexpr std::size_t most_links = 20, longest_link = 25;
    for (std::size_t next = i + 1; next < roles_.size() && next <= i + most_links; ++next) {
      const std::u32string_view text = lines_.of(line(next));
      const bool last_of_block = next > i + 1 && !line(next).after_gap &&
                                 next + 1 < roles_.size() && line(next + 1).after_gap;
      const bool asks = text.back() == U'?' && next + 1 < roles_.size() &&
                        (last_of_block || (roles_[next + 1] == Role::text &&
                                           !ends_stopped(lines_.of(line(next + 1)))));
      const bool link = line(next).words() <= longest_link && (asks || !ends_stopped(text));
      if (!link || roles_[next] == Role::heading || leads_to_byline(next)) return;
      if (live_ && is_age(lines_, line(next))) return;
      if (roles_[next] != Role::noise) add(next, NoiseKind::menu);
    }
  }

  // Four or more very short lines in a row before the first paragraph or after the last one: a
  // menu. In the middle of a report they are a list that belongs to it.
  void mark_link_runs() {
    std::size_t first = 0, last = roles_.size();
    while (first < last && !is_paragraph(first)) ++first;
    while (last > first && !is_paragraph(last - 1)) --last;
    if (first == last) return;
    mark_short_runs(0, first);
    mark_short_runs(last, roles_.size());
  }

  bool is_paragraph(std::size_t i) const {
    return roles_[i] != Role::noise && line(i).words() >= 9 && ends_stopped(lines_.of(line(i)));
  }

  bool is_menu_entry(std::size_t i) const {
    const std::u32string_view text = lines_.of(line(i));
    const bool digits = std::any_of(text.begin(), text.end(), is_digit);
    return roles_[i] == Role::text && line(i).words() > 0 && line(i).words() <= 3 &&
           !ends_stopped(text) && text.back() != U':' && !digits && !has_quote(text);
  }

  // A word of a menu that is known by itself: "Home", "Sign in".
  bool is_known_entry(std::size_t i) const {
    return roles_[i] == Role::noise && line(i).words() > 0 && line(i).words() <= 3;
  }

  void mark_short_runs(std::size_t begin, std::size_t end) {
    constexpr std::size_t least_run = 4;
    for (std::size_t i = begin; i < end;) {
      std::size_t stop = i;
      while (stop < end && (is_menu_entry(stop) || is_known_entry(stop))) ++stop;
      const bool introduced = i > 0 && lines_.of(line(i - 1)).back() == U':';
      for (std::size_t k = i; k < stop && stop - i >= least_run && !introduced; ++k)
        if (roles_[k] == Role::text) add(k, NoiseKind::menu);
      i = std::max(stop, i + 1);
    }
  }

  void guess_headings() {
    for (std::size_t i : heading_lines(lines_, roles_))
      if (roles_[i] == Role::text && !partly_noise_[i]) marks_.headings.push_back(line(i).span);
    std::sort(marks_.headings.begin(), marks_.headings.end());
  }

  void settle() {
    for (Noise& noise : found_) {
      noise.span = trimmed(lines_.text, noise.span);
      if (!noise.span.empty()) marks_.noise.push_back(noise);
    }
    std::sort(marks_.noise.begin(), marks_.noise.end(), [](const Noise& a, const Noise& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    drop_covered();
    join_repeats();
    std::erase_if(marks_.headings,
                  [&](Span heading) { return known_role(heading) == Role::noise; });
  }

  // A credit inside a line that was found to be noise as a whole.
  void drop_covered() {
    std::size_t end = 0;
    std::erase_if(marks_.noise, [&](const Noise& noise) {
      const bool covered = noise.span.begin < end;
      end = std::max(end, noise.span.end);
      return covered;
    });
  }

  // A body printed twice is one repeat, not one for each of its lines.
  void join_repeats() {
    std::vector<Noise> joined;
    for (const Noise& noise : marks_.noise) {
      const bool follows = !joined.empty() && joined.back().kind == NoiseKind::repeat &&
                           noise.kind == NoiseKind::repeat &&
                           trimmed(lines_.text, {joined.back().span.end, noise.span.begin}).empty();
      follows ? void(joined.back().span.end = noise.span.end) : joined.push_back(noise);
    }
    marks_.noise = std::move(joined);
  }

  const Lines& lines_;
  Marks marks_;
  std::vector<Noise> found_;
  std::vector<Role> roles_;
  std::vector<bool> partly_noise_;
  bool latin_;
  bool live_ = false;
  std::size_t under_picture_ = 0;  // the line below a picture's own words
};

}  // namespace

std::vector<Role> roles_by_rules(const Lines& lines) { return Marker(lines, {}).roles_by_rules(); }

Marks mark_lines(const Lines& lines, Marks known, Headings headings) {
  return Marker(lines, std::move(known)).mark(headings);
}

}  // namespace entente::read

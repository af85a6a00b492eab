// SPDX-License-Identifier: Apache-2.0
#include "read/frame.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "read/frame_words.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

constexpr std::size_t least_body_words = 9, least_title_words = 4;
constexpr std::size_t most_head_lines = 40, last_lines = 6;

class Frame {
 public:
  Frame(const Lines& lines, const std::vector<Role>& roles) : lines_(lines), roles_(roles) {
    worded_ = worded_lines(lines);
    found_.resize(worded_.size());
    wrapped_ = is_wrapped(lines, worded_);
    find_bodies();
  }

  std::vector<FrameLine> find() {
    begin_ = 0;
    while (begin_ < worded_.size() && !body_[begin_]) ++begin_;
    if (begin_ == worded_.size()) return {};
    end_ = worded_.size();
    while (!body_[end_ - 1]) --end_;
    if (begin_ <= most_head_lines) mark_head();
    mark_foot();
    return result();
  }

 private:
  const Line& line(std::size_t at) const { return lines_.lines[worded_[at]]; }
  std::u32string_view text(std::size_t at) const { return lines_.of(line(at)); }
  bool is_noise(std::size_t at) const {
    return found_[at].has_value() || roles_[worded_[at]] == Role::noise;
  }
  void add(std::size_t at, NoiseKind kind) {
    if (!is_noise(at)) found_[at] = kind;
  }

  // A paragraph: one line, or in a text broken at a width all lines up to a gap.
  void find_bodies() {
    body_.resize(worded_.size());
    for (std::size_t at = 0; at < worded_.size();) {
      std::size_t stop = at + 1, words = line(at).words();
      for (; wrapped_ && stop < worded_.size() && !line(stop).after_gap; ++stop)
        words += line(stop).words();
      const bool body = words >= least_body_words && ends_stopped(text(stop - 1));
      for (; at < stop; ++at) body_[at] = body && roles_[worded_[at]] != Role::noise;
    }
  }

  // ---- Head ----

  void mark_head() {
    for (std::size_t at = 0; at < begin_; ++at)
      if (!is_noise(at)) mark_label(at);
    mark_letterhead();
    mark_authors();
    for (std::size_t at = 1; at < begin_; ++at)
      if (!is_noise(at) && follows_credit(at) && is_bare_date(lines_, line(at)))
        add(at, NoiseKind::credit);
    mark_caption();
  }

  bool is_title(std::size_t at) const {
    return !is_noise(at) && line(at).words() >= least_title_words &&
           persons_in(lines_, line(at)).names.empty();
  }

  bool title_below(std::size_t at) const {
    for (std::size_t k = at + 1; k < begin_; ++k)
      if (is_title(k) && !is_body_name(lines_, line(k))) return true;
    return false;
  }

  void mark_label(std::size_t at) {
    if (is_street_address(lines_, line(at)) || is_reference_number(lines_, line(at)) ||
        is_wire_note(lines_, line(at)))
      return add(at, NoiseKind::boilerplate);
    if (!title_below(at)) return;
    if (is_path(lines_, line(at))) return add(at, NoiseKind::menu);
    if (is_section_label(lines_, line(at)) || is_section_bar(lines_, line(at)))
      add(at, NoiseKind::credit);
  }

  // Over the title, and from the first line on.
  void mark_letterhead() {
    for (std::size_t at = 0; at < begin_; ++at) {
      if (is_noise(at)) continue;
      if (!is_body_name(lines_, line(at)) || !has_read_line(at + 1)) return;
      add(at, NoiseKind::boilerplate);
    }
  }

  bool has_read_line(std::size_t from) const {
    for (std::size_t at = from; at < begin_; ++at)
      if (!is_noise(at)) return true;
    return false;
  }

  bool title_above(std::size_t at) const {
    for (std::size_t k = 0; k < at; ++k)
      if (is_title(k)) return true;
    return false;
  }

  // Names under the title that the report does not use, or that a note at the end repeats.
  void mark_authors() {
    for (std::size_t at = 0; at < begin_; ++at) {
      const Persons persons = persons_in(lines_, line(at));
      if (persons.names.empty()) continue;
      if (roles_[worded_[at]] == Role::noise) {
        if (!is_byline(lines_, line(at)) && !is_place_byline(lines_, line(at))) continue;
        authors_.insert(authors_.end(), persons.names.begin(), persons.names.end());
        continue;
      }
      if (at == 0 || is_all_capitals(lines_, line(at)) || !title_above(at)) continue;
      if (!persons.job && !signs_note(persons) && !stands_alone(at, persons)) continue;
      add(at, NoiseKind::credit);
      authors_.insert(authors_.end(), persons.names.begin(), persons.names.end());
    }
  }

  bool opens_with(const Line& of, const PersonName& name) const {
    if (of.words() <= name.last - name.first) return false;
    for (std::size_t k = 0; k < name.last - name.first; ++k)
      if (lines_.words[of.first + k].key != lines_.words[name.first + k].key) return false;
    return true;
  }

  std::size_t first_of_last_lines() const {
    std::size_t at = worded_.size(), read = 0;
    while (at > begin_ && read < last_lines) read += !is_noise(--at);
    return at;
  }

  bool signs_note(const Persons& persons) const {
    for (std::size_t at = std::max(first_of_last_lines(), begin_ + 1); at < worded_.size(); ++at)
      for (const PersonName& name : persons.names)
        if (opens_with(line(at), name)) return true;
    return false;
  }

  // One name alone may be a place: a credit must stand below it, or a second name beside it.
  bool stands_alone(std::size_t at, const Persons& persons) const {
    const bool credit_below = at + 1 < begin_ && (roles_[worded_[at + 1]] == Role::noise ||
                                                  is_bare_date(lines_, line(at + 1)));
    const bool several = persons.names.size() > 1;
    return (credit_below || several) && !is_said(persons);
  }

  bool is_said(const Persons& persons) const {
    std::unordered_set<WordKey> names;
    for (const PersonName& name : persons.names) {
      names.insert(lines_.words[name.first].key);
      names.insert(lines_.words[name.last - 1].key);
    }
    for (std::size_t at = begin_; at < end_; ++at)
      for (std::size_t word = line(at).first; body_[at] && word < line(at).last; ++word)
        if (names.contains(lines_.words[word].key)) return true;
    return false;
  }

  bool is_credit(std::size_t at) const {
    return found_[at].has_value() || is_byline(lines_, line(at)) ||
           roles_[worded_[at]] == Role::noise;
  }

  bool follows_credit(std::size_t at) const { return is_credit(at - 1); }

  // Words under the author's name, without a stop, are those of the picture.
  void mark_caption() {
    constexpr std::size_t least = 6, least_small = 3;
    for (std::size_t at = 1; at < begin_; ++at) {
      if (is_noise(at) || !follows_credit(at) || !follows_author(at) || !title_above(at)) continue;
      const bool heading = roles_[worded_[at]] == Role::heading;
      if (heading || line(at).words() < least || !is_plain_label(at)) continue;
      std::size_t small = 0;
      for (std::size_t word = line(at).first; word < line(at).last; ++word)
        small += !is_namelike(lines_, word);
      if (small >= least_small) return add(at, NoiseKind::caption);
    }
  }

  bool follows_author(std::size_t at) const {
    while (at-- > 0 && is_noise(at))
      if (!persons_in(lines_, line(at)).names.empty()) return true;
    return false;
  }

  bool is_plain_label(std::size_t at) const {
    return !ends_stopped(text(at)) && is_capital(text(at).front()) && !has_quote(text(at)) &&
           !has(text(at), U':');
  }

  // ---- Foot ----

  void mark_foot() {
    const std::size_t last = first_of_last_lines();
    for (std::size_t at = std::max(begin_ + 1, last); at < worded_.size(); ++at)
      if (!is_noise(at)) mark_note(at);
    for (std::size_t at = end_; at < worded_.size(); ++at)
      if (!is_noise(at)) mark_imprint(at);
  }

  void mark_note(std::size_t at) {
    const Line& here = line(at);
    const bool author = std::any_of(authors_.begin(), authors_.end(),
                                    [&](const PersonName& name) { return opens_with(here, name); });
    if (author && !reports_speech(lines_, here)) return add(at, NoiseKind::boilerplate);
    if (is_closing_note(lines_, here) || is_foot_label(lines_, here) ||
        is_dated_correction(lines_, here) || disclaims_views(lines_, here))
      add(at, NoiseKind::boilerplate);
  }

  void mark_imprint(std::size_t at) {
    const Line& here = line(at);
    if (is_body_name(lines_, here) || is_street_address(lines_, here) ||
        is_reference_number(lines_, here))
      return add(at, NoiseKind::boilerplate);
    if (is_path(lines_, here) || is_section_label(lines_, here)) return add(at, NoiseKind::menu);
    if (is_bare_date(lines_, here) && is_noise(at - 1)) add(at, NoiseKind::boilerplate);
  }

  std::vector<FrameLine> result() const {
    std::vector<FrameLine> result;
    for (std::size_t at = 0; at < worded_.size(); ++at)
      if (found_[at]) result.push_back({worded_[at], *found_[at]});
    return result;
  }

  const Lines& lines_;
  const std::vector<Role>& roles_;
  std::vector<std::size_t> worded_;  // lines that have words
  std::vector<bool> body_;           // by position in worded_, as all below
  std::vector<std::optional<NoiseKind>> found_;
  std::vector<PersonName> authors_;
  std::size_t begin_ = 0, end_ = 0;  // of the report
  bool wrapped_ = false;
};

}  // namespace

std::vector<FrameLine> frame_lines(const Lines& lines, const std::vector<Role>& roles) {
  return Frame(lines, roles).find();
}

}  // namespace entente::read

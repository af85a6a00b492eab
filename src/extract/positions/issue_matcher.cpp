// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/positions.h"

namespace entente::extract {
namespace {

bool touches(const IssueMark& mark, const PatternHit& hit) {
  return mark.first < hit.last && hit.first < mark.last;
}

template <class Mark>
auto first_from(const std::vector<Mark>& marks, std::size_t token) {
  return std::lower_bound(marks.begin(), marks.end(), token,
                          [](const Mark& mark, std::size_t at) { return mark.first < at; });
}

void keep_strong(std::vector<IssueMark>& marks) {
  if (std::all_of(marks.begin(), marks.end(), [](const IssueMark& mark) { return mark.weak; }))
    return;
  std::erase_if(marks, [](const IssueMark& mark) { return mark.weak; });
}

// "reopen* ~ road*" also as "the roads be reopened"; "" where the cue is no verb with its object.
std::string passive_of(std::string_view cue) {
  constexpr std::string_view gap = " ~ ";
  const std::size_t at = cue.find(gap);
  if (at == cue.npos || cue.find(gap, at + 1) != cue.npos) return {};
  const auto verb = cue.substr(0, at), object = cue.substr(at + gap.size());
  if (verb.find('*') == verb.npos || verb.find('|') != verb.npos) return {};
  return std::string(object) + " ~ be|been|being|is|are|was|were ~ " + std::string(verb);
}

}  // namespace

IssueMatcher::IssueMatcher(const Codebook& codebook) {
  for (const Issue& issue : codebook.issues) {
    Entry entry{static_cast<std::uint32_t>(issues_.size()), 0, Use::cue};
    for (const Cue& cue : issue.cues) add(cue, entry);
    entry.use = Use::except;
    for (const Cue& cue : issue.except) add(cue, entry);
    entry.use = Use::option;
    Scale scale{issue.id, issue.kind, issue.ordered, {}};
    for (const Option& option : issue.options) {
      entry.option = static_cast<std::uint32_t>(scale.options.size());
      scale.options.push_back(option.id);
      for (const Cue& cue : option.cues) add(cue, entry);
    }
    issues_.push_back(std::move(scale));
  }
}

void IssueMatcher::add(std::string_view cue, Entry entry) {
  if (cue.size() > 2 && cue.front() == '(' && cue.back() == ')') {
    cue = cue.substr(1, cue.size() - 2);
    if (entry.use == Use::cue) entry.use = Use::weak_cue;
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  if (!patterns_.add(cue, number)) return;
  entries_.push_back(entry);
  add_passive(cue, entry);
}

// The passive often tells only when ("once a treaty is signed"): it counts as a weak cue.
void IssueMatcher::add_passive(std::string_view cue, Entry entry) {
  const std::string passive = passive_of(cue);
  if (passive.empty()) return;
  if (entry.use == Use::cue) entry.use = Use::weak_cue;
  if (patterns_.add(passive, static_cast<std::uint32_t>(entries_.size())))
    entries_.push_back(entry);
}

IssueMatcher::Marks IssueMatcher::find(const text::Prose& prose) const {
  Marks marks;
  std::vector<std::vector<PatternHit>> except(issues_.size());
  for (const PatternHit& hit : patterns_.find(prose)) {
    const Entry& entry = entries_[hit.pattern];
    const IssueMark mark{hit.span,    hit.first,    hit.last,
                         entry.issue, entry.option, entry.use == Use::weak_cue};
    if (entry.use == Use::except)
      except[entry.issue].push_back(hit);
    else
      (entry.use == Use::option ? marks.options : marks.issues).push_back(mark);
  }
  std::vector<std::size_t> next(issues_.size());
  std::erase_if(marks.issues, [&](const IssueMark& mark) {
    const auto& list = except[mark.issue];
    std::size_t& at = next[mark.issue];
    while (at < list.size() && list[at].last <= mark.first) ++at;
    for (std::size_t i = at; i < list.size() && list[i].first < mark.last; ++i)
      if (touches(mark, list[i])) return true;
    return false;
  });
  keep_apart(marks.issues);
  keep_longest(marks.options);
  return marks;
}

// Of an issue's marks on the same words the first stays, a strong one before a weak one.
void IssueMatcher::keep_apart(std::vector<IssueMark>& marks) const {
  std::vector<std::size_t> taken(issues_.size());
  const auto overlaps_before = [&](const IssueMark& mark) {
    if (mark.first < taken[mark.issue]) return true;
    taken[mark.issue] = mark.last;
    return false;
  };
  std::vector<std::vector<IssueMark>> strong(issues_.size());
  for (const IssueMark& mark : marks)
    if (!mark.weak && !overlaps_before(mark)) strong[mark.issue].push_back(mark);
  std::fill(taken.begin(), taken.end(), 0);
  std::vector<std::size_t> next(issues_.size());
  std::erase_if(marks, [&](const IssueMark& mark) {
    const auto& list = strong[mark.issue];
    std::size_t& at = next[mark.issue];
    while (at < list.size() && list[at].last <= mark.first) ++at;
    const bool hidden = mark.weak && at < list.size() && list[at].first < mark.last;
    return hidden || overlaps_before(mark);
  });
}

// "monitors leave" is not also "monitors": of an issue's options the longer words count.
void IssueMatcher::keep_longest(std::vector<IssueMark>& options) const {
  std::vector<Span> taken(issues_.size());
  std::erase_if(options, [&](const IssueMark& mark) {
    Span& longest = taken[mark.issue];
    if (mark.span.end <= longest.end) return mark.span != longest;
    longest = mark.span;
    return false;
  });
}

std::vector<IssueMark> IssueMatcher::issues_in(const Marks& marks, std::size_t first,
                                               std::size_t last) const {
  std::vector<IssueMark> found;
  for (auto mark = first_from(marks.issues, first);
       mark != marks.issues.end() && mark->first < last; ++mark)
    if (mark->last <= last) found.push_back(*mark);
  keep_strong(found);
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.issue < b.issue; });
  return found;
}

std::optional<OptionRange> IssueMatcher::options_in(const Marks& marks, std::size_t issue,
                                                    std::size_t first, std::size_t last) const {
  std::optional<std::size_t> low, high;
  for (auto mark = first_from(marks.options, first);
       mark != marks.options.end() && mark->first < last; ++mark) {
    if (mark->issue != issue || mark->last > last) continue;
    low = std::min(low.value_or(mark->option), mark->option);
    high = std::max(high.value_or(mark->option), mark->option);
  }
  const Scale& scale = issues_[issue];
  if (!low || (low != high && !scale.ordered)) return std::nullopt;
  return OptionRange{scale.options[*low], scale.options[*high]};
}

std::optional<OptionRange> IssueMatcher::other_end(std::size_t issue,
                                                   const OptionRange& range) const {
  const Scale& scale = issues_[issue];
  if (!scale.ordered || range.low != range.high || scale.options.size() < 2) return std::nullopt;
  const std::string &low = scale.options.front(), &high = scale.options.back();
  if (range.low == low) return OptionRange{high, high};
  if (range.low == high) return OptionRange{low, low};
  return std::nullopt;
}

}  // namespace entente::extract

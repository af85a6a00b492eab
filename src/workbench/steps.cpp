// SPDX-License-Identifier: Apache-2.0
#include "workbench/steps.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "exchange/log_fields.h"
#include "workbench/merge_lines.h"
#include "workbench/parties.h"

namespace entente {

bool follows_party(const LogEntry& line) { return line.why.starts_with("follows party:"); }

std::uint64_t undone_by(const LogEntry& line) {
  constexpr std::string_view before = "undoes line ";
  if (line.verb != "undo" || !line.why.starts_with(before)) return 0;
  return std::strtoull(line.why.c_str() + before.size(), nullptr, 10);
}

namespace {

using Line = std::vector<LogEntry>::const_iterator;

bool is_of_step(const LogEntry& line) { return party_named(line.item) || follows_party(line); }

bool by_one_hand(const LogEntry& one, const LogEntry& other) {
  return one.at == other.at && one.who == other.who;
}

// A step begins with the only line in it that follows no other. It is taken back from its end on.
bool belongs_before(const LogEntry& line, const LogEntry& next) {
  if (!by_one_hand(line, next)) return false;
  if (next.verb == "undo") return undone_by(line) == undone_by(next) + 1;
  return follows_party(next) && is_of_step(line);
}

void take_step(Line at, const std::vector<LogEntry>& log, std::set<std::uint64_t>& out) {
  Line begin = at, end = std::next(at);
  while (begin != log.begin() && belongs_before(*std::prev(begin), *begin)) --begin;
  while (end != log.end() && belongs_before(*std::prev(end), *end)) ++end;
  for (; begin != end; ++begin) out.insert(begin->number);
}

bool change_one_field(const LogEntry& line, const LogEntry& later) {
  if (!follows_party(line) || party_named(line.item)) return true;
  const auto fields = exchange::log_fields(line.before),
             others = exchange::log_fields(later.before);
  return std::any_of(fields.begin(), fields.end(),
                     [&](const auto& field) { return others.contains(field.first); });
}

Line line_at(std::uint64_t number, const std::vector<LogEntry>& log) {
  const auto at = std::lower_bound(
      log.begin(), log.end(), number,
      [](const LogEntry& line, std::uint64_t wanted) { return line.number < wanted; });
  return at != log.end() && at->number == number ? at : log.end();
}

// A log that was put together of two names lines by numbers that they had elsewhere.
bool takes_back(const LogEntry& undoing, const LogEntry& line) {
  return undoing.item == line.item && undoing.number > line.number &&
         exchange::log_fields(undoing.before) == exchange::log_fields(line.after) &&
         exchange::log_fields(undoing.after) == exchange::log_fields(line.before);
}

// Lines that came to nothing: each that was taken back, and what took it back, by the number of the
// former. What undoes an undoing brings back what that one took.
std::map<std::uint64_t, std::uint64_t> come_to_nothing(const std::set<std::uint64_t>& undone,
                                                       const std::vector<LogEntry>& log) {
  std::map<std::uint64_t, std::uint64_t> out;
  for (auto line = log.rbegin(); line != log.rend(); ++line) {
    const std::uint64_t number = undone_by(*line);
    if (number == 0 || undone.contains(line->number) || out.contains(line->number)) continue;
    const auto taken = line_at(number, log);
    if (taken == log.end() || out.contains(number) || !takes_back(*line, *taken)) continue;
    out[line->number] = out[number] = number;
  }
  return out;
}

// What became of a party says more than what therefore became of an item.
bool says_more(const LogEntry& line, const LogEntry* other) {
  return !other || party_named(line.item) || !party_named(other->item);
}

}  // namespace

std::set<std::uint64_t> whole_steps(const std::vector<std::uint64_t>& lines,
                                    const std::vector<LogEntry>& log) {
  std::set<std::uint64_t> out = with_whole_merges({lines.begin(), lines.end()}, log);
  for (const std::uint64_t number : lines) {
    const auto at = line_at(number, log);
    if (at != log.end() && party_named(at->item)) take_step(at, log, out);
  }
  return out;
}

ChangedAgain changed_again(const std::set<std::uint64_t>& undone,
                           const std::vector<LogEntry>& log) {
  std::map<std::string, std::vector<const LogEntry*>> of_item;
  const auto nothing = come_to_nothing(undone, log);
  const auto is_nothing_since = [&](const LogEntry& one, const LogEntry& later) {
    const auto at = nothing.find(later.number);
    return at != nothing.end() && at->second > one.number;
  };
  ChangedAgain found;
  for (const LogEntry& line : log) {
    if (undone.contains(line.number)) {
      of_item[line.item].push_back(&line);
      continue;
    }
    const auto before = of_item.find(line.item);
    if (before == of_item.end()) continue;
    for (const LogEntry* one : before->second)
      if (!is_nothing_since(*one, line) && change_one_field(*one, line) &&
          says_more(line, found.later))
        found = {one, &line};
  }
  return found;
}

}  // namespace entente

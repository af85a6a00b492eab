// SPDX-License-Identifier: Apache-2.0
#include "workbench/merge_lines.h"

namespace entente {
namespace {

// Goes through the log and knows where a merge begins and ends: of a person one line, of two other
// items a line each, and behind each line those of what follows it.
class Merges {
 public:
  void take(const LogEntry& line) {
    if (line.verb == "merge" && !closes(line)) {
      lines_.clear();
      open_ = !PersonId::parse(line.item);
      first_ = &line;
    } else if (line.verb == "merge") {
      open_ = false;
    } else if (!goes_on(line) || !line.why.starts_with("follows ")) {
      lines_.clear();
      first_ = nullptr;
    }
    if (first_) lines_.push_back(line.number);
  }

  // Of the merge that the line just taken is part of; none where it is part of none.
  const std::vector<std::uint64_t>& lines() const { return lines_; }

 private:
  bool goes_on(const LogEntry& line) const {
    return first_ && line.at == first_->at && line.who == first_->who;
  }
  bool closes(const LogEntry& line) const {
    return goes_on(line) && open_ && line.item.front() == first_->item.front();
  }

  const LogEntry* first_ = nullptr;
  bool open_ = false;  // the other item's line is still to come
  std::vector<std::uint64_t> lines_;
};

}  // namespace

std::set<std::uint64_t> with_whole_merges(std::set<std::uint64_t> lines,
                                          const std::vector<LogEntry>& log) {
  const std::set<std::uint64_t> named = lines;
  Merges merges;
  bool wanted = false;
  for (const LogEntry& line : log) {
    const std::size_t before = merges.lines().size();
    merges.take(line);
    const std::vector<std::uint64_t>& whole = merges.lines();
    wanted = !whole.empty() && ((wanted && whole.size() > before) || named.contains(line.number));
    if (wanted) lines.insert(whole.begin(), whole.end());
  }
  return lines;
}

}  // namespace entente

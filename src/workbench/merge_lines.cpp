// SPDX-License-Identifier: Apache-2.0
#include "workbench/merge_lines.h"

#include <map>
#include <optional>

#include "workbench/parties.h"
#include "workbench/steps.h"

namespace entente {
namespace {

// Goes through the log and puts lines together that are one merge - of a person one line, of two
// other items a line each, and behind each line those of what follows it - or undo one.
class Merges {
 public:
  void take(const LogEntry& line) {
    if (party_named(line.item))
      first_ = nullptr;
    else if (line.verb == "merge")
      take_merge(line);
    else if (const std::uint64_t undone = undone_by(line); undone != 0)
      take_undo(line, undone);
    else if (!goes_on(line) || undoes_ || !line.why.starts_with("follows "))
      first_ = nullptr;
    if (!first_) return;
    wholes_.back().push_back(line.number);
    whole_of_[line.number] = wholes_.size() - 1;
  }

  // All that is one with this line; nothing where it is part of no merge.
  std::vector<std::uint64_t> with(std::uint64_t line) const {
    const auto whole = whole_of_.find(line);
    return whole == whole_of_.end() ? std::vector<std::uint64_t>{} : wholes_[whole->second];
  }

 private:
  void begin(const LogEntry& line) {
    first_ = &line;
    wholes_.emplace_back();
  }
  void take_merge(const LogEntry& line) {
    const bool other =
        goes_on(line) && open_ && !undoes_ && line.item.front() == first_->item.front();
    if (!other) begin(line);
    open_ = !other && !PersonId::parse(line.item);
    undoes_.reset();
  }
  void take_undo(const LogEntry& line, std::uint64_t undone) {
    const auto whole = whole_of_.find(undone);
    if (whole == whole_of_.end()) {
      first_ = nullptr;
      return;
    }
    if (!goes_on(line) || undoes_ != whole->second) begin(line);
    undoes_ = whole->second;
  }
  bool goes_on(const LogEntry& line) const {
    return first_ && line.at == first_->at && line.who == first_->who;
  }

  const LogEntry* first_ = nullptr;    // of the lines that are being put together
  bool open_ = false;                  // the other item's line is still to come
  std::optional<std::size_t> undoes_;  // the whole that these lines undo
  std::vector<std::vector<std::uint64_t>> wholes_;
  std::map<std::uint64_t, std::size_t> whole_of_;
};

}  // namespace

std::set<std::uint64_t> with_whole_merges(std::set<std::uint64_t> lines,
                                          const std::vector<LogEntry>& log) {
  Merges merges;
  for (const LogEntry& line : log) merges.take(line);
  for (const std::uint64_t named : std::set(lines))
    for (const std::uint64_t one : merges.with(named)) lines.insert(one);
  return lines;
}

}  // namespace entente

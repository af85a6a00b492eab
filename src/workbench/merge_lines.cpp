// SPDX-License-Identifier: Apache-2.0
#include "workbench/merge_lines.h"

#include <algorithm>
#include <map>
#include <optional>

#include "exchange/log_fields.h"
#include "workbench/parties.h"
#include "workbench/steps.h"

namespace entente {
namespace {

// All that a line of a merge names: its item, and what that became one with.
std::set<std::string> named_by(const LogEntry& line) {
  std::set<std::string> names{line.item};
  const auto after = exchange::log_fields(line.after);
  for (const char* link : {"same_as", "continues"})
    if (const auto other = after.find(link); other != after.end() && !other->second.empty())
      names.insert(other->second);
  if (line.why.starts_with(one_with))
    names.insert(line.why.substr(one_with.size(),
                                 line.why.find_first_of(": ", one_with.size()) - one_with.size()));
  return names;
}

// Goes through the log and puts lines together that are one merge - lines on items that became one,
// with one another or with a third, and behind each line those of what follows it - or undo one.
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
    const std::set<std::string> names = named_by(line);
    const bool goes_with_them = goes_on(line) && !undoes_ &&
                                std::any_of(names.begin(), names.end(),
                                            [&](const auto& one) { return merged_.contains(one); });
    if (!goes_with_them) {
      begin(line);
      merged_.clear();
    }
    merged_.insert(names.begin(), names.end());
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
  std::set<std::string> merged_;       // what these lines name
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

// SPDX-License-Identifier: Apache-2.0
#include "workbench/ledger.h"

#include <set>
#include <string>

#include "exchange/log_fields.h"
#include "workbench/steps.h"

namespace entente {

std::vector<Recoded> recodings_in(const std::vector<LogEntry>& log) {
  // These name a position without changing it.
  static const std::set<std::string> others{"add", "import", "agree", "dispute"};
  // Where a party only goes by another name, its cells are the same ones.
  std::set<std::uint64_t> renamings;
  std::vector<Recoded> found;
  for (const LogEntry& entry : log) {
    const auto position = PositionId::parse(entry.item);
    if (!position || others.contains(entry.verb)) continue;
    if (follows_party(entry) || renamings.contains(undone_by(entry))) {
      renamings.insert(entry.number);
      continue;
    }
    found.push_back({entry.number, entry.at, entry.who, entry.verb, entry.why, *position,
                     exchange::log_fields(entry.before), exchange::log_fields(entry.after)});
  }
  return found;
}

}  // namespace entente

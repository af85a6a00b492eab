// SPDX-License-Identifier: Apache-2.0
#include "workbench/ledger.h"

#include "exchange/log_fields.h"

namespace entente {

std::vector<Recoding> recodings_in(const std::vector<LogEntry>& log) {
  std::vector<Recoding> found;
  for (const LogEntry& entry : log) {
    const auto position = PositionId::parse(entry.item);
    if (!position || entry.verb == "add" || entry.verb == "import") continue;
    found.push_back({entry.number, entry.at, entry.who, entry.verb, entry.why, *position,
                     exchange::log_fields(entry.before), exchange::log_fields(entry.after)});
  }
  return found;
}

}  // namespace entente

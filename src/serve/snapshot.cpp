// SPDX-License-Identifier: Apache-2.0
#include "serve/snapshot.h"

namespace entente::serve {

Snapshot::Snapshot(Workbench bench, std::shared_ptr<const std::vector<LogEntry>> log,
                   Version version)
    : bench_(std::move(bench)),
      contents_(bench_.shared_contents()),
      log_(std::move(log)),
      version_(version),
      lookup_(*contents_) {}

const Ledger& Snapshot::ledger() const {
  return once(ledger_, [](const Workbench& bench) { return bench.ledger(); });
}

const Disputes& Snapshot::disputes() const {
  return once(disputes_, [](const Workbench& bench) { return bench.disputes(); });
}

Snapshot::Text Snapshot::kept(const std::string& name,
                              const std::function<std::string()>& make) const {
  std::shared_ptr<Kept> place;
  {
    const std::lock_guard lock(at_kept_);
    auto& known = kept_[name];
    if (!known) known = std::make_shared<Kept>();
    place = known;
  }
  std::call_once(place->once, [&] { place->text = std::make_shared<const std::string>(make()); });
  return place->text;
}

}  // namespace entente::serve

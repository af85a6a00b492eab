// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "report/lookup.h"
#include "workbench/workbench.h"

namespace entente::serve {

// `generation`: of the file in place, which another may come to stand in for; from 1 on.
struct Version {
  std::uint64_t generation = 0, number = 0;  // `number`: of the newest line of the log
  friend bool operator==(const Version&, const Version&) = default;
};

// One version of the case, which does not change any more: everybody who asks meanwhile reads the
// same one. What is dear to work out is worked out once, when it is first asked for.
class Snapshot : public std::enable_shared_from_this<Snapshot> {
 public:
  using Text = std::shared_ptr<const std::string>;

  // `bench` has these contents before it.
  Snapshot(Workbench bench, std::shared_ptr<const std::vector<LogEntry>> log, Version version);

  const Case& contents() const { return *contents_; }
  const std::shared_ptr<const Case>& shared_contents() const { return contents_; }
  const std::vector<LogEntry>& log() const { return *log_; }
  const std::shared_ptr<const std::vector<LogEntry>>& shared_log() const { return log_; }
  std::uint64_t number() const { return version_.number; }
  Version version() const { return version_; }
  const report::Lookup& lookup() const { return lookup_; }

  // The facade over this version, one at a time.
  template <class Use>
  auto with_bench(const Use& use) const {
    const std::lock_guard lock(at_bench_);
    return use(static_cast<const Workbench&>(bench_));
  }

  const Ledger& ledger() const;
  const Disputes& disputes() const;

  // What `make` gave under this name, the first time that it was asked for.
  Text kept(const std::string& name, const std::function<std::string()>& make) const;

 private:
  struct Kept {
    std::once_flag once;
    Text text;
  };

  // A finding that is worked out when it is first asked for.
  template <class Found>
  struct Finding {
    std::once_flag once;
    std::optional<Found> found;
  };
  template <class Found, class Make>
  const Found& once(Finding<Found>& finding, const Make& make) const {
    std::call_once(finding.once, [&] { finding.found = with_bench(make); });
    return *finding.found;
  }

  Workbench bench_;
  std::shared_ptr<const Case> contents_;
  std::shared_ptr<const std::vector<LogEntry>> log_;
  Version version_;
  report::Lookup lookup_;
  mutable std::mutex at_bench_, at_kept_;
  mutable std::map<std::string, std::shared_ptr<Kept>> kept_;
  mutable Finding<Ledger> ledger_;
  mutable Finding<Disputes> disputes_;
};

}  // namespace entente::serve

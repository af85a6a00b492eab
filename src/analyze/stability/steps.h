// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>

#include "base/failure.h"
#include "base/progress.h"

namespace entente::analyze {

// Counts pieces of work as they are done, and ends the work where it is to stop: throws Failed
// (interrupted). May be used by several threads. The Progress must outlive it.
class Steps {
 public:
  // `doing`: what goes beside the main work, as in Progress::preparing; "" for the main work.
  Steps(const Progress& progress, std::size_t total, std::string doing = "")
      : progress_(progress), total_(total), doing_(std::move(doing)) {}

  void begin() const {
    if (progress_.stopped())
      throw Failed(
          {FailureKind::interrupted, "Stopped before the analysis was complete", "Start it again"});
  }

  void end() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (doing_.empty())
      progress_.at(done_, total_);
    else
      progress_.preparing(doing_, done_, total_);
  }

  void step() {
    end();
    begin();
  }

 private:
  const Progress& progress_;
  std::size_t total_, done_ = 0;
  std::string doing_;
  std::mutex mutex_;
};

}  // namespace entente::analyze

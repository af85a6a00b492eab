// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "store/store.h"
#include "workbench/workbench.h"

namespace entente {

// What lies on the workbench: one case, and the case as last read from disk.
struct Workbench::Desk {
  store::Store store;
  std::filesystem::path path;
  Share share;
  std::optional<Case> read;

  const Case& contents() {
    if (!read) read = store.load();
    return *read;
  }
  void changed() { read.reset(); }
  void apply(const store::Store::Change& change) {
    store.apply(change);
    changed();
  }
};

}  // namespace entente

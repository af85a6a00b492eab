// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analyze/movement/movement.h"
#include "store/store.h"
#include "workbench/after.h"
#include "workbench/verify.h"
#include "workbench/workbench.h"

namespace entente {

// What lies on the workbench: one case, and the case as last read from disk.
struct Workbench::Desk {
  store::Store store;
  std::filesystem::path path;
  Share share;
  std::shared_ptr<const Case> read = {};
  std::optional<std::vector<Movement>> moved = {};  // of what was read
  std::optional<std::vector<Contradiction>> contradicting = {};
  bool held = false;  // its quotes against its texts, once for each opening

  const std::shared_ptr<const Case>& shared() {
    if (!read) {
      Case found = store.load();
      if (!held) hold_to_texts(found, path, texts());
      held = true;
      read = std::make_shared<const Case>(std::move(found));
    }
    return read;
  }
  const Case& contents() { return *shared(); }
  void changed() {
    read.reset();
    forget_findings();
  }
  void take_over(std::shared_ptr<const Case> contents) {
    read = std::move(contents);
    forget_findings();
    held = true;
  }
  const std::vector<Movement>& movements() {
    if (!moved) moved = analyze::movements(contents());
    return *moved;
  }
  const std::vector<Contradiction>& contradictions() {
    if (!contradicting) contradicting = analyze::contradictions(contents());
    return *contradicting;
  }
  // The items that were changed.
  std::vector<std::string> apply(const store::Store::Change& change) {
    hold_before_writing(change, texts());
    store.apply(change);
    if (read) read = std::make_shared<const Case>(after(*read, change));
    forget_findings();
    std::vector<std::string> items;
    for (const LogEntry& entry : change.log)
      if (std::find(items.begin(), items.end(), entry.item) == items.end())
        items.push_back(entry.item);
    return items;
  }

 private:
  DocumentsOf texts() const {
    return [this](const auto& ids, const auto& use) { store.each_document(ids, use); };
  }
  void forget_findings() {
    moved.reset();
    contradicting.reset();
  }
};

}  // namespace entente

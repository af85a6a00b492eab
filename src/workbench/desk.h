// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analyze/movement/movement.h"
#include "model/find.h"
#include "store/store.h"
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
      if (!held)
        hold_to_texts(found, path,
                      [&](const auto& ids, const auto& use) { store.each_document(ids, use); });
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
    store.apply(change);
    if (read) read = std::make_shared<const Case>(with(*read, change));
    forget_findings();
    std::vector<std::string> items;
    for (const LogEntry& entry : change.log)
      if (std::find(items.begin(), items.end(), entry.item) == items.end())
        items.push_back(entry.item);
    return items;
  }

 private:
  void forget_findings() {
    moved.reset();
    contradicting.reset();
  }
  static Case with(Case contents, const store::Store::Change& change) {
    put(contents.documents, change.documents);
    put(contents.statements, change.statements);
    put(contents.positions, change.positions);
    put(contents.meetings, change.meetings);
    put(contents.clauses, change.clauses);
    put(contents.people, change.people);
    put(contents.levers, change.levers);
    if (change.parties) contents.codebook.parties = *change.parties;
    append(contents.statements, change.added.statements);
    append(contents.positions, change.added.positions);
    append(contents.meetings, change.added.meetings);
    append(contents.clauses, change.added.clauses);
    append(contents.people, change.added.people);
    append(contents.levers, change.added.levers);
    return contents;
  }
  template <class Items>
  static void append(Items& items, const Items& added) {
    items.insert(items.end(), added.begin(), added.end());
  }
  template <class Items>
  static void put(Items& items, const Items& changed) {
    for (const auto& item : changed)
      if (auto* known = find_item(items, item.id)) *known = item;
  }
};

}  // namespace entente

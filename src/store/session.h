// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "store/schema.h"
#include "store/soci.h"
#include "store/store.h"

// One connection to a case file, and its transactions. Nothing but Failed is thrown.
namespace entente::store {

// SQLite keeps a rollback journal beside the file while a change is being written, and only then: a
// case at rest is one file, which can be read even from a folder that may not be written
// (docs/decisions/store.md). A writer holds SQLite's one write lock from opening to closing, so
// that what it has read of the case stays true; between two changes it lets go for an instant, and
// then looks whether another process slipped in. Readers read meanwhile. An older case is brought
// up to date in the file by a writer; a reader, who changes nothing, does it in a copy that is gone
// when it closes.
class Session {
 public:
  bool holding() const { return holding_; }  // nobody else can write
  Session(const std::filesystem::path& path, Access access,
          const std::vector<Migration>& steps = migrations());
  Session(const Session&) = delete;
  ~Session();

  // Makes an empty case where there is none, and fills it. If anything fails, nothing is left
  // behind.
  static void create(const std::filesystem::path& path,
                     const std::function<void(soci::session&)>& fill);

  // `work` sees one state of the case throughout.
  template <class Work>
  auto read(Work&& work) {
    const Snapshot snapshot(*this);
    try {
      return work(sql_);
    } catch (...) {
      throw Failed(explain());
    }
  }

  // What `work` does is on disk when this returns, or it throws and nothing was done.
  template <class Work>
  void write(Work&& work) {
    hold();
    try {
      work(sql_);
      commit();
    } catch (...) {
      const Failure failure = explain();  // before the roll back hides what it was
      let_go();
      hold_if_possible();
      throw Failed(failure);
    }
    hold_if_possible();
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  class Snapshot {
   public:
    explicit Snapshot(Session& session);
    Snapshot(const Snapshot&) = delete;
    ~Snapshot();

   private:
    Session* session_;  // nullptr: the writer's lock is snapshot enough
  };

  Failure explain() const;  // in a catch block
  void open(Access access, const std::vector<Migration>& steps);
  void check(int newest);
  void hold();
  void hold_if_possible() noexcept;
  void tidy();
  void refuse_if_changed();
  void commit();
  void let_go() noexcept;

  std::filesystem::path path_;
  mutable soci::session sql_;
  bool holding_ = false;
  long long seen_ = 0;  // SQLite's data_version when the lock was last taken; 0: never
};

}  // namespace entente::store

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "serve/snapshot.h"

namespace entente::serve {

// The newest version of a case file that anybody may write to: this program, another one, the
// command line. The file is never kept locked. Every change is seen within a quarter of a second.
class Watch {
 public:
  Watch(std::filesystem::path file, Share share);  // throws Failed where the case cannot be read
  ~Watch();

  std::shared_ptr<const Snapshot> now() const;

  // The version after `seen`, or the same after `patience`, or once all is to end.
  Version newer_than(Version seen, std::chrono::milliseconds patience) const;
  bool ended() const;
  void end();  // wakes everybody who waits

  // Opens the case for writing, lets `work` change it, and shows what it has become. One at a time;
  // where another program writes, it is waited for a little, then it throws Failed (locked).
  void write(const std::function<void(Workbench&)>& work);

  Document document(DocumentId id) const;
  const std::filesystem::path& file() const { return file_; }
  const Share& share() const { return share_; }

 private:
  struct Place {  // of the file on disk, which another may come to stand in for
    dev_t device = 0;
    ino_t node = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };

  Place place() const;
  void bring_up_to_date() const;
  std::shared_ptr<const Snapshot> read() const;
  void publish(std::shared_ptr<const Snapshot> snapshot);
  void look();
  void catch_up(std::uint64_t number);  // with the file in place, whose log is so long
  void look_until(const std::stop_token& stop);
  Workbench open_to_write() const;

  std::filesystem::path file_;
  Share share_;
  mutable std::mutex at_now_, at_texts_;
  std::mutex at_writing_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const Snapshot> now_;
  bool ended_ = false;
  Place place_, eye_at_;
  std::uint64_t generation_ = 1;
  std::optional<Workbench> eye_;  // what the number of the log is read with
  mutable std::optional<Workbench> texts_;
  std::jthread looking_;
};

}  // namespace entente::serve

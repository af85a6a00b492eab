// SPDX-License-Identifier: Apache-2.0
#include "serve/watch.h"

#include <cerrno>

#include "base/file.h"

namespace entente::serve {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 200ms;
constexpr auto writer_patience = 3s;  // for another program that writes

std::shared_ptr<const std::vector<LogEntry>> longer_log(const Snapshot& before,
                                                        std::vector<LogEntry> more) {
  auto log = std::make_shared<std::vector<LogEntry>>(before.log());
  log->insert(log->end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
  return log;
}

}  // namespace

Watch::Watch(std::filesystem::path file, Share share)
    : file_(std::move(file)), share_(std::move(share)) {
  bring_up_to_date();
  place_ = place();
  now_ = read();
  looking_ = std::jthread([this](const std::stop_token& stop) { look_until(stop); });
}

Watch::~Watch() { end(); }

Watch::Place Watch::place() const {
  struct stat found{};
  if (::stat(file_.c_str(), &found) != 0) throw Failed(failure_of(errno, file_));
  return {found.st_dev, found.st_ino};
}

// A reader of an older case reads a copy, which would not show what changes. Where the file cannot
// be written, nothing will.
void Watch::bring_up_to_date() const {
  try {
    Workbench::open(file_, share_, true);
  } catch (const Failed& failed) {
    const FailureKind kind = failed.failure().kind;
    if (kind != FailureKind::locked && kind != FailureKind::unreadable) throw;
  }
}

// Contents and log are read one after the other: both are of one version if the log did not grow.
std::shared_ptr<const Snapshot> Watch::read() const {
  for (;;) {
    Workbench bench = Workbench::open(file_, share_, false);
    const std::uint64_t number = bench.log_number();
    bench.shared_contents();
    auto log = std::make_shared<const std::vector<LogEntry>>(bench.log());
    if (bench.log_number() == number)
      return std::make_shared<const Snapshot>(std::move(bench), std::move(log),
                                              Version{generation_, number});
  }
}

std::shared_ptr<const Snapshot> Watch::now() const {
  const std::lock_guard lock(at_now_);
  return now_;
}

void Watch::publish(std::shared_ptr<const Snapshot> snapshot) {
  {
    const std::lock_guard lock(at_now_);
    now_.swap(snapshot);
  }
  changed_.notify_all();
}

Version Watch::newer_than(Version seen, std::chrono::milliseconds patience) const {
  std::unique_lock lock(at_now_);
  changed_.wait_for(lock, patience, [&] { return ended_ || now_->version() != seen; });
  return now_->version();
}

bool Watch::ended() const {
  const std::lock_guard lock(at_now_);
  return ended_;
}

void Watch::end() {
  {
    const std::lock_guard lock(at_now_);
    ended_ = true;
  }
  changed_.notify_all();
  looking_.request_stop();
}

void Watch::look_until(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    try {
      look();
    } catch (const std::exception&) {
      eye_.reset();  // a change that is being written, or no file for the moment: look again soon
    }
    std::unique_lock lock(at_now_);
    changed_.wait_for(lock, between_looks, [&] { return stop.stop_requested(); });
  }
}

void Watch::look() {
  const std::lock_guard writing(at_writing_);
  const Place at = place();
  if (!eye_ || at != eye_at_) eye_.emplace(Workbench::open(file_, share_, false));
  eye_at_ = at;
  catch_up(eye_->log_number());
}

// The log of one file only grows.
void Watch::catch_up(std::uint64_t number) {
  const Place at = place();
  const std::uint64_t known = now()->number();
  const bool another = at != place_ || number < known;
  if (!another && number == known) return;
  if (another) {
    const std::lock_guard lock(at_texts_);
    texts_.reset();
    ++generation_;
  }
  auto snapshot = read();
  place_ = at;
  publish(std::move(snapshot));
}

Workbench Watch::open_to_write() const {
  const auto until = std::chrono::steady_clock::now() + writer_patience;
  for (;;) {
    try {
      return Workbench::open(file_, share_, true);
    } catch (const Failed& failed) {
      if (failed.failure().kind != FailureKind::locked || std::chrono::steady_clock::now() > until)
        throw;
    }
  }
}

void Watch::write(const std::function<void(Workbench&)>& work) {
  const std::lock_guard writing(at_writing_);
  std::shared_ptr<const Snapshot> before;
  std::shared_ptr<const Case> contents;
  std::vector<LogEntry> lines;
  std::uint64_t number = 0;
  {
    Workbench bench = open_to_write();
    // Whoever is refused for what another program wrote is to read it at once.
    catch_up(bench.log_number());
    before = now();
    const bool known = bench.log_number() == before->number() && place() == place_;
    if (known) bench.take_over(before->shared_contents());
    work(bench);
    number = bench.log_number();
    if (number == before->number()) return;
    // Between two changes another program may come in: then what is in memory is not all there is.
    const bool alone = known && bench.holds_file();
    if (alone) contents = bench.shared_contents();
    if (alone) lines = bench.log(before->number());
  }
  if (!contents) return publish(read());
  Workbench reading = Workbench::open(file_, share_, false);
  reading.take_over(std::move(contents));
  publish(std::make_shared<const Snapshot>(std::move(reading),
                                           longer_log(*before, std::move(lines)),
                                           Version{before->version().generation, number}));
}

Document Watch::document(DocumentId id) const {
  const std::lock_guard lock(at_texts_);
  if (!texts_) texts_.emplace(Workbench::open(file_, share_, false));
  return texts_->document(id);
}

}  // namespace entente::serve

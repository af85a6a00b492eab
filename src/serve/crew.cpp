// SPDX-License-Identifier: Apache-2.0
#include "serve/crew.h"

namespace entente::serve {

void Crew::enqueue(std::function<void()> task) {
  const std::lock_guard lock(alone_);
  tasks_.push_back(std::move(task));
  if (idle_ < tasks_.size() && threads_.size() < most_) threads_.emplace_back([this] { work(); });
  news_.notify_one();
}

void Crew::work() {
  std::unique_lock lock(alone_);
  for (;;) {
    ++idle_;
    news_.wait(lock, [&] { return ended_ || !tasks_.empty(); });
    --idle_;
    if (tasks_.empty()) return;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

void Crew::shutdown() {
  {
    const std::lock_guard lock(alone_);
    ended_ = true;
  }
  news_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace entente::serve

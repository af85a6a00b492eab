// SPDX-License-Identifier: Apache-2.0
#include "serve/questions.h"

#include <fmt/format.h>

#include "base/failure.h"
#include "serve/refusal.h"

namespace entente::serve {
namespace {

constexpr std::size_t at_once = 4;
constexpr auto between_looks = std::chrono::milliseconds(100);  // whether anybody is still there

Failed nobody_waits() {
  return Failed({FailureKind::interrupted, "The question was taken back", "Ask again"});
}

Refused took_longer_than(std::chrono::milliseconds longest, const std::string& verb) {
  return Refused(
      Refusal::too_long,
      fmt::format("The answer took longer than {} s",
                  std::chrono::duration<double>(longest).count()),
      fmt::format("Make the question smaller, or ask on the command line: entente {} has no such "
                  "limit",
                  verb));
}

}  // namespace

Questions::Questions(std::chrono::milliseconds longest) : longest_(longest) {
  for (std::size_t i = 0; i < at_once; ++i) workers_.emplace_back([this] { work_on_them(); });
}

Questions::~Questions() { end(); }

void Questions::end() {
  {
    const std::lock_guard lock(alone_);
    ended_ = true;
    for (const auto& [key, one] : open_) one->stop.request_stop();
  }
  asked_.notify_all();
  answered_.notify_all();
}

std::size_t Questions::at_work() const {
  const std::lock_guard lock(alone_);
  return at_work_;
}

Questions::Text Questions::answer(const std::string& verb, const std::string& about,
                                  const std::function<bool()>& gone, const Work& work) {
  const Key key{verb, about};
  const Asked one = join(key, work);
  const std::shared_ptr<void> at_the_end(nullptr, [&](void*) { leave(key, one); });
  std::unique_lock lock(alone_);
  wait_for(key, *one, gone, lock);
  if (one->too_long) throw took_longer_than(longest_, verb);
  if (one->stop.stop_requested() || !one->done) throw nobody_waits();
  if (one->thrown) std::rethrow_exception(one->thrown);
  return one->text;
}

Questions::Asked Questions::join(const Key& key, const Work& work) {
  const std::lock_guard lock(alone_);
  Asked& known = open_[key];
  if (!known) {
    known = std::make_shared<Question>(Question{work});
    waiting_.push_back(known);
    asked_.notify_one();
  }
  ++known->askers;
  return known;
}

void Questions::leave(const Key& key, const Asked& one) {
  const std::lock_guard lock(alone_);
  if (--one->askers == 0 && !one->done) give_up(key, *one);
}

// Whoever asks the same after this asks anew.
void Questions::give_up(const Key& key, Question& one) {
  one.stop.request_stop();
  if (const auto found = open_.find(key); found != open_.end() && found->second.get() == &one)
    open_.erase(found);
}

void Questions::wait_for(const Key& key, Question& one, const std::function<bool()>& gone,
                         std::unique_lock<std::mutex>& lock) {
  while (!answered_.wait_for(lock, between_looks, [&] { return one.done || ended_; })) {
    if (one.begun && Clock::now() - *one.begun > longest_) {
      one.too_long = true;
      give_up(key, one);
    }
    if (one.too_long) return;
    lock.unlock();
    const bool left = gone && gone();
    lock.lock();
    if (left) throw nobody_waits();
  }
}

void Questions::work_on_them() {
  std::unique_lock lock(alone_);
  for (;;) {
    asked_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (ended_) return;
    const Asked one = std::move(waiting_.front());
    waiting_.pop_front();
    if (one->stop.stop_requested()) continue;
    one->begun = Clock::now();
    ++at_work_;
    lock.unlock();
    work_on(*one);
    lock.lock();
    --at_work_;
    one->done = true;
    std::erase_if(open_, [&](const auto& known) { return known.second == one; });
    answered_.notify_all();
  }
}

void Questions::work_on(Question& one) {
  try {
    one.text = std::make_shared<const std::string>(one.work(Progress{{}, one.stop.get_token()}));
  } catch (...) {
    one.thrown = std::current_exception();
  }
  one.work = nullptr;
}

}  // namespace entente::serve

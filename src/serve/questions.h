// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/progress.h"

namespace entente::serve {

// What may take long to answer. A few questions are worked on at once, others wait for their turn;
// whoever asks what somebody is asking already shares the work; what nobody waits for any more, or
// takes too long, is stopped.
class Questions {
 public:
  using Text = std::shared_ptr<const std::string>;
  // Has to own what it needs: it may go on for a moment when those who asked are gone.
  using Work = std::function<std::string(const Progress&)>;

  explicit Questions(std::chrono::milliseconds longest);
  ~Questions();

  // The answer to `verb`, a verb of the command line, where `about` tells one question from
  // another. `gone`, which may be empty, tells whether he who asks has left. Throws what the work
  // throws; Refused (too_long); Failed (interrupted) where he has left, or all is to end.
  Text answer(const std::string& verb, const std::string& about, const std::function<bool()>& gone,
              const Work& work);

  std::size_t at_work() const;  // how many are being worked on
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  struct Question {
    Work work;
    std::stop_source stop = {};
    std::size_t askers = 0;
    std::optional<Clock::time_point> begun = {};
    bool done = false, too_long = false;
    Text text = {};
    std::exception_ptr thrown = {};
  };
  using Asked = std::shared_ptr<Question>;
  using Key = std::pair<std::string, std::string>;

  Asked join(const Key& key, const Work& work);
  void leave(const Key& key, const Asked& one);
  void give_up(const Key& key, Question& one);
  void wait_for(const Key& key, Question& one, const std::function<bool()>& gone,
                std::unique_lock<std::mutex>& lock);
  void work_on_them();
  static void work_on(Question& one);

  const std::chrono::milliseconds longest_;
  mutable std::mutex alone_;
  std::condition_variable asked_, answered_;
  std::map<Key, Asked> open_;
  std::deque<Asked> waiting_;
  std::size_t at_work_ = 0;
  bool ended_ = false;
  std::vector<std::jthread> workers_;
};

}  // namespace entente::serve

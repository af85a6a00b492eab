// SPDX-License-Identifier: Apache-2.0
// Whatever may take long can be stopped, and tells how far it is.
#include <gtest/gtest.h>

#include "analyze/stability/guarantees.h"
#include "analyze/stability/inverse.h"
#include "analyze/stability/kit.h"
#include "analyze/stability/stability.h"
#include "analyze/stability/unknown.h"
#include "analyze/stability/wanted.h"
#include "kit/failure_of.h"

namespace entente::analyze {
namespace {

// Three parties who all want the others to give way, so that what they would have to give for a
// deal is much.
Conflict standoff() {
  Conflict out;
  for (std::size_t who = 0; who < 3; ++who) {
    out.decision_makers.push_back({std::string(1, static_cast<char>('A' + who)), {}, {}, {}});
    for (std::size_t i = 0; i < 9; ++i)
      out.decision_makers[who].statements.push_back(
          {{{{bit((i + 3 * who) % 9), i < 3 ? 0 : bit((i + 3 * who) % 9)}}}, {}, {}});
  }
  for (std::size_t i = 0; i < 9; ++i)
    out.options.push_back({"option " + std::to_string(i), i / 3, Direction::both, {}});
  return out;
}

// Asks to stop at the n-th report.
class Stopper {
 public:
  explicit Stopper(std::size_t after) : after_(after) {}
  Progress progress() {
    const auto count = [this](std::size_t, std::size_t) {
      if (++reports >= after_) source_.request_stop();
    };
    return {count, source_.get_token(),
            [count](std::string_view, std::size_t done, std::size_t total) { count(done, total); }};
  }
  std::size_t reports = 0;

 private:
  std::size_t after_;
  std::stop_source source_;
};

template <class Work>
void expect_stopped(const Work& work) {
  Stopper all(~std::size_t{0});
  work(all.progress());
  ASSERT_GT(all.reports, 2u);
  Stopper soon(all.reports / 2);
  const Failure failure = kit::failure_of([&] { work(soon.progress()); });
  EXPECT_EQ(failure.kind, FailureKind::interrupted);
  EXPECT_LE(soon.reports, all.reports / 2 + 1);
}

TEST(Stopped, a_search_for_reversals_ends_at_the_next_step) {
  const GraphModel model = model_of(standoff());
  const auto deal = static_cast<StateIndex>(model.states.size() - 1);
  for (Concept how : concepts) {
    SCOPED_TRACE(word_of(how));
    expect_stopped([&](const Progress& progress) { inverse(model, deal, how, 200'000, progress); });
  }
}

TEST(Stopped, a_search_for_guarantees_and_the_whole_question_do_too) {
  const GraphModel model = model_of(standoff());
  const Stability found = stability(model, 1);
  const auto deal = static_cast<StateIndex>(model.states.size() - 1);
  expect_stopped(
      [&](const Progress& progress) { guarantees(model, found, deal, Concept::seq, progress); });
  expect_stopped(
      [&](const Progress& progress) { wanted(model, found, deal, Concept::nash, progress); });
}

TEST(Stopped, settling_what_nobody_knows_does_too) {
  Conflict conflict = standoff();
  conflict.decision_makers[0].unknown = {{0, 1}, {0, 511}, {7, 0}};
  const GraphModel model = model_of(conflict);
  const Stability found = stability(model, 1);
  expect_stopped([&](const Progress& progress) { or_throw(unknowns(model, found, progress)); });
}

}  // namespace
}  // namespace entente::analyze

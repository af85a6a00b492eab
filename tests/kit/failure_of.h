// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "base/failure.h"

namespace entente::kit {

// What `work` throws; a test failure if it does not.
template <class Work>
Failure failure_of(Work&& work) {
  try {
    work();
  } catch (const Failed& failed) {
    return failed.failure();
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

}  // namespace entente::kit

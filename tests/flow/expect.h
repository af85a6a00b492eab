// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/failure.h"
#include "flow/program.h"
#include "kit/says.h"

namespace entente::flow {

// The exit code of its kind, nothing on standard output, one line on standard error that names
// `named`, tells a cure and shows nothing of a library's.
inline void expect_refused(const Ran& ran, FailureKind kind, const std::string& named) {
  EXPECT_EQ(ran.signal, 0);
  EXPECT_EQ(ran.code, row_of(kind).exit_code) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(count_of(ran.err, "\n"), 1u) << ran.err;
  EXPECT_TRUE(ran.err.starts_with("entente: ")) << ran.err;
  EXPECT_TRUE(kit::says(ran.err, named));
  EXPECT_GE(count_of(ran.err, ". ") + count_of(ran.err, "? "), 1u) << "no cure in: " << ran.err;
  EXPECT_LT(ran.err.size(), 500u);
  for (const char* foreign : {"std::", "SQL", "terminate", "what()", "soci", "errno", "exception"})
    EXPECT_EQ(ran.err.find(foreign), std::string::npos) << ran.err;
}

inline void expect_done(const Ran& ran) {
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
}

}  // namespace entente::flow

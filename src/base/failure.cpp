// SPDX-License-Identifier: Apache-2.0
#include "base/failure.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace entente {
namespace {

constexpr std::array rows{
    FailureRow{FailureKind::usage, "usage", 2, 400},
    FailureRow{FailureKind::bad_input, "bad_input", 3, 422},
    FailureRow{FailureKind::missing, "missing", 4, 404},
    FailureRow{FailureKind::unreadable, "unreadable", 5, 403},
    FailureRow{FailureKind::locked, "locked", 6, 423},
    FailureRow{FailureKind::damaged, "damaged", 7, 500},
    FailureRow{FailureKind::too_new, "too_new", 8, 409},
    FailureRow{FailureKind::no_space, "no_space", 9, 507},
    FailureRow{FailureKind::interrupted, "interrupted", 130, 499},
    FailureRow{FailureKind::internal, "internal", 70, 500},
};

std::string ended(const std::string& text) {
  return text.ends_with('?') || text.ends_with('!') ? text : text + ".";
}

}  // namespace

const FailureRow& row_of(FailureKind kind) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.kind == kind; });
  assert(row != rows.end());
  return *row;
}

std::string Failure::sentence() const {
  return cure.empty() ? ended(what) : ended(what) + " " + ended(cure);
}

}  // namespace entente

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "cli/threads.h"
#include "workbench/standing.h"

namespace entente::cli {

// What --today, --want, --concept and --threads ask.
inline StabilityOptions asked_of_stability(const Request& request) {
  StabilityOptions options;
  if (request.has("--today")) options.today = request.text("--today");
  if (request.has("--want")) options.want = request.text("--want");
  options.how = *from_word<Concept>(request.text("--concept", "SEQ"));
  options.threads = threads_of(request);
  return options;
}

}  // namespace entente::cli

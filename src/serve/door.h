// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "serve/guard.h"
#include "serve/pages.h"
#include "serve/questions.h"
#include "serve/watch.h"

namespace entente::serve {

// All that answers are made from.
struct Door {
  Watch watch;
  Guard guard;
  Pages pages;
  std::string start;    // names this run of the program in the tags of its answers
  Questions questions;  // ends before what its work reads
  std::stop_source stopping = {};
};

}  // namespace entente::serve

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/json.h"
#include "kit/sample_case.h"

namespace entente::kit {

// The small case with its texts and a log, as exports take it.
inline exchange::Whole small_whole() {
  exchange::Whole whole;
  whole.contents = small_case();
  whole.documents = small_documents();
  whole.program = "entente test";
  whole.log = {
      {1, "2031-03-06T08:00:00Z", "entente test", "add", "readout.txt", "", "{\"id\":\"d1\"}", ""},
      {2, "2031-03-07T09:30:00Z", "A. Reader", "confirm", "p1", "", "",
       "read against the \"source\"\nline two"}};
  return whole;
}

}  // namespace entente::kit

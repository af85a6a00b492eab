// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: they are refused with a sentence, or they are a conflict that is written and
// read back unchanged, or refused with a sentence when its states are asked for.
#include <string_view>

#include "exchange/gmcr.h"
#include "fuzz.h"

using namespace entente::fuzz;

namespace {

void hold_sentence(const entente::Failure& failure) {
  hold(!failure.what.empty() && !failure.cure.empty() &&
       failure.kind == entente::FailureKind::bad_input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace exchange = entente::exchange;
  const auto read = exchange::read_gmcr(bytes_of(data, size), "fuzz.gmcr");
  if (!read) {
    hold_sentence(read.error());
    return 0;
  }
  const auto written = exchange::write_gmcr(read->conflict);
  if (!written)
    hold_sentence(written.error());
  else
    hold(exchange::read_gmcr(*written, "again.gmcr").value().conflict == read->conflict);
  return 0;
}

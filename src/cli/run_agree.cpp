// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "report/agreement.h"
#include "report/visible.h"

namespace entente::cli {

int run_agree(const Request& request, Console& console) {
  const std::filesystem::path one = request.operands[0], other = request.operands[1];
  std::optional<std::filesystem::path> into;
  if (request.has("--into")) into = request.text("--into");
  const CoderAgreement found =
      Workbench::agree(one, other, into, into ? signature(request) : Signature{}, share());
  const std::string here = one.filename().string(), there = other.filename().string();
  console.print(request.json() ? report::agreement_json(found, here, there)
                               : report::agreement_text(found, here, there, console.screen()));
  if (into && !request.json())
    console.print("made " + report::visible(into->string()) + " of both\n");
  return 0;
}

}  // namespace entente::cli

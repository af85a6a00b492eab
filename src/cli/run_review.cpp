// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"

namespace entente::cli {
namespace {

std::map<std::string, std::string> fields_of(const Request& request) {
  std::map<std::string, std::string> fields;
  for (const std::string& pair : request.all("--set")) {
    const auto equals = pair.find('=');
    if (equals == pair.npos || equals == 0)
      throw Failed({FailureKind::usage, fmt::format("--set '{}' has no field and value", pair),
                    "Write --set FIELD=VALUE"});
    fields[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return fields;
}

int done(Console& console, std::string_view verb, const std::vector<std::string>& items) {
  console.print(fmt::format("{} {}\n", verb, fmt::join(items, ", ")));
  return 0;
}

}  // namespace

int run_confirm(const Request& request, Console& console) {
  to_write(request).confirm(request.items(), signature(request));
  return done(console, "confirmed", request.items());
}

int run_reject(const Request& request, Console& console) {
  to_write(request).reject(request.items(), signature(request));
  return done(console, "rejected", request.items());
}

int run_edit(const Request& request, Console& console) {
  const std::vector<std::string> items = request.items();
  to_write(request).edit(items.front(), fields_of(request), signature(request));
  return done(console, "edited", items);
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "serve/answers.h"
#include "serve/asked.h"
#include "serve/forms.h"
#include "serve/refusal.h"
#include "serve/version.h"
#include "workbench/add_json.h"

namespace entente::serve {
namespace {

// The last part of whatever path a browser tells: a name, not a place.
std::string bare_name(const std::string& told) {
  const std::string name = printable(told.substr(told.find_last_of("/\\") + 1));
  return name.find_first_not_of(". ") == name.npos ? "pasted.txt" : name;
}

AddOptions options_in(const Request& request) {
  AddOptions options;
  options.given.date = day_in(field_of(request, "date"));
  options.given.outlet = field_of(request, "outlet");
  options.given.title = field_of(request, "title");
  options.given.language = field_of(request, "language");
  options.who = field_of(request, "who");
  return options;
}

std::vector<Input> files_in(const Request& request) {
  std::vector<Input> files;
  for (const Part* part : files_of(request))
    files.push_back({bare_name(part->file_name), part->bytes});
  return files;
}

}  // namespace

Reply post_add(Door& door, const Request& request) {
  const std::vector<Input> files = files_in(request);
  const AddOptions options = options_in(request);
  AddReport report;
  std::uint64_t number = 0;
  door.watch.write([&](Workbench& bench) {
    report = bench.add(files, options, Progress{{}, door.stopping.get_token()});
    number = bench.log_number();
  });
  return reply_json(with_log(add_json(report), number));
}

}  // namespace entente::serve

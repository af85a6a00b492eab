// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"
#include "base/file.h"
#include "serve/answers.h"
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

std::string field(const Request& request, const std::string& name) {
  for (const Part& part : request.parts)
    if (part.name == name && part.file_name.empty()) return part.bytes;
  return "";
}

std::optional<Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  throw Failed(
      {FailureKind::usage, "'" + printable(text) + "' is no day", "Write it as 2031-03-05"});
}

AddOptions options_in(const Request& request) {
  AddOptions options;
  options.given.date = date_in(field(request, "date"));
  options.given.outlet = field(request, "outlet");
  options.given.title = field(request, "title");
  options.given.language = field(request, "language");
  return options;
}

std::vector<Input> files_in(const Request& request) {
  std::vector<Input> files;
  for (const Part& part : request.parts)
    if (part.name == "file" && !part.file_name.empty())
      files.push_back({bare_name(part.file_name), part.bytes});
  if (files.empty())
    throw Failed({FailureKind::usage, "No file came with this request", "Choose one or more"});
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

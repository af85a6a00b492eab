// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "base/json_text.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "report/lookup.h"
#include "workbench/files.h"

namespace entente::cli {
namespace {

using report::counted;

Failed unusable(const std::string& what, const std::string& cure) {
  return Failed({FailureKind::usage, what, cure});
}

Date date_given(const std::string& text) {
  if (const auto date = parse_date(text)) return *date;
  throw unusable(fmt::format("--date '{}' is no day", text), "Write it as 2031-03-05");
}

unsigned threads_given(const std::string& text) {
  unsigned threads = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
  if (error != std::errc{} || end != text.data() + text.size() || threads < 1 || threads > 256)
    throw unusable(fmt::format("--threads '{}' is no number of threads", text),
                   "Give a number from 1 to 256");
  return threads;
}

AddOptions options_of(const Request& request) {
  AddOptions options;
  if (request.has("--date")) options.given.date = date_given(request.text("--date"));
  options.given.outlet = request.text("--outlet");
  options.given.title = request.text("--title");
  options.given.language = request.text("--language");
  if (request.has("--threads")) options.threads = threads_given(request.text("--threads"));
  return options;
}

Input standard_input(const Request& request) {
  const std::string name = request.text("--name", "stdin");
  return {name, or_throw(read_all(STDIN_FILENO, name, read::most_bytes))};
}

std::vector<Input> inputs_of(const Request& request) {
  std::vector<Input> inputs;
  for (const std::string& item : request.items())
    inputs.push_back(item == "-" ? standard_input(request) : Input{item, std::nullopt});
  return inputs;
}

std::string ids_text(const std::vector<DocumentId>& ids) {
  if (ids.empty()) return "";
  return ids.size() == 1 ? fmt::format(" ({})", ids.front().text())
                         : fmt::format(" ({} to {})", ids.front().text(), ids.back().text());
}

std::string found_text(const AddReport& report) {
  return fmt::format("found {}, {}, {}; all are suggestions until a person confirms them\n",
                     counted(report.statements, "statement", "statements"),
                     counted(report.positions, "position", "positions"),
                     counted(report.meetings, "meeting", "meetings"));
}

std::string report_text(const AddReport& report) {
  std::string out =
      "added " + counted(report.added.size(), "document", "documents") + ids_text(report.added);
  if (!report.already_there.empty())
    out += fmt::format(", {} already there", report.already_there.size());
  if (!report.refused.empty()) out += fmt::format(", {} refused", report.refused.size());
  if (!report.passed_over.empty())
    out += fmt::format(", {} passed over (give a folder inside a folder by its own name)",
                       report.passed_over.size());
  return out + "\n" + (report.added.empty() ? "" : found_text(report));
}

std::string failure_json(const Failure& failure) {
  return JsonObject{}
      .put("kind", row_of(failure.kind).name)
      .put("what", failure.what)
      .put("cure", failure.cure)
      .text();
}

std::string report_json(const AddReport& report) {
  std::vector<std::string> added, refused;
  for (DocumentId id : report.added) added.push_back(id.text());
  for (const Failure& failure : report.refused) refused.push_back(failure_json(failure));
  return JsonObject{}
             .raw("added", json_strings(added))
             .raw("already_there", json_strings(report.already_there))
             .raw("refused", json_array(refused))
             .raw("passed_over", json_strings(report.passed_over))
             .number("statements", report.statements)
             .number("positions", report.positions)
             .number("meetings", report.meetings)
             .text() +
         "\n";
}

}  // namespace

// The code of the first file that was refused, though the others are in the case.
int run_add(const Request& request, Console& console) {
  const AddOptions options = options_of(request);
  Workbench bench = to_write(request);
  const AddReport report = bench.add(inputs_of(request), options, console.progress("reading"));
  for (const Failure& failure : report.refused) console.complain(failure, request.json());
  if (request.json()) {
    console.print(report_json(report));
  } else if (report.refused.empty() || report.added.size() + report.already_there.size() > 0) {
    console.print(report_text(report));
  }
  return report.refused.empty() ? 0 : row_of(report.refused.front().kind).exit_code;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>

#include "base/file.h"
#include "cli/added.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "cli/threads.h"
#include "report/lookup.h"
#include "report/visible.h"
#include "workbench/add_json.h"

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

AddOptions options_of(const Request& request) {
  AddOptions options;
  if (request.has("--date")) options.given.date = date_given(request.text("--date"));
  options.given.outlet = request.text("--outlet");
  options.given.title = request.text("--title");
  options.given.language = request.text("--language");
  options.threads = threads_of(request);
  return options;
}

Input standard_input(const Request& request) {
  const std::string name = request.text("--name", "stdin");
  if (name.find('/') != name.npos || name.find_first_not_of(". ") == name.npos)
    throw unusable(fmt::format("--name '{}' is no file's name", name),
                   "Give a name without '/', as in readout.html");
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

constexpr std::size_t most_named = 5;

// "a.txt, b.txt and 3 more"
std::string some_of(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), most_named);
  std::string out =
      fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<long>(shown), ", "));
  out = report::visible(out);  // whatever the files are called, this is one line
  return names.size() > shown ? fmt::format("{} and {} more", out, names.size() - shown) : out;
}

std::string some_of(const AddReport& report, const std::vector<DocumentId>& ids) {
  std::vector<std::string> names;
  for (DocumentId id : ids) names.push_back(fmt::format("{} {}", id.text(), report.names.at(id)));
  return some_of(names);
}

std::string unreadable_text(const AddReport& report) {
  std::vector<std::string> names;
  for (const auto& [id, characters] : report.unreadable)
    names.push_back(fmt::format("{} {}: {}", id.text(), report.names.at(id), characters));
  return fmt::format(
      "{} characters that could not be read and stand as \uFFFD ({}): look whether "
      "the file is whole\n",
      counted(names.size(), "document has", "documents have"), some_of(names));
}

// What the user should know of documents that give nothing, or less than they seem to.
std::string notes_text(const AddReport& report, const Request& request) {
  std::string out;
  const std::size_t foreign = report.not_read.size(), scant = report.scant.size();
  if (foreign > 0)
    out += fmt::format("{} not in English: kept, not read ({})\n",
                       counted(foreign, "document is", "documents are"),
                       some_of(report, report.not_read));
  if (scant > 0)
    out += fmt::format("{} hardly any text ({}): look whether the file holds the article\n",
                       counted(scant, "document has", "documents have"),
                       some_of(report, report.scant));
  if (!report.unreadable.empty()) out += unreadable_text(report);
  if (!report.passed_over.empty())
    out += fmt::format("passed over: {}\n", some_of(report.passed_over));
  for (const auto& [id, day] : report.dated_by_copy)
    out += fmt::format(
        "{0} has no date, and a copy of it is of {1}: entente edit {2} {0} --set "
        "date={1}\n",
        id.text(), to_string(day), report::visible(request.case_file().string()));
  const bool says = request.has("--date") || request.has("--outlet") || request.has("--title");
  if (says && !report.there_as.empty())
    out += fmt::format(
        "what is already there stays as it is; to date it: entente edit {} {} --set date={}\n",
        report::visible(request.case_file().string()), report.there_as.front().text(),
        request.text("--date", "2031-03-05"));
  return out;
}

// Said where somebody speaks, but for no party of the case.
std::string without_parties_text(const AddReport& report, const Case& contents) {
  const bool spoken = report.statements > 0 && report.positions == 0;
  const auto has_party = [](const Statement& statement) { return !statement.party.empty(); };
  if (!spoken || std::any_of(contents.statements.begin(), contents.statements.end(), has_party))
    return "";
  return "nobody who speaks there is known as a party, so no position was looked for: states are "
         "known by their names, other parties by entente new CASE --parties FILE\n";
}

std::string report_text(const AddReport& report, const Request& request) {
  std::string out =
      "added " + counted(report.added.size(), "document", "documents") + ids_text(report.added);
  if (!report.already_there.empty())
    out += fmt::format(", {} already there", report.already_there.size());
  if (!report.refused.empty()) out += fmt::format(", {} refused", report.refused.size());
  if (!report.passed_over.empty())
    out += fmt::format(", {} passed over", report.passed_over.size());
  return out + "\n" + (report.added.empty() ? "" : found_text(report)) +
         notes_text(report, request);
}

}  // namespace

std::string added_text(const AddReport& report, const Request& request, const Case& contents) {
  return report_text(report, request) + without_parties_text(report, contents);
}

int complain_of_refused(const AddReport& report, const Request& request, Console& console) {
  for (const Failure& failure : report.refused) console.complain(failure, request.json());
  return report.refused.empty() ? 0 : row_of(report.refused.front().kind).exit_code;
}

int run_add(const Request& request, Console& console) {
  const AddOptions options = options_of(request);
  Workbench bench = to_write(request);
  const AddReport report = bench.add(inputs_of(request), options, console.progress("reading"));
  const int code = complain_of_refused(report, request, console);
  if (request.json())
    console.print(add_json(report) + "\n");
  else if (report.refused.empty() || report.added.size() + report.already_there.size() > 0)
    console.print(added_text(report, request, bench.contents()));
  return code;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "cli/selection.h"
#include "exchange/json.h"
#include "report/terminal.h"

namespace entente::cli {
namespace {

using Listing = std::string (*)(const Case&, const report::Screen&);

int list(const Request& request, Console& console, exchange::Part part, Listing text) {
  const Case contents = selected(to_read(request).contents(), request);
  console.print(request.json() ? exchange::write_json(contents, {}, part)
                               : text(contents, console.screen()));
  return 0;
}

}  // namespace

int run_documents(const Request& request, Console& console) {
  return list(request, console, exchange::Part::documents, report::documents_text);
}

int run_statements(const Request& request, Console& console) {
  return list(request, console, exchange::Part::statements, report::statements_text);
}

int run_people(const Request& request, Console& console) {
  return list(request, console, exchange::Part::people, report::people_text);
}

int run_positions(const Request& request, Console& console) {
  return list(request, console, exchange::Part::positions, report::positions_text);
}

int run_meetings(const Request& request, Console& console) {
  return list(request, console, exchange::Part::meetings, report::meetings_text);
}

int run_clauses(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  const Case contents = selected(bench.contents(), request);
  console.print(request.json()
                    ? exchange::write_json(contents, {}, exchange::Part::clauses)
                    : report::clauses_text(contents, bench.crossings(), console.screen()));
  return 0;
}

int run_matrix(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  const Case contents = bench.contents();
  const Matrix matrix = bench.matrix();
  if (request.json()) {
    console.print(report::matrix_json(contents, matrix, bench.movements(), bench.contradictions(),
                                      bench.crossings()));
    return 0;
  }
  const auto sentences =
      request.has("--sentences") ? report::Sentences::below : report::Sentences::left_out;
  console.print(report::matrix_text(contents, matrix, console.page(), sentences));
  return 0;
}

int run_accounts(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  const Case contents = bench.contents();
  const auto text_of = [&](DocumentId id) { return bench.document(id); };
  console.print(request.json()
                    ? report::accounts_json(contents, bench.accounts(), text_of)
                    : report::accounts_text(contents, bench.accounts(), text_of, console.page()));
  return 0;
}

int run_log(const Request& request, Console& console) {
  std::vector<LogEntry> log = to_read(request).log();
  if (request.has("--item"))
    std::erase_if(log, [&](const LogEntry& entry) { return entry.item != request.text("--item"); });
  console.print(request.json() ? exchange::write_json({}, log, exchange::Part::log)
                               : report::log_text(log, console.screen()));
  return 0;
}

}  // namespace entente::cli

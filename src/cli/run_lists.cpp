// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "cli/selection.h"
#include "exchange/json.h"
#include "model/find.h"
#include "report/ledger.h"
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

bool is_among(const std::vector<std::string>& parties, const std::string& party) {
  return std::find(parties.begin(), parties.end(), party) != parties.end();
}

int list_tracks(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  auto tracks = bench.tracks();
  if (request.has("--party")) {
    const std::string party = party_named(bench.contents(), request.text("--party"));
    std::erase_if(tracks, [&](const MeetingTrack& t) { return !is_among(t.parties, party); });
  }
  console.print(request.json() ? report::tracks_json(bench.contents(), tracks)
                               : report::tracks_text(bench.contents(), tracks, console.screen()));
  return 0;
}

// --since, as a day. Throws Failed.
std::optional<Date> since(const Request& request) {
  if (!request.has("--since")) return std::nullopt;
  const auto date = parse_date(request.text("--since"));
  if (date) return date;
  throw Failed({FailureKind::usage, fmt::format("'{}' is no date", request.text("--since")),
                "Write it as 2031-03-05"});
}

// What happened before that day, or on none that is known, is left out.
bool is_before(const CellChange& change, Date since) {
  const auto day = day_of(change);
  return !day || *day < since;
}

void keep_asked(Ledger& ledger, const Case& contents, const Request& request) {
  if (request.has("--party")) {
    const std::string party = party_named(contents, request.text("--party"));
    std::erase_if(ledger.changes, [&](const CellChange& c) { return c.party != party; });
  }
  if (request.has("--issue")) {
    const std::string issue = issue_named(contents, request.text("--issue"));
    std::erase_if(ledger.changes, [&](const CellChange& c) { return c.issue != issue; });
    std::erase_if(ledger.issues, [&](const IssueCourse& c) { return c.issue != issue; });
  }
  if (request.has("--cause")) {
    const auto cause = from_word<Cause>(request.text("--cause"));
    std::erase_if(ledger.changes, [&](const CellChange& c) { return c.cause != cause; });
  }
  if (const auto from = since(request))
    std::erase_if(ledger.changes, [&](const CellChange& c) { return is_before(c, *from); });
}

void keep_asked(Disputes& found, const Case& contents, const Request& request) {
  if (!request.has("--party")) return;
  const std::string party = party_named(contents, request.text("--party"));
  const auto other = [&](StatementId id) {
    const Statement* statement = find_item(contents.statements, id);
    return !statement || statement->party != party;
  };
  std::erase_if(found.within_party, [&](const auto& one) { return one.party != party; });
  std::erase_if(found.variants, [&](const auto& one) { return other(one.left); });
  std::erase_if(found.departures, [&](const auto& one) { return other(one.quote); });
  std::erase_if(found.retellings, [&](const auto& one) { return other(one.left); });
  std::erase_if(found.colours, [&](const auto& one) { return one.party != party; });
}

}  // namespace

int run_movements(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  Ledger ledger = bench.ledger();
  keep_asked(ledger, bench.contents(), request);
  console.print(request.json() ? report::ledger_json(bench.contents(), ledger)
                               : report::ledger_text(bench.contents(), ledger, console.screen()));
  return 0;
}

int run_contradictions(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  Disputes found = bench.disputes();
  keep_asked(found, bench.contents(), request);
  console.print(request.json() ? report::disputes_json(bench.contents(), found)
                               : report::disputes_text(bench.contents(), found, console.screen()));
  return 0;
}

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
  if (request.has("--tracks")) return list_tracks(request, console);
  return list(request, console, exchange::Part::meetings, report::meetings_text);
}

int run_levers(const Request& request, Console& console) {
  return list(request, console, exchange::Part::levers, report::levers_text);
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
  const Case& contents = bench.contents();
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
  const Case& contents = bench.contents();
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

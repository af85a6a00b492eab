// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/json_text.h"
#include "exchange/json.h"
#include "serve/answers.h"
#include "serve/version.h"
#include "workbench/program.h"

namespace entente::serve {
namespace {

using report::Lookup;

template <class Items>
std::string reviewed(const Items& items) {
  std::array<std::size_t, words<Status>.size()> counts{};
  for (const auto& item : items) ++counts.at(static_cast<std::size_t>(item.review.status));
  JsonObject out;
  for (std::size_t i = 0; i < counts.size(); ++i) out.number(words<Status>[i], counts.at(i));
  return out.text();
}

std::string review_json(const Case& contents) {
  return JsonObject{}
      .raw("statements", reviewed(contents.statements))
      .raw("positions", reviewed(contents.positions))
      .raw("meetings", reviewed(contents.meetings))
      .raw("clauses", reviewed(contents.clauses))
      .raw("levers", reviewed(contents.levers))
      .raw("people", reviewed(contents.people))
      .text();
}

std::string coverage_json(const Coverage& coverage) {
  return JsonObject{}
      .number("sentences", coverage.sentences)
      .number("coded", coverage.coded_sentences)
      .text();
}

std::string case_json(const Door& door, const Snapshot& snapshot) {
  const Case& contents = snapshot.contents();
  const auto day = report::newest_date(contents.documents);
  const Coverage coverage =
      snapshot.with_bench([](const Workbench& bench) { return bench.coverage(); });
  return JsonObject{}
      .put("program", program())
      .put("name", door.watch.file().filename().string())
      .put_or_null("as_of", day ? to_string(*day) : "")
      .number("sources", report::source_count(contents.documents))
      .number("undated_documents", report::undated_count(contents.documents))
      .raw("codebook", exchange::write_json(contents.codebook))
      .raw("counts", exchange::counts_json(contents))
      .raw("review", review_json(contents))
      .raw("coverage", coverage_json(coverage))
      .raw("can", json_strings({"confirm", "reject", "edit", "edit_span", "split", "merge", "learn",
                                "add", "undo", "check", "brief", "export", "stability", "deals",
                                "parties", "roles"}))
      .put("generation", generation_of(door, snapshot.version()))
      .number("log", snapshot.number())
      .text();
}

}  // namespace

Reply get_case(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    Reply out;
    out.body = snapshot.kept("case", [&] { return case_json(door, snapshot); });
    return out;
  });
}

Reply open_page(Door& door, const Request& request) { return door.guard.open(request); }

Reply get_events(Door&, const Request&) {
  Reply out;
  out.type = "text/event-stream";
  out.stream = true;
  return out;
}

}  // namespace entente::serve

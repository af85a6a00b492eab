// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/json_list.h"
#include "base/json_text.h"
#include "serve/answers.h"
#include "serve/version.h"
#include "workbench/program.h"

namespace entente::serve {
namespace {

using report::Lookup;

std::string issue_json(const Issue& issue) {
  const auto option_json = [](const Option& option) {
    return JsonObject{}.put("id", option.id).put("label", option.label).text();
  };
  return JsonObject{}
      .put("id", issue.id)
      .put("label", issue.label)
      .put("kind", word_of(issue.kind))
      .put("description", issue.description)
      .flag("ordered", issue.ordered)
      .raw("options", json_list(issue.options, option_json))
      .text();
}

std::string party_json(const Party& party) {
  return JsonObject{}
      .put("name", party.name)
      .put("kind", word_of(party.kind))
      .put("consent", word_of(party.consent))
      .raw("aliases", json_strings(party.aliases))
      .text();
}

std::string codebook_json(const Codebook& codebook) {
  return JsonObject{}
      .put("name", codebook.name)
      .raw("issues", json_list(codebook.issues, issue_json))
      .raw("parties", json_list(codebook.parties, party_json))
      .text();
}

template <class Items>
std::string reviewed(const Items& items) {
  std::array<std::size_t, words<Status>.size()> counts{};
  for (const auto& item : items) ++counts.at(static_cast<std::size_t>(item.review.status));
  JsonObject out;
  for (std::size_t i = 0; i < counts.size(); ++i) out.number(words<Status>[i], counts.at(i));
  return out.text();
}

std::string counts_json(const Case& contents) {
  return JsonObject{}
      .number("documents", contents.documents.size())
      .number("people", contents.people.size())
      .number("statements", contents.statements.size())
      .number("positions", contents.positions.size())
      .number("meetings", contents.meetings.size())
      .number("clauses", contents.clauses.size())
      .number("levers", contents.levers.size())
      .text();
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
      .raw("codebook", codebook_json(contents.codebook))
      .raw("counts", counts_json(contents))
      .raw("review", review_json(contents))
      .raw("coverage", coverage_json(coverage))
      .raw("can", json_strings({"confirm", "reject", "edit", "edit_span", "split", "merge", "learn",
                                "add", "undo", "check", "brief", "export", "stability", "deals",
                                "parties", "roles"}))
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

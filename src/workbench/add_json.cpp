// SPDX-License-Identifier: Apache-2.0
#include "workbench/add_json.h"

#include "base/json_text.h"

namespace entente {
namespace {

std::string refused_json(const Failure& failure) {
  return JsonObject{}
      .put("kind", row_of(failure.kind).name)
      .put("what", failure.what)
      .put("cure", failure.cure)
      .text();
}

std::string added_ids(const std::vector<DocumentId>& ids) {
  std::vector<std::string> texts;
  for (DocumentId id : ids) texts.push_back(id.text());
  return json_strings(texts);
}

std::string unreadable_json(const AddReport& report) {
  std::vector<std::string> documents;
  for (const auto& [id, characters] : report.unreadable)
    documents.push_back(JsonObject{}.put("id", id.text()).number("characters", characters).text());
  return json_array(documents);
}

}  // namespace

std::string add_json(const AddReport& report) {
  std::vector<std::string> refused;
  for (const Failure& failure : report.refused) refused.push_back(refused_json(failure));
  return JsonObject{}
      .raw("added", added_ids(report.added))
      .raw("already_there", json_strings(report.already_there))
      .raw("refused", json_array(refused))
      .raw("not_read", added_ids(report.not_read))
      .raw("scant", added_ids(report.scant))
      .raw("unreadable", unreadable_json(report))
      .raw("passed_over", json_strings(report.passed_over))
      .number("statements", report.statements)
      .number("positions", report.positions)
      .number("meetings", report.meetings)
      .text();
}

}  // namespace entente

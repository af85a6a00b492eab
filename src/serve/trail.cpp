// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/json_text.h"
#include "exchange/json.h"
#include "serve/answers.h"
#include "serve/version.h"

namespace entente::serve {
namespace {

std::string pair_json(Span span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + "]";
}

std::string passage_json(const Passage& passage) {
  return JsonObject{}
      .put("document", passage.evidence.document.text())
      .raw("evidence", pair_json(passage.evidence.span))
      .raw("sentences", pair_json(passage.sentences))
      .put("before", passage.before)
      .put("text", passage.text)
      .put("after", passage.after)
      .text();
}

template <class Item, class Write>
std::string listed(const std::optional<Item>& item, const Write& write) {
  return item ? "[" + write(*item) + "]" : "[]";
}

template <class Items, class Write>
std::string all_of(const Items& items, const Write& write) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(write(item));
  return json_array(out);
}

std::string trail_json(const std::string& item, Trail trail, const Snapshot& snapshot) {
  std::sort(trail.documents.begin(), trail.documents.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  const exchange::ItemWriter write(snapshot.contents().documents);
  return JsonObject{}
      .put("item", item)
      .flag("unchanged", trail.unchanged)
      .raw("positions", listed(trail.position, write))
      .raw("statements", listed(trail.statement, write))
      .raw("meetings", listed(trail.meeting, write))
      .raw("clauses", listed(trail.clause, write))
      .raw("levers", listed(trail.lever, write))
      .raw("people", listed(trail.person, write))
      .raw("documents", all_of(trail.documents, write))
      .raw("log", all_of(trail.history, write))
      .raw("passages", all_of(trail.passages, passage_json))
      .text();
}

}  // namespace

Reply get_trail(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    Trail trail =
        snapshot.with_bench([&](const Workbench& bench) { return bench.trail(request.in_path); });
    return reply_json(trail_json(request.in_path, std::move(trail), snapshot));
  });
}

}  // namespace entente::serve

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "base/json_text.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "report/visible.h"
#include "workbench/items.h"
#include "workbench/new_names.h"
#include "workbench/parties.h"

namespace entente::cli {
namespace {

std::map<std::string, std::string> fields_of(const Request& request) {
  std::map<std::string, std::string> fields;
  for (const std::string& pair : request.all("--set")) {
    const auto equals = pair.find('=');
    if (equals == pair.npos || equals == 0)
      throw Failed({FailureKind::usage, fmt::format("--set '{}' has no field and value", pair),
                    "Write --set FIELD=VALUE"});
    fields[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return fields;
}

// What was changed besides the items that the user named.
std::vector<std::string> followers(std::vector<std::string> changed,
                                   const std::vector<std::string>& items) {
  std::erase_if(changed, [&](const std::string& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
  });
  return changed;
}

std::string done_text(std::string_view verb, const std::vector<std::string>& items,
                      const std::vector<std::string>& notes) {
  std::string out = report::visible(fmt::format("{} {}", verb, fmt::join(items, ", "))) + "\n";
  for (const std::string& note : notes) out += report::visible(note) + "\n";
  return out;
}

int done(const Request& request, Console& console, std::string_view verb,
         const std::vector<std::string>& items, const std::vector<std::string>& changed,
         const std::vector<std::string>& notes) {
  if (request.json())
    console.print(JsonObject{}
                      .raw(verb, json_strings(items))
                      .raw("followed", json_strings(followers(changed, items)))
                      .raw("notes", json_strings(notes))
                      .text() +
                  "\n");
  else
    console.print(done_text(verb, items, notes));
  return 0;
}

int done(const Request& request, Console& console, std::string_view verb,
         const std::vector<std::string>& changed, const std::vector<std::string>& notes = {}) {
  return done(request, console, verb, each_once(request.items()), changed, notes);
}

// Parties stand in the log as party:NAME.
int done_with_parties(const Request& request, Console& console, std::string_view verb,
                      const std::vector<std::string>& names, std::uint64_t before,
                      const std::vector<std::string>& changed) {
  std::vector<std::string> items;
  for (const std::string& name : names) items.push_back(party_item(name));
  const std::size_t more = followers(changed, items).size();
  return done(request, console, verb, items, changed,
              {fmt::format("{} {} with {}; entente undo {} {} takes all of it back", more,
                           more == 1 ? "item goes" : "items go", names.size() == 1 ? "it" : "them",
                           request.case_file().string(), before + 1)});
}

std::vector<std::uint64_t> lines_of(const Request& request) {
  std::vector<std::uint64_t> lines;
  for (const std::string& text : request.items()) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
      throw Failed({FailureKind::usage, fmt::format("'{}' is no line of the log", printable(text)),
                    "Give a number, as in entente undo CASE 120"});
    lines.push_back(number);
  }
  return lines;
}

template <class Items>
bool holds(const Items& items, const std::string& name) {
  return std::any_of(items.begin(), items.end(),
                     [&](const auto& item) { return item.id.text() == name; });
}

bool is_in(const Case& contents, const std::string& item) {
  return holds(contents.documents, item) || holds(contents.positions, item) ||
         holds(contents.statements, item) || holds(contents.meetings, item) ||
         holds(contents.people, item) || holds(contents.clauses, item);
}

}  // namespace

int run_undo(const Request& request, Console& console) {
  const auto changed = to_write(request).undo(lines_of(request), signature(request));
  console.print(request.json() ? JsonObject{}.raw("undone", json_strings(changed)).text() + "\n"
                               : done_text("undone", changed, {}));
  return 0;
}

int run_confirm(const Request& request, Console& console) {
  const auto changed = to_write(request).confirm(request.items(), signature(request));
  return done(request, console, "confirmed", changed);
}

int run_reject(const Request& request, Console& console) {
  const auto changed = to_write(request).reject(request.items(), signature(request));
  return done(request, console, "rejected", changed);
}

int run_edit(const Request& request, Console& console) {
  const auto fields = fields_of(request);
  Workbench bench = to_write(request);
  const std::vector<std::string> notes = notes_on_new_names(bench.contents(), fields);
  const auto changed = bench.edit(request.items(), fields, signature(request));
  return done(request, console, "edited", changed, notes);
}

int run_split(const Request& request, Console& console) {
  const auto fields = fields_of(request);
  Workbench bench = to_write(request);
  const Case before = bench.contents();
  std::vector<std::string> notes = notes_on_new_names(before, fields);
  const auto changed =
      bench.split(request.items(), fields, request.text("--words"), signature(request));
  for (const std::string& item : changed)
    if (!is_in(before, item)) notes.push_back(item + " is new");
  return done(request, console, "split", changed, notes);
}

int run_merge(const Request& request, Console& console) {
  const auto changed = to_write(request).merge(request.items(), signature(request));
  return done(request, console, "merged", changed, {request.items().front() + " stands for all"});
}

int run_merge_parties(const Request& request, Console& console) {
  const std::vector<std::string> names = request.items();
  Workbench bench = to_write(request);
  const std::uint64_t before = bench.log_number();
  const auto changed = bench.merge_parties(names, signature(request));
  return done_with_parties(request, console, "merged", names, before, changed);
}

int run_split_party(const Request& request, Console& console) {
  const std::vector<std::string> items = request.items(), names(items.begin() + 1, items.end());
  Workbench bench = to_write(request);
  const std::uint64_t before = bench.log_number();
  const auto changed = bench.split_party(items.front(), names, signature(request));
  return done_with_parties(request, console, "split", {items.front(), names.front()}, before,
                           changed);
}

}  // namespace entente::cli

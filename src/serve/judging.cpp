// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/json_text.h"
#include "exchange/json.h"
#include "model/learning.h"
#include "report/learning.h"
#include "serve/answers.h"
#include "serve/body.h"
#include "serve/refusal.h"
#include "serve/version.h"
#include "workbench/items.h"
#include "workbench/new_names.h"
#include "workbench/parties.h"
#include "workbench/steps.h"

namespace entente::serve {
namespace {

using Items = std::vector<std::string>;

[[noreturn]] void refuse_for(const LogEntry& line, const Workbench& bench, std::string what,
                             std::string cure) {
  throw Refused(Refusal::conflict, std::move(what), std::move(cure),
                JsonObject{}
                    .put("item", line.item)
                    .raw("entry", exchange::ItemWriter({})(line))
                    .number("log", bench.log_number())
                    .text());
}

// Who judges, and on which version of the case.
struct Signed {
  explicit Signed(const Body& body)
      : by{body.text("who"), body.text_or_empty("why")},
        seen(body.number("seen")),
        generation(body.text_or_empty("generation")) {}

  Signature by;
  std::uint64_t seen;
  std::string generation;  // "": of the file in place
};

std::string by_whom(const LogEntry& line, const Signature& asking) {
  return line.who == asking.who ? "by you" : "by " + line.who;
}

void hold_to_generation(const Door& door, const std::string& generation) {
  if (generation.empty() || generation == generation_of(door, door.watch.now()->version())) return;
  throw Refused(Refusal::conflict, "Another file stands in the place of the case since you read it",
                "Read the case again");
}

void hold_to_log(const Workbench& bench, std::uint64_t seen) {
  if (seen > bench.log_number())
    throw Failed({FailureKind::usage, "The log has no line " + std::to_string(seen) + " yet",
                  "Read the case again"});
}

// Nobody judges on what he has not read.
void hold_to_seen(const Workbench& bench, const Items& items, const Signed& judged_on) {
  hold_to_log(bench, judged_on.seen);
  const std::vector<LogEntry> newer = bench.log(judged_on.seen);
  const auto line = std::find_if(newer.rbegin(), newer.rend(), [&](const LogEntry& one) {
    return std::find(items.begin(), items.end(), one.item) != items.end();
  });
  if (line != newer.rend())
    refuse_for(*line, bench,
               line->item + " was changed " + by_whom(*line, judged_on.by) + " meanwhile",
               "Look at the change, then judge again");
}

// What was changed again after a line, by a line that is not taken back with it.
void hold_to_last(const Workbench& bench, const std::vector<std::uint64_t>& lines,
                  const Signature& by) {
  const std::vector<LogEntry> log = bench.log();
  if (const auto again = changed_again(whole_steps(lines, log), log); again.later)
    refuse_for(*again.later, bench,
               again.later->item + " was changed again later, " + by_whom(*again.later, by),
               "Undo line " + std::to_string(again.later->number) + " of the log first");
}

std::string numbers_json(std::uint64_t after, std::uint64_t last) {
  std::vector<std::string> out;
  while (++after <= last) out.push_back(std::to_string(after));
  return json_array(out);
}

Items without(Items changed, const Items& named) {
  std::erase_if(changed, [&](const std::string& item) {
    return std::find(named.begin(), named.end(), item) != named.end();
  });
  return changed;
}

// What a change came to: the items, and the lines of the log.
struct Done {
  Items changed, notes, made;
  std::uint64_t before = 0, after = 0;
};

Done change(Door& door, const std::string& generation,
            const std::function<void(Workbench&, Done&)>& work) {
  Done done;
  door.watch.write([&](Workbench& bench) {
    hold_to_generation(door, generation);
    done.before = bench.log_number();
    work(bench, done);
    done.after = bench.log_number();
  });
  return done;
}

// Items that the newest lines of the log put into the case.
Items made_since(const Workbench& bench, std::uint64_t number) {
  Items made;
  for (const LogEntry& line : bench.log(number))
    if (line.before.empty() && !line.after.empty()) made.push_back(line.item);
  return made;
}

Reply judged(const std::string& verb, const Items& items, const Done& done) {
  return reply_json(JsonObject{}
                        .raw(verb, json_strings(items))
                        .raw("followed", json_strings(without(done.changed, items)))
                        .raw("made", json_strings(done.made))
                        .raw("notes", json_strings(done.notes))
                        .raw("entries", numbers_json(done.before, done.after))
                        .number("log", done.after)
                        .text());
}

// A party is found in the log under its name.
Items party_items(const Items& names) {
  Items items;
  for (const std::string& name : names) items.push_back(party_item(name));
  return items;
}

using Judge = Items (Workbench::*)(const Items&, const Signature&);

Reply judge(Door& door, const Request& request, const std::string& word, Judge verb) {
  const Body body(request);
  const Items items = each_once(body.texts("items"));
  const Signed judged_on(body);
  return judged(word, items, change(door, judged_on.generation, [&](Workbench& bench, Done& done) {
                  hold_to_seen(bench, items, judged_on);
                  done.changed = (bench.*verb)(items, judged_on.by);
                }));
}

}  // namespace

Reply post_confirm(Door& door, const Request& request) {
  return judge(door, request, "confirmed", &Workbench::confirm);
}

Reply post_reject(Door& door, const Request& request) {
  return judge(door, request, "rejected", &Workbench::reject);
}

Reply post_edit(Door& door, const Request& request) {
  const Body body(request);
  const Items items{body.text("item")};
  const auto fields = body.fields("fields");
  const Signed judged_on(body);
  return judged("edited", items,
                change(door, judged_on.generation, [&](Workbench& bench, Done& done) {
                  hold_to_seen(bench, items, judged_on);
                  done.notes = notes_on_new_names(*bench.shared_contents(), fields);
                  done.changed = bench.edit(items, fields, judged_on.by);
                }));
}

Reply post_merge(Door& door, const Request& request) {
  return judge(door, request, "merged", &Workbench::merge);
}

Reply post_split(Door& door, const Request& request) {
  const Body body(request);
  const Items items = each_once(body.texts("items"));
  const auto fields = body.fields_or_none("fields");
  const std::string words = body.text_or_empty("words");
  const Signed judged_on(body);
  return judged("split", items,
                change(door, judged_on.generation, [&](Workbench& bench, Done& done) {
                  hold_to_seen(bench, items, judged_on);
                  done.notes = notes_on_new_names(*bench.shared_contents(), fields);
                  done.changed = bench.split(items, fields, words, judged_on.by);
                  done.made = made_since(bench, done.before);
                }));
}

Reply post_merge_parties(Door& door, const Request& request) {
  const Body body(request);
  const Items names = body.texts("parties"), items = party_items(names);
  const Signed judged_on(body);
  return judged("merged", items,
                change(door, judged_on.generation, [&](Workbench& bench, Done& done) {
                  hold_to_seen(bench, items, judged_on);
                  done.changed = bench.merge_parties(names, judged_on.by);
                }));
}

Reply post_split_party(Door& door, const Request& request) {
  const Body body(request);
  const Items party{body.text("party")}, names = body.texts("names"), items = party_items(party);
  const Signed judged_on(body);
  return judged("split", items,
                change(door, judged_on.generation, [&](Workbench& bench, Done& done) {
                  hold_to_seen(bench, items, judged_on);
                  done.changed = bench.split_party(party.front(), names, judged_on.by);
                  done.made = made_since(bench, done.before);
                }));
}

Reply get_learn(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const LearnReport found =
        snapshot.with_bench([](const Workbench& bench) { return bench.would_learn(); });
    return reply_json(with_log(report::learning_json(found, true), snapshot.number()));
  });
}

Reply post_learn(Door& door, const Request& request) {
  const Body body(request);
  const std::uint64_t seen = body.number("seen");
  LearnReport found;
  const Done done = change(door, body.text_or_empty("generation"), [&](Workbench& bench, Done&) {
    hold_to_log(bench, seen);
    found = bench.learn(false);
  });
  return reply_json(with_log(report::learning_json(found, false), done.after));
}

Reply post_undo(Door& door, const Request& request) {
  const Body body(request);
  const auto lines = body.numbers("entries");
  const Signed judged_on(body);
  const Done done = change(door, judged_on.generation, [&](Workbench& bench, Done& out) {
    hold_to_log(bench, judged_on.seen);
    hold_to_last(bench, lines, judged_on.by);
    out.changed = bench.undo(lines, judged_on.by);
  });
  return reply_json(JsonObject{}
                        .raw("undone", json_strings(done.changed))
                        .raw("entries", numbers_json(done.before, done.after))
                        .number("log", done.after)
                        .text());
}

}  // namespace entente::serve

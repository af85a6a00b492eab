// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "model/find.h"
#include "serve/answers.h"
#include "serve/listing.h"

namespace entente::serve {
namespace {

struct Load {
  std::size_t items = 0, suggested = 0, unsure = 0;
};
using Loads = std::map<DocumentId, Load>;

template <class Items>
void add_loads(const Items& items, Loads& loads) {
  for (const auto& item : items) {
    Load& load = loads[item.document];
    ++load.items;
    load.suggested += item.review.status == Status::suggested;
  }
}

Loads loads_of(const Case& contents) {
  Loads loads;
  add_loads(contents.statements, loads);
  add_loads(contents.positions, loads);
  add_loads(contents.meetings, loads);
  add_loads(contents.clauses, loads);
  add_loads(contents.levers, loads);
  for (const Statement& statement : contents.statements)
    loads[statement.document].unsure += is_unsure(statement);
  return loads;
}

std::string position_json(const Position& position, const Snapshot& snapshot) {
  return with_members(exchange::ItemWriter(snapshot.contents().documents)(position),
                      JsonObject{}
                          .put_or_null("speaker", snapshot.lookup().speaker_words(position))
                          .flag("unsure", snapshot.lookup().is_unsure(position)));
}

std::string statement_json(const Statement& statement, const Snapshot& snapshot) {
  return with_members(exchange::ItemWriter(snapshot.contents().documents)(statement),
                      JsonObject{}.flag("unsure", is_unsure(statement)));
}

// The latest day first, and what has none last.
bool newer(const Position* a, const Position* b) {
  const auto one = day_of(*a), other = day_of(*b);
  if (one.has_value() != other.has_value()) return one.has_value();
  if (one && *one != *other) return *other < *one;
  return one ? b->id < a->id : a->id < b->id;
}

template <class Item, class Write>
std::string of_document(const std::vector<Item>& items, DocumentId id, const Write& write) {
  std::vector<std::string> out;
  for (const Item& item : items)
    if (item.document == id) out.push_back(write(item));
  return json_array(out);
}

std::string document_json(Door& door, const Snapshot& snapshot, DocumentId id) {
  const Case& contents = snapshot.contents();
  const DocumentCard* card = find_item(contents.documents, id);
  if (!card)
    throw Failed(
        {FailureKind::missing, "The case has no " + id.text(), "Take an id that a listing shows"});
  Document document = door.watch.document(id);
  document.card = *card;
  const exchange::ItemWriter write(contents.documents);
  return JsonObject{}
      .raw("document", write(document))
      .raw("statements",
           of_document(contents.statements, id,
                       [&](const Statement& one) { return statement_json(one, snapshot); }))
      .raw("positions",
           of_document(contents.positions, id,
                       [&](const Position& one) { return position_json(one, snapshot); }))
      .raw("meetings", of_document(contents.meetings, id, write))
      .raw("clauses", of_document(contents.clauses, id, write))
      .raw("levers", of_document(contents.levers, id, write))
      .number("log", snapshot.number())
      .text();
}

}  // namespace

Reply get_documents(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Case& contents = snapshot.contents();
    const auto after = id_asked<DocumentId>(request, "after"),
               before = id_asked<DocumentId>(request, "before");
    const bool open = !word_asked(request, "suggested", {"1"}).empty(),
               unsure = !word_asked(request, "unsure", {"1"}).empty();
    const Letters letters(request.text("q"));
    Loads loads = loads_of(contents);
    auto found = chosen(contents.documents, [&](const DocumentCard& card) {
      return (!after || *after < card.id) && (!before || card.id < *before) &&
             (!open || loads[card.id].suggested > 0) && (!unsure || loads[card.id].unsure > 0) &&
             letters.in(card.title, card.name, card.outlet);
    });
    if (before) std::reverse(found.begin(), found.end());
    const exchange::ItemWriter write(contents.documents);
    const auto card_json = [&](const DocumentCard& card) {
      const Load load = loads[card.id];
      return with_members(write(card), JsonObject{}
                                           .number("suggested", load.suggested)
                                           .number("items", load.items)
                                           .number("unsure", load.unsure));
    };
    return reply_json(
        list_json("documents", found, request, snapshot, card_json, [](auto&, const auto&) {}));
  });
}

Reply get_document(Door& door, const Request& request) {
  const auto id = DocumentId::parse(request.in_path);
  if (!id)
    throw Failed({FailureKind::missing, "'" + request.in_path + "' names no document",
                  "Documents are named as in d5"});
  return on_version(door, request, [&](const Snapshot& snapshot) {
    return reply_json(document_json(door, snapshot, *id));
  });
}

Reply get_statements(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Statement> filter(request);
    const auto person = id_asked<PersonId>(request, "person");
    const auto found = chosen(snapshot.contents().statements, [&](const Statement& one) {
      return filter.place(one) && filter.is(filter.party, one.party) &&
             (!person || one.person == *person) &&
             filter.letters.in(one.words, one.speaker, one.party);
    });
    return with_cards("statements", found, request, snapshot,
                      [&](const Statement& one) { return statement_json(one, snapshot); });
  });
}

Reply get_positions(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Position> filter(request);
    auto found = chosen(snapshot.contents().positions, [&](const Position& one) {
      return filter.place(one) && filter.is(filter.party, one.party) &&
             filter.is(filter.issue, one.issue) &&
             filter.letters.in(one.words, one.party, one.condition, one.reported_by);
    });
    if (word_asked(request, "order", {"id", "newest"}) == "newest")
      std::stable_sort(found.begin(), found.end(), newer);
    return with_cards("positions", found, request, snapshot,
                      [&](const Position& one) { return position_json(one, snapshot); });
  });
}

Reply get_meetings(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Meeting> filter(request);
    const auto found =
        chosen(snapshot.contents().meetings, [&](const Meeting& one) { return filter.place(one); });
    return with_cards("meetings", found, request, snapshot,
                      exchange::ItemWriter(snapshot.contents().documents));
  });
}

Reply get_clauses(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Clause> filter(request);
    const auto found = chosen(snapshot.contents().clauses, [&](const Clause& one) {
      return filter.place(one) && filter.is(filter.issue, one.issue);
    });
    return with_cards("clauses", found, request, snapshot,
                      exchange::ItemWriter(snapshot.contents().documents));
  });
}

Reply get_levers(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const Filter<Lever> filter(request);
    const auto found = chosen(snapshot.contents().levers, [&](const Lever& one) {
      return filter.place(one) &&
             (filter.is(filter.party, one.holder) || filter.is(filter.party, one.target)) &&
             filter.letters.in(one.words, one.holder, one.target, one.kind, one.condition);
    });
    return with_cards("levers", found, request, snapshot,
                      exchange::ItemWriter(snapshot.contents().documents));
  });
}

Reply get_log(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const std::string item = request.text("item"), who = request.text("who"),
                      verb = request.text("verb");
    const std::uint64_t after = number_asked(request, "after", 0, 0, std::uint64_t{1} << 53);
    auto found = chosen(snapshot.log(), [&](const LogEntry& line) {
      return line.number > after && (item.empty() || line.item == item) &&
             (who.empty() || line.who == who) && (verb.empty() || line.verb == verb);
    });
    if (word_asked(request, "order", {"oldest", "newest"}) == "newest")
      std::reverse(found.begin(), found.end());
    return reply_json(list_json("entries", found, request, snapshot,
                                exchange::ItemWriter(snapshot.contents().documents),
                                [](auto&, const auto&) {}));
  });
}

}  // namespace entente::serve

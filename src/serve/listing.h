// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/json_text.h"
#include "exchange/json.h"
#include "model/find.h"
#include "serve/asked.h"
#include "serve/version.h"

// What the lists of a case have in common: who is asked for, and which part is told.
namespace entente::serve {

template <class Item>
using Chosen = std::vector<const Item*>;

template <class Item, class Wanted>
Chosen<Item> chosen(const std::vector<Item>& items, const Wanted& wanted) {
  Chosen<Item> out;
  for (const Item& item : items)
    if (wanted(item)) out.push_back(&item);
  return out;
}

// What many lists can be asked for.
template <class Item>
struct Filter {
  explicit Filter(const Request& request)
      : party(request.text("party")),
        issue(request.text("issue")),
        document(id_asked<DocumentId>(request, "document")),
        status(word_asked<Status>(request, "status")),
        letters(request.text("q")) {}

  bool place(const Item& item) const {
    return (!document || item.document == *document) && state(item);
  }
  bool state(const Item& item) const { return !status || item.review.status == *status; }
  static bool is(const std::string& asked, const std::string& value) {
    return asked.empty() || asked == value;
  }

  std::string party, issue;
  std::optional<DocumentId> document;
  std::optional<Status> status;
  Letters letters;
};

// {"<name>": [...], "from": 0, "total": 12, "log": 9}, with what `more` adds.
template <class Item, class Write, class More>
std::string list_json(const std::string& name, const Chosen<Item>& all, const Request& request,
                      const Snapshot& snapshot, const Write& write, const More& more) {
  const Window window = Window::asked(request);
  const Chosen<Item> shown = window.of(all);
  std::vector<std::string> written;
  for (const Item* item : shown) written.push_back(write(*item));
  JsonObject out;
  out.raw(name, json_array(written)).number("from", window.from).number("total", all.size());
  more(out, shown);
  return out.number("log", snapshot.number()).text();
}

// The cards of the documents that the items stand in.
template <class Item>
std::string cards_json(const Chosen<Item>& items, const Snapshot& snapshot) {
  std::set<DocumentId> ids;
  for (const Item* item : items) ids.insert(item->document);
  const exchange::ItemWriter write(snapshot.contents().documents);
  std::vector<std::string> cards;
  for (DocumentId id : ids)
    if (const DocumentCard* card = find_item(snapshot.contents().documents, id))
      cards.push_back(write(*card));
  return json_array(cards);
}

template <class Item, class Write>
Reply with_cards(const std::string& name, const Chosen<Item>& all, const Request& request,
                 const Snapshot& snapshot, const Write& write) {
  return reply_json(list_json(name, all, request, snapshot, write,
                              [&](JsonObject& out, const Chosen<Item>& shown) {
                                out.raw("documents", cards_json(shown, snapshot));
                              }));
}

}  // namespace entente::serve

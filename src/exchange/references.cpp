// SPDX-License-Identifier: Apache-2.0
#include "exchange/references.h"

#include <fmt/format.h>

#include "base/failure.h"
#include "model/find.h"

namespace entente::exchange {
namespace {

// Holds the references between items, once all are read and in the order of their ids.
class References {
 public:
  References(const Case& all, const std::string& file) : all_(all), file_(file) {}

  void hold() const {
    for (const DocumentCard& card : all_.documents)
      hold_there(card, card.same_account_as, all_.documents, "same_account_as");
    for (const Person& person : all_.people)
      hold_there(person, person.same_as, all_.people, "same_as");
    for (const Statement& s : all_.statements) {
      hold_there(s, s.person, all_.people, "person");
      hold_there(s, s.continues, all_.statements, "continues");
      hold_there(s, s.within, all_.statements, "within");
    }
    for (const Position& position : all_.positions) hold_statement(position);
    for (const Lever& lever : all_.levers) hold_statement(lever);
    hold_no_circle(all_.people, "same_as", [](const Person& p) { return p.same_as; });
    hold_no_circle(all_.statements, "continues", [](const Statement& s) { return s.continues; });
    hold_no_circle(all_.statements, "within", [](const Statement& s) { return s.within; });
  }

 private:
  template <class Item, class Any>
  [[noreturn]] void wrong(const Item& item, const char* key, const Any& id, const char* why) const {
    refuse(file_, item.id.text() + "." + key, fmt::format("{} {}", id.text(), why));
  }

  template <class Item, class Any, class Others>
  void hold_there(const Item& item, const std::optional<Any>& id, const Others& others,
                  const char* key) const {
    if (id && !find_item(others, *id)) wrong(item, key, *id, "is not in the file");
  }

  template <class Item>
  void hold_statement(const Item& item) const {
    hold_there(item, item.statement, all_.statements, "statement");
    if (item.statement && find_item(all_.statements, *item.statement)->document != item.document)
      wrong(item, "statement", *item.statement, "stands in another document");
  }

  // Whoever follows such references must come to an end.
  template <class Item, class Next>
  void hold_no_circle(const std::vector<Item>& items, const char* key, Next next) const {
    std::vector<std::size_t> seen_from(items.size(), items.size());
    for (std::size_t start = 0; start < items.size(); ++start) {
      const Item* at = &items[start];
      while (at && seen_from[place_of(items, at)] == items.size()) {
        seen_from[place_of(items, at)] = start;
        const auto id = next(*at);
        at = id ? find_item(items, *id) : nullptr;
      }
      if (at && seen_from[place_of(items, at)] == start)
        wrong(*at, key, at->id, "comes back to itself");
    }
  }

  template <class Item>
  static std::size_t place_of(const std::vector<Item>& items, const Item* item) {
    return static_cast<std::size_t>(item - items.data());
  }

  const Case& all_;
  const std::string& file_;
};

}  // namespace

void refuse(const std::string& file, std::string_view place, std::string_view why) {
  throw Failed({FailureKind::bad_input,
                fmt::format("{}: {}{}{}", file, place, place.empty() ? "" : ": ", why),
                "Correct this entry, or export the case again"});
}

void hold_references(const Case& contents, const std::string& file) {
  References{contents, file}.hold();
}

}  // namespace entente::exchange

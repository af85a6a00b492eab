// SPDX-License-Identifier: Apache-2.0
#include "exchange/provenance.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"
#include "exchange/references.h"
#include "model/find.h"
#include "text/characters.h"

namespace entente::exchange {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Every run of white space as one blank.
std::string in_one_line(std::string_view text) {
  std::string out;
  for (char c : text)
    if (!is_white(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

// What the log says was done to each item.
class Deeds {
 public:
  explicit Deeds(const std::vector<LogEntry>& log) {
    for (const LogEntry& entry : log) {
      by_item_[entry.item].push_back(&entry);
      const auto after = nlohmann::json::parse(entry.after, nullptr, false);
      if (!after.is_object()) continue;
      for (const auto& [field, value] : after.items()) changed_.emplace(entry.item, field);
    }
  }

  bool changed(const std::string& item, const std::string& field) const {
    return changed_.contains({item, field});
  }

  bool did(const std::string& item, const Review& review) const {
    const auto found = by_item_.find(item);
    return found != by_item_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const LogEntry* entry) {
             return entry->who == review.by && leads_to(entry->verb, review.status, item);
           });
  }

 private:
  // Who rejects that two people are one has confirmed the person.
  static bool leads_to(std::string_view verb, Status status, const std::string& item) {
    if (status == Status::rejected) return verb == "reject" || verb == "merge" || verb == "learn";
    return verb == "confirm" || verb == "edit" || verb == "split" || verb == "merge" ||
           (verb == "reject" && PersonId::parse(item).has_value());
  }

  std::map<std::string, std::vector<const LogEntry*>> by_item_;
  std::set<std::pair<std::string, std::string>> changed_;  // item, field
};

class Provenance {
 public:
  Provenance(const Whole& whole, const std::string& file)
      : contents_(whole.contents), file_(file), deeds_(whole.log) {
    for (const Document& document : whole.documents)
      texts_[document.card.id] = in_one_line(to_utf8(document.text));
  }

  void hold() const {
    for (const Position& position : contents_.positions)
      hold_words(position, "condition", position.condition, in_one_line(position.words));
    for (const Lever& lever : contents_.levers) {
      hold_words(lever, "condition", lever.condition, text_of(lever));
      hold_words(lever, "deadline_words", lever.deadline_words, text_of(lever));
    }
    for (const Meeting& meeting : contents_.meetings) {
      hold_words(meeting, "place", meeting.place, text_of(meeting));
      hold_words(meeting, "when_words", meeting.when_words, text_of(meeting));
    }
    for (const Statement& statement : contents_.statements) hold_speaker(statement);
    hold_reviews(contents_.people);
    hold_reviews(contents_.statements);
    hold_reviews(contents_.positions);
    hold_reviews(contents_.meetings);
    hold_reviews(contents_.clauses);
    hold_reviews(contents_.levers);
  }

 private:
  template <class Item>
  const std::string& text_of(const Item& item) const {
    return texts_.at(item.document);
  }

  template <class Item>
  [[noreturn]] void wrong(const Item& item, const char* field, const std::string& why) const {
    refuse(file_, item.id.text() + "." + field, why);
  }

  template <class Item>
  void hold_words(const Item& item, const char* field, const std::string& words,
                  const std::string& text) const {
    if (text.find(in_one_line(words)) == text.npos && !deeds_.changed(item.id.text(), field))
      wrong(item, field,
            fmt::format("\"{}\" does not stand in the text, and the log has no edit of it", words));
  }

  void hold_speaker(const Statement& statement) const {
    if (statement.speaker.empty() || statement.speaker == statement.party || is_named(statement) ||
        has_word_of(text_of(statement), statement.speaker) ||
        has_word_of(in_small_letters(text_of(statement)), in_small_letters(statement.speaker)) ||
        deeds_.changed(statement.id.text(), "speaker"))
      return;
    wrong(statement, "speaker",
          fmt::format("nobody is called \"{}\" in the text, and the log has no edit of it",
                      statement.speaker));
  }

  // The linked person, or one whom he was found to be, has the speaker's name.
  bool is_named(const Statement& statement) const {
    auto id = statement.person;
    for (std::size_t steps = 0; id && steps <= contents_.people.size(); ++steps) {
      const Person* person = find_item(contents_.people, *id);
      if (!person) return false;
      const auto& aliases = person->aliases;
      if (person->name == statement.speaker ||
          std::find(aliases.begin(), aliases.end(), statement.speaker) != aliases.end())
        return true;
      id = person->same_as;
    }
    return false;
  }

  // A text may print in capitals whoever speaks.
  static std::string in_small_letters(const std::string& utf8) {
    std::u32string out = from_utf8(utf8);
    std::transform(out.begin(), out.end(), out.begin(), text::lower);
    return to_utf8(out);
  }

  static bool has_word_of(const std::string& text, const std::string& name) {
    constexpr std::size_t least = 4;
    if (text.find(in_one_line(name)) != text.npos) return true;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      if (end - at >= least && text.find(name.substr(at, end - at)) != text.npos) return true;
      at = end + 1;
    }
    return false;
  }

  template <class Item>
  void hold_reviews(const std::vector<Item>& items) const {
    for (const Item& item : items)
      if (item.review.status != Status::suggested && !deeds_.did(item.id.text(), item.review))
        wrong(item, "review",
              fmt::format("{} by \"{}\", of which the log knows nothing",
                          word_of(item.review.status), item.review.by));
  }

  const Case& contents_;
  const std::string& file_;
  Deeds deeds_;
  std::map<DocumentId, std::string> texts_;
};

}  // namespace

void hold_provenance(const Whole& whole, const std::string& file) {
  Provenance{whole, file}.hold();
}

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#include "workbench/restore.h"

#include <fmt/format.h>

#include <vector>

#include "base/failure.h"
#include "workbench/places.h"

namespace entente {
namespace {

using Values = std::map<std::string, std::string>;

// One item's fields, each put back where it is named.
class Restoring {
 public:
  Restoring(std::string item, const Values& values) : item_(std::move(item)), values_(values) {}

  template <class Set>
  Restoring& field(const char* name, const Set& set) {
    if (const auto found = values_.find(name); found != values_.end()) {
      if (!set(found->second)) refuse(name, found->second);
      ++known_;
    }
    return *this;
  }
  Restoring& text(const char* name, std::string& place) {
    return field(name, [&](const std::string& value) { return place = value, true; });
  }
  template <class Enum>
  Restoring& word(const char* name, Enum& place) {
    return field(name, [&](const std::string& value) {
      const auto found = from_word<Enum>(value);
      if (found) place = *found;
      return found.has_value();
    });
  }
  template <class Any>
  Restoring& id(const char* name, std::optional<Any>& place) {
    return field(name, [&](const std::string& value) {
      place = Any::parse(value);
      return place || value.empty();
    });
  }
  Restoring& day(const char* name, std::optional<Date>& place) {
    return field(name, [&](const std::string& value) {
      place = parse_date(value);
      return place || value.empty();
    });
  }
  Restoring& list(const char* name, std::vector<std::string>& place) {
    return field(name, [&](const std::string& value) { return place = parts(value), true; });
  }
  Restoring& places(const char* name, std::vector<Span>& place) {
    return field(name, [&](const std::string& value) {
      const auto found = places_in(value);
      if (found) place = *found;
      return found.has_value();
    });
  }
  Restoring& option(std::optional<OptionRange>& place) {
    return field("option", [&](const std::string& value) {
      const auto dots = value.find("..");
      if (value.empty())
        place.reset();
      else if (dots == value.npos)
        place = {value, value};
      else
        place = {value.substr(0, dots), value.substr(dots + 2)};
      return true;
    });
  }
  Restoring& review(Review& place) { return word("review", place.status).text("by", place.by); }
  void done() const {
    if (known_ == values_.size()) return;
    throw Failed({FailureKind::damaged,
                  fmt::format("The log tells of a field that {} does not have", item_),
                  "Edit the item instead"});
  }

 private:
  [[noreturn]] void refuse(const char* name, const std::string& value) const {
    throw Failed(
        {FailureKind::damaged,
         fmt::format("The log says that {} of {} was '{}', which it cannot be", name, item_, value),
         "Edit the item instead"});
  }
  static std::vector<std::string> parts(const std::string& value) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t comma = std::min(value.find(", ", at), value.size());
      out.push_back(value.substr(at, comma - at));
      at = comma + 2;
    }
    return out;
  }

  std::string item_;
  const Values& values_;
  std::size_t known_ = 0;
};

}  // namespace

void restore_fields(DocumentCard& document, const Values& fields) {
  Restoring(document.id.text(), fields)
      .text("title", document.title)
      .text("outlet", document.outlet)
      .day("date", document.date)
      .text("language", document.language)
      .done();
}

void restore_fields(Statement& statement, const Values& fields) {
  Restoring(statement.id.text(), fields)
      .places("content", statement.content)
      .text("speaker", statement.speaker)
      .text("party", statement.party)
      .id("person", statement.person)
      .id("continues", statement.continues)
      .word("polarity", statement.polarity)
      .review(statement.review)
      .done();
}

void restore_fields(Position& position, const Values& fields) {
  std::vector<Span> evidence{position.evidence};
  Restoring(position.id.text(), fields)
      .places("evidence", evidence)
      .text("party", position.party)
      .text("issue", position.issue)
      .word("stance", position.stance)
      .word("firmness", position.firmness)
      .option(position.option)
      .text("condition", position.condition)
      .word("shift", position.shift)
      .day("said", position.said)
      .day("printed", position.printed)
      .text("reported_by", position.reported_by)
      .id("statement", position.statement)
      .review(position.review)
      .done();
  position.evidence = evidence.front();
}

void restore_fields(Meeting& meeting, const Values& fields) {
  Restoring(meeting.id.text(), fields)
      .list("parties", meeting.parties)
      .list("people", meeting.people)
      .text("place", meeting.place)
      .text("when_words", meeting.when_words)
      .day("when", meeting.when)
      .word("status", meeting.status)
      .review(meeting.review)
      .done();
}

void restore_fields(Person& person, const Values& fields) {
  Restoring(person.id.text(), fields)
      .text("name", person.name)
      .text("role", person.role)
      .field("roles",
             [&](const std::string& value) {
               const auto found = parse_roles(value);
               if (found) person.roles = *found;
               return found.has_value();
             })
      .text("party", person.party)
      .field("party_guessed",
             [&](const std::string& value) {
               person.party_guessed = value == "yes";
               return value == "yes" || value == "no";
             })
      .id("same_as", person.same_as)
      .review(person.review)
      .done();
}

void restore_fields(Clause& clause, const Values& fields) {
  Restoring(clause.id.text(), fields)
      .text("draft", clause.draft)
      .text("number", clause.number)
      .text("issue", clause.issue)
      .option(clause.option)
      .review(clause.review)
      .done();
}

void restore_fields(Lever& lever, const Values& fields) {
  Restoring(lever.id.text(), fields)
      .text("holder", lever.holder)
      .text("kind", lever.kind)
      .word("use", lever.use)
      .text("target", lever.target)
      .text("condition", lever.condition)
      .text("deadline_words", lever.deadline_words)
      .day("deadline", lever.deadline)
      .day("printed", lever.printed)
      .review(lever.review)
      .done();
}

}  // namespace entente

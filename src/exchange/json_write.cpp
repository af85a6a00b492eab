// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "base/json_list.h"
#include "base/json_text.h"
#include "base/utf8.h"
#include "exchange/json.h"
#include "model/find.h"
#include "model/quote.h"

namespace entente::exchange {
namespace {

std::string span_json(Span span) { return fmt::format("[{}, {}]", span.begin, span.end); }

std::string spans_json(const std::vector<Span>& spans) { return json_list(spans, span_json); }

template <class Any>
std::string id_or_null(const std::optional<Any>& id) {
  return id ? json_string(id->text()) : "null";
}

std::string hundredths_or_null(const std::optional<unsigned>& value) {
  return value ? fmt::format("{}.{:02}", *value / 100, *value % 100) : "null";
}

std::string date_or_null(const std::optional<Date>& date) {
  return date ? json_string(to_string(*date)) : "null";
}

std::string option_json(const std::optional<OptionRange>& option) {
  return option ? json_strings({option->low, option->high}) : "null";
}

std::string review_json(const Review& review) {
  return JsonObject{}.put("status", word_of(review.status)).put("by", review.by).text();
}

// Where items were found. They name their document as people do, by its file.
class Places {
 public:
  // Without `texts`: only the names are known.
  explicit Places(const std::vector<DocumentCard>& cards,
                  const std::vector<Document>* texts = nullptr)
      : cards_(cards) {
    if (!texts) return;
    for (const Document& document : *texts) texts_.emplace(document.card.id, &document.text);
  }
  std::string of(DocumentId id) const {
    const DocumentCard* card = find_item(cards_, id);
    return card ? card->name : "";
  }
  const std::u32string* text(DocumentId id) const {
    const auto found = texts_.find(id);
    return found == texts_.end() ? nullptr : found->second;
  }

 private:
  const std::vector<DocumentCard>& cards_;
  std::map<DocumentId, const std::u32string*> texts_;
};

JsonObject card_object(const DocumentCard& card) {
  return JsonObject{}
      .put("id", card.id.text())
      .put("name", card.name)
      .put("title", card.title)
      .put("outlet", card.outlet)
      .put("language", card.language)
      .raw("date", date_or_null(card.date))
      .put("sha256", card.sha256)
      .put("file_sha256", card.file_sha256)
      .number("size", card.size)
      .raw("same_account_as", id_or_null(card.same_account_as));
}

std::string document_json(const Document& document) {
  return card_object(document.card)
      .raw("noise",
           json_list(document.noise, [](const Noise& noise) { return span_json(noise.span); }))
      .raw("noise_kinds",
           json_list(document.noise,
                     [](const Noise& noise) { return json_string(word_of(noise.kind)); }))
      .raw("headings", spans_json(document.headings))
      .put("text", to_utf8(document.text))
      .text();
}

std::string loaded_json(const Loaded& loaded) {
  return JsonObject{}
      .raw("span", span_json(loaded.span))
      .put("colour", word_of(loaded.colour))
      .text();
}

std::string statement_json(const Statement& statement, const Places& places) {
  JsonObject out = JsonObject{}
                       .put("id", statement.id.text())
                       .put("doc", places.of(statement.document))
                       .raw("content", spans_json(statement.content))
                       .raw("source", spans_json(statement.source))
                       .raw("cue", spans_json(statement.cue));
  if (const std::u32string* text = places.text(statement.document))
    out.put("source_words", words_at(*text, statement.source))
        .put("cue_words", words_at(*text, statement.cue));
  return out.put("speech", word_of(statement.speech))
      .put("polarity", word_of(statement.polarity))
      .put("words", statement.words)
      .put_or_null("speaker", statement.speaker)
      .put_or_null("party", statement.party)
      .raw("person", id_or_null(statement.person))
      .raw("continues", id_or_null(statement.continues))
      .raw("within", id_or_null(statement.within))
      .raw("loaded", json_list(statement.loaded, loaded_json))
      .raw("confidence", hundredths_or_null(statement.confidence))
      .raw("review", review_json(statement.review))
      .text();
}

std::string position_json(const Position& position, const Places& places) {
  return JsonObject{}
      .put("id", position.id.text())
      .put("doc", places.of(position.document))
      .raw("statement", id_or_null(position.statement))
      .put("party", position.party)
      .put("issue", position.issue)
      .put("stance", word_of(position.stance))
      .put("firmness", word_of(position.firmness))
      .raw("option", option_json(position.option))
      .put("condition", position.condition)
      .put("shift", word_of(position.shift))
      .raw("evidence", span_json(position.evidence))
      .put("words", position.words)
      .put("reported_by", position.reported_by)
      .raw("said", date_or_null(position.said))
      .raw("printed", date_or_null(position.printed))
      .raw("review", review_json(position.review))
      .text();
}

std::string meeting_json(const Meeting& meeting, const Places& places) {
  return JsonObject{}
      .put("id", meeting.id.text())
      .put("doc", places.of(meeting.document))
      .raw("parties", json_strings(meeting.parties))
      .raw("people", json_strings(meeting.people))
      .put_or_null("place", meeting.place)
      .put("when_words", meeting.when_words)
      .raw("when", date_or_null(meeting.when))
      .put("status", word_of(meeting.status))
      .raw("evidence", span_json(meeting.evidence))
      .put("words", meeting.words)
      .raw("review", review_json(meeting.review))
      .text();
}

std::string clause_json(const Clause& clause, const Places& places) {
  return JsonObject{}
      .put("id", clause.id.text())
      .put("doc", places.of(clause.document))
      .put("draft", clause.draft)
      .put("number", clause.number)
      .put_or_null("issue", clause.issue)
      .raw("option", option_json(clause.option))
      .raw("evidence", span_json(clause.evidence))
      .put("words", clause.words)
      .raw("review", review_json(clause.review))
      .text();
}

std::string lever_json(const Lever& lever, const Places& places) {
  return JsonObject{}
      .put("id", lever.id.text())
      .put("doc", places.of(lever.document))
      .raw("statement", id_or_null(lever.statement))
      .put("holder", lever.holder)
      .put("kind", lever.kind)
      .put("use", word_of(lever.use))
      .put_or_null("target", lever.target)
      .put("condition", lever.condition)
      .put("deadline_words", lever.deadline_words)
      .raw("deadline", date_or_null(lever.deadline))
      .raw("evidence", span_json(lever.evidence))
      .put("words", lever.words)
      .put("reported_by", lever.reported_by)
      .raw("printed", date_or_null(lever.printed))
      .raw("review", review_json(lever.review))
      .text();
}

std::string person_json(const Person& person, const Places& places) {
  const auto evidence_json = [&](const Evidence& evidence) {
    return JsonObject{}
        .put("doc", places.of(evidence.document))
        .raw("span", span_json(evidence.span))
        .text();
  };
  const auto role_json = [](const Role& role) {
    return JsonObject{}
        .put("role", role.name)
        .put_or_null("from", role.from ? to_string(*role.from) : "")
        .put_or_null("until", role.until ? to_string(*role.until) : "")
        .text();
  };
  return JsonObject{}
      .put("id", person.id.text())
      .put("name", person.name)
      .raw("aliases", json_strings(person.aliases))
      .put("role", person.role)
      .raw("roles", json_list(person.roles, role_json))
      .put_or_null("party", person.party)
      .flag("party_guessed", person.party_guessed)
      .raw("same_as", id_or_null(person.same_as))
      .raw("evidence", json_list(person.evidence, evidence_json))
      .raw("review", review_json(person.review))
      .text();
}

std::string log_json(const LogEntry& entry) {
  return JsonObject{}
      .number("number", entry.number)
      .put("at", entry.at)
      .put("who", entry.who)
      .put("verb", entry.verb)
      .put("item", entry.item)
      .put("before", entry.before)
      .put("after", entry.after)
      .put("why", entry.why)
      .text();
}

std::string party_json(const Party& party) {
  return JsonObject{}
      .put("name", party.name)
      .put("kind", word_of(party.kind))
      .put("consent", word_of(party.consent))
      .raw("aliases", json_strings(party.aliases))
      .raw("demonyms", json_strings(party.demonyms))
      .raw("seats", json_strings(party.seats))
      .text();
}

std::string issue_json(const Issue& issue) {
  const auto choice_json = [](const Option& option) {
    return JsonObject{}
        .put("id", option.id)
        .put("label", option.label)
        .raw("cues", json_strings(option.cues))
        .text();
  };
  return JsonObject{}
      .put("id", issue.id)
      .put("label", issue.label)
      .put("kind", word_of(issue.kind))
      .put("description", issue.description)
      .raw("cues", json_strings(issue.cues))
      .raw("except", json_strings(issue.except))
      .flag("ordered", issue.ordered)
      .raw("options", json_list(issue.options, choice_json))
      .text();
}

// "key": [ one item a line ], so that two exports can be compared line by line.
template <class Items, class Write>
std::string lines(std::string_view key, const Items& items, Write write) {
  std::string out = fmt::format("\"{}\": [", key);
  std::string_view comma = "";
  for (const auto& item : items) {
    (out += comma) += "\n  ";
    out += write(item);
    comma = ",";
  }
  return out += items.empty() ? "]" : "\n]";
}

std::string part_lines(const Case& contents, const std::vector<LogEntry>& log, Part part,
                       const Places& places) {
  const auto items = [&]<class Item>(std::string_view key, const std::vector<Item>& list,
                                     std::string (*write)(const Item&, const Places&)) {
    return lines(key, list, [&](const Item& item) { return write(item, places); });
  };
  switch (part) {
    case Part::documents:
      return lines("documents", contents.documents,
                   [](const DocumentCard& card) { return card_object(card).text(); });
    case Part::statements:
      return items("statements", contents.statements, statement_json);
    case Part::people:
      return items("people", contents.people, person_json);
    case Part::positions:
      return items("positions", contents.positions, position_json);
    case Part::meetings:
      return items("meetings", contents.meetings, meeting_json);
    case Part::clauses:
      return items("clauses", contents.clauses, clause_json);
    case Part::levers:
      return items("levers", contents.levers, lever_json);
    case Part::log:
      break;
  }
  return lines("log", log, log_json);
}

template <class Item>
std::string with_document(const Item& item, const std::string& json) {
  return "{\"document\": " + json_string(item.document.text()) + ", " + json.substr(1);
}

}  // namespace

std::string write_json(const Codebook& codebook) {
  return JsonObject{}
      .put("name", codebook.name)
      .raw("issues", json_list(codebook.issues, issue_json))
      .raw("parties", json_list(codebook.parties, party_json))
      .text();
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

std::string ItemWriter::operator()(const DocumentCard& card) const {
  return card_object(card).text();
}
std::string ItemWriter::operator()(const Document& document) const {
  return document_json(document);
}
std::string ItemWriter::operator()(const Statement& statement) const {
  return with_document(statement, statement_json(statement, Places{documents_}));
}
std::string ItemWriter::operator()(const Position& position) const {
  return with_document(position, position_json(position, Places{documents_}));
}
std::string ItemWriter::operator()(const Meeting& meeting) const {
  return with_document(meeting, meeting_json(meeting, Places{documents_}));
}
std::string ItemWriter::operator()(const Clause& clause) const {
  return with_document(clause, clause_json(clause, Places{documents_}));
}
std::string ItemWriter::operator()(const Lever& lever) const {
  return with_document(lever, lever_json(lever, Places{documents_}));
}
std::string ItemWriter::operator()(const Person& person) const {
  return person_json(person, Places{documents_});
}
std::string ItemWriter::operator()(const LogEntry& entry) const { return log_json(entry); }

std::string write_json(const Whole& whole) {
  std::string out = fmt::format(
      "{{\n\"format\": \"entente-case\",\n\"version\": {},\n\"program\": {},\n\"codebook\": {},\n",
      json_version, json_string(whole.program), write_json(whole.contents.codebook));
  out += lines("documents", whole.documents, document_json);
  const Places places{whole.contents.documents, &whole.documents};
  for (Part part : {Part::people, Part::statements, Part::positions, Part::meetings, Part::clauses,
                    Part::levers, Part::log})
    (out += ",\n") += part_lines(whole.contents, whole.log, part, places);
  return out += "\n}\n";
}

std::string write_json(const Case& contents, const std::vector<LogEntry>& log, Part part) {
  return "{" + part_lines(contents, log, part, Places{contents.documents}) + "}\n";
}

}  // namespace entente::exchange

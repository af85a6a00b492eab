// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json_text.h"
#include "report/cited.h"
#include "report/ledger.h"

namespace entente::report {
namespace {

template <class Items, class Write>
std::string listed_json(const Items& items, Write write) {
  std::vector<std::string> written;
  for (const auto& item : items) written.push_back(write(item));
  return written.empty() ? "[]" : fmt::format("[\n  {}\n]", fmt::join(written, ",\n  "));
}

std::string date_json(const std::optional<Date>& date) {
  return date ? json_string(to_string(*date)) : "null";
}

std::string cited_or_null(const Lookup& lookup, const std::optional<PositionId>& id) {
  return id ? cited_json(lookup, *id) : "null";
}

std::string fields_json(const std::map<std::string, std::string>& fields) {
  JsonObject out;
  for (const auto& [name, value] : fields) out.put(name, value);
  return out.text();
}

std::string recoding_json(const std::optional<Recoded>& one) {
  if (!one) return "null";
  return JsonObject{}
      .number("log", one->number)
      .put("at", one->at)
      .put("who", one->who)
      .put("verb", one->verb)
      .put("why", one->why)
      .put("position", one->position.text())
      .raw("before", fields_json(one->before))
      .raw("after", fields_json(one->after))
      .text();
}

std::string change_json(const Lookup& lookup, const CellChange& change) {
  const Position* to = change.to ? lookup.position(*change.to) : nullptr;
  return JsonObject{}
      .put("party", change.party)
      .put("issue", change.issue)
      .put("cause", word_of(change.cause))
      .flag("between_texts", change.between_texts)
      .flag("in_text", change.in_text)
      .put("shift", word_of(to && change.in_text ? to->shift : Shift::none))
      .raw("day", date_json(change.day))
      .raw("from", cited_or_null(lookup, change.from))
      .raw("to", cited_or_null(lookup, change.to))
      .raw("recoding", recoding_json(change.recoding))
      .text();
}

std::string course_json(const Lookup& lookup, const IssueCourse& course) {
  const auto pair_json = [&](const CoursePair& pair) {
    return JsonObject{}
        .raw("one", cited_json(lookup, pair.one))
        .raw("other", cited_json(lookup, pair.other))
        .flag("nearer", pair.nearer)
        .number("before", pair.before)
        .number("after", pair.after)
        .text();
  };
  return JsonObject{}
      .put("issue", course.issue)
      .put("course", word_of(course.course))
      .raw("since", date_json(course.since))
      .raw("last_word", date_json(course.last_word))
      .flag("silent", course.silent)
      .raw("pairs", listed_json(course.pairs, pair_json))
      .raw("apart", json_strings(course.apart))
      .text();
}

std::string said_json(const Lookup& lookup, StatementId id) {
  const Statement* statement = lookup.statement(id);
  if (!statement) return "null";
  const DocumentCard* card = lookup.document(statement->document);
  return JsonObject{}
      .put("id", id.text())
      .put("doc", card ? card->name : "")
      .put_or_null("speaker", statement->speaker)
      .put_or_null("party", statement->party)
      .put("speech", word_of(statement->speech))
      .put("words", statement->words)
      .raw("content",
           listed_json(statement->content,
                       [](Span span) { return fmt::format("[{}, {}]", span.begin, span.end); }))
      .raw("date", date_json(card ? card->date : std::nullopt))
      .put("status", word_of(statement->review.status))
      .text();
}

std::string place_json(const Lookup& lookup, const std::optional<Evidence>& place) {
  if (!place) return "null";
  const DocumentCard* card = lookup.document(place->document);
  return JsonObject{}
      .put("doc", card ? card->name : "")
      .raw("evidence", fmt::format("[{}, {}]", place->span.begin, place->span.end))
      .text();
}

std::string retelling_json(const Lookup& lookup, const Retelling& one) {
  const auto line_json = [&](const AccountLine& line) {
    return JsonObject{}
        .put("agreement", word_of(line.agreement))
        .raw("left", place_json(lookup, line.left))
        .raw("right", place_json(lookup, line.right))
        .text();
  };
  return JsonObject{}
      .raw("left", said_json(lookup, one.left))
      .raw("right", said_json(lookup, one.right))
      .raw("lines", listed_json(one.lines, line_json))
      .text();
}

std::string colour_json(const ColourCount& one) {
  std::vector<std::string> ids;
  for (const StatementId id : one.statements) ids.push_back(id.text());
  return JsonObject{}
      .put_or_null("outlet", one.outlet)
      .put("colour", word_of(one.colour))
      .put_or_null("party", one.party)
      .number("count", one.count)
      .raw("statements", json_strings(ids))
      .text();
}

std::string event_json(const MeetingEvent& event) {
  std::vector<std::string> ids;
  for (const MeetingId id : event.told) ids.push_back(id.text());
  return JsonObject{}
      .raw("told", json_strings(ids))
      .raw("when", date_json(event.when))
      .put_or_null("place", event.place)
      .raw("parties", json_strings(event.parties))
      .raw("people", json_strings(event.people))
      .put("outcome", word_of(event.outcome))
      .text();
}

}  // namespace

std::string ledger_json(const Case& contents, const Ledger& ledger) {
  const Lookup lookup{contents};
  return JsonObject{}
             .raw("as_of", date_json(ledger.as_of))
             .raw("changes", listed_json(ledger.changes,
                                         [&](const CellChange& change) {
                                           return change_json(lookup, change);
                                         }))
             .raw("issues", listed_json(ledger.issues,
                                        [&](const IssueCourse& course) {
                                          return course_json(lookup, course);
                                        }))
             .text() +
         "\n";
}

std::string disputes_json(const Case& contents, const Disputes& found) {
  const Lookup lookup{contents};
  const auto within_json = [&](const Contradiction& c) {
    return JsonObject{}
        .put("party", c.party)
        .put("issue", c.issue)
        .raw("one", cited_json(lookup, c.one))
        .raw("other", cited_json(lookup, c.other))
        .text();
  };
  const auto variant_json = [&](const QuoteVariant& pair) {
    return JsonObject{}
        .raw("left", said_json(lookup, pair.left))
        .raw("right", said_json(lookup, pair.right))
        .text();
  };
  const auto departure_json = [&](const Departure& one) {
    return JsonObject{}
        .put("in", word_of(one.in))
        .raw("paraphrase", said_json(lookup, one.paraphrase))
        .raw("quote", said_json(lookup, one.quote))
        .text();
  };
  return JsonObject{}
             .raw("within_party", listed_json(found.within_party, within_json))
             .raw("quotations", listed_json(found.variants, variant_json))
             .raw("paraphrases", listed_json(found.departures, departure_json))
             .raw("utterances",
                  listed_json(found.retellings,
                              [&](const Retelling& one) { return retelling_json(lookup, one); }))
             .raw("coloured", listed_json(found.colours, colour_json))
             .text() +
         "\n";
}

std::string tracks_json(const Case&, const std::vector<MeetingTrack>& tracks) {
  const auto track_json = [](const MeetingTrack& track) {
    return JsonObject{}
        .raw("parties", json_strings(track.parties))
        .raw("events", listed_json(track.events, event_json))
        .text();
  };
  return JsonObject{}.raw("tracks", listed_json(tracks, track_json)).text() + "\n";
}

}  // namespace entente::report

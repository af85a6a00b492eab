// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"
#include "base/utf8.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "cli/selection.h"
#include "exchange/json.h"
#include "report/log_words.h"
#include "report/lookup.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::cli {
namespace {

using report::Lookup;
using report::paragraph;
using report::Screen;

template <class Item>
std::vector<Item> listed(const std::optional<Item>& item) {
  return item ? std::vector<Item>{*item} : std::vector<Item>{};
}

// Only what the trail holds, so that the listings' own JSON can write it.
Case case_of(const Trail& trail) {
  Case contents;
  contents.documents = trail.documents;
  contents.statements = listed(trail.statement);
  contents.positions = listed(trail.position);
  contents.meetings = listed(trail.meeting);
  contents.clauses = listed(trail.clause);
  contents.people = listed(trail.person);
  return contents;
}

// {"part": [...]} without its braces.
std::string members(const Case& contents, const std::vector<LogEntry>& log, exchange::Part part) {
  const std::string whole = exchange::write_json(contents, log, part);
  return whole.substr(1, whole.rfind('}') - 1);
}

std::string passage_json(const Passage& passage) {
  return JsonObject{}
      .put("document", passage.evidence.document.text())
      .raw("evidence",
           fmt::format("[{}, {}]", passage.evidence.span.begin, passage.evidence.span.end))
      .raw("sentences", fmt::format("[{}, {}]", passage.sentences.begin, passage.sentences.end))
      .put("before", passage.before)
      .put("text", passage.text)
      .put("after", passage.after)
      .text();
}

std::string trail_json(const std::string& item, const Trail& trail) {
  using exchange::Part;
  Case contents = case_of(trail);
  std::sort(contents.documents.begin(), contents.documents.end(),
            [](auto& a, auto& b) { return a.id < b.id; });
  std::vector<std::string> passages;
  for (const Passage& passage : trail.passages) passages.push_back(passage_json(passage));
  std::string out =
      fmt::format("{{\"item\": {}, \"unchanged\": {},\n", json_string(item), trail.unchanged);
  for (Part part : {Part::positions, Part::statements, Part::meetings, Part::clauses, Part::people,
                    Part::documents})
    out += members(contents, {}, part) + ",\n";
  return out + members({}, trail.history, Part::log) + ",\n\"passages\": " + json_array(passages) +
         "}\n";
}

std::string reviewed(const Review& review) {
  return fmt::format("{} by {}", word_of(review.status), review.by);
}

std::string or_unknown(const std::string& name) { return name.empty() ? "unknown" : name; }

std::string headline(const Position& position, const Lookup& lookup) {
  std::string out =
      fmt::format("{}: {} on {}: {}", position.id.text(), position.party,
                  lookup.issue_label(position.issue), report::spoken(word_of(position.stance)));
  const std::string option = lookup.option_words(position.issue, position.option);
  if (!option.empty()) out += ", " + option;
  if (position.firmness != Firmness::unstated)
    out += ", " + report::spoken(word_of(position.firmness));
  return position.condition.empty() ? out : out + ", on condition: " + position.condition;
}

std::string headline(const Statement& statement, const Lookup& lookup) {
  return fmt::format("{}: {} by {} ({}{}), {} speech{}", statement.id.text(),
                     statement.polarity == Polarity::rejected ? "denied or refused" : "said",
                     or_unknown(statement.speaker), or_unknown(statement.party),
                     lookup.party_is_guess(statement) ? ", a guess" : "", word_of(statement.speech),
                     statement.confidence
                         ? fmt::format(", confidence {:.2f}", *statement.confidence / 100.0)
                         : "");
}

std::string headline(const Meeting& meeting, const Lookup&) {
  std::string out = fmt::format("{}: meeting of {}, {}", meeting.id.text(),
                                fmt::join(meeting.parties, ", "), word_of(meeting.status));
  if (!meeting.place.empty()) out += ", in " + meeting.place;
  if (!meeting.when_words.empty()) out += ", " + meeting.when_words;
  return meeting.when ? fmt::format("{} ({})", out, to_string(*meeting.when)) : out;
}

std::string headline(const Clause& clause, const Lookup& lookup) {
  const std::string issue =
      clause.issue.empty() ? "no issue of the codebook" : lookup.issue_label(clause.issue);
  const std::string option = lookup.option_words(clause.issue, clause.option);
  return fmt::format("{}: {} of {}, {}{}", clause.id.text(),
                     clause.number.empty() ? "a clause" : clause.number, clause.draft, issue,
                     option.empty() ? "" : ": " + option);
}

std::string headline(const Person& person, const Lookup& lookup) {
  std::string out =
      fmt::format("{}: {}, {} ({}{})", person.id.text(), person.name,
                  person.role.empty() ? "no role stated" : person.role, or_unknown(person.party),
                  party_is_guess(person) ? ", a guess" : "");
  if (const Person* other = person.same_as ? lookup.person(*person.same_as) : nullptr)
    out += fmt::format(", the same as {} {}", other->id.text(), other->name);
  return out;
}

class TrailText {
 public:
  TrailText(const Trail& trail, const Case& contents, const Screen& screen)
      : trail_(trail), lookup_(contents), screen_(screen) {}

  std::string text() {
    if (trail_.position) say_item(*trail_.position);
    if (trail_.statement) say_item(*trail_.statement);
    if (trail_.meeting) say_item(*trail_.meeting);
    if (trail_.clause) say_item(*trail_.clause);
    if (trail_.person) say_item(*trail_.person);
    for (const DocumentCard& card : trail_.documents) say_document(card);
    out_ +=
        trail_.unchanged
            ? "\nThe texts match their checksums, and the words stand at their offsets.\n"
            : "\nThe text or the words were changed: this case was altered by another program.\n";
    for (const LogEntry& entry : trail_.history) say_change(entry);
    return std::move(out_);
  }

 private:
  template <class Item>
  void say_item(const Item& item) {
    say(fmt::format("{} [{}]", headline(item, lookup_), reviewed(item.review)));
  }

  void say_document(const DocumentCard& card) {
    std::string line = fmt::format("{} {}", card.id.text(), card.name);
    for (const std::string& more :
         {card.outlet, card.title, card.date ? to_string(*card.date) : std::string("no date")})
      if (!more.empty()) line += ", " + more;
    out_ += "\n";
    say(line);
    say("SHA-256 of the text " + card.sha256);
    for (const Passage& passage : trail_.passages)
      if (passage.evidence.document == card.id) say_passage(passage);
  }

  void say_passage(const Passage& passage) {
    out_ += fmt::format("\n  characters {} to {}\n", passage.evidence.span.begin,
                        passage.evidence.span.end);
    if (!passage.before.empty()) say(passage.before, "    ");
    say(marked(passage), "  > ");
    if (!passage.after.empty()) say(passage.after, "    ");
  }

  // The words in question between « and », where they are not the whole.
  static std::string marked(const Passage& passage) {
    if (passage.evidence.span == passage.sentences) return passage.text;
    const std::u32string text = from_utf8(passage.text);
    const std::size_t begin = passage.evidence.span.begin - passage.sentences.begin;
    const std::size_t end = passage.evidence.span.end - passage.sentences.begin;
    return to_utf8(text.substr(0, begin) + U"«" + text.substr(begin, end - begin) + U"»" +
                   text.substr(end));
  }

  void say_change(const LogEntry& entry) {
    std::string line = fmt::format("{} {} by {}", entry.at, entry.verb, entry.who);
    for (const std::string& more : {entry.why, report::change_words(entry)})
      if (!more.empty()) line += ": " + more;
    say(line);
  }

  void say(const std::string& text, const std::string& lead = "") {
    out_ += paragraph(lead + report::visible(text), screen_, 4);
  }

  const Trail& trail_;
  Lookup lookup_;
  Screen screen_;
  std::string out_;
};

std::string document_json(const Document& document) {
  return JsonObject{}
             .put("id", document.card.id.text())
             .put("name", document.card.name)
             .put("sha256", document.card.sha256)
             .put("text", to_utf8(document.text))
             .text() +
         "\n";
}

std::string document_text(const Document& document) {
  return to_utf8(report::visible_characters(document.text)) + "\n";
}

int show_document(const Workbench& bench, DocumentId id, const Request& request, Console& console) {
  const Document document = bench.document(id);
  console.print(request.json() ? document_json(document) : document_text(document));
  return 0;
}

}  // namespace

int run_show(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  const std::string item = request.operands[1];
  if (const auto id = DocumentId::parse(item)) return show_document(bench, *id, request, console);
  const Trail trail = bench.trail(item);
  if (request.json()) {
    console.print(trail_json(item, trail));
    return 0;
  }
  const Case contents = bench.contents();
  console.print(TrailText(trail, contents, console.screen()).text());
  return 0;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "base/sha256.h"
#include "base/utf8.h"
#include "exchange/json.h"
#include "exchange/json_node.h"
#include "exchange/provenance.h"
#include "exchange/references.h"
#include "model/quote.h"

namespace entente::exchange {
namespace {

using Node = JsonNode;

std::vector<std::string> strings(const Node& node) {
  std::vector<std::string> out;
  for (const Node& item : node.items()) out.push_back(item.text());
  return out;
}

template <class Enum>
Enum enum_of(const Node& node) {
  const auto value = from_word<Enum>(node.text());
  if (!value)
    node.wrong(fmt::format("\"{}\" is none of: {}", node.text(), fmt::join(words<Enum>, ", ")));
  return *value;
}

template <class Any>
Any id_of(const Node& node) {
  const auto id = Any::parse(node.text());
  if (!id) node.wrong(fmt::format("\"{}\" is not an id such as {}1", node.text(), Any::letter));
  return *id;
}

template <class Any>
std::optional<Any> optional_id(const Node& node) {
  return node.null() ? std::nullopt : std::optional{id_of<Any>(node)};
}

std::optional<Date> optional_date(const Node& node) {
  if (node.null()) return std::nullopt;
  const auto date = parse_date(node.text());
  if (!date) node.wrong(fmt::format("\"{}\" is not a date such as 2031-03-05", node.text()));
  return date;
}

std::optional<OptionRange> optional_range(const Node& node) {
  if (node.null()) return std::nullopt;
  const std::vector<std::string> ends = strings(node);
  if (ends.size() != 2) node.wrong("two options are expected here, from and to");
  return OptionRange{ends[0], ends[1]};
}

Review review_of(const Node& node) { return {enum_of<Status>(node["status"]), node["by"].text()}; }

Span span_of(const Node& node, const std::u32string& text) {
  const std::vector<Node> ends = node.items();
  if (ends.size() != 2) node.wrong("two offsets are expected here, [begin, end]");
  const Span span{ends[0].number(), ends[1].number()};
  if (span.empty()) node.wrong("the range is empty");
  if (span.end > text.size())
    node.wrong(fmt::format("offset {} is outside a text of {} characters", span.end, text.size()));
  return span;
}

std::vector<Span> spans_of(const Node& node, const std::u32string& text) {
  std::vector<Span> spans;
  for (const Node& item : node.items()) {
    const Span span = span_of(item, text);
    if (!spans.empty() && span.begin < spans.back().end)
      item.wrong("the ranges overlap or are not in order");
    spans.push_back(span);
  }
  return spans;
}

void hold_words(const Node& words_node, const std::vector<Span>& spans,
                const std::u32string& text) {
  if (words_node.text() != words_at(text, spans))
    words_node.wrong(fmt::format("the words differ from the text at {}-{}", spans.front().begin,
                                 spans.back().end));
}

// Exports of earlier versions do not have these words.
void hold_words_if_given(const Node& node, const char* key, const std::vector<Span>& spans,
                         const std::u32string& text) {
  if (!node.has(key)) return;
  if (!spans.empty())
    hold_words(node[key], spans, text);
  else if (!node[key].text().empty())
    node[key].wrong("words without a range");
}

Party party_of(const Node& node) {
  Party party;
  party.name = node["name"].text();
  party.kind = enum_of<PartyKind>(node["kind"]);
  party.consent = enum_of<Consent>(node["consent"]);
  party.aliases = strings(node["aliases"]);
  party.demonyms = strings(node["demonyms"]);
  party.seats = strings(node["seats"]);
  return party;
}

Option choice_of(const Node& node) {
  return {node["id"].text(), node["label"].text(), strings(node["cues"])};
}

// The items of a list, each read by `read`; no two may have the same key.
template <class Read, class Key>
auto list_of(const Node& node, Read read, Key key) {
  std::vector<decltype(read(node))> out;
  std::set<decltype(key(out.front()))> seen;
  for (const Node& item : node.items()) {
    out.push_back(read(item));
    if (!seen.insert(key(out.back())).second)
      item.wrong("the same id or name stands twice in this list");
  }
  return out;
}

Issue issue_of(const Node& node) {
  Issue issue;
  issue.id = node["id"].text();
  issue.label = node["label"].text();
  issue.kind = enum_of<IssueKind>(node["kind"]);
  issue.description = node["description"].text();
  issue.cues = strings(node["cues"]);
  issue.except = strings(node["except"]);
  issue.ordered = node["ordered"].flag();
  issue.options =
      list_of(node["options"], choice_of, [](const Option& option) { return option.id; });
  return issue;
}

Codebook codebook_of(const Node& node) {
  Codebook codebook;
  codebook.name = node["name"].text();
  codebook.issues = list_of(node["issues"], issue_of, [](const Issue& issue) { return issue.id; });
  codebook.parties =
      list_of(node["parties"], party_of, [](const Party& party) { return party.name; });
  return codebook;
}

void hold_checksum(const Node& node, const Document& document) {
  if (document.card.size != document.text.size())
    node["size"].wrong(fmt::format("the text has {} characters", document.text.size()));
  if (document.card.sha256 != sha256_hex(to_utf8(document.text)))
    node["sha256"].wrong("the checksum differs from the text's");
}

DocumentCard card_of(const Node& node) {
  DocumentCard card;
  card.id = id_of<DocumentId>(node["id"]);
  card.name = node["name"].text();
  card.title = node["title"].text();
  card.outlet = node["outlet"].text();
  card.language = node["language"].text();
  card.date = optional_date(node["date"]);
  card.sha256 = node["sha256"].text();
  card.file_sha256 = node["file_sha256"].text();
  card.size = node["size"].number();
  card.same_account_as = optional_id<DocumentId>(node["same_account_as"]);
  if (card.same_account_as && *card.same_account_as >= card.id)
    node["same_account_as"].wrong("a copy names the document that was added before it");
  return card;
}

std::vector<Noise> noise_of(const Node& node, const std::u32string& text) {
  const std::vector<Span> spans = spans_of(node["noise"], text);
  const std::vector<Node> kinds = node["noise_kinds"].items();
  if (kinds.size() != spans.size())
    node["noise_kinds"].wrong("one kind for each range of noise is expected here");
  std::vector<Noise> noise;
  for (std::size_t i = 0; i < spans.size(); ++i)
    noise.push_back({spans[i], enum_of<NoiseKind>(kinds[i])});
  return noise;
}

Document document_of(const Node& node) {
  Document document;
  document.card = card_of(node);
  document.text = from_utf8(node["text"].text());
  hold_checksum(node, document);
  document.noise = noise_of(node, document.text);
  document.headings = spans_of(node["headings"], document.text);
  return document;
}

// Exports of before have none.
std::optional<unsigned> confidence_of(const Node& node) {
  if (!node.has("confidence") || node["confidence"].null()) return std::nullopt;
  return static_cast<unsigned>(std::lround(100 * node["confidence"].share()));
}

// Reads the lists that name documents, issues and each other.
class Items {
 public:
  Items(const Codebook& codebook, const std::vector<Document>& documents) : codebook_(codebook) {
    for (const Document& document : documents) by_name_.emplace(document.card.name, &document);
  }

  Statement statement(const Node& node) const {
    const Document& document = document_at(node["doc"]);
    Statement s;
    s.id = id_of<StatementId>(node["id"]);
    s.document = document.card.id;
    s.content = spans_of(node["content"], document.text);
    if (s.content.empty()) node["content"].wrong("a statement without content");
    s.source = spans_of(node["source"], document.text);
    hold_words_if_given(node, "source_words", s.source, document.text);
    s.cue = spans_of(node["cue"], document.text);
    hold_words_if_given(node, "cue_words", s.cue, document.text);
    s.speech = enum_of<Speech>(node["speech"]);
    s.polarity = enum_of<Polarity>(node["polarity"]);
    hold_words(node["words"], s.content, document.text);
    s.words = node["words"].text();
    s.speaker = node["speaker"].text_or_empty();
    s.party = node["party"].text_or_empty();
    s.person = optional_id<PersonId>(node["person"]);
    s.continues = optional_id<StatementId>(node["continues"]);
    s.within = optional_id<StatementId>(node["within"]);
    if (node.has("loaded"))
      for (const Node& item : node["loaded"].items())
        s.loaded.push_back({span_of(item["span"], document.text), enum_of<Colour>(item["colour"])});
    s.confidence = confidence_of(node);
    s.review = review_of(node["review"]);
    return s;
  }

  Position position(const Node& node) const {
    Position p;
    p.id = id_of<PositionId>(node["id"]);
    read_evidence(node, p);
    p.statement = optional_id<StatementId>(node["statement"]);
    p.party = node["party"].text();
    p.issue = node["issue"].text();
    p.stance = enum_of<Stance>(node["stance"]);
    p.firmness = enum_of<Firmness>(node["firmness"]);
    p.option = optional_range(node["option"]);
    hold_issue(node, p.issue, p.option);
    p.condition = node["condition"].text();
    if (node.has("shift")) p.shift = enum_of<Shift>(node["shift"]);
    p.reported_by = node["reported_by"].text();
    p.said = optional_date(node["said"]);
    p.printed = optional_date(node["printed"]);
    return p;
  }

  Meeting meeting(const Node& node) const {
    Meeting m;
    m.id = id_of<MeetingId>(node["id"]);
    read_evidence(node, m);
    m.parties = strings(node["parties"]);
    m.people = strings(node["people"]);
    m.place = node["place"].text_or_empty();
    m.when_words = node["when_words"].text();
    m.when = optional_date(node["when"]);
    m.status = enum_of<MeetingStatus>(node["status"]);
    return m;
  }

  Clause clause(const Node& node) const {
    Clause c;
    c.id = id_of<ClauseId>(node["id"]);
    read_evidence(node, c);
    c.draft = node["draft"].text();
    c.number = node["number"].text();
    c.issue = node["issue"].text_or_empty();
    c.option = optional_range(node["option"]);
    if (!c.issue.empty()) hold_issue(node, c.issue, c.option);
    return c;
  }

  Lever lever(const Node& node) const {
    Lever l;
    l.id = id_of<LeverId>(node["id"]);
    read_evidence(node, l);
    l.statement = optional_id<StatementId>(node["statement"]);
    l.holder = node["holder"].text();
    l.kind = node["kind"].text();
    l.use = enum_of<LeverUse>(node["use"]);
    l.target = node["target"].text_or_empty();
    l.condition = node["condition"].text();
    l.deadline_words = node["deadline_words"].text();
    l.deadline = optional_date(node["deadline"]);
    l.reported_by = node["reported_by"].text();
    l.printed = optional_date(node["printed"]);
    return l;
  }

  static Role role(const Node& node) {
    const Role told{node["role"].text(), optional_date(node["from"]), optional_date(node["until"])};
    if (parse_role(role_text(told)) != told)
      node.wrong("a role has a name without \";\", and does not end before it begins");
    return told;
  }

  Person person(const Node& node) const {
    Person p;
    p.id = id_of<PersonId>(node["id"]);
    p.name = node["name"].text();
    p.aliases = strings(node["aliases"]);
    p.role = node["role"].text();
    if (node.has("roles"))
      for (const Node& item : node["roles"].items()) p.roles.push_back(role(item));
    p.party = node["party"].text_or_empty();
    p.party_guessed = node.has("party_guessed") && node["party_guessed"].flag();
    p.same_as = optional_id<PersonId>(node["same_as"]);
    for (const Node& item : node["evidence"].items()) {
      const Document& document = document_at(item["doc"]);
      p.evidence.push_back({document.card.id, span_of(item["span"], document.text)});
    }
    p.review = review_of(node["review"]);
    return p;
  }

 private:
  const Document& document_at(const Node& node) const {
    const auto found = by_name_.find(node.text());
    if (found == by_name_.end())
      node.wrong(fmt::format("no document is named \"{}\"", node.text()));
    return *found->second;
  }

  template <class Item>
  void read_evidence(const Node& node, Item& item) const {
    const Document& document = document_at(node["doc"]);
    item.document = document.card.id;
    item.evidence = span_of(node["evidence"], document.text);
    hold_words(node["words"], {item.evidence}, document.text);
    item.words = node["words"].text();
    item.review = review_of(node["review"]);
  }

  void hold_issue(const Node& node, const std::string& id,
                  const std::optional<OptionRange>& option) const {
    const auto issue = std::find_if(codebook_.issues.begin(), codebook_.issues.end(),
                                    [&](const Issue& i) { return i.id == id; });
    if (issue == codebook_.issues.end())
      node["issue"].wrong(fmt::format("the codebook has no issue \"{}\"", id));
    if (!option) return;
    for (const std::string& end : {option->low, option->high}) {
      const auto is_end = [&](const Option& o) { return o.id == end; };
      if (std::none_of(issue->options.begin(), issue->options.end(), is_end))
        node["option"].wrong(fmt::format("the issue \"{}\" has no option \"{}\"", id, end));
    }
  }

  const Codebook& codebook_;
  std::map<std::string, const Document*> by_name_;
};

LogEntry log_entry_of(const Node& node) {
  return {node["number"].number(), node["at"].text(),     node["who"].text(),   node["verb"].text(),
          node["item"].text(),     node["before"].text(), node["after"].text(), node["why"].text()};
}

const auto id_key = [](const auto& item) { return item.id; };

// Puts a list in the order of its ids.
template <class List>
void order(List& list) {
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

std::vector<Document> documents_of(const Node& node) {
  auto documents =
      list_of(node, document_of, [](const Document& document) { return document.card.id; });
  std::set<std::string> names;
  for (const Document& document : documents)
    if (!names.insert(document.card.name).second)
      node.wrong(fmt::format("two documents are named \"{}\"", document.card.name));
  std::sort(documents.begin(), documents.end(),
            [](const Document& a, const Document& b) { return a.card.id < b.card.id; });
  return documents;
}

void hold_format(const Node& root, const std::string& file) {
  if (root["format"].text() != "entente-case") root["format"].wrong("this is no export of a case");
  const std::uint64_t version = root["version"].number();
  if (version == 0) root["version"].wrong("versions count from 1");
  if (version > json_version)
    throw Failed({FailureKind::too_new,
                  fmt::format("{} is in version {} of the format, this program reads up to {}",
                              file, version, json_version),
                  "Use the version of the program that wrote it, or a newer one"});
}

Whole whole_of(const Node& root, const std::string& file) {
  hold_format(root, file);
  Whole whole;
  whole.program = root["program"].text();
  Case& contents = whole.contents;
  contents.codebook = codebook_of(root["codebook"]);
  whole.documents = documents_of(root["documents"]);
  for (const Document& document : whole.documents) contents.documents.push_back(document.card);
  const Items items{contents.codebook, whole.documents};
  contents.people =
      list_of(root["people"], [&](const Node& node) { return items.person(node); }, id_key);
  contents.statements =
      list_of(root["statements"], [&](const Node& node) { return items.statement(node); }, id_key);
  contents.positions =
      list_of(root["positions"], [&](const Node& node) { return items.position(node); }, id_key);
  contents.meetings =
      list_of(root["meetings"], [&](const Node& node) { return items.meeting(node); }, id_key);
  contents.clauses =
      list_of(root["clauses"], [&](const Node& node) { return items.clause(node); }, id_key);
  if (root.has("levers"))  // an export of before there were any
    contents.levers =
        list_of(root["levers"], [&](const Node& node) { return items.lever(node); }, id_key);
  whole.log =
      list_of(root["log"], log_entry_of, [](const LogEntry& entry) { return entry.number; });
  order(contents.people);
  order(contents.statements);
  order(contents.positions);
  order(contents.meetings);
  order(contents.clauses);
  order(contents.levers);
  hold_references(contents, file);
  hold_provenance(whole, file);
  return whole;
}

}  // namespace

Result<Whole> read_json(std::string_view json, const std::string& name) try {
  const JsonFile file{name, "Correct this entry, or export the case again",
                      "Give a file that `entente export --format json` wrote"};
  const nlohmann::json root = parse_json(json, file);
  return whole_of({root, "", file}, name);
} catch (const Failed& failed) {
  return tl::unexpected(failed.failure());
}

}  // namespace entente::exchange

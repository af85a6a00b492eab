// SPDX-License-Identifier: Apache-2.0
#include "exchange/webannotation.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace entente::exchange {
namespace {

constexpr std::size_t context =
    32;  // code points before and after a quote, by which another program finds it again

const Document* document_with(const std::vector<Document>& documents, DocumentId id) {
  const auto at =
      std::lower_bound(documents.begin(), documents.end(), id,
                       [](const Document& d, DocumentId wanted) { return d.card.id < wanted; });
  return at != documents.end() && at->card.id == id ? &*at : nullptr;
}

std::string urn_of(const DocumentCard& card) { return "urn:sha256:" + card.sha256; }

std::string quote_selector(const std::u32string& text, Span span) {
  const std::size_t before = span.begin - std::min(span.begin, context);
  return JsonObject{}
      .put("type", "TextQuoteSelector")
      .put("exact", slice_utf8(text, span))
      .put("prefix", slice_utf8(text, {before, span.begin}))
      .put("suffix", slice_utf8(text, {span.end, std::min(text.size(), span.end + context)}))
      .text();
}

std::string position_selector(Span span) {
  return JsonObject{}
      .put("type", "TextPositionSelector")
      .number("start", span.begin)
      .number("end", span.end)
      .text();
}

std::string target(const Document& document, Span span) {
  return JsonObject{}
      .put("source", urn_of(document.card))
      .raw("selector", json_array({quote_selector(document.text, span), position_selector(span)}))
      .text();
}

std::string targets(const Document& document, const std::vector<Span>& spans) {
  if (spans.size() == 1) return target(document, spans.front());
  std::vector<std::string> all;
  for (Span span : spans) all.push_back(target(document, span));
  return json_array(all);
}

std::string tag(std::string_view name, std::string_view value) {
  return JsonObject{}
      .put("type", "TextualBody")
      .put("purpose", "tagging")
      .put("value", fmt::format("{}: {}", name, value))
      .text();
}

using Tags = std::vector<std::pair<std::string_view, std::string>>;

std::string body(const Tags& tags) {
  std::vector<std::string> bodies;
  for (const auto& [name, value] : tags)
    if (!value.empty()) bodies.push_back(tag(name, value));
  return json_array(bodies);
}

std::string creator(const Review& review) {
  return JsonObject{}
      .put("type", review.status == Status::suggested ? "Software" : "Person")
      .put("name", review.by)
      .text();
}

template <class Item>
std::string annotation(const Item& item, const Document& document, const char* motivation,
                       const Tags& tags, const std::vector<Span>& spans) {
  return JsonObject{}
      .put("id", urn_of(document.card) + "#" + item.id.text())
      .put("type", "Annotation")
      .put("motivation", motivation)
      .raw("creator", creator(item.review))
      .raw("body", body(tags))
      .raw("target", targets(document, spans))
      .text();
}

Tags tags_of(const Statement& s) {
  return {{"kind", "statement"},
          {"speaker", s.speaker},
          {"party", s.party},
          {"speech", std::string{word_of(s.speech)}},
          {"polarity", std::string{word_of(s.polarity)}},
          {"status", std::string{word_of(s.review.status)}}};
}

Tags tags_of(const Position& p) {
  return {{"kind", "position"},
          {"party", p.party},
          {"issue", p.issue},
          {"stance", std::string{word_of(p.stance)}},
          {"firmness", std::string{word_of(p.firmness)}},
          {"option from", p.option ? p.option->low : ""},
          {"option to", p.option ? p.option->high : ""},
          {"condition", p.condition},
          {"reported by", p.reported_by},
          {"statement", p.statement ? p.statement->text() : ""},
          {"said", p.said ? to_string(*p.said) : ""},
          {"status", std::string{word_of(p.review.status)}}};
}

std::vector<Span> spans_of_item(const Statement& statement) { return statement.content; }
std::vector<Span> spans_of_item(const Position& position) { return {position.evidence}; }

template <class Item>
void add_annotations(std::vector<std::string>& out, const Whole& whole,
                     const std::vector<Item>& items, const char* motivation) {
  for (const Item& item : items) {
    const Document* document = document_with(whole.documents, item.document);
    if (document && item.review.status != Status::rejected)
      out.push_back(annotation(item, *document, motivation, tags_of(item), spans_of_item(item)));
  }
}

std::string in_lines(const std::vector<std::string>& items) {
  return items.empty() ? "[]" : fmt::format("[\n  {}\n]", fmt::join(items, ",\n  "));
}

}  // namespace

std::string write_webannotation(const Whole& whole) {
  std::vector<std::string> annotations;
  add_annotations(annotations, whole, whole.contents.statements, "identifying");
  add_annotations(annotations, whole, whole.contents.positions, "classifying");
  const std::string items = in_lines(annotations);
  const std::string id = "urn:sha256:" + sha256_hex(items);
  JsonObject page, collection;
  page.put("id", id + "#page1")
      .put("type", "AnnotationPage")
      .put("partOf", id)
      .number("startIndex", 0)
      .raw("items", items);
  collection.put("@context", "http://www.w3.org/ns/anno.jsonld")
      .put("id", id)
      .put("type", "AnnotationCollection")
      .put("label", "Statements and positions in a negotiation");
  if (!whole.program.empty())
    collection.raw("generator",
                   JsonObject{}.put("type", "Software").put("name", whole.program).text());
  return collection.number("total", annotations.size()).raw("first", page.text()).text() + "\n";
}

}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_text.h"
#include "base/utf8.h"
#include "report/cited.h"
#include "report/lookup.h"
#include "report/terminal.h"

namespace entente::report {
namespace {

template <class Items, class Write>
std::string array_of(const Items& items, Write write) {
  std::vector<std::string> written;
  for (const auto& item : items) written.push_back(write(item));
  return written.empty() ? "[]" : fmt::format("[\n  {}\n]", fmt::join(written, ",\n  "));
}

std::string ids_json(const std::vector<PositionId>& ids) {
  std::vector<std::string> texts;
  for (PositionId id : ids) texts.push_back(id.text());
  return json_strings(texts);
}

std::string day_json(const std::optional<Date>& date) {
  return date ? json_string(to_string(*date)) : "null";
}

std::string document_name(const Lookup& lookup, DocumentId id) {
  const DocumentCard* card = lookup.document(id);
  return card ? card->name : "";
}

}  // namespace

std::string cited_json(const Lookup& lookup, PositionId id) {
  const Position* p = lookup.position(id);
  if (!p) return "null";
  return JsonObject{}
      .put("id", p->id.text())
      .put("stance", word_of(p->stance))
      .put("firmness", word_of(p->firmness))
      .raw("option", p->option ? json_strings({p->option->low, p->option->high}) : "null")
      .put("words", p->words)
      .put_or_null("speaker", lookup.speaker_words(*p))
      .put("doc", document_name(lookup, p->document))
      .raw("evidence", fmt::format("[{}, {}]", p->evidence.begin, p->evidence.end))
      .raw("date", day_json(day_of(*p)))
      .put_or_null("date_is", std::string{day_kind(*p)})
      .put("status", word_of(p->review.status))
      .text();
}

namespace {

template <class Found>
JsonObject of_cell(const Found& found) {
  return JsonObject{}.put("party", found.party).put("issue", found.issue);
}

std::string party_json(const Lookup& lookup, const std::string& name) {
  const Party* party = lookup.party(name);
  return JsonObject{}
      .put("name", name)
      .put("kind", word_of(party ? party->kind : PartyKind::unstated))
      .put("consent", word_of(party ? party->consent : Consent::unstated))
      .text();
}

JsonObject cell_object(const Lookup& lookup, const Cell& cell) {
  return of_cell(cell)
      .flag("own", cell.own)
      .flag("unsure", cell.unsure)
      .flag("moved", cell.moved)
      .flag("contradicted", cell.contradicted)
      .flag("recoded", cell.recoded)
      .raw("newest", cited_json(lookup, cell.newest));
}

std::string cited_or_null(const Lookup& lookup, const Position* position) {
  return position ? cited_json(lookup, position->id) : "null";
}

const Position* newest_placed(const Lookup& lookup, const Cell& cell) {
  for (auto id = cell.all.rbegin(); id != cell.all.rend(); ++id)
    if (const Position* position = lookup.position(*id); position && position->option)
      return position;
  return nullptr;
}

std::size_t suggested_in(const Lookup& lookup, const Cell& cell) {
  return static_cast<std::size_t>(
      std::count_if(cell.all.begin(), cell.all.end(), [&](PositionId id) {
        const Position* position = lookup.position(id);
        return position && is_suggested(position->review);
      }));
}

std::string cell_json(const Lookup& lookup, const Cell& cell, Behind behind) {
  JsonObject out = cell_object(lookup, cell);
  if (behind == Behind::listed) return out.raw("all", ids_json(cell.all)).text();
  return out.number("count", cell.all.size())
      .number("suggested", suggested_in(lookup, cell))
      .raw("placed", cited_or_null(lookup, newest_placed(lookup, cell)))
      .raw("red_line", cited_or_null(lookup, lookup.red_line_of(cell)))
      .text();
}

std::string movement_json(const Lookup& lookup, const Movement& movement) {
  return of_cell(movement)
      .raw("from", cited_json(lookup, movement.from))
      .raw("to", cited_json(lookup, movement.to))
      .text();
}

std::string contradiction_json(const Lookup& lookup, const Contradiction& contradiction) {
  return of_cell(contradiction)
      .raw("one", cited_json(lookup, contradiction.one))
      .raw("other", cited_json(lookup, contradiction.other))
      .text();
}

std::string crossing_json(const Lookup& lookup, const Crossing& crossing) {
  JsonObject out;
  const Clause* clause = lookup.clause(crossing.clause);
  const Position* line = lookup.position(crossing.red_line);
  out.put("clause", crossing.clause.text());
  if (clause)
    out.put("number", clause->number)
        .put("issue", clause->issue)
        .put("words", clause->words)
        .put("doc", document_name(lookup, clause->document))
        .raw("evidence", fmt::format("[{}, {}]", clause->evidence.begin, clause->evidence.end));
  if (line) out.put("party", line->party);
  return out.raw("red_line", cited_json(lookup, crossing.red_line)).text();
}

std::string side_json(const Lookup& lookup, const std::optional<Evidence>& side,
                      std::map<DocumentId, std::u32string>& texts,
                      const std::function<Document(DocumentId)>& text_of) {
  if (!side) return "null";
  if (!texts.contains(side->document)) texts[side->document] = text_of(side->document).text;
  return JsonObject{}
      .put("doc", document_name(lookup, side->document))
      .raw("evidence", fmt::format("[{}, {}]", side->span.begin, side->span.end))
      .put("words", slice_utf8(texts[side->document], side->span))
      .text();
}

}  // namespace

std::string movements_json(const Case& contents, const std::vector<Movement>& movements) {
  const Lookup lookup{contents};
  return array_of(movements, [&](const Movement& m) { return movement_json(lookup, m); });
}
std::string contradictions_json(const Case& contents,
                                const std::vector<Contradiction>& contradictions) {
  const Lookup lookup{contents};
  return array_of(contradictions,
                  [&](const Contradiction& c) { return contradiction_json(lookup, c); });
}
std::string crossings_json(const Case& contents, const std::vector<Crossing>& crossings) {
  const Lookup lookup{contents};
  return array_of(crossings, [&](const Crossing& c) { return crossing_json(lookup, c); });
}

std::string matrix_json(const Case& contents, const Matrix& matrix,
                        const std::vector<Movement>& movements,
                        const std::vector<Contradiction>& contradictions,
                        const std::vector<Crossing>& crossings, Behind behind) {
  const Lookup lookup{contents};
  return JsonObject{}
             .raw("as_of", day_json(newest_date(contents.documents)))
             .number("sources", source_count(contents.documents))
             .number("undated_documents", undated_count(contents.documents))
             .raw("parties", array_of(matrix.parties,
                                      [&](const std::string& p) { return party_json(lookup, p); }))
             .raw("issues", json_strings(matrix.issues))
             .raw("cells", array_of(matrix.cells,
                                    [&](const Cell& c) { return cell_json(lookup, c, behind); }))
             .raw("movements", movements_json(contents, movements))
             .raw("contradictions", contradictions_json(contents, contradictions))
             .raw("crossings", crossings_json(contents, crossings))
             .text() +
         "\n";
}

std::string accounts_json(const Case& contents, const std::vector<AccountPair>& accounts,
                          const std::function<Document(DocumentId)>& text_of) {
  const Lookup lookup{contents};
  std::map<DocumentId, std::u32string> texts;
  const auto line_json = [&](const AccountLine& line) {
    return JsonObject{}
        .put("agreement", word_of(line.agreement))
        .raw("left", side_json(lookup, line.left, texts, text_of))
        .raw("right", side_json(lookup, line.right, texts, text_of))
        .text();
  };
  const auto pair_json = [&](const AccountPair& pair) {
    return JsonObject{}
        .put("left", pair.left.text())
        .put("right", pair.right.text())
        .raw("lines", array_of(pair.lines, line_json))
        .text();
  };
  return JsonObject{}.raw("accounts", array_of(accounts, pair_json)).text() + "\n";
}

}  // namespace entente::report

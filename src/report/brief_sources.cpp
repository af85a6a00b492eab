// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "report/brief_page.h"
#include "report/svg.h"

namespace entente::report {
namespace {

Html joined_names(const std::vector<std::string>& all) {
  Html out;
  for (const std::string& name : all) out += (out.empty() ? Html{} : Html::raw(", ")) + bdi(name);
  return out;
}

std::map<PersonId, std::vector<std::string>> variants_of(const Case& contents) {
  std::map<PersonId, std::vector<std::string>> variants;
  for (const Person& person : contents.people)
    if (person.same_as && !is_rejected(person.review))
      variants[*person.same_as].push_back(person.name);
  return variants;
}

Html person_sources(const Person& person) {
  Html out;
  std::map<DocumentId, bool> seen;
  for (const Evidence& evidence : person.evidence)
    if (!seen[evidence.document]) {
      seen[evidence.document] = true;
      out += html("{}<a href=\"#{}\">{}</a>", out.empty() ? "" : " ", evidence.document.text(),
                  evidence.document.text());
    }
  return out;
}

// A party that no text prints is shown as the guess it is until a person has looked at it.
Html party_cell(const Person& person) {
  if (person.party.empty()) return Html::raw("<span class=\"none\">unknown</span>");
  return bdi(person.party) +
         Html::raw(party_is_guess(person) ? " <span class=\"none\">(a guess)</span>" : "");
}

Html person_row(const Person& person, const std::vector<std::string>& variants) {
  std::vector<std::string> forms = variants;
  for (const std::string& alias : person.aliases)
    if (alias != person.name) forms.push_back(alias);
  return html(
      "<tr id=\"{}\"><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td><td "
      "class=\"forms\">{}</td><td>{}</td></tr>\n",
      person.id.text(), bdi(person.name), suggested_tag(person.review),
      roles_shown(person).empty() ? Html::raw("<span class=\"none\">not stated</span>")
                                  : bdi(roles_shown(person)),
      party_cell(person), joined_names(forms), person_sources(person));
}

// What rests on each document.
struct Uses {
  std::size_t statements = 0, positions = 0, meetings = 0;
};

std::map<DocumentId, Uses> uses_of(const Case& contents) {
  std::map<DocumentId, Uses> uses;
  const auto count = [&](const auto& items, std::size_t Uses::* field) {
    for (const auto& item : items)
      if (!is_rejected(item.review)) ++(uses[item.document].*field);
  };
  count(contents.statements, &Uses::statements);
  count(contents.positions, &Uses::positions);
  count(contents.meetings, &Uses::meetings);
  return uses;
}

Html source_item(const DocumentCard& card, const Uses& uses) {
  const Html outlet = card.outlet.empty()
                          ? Html::raw("<span class=\"none\">outlet not stated</span>")
                          : html("<cite>{}</cite>", bdi(card.outlet));
  const Html copy = card.same_account_as
                        ? html(
                              " <span class=\"tag\">same copy as <a href=\"#{}\">{}</a>, not "
                              "counted again</span>",
                              card.same_account_as->text(), card.same_account_as->text())
                        : Html{};
  const Html unread =
      is_read(card) ? Html{} : Html::raw(" <span class=\"tag\">not in English: not read</span>");
  return html(
      "<li id=\"{}\"><p class=\"what\"><span class=\"ref\">{}</span> {}, {}{}{}</p><p>{}</p><p "
      "class=\"fine\">{} · {} · {} · {} · {} · "
      "SHA-256 of the text <code>{}</code></p></li>\n",
      card.id.text(), card.id.text(), outlet, day_html(card.date), copy, unread,
      card.title.empty() ? Html::raw("<span class=\"none\">no title</span>") : bdi(card.title),
      bdi(card.name), counted(card.size, "character", "characters"),
      counted(uses.statements, "statement", "statements"),
      counted(uses.positions, "position", "positions"),
      counted(uses.meetings, "meeting", "meetings"), card.sha256);
}

Html share_bar(std::string_view id, std::string_view title, std::size_t part, std::size_t whole) {
  constexpr double wide = 760, high = 14;
  const double filled =
      whole == 0 ? 0 : wide * static_cast<double>(part) / static_cast<double>(whole);
  return svg_drawing(id, wide, high, title, percent(part, whole),
                     svg_box({0.5, 0.5}, wide - 1, high - 1, 0, "share") +
                         svg_box({0.5, 0.5}, filled, high - 1, 0, "part"));
}

}  // namespace

Html people_section(const Page& page) {
  const auto variants = variants_of(page.in.contents);
  Html rows;
  for (const Person& person : page.in.contents.people)
    if (!is_rejected(person.review) && !person.same_as) {
      const auto found = variants.find(person.id);
      rows +=
          person_row(person, found == variants.end() ? std::vector<std::string>{} : found->second);
    } else if (is_rejected(person.review) && person.same_as) {
      rows += person_row(person, {});
    }
  const Html body =
      rows.empty()
          ? Html::raw("<p class=\"none\">No person was found in the documents of this case.</p>")
          : html(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"People\"><table "
                "class=\"plain\"><caption>Names as the documents "
                "print them</caption><thead><tr><th scope=\"col\">Name</th><th "
                "scope=\"col\">Role</th><th scope=\"col\">Speaks "
                "for</th><th scope=\"col\">Also printed as</th><th "
                "scope=\"col\">In</th></tr></thead><tbody>\n{}</tbody></table></div>",
                rows);
  return html("<section id=\"people\"><h2>People</h2>{}</section>\n", body);
}

Html sources_section(const Page& page) {
  const auto& documents = page.in.contents.documents;
  if (documents.empty())
    return Html::raw(
        "<section id=\"sources\"><h2>Sources</h2><p class=\"none\">This case has no documents "
        "yet.</p></section>\n");
  const auto uses = uses_of(page.in.contents);
  Html items;
  for (const DocumentCard& card : documents) {
    const auto found = uses.find(card.id);
    items += source_item(card, found == uses.end() ? Uses{} : found->second);
  }
  return html(
      "<section id=\"sources\"><h2>Sources</h2><p class=\"sub\">{} from {}. The checksum shows "
      "whether a "
      "text is still the one that was "
      "read.</p><ol class=\"list sources\">{}</ol></section>\n",
      counted(source_count(documents), "independent source", "independent sources"),
      counted(documents.size(), "document", "documents"), items);
}

Html coverage_section(const Page& page) {
  const Coverage& c = page.in.coverage;
  const std::size_t uncoded = c.sentences - std::min(c.coded_sentences, c.sentences);
  const Html read =
      c.sentences == 0 ? Html::raw("<p class=\"none\">No sentence has been read yet.</p>")
                       : html(
                             "<p>{} of {} carry no position or meeting ({}). What they say is not "
                             "in this brief.</p>{}",
                             uncoded, counted(c.sentences, "sentence", "sentences"),
                             percent(uncoded, c.sentences),
                             share_bar("cv", "Share of sentences that carry no position or meeting",
                                       uncoded, c.sentences));
  const Html rests = c.items == 0 ? Html{}
                                  : html(
                                        "<p>{} of {} were suggested by the program and not yet "
                                        "looked at by a person ({}). Each is "
                                        "marked {}.</p>{}",
                                        c.suggested_items, counted(c.items, "item", "items"),
                                        percent(c.suggested_items, c.items), suggested_sign(),
                                        share_bar("cs", "Share of items that rest on suggestions",
                                                  c.suggested_items, c.items));
  return html(
      "<section id=\"coverage\"><h2>What this rests on</h2>{}{}<p class=\"fine\">Every quote "
      "equals the text "
      "of its source at the place named, "
      "or the program would have refused it. Newspapers are partial and machines misread; nothing "
      "here is "
      "advice.</p></section>\n",
      read, rests);
}

}  // namespace entente::report

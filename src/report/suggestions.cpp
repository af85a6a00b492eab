// SPDX-License-Identifier: Apache-2.0
#include "report/suggestions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json_list.h"
#include "base/json_text.h"
#include "report/lookup.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t quote_columns = 160, most_left_over = 40;

std::string voice_words(const Statement* statement) {
  if (!statement) return "";
  if (statement->party.empty() || statement->party == statement->speaker) return statement->speaker;
  return fmt::format("{} ({})", statement->speaker, statement->party);
}

std::string rests_on(const Support& support) {
  return fmt::format("{} by {} in {}", counted(support.statements, "statement", "statements"),
                     counted(support.voices, "voice", "voices"),
                     counted(support.documents, "document", "documents"));
}

class SuggestionPage {
 public:
  SuggestionPage(const Case& contents, const Screen& screen)
      : lookup_(contents), statements_(contents.statements.size()), screen_(screen) {}

  std::string text(const Suggestions& found) {
    say(fmt::format("{}: {} speak of an issue of the codebook or carry a position, {} do not.",
                    counted(found.statements, "statement", "statements"), found.fitting,
                    found.statements - found.fitting));
    if (const std::size_t others = statements_ - found.statements; others > 0)
      say(fmt::format("{} of copies, or rejected, {} not counted.",
                      counted(others, "statement", "statements"), others == 1 ? "is" : "are"));
    issues(found);
    parties(found);
    left_over(found.left_over);
    say("All of it is a suggestion, and the case is as it was. To go on: entente suggest CASE "
        "--format yaml -o my.yaml, edit the file, entente new CASE --codebook my.yaml.");
    return std::move(out_);
  }

 private:
  void say(const std::string& words, std::size_t indent = 0) {
    out_ += std::string(indent, ' ') + paragraph(visible(words), screen_, indent);
  }
  void head(const std::string& words) { out_ += "\n" + heading(words, screen_); }

  void issues(const Suggestions& found) {
    if (found.issues.empty()) return say("Nothing in them is said often enough to be an issue.");
    head("What they may be about, the most telling first");
    for (const SuggestedIssue& one : found.issues) issue(one);
  }

  void issue(const SuggestedIssue& one) {
    out_ += "\n";
    say(fmt::format("{}: {}", one.issue.label, rests_on(one.support)));
    say(fmt::format("cues: {}", fmt::join(one.issue.cues, ", ")), 2);
    for (const Sample& sample : one.examples) quote(sample);
    if (one.wordings.empty()) return;
    std::string words;
    for (const Sample& sample : one.wordings)
      words += fmt::format("{}“{}” ({})", words.empty() ? "" : ", ",
                           shortened(sample.words, quote_columns), sample.statement.text());
    say("may make options: " + words, 2);
  }

  void quote(const Sample& sample) {
    const Statement* statement = lookup_.statement(sample.statement);
    const DocumentCard* card = lookup_.document(sample.at.document);
    say(fmt::format("“{}” {}, {}, {} {}", shortened(sample.words, quote_columns),
                    voice_words(statement), sample.statement.text(), sample.at.document.text(),
                    card ? card->name : ""),
        2);
  }

  void parties(const Suggestions& found) {
    const auto people = std::find_if(found.parties.begin(), found.parties.end(),
                                     [](const SuggestedParty& one) { return one.person; });
    if (people != found.parties.begin()) head("Parties that the codebook lacks");
    for (auto one = found.parties.begin(); one != people; ++one) party(*one);
    if (people != found.parties.end()) head("People of whom no text says for whom they speak");
    for (auto one = people; one != found.parties.end(); ++one) party(*one);
  }

  void party(const SuggestedParty& one) {
    out_ += "\n";
    std::string words =
        fmt::format("{}: {} in {}", one.party.name + (one.role.empty() ? "" : ", " + one.role),
                    counted(one.support.statements, "statement", "statements"),
                    counted(one.support.documents, "document", "documents"));
    if (one.offices > 0)
      words += fmt::format(", an office in it named {}", counted(one.offices, "time", "times"));
    say(words);
    also("also written", one.party.aliases);
    also("its people", one.party.demonyms);
    if (!one.person) also("spoken for by", one.speakers);
    for (const Sample& sample : one.examples) quote(sample);
  }

  void also(std::string_view what, const std::vector<std::string>& names) {
    if (!names.empty()) say(fmt::format("{}: {}", what, fmt::join(names, ", ")), 2);
  }

  void left_over(const std::vector<StatementId>& ids) {
    if (ids.empty()) return;
    head(fmt::format("{} of no issue, suggested ones included",
                     counted(ids.size(), "statement", "statements")));
    out_ += "\n";
    Table table{{{"id"}, {"who says it", 12}, {"what is said", 24}, {"where"}}};
    for (std::size_t i = 0; i < std::min(ids.size(), most_left_over); ++i)
      if (const Statement* one = lookup_.statement(ids[i]))
        table.add({one->id.text(), voice_words(one), shortened(one->words, quote_columns),
                   one->document.text()});
    out_ += table.text(screen_);
    if (ids.size() > most_left_over)
      say(fmt::format("And {} more: --format json lists them all.", ids.size() - most_left_over));
    out_ += "\n";
  }

  Lookup lookup_;
  std::size_t statements_;
  Screen screen_;
  std::string out_;
};

class SuggestionJson {
 public:
  explicit SuggestionJson(const Case& contents) : lookup_(contents) {}

  std::string text(const Suggestions& found) const {
    return JsonObject{}
               .number("statements", found.statements)
               .number("fitting", found.fitting)
               .raw("issues", json_list(found.issues, [&](const auto& one) { return issue(one); }))
               .raw("parties",
                    json_list(found.parties, [&](const auto& one) { return party(one); }))
               .raw("left_over",
                    json_list(found.left_over, [&](StatementId id) { return left_over(id); }))
               .text() +
           "\n";
  }

 private:
  JsonObject& add(JsonObject& object, const Support& support) const {
    return object.number("statements", support.statements)
        .number("voices", support.voices)
        .number("documents", support.documents);
  }

  std::string samples(const std::vector<Sample>& all) const {
    return json_list(all, [&](const Sample& one) {
      const Statement* statement = lookup_.statement(one.statement);
      return JsonObject{}
          .put("statement", one.statement.text())
          .put("doc", one.at.document.text())
          .number("begin", one.at.span.begin)
          .number("end", one.at.span.end)
          .put("words", one.words)
          .put_or_null("speaker", statement ? statement->speaker : "")
          .put_or_null("party", statement ? statement->party : "")
          .text();
    });
  }

  std::string issue(const SuggestedIssue& one) const {
    JsonObject object;
    object.put("id", one.issue.id).put("label", one.issue.label);
    object.raw("cues", json_strings(one.issue.cues));
    return add(object, one.support)
        .raw("examples", samples(one.examples))
        .raw("wordings", samples(one.wordings))
        .text();
  }

  std::string party(const SuggestedParty& one) const {
    JsonObject object;
    object.put("name", one.party.name).flag("person", one.person).put_or_null("role", one.role);
    object.raw("aliases", json_strings(one.party.aliases));
    object.raw("demonyms", json_strings(one.party.demonyms));
    return add(object, one.support)
        .number("offices", one.offices)
        .raw("speakers", json_strings(one.speakers))
        .raw("examples", samples(one.examples))
        .text();
  }

  std::string left_over(StatementId id) const {
    const Statement* one = lookup_.statement(id);
    if (!one) return "null";
    return JsonObject{}
        .put("statement", id.text())
        .put("doc", one->document.text())
        .put_or_null("speaker", one->speaker)
        .put_or_null("party", one->party)
        .put("words", one->words)
        .text();
  }

  Lookup lookup_;
};

template <class Items, class Name>
std::string some_names(const Items& items, const Name& name) {
  constexpr std::size_t most = 6;
  std::vector<std::string> names;
  for (const auto& item : items)
    if (names.size() < most) names.push_back(name(item));
  const std::string shown = visible(fmt::format("{}", fmt::join(names, ", ")));
  return items.size() > most ? fmt::format("{} and {} more", shown, items.size() - most) : shown;
}

}  // namespace

std::string suggestions_text(const Case& contents, const Suggestions& found, const Screen& screen) {
  return SuggestionPage(contents, screen).text(found);
}

std::string suggestions_json(const Case& contents, const Suggestions& found) {
  return SuggestionJson(contents).text(found);
}

std::string taken_over_json(const Suggestions& found) {
  const auto issue = [](const SuggestedIssue& one) {
    return JsonObject{}
        .put("id", one.issue.id)
        .put("label", one.issue.label)
        .number("statements", one.support.statements)
        .text();
  };
  const auto party = [](const SuggestedParty& one) {
    return JsonObject{}
        .put("name", one.party.name)
        .flag("person", one.person)
        .number("statements", one.support.statements)
        .text();
  };
  return JsonObject{}
      .raw("issues", json_list(found.issues, issue))
      .raw("parties", json_list(found.parties, party))
      .text();
}

std::string taken_over_text(const Case& contents, const Suggestions& found, const Screen& screen) {
  std::string out = paragraph(
      found.issues.empty()
          ? "suggested no issue: nothing that fits none is said often enough"
          : fmt::format("suggested {}: {}", counted(found.issues.size(), "issue", "issues"),
                        some_names(found.issues,
                                   [](const SuggestedIssue& one) { return one.issue.label; })),
      screen);
  std::vector<SuggestedParty> parties = found.parties;
  std::erase_if(parties, [&](const SuggestedParty& one) {
    const auto& taken = contents.codebook.parties;
    return one.person || std::none_of(taken.begin(), taken.end(), [&](const Party& party) {
             return party.name == one.party.name;
           });
  });
  if (!parties.empty())
    out += paragraph(
        fmt::format("suggested {}: {}", counted(parties.size(), "party", "parties"),
                    some_names(parties, [](const SuggestedParty& one) { return one.party.name; })),
        screen);
  if (contents.codebook.issues.empty()) return out;
  return out + paragraph(
                   "Check first: which issues are one, which are none; who is a principal, and "
                   "whether a people or a short form stands there as a party of its own. To edit "
                   "and start again: entente suggest CASE --format yaml -o my.yaml, which adds "
                   "what it finds beside these, then entente new CASE --codebook my.yaml.",
                   screen);
}

}  // namespace entente::report

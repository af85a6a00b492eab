// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/acceptance.h"
#include "report/brief_page.h"
#include "report/ledger.h"
#include "report/markdown.h"
#include "report/stability.h"
#include "report/word_diff.h"

namespace entente::report {
namespace {

constexpr std::size_t most_columns = 5, most_listed = 60;

std::string day_words(const std::optional<Date>& day) { return day ? day_text(*day) : "no date"; }

std::string dated_words(const Position& position) {
  const auto day = day_of(position);
  return day ? fmt::format("{} {}", day_kind(position), day_text(*day)) : "no date";
}

std::string agreement_line(Agreement agreement) {
  switch (agreement) {
    case Agreement::agreed:
      return "= both say so";
    case Agreement::differs:
      return "≠ they differ";
    case Agreement::only_left:
      return "← only the first";
    case Agreement::only_right:
      break;
  }
  return "→ only the second";
}

// The brief as Markdown: the same findings in the same order as the page, and behind each a
// footnote with the sentence that it rests on.
class MarkdownBrief {
 public:
  explicit MarkdownBrief(const BriefInput& input) : page_(input), in_(input) {}

  std::string text() {
    say_head();
    if (in_.contents.documents.empty()) {
      say("This case has no documents.");
    } else {
      say_positions();
      say_changes();
      say_drafts();
      say_meetings();
      say_accounts();
      say_levers();
      say_standing();
      say_people();
      say_coverage();
      say_sources();
    }
    return out_ + "\n" + notes_ + (notes_.empty() ? "" : "\n") + "---\n\nWritten by " +
           in_markdown(in_.program) + ".\n";
  }

 private:
  void say(const std::string& markdown) { out_ += markdown + "\n\n"; }
  void head(const std::string& words) { say("## " + words); }
  void part(const std::string& words) { say("### " + words); }

  template <class Items, class Line>
  void list(const Items& items, const Line& line) {
    std::size_t shown = 0;
    for (const auto& item : items) {
      if (shown == most_listed) break;
      const std::string words = line(item);
      if (!words.empty()) out_ += "- " + words + "\n";
      ++shown;
    }
    if (items.size() > shown)
      out_ +=
          fmt::format("- and {} more, which the export of the case lists\n", items.size() - shown);
    out_ += "\n";
  }

  // ---- evidence

  std::string note(const std::string& id, const std::string& words) {
    if (noted_.insert(id).second) notes_ += fmt::format("[^{}]: {}\n", id, words);
    return fmt::format("[^{}]", id);
  }

  std::string source(DocumentId id) const {
    const DocumentCard* card = page_.lookup.document(id);
    if (!card) return id.text();
    const std::string& name = !card->outlet.empty()  ? card->outlet
                              : !card->title.empty() ? card->title
                                                     : card->name;
    return fmt::format("{}, {} ({})", in_markdown(name), day_words(card->date), id.text());
  }

  std::string place(const Evidence& at) const {
    return fmt::format("{}, characters {} to {}", source(at.document), at.span.begin, at.span.end);
  }

  // The sentence with its quote in bold.
  std::string sentence(const Evidence& at) const {
    const Excerpt& excerpt = page_.excerpts.at(at);
    const std::string before = in_markdown(excerpt.before), after = in_markdown(excerpt.after),
                      words = in_markdown(excerpt.words);
    if (before.empty() && after.empty()) return "“" + words + "”";
    const char *left = excerpt.before.ends_with(' ') ? " " : "",
               *right = excerpt.after.starts_with(' ') ? " " : "";
    return fmt::format("“{}{}**{}**{}{}”", before, left, words, right, after);
  }

  std::string cited(const std::string& id, const Evidence& at, const std::string& who,
                    const Review& review) {
    return note(id,
                fmt::format("{}{}: {}{}; {}", id, is_suggested(review) ? ", suggested" : "",
                            who.empty() ? "" : in_markdown(who) + ": ", sentence(at), place(at)));
  }

  std::string cited(const Position& position) {
    return cited(position.id.text(), {position.document, position.evidence},
                 page_.lookup.speaker_words(position), position.review);
  }

  std::string cited(const Statement& statement) {
    return note(statement.id.text(),
                fmt::format("{}: {}: “{}”; {}", statement.id.text(), in_markdown(statement.speaker),
                            in_markdown(statement.words),
                            place({statement.document, statement.content.front()})));
  }

  // ---- what is said of a position

  std::string stand(const Position& position) {
    const std::string option = page_.lookup.option_words(position.issue, position.option);
    std::string out =
        fmt::format("{} {}", stance_sign(position.stance), spoken(word_of(position.stance)));
    out += option.empty() ? fmt::format(" “{}”", in_markdown(position.words))
                          : " " + in_markdown(option);
    if (!position.condition.empty()) out += ", if: " + in_markdown(position.condition);
    return out + tags(position);
  }

  std::string tags(const Position& position) const {
    std::string out;
    if (position.firmness == Firmness::red_line) out += ", **red line**";
    if (position.firmness == Firmness::firm || position.firmness == Firmness::tentative)
      out += ", " + std::string(word_of(position.firmness));
    if (page_.lookup.is_unsure(position)) out += ", low confidence";
    if (is_suggested(position.review)) out += ", suggested";
    return out;
  }

  std::string stand(const std::optional<PositionId>& id) {
    const Position* position = id ? page_.lookup.position(*id) : nullptr;
    if (!position) return "nothing";
    return fmt::format("{} ({}){}", stand(*position), dated_words(*position), cited(*position));
  }

  std::string issue(const std::string& id) const {
    return in_markdown(page_.lookup.issue_label(id));
  }

  std::string party(const std::string& name) const {
    const std::string role = page_.lookup.role_words(name);
    return in_markdown(name) + (role.empty() ? "" : fmt::format(" ({})", role));
  }

  // ---- sections

  void say_head() {
    say("# " + in_markdown(in_.title));
    const Coverage& c = in_.coverage;
    const std::size_t uncoded = c.sentences - std::min(c.coded_sentences, c.sentences);
    say(fmt::format(
        "As of {}. {}, {} of them undated. {} of what is told here rests on "
        "suggestions that no person has looked at; {} of the sentences read are not "
        "coded.",
        day_words(page_.as_of), counted(source_count(in_.contents.documents), "source", "sources"),
        undated_count(in_.contents.documents), percent(c.suggested_items, c.items),
        percent(uncoded, c.sentences)));
  }

  void say_positions() {
    head("Positions");
    if (in_.matrix.cells.empty()) return say("No position was found in the documents.");
    say("● demands, wants, offers or concedes it · ◐ open to it, or on a condition · ✕ rejects it "
        "· "
        "○ undecided, or only reports. “No data” says nothing about the party.");
    const auto& parties = in_.matrix.parties;
    for (std::size_t first = 0; first < parties.size(); first += most_columns)
      say_table({parties.begin() + static_cast<std::ptrdiff_t>(first),
                 parties.begin() +
                     static_cast<std::ptrdiff_t>(std::min(first + most_columns, parties.size()))});
  }

  void say_table(const std::vector<std::string>& parties) {
    std::vector<std::string> heads{"Issue"};
    for (const std::string& name : parties) heads.push_back(party(name));
    std::vector<std::vector<std::string>> rows;
    for (const std::string& id : in_.matrix.issues) {
      std::vector<std::string> row{issue(id)};
      bool any = false;
      for (const std::string& name : parties) {
        const std::size_t number = page_.note_of(name, id);
        any = any || number > 0;
        row.push_back(number == 0 ? "no data" : cell(in_.matrix.cells[number - 1]));
      }
      if (any) rows.push_back(std::move(row));
    }
    if (!rows.empty()) say(markdown_table(heads, rows));
  }

  std::string cell(const Cell& cell) {
    const Position* newest = page_.lookup.position(cell.newest);
    if (!newest) return "no data";
    std::string out = stand(*newest);
    if (!cell.own) out += ", as others tell it";
    if (cell.moved) out += ", moved";
    if (cell.contradicted) out += ", contradicts itself";
    out += fmt::format(", {}{}", dated_words(*newest), cited(*newest));
    const Position* line = page_.lookup.red_line_of(cell);
    if (!line || line->id == cell.newest) return out;
    return out + fmt::format("; **red line** {}{}", dated_words(*line), cited(*line));
  }

  void say_changes() {
    head("Movement and contradiction");
    say("Movement is a party’s own word that differs between two dated sources; a new source or a "
        "new coding is none. A contradiction is two words of one party that no date puts in "
        "order.");
    part("Moved");
    if (in_.movements.empty()) say("No party was found to have moved.");
    list(in_.movements, [&](const Movement& m) {
      return fmt::format("**{}** on {}: {} → {}", in_markdown(m.party), issue(m.issue),
                         stand(m.from), stand(m.to));
    });
    part("Contradictions");
    if (in_.contradictions.empty()) say("No party was found to contradict itself.");
    list(in_.contradictions, [&](const Contradiction& c) {
      return fmt::format("**{}** on {}: {} as against {}", in_markdown(c.party), issue(c.issue),
                         stand(c.one), stand(c.other));
    });
    if (in_.ledger) say_ledger(*in_.ledger);
    if (in_.disputes) say_disputes(*in_.disputes);
  }

  void say_ledger(const Ledger& ledger) {
    if (!ledger.issues.empty()) part("How each issue goes");
    list(ledger.issues, [&](const IssueCourse& course) {
      return fmt::format("**{}**: {}", issue(course.issue), in_markdown(course_words(course)));
    });
    if (!ledger.changes.empty()) part("Every change of a cell, with its cause");
    list(ledger.changes, [&](const CellChange& change) { return change_line(change); });
  }

  std::string change_line(const CellChange& change) {
    const std::string where = fmt::format("{}, **{}** on {}", cause_words(change, page_.lookup),
                                          in_markdown(change.party), issue(change.issue));
    if (change.recoding)
      return fmt::format(
          "coded {}, {}: {} by {}{}", in_markdown(change.recoding->at.substr(0, 10)), where,
          change.recoding->position.text(), in_markdown(change.recoding->who),
          change.recoding->why.empty() ? "" : ": " + in_markdown(change.recoding->why));
    return fmt::format("{}, {}: {}{}", day_words(change.day), where,
                       change.from ? stand(change.from) + " → " : "", stand(change.to));
  }

  std::string wording(StatementId id) {
    const Statement* statement = page_.lookup.statement(id);
    if (!statement) return id.text();
    return fmt::format("“{}” ({}){}", in_markdown(statement->words), source(statement->document),
                       cited(*statement));
  }

  void say_disputes(const Disputes& found) {
    if (!found.variants.empty()) part("One quotation, printed with different words");
    list(found.variants, [&](const QuoteVariant& pair) {
      return fmt::format("{} as against {}", wording(pair.left), wording(pair.right));
    });
    if (!found.departures.empty()) part("A paraphrase that departs from the quotation beside it");
    list(found.departures, [&](const Departure& one) {
      return fmt::format("{}: {} as against {}", departs_words(one.in), wording(one.paraphrase),
                         wording(one.quote));
    });
    if (!found.retellings.empty()) part("One utterance, told differently");
    list(found.retellings, [&](const Retelling& one) {
      return fmt::format("{} as against {}", wording(one.left), wording(one.right));
    });
    if (!found.colours.empty()) part("Words by which narrators colour what is said");
    list(found.colours, [&](const ColourCount& one) { return colour_line(one); });
  }

  std::string colour_line(const ColourCount& one) {
    std::string notes;
    for (const StatementId id : one.statements)
      if (const Statement* statement = page_.lookup.statement(id)) notes += cited(*statement);
    return fmt::format("{}: the narrator {} at words of {}, {}{}",
                       one.outlet.empty() ? "outlet not stated" : in_markdown(one.outlet),
                       colour_words(one.colour),
                       one.party.empty() ? "unknown" : in_markdown(one.party),
                       counted(one.count, "time", "times"), notes);
  }

  std::string clause_words(ClauseId id) {
    const Clause* clause = page_.lookup.clause(id);
    if (!clause) return id.text();
    const std::string option = page_.lookup.option_words(clause->issue, clause->option);
    return fmt::format("{}{}{}",
                       in_markdown(clause->number.empty() ? clause->draft : clause->number),
                       option.empty() ? "" : ", " + in_markdown(option),
                       cited(id.text(), {clause->document, clause->evidence}, "", clause->review));
  }

  void say_drafts() {
    std::vector<const Clause*> standing;
    for (const Clause& clause : in_.contents.clauses)
      if (!is_rejected(clause.review)) standing.push_back(&clause);
    head("Drafts");
    if (standing.empty()) return say("No clause of a draft was found in the documents.");
    say("A red line is a limit that a party has declared. It is never added up or outweighed.");
    list(in_.crossings, [&](const Crossing& crossing) {
      const Position* line = page_.lookup.position(crossing.red_line);
      return fmt::format("{} meets a red line of **{}** on {}: {}", clause_words(crossing.clause),
                         line ? in_markdown(line->party) : "?", line ? issue(line->issue) : "?",
                         stand(crossing.red_line));
    });
    for (const DraftCheck& check : in_.checks)
      say(fmt::format("**{}**: {} {}", in_markdown(check.draft), in_markdown(outcome_words(check)),
                      in_markdown(balance_words(check))));
    part("All clauses of drafts");
    list(standing, [&](const Clause* clause) {
      return fmt::format("{}: {}",
                         clause->issue.empty() ? "no issue of the codebook" : issue(clause->issue),
                         clause_words(clause->id));
    });
  }

  void say_meetings() {
    std::vector<const Meeting*> shown;
    for (const Meeting& meeting : in_.contents.meetings)
      if (!is_rejected(meeting.review) && !page_.lookup.original_of(meeting.document))
        shown.push_back(&meeting);
    std::stable_sort(shown.begin(), shown.end(), [](const Meeting* a, const Meeting* b) {
      return a->when && (!b->when || *a->when < *b->when);
    });
    head("Meetings");
    if (shown.empty()) return say("No meeting was found in the documents.");
    list(shown, [&](const Meeting* meeting) {
      return fmt::format(
          "{}: {}{}, {}{}", day_words(meeting->when), word_of(meeting->status),
          meeting->place.empty() ? "" : " in " + in_markdown(meeting->place),
          in_markdown(fmt::format("{}", fmt::join(meeting->parties, ", "))),
          cited(meeting->id.text(), {meeting->document, meeting->evidence}, "", meeting->review));
    });
  }

  void say_accounts() {
    head("Accounts side by side");
    if (in_.accounts.empty()) return say("No meeting is told of by two independent documents.");
    say("That one account is silent does not make the other wrong.");
    for (std::size_t i = 0; i < std::min<std::size_t>(20, in_.accounts.size()); ++i)
      say_account(in_.accounts[i]);
    if (in_.accounts.size() > 20)
      say(fmt::format("And {} more: entente accounts shows them.", in_.accounts.size() - 20));
  }

  void say_account(const AccountPair& pair) {
    const Meeting *left = page_.lookup.meeting(pair.left),
                  *right = page_.lookup.meeting(pair.right);
    if (!left || !right) return;
    part(fmt::format("{}, {}", in_markdown(fmt::format("{}", fmt::join(left->parties, " and "))),
                     day_words(left->when)));
    std::vector<std::vector<std::string>> rows;
    for (const AccountLine& line : pair.lines)
      rows.push_back(
          {account_side(line.left), agreement_line(line.agreement), account_side(line.right)});
    say(markdown_table({source(left->document), "", source(right->document)}, rows));
  }

  std::string account_side(const std::optional<Evidence>& side) const {
    if (!side) return "not in this account";
    return fmt::format("{} ({} to {})", in_markdown(page_.excerpts.at(*side).words),
                       side->span.begin, side->span.end);
  }

  void say_levers() {
    std::vector<const Lever*> standing;
    for (const Lever& lever : in_.contents.levers)
      if (!is_rejected(lever.review) && !page_.lookup.original_of(lever.document))
        standing.push_back(&lever);
    head("Levers");
    if (standing.empty())
      return say("No document tells who could do or leave what to move another.");
    list(standing, [&](const Lever* lever) {
      return fmt::format("**{}** {}{}", in_markdown(lever->holder),
                         in_markdown(lever_words(*lever)),
                         cited(lever->id.text(), {lever->document, lever->evidence},
                               lever->reported_by, lever->review));
    });
  }

  void say_standing() {
    if (!in_.conflict) return;
    const StabilityFindings& found = in_.conflict->found;
    head("Would it hold?");
    say(in_.conflict->suggested
            ? "A suggestion: the program made this model out of what the parties said; no person "
              "has looked at it."
            : fmt::format("The analyst’s model, from {}. It is no forecast.",
                          in_markdown(in_.conflict->file)));
    if (const std::string doubt = doubt_words(found); !doubt.empty()) say(in_markdown(doubt));
    list(concepts, [&](Concept how) { return holding_line(found, how); });
    if (found.status_quo) say(in_markdown(from_today_words(found)));
    for (const auto& words : {unknown_words(found), wanted_words(found)})
      for (const std::string& sentence : words) say(in_markdown(sentence));
  }

  static std::string holding_line(const StabilityFindings& found, Concept how) {
    std::vector<std::string> states;
    for (StateIndex i = 0; i < found.stability.equilibria.size(); ++i)
      if (found.stability.equilibria[i].stable(how)) states.push_back(std::to_string(number_of(i)));
    const bool many = states.size() > 20;
    return fmt::format("{}: {}", word_of(how),
                       states.empty() ? "no state holds"
                       : many         ? fmt::format("{} states hold", states.size())
                                      : fmt::format("states {} hold", fmt::join(states, ", ")));
  }

  void say_people() {
    std::vector<std::vector<std::string>> rows;
    for (const Person& person : in_.contents.people) {
      if (is_rejected(person.review) || person.same_as) continue;
      std::vector<std::string> sources;
      for (const Evidence& evidence : person.evidence)
        if (sources.empty() || sources.back() != evidence.document.text())
          sources.push_back(evidence.document.text());
      rows.push_back({in_markdown(person.name) + (is_suggested(person.review) ? ", suggested" : ""),
                      in_markdown(roles_shown(person)),
                      in_markdown(person.party) + (party_is_guess(person) ? " (a guess)" : ""),
                      fmt::format("{}", fmt::join(sources, ", "))});
    }
    head("People");
    say(rows.empty() ? "No person was found in the documents."
                     : markdown_table({"Name", "Role", "Speaks for", "In"}, rows));
  }

  void say_coverage() {
    const Coverage& c = in_.coverage;
    const std::size_t uncoded = c.sentences - std::min(c.coded_sentences, c.sentences);
    head("What this rests on");
    say(fmt::format(
        "{} of {} carry no position or meeting ({}). {} of {} were suggested by the "
        "program and not yet looked at by a person ({}). Every quote equals the text "
        "of its source at the place named, or the program would have refused it. "
        "Newspapers are partial and machines misread; nothing here is advice.",
        uncoded, counted(c.sentences, "sentence", "sentences"), percent(uncoded, c.sentences),
        c.suggested_items, counted(c.items, "item", "items"), percent(c.suggested_items, c.items)));
  }

  void say_sources() {
    head("Sources");
    for (const DocumentCard& card : in_.contents.documents)
      out_ += fmt::format(
          "- {}: {}, {}: {}{}; SHA-256 of the text `{}`\n", card.id.text(),
          card.outlet.empty() ? "outlet not stated" : in_markdown(card.outlet),
          day_words(card.date), in_markdown(card.title.empty() ? card.name : card.title),
          card.same_account_as ? ", the same copy as " + card.same_account_as->text() : "",
          card.sha256);
    out_ += "\n";
  }

  const Page page_;
  const BriefInput& in_;
  std::string out_, notes_;
  std::set<std::string> noted_;
};

}  // namespace

std::string brief_markdown(const BriefInput& input) { return MarkdownBrief(input).text(); }

}  // namespace entente::report

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "report/ledger.h"
#include "report/table.h"
#include "report/visible.h"
#include "report/word_diff.h"

namespace entente::report {
namespace {

constexpr const char* nothing_added = "No documents yet. Add some: entente add CASE FILE\n";
constexpr std::size_t words_shown = 60;

std::string stand_words(const Lookup& lookup, const std::optional<PositionId>& id) {
  const Position* p = id ? lookup.position(*id) : nullptr;
  if (!p) return id ? id->text() : "";
  std::string out = spoken(word_of(p->stance));
  const std::string option = lookup.option_words(p->issue, p->option);
  out += option.empty() ? " “" + shortened(p->words, words_shown) + "”" : ": " + option;
  if (p->firmness != Firmness::unstated) out += " [" + spoken(word_of(p->firmness)) + "]";
  if (!p->condition.empty()) out += " if: " + p->condition;
  return out + " " + p->id.text() + (is_suggested(p->review) ? " ?" : "");
}

std::string fields_words(const Recoded& one) {
  std::vector<std::string> parts;
  for (const auto& [name, after] : one.after) {
    const auto before = one.before.find(name);
    if (name == "by") continue;
    parts.push_back(fmt::format(
        "{}: {} -> {}", spoken(name),
        before == one.before.end() || before->second.empty() ? "none" : spoken(before->second),
        after.empty() ? "none" : spoken(after)));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

// What the change says, in the column "what".
std::string change_cell(const Lookup& lookup, const CellChange& change) {
  if (change.recoding)
    return fmt::format("{} {} by {}{}{}", change.recoding->position.text(),
                       fields_words(*change.recoding), change.recoding->who,
                       change.recoding->why.empty() ? "" : ": ", change.recoding->why);
  const std::string to = stand_words(lookup, change.to);
  return change.from ? fmt::format("{} -> {}", stand_words(lookup, change.from), to) : to;
}

std::string day_cell(const CellChange& change) {
  if (change.recoding) return "coded " + change.recoding->at.substr(0, 10);
  return change.day ? to_string(*change.day) : "no date";
}

std::size_t count_of(const Ledger& ledger, Cause cause) {
  return static_cast<std::size_t>(
      std::count_if(ledger.changes.begin(), ledger.changes.end(),
                    [&](const CellChange& change) { return change.cause == cause; }));
}

// The words of both with what the other does not have between « and ».
std::pair<std::string, std::string> marked_apart(const std::string& left,
                                                 const std::string& right) {
  const auto [a, b] = word_diff(left, right);
  const auto joined = [](const std::vector<WordRun>& runs) {
    std::string out;
    for (const WordRun& run : runs) out += run.shared ? run.text : "«" + run.text + "»";
    return out;
  };
  return {joined(a), joined(b)};
}

std::string told_where(const Lookup& lookup, const Statement& statement) {
  const DocumentCard* card = lookup.document(statement.document);
  return fmt::format("{}, {}{}{}", statement.id.text(), statement.document.text(),
                     card && !card->outlet.empty() ? " " + card->outlet : "",
                     card && card->date ? ", " + to_string(*card->date) : "");
}

std::string who_says(const Statement& statement) {
  if (statement.speaker.empty()) return statement.party;
  return statement.party.empty() || statement.party == statement.speaker
             ? statement.speaker
             : fmt::format("{} ({})", statement.speaker, statement.party);
}

class DisputesText {
 public:
  DisputesText(const Case& contents, const Screen& screen) : lookup_(contents), screen_(screen) {}

  std::string text(const Disputes& found) {
    within(found.within_party);
    variants(found.variants);
    departures(found.departures);
    retellings(found.retellings);
    colours(found.colours);
    if (out_.empty()) out_ = paragraph("Nothing was found that does not fit together.", screen_);
    return std::move(out_);
  }

 private:
  void head(std::size_t count, const std::string& words) {
    out_ += heading(fmt::format("{} ({})", words, count), screen_) + "\n";
  }
  void line(const std::string& words, std::size_t indent = 4) {
    out_ += paragraph(visible(words), screen_, indent);
  }

  void within(const std::vector<Contradiction>& list) {
    if (list.empty()) return;
    head(list.size(), "Within a party, with no dates that put one after the other");
    for (const Contradiction& c : list) {
      line(fmt::format("{} on {}:", c.party, lookup_.issue_label(c.issue)));
      line("- " + stand_words(lookup_, c.one));
      line("- " + stand_words(lookup_, c.other));
    }
    out_ += "\n";
  }

  void pair_of(const Statement& left, const Statement& right) {
    const auto [a, b] = marked_apart(left.words, right.words);
    line(fmt::format("- “{}” {}", a, told_where(lookup_, left)));
    line(fmt::format("- “{}” {}", b, told_where(lookup_, right)));
  }

  void variants(const std::vector<QuoteVariant>& list) {
    if (list.empty()) return;
    head(list.size(), "One quotation, printed with different words");
    for (const QuoteVariant& pair : list) {
      const Statement *left = lookup_.statement(pair.left), *right = lookup_.statement(pair.right);
      if (!left || !right) continue;
      line(who_says(*left) + ":");
      pair_of(*left, *right);
    }
    out_ += "\n";
  }

  void departures(const std::vector<Departure>& list) {
    if (list.empty()) return;
    head(list.size(), "A paraphrase that departs from the quotation beside it");
    for (const Departure& one : list) {
      const Statement *told = lookup_.statement(one.paraphrase),
                      *said = lookup_.statement(one.quote);
      if (!told || !said) continue;
      line(fmt::format("{}, {}:", who_says(*told), departs_words(one.in)));
      line(fmt::format("- told: {} {}", told->words, told_where(lookup_, *told)));
      line(fmt::format("- said: “{}” {}", said->words, told_where(lookup_, *said)));
    }
    out_ += "\n";
  }

  void retellings(const std::vector<Retelling>& list) {
    if (list.empty()) return;
    std::map<Evidence, const Statement*> places;
    for (const Statement& statement : lookup_.contents().statements)
      places.emplace(Evidence{statement.document, hull(statement.content)}, &statement);
    const auto statement_at = [&](const std::optional<Evidence>& place) {
      const auto found = place ? places.find(*place) : places.end();
      return found == places.end() ? nullptr : found->second;
    };
    std::vector<std::pair<const Statement*, const Statement*>> apart;
    for (const Retelling& one : list)
      for (const AccountLine& each : one.lines)
        if (each.agreement == Agreement::differs)
          apart.emplace_back(statement_at(each.left), statement_at(each.right));
    if (apart.empty()) return;
    head(apart.size(), "One utterance, told differently in two texts");
    for (const auto& [left, right] : apart) {
      if (!left || !right) continue;
      line(who_says(*left) + ":");
      pair_of(*left, *right);
    }
    out_ += "\n";
  }

  void colours(const std::vector<ColourCount>& list) {
    if (list.empty()) return;
    std::size_t all = 0;
    Table table{{{"outlet", 12}, {"the narrator", 12}, {"at words of", 12}, {"times", 5}, {"in"}}};
    for (const ColourCount& one : list) {
      all += one.count;
      table.add({one.outlet.empty() ? "not stated" : one.outlet, colour_words(one.colour),
                 one.party.empty() ? "unknown" : one.party, std::to_string(one.count),
                 one.statements.front().text()});
    }
    head(all, "Words by which narrators colour what is said");
    out_ += table.text(screen_);
  }

  const Lookup lookup_;
  const Screen screen_;
  std::string out_;
};

}  // namespace

std::string ledger_text(const Case& contents, const Ledger& ledger, const Screen& screen) {
  if (contents.documents.empty()) return nothing_added;
  const Lookup lookup{contents};
  std::string out;
  if (ledger.changes.empty()) {
    out = paragraph("No cell of the matrix changed.", screen);
  } else {
    Table table{{{"day", 10}, {"party", 10}, {"issue", 12}, {"why", 14}, {"what", 34}}};
    for (const CellChange& change : ledger.changes)
      table.add({day_cell(change), change.party, lookup.issue_label(change.issue),
                 cause_words(change, lookup), change_cell(lookup, change)});
    out = table.text(screen) + "\n" +
          paragraph(
              fmt::format("{}: {} the party moved, {} a new source, {} recoded by an analyst. "
                          "Only the first is movement.",
                          counted(ledger.changes.size(), "change", "changes"),
                          count_of(ledger, Cause::party_moved), count_of(ledger, Cause::new_source),
                          count_of(ledger, Cause::analyst_recoded)),
              screen);
  }
  if (ledger.issues.empty()) return out;
  Table issues{{{"issue", 16}, {"how it goes, by the parties' own dated words", 40}}};
  for (const IssueCourse& course : ledger.issues)
    issues.add({lookup.issue_label(course.issue), course_words(course)});
  return out + "\n" + issues.text(screen) +
         paragraph(
             fmt::format(
                 "As of {}. Not known: no two parties were heard on one thing on two days. Silent: "
                 "no own word of a party for more than {} days.",
                 ledger.as_of ? to_string(*ledger.as_of) : "no known date", days_of_silence),
             screen);
}

std::string disputes_text(const Case& contents, const Disputes& found, const Screen& screen) {
  if (contents.documents.empty()) return nothing_added;
  return DisputesText(contents, screen).text(found);
}

std::string tracks_text(const Case& contents, const std::vector<MeetingTrack>& tracks,
                        const Screen& screen) {
  if (contents.documents.empty()) return nothing_added;
  if (tracks.empty()) return paragraph("No meeting of two parties or more was found.", screen);
  std::string out;
  for (const MeetingTrack& track : tracks) {
    out += heading(fmt::format("{}", fmt::join(track.parties, ", ")), screen) + "\n";
    Table table{
        {{"day", 10}, {"where", 10}, {"what became of it", 16}, {"people", 16}, {"told in", 8}}};
    for (const MeetingEvent& event : track.events) {
      std::vector<std::string> ids;
      for (const MeetingId id : event.told) ids.push_back(id.text());
      table.add({event.when ? to_string(*event.when) : "no date",
                 event.place.empty() ? "not stated" : event.place, outcome_words(event.outcome),
                 fmt::format("{}", fmt::join(event.people, ", ")),
                 fmt::format("{}", fmt::join(ids, " "))});
    }
    out += table.text(screen) + "\n";
  }
  return out;
}

}  // namespace entente::report

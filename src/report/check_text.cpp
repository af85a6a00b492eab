// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/citing.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t longest_clause = 120;

class CheckText : CitingPage {
 public:
  CheckText(const Case& contents, const DraftCheck& check, const Screen& screen)
      : CitingPage(contents, screen), check_(check) {}

  std::string text() {
    say(fmt::format("{}: {}.", what(), counted(check_.clauses.size(), "clause", "clauses")));
    say_whose(check_.parties);
    head("Does it pass?");
    say(visible(outcome_words(check_)));
    say_strip();
    head("Who says what to which clause");
    for (std::size_t c = 0; c < check_.clauses.size(); ++c) say_clause(c);
    say_balance();
    say_suggestions();
    return std::move(out_);
  }

 private:
  std::string party(std::size_t p) const { return visible(check_.parties[p].party); }

  // "The four-page paper, in d11 draft.txt"
  std::string what() const {
    std::set<DocumentId> documents;
    for (const Clause& clause : check_.clauses) documents.insert(clause.document);
    const DocumentCard* card = lookup().document(*documents.begin());
    if (!card || documents.size() != 1) return visible(check_.draft);
    const std::string file = card->id.text() + " " + visible(card->name);
    return check_.draft == card->name ? file : visible(check_.draft) + ", in " + file;
  }

  std::string settles(std::size_t c) const {
    const Clause& clause = check_.clauses[c];
    const std::string option = lookup().option_words(clause.issue, clause.option);
    if (clause.issue.empty()) return "no issue of the codebook";
    return visible(lookup().issue_label(clause.issue) + ": " +
                   (option.empty() ? "no option named" : option));
  }

  static std::string cell(const Word& word) {
    const std::string id = word.position ? " " + word.position->text() : "";
    switch (word.answer) {
      case Answer::accepts:
        return "yes" + id;
      case Answer::open_to:
        return "open" + id;
      case Answer::conditional:
        return "if" + id;
      case Answer::against:
        return "no" + id;
      case Answer::red_line:
        return "RED LINE" + id;
      case Answer::unknown:
        break;
    }
    return "?" + id;
  }

  // Those whose yes is not needed only where they have said something.
  bool has_column(std::size_t p) const {
    return check_.parties[p].needed ||
           std::any_of(check_.words.begin(), check_.words.end(),
                       [&](const auto& words) { return words[p].answer != Answer::unknown; });
  }

  void say_strip() {
    std::vector<Column> columns{{"clause", 9}, {"settles", 20}};
    for (std::size_t p = 0; p < check_.parties.size(); ++p)
      if (has_column(p))
        columns.push_back({party(p) + (check_.parties[p].needed ? "" : " (not asked)"), 8});
    Table table{columns};
    for (std::size_t c = 0; c < check_.clauses.size(); ++c) {
      std::vector<std::string> row{visible(clause_name(check_, c)), settles(c)};
      for (std::size_t p = 0; p < check_.parties.size(); ++p)
        if (has_column(p)) row.push_back(cell(check_.words[c][p]));
      table.add(row);
    }
    out_ += "\n" + table.text(screen_) + "\n";
    say("yes: accepts it in its own words; open: is open to it, which is no yes; if: accepts it on "
        "a condition; no: is against it; "
        "?: not known. Behind it the position that says so, or comes nearest.");
  }

  void say_clause(std::size_t c) {
    say(fmt::format("{}, {}: “{}”", visible(clause_name(check_, c)), settles(c),
                    shortened(check_.clauses[c].words, longest_clause)),
        2);
    std::vector<std::string> silent;
    for (std::size_t p = 0; p < check_.parties.size(); ++p) {
      const Word& word = check_.words[c][p];
      if (word.answer != Answer::unknown || (word.position && check_.parties[p].needed))
        say(fmt::format("  {} {}", party(p), citing_.said(word)), 4);
      else if (check_.parties[p].needed)
        silent.push_back(party(p));
    }
    if (!silent.empty()) say(fmt::format("  no word: {}", fmt::join(silent, ", ")), 4);
  }

  void say_balance() {
    head("How one-sided is it?");
    say(visible(balance_words(check_)));
    Table table{{{"party", 10},
                 {"as it asked", 9},
                 {"as it offered", 9},
                 {"open or on a condition", 12},
                 {"otherwise than it said", 12},
                 {"across its red line", 12},
                 {"unknown", 7}}};
    for (std::size_t p = 0; p < check_.parties.size(); ++p) {
      if (!has_column(p)) continue;
      std::vector<std::string> row{party(p)};
      for (Bearing bearing : {Bearing::wanted, Bearing::offered, Bearing::open, Bearing::against,
                              Bearing::crossed, Bearing::unknown})
        row.push_back(clauses_with(p, bearing));
      table.add(row);
    }
    out_ += "\n" + table.text(screen_) + "\n";
    say("Clauses, counted against what each party has said itself. Each clause counts as one, "
        "whatever it weighs.");
  }

  std::string clauses_with(std::size_t p, Bearing bearing) const {
    const std::size_t count = check_.balances[p].count(bearing);
    if (count == 0 || bearing == Bearing::unknown) return std::to_string(count);
    std::vector<std::string> names;
    for (std::size_t c = 0; c < check_.clauses.size(); ++c)
      if (check_.balances[p].bearings[c] == bearing) names.push_back(clause_name(check_, c));
    return fmt::format("{}: {}", count, fmt::join(names, ", "));
  }

  const DraftCheck& check_;
};

}  // namespace

std::string check_text(const Case& contents, const DraftCheck& check, const Screen& screen) {
  return CheckText(contents, check, screen).text();
}

}  // namespace entente::report

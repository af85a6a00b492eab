// SPDX-License-Identifier: Apache-2.0
#include "report/citing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t longest_quote = 120;

}  // namespace

std::string named_together(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? "nobody" : names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

std::string Citing::cite(PositionId id) {
  const Position* position = lookup_.position(id);
  if (!position) return id.text();
  used_.insert(id);
  const auto day = day_of(*position);
  const std::string speaker =
      position->reported_by == "narrator" ? "the text itself" : position->reported_by;
  return fmt::format("“{}” ({}, {}{}, {}{})", shortened(position->words, longest_quote),
                     visible(speaker), position->said ? "said " : "",
                     day ? to_string(*day) : "no date", id.text(),
                     is_suggested(position->review) ? " ?" : "");
}

std::string Citing::said(const Word& word) {
  if (word.answer == Answer::unknown) return unknown(word);
  std::string out = answer_words(word.answer);
  if (word.answer == Answer::conditional) out = condition(word);
  if (word.instead)
    out += word.answer == Answer::red_line ? ", drawn around another option"
                                           : ", asking for another option";
  out += ": " + cite(*word.position);
  if (word.but)
    out += "; later it has said otherwise, " + cite(*word.but) +
           ", and the line stays until a person rejects it";
  return out;
}

std::string Citing::suggestions() const {
  const auto open =
      static_cast<std::size_t>(std::count_if(used_.begin(), used_.end(), [&](PositionId id) {
        return is_suggested(lookup_.position(id)->review);
      }));
  if (open == 0) return "";
  return fmt::format(
      "? suggested by the program and not yet looked at by a person: {} of the {} cited here. "
      "entente show CASE {} "
      "leads to the sentence.",
      open, counted(used_.size(), "position", "positions"), used_.begin()->text());
}

std::string Citing::unknown(const Word& word) {
  if (word.doubt == Doubt::silent)
    return word.position ? "no word on this option; it asks for another: " + cite(*word.position)
                         : doubt_words(word.doubt);
  if (!word.position)
    return word.doubt == Doubt::clause ? "unknown: the clause names no option"
                                       : "unknown: " + doubt_words(word.doubt);
  std::string out = "unknown: " + doubt_words(word.doubt) + ": " + cite(*word.position);
  if (word.but) out += " and " + cite(*word.but);
  return word.doubt == Doubt::guessed ? out + cure_of_guess(*word.position) : out;
}

std::string Citing::condition(const Word& word) const {
  const std::string words = condition_of(lookup_, word);
  return words.empty() ? "takes it up on a condition that was not read"
                       : "accepts on a condition (“" + visible(words) + "”)";
}

std::string Citing::cure_of_guess(PositionId id) const {
  const Position* position = lookup_.position(id);
  const Statement* said =
      position && position->statement ? lookup_.statement(*position->statement) : nullptr;
  if (!said || !said->person) return "";
  const Person* speaker = lookup_.person(*said->person);
  if (speaker && speaker->party.empty() && speaker->same_as)
    speaker = lookup_.person(*speaker->same_as);
  return speaker ? fmt::format("; once a person confirms {}, it counts", speaker->id.text()) : "";
}

void CitingPage::say(const std::string& words, std::size_t indent) {
  out_ += paragraph(words, screen_, indent);
}

void CitingPage::head(const std::string& words) { out_ += "\n" + heading(words, screen_); }

void CitingPage::say_whose(const std::vector<AskedParty>& parties) {
  std::vector<std::string> needed, assumed, others;
  for (const AskedParty& one : parties) {
    (one.needed ? needed : others).push_back(visible(one.party));
    if (one.needed && !one.stated) assumed.push_back(visible(one.party));
  }
  if (needed.empty())
    return say(
        "The case names no party whose yes a deal needs. entente new CASE --parties FILE says "
        "who they are.");
  say(fmt::format("A deal needs the yes of {}.{}", named_together(needed),
                  others.empty()
                      ? ""
                      : fmt::format(" It does not need that of {}.", fmt::join(others, " or "))));
  if (!assumed.empty())
    say(fmt::format("The case does not say so of {}: taken as needed, as {}.",
                    named_together(assumed),
                    principals(parties) ? "principals"
                                        : "all who take a side here and are called nothing else. "
                                          "entente new CASE --parties FILE says who must agree"));
}

void CitingPage::say_suggestions() {
  const std::string words = citing_.suggestions();
  if (words.empty()) return;
  out_ += "\n";
  say(words);
}

bool CitingPage::principals(const std::vector<AskedParty>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](const AskedParty& one) {
    const Party* party = lookup().party(one.party);
    return party && one.needed && party->kind == PartyKind::principal;
  });
}

}  // namespace entente::report

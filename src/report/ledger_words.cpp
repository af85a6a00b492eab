// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/ledger.h"

namespace entente::report {
namespace {

std::string_view shift_words(Shift shift) {
  switch (shift) {
    case Shift::gives_up:
      return "gives something up";
    case Shift::softens:
      return "softens";
    case Shift::hardens:
      return "hardens";
    case Shift::reverses:
      return "turns around";
    case Shift::none:
      break;
  }
  return "";
}

std::string_view course_name(Course course) {
  switch (course) {
    case Course::narrowing:
      return "narrowing";
    case Course::widening:
      return "widening";
    case Course::mixed:
      return "some came nearer, others parted";
    case Course::stuck:
      return "stuck";
    case Course::unknown:
      break;
  }
  return "not known";
}

std::string use_words(LeverUse use) {
  switch (use) {
    case LeverUse::held:
      return "has";
    case LeverUse::threatened:
      return "threatens to use";
    case LeverUse::applied:
      return "uses";
    case LeverUse::offered:
      return "offers to ease";
    case LeverUse::eased:
      return "eases";
    case LeverUse::declined:
      return "will not use";
    case LeverUse::withheld:
      return "will not ease";
    case LeverUse::asked:
      break;
  }
  return "is asked about";
}

// Kinds whose own word does not say what it is that is used or eased.
std::string kind_words(const std::string& kind) {
  constexpr std::pair<std::string_view, std::string_view> phrases[] = {
      {"walking_away", "its seat at the talks"},
      {"work", "industrial action"},
      {"money", "payments"},
      {"energy", "energy supplies"},
      {"weapons", "arms supplies"},
      {"trade", "trade measures"}};
  for (const auto& [name, phrase] : phrases)
    if (name == kind) return std::string(phrase);
  return spoken(kind);
}

}  // namespace

std::string cause_words(const CellChange& change, const Lookup& lookup) {
  if (change.recoding) return "analyst recoded";
  if (change.cause == Cause::new_source) return "new source";
  const Position* to = change.to ? lookup.position(*change.to) : nullptr;
  if (!change.in_text || !to) return "party moved";
  return fmt::format("party moved{}: the text says that it {}",
                     change.between_texts ? ", between texts" : "", shift_words(to->shift));
}

std::string course_words(const IssueCourse& course) {
  std::string out{course_name(course.course)};
  if (course.since) out += fmt::format(" since {}", to_string(*course.since));
  if (course.silent && course.last_word)
    out += fmt::format("; silent since {}", to_string(*course.last_word));
  if (!course.apart.empty()) out += fmt::format("; apart: {}", fmt::join(course.apart, ", "));
  return out;
}

std::string departs_words(Departs in) {
  switch (in) {
    case Departs::numbers:
      return "other numbers";
    case Departs::negation:
      return "one of the two denies";
    case Departs::modality:
      break;
  }
  return "one of the two is surer";
}

std::string colour_words(Colour colour) {
  switch (colour) {
    case Colour::doubt:
      return "casts doubt";
    case Colour::guilt:
      return "finds guilt";
    case Colour::scorn:
      return "scorns";
    case Colour::praise:
      break;
  }
  return "praises";
}

std::string outcome_words(MeetingOutcome outcome) {
  switch (outcome) {
    case MeetingOutcome::held:
      return "held";
    case MeetingOutcome::kept:
      return "planned, and held";
    case MeetingOutcome::planned:
      return "planned";
    case MeetingOutcome::unheard:
      return "its day is past, and nobody tells of it";
    case MeetingOutcome::proposed:
      return "proposed";
    case MeetingOutcome::cancelled:
      break;
  }
  return "cancelled";
}

std::string lever_words(const Lever& lever) {
  std::string out = fmt::format("{} {}", use_words(lever.use), kind_words(lever.kind));
  if (!lever.target.empty()) out += " towards " + lever.target;
  if (!lever.deadline_words.empty()) out += ", " + lever.deadline_words;
  if (lever.deadline) out += fmt::format(" ({})", to_string(*lever.deadline));
  if (!lever.condition.empty()) out += ", if: " + lever.condition;
  return out;
}

}  // namespace entente::report

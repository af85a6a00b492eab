// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/units.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

constexpr std::size_t longest_aside = 10;

// "welcomed and supported", "preferred, but did not insist on, a date"
bool more_verbs(const Scene& scene, Unit& unit) {
  const Link link = link_at(scene, unit.message);
  if (!link.joined) return false;
  const auto more = predicate_at(scene, link.end);
  if (!more || more->present || more->passive) return false;
  if (link.comma && !scene.is_comma(more->after)) return false;
  unit.tellings.push_back({unit.tellings.back().voices, *more});
  unit.message = more->after + (link.comma ? 1 : 0);
  return true;
}

bool late_insertion(const Scene& scene, Unit& unit) {
  if (!scene.is_comma(unit.message)) return false;
  ActorList late{{}, unit.message, {}};
  while (take_insertion(scene, late)) {
  }
  if (late.empty() || !scene.is_comma(late.end)) return false;
  auto& voices = unit.tellings.back().voices;
  voices.insert(voices.end(), late.voices.begin(), late.voices.end());
  unit.message = late.end + 1;
  return true;
}

// "proposed, as a compromise, to leave"
bool late_aside(const Scene& scene, Unit& unit) {
  const Predicate& verb = unit.tellings.back().predicate;
  if (verb.after > verb.cue.end) return false;
  const std::size_t end = past_aside(scene, unit.message);
  if (end == unit.message) return false;
  unit.message = scene.is_word(end, U"that") ? end + 1 : end;
  return true;
}

bool other_teller(const Scene& scene, Unit& unit) {
  const Link link = link_at(scene, unit.message);
  if (!link.any()) return false;
  const ActorList actors = actors_at(scene, link.end);
  if (actors.empty()) return false;
  const auto predicate = predicate_at(scene, actors.end);
  const bool present = unit.tellings.front().predicate.present;
  if (!predicate || predicate->present != present || predicate->passive) return false;
  unit.tellings.push_back({actors.voices, *predicate});
  unit.message = predicate->after;
  return true;
}

}  // namespace

bool ends_part(const Scene& scene, std::size_t i) {
  return i < scene.last() && scene.item(i).is_mark(';');
}
bool is_over(const Scene& scene, std::size_t i) {
  return i >= scene.last() || speech::is_stop(scene.item(i).mark);
}

Range trimmed(const Scene& scene, Range range) {
  const auto loose = [&](std::size_t i) {
    return scene.is_comma(i) || scene.item(i).is_mark(':') || speech::is_stop(scene.item(i).mark);
  };
  while (!range.empty() && loose(range.begin)) ++range.begin;
  const auto open = [&](std::size_t i) {
    return loose(i) || scene.item(i).is(class_joiner | class_adversative);
  };
  while (!range.empty() && open(range.end - 1)) --range.end;
  return range;
}

Link link_at(const Scene& scene, std::size_t i) {
  Link link{i};
  if (ends_part(scene, i)) {
    link.semicolon = true;
    ++link.end;
  } else if (scene.is_comma(i)) {
    link.comma = true;
    ++link.end;
  } else if (i > scene.clause.first && scene.item(i - 1).is_quote()) {
    link.comma = scene.item(i - 1).last == ',';  // it stands inside the quotation marks
  }
  if (const std::size_t end = scene.past(ActorWord::contrast, link.end); end > link.end) {
    link.joined = true;
    link.end = end;
  }
  return link;
}

std::size_t past_aside(const Scene& scene, std::size_t at) {
  if (!scene.is_comma(at) || at + 1 >= scene.last() ||
      !scene.item(at + 1).is(class_preposition | class_adverb))
    return at;
  for (std::size_t i = at + 2; i < at + longest_aside && !is_over(scene, i); ++i)
    if (scene.is_comma(i)) return i + 1;
  return at;
}

std::optional<Unit> clause_at(const Scene& scene, std::size_t at) {
  const ActorList actors = actors_at(scene, at);
  if (actors.empty()) return std::nullopt;
  const auto predicate = predicate_at(scene, actors.end);
  if (!predicate || predicate->present || predicate->passive) return std::nullopt;
  Unit unit{{{actors.voices, *predicate}}, actors.remarks, predicate->after, {}, {}, false, true};
  share_message(scene, unit);
  return unit;
}

void share_message(const Scene& scene, Unit& unit) {
  while (more_verbs(scene, unit) || late_insertion(scene, unit) || late_aside(scene, unit)) {
  }
  const bool apart = scene.is_comma(unit.message);
  Unit longer = unit;
  while (other_teller(scene, longer))
    if (!apart || scene.is_comma(longer.message)) {
      unit = longer;
      if (apart) ++unit.message;
      return;
    }
}

std::optional<Unit> present_at(const Scene& scene, std::size_t at) {
  const ActorList actors = actors_at(scene, at);
  if (actors.empty()) return std::nullopt;
  const auto predicate = predicate_at(scene, actors.end);
  if (!predicate || !predicate->present) return std::nullopt;
  Unit unit{{{actors.voices, *predicate}}, {}, predicate->after, {}, {}, false, true};
  share_message(scene, unit);
  return unit;
}

}  // namespace entente::extract::actors

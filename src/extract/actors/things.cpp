// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/things.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

const VerbUse* use_of(const Scene& scene, std::size_t i, Form form) {
  for (const VerbUse& use : *scene.item(i).uses)
    if (use.rest.empty() && (use.forms & form)) return &use;
  return nullptr;
}

// The "by" behind a participle of a verb of saying.
std::size_t past_participle(const Scene& scene, std::size_t i) {
  std::size_t head = i;
  while (head < scene.last() && is_adverb(scene.item(head))) ++head;
  if (head >= scene.last() || !scene.item(head).uses || scene.item(head).capital) return i;
  return scene.is_word(head + 1, U"by") && use_of(scene, head, form_participle) ? head + 1 : i;
}

bool is_refusal(const Scene& scene, std::size_t i) {
  while (is_adverb(scene.item(i))) ++i;
  return (use_of(scene, i, form_participle)->frames & frame_rejected) != 0;
}

// "supported by A and opposed by B", of a thing.
std::optional<Unit> participles_at(const Scene& scene, std::size_t at) {
  Unit unit;
  for (std::size_t i = at; i < scene.last();) {
    const std::size_t by = past_participle(scene, i);
    const ActorList actors =
        by > i ? plain_list_at(scene, by + 1, {}, Verb::of_its_own) : ActorList{};
    if (actors.empty()) break;
    unit.tellings.push_back({actors.voices, Predicate{{i, by}, by, is_refusal(scene, i)}});
    unit.message = actors.end;
    const Link link = link_at(scene, actors.end);
    if (!link.any()) break;
    i = link.end;
  }
  if (unit.tellings.empty()) return std::nullopt;
  return unit;
}

}  // namespace

std::optional<Unit> agents_at(const Scene& scene, std::size_t at) {
  const auto predicate = predicate_at(scene, at);
  if (!predicate || !predicate->passive) return std::nullopt;
  if (!scene.is_word(predicate->cue.end, U"by")) return std::nullopt;
  const ActorList actors = plain_list_at(scene, predicate->cue.end + 1, {}, Verb::of_its_own);
  if (actors.empty()) return std::nullopt;
  Unit unit{{{actors.voices, *predicate}}, {}, actors.end, {}, {}, false, false};
  if (const Link link = link_at(scene, actors.end); link.any())
    if (auto more = participles_at(scene, link.end)) {
      unit.tellings.insert(unit.tellings.end(), more->tellings.begin(), more->tellings.end());
      unit.message = more->message;
    }
  return unit;
}

std::optional<Unit> passive_at(const Scene& scene, std::size_t at) {
  for (std::size_t i = at + 1; !is_over(scene, i); ++i) {
    if (scene.item(i).is(class_subordinator) && !scene.is_word(i, U"as")) return std::nullopt;
    auto unit = agents_at(scene, i);
    if (!unit) continue;
    const bool taken_up = i == at + 1 && scene.item(at).is(class_pronoun | class_determiner);
    if (!taken_up) unit->matter = trimmed(scene, {at, i});
    unit->of_before = true;
    unit->own_subject = true;
    return unit;
  }
  return std::nullopt;
}

std::optional<Unit> described_at(const Scene& scene, std::size_t at) {
  if (scene.item(at).is(class_adversative | class_joiner | class_preposition | class_subordinator))
    return std::nullopt;
  for (std::size_t i = at + 1; !is_over(scene, i); ++i) {
    const bool comma = scene.is_comma(i);
    if (auto unit = participles_at(scene, comma ? i + 1 : i)) {
      unit->matter = trimmed(scene, {at, i});
      unit->of_before = true;
      unit->own_subject = true;
      return unit;
    }
    if (comma) break;
  }
  return std::nullopt;
}

}  // namespace entente::extract::actors

// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/predicates.h"

#include <algorithm>

#include "extract/attribution/signs.h"

namespace entente::extract::actors {
namespace {

using namespace speech;

// The words of "express concern" may have "serious" or "again" between them.
std::size_t past_rest(const Scene& scene, std::size_t at, const std::vector<std::u32string>& rest) {
  std::size_t i = at;
  for (const std::u32string& word : rest) {
    while (i < scene.last() && !scene.is_word(i, word) &&
           (scene.at(ActorWord::degree, i) || is_adverb(scene.item(i))))
      ++i;
    if (!scene.is_word(i, word)) return at;
    ++i;
  }
  return i;
}

// "had difficulty with": no helping verb.
bool begins_phrase(const Scene& scene, std::size_t i) {
  const auto* uses = scene.item(i).uses;
  return uses && std::any_of(uses->begin(), uses->end(), [&](const VerbUse& use) {
           return !use.rest.empty() && past_rest(scene, i + 1, use.rest) > i + 1;
         });
}

struct Helpers {
  std::size_t first = 0, head = 0;
  bool be = false, have = false, other = false, negated = false;
};

Helpers helpers_at(const Scene& scene, std::size_t at) {
  Helpers out{at, at, false, false, false, false};
  bool begun = false;
  for (; out.head < scene.last(); ++out.head) {
    const Item& item = scene.item(out.head);
    if (!item.is_word() || item.is(class_contracted)) break;
    const bool helps = item.is(class_auxiliary | class_negation);
    if (!helps && !is_adverb(item)) break;
    if (helps && begins_phrase(scene, out.head)) break;
    if (helps && !begun) out.first = out.head;
    begun = begun || helps;
    out.be = out.be || item.is(class_be);
    out.have = out.have || item.is(class_have);
    out.other = out.other || (helps && !item.is(class_be | class_have));
    if (item.is(class_negation)) out.negated = !out.negated;
  }
  if (!begun) out.first = out.head;
  return out;
}

bool fits(const Helpers& helpers, std::uint8_t forms) {
  if (helpers.be) return (forms & (form_participle | form_ing)) != 0;
  if (helpers.have) return (forms & form_participle) != 0;
  if (helpers.other) return (forms & form_base) != 0;
  return true;
}

struct Use {
  const VerbUse* verb = nullptr;
  std::size_t end = 0;
};

Use use_at(const Scene& scene, const Helpers& helpers) {
  const Item& head = scene.item(helpers.head);
  if (!head.is_word() || !head.uses || (head.capital && helpers.head != scene.clause.first))
    return {};
  for (const VerbUse& use : *head.uses) {
    const std::size_t end = past_rest(scene, helpers.head + 1, use.rest);
    const bool there = use.rest.empty() || end > helpers.head + 1;
    const bool infinitive = !use.rest.empty() && use.rest.back() == U"to" &&
                            starts_infinitive(scene.items(), end - 1, scene.last());
    if (there && !infinitive && fits(helpers, use.forms)) return {&use, end};
  }
  return {};
}

bool is_toward(const Scene& scene, std::size_t i) {
  return scene.at(ActorWord::toward, i) && !starts_infinitive(scene.items(), i, scene.last());
}

// "raised concern | about", "disagreed | with"; "asked the Chair" has none.
std::size_t past_toward(const Scene& scene, std::size_t i) {
  return is_toward(scene, i) ? scene.past(ActorWord::toward, i) : i;
}

std::size_t past_that(const Scene& scene, std::size_t i) {
  if (i < scene.last() && scene.item(i).is_mark(':')) return i + 1;
  return scene.is_word(i, U"that") ? i + 1 : i;
}

// "was of the view that"
std::optional<Predicate> judgement_at(const Scene& scene, const Helpers& helpers) {
  const std::size_t end = scene.past(ActorWord::judged, helpers.head);
  if (!helpers.be || end == helpers.head) return std::nullopt;
  const std::size_t cue_end = past_toward(scene, end);
  return Predicate{
      {helpers.first, cue_end}, past_that(scene, cue_end), helpers.negated, false, false, true};
}

}  // namespace

std::optional<Predicate> predicate_at(const Scene& scene, std::size_t at) {
  if (at >= scene.last()) return std::nullopt;
  const Helpers helpers = helpers_at(scene, at);
  if (helpers.head >= scene.last()) return std::nullopt;
  if (auto judged = judgement_at(scene, helpers)) return judged;
  const Use use = use_at(scene, helpers);
  if (!use.verb) return std::nullopt;
  const bool ing = (use.verb->forms & form_ing) != 0;
  // "a text proposed by A": no verb of what stands before it.
  if (!ing && !helpers.be && scene.is_word(use.end, U"by")) return std::nullopt;
  // "some support": a noun.
  const bool bare = !helpers.be && !helpers.have && !helpers.other && use.verb->forms == form_base;
  if (bare && (use.verb->frames & frame_ambiguous)) return std::nullopt;
  const std::size_t cue_end = past_toward(scene, use.end);
  Predicate out{{helpers.first, cue_end}, past_that(scene, cue_end)};
  out.rejected = ((use.verb->frames & frame_rejected) != 0) != helpers.negated;
  out.helped = helpers.be || helpers.have || helpers.other;
  out.present = ing && !helpers.be;
  out.passive = helpers.be && !ing;
  return out;
}

}  // namespace entente::extract::actors

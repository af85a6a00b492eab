// SPDX-License-Identifier: Apache-2.0
#include "analyze/shared/objects.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/prose.h"
#include "text/stems.h"

namespace entente::analyze {
namespace {

constexpr std::size_t shortest_word = 3;
std::set<std::u32string> stems_of(std::u32string_view list) {
  std::set<std::u32string> stems;
  const text::Prose prose = text::read_prose(list, {});
  for (std::size_t i = 0; i < prose.tokens.size(); ++i)
    stems.insert(text::stem_of(prose.folded_word(i)));
  return stems;
}

const std::set<std::u32string>& words_without_object() {
  static const std::set<std::u32string> words = stems_of(
      // articles, pronouns, prepositions, conjunctions, helping verbs, adverbs of degree and time
      U"the this that these those such any all each every some both either neither none other "
      U"another same own its his her their our your they them him she who whom whose which what "
      U"where when while why how with without within from into onto upon over under above below "
      U"about around after before during since until till between among across along against "
      U"toward towards through for and but nor yet not never than then there here because though "
      U"although unless whether once only also even just still again already ever always now today "
      U"tomorrow yesterday soon later more most much many less least few very too out off down "
      U"back away per via are was were been being has have had having does did done doing will "
      U"would shall should can could may might must ought let lets get gets got one two first last "
      U"new year month week day time thing way part anyone anything nobody nothing someone "
      U"something everyone everything "
      // verbs of saying and of taking sides, and the nouns made of them
      U"say says said tell tells told speak spoke talk talked add added ask asked call called "
      U"claim "
      U"state stated insist warn announce declare repeat demand want wish hope seek sought urge "
      U"require request expect prefer offer propose proposal promise pledge undertook agree agreed "
      U"accept support back welcome endorse approve ready willing prepared open consider weigh "
      U"study discuss reject refuse refusal dismiss oppose decline rule ruled block veto deny "
      U"denied condemn criticise criticize concede abandon drop give gave given make made take "
      U"took taken come came goes going went keep kept put set need think thought believe know "
      U"see seen mean possible unacceptable acceptable clear");
  return words;
}

}  // namespace

std::size_t shared_objects(const ObjectWords& a, const ObjectWords& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& word) {
    return std::find(b.begin(), b.end(), word) != b.end();
  }));
}

Objects::Objects(const Case& whole) {
  for (const Party& party : whole.codebook.parties) {
    leave_out(party.name);
    for (const auto* names : {&party.aliases, &party.demonyms, &party.seats})
      for (const std::string& name : *names) leave_out(name);
  }
  for (const Position& position : whole.positions) leave_out(position.party);
  for (const Person& person : whole.people) leave_out(person.name);
}

void Objects::leave_out(std::string_view name) { names_.merge(stems_of(from_utf8(name))); }

ObjectWords Objects::of(std::string_view text) const {
  const text::Prose prose = text::read_prose(from_utf8(text), {});
  ObjectWords words;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i) {
    const text::Token& token = prose.tokens[i];
    if (token.kind != text::TokenKind::word || token.span.size() < shortest_word) continue;
    auto stem = text::stem_of(prose.folded_word(i));
    if (names_.contains(stem) || words_without_object().contains(stem)) continue;
    if (std::find(words.begin(), words.end(), stem) == words.end())
      words.push_back(std::move(stem));
  }
  return words;
}

}  // namespace entente::analyze

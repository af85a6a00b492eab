// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/sides.h"

#include <algorithm>
#include <string_view>

#include "extract/meetings/table.h"
#include "extract/positions/marked_text.h"

namespace entente::extract::coding {
namespace {

// No party's name: names have no line ends.
constexpr std::string_view all_sides = "\n";

}  // namespace

Sides::Sides(const Reading& reading)
    : table_(parties_of_text(reading)), mentions_(reading.mentions) {
  for (std::size_t s = 1; s < reading.prose.sentences.size(); ++s) add_pronoun(reading, s);
  if (table_.size() < 2) return;
  for (const MeetingMark& mark : reading.meeting_words)
    if (mark.what == MeetingWord::sides && !is_word(reading.prose, mark.last - 1, U"the"))
      add(mark.span, std::string(all_sides));
}

// "X signed on Monday. It undertook to leave": the body that the sentence before began with.
void Sides::add_pronoun(const Reading& reading, std::size_t sentence) {
  const text::Prose& prose = reading.prose;
  const text::Sentence &here = prose.sentences[sentence], &before = prose.sentences[sentence - 1];
  if (!is_word(prose, here.first, U"it") || before.paragraph != here.paragraph) return;
  const auto verbs = between(reading.stances, here.first + 1, here.first + 3);
  const bool does = !verbs.empty() && verbs.front().first == here.first + 1 &&
                    (is_doing(verbs.front().what) || is_doing(verbs.back().what));
  const auto subject = mention_from(mentions_, before.span.begin);
  const bool body = subject != mentions_.end() && subject->kind == MentionKind::party &&
                    !subject->party.empty() &&
                    prose.token_at(subject->span.begin) <= before.first + 1;
  if (does && body) add(prose.tokens[here.first].span, std::string(subject->party));
}

void Sides::add(Span words, const std::string& party) {
  const auto at = mention_from(mentions_, words.begin);
  const bool met = at != mentions_.end() && at->span.begin < words.end;
  if (met && !at->party.empty()) return;
  const Mention all{words, MentionKind::party, "", party};
  if (met)
    mentions_[static_cast<std::size_t>(at - mentions_.begin())] = all;
  else
    mentions_.insert(at, all);
}

std::vector<std::string> Sides::told_apart(const std::vector<std::string>& parties) const {
  std::vector<std::string> apart;
  const auto add_once = [&](const std::string& party) {
    if (std::find(apart.begin(), apart.end(), party) == apart.end()) apart.push_back(party);
  };
  for (const std::string& party : parties) {
    if (party == all_sides)
      std::for_each(table_.begin(), table_.end(), add_once);
    else
      add_once(party);
  }
  return apart;
}

}  // namespace entente::extract::coding

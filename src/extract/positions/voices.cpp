// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/voices.h"

#include <array>
#include <map>

#include "extract/positions/function_words.h"
#include "extract/positions/objects.h"

namespace entente::extract::coding {
namespace {

std::vector<Span> in_order(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  return spans;
}

// What the statements inside this one say in their own name.
std::vector<Span> inner_contents(const std::vector<Statement>& statements, std::size_t number) {
  std::vector<Span> inner;
  const Statement& outer = statements[number];
  const Span whole = hull(outer.content);
  // Statements come in the order of their content: those inside stand close by.
  for (std::size_t i = number + 1;
       i < statements.size() && hull(statements[i].content).begin < whole.end; ++i)
    if (statements[i].within == outer.id && !statements[i].party.empty() &&
        statements[i].party != outer.party)
      inner.insert(inner.end(), statements[i].content.begin(), statements[i].content.end());
  return in_order(std::move(inner));
}

// "X, he said, would be Y" is one clause.
std::vector<Span> joined_in_sentence(const std::vector<Span>& content, const text::Prose& prose) {
  std::vector<Span> joined;
  for (const Span fragment : content) {
    const bool goes_on =
        !joined.empty() && fragment.begin - joined.back().end <= 60 &&
        prose.sentence_at(joined.back().end - 1) == prose.sentence_at(fragment.begin);
    if (goes_on)
      joined.back().end = fragment.end;
    else
      joined.push_back(fragment);
  }
  return joined;
}

// "X is ready to leave |, provided that Y stays": what the offer hangs on is part of it.
std::vector<Span> with_condition(const MarkedText& marked, const Statement& statement) {
  const text::Prose& prose = marked.prose;
  auto joined = joined_in_sentence(statement.content, prose);
  if (joined.empty() || statement.speech == Speech::direct) return joined;
  Span& last = joined.back();
  const std::size_t comma = prose.token_at(last.end);
  if (comma + 1 >= prose.tokens.size() || !is_mark(prose, comma, U",")) return joined;
  const text::Sentence& sentence = prose.sentences[prose.sentence_at(last.end - 1)];
  const auto words = between(marked.stances, comma + 1, std::min(comma + 2, sentence.last));
  const bool hangs = std::any_of(words.begin(), words.end(),
                                 [](auto& mark) { return mark.what == StanceWord::condition; });
  if (!hangs) return joined;
  std::size_t end = comma + 1;
  while (end < sentence.last && !is_mark(prose, end, U",;.—–\"”’")) ++end;
  last.end = prose.tokens[end - 1].span.end;
  return joined;
}

// "told X | to leave", "wants | X to leave"
bool asks_another(const MarkedText& marked, const StanceMark& verb, const Statement& statement) {
  if (verb.what != StanceWord::wants && verb.what != StanceWord::directs) return false;
  const std::size_t said = marked.prose.token_at(statement.content.front().begin);
  if (verb.what == StanceWord::directs && said < marked.prose.tokens.size() &&
      is_word(marked.prose, said, U"to"))
    return true;
  return another_to(marked, said, marked.prose.tokens.size());
}

// "Neither X nor Y accepts", "No party accepts"
bool is_nobodys_word(const MarkedText& marked, const Statement& statement) {
  if (statement.source.empty()) return false;
  const std::size_t first = marked.prose.token_at(statement.source.front().begin);
  return is_word(marked.prose, first, U"neither") || is_word(marked.prose, first, U"no");
}

// A truce is announced; that it has failed is only said.
bool announces_a_thing(const MarkedText& marked, const Statement& statement) {
  constexpr std::size_t longest_thing = 8;
  const Span said = statement.content.front();
  const std::size_t first = marked.prose.token_at(said.begin);
  return names_a_thing(marked, first,
                       std::min(first + longest_thing, marked.prose.token_at(said.end)));
}

// The first word of doing in the statement's cue; a denial without one is a refusal.
std::optional<Governor> governor_of_cue(const MarkedText& marked, const Statement& statement) {
  for (const Span cue : statement.cue) {
    const std::size_t first = marked.prose.token_at(cue.begin);
    bool negated = is_nobodys_word(marked, statement);
    for (const StanceMark& mark : between(marked.stances, first, marked.prose.tokens.size())) {
      if (mark.span.begin >= cue.end) break;
      if (mark.what == StanceWord::negation) negated = !negated;
      if (!is_doing(mark.what)) continue;
      const bool of_another = asks_another(marked, mark, statement);
      if (mark.what == StanceWord::directs && !of_another) continue;
      if (mark.what == StanceWord::declares && !announces_a_thing(marked, statement)) continue;
      return Governor{of_another ? StanceWord::demands : mark.what, mark.firmness, negated, {}};
    }
  }
  if (statement.polarity == Polarity::rejected)
    return Governor{StanceWord::rejects, Firmness::unstated, false, {}};
  return std::nullopt;
}

// "opposes monitors | but will accept a hotline": a second verb of the speaker's.
bool goes_on(const MarkedText& marked, const Part& part) {
  constexpr std::array<std::u32string_view, 3> contrasts{U"but", U"while", U"although"};
  const std::size_t join = part.first - std::min<std::size_t>(part.first, 1);
  return (is_any(marked.prose, part.first, contrasts) || is_any(marked.prose, join, contrasts)) &&
         is_finite(marked, part);
}

// The cue belongs to the evidence where it stands directly before the clause.
Span with_cue(const Statement& statement, Span part, const text::Prose& prose) {
  for (const Span cue : statement.cue) {
    if (cue.end > part.begin || part.begin - cue.end > 8) continue;
    if (prose.sentence_at(cue.begin) == prose.sentence_at(part.begin)) return hull(cue, part);
  }
  return part;
}

// The party that speaks in the sentence before or in this stretch: "..., X said, abandoning a
// demand".
std::string teller_before(const std::vector<Statement>& statements, Span sentence, Span stretch) {
  std::string party;
  for (auto at = std::lower_bound(
           statements.begin(), statements.end(), sentence.begin,
           [](const Statement& s, std::size_t begin) { return hull(s.content).end < begin; });
       at != statements.end() && hull(at->content).begin < sentence.end; ++at)
    if (!at->cue.empty() && at->cue.front().begin < stretch.end &&
        sentence.contains(at->cue.front()))
      party = at->party;
  return party;
}

}  // namespace

std::vector<Span> without(Span whole, const std::vector<Span>& holes) {
  std::vector<Span> left;
  for (const Span hole : holes) {
    if (hole.end <= whole.begin) continue;
    if (hole.begin >= whole.end) break;
    if (hole.begin > whole.begin) left.push_back({whole.begin, hole.begin});
    whole.begin = std::max(whole.begin, hole.end);
  }
  if (!whole.empty()) left.push_back(whole);
  return left;
}

Voices::Voices(const MarkedText& marked, const std::vector<Statement>& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i) add_statement(marked, statements, i);
  add_narrator(marked, statements);
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](auto& a, auto& b) { return a.part.span.begin < b.part.span.begin; });
}

void Voices::add_parts(const MarkedText& marked, Span within, Voiced voice) {
  for (const Part& part : cut_clauses(marked, within, voice.governor != nullptr)) {
    voice.part = part;
    voice.from =
        std::max(marked.prose.sentences[part.sentence].first, marked.prose.token_at(within.begin));
    voice.evidence = part.span;
    parts_.push_back(voice);
  }
}

void Voices::add_statement(const MarkedText& marked, const std::vector<Statement>& statements,
                           std::size_t number) {
  const Statement& statement = statements[number];
  if (statement.content.empty()) return;
  const auto governor = governor_of_cue(marked, statement);
  if (governor) governors_.push_back(*governor);
  const std::size_t before = parts_.size();
  const auto inner = inner_contents(statements, number);
  for (const Span fragment : with_condition(marked, statement))
    for (const Span own : without(fragment, inner))
      add_parts(marked, own, {{}, 0, number, governor ? &governors_.back() : nullptr, {}, {}});
  if (!governor || parts_.size() == before) return;
  const bool object = !is_finite(marked, parts_[before].part);
  for (std::size_t i = before; i < parts_.size(); ++i) {
    if (i > before && object && goes_on(marked, parts_[i].part)) parts_[i].governor = nullptr;
    if (!parts_[i].governor) continue;
    parts_[i].evidence = with_cue(statement, parts_[i].part.span, marked.prose);
  }
}

void Voices::add_narrator(const MarkedText& marked, const std::vector<Statement>& statements) {
  std::vector<Span> said;
  for (const Statement& statement : statements) {
    const auto joined = with_condition(marked, statement);
    said.insert(said.end(), joined.begin(), joined.end());
  }
  said = in_order(std::move(said));
  std::size_t next = 0;
  for (const text::Sentence& sentence : marked.prose.sentences) {
    std::vector<Span> holes;
    while (next < said.size() && said[next].end <= sentence.span.begin) ++next;
    for (std::size_t i = next; i < said.size() && said[i].begin < sentence.span.end; ++i)
      holes.push_back(said[i]);
    for (const Span own : without(sentence.span, holes)) {
      const std::size_t first = marked.prose.token_at(own.begin);
      if (first >= marked.prose.tokens.size() || marked.prose.tokens[first].span.begin >= own.end)
        continue;
      Voiced voice;
      voice.teller = teller_before(statements, sentence.span, own);
      add_parts(marked, own, voice);
    }
  }
}

}  // namespace entente::extract::coding

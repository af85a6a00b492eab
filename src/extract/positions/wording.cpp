// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/wording.h"

#include <array>
#include <map>

#include "base/utf8.h"
#include "extract/positions/function_words.h"

namespace entente::extract::coding {
namespace {

Span without_marks(const text::Prose& prose, Span span) {
  constexpr std::u32string_view edge = U" ,;\"“”‘’«»\n";
  const auto at_edge = [&](std::size_t at) { return edge.find(prose.text[at]) != edge.npos; };
  while (!span.empty() && at_edge(span.end - 1)) --span.end;
  while (!span.empty() && at_edge(span.begin)) ++span.begin;
  return span;
}

}  // namespace

std::vector<std::size_t> utterances_of(const std::vector<Statement>& statements) {
  std::map<StatementId, std::size_t> first;
  std::vector<std::size_t> utterances;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto before =
        statements[i].continues ? first.find(*statements[i].continues) : first.end();
    utterances.push_back(before == first.end() ? i : before->second);
    first.emplace(statements[i].id, utterances.back());
  }
  return utterances;
}

bool is_question(const text::Prose& prose, const Part& part) {
  const text::Sentence& sentence = prose.sentences[part.sentence];
  for (std::size_t token = sentence.last; token-- > sentence.first && sentence.last - token <= 2;)
    if (is_mark(prose, token, U"?")) return true;
  return false;
}

bool asks_indirectly(const text::Prose& prose, const Part& part) {
  constexpr std::array<std::u32string_view, 6> asking{U"which", U"whether", U"how",
                                                      U"what",  U"who",     U"where"};
  return is_any(prose, part.first, asking);
}

namespace {

// Tokens from a word of asking to its "if": "asked by reporters on Monday if".
constexpr std::size_t longest_asking = 8;
constexpr std::size_t farthest_year = 3;  // tokens from a verb's object to "in 2029"

constexpr std::array<std::u32string_view, 6> question_words{U"what", U"which", U"who",
                                                            U"how",  U"when",  U"why"};

bool asks_before(const text::Prose& prose, std::size_t first, std::size_t last) {
  constexpr std::array<std::u32string_view, 9> asking{U"ask",      U"asks",     U"asked",
                                                      U"asking",   U"wondered", U"inquired",
                                                      U"enquired", U"queried",  U"pressed"};
  for (std::size_t token = last - std::min(last - first, longest_asking); token < last; ++token)
    if (is_any(prose, token, asking)) return true;
  return false;
}

std::optional<int> year_at(const text::Prose& prose, std::size_t token) {
  const auto word = prose.folded_word(token);
  if (word.size() != 4 || !(word.starts_with(U"19") || word.starts_with(U"20"))) return {};
  if (word.find_first_not_of(U"0123456789") != word.npos) return {};
  return std::stoi(to_utf8(word));
}

// "in 2029", "in May 2029"
bool is_past_year(const text::Prose& prose, std::size_t token, std::optional<Date> printed) {
  if (!is_word(prose, token, U"in")) return false;
  for (std::size_t at = token + 1; at < std::min(token + 3, prose.tokens.size()); ++at)
    if (const auto year = year_at(prose, at))
      return !printed || *year < static_cast<int>(printed->year());
  return false;
}

bool is_past_form(const text::Prose& prose, std::size_t token) {
  return prose.folded_word(token).ends_with(U"ed");
}

}  // namespace

bool is_asked_about(const text::Prose& prose, const Part& part, std::size_t verb) {
  const std::size_t first = prose.sentences[part.sentence].first;
  for (std::size_t token = verb; token-- > first;) {
    if (is_mark(prose, token, U",;:—–")) return false;
    if (is_word(prose, token, U"whether")) return true;
    if (is_word(prose, token, U"if")) return asks_before(prose, first, token);
    if (is_any(prose, token, question_words) && asks_before(prose, first, token)) return true;
  }
  return false;
}

bool is_past_deed(const text::Prose& prose, const Part& part, std::size_t verb, std::size_t last,
                  std::optional<Date> printed) {
  if (!is_past_form(prose, verb)) return false;
  if (is_past_year(prose, prose.sentences[part.sentence].first, printed)) return true;
  for (std::size_t token = std::max(verb + 1, last);
       token < std::min(last + farthest_year, part.last) && !is_past_form(prose, token); ++token)
    if (is_past_year(prose, token, printed)) return true;
  return false;
}

bool is_flat_no(const text::Prose& prose, const Part& part) {
  return is_word(prose, part.first, U"never") || is_word(prose, part.first, U"not");
}

bool names_request(const text::Prose& prose, std::size_t from, std::size_t sentence) {
  constexpr std::array<std::u32string_view, 3> naming{U"asked", U"questioned", U"of"};
  const std::size_t last = std::min(from + 4, prose.sentences[sentence].last);
  for (std::size_t token = from; token + 1 < last; ++token)
    if (is_any(prose, token, naming)) return true;
  return false;
}

Span own_words(const text::Prose& prose, const Statement& statement, Span whole,
               std::size_t named) {
  const std::size_t at = prose.tokens[named].span.begin;
  Span best;
  for (const Span content : statement.content) {
    const Span own{std::max(content.begin, whole.begin), std::min(content.end, whole.end)};
    if (own.begin >= own.end) continue;
    if (own.begin <= at && at < own.end) return without_marks(prose, own);
    if (best.empty() || own.size() > best.size()) best = own;
  }
  return without_marks(prose, best);
}

bool names_one(const text::Prose& prose, const StanceMark& mark) {
  constexpr std::array<std::u32string_view, 5> several{U"these", U"those", U"they", U"them",
                                                       U"none"};
  if (is_word(prose, mark.last - 1, U"this")) return true;
  return !is_any(prose, mark.first, several) && !prose.folded_word(mark.last - 1).ends_with(U's');
}

std::string reporter(const text::Prose& prose, const Statement& statement) {
  if (!statement.speaker.empty()) return statement.speaker;
  if (!statement.party.empty()) return statement.party;
  return statement.source.empty() ? "" : slice_utf8(prose.text, hull(statement.source));
}

std::vector<std::string> joined_parties(const text::Prose& prose,
                                        const std::vector<Mention>& mentions, Span span) {
  constexpr std::array<std::u32string_view, 4> joins{U" and ", U", ", U", and ", U" and the "};
  std::vector<std::string> parties;
  std::size_t end = 0;
  for (auto at = mention_from(mentions, span.begin);
       at != mentions.end() && at->span.begin < span.end; ++at) {
    if (at->party.empty()) return {};
    const bool gap = !parties.empty() && end <= at->span.begin;
    const auto between_them =
        gap ? std::u32string_view(prose.folded).substr(end, at->span.begin - end) : U"";
    if (!parties.empty() && std::find(joins.begin(), joins.end(), between_them) == joins.end())
      return {};
    parties.push_back(at->party);
    end = at->span.end;
  }
  return parties;
}

bool is_unreal(const MarkedText& marked, const Part& part) {
  std::size_t from = part.first;
  const std::size_t first = marked.prose.sentences[part.sentence].first;
  while (from > first && marked.prose.tokens[from - 1].kind != text::TokenKind::mark) --from;
  const auto marks = between(marked.stances, from, part.last);
  return std::any_of(marks.begin(), marks.end(),
                     [](auto& mark) { return mark.what == StanceWord::unreal; });
}

}  // namespace entente::extract::coding

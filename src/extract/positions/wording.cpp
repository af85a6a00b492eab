// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/wording.h"

#include <map>

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

}  // namespace entente::extract::coding

// SPDX-License-Identifier: Apache-2.0
#include "analyze/accounts/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/utf8.h"
#include "text/prose.h"

namespace entente::analyze {
namespace {

constexpr std::size_t most_sentences = 24;
constexpr double least_likeness = 0.2;

constexpr std::array<std::u32string_view, 9> negations{
    U"not", U"no", U"never", U"nor", U"denied", U"rejected", U"refused", U"cannot", U"neither"};

constexpr std::array<std::u32string_view, 6> bound_words{U"will",  U"must",  U"shall",
                                                         U"won't", U"vowed", U"certainly"};
constexpr std::array<std::u32string_view, 8> loose_words{
    U"may", U"might", U"could", U"possibly", U"perhaps", U"maybe", U"consider", U"considering"};

template <std::size_t N>
bool is_one_of(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_negation(std::u32string_view word) {
  return word.ends_with(U"n't") || is_one_of(negations, word);
}

void add_words(const text::Prose& prose, std::size_t first, std::size_t last,
               AccountSentence& out) {
  for (std::size_t i = first; i < last; ++i) {
    const auto word = prose.folded_word(i);
    if (tells_content(prose.tokens[i])) out.words.push_back(word_key(word));
    if (prose.tokens[i].kind == text::TokenKind::number) out.numbers.push_back(word_key(word));
    if (is_negation(word)) out.negated = true;
    out.bound = out.bound || is_one_of(bound_words, word);
    out.loose = out.loose || is_one_of(loose_words, word);
  }
  out.words = as_set(std::move(out.words));
  out.numbers = as_set(std::move(out.numbers));
}

std::vector<Span> left_out(const Document& document) {
  std::vector<Span> skip = document.headings;
  for (const Noise& noise : document.noise) skip.push_back(noise.span);
  std::sort(skip.begin(), skip.end());
  return skip;
}

AccountSentence sentence_of(const Document& document, const text::Prose& prose,
                            const text::Sentence& sentence) {
  AccountSentence out{{document.card.id, sentence.span}};
  add_words(prose, sentence.first, sentence.last, out);
  return out;
}

// Of each word of each sentence of an account.
using Weights = std::vector<std::vector<double>>;

// Names of the parties stand in nearly every sentence and tell little: a word weighs one over its
// number of sentences.
std::pair<Weights, Weights> weigh(const Account& left, const Account& right) {
  std::unordered_map<std::uint64_t, double> sentences;
  for (const Account* account : {&left, &right})
    for (const AccountSentence& sentence : *account)
      for (const auto word : sentence.words) sentences[word] += 1;
  const auto of = [&](const Account& account) {
    Weights weights;
    for (const AccountSentence& sentence : account) {
      weights.emplace_back();
      for (const auto word : sentence.words) weights.back().push_back(1 / sentences.at(word));
    }
    return weights;
  };
  return {of(left), of(right)};
}

double likeness(const WordKeys& a, const WordKeys& b, const std::vector<double>& of_a,
                const std::vector<double>& of_b) {
  double both = 0, all = 0;
  for (std::size_t x = 0, y = 0; x < a.size() || y < b.size();) {
    const bool left = y == b.size() || (x < a.size() && a[x] <= b[y]);
    const bool right = x == a.size() || (y < b.size() && b[y] <= a[x]);
    const double weight = left ? of_a[x] : of_b[y];
    all += weight;
    if (left && right) both += weight;
    x += left;
    y += right;
  }
  return all > 0 ? both / all : 0;
}

Agreement agreement_of(const AccountSentence& a, const AccountSentence& b) {
  const bool numbers = !a.numbers.empty() && !b.numbers.empty() && a.numbers != b.numbers;
  return numbers || a.negated != b.negated ? Agreement::differs : Agreement::agreed;
}

// For each left sentence the right one that it is paired with, right.size() for none.
std::vector<std::size_t> pair_up(const Account& left, const Account& right) {
  const auto [of_left, of_right] = weigh(left, right);
  std::vector<std::tuple<long long, std::size_t, std::size_t>> candidates;
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < right.size(); ++j)
      if (const double like = likeness(left[i].words, right[j].words, of_left[i], of_right[j]);
          like >= least_likeness)
        candidates.emplace_back(-std::llround(like * 1e9), i, j);
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::size_t> partner(left.size(), right.size());
  std::vector<bool> taken(right.size());
  for (const auto& [like, i, j] : candidates) {
    if (partner[i] != right.size() || taken[j]) continue;
    partner[i] = j;
    taken[j] = true;
  }
  return partner;
}

}  // namespace

Account read_account(const Document& document, Span evidence) {
  const text::Prose prose = text::read_prose(document.text, left_out(document));
  Account account;
  if (prose.sentences.empty()) return account;
  account.reserve(most_sentences);
  const std::size_t at = std::min(prose.sentence_at(evidence.begin), prose.sentences.size() - 1);
  for (std::size_t i = prose.paragraphs[prose.sentences[at].paragraph].first;
       i < prose.sentences.size() && account.size() < most_sentences; ++i)
    account.push_back(sentence_of(document, prose, prose.sentences[i]));
  return account;
}

AccountSentence account_of(const Statement& statement) {
  const std::u32string words = from_utf8(statement.words);
  const text::Prose prose = text::read_tokens(words);
  AccountSentence out{{statement.document, hull(statement.content)}};
  add_words(prose, 0, prose.tokens.size(), out);
  if (statement.polarity == Polarity::rejected) out.negated = !out.negated;
  return out;
}

std::vector<AccountLine> align(const Account& left, const Account& right) {
  const std::vector<std::size_t> partner = pair_up(left, right);
  std::vector<AccountLine> lines;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (partner[i] == right.size())
      lines.push_back({Agreement::only_left, left[i].evidence, std::nullopt});
    else
      lines.push_back(
          {agreement_of(left[i], right[partner[i]]), left[i].evidence, right[partner[i]].evidence});
  }
  for (std::size_t j = 0; j < right.size(); ++j)
    if (std::find(partner.begin(), partner.end(), j) == partner.end())
      lines.push_back({Agreement::only_right, std::nullopt, right[j].evidence});
  return lines;
}

}  // namespace entente::analyze

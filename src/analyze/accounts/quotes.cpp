// SPDX-License-Identifier: Apache-2.0
#include "analyze/accounts/quotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "analyze/accounts/alignment.h"
#include "analyze/shared/word_keys.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "model/find.h"

namespace entente::analyze {
namespace {

constexpr std::size_t fewest_words = 6;   // of a quotation that is told from any other by its words
constexpr std::size_t most_words = 200;   // that are compared
constexpr std::size_t shingle = 3;        // words in a row that two wordings must share
constexpr std::size_t most_sharing = 64;  // wordings with a shingle; beyond, it is a set phrase
constexpr double least_common = 0.6;      // of the words of both, in the same order
constexpr int most_days_apart = 3;
constexpr std::size_t most_for_each_pair = 8;  // retellings of one utterance, as of accounts
constexpr std::size_t reach = 600;             // code points between a paraphrase and its quotation
constexpr std::size_t neighbours = 3;          // statements between which the two may stand
constexpr std::size_t fewest_shared = 3;       // content words, and half of the shorter one's
constexpr std::size_t most_told = 24;          // statements of one speaker in an account

using Speaker = std::pair<std::string_view, std::string_view>;  // name, party

class Sources {
 public:
  explicit Sources(const Case& whole) : whole_(whole) {}

  // Neither rejected nor printed in a copy, and said by somebody who is known.
  bool counts(const Statement& statement) const {
    if (statement.review.status == Status::rejected || statement.speaker.empty()) return false;
    const DocumentCard* card = find_item(whole_.documents, statement.document);
    return card && !card->same_account_as;
  }
  std::optional<Date> day(const Statement& statement) const {
    const DocumentCard* card = find_item(whole_.documents, statement.document);
    return card ? card->date : std::nullopt;
  }
  bool may_be_one_day(const Statement& a, const Statement& b) const {
    const auto x = day(a), y = day(b);
    if (!x || !y) return true;
    const auto apart = std::chrono::sys_days{*x} - std::chrono::sys_days{*y};
    return std::abs(apart.count()) <= most_days_apart;
  }

 private:
  const Case& whole_;
};

Speaker speaker_of(const Statement& statement) { return {statement.speaker, statement.party}; }

WordKeys keys_in_order(const Statement& statement) {
  const std::u32string words = from_utf8(statement.words);
  const text::Prose prose = text::read_tokens(words);
  WordKeys keys;
  for (std::size_t i = 0; i < prose.tokens.size() && keys.size() < most_words; ++i)
    if (prose.tokens[i].kind != text::TokenKind::mark)
      keys.push_back(word_key(prose.folded_word(i)));
  return keys;
}

// One way to word a quotation, and who prints it so, in the order of the documents.
struct Wording {
  WordKeys keys;
  std::vector<const Statement*> printed;
};

using Wordings = std::map<Speaker, std::vector<Wording>>;

Wordings wordings_of(const Case& whole, const Sources& sources) {
  std::vector<const Statement*> direct;
  for (const Statement& statement : whole.statements)
    if (statement.speech == Speech::direct && sources.counts(statement))
      direct.push_back(&statement);
  std::vector<WordKeys> keys(direct.size());
  for_each_index(direct.size(), 0, [&](std::size_t i) { keys[i] = keys_in_order(*direct[i]); });
  Wordings wordings;
  std::map<Speaker, std::map<WordKeys, std::size_t>> known;
  for (std::size_t i = 0; i < direct.size(); ++i) {
    if (keys[i].size() < fewest_words) continue;
    const Speaker speaker = speaker_of(*direct[i]);
    auto& list = wordings[speaker];
    const auto [place, is_new] = known[speaker].try_emplace(keys[i], list.size());
    if (is_new) list.push_back({std::move(keys[i]), {}});
    list[place->second].printed.push_back(direct[i]);
  }
  return wordings;
}

// --- one quotation with different words ---

bool is_part_of(const WordKeys& part, const WordKeys& whole) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

std::size_t common_in_order(const WordKeys& a, const WordKeys& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const std::uint64_t word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(row[j], above);
      diagonal = above;
    }
  }
  return row.back();
}

bool is_other_wording(const WordKeys& a, const WordKeys& b) {
  const auto both = static_cast<double>(a.size() + b.size());
  if (2.0 * static_cast<double>(std::min(a.size(), b.size())) < least_common * both) return false;
  if (is_part_of(a, b) || is_part_of(b, a)) return false;
  return 2.0 * static_cast<double>(common_in_order(a, b)) >= least_common * both;
}

// Pairs of wordings with some words in a row in common, each once, in order.
std::set<std::pair<std::size_t, std::size_t>> candidates_of(const std::vector<Wording>& wordings) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> with;
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    const WordKeys& keys = wordings[i].keys;
    for (std::size_t k = 0; k + shingle <= keys.size(); ++k) {
      std::uint64_t mixed = 0;
      for (std::size_t n = 0; n < shingle; ++n) mixed = mixed * 0x9E3779B97F4A7C15u + keys[k + n];
      auto& list = with[mixed];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [key, list] : with) {
    if (list.size() > most_sharing) continue;
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t j = i + 1; j < list.size(); ++j) pairs.emplace(list[i], list[j]);
  }
  return pairs;
}

// The first printing of one beside the first of the other that may be of the same day.
std::optional<QuoteVariant> printed_apart(const Wording& one, const Wording& other,
                                          const Sources& sources) {
  for (const Statement* left : one.printed)
    for (const Statement* right : other.printed)
      if (left->document != right->document && sources.may_be_one_day(*left, *right))
        return QuoteVariant{std::min(left->id, right->id), std::max(left->id, right->id)};
  return std::nullopt;
}

std::vector<QuoteVariant> variants_in(const Wordings& wordings, const Sources& sources) {
  std::vector<QuoteVariant> found;
  for (const auto& [speaker, list] : wordings)
    for (const auto& [i, j] : candidates_of(list))
      if (is_other_wording(list[i].keys, list[j].keys))
        if (const auto pair = printed_apart(list[i], list[j], sources)) found.push_back(*pair);
  std::sort(found.begin(), found.end(), [](const QuoteVariant& a, const QuoteVariant& b) {
    return std::tuple(a.left, a.right) < std::tuple(b.left, b.right);
  });
  return found;
}

// --- a paraphrase beside its quotation ---

bool stand_close(const Statement& a, const Statement& b) {
  const Span x = hull(a.content), y = hull(b.content);
  if (x.meets(y)) return false;
  return (x.end <= y.begin ? y.begin - x.end : x.begin - y.end) <= reach;
}

std::size_t shared_words(const WordKeys& a, const WordKeys& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::uint64_t word) {
    return std::binary_search(b.begin(), b.end(), word);
  }));
}

bool tell_one_thing(const AccountSentence& a, const AccountSentence& b) {
  const std::size_t shared = shared_words(a.words, b.words);
  return shared >= fewest_shared && 2 * shared >= std::min(a.words.size(), b.words.size());
}

std::optional<Departs> departs_in(const AccountSentence& paraphrase, const AccountSentence& quote) {
  const bool numbers = !paraphrase.numbers.empty() && !quote.numbers.empty() &&
                       shared_words(paraphrase.numbers, quote.numbers) < paraphrase.numbers.size();
  if (numbers) return Departs::numbers;
  if (paraphrase.negated != quote.negated) return Departs::negation;
  const bool firmer = paraphrase.bound && !paraphrase.loose && quote.loose && !quote.bound;
  const bool looser = quote.bound && !quote.loose && paraphrase.loose && !paraphrase.bound;
  return firmer || looser ? std::optional(Departs::modality) : std::nullopt;
}

// Statements of one document, in the order of the text.
using Told = std::vector<const Statement*>;

std::map<DocumentId, Told> by_text(const Case& whole) {
  std::map<DocumentId, Told> texts;
  for (const Statement& statement : whole.statements)
    texts[statement.document].push_back(&statement);
  for (auto& [document, told] : texts)
    std::stable_sort(told.begin(), told.end(), [](const Statement* a, const Statement* b) {
      return hull(a->content).begin < hull(b->content).begin;
    });
  return texts;
}

void find_departures(const Told& all, const Sources& sources, std::vector<Departure>& out) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]->speech != Speech::indirect || !sources.counts(*all[i])) continue;
    std::optional<AccountSentence> told;
    const std::size_t from = std::max(neighbours, i) - neighbours;
    for (std::size_t j = from; j < std::min(all.size(), i + neighbours + 1); ++j) {
      if (all[j]->speech != Speech::direct || speaker_of(*all[j]) != speaker_of(*all[i]) ||
          !sources.counts(*all[j]) || !stand_close(*all[i], *all[j]))
        continue;
      if (!told) told = account_of(*all[i]);
      const AccountSentence quote = account_of(*all[j]);
      if (!tell_one_thing(*told, quote)) continue;
      if (const auto in = departs_in(*told, quote)) out.push_back({all[i]->id, all[j]->id, *in});
    }
  }
}

// --- one utterance in two texts ---

// Statements of one quotation that may be of one day, one a document.
std::vector<std::vector<const Statement*>> utterances_of(const Wording& wording,
                                                         const Sources& sources) {
  std::vector<const Statement*> printed = wording.printed;
  std::stable_sort(printed.begin(), printed.end(), [&](const Statement* a, const Statement* b) {
    return sources.day(*a) < sources.day(*b);
  });
  std::vector<std::vector<const Statement*>> out;
  for (const Statement* one : printed) {
    if (out.empty() || !sources.may_be_one_day(*out.back().front(), *one)) out.emplace_back();
    auto& last = out.back();
    const auto same = [&](const Statement* s) { return s->document == one->document; };
    if (std::none_of(last.begin(), last.end(), same)) last.push_back(one);
  }
  return out;
}

class Retold {
 public:
  Retold(const Case& whole, const Sources& sources) : whole_(whole), sources_(sources) {}

  void link(const Statement& one, const Statement& other) {
    if (one.document == other.document) return;
    const auto& [left, right] = std::minmax(one.document, other.document);
    linked_.emplace(speaker_of(one), left, right);
  }

  std::vector<Retelling> align_all() const {
    const auto texts = by_text(whole_);
    const std::vector<Link> links(linked_.begin(), linked_.end());
    std::vector<Retelling> found(links.size());
    for_each_index(links.size(), 0, [&](std::size_t i) {
      const auto& [speaker, left, right] = links[i];
      const auto a = told(texts.at(left), speaker), b = told(texts.at(right), speaker);
      found[i] = {a.front()->id, b.front()->id, align(account(a), account(b))};
    });
    std::sort(found.begin(), found.end(), [](const Retelling& a, const Retelling& b) {
      return std::tuple(a.left, a.right) < std::tuple(b.left, b.right);
    });
    return found;
  }

 private:
  using Link = std::tuple<Speaker, DocumentId, DocumentId>;

  // All that the document has of the speaker; it has some, or there were no link.
  Told told(const Told& text, const Speaker& speaker) const {
    Told out;
    for (const Statement* statement : text)
      if (speaker_of(*statement) == speaker && sources_.counts(*statement) &&
          out.size() < most_told)
        out.push_back(statement);
    return out;
  }
  static Account account(const Told& told) {
    Account out;
    for (const Statement* statement : told) out.push_back(account_of(*statement));
    return out;
  }

  const Case& whole_;
  const Sources& sources_;
  std::set<Link> linked_;
};

}  // namespace

std::vector<QuoteVariant> quote_variants(const Case& whole) {
  const Sources sources(whole);
  return variants_in(wordings_of(whole, sources), sources);
}

std::vector<Departure> departures(const Case& whole) {
  const Sources sources(whole);
  const auto texts = by_text(whole);
  const std::vector<std::pair<DocumentId, Told>> list(texts.begin(), texts.end());
  std::vector<std::vector<Departure>> in_text(list.size());
  for_each_index(list.size(), 0,
                 [&](std::size_t i) { find_departures(list[i].second, sources, in_text[i]); });
  std::vector<Departure> found;
  for (const auto& some : in_text) found.insert(found.end(), some.begin(), some.end());
  return found;
}

std::vector<Retelling> retellings(const Case& whole, const std::vector<QuoteVariant>& variants) {
  const Sources sources(whole);
  Retold retold(whole, sources);
  for (const QuoteVariant& pair : variants)
    retold.link(*find_item(whole.statements, pair.left), *find_item(whole.statements, pair.right));
  for (const auto& [speaker, list] : wordings_of(whole, sources))
    for (const Wording& wording : list)
      for (const auto& utterance : utterances_of(wording, sources)) {
        const std::size_t lefts = utterance.size() > most_for_each_pair ? 1 : utterance.size();
        for (std::size_t i = 0; i < lefts; ++i)
          for (std::size_t j = i + 1; j < utterance.size(); ++j)
            retold.link(*utterance[i], *utterance[j]);
      }
  return retold.align_all();
}

std::vector<ColourCount> colour_counts(const Case& whole) {
  std::map<std::tuple<std::string_view, Colour, std::string_view>, std::vector<StatementId>> counts;
  for (const Statement& statement : whole.statements) {
    const DocumentCard* card = find_item(whole.documents, statement.document);
    if (!card || card->same_account_as || statement.review.status == Status::rejected) continue;
    for (const Loaded& word : statement.loaded)
      counts[{card->outlet, word.colour, statement.party}].push_back(statement.id);
  }
  std::vector<ColourCount> found;
  for (auto& [key, statements] : counts)
    found.push_back({std::string(std::get<0>(key)), std::get<1>(key), std::string(std::get<2>(key)),
                     statements.size(), std::move(statements)});
  return found;
}

}  // namespace entente::analyze

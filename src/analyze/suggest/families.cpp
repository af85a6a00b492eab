// SPDX-License-Identifier: Apache-2.0
#include "analyze/suggest/families.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace entente::analyze {
namespace {

constexpr double least_bits = 2, name_share = 0.5, said_again = 0.3;
constexpr double phrase_rarity = 20;  // words that are n times in English make a phrase n/20 times
constexpr std::size_t least_sayings = 2, sayings_a_share = 500, most_candidates = 300;
constexpr std::size_t wide_sayings = 10, wide_share = 10;

std::vector<std::size_t> sayings_of(const Term& term) {
  std::vector<std::size_t> out;
  for (const Place& place : term.places)
    if (out.empty() || out.back() != place.saying) out.push_back(place.saying);
  return out;
}

std::vector<std::size_t> united(const std::vector<std::size_t>& a,
                                const std::vector<std::size_t>& b) {
  std::vector<std::size_t> out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::size_t in_both(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    both += *i == *j;
    const bool first = *i <= *j, second = *j <= *i;
    i += first;
    j += second;
  }
  return both;
}

class FamilyFinder {
 public:
  FamilyFinder(const Terms& terms, const std::vector<Saying>& sayings, const Elsewhere& elsewhere,
               const Vocabulary& vocabulary)
      : terms_(terms),
        sayings_(sayings),
        elsewhere_(elsewhere),
        vocabulary_(vocabulary),
        words_(static_cast<double>(std::max<std::size_t>(words_in(sayings), 1))),
        least_(std::max(least_sayings, sayings.size() / sayings_a_share)) {}

  std::vector<Family> best(std::size_t most) {
    gather();
    std::sort(candidates_.begin(), candidates_.end(), before);
    if (candidates_.size() > most_candidates) candidates_.resize(most_candidates);
    merge();
    return chosen(most);
  }

 private:
  // Order without regard to where in the case a thing is said.
  static bool before(const Family& a, const Family& b) {
    const double left = a.bits * static_cast<double>(a.sayings.size()),
                 right = b.bits * static_cast<double>(b.sayings.size());
    if (left != right) return left > right;
    return a.terms.front()->words < b.terms.front()->words;
  }

  // How much more often the term stands here than in English, and than where issues are spoken of.
  double bits(const Term& term, const std::u32string& key) const {
    const double here = static_cast<double>(term.sayings()) / words_;
    const double english = (rarity(term) + 1) / static_cast<double>(vocabulary_.counted() + 1);
    const auto found = elsewhere_.sayings.find(key);
    const double fitting =
        found == elsewhere_.sayings.end()
            ? 0
            : static_cast<double>(found->second) /
                  static_cast<double>(std::max<std::size_t>(elsewhere_.words, 1));
    return std::log2(here / std::max(english, fitting));
  }

  double rarity(const Term& term) const {
    double least = -1;
    for (const std::u32string& word : term.words) {
      const WordUses* uses = vocabulary_.uses(singular_of(word));
      const double times = uses ? static_cast<double>(uses->all()) : 0;
      if (least < 0 || times < least) least = times;
    }
    return term.words.size() > 1 ? least / phrase_rarity : least;
  }

  // A head that says something gathers its phrases, and the names that end with it; others are each
  // for itself.
  std::u32string group_of(const Term& term, const std::u32string& key) const {
    const std::u32string head = singular_of(term.head());
    const bool for_itself =
        vocabulary_.is(head, WordPart::generic) || (term.name && !terms_.contains(head));
    return for_itself ? key : head;
  }

  // "term security guarantee" where only "long term security guarantee" is said is no term, as in
  // C-value.
  void note_longer() {
    for (const auto& [key, term] : terms_)
      for (const std::size_t cut : {std::size_t{0}, term.words.size() - 1}) {
        if (term.name || term.words.size() < 3) continue;
        std::u32string part;
        for (std::size_t i = 0; i < term.words.size(); ++i)
          if (i != cut) part += (part.empty() ? U"" : U" ") + term.words[i];
        std::size_t& most = in_longer_[part];
        most = std::max(most, term.sayings());
      }
  }

  bool is_part_of_longer(const Term& term) const {
    std::u32string key;
    for (const std::u32string& word : term.words) key += (key.empty() ? U"" : U" ") + word;
    const auto found = in_longer_.find(key);
    return found != in_longer_.end() && found->second >= term.sayings();
  }

  void gather() {
    note_longer();
    std::map<std::u32string, Family> groups;
    for (const auto& [key, term] : terms_) {
      const bool often = term.sayings() >= least_sayings;
      if (term.words.size() > 1 && (!often || is_part_of_longer(term))) continue;
      const double tells = bits(term, key) * (term.name ? name_share : 1);
      if (tells < least_bits) continue;
      Family& family = groups[group_of(term, key)];
      family.terms.push_back(&term);
      family.sayings = united(family.sayings, sayings_of(term));
      if (often) family.bits = std::max(family.bits, tells);
    }
    for (auto& [key, family] : groups)
      if (is_shared(family)) {
        order_terms(family);
        family.wide = is_wide(family);
        family.spread = spread_of(family);
        candidates_.push_back(std::move(family));
      }
  }

  static void order_terms(Family& family) {
    std::sort(family.terms.begin(), family.terms.end(), [](const Term* a, const Term* b) {
      if (a->sayings() != b->sayings()) return a->sayings() > b->sayings();
      if (a->words.size() != b->words.size()) return a->words.size() > b->words.size();
      return a->words < b->words;
    });
  }

  // By more than one voice, or in more than one document.
  bool is_shared(const Family& family) const {
    if (family.sayings.size() < least_ || family.bits < least_bits) return false;
    std::set<std::string> speakers;
    std::set<DocumentId> documents;
    for (std::size_t one : family.sayings) {
      speakers.insert(sayings_[one].statement->speaker);
      documents.insert(sayings_[one].statement->document);
    }
    return speakers.size() > 1 || documents.size() > 1;
  }

  // Voices count as a logarithm: what two sides speak of is more of an issue than what one repeats.
  double spread_of(const Family& family) const {
    std::set<std::string> voices;
    for (std::size_t one : family.sayings) voices.insert(voice_of(*sayings_[one].statement));
    return std::log2(1 + static_cast<double>(voices.size()));
  }

  bool is_wide(const Family& family) const {
    return family.sayings.size() >= wide_sayings &&
           family.sayings.size() * wide_share >= sayings_.size();
  }

  // Two heads that are said in the same statements are one thing.
  void merge() {
    std::vector<Family> kept;
    std::vector<std::vector<std::size_t>> seeds;  // of each, before others were taken in
    for (Family& one : candidates_) {
      const auto same = std::find_if(seeds.begin(), seeds.end(),
                                     [&](const auto& seed) { return are_one(one.sayings, seed); });
      if (same == seeds.end()) {
        seeds.push_back(one.sayings);
        kept.push_back(std::move(one));
        continue;
      }
      Family& into = kept[static_cast<std::size_t>(same - seeds.begin())];
      into.terms.insert(into.terms.end(), one.terms.begin(), one.terms.end());
      into.sayings = united(into.sayings, one.sayings);
    }
    candidates_ = std::move(kept);
  }

  static bool are_one(const std::vector<std::size_t>& one, const std::vector<std::size_t>& seed) {
    const auto enough = [&](std::size_t both) {
      return both >= least_sayings && 4 * both >= 3 * one.size() && 2 * both >= seed.size();
    };
    return enough(std::min(one.size(), seed.size())) && enough(in_both(one, seed));
  }

  static double worth(const Family& family, const std::vector<bool>& told) {
    const auto again = static_cast<std::size_t>(std::count_if(
        family.sayings.begin(), family.sayings.end(), [&](std::size_t one) { return told[one]; }));
    const auto first = static_cast<double>(family.sayings.size() - again);
    return family.bits * family.spread * (first + said_again * static_cast<double>(again));
  }

  std::vector<Family> chosen(std::size_t most) {
    std::vector<Family> out;
    std::vector<bool> told(sayings_.size());
    while (out.size() < most && !candidates_.empty()) {
      std::size_t best = 0;
      double best_worth = -1;
      for (std::size_t i = 0; i < candidates_.size(); ++i)
        if (const double one = worth(candidates_[i], told); one > best_worth) {
          best = i;
          best_worth = one;
        }
      for (std::size_t one : candidates_[best].sayings) told[one] = true;
      out.push_back(std::move(candidates_[best]));
      candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return out;
  }

  const Terms& terms_;
  const std::vector<Saying>& sayings_;
  const Elsewhere& elsewhere_;
  const Vocabulary& vocabulary_;
  double words_;
  std::size_t least_;
  std::map<std::u32string, std::size_t> in_longer_;  // sayings of a phrase within a longer one
  std::vector<Family> candidates_;
};

}  // namespace

std::vector<Family> families_of(const Terms& terms, const std::vector<Saying>& sayings,
                                const Elsewhere& elsewhere, const Vocabulary& vocabulary,
                                std::size_t most) {
  return FamilyFinder(terms, sayings, elsewhere, vocabulary).best(most);
}

}  // namespace entente::analyze

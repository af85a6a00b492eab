// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/people/likeness.h"
#include "extract/people/offices.h"

namespace entente::extract {

// The people whom one document names so far, found by surname or by a word of their office.
class Present {
 public:
  using Set = std::set<std::size_t>;

  bool contains(std::size_t person) const { return known_.contains(person); }
  void add(std::size_t person, const NameKeys& name, std::size_t piece) {
    if (!known_.insert(person).second) return;
    first_.emplace(person, piece);
    order_.push_back(person);
    if (!name.empty()) by_surname_[name.back()].insert(person);
  }
  void add_role(std::size_t person, const std::string& role) {
    for (const std::u32string& word : office_words(role)) by_office_[word].insert(person);
  }
  void add_ruler(std::size_t person) { rulers_.insert(person); }

  const std::vector<std::size_t>& all() const { return order_; }
  // The piece at which the text names the person first.
  std::size_t first_seen(std::size_t person) const {
    const auto found = first_.find(person);
    return found == first_.end() ? 0 : found->second;
  }
  const Set& bearing(const std::u32string& surname) const { return of(by_surname_, surname); }
  const Set& rulers() const { return rulers_; }
  // Everybody who may have just this office: those who have its rarest word.
  const Set& in_office(const std::string& role) const {
    const Set* best = nullptr;
    for (const std::u32string& word : office_words(role))
      if (const Set& some = of(by_office_, word); best == nullptr || some.size() < best->size())
        best = &some;
    return best == nullptr ? nobody() : *best;
  }
  // Everybody who may share the office: those who have some word of it.
  Set near_office(const std::string& role) const {
    Set out;
    for (const std::u32string& word : office_words(role)) {
      const Set& some = of(by_office_, word);
      if (some.size() <= most) out.insert(some.begin(), some.end());
    }
    return out;
  }

  // What more people than these share tells none of them from another.
  static constexpr std::size_t most = 64;

 private:
  using Lists = std::map<std::u32string, Set>;
  static const Set& nobody() {
    static const Set none;
    return none;
  }
  static const Set& of(const Lists& lists, const std::u32string& word) {
    const auto found = lists.find(word);
    return found == lists.end() ? nobody() : found->second;
  }

  std::vector<std::size_t> order_;
  std::unordered_set<std::size_t> known_;
  std::map<std::size_t, std::size_t> first_;
  Lists by_surname_, by_office_;
  Set rulers_;
};

}  // namespace entente::extract

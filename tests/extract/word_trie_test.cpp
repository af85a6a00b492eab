// SPDX-License-Identifier: Apache-2.0
#include "extract/positions/word_trie.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace entente::extract {
namespace {

using Numbers = std::vector<std::uint32_t>;

// Words of two letters only, so that many begin alike.
std::u32string word() {
  const auto letters = *rc::gen::container<std::string>(rc::gen::element('a', 'b')).as("word");
  return {letters.begin(), letters.end()};
}

struct Added {
  std::u32string word;
  WordTrie::Key key;
};

bool fits(const Added& added, const std::u32string& word) {
  return added.key == WordTrie::Key::whole ? word == added.word : word.starts_with(added.word);
}

RC_GTEST_PROP(WordTrie, finds_the_numbers_of_all_keys_that_fit_a_word_and_no_others, ()) {
  WordTrie trie;
  std::vector<Added> all;
  const auto count = *rc::gen::inRange<std::size_t>(0, 12);
  for (std::uint32_t i = 0; i < count; ++i) {
    auto key = word();
    if (key.empty()) key = U"a";
    all.push_back({key, *rc::gen::element(WordTrie::Key::whole, WordTrie::Key::beginning)});
    trie.add(key, all.back().key, i);
  }
  const auto asked = word();
  Numbers found, expected;
  trie.find(asked, found);
  for (std::uint32_t i = 0; i < count; ++i)
    if (fits(all[i], asked)) expected.push_back(i);
  std::sort(found.begin(), found.end());
  RC_ASSERT(found == expected);
}

TEST(WordTrie, a_number_added_twice_is_found_once) {
  WordTrie trie;
  trie.add(U"with", WordTrie::Key::beginning, 7);
  trie.add(U"with", WordTrie::Key::beginning, 7);
  Numbers found;
  trie.find(U"withdraw", found);
  EXPECT_EQ(found, Numbers{7});
}

TEST(WordTrie, the_shortest_beginning_comes_first_and_the_whole_word_last) {
  WordTrie trie;
  trie.add(U"draft", WordTrie::Key::whole, 1);
  trie.add(U"draf", WordTrie::Key::beginning, 2);
  trie.add(U"dr", WordTrie::Key::beginning, 3);
  Numbers found;
  trie.find(U"draft", found);
  EXPECT_EQ(found, (Numbers{3, 2, 1}));
}

}  // namespace
}  // namespace entente::extract

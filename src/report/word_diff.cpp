// SPDX-License-Identifier: Apache-2.0
#include "report/word_diff.h"

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "report/visible.h"

namespace entente::report {
namespace {

constexpr std::size_t most_pairs = 400'000;  // table entries

struct DiffWord {
  std::string text;
  std::u32string
      key;  // letters and digits alone, folded; empty for a bare mark, which is always shared
};

std::u32string key_of(std::u32string_view word) {
  std::u32string key;
  for (char32_t c : word)
    if (u_isalnum(static_cast<UChar32>(c)))
      key += static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  return key;
}

std::vector<DiffWord> words_in(std::string_view sentence) {
  const std::u32string text = from_utf8(visible(sentence));
  std::vector<DiffWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U' ', at), text.size());
    const std::u32string_view word = std::u32string_view{text}.substr(at, end - at);
    words.push_back({to_utf8(word), key_of(word)});
    at = end + 1;
  }
  return words;
}

// Marks on both sides the words of one longest common subsequence.
void mark_common(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b,
                 std::vector<bool>& in_a, std::vector<bool>& in_b) {
  const std::size_t step = b.size() + 1;
  std::vector<std::uint32_t> longest((a.size() + 1) * step, 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      longest[i * step + j] =
          a[i].key == b[j].key ? longest[(i + 1) * step + j + 1] + 1
                               : std::max(longest[(i + 1) * step + j], longest[i * step + j + 1]);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].key == b[j].key)
      in_a[i++] = in_b[j++] = true;
    else if (longest[(i + 1) * step + j] >= longest[i * step + j + 1])
      ++i;
    else
      ++j;
  }
}

std::vector<WordRun> runs_of(const std::vector<DiffWord>& words, const std::vector<bool>& common) {
  std::vector<WordRun> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool shared = common[i] || words[i].key.empty();
    if (runs.empty() || runs.back().shared != shared) runs.push_back({"", shared});
    runs.back().text += words[i].text + (i + 1 < words.size() ? " " : "");
  }
  return runs;
}

}  // namespace

std::pair<std::vector<WordRun>, std::vector<WordRun>> word_diff(std::string_view left,
                                                                std::string_view right) {
  const std::vector<DiffWord> a = words_in(left), b = words_in(right);
  std::vector<bool> in_a(a.size()), in_b(b.size());
  if (a.size() * b.size() <= most_pairs) mark_common(a, b, in_a, in_b);
  return {runs_of(a, in_a), runs_of(b, in_b)};
}

}  // namespace entente::report

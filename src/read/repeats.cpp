// SPDX-License-Identifier: Apache-2.0
#include "read/repeats.h"

#include <algorithm>
#include <unordered_map>

namespace entente::read {
namespace {

constexpr std::size_t least_block_lines = 2, least_block_words = 16;
constexpr std::size_t least_line_words = 8, least_line_size = 40;
constexpr std::size_t least_quote_words = 10, most_quote_words = 60;
constexpr std::size_t least_marked_words = 5;  // of a line that is all quotation
constexpr std::size_t most_candidates = 8;

class Repeats {
 public:
  explicit Repeats(const Lines& lines)
      : lines_(lines), worded_(worded_lines(lines)), repeated_(lines.lines.size(), false) {}

  std::vector<bool> find() {
    mark_blocks();
    mark_quotes(least_quote_words);
    mark_quotes(least_marked_words);
    return std::move(repeated_);
  }

 private:
  // A run of lines from `second` that equal those from `first`; both count in worded_.
  struct Run {
    std::size_t first = 0, second = 0, lines = 0, words = 0;

    std::size_t first_end() const { return first + lines; }
    std::size_t second_end() const { return second + lines; }
  };

  const Line& line(std::size_t worded) const { return lines_.lines[worded_[worded]]; }

  WordKey hash(const Line& of) const {
    WordKey key = no_letters;
    for (std::size_t word = of.first; word < of.last; ++word)
      key = add_word(key, lines_.words[word].key);
    return key;
  }

  static WordKey add_word(WordKey key, WordKey word) {
    return (key ^ word) * 0x9E3779B97F4A7C15u + (key >> 29);
  }

  bool equal(std::size_t a, std::size_t b) const {
    const Line &x = line(a), &y = line(b);
    return x.words() == y.words() && same_words(x.first, y.first, x.words());
  }

  bool same_words(std::size_t a, std::size_t b, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i)
      if (lines_.words[a + i].key != lines_.words[b + i].key) return false;
    return true;
  }

  void mark_blocks() {
    std::unordered_map<WordKey, std::vector<std::size_t>> seen;
    for (std::size_t at = 0; at < worded_.size();) {
      auto& earlier = seen[hash(line(at))];
      const Run run = longest_run(earlier, at);
      if (is_repeat(run)) {
        at = mark(run);
        continue;
      }
      if (earlier.size() < most_candidates) earlier.push_back(at);
      ++at;
    }
  }

  Run longest_run(const std::vector<std::size_t>& earlier, std::size_t at) const {
    Run best;
    for (std::size_t first : earlier) {
      const Run run = run_from(first, at);
      if (run.words > best.words) best = run;
    }
    return best;
  }

  Run run_from(std::size_t first, std::size_t second) const {
    Run run{first, second, 0, 0};
    while (run.second_end() < worded_.size() && run.first_end() < second &&
           equal(run.first_end(), run.second_end())) {
      run.words += line(run.second_end()).words();
      ++run.lines;
    }
    return run;
  }

  bool is_repeat(const Run& run) const {
    if (run.lines >= least_block_lines) return run.words >= least_block_words;
    return run.lines == 1 && run.words >= least_line_words &&
           line(run.second).span.size() >= least_line_size;
  }

  // Marks the run and the edited lines that go with it; the line after the whole copy.
  std::size_t mark(const Run& run) {
    const auto mark_line = [&](std::size_t worded) { repeated_[worded_[worded]] = true; };
    for (std::size_t i = run.second; i < run.second_end(); ++i) mark_line(i);
    const bool large = run.lines >= 3 || run.words >= 60;
    std::size_t first = run.first_end(), second = run.second_end();
    if (!large) return second;
    for (std::size_t a = run.first, b = run.second;
         a > 0 && b > run.first_end() && alike(a - 1, b - 1); --a, --b)
      mark_line(b - 1);
    while (second < worded_.size() && first < run.second) {
      if (equal(first, second) || alike(first, second)) {
        mark_line(second++);
        ++first;
      } else if (second + 1 < worded_.size() && equal(first, second + 1)) {
        ++second;  // a line was put in
      } else if (first + 1 < run.second && equal(first + 1, second)) {
        ++first;  // a line was taken out
      } else if (first + 1 < run.second && second + 1 < worded_.size() &&
                 equal(first + 1, second + 1)) {
        ++first, ++second;  // a line was written anew
      } else {
        break;
      }
    }
    return second;
  }

  // At least six in ten pairs of neighbouring words are shared (Jaccard).
  bool alike(std::size_t a, std::size_t b) const {
    const std::vector<WordKey> x = pairs(line(a)), y = pairs(line(b));
    if (x.empty() || y.empty()) return false;
    std::vector<WordKey> shared;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
    return 10 * shared.size() >= 6 * (x.size() + y.size() - shared.size());
  }

  std::vector<WordKey> pairs(const Line& of) const {
    std::vector<WordKey> found;
    for (std::size_t word = of.first; word + 1 < of.last; ++word)
      found.push_back(add_word(lines_.words[word].key, lines_.words[word + 1].key));
    std::sort(found.begin(), found.end());
    return found;
  }

  bool may_be_quote(const Line& of, std::size_t least) const {
    const std::u32string_view text = lines_.of(of);
    if (of.words() < least || of.words() > most_quote_words) return false;
    if (least == least_marked_words) return is_all_quoted(text);
    return ends_stopped(text) || is_quote(text.front()) || is_quote(text.back());
  }

  // Lines that a longer line holds whole, found by a rolling hash over windows of `width` words.
  void mark_quotes(std::size_t width) {
    std::unordered_map<WordKey, std::vector<std::size_t>> quotes;
    for (std::size_t i : worded_) {
      if (repeated_[i] || !may_be_quote(lines_.lines[i], width)) continue;
      auto& same = quotes[window(lines_.lines[i].first, width)];
      if (same.size() < most_candidates) same.push_back(i);
    }
    if (quotes.empty()) return;
    for (std::size_t i : worded_)
      if (!repeated_[i] && lines_.lines[i].words() > width) mark_quotes_of(i, width, quotes);
  }

  static constexpr WordKey base = 0x100000001B3u;

  WordKey window(std::size_t first, std::size_t width) const {
    WordKey key = 0;
    for (std::size_t word = first; word < first + width; ++word)
      key = key * base + lines_.words[word].key;
    return key;
  }

  void mark_quotes_of(std::size_t holder, std::size_t width,
                      const std::unordered_map<WordKey, std::vector<std::size_t>>& quotes) {
    WordKey oldest = 1;
    for (std::size_t i = 0; i < width; ++i) oldest *= base;
    const Line& whole = lines_.lines[holder];
    WordKey key = window(whole.first, width);
    for (std::size_t first = whole.first;; ++first) {
      const auto found = quotes.find(key);
      if (found != quotes.end())
        for (std::size_t quote : found->second) mark_quote(quote, whole, first);
      if (first + width >= whole.last) break;
      key = key * base + lines_.words[first + width].key - oldest * lines_.words[first].key;
    }
  }

  void mark_quote(std::size_t quote, const Line& whole, std::size_t first) {
    const Line& part = lines_.lines[quote];
    if (part.words() < whole.words() && first + part.words() <= whole.last &&
        same_words(part.first, first, part.words()))
      repeated_[quote] = true;
  }

  const Lines& lines_;
  std::vector<std::size_t> worded_;
  std::vector<bool> repeated_;
};

}  // namespace

std::vector<bool> repeated_lines(const Lines& lines) { return Repeats(lines).find(); }

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "extract/positions.h"
#include "extract/positions/marked_text.h"

namespace entente::extract {
namespace coding {
namespace {

constexpr std::array<std::u32string_view, 10> drafts{
    U"draft",     U"plan",     U"proposal",   U"text",  U"framework",
    U"agreement", U"document", U"memorandum", U"paper", U"treaty"};
constexpr std::array<std::u32string_view, 6> numbered{U"article",   U"clause",  U"point",
                                                      U"paragraph", U"section", U"item"};
constexpr std::array<std::u32string_view, 4> under_it{U"under", U"in", U"by", U"per"};
constexpr std::array<std::u32string_view, 3> modals{U"would", U"will", U"shall"};
constexpr std::array<std::u32string_view, 12> provides{
    U"provides", U"stipulates", U"calls",    U"states", U"envisages", U"envisions",
    U"foresees", U"requires",   U"includes", U"bars",   U"says",      U"sets"};
constexpr std::array<std::u32string_view, 7> negations{U"not",      U"no",        U"bar",  U"bars",
                                                       U"prohibit", U"prohibits", U"never"};

template <std::size_t N>
bool in_list(const text::Prose& prose, std::size_t token,
             const std::array<std::u32string_view, N>& list) {
  const auto word = prose.folded_word(token);
  return std::find(list.begin(), list.end(), word.substr(0, word.find(U'\''))) != list.end();
}

class ClauseFinder {
 public:
  ClauseFinder(const Reading& reading, const IssueMatches& issues)
      : reading_(reading), prose_(reading.prose), issues_(issues.matcher), marks_(issues.marks) {}

  std::vector<Clause> find() {
    for (const text::Paragraph& paragraph : prose_.paragraphs) read_paragraph(paragraph);
    return std::move(found_);
  }

 private:
  bool is_number(std::size_t token) const {
    if (prose_.tokens[token].kind == text::TokenKind::number) return true;
    const auto word = prose_.word(token);
    return word.find_first_not_of(U"IVXLC") == word.npos;
  }
  // "Article 3", or the "3" of a draft's list, at the paragraph's start; the number of its tokens.
  std::size_t heading_size(std::size_t first, std::size_t last) {
    if (first + 2 < last && in_list(prose_, first, numbered) && is_number(first + 1)) return 2;
    const bool counts_on = first + 2 < last && !draft_.empty() &&
                           prose_.word(first) == decimal(listed_ + 1) &&
                           is_mark(prose_, first + 1, U".)");
    listed_ += counts_on;
    return counts_on ? 1 : 0;
  }

  void read_paragraph(const text::Paragraph& paragraph) {
    const text::Sentence& first = prose_.sentences[paragraph.first];
    const text::Sentence& last = prose_.sentences[paragraph.last - 1];
    if (const std::size_t heading = heading_size(first.first, last.last);
        heading && has_stop(first.first + heading))
      return read_article(first.first, heading, last.last);
    for (std::size_t i = paragraph.first; i < paragraph.last; ++i)
      read_sentence(prose_.sentences[i]);
  }
  // A numbered line is a clause only with a stop after its number: "Article 3 of the charter" is
  // none.
  bool has_stop(std::size_t token) const { return is_mark(prose_, token, U".:)–—-"); }

  static std::u32string decimal(std::size_t number) { return from_utf8(std::to_string(number)); }

  void read_article(std::size_t first, std::size_t heading, std::size_t last) {
    std::size_t from = first + heading;
    while (from < last && has_stop(from)) ++from;
    if (from >= last) return;
    const std::string number = slice_utf8(prose_.text, tokens(first, first + heading));
    add(number, draft_, from, last);
  }

  // A word for a draft that rules the sentence: "the draft would ...", "under the plan, ...",
  // "Article 3 of the draft ...".
  void read_sentence(const text::Sentence& sentence) {
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      if (!in_list(prose_, token, drafts)) continue;
      const std::size_t start = noun_start(token, sentence.first);
      if (start == token) continue;  // no article before it: "a draft" is "draft" after "a"
      draft_ = slice_utf8(prose_.text, tokens(start, token + 1));
      if (const std::size_t from = sets_out(token, start, sentence))
        return add_sentence(from, start, sentence);
    }
  }
  std::size_t noun_start(std::size_t token, std::size_t lowest) const {
    for (std::size_t at = token; at-- > lowest && token - at <= 4;) {
      if (prose_.tokens[at].kind == text::TokenKind::mark) return token;
      if (is_word(prose_, at, U"the") || is_word(prose_, at, U"a") || is_word(prose_, at, U"an") ||
          is_word(prose_, at, U"this"))
        return at;
    }
    return token;
  }
  // The token where what it provides begins; 0 where the sentence provides nothing.
  std::size_t sets_out(std::size_t token, std::size_t start, const text::Sentence& sentence) const {
    if (start > sentence.first && in_list(prose_, start - 1, under_it) &&
        start <= sentence.first + 3)
      return has_modal(token + 1, sentence.last) ? token + 1 : 0;
    // What stands between the noun and its verb: "circulated by ... mediators".
    for (std::size_t at = token + 1; at < std::min(sentence.last, token + 7); ++at) {
      if (in_list(prose_, at, modals))
        return at + 1 < sentence.last && !is_word(prose_, at + 1, U"be") ? at : 0;
      if (in_list(prose_, at, provides)) return at;
      if (is_mark(prose_, at, U",;.")) return 0;
    }
    return 0;
  }
  bool has_modal(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at)
      if (in_list(prose_, at, modals)) return true;
    return false;
  }

  void add_sentence(std::size_t first, std::size_t start, const text::Sentence& sentence) {
    std::string number;
    for (std::size_t at = sentence.first; at + 1 < start; ++at)
      if (in_list(prose_, at, numbered) && is_number(at + 1))
        number = slice_utf8(prose_.text, tokens(at, at + 2));
    const std::string draft = draft_;
    while (first < sentence.last && is_mark(prose_, first, U",")) ++first;
    std::size_t last = sentence.last;
    while (last > first && is_mark(prose_, last - 1, U".")) --last;
    // A list of provisions gives a clause each.
    std::size_t begin = first;
    for (std::size_t at = first; at <= last; ++at) {
      const bool end = at == last || is_mark(prose_, at, U",;") ||
                       (is_word(prose_, at, U"and") && at > begin + 2);
      if (!end) continue;
      if (at > begin && !issues_.issues_in(marks_, begin, at).empty())
        add(number, draft, begin, at);
      begin = at + 1;
    }
  }

  Span tokens(std::size_t first, std::size_t last) const {
    return {prose_.tokens[first].span.begin, prose_.tokens[last - 1].span.end};
  }

  bool is_negated(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at)
      if (in_list(prose_, at, negations)) return true;
    return false;
  }

  // The issue named first, of those with a scale if one of them places the words.
  void add(const std::string& number, const std::string& draft, std::size_t first,
           std::size_t last) {
    Clause clause;
    clause.document = reading_.card.id;
    clause.draft = draft;
    clause.number = number;
    const auto named = issues_.issues_in(marks_, first, last);
    const auto best = std::min_element(named.begin(), named.end(),
                                       [](auto& a, auto& b) { return a.first < b.first; });
    if (best != named.end()) {
      clause.issue = issues_.id(best->issue);
      clause.option = issues_.options_in(marks_, best->issue, first, last);
      if (clause.option && is_negated(first, last))
        clause.option = issues_.other_end(best->issue, *clause.option);
    }
    clause.evidence = tokens(first, last);
    clause.words = slice_utf8(prose_.text, clause.evidence);
    found_.push_back(std::move(clause));
  }

  const Reading& reading_;
  const text::Prose& prose_;
  const IssueMatcher& issues_;
  const IssueMatcher::Marks& marks_;
  std::string draft_;
  std::size_t listed_ = 0;  // items of a list without words for them: "1.", "2."
  std::vector<Clause> found_;
};

}  // namespace
}  // namespace coding

std::vector<Clause> find_clauses(const Reading& reading, const IssueMatches& issues) {
  return coding::ClauseFinder(reading, issues).find();
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "extract/positions/function_words.h"
#include "extract/positions/marked_text.h"

namespace entente::extract::coding {
namespace {

constexpr std::array<std::u32string_view, 20> short_participles{
    U"been", U"had",  U"made", U"led",  U"met", U"kept", U"held", U"come", U"put", U"let",
    U"set",  U"left", U"lost", U"sent", U"cut", U"paid", U"said", U"told", U"won", U"become"};

bool is_participle(const text::Prose& prose, std::size_t token) {
  const auto word = prose.folded_word(token);
  return word.ends_with(U"ed") || word.ends_with(U"en") || word.ends_with(U"wn") ||
         word.ends_with(U"ought") || word.ends_with(U"aught") ||
         is_any(prose, token, short_participles);
}

class Inversions {
 public:
  Inversions(const text::Prose& prose, const std::vector<Mention>& mentions)
      : prose_(prose), mentions_(mentions) {}

  // What the helping verb at the mark is here.
  StanceWord read(const StanceMark& mark) const {
    const text::Sentence& sentence = prose_.sentences[prose_.sentence_at(mark.span.begin)];
    if (is_unreal_perfect(mark, sentence.last)) return StanceWord::unreal;
    if (!begins_clause(mark, sentence.first) || ends_as_question(sentence)) return mark.what;
    if (is_word(prose_, mark.first, U"should")) return StanceWord::condition;
    if (is_word(prose_, mark.first, U"were") && has_to(mark.last, sentence.last))
      return StanceWord::condition;
    if (is_word(prose_, mark.first, U"had") && !is_word(prose_, mark.last, U"to"))
      return StanceWord::unreal;
    return mark.what;
  }

 private:
  // "would have accepted"
  bool is_unreal_perfect(const StanceMark& mark, std::size_t last) const {
    const bool helps = mark.what == StanceWord::will || mark.what == StanceWord::can ||
                       mark.what == StanceWord::may || mark.what == StanceWord::must;
    if (!helps || mark.last >= last || is_word(prose_, mark.first, U"will")) return false;
    const std::size_t have = is_word(prose_, mark.last, U"not") ? mark.last + 1 : mark.last;
    return have + 1 < last && is_word(prose_, have, U"have") && is_participle(prose_, have + 1);
  }

  // At the sentence's start, or after a comma with a subject behind it.
  bool begins_clause(const StanceMark& mark, std::size_t first) const {
    if (mark.last >= prose_.tokens.size()) return false;
    std::size_t before = mark.first;
    while (before > first && is_mark(prose_, before - 1, U"\"'“‘«(")) --before;
    if (before == first) return true;
    if (!is_mark(prose_, before - 1, U",;—–")) return false;
    const std::size_t at = prose_.tokens[mark.last].span.begin;
    const auto mention = mention_from(mentions_, at);
    return is_any(prose_, mark.last, subject_words) || is_any(prose_, mark.last, determiners) ||
           (mention != mentions_.end() && mention->span.begin <= at);
  }
  bool ends_as_question(const text::Sentence& sentence) const {
    for (std::size_t token = sentence.last; token-- > sentence.first && sentence.last - token <= 2;)
      if (is_mark(prose_, token, U"?")) return true;
    return false;
  }
  bool has_to(std::size_t first, std::size_t last) const {
    for (std::size_t token = first; token < last && !is_mark(prose_, token, U",;"); ++token)
      if (is_word(prose_, token, U"to")) return true;
    return false;
  }

  const text::Prose& prose_;
  const std::vector<Mention>& mentions_;
};

}  // namespace

std::vector<StanceMark> with_inversions(const text::Prose& prose,
                                        const std::vector<Mention>& mentions,
                                        std::vector<StanceMark> marks) {
  const Inversions inversions(prose, mentions);
  for (StanceMark& mark : marks)
    if (mark.what >= StanceWord::must && mark.what <= StanceWord::be)
      mark.what = inversions.read(mark);
  return marks;
}

}  // namespace entente::extract::coding

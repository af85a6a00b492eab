// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "extract/positions/function_words.h"
#include "extract/positions/marked_text.h"

namespace entente::extract::coding {
namespace {

constexpr std::array<std::u32string_view, 6> joins{U"and", U"or", U"nor", U"but", U"yet", U"so"};
constexpr std::array<std::u32string_view, 6> contrasts{U"but",     U"while",    U"whereas",
                                                       U"because", U"although", U"though"};
constexpr std::array<std::u32string_view, 4> being{U"is", U"was", U"remains", U"are"};
constexpr std::array<std::u32string_view, 6> relatives{U"who",  U"which", U"whose",
                                                       U"whom", U"where", U"that"};

bool begins_mention(const MarkedText& marked, std::size_t token) {
  const Span at = marked.prose.tokens[token].span;
  const auto mention = mention_from(marked.mentions, at.begin);
  return mention != marked.mentions.end() && mention->span.begin <= at.begin;
}

// "to" before a verb, as far as the next word tells.
bool is_infinitive(const MarkedText& marked, std::size_t token, std::size_t last) {
  const text::Prose& prose = marked.prose;
  if (!is_word(prose, token, U"to") || token + 1 >= last) return false;
  if (token > 0 && is_word(prose, token - 1, U"according")) return false;
  const char32_t next = prose.word(token + 1).front();
  return next >= U'a' && next <= U'z' && !is_any(prose, token + 1, determiners) &&
         !begins_mention(marked, token + 1);
}

class Cutter {
 public:
  Cutter(const MarkedText& marked, std::size_t first, std::size_t last, bool governed)
      : marked_(marked), prose_(marked.prose), last_(last), governed_(governed) {
    start_ = first;
    for (const StanceMark& mark : between(marked.stances, first, last))
      if (is_verb_sign(mark.what) && !is_noun_phrase(mark)) verbs_.push_back(mark.first);
    for (std::size_t token = first; token < last; ++token) {
      if (is_infinitive(marked, token, last)) infinitives_.push_back(token);
      if (is_mark(prose_, token, U",;:")) stops_.push_back(token);
    }
    first_ = first;
  }

  std::vector<std::size_t> cuts() {
    std::vector<std::size_t> found;
    for (std::size_t token = first_ + 1; token < last_; ++token) {
      if (!cuts_before(token)) continue;
      found.push_back(token);
      start_ = token;
    }
    return found;
  }

 private:
  // "our key goals"
  bool is_noun_phrase(const StanceMark& mark) const {
    constexpr std::array<std::u32string_view, 5> owners{U"our", U"its", U"their", U"his", U"her"};
    return mark.what == StanceWord::wants && is_any(prose_, mark.first, owners) &&
           !is_any(prose_, mark.last - 1, being);
  }

  // Looked up, not walked to: one sentence may be a million tokens long.
  static bool has_one(const std::vector<std::size_t>& tokens, std::size_t first, std::size_t last) {
    const auto at = std::lower_bound(tokens.begin(), tokens.end(), first);
    return at != tokens.end() && *at < last;
  }
  bool has_verb(std::size_t first, std::size_t last) const { return has_one(verbs_, first, last); }
  bool has_infinitive(std::size_t first, std::size_t last) const {
    return has_one(infinitives_, first, last);
  }
  std::size_t next_stop(std::size_t token) const {
    const auto at = std::lower_bound(stops_.begin(), stops_.end(), token);
    return at == stops_.end() ? last_ : *at;
  }
  // A leading condition belongs to what follows it.
  bool in_leading_condition() const {
    for (const StanceMark& mark : between(marked_.stances, start_, std::min(start_ + 2, last_)))
      if (mark.what == StanceWord::condition || mark.what == StanceWord::later)
        return commas_since_start_ == 0;
    return false;
  }
  bool both_have_verbs(std::size_t token) const {
    const std::size_t stop = next_stop(token);
    const bool right = has_verb(token, stop) || has_infinitive(token, stop);
    return right && (has_verb(start_, token) || has_infinitive(start_, token));
  }
  // "does not oppose | monitors but will not accept soldiers"
  bool contrasts_verbs(std::size_t token) const {
    const bool object = governed_ && start_ == first_;
    return object ? has_verb(token, next_stop(token)) : both_have_verbs(token);
  }
  // ", provided that", ", and only after"
  bool begins_condition(std::size_t token) const {
    for (const StanceMark& mark : between(marked_.stances, token, std::min(token + 2, last_)))
      if (mark.what == StanceWord::condition) return true;
    return false;
  }
  bool new_subject(std::size_t token) const {
    return is_any(prose_, token, subject_words) || begins_mention(marked_, token);
  }

  bool cuts_after_comma(std::size_t token) {
    const bool leading = in_leading_condition();
    ++commas_since_start_;
    if (leading || is_any(prose_, token, relatives) || begins_condition(token)) return false;
    return both_have_verbs(token);
  }
  bool cuts_at_join(std::size_t token) const {
    if (token + 1 >= last_ || !is_any(prose_, token, joins) || !has_verb(start_, token))
      return false;
    const std::size_t stop = std::min(next_stop(token), token + 10);
    if (is_infinitive(marked_, token + 1, last_)) return !is_word(prose_, token, U"yet");
    return new_subject(token + 1) && has_verb(token + 2, stop);
  }
  bool cuts_before(std::size_t token) {
    if (token == start_) return false;
    bool cut = false;
    if (is_mark(prose_, token - 1, U";:—–"))
      cut = both_have_verbs(token);
    else if (is_mark(prose_, token - 1, U","))
      cut = cuts_after_comma(token);
    else if (is_any(prose_, token, contrasts))
      cut = contrasts_verbs(token) && !in_leading_condition() && !begins_condition(token);
    else
      cut = cuts_at_join(token) && !in_leading_condition();
    if (cut) commas_since_start_ = 0;
    return cut;
  }

  const MarkedText& marked_;
  const text::Prose& prose_;
  std::size_t first_ = 0, last_ = 0, start_ = 0;
  std::size_t commas_since_start_ = 0;
  bool governed_ = false;  // the first clause's verb stands before it
  std::vector<std::size_t> verbs_, infinitives_, stops_;  // tokens, in order
};

void add_part(const MarkedText& marked, Part part, Span within, std::vector<Part>& parts) {
  part = trimmed(marked.prose, part);
  if (part.first >= part.last) return;
  part.span = {std::max(marked.prose.tokens[part.first].span.begin, within.begin),
               std::min(marked.prose.tokens[part.last - 1].span.end, within.end)};
  if (!part.span.empty()) parts.push_back(part);
}

}  // namespace

bool is_mark(const text::Prose& prose, std::size_t token, std::u32string_view any_of) {
  const text::Token& at = prose.tokens[token];
  return at.kind == text::TokenKind::mark && any_of.find(prose.text[at.span.begin]) != any_of.npos;
}

bool is_word(const text::Prose& prose, std::size_t token, std::u32string_view word) {
  return prose.folded_word(token) == word;
}

std::vector<Mention>::const_iterator mention_from(const std::vector<Mention>& mentions,
                                                  std::size_t at) {
  return std::lower_bound(
      mentions.begin(), mentions.end(), at,
      [](const Mention& mention, std::size_t where) { return mention.span.end <= where; });
}

// A quotation mark with a blank behind it closes what lies before the part.
bool is_closing_quote(const text::Prose& prose, const Part& part) {
  const std::size_t after = prose.tokens[part.first].span.end;
  return is_mark(prose, part.first, U"\"'”’») ") && part.first + 1 < part.last &&
         prose.tokens[part.first + 1].span.begin > after;
}

// "so that Y can ..."
bool begins_purpose(const text::Prose& prose, const Part& part) {
  return is_word(prose, part.first, U"so") && part.first + 1 < part.last &&
         is_word(prose, part.first + 1, U"that");
}

Part trimmed(const text::Prose& prose, Part part) {
  while (part.first < part.last && is_closing_quote(prose, part)) ++part.first;
  while (part.first < part.last &&
         (is_mark(prose, part.first, U",;:—–-.") ||
          (is_any(prose, part.first, joins) && !begins_purpose(prose, part))))
    ++part.first;
  while (part.first < part.last && is_mark(prose, part.last - 1, U",;:—–-")) --part.last;
  return part;
}

Part shortened(const text::Prose& prose, Part part, std::size_t first, std::size_t last) {
  if (part.last - part.first <= most_evidence) return part;
  first = std::max(first, part.first);
  last = std::clamp(last, first + 1, std::min(part.last, first + most_evidence));
  const std::size_t around = (most_evidence - (last - first)) / 2;
  part.first = std::max(part.first, first - std::min(first, around));
  part.last = std::min(part.last, part.first + most_evidence);
  part = trimmed(prose, part);
  part.span = {std::max(part.span.begin, prose.tokens[part.first].span.begin),
               std::min(part.span.end, prose.tokens[part.last - 1].span.end)};
  return part;
}

std::vector<Part> cut_clauses(const MarkedText& marked, Span within, bool governed) {
  std::vector<Part> parts;
  const text::Prose& prose = marked.prose;
  for (std::size_t s = prose.sentence_at(within.begin); s < prose.sentences.size(); ++s) {
    const text::Sentence& sentence = prose.sentences[s];
    if (sentence.span.begin >= within.end) break;
    const std::size_t first = std::max(sentence.first, prose.token_at(within.begin));
    std::size_t last = first;
    while (last < sentence.last && prose.tokens[last].span.begin < within.end) ++last;
    if (first >= last) continue;
    Part part{{}, first, last, s};
    for (const std::size_t cut : Cutter(marked, first, last, governed && parts.empty()).cuts()) {
      part.last = cut;
      add_part(marked, part, within, parts);
      part.first = cut;
    }
    part.last = last;
    add_part(marked, part, within, parts);
  }
  return parts;
}

}  // namespace entente::extract::coding

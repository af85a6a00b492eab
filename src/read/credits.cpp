// SPDX-License-Identifier: Apache-2.0
#include "read/credits.h"

#include <algorithm>
#include <optional>

#include "read/captions.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

constexpr std::size_t longest_caption = 80;  // words
constexpr std::size_t longest_credit = 14;

const WordSet& picture_words() {
  static const WordSet words(
      "photo photos photograph photographs picture pictures pic pics image images video "
      "illustration graphic screenshot "
      "screengrab caption");
  return words;
}

// Words in small letters that stand in a credit beside names.
const WordSet& credit_words() {
  static const WordSet words(
      "photo photos photograph photography picture pictures image images file handout courtesy "
      "credit credits pool via "
      "by from screenshot screengrab archive provided supplied stock copyright contributor");
  return words;
}

// Of these one is enough to make a bracket of names a credit.
const WordSet& strong_credit_words() {
  static const WordSet words(
      "photo photos photograph photography picture pictures image images handout courtesy credit "
      "screenshot screengrab");
  return words;
}

// An opening quotation mark belongs to the sentence behind the break.
std::size_t break_before(const Lines& lines, const Line& line, std::size_t word) {
  const std::u32string_view gap = lines.gap(line, word);
  const auto quote = std::find_if(gap.begin(), gap.end(), is_quote);
  return lines.words[word - 1].span.end + static_cast<std::size_t>(quote - gap.begin());
}

bool separates(std::u32string_view gap) {
  return has(gap, U'/') || has(gap, U'|') || has(gap, U',');
}

// ---- A label before the credit: "Image Credit:", "Featured photo by", "FILE PHOTO:" ----

struct Label {
  std::size_t end = 0;  // first word after it
  bool names_follow = false;
  bool picture = false;  // else only "Credit:", which may be a bank's
};

std::size_t skip_words(const Lines& lines, const Line& line, std::size_t at, const WordSet& set) {
  while (at < line.last && set.holds(lines.words[at].key)) ++at;
  return at;
}

std::optional<Label> label_at(const Lines& lines, const Line& line) {
  static const WordSet placing("featured cover lead top main header thumbnail file");
  static const WordSet crediting("credit credits by courtesy of source via");
  const std::size_t subject = skip_words(lines, line, line.first, placing);
  const std::size_t named = skip_words(lines, line, subject, picture_words());
  const std::size_t end = skip_words(lines, line, named, crediting);
  const bool stamped = line.words() > 1 && lines.of(lines.words[line.first].span) == U"FILE";
  const bool file_picture = subject > line.first && (named > subject || stamped);
  const bool picture = named > subject, credited = end > named;
  if (end == line.last || end == line.first || end - line.first > 5) return std::nullopt;
  const std::u32string_view gap = lines.gap(line, end);
  const bool colon = has(gap, U':');
  const bool sole_credit = credited && lines.words[named].key != key_of("by") &&
                           lines.words[named].key != key_of("of") &&
                           lines.words[named].key != key_of("source") &&
                           lines.words[named].key != key_of("via");
  if (colon && (picture || sole_credit)) return Label{end, true, picture};
  if (picture && credited && !has_stop(gap)) return Label{end, true, true};
  const bool dash = has(gap, U'-') || has(gap, U'\u2013') || has(gap, U'\u2014');
  if (file_picture && (dash || has(gap, U'.'))) return Label{end, false, true};
  return std::nullopt;
}

// "PicturesThe": the next sentence is glued to the credit.
std::optional<std::size_t> glued_opener(const Lines& lines, std::size_t word) {
  const Span span = lines.words[word].span;
  for (std::size_t at = span.begin + 2; at + 1 < span.end; ++at) {
    if (!is_capital(lines.text[at]) || is_capital(lines.text[at - 1])) continue;
    const std::u32string_view rest = lines.of(Span{at, span.end});
    const Lines opener = cut_lines(rest);
    if (opener.words.size() == 1 && is_opener(opener.words.front().key)) return at;
  }
  return std::nullopt;
}

// Where names end and a sentence begins though nothing parts them: one word and the nouns of
// agencies after the last separator, else a first and a last name.
std::optional<std::size_t> split_names(const Lines& lines, std::size_t first, std::size_t segment,
                                       std::size_t stop) {
  std::size_t end = segment > first ? segment + 1 : first + 2;
  while (segment > first && end < stop && is_media_noun(lines.words[end].key)) ++end;
  if (end >= stop) end = stop - 1;
  if (end <= first) return std::nullopt;
  return lines.words[end].span.begin;
}

// The offset at which the credit that begins with word `first` ends; nothing where no names stand
// there.
std::optional<std::size_t> names_end(const Lines& lines, const Line& line, std::size_t first) {
  std::size_t segment = first;
  for (std::size_t word = first; word < line.last; ++word) {
    if (word - first > longest_credit) return split_names(lines, first, segment, word);
    const WordKey key = lines.words[word].key;
    if (word > first) {
      if (breaks_sentence(lines, line, word)) return break_before(lines, line, word);
      if (separates(lines.gap(line, word))) segment = word;
      if (word > segment && is_opener(key) && is_capital(lines.initial(word)) &&
          !is_joiner(lines.words[word - 1].key))
        return lines.words[word].span.begin;
    }
    if (const auto glued = glued_opener(lines, word)) return glued;
    if (is_joiner(key)) {
      if (key == key_of("via")) segment = word + 1;
      continue;
    }
    const bool name = is_capital(lines.initial(word)) || is_digit(lines.initial(word)) ||
                      credit_words().holds(key);
    if (!name) return split_names(lines, first, segment, word);
  }
  return line.span.end;
}

bool opens_sentence(const Lines& lines, const Line& line, std::size_t word) {
  if (is_opener(lines.words[word].key)) return true;
  return word + 1 < line.last && !is_namelike(lines, word + 1) &&
         !separates(lines.gap(line, word + 1));
}

// The first word of a label near the end with nothing but names behind it: "... | Photo Credit:
// Agency"
std::optional<std::size_t> end_label(const Lines& lines, const Line& line) {
  constexpr std::size_t most_names = 8;
  for (std::size_t word = line.last; word > line.first + 1 && line.last - word <= most_names;
       --word) {
    if (word < line.last && !is_namelike(lines, word) &&
        !credit_words().holds(lines.words[word].key))
      return std::nullopt;
    if (word == line.last || !has(lines.gap(line, word), U':')) continue;
    std::size_t label = word - 1;
    static const WordSet crediting("credit credits courtesy source by");
    if (crediting.holds(lines.words[label].key) && label > line.first) --label;
    if (!picture_words().holds(lines.words[label].key) || label == line.first) return std::nullopt;
    if (lines.words[label - 1].key == key_of("file") && label > line.first + 1) --label;
    const std::u32string_view gap = lines.gap(line, label);
    const bool parted = has_stop(gap) || has_quote(gap) || has(gap, U'|') || has(gap, U'/') ||
                        has(gap, U'\u2013') || has(gap, U'\u2014') || has(gap, U'-');
    return parted ? std::optional{label} : std::nullopt;
  }
  return std::nullopt;
}

// "Image: NAME and NAME did not shake hands in front of the cameras": no stop, and more than names.
bool is_labelled_caption(const Lines& lines, const Line& line, const Label& label) {
  constexpr std::size_t least_small_words = 3;
  if (!label.picture || !label.names_follow || ends_stopped(lines.of(line)) ||
      line.words() > longest_caption || !is_one_sentence(lines, line, line.last))
    return false;
  std::size_t small = 0;
  for (std::size_t word = label.end; word < line.last; ++word)
    small += !is_namelike(lines, word) && !credit_words().holds(lines.words[word].key);
  return small >= least_small_words && !glued_opener(lines, label.end);
}

std::vector<Noise> labelled_credit(const Lines& lines, const Line& line, const Label& label) {
  if (is_labelled_caption(lines, line, label)) return {{line.span, NoiseKind::caption}};
  const bool description = !label.names_follow || opens_sentence(lines, line, label.end);
  if (description && !label.picture) return {};
  if (description && line.words() <= longest_caption) return {{line.span, NoiseKind::caption}};
  if (const auto second = end_label(lines, line);
      second && *second >= label.end && line.words() <= longest_credit)
    return {{line.span, NoiseKind::credit}};
  const auto end = description ? std::nullopt : names_end(lines, line, label.end);
  if (!end) return {{{line.span.begin, lines.words[label.end].span.begin}, NoiseKind::credit}};
  return {{{line.span.begin, *end}, NoiseKind::credit}};
}

// ---- What stands in brackets: "(Jane Doe/Agency)", "[File: Agency]", "(Agency Photo/Jane Doe)"
// ----

struct Bracket {
  Span span;
  std::size_t first = 0, last = 0;  // words
};

bool opens_bracket(char32_t c) { return c == U'(' || c == U'['; }
bool closes_bracket(char32_t c) { return c == U')' || c == U']'; }

struct NameShape {
  bool all_names = true;
  bool slash = false;
  bool comma = false, colon = false, via = false;  // "via": between names
  bool strong_cue = false, cue = false, media = false;
  std::size_t before_slash = 0;

  bool joins_names() const { return slash && (before_slash >= 2 || media); }
};

NameShape shape_of(const Lines& lines, const Line& line, std::size_t first, std::size_t last) {
  NameShape shape;
  for (std::size_t word = first; word < last; ++word) {
    const WordKey key = lines.words[word].key;
    const std::u32string_view gap = word > first ? lines.gap(line, word) : std::u32string_view();
    if (!shape.slash && std::count(gap.begin(), gap.end(), U'/') == 1) {
      shape.slash = true;
      shape.before_slash = word - first;
    }
    shape.comma = shape.comma || has(gap, U',');
    shape.colon = shape.colon || has(gap, U':');
    shape.via = shape.via || (word > first && word + 1 < last && key == key_of("via"));
    shape.strong_cue = shape.strong_cue || strong_credit_words().holds(key);
    shape.cue =
        shape.cue || (credit_words().holds(key) && key != key_of("by") && key != key_of("from"));
    shape.media = shape.media || is_media_noun(key);
    shape.all_names =
        shape.all_names &&
        (is_namelike(lines, word) || is_digit(lines.initial(word)) || credit_words().holds(key));
  }
  return shape;
}

bool has_capital(const Lines& lines, std::size_t first, std::size_t last) {
  for (std::size_t word = first; word < last; ++word)
    if (is_capital(lines.initial(word))) return true;
  return false;
}

bool is_credit_bracket(const Lines& lines, const Line& line, const Bracket& bracket) {
  const std::size_t size = bracket.last - bracket.first;
  if (size == 0 || size > longest_credit) return false;
  const WordKey opener = lines.words[bracket.first].key;
  const bool small = !is_capital(lines.initial(bracket.first));
  if (small && is_joiner(opener) && !credit_words().holds(opener)) return false;  // "(for A/B)"
  const NameShape shape = shape_of(lines, line, bracket.first, bracket.last);
  if (!shape.all_names || !has_capital(lines, bracket.first, bracket.last)) return false;
  const bool several = size > 1 && (shape.slash || shape.colon || shape.via);
  return shape.strong_cue || (shape.cue && (several || size == 1)) ||
         (shape.joins_names() && !shape.comma);
}

// Brackets of the line that hold a credit, in order. No nesting is looked for.
std::vector<Bracket> credit_brackets(const Lines& lines, const Line& line) {
  std::vector<Bracket> found;
  std::size_t word = line.first;
  std::optional<Bracket> open;
  for (std::size_t at = line.span.begin; at < line.span.end; ++at) {
    while (word < line.last && lines.words[word].span.begin < at) ++word;
    if (opens_bracket(lines.text[at])) open = Bracket{{at, at}, word, word};
    if (!closes_bracket(lines.text[at]) || !open) continue;
    open->span.end = at + 1;
    open->last = word;
    if (is_credit_bracket(lines, line, *open)) found.push_back(*open);
    open.reset();
  }
  return found;
}

std::vector<Noise> bracket_credits(const Lines& lines, const Line& line) {
  if (!has(lines.of(line), U'(') && !has(lines.of(line), U'[')) return {};
  std::vector<Noise> noise;
  std::size_t begin = line.span.begin, first = line.first;
  for (const Bracket& bracket : credit_brackets(lines, line)) {
    const bool caption = bracket.last - first <= longest_caption &&
                         !has_quote(lines.of(Span{begin, bracket.span.begin}));
    const std::u32string_view rest = lines.of(Span{bracket.span.end, line.span.end});
    const bool ends_line = std::none_of(rest.begin(), rest.end(), is_letter_or_digit);
    const bool whole = caption && begin == line.span.begin;
    const Span span{whole ? begin : bracket.span.begin,
                    ends_line ? line.span.end : bracket.span.end};
    noise.push_back(
        {span, whole && bracket.first > first ? NoiseKind::caption : NoiseKind::credit});
    begin = bracket.span.end;
    first = bracket.last;
  }
  return noise;
}

// ---- A credit at the end without brackets: "... on Monday. Jane Doe/Agency", "... progress. /Jane
// Doe/Pool via Agency" ----

struct Tail {
  std::size_t first = 0;  // word
  bool after_stop = false;
  bool slash_opens = false;  // " /Name"
};

Tail name_tail(const Lines& lines, const Line& line) {
  Tail tail{line.last, false, false};
  while (tail.first > line.first && line.last - tail.first < longest_credit) {
    const std::size_t word = tail.first - 1;
    const bool name = is_namelike(lines, word) || credit_words().holds(lines.words[word].key);
    if (!name) break;
    tail.first = word;
    const std::u32string_view gap = lines.gap(line, word);
    if (word > line.first && gap.size() >= 2 && gap.back() == U'/' &&
        is_space(gap[gap.size() - 2])) {
      tail.slash_opens = true;
      break;
    }
    if (word > line.first && breaks_sentence(lines, line, word)) {
      tail.after_stop = true;
      break;
    }
  }
  return tail;
}

// "... in spring. File photo"
bool is_only_cues(const Lines& lines, const Line& line, const Tail& tail) {
  bool strong = false;
  for (std::size_t word = tail.first; word < line.last; ++word) {
    if (!credit_words().holds(lines.words[word].key)) return false;
    strong = strong || strong_credit_words().holds(lines.words[word].key);
  }
  return strong;
}

// "AGENCY/Jane Doe"
bool opens_with_agency(const Lines& lines, const Line& line, std::size_t first) {
  const std::u32string_view word = lines.of(lines.words[first].span);
  const bool capitals = word.size() >= 3 && std::all_of(word.begin(), word.end(), is_capital);
  const std::size_t behind = line.last - first - 1;
  return capitals && behind >= 2 && behind <= 4 && lines.gap(line, first + 1) == U"/";
}

// "... in PLACE. AGENCY": one to three capitalised words behind the only sentence, which tells a
// picture.
bool is_signed_picture(const Lines& lines, const Line& line, const Tail& tail) {
  const std::size_t size = line.last - tail.first;
  return size <= 3 && tells_a_picture(lines, line, tail.first) &&
         is_one_sentence(lines, line, tail.first);
}

bool holds_bracket(const Lines& lines, const Line& line, const Tail& tail) {
  const Span span{lines.words[tail.first].span.begin - 1, line.span.end};
  const std::u32string_view text = lines.of(tail.first == line.first ? line.span : span);
  return std::any_of(text.begin(), text.end(), opens_bracket);
}

bool is_tail_credit(const Lines& lines, const Line& line, const Tail& tail) {
  if (tail.first == line.last || holds_bracket(lines, line, tail)) return false;
  if (tail.slash_opens) return true;
  if (!tail.after_stop || ends_stopped(lines.of(line))) return false;
  if (is_only_cues(lines, line, tail) || opens_with_agency(lines, line, tail.first)) return true;
  if (is_signed_picture(lines, line, tail)) return true;
  const NameShape shape = shape_of(lines, line, tail.first, line.last);
  bool bar = false;
  for (std::size_t word = tail.first + 1; word < line.last; ++word)
    bar = bar || has(lines.gap(line, word), U'|');
  return shape.joins_names() || shape.via || bar;
}

std::vector<Noise> tail_credit(const Lines& lines, const Line& line) {
  Tail tail = name_tail(lines, line);
  const auto label = end_label(lines, line);
  if (label && !holds_bracket(lines, line, {*label, false, false}))
    tail = {*label, true, false};
  else if (!is_tail_credit(lines, line, tail))
    return {};
  const std::u32string_view before =
      lines.of(Span{line.span.begin, lines.words[tail.first].span.begin});
  if (tail.first - line.first <= longest_caption && !has_quote(before))
    return {{line.span, tail.first == line.first ? NoiseKind::credit : NoiseKind::caption}};
  const std::size_t slash = tail.slash_opens ? 1 : 0;
  return {{{lines.words[tail.first].span.begin - slash, line.span.end}, NoiseKind::credit}};
}

// ---- A line that is nothing but a credit ----

bool is_bare_credit(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 8;
  if (line.words() < 2 || line.words() > longest || has(lines.of(line), U':')) return false;
  const NameShape shape = shape_of(lines, line, line.first, line.last);
  if (!shape.all_names || has_quote(lines.of(line))) return false;
  const bool capitals_only =
      is_capital(lines.text[lines.words[line.first].span.end - 1]);  // two cities: a dateline
  const bool agency =
      opens_with_agency(lines, line, line.first) && lines.words[line.first].span.size() >= 5;
  const bool names =
      agency || shape.joins_names() || (shape.slash && line.words() == 2 && !capitals_only);
  if (names || shape.via) return true;
  static const WordSet plural("images photos pictures");
  return line.words() <= 3 && plural.holds(lines.words[line.last - 1].key) &&
         is_capital(lines.initial(line.last - 1));
}

// "(Reporting by NAME; Editing by NAME)" at the end of a paragraph
std::optional<std::size_t> sign_off(const Lines& lines, const Line& line) {
  static const WordSet tasks("reporting writing editing additional compiled edited");
  for (std::size_t word = line.last; word > line.first && line.last - word < longest_caption;
       --word) {
    if (!tasks.holds(lines.words[word - 1].key)) continue;
    const std::u32string_view gap = lines.gap(line, word - 1);
    const bool by = word < line.last && (lines.words[word].key == key_of("by") ||
                                         lines.words[word].key == key_of("reporting"));
    if (by && !gap.empty() && opens_bracket(gap.back()))
      return lines.words[word - 1].span.begin - 1;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Noise> credits_in(const Lines& lines, const Line& line) {
  if (line.words() == 0) return {};
  if (const auto label = label_at(lines, line)) return labelled_credit(lines, line, *label);
  if (is_bare_credit(lines, line)) return {{line.span, NoiseKind::credit}};
  if (auto tail = tail_credit(lines, line); !tail.empty()) return tail;
  if (is_caption_by_its_words(lines, line)) return {{line.span, NoiseKind::caption}};
  std::vector<Noise> noise = bracket_credits(lines, line);
  const auto signed_at = sign_off(lines, line);
  if (signed_at && (noise.empty() || noise.back().span.end <= *signed_at))
    noise.push_back({{*signed_at, line.span.end}, NoiseKind::credit});
  return noise;
}

}  // namespace entente::read

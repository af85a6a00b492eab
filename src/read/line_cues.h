// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "read/lines.h"
#include "read/outline.h"

namespace entente::read {

// What can be seen of a line of plain text without knowing its words' meaning: its length, its
// marks, its place, what stands around it, and a few classes of common words. Each cue holds or
// does not; line_model.h adds them up.
enum class Cue : std::size_t {
  // length in words
  w0,
  w1,
  w2,
  w3,
  w4_5,
  w6_8,
  w9_14,
  w15_30,
  w31,
  // length of a line whose last mark ends no sentence
  open_w1,
  open_w2,
  open_w3,
  open_w4_5,
  open_w6_8,
  open_w9_14,
  open_w15,
  // the last mark
  ends_stop,
  ends_question,
  ends_exclaim,
  ends_colon,
  ends_comma,
  ends_ellipsis,
  ends_open,
  // the first mark
  starts_small,
  starts_digit,
  starts_quote,
  starts_bracket,
  starts_bullet,
  starts_mark,
  starts_capital,
  // letters
  all_capitals,
  all_names,
  most_capitals,
  no_capitals,
  // words of any text
  small0,
  small1,
  small2_3,
  small4,  // words in small letters that are no grammar
  no_grammar,
  one_grammar,
  much_grammar,
  helping_verb,
  speech_verb,
  reader,
  owners,
  speaker,
  opener_word,
  by_word,
  question_word,
  repeats_start,
  // words of pages
  act_first,
  act,
  page_word,
  page_words,
  weak_page_word,
  weak_page_words,
  offer,
  legal,
  picture,
  picture_act,
  side,
  job,
  media,
  // times and numbers
  month,
  weekday,
  year,
  clock,
  time_unit,
  stamp,
  digits,
  only_digits,
  many_digits,
  bare_time,
  // marks inside
  bar,
  slash,
  arrow,
  sign_c,
  at_sign,
  web,
  hash,
  wide_space,
  in_brackets,
  bracket_inside,
  label,
  capital_label,
  known_label,
  quotes,
  all_quoted,
  dash,
  comma_names,
  several_sentences,
  // the rest of the text
  copy,
  alike_none,
  alike_some,
  alike_most,
  alike_all,
  is_title,
  over_title,
  under_title,
  // gaps
  after_gap,
  before_gap,
  alone,
  sentence,
  // place, in lines: from the top, from the end, from the report's first and last sentence
  top0,
  top1,
  top2,
  top3_5,
  end0,
  end1,
  end2,
  end3_5,
  near1,
  near2,
  near3_5,
  near6_12,
  far,
  // sentences and known noise around
  sentences0,
  sentences1_2,
  sentences3,
  wide_sentences0,
  wide_sentences1_3,
  wide_sentences4,
  known0,
  known1,
  known2,
  wide_known0,
  wide_known_some,
  wide_known_half,
  wide_known_most,
  // the run of lines that end no sentence
  run1,
  run2_3,
  run4_7,
  run8,
  run_known0,
  run_known_some,
  run_known_half,
  // the text as a whole
  short_text,
  long_text,
  mostly_short,
  gaps_tell,
  wrapped,
  known_noise,
  heading,
  count
};

inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::count);
class Cues {
 public:
  bool has(Cue cue) const { return blocks_[index(cue) / bits] >> (index(cue) % bits) & 1; }
  void set(Cue cue) { blocks_[index(cue) / bits] |= std::uint64_t{1} << (index(cue) % bits); }

  template <class Act>
  void for_each(Act act) const {
    for (std::size_t block = 0; block < blocks_.size(); ++block)
      for (std::uint64_t left = blocks_[block]; left != 0; left &= left - 1)
        act(block * bits + static_cast<std::size_t>(std::countr_zero(left)));
  }

 private:
  static constexpr std::size_t bits = 64;
  static std::size_t index(Cue cue) { return static_cast<std::size_t>(cue); }
  std::array<std::uint64_t, (cue_count + bits - 1) / bits> blocks_{};
};

// Where a line stands: the report is where sentences stand close together.
enum class Zone : std::size_t { before, inside, after, nowhere };
inline constexpr std::size_t zone_count = 4;

// A line that has words, or in a text broken at a width the lines of one paragraph.
struct Unit {
  Line line;
  std::size_t first = 0, last = 0;  // of Lines::lines
  Zone zone = Zone::nowhere;
  bool known = false;  // noise already
  bool kept = false;   // no noise, whatever the cues add up to
  Cues cues;

  bool has(Cue cue) const { return cues.has(cue); }
  void set(Cue cue, bool holds = true) {
    if (holds) cues.set(cue);
  }
};

// Linear in the text.
std::vector<Unit> units_of(const Lines& lines, const std::vector<Role>& roles);

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#include "extract/learned/features.h"

#include <algorithm>

namespace entente::extract::learned {
namespace {

constexpr std::uint64_t outside_word = 0x5A17;

// Writes the features of one unit; each has a number of its own, so that equal values of different
// features stay apart.
class Writer {
 public:
  Writer(const PassageView& view, std::size_t at, std::uint64_t first_number, Features& out)
      : view_(view), at_(static_cast<std::int64_t>(at)), number_(first_number), out_(out) {}

  const Atom& atom(std::int64_t offset) const {
    static const Atom beyond = [] {
      Atom atom;
      atom.word = atom.stem = outside_word;
      atom.shape = 2;
      return atom;
    }();
    const std::int64_t i = at_ + offset;
    return i < 0 || i >= static_cast<std::int64_t>(view_.size())
               ? beyond
               : view_.atoms[static_cast<std::size_t>(i)];
  }
  const Place& place() const { return view_.places[static_cast<std::size_t>(at_)]; }
  std::uint64_t word(std::int64_t offset) const { return atom(offset).word; }

  void put(std::uint64_t value) { out_.push_back(mixed(number_++, value)); }
  void put(std::uint64_t a, std::uint64_t b) { put(mixed(a, b)); }
  void put(std::uint64_t a, std::uint64_t b, std::uint64_t c) { put(mixed(mixed(a, b), c)); }
  void skip() { ++number_; }

 private:
  const PassageView& view_;
  std::int64_t at_;
  std::uint64_t number_;
  Features& out_;
};

std::uint64_t bucket(std::uint64_t distance) {
  if (distance < 5) return distance;
  if (distance < 8) return 5;
  if (distance < 12) return 6;
  if (distance < 20) return 7;
  return distance < 40 ? 8 : 9;
}

std::uint64_t state_of(const Atom& atom) { return static_cast<std::uint64_t>(atom.quote); }

void put_words(Writer& w) {
  for (std::int64_t d = -4; d <= 4; ++d) w.put(w.word(d));
  for (std::int64_t d = -3; d <= 2; ++d) w.put(w.word(d), w.word(d + 1));
  for (std::int64_t d = -2; d <= 0; ++d) w.put(w.word(d), w.word(d + 1), w.word(d + 2));
  w.put(w.word(-1), w.word(1));
  for (std::int64_t d = -2; d <= 2; ++d) w.put(w.atom(d).stem);
}

void put_forms(Writer& w) {
  const Atom& here = w.atom(0);
  for (std::uint64_t suffix : here.suffix) w.put(suffix);
  for (std::uint64_t prefix : here.prefix) w.put(prefix);
  for (std::int64_t d : {-1, 1}) {
    w.put(w.atom(d).suffix[1]);
    w.put(w.atom(d).suffix[2]);
  }
  for (std::int64_t d = -2; d <= 2; ++d) w.put(w.atom(d).shape);
  w.put(w.atom(-1).shape, here.shape);
  w.put(here.shape, w.atom(1).shape);
  w.put(w.atom(-1).shape, here.shape, w.atom(1).shape);
  w.put(here.word, here.shape);
}

// A closed word, which has no part of speech, is its own.
std::uint64_t parts_of(const Atom& atom) {
  return atom.known.parts != 0 ? atom.known.parts : 16 + (atom.word << 5);
}

void put_classes(Writer& w) {
  for (std::int64_t d = -3; d <= 3; ++d) w.put(w.atom(d).known.cue);
  for (std::int64_t d = -2; d <= 1; ++d) w.put(w.atom(d).known.cue, w.atom(d + 1).known.cue);
  w.put(w.atom(-1).known.cue, w.atom(0).known.cue, w.atom(1).known.cue);
  w.put(w.atom(0).known.cue, w.word(-1));
  w.put(w.atom(0).known.cue, w.word(1));
  for (std::int64_t d = -2; d <= 2; ++d) w.put(w.atom(d).known.senses);
  w.put(w.atom(-1).known.senses, w.atom(0).known.senses);
  w.put(w.atom(0).known.senses, w.atom(1).known.senses);
  for (std::int64_t d = -2; d <= 2; ++d) w.put(w.atom(d).known.cluster);
  w.put(w.atom(-1).known.cluster, w.atom(0).known.cluster);
  w.put(w.atom(0).known.cluster, w.atom(1).known.cluster);
  const auto parts = [&](std::int64_t d) { return parts_of(w.atom(d)); };
  for (std::int64_t d = -2; d <= 2; ++d) w.put(parts(d));
  w.put(parts(-1), parts(0));
  w.put(parts(0), parts(1));
  w.put(parts(-1), parts(0), parts(1));
  w.put(parts(-2), parts(-1), parts(0));
  w.put(parts(0), parts(1), parts(2));
  w.put(parts(0), w.word(-1));
  w.put(parts(0), w.word(1));
}

void put_quote(Writer& w, const PassageView& view) {
  const Atom& here = w.atom(0);
  const Place& place = w.place();
  const std::uint64_t state = state_of(here);
  w.put(state, here.word);
  w.put(state_of(w.atom(-1)), state, state_of(w.atom(1)));
  w.put(state, here.shape, w.atom(-1).shape);
  w.put(state, place.sentence_has_quote, here.known.cue);
  if (place.quote_first < 0) return;
  const auto word_at = [&](std::int32_t i) {
    return i < 0 || i >= static_cast<std::int32_t>(view.size())
               ? outside_word
               : view.atoms[static_cast<std::size_t>(i)].word;
  };
  const std::uint64_t before = word_at(place.quote_first - 1),
                      after = word_at(place.quote_last + 1),
                      length =
                          bucket(static_cast<std::uint64_t>(place.quote_last - place.quote_first));
  w.put(1000 + state, before);
  w.put(2000 + state, after);
  w.put(3000 + state, length);
  w.put(4000 + state, before, after);
  w.put(5000 + state, word_at(place.quote_last - 1), after);
}

void put_place(Writer& w) {
  const Place& place = w.place();
  w.put(bucket(place.from_start));
  w.put(bucket(place.to_end));
  w.put(std::min<std::uint32_t>(place.sentence, 3), place.sentences == 1);
  w.put(place.first_in_sentence, w.atom(0).word);
  w.put(place.sentence_has_quote);
}

void put_near_cues(Writer& w, const PassageView& view, std::size_t at) {
  const Place& place = w.place();
  const auto put_side = [&](std::int32_t cue, bool left) {
    if (cue < 0) {
      w.put(1, left);
      return;
    }
    const std::size_t c = static_cast<std::size_t>(cue);
    const bool same = view.places[c].sentence == place.sentence;
    const std::size_t from = std::min(c, at), to = std::max(c, at);
    const bool comma = same && std::any_of(view.atoms.begin() + static_cast<std::ptrdiff_t>(from),
                                           view.atoms.begin() + static_cast<std::ptrdiff_t>(to),
                                           [](const Atom& a) { return a.is_comma; });
    const std::uint64_t side = left ? 10 : 20;
    w.put(side + same, bucket(to - from), comma);
    w.put(side + same, view.atoms[c].word, comma);
    w.put(side + same, view.atoms[c].word, bucket(to - from));
    w.put(side + same, view.atoms[c].known.cue, w.atom(0).shape);
  };
  put_side(place.cue_left, true);
  put_side(place.cue_right, false);
}

void put_hints(Writer& w) {
  for (std::int64_t d = -2; d <= 2; ++d) w.put(w.atom(d).hint);
  w.put(w.atom(-1).hint, w.atom(0).hint, w.atom(1).hint);
  w.put(w.atom(0).hint, w.word(0));
  w.put(w.atom(0).hint, w.word(-1));
  w.put(w.atom(0).hint, w.word(1));
  w.put(w.atom(0).hint, w.atom(0).shape, w.atom(0).known.cue);
  w.put(w.atom(0).hint, state_of(w.atom(0)));
}

}  // namespace

void base_features(const PassageView& view, std::size_t at, Features& out) {
  Writer bias(view, at, 1, out);
  bias.put(0);
  Writer words(view, at, 100, out);
  put_words(words);
  Writer forms(view, at, 200, out);
  put_forms(forms);
  Writer classes(view, at, 300, out);
  put_classes(classes);
  Writer place(view, at, 400, out);
  put_place(place);
  Writer quote(view, at, 500, out);
  put_quote(quote, view);
  Writer near(view, at, 600, out);
  put_near_cues(near, view, at);
  Writer hints(view, at, 700, out);
  put_hints(hints);
}

namespace {

struct CueBeside {
  const FoundCue* cue = nullptr;
  std::size_t count = 0;  // of the cues on that side in the same sentence
};

void put_cue(Writer& w, const PassageView& view, const FoundCue* cue, std::size_t at, bool left,
             std::size_t in_sentence) {
  const std::uint64_t side = left ? 1 : 2;
  if (cue == nullptr) {
    w.put(side);
    return;
  }
  const std::size_t head = cue->last - 1, edge = left ? cue->last : cue->first;
  const Place& here = view.places[at];
  const bool same = view.places[head].sentence == here.sentence;
  const std::size_t from = left ? cue->last : at + 1, to = left ? at : cue->first;
  std::size_t commas = 0, marks = 0, capitals = 0;
  for (std::size_t i = from; i < to; ++i) {
    commas += view.atoms[i].is_comma;
    marks +=
        view.atoms[i].quote == QuoteState::opening || view.atoms[i].quote == QuoteState::closing;
    capitals += view.atoms[i].shape == 17 || view.atoms[i].shape == 16;
  }
  const std::uint64_t distance = bucket(left ? at - edge : edge - at - 1);
  const std::uint64_t near = side * 2 + same;
  const std::uint64_t beyond = left ? (edge < view.size() ? view.atoms[edge].word : outside_word)
                                    : (edge > 0 ? view.atoms[edge - 1].word : outside_word);
  const std::uint64_t state = state_of(view.atoms[at]);
  w.put(near, distance);
  w.put(near, distance, std::min<std::size_t>(commas, 3));
  w.put(near, view.atoms[head].word);
  w.put(near, view.atoms[head].stem, std::min<std::size_t>(commas, 2));
  w.put(near, view.atoms[head].stem, distance);
  w.put(near, std::min<std::size_t>(commas, 3), std::min<std::size_t>(marks, 3));
  w.put(near, std::min<std::size_t>(marks, 3), state);
  w.put(near, beyond, std::min<std::size_t>(commas, 2));
  w.put(near, view.atoms[head].word, beyond);
  w.put(near, view.atoms[at].shape, distance);
  w.put(near, view.atoms[at].word, std::min<std::size_t>(commas, 2));
  w.put(near, capitals > 0, view.atoms[at].shape);
  w.put(near, std::min<std::size_t>(in_sentence, 3), std::min<std::size_t>(commas, 2));
  w.put(near, state, view.atoms[head].known.cluster);
}

}  // namespace

void cue_features(const PassageView& view, const std::vector<FoundCue>& cues, std::size_t at,
                  Features& out) {
  Writer w(view, at, 1000, out);
  const FoundCue *left = nullptr, *inside = nullptr, *right = nullptr;
  std::size_t left_count = 0, right_count = 0;
  for (const FoundCue& cue : cues) {
    const bool same = view.places[cue.first].sentence == view.places[at].sentence;
    if (cue.last <= at) {
      left = &cue;
      left_count += same;
    } else if (cue.first > at) {
      if (right == nullptr) right = &cue;
      right_count += same;
    } else {
      inside = &cue;
    }
  }
  w.put(inside == nullptr ? 0 : (inside->first == at ? 1 : 2));
  w.put(std::min<std::size_t>(left_count, 3), std::min<std::size_t>(right_count, 3),
        inside != nullptr);
  w.put(std::min<std::size_t>(cues.size(), 4), view.places[at].sentence_has_quote);
  w.put(inside != nullptr, view.atoms[at].word);
  Writer l(view, at, 1100, out);
  put_cue(l, view, left, at, true, left_count);
  Writer r(view, at, 1200, out);
  put_cue(r, view, right, at, false, right_count);
  Writer both(view, at, 1300, out);
  const std::uint64_t lw = left ? view.atoms[left->last - 1].stem : 0,
                      rw = right ? view.atoms[right->last - 1].stem : 0;
  const bool ls = left && view.places[left->last - 1].sentence == view.places[at].sentence,
             rs = right && view.places[right->first].sentence == view.places[at].sentence;
  both.put(ls * 2 + rs, state_of(view.atoms[at]));
  both.put(ls * 2 + rs, lw, rw);
  both.put(ls * 2 + rs, view.atoms[at].word);
  both.put(ls * 2 + rs, view.atoms[at].known.cue, view.atoms[at].shape);
}

std::size_t edge_kind(const PassageView& view, std::size_t at) {
  const Atom& here = view.atoms[at];
  if (view.places[at].first_in_sentence) return here.quote == QuoteState::opening ? 1 : 0;
  if (here.quote == QuoteState::opening) return 2;
  if (here.quote == QuoteState::closing) return 3;
  const Atom& before = view.atoms[at - 1];
  if (before.quote == QuoteState::closing) return here.is_comma ? 4 : 5;
  if (before.is_comma) return here.quote == QuoteState::inside ? 6 : 7;
  if (here.is_comma) return here.quote == QuoteState::inside ? 6 : 8;
  if (view.places[at].to_end == 0) return 9;
  if (!here.is_word) return 10;
  if (here.quote == QuoteState::inside) return 11;
  if (here.known.cue >= 6) return 12;
  if (before.known.cue >= 6) return 13;
  return here.shape == 17 ? 14 : 15;
}

}  // namespace entente::extract::learned

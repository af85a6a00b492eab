// SPDX-License-Identifier: Apache-2.0
#include "extract/shifts.h"

#include <algorithm>

#include "extract/word_classes.h"

namespace entente::extract {
namespace {

constexpr std::size_t words_before = 8;  // from a position's clause back to its verb of change

bool parts_clauses(const text::Prose& prose, std::size_t token) {
  const auto word = prose.folded_word(token);
  return word == U"," || word == U";" || word == U"—" || word == U"–" || word == U":" ||
         word == U"but";
}

// Before a change, these say that it was not made.
bool undoes(StanceWord what) {
  switch (what) {
    case StanceWord::negation:
    case StanceWord::rejects:
    case StanceWord::condition:
    case StanceWord::must:
    case StanceWord::needs:
    case StanceWord::may:
    case StanceWord::can:
    case StanceWord::demands:
    case StanceWord::wants:
    case StanceWord::directs:
    case StanceWord::threatens:
    case StanceWord::weighs:
    case StanceWord::believes:
    case StanceWord::unreal:
      return true;
    default:
      return false;
  }
}

class ShiftReader {
 public:
  ShiftReader(const text::Prose& prose, std::vector<ChangeLexicon::Mark> changes,
              std::vector<StanceMark> stances)
      : prose_(prose), changes_(std::move(changes)), stances_(std::move(stances)) {}

  Shift shift_of(const Position& position) const {
    if (position.stance == Stance::conditional) return Shift::none;
    const std::size_t sentence = prose_.sentence_at(position.evidence.begin);
    if (sentence >= prose_.sentences.size()) return Shift::none;
    const std::size_t begin = prose_.token_at(position.evidence.begin);
    const std::size_t lowest =
        std::max(prose_.sentences[sentence].first, begin - std::min(begin, words_before));
    for (const ChangeLexicon::Mark& change : changes_) {
      if (change.last <= lowest) continue;
      if (change.first >= prose_.tokens.size() ||
          prose_.tokens[change.first].span.begin >= position.evidence.end)
        break;
      if (change.first < lowest || !in_one_clause(change.last, begin)) continue;
      if (is_made(change)) return change.shift;
    }
    return Shift::none;
  }

 private:
  bool in_one_clause(std::size_t from, std::size_t to) const {
    for (std::size_t token = from; token < to; ++token)
      if (parts_clauses(prose_, token)) return false;
    return true;
  }

  bool is_made(const ChangeLexicon::Mark& change) const {
    const std::size_t sentence = prose_.sentence_at(prose_.tokens[change.first].span.begin);
    std::size_t from = change.first;
    const std::size_t lowest =
        sentence < prose_.sentences.size() ? prose_.sentences[sentence].first : 0;
    while (from > lowest && !parts_clauses(prose_, from - 1)) --from;
    return std::none_of(stances_.begin(), stances_.end(), [&](const StanceMark& mark) {
      return mark.first >= from && mark.last <= change.first && undoes(mark.what);
    });
  }

  const text::Prose& prose_;
  const std::vector<ChangeLexicon::Mark> changes_;
  const std::vector<StanceMark> stances_;
};

}  // namespace

Result<ChangeLexicon> ChangeLexicon::load(const std::filesystem::path& english_folder) {
  ChangeLexicon lexicon;
  const auto read = read_word_classes(english_folder / "change.words", [&](auto name, auto phrase) {
    const auto shift = from_word<Shift>(name);
    if (!shift || *shift == Shift::none) return false;
    if (lexicon.patterns_.add(phrase, static_cast<std::uint32_t>(lexicon.shifts_.size())))
      lexicon.shifts_.push_back(*shift);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  return lexicon;
}

std::vector<ChangeLexicon::Mark> ChangeLexicon::find(const text::Prose& prose) const {
  std::vector<Mark> marks;
  for (const PatternHit& hit : patterns_.find(prose))
    marks.push_back({hit.first, hit.last, shifts_[hit.pattern]});
  return marks;
}

void mark_shifts(std::vector<Position>& positions, const Reading& reading,
                 const ChangeLexicon& changes) {
  if (positions.empty()) return;
  auto marks = changes.find(reading.prose);
  if (marks.empty()) return;
  const ShiftReader reader(reading.prose, std::move(marks), reading.stances);
  for (Position& position : positions) position.shift = reader.shift_of(position);
}

}  // namespace entente::extract

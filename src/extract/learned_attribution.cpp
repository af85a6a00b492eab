// SPDX-License-Identifier: Apache-2.0
#include "extract/learned_attribution.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/utf8.h"
#include "extract/learned/beside.h"
#include "extract/learned/fill.h"
#include "extract/learned/names.h"
#include "extract/learned/reader.h"
#include "extract/learned/spans.h"

namespace entente::extract {
namespace {

using namespace learned;

// Turns stretches of one passage into a statement.
struct Teller {
  const text::Prose& prose;
  const Units& units;
  Passage passage;

  const Unit& unit(std::size_t i) const { return units.units[passage.first + i]; }
  Span span(Stretch stretch) const {
    return {unit(stretch.first).span.begin, unit(stretch.last - 1).span.end};
  }
  std::vector<Span> spans(const std::vector<Stretch>& stretches) const {
    std::vector<Span> out;
    for (Stretch stretch : stretches) out.push_back(span(stretch));
    return out;
  }

  Speech speech_of(const std::vector<Stretch>& content) const {
    std::size_t words = 0, quoted = 0;
    for (Stretch stretch : content)
      for (std::size_t i = stretch.first; i < stretch.last; ++i)
        if (unit(i).quote == QuoteState::inside || unit(i).quote == QuoteState::outside) {
          ++words;
          quoted += unit(i).quote == QuoteState::inside;
        }
    if (quoted == 0) return Speech::indirect;
    return quoted == words ? Speech::direct : Speech::mixed;
  }

  Statement statement(const Linked& one) const {
    Statement out;
    out.cue = {span(one.cue)};
    out.source = spans(one.source);
    out.content = spans(one.content);
    out.speech = speech_of(one.content);
    for (Span part : out.content)
      out.words += (out.words.empty() ? "" : " \u2026 ") + slice_utf8(prose.text, part);
    return out;
  }
};

// The rules say whether what they find is denied; where they found the same cue, so is this.
void take_polarity(const std::vector<Statement>& ruled, std::vector<Reported>& out) {
  std::vector<Span> rejected;
  for (const Statement& statement : ruled)
    if (statement.polarity == Polarity::rejected)
      rejected.insert(rejected.end(), statement.cue.begin(), statement.cue.end());
  std::sort(rejected.begin(), rejected.end());
  for (Reported& one : out) {
    const Span cue = one.statement.cue.front();
    const auto at = std::partition_point(rejected.begin(), rejected.end(),
                                         [&](Span span) { return span.end <= cue.begin; });
    if (at != rejected.end() && at->meets(cue)) one.statement.polarity = Polarity::rejected;
  }
}

void add_left_over(const std::vector<Statement>& ruled, double confidence,
                   std::vector<Reported>& out) {
  std::vector<Span> taken;
  for (const Reported& one : out) {
    taken.insert(taken.end(), one.statement.content.begin(), one.statement.content.end());
    taken.insert(taken.end(), one.statement.cue.begin(), one.statement.cue.end());
  }
  for (std::size_t i : left_over(ruled, std::move(taken))) {
    out.push_back({ruled[i], confidence});
    out.back().statement.continues.reset();
  }
}

std::size_t size_of(const std::vector<Span>& spans) {
  std::size_t size = 0;
  for (Span span : spans) size += span.size();
  return size;
}

// How sure the chain is of a turn that it read as a whole too; by where its source begins.
std::map<std::size_t, const Reported*> by_source(const std::vector<Reported>& read) {
  std::map<std::size_t, const Reported*> out;
  for (const Reported& one : read)
    if (!one.statement.source.empty()) out.emplace(one.statement.source.front().begin, &one);
  return out;
}

bool says_the_same(const Statement& turn, const Statement& read) {
  constexpr std::size_t tenths = 9;
  const std::size_t mine = size_of(turn.content), its = size_of(read.content);
  return turn.source.front().end == read.source.front().end &&
         10 * std::min(mine, its) >= tenths * std::max(mine, its) &&
         turn.content.front().meets(read.content.front());
}

// The layout tells whose a turn is, and of it the chain, which sees one paragraph, knows nothing.
void put_turns(const std::vector<Statement>& ruled, std::u32string_view text, double confidence,
               std::vector<Reported>& out) {
  const std::vector<Turn> turns = turns_among(ruled, text);
  if (turns.empty()) return;
  std::vector<Reported> whole;
  const auto read = by_source(out);
  for (const Turn& turn : turns) {
    const auto same = read.find(turn.label.begin);
    const bool twice =
        same != read.end() && says_the_same(ruled[turn.ruled], same->second->statement);
    whole.push_back({ruled[turn.ruled], twice ? same->second->confidence : confidence});
    whole.back().statement.continues.reset();
  }
  const TurnBounds bounds(turns, ruled);
  std::erase_if(out, [&](Reported& one) { return !bounds.fit(one.statement); });
  std::move(whole.begin(), whole.end(), std::back_inserter(out));
}

Span span_of(const Units& units, Passage passage) {
  return {units.units[passage.first].span.begin, units.units[passage.last - 1].span.end};
}

// Where the statements that a cue tells stand, joined so that ends ascend too.
std::vector<Span> told_by_cues(const std::vector<Statement>& ruled) {
  std::vector<Span> spans;
  for (const Statement& one : ruled)
    if (!one.cue.empty()) spans.insert(spans.end(), one.content.begin(), one.content.end());
  return joined(std::move(spans));
}

bool holds(const Statement& turn, Span span) {
  return std::any_of(turn.content.begin(), turn.content.end(),
                     [&](Span whole) { return whole.contains(span); });
}

// A turn before what stands in it.
void put_in_order(std::vector<Reported>& out) {
  std::stable_sort(out.begin(), out.end(), [](const Reported& a, const Reported& b) {
    const Span x = a.statement.content.front(), y = b.statement.content.front();
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  const Statement* outer = nullptr;
  for (std::size_t i = 0; i < out.size(); ++i) {
    Statement& one = out[i].statement;
    one.id.number = static_cast<std::uint32_t>(i + 1);
    if (outer != nullptr && holds(*outer, one.content.front()))
      one.within = outer->id;
    else
      outer = &one;
  }
}

}  // namespace

Result<LearnedAttribution> LearnedAttribution::load(const std::filesystem::path& weights,
                                                    SpeechLexicon lexicon) {
  auto read = load_weights(weights);
  if (!read) return tl::unexpected(read.error());
  return LearnedAttribution(std::make_shared<const Reader>(std::move(*read)), std::move(lexicon));
}

std::vector<Reported> LearnedAttribution::read(const text::Prose& prose,
                                               const std::vector<Statement>& ruled,
                                               const std::function<bool(Span)>& wanted) const {
  Units units = cut_units(prose);
  mark_names(prose, reader_->weights().vocabulary, units);
  const std::vector<std::uint8_t> hints = hints_of(units, ruled);
  std::vector<Reported> out;
  for (Passage passage : units.passages) {
    if (!wanted(span_of(units, passage))) continue;
    const PassageView view = view_of(prose, units, passage, reader_->weights().vocabulary, hints);
    const Teller teller{prose, units, passage};
    for (const Found& found : reader_->read(view))
      out.push_back({teller.statement(found.one), reader_->weights().confidence.of(found.signs)});
  }
  return out;
}

std::vector<double> LearnedAttribution::confidence(const text::Prose& prose,
                                                   const std::vector<Statement>& ruled) const {
  std::vector<double> out;
  const std::vector<Span> told = told_by_cues(ruled);
  const auto wanted = [&](Span passage) { return meets_joined(passage, told); };
  for (const Signs& signs : signs_beside(ruled, read(prose, ruled, wanted)))
    out.push_back(reader_->weights().of_rules.of(signs));
  return out;
}

std::vector<Reported> LearnedAttribution::attribute(const text::Prose& prose) const {
  const std::vector<Statement> ruled = extract::attribute(prose, lexicon_);
  std::vector<Reported> out = read(prose, ruled, [](Span) { return true; });
  take_polarity(ruled, out);
  put_turns(ruled, prose.text, static_cast<double>(reader_->weights().left_over_confidence), out);
  add_left_over(ruled, static_cast<double>(reader_->weights().left_over_confidence), out);
  put_in_order(out);
  return out;
}

}  // namespace entente::extract

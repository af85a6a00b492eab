// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "extract/attribution/drafts.h"

namespace entente::extract {
namespace speech {
namespace {

constexpr std::size_t fewest_quoted_words = 3;

// Goes through the sentences in order and joins quotations that nobody is named for to the speech
// before them.
struct Collector {
  const Stream& stream;
  std::vector<Draft> drafts;
  std::size_t speech = none;  // the draft whose quotation may go on here

  void take(std::vector<Draft> found) {
    for (Draft& draft : found) {
      drafts.push_back(std::move(draft));
      if (drafts.back().speech != Speech::indirect) speech = drafts.size() - 1;
    }
  }

  bool goes_on_in(std::size_t paragraph) const {
    return speech != none && drafts[speech].paragraph == paragraph &&
           drafts[speech].speech == Speech::direct;
  }

  std::size_t words_of(const std::vector<std::size_t>& quotes) const {
    return std::accumulate(
        quotes.begin(), quotes.end(), std::size_t{0},
        [&](std::size_t sum, std::size_t item) { return sum + stream.items[item].words; });
  }

  bool continues_paragraph_before(std::size_t paragraph) const {
    return speech != none && drafts[speech].paragraph + 1 >= paragraph;
  }

  void take_quotes(const std::vector<std::size_t>& quotes, std::size_t paragraph) {
    if (!goes_on_in(paragraph)) {
      if (words_of(quotes) < fewest_quoted_words) return;
      Draft draft;
      draft.speech = Speech::direct;
      draft.paragraph = paragraph;
      if (!drafts.empty() && drafts.back().paragraph == paragraph && !drafts.back().source.empty())
        draft.continues = drafts.size() - 1;
      else if (continues_paragraph_before(paragraph))
        draft.continues = speech;
      drafts.push_back(std::move(draft));
      speech = drafts.size() - 1;
    }
    for (std::size_t item : quotes) add_quote(drafts[speech], stream, item);
  }

  // `"..." - Name`, on the quotation's line or the next. One that may go on from the paragraph
  // before is its signer's own if nothing but the name follows.
  bool take_signature(Clause clause) {
    if (speech == none || !is_dash(stream.items[clause.first]) || !drafts[speech].source.empty() ||
        drafts[speech].content.empty())
      return false;
    const Range name = noun_phrase_at(stream.items, clause.first + 1, clause.last);
    if (name.empty() || !is_capital_word(stream.items[name.begin])) return false;
    const bool ends = name.end == clause.last || stream.items[name.end].is_mark('.') ||
                      stream.items[name.end].is_mark(',');
    if (drafts[speech].continues != none && !ends) return false;
    drafts[speech].continues = none;
    drafts[speech].source.push_back(source_span(stream, name));
    speech = none;
    return true;
  }

  // In a turn, what the speaker reports of named others.
  void read_turn(std::size_t paragraph) {
    for (std::size_t c = stream.first_clause[paragraph]; c < stream.first_clause[paragraph + 1];
         ++c)
      for (Draft& draft : drafts_of(stream, stream.clauses[c]))
        if (draft.nestable) drafts.push_back(std::move(draft));
  }

  void read_paragraph(std::size_t paragraph) {
    for (std::size_t c = stream.first_clause[paragraph]; c < stream.first_clause[paragraph + 1];
         ++c) {
      if (take_signature(stream.clauses[c])) continue;
      std::vector<Draft> found = drafts_of(stream, stream.clauses[c]);
      if (found.empty()) {
        if (const auto quotes = bare_quotes(stream, stream.clauses[c]); !quotes.empty())
          take_quotes(quotes, paragraph);
      } else {
        take(std::move(found));
      }
    }
  }
};

struct Placed {
  Draft draft;
  std::size_t within = none;
};

bool lies_in(const Draft& inner, const Draft& outer) {
  return std::all_of(inner.content.begin(), inner.content.end(), [&](Span span) {
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&](Span whole) { return whole.contains(span); });
  });
}

bool touches(const Draft& a, const Draft& b) {
  return std::any_of(a.content.begin(), a.content.end(),
                     [&](Span span) { return meets_any(span, b.content); });
}

std::vector<std::size_t> reading_order(const std::vector<Draft>& drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span x = hull(drafts[a].content), y = hull(drafts[b].content);
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  return order;
}

// Finds for each draft the innermost one around it, and leaves out those that cross another or
// repeat it.
struct Nesting {
  const std::vector<Draft>& drafts;
  std::vector<std::size_t> within, open, kept;

  bool place(std::size_t draft) {
    for (auto outer = open.rbegin(); outer != open.rend(); ++outer) {
      if (!touches(drafts[draft], drafts[*outer])) continue;
      if (!drafts[draft].nestable || !lies_in(drafts[draft], drafts[*outer]) ||
          lies_in(drafts[*outer], drafts[draft]))
        return false;
      within[draft] = *outer;
      return true;
    }
    return true;
  }

  void run() {
    within.assign(drafts.size(), none);
    for (std::size_t draft : reading_order(drafts)) {
      const Span span = hull(drafts[draft].content);
      while (!open.empty() && hull(drafts[open.back()].content).end <= span.begin) open.pop_back();
      if (!place(draft)) continue;
      open.push_back(draft);
      kept.push_back(draft);
    }
  }
};

std::string words_at(std::u32string_view text, const std::vector<Span>& content) {
  std::string words;
  for (Span span : content) words += (words.empty() ? "" : " … ") + slice_utf8(text, span);
  return words;
}

std::optional<StatementId> id_of(std::size_t draft, const std::vector<std::uint32_t>& numbers) {
  if (draft == none || numbers[draft] == 0) return std::nullopt;
  return StatementId{numbers[draft]};
}

Statement statement_of(const Draft& draft, std::u32string_view text) {
  Statement statement;
  statement.content = draft.content;
  statement.source = draft.source;
  statement.cue = draft.cue;
  statement.speech = draft.speech;
  statement.polarity = draft.polarity;
  statement.words = words_at(text, draft.content);
  return statement;
}

std::vector<Statement> numbered(const std::vector<Draft>& drafts, std::u32string_view text) {
  Nesting nesting{drafts, {}, {}, {}};
  nesting.run();
  std::vector<std::uint32_t> numbers(drafts.size());
  for (std::size_t i = 0; i < nesting.kept.size(); ++i)
    numbers[nesting.kept[i]] = static_cast<std::uint32_t>(i + 1);
  std::vector<Statement> statements;
  for (std::size_t draft : nesting.kept) {
    statements.push_back(statement_of(drafts[draft], text));
    statements.back().id = StatementId{numbers[draft]};
    statements.back().continues = id_of(drafts[draft].continues, numbers);
    statements.back().within = id_of(nesting.within[draft], numbers);
  }
  return statements;
}

}  // namespace
}  // namespace speech

std::vector<Statement> attribute(const text::Prose& prose, const SpeechLexicon& lexicon) {
  const speech::Stream stream = speech::read_stream(prose, lexicon.entries());
  std::vector<bool> read(prose.paragraphs.size());
  std::vector<speech::Draft> spoken = speech::turns_and_blocks(stream, read);
  speech::Collector collector{stream, {}};
  std::size_t next = 0;
  for (std::size_t p = 0; p < prose.paragraphs.size(); ++p) {
    read[p] ? collector.read_turn(p) : collector.read_paragraph(p);
    for (; next < spoken.size() && spoken[next].paragraph == p; ++next)
      collector.take({spoken[next]});
  }
  return speech::numbered(collector.drafts, prose.text);
}

}  // namespace entente::extract

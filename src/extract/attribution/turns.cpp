// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/attribution/drafts.h"
#include "text/characters.h"

namespace entente::extract::speech {
namespace {

constexpr std::size_t longest_label = 9, widest_gap = 6, fewest_named_labels = 3;

// "ANNA BRIGHT:" or "Mr. Bright:" at the head of a paragraph.
struct Label {
  Span source;
  std::size_t content = 0;  // where the spoken text begins
  bool sure = false;        // by its letters alone; a plain name is a label only among others
};

struct TurnReader {
  const Stream& stream;
  std::vector<bool>& read;
  std::vector<std::optional<Label>> labels;
  std::vector<Draft> drafts;

  const text::Prose& prose() const { return stream.prose; }
  std::size_t count() const { return prose().paragraphs.size(); }
  Span paragraph(std::size_t p) const { return prose().paragraphs[p].span; }

  std::size_t first_item(std::size_t p) const {
    return stream.first_clause[p] < stream.first_clause[p + 1]
               ? stream.clauses[stream.first_clause[p]].first
               : stream.items.size();
  }
  std::size_t last_item(std::size_t p) const {
    return stream.first_clause[p] < stream.first_clause[p + 1]
               ? stream.clauses[stream.first_clause[p + 1] - 1].last
               : first_item(p);
  }

  bool is_all_capitals(Span span) const {
    return std::none_of(prose().text.begin() + static_cast<std::ptrdiff_t>(span.begin),
                        prose().text.begin() + static_cast<std::ptrdiff_t>(span.end),
                        text::is_lower);
  }

  char32_t letter(std::size_t token) const {
    return prose().text[prose().tokens[token].span.begin];
  }
  bool is_word(std::size_t token) const {
    return prose().tokens[token].kind != text::TokenKind::mark;
  }
  bool is_of(std::size_t token, std::uint64_t classes) const {
    const WordEntry* entry = stream.lexicon.find(prose().folded_word(token));
    return entry && (entry->classes & classes) != 0;
  }

  // The tokens before a paragraph's first colon, past a quotation mark that a printed transcript
  // opens with.
  std::optional<Range> label_tokens(std::size_t p) const {
    const text::Paragraph& at = prose().paragraphs[p];
    if (at.first == at.last) return std::nullopt;
    std::size_t first = prose().sentences[at.first].first;
    const std::size_t last = std::min(prose().sentences[at.last - 1].last, first + longest_label);
    if (first < last && text::is_double_mark(letter(first))) ++first;
    for (std::size_t i = first; i < last; ++i) {
      if (letter(i) == ':') return i > first ? std::optional(Range{first, i}) : std::nullopt;
      if (is_word(i)
              ? !text::is_upper(letter(i)) && !text::is_digit(letter(i)) && !is_of(i, class_titles)
              : std::u32string_view(U".()-,").find(letter(i)) == std::u32string_view::npos)
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Label> label_of(std::size_t p) const {
    const auto range = label_tokens(p);
    if (!range || !is_word(range->begin) || !text::is_upper(letter(range->begin)))
      return std::nullopt;
    bool capitals = true;
    for (std::size_t i = range->begin; i < range->end; ++i) {
      if (is_word(i) && is_of(i, class_unheard | class_time | class_calendar)) return std::nullopt;
      if (is_word(i)) capitals = capitals && is_all_capitals(prose().tokens[i].span);
    }
    const Span source{prose().tokens[range->begin].span.begin,
                      prose().tokens[range->end - 1].span.end};
    std::size_t content = prose().tokens[range->end].span.end;
    while (content < paragraph(p).end && text::is_space(prose().text[content])) ++content;
    return Label{source, content, capitals || is_of(range->begin, class_titles)};
  }

  // Plain names before a colon are labels where the text has several and one comes again.
  void keep_label_style() {
    std::map<std::u32string_view, std::size_t> named;
    std::size_t total = 0, sure = 0, repeated = 0;
    for (const auto& label : labels) {
      if (!label) continue;
      sure += label->sure;
      ++total;
      repeated = std::max(repeated, ++named[slice(prose().text, label->source)]);
    }
    const bool transcript = total >= fewest_named_labels && repeated >= 2;
    for (std::size_t p = 0; p < labels.size(); ++p)
      if (labels[p] && !transcript && !(labels[p]->sure && (sure >= 2 || is_lone_turn(p))))
        labels[p].reset();
  }

  // A single label counts where the words after it are somebody's own.
  bool is_lone_turn(std::size_t p) const {
    return first_persons(p) > 0 ||
           (labels[p]->content >= paragraph(p).end && p + 1 < count() && first_persons(p + 1) > 0);
  }

  std::size_t first_persons(std::size_t p) const {
    std::size_t found = 0;
    for (std::size_t i = first_item(p); i < last_item(p); ++i)
      found += stream.items[i].is_word() && stream.items[i].is(class_first);
    return found;
  }

  bool is_first_person(Span source) const {
    const auto word = slice(prose().folded, source);
    return word == U"i" || word == U"we";
  }

  // Somebody reports here what others say, as the narrator does.
  bool has_reports(std::size_t p) const {
    for (std::size_t c = stream.first_clause[p]; c < stream.first_clause[p + 1]; ++c)
      for (const Draft& draft : drafts_of(stream, stream.clauses[c]))
        if (draft.source.empty() || !is_first_person(draft.source[0])) return true;
    return false;
  }

  // A narrator's sentence, with no word of the first person: somebody else is named and quoted.
  bool opens_with_report(std::size_t p) const {
    if (stream.first_clause[p] == stream.first_clause[p + 1]) return false;
    const Clause clause = stream.clauses[stream.first_clause[p]];
    const bool own = any_in(stream.items, {clause.first, clause.last}, [](const Item& item) {
      return item.is_word() && item.is(class_first);
    });
    const bool quotes = any_in(stream.items, {clause.first, clause.last},
                               [](const Item& item) { return item.is_quote(); });
    return !own && quotes && !drafts_of(stream, clause).empty();
  }

  bool starts_with_quote(std::size_t p) const {
    return first_item(p) < last_item(p) && stream.items[first_item(p)].is_quote();
  }

  bool is_bare_quote(std::size_t p) const {
    for (std::size_t c = stream.first_clause[p]; c < stream.first_clause[p + 1]; ++c)
      if (bare_quotes(stream, stream.clauses[c]).empty()) return false;
    return stream.first_clause[p] < stream.first_clause[p + 1];
  }

  Draft& start(std::vector<Span> source, std::vector<Span> cue, std::size_t p) {
    Draft draft;
    draft.source = std::move(source);
    draft.cue = std::move(cue);
    draft.speech = Speech::direct;
    draft.paragraph = p;
    drafts.push_back(std::move(draft));
    return drafts.back();
  }

  // A paragraph's spoken text, without the marks where it stands between marks as a whole.
  void take(Draft& draft, std::size_t p, std::size_t begin) {
    read[p] = true;
    const Span span{begin, paragraph(p).end};
    if (span.empty()) return;
    const text::Quotation* quotation = prose().quotation_at(begin);
    if (quotation && quotation->outer.begin == begin && quotation->outer.end == span.end &&
        !quotation->inner.empty())
      draft.content.push_back(quotation->inner);
    else
      draft.content.push_back(span);
    draft.paragraph = p;
  }

  std::size_t next_label(std::size_t p) const {
    while (p < count() && !labels[p]) ++p;
    return p;
  }

  // Whether the paragraph is still the turn's that stands before it.
  bool goes_on(std::size_t p, std::size_t next) const {
    if (starts_with_quote(p) && has_reports(p)) return false;
    if (next == count() && opens_with_report(p)) return false;
    return first_persons(p) > 0 || (next < count() && next - p <= widest_gap && !has_reports(p));
  }

  std::size_t read_turn(std::size_t p) {
    Draft& draft = start({labels[p]->source}, {}, p);
    take(draft, p, labels[p]->content);
    const std::size_t next = next_label(p + 1);
    for (++p; p < next && (draft.content.empty() || goes_on(p, next)); ++p)
      take(draft, p, paragraph(p).begin);
    return p;
  }

  std::optional<Introduction> introduction(std::size_t p) const {
    if (stream.first_clause[p] == stream.first_clause[p + 1]) return std::nullopt;
    return introduction_of(stream, stream.clauses[stream.first_clause[p + 1] - 1]);
  }

  bool is_own_words(std::size_t p) const {
    return !starts_with_quote(p) && (first_persons(p) > 0 || !has_reports(p));
  }

  std::size_t read_block(const Introduction& introduction, std::size_t p) {
    if (!is_bare_quote(p) && !is_own_words(p)) return p;
    const bool marked = is_bare_quote(p);
    Draft& draft = start(introduction.source, introduction.cue, p);
    take(draft, p, paragraph(p).begin);
    for (++p; !marked && p < count() && !labels[p] && !starts_with_quote(p) &&
              first_persons(p) > 0 && !has_reports(p);
         ++p)
      take(draft, p, paragraph(p).begin);
    return p;
  }

  // Where a text sets off its block quotes in no way, words in the first person after a mention of
  // the same speaker are his.
  std::optional<Span> speaker_mentioned(std::size_t p, const Draft& block) const {
    if (block.source.empty()) return std::nullopt;
    const std::size_t last = prose().token_at(block.source[0].end - 1);
    for (std::size_t i = first_item(p); i < last_item(p); ++i)
      if (stream.items[i].is_word() && stream.items[i].capital &&
          stream.items[i].folded == prose().folded_word(last))
        return stream.items[i].span;
    return std::nullopt;
  }

  bool opens_in_first_person(std::size_t p) const {
    const std::size_t first = first_item(p);
    return first < last_item(p) && stream.items[first].is(class_first) && first_persons(p) >= 2 &&
           !has_reports(p);
  }

  std::size_t read_unmarked_block(std::size_t p) {
    if (drafts.empty() || p == 0 || read[p - 1] || !opens_in_first_person(p)) return p;
    const auto source = speaker_mentioned(p - 1, drafts.back());
    if (!source) return p;
    take(start({*source}, {}, p), p, paragraph(p).begin);
    return p + 1;
  }

  std::vector<Draft> run() {
    for (std::size_t p = 0; p < count(); ++p) labels.push_back(label_of(p));
    keep_label_style();
    for (std::size_t p = 0; p < count();) {
      std::size_t next = p;
      if (labels[p])
        next = read_turn(p);
      else if (p > 0 && !read[p - 1])
        next = read_after(p);
      p = std::max(next, p + 1);
    }
    std::erase_if(drafts, [](const Draft& draft) { return draft.content.empty(); });
    return std::move(drafts);
  }

  std::size_t read_after(std::size_t p) {
    if (const auto found = introduction(p - 1)) return read_block(*found, p);
    return read_unmarked_block(p);
  }
};

}  // namespace

std::vector<Draft> turns_and_blocks(const Stream& stream, std::vector<bool>& read_paragraphs) {
  return TurnReader{stream, read_paragraphs, {}, {}}.run();
}

}  // namespace entente::extract::speech

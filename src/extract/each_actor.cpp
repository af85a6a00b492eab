// SPDX-License-Identifier: Apache-2.0
#include "extract/each_actor.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"
#include "extract/actors/sayings.h"
#include "extract/attribution/drafts.h"

namespace entente::extract {
namespace actors {
namespace {

using namespace speech;

constexpr std::size_t most_word_bytes = 1 << 20;

// No sentence of minutes has more words and marks; what has is no prose.
constexpr std::size_t longest_sentence = 300;

std::vector<Span> spans_of_names(const std::vector<Mention>& names) {
  std::vector<Span> spans;
  for (const Mention& name : names)
    if (name.kind == MentionKind::party || name.kind == MentionKind::place)
      spans.push_back(name.span);
  return spans;
}

Speech speech_of(const Stream& stream, const Saying& saying) {
  const auto quoted = [](const Item& item) { return item.is_quote(); };
  const auto all = [&](Range part) { return all_in(stream.items, part, quoted); };
  const auto any = [&](Range part) { return any_in(stream.items, part, quoted); };
  if (std::all_of(saying.message.begin(), saying.message.end(), all)) return Speech::direct;
  return std::any_of(saying.message.begin(), saying.message.end(), any) ? Speech::mixed
                                                                        : Speech::indirect;
}

Statement statement_of_saying(const Stream& stream, const Saying& saying) {
  Statement out;
  for (const Range part : saying.message) out.content.push_back(span_of(stream.items, part));
  out.speech = speech_of(stream, saying);
  out.source = {source_span(stream, saying.actor)};
  for (const Range cue : saying.cue) out.cue.push_back(span_of(stream.items, cue));
  if (saying.rejected) out.polarity = Polarity::rejected;
  for (const Span part : out.content)
    out.words += (out.words.empty() ? "" : " \u2026 ") + slice_utf8(stream.prose.text, part);
  return out;
}

bool same_telling(const Statement& a, const Statement& b) {
  return a.source == b.source && a.cue == b.cue && a.content == b.content;
}

// The items of the stretch, which lies in one clause; none where it begins or ends inside an item.
Range items_of(const std::vector<Item>& items, Span span) {
  const auto first = std::partition_point(
      items.begin(), items.end(), [&](const Item& item) { return item.span.begin < span.begin; });
  auto last = first;
  while (last != items.end() && last->span.end <= span.end) ++last;
  return {static_cast<std::size_t>(first - items.begin()),
          static_cast<std::size_t>(last - items.begin())};
}

Span span_of_clause(const Stream& stream, const speech::Clause& clause) {
  return {stream.items[clause.first].span.begin, stream.items[clause.last - 1].span.end};
}

bool meets_any(Span span, const std::vector<Span>& parts) {
  const auto at = std::partition_point(parts.begin(), parts.end(),
                                       [&](Span part) { return part.end <= span.begin; });
  return at != parts.end() && at->meets(span);
}

// Whether the list is all there is in the source.
bool covers(const ActorList& list, Range source) {
  return list.voices.size() > 1 && list.end == source.end;
}

}  // namespace
}  // namespace actors

Result<EachActor> EachActor::load(const std::filesystem::path& english_folder) {
  const auto verbs = read_regular(english_folder / "speech.verbs", actors::most_word_bytes);
  if (!verbs) return tl::unexpected(verbs.error());
  const auto moves = read_regular(english_folder / "minutes.verbs", actors::most_word_bytes);
  if (!moves) return tl::unexpected(moves.error());
  const auto classes = read_regular(english_folder / "speech.words", actors::most_word_bytes);
  if (!classes) return tl::unexpected(classes.error());
  const auto lists = read_regular(english_folder / "actors.words", actors::most_word_bytes);
  if (!lists) return tl::unexpected(lists.error());
  auto lexicon = speech::read_lexicon(*verbs + "\n" + *moves, *classes);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto words = actors::ActorWords::read(*lists);
  if (!words) return tl::unexpected(words.error());
  return EachActor(std::make_shared<const speech::Lexicon>(std::move(*lexicon)),
                   std::make_shared<const actors::ActorWords>(std::move(*words)));
}

std::vector<Statement> EachActor::read(const text::Prose& prose,
                                       const std::vector<Mention>& names) const {
  return read(prose, names, {{0, prose.text.size()}});
}

std::vector<Statement> EachActor::read(const text::Prose& prose, const std::vector<Mention>& names,
                                       const std::vector<Span>& parts) const {
  if (parts.empty()) return {};
  const speech::Stream stream = speech::read_stream(prose, *lexicon_);
  const std::vector<Span> known = actors::spans_of_names(names);
  std::vector<Statement> out;
  for (const speech::Clause clause : stream.clauses) {
    if (clause.last - clause.first > actors::longest_sentence) continue;
    if (!actors::meets_any(actors::span_of_clause(stream, clause), parts)) continue;
    const std::size_t first = out.size();
    for (const actors::Saying& saying : actors::sayings_of({stream, clause, *words_, known})) {
      Statement one = actors::statement_of_saying(stream, saying);
      const bool told =
          std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                      [&](const Statement& s) { return actors::same_telling(s, one); });
      if (told) continue;
      one.id.number = static_cast<std::uint32_t>(out.size() + 1);
      out.push_back(std::move(one));
    }
  }
  return out;
}

std::vector<Statement> EachActor::told_apart(const text::Prose& prose,
                                             const std::vector<Mention>& names,
                                             std::vector<Statement> statements) const {
  const speech::Stream stream = speech::read_stream(prose, *lexicon_);
  const std::vector<Span> known = actors::spans_of_names(names);
  std::vector<Statement> out;
  for (Statement& statement : statements) {
    const speech::Range source = actors::items_of(stream.items, hull(statement.source));
    actors::ActorList list;
    if (!statement.source.empty() && !source.empty()) {
      const actors::Scene scene{stream, {source.begin, source.end, 0}, *words_, known};
      list = actors::plain_list_at(scene, source.begin);
    }
    if (!actors::covers(list, source)) {
      out.push_back(std::move(statement));
      continue;
    }
    for (const actors::Voice& voice : list.voices) {
      out.push_back(statement);
      out.back().source = {speech::source_span(stream, voice.actor)};
    }
  }
  return out;
}

}  // namespace entente::extract

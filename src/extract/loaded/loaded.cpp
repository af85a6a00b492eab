// SPDX-License-Identifier: Apache-2.0
#include "extract/loaded.h"

#include <algorithm>

#include "extract/word_classes.h"

namespace entente::extract {
namespace {

bool is_said(Span word, const std::vector<Span>& contents) {
  const auto after = std::upper_bound(contents.begin(), contents.end(), word,
                                      [](Span a, Span b) { return a.begin < b.begin; });
  // Contents may lie in one another: of those that begin before, the longest counts.
  return std::any_of(contents.begin(), after,
                     [&](Span content) { return content.end > word.begin; });
}

// The part of the text in which a statement is introduced: the sentences of its cue and source,
// else that of its content.
std::vector<std::size_t> sentences_around(const Statement& statement, const text::Prose& prose) {
  std::vector<std::size_t> out;
  const auto take = [&](const std::vector<Span>& spans) {
    for (const Span span : spans) out.push_back(prose.sentence_at(span.begin));
  };
  take(statement.cue);
  take(statement.source);
  if (out.empty() && !statement.content.empty()) take({statement.content.front()});
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase_if(out, [&](std::size_t sentence) { return sentence >= prose.sentences.size(); });
  return out;
}

}  // namespace

Result<LoadedLexicon> LoadedLexicon::load(const std::filesystem::path& english_folder) {
  LoadedLexicon lexicon;
  const auto read = read_word_classes(english_folder / "loaded.words", [&](auto name, auto phrase) {
    const auto colour = from_word<Colour>(name);
    if (!colour) return false;
    if (lexicon.patterns_.add(phrase, static_cast<std::uint32_t>(lexicon.colours_.size())))
      lexicon.colours_.push_back(*colour);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  return lexicon;
}

std::vector<Loaded> LoadedLexicon::find(const text::Prose& prose) const {
  std::vector<Loaded> found;
  for (const PatternHit& hit : patterns_.find(prose))
    if (found.empty() || hit.span.begin >= found.back().span.end)
      found.push_back({hit.span, colours_[hit.pattern]});
  return found;
}

void mark_loaded(std::vector<Statement>& statements, const text::Prose& prose,
                 const LoadedLexicon& lexicon) {
  if (statements.empty()) return;
  std::vector<Span> contents;
  for (const Statement& statement : statements)
    contents.insert(contents.end(), statement.content.begin(), statement.content.end());
  std::sort(contents.begin(), contents.end());
  std::vector<Loaded> narrators = lexicon.find(prose);
  std::erase_if(narrators, [&](const Loaded& one) { return is_said(one.span, contents); });
  if (narrators.empty()) return;
  for (Statement& statement : statements) {
    if (statement.within) continue;
    for (const std::size_t sentence : sentences_around(statement, prose))
      for (const Loaded& one : narrators)
        if (prose.sentences[sentence].span.contains(one.span)) statement.loaded.push_back(one);
  }
}

}  // namespace entente::extract

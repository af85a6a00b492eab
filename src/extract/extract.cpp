// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <algorithm>
#include <cmath>

#include "extract/actors/company.h"
#include "extract/attribution.h"
#include "extract/each_actor.h"
#include "extract/learned_attribution.h"
#include "extract/levers.h"
#include "extract/loaded.h"
#include "extract/positions.h"
#include "extract/shifts.h"
#include "text/prose.h"

namespace entente::extract {
namespace {

std::vector<Span> unread_parts(const Document& document) {
  std::vector<Span> skip = document.headings;
  for (const Noise& noise : document.noise) skip.push_back(noise.span);
  std::sort(skip.begin(), skip.end());
  return skip;
}

template <class Items>
void mark_coded(const Items& items, const text::Prose& prose, std::vector<bool>& coded) {
  for (const auto& item : items) {
    for (std::size_t i = prose.sentence_at(item.evidence.begin);
         i < prose.sentences.size() && prose.sentences[i].span.begin < item.evidence.end; ++i)
      coded[i] = true;
  }
}

void count_sentences(Extracted& out, const text::Prose& prose) {
  std::vector<bool> coded(prose.sentences.size());
  mark_coded(out.positions, prose, coded);
  mark_coded(out.meetings, prose, coded);
  mark_coded(out.clauses, prose, coded);
  out.sentences = coded.size();
  out.coded_sentences = static_cast<std::size_t>(std::count(coded.begin(), coded.end(), true));
}

template <class Items>
void number(Items& items) {
  std::uint32_t next = 1;
  for (auto& item : items) item.id.number = next++;
}

// What the layout alone tells (the turns of a transcript, a quotation that goes on) no weights have
// seen: they have nothing to say of it.
void grade(std::vector<Statement>& statements, const std::vector<double>& confidence) {
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (!statements[i].cue.empty())
      statements[i].confidence = static_cast<unsigned>(std::lround(100 * confidence[i]));
}

}  // namespace

text::Prose prose_of(const Document& document) {
  return text::read_prose(document.text, unread_parts(document));
}

struct Extractor::Engine {
  Gazetteer gazetteer;
  SpeechLexicon speech;
  StanceLexicon stances;
  LeverLexicon levers;
  ChangeLexicon changes;
  LoadedLexicon loaded;
  IssueMatcher issues;
  EachActor each_actor;
  std::optional<LearnedAttribution> second;  // reads beside the rules, and says how sure to be
  std::vector<std::string> mediators;
};

namespace {

std::vector<std::string> mediators_of(const Codebook& codebook) {
  std::vector<std::string> names;
  for (const Party& party : codebook.parties)
    if (party.kind == PartyKind::mediator) names.push_back(party.name);
  return names;
}

}  // namespace

Extractor::Extractor(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::load(const std::filesystem::path& data_folder,
                                  const Codebook& codebook,
                                  const std::optional<std::filesystem::path>& weights) {
  auto gazetteer = Gazetteer::load(data_folder / "names", codebook.parties);
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto speech = SpeechLexicon::load(data_folder / "english");
  if (!speech) return tl::unexpected(speech.error());
  auto stances = StanceLexicon::load(data_folder / "english");
  if (!stances) return tl::unexpected(stances.error());
  auto levers = LeverLexicon::load(data_folder / "english");
  if (!levers) return tl::unexpected(levers.error());
  auto changes = ChangeLexicon::load(data_folder / "english");
  if (!changes) return tl::unexpected(changes.error());
  auto loaded = LoadedLexicon::load(data_folder / "english");
  if (!loaded) return tl::unexpected(loaded.error());
  auto each_actor = EachActor::load(data_folder / "english");
  if (!each_actor) return tl::unexpected(each_actor.error());
  std::optional<LearnedAttribution> second;
  if (weights) {
    auto read = LearnedAttribution::load(*weights, *speech);
    if (!read) return tl::unexpected(read.error());
    second = std::move(*read);
  }
  return Extractor(std::make_unique<Engine>(
      Engine{std::move(*gazetteer), std::move(*speech), std::move(*stances), std::move(*levers),
             std::move(*changes), std::move(*loaded), IssueMatcher(codebook),
             std::move(*each_actor), std::move(second), mediators_of(codebook)}));
}

void Extractor::learn(const Document& document, Roster& roster) const {
  roster.learn(document.card.id, prose_of(document), engine_->gazetteer);
}

Extracted Extractor::extract(const Document& document, const Roster& roster) const {
  const text::Prose prose = prose_of(document);
  const std::vector<Mention> mentions = find_mentions(prose, engine_->gazetteer, roster);
  Extracted out;
  out.statements = attribute(prose, engine_->speech);
  if (engine_->second) grade(out.statements, engine_->second->confidence(prose, out.statements));
  resolve_speakers(out.statements, prose, mentions, roster);
  const Reading reading{document.card,
                        prose,
                        out.statements,
                        mentions,
                        issuer_of(prose, document.card.outlet, engine_->gazetteer),
                        engine_->stances.stance_marks(prose),
                        engine_->stances.meeting_marks(prose),
                        engine_->mediators};
  const IssueMatches issues(engine_->issues, prose);
  out.clauses = find_clauses(reading, issues);
  out.positions = find_positions(reading, issues, out.clauses);
  actors::add_company(out.positions, prose, engine_->each_actor, mentions,
                      reading.issuer.empty() ? "narrator" : reading.issuer);
  out.meetings = find_meetings(reading);
  out.levers = find_levers(reading, engine_->levers);
  mark_shifts(out.positions, reading, engine_->changes);
  mark_loaded(out.statements, prose, engine_->loaded);
  number(out.positions);
  number(out.meetings);
  number(out.clauses);
  number(out.levers);
  count_sentences(out, prose);
  return out;
}

}  // namespace entente::extract

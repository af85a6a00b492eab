// SPDX-License-Identifier: Apache-2.0
#include "extract/speech_reader.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/people/source_head.h"

namespace entente::extract {
namespace {

// Of what the rules find on PolNeAR's development texts, this share is right.
constexpr double rule_confidence = 0.75;

// Of the triples that EachActor found in tests/extract/triples/unseen.triples when it read them
// first, this share was right.
constexpr double actor_confidence = 0.84;

std::vector<Reported> equally_sure(std::vector<Statement> statements, double confidence) {
  std::vector<Reported> out;
  for (Statement& statement : statements) out.push_back({std::move(statement), confidence});
  return out;
}

void resolve(std::vector<Reported>& reported, const text::Prose& prose,
             const std::vector<Mention>& mentions, const Roster& roster) {
  std::vector<Statement> statements;
  std::vector<std::vector<Span>> sources;
  for (Reported& one : reported) {
    sources.push_back(one.statement.source);
    for (Span& span : one.statement.source) span = head_of_source(prose, mentions, span);
    statements.push_back(std::move(one.statement));
  }
  resolve_speakers(statements, prose, mentions, roster);
  for (std::size_t i = 0; i < reported.size(); ++i) {
    reported[i].statement = std::move(statements[i]);
    reported[i].statement.source = std::move(sources[i]);
  }
}

// Content and cue of all of them, in the text's order and joined where they meet.
std::vector<Span> covered_by(const std::vector<Statement>& statements) {
  std::vector<Span> spans;
  for (const Statement& one : statements) {
    spans.insert(spans.end(), one.content.begin(), one.content.end());
    spans.insert(spans.end(), one.cue.begin(), one.cue.end());
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> joined;
  for (const Span span : spans) {
    if (!joined.empty() && span.begin < joined.back().end)
      joined.back() = hull(joined.back(), span);
    else
      joined.push_back(span);
  }
  return joined;
}

bool meets(const Statement& statement, const std::vector<Span>& covered) {
  const auto met = [&](Span span) {
    const auto at = std::partition_point(covered.begin(), covered.end(),
                                         [&](Span other) { return other.end <= span.begin; });
    return at != covered.end() && at->meets(span);
  };
  return std::any_of(statement.content.begin(), statement.content.end(), met) ||
         std::any_of(statement.cue.begin(), statement.cue.end(), met);
}

void put_in_text_order(std::vector<Reported>& reported) {
  std::stable_sort(reported.begin(), reported.end(), [](const Reported& a, const Reported& b) {
    return a.statement.content.front() < b.statement.content.front();
  });
  for (std::size_t i = 0; i < reported.size(); ++i)
    reported[i].statement.id.number = static_cast<std::uint32_t>(i + 1);
}

// The ids that tie statements together are lost where one becomes several.
void untie(Statement& statement) {
  statement.within.reset();
  statement.continues.reset();
}

// A name that nobody knows is its own speaker, not the next one that is known.
void name_by_source(Statement& statement, const text::Prose& prose,
                    const std::vector<Mention>& mentions) {
  if (statement.source.empty()) return;
  const Span source = statement.source.front();
  const bool known = std::any_of(mentions.begin(), mentions.end(),
                                 [&](const Mention& one) { return one.span.meets(source); });
  if (known && !statement.speaker.empty()) return;
  statement.speaker = slice_utf8(prose.text, source);
  if (known) return;
  statement.party.clear();
  statement.person.reset();
}

}  // namespace

Result<SpeechReader> SpeechReader::load(const std::filesystem::path& data_folder,
                                        const std::optional<std::filesystem::path>& weights) {
  auto gazetteer = Gazetteer::load(data_folder / "names", {});
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto lexicon = SpeechLexicon::load(data_folder / "english");
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto each_actor = EachActor::load(data_folder / "english");
  if (!each_actor) return tl::unexpected(each_actor.error());
  std::optional<LearnedAttribution> learned;
  if (weights) {
    auto loaded = LearnedAttribution::load(*weights, *lexicon);
    if (!loaded) return tl::unexpected(loaded.error());
    learned = std::move(*loaded);
  }
  return SpeechReader(std::move(*gazetteer), std::move(*lexicon), std::move(*each_actor),
                      std::move(learned));
}

std::vector<Reported> SpeechReader::unresolved(const text::Prose& prose) const {
  return learned_ ? learned_->attribute(prose)
                  : equally_sure(attribute(prose, lexicon_), rule_confidence);
}

std::vector<Reported> SpeechReader::read(const Document& document) const {
  const text::Prose prose = prose_of(document);
  Roster roster;
  roster.learn(document.card.id, prose, gazetteer_);
  std::vector<Reported> out = unresolved(prose);
  resolve(out, prose, find_mentions(prose, gazetteer_, roster), roster);
  return out;
}

std::vector<Reported> SpeechReader::read_each_actor(const Document& document) const {
  const text::Prose prose = prose_of(document);
  Roster roster;
  roster.learn(document.card.id, prose, gazetteer_);
  const std::vector<Mention> mentions = find_mentions(prose, gazetteer_, roster);
  const std::vector<Statement> sayings = each_actor_.read(prose, mentions);
  const std::vector<Span> covered = covered_by(sayings);
  std::vector<Reported> out = equally_sure(sayings, actor_confidence);
  std::vector<Statement> others;
  std::map<StatementId, double> confidence;
  for (Reported& one : unresolved(prose)) {
    if (meets(one.statement, covered)) continue;
    confidence.emplace(one.statement.id, one.confidence);
    others.push_back(std::move(one.statement));
  }
  for (Statement& each : each_actor_.told_apart(prose, mentions, std::move(others))) {
    const double sure = confidence.at(each.id);
    out.push_back({std::move(each), sure});
  }
  for (Reported& one : out) untie(one.statement);
  put_in_text_order(out);
  resolve(out, prose, mentions, roster);
  for (Reported& one : out) name_by_source(one.statement, prose, mentions);
  std::erase_if(out, [](const Reported& one) { return one.statement.speaker.empty(); });
  put_in_text_order(out);
  return out;
}

}  // namespace entente::extract

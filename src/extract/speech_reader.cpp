// SPDX-License-Identifier: Apache-2.0
#include "extract/speech_reader.h"

#include "extract/extract.h"

namespace entente::extract {
namespace {

// Of what the rules find on PolNeAR's development texts, this share is right.
constexpr double rule_confidence = 0.75;

std::vector<Reported> equally_sure(std::vector<Statement> statements) {
  std::vector<Reported> out;
  for (Statement& statement : statements) out.push_back({std::move(statement), rule_confidence});
  return out;
}

}  // namespace

Result<SpeechReader> SpeechReader::load(const std::filesystem::path& data_folder,
                                        const std::optional<std::filesystem::path>& weights) {
  auto gazetteer = Gazetteer::load(data_folder / "names", {});
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto lexicon = SpeechLexicon::load(data_folder / "english");
  if (!lexicon) return tl::unexpected(lexicon.error());
  std::optional<LearnedAttribution> learned;
  if (weights) {
    auto loaded = LearnedAttribution::load(*weights, *lexicon);
    if (!loaded) return tl::unexpected(loaded.error());
    learned = std::move(*loaded);
  }
  return SpeechReader(std::move(*gazetteer), std::move(*lexicon), std::move(learned));
}

std::vector<Reported> SpeechReader::unresolved(const text::Prose& prose) const {
  return learned_ ? learned_->attribute(prose) : equally_sure(attribute(prose, lexicon_));
}

std::vector<Reported> SpeechReader::read(const Document& document) const {
  const text::Prose prose = prose_of(document);
  Roster roster;
  roster.learn(document.card.id, prose, gazetteer_);
  std::vector<Reported> out = unresolved(prose);
  std::vector<Statement> statements;
  for (Reported& one : out) statements.push_back(std::move(one.statement));
  resolve_speakers(statements, prose, find_mentions(prose, gazetteer_, roster), roster);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].statement = std::move(statements[i]);
  return out;
}

}  // namespace entente::extract

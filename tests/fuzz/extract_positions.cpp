// SPDX-License-Identifier: Apache-2.0
// Whatever the text: every position, meeting and clause quotes it exactly, and a second reading
// gives the same.
#include "base/utf8.h"
#include "extract/attribution.h"
#include "extract/positions.h"
#include "fuzz.h"

using namespace entente::fuzz;

namespace {

using namespace entente;

template <class Items>
void hold_quotes(const Items& items, const std::u32string& text) {
  for (const auto& item : items) {
    hold(!item.evidence.empty() && item.evidence.end <= text.size());
    hold(slice_utf8(text, item.evidence) == item.words);
  }
}

Codebook small_codebook() {
  Codebook book;
  book.issues = {
      {"land",
       "",
       IssueKind::substance,
       "",
       {"land", "cede*", "border* ~ line*"},
       {"border guard*"},
       true,
       {{"kept", "", {"keep*"}}, {"ceded", "", {"cede*"}}}},
      {"progress", "", IssueKind::assessment, "", {"progress", "(talks)"}, {}, false, {}}};
  return book;
}

// Capitalised words name a party each: the first letter says which.
std::vector<extract::Mention> mentions_of(const text::Prose& prose) {
  std::vector<extract::Mention> mentions;
  for (std::size_t i = 0; i < prose.tokens.size(); ++i) {
    const char32_t first = prose.text[prose.tokens[i].span.begin];
    if (first < U'A' || first > U'M') continue;
    const std::string name(1, static_cast<char>(first));
    mentions.push_back(
        {prose.tokens[i].span, static_cast<extract::MentionKind>((first - U'A') % 6), name, name});
  }
  return mentions;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto speech =
      or_throw(extract::SpeechLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  static const auto stances =
      or_throw(extract::StanceLexicon::load(ENTENTE_SOURCE_DIR "/data/english"));
  static const extract::IssueMatcher issues(small_codebook());
  const std::u32string text = from_utf8(bytes_of(data, size));
  const text::Prose prose = text::read_prose(text, {});
  auto statements = extract::attribute(prose, speech);
  for (std::size_t i = 0; i < statements.size(); ++i) statements[i].party = i % 3 == 0 ? "" : "P";
  DocumentCard card;
  card.date = parse_date("2031-03-05");
  const auto mentions = mentions_of(prose);
  const extract::Reading reading{card,
                                 prose,
                                 statements,
                                 mentions,
                                 {},
                                 stances.stance_marks(prose),
                                 stances.meeting_marks(prose)};
  const extract::IssueMatches matches(issues, prose);
  const auto positions = extract::find_positions(reading, matches);
  const auto meetings = extract::find_meetings(reading);
  const auto clauses = extract::find_clauses(reading, matches);
  hold_quotes(positions, text);
  hold_quotes(meetings, text);
  hold_quotes(clauses, text);
  for (const auto& position : positions) hold(!position.party.empty() && !position.issue.empty());
  hold(positions == extract::find_positions(reading, matches));
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "workbench/conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "analyze/conflict/suggested.h"
#include "base/file.h"
#include "exchange/gmcr.h"
#include "read/conflict.h"

namespace entente {
namespace {

constexpr std::size_t most_conflict_bytes = std::size_t{64} << 20;

ConflictFile file_in(const std::filesystem::path& path) {
  const std::string bytes = or_throw(read_all(path, most_conflict_bytes));
  const auto ending = path.extension();
  if (ending == ".yaml" || ending == ".yml") return or_throw(read::read_conflict(bytes, path.string()));
  auto read = or_throw(exchange::read_gmcr(bytes, path.string()));
  return {std::move(read.conflict), {}, std::move(read.passed_over)};
}

// The position with exactly these words, where there is one that was not rejected.
const Position* with_words(const Case& contents, const std::string& words) {
  const auto found = std::find_if(
      contents.positions.begin(), contents.positions.end(), [&](const Position& position) {
        return position.words == words && position.review.status != Status::rejected;
      });
  return found == contents.positions.end() ? nullptr : &*found;
}

void rename(std::vector<PositionId>& evidence, const std::map<PositionId, PositionId>& now) {
  for (PositionId& id : evidence)
    if (const auto found = now.find(id); found != now.end()) id = found->second;
}

void rename(ConflictFile& file, const std::map<PositionId, PositionId>& now) {
  for (ConflictOption& one : file.conflict.options) rename(one.evidence, now);
  for (DecisionMaker& who : file.conflict.decision_makers)
    for (PreferenceStatement& one : who.statements) rename(one.evidence, now);
  std::map<PositionId, QuotedWords> quotes;
  for (const auto& [id, quote] : file.quotes)
    quotes.emplace(now.contains(id) ? now.at(id) : id, quote);
  file.quotes = std::move(quotes);
}

// A model may not rest on a sentence that the case does not hold. The sentence is what counts:
// where the case, read again, has it under another id, the file is taken to mean that one.
void hold_to_case(ConflictFile& file, const Case& contents, const std::filesystem::path& path) {
  const auto refuse = [&](PositionId id, std::size_t line, const char* why) {
    throw Failed({FailureKind::bad_input,
                  fmt::format("{}:{}: {} {}", path.string(), line, id.text(), why),
                  "entente positions CASE lists what the case holds"});
  };
  std::map<PositionId, PositionId> now;
  for (const auto& [id, quote] : file.quotes) {
    const auto found =
        std::find_if(contents.positions.begin(), contents.positions.end(),
                     [&](const Position& position) { return position.id == id; });
    const bool there = found != contents.positions.end();
    if (there && (quote.words.empty() || quote.words == found->words)) {
      if (found->review.status == Status::rejected)
        refuse(id, quote.line, "was rejected in the case");
      continue;
    }
    const Position* same = quote.words.empty() ? nullptr : with_words(contents, quote.words);
    if (!same)
      refuse(id, quote.line, there ? "has other words in the case" : "is no position of the case");
    now.emplace(id, same->id);
  }
  rename(file, now);
}

}  // namespace

bool is_case(const std::filesystem::path& path) {
  constexpr std::string_view mark{"SQLite format 3\0", 16};
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::string head(mark.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return in.gcount() == static_cast<std::streamsize>(mark.size()) && head == mark;
}

OpenedConflict conflict_in(const std::filesystem::path& file, std::optional<Case> contents) {
  OpenedConflict out{file_in(file), std::move(contents), false};
  if (!out.contents) return out;
  hold_to_case(out.file, *out.contents, file);
  for (auto& [id, quote] : out.file.quotes)
    for (const Position& position : out.contents->positions)
      if (position.id == id) quote.words = position.words;
  // Written down and not changed since, it is what the program suggests, whoever wrote the file.
  out.suggested = out.file.conflict == analyze::suggested_conflict(*out.contents).conflict;
  return out;
}

OpenedConflict conflict_suggested_by(Case contents, const std::filesystem::path& path) {
  ConflictFile file = analyze::suggested_conflict(contents);
  if (file.conflict.options.empty())
    throw Failed({FailureKind::bad_input,
                  fmt::format("No position in {} says what a party would do or is asked to do",
                              quoted(path)),
                  "Add documents, or write the conflict by hand: docs/formats.md shows the form"});
  return {std::move(file), std::move(contents), true};
}

}  // namespace entente

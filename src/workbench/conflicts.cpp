// SPDX-License-Identifier: Apache-2.0
#include "workbench/conflicts.h"

#include <fmt/format.h>

#include <fstream>

#include "analyze/conflict/suggested.h"
#include "base/file.h"
#include "exchange/gmcr.h"
#include "read/conflict.h"
#include "workbench/evidence.h"

namespace entente {
namespace {

constexpr std::size_t most_conflict_bytes = std::size_t{64} << 20;

ConflictFile file_in(const std::filesystem::path& path) {
  const std::string bytes = or_throw(read_all(path, most_conflict_bytes));
  const auto ending = path.extension();
  if (ending == ".yaml" || ending == ".yml")
    return or_throw(read::read_conflict(bytes, path.string()));
  auto read = or_throw(exchange::read_gmcr(bytes, path.string()));
  return {std::move(read.conflict), {}, std::move(read.passed_over)};
}

void rename_evidence(ConflictFile& file, const Renamed& now) {
  for (ConflictOption& one : file.conflict.options) rename(one.evidence, now);
  for (DecisionMaker& who : file.conflict.decision_makers)
    for (PreferenceStatement& one : who.statements) rename(one.evidence, now);
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
  rename_evidence(out.file, hold_to_case(out.file.quotes, *out.contents, file));
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

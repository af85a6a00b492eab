// SPDX-License-Identifier: Apache-2.0
#include "workbench/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.h"

namespace entente {
namespace {

// The position with exactly these words, where there is one that was not rejected.
const Position* with_words(const Case& contents, const std::string& words) {
  const auto found = std::find_if(
      contents.positions.begin(), contents.positions.end(), [&](const Position& position) {
        return position.words == words && position.review.status != Status::rejected;
      });
  return found == contents.positions.end() ? nullptr : &*found;
}

const Position* with_id(const Case& contents, PositionId id) {
  const auto found = std::find_if(contents.positions.begin(), contents.positions.end(),
                                  [&](const Position& position) { return position.id == id; });
  return found == contents.positions.end() ? nullptr : &*found;
}

// The position that `id` with these words means; nothing where none does.
const Position* meant(const Case& contents, PositionId id, const std::string& words) {
  const Position* named = with_id(contents, id);
  if (named && (words.empty() || words == named->words)) return named;
  return words.empty() ? nullptr : with_words(contents, words);
}

}  // namespace

Renamed hold_to_case(std::map<PositionId, QuotedWords>& quotes, const Case& contents,
                     const std::filesystem::path& file) {
  Renamed now;
  std::map<PositionId, QuotedWords> held;
  for (const auto& [id, quote] : quotes) {
    const auto refuse = [&, &id = id, &quote = quote](const char* why) {
      throw Failed({FailureKind::bad_input,
                    fmt::format("{}:{}: {} {}", file.string(), quote.line, id.text(), why),
                    "entente positions CASE lists what the case holds"});
    };
    const Position* found = meant(contents, id, quote.words);
    if (!found)
      refuse(with_id(contents, id) ? "has other words in the case" : "is no position of the case");
    if (found->review.status == Status::rejected) refuse("was rejected in the case");
    if (found->id != id) now.emplace(id, found->id);
    held.emplace(found->id, QuotedWords{found->words, quote.line});
  }
  quotes = std::move(held);
  return now;
}

void rename(std::vector<PositionId>& evidence, const Renamed& now) {
  for (PositionId& id : evidence)
    if (const auto found = now.find(id); found != now.end()) id = found->second;
}

}  // namespace entente

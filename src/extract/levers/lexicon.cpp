// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/levers.h"
#include "extract/levers/directions.h"
#include "extract/word_classes.h"

namespace entente::extract {
namespace {

constexpr std::string_view holding = "held";

// "sanctions/apply" is the kind and what is done with it.
struct LeverClass {
  std::string kind;
  std::string direction;  // "" for what only names the lever
};

LeverClass lever_class_of(std::string_view name) {
  const std::size_t slash = std::min(name.find('/'), name.size());
  return {std::string(name.substr(0, slash)),
          std::string(name.substr(std::min(slash + 1, name.size())))};
}

Issue& kind_in(Codebook& kinds, const std::string& kind) {
  for (Issue& known : kinds.issues)
    if (known.id == kind) return known;
  Issue made;
  made.id = kind;
  made.options = {{std::string(coding::applying), {}, {}}, {std::string(coding::easing), {}, {}}};
  return kinds.issues.emplace_back(std::move(made));
}

// What applies or eases a lever names it too.
bool add_lever_phrase(Codebook& kinds, const LeverClass& to, std::string_view phrase) {
  Issue& kind = kind_in(kinds, to.kind);
  kind.cues.emplace_back(phrase);
  if (to.direction.empty()) return true;
  for (Option& option : kind.options) {
    if (option.id != to.direction) continue;
    option.cues.emplace_back(phrase);
    return true;
  }
  return false;
}

}  // namespace

LeverLexicon::LeverLexicon(const Codebook& kinds, WordPatterns held)
    : kinds_(kinds), held_(std::move(held)) {}

Result<LeverLexicon> LeverLexicon::load(const std::filesystem::path& english_folder) {
  Codebook kinds;
  WordPatterns held;
  const auto read = read_word_classes(english_folder / "lever.words", [&](auto name, auto phrase) {
    if (name == holding) return held.add(phrase, 0);
    return add_lever_phrase(kinds, lever_class_of(name), phrase);
  });
  if (!read) return tl::unexpected(read.error());
  return LeverLexicon(kinds, std::move(held));
}

}  // namespace entente::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/attribution/lexicon.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "base/utf8.h"
#include "extract/attribution.h"

namespace entente::extract {
namespace speech {
namespace {

constexpr std::string_view frame_letters = "ctqrnioasw-hm";
constexpr std::array frame_values{
    frame_clause,     frame_that,        frame_quote,    frame_told, frame_noun,
    frame_infinitive, frame_somebody_to, frame_name,     frame_as,   frame_question,
    frame_rejected,   frame_personal,    frame_ambiguous};

constexpr std::array class_names = std::to_array<std::string_view>(
    {"determiner",  "pronoun",      "contracted", "object",    "first",  "preposition", "joiner",
     "adversative", "subordinator", "relative",   "auxiliary", "be",     "have",        "modal",
     "negation",    "nobody",       "adverb",     "adjective", "time",   "timing",      "venue",
     "person",      "named",        "claim",      "pledge",    "minded", "ready",       "unwilling",
     "mute",        "weak",         "manner",     "unheard",   "vacant", "titles",      "calendar",
     "calling",     "acquainted"});

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  return {std::istream_iterator<std::string>(in), {}};
}

std::optional<std::uint32_t> frames_of(std::string_view letters) {
  std::uint32_t frames = 0;
  for (char letter : letters) {
    const std::size_t at = frame_letters.find(letter);
    if (at == std::string_view::npos) return std::nullopt;
    frames |= frame_values[at];
  }
  return frames;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}
bool changes_y(const std::string& lemma) {
  return lemma.size() > 1 && lemma.back() == 'y' && !is_vowel(lemma[lemma.size() - 2]);
}
std::string without_last(std::string word) {
  word.pop_back();
  return word;
}

std::string s_form(const std::string& lemma) {
  if (changes_y(lemma)) return without_last(lemma) + "ies";
  if (ends_with_any(lemma, {"s", "sh", "ch", "x", "z", "go", "do", "to"}) && lemma != "veto")
    return lemma + "es";
  return lemma == "veto" ? "vetoes" : lemma + "s";
}

std::string past_form(const std::string& lemma) {
  if (changes_y(lemma)) return without_last(lemma) + "ied";
  return lemma.back() == 'e' ? lemma + "d" : lemma + "ed";
}

// "admit" doubles its last letter because its past does.
std::string ing_form(const std::string& lemma, const std::string& past) {
  if (past == lemma + lemma.back() + "ed") return lemma + lemma.back() + "ing";
  if (ends_with_any(lemma, {"ee", "oe", "ye"}) || lemma.back() != 'e' || lemma.size() < 3) {
    const bool short_stop = ends_with_any(lemma, {"put", "set", "hit", "begin"});
    return short_stop ? lemma + lemma.back() + "ing" : lemma + "ing";
  }
  return without_last(lemma) + "ing";
}

struct VerbLine {
  std::uint32_t frames = 0;
  std::string lemma, past, participle;
  std::vector<std::u32string> rest;
};

std::optional<VerbLine> verb_line(std::vector<std::string> words) {
  VerbLine line;
  const auto frames = words.size() < 2 ? std::nullopt : frames_of(words[0]);
  if (!frames) return std::nullopt;
  line.frames = *frames;
  // Trailing letters of one word are frames too: "state m".
  if (words.size() > 2 && words.back().find_first_not_of("-hm") == std::string::npos) {
    line.frames |= *frames_of(words.back());
    words.pop_back();
  }
  std::istringstream parts(words[1]);
  std::getline(parts, line.lemma, '/');
  if (!std::getline(parts, line.past, '/')) line.past = past_form(line.lemma);
  if (!std::getline(parts, line.participle, '/')) line.participle = line.past;
  for (std::size_t i = 2; i < words.size(); ++i) line.rest.push_back(from_utf8(words[i]));
  return line;
}

void add_use(Lexicon& lexicon, const std::string& word, Form form, const VerbLine& line) {
  auto& uses = lexicon.words[from_utf8(word)].uses;
  for (VerbUse& use : uses)
    if (use.rest == line.rest) {
      use.forms = static_cast<std::uint8_t>(use.forms | form);
      use.frames |= line.frames;
      return;
    }
  uses.push_back({line.frames, static_cast<std::uint8_t>(form), line.rest});
}

void add_verb(Lexicon& lexicon, const VerbLine& line) {
  add_use(lexicon, line.lemma, form_base, line);
  add_use(lexicon, s_form(line.lemma), form_s, line);
  add_use(lexicon, line.past, form_past, line);
  add_use(lexicon, line.participle, form_participle, line);
  add_use(lexicon, ing_form(line.lemma, line.past), form_ing, line);
}

bool add_class(Lexicon& lexicon, const std::vector<std::string>& words) {
  if (words.size() < 2 || words[0].back() != ':') return false;
  const auto name =
      std::find(class_names.begin(), class_names.end(), words[0].substr(0, words[0].size() - 1));
  if (name == class_names.end()) return false;
  const std::uint64_t bit = 1ull << (name - class_names.begin());
  for (std::size_t i = 1; i < words.size(); ++i) lexicon.words[from_utf8(words[i])].classes |= bit;
  return true;
}

bool add_verb_words(Lexicon& lexicon, const std::vector<std::string>& words) {
  const auto line = verb_line(words);
  if (line) add_verb(lexicon, *line);
  return line.has_value();
}

template <class Add>
Result<bool> add_lines(Lexicon& lexicon, std::string_view text, const std::string& name, Add add) {
  std::istringstream in{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::vector<std::string> words = words_of(line);
    if (words.empty() || words[0][0] == '#') continue;
    if (!add(lexicon, words))
      return fail(
          FailureKind::bad_input,
          name + ", line " + std::to_string(number) + ", is not as the head of the file says",
          "Compare it with the lines above it");
  }
  return true;
}

void sort_uses(Lexicon& lexicon) {
  for (auto& [word, entry] : lexicon.words)
    std::stable_sort(entry.uses.begin(), entry.uses.end(), [](const VerbUse& a, const VerbUse& b) {
      return a.rest.size() > b.rest.size();
    });
}

Result<std::string> contents_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(FailureKind::missing, "There is no word list " + file.string(),
                "Reinstall, or point to the data folder");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

Result<Lexicon> read_lexicon(std::string_view verbs, std::string_view words) {
  Lexicon lexicon;
  if (auto done = add_lines(lexicon, verbs, "speech.verbs", add_verb_words); !done)
    return tl::unexpected(done.error());
  if (auto done = add_lines(lexicon, words, "speech.words", add_class); !done)
    return tl::unexpected(done.error());
  sort_uses(lexicon);
  return lexicon;
}

}  // namespace speech

Result<SpeechLexicon> SpeechLexicon::load(const std::filesystem::path& english_folder) {
  auto verbs = speech::contents_of(english_folder / "speech.verbs");
  if (!verbs) return tl::unexpected(verbs.error());
  auto words = speech::contents_of(english_folder / "speech.words");
  if (!words) return tl::unexpected(words.error());
  auto lexicon = speech::read_lexicon(*verbs, *words);
  if (!lexicon) return tl::unexpected(lexicon.error());
  return SpeechLexicon(std::make_shared<const speech::Lexicon>(std::move(*lexicon)));
}

}  // namespace entente::extract

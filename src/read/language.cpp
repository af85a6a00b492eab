// SPDX-License-Identifier: Apache-2.0
#include "read/language.h"

#include <algorithm>

namespace entente::read {
namespace {

// Whether most letters are of another writing than the Latin one.
bool mostly_foreign_letters(std::u32string_view text) {
  constexpr std::size_t enough = 8, looked_at = 4000;
  std::size_t latin = 0, foreign = 0;
  for (char32_t c : text.substr(0, looked_at)) {
    latin += (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250);
    foreign += (c >= 0x370 && c < 0x2000) || (c >= 0x2C00 && c < 0xE000) || c >= 0xF900;
  }
  return foreign >= enough && foreign > latin;
}

enum class Written { english, otherwise, unknown };

// Names are capitals: a small word with a letter that English has not is another language's.
bool has_marked_letter(const Lines& lines, const Word& word) {
  const auto letters = lines.of(word.span);
  return !is_capital(letters.front()) &&
         std::any_of(letters.begin(), letters.end(),
                     [](char32_t c) { return c >= 0xDF && c < 0x250 && c != 0xF7; });
}

// By small words, and only by those: names and headlines are of any language. `shared` are words of
// other languages too; left out of `other` is what stands in names ("de", "van").
Written written_in(const Lines& lines, std::size_t first, std::size_t last) {
  static const WordSet shared(
      "in is was for to at have an so will i me no do of on as all my or he we had men her him man "
      "over");
  static const WordSet english(
      "the and that with said it by from has be are were not his if but they you our your their "
      "its this these those there who which what when where why how would can could may might must "
      "should shall does did than then them us after before about between against into out up any "
      "been being because while until only also more most such some other now never says she");
  static const WordSet other(
      "und ist nicht mit auf eine einen einem einer sich dem im zu auch werden wird wurde haben "
      "sie sind oder aber bei nach wie dass zum zur aus noch nur les une dans que qui pour sur pas "
      "par ce cette sont avec ont aux mais nous vous ils elle una por para como pero ha han sus "
      "este esta entre sobre muy fue che non sono alla gli nel anche ma questo stato um uma ao nao "
      "seu sua foi pelo pela isso het een zijn niet op voor dat aan ook maar naar deze wordt werd "
      "hebben og det som til av ikke er med jeg var vil kan blir ble fra och att inte ett till "
      "kommer w nie na z do ze oraz je ve bir bu ile icin yang dan dengan untuk dari ini pada si "
      "cu pe din care nu wat hulle ek del ein daar dit bij haar zegt hij wij geen sagte sei habe "
      "seine");
  std::size_t known = 0, common = 0, foreign = 0, small = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = lines.words[i];
    small += !is_capital(lines.initial(i));
    if (english.holds(word.key))
      ++known;
    else if (shared.holds(word.key))
      ++common;
    else
      foreign += other.holds(word.key) || has_marked_letter(lines, word);
  }
  const std::size_t words = last - first;
  if (words >= 20 && (known + common) * 5 >= words && known > 2 * foreign) return Written::english;
  const std::size_t telling = known + common == 0 ? 2 : 3;
  if (foreign >= telling && foreign > 2 * known && foreign * 12 >= words) return Written::otherwise;
  return small >= 60 && (known + common) * 10 < small ? Written::otherwise : Written::unknown;
}

// English in any part is enough; otherwise what the first part that tells says.
Written written_in(const Lines& lines) {
  constexpr std::size_t part = 400;
  Written out = Written::unknown;
  for (std::size_t first = 0; first < lines.words.size(); first += part) {
    const Written here = written_in(lines, first, std::min(first + part, lines.words.size()));
    if (here == Written::english) return here;
    if (out == Written::unknown) out = here;
  }
  return out;
}

}  // namespace

std::string language_tag(std::string_view said) {
  constexpr std::size_t longest = 35;
  std::string tag(said.substr(0, said.find_first_of(" ,;")));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const bool plain = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  for (std::size_t i = 0; i < primary; ++i) tag[i] = static_cast<char>(tag[i] | 0x20);
  return plain && primary >= 2 && primary <= 3 && tag.size() <= longest ? tag
         : tag == "english"                                             ? "en"
                                                                        : "";
}

std::string language_of(const std::string& said, const Lines& lines) {
  const Written written =
      mostly_foreign_letters(lines.text) ? Written::otherwise : written_in(lines);
  const bool says_english = said == "en" || said.starts_with("en-");
  if (written == Written::english) return says_english ? said : "en";
  if (written == Written::otherwise) return said.empty() || says_english ? "und" : said;
  return said;
}

}  // namespace entente::read

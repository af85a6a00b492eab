// SPDX-License-Identifier: Apache-2.0
#include "read/frame_words.h"

#include <algorithm>

#include "read/shapes.h"

namespace entente::read {
namespace {

template <class Test>
bool every_word(const Line& line, Test test) {
  for (std::size_t word = line.first; word < line.last; ++word)
    if (!test(word)) return false;
  return line.words() > 0;
}

template <class Test>
bool some_word(const Line& line, Test test) {
  for (std::size_t word = line.first; word < line.last; ++word)
    if (test(word)) return true;
  return false;
}

bool is_label_of(const Lines& lines, const Line& line, std::size_t longest) {
  const std::u32string_view text = lines.of(line);
  return line.words() > 0 && line.words() <= longest && !ends_stopped(text) &&
         !has(U":,;", text.back()) && !has_quote(text);
}

bool is_capital_code(const Lines& lines, std::size_t word) {
  constexpr std::size_t longest = 5;
  const std::u32string_view letters = lines.of(lines.words[word].span);
  return letters.size() <= longest && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
           return is_capital(c) || is_digit(c);
         });
}

bool has_digit(const Lines& lines, const Line& line) {
  return some_word(line, [&](std::size_t word) { return is_digit(lines.initial(word)); });
}

const WordSet& body_nouns() {
  static const WordSet words(
      "ministry department office embassy mission presidency secretariat directorate bureau "
      "division kingdom republic federation sultanate emirate government council commission "
      "institute foundation centre center agency chancellery consulate authority delegation "
      "cabinet service parliament senate");
  return words;
}

// Words that a headline has and a letterhead has not.
const WordSet& headline_words() {
  static const WordSet words(
      "statement statements remarks readout briefing transcript communique communiqué declaration "
      "meeting meets meet talks call calls visit visits agreement agreements agree agrees deal "
      "joint interview speech address report reports says say said holds hold receives receive "
      "welcomes welcome condemns condemn hosts host urges urge announces announce denies deny "
      "rejects reject marks opens open signs sign warns warn seeks seek wants want accuses accuse "
      "accepts accept demands demand proposes propose backs back offers offer ends end begins "
      "begin confirms confirm expresses express is are was were will to on with after over amid "
      "in by from");
  return words;
}

const WordSet& section_words() {
  static const WordSet words(
      "news world politics opinion opinions analysis analyses feature features explainer "
      "international diplomacy exclusive europe asia africa americas america middle east latin "
      "north south central eastern western pacific global economy conflict conflicts security "
      "commentary editorial editorials column columns columnist columnists op ed oped perspective "
      "perspectives viewpoint viewpoints essay essays national business local foreign policy "
      "defence defense insight insights depth in focus dispatch dispatches letters regional "
      "guest latest breaking world's and the");
  return words;
}

bool is_section_word(const Lines& lines, std::size_t word) {
  return section_words().holds(lines.words[word].key);
}

bool is_date_word(const Lines& lines, std::size_t word) {
  static const WordSet ordinals("of the st nd rd th");
  const WordKey key = lines.words[word].key;
  return is_digit(lines.initial(word)) || is_month(key) || is_weekday(key) || ordinals.holds(key);
}

// The parts of a line between separators, as lines of their own.
std::vector<Line> parts_between(const Lines& lines, const Line& line,
                                std::u32string_view separators) {
  std::vector<Line> parts;
  Line part = line;
  for (std::size_t word = line.first + 1; word < line.last; ++word) {
    const std::u32string_view gap = lines.gap(line, word);
    if (std::none_of(gap.begin(), gap.end(), [&](char32_t c) { return has(separators, c); }))
      continue;
    part.last = word;
    part.span = {lines.words[part.first].span.begin, lines.words[word - 1].span.end};
    parts.push_back(part);
    part.first = word;
  }
  part.last = line.last;
  if (part.words() > 0)
    part.span = {lines.words[part.first].span.begin, lines.words[part.last - 1].span.end};
  parts.push_back(part);
  return parts;
}

bool are_short(const std::vector<Line>& parts, std::size_t longest) {
  return std::all_of(parts.begin(), parts.end(),
                     [&](const Line& part) { return part.words() > 0 && part.words() <= longest; });
}

bool is_bracketed(std::u32string_view text) {
  return (text.front() == U'(' && text.back() == U')') ||
         (text.front() == U'[' && text.back() == U']');
}

// The first word behind a colon that follows at most `longest` words; the line's end where none
// does.
std::size_t behind_colon(const Lines& lines, const Line& line, std::size_t longest) {
  for (std::size_t word = line.first + 1; word < line.last && word <= line.first + longest; ++word)
    if (has(lines.gap(line, word), U':')) return word;
  return line.last;
}

const WordSet& job_words() {
  static const WordSet words(
      "staff writer writers reporter reporters correspondent correspondents editor editors bureau "
      "chief political diplomatic foreign senior special affairs analyst columnist contributor "
      "europe asia africa americas middle east world international national security defence "
      "defense news in and");
  return words;
}

// Where the names of the line end and a job begins: "NAME, diplomatic editor".
std::size_t job_begin(const Lines& lines, const Line& line) {
  static const WordSet jobs(
      "writer reporter correspondent editor chief analyst columnist contributor writers reporters "
      "correspondents");
  std::size_t comma = line.last;
  for (std::size_t word = line.first + 2; word < line.last; ++word) {
    if (comma == line.last && has(lines.gap(line, word), U',') &&
        job_words().holds(lines.words[word].key))
      comma = word;
    if (comma < line.last && jobs.holds(lines.words[word].key)) return comma;
  }
  return line.last;
}

bool may_be_name(const Lines& lines, std::size_t word) {
  const WordKey key = lines.words[word].key;
  return is_capital(lines.initial(word)) && !is_opener(key) && !is_month(key) && !is_weekday(key) &&
         !is_media_noun(key) && !body_nouns().holds(key) && !section_words().holds(key);
}

}  // namespace

bool is_body_name(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 10, modifiers = 4;
  if (!is_label_of(lines, line, longest) || has_digit(lines, line)) return false;
  std::size_t noun = line.first;
  while (noun < line.last && !body_nouns().holds(lines.words[noun].key)) ++noun;
  if (noun == line.last || noun - line.first > modifiers) return false;
  return every_word(line, [&](std::size_t word) {
    return is_namelike(lines, word) && !headline_words().holds(lines.words[word].key);
  });
}

bool is_street_address(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 16;
  static const WordSet streets(
      "road street avenue ave boulevard blvd square lane quay plaza drive floor suite building "
      "tower box rd str strasse straße rue calle via");
  if (line.words() < 3 || line.words() > longest || !has_digit(lines, line) ||
      ends_stopped(lines.of(line)) || has_quote(lines.of(line)))
    return false;
  return some_word(line, [&](std::size_t w) { return streets.holds(lines.words[w].key); }) &&
         every_word(line, [&](std::size_t w) {
           return is_namelike(lines, w) || is_digit(lines.initial(w));
         });
}

bool is_reference_number(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 9;
  static const WordSet labels(
      "no nr number ref reference doc document file press release statement communique communiqué "
      "news media our your registration note verbale");
  if (line.words() < 2 || !is_label_of(lines, line, longest) || !has_digit(lines, line))
    return false;
  bool slash = false, label = labels.holds(lines.words[line.first].key);
  const bool codes = every_word(line, [&](std::size_t word) {
    slash = slash || has(lines.gap(line, word), U'/');
    return labels.holds(lines.words[word].key) || is_digit(lines.initial(word)) ||
           is_capital_code(lines, word);
  });
  return codes && (label || (slash && is_capital_code(lines, line.first) &&
                             is_capital(lines.initial(line.first))));
}

bool is_section_label(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 3;
  return is_label_of(lines, line, longest) && is_capital(lines.initial(line.first)) &&
         every_word(line, [&](std::size_t word) { return is_section_word(lines, word); });
}

bool is_section_bar(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 18, longest_part = 7;
  if (!is_label_of(lines, line, longest)) return false;
  const std::vector<Line> parts = parts_between(lines, line, U"|\u00B7\u2022");
  if (parts.size() < 2 || !are_short(parts, longest_part)) return false;
  return std::any_of(parts.begin(), parts.end(), [&](const Line& part) {
    return is_bare_date(lines, part) ||
           every_word(part, [&](std::size_t word) { return is_section_word(lines, word); });
  });
}

bool is_path(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 24, longest_part = 6;
  if (line.words() < 2 || !is_label_of(lines, line, longest)) return false;
  const std::vector<Line> arrows = parts_between(lines, line, U"\u203A\u00BB>\u2192");
  if (arrows.size() > 1 && are_short(arrows, longest_part)) return true;
  static const WordSet roots("home homepage news start");
  const std::vector<Line> slashes = parts_between(lines, line, U"/\\");
  return slashes.size() > 1 && slashes.front().words() == 1 && are_short(slashes, longest_part) &&
         roots.holds(lines.words[line.first].key);
}

bool is_bare_date(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 5;
  if (line.words() < 2 || line.words() > longest || has_quote(lines.of(line))) return false;
  return has_digit(lines, line) &&
         some_word(line, [&](std::size_t word) { return is_month(lines.words[word].key); }) &&
         every_word(line, [&](std::size_t word) { return is_date_word(lines, word); });
}

bool is_wire_note(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 30;
  static const WordSet acts("adds updates corrects refiles recasts rewrites repeats");
  if (line.words() < 2 || line.words() > longest || !is_bracketed(lines.of(line))) return false;
  return acts.holds(lines.words[line.first].key);
}

bool is_closing_note(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 14;
  static const WordSet ends("concluded concludes ended ends end adjourned closed finished");
  if (line.words() == 0 || line.words() > longest || !is_bracketed(lines.of(line))) return false;
  return some_word(line, [&](std::size_t word) { return ends.holds(lines.words[word].key); });
}

bool is_foot_label(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 60, longest_label = 3;
  static const WordSet labels(
      "source sources references attachment attachments annex annexes enclosure enclosures "
      "enclosed cc distribution contact contacts inquiries enquiries credits acknowledgements "
      "acknowledgments keywords");
  if (line.words() > longest || line.words() < 2) return false;
  static const WordSet kinds("media press photo image picture main further and");
  const std::size_t behind = behind_colon(lines, line, longest_label);
  if (behind == line.last || !labels.holds(lines.words[behind - 1].key)) return false;
  for (std::size_t word = line.first; word + 1 < behind; ++word)
    if (!labels.holds(lines.words[word].key) && !kinds.holds(lines.words[word].key)) return false;
  return !is_quote(lines.of(line).front());
}

bool is_dated_correction(const Lines& lines, const Line& line) {
  constexpr std::size_t longest_label = 7;
  static const WordSet labels("correction corrections clarification clarifications");
  if (line.words() < 4 || !labels.holds(lines.words[line.first].key)) return false;
  const std::size_t behind = behind_colon(lines, line, longest_label);
  if (behind == line.last) return false;
  for (std::size_t word = line.first + 1; word < behind; ++word)
    if (!is_date_word(lines, word)) return false;
  return true;
}

bool is_more_label(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 40, longest_label = 6;
  static const WordSet joins("from on in about");
  if (line.words() < 4 || line.words() > longest || ends_stopped(lines.of(line)) ||
      lines.words[line.first].key != key_of("more") ||
      !joins.holds(lines.words[line.first + 1].key))
    return false;
  return behind_colon(lines, line, longest_label) < line.last;
}

bool disclaims_views(const Lines& lines, const Line& line) {
  static const WordSet opinions("views opinions"), own("own");
  constexpr std::size_t longest = 60, within = 12;
  if (line.words() > longest || reports_speech(lines, line)) return false;
  for (std::size_t word = line.first; word < line.last; ++word) {
    if (!opinions.holds(lines.words[word].key)) continue;
    const std::size_t stop = std::min(line.last, word + within);
    for (std::size_t at = word; at < stop; ++at)
      if (own.holds(lines.words[at].key) && at > word + 1) return !has_quote(lines.of(line));
  }
  return false;
}

bool reports_speech(const Lines& lines, const Line& line) {
  static const WordSet verbs(
      "said says told tells added adds stated insisted warned announced argued argues according");
  return has_quote(lines.of(line)) ||
         some_word(line, [&](std::size_t word) { return verbs.holds(lines.words[word].key); });
}

Persons persons_in(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 16, longest_name = 4;
  const std::u32string_view text = lines.of(line);
  if (line.words() < 2 || line.words() > longest || ends_stopped(text) || has_quote(text) ||
      has(text, U':') || has(text, U'|') || has_digit(lines, line))
    return {};
  const bool by = lines.words[line.first].key == key_of("by");
  const std::size_t begin = line.first + (by ? 1 : 0), end = job_begin(lines, line);
  Persons found;
  found.job = end < line.last;
  PersonName name{begin, begin};
  const auto close = [&](std::size_t next) {
    const bool fits = name.last - name.first >= 2 && name.last - name.first <= longest_name &&
                      may_be_name(lines, name.first) && may_be_name(lines, name.last - 1);
    if (fits) found.names.push_back(name);
    name = {next, next};
    return fits;
  };
  for (std::size_t word = begin; word < end; ++word) {
    const bool comma = word > begin && has(lines.gap(line, word), U',');
    const bool also =
        lines.words[word].key == key_of("and") || lines.words[word].key == key_of("in");
    if (comma && name.last > name.first && !close(word)) return {};
    if (also) {
      if (name.last > name.first && !close(word + 1)) return {};
      if (lines.words[word].key == key_of("in")) break;  // "NAME in PLACE"
      name = {word + 1, word + 1};
      continue;
    }
    if (!may_be_name(lines, word) && !is_joiner(lines.words[word].key)) return {};
    name.last = word + 1;
  }
  if (name.last > name.first && !close(name.last)) return {};
  return found;
}

}  // namespace entente::read

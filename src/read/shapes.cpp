// SPDX-License-Identifier: Apache-2.0
#include "read/shapes.h"

#include <algorithm>
#include <vector>

namespace entente::read {
namespace {

bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250) ||
         (c >= 0x1E00 && c < 0x1F00);
}

struct Scripts {
  std::size_t latin = 0;
  std::size_t other = 0;
};

Scripts scripts_of(std::u32string_view text) {
  Scripts found;
  for (char32_t c : text) {
    if (is_latin_letter(c))
      ++found.latin;
    else if (c >= 0x250 && is_letter_or_digit(c))
      ++found.other;
  }
  return found;
}

std::size_t digits_in(std::u32string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

// A licence line or a language's own name in a Latin page; a foreign sentence or quotation is left.
bool is_foreign_label(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 80;
  const std::u32string_view text = lines.of(line);
  if (text.size() > longest || has_quote(text) || ends_stopped(text)) return false;
  const Scripts scripts = scripts_of(text);
  return scripts.other > 0 && scripts.other > scripts.latin;
}

const WordSet& language_names() {
  static const WordSet words(
      "english deutsch français francais español espanol italiano português portugues русский "
      "українська العربية 中文 日本語 "
      "한국어 türkçe turkce polski nederlands svenska norsk dansk suomi magyar čeština slovenčina "
      "română български srpski "
      "српски hrvatski shqip ελληνικά עברית فارسی हिन्दी اردو বাংলা kiswahili bahasa indonesia "
      "melayu tiếng việt ไทย 简体 繁體 "
      "简 繁 体 體 日 本 語 中 文");
  return words;
}

bool is_language_list(const Lines& lines, const Line& line) {
  if (line.words() == 0 || line.words() > 60 || ends_stopped(lines.of(line))) return false;
  return std::all_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                     lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                     [](const Word& word) { return language_names().holds(word.key); });
}

bool separates_links(char32_t c) { return has(U"|\u00BB\u203A>\u2022\u00B7\u2192", c); }

// "Home | World | About us": short parts between bars. The first part of a page title is long; a
// row of a table has figures.
bool is_link_bar(const Lines& lines, const Line& line) {
  constexpr std::size_t longest_part = 4;
  if (line.words() > 60 || ends_stopped(lines.of(line)) || digits_in(lines.of(line)) > 0)
    return false;
  std::size_t bars = 0, part = 0;
  for (std::size_t word = line.first; word < line.last; ++word) {
    const std::u32string_view gap = lines.gap(line, word);
    const bool bar = word > line.first && std::any_of(gap.begin(), gap.end(), separates_links);
    bars += bar;
    part = bar ? 1 : part + 1;
    if (part > longest_part) return false;
  }
  return bars >= 2;
}

// Lengths of the runs of digits: {4, 3, 4} of a telephone, {4, 2, 2} of a date.
std::vector<std::size_t> digit_runs(std::u32string_view text) {
  std::vector<std::size_t> runs;
  bool inside = false;
  for (char32_t c : text) {
    if (is_digit(c) && !inside) runs.push_back(0);
    inside = is_digit(c);
    if (inside) ++runs.back();
  }
  return runs;
}

bool is_date_or_sum(std::u32string_view number) {
  const std::vector<std::size_t> runs = digit_runs(number);
  const std::vector<std::size_t> year_first = {4, 2, 2}, year_last = {2, 2, 4};
  return has(number, U',') || runs == year_first || runs == year_last;
}

// The line ends in a number of at least seven digits that belongs to a label: a telephone, a
// licence.
bool is_numbered_label(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 14;
  if (line.words() < 2 || line.words() > longest || ends_stopped(lines.of(line))) return false;
  std::size_t word = line.last;
  while (word > line.first && is_digit(lines.initial(word - 1))) --word;
  if (word == line.last || word == line.first) return false;
  const std::u32string_view number = lines.of(Span{lines.words[word].span.begin, line.span.end});
  const std::u32string_view before = lines.gap(line, word);
  const bool label =
      has(before, U':') || has(before, U'\uFF1A') || has(before, U'+') || has(before, U'#');
  static const WordSet numbering(
      "no nr number licence license permit registration issn isbn tel phone fax hotline call");
  if (!label && !numbering.holds(lines.words[word - 1].key)) return false;
  return digits_in(number) >= 7 && !is_date_or_sum(number);
}

// "Hotline: 116 117"; a hotline between two armies is news.
bool is_hotline(const Lines& lines, const Line& line) {
  if (line.words() < 2 || line.words() > 14 || !is_digit(lines.initial(line.last - 1)))
    return false;
  static const WordSet services("hotline helpline newsroom switchboard telephone phone tel");
  bool service = false, colon = false;
  for (std::size_t word = line.first; word < line.last; ++word) {
    if (is_month(lines.words[word].key)) return false;
    service = service || services.holds(lines.words[word].key);
    colon = colon || has(lines.gap(line, word), U':');
  }
  return service && colon;
}

// Nothing but an address of the web or of mail.
bool is_address(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  if (text.size() > 300 || std::any_of(text.begin(), text.end(), is_space)) return false;
  if (text.starts_with(U"http://") || text.starts_with(U"https://") || text.starts_with(U"www."))
    return true;
  const std::size_t at = text.find(U'@'), dot = text.rfind(U'.');
  return at != text.npos && at > 0 && dot != text.npos && dot > at && dot + 1 < text.size();
}

bool is_copyright(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  if (line.words() > 40 || has_quote(text)) return false;
  if (text.front() == U'\u00A9') return true;
  if (line.words() < 2) return false;
  const bool sign =
      has(text, U'\u00A9') || text.find(U"(c)") != text.npos || text.find(U"(C)") != text.npos;
  const bool word = lines.words[line.first].key == key_of("copyright");
  return (word && (sign || is_digit(lines.initial(line.first + 1)))) ||
         (sign && line.words() <= 12 && digits_in(text) >= 4);
}

// "3 hours ago", "Published 10:45 GMT, 3 March 2031", "5 min"
bool is_clock_line(const Lines& lines, const Line& line) {
  if (line.words() < 2 || line.words() > 16 || digits_in(lines.of(line)) == 0) return false;
  static const WordSet units(
      "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks h m "
      "d");
  static const WordSet labels(
      "published posted updated update modified last first on at edited created issued");
  static const WordSet times(
      "am pm gmt utc et est edt ct pt cet cest eet eest bst ist msk aest jst kst sgt a p o'clock");
  bool label = false, month = false, zone = false;
  std::size_t known = 0, names = 0;
  for (std::size_t word = line.first; word < line.last; ++word) {
    names += is_capital(lines.initial(word));
    const WordKey key = lines.words[word].key;
    label = label || (labels.holds(key) && key != key_of("on") && key != key_of("at") &&
                      key != key_of("last"));
    month = month || is_month(key);
    zone = zone || times.holds(key);
    known += labels.holds(key) || units.holds(key) || times.holds(key) || is_month(key) ||
             is_weekday(key) || is_digit(lines.initial(word)) || key == key_of("ago");
  }
  const bool ago = lines.words[line.last - 1].key == key_of("ago");
  constexpr std::size_t most_names = 4;  // a time zone, a place
  const bool opens = labels.holds(lines.words[line.first].key) && known >= 3;
  const std::size_t unknown = line.words() - known;
  const bool all_known = unknown == 0 || (opens && unknown <= most_names && names >= unknown &&
                                          !ends_stopped(lines.of(line)));
  const bool stamp = unknown == 0 && month && zone;  // "Sat 13 Sep 2031 18.40 BST"
  return all_known && (label || ago || stamp) && !has_quote(lines.of(line));
}

// "Follow the writer on a network: @handle"
bool invites_to_follow(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  if (line.words() > 50 || !has(text, U'@')) return false;
  return std::any_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                     lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                     [](const Word& word) { return word.key == key_of("follow"); });
}

// "ab/cd (Agency, Agency)": the initials of those who edited.
bool is_initials(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  const std::size_t end = std::min(text.find(U' '), text.size());
  const std::u32string_view head = text.substr(0, end);
  if (line.words() > 12 || !has(head, U'/') || (end < text.size() && text.back() != U')'))
    return false;
  if (end < text.size() && text[end + 1] != U'(') return false;
  std::size_t part = 0;
  for (char32_t c : head) {
    if (c != U'/' && !(c >= U'a' && c <= U'z')) return false;
    part = c == U'/' ? 0 : part + 1;
    if (part > 4) return false;
  }
  return head.front() != U'/' && head.back() != U'/';
}

// "list 2 of 3 Photos: ...", "list of 3 items": what a reader's voice says of a list of links.
bool is_list_item(const Lines& lines, const Line& line) {
  if (line.words() < 4 || line.words() > 40 || lines.words[line.first].key != key_of("list"))
    return false;
  const auto key = [&](std::size_t i) { return lines.words[line.first + i].key; };
  const auto number = [&](std::size_t i) { return is_digit(lines.initial(line.first + i)); };
  if (key(1) == key_of("of")) return number(2) && key(3) == key_of("items") && line.words() == 4;
  return number(1) && key(2) == key_of("of") && number(3);
}

// A line without letters: "___", "* * *"
bool is_rule(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  const std::u32string_view rules = U"_-=*#~.\u2022\u2013\u2014\u2015\u2500\u00B7";
  return line.words() == 0 && std::all_of(text.begin(), text.end(),
                                          [&](char32_t c) { return is_space(c) || has(rules, c); });
}

template <class Test>
bool all_words(const Line& line, Test test) {
  for (std::size_t word = line.first; word < line.last; ++word)
    if (!test(word)) return false;
  return true;
}

// "Facebook Tweet Email Link", "Share on Facebook"
bool is_share_bar(const Lines& lines, const Line& line) {
  static const WordSet places(
      "facebook twitter tweet linkedin whatsapp telegram reddit instagram youtube tiktok "
      "pinterest tumblr viber flipboard bluesky mastodon messenger snapchat threads vk");
  static const WordSet acts(
      "x share email e mail link links copy copied print save pin it post to on via with icon "
      "logo sms url more comment comments page profile follow us bookmark button");
  if (line.words() == 0 || line.words() > 30 || ends_stopped(lines.of(line))) return false;
  bool place = false;
  return all_words(line,
                   [&](std::size_t word) {
                     const WordKey key = lines.words[word].key;
                     place = place || places.holds(key);
                     return places.holds(key) || acts.holds(key) || is_digit(lines.initial(word));
                   }) &&
         place;
}

// "[logo.png]", "(BUTTON)", "IFRAME: ...": what a dump of a page shows where it cannot print.
bool is_placeholder(const Lines& lines, const Line& line) {
  if (line.words() == 0 || line.words() > 12 || ends_stopped(lines.of(line))) return false;
  static const WordSet files("png jpg jpeg gif svg webp mp4 ico bmp");
  static const WordSet parts("button iframe embed image submit search");
  const std::u32string_view text = lines.of(line);
  const bool bracketed = has(U"[(", text.front());
  const bool file =
      bracketed && has(U"])", text.back()) && files.holds(lines.words[line.last - 1].key);
  const std::u32string_view first = lines.of(lines.words[line.first].span);
  const bool capitals = std::all_of(first.begin(), first.end(), is_capital);
  return file || (bracketed && capitals && parts.holds(lines.words[line.first].key)) ||
         (capitals && first == U"IFRAME");
}

// "Image 1 of 4", "1 of 7 |", "[2/5]"
bool is_slide_count(const Lines& lines, const Line& line) {
  static const WordSet labels("image photo item slide page picture of");
  const std::u32string_view text = lines.of(line);
  if (line.words() < 2 || line.words() > 5 || ends_stopped(text)) return false;
  std::size_t numbers = 0;
  const bool known = all_words(line, [&](std::size_t word) {
    numbers += is_digit(lines.initial(word));
    return is_digit(lines.initial(word)) || labels.holds(lines.words[word].key);
  });
  const bool counted = has(text, U'/') ? line.words() == 2 && text.front() == U'[' : true;
  const bool of = std::any_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                              lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                              [](const Word& word) { return word.key == key_of("of"); });
  return known && numbers == 2 && counted && (of || has(text, U'/'));
}

// "0:00 / 2:04", "07:18": the time of a player. A clock alone may be the time of a live entry.
bool is_player_time(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  if (line.words() != 4 || !has(text, U'/')) return false;
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return is_digit(c) || is_space(c) || c == U':' || c == U'/';
  });
}

const WordSet& byline_words() {
  static const WordSet words(
      "by and in staff writer writers reporter reporters correspondent editor contributor bureau "
      "chief political diplomatic foreign senior special affairs analyst columnist agency agencies "
      "news desk world national security defence defense");
  return words;
}

}  // namespace

bool is_joiner(WordKey key) {
  static const WordSet words(
      "of for and the via de du des da do dos di del della von van der den zu la le al el bin ibn "
      "y e");
  return words.holds(key);
}

bool is_opener(WordKey key) {
  static const WordSet words(
      "the a an on in at after before as when while since until if although though because but and "
      "or so yet this that these "
      "those it its he his she her they their we our you your i my there here what who why how "
      "where which for from by with "
      "without during under over amid following according despite speaking asked pressed some many "
      "most more all both each "
      "every no not one two three several few last next earlier later meanwhile however still also "
      "only just now today "
      "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday to about "
      "against among between");
  return words.holds(key);
}

bool is_media_noun(WordKey key) {
  static const WordSet words(
      "images image photos photo pictures picture photography news agency press pool wire media "
      "service services archive "
      "archives times post courier herald ledger tribune journal gazette chronicle mail telegraph "
      "radio tv television "
      "broadcasting daily weekly newspaper magazine network handout contributor stringer staff "
      "office ministry file");
  return words.holds(key);
}

bool is_month(WordKey key) {
  static const WordSet words(
      "january february march april may june july august september october november december jan "
      "feb mar apr jun jul aug sep "
      "sept oct nov dec");
  return words.holds(key);
}

bool is_weekday(WordKey key) {
  static const WordSet words(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
      "fri sat sun");
  return words.holds(key);
}

bool is_namelike(const Lines& lines, std::size_t word) {
  return is_capital(lines.initial(word)) || is_joiner(lines.words[word].key);
}

bool is_latin(std::u32string_view text) {
  const Scripts scripts = scripts_of(text);
  return scripts.latin > scripts.other;
}

bool is_author_note(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 60, name_words = 5, profession_within = 14;
  if (line.words() > longest || line.words() < 5 || is_quote(lines.of(line).front()) ||
      !is_capital(lines.initial(line.first)))
    return false;
  static const WordSet covers("covers writes reports edits teaches lectures blogs");
  static const WordSet fields("for on about from the at");
  static const WordSet professions(
      "correspondent reporter journalist editor columnist contributor writer fellow author "
      "professor researcher lecturer analyst scholar historian novelist");
  std::size_t verb = line.first + 1;
  while (verb < line.last && verb < line.first + name_words && is_capital(lines.initial(verb)))
    ++verb;
  if (verb + 1 >= line.last || verb < line.first + 2) return false;
  const bool at_work =
      covers.holds(lines.words[verb].key) &&
      (fields.holds(lines.words[verb + 1].key) || lines.words[verb].key == key_of("covers") ||
       lines.words[verb].key == key_of("teaches"));
  if (at_work) return !has_quote(lines.of(line));
  if (lines.words[verb].key != key_of("is")) return false;
  static const WordSet articles("a an the our");
  if (!articles.holds(lines.words[verb + 1].key)) return false;
  for (std::size_t word = verb; word < line.last && word < line.first + profession_within; ++word)
    if (professions.holds(lines.words[word].key)) return true;
  return false;
}

bool is_byline(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 18;
  if (line.words() < 2 || line.words() > longest || lines.words[line.first].key != key_of("by"))
    return false;
  if (ends_stopped(lines.of(line)) || !is_capital(lines.initial(line.first + 1))) return false;
  if (is_weekday(lines.words[line.first + 1].key) || is_month(lines.words[line.first + 1].key))
    return false;
  for (std::size_t word = line.first; word < line.last; ++word)
    if (!is_namelike(lines, word) && !byline_words().holds(lines.words[word].key) &&
        !is_digit(lines.initial(word)))
      return false;
  return true;
}

bool is_place_byline(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 10;
  if (line.words() < 4 || line.words() > longest || ends_stopped(lines.of(line)) ||
      has_quote(lines.of(line)))
    return false;
  std::size_t in = line.first;
  while (in < line.last && lines.words[in].key != key_of("in")) ++in;
  if (in < line.first + 2 || in + 1 >= line.last) return false;
  for (std::size_t word = line.first; word < line.last; ++word)
    if (word != in && !(is_capital(lines.initial(word)) && !is_opener(lines.words[word].key)) &&
        !is_joiner(lines.words[word].key) && lines.words[word].key != key_of("in"))
      return false;
  return true;
}

bool is_kicker(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 8;
  static const WordSet sections(
      "news world politics opinion analysis features feature explainer international diplomacy "
      "exclusive live interview europe asia africa americas global economy conflict security");
  if (line.words() < 2 || line.words() > longest || ends_stopped(lines.of(line)) ||
      has_quote(lines.of(line)))
    return false;
  for (std::size_t word = line.first + 1; word < line.last; ++word)
    if (has(lines.gap(line, word), U'|') || has(lines.gap(line, word), U'>'))
      return word == line.first + 1 && sections.holds(lines.words[line.first].key);
  return false;
}

bool is_issue_line(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 20;
  static const WordSet kinds("newsletter bulletin digest");
  static const WordSet periods(
      "daily weekly biweekly fortnightly monthly quarterly morning evening issue edition volume "
      "vol");
  if (line.words() < 3 || line.words() > longest || ends_stopped(lines.of(line)) ||
      has_quote(lines.of(line)))
    return false;
  bool kind = false, period = false;
  for (std::size_t word = line.first; word < line.last; ++word) {
    kind = kind || kinds.holds(lines.words[word].key);
    period = period || periods.holds(lines.words[word].key);
  }
  return kind && period;
}

bool is_all_capitals(const Lines& lines, const Line& line) {
  const std::u32string_view text = lines.of(line);
  return line.words() > 0 && std::all_of(text.begin(), text.end(), [](char32_t c) {
           return is_capital(c) || !is_letter_or_digit(c) || is_digit(c);
         });
}

bool names_owner(const Lines& lines, const Line& line) { return is_copyright(lines, line); }

std::optional<NoiseKind> shape_hit(const Lines& lines, const Line& line, bool latin_document) {
  if (is_rule(lines, line)) return NoiseKind::boilerplate;
  if (is_language_list(lines, line) || is_link_bar(lines, line) || is_list_item(lines, line) ||
      is_share_bar(lines, line) || is_placeholder(lines, line) || is_slide_count(lines, line) ||
      is_player_time(lines, line))
    return NoiseKind::menu;
  if (latin_document && is_foreign_label(lines, line)) return NoiseKind::boilerplate;
  if (is_numbered_label(lines, line) || is_hotline(lines, line) || is_address(lines, line))
    return NoiseKind::boilerplate;
  if (is_copyright(lines, line) || is_clock_line(lines, line) || invites_to_follow(lines, line))
    return NoiseKind::boilerplate;
  if (is_initials(lines, line) || is_byline(lines, line)) return NoiseKind::credit;
  return std::nullopt;
}

}  // namespace entente::read

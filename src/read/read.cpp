// SPDX-License-Identifier: Apache-2.0
#include "read/read.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "read/decode.h"
#include "read/html.h"
#include "read/language.h"
#include "read/metadata.h"
#include "read/noise.h"
#include "read/outline.h"
#include "read/shapes.h"

namespace entente::read {
namespace {

bool has_html_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
}

bool is_page(const std::string& name, std::u32string_view text) {
  return looks_like_html(text) || (has_html_name(name) && has(text, U'<'));
}

struct Content {
  std::u32string text;
  Marks marks;
  Metadata says;
};

Result<Content> read_page(std::u32string_view html, const std::string& name) {
  auto page = read_html(html, name);
  if (!page) return tl::unexpected(page.error());
  if (page->text.empty())
    return fail(
        FailureKind::bad_input, fmt::format("'{}' is a page without text", name),
        "Save the page after it has been shown in full, or copy its text into a plain text file");
  const Lines lines = cut_lines(page->text);
  Content content{
      {}, mark_lines(lines, std::move(page->marks), Headings::given), std::move(page->says)};
  Metadata first = read_first_lines(lines);
  first.outlet.clear();  // a page names its outlet in its head
  content.says.fill_from(first);
  content.says.language = language_of(language_tag(content.says.language), lines);
  content.text = std::move(page->text);
  return content;
}

bool is_noise(const Marks& marks, Span span) {
  const auto noise = std::partition_point(marks.noise.begin(), marks.noise.end(),
                                          [&](const Noise& n) { return n.span.end <= span.begin; });
  return noise != marks.noise.end() && noise->span.meets(span);
}

// "2:09 p.m. EDT" tells no title.
bool is_clock(const Lines& lines, const Line& line) {
  constexpr std::size_t longest_zone = 4;
  bool digits = false;
  for (std::size_t word = line.first; word < line.last; ++word) {
    digits = digits || is_digit(lines.initial(word));
    if (!is_digit(lines.initial(word)) && lines.words[word].span.size() > longest_zone)
      return false;
  }
  return digits;
}

// Over a byline, a date or other noise, and no sentence: the title, though nothing sets it apart.
bool stands_as_title(const Lines& lines, std::size_t at, const Marks& marks) {
  constexpr std::size_t shortest = 4, longest = 25;
  const Line& line = lines.lines[at];
  return line.words() >= shortest && line.words() <= longest && !ends_stopped(lines.of(line)) &&
         at + 1 < lines.lines.size() && is_noise(marks, lines.lines[at + 1].span);
}

std::string title_of(const Lines& lines, const Marks& marks) {
  for (std::size_t at = 0; at < lines.lines.size(); ++at) {
    const Line& line = lines.lines[at];
    if (is_noise(marks, line.span)) continue;
    const bool heading = !marks.headings.empty() && marks.headings.front() == line.span;
    const bool title = heading || stands_as_title(lines, at, marks);
    return title && !is_clock(lines, line) ? to_utf8(lines.of(line)) : "";
  }
  return "";
}

Content read_plain(std::u32string text) {
  const Lines lines = cut_lines(text);
  Header header = read_header(lines);
  Marks known;
  if (!header.span.empty()) known.noise.push_back({header.span, NoiseKind::boilerplate});
  Content content{{}, mark_lines(lines, std::move(known), Headings::guess), std::move(header.says)};
  content.says.fill_from(read_first_lines(lines));
  if (content.says.title.empty()) content.says.title = title_of(lines, content.marks);
  content.says.language = language_of(language_tag(content.says.language), lines);
  content.text = std::move(text);
  return content;
}

DocumentCard card_of(const Content& content, const std::string& name, std::string_view bytes,
                     const Given& given) {
  DocumentCard card;
  card.name = name;
  card.title = given.title.empty() ? content.says.title : given.title;
  card.outlet = given.outlet.empty() ? content.says.outlet : given.outlet;
  card.language = given.language.empty() ? content.says.language : given.language;
  card.date = given.date ? given.date : content.says.date;
  card.sha256 = sha256_hex(to_utf8(content.text));
  card.file_sha256 = sha256_hex(bytes);
  card.size = content.text.size();
  return card;
}

}  // namespace

Result<Document> read_bytes(std::string_view bytes, const std::string& given_name,
                            const Given& given) {
  const std::string name = printable(given_name);
  if (bytes.size() > most_bytes) return tl::unexpected(too_large(name, most_bytes));
  auto text = decode(bytes, name);
  if (!text) return tl::unexpected(text.error());
  auto content = is_page(name, *text) ? read_page(*text, name) : read_plain(std::move(*text));
  if (!content) return tl::unexpected(content.error());
  Document document;
  document.card = card_of(*content, name, bytes, given);
  document.text = std::move(content->text);
  document.noise = std::move(content->marks.noise);
  document.headings = std::move(content->marks.headings);
  return document;
}

Result<Document> read_file(const std::filesystem::path& path, const Given& given) {
  const auto bytes = read_regular(path, most_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto document = read_bytes(*bytes, path.string(), given);
  if (document) document->card.name = printable(path.filename().string());
  return document;
}

}  // namespace entente::read

// SPDX-License-Identifier: Apache-2.0
#include "store/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace entente::store {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::size_t parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Broken(fmt::format("no number: '{}'", text));
  return number;
}

std::string span_text(Span span) { return fmt::format("{}-{}", span.begin, span.end); }

Span parse_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == text.npos) throw Broken(fmt::format("no span: '{}'", text));
  const Span span{parse_number(text.substr(0, dash)), parse_number(text.substr(dash + 1))};
  if (span.begin > span.end)
    throw Broken(fmt::format("a span that ends before it begins: '{}'", text));
  return span;
}

// "12-40 word": the two parts.
std::pair<std::string_view, std::string_view> span_and_word(std::string_view text) {
  const std::size_t space = std::min(text.find(' '), text.size());
  return {text.substr(0, space), text.substr(std::min(space + 1, text.size()))};
}

Noise parse_one_noise(std::string_view text) {
  const auto [span, word] = span_and_word(text);
  const auto kind = from_word<NoiseKind>(word);
  if (!kind) throw Broken(fmt::format("no kind of noise: '{}'", text));
  return {parse_span(span), *kind};
}

Loaded parse_one_loaded(std::string_view text) {
  const auto [span, word] = span_and_word(text);
  const auto colour = from_word<Colour>(word);
  if (!colour) throw Broken(fmt::format("no colour of a word: '{}'", text));
  return {parse_span(span), *colour};
}

void escape_line(std::string& out, char c) {
  if (c == '\\')
    out += "\\\\";
  else if (c == '\n')
    out += "\\n";
  else
    out += c;
}

char unescape(char c) {
  if (c == 'n') return '\n';
  if (c == '\\') return '\\';
  throw Broken("an unknown escape in a list");
}

}  // namespace

std::string spans_text(const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) out += (out.empty() ? "" : ";") + span_text(span);
  return out;
}

std::vector<Span> parse_spans(std::string_view text) {
  std::vector<Span> spans;
  if (text.empty()) return spans;
  spans.reserve(1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ';')));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    spans.push_back(parse_span(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return spans;
}

std::string noise_text(const std::vector<Noise>& noise) {
  std::string out;
  for (const Noise& one : noise)
    out += fmt::format("{}{} {}", out.empty() ? "" : ";", span_text(one.span), word_of(one.kind));
  return out;
}

std::vector<Noise> parse_noise(std::string_view text) {
  std::vector<Noise> noise;
  for (std::string_view part : split(text, ';')) noise.push_back(parse_one_noise(part));
  return noise;
}

std::string loaded_text(const std::vector<Loaded>& loaded) {
  std::string out;
  for (const Loaded& one : loaded)
    out += fmt::format("{}{} {}", out.empty() ? "" : ";", span_text(one.span), word_of(one.colour));
  return out;
}

std::vector<Loaded> parse_loaded(std::string_view text) {
  std::vector<Loaded> loaded;
  for (std::string_view part : split(text, ';')) loaded.push_back(parse_one_loaded(part));
  return loaded;
}

std::string lines_text(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    for (char c : item) escape_line(out, c);
    out += '\n';
  }
  return out;
}

std::vector<std::string> parse_lines(std::string_view text) {
  if (!text.empty() && text.back() != '\n') throw Broken("a list without its last line end");
  std::vector<std::string> items;
  std::string item;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      items.push_back(std::move(item));
      item.clear();
    } else if (text[at] == '\\') {
      item += unescape(text[++at]);  // there is one more: the list ends with a line end
    } else {
      item += text[at];
    }
  }
  return items;
}

bool replace_nul(std::string& utf8) {
  if (utf8.find('\0') == utf8.npos) return false;
  std::string out;
  for (char c : utf8) c == '\0' ? out += "\xEF\xBF\xBD" : out += c;
  utf8 = std::move(out);
  return true;
}

}  // namespace entente::store

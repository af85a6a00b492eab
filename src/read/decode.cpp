// SPDX-License-Identifier: Apache-2.0
#include "read/decode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace entente::read {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr Magic magics[] = {
    {"%PDF-"sv, "a PDF"},
    {"\x89PNG"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"PK\x03\x04"sv, "a ZIP archive (as .docx, .odt and .epub files are)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word, Excel or PowerPoint file"},
    {"{\\rtf"sv, "an RTF file"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"MZ\x90\x00"sv, "a program"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"BZh"sv, "a bzip2 archive"},
    {"\xFD"
     "7zXZ\x00"sv,
     "an xz archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"Rar!\x1A"sv, "a RAR archive"},
    {"SQLite format 3\x00"sv, "a database"},
    {"OggS"sv, "a sound file"},
    {"ID3\x03"sv, "a sound file"},
    {"ID3\x04"sv, "a sound file"},
    {"RIFF"sv, "a sound, video or image file"},
};

auto not_text(const std::string& name, std::string_view what) {
  return fail(FailureKind::bad_input, fmt::format("'{}' is {}, not text", name, what),
              "Save the article as plain text or HTML and add that file");
}

// Windows-1252 from 0x80 on; the five bytes that it leaves open stay control characters, as
// browsers have it.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::u32string from_windows_1252(std::string_view bytes) {
  std::u32string text(bytes.size(), U' ');
  std::transform(bytes.begin(), bytes.end(), text.begin(), [](char c) -> char32_t {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80u] : byte;
  });
  return text;
}

enum class Order { little, big };

std::u32string from_utf16(std::string_view bytes, Order order) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[at]),
               b = static_cast<unsigned char>(bytes[at + 1]);
    return order == Order::little ? static_cast<char32_t>(a | (b << 8))
                                  : static_cast<char32_t>((a << 8) | b);
  };
  constexpr char32_t replacement = 0xFFFD;
  std::u32string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      text.push_back(high);
      continue;
    }
    const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
    const bool pair = high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF;
    text.push_back(pair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : replacement);
    if (pair) at += 2;
  }
  if (bytes.size() % 2) text.push_back(replacement);
  return text;
}

// Text in Latin letters has a zero in every second byte.
std::optional<Order> utf16_without_mark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  const std::size_t pairs = head.size() / 2;
  if (pairs < 2 || bytes.size() % 2) return std::nullopt;
  if (zeros[1] * 10 >= pairs * 6 && zeros[0] * 20 <= pairs) return Order::little;
  if (zeros[0] * 10 >= pairs * 6 && zeros[1] * 20 <= pairs) return Order::big;
  return std::nullopt;
}

// UTF-8 with a few broken bytes (a file cut off, a bad copy) and not another one-byte set: whole
// sequences outnumber them.
bool is_nearly_utf8(std::string_view bytes, std::u32string_view text) {
  const auto broken =
      static_cast<std::size_t>(std::count(text.begin(), text.end(), char32_t{0xFFFD}));
  const auto whole = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x80 && c != 0xFFFD; }));
  return broken == 0 || (whole > 4 * broken && broken * 100 < bytes.size()) || is_utf8(bytes);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// charset=... in a meta element or XML declaration within the first kilobytes.
std::optional<std::string> declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(), lower);
  if (head.find('<') == head.npos) return std::nullopt;
  std::size_t at = std::min(head.find("charset="), head.find("encoding="));
  if (at == head.npos) return std::nullopt;
  at = head.find('=', at) + 1;
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  const std::size_t end = head.find_first_of("\"'> ;/?", at);
  const std::string charset = head.substr(at, std::min(end, at + 40) - at);
  return charset.empty() ? std::nullopt : std::optional{charset};
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Only sets that hold ASCII as it is: the declaration itself could be read, and no page can hide
// its markup from the scan.
std::optional<std::u32string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &error));
  if (U_FAILURE(error)) return std::nullopt;
  const UConverterType type = ucnv_getType(converter.get());
  const bool plain = type == UCNV_SBCS || type == UCNV_MBCS || type == UCNV_DBCS ||
                     type == UCNV_LATIN_1 || type == UCNV_US_ASCII;
  const icu::UnicodeString probe("<a>", 3, converter.get(), error);
  if (!plain || U_FAILURE(error) || probe != icu::UnicodeString("<a>", 3, US_INV))
    return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), error);
  if (U_FAILURE(error)) return std::nullopt;
  std::u32string out(static_cast<std::size_t>(text.countChar32()), U' ');
  text.toUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()),
               error);
  return U_FAILURE(error) ? std::nullopt : std::optional{out};
}

std::u32string decode_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return from_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), Order::little);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Order::big);
  if (const auto order = utf16_without_mark(bytes)) return from_utf16(bytes, *order);
  std::u32string text = from_utf8(bytes);
  if (is_nearly_utf8(bytes, text)) return text;
  if (const auto charset = declared_charset(bytes);
      charset && *charset != "utf-8" && *charset != "utf8")
    if (auto converted = convert(bytes, *charset)) return std::move(*converted);
  return from_windows_1252(bytes);
}

bool is_control(char32_t c) {
  const bool white = (c >= 0x08 && c <= 0x0D) || c == 0x1B || c == 0x1A || c == 0x85;
  return (c < 0x20 || (c >= 0x7F && c < 0xA0)) && !white;
}

// Text has next to no control characters; a few are forgiven to a bad copy.
bool is_binary(std::u32string_view text) {
  const auto controls = static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char32_t c) { return is_control(c) || c == 0xFFFD; }));
  return controls * 50 > text.size() && controls > 2;
}

bool is_blank(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return c <= 0x20 || c == 0xA0 || c == 0xFEFF || c == 0x3000;
  });
}

}  // namespace

Result<std::u32string> decode(std::string_view bytes, const std::string& name) {
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.bytes)) return not_text(name, magic.what);
  std::u32string text = decode_bytes(bytes);
  if (is_binary(text)) return not_text(name, "a binary file");
  if (is_blank(text))
    return fail(FailureKind::bad_input, fmt::format("'{}' is empty", name),
                "Add a file that holds an article or a transcript");
  std::replace(text.begin(), text.end(), U'\0', char32_t{0xFFFD});
  return text;
}

bool looks_like_html(std::u32string_view text) {
  constexpr std::size_t enough = 1024;
  std::string head;
  for (char32_t c : text.substr(0, enough)) head += c < 0x80 ? lower(static_cast<char>(c)) : '?';
  const std::size_t start = head.find_first_not_of(" \t\r\n\f?");
  if (start == head.npos || head[start] != '<') return false;
  const std::string_view from = std::string_view(head).substr(start);
  for (std::string_view mark :
       {"<!doctype html", "<html", "<head",    "<body",  "<!--", "<?xml", "<meta",
        "<title",         "<div",  "<article", "<main",  "<p>",  "<p ",   "<h1",
        "<script",        "<link", "<section", "<table", "<ul",  "<span"})
    if (from.starts_with(mark)) return true;
  return false;
}

}  // namespace entente::read

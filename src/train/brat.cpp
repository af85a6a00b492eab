// SPDX-License-Identifier: Apache-2.0
#include "train/brat.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "base/file.h"
#include "base/utf8.h"

namespace entente::train {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{64} << 20;

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(by, at), line.size());
    if (end > at) parts.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::optional<std::size_t> number_of(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

// "Content 10 15;17 20"
std::optional<std::vector<Span>> spans_of(std::string_view field, std::size_t text_size) {
  const std::size_t space = field.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::vector<Span> spans;
  for (std::string_view piece : split(field.substr(space + 1), ';')) {
    const auto ends = split(piece, ' ');
    if (ends.size() != 2) return std::nullopt;
    const auto begin = number_of(ends[0]), end = number_of(ends[1]);
    if (!begin || !end || *begin >= *end || *end > text_size) return std::nullopt;
    spans.push_back({*begin, *end});
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

using Marks = std::map<std::string, std::vector<Span>, std::less<>>;

// False: the role names a mark that is not there.
bool add_role(std::string_view role, const Marks& marks, Attribution& out) {
  const std::size_t colon = std::min(role.find(':'), role.size());
  std::string_view name = role.substr(0, colon);
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  std::vector<Span>* spans = name == "Source"    ? &out.source
                             : name == "Cue"     ? &out.cue
                             : name == "Content" ? &out.content
                                                 : nullptr;
  if (spans == nullptr) return true;
  const auto mark = colon < role.size() ? marks.find(role.substr(colon + 1)) : marks.end();
  if (mark == marks.end()) return false;
  spans->insert(spans->end(), mark->second.begin(), mark->second.end());
  return true;
}

void sort_out(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

Result<Attribution> attribution_of(std::string_view event, const Marks& marks) {
  Attribution out;
  for (std::string_view role : split(event, ' '))
    if (!add_role(role, marks, out))
      return fail(FailureKind::bad_input, "there is no mark for the role " + printable(role),
                  "Give each Source, Cue and Content of an event a T line");
  sort_out(out.source);
  sort_out(out.cue);
  sort_out(out.content);
  return out;
}

// "b_00ff" -> "b"
std::string without_annotator(const std::string& stem) {
  constexpr std::size_t digits = 4;
  const std::size_t bar = stem.rfind('_');
  const bool is_annotator =
      bar != std::string::npos && stem.size() - bar == digits + 1 &&
      stem.find_first_not_of("0123456789abcdef", bar + 1) == std::string::npos;
  return is_annotator ? stem.substr(0, bar) : stem;
}

// By path, so that equal names in two folders are two files.
struct Folder {
  std::set<fs::path> texts, marks;
};

Result<Folder> list(const fs::path& folder) {
  Folder out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".txt") out.texts.insert(at->path());
    if (at->path().extension() == ".ann") out.marks.insert(at->path());
  }
  if (error) return tl::unexpected(failure_of(error.value(), folder));
  return out;
}

using Pairs = std::map<fs::path, fs::path>;  // text -> its marks

// Both in one folder. Of several annotators the first is taken; what is paired leaves `folder`.
Pairs neighbours(Folder& folder) {
  Pairs out;
  std::erase_if(folder.marks, [&](const fs::path& marks) {
    const std::string stem = marks.stem().string();
    for (const std::string& name : {stem, without_annotator(stem)})
      if (const fs::path text = marks.parent_path() / (name + ".txt");
          folder.texts.contains(text)) {
        out.emplace(text, marks);
        return true;
      }
    return false;
  });
  std::erase_if(folder.texts, [&](const fs::path& text) { return out.contains(text); });
  return out;
}

auto two_meant(const fs::path& one, const fs::path& other, const fs::path& of) {
  return fail(FailureKind::bad_input,
              quoted(one) + " and " + quoted(other) + " could both go with " + quoted(of),
              "Put each text and its marks into one folder");
}

// Texts in one folder, marks in another.
Result<Pairs> afar(const Folder& folder) {
  std::map<std::string, fs::path> texts;
  std::map<std::string, fs::path> twice;
  for (const fs::path& text : folder.texts)
    if (const auto name = text.stem().string(); !texts.emplace(name, text).second)
      twice.emplace(name, text);
  Pairs out;
  for (const fs::path& marks : folder.marks) {
    const std::string stem = marks.stem().string();
    const std::string name = texts.contains(stem) ? stem : without_annotator(stem);
    const auto text = texts.find(name);
    if (text == texts.end()) continue;
    if (const auto other = twice.find(name); other != twice.end())
      return two_meant(text->second, other->second, marks);
    const auto [pair, first] = out.emplace(text->second, marks);
    if (!first && pair->second.parent_path() != marks.parent_path())
      return two_meant(pair->second, marks, text->second);
  }
  return out;
}

Result<Marked> read_pair(const fs::path& text, const fs::path& marks) {
  const auto words = read_regular(text, largest_file);
  if (!words) return tl::unexpected(words.error());
  const auto lines = read_regular(marks, largest_file);
  if (!lines) return tl::unexpected(lines.error());
  Marked out{text.stem().string(), from_utf8(*words), {}};
  auto attributions = read_brat(*lines, out.text.size());
  if (!attributions)
    return fail(FailureKind::bad_input, quoted(marks) + ": " + attributions.error().what,
                attributions.error().cure);
  out.attributions = std::move(*attributions);
  return out;
}

}  // namespace

Result<std::vector<Attribution>> read_brat(std::string_view bytes, std::size_t text_size) {
  Marks marks;
  std::vector<std::string_view> events;
  for (std::string_view line : split(bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto fields = split(line, '\t');
    if (fields.size() < 2) continue;
    if (line.front() == 'T' && number_of(fields[0].substr(1))) {
      auto spans = spans_of(fields[1], text_size);
      if (!spans)
        return fail(FailureKind::bad_input,
                    fmt::format("mark {} has no offsets within the text", printable(fields[0])),
                    "Give offsets in code points, as brat does");
      marks.emplace(fields[0], std::move(*spans));
    } else if (line.front() == 'E' && number_of(fields[0].substr(1))) {
      events.push_back(fields[1]);
    }
  }
  std::vector<Attribution> out;
  for (std::string_view event : events) {
    auto one = attribution_of(event, marks);
    if (!one) return tl::unexpected(one.error());
    out.push_back(std::move(*one));
  }
  std::erase_if(out, [](const Attribution& one) { return one.content.empty(); });
  return out;
}

Result<std::vector<Marked>> read_folder(const fs::path& folder) {
  auto listed = list(folder);
  if (!listed) return tl::unexpected(listed.error());
  Pairs pairs = neighbours(*listed);
  auto others = afar(*listed);
  if (!others) return tl::unexpected(others.error());
  pairs.merge(*others);
  std::vector<Marked> out;
  for (const auto& [text, marks] : pairs) {
    auto pair = read_pair(text, marks);
    if (!pair) return tl::unexpected(pair.error());
    out.push_back(std::move(*pair));
  }
  if (out.empty())
    return fail(FailureKind::missing, "there are no marked texts in " + quoted(folder),
                "Name a folder with pairs of NAME.txt and NAME.ann");
  return out;
}

}  // namespace entente::train

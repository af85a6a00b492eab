// SPDX-License-Identifier: Apache-2.0
#include "train/brat.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

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

void add_role(std::string_view role, const Marks& marks, Attribution& out) {
  const std::size_t colon = role.find(':');
  if (colon == std::string_view::npos) return;
  const auto mark = marks.find(role.substr(colon + 1));
  if (mark == marks.end()) return;
  std::string_view name = role.substr(0, colon);
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  std::vector<Span>* spans = name == "Source"    ? &out.source
                             : name == "Cue"     ? &out.cue
                             : name == "Content" ? &out.content
                                                 : nullptr;
  if (spans != nullptr) spans->insert(spans->end(), mark->second.begin(), mark->second.end());
}

void sort_out(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

Attribution attribution_of(std::string_view event, const Marks& marks) {
  Attribution out;
  for (std::string_view role : split(event, ' ')) add_role(role, marks, out);
  sort_out(out.source);
  sort_out(out.cue);
  sort_out(out.content);
  return out;
}

bool is_marks_file(const std::string& file, const std::string& name) {
  if (file == name) return true;
  return file.size() == name.size() + 5 && file.starts_with(name) && file[name.size()] == '_' &&
         file.find_first_not_of("0123456789abcdef", name.size() + 1) == std::string::npos;
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
  for (std::string_view event : events) out.push_back(attribution_of(event, marks));
  std::erase_if(out, [](const Attribution& one) { return one.content.empty(); });
  return out;
}

Result<std::vector<Marked>> read_folder(const fs::path& folder) {
  std::map<std::string, fs::path> texts, marks;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".txt") texts.emplace(at->path().stem().string(), at->path());
    if (at->path().extension() == ".ann") marks.emplace(at->path().stem().string(), at->path());
  }
  if (error) return tl::unexpected(failure_of(error.value(), folder));
  std::vector<Marked> out;
  for (const auto& [name, path] : texts) {
    auto first = marks.lower_bound(name);
    while (first != marks.end() && first->first.starts_with(name) &&
           !is_marks_file(first->first, name))
      ++first;
    if (first == marks.end() || !is_marks_file(first->first, name)) continue;
    auto pair = read_pair(path, first->second);
    if (!pair) return tl::unexpected(pair.error());
    out.push_back(std::move(*pair));
  }
  if (out.empty())
    return fail(FailureKind::missing, "there are no marked texts in " + quoted(folder),
                "Name a folder with pairs of NAME.txt and NAME.ann");
  return out;
}

}  // namespace entente::train

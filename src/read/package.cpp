// SPDX-License-Identifier: Apache-2.0
#include "read/package.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/file.h"

namespace entente::read {
namespace {

constexpr std::size_t longest_shown = 80;   // of a line that is refused
constexpr std::size_t most_ids_named = 12;  // of the issues or options that there are

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
  const bool in_marks = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                        text.back() == text.front();
  return in_marks ? text.substr(1, text.size() - 2) : text;
}

template <class Items>
const typename Items::value_type* known_as(const Items& items, std::string_view name) {
  const std::string wanted = folded(name);
  const auto exact =
      std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == name; });
  const auto near = std::find_if(items.begin(), items.end(), [&](const auto& one) {
    return folded(one.id) == wanted || folded(one.label) == wanted;
  });
  return exact != items.end() ? &*exact : near != items.end() ? &*near : nullptr;
}

template <class Items>
std::string all_ids(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& one : items)
    if (ids.size() < most_ids_named) ids.push_back(one.id);
  const std::size_t more = items.size() - ids.size();
  return fmt::format("{}{}", fmt::join(ids, ", "),
                     more > 0 ? fmt::format(" and {} more", more) : "");
}

struct NamedIssue {
  const Issue* issue = nullptr;
  std::string_view value;  // what stands behind its colon
};

// One line of a package.
class PackageLine {
 public:
  PackageLine(std::string_view line, const Codebook& codebook)
      : line_(stripped(line)), codebook_(codebook) {
    if (line_.starts_with("- ")) line_ = stripped(line_.substr(2));
  }

  // The first colon behind an issue's name: a name may hold one itself.
  std::optional<NamedIssue> named() const {
    for (std::size_t at = line_.find(':'); at != line_.npos; at = line_.find(':', at + 1))
      if (const Issue* found = known_as(codebook_.issues, stripped(line_.substr(0, at))))
        return NamedIssue{found, line_.substr(at + 1)};
    return std::nullopt;
  }

  Result<Clause> clause(std::uint32_t number, const std::string& place) const {
    const auto found = named();
    if (!found)
      return refused(place, "is no \"issue: option\" of the codebook",
                     "Issues are: " + all_ids(codebook_.issues));
    const std::vector<Option>& options = found->issue->options;
    if (options.empty()) return refused(place, "is on an issue without options", "Leave it out");
    const auto [low, high] = range(found->value, options);
    if (!low || !high)
      return refused(place, "names no option of its issue", "Options are: " + all_ids(options));
    Clause out;
    out.id = {number};
    out.issue = found->issue->id;
    out.option = OptionRange{low->id, high->id};
    out.words = std::string(line_);
    return out;
  }

 private:
  static std::pair<const Option*, const Option*> range(std::string_view value,
                                                       const std::vector<Option>& options) {
    value = stripped(value.substr(0, value.find(" #")));
    const std::size_t dots = value.find("..");
    const auto option = [&](std::string_view name) { return known_as(options, stripped(name)); };
    if (dots == value.npos) return {option(value), option(value)};
    return {option(value.substr(0, dots)), option(value.substr(dots + 2))};
  }

  tl::unexpected<Failure> refused(const std::string& place, const char* why,
                                  std::string cure) const {
    return fail(FailureKind::bad_input,
                fmt::format("{}: '{}' {}", place, printable(line_.substr(0, longest_shown)), why),
                std::move(cure));
  }

  std::string_view line_;
  const Codebook& codebook_;
};

// Those that say something, with their numbers from 1.
std::vector<std::pair<std::size_t, std::string_view>> lines_of(std::string_view text) {
  std::vector<std::pair<std::size_t, std::string_view>> out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = stripped(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && !line.starts_with('#') && line != "---") out.emplace_back(number, line);
  }
  return out;
}

}  // namespace

bool is_package(std::string_view text, const Codebook& codebook) {
  const auto lines = lines_of(text);
  return !lines.empty() && PackageLine(lines.front().second, codebook).named();
}

Result<std::vector<Clause>> read_package(std::string_view text, const Codebook& codebook,
                                         const std::string& name) {
  std::vector<Clause> out;
  for (const auto& [number, line] : lines_of(text)) {
    auto clause =
        PackageLine(line, codebook)
            .clause(static_cast<std::uint32_t>(out.size() + 1), fmt::format("{}:{}", name, number));
    if (!clause) return tl::unexpected(std::move(clause.error()));
    out.push_back(std::move(*clause));
  }
  return out;
}

}  // namespace entente::read

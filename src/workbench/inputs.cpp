// SPDX-License-Identifier: Apache-2.0
#include "workbench/inputs.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/file.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// "talks.entente-wal" belongs to "talks.entente".
bool of_the_case(const fs::path& path, const fs::path& case_file) {
  std::error_code ignored;
  const std::string name = path.filename().string(), own = case_file.filename().string();
  return name.starts_with(own) && (name.size() == own.size() || name[own.size()] == '-') &&
         fs::equivalent(path.parent_path(), fs::absolute(case_file).parent_path(), ignored);
}

std::string kind_of(const fs::path& path) {
  std::error_code error;
  switch (fs::status(path, error).type()) {
    case fs::file_type::regular:
      return "not named as text or HTML";
    case fs::file_type::directory:
      return "a folder: give it by its own name";
    case fs::file_type::not_found:
      return "a link to nothing";
    case fs::file_type::fifo:
      return "a pipe";
    case fs::file_type::socket:
      return "a socket";
    case fs::file_type::block:
    case fs::file_type::character:
      return "a device";
    default:
      return error ? error.message() : "no file";
  }
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

// What follows the last dot of a name, if it can be a kind of file: "5.2031" ends in a number.
std::string extension_of(const fs::path& path) {
  const std::string extension = lower(path.extension().string());
  const bool letter =
      std::any_of(extension.begin(), extension.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letter && extension.find(' ') == extension.npos ? extension : "";
}

// By its name. Pages that were saved under their address often have no extension.
bool may_be_article(const fs::path& path) {
  constexpr std::string_view kinds[] = {"", ".txt", ".text", ".html", ".htm", ".xhtml"};
  return std::find(std::begin(kinds), std::end(kinds), extension_of(path)) != std::end(kinds);
}

void expand_folder(const fs::path& folder, const fs::path& case_file, Expanded& out) {
  std::error_code error;
  std::vector<fs::path> files, others;
  fs::directory_iterator entry(folder, error);
  if (error) return out.refused.push_back(failure_of(error.value(), folder));
  for (; entry != fs::directory_iterator(); entry.increment(error)) {
    if (hidden(entry->path()) || of_the_case(entry->path(), case_file)) continue;
    std::error_code unknown;
    const bool file = entry->is_regular_file(unknown);
    (file && may_be_article(entry->path()) ? files : others).push_back(entry->path());
  }
  if (error) return out.refused.push_back(failure_of(error.value(), folder));
  std::sort(files.begin(), files.end());
  std::sort(others.begin(), others.end());
  for (const fs::path& other : others)
    out.passed_over.push_back(other.string() + " (" + kind_of(other) + ")");
  for (const fs::path& file : files) out.files.push_back({file, std::nullopt});
  if (files.empty())
    out.refused.push_back({FailureKind::bad_input,
                           "The folder " + quoted(folder) + " holds no text or HTML file",
                           "Give a folder of articles, or a file by its own name"});
}

std::size_t size_of(const Input& input) {
  std::error_code error;
  const auto size = input.bytes ? input.bytes->size() : fs::file_size(input.path, error);
  return error ? 0 : size;
}

}  // namespace

Expanded expand(const std::vector<Input>& inputs, const fs::path& case_file) {
  Expanded out;
  for (const Input& input : inputs) {
    std::error_code error;
    const fs::file_status status =
        input.bytes ? fs::file_status(fs::file_type::regular) : fs::status(input.path, error);
    if (fs::is_directory(status)) {
      expand_folder(input.path, case_file, out);
    } else if (fs::exists(status)) {
      out.files.push_back(input);
    } else {
      out.refused.push_back(failure_of(error ? error.value() : ENOENT, input.path));
    }
  }
  return out;
}

std::vector<std::size_t> batch_ends(const std::vector<Input>& files) {
  constexpr std::size_t most_files = 64, most_bytes = 4u << 20;
  std::vector<std::size_t> ends;
  std::size_t begin = 0, bytes = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::size_t size = size_of(files[i]);
    if (i > begin && (i - begin == most_files || bytes + size > most_bytes)) {
      ends.push_back(i);
      begin = i;
      bytes = 0;
    }
    bytes += size;
  }
  if (begin < files.size()) ends.push_back(files.size());
  return ends;
}

}  // namespace entente

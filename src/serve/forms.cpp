// SPDX-License-Identifier: Apache-2.0
#include "serve/forms.h"

#include <stdlib.h>

#include <cerrno>
#include <fstream>

#include "base/file.h"
#include "base/sha256.h"

namespace entente::serve {
namespace {

std::string with_name(std::string sentence, const std::string& ours, const std::string& theirs) {
  for (std::size_t at = 0; (at = sentence.find(ours, at)) != sentence.npos; at += theirs.size())
    sentence.replace(at, ours.size(), theirs);
  return sentence;
}

}  // namespace

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw Failed(failure_of(errno, name));
  folder_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::filesystem::path Scratch::write(const Part& part) const {
  constexpr std::size_t longest_extension = 16;
  std::string extension = std::filesystem::path(part.file_name).extension().string();
  if (extension.size() > longest_extension) extension.clear();
  const auto path = folder_ / ("file" + extension);
  std::ofstream out(path, std::ios::binary);
  if (!(out << part.bytes).flush()) throw Failed(failure_of(ENOSPC, path));
  return path;
}

Failure named_as_told(const Failure& failure, const std::filesystem::path& ours, const Part& part) {
  const auto named = [&](const std::string& sentence) {
    return with_name(sentence, ours.string(), printable(part.file_name));
  };
  return {failure.kind, named(failure.what), named(failure.cure)};
}

std::vector<const Part*> files_of(const Request& request) {
  std::vector<const Part*> files;
  for (const Part& part : request.parts)
    if (!part.file_name.empty()) files.push_back(&part);
  if (files.empty())
    throw Failed({FailureKind::usage, "No file came with this request", "Choose one or more"});
  return files;
}

std::string field_of(const Request& request, const std::string& name) {
  for (const Part& part : request.parts)
    if (part.name == name && part.file_name.empty()) return part.bytes;
  return "";
}

std::string sum_of(const Request& request) {
  std::string all = request.path;
  for (const Part& part : request.parts)
    for (const std::string& text : {part.name, part.file_name, part.bytes})
      all += "\n" + std::to_string(text.size()) + " " + text;
  return sha256_hex(all);
}

}  // namespace entente::serve

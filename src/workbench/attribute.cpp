// SPDX-License-Identifier: Apache-2.0
#include "workbench/attribute.h"

#include "base/file.h"
#include "base/parallel.h"
#include "extract/speech_reader.h"
#include "read/read.h"
#include "workbench/inputs.h"
#include "workbench/share.h"

namespace entente {
namespace {

extract::SpeechReader reader_for(const Share& share, const AttributeOptions& options) {
  std::optional<std::filesystem::path> weights;
  if (!options.by_rules) weights = options.weights.value_or(weights_in(share));
  return or_throw(extract::SpeechReader::load(share.data, weights));
}

AttributedFile attributed(const extract::SpeechReader& reader, const Input& input,
                          bool each_actor) {
  AttributedFile out{input.path.stem().string(), {}, {}, std::nullopt};
  const auto document = input.bytes ? read::read_bytes(*input.bytes, input.path.string())
                                    : read::read_file(input.path);
  if (!document) {
    out.refused = document.error();
  } else if (!is_read(document->card)) {
    out.refused = Failure{FailureKind::bad_input, quoted(input.path) + " is not in English",
                          "Only English is read"};
  } else {
    for (extract::Reported& one :
         each_actor ? reader.read_each_actor(*document) : reader.read(*document)) {
      out.statements.push_back(std::move(one.statement));
      out.confidence.push_back(one.confidence);
    }
  }
  return out;
}

}  // namespace

void attribute_files(const Share& share, const std::vector<Input>& inputs,
                     const AttributeOptions& options, const Progress& progress,
                     const std::function<void(const AttributedFile&)>& take) {
  const extract::SpeechReader reader = reader_for(share, options);
  Expanded expanded = expand(inputs, {});
  for (Failure& failure : expanded.refused) take({"", {}, {}, std::move(failure)});
  std::size_t done = 0;
  for (std::size_t end : batch_ends(expanded.files)) {
    progress.at(done, expanded.files.size());
    if (progress.stopped())
      throw Failed({FailureKind::interrupted, "Stopped; the files before were read",
                    "Run the same command again"});
    std::vector<AttributedFile> batch(end - done);
    for_each_index(batch.size(), options.threads, [&](std::size_t i) {
      batch[i] = attributed(reader, expanded.files[done + i], options.each_actor);
    });
    for (const AttributedFile& file : batch) take(file);
    done = end;
  }
}

}  // namespace entente

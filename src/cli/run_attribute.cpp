// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json_text.h"
#include "cli/bench.h"
#include "cli/console.h"
#include "cli/run.h"
#include "cli/threads.h"
#include "workbench/attribute.h"

namespace entente::cli {
namespace {

std::string spans_json(const std::vector<Span>& spans) {
  std::vector<std::string> pairs;
  for (Span span : spans) pairs.push_back(fmt::format("[{},{}]", span.begin, span.end));
  return json_array(pairs);
}

std::string line_of(const AttributedFile& file, std::size_t i) {
  const Statement& statement = file.statements[i];
  return JsonObject{}
             .put("doc", file.name)
             .raw("source", spans_json(statement.source))
             .raw("cue", spans_json(statement.cue))
             .raw("content", spans_json(statement.content))
             .put("kind", word_of(statement.speech))
             .put("polarity", word_of(statement.polarity))
             .raw("confidence", fmt::format("{:.3f}", file.confidence[i]))
             .put_or_null("speaker", statement.speaker)
             .put_or_null("party", statement.party)
             .text() +
         "\n";
}

std::vector<Input> files_of(const Request& request) {
  std::vector<Input> inputs;
  for (const std::string& item : request.operands) {
    if (item == "-")
      inputs.push_back({"stdin", or_throw(read_all(STDIN_FILENO, "stdin", read::most_bytes))});
    else
      inputs.push_back({item, std::nullopt});
  }
  return inputs;
}

}  // namespace

// The code of the first file that was refused, though the others are printed.
int run_attribute(const Request& request, Console& console) {
  AttributeOptions options;
  options.by_rules = request.has("--rules");
  options.each_actor = request.has("--each-actor");
  if (request.has("--weights")) options.weights = request.text("--weights");
  options.threads = threads_of(request);
  int code = 0;
  attribute_files(share(), files_of(request), options, console.progress("reading"),
                  [&](const AttributedFile& file) {
                    if (file.refused) {
                      console.complain(*file.refused, false);
                      if (code == 0) code = row_of(file.refused->kind).exit_code;
                    }
                    std::string lines;
                    for (std::size_t i = 0; i < file.statements.size(); ++i)
                      lines += line_of(file, i);
                    console.print(lines);
                  });
  return code;
}

}  // namespace entente::cli

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>

#include "cli/bench.h"
#include "cli/completion.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/webannotation.h"
#include "report/lookup.h"
#include "workbench/files.h"

namespace entente::cli {
namespace {

using report::counted;

int deliver(const Request& request, Console& console, std::string_view bytes) {
  if (!request.has("--output")) {
    console.print(bytes);
    return 0;
  }
  write_output(request.text("--output"), bytes);
  console.print(fmt::format("wrote {}\n", request.text("--output")));
  return 0;
}

std::string exported(const Workbench& bench, const std::string& format) {
  if (format == "csv") return exchange::write_csv(bench.contents());
  return format == "webannotation" ? exchange::write_webannotation(bench.whole())
                                   : exchange::write_json(bench.whole());
}

std::string size_of(const Case& contents) {
  return counted(contents.documents.size(), "document", "documents") + ", " +
         counted(contents.statements.size(), "statement", "statements") + ", " +
         counted(contents.positions.size(), "position", "positions");
}

// A case made for an import that fails is not left behind.
class FreshCase {
 public:
  explicit FreshCase(const std::filesystem::path& path)
      : path_(path), fresh_(!std::filesystem::exists(path)) {
    if (fresh_) Workbench::create(path_, {}, share());
  }
  FreshCase(const FreshCase&) = delete;
  ~FreshCase() {
    std::error_code ignored;
    if (fresh_) std::filesystem::remove(path_, ignored);
  }
  void keep() { fresh_ = false; }

 private:
  std::filesystem::path path_;
  bool fresh_;
};

}  // namespace

int run_new(const Request& request, Console& console) {
  NewOptions options;
  if (request.has("--codebook")) options.codebook = request.text("--codebook");
  if (request.has("--parties")) options.parties = request.text("--parties");
  const Workbench bench = Workbench::create(request.case_file(), options, share());
  const Codebook codebook = bench.contents().codebook;
  console.print(fmt::format("made {}: codebook {}, {}, {}\n", request.case_file().string(),
                            codebook.name, counted(codebook.issues.size(), "issue", "issues"),
                            counted(codebook.parties.size(), "party", "parties")));
  return 0;
}

int run_brief(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  return deliver(request, console,
                 bench.brief(request.text("--title", request.case_file().stem().string())));
}

int run_export(const Request& request, Console& console) {
  const Workbench bench = to_read(request);
  return deliver(request, console, exported(bench, request.text("--format", "json")));
}

int run_import(const Request& request, Console& console) {
  const std::filesystem::path file = request.operands[1];
  if (std::error_code error; !std::filesystem::exists(file, error))
    throw Failed(failure_of(ENOENT, file));
  FreshCase fresh(request.case_file());
  Workbench bench = to_write(request);
  bench.import(file, signature(request));
  fresh.keep();
  console.print(fmt::format("imported {}\n", size_of(bench.contents())));
  return 0;
}

int run_completion(const Request&, Console& console) {
  console.print(bash_completion());
  return 0;
}

}  // namespace entente::cli

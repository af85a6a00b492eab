// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "base/file.h"
#include "base/json_text.h"
#include "cli/added.h"
#include "cli/asked_of_stability.h"
#include "cli/bench.h"
#include "cli/completion.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/run.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/webannotation.h"
#include "report/lookup.h"
#include "report/suggestions.h"
#include "report/visible.h"
#include "workbench/add_json.h"
#include "workbench/share.h"

namespace entente::cli {
namespace {

using report::counted;

// Writes to the file that the user named, and tells so by `told`; else to standard output.
int deliver(const Request& request, Console& console, std::string_view bytes,
            const std::string& told) {
  if (request.has("--output")) write_output(request.text("--output"), bytes);
  request.has("--output") ? console.print(told) : console.hand_out(bytes);
  return 0;
}

std::string wrote_text(const Request& request) {
  return fmt::format("wrote {}\n", report::visible(request.text("--output")));
}

std::string brief_json(const Request& request, std::size_t bytes, const Case& contents) {
  return JsonObject{}
             .put("wrote", request.text("--output"))
             .number("bytes", bytes)
             .raw("items", exchange::counts_json(contents))
             .text() +
         "\n";
}

std::string imported_json(const Request& request, const Case& contents) {
  return JsonObject{}
             .put("case", request.case_file().string())
             .raw("imported", exchange::counts_json(contents))
             .text() +
         "\n";
}

std::string made_json(const Request& request, const Codebook& codebook) {
  return JsonObject{}
             .put("made", request.case_file().string())
             .put("codebook", codebook.name)
             .number("issues", codebook.issues.size())
             .number("parties", codebook.parties.size())
             .text() +
         "\n";
}

std::string started_json(const Request& request, const Workbench::Started& made) {
  const Case& contents = made.bench.contents();
  return JsonObject{}
             .put("made", request.case_file().string())
             .put("codebook", contents.codebook.name)
             .number("issues", contents.codebook.issues.size())
             .number("parties", contents.codebook.parties.size())
             .raw("added", add_json(made.added))
             .raw("suggested", report::taken_over_json(made.suggestions))
             .text() +
         "\n";
}

std::string made_text(const Request& request, const Codebook& codebook) {
  return fmt::format("made {}: codebook {}, {}, {}\n",
                     report::visible(request.case_file().string()), report::visible(codebook.name),
                     counted(codebook.issues.size(), "issue", "issues"),
                     counted(codebook.parties.size(), "party", "parties"));
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

struct Standing {
  OpenedConflict conflict;
  StabilityFindings found;
  std::string file;
};

std::optional<Standing> standing_of(const Workbench& bench, const Request& request,
                                    Console& console) {
  if (!request.has("--conflict")) return std::nullopt;
  const std::filesystem::path file = request.text("--conflict");
  OpenedConflict conflict = bench.conflict_for(file);
  StabilityFindings found = Workbench::stability(conflict, asked_of_stability(request),
                                                 console.progress("looking at states"));
  return Standing{std::move(conflict), std::move(found), file.filename().string()};
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

// None where the program cannot find its data: the rest of the completion works without.
std::vector<std::string> codebooks() {
  try {
    return codebook_names(share());
  } catch (const Failed&) {
    return {};
  }
}

}  // namespace

// By what the articles themselves suggest.
int run_new_from(const Request& request, Console& console) {
  NewOptions options{request.text("--codebook"), std::nullopt};
  if (request.has("--parties")) options.parties = request.text("--parties");
  const Workbench::Started made =
      Workbench::start_from(request.case_file(), options, {{request.text("--from"), std::nullopt}},
                            {}, share(), console.progress("reading"));
  const Case& contents = made.bench.contents();
  const int code = complain_of_refused(made.added, request, console);
  if (request.json())
    console.print(started_json(request, made));
  else
    console.print(made_text(request, contents.codebook) +
                  added_text(made.added, request, contents) +
                  report::taken_over_text(contents, made.suggestions, console.screen()));
  return code;
}

int run_new(const Request& request, Console& console) {
  if (request.has("--from")) return run_new_from(request, console);
  NewOptions options;
  if (request.has("--codebook")) options.codebook = request.text("--codebook");
  if (request.has("--parties")) options.parties = request.text("--parties");
  const Workbench bench = Workbench::create(request.case_file(), options, share());
  const Codebook codebook = bench.contents().codebook;
  console.print(request.json() ? made_json(request, codebook) : made_text(request, codebook));
  return 0;
}

int run_brief(const Request& request, Console& console) {
  if (request.json() && !request.has("--output"))
    throw Failed({FailureKind::usage, "--format json tells what was written, and where",
                  "Give the brief a file, as in -o brief.html"});
  for (const char* with_conflict : {"--today", "--want", "--concept"})
    if (request.has(with_conflict) && !request.has("--conflict"))
      throw Failed({FailureKind::usage, fmt::format("{} asks about a conflict", with_conflict),
                    "Name one with --conflict"});
  const Workbench bench = to_read(request);
  const std::optional<Standing> standing = standing_of(bench, request, console);
  std::optional<Console::Busy> busy(std::in_place, "writing the brief");
  const BriefForm form =
      request.text("--format") == "markdown" ? BriefForm::markdown : BriefForm::html;
  const std::string title = request.text("--title", request.case_file().stem().string()),
                    page = standing ? bench.brief(title, standing->conflict, standing->found,
                                                  standing->file, form)
                                    : bench.brief(title, form);
  busy.reset();
  return deliver(
      request, console, page,
      request.json() ? brief_json(request, page.size(), bench.contents()) : wrote_text(request));
}

int run_export(const Request& request, Console& console) {
  std::optional<Console::Busy> busy(std::in_place, "writing the export");
  const Workbench bench = to_read(request);
  const std::string bytes = exported(bench, request.text("--format", "json"));
  busy.reset();
  return deliver(request, console, bytes, wrote_text(request));
}

int run_import(const Request& request, Console& console) {
  const std::filesystem::path file = request.operands[1];
  if (std::error_code error; !std::filesystem::exists(file, error))
    throw Failed(failure_of(ENOENT, file));
  std::optional<Console::Busy> busy(std::in_place, "importing");
  FreshCase fresh(request.case_file());
  Workbench bench = to_write(request);
  bench.import(file, signature(request));
  fresh.keep();
  busy.reset();
  const Case contents = bench.contents();
  console.print(request.json() ? imported_json(request, contents)
                               : fmt::format("imported {}\n", size_of(contents)));
  return 0;
}

int run_completion(const Request&, Console& console) {
  console.print(bash_completion(codebooks()));
  return 0;
}

}  // namespace entente::cli

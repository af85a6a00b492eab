// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/file.h"
#include "base/json_text.h"
#include "base/utf8.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/webannotation.h"
#include "report/stability.h"
#include "report/stability_graph.h"
#include "serve/answers.h"
#include "serve/asked.h"
#include "serve/forms.h"
#include "serve/version.h"
#include "workbench/conflicts.h"

namespace entente::serve {
namespace {

namespace fs = std::filesystem;

std::string stability_json(const OpenedConflict& conflict, const StabilityOptions& options,
                           const Progress& progress) {
  const StabilityFindings found = Workbench::stability(conflict, options, progress);
  return with_members(report::stability_json(found),
                      JsonObject{}.raw("drawing", report::state_graph_json(found)));
}

Concept concept_in(const std::string& word) {
  if (word.empty()) return Concept::seq;
  if (const auto found = from_word<Concept>(word)) return *found;
  throw Failed({FailureKind::usage, "'" + printable(word) + "' is no concept of stability",
                "Take one of those that entente stability --help names"});
}

StabilityOptions options_of(const Request& request) {
  StabilityOptions options;
  if (const std::string today = field_of(request, "today"); !today.empty()) options.today = today;
  if (const std::string want = field_of(request, "want"); !want.empty()) options.want = want;
  options.how = concept_in(field_of(request, "concept"));
  return options;
}

// ---- files to take away

std::string attachment(const std::string& name) { return "attachment; filename=\"" + name + "\""; }

// Plain letters only: a header is no place for others.
std::string plain_stem(const fs::path& file) {
  std::string stem = file.stem().string();
  std::erase_if(stem, [](char c) {
    return !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
           c != '-' && c != '_';
  });
  return stem.empty() ? "case" : stem;
}

std::string shortened(const std::string& title) {
  constexpr std::size_t most_letters = 200;
  return to_utf8(from_utf8(title).substr(0, most_letters));
}

// The content security policy that a page of ours states in its head.
std::string policy_in(const std::string& page) {
  constexpr std::string_view before = "http-equiv=\"Content-Security-Policy\" content=\"",
                             apostrophe = "&#39;";
  const std::size_t begin = page.find(before) + before.size();
  std::string policy = page.substr(begin, page.find('"', begin) - begin);
  for (std::size_t at; (at = policy.find(apostrophe)) != policy.npos;)
    policy.replace(at, apostrophe.size(), "'");
  return policy;
}

// Contents and log are read one after the other.
exchange::Whole whole_of(const Door& door) {
  for (;;) {
    const Workbench bench = Workbench::open(door.watch.file(), door.watch.share(), false);
    const std::uint64_t number = bench.log_number();
    exchange::Whole whole = bench.whole();
    if (bench.log_number() == number) return whole;
  }
}

std::string export_of(const Door& door, const std::string& format) {
  if (format == "csv") return exchange::write_csv(door.watch.now()->contents());
  return format == "webannotation" ? exchange::write_webannotation(whole_of(door))
                                   : exchange::write_json(whole_of(door));
}

}  // namespace

Reply get_stability(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    return reply_with(door.questions.answer(
        "stability", tag_of(door, snapshot), request.gone,
        [version = snapshot.shared_from_this(), file = door.watch.file()](const auto& progress) {
          return *version->kept("stability", [&] {
            return stability_json(conflict_suggested_by(version->contents(), file),
                                  StabilityOptions{}, progress);
          });
        }));
  });
}

Reply post_stability(Door& door, const Request& request) {
  const StabilityOptions options = options_of(request);
  const OpenedConflict conflict =
      read_as_file(*files_of(request).front(),
                   [](const fs::path& path) { return conflict_in(path, std::nullopt); });
  return reply_with(door.questions.answer(
      "stability", sum_of(request), request.gone,
      [=](const Progress& progress) { return stability_json(conflict, options, progress); }));
}

Reply get_brief(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const std::string stem = door.watch.file().stem().string(),
                      title = shortened(request.text("title", stem));
    const bool markdown = word_asked(request, "format", {"html", "markdown"}) == "markdown";
    const BriefForm form = markdown ? BriefForm::markdown : BriefForm::html;
    const auto make = [&] {
      return snapshot.with_bench([&](const Workbench& bench) { return bench.brief(title, form); });
    };
    Reply out;
    out.body = title == stem ? snapshot.kept(markdown ? "brief.md" : "brief", make)
                             : std::make_shared<const std::string>(make());
    out.type = markdown ? "text/markdown; charset=utf-8" : "text/html; charset=utf-8";
    if (!markdown)
      out.headers["Content-Security-Policy"] = policy_in(*out.body) + "; frame-ancestors 'self'";
    if (!word_asked(request, "download", {"1"}).empty())
      out.headers["Content-Disposition"] =
          attachment(plain_stem(door.watch.file()) + (markdown ? ".md" : ".html"));
    return out;
  });
}

Reply get_export(Door& door, const Request& request) {
  std::string format = word_asked(request, "format", {"json", "csv", "webannotation"});
  if (format.empty()) format = "json";
  Reply out = reply_json(export_of(door, format));
  out.type = "application/octet-stream";
  out.headers["Content-Disposition"] = attachment(
      plain_stem(door.watch.file()) + (format == "webannotation" ? ".jsonld" : "." + format));
  return out;
}

}  // namespace entente::serve

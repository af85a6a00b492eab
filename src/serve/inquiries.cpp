// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include <algorithm>
#include <fstream>

#include "base/file.h"
#include "base/json_text.h"
#include "base/utf8.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/scenario_files.h"
#include "exchange/webannotation.h"
#include "report/cited.h"
#include "report/deals.h"
#include "report/stability.h"
#include "serve/answers.h"
#include "serve/asked.h"
#include "serve/body.h"
#include "serve/version.h"
#include "workbench/conflicts.h"
#include "workbench/deals.h"

namespace entente::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_packages = 1000;  // listed for one point of the frontier

// A folder for the file of one request, gone with it.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "entente-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw Failed(failure_of(errno, name));
    folder_ = name;
  }
  Scratch(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  // A file with a name of ours, and the ending of theirs.
  fs::path write(const Part& part) const {
    const fs::path path = folder_ / ("file" + fs::path(part.file_name).extension().string());
    std::ofstream out(path, std::ios::binary);
    if (!(out << part.bytes).flush()) throw Failed(failure_of(ENOSPC, path));
    return path;
  }

 private:
  fs::path folder_;
};

std::string with_name(std::string sentence, const std::string& ours, const std::string& theirs) {
  for (std::size_t at = 0; (at = sentence.find(ours, at)) != sentence.npos; at += theirs.size())
    sentence.replace(at, ours.size(), theirs);
  return sentence;
}

// What `read` makes of the file. Failures call it as the user does.
template <class Read>
auto read_as_file(const Part& part, const Read& read) {
  const Scratch scratch;
  const fs::path path = scratch.write(part);
  try {
    return read(path);
  } catch (const Failed& failed) {
    const auto named = [&](const std::string& sentence) {
      return with_name(sentence, path.string(), printable(part.file_name));
    };
    const Failure& failure = failed.failure();
    throw Failed({failure.kind, named(failure.what), named(failure.cure)});
  }
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

// Domain and profiles, or one scenario in YAML.
OpenedScenario scenario_of(const Request& request) {
  const auto files = files_of(request);
  if (is_scenario_file(files.front()->file_name))
    return read_as_file(*files.front(), [](const fs::path& path) {
      return scenario_in(path, exchange::Semantics::genius);
    });
  OpenedScenario out;
  std::vector<exchange::FileBytes> all;
  for (const Part* part : files)
    all.push_back({fs::path(part->file_name).filename().string(), part->bytes});
  auto read = or_throw(exchange::read_scenario(std::move(all), exchange::Semantics::genius));
  out.file.scenario = std::move(read.scenario);
  out.repairs = std::move(read.repairs);
  return out;
}

std::string stability_json(Door& door, const OpenedConflict& conflict,
                           const StabilityOptions& options) {
  const std::lock_guard work(door.at_work);
  return report::stability_json(
      Workbench::stability(conflict, options, Progress{{}, door.stopping.get_token()}));
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

// ---- what each party has said to a package

struct Choice {
  std::string issue, option;
  const IssueAnswers* answers = nullptr;  // nullptr: nobody has spoken of the issue
  std::size_t at = 0;                     // the option's place in it
};

std::vector<Choice> choices_in(const std::map<std::string, std::string>& package,
                               const Snapshot& snapshot, const Acceptance& found) {
  std::vector<Choice> out;
  for (const auto& [id, option] : package) {
    const Issue* issue = snapshot.lookup().issue(id);
    if (!issue)
      throw Failed({FailureKind::usage, "'" + printable(id) + "' is no issue of the codebook", ""});
    const auto place = std::find_if(issue->options.begin(), issue->options.end(),
                                    [&](const Option& one) { return one.id == option; });
    if (place == issue->options.end())
      throw Failed(
          {FailureKind::usage, "'" + printable(option) + "' is no option of " + issue->id, ""});
    const auto answers =
        std::find_if(found.issues.begin(), found.issues.end(),
                     [&](const IssueAnswers& one) { return one.issue == issue->id; });
    out.push_back({id, option, answers == found.issues.end() ? nullptr : &*answers,
                   static_cast<std::size_t>(place - issue->options.begin())});
  }
  return out;
}

Word word_on(const Choice& choice, std::size_t party) {
  return choice.answers ? choice.answers->words.at(party).at(choice.at) : Word{};
}

std::string answer_json_of(const Choice& choice, const Word& word, const Snapshot& snapshot) {
  return JsonObject{}
      .put("issue", choice.issue)
      .put("option", choice.option)
      .put("answer", word_of(word.answer))
      .raw("position",
           word.position ? report::cited_json(snapshot.lookup(), *word.position) : "null")
      .text();
}

// A package is as good as the worst answer to a part of it; to nothing, nobody has said anything.
std::string party_json_of(const AskedParty& party, std::size_t index,
                          const std::vector<Choice>& choices, const Snapshot& snapshot) {
  entente::Answer whole = choices.empty() ? entente::Answer::unknown : entente::Answer::accepts;
  std::vector<std::string> issues;
  for (const Choice& choice : choices) {
    const Word word = word_on(choice, index);
    whole = std::max(whole, word.answer);
    issues.push_back(answer_json_of(choice, word, snapshot));
  }
  return JsonObject{}
      .put("party", party.party)
      .flag("needed", party.needed)
      .put("answer", word_of(whole))
      .raw("issues", json_array(issues))
      .text();
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

Reply post_check(Door& door, const Request& request) {
  const auto package = Body(request).fields("package");
  const auto snapshot = door.watch.now();
  const Acceptance found =
      snapshot->with_bench([](const Workbench& bench) { return bench.deals().acceptance; });
  const auto choices = choices_in(package, *snapshot, found);
  std::vector<std::string> parties;
  for (std::size_t i = 0; i < found.parties.size(); ++i)
    parties.push_back(party_json_of(found.parties[i], i, choices, *snapshot));
  return reply_json(
      JsonObject{}.raw("parties", json_array(parties)).number("log", snapshot->number()).text());
}

Reply post_deals(Door& door, const Request& request) {
  DealsRequest wanted;
  wanted.shown = most_packages;
  OpenedScenario opened = scenario_of(request);
  const std::lock_guard work(door.at_work);
  const ScenarioDeals found =
      deals_of(std::move(opened), wanted, Progress{{}, door.stopping.get_token()});
  return reply_json(report::deals_json(found.opened.file, found.opened.repairs, found.deals, true));
}

Reply get_stability(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    Reply out;
    out.body = snapshot.kept("stability", [&] {
      return stability_json(door, conflict_suggested_by(snapshot.contents(), door.watch.file()),
                            StabilityOptions{});
    });
    return out;
  });
}

Reply post_stability(Door& door, const Request& request) {
  const StabilityOptions options = options_of(request);
  const OpenedConflict conflict =
      read_as_file(*files_of(request).front(),
                   [](const fs::path& path) { return conflict_in(path, std::nullopt); });
  return reply_json(stability_json(door, conflict, options));
}

Reply get_brief(Door& door, const Request& request) {
  return on_version(door, request, [&](const Snapshot& snapshot) {
    const std::string stem = door.watch.file().stem().string(),
                      title = shortened(request.text("title", stem));
    const auto make = [&] {
      return snapshot.with_bench([&](const Workbench& bench) { return bench.brief(title); });
    };
    Reply out;
    out.body =
        title == stem ? snapshot.kept("brief", make) : std::make_shared<const std::string>(make());
    out.type = "text/html; charset=utf-8";
    out.headers["Content-Security-Policy"] = policy_in(*out.body) + "; frame-ancestors 'self'";
    if (!word_asked(request, "download", {"1"}).empty())
      out.headers["Content-Disposition"] = attachment(plain_stem(door.watch.file()) + ".html");
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

// SPDX-License-Identifier: Apache-2.0
// What each party has said to a package, and what could be signed where somebody has put numbers to
// it.
#include <algorithm>

#include "base/file.h"
#include "base/json_text.h"
#include "exchange/json_node.h"
#include "exchange/scenario_files.h"
#include "exchange/scenario_yaml.h"
#include "report/cited.h"
#include "report/deals.h"
#include "serve/answers.h"
#include "serve/body.h"
#include "serve/forms.h"
#include "serve/version.h"
#include "workbench/deals.h"

namespace entente::serve {
namespace {

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

// ---- numbers

constexpr std::size_t most_packages = 1000;  // listed for one point of the frontier

// What the case suggests by its words alone, in the form that people edit.
OpenedScenario suggested_scenario(const Door& door) {
  const auto snapshot = door.watch.now();
  const Part part{
      "file", door.watch.file().stem().string() + ".yaml",
      snapshot->with_bench([](const Workbench& bench) { return bench.scenario_yaml(); })};
  OpenedScenario out = read_as_file(part, [&](const std::filesystem::path& path) {
    return scenario_in(path, exchange::Semantics::genius, snapshot->contents());
  });
  out.suggested = true;
  return out;
}

// Domain and profiles, or one scenario in YAML, or what the case suggests.
OpenedScenario scenario_of(const Door& door, const Request& request) {
  if (field_of(request, "suggested") == "1") return suggested_scenario(door);
  const auto files = files_of(request);
  if (is_scenario_file(files.front()->file_name))
    return read_as_file(*files.front(), [](const std::filesystem::path& path) {
      return scenario_in(path, exchange::Semantics::genius);
    });
  OpenedScenario out;
  std::vector<exchange::FileBytes> all;
  for (const Part* part : files)
    all.push_back({std::filesystem::path(part->file_name).filename().string(), part->bytes});
  auto read = or_throw(exchange::read_scenario(std::move(all), exchange::Semantics::genius));
  out.file.scenario = std::move(read.scenario);
  out.repairs = std::move(read.repairs);
  return out;
}

const exchange::JsonFile the_changes{"The changes", "web/openapi.json says how they have to be",
                                     "Send a JSON list"};

std::string name_in(const exchange::JsonNode& node, const char* key) {
  return node.has(key) ? node[key].text() : "";
}

std::vector<NumberChange> changes_in(const std::string& json) {
  if (json.empty()) return {};
  const nlohmann::json value = exchange::parse_json(json, the_changes);
  std::vector<NumberChange> out;
  for (const exchange::JsonNode& node : exchange::JsonNode(value, "", the_changes).items())
    out.push_back({node["party"].text(), name_in(node, "issue"), name_in(node, "option"),
                   Interval(node["low"].real(), node["high"].real())});
  return out;
}

// "" where the form has no place for it.
std::string yaml_of(const ScenarioFile& file) {
  try {
    return exchange::write_scenario(file);
  } catch (const Failed&) {
    return "";
  }
}

std::string deals_with_numbers(const ScenarioDeals& found) {
  const ScenarioFile& file = found.opened.file;
  return with_members(
      report::deals_json(file, found.opened.repairs, found.deals, true),
      JsonObject{}
          .flag("suggested", found.opened.suggested)
          .raw("numbers", report::numbers_json(file.scenario))
          .raw("neighbours", found.neighbours
                                 ? report::neighbours_json(file.scenario, *found.neighbours)
                                 : "null")
          .put_or_null("yaml", yaml_of(file)));
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
  wanted.from = field_of(request, "from");
  wanted.neighbours = true;
  OpenedScenario opened = scenario_of(door, request);
  change_numbers(opened.file.scenario, changes_in(field_of(request, "changes")));
  return reply_with(door.questions.answer(
      "deals", tag_of(door, *door.watch.now()) + sum_of(request), request.gone,
      [opened = std::move(opened), wanted](const Progress& progress) {
        const ScenarioDeals found = deals_of(opened, wanted, progress);
        return progress.stopped() ? "" : deals_with_numbers(found);
      }));
}

}  // namespace entente::serve

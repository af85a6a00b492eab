// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/help.h"
#include "workbench/near_word.h"
#include "workbench/program.h"

namespace entente::cli {
namespace {

auto misused(std::string what, std::string cure) {
  return fail(FailureKind::usage, std::move(what), std::move(cure));
}

std::string see_help(const Verb& verb) {
  return fmt::format("entente {} --help shows how", verb.name);
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  return names;
}

std::vector<std::string> option_names(const Verb& verb) {
  std::vector<std::string> names{"--help", "-h"};
  for (const Option& option : verb.options) {
    names.push_back(option.name);
    if (!option.letter.empty()) names.push_back(option.letter);
  }
  return names;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// CLI11 would first complain of a missing operand; the user is served better by the word that was
// mistyped.
Result<void> check_options(const Verb& verb, const std::vector<std::string>& arguments) {
  const auto known = option_names(verb);
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument.size() < 2 || argument[0] != '-') continue;
    const bool is_long = argument.starts_with("--");
    const std::string name =
        is_long ? argument.substr(0, argument.find('=')) : argument.substr(0, 2);
    std::error_code ignored;
    if (!holds(known, name))
      return misused(fmt::format("entente {} has no option {}", verb.name, name),
                     std::filesystem::exists(argument, ignored)
                         ? fmt::format("If the file is meant, write ./{}", argument)
                         : did_you_mean(name, known, see_help(verb)));
  }
  return {};
}

Result<void> check_operands(const Verb& verb, const std::vector<std::string>& given) {
  if (given.size() < verb.operands.size())
    return misused(fmt::format("entente {} needs {}", verb.name, verb.operands[given.size()].name),
                   "As in: " + verb.examples.front());
  for (std::size_t i = 0; i < verb.operands.size(); ++i) {
    const auto& words = verb.operands[i].words;
    if (!words.empty() && !holds(words, given[i]))
      return misused(fmt::format("entente {} knows no {}", verb.name, given[i]),
                     fmt::format("Take one of: {}", fmt::join(words, ", ")));
    if (given[i].empty())
      return misused(fmt::format("{} is empty", verb.operands[i].name), see_help(verb));
  }
  return {};
}

Result<void> check_words(const Verb& verb, const Request& request) {
  for (const Option& option : verb.options)
    for (const std::string& value : request.all(option.name))
      if (!option.words.empty() && !holds(option.words, value))
        return misused(fmt::format("{} cannot be '{}'", option.name, value),
                       fmt::format("Take one of: {}", fmt::join(option.words, ", ")));
  return {};
}

// The values as CLI11 fills them in.
struct Slots {
  std::vector<std::string> operands;
  std::map<std::string, std::vector<std::string>> options;
};

void declare(CLI::App& app, const Verb& verb, Slots& slots) {
  app.set_help_flag();  // help is answered before
  if (!verb.operands.empty()) app.add_option("operands", slots.operands);
  for (const Option& option : verb.options) {
    const std::string names =
        option.letter.empty() ? option.name : option.letter + "," + option.name;
    std::vector<std::string>& values = slots.options[option.name];
    if (option.takes == Takes::nothing)
      app.add_flag_callback(names, [&values] { values = {"yes"}; });
    else
      app.add_option(names, values)
          ->expected(1)
          ->allow_extra_args(false)
          ->multi_option_policy(option.many ? CLI::MultiOptionPolicy::TakeAll
                                            : CLI::MultiOptionPolicy::Throw);
  }
}

// CLI11 begins the sentence with the option's name.
Failure failure_of_option(const CLI::ParseError& error, const Verb& verb) {
  const std::string text = error.what();
  const std::string name = text.substr(0, text.find_first_of(": "));
  if (!text.starts_with('-'))
    return {FailureKind::usage, fmt::format("entente {} cannot be called so", verb.name),
            see_help(verb)};
  return {FailureKind::usage, fmt::format("{} takes one value, once", name), see_help(verb)};
}

Result<Request> read_request(const Verb& verb, const std::vector<std::string>& arguments) {
  CLI::App app;
  Slots slots;
  declare(app, verb, slots);
  try {
    std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
    app.parse(last_first);
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(failure_of_option(error, verb));
  }
  Request request{&verb, std::move(slots.operands), {}};
  for (auto& [name, values] : slots.options)
    if (!values.empty()) request.options[name] = std::move(values);
  return request;
}

Result<void> check_count(const Verb& verb, const std::vector<std::string>& given) {
  const bool open_ended = !verb.operands.empty() && verb.operands.back().many;
  if (open_ended || given.size() <= verb.operands.size()) return {};
  return misused(fmt::format("'{}' is one word too many", given[verb.operands.size()]),
                 "As in: " + verb.examples.front());
}

Result<Parsed> parse_verb(const Verb& verb, const std::vector<std::string>& arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  if (std::any_of(arguments.begin(), end,
                  [](const auto& word) { return word == "--help" || word == "-h"; }))
    return Parsed{help_of(verb), {}};
  if (auto checked = check_options(verb, arguments); !checked)
    return tl::unexpected(checked.error());
  auto request = read_request(verb, arguments);
  if (!request) return tl::unexpected(request.error());
  for (const auto& checked : {check_operands(verb, request->operands),
                              check_count(verb, request->operands), check_words(verb, *request)})
    if (!checked) return tl::unexpected(checked.error());
  return Parsed{"", std::move(*request)};
}

}  // namespace

Result<Parsed> parse(std::vector<std::string> arguments) {
  if (arguments.empty()) return misused("No verb is given", "entente --help lists them");
  std::string first = arguments.front();
  arguments.erase(arguments.begin());
  if (first == "--version") return Parsed{program() + "\n", {}};
  if (first == "help" && !arguments.empty()) {
    first = arguments.front();
    arguments = {"--help"};
  }
  if (first == "--help" || first == "-h" || first == "help") return Parsed{help_of_all(), {}};
  if (first.starts_with('-'))
    return misused(fmt::format("entente has no option {}", first),
                   did_you_mean(first, {"--help", "--version"},
                                "A verb comes first; entente --help lists them"));
  if (const Verb* verb = find_verb(first)) return parse_verb(*verb, arguments);
  return misused(fmt::format("entente has no verb '{}'", first),
                 did_you_mean(first, verb_names(), "entente --help lists them"));
}

}  // namespace entente::cli

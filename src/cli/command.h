// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

class Console;
class Request;

// What stands in a place of the command line: for help, for completion.
enum class Takes { nothing, word, text, file, case_file, codebook };

struct Option {
  std::string name;   // "--format"
  std::string value;  // "NAME"; "" for a switch
  std::string help;
  Takes takes = Takes::text;
  std::vector<std::string> words;  // the allowed ones, where takes is word
  bool many = false;               // may be given several times
  std::string letter;              // "-o"
};

struct Operand {
  std::string name;  // "CASE"
  Takes takes = Takes::text;
  bool many = false;  // one or more; only the last operand
  std::vector<std::string> words;
};

// A verb of the command line. The table in verbs.cpp holds them all: parsing, help, completion and
// the tests read it.
struct Verb {
  std::string name;
  std::string summary;  // one line
  std::vector<Operand> operands;
  std::vector<Option> options;
  std::vector<std::string> examples;               // whole command lines
  std::string notes;                               // what the help adds
  int (*run)(const Request&, Console&) = nullptr;  // the exit code; throws Failed
};

const std::vector<Verb>& verbs();
const Verb* find_verb(std::string_view name);  // nullptr: none

// A command line that fits its verb.
class Request {
 public:
  const Verb* verb = nullptr;
  std::vector<std::string> operands;
  std::map<std::string, std::vector<std::string>> options;

  std::filesystem::path case_file() const { return operands.front(); }
  std::vector<std::string> items() const { return {operands.begin() + 1, operands.end()}; }
  bool has(const std::string& option) const { return options.contains(option); }
  std::string text(const std::string& option, const std::string& otherwise = "") const {
    const auto found = options.find(option);
    return found == options.end() ? otherwise : found->second.front();
  }
  std::vector<std::string> all(const std::string& option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>{} : found->second;
  }
  bool json() const { return text("--format") == "json"; }
};

}  // namespace entente::cli

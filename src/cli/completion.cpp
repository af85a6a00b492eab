// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command.h"

namespace entente::cli {
namespace {

// What the script does with the tables before it. A case is a file that ends in .entente; folders
// lead to others.
constexpr const char* script = R"bash(
_entente_files() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$1"))
}

_entente_cases() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -X '!*.entente' -- "$1") $(compgen -d -- "$1"))
}

_entente_named() {
  _entente_files "$1"
  COMPREPLY+=($(compgen -W "$_entente_codebooks" -- "$1"))
}

_entente_reply() {
  case "$1" in
    '<codebook>') _entente_named "$2" ;;
    '<file>') _entente_files "$2" ;;
    '<case>') _entente_cases "$2" ;;
    '<text>') COMPREPLY=() ;;
    *) COMPREPLY=($(compgen -W "$1" -- "$2")) ;;
  esac
}

_entente() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local verb=${COMP_WORDS[1]} place=0 i
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "$_entente_verbs --help --version" -- "$word"))
    return
  fi
  if [[ -n ${_entente_values["$verb $before"]-} ]]; then
    _entente_reply "${_entente_values["$verb $before"]}" "$word"
    return
  fi
  if [[ $word == -* && $word != - ]]; then
    COMPREPLY=($(compgen -W "${_entente_options[$verb]-}" -- "$word"))
    return
  fi
  for ((i = 2; i < COMP_CWORD; i++)); do
    if [[ -n ${_entente_values["$verb ${COMP_WORDS[i]}"]-} ]]; then
      ((i++))
    elif [[ ${COMP_WORDS[i]} != -* || ${COMP_WORDS[i]} == - ]]; then
      ((place++))
    fi
  done
  local operand=${_entente_operands["$verb $place"]-${_entente_operands["$verb more"]-}}
  if [[ -n $operand ]]; then
    _entente_reply "$operand" "$word"
  fi
}

complete -F _entente entente
)bash";

std::string kind_of(Takes takes, const std::vector<std::string>& words) {
  if (takes == Takes::word) return fmt::format("{}", fmt::join(words, " "));
  switch (takes) {
    case Takes::file:
      return "<file>";
    case Takes::case_file:
      return "<case>";
    case Takes::codebook:
      return "<codebook>";
    default:
      return "<text>";
  }
}

std::string entry(const std::string& key, const std::string& value) {
  return fmt::format("  [\"{}\"]=\"{}\"\n", key, value);
}

std::string options_of(const Verb& verb) {
  std::string names = "--help";
  for (const Option& option : verb.options) names += " " + option.name;
  return entry(verb.name, names);
}

std::string values_of(const Verb& verb) {
  std::string out;
  for (const Option& option : verb.options) {
    if (option.takes == Takes::nothing) continue;
    out += entry(verb.name + " " + option.name, kind_of(option.takes, option.words));
    if (!option.letter.empty())
      out += entry(verb.name + " " + option.letter, kind_of(option.takes, option.words));
  }
  return out;
}

std::string operands_of(const Verb& verb) {
  std::string out;
  for (std::size_t place = 0; place < verb.operands.size(); ++place) {
    const Operand& operand = verb.operands[place];
    out += entry(fmt::format("{} {}", verb.name, place), kind_of(operand.takes, operand.words));
    if (operand.many) out += entry(verb.name + " more", kind_of(operand.takes, operand.words));
  }
  return out;
}

std::string table(const std::string& name, std::string (*rows)(const Verb&)) {
  std::string out = "declare -gA " + name + "=(\n";
  for (const Verb& verb : verbs()) out += rows(verb);
  return out + ")\n";
}

}  // namespace

std::string bash_completion(const std::vector<std::string>& codebooks) {
  std::string names;
  for (const Verb& verb : verbs()) names += (names.empty() ? "" : " ") + verb.name;
  return "# Completion of entente for bash\n_entente_verbs=\"" + names + "\"\n" +
         fmt::format("_entente_codebooks=\"{}\"\n", fmt::join(codebooks, " ")) +
         table("_entente_options", options_of) + table("_entente_values", values_of) +
         table("_entente_operands", operands_of) + script;
}

}  // namespace entente::cli

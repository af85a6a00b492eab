// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/failure.h"
#include "report/lookup.h"
#include "report/table.h"

namespace entente::cli {
namespace {

constexpr FailureKind kinds[] = {
    FailureKind::usage,    FailureKind::bad_input,  FailureKind::missing, FailureKind::unreadable,
    FailureKind::locked,   FailureKind::damaged,    FailureKind::too_new, FailureKind::no_space,
    FailureKind::internal, FailureKind::interrupted};

constexpr report::Screen page{80, false};

std::string exit_codes() {
  std::string out = "Exit codes: 0 done";
  for (FailureKind kind : kinds)
    out += fmt::format(", {} {}", row_of(kind).exit_code, report::spoken(row_of(kind).name));
  return report::paragraph(out, page, 4);
}

std::string usage_of(const Verb& verb) {
  std::string out = "Usage: entente " + verb.name;
  for (const Operand& operand : verb.operands)
    out += " " + operand.name + (operand.many ? "..." : "");
  for (const Option& option : verb.options) {
    const std::string value = option.value.empty() ? "" : " " + option.value;
    out += fmt::format(" [{}{}]{}", option.letter.empty() ? option.name : option.letter, value,
                       option.many ? "..." : "");
  }
  return report::paragraph(out, page, 4);
}

std::string option_line(const Option& option) {
  const std::string letter = option.letter.empty() ? "" : option.letter + ", ";
  const std::string value = option.value.empty() ? "" : " " + option.value;
  return fmt::format("  {:<22} {}\n", letter + option.name + value, option.help);
}

}  // namespace

std::string help_of_all() {
  std::string out =
      "entente reads what is said about a negotiation and keeps a sourced case: who\n"
      "said what, what each party wants on each issue, meetings, accounts that differ.\n\n"
      "Usage: entente VERB CASE ...\n\n";
  for (const Verb& verb : verbs()) out += fmt::format("  {:<12} {}\n", verb.name, verb.summary);
  return out +
         "\nentente VERB --help explains one of them; entente --version tells the version.\n" +
         exit_codes();
}

std::string help_of(const Verb& verb) {
  std::string out = fmt::format("{}\n\n{}\n", verb.summary, usage_of(verb));
  for (const Option& option : verb.options) out += option_line(option);
  out += option_line({"--help", "", "this page", Takes::nothing, {}, false, "-h"});
  if (!verb.notes.empty()) out += "\n" + verb.notes + "\n";
  out += verb.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
  for (const std::string& example : verb.examples) out += "  " + example + "\n";
  return out;
}

}  // namespace entente::cli

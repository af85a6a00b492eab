// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <algorithm>
#include <exception>
#include <new>

#include "cli/arguments.h"
#include "cli/console.h"

namespace entente::cli {
namespace {

int answer(std::vector<std::string> arguments, Console& console) {
  const Parsed parsed = or_throw(parse(std::move(arguments)));
  int code = 0;
  if (parsed.print.empty())
    code = parsed.request.verb->run(parsed.request, console);
  else
    console.print(parsed.print);
  console.finish();
  return code;
}

// `export` writes JSON as a file's format, which says nothing of how to complain.
bool wants_json(const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments.front() == "export") return false;
  const auto format = std::find(arguments.begin(), arguments.end(), "--format");
  return (format != arguments.end() && format + 1 != arguments.end() && format[1] == "json") ||
         std::find(arguments.begin(), arguments.end(), "--format=json") != arguments.end();
}

int complain(Console& console, const Failure& failure, bool as_json) {
  console.complain(failure, as_json);
  return row_of(failure.kind).exit_code;
}

// The one door where every failure becomes a sentence and an exit code.
int run(const std::vector<std::string>& arguments) {
  Console console;
  const bool json = wants_json(arguments);
  try {
    return answer(arguments, console);
  } catch (const Failed& failed) {
    return complain(console, failed.failure(), json);
  } catch (const std::bad_alloc&) {
    return complain(
        console,
        {FailureKind::internal, "There is not enough memory for this", "Add fewer files at a time"},
        json);
  } catch (const std::exception& error) {
    return complain(
        console,
        {FailureKind::internal, std::string("The program met a fault of its own: ") + error.what(),
         "Please report it with the command that led to it"},
        json);
  }
}

// A reader that went away ends us quietly; a file that hits its size limit is a full disk, told as
// such.
void set_signals() {
  signal(SIGPIPE, SIG_DFL);
  signal(SIGXFSZ, SIG_IGN);
}

}  // namespace
}  // namespace entente::cli

int main(int argc, char** argv) {
  entente::cli::set_signals();
  return entente::cli::run({argv + std::min(argc, 1), argv + argc});
}

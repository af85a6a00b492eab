// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "base/failure.h"
#include "base/progress.h"
#include "report/terminal.h"

namespace entente::cli {

// Standard output and standard error, as a person at a terminal or a program behind a pipe wants
// them.
class Console {
 public:
  // The width in columns is COLUMNS where that is set, else the terminal's, else 0. Colour: on a
  // terminal, unless NO_COLOR is set.
  report::Screen screen() const;
  // The same, but 100 columns where nothing says how wide: for what is drawn in columns.
  report::Screen page() const;

  void print(std::string_view text);  // to standard output; throws Failed (no_space, unreadable)
                                      // where it cannot be written
  // The same, of what is for other programs: into a pipe or a file byte for byte, on a terminal
  // with what would steer it shown by its number.
  void hand_out(std::string_view utf8);
  void complain(const Failure& failure, bool as_json = false);  // to standard error
  void finish();                                                // all that was printed has left

  // A line on a terminal once the work takes a second. SIGINT and SIGTERM ask for a stop; the
  // second one ends the program.
  Progress progress(std::string_view doing);

  // For work that cannot say how far it is: the line "writing the brief ..." on a terminal after a
  // second, until the value is destroyed.
  class Busy {
   public:
    explicit Busy(std::string doing);

   private:
    std::jthread line_;
  };

 private:
  void show(std::string_view doing, std::size_t done, std::size_t total);
  void clear_line();

  std::chrono::steady_clock::time_point start_, shown_;
  std::stop_source stop_;
  bool line_shown_ = false;
};

// How the user writes his name: --who, $ENTENTE_WHO, the login name. "" if there is none.
std::string name_of_user(const std::string& given);

}  // namespace entente::cli

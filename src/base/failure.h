// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace entente {

// What went wrong, seen from the user. One table (failure.cpp) gives the exit code of each kind.
enum class FailureKind {
  usage,        // the command line or a request is wrong
  bad_input,    // a file given to us cannot be read as what it should be
  missing,      // a file, a case or an item is not there
  unreadable,   // there, but we may not read or write it
  locked,       // another process has the case
  damaged,      // the case is corrupt
  too_new,      // the case was written by a newer version
  no_space,     // the disk is full
  interrupted,  // the user stopped it
  internal,     // a bug of ours
};

// One sentence that names the thing, and one that says what to do.
struct Failure {
  FailureKind kind = FailureKind::internal;
  std::string what;
  std::string cure;

  std::string sentence() const;  // "what. cure." on one line
};

struct FailureRow {
  FailureKind kind;
  const char* name;  // stable word for JSON
  int exit_code;     // of the command line
  int http_status;   // of the server
};
const FailureRow& row_of(FailureKind kind);

// For the expected: input that may well be bad, one file among many.
template <class T>
using Result = tl::expected<T, Failure>;

inline auto fail(FailureKind kind, std::string what, std::string cure) {
  return tl::unexpected(Failure{kind, std::move(what), std::move(cure)});
}

// For the unusual, which ends the verb: caught once, at the door.
class Failed : public std::exception {
 public:
  explicit Failed(Failure failure) : failure_(std::move(failure)), text_(failure_.sentence()) {}
  const Failure& failure() const { return failure_; }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Failure failure_;
  std::string text_;
};

// The value, or the failure thrown.
template <class T>
T or_throw(Result<T> result) {
  if (!result) throw Failed(std::move(result.error()));
  return std::move(*result);
}

}  // namespace entente

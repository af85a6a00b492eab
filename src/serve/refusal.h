// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include "base/failure.h"
#include "serve/message.h"

namespace entente::serve {

// What the door itself refuses, besides the failures of the workbench (base/failure.h).
enum class Refusal { unauthorized, forbidden, conflict, too_large, too_long };

class Refused : public std::exception {
 public:
  // `conflict`: JSON of what stands in the way, "" for nothing.
  Refused(Refusal kind, std::string what, std::string cure = "", std::string conflict = "")
      : kind_(kind),
        what_(std::move(what)),
        cure_(std::move(cure)),
        conflict_(std::move(conflict)) {}

  const char* what() const noexcept override { return what_.c_str(); }
  Reply answer() const;

 private:
  Refusal kind_;
  std::string what_, cure_, conflict_;
};

Reply answer_of(const Failure& failure);
Reply answer_of_status(int status);  // of what the HTTP library refuses by itself

// The answer of `work`, or of whatever it throws.
Reply answered(const std::function<Reply()>& work) noexcept;

}  // namespace entente::serve

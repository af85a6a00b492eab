// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/agreement.h"
#include "report/terminal.h"

namespace entente::report {

// Alpha for each field, and where the two copies differ with what each says. `one` and `other` are
// how the copies are called.
std::string agreement_text(const CoderAgreement& agreement, const std::string& one,
                           const std::string& other, const Screen& screen);

std::string agreement_json(const CoderAgreement& agreement, const std::string& one,
                           const std::string& other);

}  // namespace entente::report

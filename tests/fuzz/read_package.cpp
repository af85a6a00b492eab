// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: a package is refused with a sentence, or every line of it is a clause on an
// option that the codebook has.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/package.h"

namespace {

void hold(bool claim) {
  if (!claim) std::abort();
}

const entente::Codebook& codebook() {
  static const entente::Codebook made{
      "fuzz",
      {{"a",
        "A: b",
        entente::IssueKind::substance,
        "",
        {},
        {},
        true,
        {{"x", "Ex", {}}, {"y", "", {}}}},
       {"b", "", entente::IssueKind::process, "", {}, {}, false, {}}},
      {}};
  return made;
}

bool holds_option(const std::string& id) {
  const auto& options = codebook().issues.front().options;
  return std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.id == id; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool package = entente::read::is_package(text, codebook());
  const auto read = entente::read::read_package(text, codebook(), "fuzz.yaml");
  if (!read) {
    hold(!read.error().what.empty() && !read.error().cure.empty() &&
         read.error().kind == entente::FailureKind::bad_input);
    return 0;
  }
  hold(package != read->empty());
  for (const entente::Clause& clause : *read)
    hold(clause.issue == "a" && clause.option && holds_option(clause.option->low) &&
         holds_option(clause.option->high));
  return 0;
}

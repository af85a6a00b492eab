// SPDX-License-Identifier: Apache-2.0
#include "serve/refusal.h"

#include <array>

#include "base/json_text.h"

namespace entente::serve {
namespace {

struct Row {
  const char* kind;
  int status;
};

Row row_of_refusal(Refusal kind) {
  constexpr std::array rows{Row{"unauthorized", 401}, Row{"forbidden", 403}, Row{"conflict", 409},
                            Row{"too_large", 413}, Row{"too_long", 504}};
  return rows.at(static_cast<std::size_t>(kind));
}

Reply answer_with(int status, const std::string& kind, const std::string& what,
                  const std::string& cure, const std::string& conflict = "") {
  JsonObject out;
  out.raw("error", JsonObject{}.put("kind", kind).put("what", what).put("cure", cure).text());
  if (!conflict.empty()) out.raw("conflict", conflict);
  Reply answer = reply_json(out.text());
  answer.status = status;
  return answer;
}

}  // namespace

Reply Refused::answer() const {
  const Row row = row_of_refusal(kind_);
  return answer_with(row.status, row.kind, what_, cure_, conflict_);
}

Reply answer_of(const Failure& failure) {
  const FailureRow& row = row_of(failure.kind);
  return answer_with(row.http_status, row.name, failure.what, failure.cure);
}

Reply answer_of_status(int status) {
  if (status == 413)
    return Refused(Refusal::too_large, "This is more than the program takes at once",
                   "Send less, or use entente add on the command line")
        .answer();
  if (status == 404)
    return answer_of({FailureKind::missing, "There is nothing at this address", ""});
  Reply answer = answer_of({FailureKind::usage, "This request cannot be understood", ""});
  answer.status = status;
  return answer;
}

Reply answered(const std::function<Reply()>& work) noexcept {
  try {
    return work();
  } catch (const Refused& refused) {
    return refused.answer();
  } catch (const Failed& failed) {
    return answer_of(failed.failure());
  } catch (const std::exception& error) {
    return answer_of({FailureKind::internal,
                      std::string("The program met a fault of its own: ") + error.what(),
                      "Please report it with what you did"});
  }
}

}  // namespace entente::serve

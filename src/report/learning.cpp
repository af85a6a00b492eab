// SPDX-License-Identifier: Apache-2.0
#include "report/learning.h"

#include <fmt/format.h>

#include "base/json_list.h"
#include "base/json_text.h"
#include "report/lookup.h"
#include "report/table.h"

namespace entente::report {
namespace {

std::string trust_words(const Trustworthiness& one) {
  std::string out =
      one.field == "second issue"
          ? fmt::format("Second issues: of these positions people put another issue beside {}. ",
                        one.wrong)
          : fmt::format("{}: people judged {}, {} of them coded wrong. ",
                        one.field == "issue" ? "Issues" : "Stances",
                        counted(one.judged, "position", "positions"), one.wrong);
  if (one.changed == 0)
    return out + "Nothing that they corrected is sure enough to go by elsewhere.";
  return out + fmt::format(
                   "Of those held back, what the rest teaches changes {} and makes {} of "
                   "them right.",
                   one.changed, one.mended);
}

std::string value_words(const Lookup& lookup, const std::string& field, const std::string& value) {
  if (value.empty()) return "new";
  return field == "issue" ? lookup.issue_label(value) : spoken(value);
}

std::string reason_words(const Recoding& one) {
  if (one.sign.empty()) return "as the rules have it: what was learned before holds no more";
  return fmt::format("\"{}\": corrected so in {} of {} judged", one.sign, one.times, one.of);
}

std::string change_json(const Recoding& one) {
  return JsonObject{}
      .put("item", one.item)
      .put("field", one.field)
      .put("before", one.before)
      .put("after", one.after)
      .put("sign", one.sign)
      .number("times", one.times)
      .number("of", one.of)
      .text();
}

std::string trust_json(const Trustworthiness& one) {
  return JsonObject{}
      .put("field", one.field)
      .number("judged", one.judged)
      .number("wrong", one.wrong)
      .number("changed", one.changed)
      .number("mended", one.mended)
      .text();
}

}  // namespace

std::string learning_text(const Case& contents, const LearnReport& report, bool dry_run,
                          const Screen& screen) {
  const Lookup lookup{contents};
  std::string out;
  for (const Trustworthiness& one : report.fields) out += paragraph(trust_words(one), screen);
  if (report.changes.empty()) return out + paragraph("No position is coded anew.", screen);
  Table table{{{"id"}, {"field", 6}, {"was", 10}, {"is", 10}, {"words, and how often", 20}}};
  for (const Recoding& one : report.changes)
    table.add({one.item, one.field == "review" ? "kept" : one.field,
               value_words(lookup, one.field, one.before),
               value_words(lookup, one.field, one.after), reason_words(one)});
  out += "\n" + table.text(screen) + "\n";
  return out + paragraph(dry_run ? "Nothing was changed: this was asked for with --dry-run."
                                 : "These are suggestions: confirm, edit or reject overrules them.",
                         screen);
}

std::string learning_json(const LearnReport& report, bool dry_run) {
  return JsonObject{}
             .raw("fields", json_list(report.fields, trust_json))
             .raw("changes", json_list(report.changes, change_json))
             .flag("dry_run", dry_run)
             .text() +
         "\n";
}

}  // namespace entente::report

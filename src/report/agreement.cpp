// SPDX-License-Identifier: Apache-2.0
#include "report/agreement.h"

#include <fmt/format.h>

#include "base/json_list.h"
#include "base/json_text.h"
#include "report/lookup.h"
#include "report/table.h"
#include "report/visible.h"

namespace entente::report {
namespace {

std::string field_name(const FieldAgreement& one) {
  if (one.field == "review") return fmt::format("is a {} at all", one.kind);
  return fmt::format("{} of a {}", one.field, one.kind);
}

std::string alpha_words(const Alpha& alpha) {
  if (alpha.alpha) return fmt::format("{:.3f}", *alpha.alpha);
  return alpha.no_variation() ? "no variation" : "nothing to compare";
}

std::string interval_words(const Alpha& alpha) {
  if (!alpha.interval) return "";
  return fmt::format("{:.3f} to {:.3f}", alpha.interval->first, alpha.interval->second);
}

std::string said(const std::string& value) { return value.empty() ? "none" : spoken(value); }

std::string fields_text(const CoderAgreement& agreement, const Screen& screen) {
  Table table{{{"field", 16}, {"both", 4}, {"differ", 6}, {"alpha", 6}, {"95 %", 8}}};
  for (const FieldAgreement& one : agreement.fields)
    table.add({field_name(one), std::to_string(one.alpha.units),
               std::to_string(one.alpha.differing), alpha_words(one.alpha),
               interval_words(one.alpha)});
  return table.text(screen);
}

std::string differences_text(const CoderAgreement& agreement, const std::string& one,
                             const std::string& other, const Screen& screen) {
  if (agreement.differences.empty()) return "";
  Table table{{{"item"}, {"field", 8}, {one, 12}, {other, 12}, {"", 4}}};
  for (const Difference& d : agreement.differences)
    table.add({d.item, d.field == "review" ? "kept" : spoken(d.field),
               fmt::format("{} ({})", said(d.one), d.one_by),
               fmt::format("{} ({})", said(d.other), d.other_by), d.why});
  return "\n" + heading("Where they differ", screen) + table.text(screen);
}

std::string number_json(double value) { return fmt::format("{}", value); }

std::string field_json(const FieldAgreement& one) {
  const Alpha& a = one.alpha;
  return JsonObject{}
      .put("kind", one.kind)
      .put("field", one.field)
      .number("units", a.units)
      .number("values", a.values)
      .number("differing", a.differing)
      .flag("no_variation", a.no_variation())
      .raw("alpha", a.alpha ? number_json(*a.alpha) : "null")
      .raw("interval", a.interval ? fmt::format("[{}, {}]", number_json(a.interval->first),
                                                number_json(a.interval->second))
                                  : "null")
      .text();
}

std::string difference_json(const Difference& one) {
  return JsonObject{}
      .put("item", one.item)
      .put("field", one.field)
      .put("one", one.one)
      .put("one_by", one.one_by)
      .put("other", one.other)
      .put("other_by", one.other_by)
      .put("why", one.why)
      .text();
}

}  // namespace

std::string agreement_text(const CoderAgreement& agreement, const std::string& one,
                           const std::string& other, const Screen& screen) {
  std::string out = fields_text(agreement, screen);
  out += "\n" + paragraph(
                    "Krippendorff's alpha: 1 is full agreement, 0 what chance would give. "
                    "Of a field only items count that both looked at and both keep.",
                    screen);
  out += differences_text(agreement, visible(one), visible(other), screen);
  out += "\n" + paragraph(fmt::format("{} looked at by both and the same; {} looked at only in {}; "
                                      "{} only in {}.",
                                      counted(agreement.alike.size(), "item", "items"),
                                      agreement.one_only.size(), visible(one),
                                      agreement.other_only.size(), visible(other)),
                          screen);
  return out;
}

std::string agreement_json(const CoderAgreement& agreement, const std::string& one,
                           const std::string& other) {
  return JsonObject{}
             .put("one", one)
             .put("other", other)
             .raw("fields", json_list(agreement.fields, field_json))
             .raw("differences", json_list(agreement.differences, difference_json))
             .raw("alike", json_strings(agreement.alike))
             .raw("one_only", json_strings(agreement.one_only))
             .raw("other_only", json_strings(agreement.other_only))
             .text() +
         "\n";
}

}  // namespace entente::report

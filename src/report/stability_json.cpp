// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json_text.h"
#include "report/stability.h"

namespace entente::report {
namespace {

// Lists of up to millions of states are written as they come, without a list of texts between.
template <class Wanted>
std::string numbers_json(std::size_t states, const Wanted& wanted) {
  std::string out = "[";
  for (StateIndex i = 0; i < states; ++i) {
    if (!wanted(i)) continue;
    if (out.size() > 1) out += ", ";
    out += fmt::format_int(number_of(i)).c_str();
  }
  return out + "]";
}

std::string numbers_json(const std::vector<StateIndex>& states) {
  std::vector<std::string> out;
  for (StateIndex state : states) out.push_back(fmt::format("{}", number_of(state)));
  return json_array(out);
}

template <class Items, class Write>
std::string list_json(const Items& items, const Write& write) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(write(item));
  return json_array(out);
}

class StabilityWriter {
 public:
  explicit StabilityWriter(const StabilityFindings& found) : found_(found) {}

  std::string text() const {
    std::string out = "{";
    const auto part = [&](std::string_view key, const std::string& json) {
      out += fmt::format("{}\n\"{}\": ", out.size() > 1 ? "," : "", key) + json;
    };
    part("decision_makers", list_json(found_.conflict.decision_makers,
                                      [](const auto& one) { return json_string(one.name); }));
    part("options",
         list_json(found_.conflict.options, [&](const auto& one) { return option_json(one); }));
    part("states", states_json());
    part("equilibria",
         by_concept([&](Concept how) { return stable_json(found_.stability.equilibria, how); }));
    part("stable", by_concept([&](Concept how) { return stable_by_one(how); }));
    part("coalitions",
         list_json(found_.coalitions, [&](const auto& one) { return coalition_json(one); }));
    part("status_quo", found_.status_quo ? status_quo_json(*found_.status_quo) : "null");
    part("looked_at", numbers_json(found_.looked_at));
    part("reasons", list_json(found_.reasons, [&](const auto& one) { return reason_json(one); }));
    part("doubt", json_string(doubt_words(found_)));
    part("missing", found_.missing ? missing_json(*found_.missing) : "null");
    part("unknown", found_.unknown ? unknown_json(*found_.unknown) : "null");
    part("wanted", found_.wanted ? wanted_json(*found_.wanted) : "null");
    part("suggested", found_.suggested ? "true" : "false");
    part("rests_on",
         JsonObject().number("positions", found_.positions).number("unseen", found_.unseen).text());
    part("passed_over", json_strings(found_.passed_over));
    part("seconds", seconds_json());
    return out + "\n}\n";
  }

 private:
  std::string name(std::size_t who) const { return found_.conflict.decision_makers[who].name; }

  std::string option_json(const ConflictOption& option) const {
    return JsonObject()
        .put("name", option.name)
        .put("owner", name(option.owner))
        .put("direction", word_of(option.direction))
        .text();
  }

  std::string states_json() const {
    std::string out = "[";
    for (StateIndex i = 0; i < found_.states.size(); ++i)
      out += fmt::format("{}\n  {{\"number\": {}, \"decimal\": {}, \"pattern\": \"{}\"}}",
                         i == 0 ? "" : ",", number_of(i), found_.states[i],
                         pattern_text(found_.states[i], found_.conflict.options.size()));
    return out + "\n]";
  }

  template <class Write>
  static std::string by_concept(const Write& write) {
    JsonObject out;
    for (Concept how : concepts) out.raw(word_of(how), write(how));
    return out.text();
  }

  static std::string stable_json(const std::vector<Verdict>& verdicts, Concept how) {
    return numbers_json(verdicts.size(), [&](StateIndex i) { return verdicts[i].stable(how); });
  }

  std::string stable_by_one(Concept how) const {
    JsonObject out;
    for (std::size_t who = 0; who < found_.stability.verdicts.size(); ++who)
      out.raw(name(who), stable_json(found_.stability.verdicts[who], how));
    return out.text();
  }

  std::string steps_json(const std::vector<Step>& steps) const {
    return list_json(steps, [&](const Step& step) {
      return JsonObject().put("mover", name(step.mover)).number("to", number_of(step.to)).text();
    });
  }

  std::string coalition_json(const CoalitionFinding& finding) const {
    return JsonObject()
        .raw("members",
             list_json(finding.members, [&](std::size_t who) { return json_string(name(who)); }))
        .raw("Nash", finding.stable ? numbers_json(*finding.stable) : "null")
        .raw("upsets", list_json(finding.upsets,
                                 [&](const JointMove& one) {
                                   return JsonObject()
                                       .number("from", number_of(one.from))
                                       .number("to", number_of(one.to))
                                       .raw("steps", steps_json(one.steps))
                                       .text();
                                 }))
        .text();
  }

  std::string routes_json(const std::vector<Route>& routes) const {
    return list_json(routes, [&](const Route& route) {
      return JsonObject()
          .number("to", number_of(route.to))
          .raw("steps", steps_json(route.steps))
          .text();
    });
  }

  std::string status_quo_json(const StatusQuo& now) const {
    return JsonObject()
        .number("state", number_of(now.state))
        .raw("by_moves", routes_json(now.by_moves))
        .raw("by_improvements", routes_json(now.by_improvements))
        .raw("stops", numbers_json(now.stops))
        .number("reachable", now.reachable)
        .text();
  }

  std::string improvement_json(const Improvement& one) const {
    JsonObject out;
    out.number("to", number_of(one.to))
        .flag("answered", one.answered)
        .raw("answer", steps_json(one.answer));
    out.raw("ends", one.answered ? fmt::format("{}", number_of(one.ends)) : "null")
        .flag("worse", one.worse);
    return out.text();
  }

  std::string reason_json(const Reason& one) const {
    return "\n  " +
           JsonObject()
               .put("decision_maker", name(one.decision_maker))
               .number("state", number_of(one.state))
               .put("concept", word_of(one.how))
               .flag("stable", one.stable)
               .number("improvements", one.improvements)
               .raw("shown",
                    list_json(one.shown, [&](const auto& each) { return improvement_json(each); }))
               .put("words", reason_words(found_, {one}).front())
               .text();
  }

  std::string option_names(State options) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < found_.conflict.options.size(); ++i)
      if (options & bit(i)) out.push_back(found_.conflict.options[i].name);
    return json_strings(out);
  }

  std::string missing_json(const Missing& one) const {
    JsonObject out;
    out.raw("concepts",
            list_json(one.concepts, [](Concept how) { return json_string(word_of(how)); }))
        .put("concept", word_of(one.how))
        .number("equilibria", one.equilibria)
        .put("decision_maker", name(one.decision_maker));
    out.raw("option",
            one.removed > 0 ? json_string(found_.conflict.options[one.option].name) : "null")
        .number("removed", one.removed);
    return out.text();
  }

  static std::string certain_json(const std::vector<Certainties>& of_states, Concept how) {
    JsonObject out;
    for (const Certainty one : {Certainty::all, Certainty::some, Certainty::open})
      out.raw(word_of(one), numbers_json(of_states.size(), [&](StateIndex i) {
                return of_states[i][static_cast<std::size_t>(how)] == one;
              }));
    return out.text();
  }

  std::string certain_by_one(const Unknowns& unknown, Concept how) const {
    JsonObject out;
    for (std::size_t who = 0; who < unknown.verdicts.size(); ++who)
      out.raw(name(who), certain_json(unknown.verdicts[who], how));
    return out.text();
  }

  std::string unknown_json(const Unknowns& unknown) const {
    return JsonObject()
        .flag("seq_asked", unknown.seq_asked)
        .raw("equilibria",
             by_concept([&](Concept how) { return certain_json(unknown.equilibria, how); }))
        .raw("stable", by_concept([&](Concept how) { return certain_by_one(unknown, how); }))
        .raw("pairs", list_json(unknown.settled,
                                [&](const Settled& one) {
                                  return JsonObject()
                                      .put("decision_maker", name(one.pair.decision_maker))
                                      .number("one", number_of(one.pair.one))
                                      .number("other", number_of(one.pair.other))
                                      .number("equilibria", one.equilibria)
                                      .number("verdicts", one.verdicts)
                                      .text();
                                }))
        .text();
  }

  std::string reasons_json(const std::vector<Reason>& reasons) const {
    return list_json(reasons, [&](const auto& one) { return reason_json(one); });
  }

  std::string guarantee_json(const Guarantee& one) const {
    return JsonObject()
        .raw("options", option_names(one.options))
        .put("kind", one.credible ? "credible" : "added")
        .number("state", number_of(one.state))
        .raw("unwilling",
             list_json(one.unwilling, [&](std::size_t who) { return json_string(name(who)); }))
        .raw("holds", reasons_json(one.holds))
        .text();
  }

  std::string wanted_json(const Wanted& want) const {
    return JsonObject()
        .number("state", number_of(want.state))
        .put("concept", word_of(want.how))
        .flag("holds", want.holds)
        .raw("leaves", reasons_json(want.leaves))
        .raw("reversals", list_json(want.reversals,
                                    [&](const Reversal& one) {
                                      return JsonObject()
                                          .put("decision_maker", name(one.decision_maker))
                                          .number("over", number_of(one.over))
                                          .number("under", number_of(one.under))
                                          .text();
                                    }))
        .number("at_least", want.at_least)
        .raw("guarantees",
             list_json(want.guarantees, [&](const auto& one) { return guarantee_json(one); }))
        .raw("words", json_strings(wanted_words(found_)))
        .text();
  }

  std::string seconds_json() const {
    JsonObject out;
    for (const auto& [part, seconds] : found_.seconds)
      out.raw(part, fmt::format("{:.6f}", seconds));
    return out.text();
  }

  const StabilityFindings& found_;
};

}  // namespace

std::string stability_json(const StabilityFindings& found) { return StabilityWriter(found).text(); }

}  // namespace entente::report

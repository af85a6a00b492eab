// SPDX-License-Identifier: Apache-2.0
// A labour dispute and a fisheries agreement, with the codebooks that come with the program. What
// is to be found stands in expected.json of each example, written by hand before any program had
// read the articles; what of it the program misses today, and what it says beside it, is listed in
// tests/flow/data. Whoever makes the program read better, or worse, sees here in what.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "flow/expect.h"

namespace entente::flow {
namespace {

using Json = nlohmann::json;
using Lines = std::multiset<std::string>;

std::set<std::string> words_of_text(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte)) {
      word.push_back(static_cast<char>(std::tolower(byte)));
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

// The share of words in common; none where less than half of the shorter text is.
double likeness(const std::string& a, const std::string& b) {
  const auto one = words_of_text(a), other = words_of_text(b);
  const auto shared = static_cast<double>(std::count_if(
      one.begin(), one.end(), [&](const std::string& word) { return other.contains(word); }));
  const auto all = static_cast<double>(one.size() + other.size()) - shared;
  return 2 * shared < static_cast<double>(std::min(one.size(), other.size())) ? 0 : shared / all;
}

bool holds(const Json& list, const Json& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

struct Example {
  std::string name, codebook;
  friend void PrintTo(const Example& example, std::ostream* out) { *out << example.name; }
};

// What was asked for and is not there, and what is there and was not asked for.
struct Gap {
  Lines missed, beside;
};

std::string line_of(const Json& one, const std::vector<std::string>& keys) {
  std::string line;
  for (const std::string& key : keys)
    line += (line.empty() ? "" : " | ") +
            (one.at(key).is_string() ? one.at(key).get<std::string>() : one.at(key).dump());
  return line;
}

class TwoFields : public testing::TestWithParam<Example> {
 protected:
  static std::filesystem::path inputs() { return source() / "examples" / GetParam().name; }
  static const Json& read(const std::filesystem::path& file) {
    static std::map<std::filesystem::path, Json> all;
    const auto [found, first] = all.try_emplace(file);
    if (first) found->second = Json::parse(std::ifstream(file));
    return found->second;
  }
  static const Json& expected() { return read(inputs() / "expected.json"); }

  // Each example is read once.
  static const Json& told(const std::string& what) {
    static std::map<std::string, Json> all;
    const auto [found, first] = all.try_emplace(GetParam().name);
    if (first) {
      const kit::Folder folder;
      const std::string file = (folder / "talks.entente").string();
      expect_done(run({"new", file, "--codebook", GetParam().codebook, "--parties",
                       (inputs() / "parties.yaml").string()}));
      expect_done(run({"add", file, (inputs() / "articles").string()}));
      found->second["export"] = Json::parse(run({"export", file}).out);
      found->second["matrix"] = Json::parse(run({"matrix", file, "--format", "json"}).out);
      found->second["accounts"] = Json::parse(run({"accounts", file, "--format", "json"}).out);
    }
    return found->second.at(what);
  }

  static bool optional_item(const Json& one) { return one.value("optional", false); }

  // Pairs each wanted item with the likest one given of the same document that `same` accepts,
  // those that are not optional first; `right` says whether it is what was asked for.
  template <class Same, class Right>
  static Gap gap(Json wanted, const Json& given, const std::vector<std::string>& keys,
                 const std::vector<std::string>& given_keys, const Same& same, const Right& right) {
    std::stable_sort(wanted.begin(), wanted.end(), [](const Json& a, const Json& b) {
      return optional_item(a) < optional_item(b);
    });
    Gap out;
    std::set<std::string> used;
    for (const Json& one : wanted) {
      const Json* best = nullptr;
      double likest = 0;
      for (const Json& each : given) {
        if (each.at("doc") != one.at("doc") || used.contains(each.at("id")) || !same(one, each))
          continue;
        const double alike = likeness(one.at("text"), each.at("words"));
        if (alike > likest) best = &each, likest = alike;
      }
      if (best) used.insert(best->at("id"));
      if ((!best || !right(one, *best)) && !optional_item(one))
        out.missed.insert(line_of(one, keys));
    }
    for (const Json& each : given)
      if (!used.contains(each.at("id"))) out.beside.insert(line_of(each, given_keys));
    return out;
  }

  static void expect_gap(const std::string& what, const Gap& found) {
    const Json& today =
        read(source() / "tests/flow/data" / (GetParam().name + ".today.json")).at(what);
    const Json gap{{"missed", found.missed}, {"beside", found.beside}};
    for (const char* side : {"missed", "beside"})
      EXPECT_EQ(Lines(gap.at(side)), Lines(today.at(side)))
          << what << " " << side << " now: " << gap.at(side).dump(2);
  }

  static std::set<std::string> pairs(const Json& findings, const std::vector<std::string>& keys) {
    std::set<std::string> all;
    for (const Json& one : findings) all.insert(line_of(one, keys));
    return all;
  }
  static Gap gap_of_sets(const std::set<std::string>& wanted, const std::set<std::string>& given) {
    Gap out;
    std::set_difference(wanted.begin(), wanted.end(), given.begin(), given.end(),
                        std::inserter(out.missed, out.missed.end()));
    std::set_difference(given.begin(), given.end(), wanted.begin(), wanted.end(),
                        std::inserter(out.beside, out.beside.end()));
    return out;
  }
};

TEST_P(TwoFields, positions_are_those_a_reader_finds_but_for_the_listed) {
  expect_gap(
      "positions",
      gap(
          expected().at("positions"), told("export").at("positions"),
          {"doc", "party", "issue", "text"}, {"doc", "party", "issue", "words"},
          [](const Json& one, const Json& each) {
            return one.at("party") == each.at("party") && one.at("issue") == each.at("issue");
          },
          [](const Json& one, const Json& each) {
            const bool placed = one.at("option").is_null() ||
                                each.at("option") == Json{one.at("option"), one.at("option")};
            const bool drawn = !one.value("red_line", false) || each.at("firmness") == "red_line";
            return placed && drawn && holds(one.at("stance"), each.at("stance"));
          }));
}

TEST_P(TwoFields, what_one_party_tells_of_another_is_not_its_own_word) {
  std::size_t told_by_others = 0;
  for (const Json& one : expected().at("positions")) {
    if (!one.value("by_other", false) || optional_item(one)) continue;
    for (const Json& each : told("export").at("positions")) {
      if (each.at("doc") != one.at("doc") || each.at("party") != one.at("party") ||
          each.at("issue") != one.at("issue") || likeness(one.at("text"), each.at("words")) == 0)
        continue;
      ++told_by_others;
      EXPECT_NE(each.at("reported_by"), one.at("party")) << each;
      EXPECT_NE(each.at("reported_by"), "narrator") << each;
    }
  }
  EXPECT_GE(told_by_others, 2u);
}

TEST_P(TwoFields, the_matrix_has_the_newest_of_each_party_but_for_the_listed) {
  Lines missed;
  const Json& cells = told("matrix").at("cells");
  for (const Json& one : expected().at("cells")) {
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const Json& cell) {
      return cell.at("party") == one.at("party") && cell.at("issue") == one.at("issue");
    });
    const bool right = found != cells.end() &&
                       holds(one.at("stance"), found->at("newest").at("stance")) &&
                       (one.at("option").is_null() || found->at("newest").at("option") ==
                                                          Json{one.at("option"), one.at("option")});
    if (!right) missed.insert(line_of(one, {"party", "issue"}));
  }
  const Gap named = gap_of_sets(pairs(expected().at("cells"), {"party", "issue"}),
                                pairs(cells, {"party", "issue"}));
  expect_gap("cells", {missed, named.beside});
}

TEST_P(TwoFields, who_moved_on_what_but_for_the_listed) {
  expect_gap("movements", gap_of_sets(pairs(expected().at("movements"), {"party", "issue"}),
                                      pairs(told("matrix").at("movements"), {"party", "issue"})));
}

TEST_P(TwoFields, who_contradicts_itself_but_for_the_listed) {
  expect_gap("contradictions",
             gap_of_sets(pairs(expected().at("contradictions"), {"party", "issue"}),
                         pairs(told("matrix").at("contradictions"), {"party", "issue"})));
}

TEST_P(TwoFields, the_draft_crosses_the_one_red_line_and_no_other) {
  std::set<std::string> crossed;
  for (const Json& one : told("matrix").at("crossings"))
    if (one.at("number") != "") crossed.insert(line_of(one, {"party", "number"}));
  EXPECT_EQ(crossed, pairs(expected().at("crossings"), {"party", "number"}));
}

TEST_P(TwoFields, meetings_are_found_with_their_parties_and_days_but_for_the_listed) {
  expect_gap("meetings",
             gap(
                 expected().at("meetings"), told("export").at("meetings"), {"doc", "text"},
                 {"doc", "words"}, [](const Json&, const Json&) { return true; },
                 [](const Json& one, const Json& each) {
                   const bool all = std::all_of(
                       one.at("parties").begin(), one.at("parties").end(),
                       [&](const Json& party) { return holds(each.at("parties"), party); });
                   return all && holds(one.at("status"), each.at("status")) &&
                          each.at("when") == one.at("date");
                 }));
}

TEST_P(TwoFields, levers_are_found_with_who_holds_them_but_for_the_listed) {
  expect_gap("levers", gap(
                           expected().at("levers"), told("export").at("levers"), {"doc", "text"},
                           {"doc", "words"}, [](const Json&, const Json&) { return true; },
                           [](const Json& one, const Json& each) {
                             return one.at("holder") == each.at("holder") &&
                                    one.at("kind") == each.at("kind") &&
                                    holds(one.at("use"), each.at("use"));
                           }));
}

TEST_P(TwoFields, readouts_of_one_meeting_side_by_side_but_for_the_listed) {
  ASSERT_EQ(told("accounts").at("accounts").size(), 1u);
  const Json& lines = told("accounts").at("accounts").at(0).at("lines");
  const auto stands = [&](const Json& pair, const std::string& agreement) {
    return std::any_of(lines.begin(), lines.end(), [&](const Json& line) {
      return line.at("agreement") == agreement &&
             likeness(pair.at(0), line.at("left").at("words")) > 0.9 &&
             likeness(pair.at(1), line.at("right").at("words")) > 0.9;
    });
  };
  Gap out;
  for (const auto& [wanted, agreement] : {std::pair{"both", "agreed"}, {"differ", "differs"}})
    for (const Json& pair : expected().at("accounts").at(wanted))
      if (!stands(pair, agreement)) out.missed.insert(pair.at(0).get<std::string>());
  expect_gap("accounts", out);
}

INSTANTIATE_TEST_SUITE_P(Examples, TwoFields,
                         testing::Values(Example{"saltmere-cranes", "labour-dispute"},
                                         Example{"kelder-bank", "fisheries"}),
                         [](const auto& example) {
                           return example.param.codebook == "fisheries" ? "fisheries"
                                                                        : "labour_dispute";
                         });

}  // namespace
}  // namespace entente::flow

// SPDX-License-Identifier: Apache-2.0
// Bulletins of climate talks, with the codebook that comes with the program: what a reader finds in
// them (examples/highwater-session/expected.json, written by hand) stands in the case and in what
// is told without one.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "flow/expect.h"

namespace entente::flow {
namespace {

using Json = nlohmann::json;

class HighwaterSession : public testing::Test {
 protected:
  static std::filesystem::path inputs() { return source() / "examples/highwater-session"; }
  static const Json& expected() {
    static const Json all = Json::parse(std::ifstream(inputs() / "expected.json"));
    return all;
  }

  static void SetUpTestSuite() {
    folder = new kit::Folder;
    expect_done(run({"new", file(), "--codebook", "climate-talks", "--parties",
                     (inputs() / "parties.yaml").string()}));
    expect_done(run({"add", file(), (inputs() / "bulletins").string()}));
  }
  static void TearDownTestSuite() {
    delete folder;
    folder = nullptr;
  }

  static std::string file() { return (*folder / "talks.entente").string(); }
  static Json positions() { return Json::parse(run({"export", file()}).out).at("positions"); }
  static bool is(const Json& one, const Json& wanted) {
    const bool same = one.at("party") == wanted.at("party") &&
                      one.at("issue") == wanted.at("issue") &&
                      one.at("stance") == wanted.at("stance");
    return same && (!wanted.contains("option") ||
                    one.at("option") == Json{wanted.at("option"), wanted.at("option")});
  }
  static Json cell(const Json& matrix, const Json& wanted) {
    for (const Json& one : matrix.at("cells"))
      if (one.at("party") == wanted.at("party") && one.at("issue") == wanted.at("issue"))
        return one;
    return {};
  }

  static inline kit::Folder* folder = nullptr;
};

TEST_F(HighwaterSession, each_party_that_joins_in_or_is_against_it_has_its_position) {
  const auto found = positions();
  for (const Json& wanted : expected().at("positions"))
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](const Json& one) {
      return is(one, wanted);
    })) << wanted;
}

TEST_F(HighwaterSession, a_placed_position_is_one_a_reader_finds) {
  const auto wanted = expected().at("positions");
  for (const Json& one : positions()) {
    if (one.at("option").is_null()) continue;
    EXPECT_TRUE(std::any_of(wanted.begin(), wanted.end(), [&](const Json& each) {
      return is(one, each);
    })) << one;
  }
}

TEST_F(HighwaterSession, the_matrix_has_the_newest_and_nothing_of_who_was_silent) {
  const Json matrix = Json::parse(run({"matrix", file(), "--format", "json"}).out);
  for (const Json& wanted : expected().at("cells")) {
    const Json found = cell(matrix, wanted);
    ASSERT_FALSE(found.is_null()) << wanted;
    EXPECT_NE(found.dump().find(wanted.at("stance").get<std::string>()), std::string::npos)
        << found;
    EXPECT_NE(found.dump().find(wanted.at("option").get<std::string>()), std::string::npos)
        << found;
  }
  const auto found = positions();
  for (const Json& silent : expected().at("silent"))
    EXPECT_TRUE(std::none_of(found.begin(), found.end(), [&](const Json& one) {
      return one.at("party") == silent.at("party") && one.at("issue") == silent.at("issue");
    })) << silent;
}

std::string cut_out(const std::u32string& text, const Json& spans) {
  std::string out;
  for (const Json& span : spans)
    out += (out.empty() ? "" : " ") + slice_utf8(text, Span{span.at(0), span.at(1)});
  return out;
}

TEST_F(HighwaterSession, attribute_tells_each_actor_apart) {
  const auto told = run({"attribute", "--each-actor", (inputs() / "bulletins").string()});
  expect_done(told);
  std::map<std::string, std::u32string> texts;
  for (const char* name : {"01-monday", "02-wednesday", "03-friday"}) {
    std::ifstream in(inputs() / "bulletins" / (std::string(name) + ".txt"));
    texts[name] = from_utf8(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  std::vector<Json> lines;
  std::istringstream in(told.out);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  for (const Json& wanted : expected().at("sayings"))
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const Json& line) {
      const std::u32string& text = texts.at(line.at("doc"));
      const bool against = line.at("polarity") == "rejected";
      const std::string predicate = wanted.at("predicate");
      return cut_out(text, line.at("source")) == wanted.at("actor") &&
             cut_out(text, line.at("cue")).find(predicate) != std::string::npos &&
             cut_out(text, line.at("content")) == wanted.at("message") &&
             against == wanted.at("against");
    })) << wanted;
}

}  // namespace
}  // namespace entente::flow

// SPDX-License-Identifier: Apache-2.0
#include "exchange/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "kit/sample_whole.h"
#include "kit/says.h"

namespace entente::exchange {
namespace {

using kit::says;
using Json = nlohmann::json;

Json exported() { return Json::parse(write_json(kit::small_whole())); }

Failure failure_of(const std::string& text) {
  const auto read = read_json(text, "case.json");
  return read ? Failure{FailureKind::internal, "it was read", ""} : read.error();
}

// What is said of an export in which `change` spoiled something.
template <class Change>
std::string refusal(Change change) {
  Json json = exported();
  change(json);
  const Failure failure = failure_of(json.dump());
  EXPECT_EQ(failure.kind, FailureKind::bad_input) << failure.what;
  EXPECT_FALSE(failure.cure.empty());
  return failure.what;
}

TEST(Json, what_is_written_is_read_back_equal) {
  const Whole whole = kit::small_whole();
  const auto read = read_json(write_json(whole), "case.json");
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ(*read, whole);
}

TEST(Json, the_same_case_gives_the_same_bytes) {
  const std::string text = write_json(kit::small_whole());
  EXPECT_EQ(text, write_json(*read_json(text, "case.json")));
}

TEST(Json, an_empty_case_is_read_back_equal) {
  EXPECT_EQ(read_json(write_json(Whole{}), "empty.json").value(), Whole{});
}

TEST(Json, the_keys_that_a_scorer_reads_hold_names_offsets_and_nulls) {
  const Json json = exported();
  EXPECT_EQ(json["documents"][0]["name"], "readout.txt");
  EXPECT_EQ(json["documents"][0]["noise"][0].size(), 2u);
  EXPECT_EQ(json["statements"][0]["doc"], "readout.txt");
  EXPECT_EQ(json["statements"][0]["speaker"], "Ilan Torre");
  EXPECT_EQ(json["positions"][1]["stance"], "rejects");
  EXPECT_EQ(json["positions"][1]["evidence"].size(), 2u);
  EXPECT_EQ(json["meetings"][0]["parties"], (Json{"Arvenia", "Borland"}));
  EXPECT_EQ(json["meetings"][0]["status"], "held");
  Whole unknown = kit::small_whole();
  unknown.contents.statements[0].speaker = unknown.contents.statements[0].party =
      unknown.contents.meetings[0].place = "";
  const Json nulls = Json::parse(write_json(unknown));
  EXPECT_TRUE(nulls["statements"][0]["speaker"].is_null());
  EXPECT_TRUE(nulls["statements"][0]["party"].is_null());
  EXPECT_TRUE(nulls["meetings"][0]["place"].is_null());
}

TEST(Json, offsets_count_code_points_not_bytes) {
  const Json json = exported();
  const auto text = from_utf8(json["documents"][0]["text"].get<std::string>());
  const Json span = json["statements"][0]["content"][0];
  EXPECT_EQ(slice_utf8(text, {span[0], span[1]}), "We will not leave the northern valley,");
}

TEST(Json, a_listing_holds_one_part_under_its_name) {
  const Whole whole = kit::small_whole();
  const std::pair<Part, const char*> parts[] = {{Part::documents, "documents"},
                                                {Part::statements, "statements"},
                                                {Part::people, "people"},
                                                {Part::positions, "positions"},
                                                {Part::meetings, "meetings"},
                                                {Part::clauses, "clauses"},
                                                {Part::log, "log"}};
  for (const auto& [part, key] : parts) {
    const Json listing = Json::parse(write_json(whole.contents, whole.log, part));
    ASSERT_EQ(listing.size(), 1u) << key;
    EXPECT_EQ(listing[key].size(), exported()[key].size()) << key;
  }
}

TEST(Json, a_quote_that_differs_from_the_text_is_refused) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][3]["words"] = "the talks useless"; }),
                   "case.json: statements[3].words: the words differ from the text at"));
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["positions"][0]["evidence"][0] = 0; }), "positions[0].words"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["meetings"][1]["words"] = ""; }), "meetings[1].words"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["clauses"][0]["words"] = "x"; }), "clauses[0].words"));
}

TEST(Json, a_source_or_cue_at_another_place_is_refused) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["source"] = {{0, 3}}; }),
                   "statements[0].source_words: the words differ from the text at 0-3"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["cue"] = {{0, 3}}; }),
                   "statements[0].cue_words: the words differ"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["cue"] = Json::array(); }),
                   "statements[0].cue_words: words without a range"));
}

TEST(Json, an_export_without_the_words_of_its_sources_is_read) {
  Json json = exported();
  for (Json& statement : json["statements"]) {
    statement.erase("source_words");
    statement.erase("cue_words");
  }
  EXPECT_EQ(read_json(json.dump(), "case.json").value(), kit::small_whole());
}

TEST(Json, what_nobody_wrote_is_refused_but_where_the_log_has_an_edit_of_it) {
  const auto edit_of = [](const char* item, const char* field) {
    return Json{{"number", 3},   {"at", "2031-03-08T09:00:00Z"},
                {"who", "A."},   {"verb", "edit"},
                {"item", item},  {"before", "{}"},
                {"why", "seen"}, {"after", Json{{field, "x"}}.dump()}};
  };
  const auto check = [&](const char* list, std::size_t at, const char* field, const char* value) {
    Json spoiled = exported();
    spoiled[list][at][field] = value;
    const std::string item = spoiled[list][at]["id"];
    const Failure failure = failure_of(spoiled.dump());
    EXPECT_EQ(failure.kind, FailureKind::bad_input) << field;
    EXPECT_TRUE(says(failure.what, item + "." + field + ": "));
    EXPECT_TRUE(says(failure.what, value));
    spoiled["log"].push_back(edit_of(item.c_str(), "party"));
    EXPECT_EQ(failure_of(spoiled.dump()).kind, FailureKind::bad_input) << field;
    spoiled["log"].back() = edit_of(item.c_str(), field);
    EXPECT_TRUE(read_json(spoiled.dump(), "case.json")) << field;
  };
  check("positions", 0, "condition", "never said by anyone");
  check("meetings", 0, "place", "Narnia");
  check("meetings", 0, "when_words", "in the year dot");
  check("statements", 0, "speaker", "Zebedee Quux");
}

TEST(Json, a_speaker_whom_the_text_prints_in_other_letters_is_read) {
  Json json = exported();
  const std::string printed = json["statements"][0]["speaker"];
  for (const char* as : {"ILAN TORRE", "ilan torre"}) {
    json["statements"][0]["speaker"] = as;
    json["statements"][0]["person"] = nullptr;
    EXPECT_TRUE(read_json(json.dump(), "case.json")) << printed << " as " << as;
  }
}

TEST(Json, a_confirmation_of_which_the_log_knows_nothing_is_refused) {
  const auto by = [](const char* status, const char* who) {
    return Json{{"status", status}, {"by", who}};
  };
  for (const char* list : {"people", "statements", "positions", "meetings", "clauses"})
    EXPECT_TRUE(says(refusal([&](Json& j) { j[list][0]["review"] = by("confirmed", "Somebody"); }),
                     "1.review: confirmed by \"Somebody\", of which the log knows nothing"))
        << list;
  Json json = exported();  // whose log has: A. Reader, confirm, p1
  json["positions"][0]["review"] = by("confirmed", "A. Reader");
  EXPECT_TRUE(read_json(json.dump(), "case.json"));
  json["positions"][0]["review"] = by("rejected", "A. Reader");
  EXPECT_FALSE(read_json(json.dump(), "case.json"));
  json["positions"][0]["review"] = by("confirmed", "Somebody");
  EXPECT_FALSE(read_json(json.dump(), "case.json"));
}

TEST(Json, a_text_that_was_changed_is_refused) {
  EXPECT_TRUE(says(refusal([](Json& j) {
                     auto& text = j["documents"][1]["text"].get_ref<std::string&>();
                     text.replace(text.find("useful"), 6, "futile");
                   }),
                   "documents[1].sha256: the checksum differs"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][0]["text"] = ""; }), "documents[0].size"));
}

TEST(Json, offsets_outside_the_text_are_refused) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["content"][0][1] = 99999; }),
                   "statements[0].content[0]: offset 99999 is outside a text of"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["cue"][0][0] = -1; }),
                   "statements[0].cue[0][0]: a whole number"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["people"][0]["evidence"][0]["span"] = {5, 5}; }),
                   "the range is empty"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][0]["headings"] = {{0, 6}, {3, 9}}; }),
                   "headings[1]: the ranges overlap"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["content"] = Json::array(); }),
                   "without content"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["positions"][0]["evidence"] = {1.5, 4}; }),
                   "positions[0].evidence[0]"));
}

TEST(Json, an_unknown_word_is_refused_with_the_known_ones) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["positions"][2]["stance"] = "likes"; }),
                   "positions[2].stance: \"likes\" is none of: demands, wants"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["meetings"][0]["review"]["status"] = ""; }),
                   "meetings[0].review.status"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][0]["noise_kinds"][0] = "advert"; }),
                   "noise_kinds[0]"));
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["documents"][0]["date"] = "2031-02-30"; }), "is not a date"));
}

TEST(Json, an_id_or_a_name_that_stands_twice_is_refused) {
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["positions"][1]["id"] = "p1"; }), "positions[1]: the same id"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][1]["name"] = "readout.txt"; }),
                   "two documents are named \"readout.txt\""));
  EXPECT_TRUE(says(refusal([](Json& j) { j["codebook"]["issues"][1]["id"] = "territory"; }),
                   "codebook.issues[1]"));
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["statements"][0]["id"] = "s01"; }), "is not an id such as s1"));
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["statements"][0]["id"] = "p1"; }), "is not an id such as s1"));
}

TEST(Json, a_reference_to_nothing_is_refused) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][0]["person"] = "w9"; }),
                   "s1.person: w9 is not in the file"));
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["positions"][0]["statement"] = "s9"; }), "p1.statement: s9"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["positions"][0]["statement"] = "s4"; }),
                   "s4 stands in another document"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["meetings"][0]["doc"] = "lost.txt"; }),
                   "no document is named \"lost.txt\""));
  EXPECT_TRUE(says(refusal([](Json& j) { j["positions"][0]["issue"] = "weather"; }),
                   "the codebook has no issue \"weather\""));
  EXPECT_TRUE(says(refusal([](Json& j) { j["positions"][0]["option"] = {"stay", "gone"}; }),
                   "has no option \"gone\""));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][0]["same_account_as"] = "d2"; }),
                   "added before it"));
}

TEST(Json, references_in_a_circle_are_refused) {
  EXPECT_TRUE(
      says(refusal([](Json& j) { j["people"][0]["same_as"] = "w1"; }), "comes back to itself"));
  EXPECT_TRUE(says(refusal([](Json& j) {
                     j["statements"][0]["continues"] = "s2";
                     j["statements"][1]["continues"] = "s1";
                   }),
                   ".continues: s"));
}

TEST(Json, a_missing_key_or_another_shape_is_refused_where_it_stands) {
  EXPECT_TRUE(says(refusal([](Json& j) { j["statements"][2].erase("cue"); }),
                   "statements[2]: the key \"cue\" is missing"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["people"] = "nobody"; }), "people: a list is expected"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["codebook"] = 3; }), "codebook: an object is expected"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["documents"][0]["title"] = 3; }),
                   "documents[0].title: a text is expected"));
  EXPECT_TRUE(says(refusal([](Json& j) { j["format"] = "other"; }), "no export of a case"));
  EXPECT_TRUE(says(refusal([](Json& j) { j = Json::array(); }), "an object is expected"));
}

TEST(Json, keys_that_this_version_does_not_know_are_passed_over) {
  Json json = exported();
  json["positions"][0]["mood"] = "sunny";
  EXPECT_EQ(read_json(json.dump(), "case.json").value(), kit::small_whole());
}

TEST(Json, a_newer_version_is_refused_as_too_new) {
  Json json = exported();
  json["version"] = json_version + 1;
  const Failure failure = failure_of(json.dump());
  EXPECT_EQ(failure.kind, FailureKind::too_new);
  EXPECT_TRUE(says(failure.what, "case.json is in version 2"));
}

TEST(Json, what_is_not_json_is_refused_with_its_line) {
  EXPECT_TRUE(says(failure_of("{\n  \"format\": \"entente-case\",\n  oops\n}").what,
                   "case.json is not JSON: line 3, column 3"));
  EXPECT_TRUE(says(failure_of("").what, "is not JSON"));
  EXPECT_TRUE(says(failure_of("{\"format\": \"\xFF\"}").what, "is not JSON"));
  EXPECT_TRUE(says(failure_of("\"\\ud800\"").what, "is not JSON"));
  EXPECT_TRUE(says(failure_of("{\"format\": 1e999}").what, "a number in it is too large"));
}

TEST(Json, a_bomb_of_brackets_is_refused_before_it_costs_memory) {
  EXPECT_TRUE(says(failure_of(std::string(5'000'000, '[')).what, "deep"));
}

TEST(Json, items_in_another_order_are_put_in_the_order_of_their_ids) {
  Json json = exported();
  std::reverse(json["positions"].begin(), json["positions"].end());
  std::reverse(json["documents"].begin(), json["documents"].end());
  EXPECT_EQ(read_json(json.dump(), "case.json").value(), kit::small_whole());
}

// A text of any characters, ASCII controls and the far planes among them.
rc::Gen<std::u32string> any_text() {
  const auto character = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 0x80),
                                        rc::gen::inRange<std::uint32_t>(0xA0, 0xD800),
                                        rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
  return rc::gen::map(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint32_t>>(character)),
      [](const std::vector<std::uint32_t>& in) { return std::u32string(in.begin(), in.end()); });
}

RC_GTEST_PROP(JsonProperty, any_text_and_range_are_read_back_equal, ()) {
  Whole whole;
  whole.contents.codebook.issues = {
      {"x", "X", IssueKind::process, "", {}, {}, true, {{"a", "A", {"b|c"}}}}};
  const std::u32string text = *any_text();
  whole.documents = {kit::document(7, to_utf8(*any_text()), to_utf8(text))};
  whole.contents.documents = {whole.documents[0].card};
  const auto begin = *rc::gen::inRange<std::size_t>(0, text.size());
  const auto end = *rc::gen::inRange<std::size_t>(begin + 1, text.size() + 1);
  Position position;
  position.id = {*rc::gen::inRange<std::uint32_t>(1, 4'000'000'000)};
  position.document = {7};
  position.issue = "x";
  position.party = to_utf8(*any_text());
  position.stance = *rc::gen::element(Stance::demands, Stance::reports, Stance::open_to);
  position.evidence = {begin, end};
  position.words = slice_utf8(text, position.evidence);
  position.condition = slice_utf8(text, {begin, *rc::gen::inRange<std::size_t>(begin, end + 1)});
  whole.contents.positions = {position};
  const auto read = read_json(write_json(whole), "case.json");
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == whole);
}

RC_GTEST_PROP(JsonProperty, a_spoiled_byte_never_yields_a_case_that_lies, ()) {
  std::string text = write_json(kit::small_whole());
  text[*rc::gen::inRange<std::size_t>(0, text.size())] =
      static_cast<char>(*rc::gen::inRange(32, 127));
  const auto read = read_json(text, "case.json");
  if (!read) {
    RC_ASSERT(!read.error().what.empty());
    return;
  }
  for (const Position& position : read->contents.positions)
    RC_ASSERT(slice_utf8(read->documents[position.document.number - 1].text, position.evidence) ==
              position.words);
}

}  // namespace
}  // namespace entente::exchange

// SPDX-License-Identifier: Apache-2.0
#include "exchange/webannotation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "kit/sample_whole.h"

namespace entente::exchange {
namespace {

using Json = nlohmann::json;

Json collection_of(const Whole& whole) { return Json::parse(write_webannotation(whole)); }

Json items_of(const Whole& whole) { return collection_of(whole)["first"]["items"]; }

std::vector<Json> targets_of(const Json& annotation) {
  const Json& target = annotation["target"];
  return target.is_array() ? target.get<std::vector<Json>>() : std::vector<Json>{target};
}

TEST(WebAnnotation, a_case_is_one_collection_with_one_page) {
  const Json collection = collection_of(kit::small_whole());
  EXPECT_EQ(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
  EXPECT_EQ(collection["type"], "AnnotationCollection");
  EXPECT_EQ(collection["total"], 8);
  EXPECT_EQ(collection["first"]["type"], "AnnotationPage");
  EXPECT_EQ(collection["first"]["partOf"], collection["id"]);
  EXPECT_EQ(collection["first"]["items"].size(), 8u);
}

TEST(WebAnnotation, both_selectors_select_the_words_of_the_source_that_the_target_names) {
  const Whole whole = kit::small_whole();
  const Json items = items_of(whole);
  for (const Json& annotation : items)
    for (const Json& target : targets_of(annotation)) {
      const auto is_source = [&](const Document& d) {
        return "urn:sha256:" + d.card.sha256 == target["source"];
      };
      const auto document = std::find_if(whole.documents.begin(), whole.documents.end(), is_source);
      ASSERT_NE(document, whole.documents.end());
      const Json &quote = target["selector"][0], &place = target["selector"][1];
      EXPECT_EQ(quote["type"], "TextQuoteSelector");
      EXPECT_EQ(place["type"], "TextPositionSelector");
      EXPECT_EQ(quote["exact"], slice_utf8(document->text, {place["start"], place["end"]}));
      const std::string around = quote["prefix"].get<std::string>() +
                                 quote["exact"].get<std::string>() +
                                 quote["suffix"].get<std::string>();
      EXPECT_NE(to_utf8(document->text).find(around), std::string::npos);
    }
}

TEST(WebAnnotation, content_in_two_ranges_has_two_targets) {
  Whole whole = kit::small_whole();
  Statement& split = whole.contents.statements[0];
  const std::size_t begin = split.content[0].begin;
  split.content = {{begin, begin + 7}, {begin + 12, begin + 17}};
  const Json targets = items_of(whole)[0]["target"];
  ASSERT_EQ(targets.size(), 2u);
  EXPECT_EQ(targets[0]["selector"][0]["exact"], "We will");
  EXPECT_EQ(targets[1]["selector"][0]["exact"], "leave");
}

TEST(WebAnnotation, ids_are_unique_and_the_motivation_is_one_of_the_standard) {
  std::set<std::string> ids;
  const Json items = items_of(kit::small_whole());
  for (const Json& annotation : items) {
    EXPECT_TRUE(ids.insert(annotation["id"]).second);
    const Json& motivation = annotation["motivation"];
    EXPECT_TRUE(motivation == "identifying" || motivation == "classifying") << motivation;
  }
}

TEST(WebAnnotation, what_is_suggested_is_made_by_software_and_what_is_confirmed_by_a_person) {
  Whole whole = kit::small_whole();
  whole.contents.positions[0].review = kit::confirmed("A. Reader");
  const Json items = items_of(whole);
  EXPECT_EQ(items[0]["creator"]["type"], "Software");
  EXPECT_EQ(items[4]["creator"], (Json{{"type", "Person"}, {"name", "A. Reader"}}));
}

TEST(WebAnnotation, what_is_rejected_is_left_out) {
  Whole whole = kit::small_whole();
  whole.contents.statements[1].review = kit::rejected("A. Reader");
  EXPECT_EQ(collection_of(whole)["total"], 7);
}

TEST(WebAnnotation, an_empty_case_is_an_empty_collection) {
  const Json collection = collection_of(Whole{});
  EXPECT_EQ(collection["total"], 0);
  EXPECT_TRUE(collection["first"]["items"].empty());
}

}  // namespace
}  // namespace entente::exchange

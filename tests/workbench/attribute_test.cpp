// SPDX-License-Identifier: Apache-2.0
#include "workbench/attribute.h"

#include <gtest/gtest.h>

#include "kit/folder.h"

namespace entente {
namespace {

Share share_of_source() { return {ENTENTE_SOURCE_DIR "/data", ENTENTE_SOURCE_DIR "/codebooks"}; }

std::vector<AttributedFile> attributed_files(const std::vector<Input>& inputs,
                                             const AttributeOptions& options) {
  std::vector<AttributedFile> out;
  attribute_files(share_of_source(), inputs, options, {},
                  [&](const AttributedFile& file) { out.push_back(file); });
  return out;
}

constexpr const char* report =
    "Marta Hale, the mayor, met the guild on Monday. Hale said that the bridge would open in "
    "May.\n";

TEST(Attribute, files_come_in_their_order_and_each_statement_with_its_confidence) {
  const kit::Folder folder;
  const auto b = folder.write("b.txt", report), a = folder.write("a.txt", report);
  const auto files = attributed_files({{b, std::nullopt}, {a, std::nullopt}}, {});
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].name, "b");
  for (const AttributedFile& file : files) {
    ASSERT_FALSE(file.statements.empty());
    EXPECT_EQ(file.confidence.size(), file.statements.size());
    EXPECT_EQ(file.statements.back().speaker, "Marta Hale");
  }
}

TEST(Attribute, any_number_of_threads_gives_the_same) {
  const kit::Folder folder;
  std::vector<Input> inputs;
  for (int i = 0; i < 9; ++i)
    inputs.push_back({folder.write(std::to_string(i) + ".txt", report), std::nullopt});
  AttributeOptions one, four;
  one.threads = 1;
  four.threads = 4;
  const auto a = attributed_files(inputs, one), b = attributed_files(inputs, four);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].statements, b[i].statements);
    EXPECT_EQ(a[i].confidence, b[i].confidence);
  }
}

TEST(Attribute, what_cannot_be_read_is_refused_and_the_rest_is_read) {
  const kit::Folder folder;
  const auto good = folder.write("good.txt", report);
  const auto files =
      attributed_files({{folder / "none.txt", std::nullopt}, {good, std::nullopt}}, {});
  ASSERT_EQ(files.size(), 2u);
  EXPECT_TRUE(files[0].refused.has_value());
  EXPECT_FALSE(files[1].refused.has_value());
}

// Invented sentences; whatever it is, one sentence says why nothing was read.
TEST(Attribute, what_is_not_english_or_empty_is_said_to_be) {
  const std::vector<std::pair<std::string, FailureKind>> texts{
      {"", FailureKind::bad_input},
      {" \n\n", FailureKind::bad_input},
      {"قال الوزير إن المحادثات ستستمر حتى يوم الجمعة.", FailureKind::bad_input},
      {"שר החוץ אמר כי השיחות יימשכו עד יום שישי.", FailureKind::bad_input},
      {"Министр заявил, что переговоры продолжатся.", FailureKind::bad_input},
      {"部长说谈判将继续进行，条约即将签署。", FailureKind::bad_input},
      {"Der Minister sagte am Montag, die Gespräche würden weitergehen, und der Vertrag sei fast "
       "fertig.",
       FailureKind::bad_input},
      {"Le ministre a dit que les pourparlers vont continuer jusque vendredi et que le traité est "
       "presque prêt.",
       FailureKind::bad_input}};
  for (const auto& [text, kind] : texts) {
    const auto files = attributed_files({{"a.txt", text}}, {});
    ASSERT_EQ(files.size(), 1u) << text;
    ASSERT_TRUE(files[0].refused.has_value()) << text;
    EXPECT_EQ(files[0].refused->kind, kind) << text;
    EXPECT_NE(files[0].refused->what.find("a.txt"), std::string::npos) << text;
    EXPECT_TRUE(files[0].statements.empty()) << text;
  }
}

TEST(Attribute, no_stops_and_turned_directions_are_read_as_they_stand) {
  std::string endless;
  for (int i = 0; i < 2000; ++i) endless += "the mayor said the bridge would open and ";
  for (const std::string& text :
       {endless, std::string("Hale said \u202bשלום\u202c that the bridge would open in May.")}) {
    const auto files = attributed_files({{"a.txt", text}}, {});
    ASSERT_EQ(files.size(), 1u);
    EXPECT_FALSE(files[0].refused.has_value());
    EXPECT_FALSE(files[0].statements.empty());
  }
}

TEST(Attribute, by_rules_no_weight_file_is_needed) {
  AttributeOptions options;
  options.by_rules = true;
  options.weights = "no-such.weights";
  EXPECT_FALSE(attributed_files({{"a.txt", report}}, options).front().statements.empty());
}

TEST(Attribute, a_damaged_weight_file_is_refused_in_one_sentence) {
  const kit::Folder folder;
  AttributeOptions options;
  options.weights = folder.write("w.weights", "ENTENTE-WEIGHTS\n and no more");
  try {
    attributed_files({{"a.txt", report}}, options);
    FAIL();
  } catch (const Failed& failed) {
    EXPECT_EQ(failed.failure().kind, FailureKind::damaged);
    EXPECT_NE(failed.failure().what.find("w.weights"), std::string::npos);
  }
}

}  // namespace
}  // namespace entente

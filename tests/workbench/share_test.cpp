// SPDX-License-Identifier: Apache-2.0
#include "workbench/share.h"

#include <gtest/gtest.h>

#include "kit/says.h"
#include "support.h"

namespace entente {
namespace {

class ShareTest : public testing::Test {
 protected:
  void SetUp() override { ::unsetenv("ENTENTE_SHARE"); }
  void TearDown() override { ::unsetenv("ENTENTE_SHARE"); }

  void make(const std::string& name) {
    folder.write(name + "/data/x", "");
    folder.write(name + "/codebooks/small.yaml",
                 "name: small\nissues:\n  - id: flow\nparties:\n  - name: Upper\n    kind: "
                 "principal\n  - name: Lower\n");
  }

  kit::Folder folder;
};

TEST_F(ShareTest, the_data_lies_beside_the_program_or_one_folder_up) {
  make("bin/share/entente");
  EXPECT_EQ(find_share(folder / "bin/entente")->data, folder / "bin/share/entente/data");
  make("usr/share/entente");
  EXPECT_EQ(find_share(folder / "usr/bin/entente")->codebooks,
            folder / "usr/share/entente/codebooks");
  EXPECT_EQ(find_share(folder / "nowhere/bin/entente").error().kind, FailureKind::missing);
}

TEST_F(ShareTest, ENTENTE_SHARE_goes_first_and_is_not_passed_over_when_it_is_wrong) {
  make("bin/share/entente");
  make("mine");
  ::setenv("ENTENTE_SHARE", (folder / "mine").c_str(), 1);
  EXPECT_EQ(find_share(folder / "bin/entente")->data, folder / "mine/data");
  ::setenv("ENTENTE_SHARE", (folder / "wrong").c_str(), 1);
  EXPECT_TRUE(kit::says(find_share(folder / "bin/entente").error().sentence(), "wrong"));
}

TEST_F(ShareTest, a_codebook_is_a_name_or_a_file) {
  make("mine");
  const Share share{folder / "mine/data", folder / "mine/codebooks"};
  EXPECT_EQ(codebook_for({"small", {}}, share).issues.at(0).id, "flow");
  EXPECT_EQ(codebook_for({(folder / "mine/codebooks/small.yaml").string(), {}}, share).name,
            "small");
  const Failure failure = failure_of([&] { codebook_for({"smal", {}}, share); });
  EXPECT_EQ(failure.kind, FailureKind::missing);
  EXPECT_TRUE(kit::says(failure.cure, "small"));
}

TEST_F(ShareTest, given_parties_go_before_those_of_the_same_name_in_the_codebook) {
  make("mine");
  const auto parties = folder.write(
      "parties.yaml", "parties:\n  - name: Upper\n    kind: mediator\n  - name: Middle\n");
  const auto book =
      codebook_for({"small", parties}, {folder / "mine/data", folder / "mine/codebooks"});
  ASSERT_EQ(book.parties.size(), 3u);
  EXPECT_EQ(book.parties[0].kind, PartyKind::mediator);
  EXPECT_EQ(book.parties[2].name, "Lower");
}

}  // namespace
}  // namespace entente

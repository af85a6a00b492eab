// SPDX-License-Identifier: Apache-2.0
#include "model/role.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/any_case.h"

namespace entente {
namespace {

using kit::day;

TEST(Role, its_days_stand_before_it_and_may_be_left_out) {
  EXPECT_EQ(parse_role("2030-01-05..2031-02-01 Foreign Minister"),
            (Role{"Foreign Minister", day("2030-01-05"), day("2031-02-01")}));
  EXPECT_EQ(parse_role("2030-01-05.. Envoy"), (Role{"Envoy", day("2030-01-05"), {}}));
  EXPECT_EQ(parse_role("  ..2030-01-05  Envoy "), (Role{"Envoy", {}, day("2030-01-05")}));
  EXPECT_EQ(parse_role("Envoy to Quill"), (Role{"Envoy to Quill", {}, {}}));
}

TEST(Role, what_is_none_is_not_read_as_one) {
  for (const char* wrong : {"", "2030-01-05..2031-02-01", "2031-02-01..2030-01-05 Envoy",
                            "2030-13-05.. Envoy", "2030..2031 Envoy", "a..b Envoy", "a; b"})
    EXPECT_EQ(parse_role(wrong), std::nullopt) << wrong;
  EXPECT_EQ(parse_roles("Envoy;; Minister"), std::nullopt);
  EXPECT_EQ(parse_roles(" "), std::vector<Role>{});
}

RC_GTEST_PROP(Role, what_is_written_is_read_back, ()) {
  std::vector<Role> roles;
  for (std::size_t n = kit::up_to(3); n > 0; --n)
    if (const auto role = parse_role(".. " + kit::some_words()))
      roles.push_back(kit::coin() ? Role{role->name, kit::maybe_date(), {}}
                                  : Role{role->name, {}, kit::maybe_date()});
  RC_ASSERT((parse_roles(roles_text(roles)) == roles));
}

}  // namespace
}  // namespace entente

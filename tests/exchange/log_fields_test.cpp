// SPDX-License-Identifier: Apache-2.0
#include "exchange/log_fields.h"

#include <gtest/gtest.h>

namespace entente::exchange {
namespace {

using Fields = std::map<std::string, std::string>;

TEST(LogFields, are_those_of_an_object_of_texts) {
  EXPECT_EQ(log_fields(R"({"issue": "aid", "stance": "wants"})"),
            (Fields{{"issue", "aid"}, {"stance", "wants"}}));
}

TEST(LogFields, are_none_where_there_is_anything_else) {
  for (const char* text : {"", "[]", "no JSON", "{\"a\": ", "7"})
    EXPECT_TRUE(log_fields(text).empty());
  EXPECT_EQ(log_fields(R"({"a": 7, "b": "c"})"), (Fields{{"b", "c"}}));
  EXPECT_TRUE(log_fields(std::string(1 << 17, '[')).empty());
}

}  // namespace
}  // namespace entente::exchange

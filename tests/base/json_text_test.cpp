// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(JsonText, quotes_backslashes_and_controls_are_escaped) {
  EXPECT_EQ(json_string("a \"b\" \\ \n\r\t\x01\x7f é"),
            "\"a \\\"b\\\" \\\\ \\n\\r\\t\\u0001\\u007f é\"");
}

TEST(JsonText, what_steers_a_terminal_or_turns_the_text_around_is_escaped) {
  EXPECT_EQ(json_string("\u009B31m \u202Ea\u2066b\uFEFF\u2028"),
            R"("\u009b31m \u202ea\u2066b\ufeff\u2028")");
  EXPECT_EQ(json_string("\u00A0\u2027\u202F\u4E2D\U0001F54A"),
            "\"\u00A0\u2027\u202F\u4E2D\U0001F54A\"");
}

TEST(JsonText, bytes_that_are_not_utf8_become_the_replacement_character) {
  EXPECT_EQ(json_string("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
}

TEST(JsonText, keys_stay_in_the_order_in_which_they_are_put) {
  JsonObject object;
  object.put("z", "1").number("a", 2).flag("m", true).put_or_null("n", "").raw(
      "l", json_strings({"x", "y"}));
  EXPECT_EQ(object.text(), R"({"z": "1", "a": 2, "m": true, "n": null, "l": ["x", "y"]})");
  EXPECT_EQ(JsonObject{}.text(), "{}");
}

}  // namespace
}  // namespace entente

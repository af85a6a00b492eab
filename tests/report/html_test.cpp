// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <gtest/gtest.h>

namespace entente::report {
namespace {

TEST(Html, every_text_is_escaped_and_only_markup_is_not) {
  EXPECT_EQ(html("<p title=\"{}\">{}</p>{}", "\"a\"", std::string{"<b>&'"}, html("<i>{}</i>", 3))
                .markup(),
            "<p title=\"&quot;a&quot;\">&lt;b&gt;&amp;&#39;</p><i>3</i>");
}

TEST(Html, braces_in_a_text_are_no_places_to_fill) {
  EXPECT_EQ(html("{}", "{} {0} {").markup(), "{} {0} {");
}

TEST(Html, a_day_reads_as_people_write_it) {
  EXPECT_EQ(day_html(parse_date("2031-03-05")).markup(),
            "<time datetime=\"2031-03-05\">5 March 2031</time>");
  EXPECT_EQ(day_html(std::nullopt).markup(), "<span class=\"none\">no date</span>");
}

TEST(Html, the_hash_of_a_policy_is_that_of_the_standard) {
  // The example of the Content Security Policy specification.
  EXPECT_EQ(csp_hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

}  // namespace
}  // namespace entente::report

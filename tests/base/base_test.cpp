// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/failure.h"
#include "base/id.h"
#include "base/sha256.h"
#include "base/span.h"
#include "base/utf8.h"

namespace entente {
namespace {

bool scalar(char32_t c) { return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF); }

RC_GTEST_PROP(Utf8, what_is_written_reads_back, (std::vector<std::uint32_t> values)) {
  std::u32string text;
  for (std::uint32_t value : values)
    if (const char32_t c = value % 0x110000; scalar(c)) text.push_back(c);
  RC_ASSERT(from_utf8(to_utf8(text)) == text);
  RC_ASSERT(is_utf8(to_utf8(text)));
}

RC_GTEST_PROP(Utf8, any_bytes_give_a_text_that_writes_well_formed_bytes,
              (const std::string& bytes)) {
  RC_ASSERT(is_utf8(to_utf8(from_utf8(bytes))));
  RC_ASSERT((!is_utf8(bytes) || to_utf8(from_utf8(bytes)) == bytes));
}

TEST(Utf8, overlong_forms_surrogates_and_cut_sequences_are_not_utf8) {
  for (const char* bytes :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"})
    EXPECT_FALSE(is_utf8(bytes));
  EXPECT_EQ(from_utf8("a\xFFz"), U"a\xFFFDz");
}

TEST(Id, only_the_short_form_with_its_own_letter_is_read) {
  EXPECT_EQ(PositionId::parse("p12"), PositionId{12});
  for (const char* text : {"", "p", "p0", "p01", "s12", "p12x", "p-1", "p99999999999"})
    EXPECT_FALSE(PositionId::parse(text)) << text;
  EXPECT_EQ(PositionId{12}.text(), "p12");
}

TEST(Date, only_days_that_exist_are_dates) {
  EXPECT_EQ(to_string(*parse_date("2032-02-29")), "2032-02-29");
  for (const char* text : {"2031-02-29", "2031-13-01", "2031-1-1", "31-01-2031", "2031-01-01T",
                           "2031/01/01", "20a1-01-01"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Sha256, agrees_with_the_published_test_vectors) {  // FIPS 180-2, appendix B
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Failure, every_kind_has_an_exit_code_and_a_name_of_its_own) {
  std::set<int> codes;
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(FailureKind::internal); ++i) {
    const FailureRow& row = row_of(static_cast<FailureKind>(i));
    codes.insert(row.exit_code);
    names.insert(row.name);
    EXPECT_NE(row.exit_code, 0);
    EXPECT_NE(row.exit_code, 1);
  }
  EXPECT_EQ(codes.size(), static_cast<std::size_t>(FailureKind::internal) + 1);
  EXPECT_EQ(names.size(), codes.size());
}

RC_GTEST_PROP(Span, overlap_is_symmetric_and_agrees_with_meeting,
              (std::size_t a, std::size_t b, std::size_t c, std::size_t d)) {
  const Span x{a % 50, a % 50 + b % 50}, y{c % 50, c % 50 + d % 50};
  RC_ASSERT(overlap(x, y) == overlap(y, x));
  RC_ASSERT((x.empty() || y.empty() || x.meets(y) == (overlap(x, y) > 0)));
  RC_ASSERT((hull(x, y).contains(x) && hull(x, y).contains(y)));
}

}  // namespace
}  // namespace entente

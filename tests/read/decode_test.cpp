// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/sha256.h"
#include "read/read_kit.h"

namespace entente::read_test {
namespace {

using namespace std::string_literals;

const std::u32string sample =
    U"Estay said: \u201CNo \u2014 not yet.\u201D \u20AC5\u00A0bn, na\u00EFve \u0160ej.\r\nNext "
    U"line.\r\n";

std::string utf16(std::u32string_view text, bool little, bool mark) {
  std::string bytes;
  const auto unit = [&](char32_t u) {
    const char low = static_cast<char>(u & 0xFF), high = static_cast<char>((u >> 8) & 0xFF);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) unit(0xFEFF);
  for (char32_t c : text) {
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

TEST(Decoding, utf8_is_kept_as_it_is_with_its_line_ends) {
  const Document document = document_of(to_utf8(sample));
  EXPECT_EQ(document.text, sample);
  EXPECT_EQ(document.card.size, sample.size());
  EXPECT_EQ(document.card.sha256, sha256_hex(to_utf8(sample)));
  EXPECT_EQ(document.card.file_sha256, document.card.sha256);
}

TEST(Decoding, a_byte_order_mark_is_no_part_of_the_text) {
  const Document document = document_of("\xEF\xBB\xBF" + to_utf8(sample));
  EXPECT_EQ(document.text, sample);
  EXPECT_EQ(document.card.sha256, sha256_hex(to_utf8(sample)));
  EXPECT_NE(document.card.file_sha256, document.card.sha256);
}

TEST(Decoding, utf16_is_read_in_both_orders_with_a_mark_and_without) {
  for (bool little : {true, false})
    for (bool mark : {true, false})
      EXPECT_EQ(document_of(utf16(sample, little, mark)).text, sample) << little << mark;
}

TEST(Decoding, one_copy_in_four_encodings_has_one_text_hash) {
  const std::u32string text =
      U"The \u201Cfirst round\u201D ended on Monday, officials said. It was frank.";
  std::string bytes_1252 =
      "The \x93"
      "first round\x94 ended on Monday, officials said. It was frank.";
  const std::string hash = document_of(to_utf8(text)).card.sha256;
  EXPECT_EQ(document_of(bytes_1252).card.sha256, hash);
  EXPECT_EQ(document_of(utf16(text, true, true)).card.sha256, hash);
  EXPECT_EQ(document_of(utf16(text, false, false)).card.sha256, hash);
}

TEST(Decoding, bytes_that_are_no_utf8_are_windows_1252) {
  EXPECT_EQ(document_of("Dorvane\x92s envoy \x96 a \x93hawk\x94 \x96 paid \x80"
                        "5 in M\xE4rz.")
                .text,
            U"Dorvane\u2019s envoy \u2013 a \u201Chawk\u201D \u2013 paid \u20AC5 in M\u00E4rz.");
}

TEST(Decoding, a_page_may_declare_its_character_set) {
  const std::string cyrillic =
      "\xCF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xED\xE0\xF7\xE0\xEB\xE8\xF1\xFC";  // windows-1251
  const std::string page = "<html><head><meta charset=\"windows-1251\"></head><body><p>" +
                           cyrillic + ".</p></body></html>";
  EXPECT_NE(to_utf8(document_of(page, "a.html").text).find("Переговоры начались"),
            std::string::npos);
  const std::string latin2 =
      "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'><p>\xB1\xE6\xEA</p>";
  EXPECT_NE(to_utf8(document_of(latin2, "a.html").text).find("ąćę"), std::string::npos);
}

TEST(Decoding, well_formed_utf8_goes_before_what_a_page_declares) {
  const Document document =
      document_of("<html><meta charset=iso-8859-1><p>caf\u00E9 au lait</p></html>", "a.html");
  EXPECT_NE(to_utf8(document.text).find("café"), std::string::npos);
}

TEST(Decoding, a_declared_set_that_hides_markup_or_does_not_exist_is_passed_over) {
  for (const char* set : {"utf-7", "utf-16", "iso-2022-kr", "ibm-37", "no-such-set", "utf-8"}) {
    const Document document =
        document_of("<html><meta charset="s + set + "><p>caf\xE9 noir</p></html>", "a.html");
    EXPECT_NE(to_utf8(document.text).find("café"), std::string::npos) << set;
  }
}

TEST(Decoding, a_file_of_utf8_cut_in_the_middle_of_a_letter_stays_utf8) {
  std::string bytes;
  for (int i = 0; i < 50; ++i) bytes += "Émigré envoys met “again” on Monday. ";
  bytes += "Caf\xC3";
  const Document document = document_of(bytes);
  EXPECT_EQ(document.text.back(), char32_t{0xFFFD});
  EXPECT_EQ(document.text[0], U'\u00C9');
}

TEST(Decoding, a_lone_zero_byte_keeps_its_place) {
  const Document document = document_of("The talks go on."s + '\0' + " So it seems."s);
  EXPECT_EQ(document.text, U"The talks go on.\uFFFD So it seems.");
}

TEST(Decoding, binary_files_are_refused_by_name_with_a_cure) {
  std::string noise;
  for (int i = 0; i < 4096; ++i) noise += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "PDF"},
      {"\x89PNG\r\n\x1A\n", "PNG"},
      {"PK\x03\x04\x14", "ZIP"},
      {"\x7F"
       "ELF\x02\x01\x01",
       "program"},
      {"\xFF\xD8\xFF\xE0", "JPEG"},
      {noise, "binary"}};
  for (const auto& [bytes, what] : files) {
    const Failure failure = failure_of(bytes, "talks.dat");
    EXPECT_EQ(failure.kind, FailureKind::bad_input) << what;
    EXPECT_NE(failure.what.find("talks.dat"), std::string::npos);
    EXPECT_NE(failure.what.find(what), std::string::npos) << failure.what;
    EXPECT_NE(failure.cure.find("plain text"), std::string::npos);
  }
}

TEST(Decoding, empty_and_blank_files_are_refused) {
  for (const std::string& bytes :
       {""s, " \r\n\t\n"s, "\xEF\xBB\xBF\n"s, "\xC2\xA0 \n"s, "\xFF\xFE"s}) {
    const Failure failure = failure_of(bytes, "nothing.txt");
    EXPECT_EQ(failure.kind, FailureKind::bad_input);
    EXPECT_NE(failure.what.find("'nothing.txt' is empty"), std::string::npos) << failure.what;
  }
}

TEST(Decoding, a_text_of_replacement_characters_is_no_text) {
  std::u32string text(200, char32_t{0xFFFD});
  EXPECT_EQ(failure_of(to_utf8(text)).kind, FailureKind::bad_input);
}

TEST(Decoding, more_bytes_than_an_article_can_have_are_refused) {
  const Failure failure = failure_of(std::string(read::most_bytes + 1, 'a'), "long.txt");
  EXPECT_EQ(failure.kind, FailureKind::bad_input);
  EXPECT_NE(failure.what.find("larger than 16 MB"), std::string::npos);
}

TEST(Decoding, a_name_with_control_characters_stays_on_one_line) {
  EXPECT_EQ(failure_of("", "a\nb\x1B[2J.txt").what.find('\n'), std::string::npos);
}

std::u32string arbitrary_text() {
  const auto letter = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0x20, 0x7F),
                                     rc::gen::inRange<std::uint32_t>(0xA1, 0xD7FF),
                                     rc::gen::inRange<std::uint32_t>(0x10000, 0x10FFFF));
  std::u32string text = U"said ";
  for (std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(letter))
    text += static_cast<char32_t>(c);
  return text;
}

RC_GTEST_PROP(Decoding, any_text_comes_back_from_utf8_and_marked_utf16, ()) {
  const std::u32string text = arbitrary_text();
  for (const std::string& bytes : {to_utf8(text), "\xEF\xBB\xBF" + to_utf8(text),
                                   utf16(text, true, true), utf16(text, false, true)}) {
    const auto document = read::read_bytes(bytes, "a.txt");
    RC_ASSERT(document.has_value());
    RC_ASSERT(document->text == text);
  }
}

RC_GTEST_PROP(Decoding, any_bytes_give_a_document_or_a_failure_that_names_the_file, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  const auto document = read::read_bytes(bytes, "some.txt");
  if (document)
    RC_ASSERT(document->card.size == document->text.size());
  else
    RC_ASSERT(document.error().what.find("some.txt") != std::string::npos);
}

}  // namespace
}  // namespace entente::read_test

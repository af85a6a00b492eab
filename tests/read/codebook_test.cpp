// SPDX-License-Identifier: Apache-2.0
#include "read/codebook.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/read_kit.h"

namespace entente::read_test {
namespace {

const char* const small_book = R"(# comment
name: canal talks
issues:
  - id: security_guarantees
    label: Security guarantees
    kind: substance
    description: Who answers an attack.
    cues: [security guarantee*, "safe|protected ~ attack"]
    except: [bank guarantee*]
    ordered: true
    options:
      - {id: none, label: No guarantee}
      - id: treaty
        cues:
          - mutual defence
  - id: consent
    kind: process
parties:
  - name: Meldria
    kind: principal
    consent: required
    aliases: [the Meldrian side]
    demonyms: [Meldrian]
    seats: [Port Alwen]
)";

void expect_fault(const std::string& yaml, const std::string& where, const std::string& what) {
  const auto book = read::read_codebook(yaml, "book.yaml");
  ASSERT_FALSE(book) << yaml;
  EXPECT_EQ(book.error().kind, FailureKind::bad_input);
  EXPECT_NE(book.error().what.find(where), std::string::npos) << book.error().sentence();
  EXPECT_NE(book.error().sentence().find(what), std::string::npos) << book.error().sentence();
}

TEST(CodebookFile, is_read_with_all_its_keys) {
  const auto book = read::read_codebook(small_book, "book.yaml");
  ASSERT_TRUE(book) << book.error().sentence();
  EXPECT_EQ(book->name, "canal talks");
  ASSERT_EQ(book->issues.size(), 2u);
  const Issue& issue = book->issues[0];
  EXPECT_EQ(issue.cues, (Strings{"security guarantee*", "safe|protected ~ attack"}));
  EXPECT_EQ(issue.except, Strings{"bank guarantee*"});
  EXPECT_TRUE(issue.ordered);
  ASSERT_EQ(issue.options.size(), 2u);
  EXPECT_EQ(issue.options[0].label, "No guarantee");
  EXPECT_EQ(issue.options[1].label, "treaty");
  EXPECT_EQ(issue.options[1].cues, Strings{"mutual defence"});
  EXPECT_EQ(book->issues[1].kind, IssueKind::process);
  EXPECT_EQ(book->issues[1].label, "consent");
  ASSERT_EQ(book->parties.size(), 1u);
  EXPECT_EQ(book->parties[0].consent, Consent::required);
  EXPECT_EQ(book->parties[0].seats, Strings{"Port Alwen"});
}

TEST(CodebookFile, faults_name_file_line_and_what_was_expected) {
  expect_fault("name: x\nissues:\n  - id: a\n    cues: one\n", "book.yaml:4",
               "expected a list under 'cues'");
  expect_fault("name: x\nissues:\n  - label: a\n", "book.yaml:3", "expected 'id' in an issue");
  expect_fault("issues: []\n", "book.yaml:1", "expected 'name'");
  expect_fault("name: x\nissues: 3\n", "book.yaml:2", "expected a list under 'issues'");
  expect_fault("name: x\nissues:\n  - just words\n", "book.yaml:3", "expected an issue");
  expect_fault("name: x\nissues:\n  - id: a\n    kind: process2\n", "book.yaml:4",
               "expected substance, process, assessment, context");
  expect_fault("name: x\nissues:\n  - id: a\n    ordered: perhaps\n", "book.yaml:4",
               "expected true or false");
  expect_fault("name: x\nissues:\n  - id: Two Words\n", "book.yaml:3", "small letters");
  expect_fault("name: x\nissues:\n  - id: a\n    cues: [[b]]\n", "book.yaml:4",
               "expected a phrase");
  expect_fault("- a\n- b\n", "book.yaml:1", "expected the codebook");
  expect_fault("", "book.yaml:1", "expected the codebook");
  expect_fault("name: x\n---\nname: y\n", "book.yaml:2", "second document");
}

TEST(CodebookFile, unknown_keys_are_refused_with_the_near_name) {
  expect_fault("name: x\nisues: []\n", "book.yaml:2", "Did you mean 'issues'");
  expect_fault("name: x\nissues:\n  - id: a\n    cuse: []\n", "book.yaml:4", "Did you mean 'cues'");
  expect_fault("name: x\nissues:\n  - id: a\n    kind: proces\n", "book.yaml:4",
               "Did you mean 'process'");
  expect_fault("name: x\nparties:\n  - name: A\n    capital: B\n", "book.yaml:4",
               "Its keys are name, kind, consent, aliases, demonyms, seats");
}

TEST(CodebookFile, nothing_may_stand_twice) {
  expect_fault("name: x\nname: y\n", "book.yaml:2", "'name' stands here a second time");
  expect_fault("name: x\nissues:\n  - id: a\n  - id: a\n", "book.yaml:4",
               "the issue 'a' stands here a second time, first in line 3");
  expect_fault("name: x\nissues:\n  - id: a\n    options: [{id: b}, {id: b}]\n", "book.yaml:4",
               "the option 'b'");
  expect_fault("name: x\nparties:\n  - name: A\n  - name: A\n", "book.yaml:4",
               "already names the party 'A'");
  expect_fault("name: x\nparties:\n  - name: A\n    aliases: [C]\n  - name: B\n    aliases: [C]\n",
               "book.yaml:5", "the alias 'C' already names the party 'A'");
}

TEST(CodebookFile, cues_must_be_patterns_of_words) {
  for (const char* cue : {"a*b", "*", "a|", "|a", "~ a", "a ~", "a ~ ~ b", "a ~ *"})
    expect_fault("name: x\nissues:\n  - id: a\n    cues: ['" + std::string(cue) + "']\n",
                 "book.yaml:4", "expected");
}

TEST(CodebookFile, broken_yaml_is_refused_with_its_line) {
  expect_fault("name: x\nissues: [a, b\n", "book.yaml:", "no valid YAML");
  expect_fault("name: \"x\nissues: []\n", "book.yaml:", "no valid YAML");
  expect_fault("name: x\n\tissues: []\n", "book.yaml:", "no valid YAML");
  expect_fault("name: *nobody\n", "book.yaml:1", "");
  expect_fault(std::string("name: \xFF\n"), "book.yaml", "UTF-8");
}

TEST(CodebookFile, anchors_may_be_used_and_bombs_are_refused) {
  const auto book = read::read_codebook(
      "name: x\nissues:\n  - id: a\n    cues: &c [truce, ceasefire]\n  - id: b\n    cues: *c\n",
      "book.yaml");
  ASSERT_TRUE(book) << book.error().sentence();
  EXPECT_EQ(book->issues[0].cues, book->issues[1].cues);
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i ? ", " : "") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  expect_fault(bomb, "book.yaml:", "more than 100000 entries");
  expect_fault("name: " + std::string(40, '[') + std::string(40, ']'), "book.yaml:1",
               "deeper than 32");
  expect_fault(std::string(200'000, '['), "book.yaml:1", "");
  std::string many = "name: x\nissues:\n";
  for (int i = 0; i < 120'000; ++i) many += "  - a\n";
  expect_fault(many, "book.yaml:", "more than 100000 entries");
}

TEST(CodebookFile, a_key_without_a_value_is_as_if_it_were_not_there) {
  const auto book = read::read_codebook(
      "name: x\nissues:\n  - id: a\n    cues:\n    label:\nparties:\n", "book.yaml");
  ASSERT_TRUE(book) << book.error().sentence();
  EXPECT_EQ(book->issues[0].label, "a");
  EXPECT_TRUE(book->parties.empty());
}

RC_GTEST_PROP(CodebookFile, any_bytes_give_a_codebook_or_a_fault_that_names_the_file,
              (const std::string& bytes)) {
  const auto book = read::read_codebook(bytes, "book.yaml");
  if (!book) RC_ASSERT(book.error().what.find("book.yaml") != std::string::npos);
}

RC_GTEST_PROP(CodebookFile,
              a_codebook_with_one_byte_changed_gives_a_codebook_or_a_fault_with_its_line, ()) {
  std::string bytes = small_book;
  bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::inRange<char>(1, 127);
  const auto book = read::read_codebook(bytes, "book.yaml");
  if (!book) RC_ASSERT(book.error().what.find("book.yaml:") != std::string::npos);
}

}  // namespace
}  // namespace entente::read_test

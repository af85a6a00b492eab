// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "kit/any_case.h"
#include "store/case_file.h"
#include "store/forms.h"

namespace entente::store {
namespace {

RC_GTEST_PROP(RoundTrip, a_restored_case_comes_out_as_it_went_in, ()) {
  const kit::AnyCase any = kit::any_case();
  const Folder folder;
  const auto path = folder / "talks.case";
  Store::create(path, {}, program).restore(any.contents, any.documents, any.log);
  const Store store = Store::open(path, Access::read, program);
  RC_ASSERT(store.load() == any.contents);
  RC_ASSERT(store.log() == any.log);
  for (const Document& document : any.documents)
    RC_ASSERT(store.document(document.card.id) == document);
}

// What `whole` holds of one document, as append() takes it: ids of the entry's own, far from those
// to be given.
Entry entry_of(const kit::AnyCase& whole, const Document& document) {
  Entry entry;
  entry.document = document;
  const auto take = [&](const auto& from, auto& to) {
    for (const auto& item : from)
      if (item.document == document.card.id) to.push_back(item);
  };
  take(whole.contents.statements, entry.statements);
  take(whole.contents.positions, entry.positions);
  take(whole.contents.meetings, entry.meetings);
  take(whole.contents.clauses, entry.clauses);
  const auto within = [&](std::optional<StatementId>& id) {
    const auto known = [&](const Statement& s) { return s.id == id; };
    if (std::none_of(entry.statements.begin(), entry.statements.end(), known)) id.reset();
  };
  for (Position& position : entry.positions) within(position.statement);
  for (Statement& statement : entry.statements)
    within(statement.continues), within(statement.within);
  return entry;
}

// The items of the case in order, with the ids that append() gives.
template <class Item>
void expect_numbered(std::vector<Item>& expected, const std::vector<Item>& found) {
  RC_ASSERT(expected.size() == found.size());
  std::uint32_t number = 0;
  for (Item& item : expected) item.id = {++number};
}

RC_GTEST_PROP(RoundTrip, appended_one_by_one_or_at_once_gives_the_same_case, ()) {
  const kit::AnyCase any = kit::any_case();
  const Folder folder;
  Store at_once = Store::create(folder / "one.case", any.contents.codebook, program);
  Store one_by_one = Store::create(folder / "two.case", any.contents.codebook, program);
  std::vector<Entry> entries;
  for (const Document& document : any.documents) entries.push_back(entry_of(any, document));
  at_once.append(entries, any.contents.people);
  for (const Entry& entry : entries) one_by_one.append({entry}, {});
  one_by_one.append({}, any.contents.people);
  RC_ASSERT(at_once.load() == one_by_one.load());

  Case found = at_once.load();
  RC_ASSERT(found.documents == any.contents.documents);
  RC_ASSERT(found.people == any.contents.people);
  std::vector<Meeting> meetings = any.contents.meetings;
  std::vector<Clause> clauses = any.contents.clauses;
  expect_numbered(meetings, found.meetings);
  expect_numbered(clauses, found.clauses);
  RC_ASSERT(found.meetings == meetings);
  RC_ASSERT(found.clauses == clauses);
}

RC_GTEST_PROP(Forms, lists_of_words_come_back_whatever_they_hold, ()) {
  const auto items = kit::some_lists();
  RC_ASSERT(parse_lines(lines_text(items)) == items);
}

TEST(Forms, no_item_and_one_empty_item_differ) {
  EXPECT_EQ(lines_text({}), "");
  EXPECT_EQ(lines_text({""}), "\n");
  EXPECT_EQ(parse_lines(""), std::vector<std::string>{});
  EXPECT_EQ(parse_lines("\n"), std::vector<std::string>{""});
}

TEST(Forms, spans_and_noise_read_as_documented) {
  EXPECT_EQ(spans_text({{12, 40}, {55, 60}}), "12-40;55-60");
  EXPECT_EQ(parse_spans("12-40;55-60"), (std::vector<Span>{{12, 40}, {55, 60}}));
  EXPECT_EQ(noise_text({{{12, 40}, NoiseKind::caption}, {{55, 60}, NoiseKind::menu}}),
            "12-40 caption;55-60 menu");
  EXPECT_EQ(parse_noise("12-40 caption"), (std::vector<Noise>{{{12, 40}, NoiseKind::caption}}));
}

TEST(Forms, what_the_program_never_writes_is_broken) {
  for (const char* text :
       {"x", "1", "1-", "-2", "1-2;;3-4", "1 - 2", "3-1", "1-99999999999999999999999"})
    EXPECT_THROW(parse_spans(text), Broken) << text;
  for (const char* text : {"1-2", "1-2 ", "1-2 poem", "caption"})
    EXPECT_THROW(parse_noise(text), Broken) << text;
  for (const char* text : {"a", "a\nb", "\\", "\\\n", "\\t\n"})
    EXPECT_THROW(parse_lines(text), Broken) << text;
}

}  // namespace
}  // namespace entente::store

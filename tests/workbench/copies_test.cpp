// SPDX-License-Identifier: Apache-2.0
#include "workbench/copies.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kit/sample_case.h"
#include "kit/says.h"
#include "model/find.h"
#include "support.h"
#include "workbench/review.h"

namespace entente {
namespace {

using kit::says;
using Fields = std::map<std::string, std::string>;

// A copy of the small case on which one coder works.
class Coder {
 public:
  Coder(std::string who, std::string file)
      : who_(std::move(who)),
        copy_{kit::small_case(),
              {{1, "2031-04-01", "entente", "add", "d1", "", "", ""}},
              std::move(file)} {}

  Coder& confirm(const std::string& item) {
    return doing([&](Revision& revision) { revision.confirm(item); });
  }
  Coder& reject(const std::string& item) {
    return doing([&](Revision& revision) { revision.reject(item); });
  }
  Coder& edit(const std::string& item, const Fields& fields) {
    return doing([&](Revision& revision) { revision.edit(item, fields); });
  }
  Coder& split(const std::string& item, const Fields& fields) {
    return doing([&](Revision& revision) { revision.split({item}, fields, ""); });
  }
  const Copy& copy() const { return copy_; }
  Copy& copy() { return copy_; }

 private:
  template <class Do>
  Coder& doing(const Do& work) {
    Revision revision(copy_.contents, {who_, "because"}, "2031-04-02", copy_.log);
    work(revision);
    const store::Store::Change change = revision.change();
    put(change.people, copy_.contents.people);
    put(change.statements, copy_.contents.statements);
    put(change.positions, copy_.contents.positions);
    put(change.meetings, copy_.contents.meetings);
    put(change.added.positions, copy_.contents.positions);
    for (LogEntry line : change.log) {
      line.number = copy_.log.size() + 1;
      copy_.log.push_back(line);
    }
    return *this;
  }
  template <class Items>
  static void put(const Items& changed, Items& items) {
    for (const auto& item : changed)
      if (auto* old = find_item(items, item.id))
        *old = item;
      else
        items.push_back(item);
  }

  std::string who_;
  Copy copy_;
};

Coder ann() { return {"Ann", "ann.entente"}; }
Coder bob() { return {"Bob", "bob.entente"}; }

CoderAgreement between(const Coder& one, const Coder& other) {
  return compare(one.copy(), other.copy());
}
Copy joined(const Coder& one, const Coder& other) {
  return join(one.copy(), other.copy(), {"Carl", "both are done"}, "2031-04-03");
}

const Alpha& alpha_of(const CoderAgreement& found, const std::string& kind,
                      const std::string& field) {
  const auto at = std::find_if(found.fields.begin(), found.fields.end(), [&](const auto& one) {
    return one.kind == kind && one.field == field;
  });
  return at->alpha;
}

const Position& position(const Copy& copy, std::uint32_t number) {
  return *find_item(copy.contents.positions, PositionId{number});
}

std::vector<std::string> lines_on(const Copy& copy, const std::string& item) {
  std::vector<std::string> out;
  for (const LogEntry& line : copy.log)
    if (line.item == item) out.push_back(line.who + " " + line.verb);
  return out;
}

TEST(Copies, what_both_looked_at_counts_and_what_one_did_does_not) {
  const auto found = between(ann().confirm("p1").confirm("p2").reject("p3"),
                             bob().confirm("p1").edit("p2", {{"stance", "wants"}}));
  EXPECT_EQ(found.alike, (std::vector<std::string>{"p1"}));
  EXPECT_EQ(found.one_only, (std::vector<std::string>{"p3"}));
  ASSERT_EQ(found.differences.size(), 1u);
  EXPECT_EQ(found.differences[0],
            (Difference{"p2", "stance", "rejects", "wants", "Ann", "Bob", ""}));
  EXPECT_EQ(alpha_of(found, "position", "stance").units, 2u);
  EXPECT_EQ(alpha_of(found, "position", "stance").differing, 1u);
  EXPECT_DOUBLE_EQ(*alpha_of(found, "position", "issue").alpha, 1);
  EXPECT_TRUE(alpha_of(found, "position", "review").no_variation());
}

TEST(Copies, what_one_rejects_has_no_issue_to_agree_on) {
  const auto found = between(ann().confirm("p1").reject("p2"), bob().confirm("p1").confirm("p2"));
  EXPECT_EQ(alpha_of(found, "position", "review").differing, 1u);
  EXPECT_EQ(alpha_of(found, "position", "issue").units, 1u);
}

TEST(Copies, what_was_confirmed_before_the_copies_parted_is_nobodys_coding) {
  Coder one = ann().confirm("p1"), other = bob();
  other.copy() = one.copy();
  const auto found = between(one, other.confirm("p2"));
  EXPECT_TRUE(found.alike.empty());
  EXPECT_EQ(found.other_only, (std::vector<std::string>{"p2"}));
}

TEST(Copies, firmness_is_ordered_from_tentative_to_red_line) {
  const auto with = [](const std::string& said) {
    return between(ann().confirm("p1").confirm("p3").edit("p2", {{"firmness", said}}),
                   bob().confirm("p1").confirm("p3").edit("p2", {{"firmness", "red_line"}}));
  };
  const auto near = with("firm"), far = with("tentative");
  EXPECT_GT(*alpha_of(near, "position", "firmness").alpha,
            *alpha_of(far, "position", "firmness").alpha);
}

TEST(Copies, of_other_texts_or_another_codebook_are_refused) {
  Coder other = bob();
  other.copy().contents.documents[1].sha256 = "another";
  const Failure texts = failure_of([&] { between(ann(), other); });
  EXPECT_EQ(texts.kind, FailureKind::bad_input);
  EXPECT_TRUE(says(texts.sentence(), "d2"));
  other = bob();
  other.copy().contents.documents.pop_back();
  EXPECT_TRUE(says(failure_of([&] { between(ann(), other); }).sentence(), "draft.txt"));
  other = bob();
  other.copy().contents.codebook.issues.pop_back();
  EXPECT_TRUE(says(failure_of([&] { between(ann(), other); }).sentence(), "codebook"));
}

TEST(Copies, joined_have_what_only_the_second_did_with_its_signature_and_its_log) {
  const Copy both = joined(ann().confirm("p1"), bob().edit("p2", {{"stance", "wants"}}));
  EXPECT_EQ(position(both, 1).review, (Review{Status::confirmed, "Ann"}));
  EXPECT_EQ(position(both, 2).review, (Review{Status::confirmed, "Bob"}));
  EXPECT_EQ(position(both, 2).stance, Stance::wants);
  EXPECT_EQ(lines_on(both, "p2"), (std::vector<std::string>{"Bob edit"}));
  EXPECT_EQ(both.log.back().who, "Carl");
  for (std::size_t i = 0; i < both.log.size(); ++i) EXPECT_EQ(both.log[i].number, i + 1);
}

TEST(Copies, joined_keep_a_dispute_as_the_first_has_it_and_the_log_of_both) {
  const Copy both = joined(ann().confirm("p1"), bob().reject("p1"));
  EXPECT_EQ(position(both, 1).review, (Review{Status::confirmed, "Ann"}));
  EXPECT_EQ(lines_on(both, "p1"),
            (std::vector<std::string>{"Ann confirm", "Bob reject", "Carl dispute"}));
}

TEST(Copies, joined_take_over_what_followed_from_what_is_taken_over) {
  const Copy both = joined(ann().confirm("p1"), bob().reject("s3"));
  EXPECT_EQ(position(both, 3).review.status, Status::rejected);
  const Copy kept = joined(ann().confirm("s3"), bob().reject("s3"));
  EXPECT_EQ(position(kept, 3).review.status, Status::suggested);
}

TEST(Copies, joined_never_leave_a_confirmed_position_on_a_rejected_statement) {
  const Coder one = ann().confirm("p3"), other = bob().reject("s3");
  const Copy both = joined(one, other);
  EXPECT_EQ(position(both, 3).review.status, Status::confirmed);
  EXPECT_EQ(both.contents.statements[2].review.status, Status::suggested);
  const auto found = between(one, other).differences;
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Difference& d) {
    return d.item == "s3" && d.why == "p3, which rests on it, is confirmed by Ann";
  }));
}

TEST(Copies, joined_have_two_people_be_one_only_in_one_direction) {
  const Copy both =
      joined(ann().edit("w1", {{"same_as", "w2"}}), bob().edit("w2", {{"same_as", "w1"}}));
  EXPECT_EQ(both.contents.people[0].same_as, PersonId{2});
  EXPECT_FALSE(both.contents.people[1].same_as);
}

TEST(Copies, what_each_split_off_comes_together_under_ids_of_its_own) {
  const Coder one = ann().split("p2", {{"party", "Arvenia"}}),
              other = bob().split("p4", {{"party", "Arvenia"}});
  const Copy both = joined(one, other);
  ASSERT_EQ(both.contents.positions.size(), 6u);
  EXPECT_EQ(position(both, 5).words, position(one.copy(), 2).words);
  EXPECT_EQ(position(both, 6).words, position(one.copy(), 4).words);
  EXPECT_EQ(position(both, 6).review.by, "Bob");
  EXPECT_EQ(lines_on(both, "p6"), (std::vector<std::string>{"Bob split", "Carl agree"}));
}

TEST(Copies, what_a_copy_learned_is_no_coders_work) {
  Coder other = bob();
  other.copy().contents.positions[0].stance = Stance::wants;
  other.copy().contents.positions[0].review.by = "entente (learned)";
  other.copy().log.push_back({2, "2031-04-02", "entente (learned)", "learn", "p1",
                              R"({"stance": "rejects"})", R"({"stance": "wants"})", ""});
  const Copy kept = joined(ann().confirm("p2"), other);
  EXPECT_EQ(position(kept, 1).stance, Stance::rejects);
  EXPECT_TRUE(lines_on(kept, "p1").empty());
  const Copy taken = joined(ann().confirm("p2"), other.confirm("p1"));
  EXPECT_EQ(position(taken, 1).stance, Stance::wants);
  EXPECT_EQ(lines_on(taken, "p1"),
            (std::vector<std::string>{"entente (learned) learn", "Bob confirm"}));
}

TEST(Copies, joining_with_itself_changes_nothing_but_the_log) {
  const Coder one = ann().confirm("p1").reject("p2").edit("m1", {{"status", "planned"}});
  EXPECT_EQ(joined(one, one).contents, one.copy().contents);
  EXPECT_TRUE(between(one, one).differences.empty());
}

}  // namespace
}  // namespace entente
